"""Pages of a meeting: bad input, what the door and the wall show, papers with the counted figures."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from pypdf import PdfReader

import builders
from danchu.foundation import clock
from danchu.law.meeting_names import MeetingState, Method
from danchu.rooms.voting import queries, services
from rooms.voting import meetings, stages
from rooms.voting.screens import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def gather(tell, monkeypatch):
    """``gather(meetings.ready, "D6")``: a meeting brought there, the server's clock where its story is."""

    def bring(step, *matters, households=10):
        story = tell(households=households)
        monkeypatch.setattr(clock, "now", lambda: story.at)
        return step(story, *matters)

    return bring


def come(person):
    client = Client()
    builders.log_in(client, person)
    return client


def at(hall, rest=""):
    return f"/bieu-quyet/cuoc-hop/{hall.meeting.slug}/{rest}"


def door(hall):
    return at(hall, "phien/1/diem-danh/")


def words(response):
    pages = PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xa0", " ").split())


def test_a_meeting_without_day_matter_or_chair_comes_back_to_be_filled_in(gather):
    hall = gather(meetings.written)

    answer = come(hall.story.head).post("/bieu-quyet/cuoc-hop/moi/", {"title": "Họp", "hour": "26:90"})

    assert answer.status_code == 422
    assert "Họp" in answer.content.decode()
    assert hall.story.khu_pho.meeting_set.count() == 0


def test_an_invitation_in_the_future_was_not_sent(gather):
    hall = meetings.planned(gather(meetings.written))
    day = {f"{name}_{place}": part for name in ("noticed_on", "posted_on") for place, part in enumerate((1, 1, 2030))}

    answer = come(hall.story.head).post(at(hall, "ho-so/moi-hop/"), {"channels": ["invitation"], **day})

    assert answer.status_code == 422
    assert "Ngày này chưa đến" in text(answer)
    assert hall.reload().state == MeetingState.PREPARING


def test_a_wrong_code_and_a_household_twice_are_told_at_the_door(gather):
    hall = gather(meetings.ready)
    head = come(hall.story.head)
    code = queries.code_of(hall.meeting.pk, hall.line(0).pk)

    assert head.post(door(hall), {"code": "khong-co"}).status_code == 409
    assert head.post(door(hall), {"code": f"{code[:5].upper()} {code[5:]}"}).status_code == 303
    again = come(hall.story.front).post(door(hall), {"code": code})

    assert again.status_code == 409
    assert "Hộ này đã điểm danh lúc" in text(again)
    assert queries.present_by_session(hall.meeting) == {hall.session().pk: 1}


def test_a_card_of_the_household_opens_the_door_too_and_a_strangers_does_not(gather):
    hall = gather(meetings.ready)
    head = come(hall.story.head)
    card = builders.make_card(hall.story.households[3], hall.at)
    elsewhere = builders.make_household(builders.make_khu_pho(hall.story.ward, 9))
    strange = builders.make_card(elsewhere, hall.at)

    assert head.post(door(hall), {"code": f"https://phuong.example/the/{card.token}/"}).status_code == 303
    assert head.post(door(hall), {"code": strange.token}).status_code == 409


def test_the_printed_link_checks_in_for_the_door_and_informs_everybody_else(gather):
    hall = gather(meetings.ready)
    link = at(hall, f"moi/{queries.code_of(hall.meeting.pk, hall.line(2).pk)}/")

    assert hall.line(2).address not in text(Client().get(link))
    shown = text(come(hall.story.front).get(link))

    assert hall.line(2).representative in shown
    assert Client().get(at(hall, "moi/khong-co-ma/")).status_code == 404


def test_the_search_at_the_door_needs_no_tone_marks(gather):
    hall = gather(meetings.ready)

    found = text(come(hall.story.head).get(door(hall), {"q": "binh"}))

    assert "Trần Thị Bình" in found


def counted(gather, **figures):
    hall = gather(meetings.ready)
    hall.attend(*range(8))
    hall.chosen(yes=8)
    hall.counted(**figures)
    return hall


def test_the_wall_shows_a_count_only_after_its_announcement(gather):
    hall = counted(gather, yes=7, no=1)
    head = come(hall.story.head)
    wall = at(hall, "phien/1/man-chieu/")

    assert "7 hộ đồng ý" not in text(head.get(wall))
    services.announce_count(hall.head(), session_id=hall.session().pk, vote_id=hall.votes[0].pk, at=hall.at)

    assert "7 hộ đồng ý" in text(head.get(wall))


