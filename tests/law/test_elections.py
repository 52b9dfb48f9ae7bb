"""Election of the khu phố head: the calendar, candidates, the Election Team, who is elected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from danchu.law.answers import Refusal
from danchu.law.elections import (
    NOMINATION_LABELS,
    Candidate,
    ElectionFacts,
    ElectionMember,
    Nomination,
    calendar_of,
    elected_of,
    eligible,
    gates,
    head_elected,
    may_hold,
    may_nominate,
)
from danchu.law.rules import rules_at
from law.saying import CALENDAR, code

DAY = date(2026, 11, 20)
ONE = timedelta(days=1)
BINH = Candidate(1, date(1980, 5, 1), permanent=True, lives_here=True, fit=True)
READY = ElectionFacts(
    day=DAY,
    decided_on=date(2026, 10, 31),
    party_view=True,
    candidates=(BINH,),
    minutes_sent_on=date(2026, 11, 5),
    team=(ElectionMember(7, front=True, leader=True), ElectionMember(8)),
    team_agreed=True,
    team_set_on=date(2026, 11, 10),
    noticed_on=date(2026, 11, 13),
)


def test_calendar_counts_back_from_the_meeting():
    found = calendar_of(DAY, CALENDAR)

    assert [(one.rule, (DAY - one.end).days) for one in found] == [
        ("elect.plan", 20),
        ("elect.candidates", 15),
        ("elect.team", 10),
        ("elect.notice", 7),
        ("meet.notice", 2),
    ]
    assert [one.end for one in found] == sorted(one.end for one in found)


def test_election_prepared_in_time_may_be_held():
    answer = may_hold(READY, CALENDAR)

    assert code(answer) is None
    assert answer.basis == rules_at().basis("elect.meeting")
    assert [gate.key for gate in gates(READY, CALENDAR)] == ["plan", "candidates", "team", "notice"]


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"decided_on": None}, "elections.plan_done"),
        ({"decided_on": READY.decided_on + ONE}, "elections.plan_in_time"),
        ({"candidates": ()}, "elections.candidates_listed"),
        ({"candidates": (replace(BINH, nomination=Nomination.SELF),)}, "elections.candidates_listed"),
        ({"candidates": (replace(BINH, permanent=False),)}, "elections.permanent"),
        ({"party_view": False}, "elections.party_view"),
        ({"minutes_sent_on": None}, "elections.candidates_done"),
        ({"minutes_sent_on": READY.minutes_sent_on + ONE}, "elections.candidates_in_time"),
        ({"team": ()}, "elections.team_members"),
        ({"team": (ElectionMember(7, front=True), ElectionMember(8))}, "elections.team_leader"),
        ({"team": (ElectionMember(7, leader=True), ElectionMember(8, front=True))}, "elections.team_leader"),
        ({"team": (*READY.team, ElectionMember(9, front=True, leader=True))}, "elections.team_leader"),
        ({"team": (*READY.team, ElectionMember(1))}, "elections.team_candidate"),
        ({"team_agreed": False}, "elections.team_agreed"),
        ({"team_set_on": None}, "elections.team_done"),
        ({"team_set_on": READY.team_set_on + ONE}, "elections.team_in_time"),
        ({"noticed_on": None}, "elections.notice_done"),
        ({"noticed_on": READY.noticed_on + ONE}, "elections.notice_in_time"),
    ],
)
def test_each_step_of_the_calendar_stops_the_meeting(change, refused):
    assert code(may_hold(replace(READY, **change), CALENDAR)) == refused


@pytest.mark.parametrize(
    ("change", "settings", "refused"),
    [
        ({}, None, None),
        ({"permanent": False}, None, "elections.permanent"),
        ({"lives_here": False}, None, "elections.lives_here"),
        ({"born_on": date(2005, 11, 20)}, None, None),
        ({"born_on": date(2005, 11, 21)}, None, "elections.too_young"),
        ({"born_on": date(2005, 11, 21)}, {"head.min_age": 18}, None),
        ({"born_on": date(2002, 1, 1)}, {"head.min_age": 25}, "elections.too_young"),
        ({"fit": False}, None, "elections.not_fit"),
        ({"accepts": False}, None, "elections.not_accepted"),
    ],
)
def test_standards_of_a_head(change, settings, refused):
    assert code(eligible(replace(BINH, **change), DAY, settings=settings)) == refused
    assert rules_at().rule("head.standard").value == "age at least 21"


@pytest.mark.parametrize(
    ("candidate", "refused"),
    [
        (replace(BINH, person=2, nomination=Nomination.SELF), None),
        (replace(BINH, person=2, nomination=Nomination.OTHER), None),
        (BINH, "elections.listed_already"),
        (replace(BINH, person=8), "elections.team_member"),
        (replace(BINH, person=2, lives_here=False), "elections.lives_here"),
        (replace(BINH, person=2, accepts=False), "elections.not_accepted"),
    ],
)
def test_more_may_be_nominated_at_the_meeting(candidate, refused):
    assert code(may_nominate(READY, candidate)) == refused
    assert set(NOMINATION_LABELS) == set(Nomination)


@pytest.mark.parametrize(
    ("households", "votes", "elected", "rule"),
    [
        (300, {1: 151}, (1,), "pass.D3456"),
        (300, {1: 150}, (), "elect.no_winner"),
        (300, {1: 150, 2: 150}, (), "elect.no_winner"),
        (301, {1: 150, 2: 151}, (2,), "pass.D3456"),
        (1, {1: 1}, (1,), "pass.D3456"),
        (2, {1: 1}, (), "elect.no_winner"),
        (300, {}, (), "elect.no_winner"),
    ],
)
def test_head_needs_more_than_half_of_all_households(households, votes, elected, rule):
    found = head_elected(households, votes)

    assert not isinstance(found, Refusal)
    assert (found.elected, found.rule, found.filled) == (elected, rule, bool(elected))
    assert found.article == rules_at().basis(rule)
    assert ("quyết định bầu lại" in found.sentence["vi"]) is (not elected)
    assert "{" not in found.sentence["vi"] + found.sentence["en"]


@pytest.mark.parametrize(
    ("households", "votes", "refused"),
    [
        (0, {1: 0}, "count.no_households"),
        (300, {1: -1}, "count.negative"),
        (300, {1: 200, 2: 101}, "count.over_households"),
    ],
)
def test_impossible_figures_elect_nobody(households, votes, refused):
    assert code(head_elected(households, votes)) == refused


@pytest.mark.parametrize(
    ("votes", "elected", "tied"),
    [
        ({1: 60, 2: 80, 3: 50}, (2, 1), ()),
        ({1: 60, 2: 80, 3: 70}, (2, 3), ()),
        ({1: 60, 2: 80, 3: 60}, (2,), (1, 3)),
        ({1: 60, 2: 60, 3: 60}, (), (1, 2, 3)),
        ({1: 80, 2: 80, 3: 60}, (1, 2), ()),
        ({1: 51, 2: 50}, (1,), ()),
    ],
)
def test_boards_take_the_highest_above_half_and_leave_a_tie_open(votes, elected, tied):
    found = elected_of(100, votes, 2)

    assert (found.elected, found.tied, found.filled) == (elected, tied, len(elected) == 2)
    assert found.rule == "pass.D3456"
    assert ("Mặt trận" in found.sentence["vi"]) is (len(elected) < 2)


@pytest.mark.parametrize(
    ("votes", "seats", "refused"), [({1: 101}, 2, "elections.votes_over"), ({1: 60}, 0, "elections.no_seats")]
)
def test_impossible_figures_fill_no_seat(votes, seats, refused):
    assert code(elected_of(100, votes, seats)) == refused
