"""Kết quả xem thử: what a check found, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from danchu.foundation.people.rollbook import words
from danchu.foundation.people.rollbook.model import Household, Known


class Problem(NamedTuple):
    """Một lỗi trong dòng: ``code`` is stable, ``column`` the heading as written."""

    code: str
    column: str
    details: Mapping[str, Any]

    def why(self, lang: str = "vi") -> str:
        """Vì sao bị loại."""
        return words.why(self.code, lang, self.details)

    def remedy(self, lang: str = "vi") -> str:
        """Cách sửa."""
        return words.remedy(self.code, lang, self.details)


class Rejected(NamedTuple):
    """Dòng bị loại: where it stands, what it shows of itself (name and address), every problem it has."""

    sheet: str
    row: int
    shown: str
    problems: tuple[Problem, ...]


class Duplicate(NamedTuple):
    """Dòng trùng: ``dropped`` repeats ``kept``; ``reason`` is "number" or "person".

    ``differing`` names the fields in which the two differ; empty when they are alike in everything.
    """

    kept: Household
    dropped: Household
    reason: str
    differing: tuple[str, ...]

    def sentence(self, lang: str = "vi") -> str:
        """Which two rows, and in what they are the same."""
        return words.sentence(f"duplicate.{self.reason}", lang, {"row": self.kept.row, "other": self.dropped.row})


class HiddenRow(NamedTuple):
    """Dòng đang ẩn: not taken until a person says so."""

    sheet: str
    row: int
    shown: str


class Change(NamedTuple):
    """Hộ có thay đổi: the household as it was known and as the file has it; ``fields`` are the changed ones."""

    known: Known
    household: Household
    fields: tuple[str, ...]


class Notice(NamedTuple):
    """Điều cần biết: something about the file or a sheet that rejects nothing."""

    code: str
    sheet: str
    details: Mapping[str, Any]

    def sentence(self, lang: str = "vi") -> str:
        """The notice in words; the sheet is named where the sentence does not name it."""
        details = dict(self.details)
        if "field" in details:
            name = words.field_name(details["field"], lang)
            details["wanted"] = name[:1].lower() + name[1:]
        text = words.sentence(self.code, lang, details)
        return text if not self.sheet or self.sheet in text else f"{self.sheet}: {text}"


@dataclass(slots=True)
class Differences:
    """Khác gì danh sách cũ: only for the khu phố the file speaks of."""

    new: list[Household] = field(default_factory=list)
    gone: list[Known] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: int = 0


@dataclass(slots=True)
class Report:
    """Kết quả kiểm tra danh sách: accepted households, and everything else with its reason."""

    filename: str
    rows: int
    accepted: list[Household] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    hidden: list[HiddenRow] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    differences: Differences | None = None
    missing: tuple[str, ...] = ()

    @property
    def needs_someone(self) -> bool:
        """Whether a person has something to decide or mend: a rejected or hidden row, two rows that disagree."""
        disagree = any(duplicate.differing for duplicate in self.duplicates)
        return bool(self.rejected or self.hidden or self.missing or disagree)

    def sentence(self, lang: str = "vi") -> str:
        """The whole check in one line."""
        counts = {
            "accepted": len(self.accepted),
            "rejected": len(self.rejected),
            "duplicates": len(self.duplicates),
        }
        return words.sentence("summary", lang, counts)

    def to_json(self) -> dict[str, Any]:
        """The report as plain data, both languages; no identity number or birth date is in it."""
        return {
            "filename": self.filename,
            "rows": self.rows,
            "summary": _both(self.sentence),
            "missing": list(self.missing),
            "accepted": [household.to_json() for household in self.accepted],
            "rejected": [
                {
                    "sheet": rejected.sheet,
                    "row": rejected.row,
                    "shown": rejected.shown,
                    "problems": [
                        {
                            "code": problem.code,
                            "column": problem.column,
                            "why": _both(problem.why),
                            "remedy": _both(problem.remedy),
                        }
                        for problem in rejected.problems
                    ],
                }
                for rejected in self.rejected
            ],
            "duplicates": [
                {
                    "sheet": duplicate.dropped.sheet,
                    "row": duplicate.dropped.row,
                    "same_as": {"sheet": duplicate.kept.sheet, "row": duplicate.kept.row},
                    "reason": duplicate.reason,
                    "differing": list(duplicate.differing),
                    "sentence": _both(duplicate.sentence),
                }
                for duplicate in self.duplicates
            ],
            "hidden": [hidden._asdict() for hidden in self.hidden],
            "notices": [
                {"code": notice.code, "sheet": notice.sheet, "details": dict(notice.details), **_both(notice.sentence)}
                for notice in self.notices
            ],
            "differences": None if self.differences is None else _differences(self.differences),
        }


def _both(say: Any) -> dict[str, str]:
    return {"vi": say("vi"), "en": say("en")}


def _differences(differences: Differences) -> dict[str, Any]:
    return {
        "new": [{"sheet": household.sheet, "row": household.row} for household in differences.new],
        "gone": [{"number": known.number, "representative": known.representative} for known in differences.gone],
        "changed": [
            {"sheet": change.household.sheet, "row": change.household.row, "fields": list(change.fields)}
            for change in differences.changed
        ],
        "unchanged": differences.unchanged,
    }
