"""Kết quả đọc một tệp, as it travels from the reading process to ours."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

MOST_TEXT = 200_000
MOST_WHERE = 5


@dataclass(slots=True)
class Read:
    """Chữ, số trang, and what is hidden: code → how many, and a few places."""

    pages: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    where: dict[str, list[str]] = field(default_factory=dict)
    _pieces: list[str] = field(default_factory=list)
    _size: int = 0

    @property
    def full(self) -> bool:
        """Whether more words would be thrown away."""
        return self._size >= MOST_TEXT

    def say(self, words: str | None) -> None:
        """Words of the file, up to the limit."""
        words = (words or "").replace("\x00", " ").strip()
        if words and not self.full:
            self._pieces.append(words[: MOST_TEXT - self._size])
            self._size += len(words) + 1

    def find(self, code: str, where: str = "", count: int = 1) -> None:
        """Something hidden."""
        self.counts[code] += count
        places = self.where.setdefault(code, [])
        if where and where not in places and len(places) < MOST_WHERE:
            places.append(where[:80])

    def as_plain(self) -> dict[str, Any]:
        """What is printed as JSON."""
        findings = [
            {"code": code, "count": count, "where": self.where[code]} for code, count in sorted(self.counts.items())
        ]
        return {"text": "\n".join(self._pieces), "pages": self.pages, "findings": findings}
