"""A meeting through its services: each gate of the law, before, during and after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from danchu.foundation import clock
from danchu.law.answers import Refused
from danchu.law.matters import Convenor, Form
from danchu.law.meeting_names import Channel, MeetingState, Method
from danchu.law.states import RoundKind, State
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Ballot, Round, Session
from danchu.rooms.voting.services.clusters import ClusterPlan
from danchu.rooms.voting.services.meeting_hall import Chosen
from rooms.voting import meetings, stages

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def refused(code, act, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        act(*args, **kwargs)
    assert caught.value.refusal.code == code


def content(vote):
    return Round.objects.get(vote=vote, kind=RoundKind.CONTENT)


def invite_today(hall, **values):
    today = clock.day(hall.at)
    values = {"channels": [Channel.INVITATION], "noticed_on": today, "posted_on": today, **values}
    return services.invite(hall.head(), meeting_id=hall.meeting.pk, at=hall.at, **values)


def test_a_matter_of_contribution_is_decided_by_two_thirds_of_all_households(tell):
    hall = meetings.ready(tell(), "D1")
    hall.attend(*range(8))
    hall.chosen(yes=8)
    hall.counted(yes=7, no=1)

    services.conclude_meeting(hall.head(), meeting_id=hall.meeting.pk, at=hall.at)

    vote = hall.reload() and hall.votes[0]
    outcome = queries.content_outcome(vote, content(vote))
    assert (vote.state, outcome.passed, outcome.needed, outcome.of) == (State.CLOSED, True, 7, 10)
    assert (content(vote).present, content(vote).yes, content(vote).no) == (8, 7, 1)
    assert hall.meeting.state == MeetingState.CLOSED


def test_one_household_fewer_fails(tell):
    hall = meetings.ready(tell(), "D1")
    hall.attend(*range(8))
    hall.chosen(yes=8)
    hall.counted(yes=6, no=2)

    services.conclude_meeting(hall.head(), meeting_id=hall.meeting.pk, at=hall.at)

    assert not queries.content_outcome(hall.votes[0], content(hall.reload() and hall.votes[0])).passed


def test_a_meeting_without_a_matter_is_not_planned(tell):
    hall = meetings.written(tell())
    hall.votes = []

    refused("meeting.agenda_empty", meetings.planned, hall)


def test_a_matter_stands_on_one_agenda(tell):
    hall = meetings.planned(meetings.written(tell()))

    refused("meeting.vote_taken", meetings.planned, meetings.Hall(hall.story, votes=hall.votes))


def test_the_convenor_is_who_the_law_names(tell):
    hall = meetings.planned(meetings.written(tell()), convenor=Convenor.FRONT_HEAD)

    refused("meeting.convenor", invite_today, hall)


def test_two_days_before_is_the_last_day_to_invite(tell):
    hall = meetings.planned(meetings.written(tell()))
    hall.story.at = hall.meeting.starts_at - timedelta(days=1)

    refused("meeting.too_late_to_invite", invite_today, hall)
    hall.story.at = hall.meeting.starts_at - timedelta(days=2)
    assert invite_today(hall).state == MeetingState.INVITED


def test_invited_its_matters_are_public_and_no_clock_closes_them(tell):
    hall = meetings.invited(meetings.planned(meetings.written(tell())))
    vote = hall.votes[0]

    late = services.close_if_due(vote, at=hall.meeting.starts_at + timedelta(days=9))

    assert (late.state, queries.is_public(late)) == (State.SCHEDULED, True)
    assert not queries.round_running(content(vote), hall.meeting.starts_at)


def test_another_day_must_be_told_again(tell):
    hall = meetings.frozen(meetings.invited(meetings.planned(meetings.written(tell()))))
    plan = hall.plan(starts_at=hall.meeting.starts_at + timedelta(days=1))
    services.edit_meeting(hall.head(), meeting_id=hall.meeting.pk, votes=[hall.votes[0].pk], plan=plan, at=hall.at)
    hall.reload()

    refused("meeting.notice_sent", meetings.opened, hall)


def test_papers_reach_every_household_for_contributions(tell):
    hall = meetings.frozen(meetings.invited(meetings.planned(meetings.written(tell(), "D1"))))
    today = clock.day(hall.at)
    services.send_papers(hall.head(), meeting_id=hall.meeting.pk, sent_on=today, households=9, at=hall.at)
    hall.reload()

    refused("meeting.papers_every_household", meetings.opened, hall)


def test_it_opens_on_its_day_with_a_frozen_roll(tell):
    hall = meetings.invited(meetings.planned(meetings.written(tell())))
    refused("meeting.roll_frozen", meetings.opened, hall)
    meetings.frozen(hall)

    early = {"session_id": hall.session().pk, "at": hall.meeting.starts_at - timedelta(days=1)}
    refused("meeting.not_the_day", services.open_session, hall.head(), **early)
    assert meetings.opened(hall).meeting.state == MeetingState.OPEN


def test_withdrawn_its_matters_are_free_again(tell):
    hall = meetings.invited(meetings.planned(meetings.written(tell())))

    services.withdraw_meeting(hall.head(), meeting_id=hall.meeting.pk, reason="Mưa bão.", at=hall.at)

    vote = queries.vote_by_slug(hall.votes[0].slug)
    assert (vote.state, vote.meeting, vote.rounds.count()) == (State.PREPARING, None, 0)
    refused("meeting.too_late_to_change", invite_today, hall)


def test_a_household_is_checked_in_once_for_every_matter(tell):
    hall = meetings.ready(tell(), "D1", "D6")
    hall.attend(0)

    refused("meeting.already_in", hall.attend, 0, by=hall.story.front)
    assert Ballot.objects.filter(round__vote__meeting=hall.meeting, line=hall.line(0)).count() == 2


def test_nobody_is_checked_in_before_the_opening_or_after_the_end(tell):
    hall = meetings.frozen(meetings.invited(meetings.planned(meetings.written(tell()))))
    refused("meeting.session_not_open", hall.attend, 0)
    meetings.opened(hall)
    services.fail_meeting(hall.head(), meeting_id=hall.meeting.pk, at=hall.at)

    refused("meeting.session_over", hall.attend, 0)


def test_a_mistaken_check_in_is_taken_back_before_figures(tell):
    hall = meetings.ready(tell())
    made = hall.attend(*range(7))
    services.undo_attendance(hall.head(), session_id=hall.session().pk, attendance_id=made[0].pk, at=hall.at)
    assert queries.present_by_session(hall.meeting) == {hall.session().pk: 6}
    assert queries.turnout(content(hall.votes[0])) == 6
    hall.attend(0)
    hall.chosen(yes=7)
    hall.enter(hall.story.head, yes=7, no=0)

    refused(
        "meeting.undo_after_figures",
        services.undo_attendance,
        hall.head(),
        session_id=hall.session().pk,
        attendance_id=made[1].pk,
        at=hall.at,
    )


@pytest.mark.parametrize(("hands", "code"), [(3, "meeting.secretary"), (4, "meeting.method_proposed")])
def test_exactly_half_of_those_present_elects_nobody(tell, hands, code):
    hall = meetings.ready(tell())
    hall.attend(*range(6))
    person = Chosen("Trần Thị Bình")
    services.elect_secretary(hall.head(), session_id=hall.session().pk, person=person, yes=hands, at=hall.at)

    refused(code, hall.enter, hall.story.head, yes=6, no=0)


def test_more_hands_than_households_present_is_refused(tell):
    hall = meetings.ready(tell())
    hall.attend(0)
    person, pk = Chosen("Trần Thị Bình"), hall.session().pk

    refused(
        "meeting.motion_over_present",
        services.elect_secretary,
        hall.head(),
        session_id=pk,
        person=person,
        yes=2,
        at=hall.at,
    )


def test_a_member_of_another_mind_is_heard_before_the_vote(tell):
    hall = meetings.ready(tell())
    hall.attend(*range(6))
    hall.chosen(yes=6)
    pk = hall.session().pk
    one = services.register_speaker(
        hall.head(), session_id=pk, line=hall.line(3), name="Lê Thị Mai", dissenting=True, at=hall.at
    )

    refused("meeting.dissent_heard", hall.enter, hall.story.head, yes=6, no=0)
    for _ in range(2):  # called, then done
        services.call_speaker(hall.head(), session_id=pk, speaker_id=one.pk, at=hall.at)
    assert hall.enter(hall.story.head, yes=6, no=0).pk


def test_a_secret_ballot_needs_a_counting_board_of_three_to_five(tell):
    hall = meetings.ready(tell())
    hall.attend(*range(6))
    hall.chosen(yes=6)
    pk = hall.session().pk
    services.choose_method(hall.head(), session_id=pk, method=Method.SECRET, yes=6, at=hall.at)
    refused("meeting.board_size", hall.enter, hall.story.head, yes=6, no=0, issued=6, collected=6)

    hall.chosen(yes=6, method=Method.SECRET)

    assert hall.enter(hall.story.head, yes=5, no=0, invalid=1, issued=6, collected=6).pk


def test_two_people_must_enter_the_same(tell):
    hall = meetings.ready(tell())
    hall.attend(*range(6))
    hall.chosen(yes=6)
    end = {"meeting_id": hall.meeting.pk, "at": hall.at}
    hall.enter(hall.story.head, yes=6, no=0)
    refused("register.figures_two_people", services.conclude_meeting, hall.head(), **end)
    refused("meeting.figures_own", hall.enter, hall.story.head, yes=6, no=0)
    hall.enter(hall.story.front, yes=5, no=1)

    refused("register.figures_differ", services.conclude_meeting, hall.head(), **end)
    services.drop_figures(hall.head(), session_id=hall.session().pk, vote_id=hall.votes[0].pk, at=hall.at)
    hall.counted(yes=6, no=0)
    assert services.conclude_meeting(hall.head(), **end).state == MeetingState.CLOSED


def test_what_was_announced_is_not_counted_again(tell):
    hall = meetings.ready(tell())
    hall.attend(*range(6))
    hall.chosen(yes=6)
    which = {"session_id": hall.session().pk, "vote_id": hall.votes[0].pk, "at": hall.at}
    refused("register.figures_two_people", services.announce_count, hall.head(), **which)
    hall.counted(yes=6, no=0)
    services.announce_count(hall.head(), **which)

    refused("meeting.count_announced", services.drop_figures, hall.head(), **which)


def test_more_hands_than_households_cannot_be_entered(tell):
    hall = meetings.ready(tell())
    hall.attend(*range(6))
    hall.chosen(yes=6)

    refused("register.impossible", hall.enter, hall.story.head, yes=6, no=1, reason="Đếm nhầm.")


def test_slips_that_do_not_add_up_need_a_written_explanation(tell):
    hall = meetings.ready(tell())
    hall.attend(*range(6))
    hall.chosen(yes=6, method=Method.SECRET)
    numbers = {"yes": 5, "no": 0, "issued": 6, "collected": 6}

    refused("register.gap_unexplained", hall.enter, hall.story.head, **numbers)
    assert hall.enter(hall.story.head, reason="Một phiếu rơi khi kiểm.", **numbers).gap_reason


def test_too_few_present_decides_nothing_and_slips_may_follow(tell):
    hall = meetings.ready(tell(), "D1")
    hall.attend(*range(6))
    end = {"meeting_id": hall.meeting.pk, "at": hall.at}
    refused("meeting.presence", services.conclude_meeting, hall.head(), **end)

    services.fail_meeting(hall.head(), **end)

    vote = hall.reload() and hall.votes[0]
    made = services.follow_with_slips(hall.head(), vote_id=vote.pk, at=hall.at)
    assert hall.meeting.state == MeetingState.FAILED
    assert (made.form, made.after_meeting, made.roll, made.title) == (Form.SLIP, vote, vote.roll, vote.title)
    assert made.rounds.count() == 0
    assert services.follow_with_slips(hall.head(), vote_id=vote.pk, at=hall.at) == made


def test_with_enough_present_it_does_not_fail_and_no_slips_follow(tell):
    hall = meetings.ready(tell(), "D1")
    hall.attend(*range(7))
    end = {"meeting_id": hall.meeting.pk, "at": hall.at}
    refused("meeting.enough_present", services.fail_meeting, hall.head(), **end)
    hall.chosen(yes=7)
    hall.counted(yes=1, no=6)
    services.conclude_meeting(hall.head(), **end)

    refused("meeting.enough_present", services.follow_with_slips, hall.head(), vote_id=hall.votes[0].pk, at=hall.at)


def test_enough_for_one_matter_and_too_few_for_another(tell):
    hall = meetings.ready(tell(), "D6", "D1")
    hall.attend(*range(6))
    hall.chosen(yes=6)
    hall.counted(hall.votes[0], yes=6, no=0)

    services.conclude_meeting(hall.head(), meeting_id=hall.meeting.pk, at=hall.at)

    first, second = hall.reload() and hall.votes
    assert queries.content_outcome(first, content(first)).passed
    assert (content(second).present, content(second).yes) == (6, 0)
    assert services.follow_with_slips(hall.head(), vote_id=second.pk, at=hall.at).form == Form.SLIP


def clustered(tell, households=200):
    hall = meetings.planned(meetings.written(tell(households=households), "D6"))
    start = hall.meeting.starts_at
    half = households // 2
    plans = [
        ClusterPlan("Cụm 1", "Nhà văn hóa", start, "3-001", f"3-{half:03d}"),
        ClusterPlan("Cụm 2", "Trường tiểu học", start, f"3-{half + 1:03d}", f"3-{households:03d}"),
    ]
    services.plan_clusters(
        hall.head(), meeting_id=hall.meeting.pk, clusters=plans, scattered=False, reason="", at=hall.at
    )
    hall.reload()
    return hall


def test_clusters_need_two_hundred_households_or_a_reason(tell):
    hall = clustered(tell, households=10)

    refused("meeting.cluster_allowed", invite_today, hall)


def test_clusters_need_the_wards_approval(tell):
    hall = clustered(tell)
    refused("meeting.cluster_approved", invite_today, hall)

    services.approve_clusters(hall.story.as_(hall.story.officer), meeting_id=hall.meeting.pk, at=hall.at)

    assert invite_today(hall.reload() and hall).state == MeetingState.INVITED


def test_a_household_is_in_one_cluster(tell):
    hall = meetings.planned(meetings.written(tell()))
    start = hall.meeting.starts_at
    plans = [ClusterPlan("Cụm", "Nơi", start, "3-001", "3-006"), ClusterPlan("Cụm", "Nơi", start, "3-006", "3-010")]
    values = {"meeting_id": hall.meeting.pk, "scattered": True, "reason": "", "at": hall.at}

    refused("meeting.cluster_twice", services.plan_clusters, hall.head(), clusters=plans, **values)
    plans[1] = ClusterPlan("Cụm", "Nơi", start, "3-007", "3-011")
    refused("meeting.cluster_range", services.plan_clusters, hall.head(), clusters=plans, **values)


def test_clusters_add_up_to_one_total(tell):
    hall = clustered(tell)
    services.approve_clusters(hall.story.as_(hall.story.officer), meeting_id=hall.meeting.pk, at=hall.at)
    meetings.opened(meetings.frozen(meetings.invited(hall)))
    services.open_session(hall.head(), session_id=hall.session(2).pk, at=hall.at)
    for session, places in ((1, range(60)), (2, range(100, 160))):
        hall.attend(*places, session=session)
        hall.chosen(yes=60, session=session)
        hall.counted(yes=51 if session == 1 else 50, no=9, session=session)
    end = {"meeting_id": hall.meeting.pk, "at": hall.at}
    refused("meeting.sessions_running", services.conclude_meeting, hall.head(), **end)
    for number in (1, 2):
        services.end_session(hall.head(), session_id=hall.session(number).pk, at=hall.at)

    services.conclude_meeting(hall.head(), **end)

    vote = hall.reload() and hall.votes[0]
    outcome = queries.content_outcome(vote, content(vote))
    assert (content(vote).present, outcome.yes, outcome.needed, outcome.passed) == (120, 101, 101, True)


def test_a_household_checks_in_at_one_cluster_only(tell):
    hall = clustered(tell)
    services.approve_clusters(hall.story.as_(hall.story.officer), meeting_id=hall.meeting.pk, at=hall.at)
    meetings.opened(meetings.frozen(meetings.invited(hall)))
    services.open_session(hall.head(), session_id=hall.session(2).pk, at=hall.at)
    hall.attend(0, session=1)

    refused("meeting.already_in", hall.attend, 0, session=2)


def test_the_result_is_sealed_signed_announced_and_sent(tell):
    hall = meetings.ready(tell())
    hall.attend(*range(8))
    hall.chosen(yes=8)
    hall.counted(yes=6, no=1)
    services.conclude_meeting(hall.head(), meeting_id=hall.meeting.pk, at=hall.at)
    story = hall.story
    story.vote = queries.vote_by_slug(hall.votes[0].slug)
    chair = story.as_(story.head)
    services.seal_result(chair, vote_id=story.vote.pk, tasks=[], decision_form="resolution", at=hall.at)
    stages.signed(story)

    services.announce_result(chair, vote_id=story.vote.pk, at=hall.at)
    services.send_decision(chair, vote_id=story.vote.pk, at=hall.at)

    assert story.reload().state == State.SENT
    assert list(queries.broken())[-1] == ("results_changed_after_seal", 0)


def test_the_invitation_of_a_household_bears_its_own_code(tell):
    hall = meetings.ready(tell())
    line = hall.line(4)
    code = queries.code_of(hall.meeting.pk, line.pk)

    assert (
        queries.line_by_code(hall.meeting, f"https://phuong.example/bieu-quyet/cuoc-hop/x/moi/{code.upper()}/") == line
    )
    assert queries.line_by_code(hall.meeting, code[:-1]) is None
    assert len({queries.code_of(hall.meeting.pk, one.pk) for one in hall.meeting.roll.lines.all()}) == 10


def test_sessions_are_kept_by_number(tell):
    hall = clustered(tell)

    assert [(one.number, one.invited) for one in queries.sessions_of(hall.meeting)] == [(1, 100), (2, 100)]
    assert Session.objects.filter(meeting=hall.meeting).count() == 2
