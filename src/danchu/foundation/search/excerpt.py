"""Đoạn trích: where the words asked for stand in a text, for showing; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from danchu.foundation.text import fold

AROUND = 90
SHORT = 180
_LETTERS = "aàảãáạăằẳẵắặâầẩẫấậdđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
_CLASSES: dict[str, str] = {}
for _letter in _LETTERS:
    _CLASSES[fold(_letter)] = _CLASSES.get(fold(_letter), "") + _letter

Piece = tuple[str, bool]


@lru_cache(maxsize=256)
def pattern(words: tuple[str, ...], *, loose: bool) -> re.Pattern[str] | None:
    """What finds any of the words as a whole word: with the marks they were typed with, unless ``loose``."""
    if not words:
        return None
    found = "|".join(_word(word, loose=loose) for word in sorted(set(words), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)


def _word(word: str, *, loose: bool) -> str:
    plain = fold(word)
    if word != plain and not loose:
        return re.escape(word)
    return "".join(f"[{_CLASSES[sign]}]" if sign in _CLASSES else re.escape(sign) for sign in plain)


def marked(text: str, words: Sequence[str], *, loose: bool = False) -> list[Piece]:
    """The text in pieces; True: one of the words."""
    finder = pattern(tuple(words), loose=loose)
    if finder is None:
        return [(text, False)] if text else []
    pieces: list[Piece] = []
    end = 0
    for hit in finder.finditer(text):
        if hit.start() > end:
            pieces.append((text[end : hit.start()], False))
        pieces.append((hit[0], True))
        end = hit.end()
    if end < len(text):
        pieces.append((text[end:], False))
    return pieces


def excerpt(text: str, words: Sequence[str], *, loose: bool = False) -> list[Piece]:
    """A line of the text around the first place where most of the words stand; empty where none does."""
    finder = pattern(tuple(words), loose=loose)
    hits = [hit.span() for _, hit in zip(range(200), finder.finditer(text), strict=False)] if finder else []
    if not hits:
        return []
    densest = max(hits, key=lambda span: (sum(0 <= other[0] - span[0] < AROUND for other in hits), -span[0]))
    start, end = max(densest[0] - AROUND // 2, 0), min(densest[0] + SHORT, len(text))
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", end) if end < len(text) and text.find(" ", end) >= 0 else len(text)
    cut = " ".join(text[start:end].split())
    return marked(f"{'… ' if start else ''}{cut}{' …' if end < len(text) else ''}", words, loose=loose)


def opening(text: str) -> list[Piece]:
    """The first line of a text."""
    flat = " ".join(text[: SHORT * 3].split())
    if len(flat) <= SHORT:
        return [(flat, False)] if flat else []
    return [(f"{flat[:SHORT].rpartition(' ')[0]} …", False)]
