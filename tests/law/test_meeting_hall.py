"""In the hall: check-in, the count by two people, the conclusion of all halls, slips after too few came."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.law import meeting_hall as law
from danchu.law.meeting import Cluster
from danchu.law.meeting_names import Method
from danchu.law.reconciliation import Figures, Stated
from law.saying import code
from law.test_meeting import HALL, TWO

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
OPEN = law.SessionFacts(opened=True, ended=False)
BEFORE = law.SessionFacts(opened=False, ended=False)
OVER = law.SessionFacts(opened=True, ended=True)
COUNTED = replace(HALL, figures=TWO)


@pytest.mark.parametrize(
    ("session", "refused"),
    [(BEFORE, "meeting.session_not_open"), (OVER, "meeting.session_over"), (OPEN, None)],
)
def test_everything_in_the_hall_waits_for_its_opening_and_stops_at_its_end(session, refused):
    for answer in (
        law.in_hall(session),
        law.may_check_in(session, None),
        law.may_undo(session),
        law.may_count(HALL, session),
    ):
        assert code(answer) == refused


def test_a_household_is_in_once_and_taken_back_before_figures_only():
    assert code(law.may_check_in(OPEN, AT)) == "meeting.already_in"
    assert code(law.may_undo(replace(OPEN, figures=True))) == "meeting.undo_after_figures"


def test_one_hall_counts_with_enough_present_and_a_cluster_without_waiting():
    few = replace(HALL, present=199)
    assert code(law.may_count(few, OPEN)) == "meeting.presence"
    in_clusters = replace(few, clusters=(Cluster(150, 100), Cluster(150, 99)), clusters_approved=True)
    assert law.may_count(in_clusters, OPEN)


def numbers(method, **given):
    return law.figures_of(
        method, **{"issued": None, "collected": None, "invalid": 0, "yes": 0, "no": 0, "other": 0} | given
    )


def test_figures_of_hands_and_of_slips():
    assert numbers(Method.HANDS, yes=5, no=1) == Figures.of_hands(5, 1)
    slips = numbers(Method.SECRET, issued=8, collected=6, invalid=1, yes=4, no=1)
    assert (slips.collected, slips.valid, slips.missing) == (6, 5, 2)
    assert numbers(Method.SECRET).collected == 0


@pytest.mark.parametrize(
    ("found", "reason", "refused"),
    [
        (numbers(Method.HANDS, yes=8), "", None),
        (numbers(Method.HANDS, yes=5, no=1), "", None),  # somebody present may not vote
        (numbers(Method.HANDS, yes=8, no=1), "Đếm nhầm.", "register.impossible"),
        (numbers(Method.SECRET, issued=8, collected=8, yes=8), "", None),
        (numbers(Method.SECRET, issued=8, collected=8, yes=7), "", "register.gap_unexplained"),
        (numbers(Method.SECRET, issued=8, collected=8, yes=7), "Một phiếu rơi.", None),
        (numbers(Method.SECRET, issued=6, collected=6, yes=6), " ", "register.gap_unexplained"),
        (numbers(Method.SECRET, issued=7, collected=8, yes=8), "Phát thiếu.", "register.impossible"),
        (numbers(Method.SECRET, issued=2, collected=2, invalid=3), "Lạ.", "count.negative"),
    ],
)
def test_numbers_that_cannot_be_are_refused_and_gaps_are_explained(found, reason, refused):
    assert code(law.may_enter(found, 8, reason)) == refused


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 120))
def test_never_more_hands_than_households_present(yes, no, other, present):
    answer = law.may_enter(numbers(Method.HANDS, yes=yes, no=no, other=other), present, "Có lý do.")

    assert bool(answer) == (yes + no + other <= present)


def test_a_count_is_announced_when_two_people_say_the_same():
    assert law.may_announce(TWO)
    assert code(law.may_announce(TWO[:1])) == "register.figures_two_people"
    assert code(law.may_announce((TWO[0], Stated(2, Figures.of_hands(1, 0))))) == "register.figures_differ"


def test_the_conclusion_waits_for_every_hall():
    assert code(law.may_conclude([COUNTED], 1)) == "meeting.sessions_running"
    assert code(law.may_conclude([COUNTED, replace(HALL, figures=())], 0)) == "register.figures_two_people"
    assert law.may_conclude([COUNTED], 0)


def test_slips_follow_only_a_meeting_to_which_too_few_came():
    few = replace(COUNTED, present=199)
    assert code(law.may_follow(few, counted=False)) == "meeting.not_failed"
    assert code(law.may_follow(COUNTED, counted=True)) == "meeting.enough_present"
    assert law.may_follow(few, counted=True)


def test_a_meeting_has_something_to_decide():
    assert law.on_agenda(1)
    assert code(law.on_agenda(0)) == "meeting.agenda_empty"
