"""Danh sách hộ đã lập của một cuộc biểu quyết."""

from __future__ import annotations

from collections.abc import Iterator

from danchu.foundation.people.models import RollLine
from danchu.foundation.text import fold
from danchu.rooms.voting.models import (
    Vote,
)


def roll_rows(roll_id: int) -> Iterator[tuple[str, str, str, str]]:
    """Lines of a roll in the order they are hashed and printed: number, name, address, residence."""
    rows = RollLine.objects.filter(roll_id=roll_id).order_by("pk")
    return rows.values_list("number", "representative", "address", "residence").iterator(chunk_size=2000)


def is_on_roll(vote: Vote, *, number: str, name: str) -> bool:
    """Tra tên: only yes or no, for a household number together with the representative's name."""
    if vote.roll_id is None:
        return False
    line = RollLine.objects.filter(roll_id=vote.roll_id, number__iexact=number.strip()).first()
    return line is not None and fold(line.representative) == fold(name)
