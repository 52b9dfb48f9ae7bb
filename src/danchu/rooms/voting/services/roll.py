"""Danh sách hộ của cuộc biểu quyết: drawn up → shown → corrected → frozen."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.people.models import Roll, RollLine, RollRequest
from danchu.foundation.people.queries import voters_on
from danchu.foundation.places.settings import value
from danchu.law import voting as law
from danchu.law.acts import Act
from danchu.law.people import WhoCounts
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Vote
from danchu.rooms.voting.services.common import begin, subject


@transaction.atomic
def draw_roll(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Lập danh sách hộ from the register as it stands; drawn again it takes up what was corrected there."""
    vote = begin(actor, Act.VOTING_ROLL_DRAW, vote_id, at)
    today = clock.day(at)
    if vote.roll is None:
        who = WhoCounts(value(vote.ward_id, "roll.who_counts", today))
        vote.roll = Roll.objects.create(ward_id=vote.ward_id, khu_pho=vote.khu_pho, who_counts=who, drawn_at=at)
        vote.save(update_fields=["roll"])
    roll = vote.roll
    before = set(roll.lines.values_list("household_id", "number", "representative", "address", "residence"))
    now = set(voters_on(vote.khu_pho_id, WhoCounts(roll.who_counts), today))
    roll.lines.all().delete()
    RollLine.objects.bulk_create(
        (
            RollLine(
                ward_id=vote.ward_id,
                roll=roll,
                household_id=household,
                number=number,
                representative=representative,
                address=address,
                residence=residence,
            )
            for household, number, representative, address, residence in voters_on(
                vote.khu_pho_id, WhoCounts(roll.who_counts), today
            )
        ),
        batch_size=500,
    )
    facts = {"households": len(now), "added": len(now - before), "removed": len(before - now), "who": roll.who_counts}
    journal.record(actor, Act.VOTING_ROLL_DRAW, subject(vote), facts, at)
    return vote


@transaction.atomic
def show_roll(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Niêm yết danh sách: a printed sheet at the culture house; on the web only a yes/no check."""
    vote = begin(actor, Act.VOTING_ROLL_SHOW, vote_id, at)
    roll = vote.roll
    if roll.shown_at is None:
        days = value(vote.ward_id, "roll.display_days", clock.day(at))
        roll.shown_at, roll.shown_until = at, law.roll_complete_on(clock.day(at), days)
        roll.save(update_fields=["shown_at", "shown_until"])
    journal.record(actor, Act.VOTING_ROLL_SHOW, subject(vote), {"until": roll.shown_until.isoformat()}, at)
    return vote


@transaction.atomic
def request_roll_correction(
    actor: Actor, *, vote_id: int, name: str, address: str, phone: str, words: str, at: datetime
) -> RollRequest:
    """Đề nghị sửa danh sách, by anyone while the roll is shown; the head decides."""
    vote = begin(actor, Act.VOTING_ROLL_REQUEST, vote_id, at)
    request = RollRequest.objects.create(
        ward_id=vote.ward_id,
        roll=vote.roll,
        code="".join(secrets.choice("23456789") for _ in range(8)),
        name=name.strip(),
        address=address.strip(),
        phone=phone.strip(),
        words=words.strip(),
        asked_at=at,
    )
    journal.record(
        actor if actor.ward_id else Actor(actor.kind, vote.ward_id),
        Act.VOTING_ROLL_REQUEST,
        subject(vote),
        {"request": request.pk},
        at,
    )
    return request


@transaction.atomic
def correct_roll(
    actor: Actor, *, vote_id: int, request_id: int, accepted: bool, answer: str, at: datetime
) -> RollRequest:
    """Giải quyết đề nghị sửa: the register is corrected first, then the roll is drawn again."""
    vote = begin(actor, Act.VOTING_ROLL_CORRECT, vote_id, at)
    request = RollRequest.objects.select_for_update().get(pk=request_id, roll=vote.roll)
    request.decision = RollRequest.Decision.ACCEPTED if accepted else RollRequest.Decision.REFUSED
    request.answer, request.decided_at = answer.strip(), at
    request.save(update_fields=["decision", "answer", "decided_at"])
    journal.record(
        actor,
        Act.VOTING_ROLL_CORRECT,
        subject(vote),
        {"request": request.pk, "decision": request.decision},
        at,
        detail={"answer": request.answer},
    )
    return request


@transaction.atomic
def freeze_roll(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Chốt danh sách hộ: N and the hash of the lines are fixed; later corrections go into the minutes."""
    vote = begin(actor, Act.VOTING_ROLL_FREEZE, vote_id, at)
    roll = vote.roll
    roll.frozen_at = at
    roll.households = roll.lines.count()
    roll.digest = queries.roll_digest(roll)
    roll.save(update_fields=["frozen_at", "households", "digest"])
    facts = {"households": roll.households, "digest": roll.digest, "who": roll.who_counts}
    journal.record(actor, Act.VOTING_ROLL_FREEZE, subject(vote), facts, at)
    return vote
