"""Kiểm phiếu: two people count apart before two households; what does not add up is explained in writing."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.people.models import RollLine
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article, Convention
from danchu.law.outcome import Counts
from danchu.law.reconciliation import Figures, Stated, agreed
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import GapNote, Round, SlipFigures
from danchu.rooms.voting.services.common import begin, subject


@transaction.atomic
def enter_count(
    actor: Actor,
    *,
    vote_id: int,
    figures: Figures,
    witnesses: tuple[RollLine, RollLine],
    opinions: str = "",
    at: datetime,
) -> bool:
    """Ghi số liệu kiểm phiếu của một người (59/4.6a); true once a second person has counted the same.

    Counting again replaces one's own figures. Refusals: ``slips.witness_on_roll``, ``slips.witnesses``, those of
    ``Counts.impossible``.
    """
    vote = begin(actor, Act.VOTING_COUNT_ENTER, vote_id, at)
    found = vote.rounds.select_for_update().get(kind=RoundKind.CONTENT)
    basis = Article("D59", 4, 6, "a")
    if any(line.roll_id != vote.roll_id for line in witnesses):
        raise Refused(Refusal("slips.witness_on_roll", basis))
    if witnesses[0].pk == witnesses[1].pk:
        raise Refused(Refusal("slips.witnesses", basis, {"witnesses": 1, "least": 2}))
    wrong = Counts(found.households, figures.yes, figures.no, figures.other, figures.invalid).impossible()
    if wrong is not None:
        raise Refused(wrong)
    found.slip_figures.filter(entered_by_id=actor.id, dropped_at=None).update(dropped_at=at)
    SlipFigures.objects.create(
        ward_id=vote.ward_id,
        round=found,
        **asdict(figures),
        opinions=opinions.strip(),
        witness_1=witnesses[0],
        witness_2=witnesses[1],
        entered_by_id=actor.id,
        at=at,
    )
    same = _settle(found)
    journal.record(actor, Act.VOTING_COUNT_ENTER, subject(vote), {"agreed": same}, at)
    return same


def _settle(found: Round) -> bool:
    """The round bears the figures two people agree on, and none while they differ."""
    stated = queries.figures_of(found)
    both = agreed(tuple(Stated(one.entered_by_id, queries.as_figures(one)) for one in stated))
    same = not isinstance(both, Refusal) and bool(queries.witnesses_of(stated))
    if isinstance(both, Refusal) or not same:
        found.yes = found.no = found.other = found.invalid = None
    else:
        found.yes, found.no, found.other, found.invalid = both.yes, both.no, both.other, both.invalid
    found.save(update_fields=["yes", "no", "other", "invalid"])
    return same


@transaction.atomic
def explain_gap(actor: Actor, *, vote_id: int, gap: str, words: str, at: datetime) -> GapNote:
    """Giải trình bằng văn bản một chỗ không khớp; written again it is replaced, the journal keeps both."""
    vote = begin(actor, Act.VOTING_GAP_EXPLAIN, vote_id, at)
    found = vote.rounds.select_for_update().get(kind=RoundKind.CONTENT)
    reconciled = queries.reconciliation(vote, found)
    there = {one.name: one for one in reconciled.gaps} if reconciled is not None else {}
    if gap not in there:
        raise Refused(Refusal("register.no_such_gap", Convention("reconciliation")))
    note, _ = GapNote.objects.update_or_create(
        ward_id=vote.ward_id,
        round=found,
        gap=gap,
        defaults={
            "expected": there[gap].expected,
            "found": there[gap].found,
            "words": words.strip()[:1000],
            "written_by_id": actor.id,
            "at": at,
        },
    )
    facts = {"gap": gap, "expected": note.expected, "found": note.found}
    journal.record(actor, Act.VOTING_GAP_EXPLAIN, subject(vote), facts, at, detail={"words": note.words})
    return note
