"""Bảng tính: figures out as XLSX with a dictionary sheet, or as CSV, safe to open.

A cell that a resident filled may begin with "=" and would run as a formula in the reader's program; here every text
stays text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from danchu.documents.fields import HOME

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """Cột của bảng: ``name`` in the data, ``title`` printed at its head, ``meaning`` in the dictionary sheet."""

    name: str
    title: str
    meaning: str
    width: float = 18


def xlsx(title: str, columns: Sequence[SheetColumn], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Bảng tính XLSX: one sheet of data, and "Chú giải", which says what each column means.

    Written row by row, so that a long export needs little memory. A row lacking a column is an accident (KeyError).
    """
    book = Workbook(write_only=True)
    data = book.create_sheet(_sheet_title(title))
    data.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        data.column_dimensions[get_column_letter(number)].width = column.width
    data.append([_head(data, column.title) for column in columns])
    with ExitStack() as accident:
        accident.callback(data.close)  # else its half-written temporary file stays open
        for row in rows:
            data.append([_cell(data, row[column.name]) for column in columns])
        accident.pop_all()
    notes = book.create_sheet("Chú giải")
    for letter, width in (("A", 28), ("B", 24), ("C", 80)):
        notes.column_dimensions[letter].width = width
    notes.append([_head(notes, text) for text in ("Cột", "Tên trong dữ liệu", "Nghĩa")])
    for column in columns:
        notes.append([_cell(notes, text) for text in (column.title, column.name, column.meaning)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_bytes(columns: Sequence[SheetColumn], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Tệp CSV: UTF-8 with the mark Excel needs; a text that would run as a formula gets an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_harmless(column.title) for column in columns])
    for row in rows:
        writer.writerow([_harmless(row[column.name]) for column in columns])
    return out.getvalue().encode("utf-8-sig")


def _sheet_title(title: str) -> str:
    """At most 31 characters, without those a sheet's name may not have."""
    return "".join(" " if c in r"[]:*?/\'" else c for c in title).strip()[:31] or "Dữ liệu"


def _head(sheet: Any, text: str) -> WriteOnlyCell:
    cell = _cell(sheet, text)
    cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: Any, value: Any) -> WriteOnlyCell:
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value))
        cell.data_type = "s"  # never "f": "=1+1" is shown, not computed
        return cell
    if isinstance(value, datetime):
        value = value.astimezone(HOME).replace(tzinfo=None)  # a sheet has no time zones: the hour at home
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, datetime):
        cell.number_format = "dd/mm/yyyy hh:mm"
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    return cell


def _harmless(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(HOME).strftime("%Y-%m-%d %H:%M")
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    # A full-width sign is read as the plain one by some programs.
    return f"'{value}" if value.lstrip(" ").startswith((*_STARTS_A_FORMULA, "＝", "＋", "－", "＠")) else value
