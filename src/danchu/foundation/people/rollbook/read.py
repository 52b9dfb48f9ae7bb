"""Đọc tệp danh sách hộ: the way in, from bytes to ``Book``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from danchu.foundation.people.rollbook import container, delimited, headers
from danchu.foundation.people.rollbook.errors import RollFileError
from danchu.foundation.people.rollbook.model import Book, ColumnMap, Limits
from danchu.foundation.people.rollbook.table import TableReader
from danchu.foundation.people.rollbook.xlsx import RawRow, RawSheet, Workbook

_STEP = 500

Progress = Callable[[int], object]


def read_book(
    source: bytes | Path,
    *,
    filename: str,
    mapping: ColumnMap | None = None,
    legal_basis_identity: bool = False,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Book:
    """Đọc danh sách hộ: read an Excel (.xlsx) or text (CSV, TSV) file into lines, in memory only.

    Identity-card numbers and birth dates are dropped while reading unless ``legal_basis_identity``. ``mapping`` adds
    headings matched by hand. ``progress`` is called with the number of lines read since the last call.
    Raises ``RollFileError`` when the whole file is refused.
    """
    limits = limits or Limits()
    data = container.load(source, limits)
    if container.is_workbook(data):
        book = Book(filename, "xlsx", None)
        sheets = Workbook(data, limits).sheets()
    else:
        encoding = delimited.find_encoding(data)
        book = Book(filename, "csv", encoding)
        sheets = iter([RawSheet("", False, delimited.rows(data, encoding, limits))])
    reader = TableReader(book, mapping=mapping or ColumnMap(), legal_basis_identity=legal_basis_identity, limits=limits)
    for sheet in sheets:
        if progress is not None:
            sheet.rows = _told(sheet.rows, progress)
        reader.read(sheet)
    _pass_over_summaries(book)
    _refuse_unreadable(reader)
    return book


def _told(rows: Iterator[RawRow], progress: Progress) -> Iterator[RawRow]:
    count = 0
    for row in rows:
        yield row
        count += 1
        if count % _STEP == 0:
            progress(_STEP)
    progress(count % _STEP)


def _pass_over_summaries(book: Book) -> None:
    """Beside real lists, a sheet without a column of names is a summary, not a list to be matched by hand."""
    summaries = [sheet for sheet in book.sheets if not any(use in sheet.places for use in headers.NAMES)]
    if len(summaries) == len(book.sheets):
        return
    for sheet in summaries:
        book.sheets.remove(sheet)
        book.without_table.append(sheet.name)
        book.rows = [row for row in book.rows if row.sheet is not sheet]
        book.skipped = [skipped for skipped in book.skipped if skipped.sheet != sheet.name]


def _refuse_unreadable(reader: TableReader) -> None:
    font = reader.meter.verdict()
    if font == "garbled":
        raise RollFileError("text.garbled")
    if font:
        raise RollFileError("text.legacy_font", {"font": font})
    book = reader.book
    if not book.sheets:
        raise RollFileError("file.no_header" if book.without_table else "file.empty")
    if not book.rows:
        raise RollFileError("file.no_rows")
