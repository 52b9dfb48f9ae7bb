"""Việc của tôi: what a person has to do, by the mandates held now; a constant number of queries however much it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, can
from danchu.foundation.people.queries import KhuPhoRow, khu_pho_rows
from danchu.law import procedures
from danchu.law.acts import Act
from danchu.law.answers import Allowed
from danchu.law.people import KHU_PHO_ROLES, Role
from danchu.law.states import Phase, RoundKind, State
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries import Round, Vote

WARD_WIDE = frozenset({Role.WARD_OFFICER, Role.WARD_CHAIR, Role.WARD_FRONT, Role.DELEGATE})
# What follows the close, by the names the file gives its steps.
_AFTER = {Phase.CLOSED: "seal", Phase.SEALED: "announce", Phase.ANNOUNCED: "send"}
_OVER = (State.SENT, State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED)


def own_places(actor: Actor, places: Iterable[KhuPhoRow]) -> list[KhuPhoRow]:
    """Các khu phố mà người này giữ nhiệm vụ."""
    held = {one.khu_pho for one in actor.held if one.role in KHU_PHO_ROLES}
    return [one for one in places if one.khu_pho.pk in held]


def headed_places(actor: Actor, places: Iterable[KhuPhoRow]) -> list[KhuPhoRow]:
    """Các khu phố mà người này làm Trưởng."""
    headed = {one.khu_pho for one in actor.held if one.role is Role.HEAD}
    return [one for one in places if one.khu_pho.pk in headed]


def readable_places(actor: Actor, ward_id: int, at: datetime) -> list[KhuPhoRow]:
    """Các khu phố mà người này được xem hồ sơ biểu quyết."""
    rows = khu_pho_rows(ward_id, day=clock.day(at))
    return [one for one in rows if can(actor, Act.VOTING_VOTE_MANAGE, Subject(ward_id, one.khu_pho.pk))]


def sees_ward(actor: Actor) -> bool:
    """Whether the person has the whole ward before them: officer, Chairman, Front, delegate."""
    return bool(WARD_WIDE & {one.role for one in actor.held})


@dataclass(frozen=True, slots=True)
class WorkRow:
    """Một cuộc biểu quyết đang làm: phase, the step it stands at, and the moment it waits for."""

    vote: Vote
    phase: Phase
    step: str
    until: datetime | None
    days: int
    asked: Round | None = None
    voted: int = 0

    @property
    def chip(self) -> str:
        """State of the clock chip; empty where no clock runs."""
        return "" if self.until is None else "left" if self.days > 0 else "today"


def votes_at_work(actor: Actor, at: datetime) -> list[WorkRow]:
    """Votes not yet over of the khu phố where the person holds office, and of teams the person sits in."""
    held = [one.khu_pho for one in actor.held if one.role in KHU_PHO_ROLES]
    mine = Q(khu_pho__in=held) | Q(team__staff_id=actor.id, team__left_at=None)
    votes = list(queries.with_facts(queries.votes_in().filter(mine).exclude(state__in=_OVER).distinct()))
    asked = {vote.pk: found for vote in votes if (found := queries.asked_now(vote, at)) is not None}
    voted = queries.turnouts(asked.values())
    rows = [_row(vote, at, asked.get(vote.pk), voted) for vote in votes]
    return sorted(rows, key=lambda one: (one.until is None, one.until or at))


def _row(vote: Vote, at: datetime, asked: Round | None, voted: dict[int, int]) -> WorkRow:
    rounds = queries.rounds_of(vote)
    content, form = rounds.get(RoundKind.CONTENT), rounds.get(RoundKind.FORM)
    phase = queries.phase_of(vote, at)
    until = None
    if phase is Phase.SCHEDULED and content:
        until = content.opens_at
    elif phase is Phase.OPEN and content:
        until = content.closes_at
    elif phase is Phase.PREPARING and form and form.closed_at is None:
        until = form.closes_at
    days = (clock.day(until) - clock.day(at)).days if until else 0
    step = _step(vote, at) if phase is Phase.PREPARING and asked is None else _AFTER.get(phase, "")
    return WorkRow(vote, phase, step, until, days, asked, voted.get(asked.pk, 0) if asked else 0)


def _step(vote: Vote, at: datetime) -> str:
    """The first gate of the law that is not passed, from what was fetched with the list."""
    gates = procedures.gates(queries.facts_of(vote, at))
    return next((gate.key for gate in gates if not isinstance(gate.answer, Allowed)), "notice")
