"""The derived tables of the reading of the law, line by line, from proposal to effect, through the modules together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danchu.law.aftermath import DecisionFacts, DecisionState, in_effect, recognise_by, send_by
from danchu.law.answers import Refusal
from danchu.law.clocks import due
from danchu.law.dismissals import DismissalFacts, after_recognition, called, interim_until
from danchu.law.elections import calendar_of
from danchu.law.matters import Purpose
from danchu.law.meeting import MeetingFacts, latest_notice, presence
from danchu.law.meeting_acts import slips_after
from danchu.law.meeting_names import MeetingState
from danchu.law.outcome import outcome
from danchu.law.proposals import Endorsement, Origin, ProposalFacts, standing
from danchu.law.rules import rules_at
from danchu.law.slips import latest_publication
from law.saying import CALENDAR, code

# N: ≥ 2/3 · > 50 % · ≥ 10 % · ≥ 50 % · cluster by size
NUMBERS = [
    (1, 1, 1, 1, 1, False),
    (2, 2, 2, 1, 1, False),
    (3, 2, 2, 1, 2, False),
    (10, 7, 6, 1, 5, False),
    (99, 66, 50, 10, 50, False),
    (100, 67, 51, 10, 50, False),
    (101, 68, 51, 11, 51, False),
    (150, 100, 76, 15, 75, False),
    (199, 133, 100, 20, 100, False),
    (200, 134, 101, 20, 100, True),
    (201, 134, 101, 21, 101, True),
    (250, 167, 126, 25, 125, True),
    (299, 200, 150, 30, 150, True),
    (300, 200, 151, 30, 150, True),
    (301, 201, 151, 31, 151, True),
    (450, 300, 226, 45, 225, True),
    (600, 400, 301, 60, 300, True),
    (1000, 667, 501, 100, 500, True),
]
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(("n", "two_thirds", "half", "tenth", "petition", "cluster"), NUMBERS)
def test_numbers_hold_in_every_module(n, two_thirds, half, tenth, petition, cluster):
    for matter, least in (
        ("D1", two_thirds),
        ("D2", two_thirds),
        ("D3", half),
        ("D4", half),
        ("D5", half),
        ("D6", half),
    ):
        hall = MeetingFacts(MeetingState.OPEN, matter, n, present=least)
        assert presence(hall).needed == least
        assert outcome(matter, "khu_pho", "meeting", n, least, present=n).passed
        assert not outcome(matter, "khu_pho", "meeting", n, least - 1, present=n).passed
        failed = replace(hall, state=MeetingState.FAILED, present=least - 1)
        assert code(slips_after(failed)) is None
        assert outcome(matter, "khu_pho", "slip", n, least, meeting_failed=True).passed
    ends = tuple(Endorsement(household, DAY) for household in range(tenth))
    idea = ProposalFacts(Origin.INITIATIVE, "D6", "khu_pho", n, endorsements=ends)
    assert standing(idea, DAY, CALENDAR).ready
    assert not standing(replace(idea, endorsements=ends[1:]), DAY, CALENDAR).ready
    assert not isinstance(called(DismissalFacts(n, petition=petition)), Refusal)
    assert code(called(DismissalFacts(n, petition=petition - 1))) == "dismissal.no_ground"
    assert rules_at().count("meet.cluster.min_households").admits(n) is cluster


def test_nothing_is_opened_for_no_household():
    assert code(outcome("D6", "khu_pho", "slip", 0, 0)) == "count.no_households"
    assert code(called(DismissalFacts(0))) == "dismissal.no_households"


def decision(matter, **more):
    return DecisionFacts(DecisionState.SENT, matter, DAY, **more)


def test_ordinary_meeting():
    assert latest_notice(DAY) == date(2026, 11, 18)
    for matter, recognised in (("D1", None), ("D5", date(2026, 12, 7)), ("D6", None)):
        facts = decision(matter, received_on=date(2026, 11, 30))
        assert send_by(facts, CALENDAR).end == date(2026, 11, 30)
        found = recognise_by(facts, CALENDAR)
        assert (found and found.end) == recognised
    assert in_effect(decision("D1")).on == DAY


def test_election_of_the_head():
    days = [DAY - one.end for one in calendar_of(DAY, CALENDAR)]
    facts = decision("D4", purpose=Purpose.ELECT, received_on=date(2026, 11, 30))

    assert [each.days for each in days] == [20, 15, 10, 7, 2]
    assert send_by(facts, CALENDAR).end == date(2026, 11, 30)
    assert (recognise_by(facts, CALENDAR).rule, recognise_by(facts, CALENDAR).end) == (
        "elect.recognise",
        date(2026, 12, 7),
    )
    assert in_effect(replace(facts, recognised_on=date(2026, 12, 4))).on == date(2026, 12, 4)


def test_dismissal_of_the_head():
    facts = decision("D4", purpose=Purpose.DISMISS, received_on=date(2026, 11, 30))

    assert recognise_by(facts, CALENDAR).rule == "dismiss.recognise"
    assert after_recognition(date(2026, 12, 7), CALENDAR).end == date(2027, 2, 5)
    assert interim_until(date(2026, 12, 7), CALENDAR).end == date(2027, 6, 7)


def test_household_slips():
    assert latest_publication(DAY) == date(2026, 11, 18)
    assert due("ballot.plan", date(2026, 11, 11), CALENDAR).end == date(2026, 11, 13)
    assert send_by(replace(decision("D6"), ended_on=date(2026, 11, 27)), CALENDAR).end == date(2026, 12, 4)


def test_convention():
    facts = decision("D3", received_on=date(2026, 11, 30))

    assert due("hu.post", date(2026, 6, 1), CALENDAR).end == date(2026, 7, 1)
    assert send_by(facts, CALENDAR).rule == "hu.submit"
    assert recognise_by(facts, CALENDAR).rule == "hu.recognise"
    assert due("hu.send", date(2026, 12, 7), CALENDAR).end == date(2026, 12, 9)
    assert in_effect(facts).on is None
