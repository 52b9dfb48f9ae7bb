"""Quy định của pháp luật: the register of rules, read from dated data.

Each rule is a row: its place in law, how sure the reading is, the Vietnamese term, what it means in both languages,
and the days it is in force. Numbers (thresholds, counts, periods) stand beside the rows they belong to. The data is a
folder per reading of the law; a vote keeps the version it was opened under and asks ``rules_at`` for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from danchu.law.basis import SOURCES, Article, Basis, Convention

# The day of the codified text in which the rules were read; also the name of the data folder.
RULE_VERSION = "2026-05-12"


class UnknownRule(LookupError):
    """Không có quy định mang khóa này: a key that no row and no number bears; a mistake of the caller."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """Mức cần đạt: at least (``ge``) or strictly more than (``gt``) ``num``/``den`` of ``of``. No unit but heads."""

    key: str
    row: str
    op: str
    num: int
    den: int
    of: str


@dataclass(frozen=True, slots=True)
class Count:
    """Số lượng: the lowest and the highest lawful number; None where the law sets none."""

    key: str
    row: str
    low: int | None
    high: int | None

    def admits(self, number: int) -> bool:
        """Whether the number is within the law's bounds, both included."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


@dataclass(frozen=True, slots=True)
class Period:
    """Thời hạn: ``n`` of ``unit`` counted in direction ``dir`` from ``event``.

    Units: day, working_day, consecutive_day, month, quarter, year, hour. Directions: max_after (chậm nhất sau),
    min_before (ít nhất trước), min_duration (ít nhất), max_duration (không quá), duration (đúng), every (mỗi),
    min_remaining (còn ít nhất). ``extension`` may be added once, with notice.
    """

    key: str
    row: str
    n: int
    unit: str
    dir: str
    event: str
    extension: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Một quy định: one row of the register.

    ``confidence``: S read in the source, M-high known, M-low unsure. ``group`` is the chapter of the register.
    """

    key: str
    group: str
    articles: tuple[Article, ...]
    confidence: str
    source: str
    term: str
    vi: str
    en: str
    value: str
    valid_from: date
    valid_to: date | None

    @property
    def basis(self) -> Basis:
        """The first place in law; a convention of the system where the law is silent."""
        return self.articles[0] if self.articles else Convention(self.key)

    def in_force(self, on: date) -> bool:
        """Whether the rule is in force on that day (both ends included)."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Bản quy định: all rules of one version."""

    version: str
    rules: Mapping[str, Rule]
    thresholds: Mapping[str, Threshold]
    counts: Mapping[str, Count]
    periods: Mapping[str, Period]
    matters: Mapping[str, Any]
    settings: Mapping[str, Any]
    advice: Mapping[str, Any]
    disclosure: Mapping[str, Any]

    def rule(self, key: str) -> Rule:
        """The row of a key: its own name, or the name of a number that belongs to it."""
        number = self.number(key)
        row = key if number is None else number.row
        if row not in self.rules:
            raise UnknownRule(key)
        return self.rules[row]

    def number(self, key: str) -> Threshold | Count | Period | None:
        """The threshold, count or period of this key; None for a rule that sets no number of this name."""
        return self.thresholds.get(key) or self.counts.get(key) or self.periods.get(key)

    def threshold(self, key: str) -> Threshold:
        """The threshold of this key."""
        if key not in self.thresholds:
            raise UnknownRule(key)
        return self.thresholds[key]

    def count(self, key: str) -> Count:
        """The lawful numbers of this key."""
        if key not in self.counts:
            raise UnknownRule(key)
        return self.counts[key]

    def period(self, key: str) -> Period:
        """The period of this key."""
        if key not in self.periods:
            raise UnknownRule(key)
        return self.periods[key]

    def basis(self, key: str) -> Basis:
        """The place in law of a rule or number."""
        return self.rule(key).basis

    def keys(self) -> tuple[str, ...]:
        """Every key that can be explained, sorted."""
        return tuple(sorted({*self.rules, *self.thresholds, *self.counts, *self.periods}))


@cache
def rules_at(version: str = RULE_VERSION) -> Rulebook:
    """The rules of a version; a vote passes the one it was opened under. Raises ``UnknownRule`` if not shipped."""
    folder = files("danchu.law") / "data" / version
    if version not in versions():
        raise UnknownRule(version)

    def read(name: str) -> Any:
        return json.loads((folder / name).read_text(encoding="utf-8"))

    numbers = read("numbers.json")
    return Rulebook(
        version=version,
        rules={
            key: _rule(key, group, row)
            for group, rows in {
                **read("deciding.json"),
                **read("heads_and_conventions.json"),
                **read("clocks.json"),
                **read("disclosing.json"),
            }.items()
            for key, row in rows.items()
        },
        thresholds={key: Threshold(**{"key": key, "row": key} | entry) for key, entry in numbers["thresholds"].items()},
        counts={
            key: Count(**{"key": key, "row": key, "low": None, "high": None} | entry)
            for key, entry in numbers["counts"].items()
        },
        periods={key: Period(**{"key": key, "row": key} | entry) for key, entry in numbers["deadlines"].items()},
        matters=read("matters.json"),
        settings=read("settings.json"),
        advice=read("advice.json"),
        disclosure=read("disclosure.json"),
    )


def versions() -> tuple[str, ...]:
    """The versions shipped, oldest first."""
    return tuple(sorted(folder.name for folder in (files("danchu.law") / "data").iterdir() if folder.is_dir()))


def _rule(key: str, group: str, row: Mapping[str, Any]) -> Rule:
    articles = tuple(Article.parse(citation) for citation in row["cite"])
    sources = [SOURCES[article.source] for article in articles] or [SOURCES["L10"]]
    ends = [source.valid_to for source in sources if source.valid_to is not None]
    return Rule(
        key=key,
        group=group,
        articles=articles,
        confidence=row["conf"],
        source=row["source"],
        term=row["term"],
        vi=row["vi"],
        en=row["en"],
        value=row["value"],
        # A rule that rests on several texts holds while all of them do; the row may say otherwise.
        valid_from=date.fromisoformat(row["valid_from"])
        if "valid_from" in row
        else max(source.valid_from for source in sources),
        valid_to=date.fromisoformat(row["valid_to"]) if "valid_to" in row else min(ends, default=None),
    )
