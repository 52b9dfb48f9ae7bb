"""Họp theo cụm (khoản 3 Điều 18 Luật): the plan, and the People's Committee's approval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article
from danchu.rooms.voting.models import Meeting, Session, SessionLine
from danchu.rooms.voting.services.meeting import begin_meeting, meeting_subject, still_changeable

_BASIS = Article("L10", 18, 3)


@dataclass(frozen=True, slots=True)
class ClusterPlan:
    """Một cụm: where and when, and its households from one number of the roll to another."""

    name: str
    place: str
    starts_at: datetime
    first: str
    last: str


@transaction.atomic
def plan_clusters(
    actor: Actor, *, meeting_id: int, clusters: Sequence[ClusterPlan], scattered: bool, reason: str, at: datetime
) -> Meeting:
    """Lập phương án họp theo cụm; with no cluster it is one hall again. A new plan needs a new approval.

    Refusals: ``meeting.cluster_range``, ``meeting.cluster_twice``; the gates say the rest.
    """
    meeting = begin_meeting(actor, Act.VOTING_CLUSTERS_PLAN, meeting_id)
    still_changeable(meeting)
    placed = _placed(meeting, clusters)
    SessionLine.objects.filter(meeting=meeting).delete()
    meeting.sessions.all().delete()
    meeting.scattered, meeting.cluster_reason = scattered, reason.strip()
    meeting.cluster_approved_at, meeting.invited_at = None, None
    meeting.save(update_fields=["scattered", "cluster_reason", "cluster_approved_at", "invited_at"])
    _halls(meeting, clusters, placed)
    told = {"clusters": [len(lines) for lines in placed], "scattered": scattered}
    journal.record(actor, Act.VOTING_CLUSTERS_PLAN, meeting_subject(meeting), told, at)
    return meeting


def _placed(meeting: Meeting, clusters: Sequence[ClusterPlan]) -> list[list[int]]:
    """Lines of each cluster, by the order of the roll."""
    lines = list(meeting.roll.lines.order_by("pk").values_list("pk", "number"))
    place_of = {number.lower(): place for place, (_, number) in enumerate(lines)}
    seen: set[int] = set()
    found = []
    for one in clusters:
        for number in (one.first, one.last):
            if number.strip().lower() not in place_of:
                raise Refused(Refusal("meeting.cluster_range", _BASIS, {"number": number}))
        start, end = place_of[one.first.strip().lower()], place_of[one.last.strip().lower()]
        chosen = lines[min(start, end) : max(start, end) + 1]
        for pk, number in chosen:
            if pk in seen:
                raise Refused(Refusal("meeting.cluster_twice", _BASIS, {"number": number}))
            seen.add(pk)
        found.append([pk for pk, _ in chosen])
    return found


def _halls(meeting: Meeting, clusters: Sequence[ClusterPlan], placed: list[list[int]]) -> None:
    if not clusters:
        Session.objects.create(
            ward_id=meeting.ward_id, meeting=meeting, number=1, place=meeting.place, starts_at=meeting.starts_at
        )
    for number, (one, lines) in enumerate(zip(clusters, placed, strict=True), 1):
        session = Session.objects.create(
            ward_id=meeting.ward_id,
            meeting=meeting,
            number=number,
            name=one.name.strip(),
            place=one.place.strip(),
            starts_at=one.starts_at,
            whole_khu_pho=False,
        )
        SessionLine.objects.bulk_create(
            SessionLine(ward_id=meeting.ward_id, meeting=meeting, session=session, line_id=line) for line in lines
        )


@transaction.atomic
def approve_clusters(actor: Actor, *, meeting_id: int, at: datetime) -> Meeting:
    """Ủy ban nhân dân phường đồng ý phương án (59/3.6). Refusal: ``meeting.cluster_plan_missing``."""
    meeting = begin_meeting(actor, Act.VOTING_CLUSTERS_APPROVE, meeting_id)
    still_changeable(meeting)
    if meeting.sessions.count() < 2:
        raise Refused(Refusal("meeting.cluster_plan_missing", _BASIS))
    meeting.cluster_approved_at = at
    meeting.save(update_fields=["cluster_approved_at"])
    journal.record(actor, Act.VOTING_CLUSTERS_APPROVE, meeting_subject(meeting), {}, at)
    return meeting
