"""Máy đặt tại nhà văn hóa: one household after another; the machine forgets each, on every page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

import builders
from rooms.voting import stages
from rooms.voting.screens import come, hidden, text, url

pytestmark = pytest.mark.django_db


def kiosk_of(story):
    client = come(story.front)
    response = client.post(url(story, "may-dat/"))
    assert (response.status_code, response.url) == (303, url(story, "may-dat/ho/"))
    return client


def test_kiosk_logs_its_helper_out_and_serves_one_household_after_another(stage):
    story = stage(stages.opened)
    kiosk = kiosk_of(story)
    assert kiosk.get(f"/bieu-quyet/{story.vote.slug}/may-dat/").status_code in {302, 403}

    for index in (0, 1):
        card = builders.make_card(story.households[index])
        number = story.households[index].number
        response = kiosk.post(url(story, "may-dat/ho/"), {"number": number, "code": card.code}, follow=True)
        assert response.redirect_chain[-1][0] == url(story, "phieu/")
        assert 'data-kiosk="60"' in response.content.decode()
        values = {**hidden(response), "choice": "yes", "words": ""}
        response = kiosk.post(url(story, "gui/"), values, follow=True)
        assert "Đã nhận phiếu" in text(response)
        assert kiosk.get(url(story, "bien-nhan/")).url == url(story, "may-dat/ho/")
    routes = set(story.round().ballots.values_list("route", "helper"))
    assert routes == {("kiosk", None)}


def test_kiosk_forgets_a_household_after_a_minute_and_on_its_first_screen(stage):
    story = stage(stages.opened)
    kiosk = kiosk_of(story)
    card = builders.make_card(story.households[0])
    typed = {"number": story.households[0].number, "code": card.code}

    kiosk.post(url(story, "may-dat/ho/"), typed)
    story.wait(timedelta(seconds=59))
    assert kiosk.get(url(story, "phieu/")).status_code == 200
    story.wait(timedelta(seconds=61))
    assert kiosk.get(url(story, "phieu/")).url == url(story, "may-dat/ho/")

    kiosk.post(url(story, "may-dat/ho/"), typed)
    values = hidden(kiosk.get(url(story, "phieu/")))
    kiosk.get(url(story, "may-dat/ho/"))
    assert kiosk.post(url(story, "gui/"), {**values, "choice": "no"}).url == url(story, "may-dat/ho/")
    assert story.round().ballots.count() == 0


def test_kiosk_takes_a_scanned_card_and_keeps_no_page_of_it(stage):
    story = stage(stages.opened)
    kiosk, first = kiosk_of(story), url(story, "may-dat/ho/")
    card = builders.make_card(story.households[0])

    assert kiosk.get(f"/the/{card.token}/").url == first
    assert card.token not in str(dict(kiosk.session))
    assert kiosk.get(first).url == url(story, "phieu/")
    assert kiosk.get(first).status_code == 200  # the scan was used up

    kiosk.get("/the/khong-co-the-nay/")
    response = kiosk.get(first)
    assert response.status_code == 422
    assert "Thẻ này không còn giá trị" in text(response)


def test_every_page_on_the_kiosk_goes_back_by_itself(stage):
    story = stage(stages.opened)
    kiosk, first = kiosk_of(story), url(story, "may-dat/ho/")
    for address in (first, "/dang-nhap/", "/co-chu/", "/khong-co-trang-nay/"):
        page = kiosk.get(address).content.decode()
        assert f'data-kiosk="60" data-kiosk-home="{first}"' in page, address
        assert f'<noscript><meta http-equiv="refresh" content="60; url={first}"></noscript>' in page, address


def test_kiosk_tells_a_wrong_code_and_ends_only_for_somebody_with_an_account(stage):
    story = stage(stages.opened)
    kiosk = kiosk_of(story)

    response = kiosk.post(url(story, "may-dat/ho/"), {"number": "3-001", "code": "00000000"})
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert kiosk.post(url(story, "may-dat/thoat/")).url.startswith("/dang-nhap/")
    assert kiosk.session["kiosk"] == story.vote.slug

    builders.log_in(kiosk, story.it)
    kiosk.post(url(story, "may-dat/thoat/"))
    assert "kiosk" not in kiosk.session


def test_kiosk_opens_its_own_pages_and_no_others(stage):
    story = stage(stages.opened)
    kiosk, first = kiosk_of(story), url(story, "may-dat/ho/")
    elsewhere = (
        "/",
        "/bieu-quyet/",
        url(story),
        url(story, "tra-ma/"),
        url(story, "tra-ten/"),
        "/the/",
        "/ho-cua-toi/",
    )
    for address in (*elsewhere, "/viec-cua-toi/", "/nhat-ky/", "/bieu-quyet/viec-khac/phieu/"):
        response = kiosk.get(address)
        assert (response.status_code, response.url) == (302, first), address
    assert kiosk.post(url(story, "tra-ma/"), {"code": "sen trúc 48 21"}).url == first
    for address in (first, "/co-chu/", "/healthz", "/dang-nhap/"):
        assert kiosk.get(address).status_code == 200, address

    builders.log_in(kiosk, story.it)
    assert kiosk.get("/viec-cua-toi/", follow=True).redirect_chain[-1][0] == url(story, "may-dat/thoat/")
    kiosk.post(url(story, "may-dat/thoat/"))
    assert kiosk.get(url(story)).status_code == 200


def test_kiosk_is_opened_by_the_team_alone_while_voting_runs(client, stage):
    story = stage(stages.scheduled)
    assert come(story.front).post(url(story, "may-dat/")).status_code == 409
    story.wait(timedelta(days=2))

    inside = Client()
    builders.log_in_household(inside, story.households[9])
    for client in (Client(), inside):
        assert client.post(url(story, "may-dat/")).status_code in {302, 403}
    officer = Client()
    builders.log_in(officer, story.officer)
    assert officer.post(url(story, "may-dat/")).status_code == 403
    assert Client().get(url(story, "may-dat/ho/")).url == url(story)
