"""The homes in a browser: everybody's, a khu phố's, the head's and the officer's; axe, narrow screens, a click path."""

from __future__ import annotations

import pytest

from danchu.foundation.accounts.services.staff import demo_link
from journeys.conftest import faults, fits
from rooms.voting import stages

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PUBLIC = ["/", "/khu-pho/khu-pho-3/", "/nhat-ky/", "/quyen-rieng-tu/", "/cach-dung/"]
WORK = ["/viec-cua-toi/", "/viec-cua-toi/moi-hop/?matter=D1&day_0=28&day_1=12&day_2=2026", "/viec-cua-toi/bao-cao/"]
WRONG = "/viec-cua-toi/moi-hop/?matter=D1&day_0=31&day_1=2&day_2=2026"


@pytest.fixture(autouse=True)
def _demonstration(settings):
    settings.DANCHU_DEMO = True  # one-tap links work there alone


def enter(page, story, person):
    """By a one-tap link: opening it shows a page, its button logs in."""
    page.goto(f"/lien-ket/{demo_link(person, at=story.at)}/")
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url("**/viec-cua-toi/")


@pytest.mark.parametrize("width", [360, 1280])
def test_public_pages_are_sound(open_page, story, width):
    told = story(stages.opened)
    stages.voted(told)
    page = open_page(width)

    for path in PUBLIC:
        page.goto(path)
        assert (path, faults(page), fits(page)) == (path, [], True)


@pytest.mark.parametrize("size", ["small", "large"])
def test_home_holds_at_every_size_of_letters_in_the_dark(open_page, story, size):
    story(stages.opened)
    page = open_page(360, cookies={"co_chu": size, "nen": "dark"})

    page.goto("/")

    assert (faults(page), fits(page)) == ([], True)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("who", ["head", "officer"])
def test_work_pages_are_sound(open_page, story, who, width):
    told = story(stages.announced)
    page = open_page(width)
    enter(page, told, getattr(told, who))

    for path in [*WORK, WRONG]:
        page.goto(path)
        assert (path, faults(page), fits(page)) == (path, [], True)
        for why in page.locator("main summary").all():
            why.click()
        assert (path, faults(page), fits(page)) == (path, [], True)


def test_a_visitor_walks_from_the_home_to_a_vote_and_back(open_page, story):
    story(stages.opened)
    page = open_page(360)

    page.goto("/")
    page.get_by_role("link", name="Khu phố 3").click()
    page.get_by_role("link", name="Tổng vệ sinh").click()
    page.wait_for_url("**/bieu-quyet/tong-ve-sinh-sang-chu-nhat-dau-thang/")
    page.goto("/")
    page.get_by_role("link", name="Biểu quyết bằng thẻ của hộ").click()

    page.wait_for_url("**/the/")
    assert page.get_by_role("textbox").count() == 2


def test_the_head_counts_the_days_of_a_meeting_without_javascript(open_page, story):
    told = story(stages.opened)
    page = open_page(360, script=False)
    enter(page, told, told.head)

    page.get_by_role("link", name="Mời họp").click()
    page.get_by_label("Họp về việc gì").select_option("D1")
    for label, value in (("Ngày", "14"), ("Tháng", "12"), ("Năm", "2026")):
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Tính ngày").click()

    assert "12/12/2026" in page.get_by_role("main").inner_text()
    assert "7/10" in page.get_by_role("main").inner_text().replace("\u00a0", " ")
