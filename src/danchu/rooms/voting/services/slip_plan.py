"""Chuẩn bị phát phiếu: the plan, the slips with their stubs, their mark."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.duties import services as duties
from danchu.foundation.people.models import RollLine
from danchu.foundation.places.calendar import ward_calendar
from danchu.law.acts import Act
from danchu.law.basis import Article
from danchu.law.clocks import due
from danchu.law.people import Role
from danchu.rooms.voting.models import Slip, SlipPlan, Vote
from danchu.rooms.voting.services.common import begin, subject


@transaction.atomic
def issue_plan(actor: Actor, *, vote_id: int, purpose: str, assignment: str, boxes: str, at: datetime) -> SlipPlan:
    """Ban hành kế hoạch phát phiếu (59/4.2); issued again it must be sent again, within two days of the new day."""
    vote = begin(actor, Act.VOTING_PLAN_ISSUE, vote_id, at)
    today = clock.day(at)
    plan, _ = SlipPlan.objects.update_or_create(
        ward_id=vote.ward_id,
        vote=vote,
        defaults={
            "purpose": purpose.strip(),
            "assignment": assignment.strip(),
            "boxes": boxes.strip(),
            "issued_on": today,
            "sent_on": None,
        },
    )
    duties.drop(ward_id=vote.ward_id, subject=subject(vote), at=at)
    duties.start(
        ward_id=vote.ward_id,
        khu_pho_id=vote.khu_pho_id,
        subject=subject(vote),
        title=vote.title,
        url=reverse("voting:desk", kwargs={"slug": vote.slug}),
        owed_by=Role.HEAD,
        basis=Article("D59", 4, 2).key,
        deadline=due("ballot.plan", today, ward_calendar(vote.ward_id, today)),
    )
    journal.record(actor, Act.VOTING_PLAN_ISSUE, subject(vote), {"issued": today.isoformat()}, at)
    return plan


@transaction.atomic
def send_plan(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Đã gửi kế hoạch đến Chủ tịch Ủy ban nhân dân và Chủ tịch Mặt trận phường (59/4.2); its clock stops."""
    vote = begin(actor, Act.VOTING_PLAN_SEND, vote_id, at)
    SlipPlan.objects.filter(vote=vote, sent_on=None).update(sent_on=clock.day(at))
    duties.finish(ward_id=vote.ward_id, rule="ballot.plan", subject=subject(vote), at=at)
    journal.record(actor, Act.VOTING_PLAN_SEND, subject(vote), {}, at)
    return vote


@transaction.atomic
def print_slips(actor: Actor, *, vote_id: int, at: datetime) -> int:
    """Lập phiếu: one a household of the frozen roll, numbered, each stub with its own token. Again, it makes none."""
    vote = begin(actor, Act.VOTING_SLIP_PRINT, vote_id, at)
    have = set(vote.slips.filter(spoiled_at=None).values_list("line_id", flat=True))
    lines = RollLine.objects.filter(roll_id=vote.roll_id).exclude(pk__in=have).order_by("pk")
    first = next_number(vote)
    made = Slip.objects.bulk_create(
        (
            Slip(ward_id=vote.ward_id, vote=vote, line=line, number=number, token=new_token())
            for number, line in enumerate(lines, first)
        ),
        batch_size=500,
    )
    journal.record(actor, Act.VOTING_SLIP_PRINT, subject(vote), {"slips": len(made)}, at)
    return len(made)


def next_number(vote: Vote) -> int:
    """The next free number of a stub."""
    last: int | None = vote.slips.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def new_token() -> str:
    """128 random bits for a stub's code."""
    return secrets.token_hex(16)


@transaction.atomic
def mark_slips(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Ghi phiếu đã có chữ ký Trưởng khu phố, or the ward's stamp (59/4.5b); changed words or days make it void."""
    vote = begin(actor, Act.VOTING_SLIP_MARK, vote_id, at)
    SlipPlan.objects.filter(vote=vote).update(marked_at=at)
    journal.record(actor, Act.VOTING_SLIP_MARK, subject(vote), {"digest": vote.text_digest}, at)
    return vote
