"""Hình của số đếm: household wall, matrix, tables, days posted; the numbers always stand beside the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.template import Library
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from danchu.ui import motif, wall
from danchu.ui.render import part
from danchu.ui.tags.parts import clock_chip

register = Library()


def _wall(counts: list[tuple[str, int]], needed: int | None, wide: bool) -> tuple[wall.Wall, bool]:
    """The wall, or the bar above 600 households, and which of the two it is."""
    if sum(count for _kind, count in counts) > wall.LIMIT:
        return wall.bar(counts, needed), True
    return wall.build(counts, needed, wide), False


@register.simple_tag
def turnout(
    total: int,
    voted: int,
    state: str = "",
    days: int = 0,
    until: datetime | None = None,
    figures: bool = True,
) -> SafeString:
    """Số hộ đã gửi phiếu while a vote is open: turnout only, no needed mark; ``state``, ``days`` put a chip first."""
    drawing, is_bar = _wall([("full", voted), ("none", total - voted)], None, wide=False)
    return part(
        "turnout",
        wall=drawing,
        is_bar=is_bar,
        total=total,
        voted=voted,
        figures=figures,
        chip=clock_chip(state, days, until=until) if state else "",
    )


@register.simple_tag
def household_wall(
    total: int,
    agree: int,
    disagree: int = 0,
    other: int = 0,
    invalid: int = 0,
    needed: int | None = None,
    table: bool = True,
) -> SafeString:
    """Bức tường hộ of an announced result: block agree, hollow disagree, dot other, pale did not vote; table beneath.

    ``invalid`` slips are drawn with the households that sent none and have their own line in the table.
    """
    silent = total - agree - disagree - other - invalid
    drawing, is_bar = _wall(
        [("full", agree), ("hollow", disagree), ("dot", other), ("none", silent + invalid)], needed, wide=True
    )
    rows = [
        ("full", _("Agree"), agree),
        ("hollow", _("Disagree"), disagree),
        ("dot", _("Other opinion"), other),
        *([("none", _("Invalid slip"), invalid)] if invalid else []),
        ("none", _("Did not vote"), silent),
    ]
    return part("household_wall", wall=drawing, is_bar=is_bar, needed=needed, rows=rows, total=total, table=table)


@register.simple_tag
def presence_wall(total: int, present: int, needed: int) -> SafeString:
    """Số hộ có mặt at a meeting: present filled, those still missing to the needed number in hòe."""
    missing = max(0, needed - present)
    drawing, is_bar = _wall(
        [("full", present), ("missing", missing), ("none", total - present - missing)], None, wide=False
    )
    return part("presence_wall", wall=drawing, is_bar=is_bar, total=total, present=present, missing=missing)


@register.simple_tag
def matrix(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Mapping[str, Any]],
    first: str = "",
    last: str = "",
    full_href: str = "",
) -> SafeString:
    """Bảng khu phố theo tháng: rows are {label, href, cells: [(state, number)], total}.

    States: done, late, running, empty. Phones show the last five columns; ``full_href`` leads to all of them.
    """
    lines = [
        {**row, "cells": [(state, number, i < len(heads) - 5) for i, (state, number) in enumerate(row["cells"])]}
        for row in rows
    ]
    return part(
        "matrix",
        caption=caption,
        heads=[(head, i < len(heads) - 5) for i, head in enumerate(heads)],
        rows=lines,
        first=first or _("Khu phố"),
        last=last or _("Whole year"),
        full_href=full_href,
    )


@register.simple_tag
def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]], numbers: str = "", hide_caption: bool = False
) -> SafeString:
    """Bảng: rows of values, the first leads; on phones each row is a block.

    ``numbers``: columns set right, "2,3"; on phones the head of the column stands before each of their figures.
    """
    right = {int(n) for n in numbers.split(",") if n.strip()}
    named = dict(enumerate(heads, start=1))
    columns = [(head, i in right) for i, head in named.items()]
    lines = [[(value, i in right, named.get(i, "")) for i, value in enumerate(row, start=1)] for row in rows]
    return part("table", caption=caption, columns=columns, rows=lines, hide_caption=hide_caption)


@register.simple_tag
def days_posted(done: int, total: int = 30) -> SafeString:
    """Số ngày đã niêm yết: one block a day."""
    done = max(0, min(done, total))
    half = -(-total // 2)
    blocks = [(n % half * 18, n // half * 18, n < done) for n in range(total)]
    return part(
        "days_posted", blocks=blocks, width=half * 18 - 4, height=-(-total // half) * 18 - 4, done=done, total=total
    )


@register.simple_tag
def tile_hero(lit: int) -> SafeString:
    """Gạch bông đầu trang chủ: quiet tiles, one lit per khu phố."""
    narrow = motif.lit_strip(lit, 9)
    return part(
        "tile_hero",
        petals=motif.PETALS,
        wide=[(x * 94, y * 94, colour) for (x, y), colour in motif.lit_tiles(lit).items()],
        narrow=[(x * 100, colour) for x, colour in narrow.items()],
    )


@register.simple_tag
def seal() -> SafeString:
    """Dấu son: the mark that hangs from the top edge."""
    return part("seal", petals=motif.PETALS)


@register.simple_tag
def tile_strip() -> SafeString:
    """Dải gạch bông above the footer."""
    return part("tile_strip", petals=motif.PETALS)
