"""Phiếu → xem lại → biên nhận, as a household's browser sees them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

import builders
from danchu.foundation import clock
from danchu.law.acts import Act
from danchu.law.states import Choice, RoundKind, Route
from danchu.rooms.voting import receipts, services
from rooms.voting import stages
from rooms.voting.screens import hidden, text, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(stage):
    return stage(stages.opened)


def come_in(client, story, index=0):
    return builders.log_in_household(client, story.households[index])


def filled(client, story, choice="yes", **more):
    return {**hidden(client.get(url(story, "phieu/"))), "choice": choice, "words": "", **more}


def send(client, story, **more):
    return client.post(url(story, "gui/"), filled(client, story, **more))


def test_from_card_to_receipt_in_four_screens(client, opened):
    secrets = builders.make_card(opened.households[0])
    assert client.get(f"/the/{secrets.token}/").status_code == 200
    response = client.post(f"/the/{secrets.token}/", follow=True)
    assert response.redirect_chain[-1][0] == url(opened, "phieu/")

    values = {**hidden(response), "choice": "yes", "words": ""}
    response = client.post(url(opened, "xem-lai/"), values)
    assert "Hộ ông/bà chọn" in text(response)
    assert opened.round().ballots.count() == 0

    response = client.post(url(opened, "gui/"), values)
    assert (response.status_code, response.url) == (303, url(opened, "bien-nhan/"))
    ballot = opened.round().ballots.get()
    assert (ballot.choice.choice, ballot.route) == (Choice.YES, Route.OWN)
    shown = text(client.get(response.url))
    assert "Đã nhận phiếu" in shown
    assert receipts.spoken(ballot.code) in shown
    assert ballot.tracker not in shown
    assert "9 giờ" in shown


def test_ballot_is_neutral_and_says_who_will_know(client, opened):
    come_in(client, opened)

    html = client.get(url(opened, "phieu/")).content.decode()

    assert " checked" not in html
    assert re.findall(r'name="choice" value="(\w+)"', html) == ["yes", "no", "other"]
    assert "Biểu quyết công khai: sau khi đóng, Tổ lấy ý kiến biết lựa chọn của từng hộ" in html
    for words in ("Ai hỏi", "Hạn gửi phiếu", "Mức cần đạt", "6/10", "Vì sao?"):
        assert words in html


@pytest.mark.parametrize(("choice", "words"), [("", ""), ("maybe", ""), ("other", "  "), ("other", "x" * 1001)])
def test_bad_input_stays_on_the_ballot_with_what_was_typed(client, opened, choice, words):
    come_in(client, opened)
    values = filled(client, opened, choice, words=words)

    for page in ("xem-lai/", "gui/"):
        response = client.post(url(opened, page), values)
        assert response.status_code == 422
        assert 'role="alert"' in response.content.decode()
        assert values["form_key"] in response.content.decode()
    assert opened.round().ballots.count() == 0


def test_other_opinion_carries_its_words_through_review_and_back(client, opened):
    come_in(client, opened)
    values = filled(client, opened, "other", words="Xin <b>tắt</b> hai bóng.\nSau 22 giờ.")

    html = client.post(url(opened, "xem-lai/"), values).content.decode()
    assert "Xin &lt;b&gt;tắt&lt;/b&gt; hai bóng." in html
    again = client.post(url(opened, "phieu/"), values).content.decode()
    assert 'value="other" id="id_choice_2" checked' in again
    assert "Sau 22 giờ." in again
    assert values["form_key"] in again

    client.post(url(opened, "gui/"), values)
    assert opened.round().ballots.get().choice.words.startswith("Xin <b>tắt</b>")


def test_words_beside_another_choice_are_dropped(client, opened):
    come_in(client, opened)

    send(client, opened, choice="no", words="bỏ đi")

    choice = opened.round().ballots.get().choice
    assert (choice.choice, choice.words) == (Choice.NO, "")


def test_sent_twice_is_one_ballot(client, opened):
    come_in(client, opened)
    values = filled(client, opened)

    first = client.post(url(opened, "gui/"), values)
    second = client.post(url(opened, "gui/"), values)

    assert first.url == second.url
    assert opened.round().ballots.count() == 1


def test_a_later_ballot_replaces_and_the_page_says_when_never_what(client, opened):
    come_in(client, opened)
    send(client, opened, choice="yes")
    opened.wait(timedelta(minutes=5))

    page = client.get(url(opened, "phieu/"))
    assert "Đã nhận lúc 9 giờ" in text(page)
    assert " checked" not in page.content.decode()

    send(client, opened, choice="no")
    assert "Lựa chọn trước không còn được tính." in text(client.get(url(opened, "bien-nhan/")))
    assert opened.round().ballots.filter(superseded_at=None).get().choice.choice == Choice.NO


def test_two_devices_of_one_household_one_vote_counts(opened):
    phone, tablet = Client(), Client()
    secrets = come_in(phone, opened)
    tablet.post(f"/the/{secrets.token}/")
    on_phone, on_tablet = filled(phone, opened, "yes"), filled(tablet, opened, "no")

    phone.post(url(opened, "gui/"), on_phone)
    tablet.post(url(opened, "gui/"), on_tablet)

    standing = opened.round().ballots.filter(superseded_at=None)
    assert standing.get().choice.choice == Choice.NO


def test_a_form_opened_for_one_household_is_not_sent_by_the_next(client, opened):
    come_in(client, opened, 0)
    left_open = filled(client, opened, "no")
    come_in(client, opened, 1)

    response = client.post(url(opened, "gui/"), left_open)

    assert response.status_code == 409
    assert "Tờ phiếu đó mở cho hộ khác" in text(response)
    assert opened.round().ballots.count() == 0
    assert hidden(response)["form_key"] != left_open["form_key"]


@pytest.mark.parametrize("page", ["xem-lai/", "gui/"])
def test_choice_waits_unreadable_while_an_ended_session_is_renewed(client, opened, page):
    come_in(client, opened)
    values = filled(client, opened, "other", words="Xin thêm đèn.")
    opened.wait(timedelta(hours=3))

    response = client.post(url(opened, page), values)
    assert response.url.startswith("/the/?tiep=")
    assert "Xin" not in str(dict(client.session))
    come_in(client, opened)

    html = client.get(url(opened, "phieu/")).content.decode()
    assert "Lựa chọn của ông/bà vẫn còn" in html
    assert 'value="other" id="id_choice_2" checked' in html
    assert "Xin thêm đèn." in html
    assert "Xin thêm đèn." not in client.get(url(opened, "phieu/")).content.decode()


def test_what_waits_is_not_shown_to_another_household(client, opened):
    come_in(client, opened, 0)
    values = filled(client, opened, "other", words="Xin thêm đèn.")
    opened.wait(timedelta(hours=3))
    client.post(url(opened, "gui/"), values)

    come_in(client, opened, 1)

    html = client.get(url(opened, "phieu/")).content.decode()
    assert "Xin thêm đèn." not in html
    assert " checked" not in html


def test_missing_form_check_is_a_plain_page(opened):
    client = Client(enforce_csrf_checks=True)

    response = client.post(url(opened, "gui/"), {"choice": "yes"})

    assert response.status_code == 403
    assert "CSRF" not in response.content.decode()


def test_after_the_close_a_form_still_open_is_told_and_kept_as_evidence(client, opened):
    opened.at = opened.round().closes_at - timedelta(minutes=1)
    come_in(client, opened)
    values = filled(client, opened)
    opened.wait(timedelta(minutes=1))

    response = client.post(url(opened, "gui/"), values)

    assert response.status_code == 409
    assert "Đã hết giờ biểu quyết" in text(response)
    assert "Phiếu này chưa nhận" in text(response)
    assert opened.round().ballots.count() == 0
    assert opened.round().refused.get().code == "voting.closed"


def test_outside_voting_hours_the_ballot_leads_to_the_page_of_the_vote(client, stage):
    story = stage(stages.scheduled)
    come_in(client, story)

    assert client.get(url(story, "phieu/")).url == url(story)
    story.at = story.round().closes_at + timedelta(minutes=1)
    come_in(client, story)
    assert client.get(url(story, "phieu/")).url == url(story)


def test_helped_entry_is_not_replaced_but_can_be_disputed(client, opened):
    session = services.start_assistance(
        opened.as_(opened.front),
        round_id=opened.round().pk,
        line_id=opened.line(0).pk,
        reason="không có điện thoại",
        witness_id=opened.it.pk,
        at=opened.at,
    )
    entry = services.ballots.Entry(Choice.YES, "", stages.new_key())
    services.assist_ballot(opened.as_(opened.front), session_id=session.pk, entry=entry, at=opened.at)
    come_in(client, opened)

    response = client.get(url(opened, "phieu/"))

    assert response.status_code == 409
    assert "Đề nghị kiểm tra" in text(response)
    assert url(opened, "kiem-tra/") in response.content.decode()
    receipt = text(client.get(url(opened, "bien-nhan/")))
    assert "Phiếu này gửi khi có bà" in receipt


def test_household_of_another_khu_pho_is_told_it_is_not_on_the_roll(client, opened):
    stranger = builders.make_household(builders.make_khu_pho(opened.ward, 4))
    builders.log_in_household(client, stranger)

    response = client.get(url(opened, "phieu/"))

    assert response.status_code == 403
    assert "không có trong danh sách đã chốt" in text(response)
    sent = client.post(url(opened, "gui/"), {"choice": "yes", "round": "content", "form_key": "0" * 32})
    assert sent.status_code == 403
    assert opened.round().ballots.count() == 0


def test_household_of_another_ward_is_nobody_here(client, opened):
    other = stages.people(1)
    secrets = builders.make_card(other.households[0])
    client.post(f"/w/{other.ward.slug}/the/{secrets.token}/")

    assert client.get(f"/w/{opened.ward.slug}{url(opened, 'phieu/')}").status_code == 302
    assert client.get(f"/w/{other.ward.slug}{url(opened, 'phieu/')}").status_code == 404


@pytest.mark.parametrize("who", ["front", "officer", "head"])
def test_people_with_an_account_have_no_ballot(client, opened, who):
    builders.log_in(client, getattr(opened, who))

    assert client.get(url(opened, "phieu/")).status_code == 403
    assert client.get(url(opened, "bien-nhan/")).status_code == 403


def test_nobody_is_sent_to_the_card_and_back(client, opened):
    response = client.get(url(opened, "phieu/"))

    assert response.url == f"/the/?tiep={url(opened, 'phieu/')}"


def test_form_poll_asks_about_the_form_with_two_answers(client, stage):
    story = stage(stages.roll_frozen)
    stages.form_poll_open(story)
    story.wait(timedelta(hours=1))
    come_in(client, story)

    html = client.get(url(story, "phieu/")).content.decode()
    assert "đồng ý biểu quyết trực tuyến việc này không" in html
    assert re.findall(r'name="choice" value="(\w+)"', html) == ["yes", "no"]
    assert client.post(url(story, "gui/"), filled(client, story, "other", words="x")).status_code == 422

    assert send(client, story, choice="no").status_code == 303
    assert story.round(RoundKind.FORM).ballots.get().choice.choice == Choice.NO
    assert "Đã nhận phiếu" in text(client.get(url(story, "bien-nhan/")))


def test_a_stopped_vote_takes_nothing_and_says_so(client, opened):
    come_in(client, opened)
    values = filled(client, opened)
    asked = services.ask_two_person_act(
        opened.as_(opened.head), vote_id=opened.vote.pk, act=Act.VOTING_VOTE_STOP, reason="Câu hỏi sai.", at=opened.at
    )
    services.agree_two_person_act(opened.as_(opened.front), request_id=asked.pk, at=opened.at)

    response = client.post(url(opened, "gui/"), values)

    assert response.status_code == 409
    assert "đã dừng" in text(response)


def test_start_leads_to_the_only_ballot_that_waits_else_home(client, opened):
    come_in(client, opened)
    assert client.get("/bieu-quyet/cua-ho/").url == url(opened, "phieu/")

    send(client, opened)

    assert client.get("/bieu-quyet/cua-ho/").url == "/ho-cua-toi/"


def test_reading_the_review_address_leads_back_to_the_ballot(client, opened):
    come_in(client, opened)

    for page in ("xem-lai/", "gui/", "bien-nhan/"):
        assert client.get(url(opened, page)).url == url(opened, "phieu/")


def test_ballot_costs_few_queries_and_bytes(client, opened, django_assert_max_num_queries, page_weight):
    come_in(client, opened)

    with django_assert_max_num_queries(12):
        response = client.get(url(opened, "phieu/"))

    assert page_weight(response) <= 60_000
    send(client, opened)
    assert page_weight(client.get(url(opened, "bien-nhan/"))) <= 60_000


def test_clock_is_the_one_of_arrival(client, opened, monkeypatch):
    closes = opened.round().closes_at
    opened.at = closes - timedelta(minutes=1)
    come_in(client, opened)
    values = filled(client, opened)
    moments = iter([closes - timedelta(seconds=1)])
    monkeypatch.setattr(clock, "now", lambda: next(moments, closes + timedelta(seconds=5)))

    assert client.post(url(opened, "gui/"), values).status_code == 303
    assert opened.round().ballots.get().arrived_at == closes - timedelta(seconds=1)


def test_a_form_sent_long_after_is_told_the_hour_of_the_close(client, opened):
    come_in(client, opened)
    values = filled(client, opened)
    for step in (stages.voted, stages.closed, stages.sealed, stages.signed, stages.announced):
        step(opened)
    come_in(client, opened)

    response = client.post(url(opened, "gui/"), values)

    assert response.status_code == 409
    assert "Đã hết giờ biểu quyết lúc 8 giờ, thứ Bảy, 14/11/2026" in text(response)


def test_an_answer_to_the_form_poll_is_not_taken_for_the_matter(client, stage):
    story = stage(stages.roll_frozen)
    stages.form_poll_open(story)
    story.wait(timedelta(hours=1))
    for index in range(1, 8):
        story.cast(index, kind=RoundKind.FORM)
    come_in(client, story)
    values = filled(client, story)
    story.at = story.round(RoundKind.FORM).closes_at
    services.close_if_due(story.reload(), at=story.at)
    stages.opened(stages.scheduled(stages.confirmed(story)))
    come_in(client, story)

    response = client.post(url(story, "gui/"), values)

    assert response.status_code == 409
    assert "Đã hết giờ biểu quyết" in text(response)
    assert story.round().ballots.count() == 0
