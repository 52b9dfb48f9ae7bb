"""Giúp hộ biểu quyết: a helper's short session for one household, and the kiosk at the culture house."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.accounts.models import HouseholdAccess
from danchu.foundation.accounts.services.cards import find_by_code, find_by_token
from danchu.foundation.people.models import RollLine
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article, Convention
from danchu.law.states import Route
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import AssistedSession, Ballot, Round
from danchu.rooms.voting.services.ballots import Entry, enter
from danchu.rooms.voting.services.common import begin, subject

LASTS = timedelta(minutes=10)
BASIS = Convention("assisted_session")


@transaction.atomic
def start_assistance(
    actor: Actor,
    *,
    round_id: int,
    line_id: int,
    reason: str,
    witness_id: int | None = None,
    card_code: str = "",
    card_token: str = "",
    at: datetime,
) -> AssistedSession:
    """Bắt đầu phiên làm giúp: with the household's card, or another member of the team as witness.

    Refusals: ``voting.assist_no_proof`` (neither), ``voting.assist_witness`` (the witness is not of the team, or is the
    helper), ``voting.assist_other_card``, those of the card, and ``voting.assist_running``.
    """
    found = Round.objects.select_related("vote").get(pk=round_id)
    vote = begin(actor, Act.VOTING_BALLOT_ASSIST, found.vote_id, at)
    line = RollLine.objects.get(pk=line_id, roll_id=vote.roll_id)
    if queries.assisted_session(actor.id, at) is not None:
        raise Refused(Refusal("voting.assist_running", BASIS))
    with_card = bool(card_code or card_token)
    if with_card:
        card = find_by_token(card_token) if card_token else _by_code(vote.ward_id, line, card_code, at)
        if card.household_id != line.household_id:
            raise Refused(Refusal("voting.assist_other_card", BASIS))
    elif witness_id is None:
        raise Refused(Refusal("voting.assist_no_proof", BASIS))
    elif witness_id == actor.id or not vote.team.filter(staff_id=witness_id, left_at=None).exists():
        raise Refused(Refusal("voting.assist_witness", BASIS))
    session = AssistedSession.objects.create(
        ward_id=vote.ward_id,
        round=found,
        line=line,
        helper_id=actor.id,
        witness_id=None if with_card else witness_id,
        with_card=with_card,
        reason=reason.strip()[:300],
        started_at=at,
        expires_at=at + LASTS,
    )
    HouseholdAccess.objects.create(
        ward_id=vote.ward_id,
        household_id=line.household_id,
        how=HouseholdAccess.How.ASSISTED,
        helper_id=actor.id,
        at=at,
    )
    facts = {"household": line.household_id, "witness": session.witness_id, "card": with_card, "step": "start"}
    journal.record(actor, Act.VOTING_BALLOT_ASSIST, subject(vote), facts, at, detail={"reason": session.reason})
    return session


def _by_code(ward_id: int, line: RollLine, code: str, at: datetime) -> object:
    return find_by_code(ward_id, number=line.number, code=code, at=at)


def assist_ballot(actor: Actor, *, session_id: int, entry: Entry, at: datetime) -> Ballot:
    """Gửi phiếu trong phiên làm giúp; the session ends with it. Refused when it is over (``voting.assist_over``)."""
    session = AssistedSession.objects.select_related("round").get(pk=session_id, helper_id=actor.id)
    if session.ended_at is not None or at >= session.expires_at:
        sent = session.round.ballots.filter(line=session.line, form_key=entry.form_key).first()
        if sent is not None:
            return sent
        raise Refused(Refusal("voting.assist_over", BASIS))
    answer = enter(
        actor,
        Act.VOTING_BALLOT_ASSIST,
        session.round_id,
        session.line.household_id,
        entry,
        Route.ASSISTED,
        actor.id,
        at,
    )
    AssistedSession.objects.filter(pk=session.pk, ended_at=None).update(ended_at=at)
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return answer


@transaction.atomic
def end_assistance(actor: Actor, *, session_id: int, at: datetime) -> None:
    """Kết thúc phiên làm giúp, with or without a ballot."""
    session = AssistedSession.objects.select_for_update().select_related("round").get(pk=session_id, helper_id=actor.id)
    if session.ended_at is None:
        session.ended_at = min(at, session.expires_at)
        session.save(update_fields=["ended_at"])
        journal.record(
            actor,
            Act.VOTING_BALLOT_ASSIST,
            f"vote:{session.round.vote_id}",
            {"household": session.line.household_id, "step": "end"},
            at,
        )


@transaction.atomic
def open_kiosk(actor: Actor, *, vote_id: int, at: datetime) -> None:
    """Mở máy đặt tại nhà văn hóa: this device takes one household after another and forgets each."""
    vote = begin(actor, Act.VOTING_KIOSK_OPEN, vote_id, at)
    journal.record(actor, Act.VOTING_KIOSK_OPEN, subject(vote), {}, at)


@transaction.atomic
def view_call_list(actor: Actor, *, vote_id: int, search: str = "", at: datetime) -> tuple[Round, list[RollLine]]:
    """Xem danh sách hộ cần mời: for the team of this vote while it runs; each look is in the journal."""
    vote = begin(actor, Act.VOTING_CALL_LIST_VIEW, vote_id, at)
    found = queries.running_round(vote, at)
    if found is None:
        raise Refused(Refusal("voting.not_running", Article("D59", 5, 3)))
    lines = queries.call_list(found, search)
    facts = {"round": found.kind, "households": len(lines), "search": bool(search.strip())}
    journal.record(actor, Act.VOTING_CALL_LIST_VIEW, subject(vote), facts, at)
    return found, lines
