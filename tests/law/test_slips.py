"""Household slips: each gate at its edge, the steps by state and clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from danchu.law.clocks import due
from danchu.law.reconciliation import Figures, Stated
from danchu.law.rules import rules_at
from danchu.law.slips import (
    GATE_KEYS,
    MARK_LABELS,
    PLAN_FIELDS,
    SLIP_CAPACITY_LABELS,
    SLIP_FIELDS,
    SLIP_STATE_LABELS,
    SLIP_STEP_LABELS,
    SlipCapacity,
    SlipFacts,
    SlipMark,
    SlipMember,
    SlipPhase,
    SlipState,
    SlipStep,
    gates,
    latest_publication,
    may,
    may_handle,
    phase_on,
)
from law.saying import CALENDAR, code

STARTS, ENDS = date(2026, 11, 20), date(2026, 11, 27)
PUBLISHED_ON = date(2026, 11, 18)
ONE = timedelta(days=1)
TEAM = (
    SlipMember(1, frozenset({SlipCapacity.FRONT}), leader=True),
    SlipMember(2, frozenset({SlipCapacity.KHU_PHO})),
    SlipMember(3, frozenset({SlipCapacity.MASS_BODY})),
)
FIGURES = Figures(collected=10, valid=9, invalid=1, yes=6, no=2, other=1, issued=12, missing=2)
READY = SlipFacts(
    state=SlipState.PREPARING,
    matter="D6",
    households=20,
    agreed=True,
    plan=frozenset(PLAN_FIELDS),
    plan_issued_on=date(2026, 11, 12),
    plan_sent_on=date(2026, 11, 14),
    team=TEAM,
    slip=frozenset(SLIP_FIELDS),
    mark=SlipMark.SIGNATURE_LOWER_RIGHT,
    roll_frozen=True,
    starts_on=STARTS,
    ends_on=ENDS,
)
OUT = replace(READY, state=SlipState.PUBLISHED, published_on=PUBLISHED_ON)
DONE = replace(OUT, witnesses=(4, 5), figures=(Stated(1, FIGURES), Stated(2, FIGURES)))


def step(which, facts, today=PUBLISHED_ON):
    return code(may(which, facts, today, CALENDAR))


def test_ready_round_is_published_and_counted():
    assert tuple(gate.key for gate in gates(READY, CALENDAR)) == GATE_KEYS
    assert step(SlipStep.PUBLISH, READY) is None
    assert step(SlipStep.COUNT, DONE, ENDS + ONE) is None


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"matter": "D1"}, "form.slip_after_meeting"),
        ({"matter": "D1", "meeting_failed": True, "agreed": False}, None),
        ({"matter": "D3"}, "form.slip_after_meeting"),
        ({"matter": "D3", "meeting_failed": True}, None),
        ({"matter": "D9"}, "matter.unknown"),
        ({"agreed": False}, "slips.agreement"),
        ({"agreed": False, "meeting_failed": True}, None),
        ({"matter": "D1", "scope": "ward", "mark": SlipMark.STAMP_UPPER_LEFT}, None),
        ({"matter": "D1", "scope": "ward", "mark": SlipMark.STAMP_UPPER_LEFT, "agreed": False}, "slips.chairman"),
        ({"matter": "D6", "scope": "ward"}, "slips.mark"),
        ({"mark": SlipMark.STAMP_UPPER_LEFT}, "slips.mark"),
        ({"mark": None}, "slips.mark"),
        ({"plan_issued_on": None}, "slips.plan_issued"),
        ({"plan_sent_on": None}, "slips.plan_sent"),
        ({"plan_sent_on": date(2026, 11, 16)}, None),  # the second day is a Saturday and moves to Monday
        ({"plan_sent_on": date(2026, 11, 17)}, "slips.plan_in_time"),
        ({"team": TEAM[:2]}, "slips.team_size"),
        ({"team": (*TEAM, *(SlipMember(n, frozenset()) for n in (4, 5)))}, None),
        ({"team": (*TEAM, *(SlipMember(n, frozenset()) for n in (4, 5, 6)))}, "slips.team_size"),
        ({"team": (*TEAM, TEAM[1])}, "slips.team_people"),
        ({"team": (replace(TEAM[0], leader=False), *TEAM[1:])}, "slips.team_leader"),
        ({"team": (TEAM[0], replace(TEAM[1], leader=True), TEAM[2])}, "slips.team_leader"),
        ({"team": (replace(TEAM[0], leader=False), replace(TEAM[1], leader=True), TEAM[2])}, "slips.team_leader"),
        ({"team": (*TEAM[:2], SlipMember(3, frozenset()))}, "slips.team_capacity"),
        ({"households": 0}, "slips.roll_households"),
        ({"roll_frozen": False}, "slips.roll_frozen"),
        ({"starts_on": None}, "slips.times_set"),
        ({"ends_on": STARTS}, None),
        ({"ends_on": STARTS - ONE}, "slips.ends_before_start"),
    ],
)
def test_round_is_published_only_when_everything_is_there(change, refused):
    assert step(SlipStep.PUBLISH, replace(READY, **change)) == refused


@pytest.mark.parametrize("field", PLAN_FIELDS)
def test_plan_names_its_parts(field):
    assert step(SlipStep.PUBLISH, replace(READY, plan=frozenset(PLAN_FIELDS) - {field})) == "slips.plan_complete"


@pytest.mark.parametrize("field", SLIP_FIELDS)
def test_slip_has_its_five_fields(field):
    assert len(SLIP_FIELDS) == 5
    assert step(SlipStep.PUBLISH, replace(READY, slip=frozenset(SLIP_FIELDS) - {field})) == "slips.slip_complete"
    assert rules_at().rule("ballot.content").value == "5 fields"


def test_plan_is_sent_within_two_days_as_the_clock_counts():
    assert due("ballot.plan", READY.plan_issued_on, CALENDAR).end == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("today", "refused"), [(PUBLISHED_ON, None), (PUBLISHED_ON + ONE, "slips.too_late_to_publish")]
)
def test_round_is_public_two_days_before_slips_go_out(today, refused):
    assert step(SlipStep.PUBLISH, READY, today) == refused
    assert latest_publication(STARTS) == due("ballot.public_info", STARTS, CALENDAR).end == PUBLISHED_ON


@pytest.mark.parametrize(
    ("today", "phase", "handled", "withdraw", "stop", "count"),
    [
        (STARTS - ONE, SlipPhase.PUBLISHED, "slips.not_running", None, "slips.stop_before_start", "slips.not_over"),
        (STARTS, SlipPhase.RUNNING, None, "slips.withdraw_after_start", None, "slips.not_over"),
        (ENDS, SlipPhase.RUNNING, None, "slips.withdraw_after_start", None, "slips.not_over"),
        (ENDS + ONE, SlipPhase.COUNTING, "slips.not_running", "slips.withdraw_after_start", None, None),
    ],
)
def test_clock_alone_opens_and_closes_the_round(today, phase, handled, withdraw, stop, count):
    assert phase_on(DONE, today) is phase
    assert code(may_handle(DONE, today)) == handled
    assert step(SlipStep.WITHDRAW, DONE, today) == withdraw
    assert step(SlipStep.STOP, DONE, today) == stop
    assert step(SlipStep.COUNT, DONE, today) == count


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"witnesses": (4,)}, "slips.witnesses"),
        ({"witnesses": (4, 4)}, "slips.witnesses"),
        ({"witnesses": (4, 5, 6)}, "slips.witnesses"),
        ({"figures": DONE.figures[:1]}, "register.figures_two_people"),
        ({"figures": (DONE.figures[0], Stated(2, replace(FIGURES, yes=5, no=3)))}, "register.figures_differ"),
    ],
)
def test_count_has_two_witnesses_and_two_people(change, refused):
    assert step(SlipStep.COUNT, replace(DONE, **change), ENDS + ONE) == refused
    assert rules_at().count("ballot.witnesses").low == 2


LIVE = {
    SlipStep.PUBLISH: {SlipState.PREPARING},
    SlipStep.WITHDRAW: {SlipState.PREPARING, SlipState.PUBLISHED},
    SlipStep.STOP: {SlipState.PUBLISHED},
    SlipStep.COUNT: {SlipState.PUBLISHED},
    SlipStep.SEAL: {SlipState.COUNTED},
}


@pytest.mark.parametrize("state", SlipState)
@pytest.mark.parametrize("which", SlipStep)
def test_step_has_its_place_in_the_table_only(which, state):
    today = {SlipStep.STOP: STARTS, SlipStep.COUNT: ENDS + ONE}.get(which, PUBLISHED_ON)

    refused = step(which, replace(DONE, state=state), today)

    assert refused == (None if state in LIVE[which] else "procedure.step")
    if state is not SlipState.PUBLISHED:
        assert phase_on(replace(DONE, state=state), STARTS).value == state.value


def test_every_name_is_said():
    assert set(SLIP_STATE_LABELS) == set(SlipState)
    assert set(SLIP_STEP_LABELS) == set(SlipStep)
    assert set(SLIP_CAPACITY_LABELS) == set(SlipCapacity)
    assert set(MARK_LABELS) == set(SlipMark)
