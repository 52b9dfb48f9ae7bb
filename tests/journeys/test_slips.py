"""A round of slips in a browser: prepared by the head, handed out and taken in by a helper, counted by two people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django_scopes import scope

from danchu.foundation import clock
from danchu.law.states import Route, State
from danchu.rooms.voting import queries
from journeys.test_head import WIDTHS, as_, good, press, scan
from rooms.voting import slip_stages, stages

pytestmark = [pytest.mark.journey, pytest.mark.part("chromium")]
_ROLL, _OUT, _OVER = 4, 7, 15  # days from the proposal to the frozen roll, to the slips out, past their last moment


@pytest.fixture
def past(live_server: Any) -> Iterator[Any]:
    """``past(slip_stages.issued, days=7)``: a round that began that many days ago, brought there by the services."""
    told: list[Any] = []

    def bring(step: Any, days: float) -> stages.Story:
        made = stages.people(10)
        made.at = clock.now().replace(microsecond=0) - timedelta(days=days, hours=2)
        inside = scope(ward=made.ward)
        inside.__enter__()
        told.append(inside)
        return slip_stages.bring(made, step)

    yield bring
    for inside in told:
        inside.__exit__(None, None, None)


@WIDTHS
def test_from_the_frozen_roll_to_the_public_round(open_page, past, width):
    story = past(stages.roll_shown, _ROLL)
    desk = f"/bieu-quyet/{story.vote.slug}/ho-so/"
    head, front = as_(open_page, story.head, width), as_(open_page, story.front, width)

    head.goto(desk)
    press(head, "Chốt danh sách")
    press(head, "Đặt thời gian")
    first = clock.day(clock.now()) + timedelta(days=3)
    for place, part in enumerate((first.day, first.month, first.year)):
        head.locator(f"#id_opens_day_{place}").fill(str(part))
    last = first + timedelta(days=6)
    for place, part in enumerate((last.day, last.month, last.year)):
        head.locator(f"#id_closes_day_{place}").fill(str(part))
    press(head, "Đặt thời gian")
    assert head.frame_locator("iframe").get_by_text("Nội dung lấy ý kiến").is_visible()
    press(head, "Đúng lời văn")
    front.goto(desk)
    press(front, "Xem và xác nhận")
    press(front, "Đúng lời văn")

    head.goto(desk)
    press(head, "Soạn kế hoạch phát phiếu")
    head.get_by_label("Phân công").fill("")
    press(head, "Ban hành kế hoạch")
    assert head.get_by_role("alert").is_visible()
    head.get_by_label("Phân công").fill("Bà Hạnh giữ cuống phiếu.")
    press(head, "Ban hành kế hoạch")
    press(head, "Đã gửi kế hoạch")
    press(head, "Lập phiếu cho các hộ")
    with head.expect_response("**/giay-to/slip-sheet.pdf") as paper:
        head.evaluate("url => fetch(url)", head.get_by_role("link", name="In phiếu").get_attribute("href"))
    assert paper.value.status == 200
    press(head, "Phiếu đã có chữ ký")
    front.goto(desk)
    press(front, "Đăng thông báo")
    press(front, "Đăng thông báo")

    assert "phát phiếu lấy ý kiến từng hộ" in front.get_by_label("Nội dung để gửi").first.input_value()
    assert story.reload().state == State.SCHEDULED


def test_a_helper_hands_out_and_takes_in_by_search_and_by_stub(open_page, past):
    story = past(slip_stages.out, _OUT)
    one = slip_stages.slip(story, 1)
    helper = as_(open_page, story.it, 360)

    helper.goto(f"/bieu-quyet/{story.vote.slug}/ho-so/")
    press(helper, "Phát và thu phiếu")
    helper.get_by_label("Tìm hộ").fill("binh")
    helper.get_by_role("button", name="Tìm").click()
    helper.get_by_role("link", name="Trần Thị Bình").first.click()
    good(helper)
    press(helper, "Đã phát cho hộ")
    press(helper, "Đổi phiếu hỏng")
    helper.get_by_label("Phiếu hỏng thế nào").fill("Bị rách")
    press(helper, "Đổi phiếu mới")
    assert "1/10 hộ" in helper.inner_text("main").replace("\xa0", " ")

    assert queries.slip_by_token(story.vote, one.token).spoiled_at is not None
    again = queries.live_slip(story.reload(), one.line_id)
    helper.goto(f"/bieu-quyet/{story.vote.slug}/cuong/{again.token}/")
    press(helper, "Hộ bỏ vào hòm phiếu")
    assert "Đã thu" in helper.inner_text("main")
    now = queries.slips_now(story.vote)
    assert (now.issued, now.collected, now.spoiled) == (1, 1, 1)


@WIDTHS
def test_from_the_last_moment_to_the_ward(open_page, past, width):
    story = past(slip_stages.returned, _OVER)
    desk = f"/bieu-quyet/{story.vote.slug}/ho-so/"
    head, front = as_(open_page, story.head, width), as_(open_page, story.front, width)

    for page in (head, front):
        page.goto(desk)
        press(page, "Ghi số liệu kiểm phiếu")
        for label, number in _FIGURES.items():
            page.get_by_label(label, exact=True).fill(str(number))
        page.get_by_label("Hộ chứng kiến thứ nhất").fill("3-001")
        page.get_by_label("Hộ chứng kiến thứ hai").fill("3-002")
        press(page, "Ghi số liệu kiểm phiếu")

    assert "niêm phong" in front.inner_text("main")
    press(front, "Giải trình chỗ không khớp")
    front.locator("textarea").first.fill("Một phiếu trong hòm bị rách mất phần lựa chọn.")
    press(front, "Lưu")
    press(front, "Niêm phong kết quả")
    press(front, "Niêm phong kết quả")
    head.goto(desk)
    press(head, "Ghi chữ ký")
    head.get_by_label("Đại diện hộ thứ nhất").fill("3-001")
    head.get_by_label("Đại diện hộ thứ hai").fill("3-002")
    head.get_by_label("Biên bản đã ký").set_input_files(scan())
    press(head, "Ghi chữ ký")
    press(head, "Công bố kết quả")
    press(head, "Đã gửi quyết định")
    assert story.reload().state == State.SENT

    reader = open_page(width)
    reader.goto(f"/bieu-quyet/{story.vote.slug}/")
    good(reader)
    assert "6/10 hộ đồng ý" in reader.inner_text("main").replace("\xa0", " ") or "6 hộ" in reader.inner_text("main")


# The register holds nine slips; one of them was found torn, so eight were counted.
_FIGURES = {
    "Số phiếu phát ra": 10,
    "Số phiếu thu vào": 8,
    "Số phiếu không thu lại được": 2,
    "Số phiếu hợp lệ": 8,
    "Số phiếu không hợp lệ": 0,
    "Đồng ý": 6,
    "Không đồng ý": 1,
    "Ý kiến khác": 1,
}


def test_the_household_sees_its_row_and_disputes_it(open_page, past):
    from django.test import Client

    import builders

    story = past(slip_stages.issued, _OUT)
    slip_stages.take_in(story, 2, Route.DOOR)
    client = Client()
    builders.log_in_household(client, story.households[2])
    page = open_page(360, cookies={"phien": client.cookies["phien"].value})

    page.goto(f"/bieu-quyet/{story.vote.slug}/")
    good(page)
    assert "Tổ phát phiếu thu tại nhà" in page.inner_text("main")
    press(page, "Ghi chưa đúng: đề nghị kiểm tra")
    page.locator("textarea").first.fill("Hộ tôi chưa nộp phiếu.")
    press(page, "Đề nghị kiểm tra")
    assert "Tổ đang xem" in page.inner_text("main") or story.round().disputes.count() == 1
