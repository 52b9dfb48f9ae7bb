"""Khu phố của một dòng: from its own column, the section above it, the sheet's name or the titles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from danchu.foundation.people.rollbook.model import Field, Row, Sheet
from danchu.foundation.people.rollbook.text import clean, plain

_KINDS = {
    "khu pho": "Khu phố",
    "kp": "Khu phố",
    "to dan pho": "Tổ dân phố",
    "tdp": "Tổ dân phố",
    "khom": "Khóm",
    "thon": "Thôn",
    "ap": "Ấp",
    "ban": "Bản",
    "buon": "Buôn",
}
_NUMBERED = re.compile(rf"\b({'|'.join(_KINDS)})\s*(?:so )?0*(\d{{1,3}}[a-z]?)\b")
_BARE = re.compile(r"^(?:so )?0*(\d{1,3}[a-z]?)$")


@dataclass(frozen=True, slots=True)
class Places:
    """Địa bàn: what is known of the ward while a list is checked.

    ``names``: its khu phố (none: any name is taken). ``only``: the khu phố this list is for. ``streets``: an alley or
    street that lies wholly in one khu phố, with that khu phố.
    """

    names: tuple[str, ...] = ()
    only: str | None = None
    streets: Mapping[str, str] = field(default_factory=dict)


class PlaceFinder:
    """Bộ tìm khu phố: resolves what a file writes to the ward's own names; remembers what it has resolved."""

    def __init__(self, places: Places) -> None:
        self.ward_known = bool(places.names)
        self._known = {_key(name): name for name in places.names}
        self._words = {plain(name): name for name in places.names}
        self._sheets: dict[int, str | None] = {}
        self._cells: dict[str, str | None] = {}
        self.only = None if places.only is None else self.named(places.only) or places.only
        self._streets = {plain(street): (street, khu_pho) for street, khu_pho in places.streets.items()}
        longest_first = sorted(self._streets, key=len, reverse=True)
        self._street = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b") if longest_first else None

    def named(self, text: str) -> str | None:
        """The khu phố a cell names: "Khu phố 3", "KP03" or "3". None when the ward has no such khu phố."""
        if text not in self._cells:
            key = _key(text)
            self._cells[text] = self._known.get(key) if self._known else _canonical(key) or clean(text)
        return self._cells[text]

    def mentioned(self, text: str) -> str | None:
        """The khu phố a title or section speaks of, if any; one the ward does not have is named all the same."""
        folded = plain(text)
        keys = [plain(f"{_KINDS[kind]} {number}") for kind, number in _NUMBERED.findall(folded)]
        if keys:
            return next((self._known[key] for key in keys if key in self._known), _canonical(keys[0]))
        found = [word for word in self._words if re.search(rf"\b{re.escape(word)}\b", folded)]
        return self._words[max(found, key=len)] if found else None

    def of_sheet(self, sheet: Sheet) -> str | None:
        """The khu phố a whole sheet belongs to, by its name or titles."""
        if id(sheet) not in self._sheets:
            found = (self.mentioned(text) for text in (sheet.name, *sheet.titles))
            self._sheets[id(sheet)] = next((name for name in found if name), None)
        return self._sheets[id(sheet)]

    def of_row(self, row: Row) -> str | None:
        """The khu phố of one line. Raises ``LookupError`` with the written text when the ward has none such."""
        written = row.get(Field.KHU_PHO)
        if written is not None:
            name = self.named(str(written))
            if name is None:
                raise LookupError(str(written))
            return name
        spoken = (row.section and self.mentioned(row.section)) or self.of_sheet(row.sheet)
        if spoken and self._known and spoken not in self._known.values():
            raise LookupError(spoken)
        return spoken or self.only

    def street_elsewhere(self, address: str, khu_pho: str | None) -> tuple[str, str] | None:
        """(street, its khu phố) when the address lies on a street of another khu phố."""
        found = self._street and self._street.search(plain(address))
        if not found:
            return None
        street, owner = self._streets[found[1]]
        return None if khu_pho is None or plain(owner) == plain(khu_pho) else (street, owner)


def _key(text: str) -> str:
    """One spelling for the many ways to write a numbered khu phố."""
    folded = plain(text)
    numbered = _NUMBERED.search(folded)
    if numbered:
        return f"{plain(_KINDS[numbered[1]])} {numbered[2]}"
    bare = _BARE.match(folded)
    return f"khu pho {bare[1]}" if bare else folded


def _canonical(key: str) -> str | None:
    numbered = _NUMBERED.fullmatch(key)
    return f"{_KINDS[numbered[1]]} {numbered[2].upper()}" if numbered else None
