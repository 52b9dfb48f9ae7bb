"""A head takes a vote from the proposal to the ward, with the Front head, on a telephone and at a desk."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from danchu.foundation import clock
from danchu.law.states import RoundKind, State
from danchu.rooms.voting.models import Vote
from journeys.conftest import as_, good, press
from rooms.voting import stages

pytestmark = [pytest.mark.journey, pytest.mark.part("chromium")]
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


def scan():
    return {"name": "bien-ban.pdf", "mimeType": "application/pdf", "buffer": stages.PDF}


@WIDTHS
def test_from_the_proposal_to_the_posted_roll(open_page, past, width):
    story = past(None, 0)
    head, front = as_(open_page, story.head, width), as_(open_page, story.front, width)
    began = time.monotonic()

    head.goto("/bieu-quyet/moi/")
    good(head)
    press(head, "Đóng góp xây dựng công trình")
    assert "Quyết định bằng cách nào?" in head.inner_text("h1")
    assert not head.get_by_role("link", name="Lấy ý kiến trực tuyến").count()
    press(head, "Việc này về gì?")
    press(head, "Tự quản khác")
    press(head, "Lấy ý kiến trực tuyến")
    press(head, "Đề xuất")
    assert head.get_by_role("alert").is_visible()
    head.get_by_label("Tên việc").fill("Tổng vệ sinh sáng Chủ nhật")
    head.get_by_label("Câu hỏi gửi từng hộ").fill("Hộ ông/bà có đồng ý tổng vệ sinh sáng Chủ nhật không?")
    head.get_by_label("Nội dung đề xuất").first.fill("Mỗi hộ cử một người.\nBắt đầu lúc 7 giờ.")
    head.get_by_role("button", name="Đề xuất", exact=True).click()
    press(head, "Đồng ý hình thức này")
    press(head, "Chọn ứng dụng này")
    press(head, "Ghi thiết bị và mạng")
    head.locator("label", has_text="Có").first.click()
    head.get_by_label("Số hộ không có điện thoại").fill("2")
    press(head, "Lưu")

    front.goto(head.url)
    press(front, "Đồng ý hình thức này")

    head.reload()
    press(head, "Đã gửi báo cáo")
    press(head, "Lập Tổ lấy ý kiến")
    head.get_by_label("Người thứ 3").select_option(str(story.it.pk))
    head.locator("#id_n2-capacities_2 + label").click()
    head.locator("#id_n2-capacities_3 + label").click()
    press(head, "Lập Tổ lấy ý kiến")
    press(head, "Lập danh sách")
    press(head, "Đã niêm yết")
    head.get_by_text("Vì sao chưa sang bước sau được?").click()
    good(head)

    vote = Vote.objects.get()
    assert vote.roll.shown_at is not None
    assert vote.team.count() == 3
    assert "Bước\xa07 trong 14" in head.inner_text("main")
    assert time.monotonic() - began < 120


@WIDTHS
def test_from_the_frozen_roll_to_the_notice(open_page, past, width):
    story = past(stages.roll_shown, 4)
    desk = f"/bieu-quyet/{story.vote.slug}/ho-so/"
    head, front = as_(open_page, story.head, width), as_(open_page, story.front, width)

    head.goto(desk)
    press(head, "Chốt danh sách")
    press(head, "Ghi kết quả đã hỏi tại cuộc họp")
    head.get_by_label("Lúc", exact=True).fill("0:00")
    head.get_by_label("Số hộ chọn trực tuyến").fill("9")
    head.get_by_label("Số hộ chọn cách khác").fill("1")
    press(head, "Ghi kết quả")
    assert head.get_by_role("alert").is_visible()
    assert head.get_by_label("Số hộ chọn trực tuyến").input_value() == "9"
    head.get_by_label("Biên bản họp").set_input_files(scan())
    press(head, "Ghi kết quả")
    press(head, "Đặt thời gian")
    press(head, "Đặt thời gian")
    assert head.frame_locator("iframe").get_by_text("Mỗi hộ cử một người.").is_visible()
    press(head, "Đúng lời văn")

    front.goto(desk)
    press(front, "Xem và xác nhận")
    press(front, "Đúng lời văn")
    press(front, "Đăng thông báo")
    press(front, "Đăng thông báo")
    assert "Khu phố 3 mời biểu quyết" in front.get_by_label("Nội dung để gửi").first.input_value()

    assert story.reload().state == State.SCHEDULED
    content = story.round(RoundKind.CONTENT)
    assert clock.local(content.opens_at).hour == 7
    assert content.closes_at - content.opens_at == timedelta(days=7, hours=10)


@WIDTHS
def test_from_the_close_to_the_ward(open_page, past, width):
    story = past(stages.voted, 13.5)
    desk = f"/bieu-quyet/{story.vote.slug}/ho-so/"
    head, front = as_(open_page, story.head, width), as_(open_page, story.front, width)

    head.goto(desk)
    good(head)
    assert "Việc của Tổ trưởng Tổ lấy ý kiến." in head.inner_text("main")
    front.goto(desk)
    press(front, "Niêm phong kết quả")
    front.locator("#id_viec0-what").fill("Chuẩn bị dụng cụ")
    front.locator("#id_viec0-who").fill("Ông Lộc")
    for place, part in enumerate((1, 12, 2027)):
        front.locator(f"#id_viec0-due_{place}").fill(str(part))
    press(front, "Niêm phong kết quả")

    head.reload()
    press(head, "Ghi chữ ký")
    head.get_by_label("Đại diện hộ thứ nhất").fill("3-001")
    head.get_by_label("Đại diện hộ thứ hai").fill("3-002")
    head.get_by_label("Biên bản đã ký").set_input_files(scan())
    press(head, "Ghi chữ ký")
    press(head, "Công bố kết quả")
    head.get_by_text("Vì sao?").first.click()
    good(head)
    assert "Chậm nhất" in head.inner_text("main")
    press(head, "Đã gửi quyết định")
    head.get_by_text("10 bước chuẩn bị đã xong").click()
    good(head)
    assert story.reload().state == State.SENT


def test_helping_a_household_on_a_telephone(open_page, past):
    story = past(stages.confirmed, 5.5)
    stages.scheduled(story)
    helper = as_(open_page, story.it, 360)
    helper.goto(f"/bieu-quyet/{story.vote.slug}/ho-so/")
    good(helper)
    press(helper, "Giúp hộ biểu quyết")
    helper.get_by_label("Tìm hộ").fill("binh")
    helper.get_by_role("button", name="Tìm").click()
    good(helper)
    helper.get_by_role("link", name="Trần Thị Bình").first.click()
    good(helper)
    helper.get_by_label("Vì sao cần giúp").fill("mắt kém")
    helper.get_by_label("Hoặc một người nữa").select_option(str(story.head.pk))
    press(helper, "Bắt đầu, trong 10 phút")
    assert "Lý do: mắt kém. Còn 10 phút." in helper.locator(".dc-strip").last.inner_text()
    helper.locator("label", has_text="Ý kiến khác").click()
    good(helper)
    helper.locator("label", has_text="Đồng ý").first.click()
    helper.get_by_role("button", name="Gửi phiếu", exact=True).click()
    helper.wait_for_load_state()
    good(helper)
    assert helper.locator(".dc-slip").is_visible()
    assert story.round().ballots.get().helper == story.it


def test_with_keys_alone(open_page, past):
    story = past(stages.proposed, 0)
    page = as_(open_page, story.head, 1280)
    page.goto(f"/bieu-quyet/{story.vote.slug}/ho-so/")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText").strip() == "Đồng ý hình thức này":
            break
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    page.get_by_text("Chọn ứng dụng này").first.wait_for()

    assert story.vote.agreements.get().staff == story.head
