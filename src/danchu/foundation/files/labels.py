"""Lời về những gì giấu trong tệp: what the officer is shown before a file is opened to everybody."""

from __future__ import annotations

from typing import Any

from danchu.foundation.files.models import Reading
from danchu.law.people import Label

FINDINGS = {
    "active": Label("có phần tự chạy khi mở tệp", "something that runs when it is opened"),
    "author": Label("tên người lập trong thuộc tính tệp", "its author's name in the properties"),
    "changes": Label("sửa đổi còn theo dõi", "tracked changes"),
    "comments": Label("nhận xét, ghi chú", "comments"),
    "company": Label("tên cơ quan, người quản lý trong thuộc tính tệp", "a company or manager in the properties"),
    "data_copy": Label("bản sao dữ liệu gốc của bảng tổng hợp", "a copy of the data behind a pivot table"),
    "embedded": Label("tệp khác nằm bên trong", "other files inside"),
    "hidden_columns": Label("cột bị ẩn", "hidden columns"),
    "hidden_rows": Label("dòng bị ẩn", "hidden rows"),
    "hidden_sheets": Label("trang tính bị ẩn", "hidden sheets"),
    "hidden_text": Label("chữ bị ẩn", "hidden text"),
    "outside_link": Label("liên kết tới bảng tính khác", "links to other workbooks"),
    "place_taken": Label("vị trí chụp ảnh", "the place where the photo was taken"),
    "properties": Label("thuộc tính riêng của tệp", "custom properties"),
}
UNREADABLE = Label("không đọc được bên trong để kiểm tra", "it could not be read and checked")


def lines(reading: Reading, lang: str) -> list[str]:
    """One line for each sort of thing hidden in the file, with how many and where."""
    if reading.state == Reading.State.FAILED:
        return [_in(UNREADABLE, lang)]
    return [_line(one, lang) for one in reading.findings]


def told(reading: Reading, lang: str) -> str:
    """The same as one phrase."""
    return "; ".join(lines(reading, lang))


def _line(found: dict[str, Any], lang: str) -> str:
    words = _in(FINDINGS[str(found["code"])], lang)
    where = ", ".join(found["where"])
    many = f": {found['count']}" if int(found["count"]) > 1 else ""
    return f"{words}{many} ({where})" if where else f"{words}{many}"


def _in(label: Label, lang: str) -> str:
    return label.vi if lang == "vi" else label.en
