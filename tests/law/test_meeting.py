"""The community meeting: each gate at its edge, the steps by state, and what follows too small an attendance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from danchu.law.basis import Article
from danchu.law.clocks import due
from danchu.law.matters import Convenor, Purpose
from danchu.law.meeting import (
    GATE_BASIS,
    GATE_KEYS,
    Cluster,
    MeetingFacts,
    Motion,
    carried,
    gates,
    latest_notice,
    presence,
)
from danchu.law.meeting_acts import Attendee, may, may_speak, may_vote, slips_after
from danchu.law.meeting_names import (
    AGENDA_LABELS,
    CHANNEL_LABELS,
    METHOD_LABELS,
    STATE_LABELS,
    STEP_LABELS,
    Agenda,
    Channel,
    MeetingState,
    Method,
    Step,
)
from danchu.law.reconciliation import Figures, Stated, agreed
from danchu.law.rules import rules_at
from law.saying import CALENDAR, code

DAY = date(2026, 11, 20)
BEFORE = date(2026, 11, 18)
HANDS = Figures.of_hands(210, 10, 5)
TWO = (Stated(1, HANDS), Stated(2, HANDS))
READY = MeetingFacts(
    state=MeetingState.INVITED,
    matter="D1",
    households=300,
    day=DAY,
    convenor=Convenor.HEAD,
    roll_frozen=True,
    channels=frozenset({Channel.INVITATION}),
    noticed_on=BEFORE,
    posted_on=BEFORE,
    papers_sent_on=BEFORE,
    papers_households=300,
)
HALL = replace(
    READY,
    state=MeetingState.OPEN,
    present=230,
    secretary=Motion(120, 230),
    method=Method.HANDS,
    method_motion=Motion(116, 230),
    figures=TWO,
)
SECRET = replace(
    HALL, method=Method.SECRET, board=(1, 2, 3), board_motion=Motion(200, 230), witnesses=(40, 41), figures=TWO
)
CONVENTION = replace(READY, matter="D3", draft_posted_on=date(2026, 10, 20), draft_consulted=True)


def step(which, facts, today=DAY):
    return code(may(which, facts, today))


def test_ready_meeting_opens_and_closes():
    assert tuple(gate.key for gate in gates(READY)) == GATE_KEYS == tuple(GATE_BASIS)
    assert step(Step.INVITE, replace(READY, state=MeetingState.PREPARING), BEFORE) is None
    assert step(Step.OPEN, READY) is None
    assert step(Step.CLOSE, HALL) is None
    assert step(Step.CLOSE, SECRET) is None
    assert step(Step.OPEN, CONVENTION) is None


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"matter": "D8"}, "matter.unknown"),
        ({"matter": "D3", "scope": "ward"}, "scope.khu_pho_only"),
        ({"matter": "D4"}, "meeting.purpose"),
        ({"matter": "D4", "purpose": Purpose.ELECT}, "meeting.convenor"),
        ({"matter": "D4", "purpose": Purpose.ELECT, "convenor": Convenor.ELECTION_TEAM}, None),
        ({"matter": "D4", "purpose": Purpose.DISMISS}, "meeting.convenor"),
        ({"matter": "D4", "purpose": Purpose.DISMISS, "convenor": Convenor.FRONT_HEAD}, None),
        (
            {
                "matter": "D4",
                "purpose": Purpose.DISMISS,
                "convenor": Convenor.FRONT_HEAD,
                "one_person_two_mandates": True,
            },
            "meeting.convenor",
        ),
        (
            {
                "matter": "D4",
                "purpose": Purpose.DISMISS,
                "convenor": Convenor.WARD_CHAIR,
                "one_person_two_mandates": True,
            },
            None,
        ),
        ({"convenor": None}, "meeting.convenor"),
        ({"head_vacant": True}, "meeting.convenor"),
        ({"head_vacant": True, "convenor": Convenor.APPOINTED}, None),
        ({"day": None}, "meeting.day_set"),
        ({"day": DAY + timedelta(days=1)}, "meeting.not_the_day"),
        ({"households": 0}, "meeting.roll_households"),
        ({"roll_frozen": False}, "meeting.roll_frozen"),
        ({"channels": frozenset()}, "meeting.notice_sent"),
        ({"noticed_on": None}, "meeting.notice_sent"),
        ({"posted_on": None}, "meeting.notice_posted"),
        ({"noticed_on": BEFORE + timedelta(days=1)}, "meeting.notice_in_time"),
        ({"posted_on": BEFORE + timedelta(days=1)}, "meeting.notice_in_time"),
        ({"papers_sent_on": None}, "meeting.papers_sent"),
        ({"papers_sent_on": BEFORE + timedelta(days=1)}, "meeting.papers_in_time"),
        ({"papers_households": 299}, "meeting.papers_every_household"),
        ({"matter": "D6", "papers_sent_on": None}, None),
        ({"matter": "D5", "papers_sent_on": None}, None),
        ({"matter": "D2", "papers_sent_on": None}, "meeting.papers_sent"),
        ({"matter": "D3"}, "meeting.draft_posted"),
    ],
)
def test_meeting_opens_only_when_called_in_the_right_way(change, refused):
    assert step(Step.OPEN, replace(READY, **change)) == refused


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"draft_posted_on": None}, "meeting.draft_posted"),
        ({"draft_posted_on": date(2026, 10, 21)}, "meeting.draft_posted_long_enough"),
        ({"draft_consulted": False}, "meeting.draft_consulted"),
        ({"papers_sent_on": None}, "meeting.papers_sent"),
    ],
)
def test_convention_is_posted_and_discussed_before_its_meeting(change, refused):
    assert step(Step.OPEN, replace(CONVENTION, **change)) == refused
    assert due("hu.post", date(2026, 10, 20), CALENDAR).end == date(2026, 11, 19)
    assert rules_at().basis("hu.consult") == Article("D61", 9, 2)


def test_notice_counts_back_two_days_as_the_clock_does():
    assert latest_notice(DAY) == due("meet.notice", DAY, CALENDAR).end == due("meet.docs", DAY, CALENDAR).end == BEFORE


@pytest.mark.parametrize(
    ("today", "refused"), [(BEFORE, None), (BEFORE + timedelta(days=1), "meeting.too_late_to_invite")]
)
def test_invitation_goes_out_two_days_before(today, refused):
    assert step(Step.INVITE, replace(READY, state=MeetingState.PREPARING), today) == refused


def test_invitation_needs_no_papers_and_no_frozen_roll_yet():
    early = replace(READY, state=MeetingState.PREPARING, roll_frozen=False, papers_sent_on=None, noticed_on=None)

    assert step(Step.INVITE, early, BEFORE) is None
    assert step(Step.INVITE, replace(early, day=None), BEFORE) == "meeting.day_set"
    assert step(Step.INVITE, replace(early, convenor=None), BEFORE) == "meeting.convenor"


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"clusters": (Cluster(150), Cluster(150))}, "meeting.cluster_approved"),
        ({"clusters": (Cluster(150), Cluster(150)), "clusters_approved": True}, None),
        ({"clusters": (Cluster(150), Cluster(149)), "clusters_approved": True}, "meeting.cluster_households"),
        (
            {"clusters": (Cluster(100), Cluster(99)), "clusters_approved": True, "households": 199},
            "meeting.cluster_allowed",
        ),
        ({"clusters": (Cluster(100), Cluster(100)), "clusters_approved": True, "households": 200}, None),
        (
            {"clusters": (Cluster(100), Cluster(99)), "clusters_approved": True, "households": 199, "scattered": True},
            None,
        ),
    ],
)
def test_cluster_meetings_by_size_or_scatter_with_an_approved_plan(change, refused):
    facts = replace(READY, **change)

    assert step(Step.OPEN, facts) == refused
    assert rules_at().basis("meet.cluster") == GATE_BASIS["cluster"]


@pytest.mark.parametrize(
    ("matter", "households", "present", "refused", "article"),
    [
        ("D1", 300, 200, None, "L10.19.1b"),
        ("D1", 300, 199, "meeting.presence", "L10.19.1b"),
        ("D2", 301, 201, None, "L10.19.1b"),
        ("D2", 301, 200, "meeting.presence", "L10.19.1b"),
        ("D3", 300, 151, None, "D61.10.1a"),
        ("D3", 300, 150, "meeting.quorum", "D61.10.1a"),
        ("D4", 300, 150, "meeting.presence", "L10.19.1b"),
        ("D5", 299, 150, None, "L10.19.1b"),
        ("D6", 299, 149, "meeting.presence", "L10.19.1b"),
        ("D6", 299, 300, "count.present_over_households", "L10.19.1b"),
    ],
)
def test_presence_is_measured_against_what_the_vote_needs(matter, households, present, refused, article):
    facts = replace(HALL, matter=matter, households=households, present=present)
    now = presence(facts)

    assert step(Step.CLOSE, facts) == refused
    assert now.article.key == article
    assert now.rule == ("meet.quorum.D3" if matter == "D3" else "meet.quorum.general")
    assert now.short == max(0, now.needed - present)


def test_clusters_add_up_to_one_total():
    facts = replace(HALL, clusters=(Cluster(150, 120), Cluster(150, 80)), present=0)

    assert presence(facts).present == 200
    assert presence(facts).enough


@pytest.mark.parametrize(
    ("hands", "present", "passed"),
    [(0, 1, False), (1, 1, True), (1, 2, False), (2, 2, True), (115, 230, False), (116, 230, True), (115, 229, True)],
)
def test_procedural_votes_need_more_than_half_of_those_present(hands, present, passed):
    assert carried(Motion(hands, present)) is passed
    assert rules_at().threshold("meet.procedural").of == "PRESENT"


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (replace(HALL, secretary=None), "meeting.secretary"),
        (replace(HALL, secretary=Motion(115, 230)), "meeting.secretary"),
        (replace(HALL, secretary=Motion(0, 0)), "meeting.secretary"),
        (replace(HALL, secretary=Motion(231, 230)), "meeting.motion_over_present"),
        (replace(HALL, dissent_waiting=1), "meeting.dissent_heard"),
        (replace(HALL, method=None), "meeting.method_proposed"),
        (replace(HALL, method_motion=Motion(115, 230)), "meeting.method_chosen"),
        (replace(HALL, board=()), None),  # hands need no counting board
        (replace(SECRET, board=(1, 2)), "meeting.board_size"),
        (replace(SECRET, board=(1, 2, 2)), "meeting.board_size"),
        (replace(SECRET, board=(1, 2, 3, 4, 5)), None),
        (replace(SECRET, board=(1, 2, 3, 4, 5, 6)), "meeting.board_size"),
        (replace(SECRET, board_motion=Motion(115, 230)), "meeting.board_elected"),
        (replace(SECRET, witnesses=(40,)), "meeting.witnesses"),
        (replace(SECRET, witnesses=(40, 40)), "meeting.witnesses"),
        (replace(SECRET, witnesses=(40, 41, 42)), "meeting.witnesses"),
        (replace(HALL, figures=()), "register.figures_two_people"),
        (replace(HALL, figures=TWO[:1]), "register.figures_two_people"),
        (replace(HALL, figures=(TWO[0], Stated(1, HANDS))), "register.figures_two_people"),
        (replace(HALL, figures=(TWO[0], Stated(2, Figures.of_hands(209, 11, 5)))), "register.figures_differ"),
        (replace(HALL, figures=(Stated(1, Figures.of_hands(1, 1)), *TWO)), None),  # mended
    ],
)
def test_vote_closes_when_the_hall_did_what_the_decree_asks(facts, refused):
    assert step(Step.CLOSE, facts) == refused


def test_figures_of_two_people_are_one():
    assert agreed(TWO) == HANDS


@pytest.mark.parametrize(("present", "refused"), [(199, None), (200, "meeting.enough_present")])
def test_meeting_fails_only_for_want_of_attendance(present, refused):
    assert step(Step.FAIL, replace(HALL, present=present)) == refused


LIVE = {
    Step.INVITE: {MeetingState.PREPARING, MeetingState.INVITED},
    Step.WITHDRAW: {MeetingState.PREPARING, MeetingState.INVITED},
    Step.OPEN: {MeetingState.INVITED},
    Step.FAIL: {MeetingState.OPEN},
    Step.CLOSE: {MeetingState.OPEN},
    Step.SEAL: {MeetingState.CLOSED},
}


@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize("which", Step)
def test_step_has_its_place_in_the_table_only(which, state):
    facts = replace(HALL, state=state, present=199 if which is Step.FAIL else 230)
    refused = step(which, facts, BEFORE if which is Step.INVITE else DAY)

    assert refused == (None if state in LIVE[which] else "procedure.step")


@pytest.mark.parametrize(
    ("facts", "refused", "article"),
    [
        (replace(HALL, state=MeetingState.FAILED), None, "L10.19.1b"),
        (replace(HALL, state=MeetingState.FAILED, matter="D3"), None, "D61.10.2a"),
        (replace(HALL, state=MeetingState.FAILED, matter="D6"), None, "L10.19.1c"),
        (HALL, "meeting.not_failed", "L10.19.1b"),
        (replace(HALL, state=MeetingState.SEALED), "meeting.not_failed", "L10.19.1b"),
    ],
)
def test_slips_follow_a_failed_meeting(facts, refused, article):
    answer = slips_after(facts)

    assert code(answer) == refused
    assert (answer.article if refused else answer.basis).key == article


@pytest.mark.parametrize(
    ("attendee", "state", "speaks", "votes"),
    [
        (Attendee(True, True), MeetingState.OPEN, None, None),
        (Attendee(True, False), MeetingState.OPEN, None, "meeting.member_has_no_vote"),
        (Attendee(True, False), MeetingState.INVITED, None, "meeting.member_has_no_vote"),
        (Attendee(True, False), MeetingState.CLOSED, "procedure.step", "meeting.member_has_no_vote"),
        (Attendee(False, False), MeetingState.OPEN, "meeting.not_of_khu_pho", "meeting.not_of_khu_pho"),
    ],
)
def test_member_who_disagrees_may_speak_and_has_no_vote(attendee, state, speaks, votes):
    assert code(may_speak(attendee, replace(HALL, state=state))) == speaks
    assert code(may_vote(attendee)) == votes
    assert rules_at().basis("meet.member_dissent") == Article("L10", 24, 2)


def test_unlawful_matter_has_one_gate_that_says_so():
    found = gates(replace(READY, matter="D9"))

    assert [gate.key for gate in found] == ["matter"]
    assert code(found[0].answer) == "matter.unknown"


def test_agenda_has_the_eight_steps_of_the_law():
    assert len(Agenda) == 8
    assert rules_at().rule("meet.order").value.startswith("8")
    for labels, names in (
        (AGENDA_LABELS, Agenda),
        (CHANNEL_LABELS, Channel),
        (METHOD_LABELS, Method),
        (STATE_LABELS, MeetingState),
        (STEP_LABELS, Step),
    ):
        assert set(labels) == set(names)
