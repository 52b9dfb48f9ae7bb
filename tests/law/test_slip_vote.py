"""The file of a vote by slips: its gates in order, each at its edge, and the acts of other forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from danchu.law import procedures, slip_vote
from danchu.law.acts import Act
from danchu.law.answers import Allowed, Refusal
from danchu.law.basis import Convention
from danchu.law.matters import Form
from danchu.law.people import Capacity
from danchu.law.reconciliation import Figures, Stated
from danchu.law.slips import SlipMark, SlipPart
from danchu.law.states import State
from danchu.law.voting import TeamMember
from danchu.law.voting_acts import may
from law.saying import CALENDAR
from law.test_voting import READY as ONLINE

TEAM = (
    TeamMember(2, frozenset({Capacity.FRONT}), leader=True),
    TeamMember(1, frozenset({Capacity.KHU_PHO})),
    TeamMember(3, frozenset({Capacity.MASS_BODY})),
)
PART = SlipPart(
    calendar=CALENDAR,
    plan=frozenset({"purpose", "assignment"}),
    plan_issued_on=date(2026, 11, 3),
    plan_sent_on=date(2026, 11, 5),
    printed=10,
    mark=SlipMark.SIGNATURE_LOWER_RIGHT,
)
READY = replace(ONLINE, form=Form.SLIP, team=TEAM, slips=PART, application_chosen=False, means=None, reported=False)
AT = datetime(2026, 11, 8, 1, tzinfo=UTC)  # slips go out on the tenth
FIGURES = Figures(collected=9, valid=8, invalid=1, yes=6, no=1, other=1, issued=10, missing=1)


def code(answer) -> str | None:
    return answer.code if isinstance(answer, Refusal) else None


def test_gates_all_pass_when_everything_is_done():
    found = procedures.gates(READY)

    assert tuple(one.key for one in found) == tuple(slip_vote.GATE_BASIS)
    assert [one.answer for one in found] == [Allowed(one.basis) for one in found]


@pytest.mark.parametrize(
    ("key", "change", "refused"),
    [
        ("matter", {"matter": "D1"}, "form.slip_after_meeting"),
        ("matter", {"matter": "D3", "meeting_failed": True}, None),
        ("agreement", {"agreements": ()}, "voting.agreement_head"),
        ("agreement", {"agreements": (), "meeting_failed": True}, None),
        ("agreement", {"agreements": ONLINE.agreements[:1]}, "voting.agreement_front"),
        ("team", {"team": TEAM[:2]}, "slips.team_size"),
        (
            "team",
            {"team": (TEAM[0], TEAM[1], replace(TEAM[2], capacities=frozenset({Capacity.IT})))},
            "slips.team_capacity",
        ),
        ("team", {"team": tuple(replace(one, leader=one.person == 1) for one in TEAM)}, "slips.team_leader"),
        ("roll", {"roll": None}, "voting.roll_drawn"),
        ("text", {"opens_at": None}, "slips.times_set"),
        ("text", {"confirmed_by": frozenset({1})}, "voting.text_confirmed"),
        ("plan", {"slips": replace(PART, plan=frozenset({"purpose"}))}, "slips.plan_complete"),
        ("plan", {"slips": replace(PART, plan_issued_on=None)}, "slips.plan_issued"),
        ("plan", {"slips": replace(PART, plan_sent_on=None)}, "slips.plan_sent"),
        ("plan", {"slips": replace(PART, plan_sent_on=date(2026, 11, 6))}, "slips.plan_in_time"),
        ("slip", {"slips": replace(PART, printed=0)}, "slips.printed"),
        ("slip", {"slips": replace(PART, mark=None)}, "slips.mark"),
        ("slip", {"slips": replace(PART, mark=SlipMark.STAMP_UPPER_LEFT)}, "slips.mark"),
        ("notice", {"notice_published": False}, "voting.notice_published"),
    ],
)
def test_each_gate_at_its_edge(key, change, refused):
    assert code(procedures.gate(replace(READY, **change), key).answer) == refused


@pytest.mark.parametrize(("wait", "refused"), [(timedelta(), None), (timedelta(days=1), "slips.too_late_to_publish")])
def test_the_round_is_made_public_two_days_before(wait, refused):
    # ballot.public_info: the last lawful day is the eighth for slips of the tenth.
    assert code(may(Act.VOTING_NOTICE_PUBLISH, READY, AT + wait)) == refused


def test_nothing_is_published_before_plan_and_slips():
    for part, refused in (
        (replace(PART, plan_sent_on=None), "slips.plan_sent"),
        (replace(PART, mark=None), "slips.mark"),
    ):
        assert code(may(Act.VOTING_NOTICE_PUBLISH, replace(READY, slips=part), AT)) == refused


@pytest.mark.parametrize("act", sorted(procedures.PROCEDURES[Form.ONLINE].own))
@pytest.mark.parametrize("form", [Form.SLIP, Form.MEETING])
def test_an_act_of_the_online_form_has_no_place_elsewhere(act, form):
    answer = may(act, replace(READY, form=form), AT)

    assert (answer.code, answer.article.key) == ("voting.other_form", "L10.17.1")


def test_counted_means_two_people_and_two_households():
    counted = replace(PART, witnesses=(4, 5), figures=(Stated(1, FIGURES), Stated(2, FIGURES)))

    assert procedures.counted(replace(READY, slips=counted))
    assert procedures.counted(ONLINE)
    assert code(procedures.counted(replace(READY, slips=replace(counted, witnesses=(4, 4))))) == "slips.witnesses"
    one = replace(counted, figures=counted.figures[:1])
    assert code(procedures.counted(replace(READY, slips=one))) == "register.figures_two_people"


def test_what_belongs_to_the_whole_meeting_is_not_done_in_a_matter_of_its_agenda():
    facts = replace(READY, form=Form.MEETING, matter="D1")

    assert [one.key for one in procedures.gates(facts)] == ["matter"]
    assert all(one.answer for one in procedures.gates(facts))
    assert code(may(Act.VOTING_ROLL_FREEZE, facts, AT)) == "meeting.own_file"
    assert code(may(Act.VOTING_VOTE_WITHDRAW, facts, AT)) == "meeting.own_file"
    assert may(Act.VOTING_VOTE_WITHDRAW, replace(facts, roll=None), AT)


def test_after_the_seal_a_round_of_slips_reads_as_sealed():
    facts = replace(READY, state=State.SENT)

    assert slip_vote.slip_facts(facts).state == "sealed"


OUT_AT = ONLINE.opens_at
OVER_AT = ONLINE.closes_at
DURING = replace(READY, state=State.SCHEDULED)
AFTER = replace(READY, state=State.CLOSED)
COUNTED = replace(
    AFTER, slips=replace(PART, witnesses=(4, 5), figures=(Stated(1, FIGURES), Stated(2, FIGURES)), held=None)
)
HELD = replace(COUNTED, slips=replace(COUNTED.slips, held=Refusal("register.gap_unexplained", Convention("x"))))


@pytest.mark.parametrize(
    ("act", "facts", "at", "refused"),
    [
        (Act.VOTING_PLAN_ISSUE, READY, AT, None),
        (Act.VOTING_PLAN_ISSUE, replace(READY, roll=None), AT, "voting.roll_drawn"),
        (Act.VOTING_PLAN_ISSUE, DURING, OUT_AT, "procedure.state"),
        (Act.VOTING_PLAN_SEND, READY, AT, None),
        (Act.VOTING_PLAN_SEND, replace(READY, slips=replace(PART, plan_issued_on=None)), AT, "slips.plan_issued"),
        (Act.VOTING_SLIP_PRINT, READY, AT, None),
        (Act.VOTING_SLIP_MARK, READY, AT, None),
        (Act.VOTING_SLIP_MARK, replace(READY, slips=replace(PART, printed=0)), AT, "slips.printed"),
        *(
            (act, facts, at, refused)
            for act in (Act.VOTING_SLIP_ISSUE, Act.VOTING_SLIP_REPLACE)
            for facts, at, refused in (
                (READY, OUT_AT, "slips.not_running"),
                (DURING, OUT_AT - timedelta(seconds=1), "slips.not_running"),
                (DURING, OUT_AT, None),
                (DURING, OVER_AT, "slips.not_running"),
                (AFTER, OVER_AT, "slips.not_running"),
            )
        ),
        (Act.VOTING_SLIP_RETURN, DURING, OUT_AT - timedelta(seconds=1), "slips.not_running"),
        (Act.VOTING_SLIP_RETURN, DURING, OUT_AT, None),
        (Act.VOTING_SLIP_RETURN, AFTER, OVER_AT, None),
        (Act.VOTING_SLIP_RETURN, COUNTED, OVER_AT, "slips.counted"),
        (Act.VOTING_COUNT_ENTER, DURING, OUT_AT, "slips.not_over"),
        (Act.VOTING_COUNT_ENTER, replace(READY, closes_at=None), AT, "slips.times_set"),
        (Act.VOTING_COUNT_ENTER, AFTER, OVER_AT, None),
        (Act.VOTING_GAP_EXPLAIN, DURING, OUT_AT, "slips.not_over"),
        (Act.VOTING_GAP_EXPLAIN, AFTER, OVER_AT, "slips.witnesses"),
        (Act.VOTING_GAP_EXPLAIN, COUNTED, OVER_AT, None),
        (Act.VOTING_NOTICE_PUBLISH, DURING, AT, "procedure.state"),
        (Act.VOTING_RESULT_SEAL, DURING, OUT_AT, "procedure.state"),
        (Act.VOTING_RESULT_SEAL, AFTER, OVER_AT, "slips.witnesses"),
        (Act.VOTING_RESULT_SEAL, HELD, OVER_AT, "register.gap_unexplained"),
        (Act.VOTING_RESULT_SEAL, COUNTED, OVER_AT, None),
    ],
)
def test_each_act_of_the_slips_at_its_edge(act, facts, at, refused):
    # ballot.one_per_household, ballot.count: given out and taken in while slips are out, counted afterwards.
    assert code(may(act, facts, at)) == refused
