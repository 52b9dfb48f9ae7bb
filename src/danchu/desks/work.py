"""Việc của tôi: what a person has to do, by the mandates held now; a constant number of queries however much it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, can
from danchu.foundation.people.queries import KhuPhoRow, khu_pho_rows
from danchu.law import voting as law
from danchu.law.acts import Act
from danchu.law.answers import Allowed
from danchu.law.people import KHU_PHO_ROLES, Capacity, Role
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
    votes = list(_with_facts(queries.votes_in().filter(mine).exclude(state__in=_OVER).distinct()))
    asked = {vote.pk: found for vote in votes if (found := queries.running_round(vote, at)) is not None}
    voted = queries.turnouts(asked.values())
    rows = [_row(vote, at, asked.get(vote.pk), voted) for vote in votes]
    return sorted(rows, key=lambda one: (one.until is None, one.until or at))


def _with_facts(votes: QuerySet[Vote]) -> QuerySet[Vote]:
    fetched = queries.with_turnout(votes).select_related("khu_pho", "roll")
    return fetched.prefetch_related("agreements", "confirmations", "team")


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
    rounds = queries.rounds_of(vote)
    content, form = rounds.get(RoundKind.CONTENT), rounds.get(RoundKind.FORM)
    facts = law.VoteFacts(
        state=State(vote.state),
        matter=vote.matter,
        scope=vote.scope,
        agreements=tuple(
            law.Agreement(one.staff_id, frozenset(Role(role) for role in one.roles)) for one in vote.agreements.all()
        ),
        application_chosen=vote.application_chosen_at is not None,
        means=_means(vote),
        reported=vote.reported_at is not None,
        team=tuple(
            law.TeamMember(one.staff_id, frozenset(map(Capacity, one.capacities)), one.leader)
            for one in vote.team.all()
            if one.left_at is None
        ),
        roll=law.RollFacts(households=1, frozen=vote.roll.frozen_at is not None) if vote.roll else None,
        form_poll=law.FormPollFacts(opened=form is not None, passed=queries.form_poll_passed(form)),
        confirmed_by=frozenset(
            one.staff_id for one in vote.confirmations.all() if vote.text_digest and one.digest == vote.text_digest
        ),
        opens_at=content.opens_at if content else None,
        closes_at=content.closes_at if content else None,
        today=clock.day(at),
        rule_version=vote.rule_version,
    )
    return next((gate.key for gate in law.gates(facts) if not isinstance(gate.answer, Allowed)), "notice")


def _means(vote: Vote) -> law.Means | None:
    if vote.means_internet is None or vote.means_without_device is None:
        return None
    return law.Means(vote.means_internet, vote.means_without_device, vote.means_help)
