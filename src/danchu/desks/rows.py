"""Các cuộc biểu quyết trên trang chung: rows made of the voting room's queries; nothing here counts a choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F

from danchu.foundation import clock
from danchu.law.answers import Outcome
from danchu.law.states import Phase, RoundKind, State
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries import Round, Vote

NEWEST = 5
_ALIVE = (State.PREPARING, State.SCHEDULED)
_PUBLISHED = (State.ANNOUNCED, State.SENT)
_COUNTED = frozenset({Phase.CLOSED, Phase.SEALED, Phase.ANNOUNCED, Phase.SENT})


@dataclass(frozen=True, slots=True)
class Running:
    """Lần hỏi đang mở: the clock and the turnout, never a choice."""

    vote: Vote
    round: Round
    voted: int
    days: int

    @property
    def asks_form(self) -> bool:
        """Whether it is the form that is asked, not the matter."""
        return self.round.kind == RoundKind.FORM

    @property
    def chip(self) -> str:
        """State of the clock chip."""
        return "left" if self.days else "today"


@dataclass(frozen=True, slots=True)
class Coming:
    """Việc sắp hỏi: announced and not yet open, or being prepared with its roll on show."""

    vote: Vote
    phase: Phase
    opens_at: datetime | None
    shown_until: date | None


@dataclass(frozen=True, slots=True)
class Decided:
    """Kết quả đã công bố: computed by the rule, never stored."""

    vote: Vote
    outcome: Outcome
    content: Round


def running_and_coming(
    at: datetime, khu_pho_id: int | None = None, *, limit: int = 50
) -> tuple[list[Running], list[Coming]]:
    """Đang mở và sắp mở, what closes first on top. Three queries."""
    votes = list(
        queries.with_turnout(queries.public_votes(khu_pho_id).filter(state__in=_ALIVE)).select_related(
            "khu_pho", "roll"
        )[:limit]
    )
    asked = {vote.pk: found for vote in votes if (found := queries.asked_now(vote, at)) is not None}
    voted = queries.turnouts(asked.values())
    running = [_running(vote, asked[vote.pk], voted, at) for vote in votes if vote.pk in asked]
    coming = [one for vote in votes if vote.pk not in asked and (one := _coming(vote, at)) is not None]
    return (
        sorted(running, key=lambda one: one.round.closes_at),
        sorted(coming, key=lambda one: (one.opens_at is None, one.opens_at or one.vote.proposed_at)),
    )


def _running(vote: Vote, found: Round, voted: dict[int, int], at: datetime) -> Running:
    days = (clock.day(found.closes_at) - clock.day(at)).days
    return Running(vote, found, voted.get(found.pk, 0), days)


def _coming(vote: Vote, at: datetime) -> Coming | None:
    phase = queries.phase_of(vote, at)
    if phase not in {Phase.PREPARING, Phase.SCHEDULED}:
        return None
    content = queries.rounds_of(vote).get(RoundKind.CONTENT)
    on_show = vote.roll if vote.roll is not None and vote.roll.frozen_at is None else None
    return Coming(
        vote,
        phase,
        content.opens_at if content and phase is Phase.SCHEDULED else None,
        on_show.shown_until if on_show else None,
    )


def decided(khu_pho_id: int | None = None, *, limit: int = NEWEST) -> list[Decided]:
    """Kết quả mới công bố, the newest first. Two queries."""
    votes = queries.public_votes(khu_pho_id).filter(state__in=_PUBLISHED).order_by("-announced_at", "-pk")
    return list(_decided(queries.with_turnout(votes)[:limit]))


def _decided(votes: Iterable[Vote]) -> Iterable[Decided]:
    for vote in votes:
        content = queries.rounds_of(vote)[RoundKind.CONTENT]
        outcome = queries.content_outcome(vote, content)
        if isinstance(outcome, Outcome):
            yield Decided(vote, outcome, content)


@dataclass(frozen=True, slots=True)
class Reported:
    """Một dòng của báo cáo: one vote with its figures, once there are any."""

    vote: Vote
    phase: Phase
    content: Round | None
    outcome: Outcome | None

    @property
    def took_part(self) -> int | None:
        """Số hộ tham gia, once counted."""
        if self.outcome is None or self.content is None:
            return None
        return (self.content.yes or 0) + (self.content.no or 0) + (self.content.other or 0)


def reported(khu_pho_ids: Iterable[int], year: int, at: datetime) -> list[Reported]:
    """Các cuộc biểu quyết của năm, by khu phố and day of proposal. Two queries."""
    first, last = clock.start_of(date(year, 1, 1)), clock.start_of(date(year + 1, 1, 1))
    votes = (
        queries.votes_in()
        .filter(khu_pho__in=list(khu_pho_ids), proposed_at__gte=first, proposed_at__lt=last)
        .order_by(F("khu_pho__order"), "-proposed_at")
    )
    return [_reported(vote, at) for vote in queries.with_turnout(votes)]


def _reported(vote: Vote, at: datetime) -> Reported:
    phase = queries.phase_of(vote, at)
    content = queries.rounds_of(vote).get(RoundKind.CONTENT)
    answer = None
    if content and phase in _COUNTED and queries.has_count(content):
        answer = queries.content_outcome(vote, content)
    return Reported(vote, phase, content, answer if isinstance(answer, Outcome) else None)
