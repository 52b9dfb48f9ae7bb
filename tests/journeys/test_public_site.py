"""The public site in a browser: axe, narrow screens, keyboard alone, without JavaScript; search, archive, rating."""

from __future__ import annotations

from datetime import timedelta

import pytest

from danchu.foundation import clock
from danchu.foundation.search import services
from journeys.conftest import faults, fits
from rooms.voting import stages

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/tra-cuu/",
    "/tra-cuu/?q=duong",
    "/tra-cuu/?q=khongco",
    "/tra-cuu/?loai=ward&nam={year}",
    "/luu-tru/",
    "/luu-tru/{year}/",
    "/du-lieu-mo/",
    "/hai-long/",
    "/hai-long/procedure/",
    "/hai-long/procedure/da-nhan/",
]


@pytest.fixture
def published(story):
    """A ward with a vote and enough entries for two pages of results."""
    told = story(stages.announced)
    today = clock.day(clock.now())
    for number in range(24):
        services.put(
            ward_id=told.ward.pk,
            khu_pho_id=told.khu_pho.pk if number % 2 else None,
            key=f"entry:{number}",
            kind="ward",
            item="11.3",
            title=f"Sửa đường số {number} và thoát nước hẻm {number}",
            summary="Khối lượng, tiến độ, kinh phí và đơn vị thi công của công trình trong quý.",
            url="/luu-tru/",
            day=today - timedelta(days=number * 9),
            at=clock.now(),
        )
    return told


def path_of(path: str) -> str:
    return path.format(year=clock.day(clock.now()).year)


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_are_sound(open_page, published, width):
    page = open_page(width)

    for path in map(path_of, ["/", *PAGES]):
        page.goto(path)
        assert (path, faults(page), fits(page)) == (path, [], True)
        for fold in page.locator("main summary").all():
            fold.click()
        assert (path, faults(page), fits(page)) == (path, [], True)


def test_pages_hold_with_the_largest_letters_in_the_dark(open_page, published):
    page = open_page(360, cookies={"co_chu": "large", "nen": "dark"})

    for path in map(path_of, ["/", *PAGES]):
        page.goto(path)
        assert (path, faults(page), fits(page)) == (path, [], True)


@pytest.mark.parametrize("script", [True, False])
def test_resident_finds_narrows_and_leafs_through(open_page, published, script):
    page = open_page(360, script=script)

    page.goto("/")
    page.get_by_label("Tìm thông báo, quyết định, thủ tục").fill("thoat nuoc")
    page.get_by_role("button", name="Tìm").click()
    page.wait_for_url("**/tra-cuu/?q=thoat+nuoc")
    assert page.locator("main .dc-item").count() == 20
    page.get_by_role("link", name="Trang sau").click()
    assert page.locator("main .dc-item").count() == 4
    page.get_by_role("link", name="Trang đầu").click()
    page.get_by_text("Lọc theo loại, nơi, năm").click()
    page.get_by_label("Nơi").select_option("Toàn phường")
    page.get_by_role("button", name="Tìm").click()

    assert page.locator("main .dc-item").count() == 12
    assert page.get_by_label("Tìm thông báo, quyết định, thủ tục").input_value() == "thoat nuoc"


def test_search_by_keyboard_alone(open_page, published):
    page = open_page(1280)
    page.goto("/tra-cuu/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#noi-dung"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "id_q"
    page.keyboard.type("sua duong")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu/?q=sua+duong*")

    assert page.get_by_role("heading", name="Tìm thấy với “sua duong”").is_visible()


def test_search_says_its_parts_to_a_screen_reader(open_page, published):
    page = open_page(360)
    page.goto("/tra-cuu/?q=duong")

    assert page.get_by_role("search").count() == 1
    box = page.get_by_role("searchbox", name="Tìm thông báo, quyết định, thủ tục")
    assert box.input_value() == "duong"
    assert page.locator(f"#{box.get_attribute('aria-describedby')}").inner_text() == "Gõ có dấu hay không dấu đều được."
    assert page.get_by_role("navigation", name="Trang").get_by_role("link", name="Trang sau").is_visible()


def test_rating_takes_two_presses(open_page, published):
    page = open_page(360)
    page.goto("/hai-long/")

    page.get_by_role("link", name="Tiếp công dân").click()
    page.get_by_role("button", name="Gửi").click()
    assert page.get_by_role("link", name="Hãy chọn một trong ba mức").is_visible()
    page.get_by_text("Hài lòng", exact=True).last.click()
    page.get_by_role("button", name="Gửi").click()
    page.wait_for_url("**/hai-long/reception/da-nhan/")

    assert page.get_by_role("heading", name="Đã nhận đánh giá").is_visible()
