"""Nhập danh sách hộ in a browser: a phone, a workbook with mistakes, the mended one, the list; axe after each click."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope

from builders import make_household, make_khu_pho, make_staff, make_ward
from danchu.foundation import clock
from danchu.foundation.accounts.services import staff as accounts
from danchu.law.people import Role
from foundation.people.rollbook.books import listed
from journeys.conftest import faults, fits

pytestmark = [pytest.mark.journey, pytest.mark.part("chromium")]
HEADER = ("Số hộ", "Chủ hộ", "Người đại diện", "Địa chỉ", "Điện thoại", "Cư trú")
RIGHT = ("7", "Lê Văn Tám", "Trần Thị Bảy", "12 hẻm 3", "912345678", "Tạm trú")
NAMELESS = ("8", "Võ Văn Ba", None, "13 hẻm 3", None, None)
ODD = ("9", "Hồ Thị Chín", "+Chín", "14 hẻm 3", "12", None)


def right(page: Any) -> None:
    """Nothing wrong for axe, nothing cut off, one heading."""
    assert faults(page) == [], page.url
    assert fits(page), page.url
    assert page.locator("h1").count() == 1, page.url


def press(page: Any, label: str, kind: str = "button") -> None:
    page.get_by_role(kind, name=label, exact=True).first.click()
    page.wait_for_load_state()
    right(page)


def said(page: Any) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def page(open_page: Any, settings: Any, tmp_path: Path) -> Any:
    """The phone of a khu phố's head, logged in."""
    settings.DANCHU_DEMO, settings.DANCHU_DATA = True, tmp_path / "data"
    ward = make_ward(slug="thoi-hoa")
    khu_pho = make_khu_pho(ward, 3)
    with scope(ward=ward):
        make_household(khu_pho, "Nguyễn Văn An", number="3-001", address="1 hẻm 1")
        link = accounts.demo_link(make_staff(ward, Role.HEAD, khu_pho=khu_pho), at=clock.now())
    phone = open_page()
    phone.goto(f"/lien-ket/{link}/")
    phone.get_by_role("button", name="Vào", exact=True).click()
    phone.wait_for_load_state()
    return phone


def send(page: Any, folder: Path, name: str, data: bytes) -> None:
    file = folder / name
    file.write_bytes(data)
    page.get_by_label("Danh sách hộ").set_input_files(file)
    assert not page.get_by_text("Chưa chọn tệp").is_visible()
    press(page, "Xem thử")


def test_workbook_with_mistakes_is_mended_and_saved(page, tmp_path):
    page.goto("/ho-dan/khu-pho-3/")
    press(page, "Nhập danh sách", "link")
    assert page.get_by_text("Chưa chọn tệp").is_visible()

    send(page, tmp_path, "kp3.xlsx", listed(RIGHT, NAMELESS, ODD, header=HEADER))
    assert "Nhận được 1 hộ, 2 dòng có lỗi, 0 dòng trùng. Chưa lưu dòng nào." in said(page)
    assert "Thiếu họ tên người đại diện" in said(page)
    assert "Họ tên “+Chín” có ký tự lạ" in said(page)
    with page.expect_download() as mend:
        page.get_by_role("link", name="Tải tệp có ghi lỗi để sửa").click()
    assert mend.value.suggested_filename == "can-sua.xlsx"

    press(page, "Chọn tệp khác", "link")
    mended = (RIGHT, (*NAMELESS[:2], "Võ Văn Ba", *NAMELESS[3:]), ("9", *["Hồ Thị Chín"] * 2, "14 hẻm 3", None, None))
    send(page, tmp_path, "kp3-da-sua.xlsx", listed(*mended, header=HEADER))
    assert "Nhận được 3 hộ" in said(page)
    press(page, "Lưu 3 hộ")
    assert page.locator("h1").inner_text() == "Đã lưu danh sách"
    press(page, "Mở danh sách", "link")
    assert all(name in said(page) for name in ("3-007", "Trần Thị Bảy", "Võ Văn Ba", "Hồ Thị Chín", "4 hộ"))


def test_what_is_missing_from_the_file_opens_and_is_recorded_as_gone(page, tmp_path):
    page.goto("/ho-dan/khu-pho-3/nhap/")
    send(page, tmp_path, "kp3.xlsx", listed(RIGHT, header=HEADER))
    page.locator("summary", has_text="Xem hộ không có trong tệp").click()
    right(page)
    press(page, "Ghi là đã chuyển đi")
    press(page, "Lưu 1 hộ")
    page.goto("/ho-dan/khu-pho-3/")

    assert "Nguyễn Văn An" not in said(page)


def test_file_that_is_a_picture_and_no_file_at_all(page, tmp_path):
    page.goto("/ho-dan/khu-pho-3/nhap/")
    press(page, "Xem thử")
    page.locator("[role=alert] a").first.click()
    assert page.evaluate("document.activeElement.name") == "file"
    send(page, tmp_path, "anh.png", b"\x89PNG\r\n\x1a\n")

    assert "Tệp này là ảnh; hãy chọn tệp Excel hoặc CSV theo mẫu." in said(page)


def test_import_without_script(page, open_page, tmp_path):
    plain = open_page(script=False)
    plain.context.add_cookies(page.context.cookies())
    plain.goto("/ho-dan/khu-pho-3/nhap/")

    assert plain.get_by_text("Chưa chọn tệp").is_visible()
    send_plain = tmp_path / "kp3.xlsx"
    send_plain.write_bytes(listed(RIGHT, header=HEADER))
    plain.get_by_label("Danh sách hộ").set_input_files(send_plain)
    assert not plain.get_by_text("Chưa chọn tệp").is_visible()
    plain.get_by_role("button", name="Xem thử").click()
    plain.get_by_role("button", name="Lưu 1 hộ").click()
    assert plain.locator("h1").inner_text() == "Đã lưu danh sách"
