"""Công khai in a browser: an officer discloses, a head gives proof by phone, a resident reads and asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django_scopes import scope

import builders
from danchu.foundation import clock
from danchu.law.disclosure import PlaceKind
from danchu.law.people import Role
from danchu.rooms.disclosure import services
from foundation.files import samples
from journeys.conftest import faults, fits

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TITLE = "Danh sách 14 hộ được hỗ trợ sửa nhà"


@pytest.fixture
def people(live_server: Any) -> Iterator[dict[str, dict[str, str]]]:
    """Cookies of an officer and of a head, in a ward with one culture house."""
    at = clock.now() - timedelta(hours=1)
    ward = builders.make_ward()
    khu_pho = builders.make_khu_pho(ward, 1)
    staff = {
        "officer": builders.make_staff(ward, Role.WARD_OFFICER),
        "head": builders.make_staff(ward, Role.HEAD, khu_pho=khu_pho),
    }
    with scope(ward=ward):
        services.set_place(
            builders.actor_for(staff["officer"], at),
            kind=PlaceKind.CULTURE_HOUSE,
            name="Nhà văn hóa khu phố 1",
            khu_pho_id=khu_pho.pk,
            valid_from=clock.day(at),
            at=at,
        )
        yield {name: {settings.SESSION_COOKIE_NAME: _session(one)} for name, one in staff.items()}


def _session(person: Any) -> str:
    client = Client()
    builders.log_in(client, person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _right(page: Any) -> None:
    assert faults(page) == [], page.url
    assert fits(page), page.url
    assert page.locator("h1").count() == 1, page.url


def _day(page: Any, field: str) -> None:
    today = clock.day(clock.now())
    for place, value in enumerate((today.day, today.month, today.year)):
        page.locator(f"[name={field}_{place}]").fill(str(value))


def test_disclosed_proven_read_and_asked_about(open_page: Any, people: dict[str, dict[str, str]]) -> None:
    desk = open_page(1280, cookies=people["officer"])
    desk.goto("/cong-khai/so/moi/")
    _right(desk)
    desk.locator("[name=item]").select_option("ward:7")
    desk.locator("[name=title]").fill(TITLE)
    desk.locator("[name=body]").fill("Mười bốn hộ, mỗi hộ 40 triệu đồng.")
    _day(desk, "source_on")
    desk.get_by_role("button", name="Lưu và xem lại").click()
    _right(desk)
    desk.get_by_role("link", name="Xem lại và công khai").click()
    for name in ("no_secret", "personal"):
        desk.locator(f"[name={name}]").check()
    _right(desk)
    desk.locator("main form button").first.click()
    desk.get_by_role("heading", name="Còn phải làm").wait_for()
    _right(desk)

    phone = open_page(360, cookies=people["head"])
    phone.goto("/cong-khai/viec/")
    _right(phone)
    phone.get_by_role("link", name=re.compile("Niêm yết tại Nhà văn hóa khu phố 1")).click()
    phone.locator("[name=photo]").set_input_files(
        {"name": "bang-tin.png", "mimeType": "image/png", "buffer": samples.png()}
    )
    _right(phone)
    phone.get_by_role("button", name="Ghi lại").click()
    phone.get_by_text("Giữ đến hết").wait_for()
    _right(phone)

    reader = open_page(360, script=False)
    reader.goto("/cong-khai/")
    _reads(reader)


def _reads(reader: Any) -> None:
    """Without a script: what is new, where it hangs, and a question with its code."""
    reader.get_by_role("link", name=TITLE).click()
    assert reader.get_by_text("Nhà văn hóa khu phố 1").count() == 1
    reader.get_by_role("link", name="Yêu cầu cung cấp thông tin").first.click()
    assert reader.get_by_role("textbox").count() == 5
    reader.get_by_label("Thông tin cần biết").fill("Tiêu chí xét là gì?")
    reader.get_by_label("Họ và tên").fill("Nguyễn Văn An")
    reader.get_by_role("button", name="Gửi").click()
    assert re.search(r"\d{4} \d{4} \d{4} \d{4}", reader.locator("main").inner_text())
    assert reader.get_by_text("Hạn trả lời").or_(reader.get_by_text("chậm nhất")).count() >= 1
