"""Cuộc biểu quyết trong tra cứu chung: found from its notice on; with its result once that is announced."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from danchu.foundation import clock
from danchu.foundation.files import attachments
from danchu.foundation.search import services as search
from danchu.law.answers import Outcome
from danchu.law.states import RoundKind, State
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Vote

_ANNOUNCED = (State.ANNOUNCED, State.SENT)


def put_in_search(vote: Vote, at: datetime) -> None:
    """Put the vote where everybody finds it, as it stands now; called inside the act that changed it."""
    summary = vote.question
    if vote.state in _ANNOUNCED:
        outcome = queries.content_outcome(vote, vote.rounds.get(kind=RoundKind.CONTENT))
        summary = outcome.sentence["vi"] if isinstance(outcome, Outcome) else summary
    if vote.paper is not None:
        attachments.read_later(vote.paper, at=at)
    search.put(
        ward_id=vote.ward_id,
        khu_pho_id=vote.khu_pho_id,
        key=f"vote:{vote.pk}",
        kind="vote",
        title=vote.title,
        summary=summary,
        text=f"{vote.question}\n{vote.body}",
        url=reverse("voting:public", kwargs={"slug": vote.slug}),
        day=clock.day(at),
        files=[vote.paper] if vote.paper is not None else [],
        at=at,
    )
