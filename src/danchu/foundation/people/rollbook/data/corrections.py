"""Tệp ghi lỗi: a workbook that names every line that was not taken, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from danchu.foundation.people.rollbook.data.template import saved
from danchu.foundation.people.rollbook.report import Report

_HEADINGS = {
    "vi": ("Trang", "Dòng", "Trong tệp", "Vì sao bị loại", "Cách sửa"),
    "en": ("Sheet", "Row", "In the file", "Why it was rejected", "What to do"),
}
_HIDDEN = {
    "vi": ("Dòng đang ẩn", "Bỏ ẩn, hoặc xóa dòng"),
    "en": ("The row is hidden", "Unhide the row, or delete it"),
}
_TWICE = {"vi": "Giữ một dòng", "en": "Keep one of the two"}
_WIDTHS = (16, 8, 40, 48, 48)


def corrections_workbook(report: Report, lang: str = "vi") -> bytes:
    """Tệp ghi lỗi: one line for each rejected, repeated or hidden line. Texts stay texts, whatever they begin with."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Cần sửa" if lang == "vi" else "To mend"
    sheet.append(_HEADINGS[lang])
    for line in _lines(report, lang):
        sheet.append(["", *[None] * (len(line) - 1)])
        for column, value in enumerate(line, 1):
            cell = sheet.cell(sheet.max_row, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell, width in zip(sheet[1], _WIDTHS, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "A2"
    return saved(book)


def _lines(report: Report, lang: str) -> Iterator[tuple[str | int, ...]]:
    for rejected in report.rejected:
        why = "; ".join(problem.why(lang) for problem in rejected.problems)
        remedy = "; ".join(problem.remedy(lang) for problem in rejected.problems)
        yield rejected.sheet, rejected.row, rejected.shown, why, remedy
    for duplicate in report.duplicates:
        one = duplicate.dropped
        yield one.sheet, one.row, f"{one.representative}, {one.address}", duplicate.sentence(lang), _TWICE[lang]
    for hidden in report.hidden:
        yield hidden.sheet, hidden.row, hidden.shown, *_HIDDEN[lang]
