"""Hình xem trước: the picture a chat shows beside a link, 1200 by 630."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, cast

import typst

from danchu.documents.fields import one_line
from danchu.documents.pdf import TEMPLATES, fonts
from danchu.documents.printable import printable

WIDTH, HEIGHT = 1200, 630
_FACE = "Be Vietnam Pro"
_LONGEST_TITLE, _LONGEST_LINE, _LONGEST_PLACE = 150, 60, 60


def link_picture(*, place: str, title: str, line: str, day: date) -> bytes:
    """Hình xem trước dạng PNG: whose word it is, what about, and one line of when; too long a title ends in "…"."""
    data: dict[str, Any] = {
        "place": _cut(place, _LONGEST_PLACE),
        "title": _cut(title, _LONGEST_TITLE),
        "line": _cut(line, _LONGEST_LINE),
        "name": _cut(title, _LONGEST_TITLE),
        "author": _cut(place, _LONGEST_PLACE),
        "day": [day.year, day.month, day.day],
    }
    compiler = typst.Compiler(
        input=TEMPLATES / "preview.typ",
        root=TEMPLATES,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
    )
    return cast(bytes, compiler.compile(format="png", ppi=72.0))


def _cut(text: str, longest: int) -> str:
    words = one_line(text)
    if len(words) > longest:
        words = (words[:longest].rpartition(" ")[0] or words[: longest - 1]).rstrip(" ,;:.") + "…"
    return printable(words, _FACE)
