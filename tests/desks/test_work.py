"""Việc của tôi: what each mandate sees, what nobody sees of another ward, and what it costs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

import builders
from danchu.law.people import Role
from danchu.law.states import RoundKind
from desks.test_home import queries, text_of
from rooms.voting import stages

HOME = "/viec-cua-toi/"


def test_a_stranger_is_sent_to_the_log_in(tell):
    tell(stages.opened)

    for path in (HOME, f"{HOME}lich.ics", f"{HOME}moi-hop/", f"{HOME}bao-cao/", f"{HOME}bao-cao.xlsx"):
        response = Client().get(path)
        assert (response.status_code, response.url.partition("?")[0]) == (302, "/dang-nhap/")


def test_head_has_three_buttons_and_the_votes_with_their_step(tell, visitor):
    story = tell(stages.roll_shown)
    story.vote.team.update(left_at=story.at)

    said = text_of(visitor(story.head).get(HOME))

    assert "Mời họp" in said
    assert "Lấy ý kiến" in said
    assert "Báo cáo" in said
    assert "bước tới: Lập Tổ lấy ý kiến" in said


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        (stages.proposed, "Trưởng khu phố và Mặt trận cùng đồng ý"),
        (stages.agreed, "Chọn ứng dụng"),
        (stages.reported, "Lập Tổ lấy ý kiến"),
        (stages.roll_frozen, "Hỏi"),
        (stages.form_poll_passed, "Đặt thời gian"),
        (stages.confirmed, "Đăng thông báo"),
        (stages.closed, "Niêm phong kết quả"),
        (stages.sealed, "Ký biên bản"),
        (stages.announced, "Gửi phường"),
    ],
)
def test_the_step_named_is_the_first_gate_of_the_law_not_passed(tell, visitor, stage, step):
    story = tell(stage)

    said = text_of(visitor(story.front).get(HOME))

    assert f"bước tới: {step}" in said


def test_a_running_form_poll_is_named_with_its_turnout(tell, visitor):
    story = tell(stages.roll_frozen)
    stages.form_poll_open(story)
    story.cast(0, kind=RoundKind.FORM)

    said = text_of(visitor(story.front).get(HOME))

    assert "đang hỏi hình thức" in said
    assert "1 trong 10 hộ đã gửi phiếu" in said


def test_a_closed_vote_owes_its_decision_and_says_why(tell, visitor):
    story = tell(stages.announced)

    said = text_of(visitor(story.head).get(HOME))

    assert "Gửi quyết định: Tổng vệ sinh" in said
    assert "5 ngày làm việc" in said
    assert "khoản 3 Điều 20" in said.lower() or "Khoản 3 Điều 20" in said


def test_a_late_duty_is_counted_in_working_days(tell, visitor):
    story = tell(stages.announced)
    assert story.reload().ward.duty_set.get().due == date(2026, 11, 20)
    story.at = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)  # a Monday; Tuesday the 24th was a public holiday

    said = text_of(visitor(story.head).get(HOME))

    assert "trễ 5 ngày làm việc" in said


def test_a_member_of_the_team_without_office_sees_the_team_s_vote_alone(tell, visitor):
    story = tell(stages.opened)
    stranger = builders.make_staff(story.ward)

    in_team, outside = visitor(story.it).get(HOME), visitor(stranger).get(HOME)

    assert "Tổng vệ sinh" in text_of(in_team)
    assert "Mời họp" not in text_of(in_team)
    assert "Tổng vệ sinh" not in text_of(outside)
    assert "Hiện chưa ghi nhiệm vụ nào." in text_of(outside)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.OBSERVER])
def test_operator_and_observer_see_no_file(tell, visitor, role):
    story = tell(stages.opened)
    person = builders.make_staff(story.ward, role)

    response = visitor(person).get(HOME)

    assert "/ho-so/" not in response.content.decode()
    assert "/ho-dan/" not in response.content.decode()
    assert visitor(person).get(f"{HOME}bao-cao/").status_code == 403
    assert visitor(person).get(f"{HOME}bao-cao.xlsx").status_code == 403


def test_officer_sees_what_is_late_first_and_where(tell, visitor):
    story = tell(stages.announced)
    story.at += timedelta(days=14)

    response = visitor(story.officer).get(HOME)

    said = text_of(response)
    assert "1 việc trễ hạn" in said
    assert said.index("Trễ hạn theo luật") < said.index("Đến hạn trong tuần")
    assert reverse("voting:desk", kwargs={"slug": story.vote.slug}) in response.content.decode()


@pytest.mark.parametrize("role", [Role.DELEGATE, Role.WARD_FRONT, Role.WARD_CHAIR])
def test_those_who_only_read_get_nothing_to_press(tell, visitor, role):
    story = tell(stages.announced)
    person = builders.make_staff(story.ward, role)

    main = visitor(person).get(HOME).content.decode().split("<main")[1]

    assert "<form" not in main
    assert "Mời họp" not in main


def test_duty_sent_in_time_is_a_tick_and_late_is_a_number(tell, visitor):
    story = tell(stages.sent)
    done = visitor(story.officer).get(HOME).context["matrix"][0]
    month = story.reload().ward.duty_set.get(rule="doc.send").due.month

    assert done["cells"][month - 1] == ("done", 0)
    assert done["total"] == 0

    story.ward.duty_set.update(done_at=None)  # the review, late as well, is no time limit of the law
    story.at += timedelta(days=14)
    late = visitor(story.officer).get(HOME).context["matrix"][0]

    assert late["cells"][month - 1] == ("late", 1)
    assert late["total"] == 1


@pytest.mark.parametrize("who", ["head", "officer"])
def test_number_of_queries_does_not_grow_with_the_votes(tell, visitor, who):
    story = tell(stages.roll_shown)
    client = visitor(getattr(story, who))
    few = queries(HOME, client)

    for _ in range(3):
        tell(stages.roll_shown, story)

    assert queries(HOME, client) == few <= 24


def test_calendar_holds_deadlines_and_closing_times(tell, visitor):
    story = tell(stages.opened)
    client = visitor(story.head)
    opened = client.get(f"{HOME}lich.ics")

    stages.voted(story)
    stages.closed(story)
    closed = client.get(f"{HOME}lich.ics")

    assert opened["Content-Type"].startswith("text/calendar")
    assert opened.content.count(b"BEGIN:VEVENT") == 1
    assert f"vote-{story.vote.pk}-open@".encode() in opened.content
    assert closed.content.count(b"BEGIN:VEVENT") == 1
    assert b"UID:duty-" in closed.content


def test_nothing_of_another_ward_is_on_anybody_s_desk(tell, visitor):
    tell(stages.announced)
    other = builders.make_ward("Phường khác", slug="khac")
    officer = builders.make_staff(other, Role.WARD_OFFICER)

    client = visitor(officer)

    assert "Tổng vệ sinh" not in text_of(client.get(f"/w/{other.slug}{HOME}"))
    assert client.get(HOME).status_code == 404  # nobody in the first ward
