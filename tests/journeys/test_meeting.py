"""A meeting from the matter to its conclusion: the head and the Front head, a telephone at the door, the wall."""

from __future__ import annotations

from datetime import timedelta

import pytest

from danchu.law.meeting_names import MeetingState
from danchu.law.states import State
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Meeting
from journeys.conftest import as_, good, press
from rooms.voting import meetings

pytestmark = [pytest.mark.journey, pytest.mark.part("chromium")]
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


@WIDTHS
def test_from_the_matter_to_the_invitation(open_page, past, width):
    story = past(None, 0)
    head = as_(open_page, story.head, width)

    head.goto("/viec-cua-toi/moi-hop/")
    press(head, "Lập cuộc họp")
    press(head, "Soạn một việc")
    press(head, "Tự quản khác")
    press(head, "Đưa ra họp")
    head.get_by_label("Tên việc").fill("Tổng vệ sinh sáng Chủ nhật")
    head.get_by_label("Câu hỏi gửi từng hộ").fill("Hộ ông/bà có đồng ý tổng vệ sinh sáng Chủ nhật không?")
    head.get_by_label("Nội dung đề xuất").first.fill("Mỗi hộ cử một người.\nBắt đầu lúc 7 giờ.")
    head.get_by_role("button", name="Đề xuất", exact=True).click()
    good(head)
    press(head, "Lập cuộc họp")
    day = story.at + timedelta(days=7)
    for place, part in enumerate((day.day, day.month, day.year)):
        head.locator(f"#id_day_{place}").fill(str(part))
    head.get_by_label("Lúc", exact=True).fill("18:30")
    press(head, "Lập cuộc họp")
    press(head, "Ghi đã mời họp")
    press(head, "Lưu")
    press(head, "Chốt danh sách")

    meeting = Meeting.objects.get()
    assert (meeting.state, meeting.roll.households) == (MeetingState.INVITED, 10)
    stranger = open_page(width)
    stranger.goto(f"/bieu-quyet/cuoc-hop/{meeting.slug}/")
    good(stranger)
    stranger.get_by_role("link", name="Tổng vệ sinh sáng Chủ nhật").click()
    good(stranger)


def scan(page, words):
    """A scanner types into what has the focus and presses Enter."""
    with page.expect_navigation():
        page.keyboard.type(f"{words}\n")
    good(page)


def held(past):
    """A meeting whose hour has come, with 10 households on its roll."""
    story = past(None, 7)
    hall = meetings.frozen(meetings.invited(meetings.planned(meetings.written(story))))
    story.at = hall.meeting.starts_at
    return hall


@WIDTHS
def test_from_the_opening_to_the_conclusion(open_page, past, width):
    hall = held(past)
    meeting = hall.meeting
    desk = f"/bieu-quyet/cuoc-hop/{meeting.slug}/ho-so/"
    head, front = as_(open_page, hall.story.head, width), as_(open_page, hall.story.front, width)
    wall = as_(open_page, hall.story.head, 1920)

    head.goto(desk)
    press(head, "Vào trang hội trường")
    press(head, "Khai mạc cuộc họp")
    press(head, "Điểm danh các hộ")
    code = queries.code_of(meeting.pk, hall.line(0).pk)
    assert head.evaluate("document.activeElement.name") == "code"
    scan(head, f"https://phuong.example/bieu-quyet/cuoc-hop/{meeting.slug}/moi/{code}/")
    scan(head, "khong-co-ma")
    assert "Không có hộ nào mang mã này" in head.inner_text("main") or head.get_by_role("alert").is_visible()
    front.goto(f"/bieu-quyet/cuoc-hop/{meeting.slug}/moi/{queries.code_of(meeting.pk, hall.line(1).pk)}/")
    good(front)
    press(front, "Điểm danh")
    head.get_by_label("Tìm hộ").fill("3-00")
    head.get_by_role("button", name="Tìm").click()
    good(head)
    press(head, "Điểm danh hộ 3-003")
    hall.attend(*range(3, 9))
    head.reload()
    wall.goto(f"/bieu-quyet/cuoc-hop/{meeting.slug}/phien/1/man-chieu/")
    good(wall)
    press(head, "Về trang hội trường")
    press(head, "Thư ký")
    head.get_by_label("Họ tên thư ký").fill("Trần Thị Bình")
    head.get_by_label("Số hộ đồng ý").fill("9")
    press(head, "Lưu")
    press(head, "Cách biểu quyết")
    head.get_by_label("Số hộ đồng ý").fill("8")
    press(head, "Lưu")
    press(head, "Ghi người đăng ký phát biểu")
    head.get_by_label("Hộ số").or_(head.get_by_label("Số hộ")).first.fill("3-004")
    head.locator("label", has_text="Thành viên hộ có ý kiến khác").click()
    press(head, "Lưu")
    press(head, "Mời phát biểu")
    press(head, "Đã phát biểu")
    press(head, "Ghi ý kiến thảo luận")
    head.get_by_label("Ý kiến đã nêu").fill("Đề nghị bắt đầu muộn hơn vào mùa mưa.")
    press(head, "Lưu")
    for person in (head, front):
        person.goto(f"/bieu-quyet/cuoc-hop/{meeting.slug}/phien/1/")
        press(person, "Nhập số kiểm")
        person.get_by_label("Đồng ý", exact=True).fill("7")
        person.get_by_label("Không đồng ý", exact=True).fill("1")
        person.get_by_label("Ý kiến khác", exact=True).fill("0")
        press(person, "Lưu")
    wall.reload()
    assert "7" not in wall.locator("main").inner_text().replace("17", "")
    press(front, "Công bố số kiểm")
    wall.reload()
    good(wall)
    head.goto(desk)
    press(head, "Kết luận cuộc họp")

    vote = queries.vote_by_slug(hall.votes[0].slug)
    assert vote.state == State.CLOSED
    head.goto(f"/bieu-quyet/{vote.slug}/ho-so/")
    good(head)
    press(head, "Niêm phong kết quả")
    press(head, "Niêm phong kết quả")


def test_too_few_come_and_slips_follow(open_page, past):
    hall = held(past)
    head = as_(open_page, hall.story.head, 360)
    meetings.opened(hall)
    hall.attend(0, 1, 2)

    head.goto(f"/bieu-quyet/cuoc-hop/{hall.meeting.slug}/ho-so/")
    good(head)
    press(head, "Kết thúc vì không đủ hộ dự")
    press(head, "Chuyển sang phát phiếu")

    assert hall.reload().state == MeetingState.FAILED
