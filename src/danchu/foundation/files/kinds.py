"""Loại tệp được công khai: what everybody can open, and how it is handed over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """Một loại tệp: ``shown`` in the browser; else only as a download."""

    name: str
    content_type: str
    endings: tuple[str, ...]
    shown: bool
    vi: str
    en: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS = {
    one.name: one
    for one in (
        Kind("pdf", "application/pdf", ("pdf",), True, "tệp PDF", "a PDF"),
        Kind("jpg", "image/jpeg", ("jpg", "jpeg"), True, "ảnh JPG", "a JPG photo"),
        Kind("png", "image/png", ("png",), True, "ảnh PNG", "a PNG picture"),
        Kind("docx", f"{_OFFICE}wordprocessingml.document", ("docx",), False, "tệp Word", "a Word file"),
        Kind("xlsx", f"{_OFFICE}spreadsheetml.sheet", ("xlsx",), False, "tệp Excel", "an Excel file"),
    )
}
