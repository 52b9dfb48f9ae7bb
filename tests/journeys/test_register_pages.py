"""Trang hộ dân, tài khoản, nhiệm vụ, thiết lập in a browser: axe after each click, the largest letters at 360 px."""

from __future__ import annotations

from typing import Any

import pytest
from django_scopes import scope

from builders import make_card, make_household, make_households, make_khu_pho, make_staff, make_ward
from danchu.foundation import clock
from danchu.foundation.accounts.services import staff as accounts
from danchu.law.people import Role
from journeys.conftest import faults, fits

pytestmark = [pytest.mark.journey, pytest.mark.part("chromium")]


@pytest.fixture
def page(open_page, settings) -> Any:
    """A phone with the largest letters, in a demonstration ward."""
    settings.DANCHU_DEMO = True
    return open_page(cookies={"co_chu": "large"})


def right(page: Any) -> None:
    """Nothing wrong for axe, nothing cut off, one heading."""
    assert faults(page) == [], page.url
    assert fits(page), page.url
    assert page.locator("h1").count() == 1, page.url


def go(page: Any, *paths: str) -> None:
    for path in paths:
        response = page.goto(path)
        assert response.status == 200, path
        right(page)


def press(page: Any, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).first.click()
    page.wait_for_load_state()
    right(page)


def story() -> dict[str, Any]:
    ward = make_ward(slug="thoi-hoa")
    khu_pho = make_khu_pho(ward, 3)
    make_khu_pho(ward, 4)
    make_households(khu_pho, 55)
    at = clock.now()
    with scope(ward=ward):
        head = make_staff(ward, Role.HEAD, khu_pho=khu_pho, name="Trần Văn Bình")
        officer = make_staff(ward, Role.WARD_OFFICER, name="Lê Thị Hoa")
        return {
            "household": make_household(khu_pho, "Nguyễn Văn An", "Lê Thị Tư", number="3-101", phone="0912 345 678"),
            "children": make_household(khu_pho, "Trần Thị Nhỏ", capable=False, number="3-102"),
            "head": accounts.demo_link(head, at=at),
            "officer": accounts.demo_link(officer, at=at),
        }


def test_card_by_link_and_by_digits(page):
    told = story()
    household = told["household"]
    with scope(ward=household.ward):
        card = make_card(household, clock.now())

    go(page, "/the/")
    page.get_by_label("Số hộ").fill("3-101")
    page.get_by_label("Tám số trên thẻ").fill(f"{(int(card.code) + 1) % 10**8:08d}")
    press(page, "Vào")
    assert "chưa đúng" in page.locator("main").inner_text()
    page.get_by_label("Tám số trên thẻ").fill(f"{card.code[:4]} {card.code[4:]}")
    press(page, "Vào")
    go(page, "/ho-cua-toi/", "/ho-cua-toi/dai-dien/")
    page.get_by_text("Lê Thị Tư").click()
    press(page, "Ghi lại")
    assert "Nguyễn Văn An → Lê Thị Tư" in page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    press(page, "Thoát")
    go(page, f"/the/{card.token}/")
    press(page, "Vào bằng thẻ này")
    assert "Hộ 3-101" in page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def test_head_keeps_the_register(page):
    told = story()
    one = f"/ho-dan/ho/{told['household'].pk}/"
    go(page, f"/lien-ket/{told['head']}/")
    page.get_by_role("button", name="Vào", exact=True).click()
    page.wait_for_load_state()

    go(page, "/ho-dan/khu-pho-3/", "/ho-dan/khu-pho-3/?page=2", "/ho-dan/khu-pho-3/?tim=khong+co+ai")
    go(page, one, *(f"{one}{act}/" for act in ("sua", "chuyen", "tach", "nhap", "di", "dai-dien", "the")))
    go(page, f"/ho-dan/ho/{told['children'].pk}/", f"/ho-dan/ho/{told['children'].pk}/uy-quyen/")
    go(page, "/ho-dan/khu-pho-3/them/")
    press(page, "Ghi lại")  # empty: the summary leads to each field
    page.locator(".govuk-error-summary a, [role=alert] a").first.click()
    assert page.evaluate("document.activeElement.name") == "address"


def test_officer_keeps_accounts_mandates_and_settings(page):
    told = story()
    go(page, f"/lien-ket/{told['officer']}/")
    page.get_by_role("button", name="Vào", exact=True).click()
    page.wait_for_load_state()

    go(page, "/tai-khoan/?tim=binh")
    press(page, "Khóa tài khoản")
    go(page, "/tai-khoan/?tim=binh")
    page.get_by_role("link", name="Mở lại tài khoản").click()
    press(page, "Mở lại tài khoản")
    assert "/lien-ket/" in page.locator("textarea").input_value()
    go(page, "/nhiem-vu/?tim=truong", "/nhiem-vu/?tim=khong+co")
    go(page, "/ho-dan/", "/nhiem-vu/", "/thiet-lap/", "/thiet-lap/roll.who_counts/", "/tai-khoan/")
    go(page, "/tai-khoan/them/")
    page.get_by_label("Họ và tên").fill("Võ Thị Én")
    page.get_by_text("bà", exact=True).click()
    page.get_by_label("Tên đăng nhập").fill("vo.thi.en")
    press(page, "Lập tài khoản")
    link = page.locator("textarea").input_value()
    page.context.clear_cookies(name="phien")

    go(page, link)
    page.get_by_label("Mật khẩu mới", exact=True).fill("tre xanh ben song")
    page.get_by_label("Gõ lại mật khẩu mới").fill("tre xanh ben song")
    press(page, "Đặt mật khẩu")
    assert page.get_by_role("img", name="Mã để quét bằng ứng dụng").is_visible()
    page.get_by_label("Sáu số trong ứng dụng").fill("000000")
    press(page, "Đặt")
    assert "Mã chưa đúng" in page.locator("main").inner_text()
