"""Đề nghị kiểm tra phiếu ghi tên hộ, và cách giải quyết; possible until the result is sealed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import check
from danchu.foundation.people.models import RollLine
from danchu.law import voting as law
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.law.secret import BASIS as SECRET_BASIS
from danchu.law.states import RoundKind, State
from danchu.law.voting_acts import may
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Dispute, Round, Slip, Vote
from danchu.rooms.voting.services.closing import freeze_count
from danchu.rooms.voting.services.common import begin, subject

BASIS = Convention("dispute")


@transaction.atomic
def dispute_entry(actor: Actor, *, round_id: int, words: str, at: datetime) -> Dispute:
    """Đề nghị kiểm tra: the household says an entry in its name is not right. One open dispute a round."""
    found = Round.objects.select_for_update().select_related("vote").get(pk=round_id)
    vote = found.vote
    check(actor, Act.VOTING_ENTRY_DISPUTE, queries.subject_of(vote, households=frozenset({actor.id or 0})))
    require(may(Act.VOTING_ENTRY_DISPUTE, queries.facts_of(vote, at), at))
    line = RollLine.objects.filter(roll_id=vote.roll_id, household_id=actor.id).first()
    if line is None:
        raise Refused(Refusal("voting.not_on_roll", law.GATE_BASIS["roll"]))
    open_one = Dispute.objects.filter(round=found, line=line, resolved_at=None).first()
    if open_one is not None:
        return open_one
    made = Dispute.objects.create(
        ward_id=vote.ward_id,
        round=found,
        line=line,
        ballot=queries.standing_ballot(found, line),
        words=words.strip()[:1000],
        at=at,
    )
    journal.record(
        actor, Act.VOTING_ENTRY_DISPUTE, subject(vote), {"dispute": made.pk}, at, detail={"words": made.words}
    )
    return made


@transaction.atomic
def resolve_dispute(actor: Actor, *, dispute_id: int, void: bool, answer: str, at: datetime) -> Dispute:
    """Giải quyết đề nghị kiểm tra: the entry stands, or is taken out (the household may then vote until close).

    The member of the team who entered a ballot for the household does not decide about it (``voting.own_entry``).
    """
    dispute = Dispute.objects.select_related("round", "ballot").get(pk=dispute_id)
    vote = begin(actor, Act.VOTING_DISPUTE_RESOLVE, dispute.round.vote_id, at)
    found = Round.objects.select_for_update().get(pk=dispute.round_id)
    dispute = Dispute.objects.select_for_update(of=("self",)).select_related("ballot").get(pk=dispute_id)
    if dispute.resolved_at is not None:
        raise Refused(Refusal("voting.dispute_resolved", BASIS))
    ballot = dispute.ballot
    if ballot is not None and ballot.helper_id == actor.id:
        raise Refused(Refusal("voting.own_entry", Convention("two_people")))
    if void and ballot is not None and ballot.sealed:
        raise Refused(Refusal("secret.void", SECRET_BASIS))
    if void and ballot is not None and ballot.voided_at is None:
        ballot.voided_at = at
        ballot.save(update_fields=["voided_at"])
        Slip.objects.filter(ballot=ballot).update(ballot=None, returned_at=None)  # the household may hand it in again
        if found.closed_at is not None:
            _recount(vote, found)
    dispute.resolved_at, dispute.resolved_by_id = at, actor.id
    dispute.decision = Dispute.Decision.VOIDED if void else Dispute.Decision.STANDS
    dispute.answer = answer.strip()[:1000]
    dispute.save(update_fields=["resolved_at", "resolved_by", "decision", "answer"])
    journal.record(
        actor,
        Act.VOTING_DISPUTE_RESOLVE,
        subject(vote),
        {"dispute": dispute.pk, "decision": dispute.decision},
        at,
        detail={"answer": dispute.answer},
    )
    return dispute


def _recount(vote: Vote, found: Round) -> None:
    """Until the seal an online count follows the register; slips are counted by people, a settled form poll stays."""
    if found.kind == RoundKind.CONTENT and vote.state == State.CLOSED and queries.counts_choices(found):
        freeze_count(found)
