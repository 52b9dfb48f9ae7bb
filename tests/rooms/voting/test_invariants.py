"""What ``danchu doctor`` asks of the rows of votes: quiet on a lawful vote, and it sees each kind of tampering."""

from __future__ import annotations

import pytest

from danchu.foundation.people.models import RollLine
from danchu.law.states import Choice
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Ballot, BallotChoice, Round
from rooms.voting import stages

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def wrong() -> set[str]:
    return {name for name, count in queries.broken() if count}


def test_a_lawful_vote_breaks_nothing(tell):
    tell(stages.sent)

    assert wrong() == set()


@pytest.mark.parametrize(
    ("tamper", "seen"),
    [
        (
            lambda: BallotChoice.objects.filter(choice=Choice.NO).update(choice=Choice.YES),
            {"counts_that_differ", "results_changed_after_seal"},
        ),
        (lambda: Round.objects.filter(kind="content").update(yes=7, no=0), {"counts_that_differ"}),
        (
            lambda: BallotChoice.objects.first().delete(),
            {"ballots_without_choice", "counts_that_differ", "results_changed_after_seal"},
        ),
        (lambda: RollLine.objects.update(address="nơi khác"), {"rolls_changed_after_freeze"}),
        (lambda: Ballot.objects.update(route="kiosk"), {"results_changed_after_seal"}),
    ],
)
def test_tampering_is_seen(tell, tamper, seen):
    tell(stages.sent)

    tamper()

    assert wrong() == seen
