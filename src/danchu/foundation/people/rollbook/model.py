"""Danh sách hộ đọc từ tệp: the plain values between a file and the register of households.

``Book`` is what was read, ``Household`` one clean line, ``Known`` one household of the last list. Identity-card
numbers and birth dates are gone before a ``Row`` exists, unless the caller states a legal basis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from danchu.foundation.people.rollbook.text import plain
from danchu.law.people import Residence

Value = str | int | float | date | None


class Field(StrEnum):
    """Cột của danh sách: what a column of a household list can mean."""

    NUMBER = "number"
    HEAD = "head"
    REPRESENTATIVE = "representative"
    ADDRESS = "address"
    HOUSE_NO = "house_no"
    ALLEY = "alley"
    STREET = "street"
    GROUP = "group"
    KHU_PHO = "khu_pho"
    PHONE = "phone"
    RESIDENCE = "residence"
    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    MEMBERS = "members"
    SINCE = "since"
    NOTE = "note"
    RELATION = "relation"
    BIRTH = "birth"
    IDENTITY = "identity"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Limits:
    """Giới hạn của tệp: sizes beyond which a file is refused unread. Bytes, rows, columns, sheets."""

    max_bytes: int = 20 * 1024 * 1024
    max_unpacked: int = 256 * 1024 * 1024
    max_ratio: int = 250
    max_parts: int = 2000
    max_rows: int = 200_000
    max_columns: int = 256
    max_sheets: int = 100
    max_text: int = 4000


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Cách ghép cột: headings a person has matched by hand, kept for the next file of the same ward.

    ``choices`` goes from the folded heading to a ``Field`` (``Field.IGNORED``: leave this column out).
    """

    choices: Mapping[str, Field] = field(default_factory=dict)

    @classmethod
    def of(cls, headings: Mapping[str, Field | str]) -> ColumnMap:
        """Build from headings as they are written in the file. Raises ``ValueError`` for an unknown field."""
        return cls({plain(heading): Field(use) for heading, use in headings.items()})

    def with_choice(self, heading: str, use: Field) -> ColumnMap:
        """A copy that also remembers one more heading."""
        return ColumnMap({**self.choices, plain(heading): use})

    def to_json(self) -> dict[str, str]:
        """Plain data to store."""
        return {heading: str(use) for heading, use in sorted(self.choices.items())}

    @classmethod
    def from_json(cls, data: Mapping[str, str]) -> ColumnMap:
        """Read back ``to_json``; a field this version no longer knows is forgotten, not an error."""
        known = {str(use) for use in Field}
        return cls({heading: Field(use) for heading, use in data.items() if use in known})


class Column(NamedTuple):
    """Một cột của trang: its place (0 is column A), heading as written and use; None when unknown."""

    place: int
    heading: str
    use: Field | None
    suggestion: Field | None = None


class Row(NamedTuple):
    """Một dòng của tệp: ``cells`` stand in the order of ``Sheet.fields``; ``number`` is the line as people see it."""

    sheet: Sheet
    number: int
    hidden: bool
    section: str
    cells: tuple[Value, ...]

    def get(self, use: Field) -> Value:
        """The cell of this use, None when the sheet has no such column or the cell is empty."""
        place = self.sheet.places.get(use)
        return None if place is None else self.cells[place]


class Skipped(NamedTuple):
    """Dòng không phải là hộ: set aside while reading; ``kind`` is "member", "after_signature" or "other"."""

    sheet: str
    row: int
    kind: str
    text: str


class Total(NamedTuple):
    """Dòng cộng: what a totals line states, None where it states nothing."""

    row: int
    households: int | None
    members: int | None


@dataclass(slots=True, eq=False)
class Sheet:
    """Một trang của tệp: its heading line, columns, titles above and totals below."""

    name: str
    hidden: bool
    header_row: int
    columns: tuple[Column, ...]
    titles: tuple[str, ...]
    fields: tuple[Field, ...]
    totals: list[Total] = field(default_factory=list)
    places: dict[Field, int] = field(init=False)

    def __post_init__(self) -> None:
        self.places = {use: place for place, use in enumerate(self.fields)}

    def heading(self, use: Field) -> str:
        """The heading of the first column with this use, or an empty text."""
        return next((column.heading for column in self.columns if column.use is use), "")


@dataclass(slots=True)
class Book:
    """Tệp đã đọc: every sheet with a table, every line that may be a household, and what was left out.

    ``dropped`` counts cells whose identity number or birth date was thrown away while reading.
    """

    filename: str
    kind: str
    encoding: str | None
    sheets: list[Sheet] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    without_table: list[str] = field(default_factory=list)
    dropped: dict[Field, int] = field(default_factory=dict)

    @property
    def unmapped(self) -> list[tuple[str, Column]]:
        """Columns nobody has explained yet: (sheet name, column)."""
        return [(sheet.name, column) for sheet in self.sheets for column in sheet.columns if column.use is None]


class PartialDate(NamedTuple):
    """Ngày ghi trong danh sách: a day, or a month and year, or only a year."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [str(part) for part in (self.day, self.month, self.year) if part is not None]
        return "/".join(parts)


@dataclass(frozen=True, slots=True)
class Household:
    """Hộ gia đình: one accepted line, clean and typed. ``phones`` are national numbers, "0…"."""

    sheet: str
    row: int
    number: str | None
    representative: str
    head: str | None
    address: str
    khu_pho: str | None
    phones: tuple[str, ...] = ()
    residence: Residence | None = None
    members: int | None = None
    since: PartialDate | None = None
    note: str | None = None
    birth: PartialDate | None = None
    identity: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain data; identity and birth are not part of it."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "number": self.number,
            "representative": self.representative,
            "head": self.head,
            "address": self.address,
            "khu_pho": self.khu_pho,
            "phones": list(self.phones),
            "residence": self.residence and str(self.residence),
            "members": self.members,
            "since": self.since and str(self.since),
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Known:
    """Hộ trong danh sách cũ: one household of the last list. ``ref`` is the caller's own key."""

    ref: Any
    number: str | None
    representative: str
    address: str
    khu_pho: str | None
    phones: tuple[str, ...] = ()
    residence: Residence | None = None
