"""After the vote in a browser: the Chairman recognises, a resident petitions, an election is prepared; axe."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django_scopes import scope

import builders
from danchu.foundation import clock
from danchu.foundation.accounts.services import staff as accounts
from danchu.rooms.voting import services
from journeys.conftest import faults, fits
from rooms.voting import afterwards, stages

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def told(live_server: Any, settings: Any) -> Any:
    """A convention was agreed to and sent; a matter of the ward and an election wait; the story ends today."""
    settings.DANCHU_DEMO = True
    made = stages.people(10)
    made.at = clock.now().replace(microsecond=0) - timedelta(days=30)
    with scope(ward=made.ward):
        for one in stages.STAGES:
            one(made)
            if one is stages.announced:
                break
        afterwards.sent(made, "D3")
        builders.make_khu_pho(made.ward, 4)
        made.extra["road"] = afterwards.matter_of_ward(made)
        made.at = clock.now()
        made.extra["election"] = services.plan_election(
            made.as_(made.extra["chair"]),
            khu_pho=made.khu_pho,
            day=clock.day(made.at) + timedelta(days=25),
            number="12/QĐ-UBND",
            at=made.at,
        )
        for who in ("chair", "ward_front"):
            made.extra[f"{who}_link"] = accounts.demo_link(made.extra[who], at=made.at)
        made.extra["front_link"] = accounts.demo_link(made.front, at=made.at)
    return made


def right(page: Any) -> None:
    """Nothing wrong for axe, nothing cut off, one heading."""
    assert (page.url, faults(page), fits(page)) == (page.url, [], True)
    assert page.locator("h1").count() == 1


def go(page: Any, path: str) -> None:
    assert page.goto(path).status == 200, path
    right(page)


def press(page: Any, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).first.click()
    page.wait_for_load_state()
    right(page)


def enter(page: Any, link: str) -> None:
    page.goto(f"/lien-ket/{link}/")
    page.locator("main form button").first.click()
    page.wait_for_load_state()


def test_the_chairman_recognises_what_was_sent(open_page, told):
    page = open_page(360)
    enter(page, told.extra["chair_link"])
    here = f"/bieu-quyet/{told.vote.slug}/"
    go(page, f"{here}ho-so/sau-bieu-quyet/")
    page.get_by_role("link", name="Công nhận", exact=True).click()
    right(page)
    press(page, "Ghi công nhận")  # nothing typed: it says what is missing
    assert page.get_by_text("Hãy ghi số văn bản.").count() > 0
    page.get_by_label("Số văn bản").fill("15/QĐ-UBND")
    press(page, "Ghi công nhận")
    assert page.get_by_text("Có hiệu lực từ").count() > 0
    go(page, here)
    go(page, f"{here}ho-so/sau-bieu-quyet/bai-bo/")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_everybody_reads_is_sound(open_page, told, width):
    page = open_page(width)
    for path in ("chon-hinh-thuc/?viec=D3", "viec-phuong/", f"viec-phuong/{told.extra['road'].slug}/", "sang-kien/"):
        go(page, f"/bieu-quyet/{path}")
    go(page, f"/bieu-quyet/{told.vote.slug}/kien-nghi/")
    page.get_by_label("Ban Thanh tra nhân dân").check()
    page.get_by_label("Điều gì chưa đúng?").fill("Tôi không được mời họp.")
    press(page, "Gửi kiến nghị")
    assert page.get_by_text("chưa trả lời").count() > 0


def test_the_front_lists_a_candidate_and_agrees_for_the_ward(open_page, told):
    page = open_page(360)
    enter(page, told.extra["front_link"])
    election = f"/bieu-quyet/{told.extra['election'].vote.slug}/ho-so/bau-cu/"
    go(page, election)
    page.get_by_role("link", name="Thêm người ứng cử", exact=True).click()
    right(page)
    page.get_by_label("Họ và tên").fill("Võ Thị Én")
    page.get_by_label("Ban công tác Mặt trận giới thiệu").check()
    for name, value in (("Ngày", "1"), ("Tháng", "5"), ("Năm", "1980")):
        page.get_by_label(name, exact=True).fill(value)
    for box in page.get_by_role("checkbox").all():
        box.check()
    press(page, "Lưu")
    assert page.get_by_text("Võ Thị Én").count() > 0
    ward = open_page(1280)
    enter(ward, told.extra["ward_front_link"])
    go(ward, f"/bieu-quyet/viec-phuong/{told.extra['road'].slug}/")
    press(ward, "Thống nhất, thay mặt Mặt trận phường")
    assert ward.get_by_text("đã thống nhất").count() > 0
