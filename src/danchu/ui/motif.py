"""Gạch bông: the floor tile, drawn once; the mark, the footer strip and the home's opening are made of it."""

from __future__ import annotations

# Four quarter-arc petals in a square of 100.
PETALS = (
    "M6 6A42 42 0 0 1 48 48A42 42 0 0 1 6 6zM94 6A42 42 0 0 0 52 48A42 42 0 0 0 94 6z"
    "M6 94A42 42 0 0 0 48 52A42 42 0 0 0 6 94zM94 94A42 42 0 0 1 52 52A42 42 0 0 1 94 94z"
)
COLOURS = 5


_ROWS = (3, 1, 4, 2, 0)
_SHIFTS = (0, 3, 1, 4, 2, 5)


def lit_tiles(count: int) -> dict[tuple[int, int], int]:
    """Ô sáng: one lit tile per khu phố on six columns and five rows, a knight's move apart; place → colour 1–5."""
    lit = {}
    for number in range(min(count, 30)):
        row = number % 5
        lit[(_ROWS[row] + _SHIFTS[number // 5]) % 6, row] = number % COLOURS + 1
    return lit


def lit_strip(count: int, length: int) -> dict[int, int]:
    """Dải ô sáng: the same tiles in one row, evenly spread; place → colour 1–5."""
    shown = min(count, length)
    return {(2 * number + 1) * length // (2 * shown): number % COLOURS + 1 for number in range(shown)}
