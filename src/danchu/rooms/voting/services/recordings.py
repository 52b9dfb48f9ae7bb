"""Bản nghe và hình của cuộc biểu quyết: asked for with the notice, again when its times change, then of the result."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from danchu.channels import publishing
from danchu.law.answers import Outcome
from danchu.law.states import Phase, RoundKind
from danchu.rooms.voting import announcements, queries
from danchu.rooms.voting.models import Vote
from danchu.rooms.voting.services.common import subject

_INVITED = frozenset({Phase.SCHEDULED, Phase.OPEN})
_ANNOUNCED = frozenset({Phase.ANNOUNCED, Phase.SENT})


def heard(vote: Vote, phase: Phase) -> publishing.Published:
    """Bản nghe đang dùng: the invitation while households may vote, the result once it is announced; between, none."""
    if phase not in _INVITED | _ANNOUNCED:
        return publishing.Published()
    return publishing.published(ward_id=vote.ward_id, subject=subject(vote))


def record_notice(vote: Vote, at: datetime) -> None:
    """Lời mời: what the loudspeaker says until the vote closes."""
    content = vote.rounds.get(kind=RoundKind.CONTENT)
    publishing.publish(
        announcements.announcement(vote, content, at),
        ward_id=vote.ward_id,
        subject=subject(vote),
        at=at,
        spoken=announcements.loudspeaker(vote, content, queries.threshold_of(content).needed),
    )


def record_result(vote: Vote, at: datetime) -> None:
    """Kết quả: its recording takes the place of the invitation's."""
    content = vote.rounds.get(kind=RoundKind.CONTENT)
    outcome = queries.content_outcome(vote, content)
    if not isinstance(outcome, Outcome):
        return
    invited = announcements.announcement(vote, content, at)
    publishing.publish(
        replace(invited, title=f"Kết quả: {invited.title}", until=None),
        ward_id=vote.ward_id,
        subject=subject(vote),
        at=at,
        spoken=announcements.result_script(vote, outcome.sentence["vi"]),
    )


def record_end(vote: Vote) -> None:
    """Rút hoặc dừng: nobody is invited any more."""
    publishing.withdraw(ward_id=vote.ward_id, subject=subject(vote))
