"""Tệp mẫu danh sách hộ: the workbook a ward downloads, fills in and imports; made here, always the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

_HEADINGS: tuple[tuple[str, int], ...] = (
    ("STT", 6),
    ("Số hộ", 10),
    ("Họ và tên chủ hộ", 28),
    ("Người đại diện hộ", 28),
    ("Số nhà", 12),
    ("Đường/Hẻm", 22),
    ("Khu phố", 14),
    ("Số điện thoại", 16),
    ("Tình trạng cư trú", 18),
    ("Số nhân khẩu", 14),
    ("Ghi chú", 30),
)
_EXAMPLES: tuple[tuple[str | int, ...], ...] = (
    (1, "1", "Nguyễn Văn Mẫu", "Trần Thị Thí Dụ", "12/4", "hẻm 8", "Khu phố 3", "0900000001", "Thường trú", 4, ""),
    (2, "2", "Lê Thị Thí Dụ", "Lê Thị Thí Dụ", "30/2", "đường số 5", "Khu phố 3", "", "Tạm trú", 2, "Thuê nhà"),
)
_GUIDE: tuple[str, ...] = (
    "Cách điền danh sách hộ",
    "1. Mỗi hộ một dòng, ghi ở trang “Danh sách hộ”. Xóa hai dòng thí dụ trước khi gửi.",
    "2. Bắt buộc: người đại diện hộ (hoặc chủ hộ) và địa chỉ. Các cột khác có thể để trống.",
    "3. Người đại diện là một người lớn trong hộ, không nhất thiết là chủ hộ (khoản 2 Điều 18 Luật số 10/2022/QH15).",
    "4. Số hộ do phường đặt; hai hộ trong một khu phố không trùng số. Chưa có thì để trống.",
    "5. Các cột đã để dạng chữ, nên số 0 đầu điện thoại và số nhà như 12/4 không bị đổi.",
    "6. Tình trạng cư trú: ghi Thường trú hoặc Tạm trú.",
    "7. Không ghi số căn cước và ngày sinh; nếu có, hệ thống bỏ đi, không lưu.",
    "8. Được thêm dòng tiêu đề, dòng cộng, chữ ký và nhiều trang. Dòng đang ẩn chỉ được nhận khi anh/chị đồng ý.",
    "9. Gửi tệp rồi xem thử; chưa bấm lưu thì chưa có gì thay đổi.",
)
_ROWS_AHEAD = 500
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_FIXED = b"2026-01-01T00:00:00Z"


def template_workbook() -> bytes:
    """Tệp mẫu: a sheet with headings and two example households, and a sheet that explains how to fill it in."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh sách hộ"
    sheet.append([heading for heading, _ in _HEADINGS])
    for example in _EXAMPLES:
        sheet.append(list(example))
    _dress(sheet)
    guide = book.create_sheet("Hướng dẫn")
    for line in _GUIDE:
        guide.append([line])
    guide.column_dimensions["A"].width = 100
    guide["A1"].font = Font(bold=True, size=14)
    for (cell,) in guide.iter_rows(min_row=2):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return saved(book)


def _dress(sheet: Worksheet) -> None:
    for column, (_, width) in zip(sheet.columns, _HEADINGS, strict=True):
        sheet.column_dimensions[column[0].column_letter].width = width
        column[0].font = Font(bold=True)
        column[0].fill = PatternFill("solid", fgColor="F3E6C0")
        column[0].alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    # Text format keeps "012" and "12/4" as typed.
    for letter in "BEFH":
        for number in range(2, _ROWS_AHEAD + 2):
            sheet[f"{letter}{number}"].number_format = "@"
    choice = DataValidation(type="list", formula1='"Thường trú,Tạm trú"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"I2:I{_ROWS_AHEAD + 1}")
    sheet.freeze_panes = "A2"


def saved(book: Workbook) -> bytes:
    """A workbook as bytes that depend on its content only: no clock, no machine."""
    book.properties.creator = "Danchu"
    written = io.BytesIO()
    book.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMP.sub(_FIXED, content)  # openpyxl writes the hour of saving
            stamp = zipfile.ZipInfo(entry.filename, (2026, 1, 1, 0, 0, 0))
            target.writestr(stamp, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return fixed.getvalue()
