"""Gạch bông: the floor tile, drawn once; the mark, the footer strip and the home's opening are made of it."""

from __future__ import annotations

# Four quarter-arc petals in a square of 100.
PETALS = (
    "M6 6A42 42 0 0 1 48 48A42 42 0 0 1 6 6zM94 6A42 42 0 0 0 52 48A42 42 0 0 0 94 6z"
    "M6 94A42 42 0 0 0 48 52A42 42 0 0 0 6 94zM94 94A42 42 0 0 1 52 52A42 42 0 0 1 94 94z"
)
COLOURS = 5


def lit_tiles(count: int, columns: int, rows: int) -> dict[tuple[int, int], int]:
    """Ô sáng: one lit tile per khu phố, spread so that no two touch while there is room; (column, row) → colour 1–5."""
    cells = columns * rows
    stride = max(1, cells // max(count, 1))
    # A step prime to the grid's width walks diagonally, as a layer of real tiles would scatter them.
    while stride > 1 and (stride % columns in (0, 1, columns - 1)):
        stride -= 1
    chosen: dict[tuple[int, int], int] = {}
    for number in range(min(count, cells)):
        place = (columns // 2 + number * stride) % cells
        while (place % columns, place // columns) in chosen:
            place = (place + 1) % cells
        chosen[place % columns, place // columns] = number % COLOURS + 1
    return chosen
