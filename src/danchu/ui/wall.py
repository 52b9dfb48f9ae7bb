"""Bức tường hộ: geometry of the picture in which one block is one household. Pure; colours are the stylesheet's."""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = 600
CELL = 12
BLOCK = 9
FLIP = 60


@dataclass(frozen=True, slots=True)
class Layer:
    """Một loại ô: its class, the drawn path and how many households it holds."""

    kind: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Wall:
    """Bức tường: layers in drawing order; ``mark`` is the needed line, ``mark_at`` its place in percent."""

    width: int
    height: int
    layers: tuple[Layer, ...]
    mark: str = ""
    mark_at: str = ""
    mark_rest: str = ""
    flag_left: bool = False


def rows_for(total: int, wide: bool) -> int:
    """Số hàng: few rows for the low turnout strip, more for the wall of a result."""
    if not wide:
        return 6
    return max(4, min(10, round((total / 4.2) ** 0.5)))


def _square(x: int, y: int) -> str:
    return f"M{x} {y}h{BLOCK}v{BLOCK}h-{BLOCK}z"


def _hollow(x: int, y: int) -> str:
    inner = BLOCK - 2
    return f"M{x + 1} {y + 1}h{inner}v{inner}h-{inner}z"


def _dot(x: int, y: int) -> str:
    r = BLOCK / 2
    return f"M{x} {y + r:g}a{r:g} {r:g} 0 1 0 {BLOCK} 0a{r:g} {r:g} 0 1 0 -{BLOCK} 0z"


_SHAPES = {"full": _square, "none": _square, "hollow": _hollow, "missing": _hollow, "dot": _dot}


def build(counts: list[tuple[str, int]], needed: int | None = None, wide: bool = True) -> Wall:
    """Xếp ô: columns fill left to right, each from the top down; ``counts`` are (kind, households) in order.

    Raises ValueError for a negative count or an empty wall.
    """
    total = sum(count for _, count in counts)
    if total <= 0 or any(count < 0 for _, count in counts):
        raise ValueError("a wall needs households")
    rows = rows_for(total, wide)
    columns = -(-total // rows)
    width, height = columns * CELL - (CELL - BLOCK), rows * CELL - (CELL - BLOCK)
    layers = []
    place = 0
    for kind, count in counts:
        draw = _SHAPES[kind]
        path = "".join(draw((n // rows) * CELL, (n % rows) * CELL) for n in range(place, place + count))
        place += count
        if count:
            layers.append(Layer(kind, path, count))
    if needed is None:
        return Wall(width, height, tuple(layers))
    # The line runs right behind the household that completes the number: stepped where it ends inside a column.
    column, rest = divmod(needed, rows)
    gap = (CELL - BLOCK) / 2
    left = column * CELL - gap
    if rest:
        mark = f"M{left + CELL:g} -8V{rest * CELL - gap:g}H{left:g}V{height + 4}"
        top = left + CELL
    else:
        mark = f"M{left:g} -8V{height + 4}"
        top = left
    at = 100 * top / width
    return Wall(width, height, tuple(layers), mark, f"{at:.2f}%", f"{100 - at:.2f}%", at > FLIP)


def bar(counts: list[tuple[str, int]], needed: int | None = None) -> Wall:
    """Thanh: the plain bar for more than 600 households, 1000 wide."""
    total = sum(count for _, count in counts)
    if total <= 0 or any(count < 0 for _, count in counts):
        raise ValueError("a bar needs households")
    width, height = 1000, 36
    layers = []
    before = 0
    for kind, count in counts:
        start, end = round(width * before / total), round(width * (before + count) / total)
        before += count
        if count:
            layers.append(Layer("nghe" if kind == "dot" else kind, f"M{start} 0H{end}V{height}H{start}z", count))
    if needed is None:
        return Wall(width, height, tuple(layers))
    at = 100 * needed / total
    mark = f"M{width * needed / total:.1f} -8V{height + 4}"
    return Wall(width, height, tuple(layers), mark, f"{at:.2f}%", f"{100 - at:.2f}%", at > FLIP)