def test_nobody_sees_the_others_figures(gather):
    hall = gather(meetings.ready)
    hall.attend(*range(8))
    hall.chosen(yes=8)
    hall.enter(hall.story.head, yes=7, no=1)

    for page in ("phien/1/", f"phien/1/noi-dung/{hall.votes[0].pk}/so/"):
        shown = text(come(hall.story.front).get(at(hall, page)))
        assert "7 hộ" not in shown


def test_figures_that_are_no_numbers_come_back(gather):
    hall = gather(meetings.ready)
    hall.attend(*range(8))
    hall.chosen(yes=8)
    page = at(hall, f"phien/1/noi-dung/{hall.votes[0].pk}/so/")

    assert come(hall.story.head).post(page, {"yes": "bảy", "no": "-1"}).status_code == 422
    assert come(hall.story.head).post(page, {"yes": 9, "no": 0, "other": 0}).status_code == 409
    assert hall.session().figures.count() == 0


def test_what_is_of_another_meeting_is_not_reached_through_ones_own(gather):
    hall = gather(meetings.ready)
    head = come(hall.story.head)

    for rest in (
        "phien/2/",
        "phien/1/noi-dung/999999/so/",
        "phien/1/diem-danh/ho/999999/",
        "ho-so/giay-to/minutes-03.pdf",
    ):
        assert head.get(at(hall, rest)).status_code == 404, rest
    for rest in ("phien/1/diem-danh/bo/999999/", "phien/1/phat-bieu/999999/"):
        assert head.post(at(hall, rest)).status_code == 404, rest


def test_before_the_invitation_nobody_outside_knows_of_the_meeting(gather):
    hall = meetings.planned(gather(meetings.written))

    assert Client().get(at(hall)).status_code == 404
    meetings.invited(hall)
    assert "6/10 hộ" in text(Client().get(at(hall)))
    for vote in hall.votes:
        assert vote.title in text(Client().get(f"/bieu-quyet/{vote.slug}/"))


@pytest.mark.rule("meet.notice")
def test_the_invitation_says_when_where_what_and_who_may_speak(gather):
    hall = meetings.invited(meetings.planned(gather(meetings.written)))
    head = come(hall.story.head)

    said = words(head.get(at(hall, "ho-so/giay-to/meeting-invitation.pdf")))
    codes = words(head.get(at(hall, "ho-so/giay-to/invitation-sheet.pdf")))

    for part in ("GIẤY MỜI", "Nhà văn hóa khu phố 3", "Việc thứ 1 đưa ra họp", "khoản 2 Điều 24"):
        assert part in said
    code = queries.code_of(hall.meeting.pk, hall.line(0).pk)
    assert f"{code[:5]} {code[5:]}" in codes


def test_minutes_and_count_say_what_was_counted(gather):
    hall = gather(meetings.ready)
    hall.attend(*range(8))
    hall.chosen(yes=8, method=Method.SECRET)
    hall.counted(yes=6, no=1, invalid=1, issued=8, collected=8)
    services.conclude_meeting(hall.head(), meeting_id=hall.meeting.pk, at=hall.at)
    story = hall.story
    story.vote = queries.vote_by_slug(hall.votes[0].slug)
    services.seal_result(hall.head(), vote_id=story.vote.pk, tasks=[], decision_form="resolution", at=hall.at)
    stages.signed(story)
    head, papers = come(story.head), f"/bieu-quyet/{story.vote.slug}/giay-to/"

    minutes = words(head.get(f"{papers}meeting-minutes-03.pdf"))
    count = words(head.get(f"{papers}count-minutes-02.pdf"))
    present = words(head.get(f"{papers}attendance-list.pdf"))

    assert "Đồng ý 6/10 Không đồng ý 1/10 Ý kiến khác 0/10" in minutes
    assert "chọn cách biểu quyết: 8/8 hộ dự đồng ý" in minutes
    assert "Lê Văn Cường, Trưởng ban" in count
    assert "Phiếu không hợp lệ 1" in count
    assert "Có 8/10 hộ gia đình có đại diện dự họp" in present
    assert head.get(f"{papers}minutes-03.pdf").status_code == 404


def test_a_matter_for_which_too_few_came_says_so_and_is_not_called_refused(gather):
    hall = gather(meetings.ready)
    hall.attend(0, 1)
    services.fail_meeting(hall.head(), meeting_id=hall.meeting.pk, at=hall.at)

    page = Client().get(f"/bieu-quyet/{hall.votes[0].slug}/", follow=True)

    assert page.redirect_chain[-1][0] == at(hall)
    assert "Không đủ hộ dự nên chưa quyết định việc nào" in text(page)
    assert "Có 2/10 hộ dự họp" in text(page)
