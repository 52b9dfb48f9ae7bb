"""Biểu quyết trong nhóm Zalo của khu phố (Điều 5 Nghị định 59): the group or this site for one vote, never both.

What a household answered in the group is entered by two members of the team, each alone; it counts once both entered
the same. A picture of the group is part of the minutes (điểm b khoản 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Convention
from danchu.law.states import State

BASIS = Article("D59", 5, 5)


@dataclass(frozen=True, slots=True)
class GroupPart:
    """Phần riêng khi biểu quyết trong nhóm: ``unpaired`` households were entered by one person, or differently."""

    chosen: bool = False
    unpaired: int = 0
    pictures: int = 0


NO_GROUP = GroupPart()


def may_enter(part: GroupPart, state: State, opens_at: datetime | None, at: datetime) -> Answer:
    """Được ghi câu trả lời trong nhóm không: from the opening until the seal.

    Refusals: ``group.not_chosen``, ``group.not_running``.
    """
    if not part.chosen:
        return Refusal("group.not_chosen", BASIS)
    running = state is State.SCHEDULED and opens_at is not None and opens_at <= at
    if not running and state is not State.CLOSED:
        return Refusal("group.not_running", Article("D59", 5, 3))
    return Allowed(BASIS)


def may_seal(part: GroupPart, state: State) -> Answer:
    """Đã ghi đủ chưa: every entered answer by two people alike, and a picture of the group kept.

    Refusals: ``group.unpaired``, ``group.no_picture``.
    """
    if part.chosen and state is State.CLOSED:
        if part.unpaired:
            return Refusal("group.unpaired", Convention("two_people"), {"households": part.unpaired})
        if not part.pictures:
            return Refusal("group.no_picture", Article("D59", 5, 4, "b"))
    return Allowed(BASIS)
