"""Danh sách: votes for everybody, for a household, for the clock; a constant number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django_scopes import scopes_disabled

from danchu.foundation.people.models import RollLine
from danchu.law.matters import Form
from danchu.law.states import RoundKind, State
from danchu.rooms.voting.models import (
    Ballot,
    Round,
    Vote,
)
from danchu.rooms.voting.queries.register import STANDING
from danchu.rooms.voting.queries.votes import round_running


def with_turnout(votes: QuerySet[Vote]) -> QuerySet[Vote]:
    """Votes with their rounds, for a list page: a constant number of queries."""
    return votes.select_related("khu_pho", "annulment", "recognition").prefetch_related("rounds")


def votes_in(khu_pho_id: int | None = None) -> QuerySet[Vote]:
    """Votes of a khu phố (or the whole ward), newest first."""
    votes = Vote.objects.order_by("-proposed_at")
    return votes if khu_pho_id is None else votes.filter(khu_pho_id=khu_pho_id)


PUBLIC_STATES = (
    State.SCHEDULED,
    State.CLOSED,
    State.SEALED,
    State.ANNOUNCED,
    State.SENT,
    State.STOPPED,
    State.FORM_REFUSED,
)


def public_votes(khu_pho_id: int | None = None) -> QuerySet[Vote]:
    """What everybody may see: from the notice on, and a preparing vote once its roll is shown or form poll open."""
    return votes_in(khu_pho_id).filter(
        Q(state__in=PUBLIC_STATES)
        | Q(state=State.PREPARING, roll__shown_at__isnull=False)
        | Q(state=State.WITHDRAWN, notice_at__isnull=False)
    )


def is_public(vote: Vote) -> bool:
    """The same question for one vote."""
    return (
        vote.state in PUBLIC_STATES
        or (vote.state == State.PREPARING and vote.roll is not None and vote.roll.shown_at is not None)
        or (vote.state == State.WITHDRAWN and vote.notice_at is not None)
    )


@dataclass(frozen=True, slots=True)
class HouseholdVote:
    """Một cuộc biểu quyết nhìn từ một hộ: the round, the household's line, and its standing entry."""

    vote: Vote
    round: Round
    line: RollLine
    ballot: Ballot | None
    running: bool


def votes_for_household(household_id: int, at: datetime) -> list[HouseholdVote]:
    """Rounds whose frozen roll has this household, those running first, then the newest."""
    rounds = list(
        Round.objects.filter(vote__roll__frozen_at__isnull=False, vote__roll__lines__household_id=household_id)
        .filter(at_meeting=False)
        .exclude(vote__state__in=[State.PREPARING], kind=RoundKind.CONTENT)
        .select_related("vote", "vote__khu_pho")
        .order_by("-opens_at")[:50]
    )
    lines = {
        line.roll_id: line
        for line in RollLine.objects.filter(roll__in=[one.vote.roll_id for one in rounds], household_id=household_id)
    }
    ballots = {
        ballot.round_id: ballot
        for ballot in Ballot.objects.filter(STANDING, round__in=rounds, line__household_id=household_id)
    }
    found = [
        HouseholdVote(one.vote, one, lines[one.vote.roll_id], ballots.get(one.pk), round_running(one, at))
        for one in rounds
    ]
    return sorted(found, key=lambda one: not one.running)


def rounds_due_to_close(at: datetime) -> list[int]:
    """Rounds, in every ward, whose closing time is past and whose close is not written; a meeting ends by itself."""
    with scopes_disabled():
        return list(
            Round.objects.filter(closed_at=None, stopped_at=None, at_meeting=False, closes_at__lte=at)
            .filter(
                Q(kind=RoundKind.FORM, vote__state=State.PREPARING)
                | Q(kind=RoundKind.CONTENT, vote__state=State.SCHEDULED)
            )
            .exclude(kind=RoundKind.CONTENT, vote__form=Form.MEETING)
            .values_list("pk", flat=True)
        )
