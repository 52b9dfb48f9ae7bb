"""Điều luôn phải đúng: questions about the stored rows of votes whose answer must be "none"; ``danchu doctor`` asks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.db.models import Count, F, Q

from danchu.foundation.journal.chain import canonical
from danchu.foundation.people.models import Roll
from danchu.law.states import CHOOSING_ROUTES, State
from danchu.rooms.voting.models import Ballot, BallotChoice, Round, SecretBox, Vote
from danchu.rooms.voting.queries.register import STANDING, Tally, counted, standing_ballots, tally
from danchu.rooms.voting.queries.rolls import roll_rows
from danchu.rooms.voting.queries.secret import archive, events_of
from danchu.rooms.voting.queries.votes import counts_choices


def roll_digest(roll: Roll) -> str:
    """SHA-256 over the lines of a roll in their order."""
    digest = hashlib.sha256()
    for row in roll_rows(roll.pk):
        digest.update(canonical(list(row)) + b"\n")
    return digest.hexdigest()


def result_seal(vote: Vote, figures: Tally) -> str:
    """SHA-256 over roll, figures and the receipts that count: who took part and how many chose what."""
    found = vote.rounds.get(kind="content")
    digest = hashlib.sha256()
    by_people = [found.invalid, found.present]
    rows = [vote.roll.digest, found.households, figures.yes, figures.no, figures.other]
    digest.update(canonical([*rows, *(one for one in by_people if one is not None)]) + b"\n")
    entries = standing_ballots(found).order_by("line_id").values_list("line__number", "route", "code")
    for row in entries.iterator(chunk_size=2000):
        digest.update(canonical(list(row)) + b"\n")
    return digest.hexdigest()


def broken() -> Iterator[tuple[str, int]]:
    """Each invariant and how many rows break it, over every ward (inside ``scopes_disabled``)."""
    yield (
        "ballots_without_choice",
        (Ballot.objects.filter(choice=None, sealed=False, route__in=CHOOSING_ROUTES).count()),
    )
    yield "sealed_without_archive", Ballot.objects.filter(sealed=True, step=None).count()
    yield "sealed_with_choice", BallotChoice.objects.filter(ballot__sealed=True).count()
    yield "archives_broken", sum(_broken(box) for box in SecretBox.objects.exclude(stage=""))
    yield "choices_of_another_ward", BallotChoice.objects.exclude(ward=F("ballot__ward")).count()
    entries = Ballot.objects.filter(STANDING).values("round", "line").annotate(entries=Count("pk"))
    yield "households_counted_twice", entries.filter(entries__gt=1).count()
    frozen = Roll.objects.filter(frozen_at__isnull=False)
    yield (
        "rolls_changed_after_freeze",
        sum(roll.digest != roll_digest(roll) or roll.households != roll.lines.count() for roll in frozen),
    )
    yield "counts_that_differ", sum(_differs(found) for found in _counted())
    sealed = Vote.objects.filter(~Q(seal=""), state__in=[State.SEALED, State.ANNOUNCED, State.SENT])
    yield (
        "results_changed_after_seal",
        sum(
            vote.seal != result_seal(vote, counted(vote.rounds.get(kind="content")))
            for vote in sealed.select_related("roll")
        ),
    )


def _broken(box: SecretBox) -> bool:
    """Whether a step is missing or altered: each event names the one before, and the box the last."""
    head, height = "", 0
    for data in archive(box):
        found = events_of(data)
        for event, digest in found:
            if event.get("parent", "") != head or event["height"] != height:
                return True
            head, height = digest, height + 1
    return (head, height) != (box.head, box.height)


def _counted() -> Iterator[Round]:
    rounds = Round.objects.filter(closed_at__isnull=False, at_meeting=False).select_related("vote")
    return filter(counts_choices, rounds.iterator(chunk_size=500))


def _differs(found: Round) -> bool:
    counted = tally(found)
    return (counted.yes, counted.no, counted.other) != (found.yes, found.no, found.other)
