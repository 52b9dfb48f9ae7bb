"""Dismissal of the khu phố head: grounds, who decides, what follows."""

from __future__ import annotations

from datetime import date

import pytest

from danchu.law.answers import Refusal
from danchu.law.dismissals import (
    GROUND_LABELS,
    Called,
    DismissalFacts,
    Ground,
    after_recognition,
    called,
    decides,
    interim_until,
    may_appoint_interim,
    may_decide_without_meeting,
)
from danchu.law.matters import Convenor
from danchu.law.rules import rules_at
from law.saying import CALENDAR, code


@pytest.mark.parametrize(
    ("facts", "grounds"),
    [
        (DismissalFacts(300, own_request=True), (Ground.OWN_REQUEST,)),
        (DismissalFacts(300, front_head_proposes=True), (Ground.FRONT_HEAD,)),
        (DismissalFacts(300, petition=150), (Ground.PETITION,)),
        (DismissalFacts(301, petition=151), (Ground.PETITION,)),
        (DismissalFacts(1, petition=1), (Ground.PETITION,)),
        (DismissalFacts(300, own_request=True, petition=299), (Ground.OWN_REQUEST, Ground.PETITION)),
    ],
)
def test_any_ground_calls_the_meeting(facts, grounds):
    found = called(facts)

    assert isinstance(found, Called)
    assert found.grounds == grounds
    assert (found.convenor.value, found.convenor.rule) == (Convenor.FRONT_HEAD, "meet.convene.dismiss")
    assert set(GROUND_LABELS) == set(Ground)


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (DismissalFacts(300), "dismissal.no_ground"),
        (DismissalFacts(300, petition=149), "dismissal.no_ground"),
        (DismissalFacts(301, petition=150), "dismissal.no_ground"),
        (DismissalFacts(300, front_head_proposes=True, one_person_two_mandates=True), "dismissal.no_ground"),
        (DismissalFacts(300, petition=301), "dismissal.petition_over"),
        (DismissalFacts(0), "dismissal.no_households"),
    ],
)
def test_without_a_ground_there_is_no_meeting(facts, refused):
    assert code(called(facts)) == refused
    assert rules_at().basis("dismiss.grounds").key == "D59.9.1"


def test_ward_chairman_convenes_where_head_and_front_head_are_one():
    found = called(DismissalFacts(300, petition=150, one_person_two_mandates=True))

    assert not isinstance(found, Refusal)
    assert found.convenor.value == Convenor.WARD_CHAIR


def test_ward_recognises_or_decides_with_the_front():
    assert decides(agreed=True).value == "UBND_RECOGNISES"
    assert decides(agreed=False).value == "UBND_DECIDES_WITH_FRONT"
    assert decides(agreed=False).rule == "dismiss.recognise"


@pytest.mark.parametrize(
    ("agreed", "front", "refused"),
    [
        (None, True, "dismissal.meeting_first"),
        (True, True, "dismissal.meeting_agreed"),
        (False, False, "dismissal.front_first"),
        (False, True, None),
    ],
)
def test_ward_decides_alone_only_after_a_meeting_that_could_not_agree(agreed, front, refused):
    assert code(may_decide_without_meeting(meeting_agreed=agreed, front_agrees=front)) == refused


@pytest.mark.parametrize(
    ("in_office", "front", "refused"),
    [(True, True, "dismissal.head_in_office"), (False, False, "dismissal.front_first"), (False, True, None)],
)
def test_interim_head_is_for_a_vacancy_and_with_the_front(in_office, front, refused):
    assert code(may_appoint_interim(head_in_office=in_office, front_agrees=front)) == refused


def test_new_election_within_sixty_days_and_interim_within_six_months():
    new_election, interim = after_recognition(date(2026, 12, 7), CALENDAR), interim_until(date(2026, 12, 8), CALENDAR)

    assert (new_election.rule, new_election.end) == ("dismiss.new_election", date(2027, 2, 5))
    assert after_recognition(date(2026, 12, 1), CALENDAR).end == date(2027, 2, 1)  # Saturday 30 January moves
    assert (interim.rule, interim.end) == ("dismiss.interim", date(2027, 6, 8))
