"""Rút, dừng và hủy, gia hạn, làm lại: with a reason, by two people, in the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import check
from danchu.foundation.duties import services as duties
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention
from danchu.law.matters import Form
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Outage, Round, TwoPersonAct, Vote
from danchu.rooms.voting.services.common import begin, next_state, subject
from danchu.rooms.voting.services.prepare import WORDING, new_vote
from danchu.rooms.voting.services.recordings import record_end, record_notice
from danchu.rooms.voting.services.telling import tell_end


@transaction.atomic
def record_outage(
    actor: Actor, *, vote_id: int, began_at: datetime, ended_at: datetime | None, what: str, at: datetime
) -> Outage:
    """Ghi sự cố: when and what; the only ground for an extension (``voting.outage_times``)."""
    vote = begin(actor, Act.VOTING_OUTAGE_RECORD, vote_id, at)
    if began_at > at or (ended_at is not None and not began_at <= ended_at <= at):
        raise Refused(Refusal("voting.outage_times", Convention("outage")))
    outage = Outage.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        began_at=began_at,
        ended_at=ended_at,
        what=what.strip(),
        recorded_by_id=actor.id,
        recorded_at=at,
    )
    journal.record(
        actor, Act.VOTING_OUTAGE_RECORD, subject(vote), {"outage": outage.pk}, at, detail={"what": outage.what}
    )
    return outage


@transaction.atomic
def ask_two_person_act(
    actor: Actor, *, vote_id: int, act: Act, reason: str, payload: Mapping[str, Any] | None = None, at: datetime
) -> TwoPersonAct:
    """Người thứ nhất đề nghị một việc cần hai người; asked again it takes the new reason."""
    if act not in _BY_ACT:
        raise ValueError(f"{act} is not done by two people")
    vote = begin(actor, act, vote_id, at)
    if act is Act.VOTING_VOTE_EXTEND:
        _new_close(vote, payload or {})
    vote.two_person_acts.filter(act=act, done_at=None, dropped_at=None).update(dropped_at=at)
    asked = TwoPersonAct.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        act=str(act),
        payload=dict(payload or {}),
        reason=reason.strip(),
        asked_by_id=actor.id,
        asked_at=at,
    )
    journal.record(
        actor, act, subject(vote), {"step": "asked", "request": asked.pk}, at, detail={"reason": asked.reason}
    )
    return asked


@transaction.atomic
def agree_two_person_act(actor: Actor, *, request_id: int, at: datetime) -> Vote:
    """Người thứ hai đồng ý: the act is done now, if it still may be (``voting.second_person``)."""
    asked = TwoPersonAct.objects.get(pk=request_id)
    act = Act(asked.act)
    vote = begin(actor, act, asked.vote_id, at)
    asked = TwoPersonAct.objects.select_for_update(of=("self",)).get(pk=request_id)
    if asked.done_at is not None or asked.dropped_at is not None:
        raise Refused(Refusal("voting.request_over", Convention("two_people")))
    if asked.asked_by_id == actor.id:
        raise Refused(Refusal("voting.second_person", Convention("two_people")))
    asked.agreed_by_id, asked.done_at = actor.id, at
    asked.save(update_fields=["agreed_by", "done_at"])
    facts = {"step": "done", "request": asked.pk, **_BY_ACT[act](actor, vote, asked, at)}
    journal.record(actor, act, subject(vote), facts, at, detail={"reason": asked.reason})
    return vote


@transaction.atomic
def drop_two_person_act(actor: Actor, *, request_id: int, at: datetime) -> None:
    """Bỏ đề nghị: either of those who could agree may drop it."""
    asked = TwoPersonAct.objects.get(pk=request_id)
    act = Act(asked.act)
    vote = Vote.objects.select_for_update().get(pk=asked.vote_id)
    check(actor, act, queries.subject_of(vote))
    TwoPersonAct.objects.filter(pk=request_id, done_at=None, dropped_at=None).update(dropped_at=at)
    journal.record(actor, act, subject(vote), {"step": "dropped", "request": asked.pk}, at)


def _withdraw(actor: Actor, vote: Vote, asked: TwoPersonAct, at: datetime) -> dict[str, Any]:  # noqa: ARG001
    _end(vote, Act.VOTING_VOTE_WITHDRAW, asked.reason, at)
    return {}


def _stop(actor: Actor, vote: Vote, asked: TwoPersonAct, at: datetime) -> dict[str, Any]:  # noqa: ARG001
    """Ballots stay sealed and are never counted."""
    stopped = []
    for found in Round.objects.select_for_update().filter(vote=vote, closed_at=None, stopped_at=None):
        found.stopped_at = at
        found.save(update_fields=["stopped_at"])
        stopped.append(found.kind)
    _end(vote, Act.VOTING_VOTE_STOP, asked.reason, at)
    return {"rounds": stopped}


def _extend(actor: Actor, vote: Vote, asked: TwoPersonAct, at: datetime) -> dict[str, Any]:  # noqa: ARG001
    found = Round.objects.select_for_update().get(vote=vote, kind=RoundKind.CONTENT)
    closes_at = _new_close(vote, asked.payload)
    before = found.closes_at
    found.closes_at, found.extended_at = closes_at, at
    found.save(update_fields=["closes_at", "extended_at"])
    vote.state = next_state(vote, Act.VOTING_VOTE_EXTEND)
    vote.save(update_fields=["state"])
    record_notice(vote, at)
    return {"closes": closes_at.isoformat(), "before": before.isoformat()}


def _new_close(vote: Vote, payload: Mapping[str, Any]) -> datetime:
    closes_at = datetime.fromisoformat(str(payload["closes_at"]))
    found = vote.rounds.get(kind=RoundKind.CONTENT)
    if closes_at <= found.closes_at:
        raise Refused(Refusal("voting.extend_not_later", Convention("extend"), {"closes_at": found.closes_at}))
    return closes_at


def _redo(actor: Actor, vote: Vote, asked: TwoPersonAct, at: datetime) -> dict[str, Any]:  # noqa: ARG001
    """A new vote linked to the old one: wording carried over; agreements, roll and ballots are not."""
    wording = {field: getattr(vote, field) for field in WORDING}
    made = new_vote(
        actor,
        khu_pho=vote.khu_pho,
        wording=wording,
        matter=vote.matter,
        form=Form(vote.form),
        online_reason=vote.online_reason,
        at=at,
        redo_of=vote,
    )
    return {"made": made.pk}


def _end(vote: Vote, act: Act, reason: str, at: datetime) -> None:
    vote.state = next_state(vote, act)
    vote.ended_at, vote.end_reason = at, reason
    vote.save(update_fields=["state", "ended_at", "end_reason"])
    if vote.notice_at is not None:
        tell_end(vote, at)
    record_end(vote)
    duties.drop(ward_id=vote.ward_id, subject=subject(vote), at=at)


_BY_ACT: Mapping[Act, Callable[[Actor, Vote, TwoPersonAct, datetime], dict[str, Any]]] = {
    Act.VOTING_VOTE_WITHDRAW: _withdraw,
    Act.VOTING_VOTE_STOP: _stop,
    Act.VOTING_VOTE_EXTEND: _extend,
    Act.VOTING_VOTE_REDO: _redo,
}
TWO_PERSON_ACTS = frozenset(_BY_ACT)
