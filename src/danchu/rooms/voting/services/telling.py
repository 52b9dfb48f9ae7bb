"""Báo cho sổ công khai: what becomes an entry of the register, with the duties of its own article."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import get_script_prefix, reverse

from danchu.foundation import clock
from danchu.foundation.journal import outbox
from danchu.law.answers import Outcome
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Round, Vote
from danchu.rooms.voting.services.common import subject

NOTICE, RESULT, ENDED = "voting.notice_published", "voting.result_announced", "voting.vote_ended"


def tell_notice(vote: Vote, content: Round, at: datetime) -> None:
    """Đã đăng thông báo: people must have heard of it before the vote opens (59/5.3)."""
    _tell(NOTICE, vote, at, kind="vote_notice", summary=vote.question, due_on=clock.day(content.opens_at).isoformat())


def tell_result(vote: Vote, at: datetime) -> None:
    """Đã công bố kết quả (59/5.4b)."""
    outcome = queries.content_outcome(vote, vote.rounds.get(kind=RoundKind.CONTENT))
    summary = outcome.sentence["vi"] if isinstance(outcome, Outcome) else vote.question
    _tell(RESULT, vote, at, kind="vote_result", summary=summary)


def tell_end(vote: Vote, at: datetime) -> None:
    """Đã rút hoặc dừng cuộc biểu quyết: its notice no longer holds."""
    _tell(ENDED, vote, at, kind="vote_notice", reason=vote.end_reason)


def _tell(name: str, vote: Vote, at: datetime, **facts: Any) -> None:
    url = reverse("voting:public", kwargs={"slug": vote.slug})
    shared = {
        "title": vote.title,
        "khu_pho": vote.khu_pho_id,
        "path": "/" + url.removeprefix(get_script_prefix()).lstrip("/"),
        "on": clock.day(at).isoformat(),
    }
    outbox.tell(ward_id=vote.ward_id, name=name, subject=subject(vote), facts=shared | facts, at=at)
