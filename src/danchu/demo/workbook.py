"""Sổ danh sách hộ của phường mẫu: one workbook, kept as wards keep theirs, that the importer reads.

Titles and merged cells above, totals and signatures below, one sheet a khu phố and each a little different; a hidden
row, telephone numbers without their zero, years of birth and card numbers nobody asked for. On purpose it holds, in
Khu phố 1: a household entered twice, a name and an address left out; in Khu phố 4: a household that moved away, hidden.
Every other line is one of ``demo_ward()``. Run this module to write the sample again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from danchu.demo.people import DemoHousehold, DemoKhuPho, demo_ward
from danchu.foundation.people.rollbook.data.template import saved
from danchu.law.people import Residence

SAMPLE = Path(__file__).parent / "data" / "danh-sach-ho-thoi-hoa.xlsx"

_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_THIN = Side(style="thin", color="999999")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

Cells = Sequence[str | int | None]


def demo_workbook() -> bytes:
    """Sổ danh sách hộ mẫu: the same bytes every time."""
    book = Workbook()
    book.remove(book.active)
    writers: tuple[Callable[[Worksheet, DemoKhuPho], None], ...] = (_first, _second, _third, _fourth, _fifth)
    for khu_pho, write in zip(demo_ward(), writers, strict=True):
        write(book.create_sheet(khu_pho.name.replace("Khu phố ", "KP")), khu_pho)
    _summary(book.create_sheet("Tổng hợp"))
    return saved(book)


def _titles(sheet: Worksheet, khu_pho: DemoKhuPho, width: int) -> None:
    titles = ("ỦY BAN NHÂN DÂN PHƯỜNG THỚI HÒA", f"DANH SÁCH HỘ GIA ĐÌNH {khu_pho.name.upper()}", "Tháng 7 năm 2026")
    for title in titles:
        sheet.append([title])
        row = sheet.max_row
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        sheet.cell(row, 1).alignment = _CENTRE
        sheet.cell(row, 1).font = Font(bold=True, size=13)
    sheet.append(["(Phường mẫu, người và số điện thoại hư cấu)"])


def _heading(sheet: Worksheet, cells: Cells) -> None:
    sheet.append(list(cells))
    for cell in sheet[sheet.max_row]:
        cell.font, cell.alignment, cell.border = Font(bold=True), _CENTRE, _BOX


def _widths(sheet: Worksheet, *widths: int) -> None:
    for letter, width in zip("ABCDEFGHIJKL", widths, strict=False):
        sheet.column_dimensions[letter].width = width


def _footer(sheet: Worksheet, total: str, members: int, members_column: int) -> None:
    sheet.append([total])
    row = sheet.max_row
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
    sheet.cell(row, 1).font = Font(bold=True)
    sheet.cell(row, members_column, members)
    sheet.append([])
    sheet.append([None, None, None, None, "Thới Hòa, ngày 05 tháng 7 năm 2026"])
    sheet.append([None, None, "NGƯỜI LẬP", None, "TRƯỞNG KHU PHỐ"])
    sheet.append([None, None, "(Ký, ghi rõ họ tên)", None, "(Ký, ghi rõ họ tên)"])


def _lost_zero(phone: str | None) -> int | None:
    """A telephone number as a spreadsheet keeps it when nobody made the cell text."""
    return None if phone is None else int(phone)


def _residence(household: DemoHousehold) -> str:
    return "Thường trú" if household.residence is Residence.PERMANENT else "Tạm trú"


def _first(sheet: Worksheet, khu_pho: DemoKhuPho) -> None:
    """Two heading lines, telephones without zero; a line twice, a name and an address left out."""
    _titles(sheet, khu_pho, 10)
    upper = (
        "STT",
        "Số hộ",
        "Chủ hộ",
        "Người đại diện",
        "Nơi cư trú",
        None,
        "Điện thoại",
        "Cư trú",
        "Số khẩu",
        "Ghi chú",
    )
    _heading(sheet, upper)
    _heading(sheet, (None, None, None, None, "Số nhà", "Đường/Hẻm"))
    top = sheet.max_row - 1
    sheet.merge_cells(start_row=top, start_column=5, end_row=top, end_column=6)
    for column in (1, 2, 3, 4, 7, 8, 9, 10):
        sheet.merge_cells(start_row=top, start_column=column, end_row=top + 1, end_column=column)
    lines: list[list[str | int | None]] = []
    for one in khu_pho.households:
        line = [one.number, one.head, one.representative, one.house, one.street, _lost_zero(one.phone)]
        lines.append([*line, _residence(one), one.members, one.note])
    lines.insert(230, lines[57])
    lines.append(["1-413", "Phan Văn Nghĩa", None, "61/4", "hẻm 12", None, "Thường trú", 3, "chưa rõ ai đại diện"])
    lines.append(["1-414", "Dương Thị Thu Vân", "Dương Thị Thu Vân", None, None, None, "Tạm trú", 1, None])
    for count, line in enumerate(lines, 1):
        sheet.append([count, *line])
    _footer(sheet, f"Tổng cộng: {len(lines)} hộ", sum(line[7] for line in lines if isinstance(line[7], int)), 9)
    _widths(sheet, 6, 9, 26, 26, 10, 16, 14, 13, 9, 24)


def _second(sheet: Worksheet, khu_pho: DemoKhuPho) -> None:
    """Another order of columns, headings without marks, one column for the address, capitals for names."""
    _titles(sheet, khu_pho, 9)
    _heading(
        sheet,
        ("TT", "Ho ten dai dien ho", "Dia chi", "SDT", "Thuong tru", "Tam tru", "Nhan khau", "Ma ho", "Chu ho", "GC"),
    )
    for count, one in enumerate(khu_pho.households, 1):
        permanent = one.residence is Residence.PERMANENT
        phone = None if one.phone is None else f"{one.phone[:4]} {one.phone[4:7]} {one.phone[7:]}"
        marks = ("x", None) if permanent else (None, "x")
        sheet.append(
            [count, one.representative.upper(), one.address, phone, *marks, one.members, one.number, one.head, one.note]
        )
    _footer(sheet, f"Cộng: {len(khu_pho.households)} hộ", sum(one.members for one in khu_pho.households), 7)
    _widths(sheet, 6, 28, 26, 16, 11, 9, 11, 9, 28, 20)


def _third(sheet: Worksheet, khu_pho: DemoKhuPho) -> None:
    """The numbered line of an official form under the heading; empty lines numbered in advance."""
    _titles(sheet, khu_pho, 9)
    headings = ("STT", "Số hộ", "Họ và tên chủ hộ", "Họ và tên người đại diện hộ", "Số nhà", "Đường/Hẻm")
    _heading(sheet, (*headings, "Số điện thoại", "Thường trú/Tạm trú", "Số nhân khẩu"))
    _heading(sheet, [f"({number})" for number in range(1, 10)])
    for count, one in enumerate(khu_pho.households, 1):
        phone = None if one.phone is None else f"+84{one.phone[1:]}"
        line = [one.number, one.head, one.representative, one.house, one.street, phone, _residence(one), one.members]
        sheet.append([count, *line])
    for ahead in range(1, 11):
        sheet.append([len(khu_pho.households) + ahead])
    _footer(sheet, f"Tổng số hộ: {len(khu_pho.households)} hộ", sum(one.members for one in khu_pho.households), 9)
    _widths(sheet, 6, 9, 28, 28, 10, 16, 16, 16, 12)


def _fourth(sheet: Worksheet, khu_pho: DemoKhuPho) -> None:
    """Sections for the two kinds of residence; a household that moved away stays in a hidden row."""
    _titles(sheet, khu_pho, 7)
    _heading(sheet, ("STT", "Mã hộ", "Chủ hộ", "Đại diện hộ", "Địa chỉ", "Điện thoại liên hệ", "Số người trong hộ"))
    count = 0
    for section, residence in (("I. HỘ THƯỜNG TRÚ", Residence.PERMANENT), ("II. HỘ TẠM TRÚ", Residence.TEMPORARY)):
        sheet.append([section])
        sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=7)
        for one in khu_pho.households:
            if one.residence is residence:
                count += 1
                line = [one.number, one.head, one.representative, one.address, _lost_zero(one.phone), one.members]
                sheet.append([count, *line])
    sheet.append([count + 1, "4-185", "Lý Văn Tâm", "Lý Văn Tâm", "61/2 hẻm 44", None, 2])
    sheet.row_dimensions[sheet.max_row].hidden = True
    _footer(sheet, f"Tổng cộng: {count + 1} hộ", sum(one.members for one in khu_pho.households) + 2, 7)
    _widths(sheet, 6, 9, 28, 28, 26, 18, 12)


def _fifth(sheet: Worksheet, khu_pho: DemoKhuPho) -> None:
    """Years of birth and card numbers, which the importer drops; 000 is no province, so no card has such a number."""
    _titles(sheet, khu_pho, 9)
    headings = ("STT", "Số hộ", "Họ tên chủ hộ", "Năm sinh", "Số CCCD", "Người đại diện", "Nơi ở hiện nay", "ĐT")
    _heading(sheet, (*headings, "Tình trạng cư trú", "Số khẩu"))
    for count, one in enumerate(khu_pho.households, 1):
        private = [1950 + count % 50, f"000{count:09d}"]
        line = [
            one.number,
            one.head,
            *private,
            one.representative,
            one.address,
            one.phone,
            _residence(one),
            one.members,
        ]
        sheet.append([count, *line])
    _footer(sheet, f"Tổng cộng: {len(khu_pho.households)} hộ", sum(one.members for one in khu_pho.households), 10)
    _widths(sheet, 6, 9, 28, 10, 16, 28, 26, 14, 16, 9)


def _summary(sheet: Worksheet) -> None:
    """A sheet that is not a list; the importer says that it passed it over."""
    sheet.append(["TỔNG HỢP SỐ HỘ THEO KHU PHỐ"])
    _heading(sheet, ("Khu phố", "Số hộ", "Số nhân khẩu"))
    for khu_pho in demo_ward():
        sheet.append([khu_pho.name, len(khu_pho.households), sum(one.members for one in khu_pho.households)])
    _widths(sheet, 16, 10, 14)


if __name__ == "__main__":
    SAMPLE.write_bytes(demo_workbook())
