"""Từ để tra: what an entry is found by, and what a question asks for; pure.

Six sorts of lexemes stand beside each other without meeting, because a word holds letters and digits alone:

    đường        a word as it is written (of a word without marks, "=hoa", so that "hoa" typed finds "hoa" first)
    duong        the same without marks
    duong_so     two words side by side, without marks
    ^đường ^=hoa ^duong   the same in the title
    #w12 #kvote  the ward, the khu phố, the kind, the legal item; and "#m24322", the month, which PostgreSQL walks by
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from danchu.foundation.text import fold, nfc

MOST_WORDS = 10
LONGEST_WORD = 40
MOST_TEXT = 400_000

# Latin letters and digits, which FTS5's tokenizer knows as such in every version.
_WORD = re.compile(r"[0-9a-zß-öø-ɏḁ-ỿ]+")
_NOT_IN_A_TAG = re.compile(r"[^a-z0-9]+")

Tier = tuple[str, ...]


def words_of(text: str) -> list[str]:
    """Các tiếng, in lower case and in the order of the text."""
    return [word for word in _WORD.findall(nfc(text).lower()) if len(word) <= LONGEST_WORD]


def lexemes_of(title: str, text: str, tags: Iterable[str]) -> set[str]:
    """Everything an entry is found by."""
    in_title, in_text = words_of(title), words_of(text[:MOST_TEXT])
    found = set(tags)
    for words in (in_title, in_text):
        exact, folded = _sorts(words)
        found |= exact | folded | _pairs(words)
    exact, folded = _sorts(in_title)
    return found | {f"^{one}" for one in exact | folded}


def _sorts(words: Iterable[str]) -> tuple[set[str], set[str]]:
    pairs = [(word, fold(word)) for word in set(words)]
    return {_exact(word, folded) for word, folded in pairs}, {folded for _, folded in pairs}


def _exact(word: str, folded: str) -> str:
    return word if word != folded else f"={word}"


def _pairs(words: list[str]) -> set[str]:
    folded = [fold(word) for word in words]
    return {f"{one}_{two}" for one, two in pairwise(folded)}


def tag(sort: str, value: object) -> str:
    """Nhãn: one plain lexeme for a thing entries are filtered by."""
    return f"#{sort}{_NOT_IN_A_TAG.sub('_', fold(str(value)))}"


def month_tag(day: date) -> str:
    """Nhãn tháng."""
    return f"#m{month_number(day)}"


def month_number(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True)
class Asked:
    """Câu tra đã đọc: ``strict`` respects the marks that were typed; ``loose`` is tried when that finds nothing."""

    words: tuple[str, ...]
    strict: tuple[Tier, ...]
    loose: tuple[Tier, ...]


def ask(query: str) -> Asked:
    """Read what was typed: degrees of likeness, best first, each a set of lexemes that must all be there.

    A word typed with marks is found only with them. A word typed without is found with any, as written first.
    """
    words = words_of(query[:400])[:MOST_WORDS]
    if not words:
        return Asked((), ((),), ())
    folded = [fold(word) for word in words]
    as_written = [_exact(word, plain) for word, plain in zip(words, folded, strict=True)]
    as_typed = [word if word != plain else plain for word, plain in zip(words, folded, strict=True)]
    pairs = sorted(_pairs(words))
    strict = _degrees(as_written, as_typed, pairs)
    loose = tuple(one for one in _degrees(folded, folded, pairs) if one not in strict)
    return Asked(tuple(words), strict, loose)


def _degrees(first: list[str], second: list[str], pairs: list[str]) -> tuple[Tier, ...]:
    all_tiers = (
        *([f"^{one}" for one in words] for words in (first, second)),
        *([*words, *pairs] for words in (first, second)),
        *(words for words in (first, second)),
    )
    return tuple(dict.fromkeys(tuple(dict.fromkeys(one)) for one in all_tiers))
