"""Files to upload: honest ones, and such as somebody would make on purpose."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

import docx
import openpyxl
from openpyxl.comments import Comment
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def word(*paragraphs: str, **parts: bytes) -> bytes:
    """A Word file of those paragraphs, without an author."""
    document = docx.Document()
    document.core_properties.author = ""
    for one in paragraphs or ("Thông báo về đường số 5",):
        document.add_paragraph(one)
    return saved(document)


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def book(*rows: tuple[Any, ...]) -> openpyxl.Workbook:
    """A workbook of one sheet, "Dự toán"."""
    made = openpyxl.Workbook()
    made.properties.creator = None
    made.active.title = "Dự toán"
    for row in rows or (("Khoản", "Số tiền"), ("Sửa đường", 1_250_000)):
        made.active.append(row)
    return made


def hidden_book() -> bytes:
    """Everything an officer may forget in a workbook."""
    made = book(("A", "B", "C"), (1, 2, 3), (4, 5, 6))
    made.properties.creator = "Người Lập"
    sheet = made.active
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet["A1"].comment = Comment("xem lại", "ai đó")
    secret = made.create_sheet("Danh sách riêng")
    secret.append(["bí mật"])
    secret.sheet_state = "veryHidden"
    return saved(made)


def pdf(*, pages: int = 1, **values: Any) -> bytes:
    """A PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if values.get("note"):
        note = FreeText(text=values["note"], rect=(10, 10, 100, 100))
        writer.add_annotation(0, note)
    if values.get("author"):
        writer.add_metadata({"/Author": values["author"]})
    if values.get("script"):
        action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(values["script"])}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    if values.get("attachment"):
        writer.add_attachment("khac.txt", values["attachment"])
    if values.get("password"):
        writer.encrypt(values["password"])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def png(width: int = 2, height: int = 2, *chunks: tuple[bytes, bytes]) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress((b"\x00" + b"\x80" * min(width, 10)) * min(height, 10))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    inner = b"".join(chunk(*one) for one in chunks)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + inner + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def exif(*tags: int) -> bytes:
    """Notes of a camera with these tags."""
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, 0) for tag in tags)
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(tags)) + entries + b"\x00\x00\x00\x00"


def jpg(width: int = 2, height: int = 2, *, notes: bytes = b"", behind: bytes = b"") -> bytes:
    """The frame of a JPEG: what is checked of it, without a picture."""

    def segment(marker: int, body: bytes) -> bytes:
        return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body

    about = segment(0xE1, b"Exif\x00\x00" + notes) if notes else b""
    frame = segment(0xC0, b"\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00")
    return b"\xff\xd8" + about + frame + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x00\xff\xd9" + behind


def repacked(content: bytes, *, add: dict[str, bytes] | None = None, swap: dict[str, bytes] | None = None) -> bytes:
    """The package with parts added or with bytes exchanged in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, (swap or {}).get(name, old.read(name)))
        for name, body in (add or {}).items():
            new.writestr(name, body)
    return out.getvalue()


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)


def plain_zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return out.getvalue()
