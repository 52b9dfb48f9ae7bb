"""Nhóm Zalo: what was entered for each household, and what still waits for a second person."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from django.db.models import QuerySet

from danchu.law.group_poll import NO_GROUP, GroupPart
from danchu.law.states import State
from danchu.rooms.voting.models import GroupAnswer, GroupPicture, Round, Vote


def group_part(vote: Vote, content: Round | None) -> GroupPart:
    """Phần riêng khi biểu quyết trong nhóm, for the procedure; nothing is read for other votes."""
    if not vote.in_group:
        return NO_GROUP
    if content is None:
        return GroupPart(chosen=True)
    by_line = answers_by_line(content)
    unpaired = sum(not alike(answers) for answers in by_line.values())
    return GroupPart(True, unpaired, content.group_pictures.count())


def answers_by_line(content: Round) -> dict[int, list[GroupAnswer]]:
    """What stands entered, by household of the roll."""
    found: dict[int, list[GroupAnswer]] = defaultdict(list)
    for one in content.group_answers.filter(dropped_at=None).order_by("at", "pk"):
        found[one.line_id].append(one)
    return found


def alike(answers: list[GroupAnswer]) -> bool:
    """Two people or more, and all entered the same."""
    return len(answers) > 1 and len({one.choice for one in answers}) == 1


def group_running(vote: Vote, content: Round | None, at: datetime) -> bool:
    """Households answer in the group now."""
    return (
        vote.in_group
        and content is not None
        and vote.state == State.SCHEDULED
        and content.stopped_at is None
        and content.opens_at <= at < content.closes_at
    )


def pictures_of(content: Round) -> QuerySet[GroupPicture]:
    """Ảnh chụp đã lưu, the newest first."""
    return content.group_pictures.select_related("file", "kept_by").order_by("-at", "-pk")
