"""Trường của văn bản: the named fields of a paper, checked and put into the words a paper uses.

Names of fields are Vietnamese without marks (``tong_so_ho``), because the same name stands in the ward's own DOCX
template, which officers write and read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from danchu.documents.errors import BadValue

HOME = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

Words = str | list[str] | list[dict[str, str]]


class Kind(StrEnum):
    """Kiểu nội dung: what a field takes, and so how it is written on paper."""

    TEXT = "text"  # one line
    PARAGRAPHS = "paragraphs"  # several, parted by line ends
    COUNT = "count"  # int, not negative: 1.250
    DAY = "day"  # date: ngày 05 tháng 02 năm 2027
    MOMENT = "moment"  # aware datetime: 17 giờ 30 phút, ngày 05 tháng 02 năm 2027
    WHEN = "when"  # aware datetime as posters say it: 17 giờ 30, thứ Bảy, 12/12/2026
    PERSON = "person"  # mapping ho_ten, xung_ho, chuc_vu: ông Nguyễn Văn A, Trưởng khu phố
    CHOICE = "choice"  # one key of ``choices``
    LINES = "lines"  # list of str
    ROWS = "rows"  # list of mappings with the keys of ``columns``


_WANTED = {
    Kind.TEXT: "một dòng chữ",
    Kind.PARAGRAPHS: "đoạn chữ",
    Kind.COUNT: "số nguyên không âm",
    Kind.DAY: "ngày",
    Kind.MOMENT: "thời điểm có múi giờ",
    Kind.WHEN: "thời điểm có múi giờ",
    Kind.PERSON: "họ tên, chức vụ",
    Kind.CHOICE: "một lựa chọn trong danh mục",
    Kind.LINES: "danh sách dòng chữ",
    Kind.ROWS: "danh sách có đủ cột",
}


@dataclass(frozen=True, slots=True)
class Field:
    """Trường: ``label`` is its Vietnamese name, shown when it is missing.

    ``printed`` is False for what shapes the paper but stands nowhere on it (its size).
    """

    name: str
    kind: Kind
    label: str
    required: bool = True
    columns: tuple[Field, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    printed: bool = True


def clean(text: str) -> str:
    """Chữ sạch: NFC, one kind of line end, no control or invisible characters."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})


def one_line(text: str) -> str:
    """Một dòng chữ: clean, with every run of white space made one space."""
    return re.sub(r"\s+", " ", clean(text)).strip()


def count_words(number: int) -> str:
    """Số đếm: 1.250."""
    return f"{number:,}".replace(",", ".")


def day_words(day: date) -> str:
    """Ngày trên văn bản: ngày 05 tháng 02 năm 2027 (zero before days 1–9 and months 1–2, Decree 30/2020)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment_words(moment: datetime) -> str:
    """Thời điểm trên văn bản: 17 giờ 30 phút, ngày 05 tháng 02 năm 2027, at home in Việt Nam."""
    local = moment.astimezone(HOME)
    return f"{local.hour:02d} giờ {local.minute:02d} phút, {day_words(local.date())}"


def when_words(moment: datetime) -> str:
    """Thời điểm trên áp phích: 17 giờ 30, thứ Bảy, 12/12/2026."""
    local = moment.astimezone(HOME)
    minutes = f" {local.minute:02d}" if local.minute else ""
    return f"{local.hour} giờ{minutes}, {_WEEKDAYS[local.weekday()]}, {local.day}/{local.month}/{local.year}"


def _person(value: Mapping[str, Any], of: Field) -> str:
    unknown = set(value) - {"ho_ten", "xung_ho", "chuc_vu"}
    if unknown or not one_line(str(value.get("ho_ten") or "")):
        raise BadValue(of.name, _WANTED[Kind.PERSON])
    name = " ".join(one_line(str(value[k])) for k in ("xung_ho", "ho_ten") if value.get(k))
    return f"{name}, {one_line(str(value['chuc_vu']))}" if value.get("chuc_vu") else name


def _row(value: Any, of: Field) -> dict[str, str]:
    if not isinstance(value, Mapping) or set(value) - {c.name for c in of.columns}:
        raise BadValue(of.name, _WANTED[Kind.ROWS])
    row: dict[str, str] = {}
    for column in of.columns:
        words = "" if is_empty(value.get(column.name)) else put_in_words(column, value[column.name])
        if not words and column.required:
            raise BadValue(of.name, f"cột “{column.label}” ở mỗi dòng")
        row[column.name] = str(words)
    return row


def is_empty(value: Any) -> bool:
    """Trống: nothing was given. Zero is something."""
    return value is None or (isinstance(value, str) and not one_line(value)) or (value != 0 and value in ("", [], ()))


def put_in_words(of: Field, value: Any) -> Words:
    """Ghi thành chữ: the value as the paper prints it; ``BadValue`` if it is of another kind."""
    match of.kind, value:
        case Kind.TEXT, str():
            return one_line(value)
        case Kind.PARAGRAPHS, str():
            return [line for line in (one_line(part) for part in clean(value).split("\n")) if line]
        case Kind.COUNT, int() if not isinstance(value, bool) and value >= 0:
            return count_words(value)
        case Kind.DAY, date() if not isinstance(value, datetime):
            return day_words(value)
        case ((Kind.MOMENT | Kind.WHEN), datetime()) if value.tzinfo is not None:
            return moment_words(value) if of.kind is Kind.MOMENT else when_words(value)
        case Kind.PERSON, Mapping():
            return _person(value, of)
        case Kind.CHOICE, str() if value in of.choices:
            return of.choices[value]
        case Kind.LINES, Sequence() if not isinstance(value, str) and all(isinstance(v, str) for v in value):
            return [line for line in map(one_line, value) if line]
        case Kind.ROWS, Sequence() if not isinstance(value, str):
            return [_row(row, of) for row in value]
    raise BadValue(of.name, _WANTED[of.kind])
