"""Files for the tests of the importer, made on the spot."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from openpyxl import Workbook

from danchu.foundation.people.rollbook import Book, Household, Report, check, read_book

HEADER = ("Số hộ", "Chủ hộ", "Địa chỉ", "Điện thoại")


def xlsx(
    *sheets: Sequence[Sequence[Any]], titles: Sequence[str] = (), dress: Callable[[Workbook], None] | None = None
) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for place, rows in enumerate(sheets):
        sheet = book.create_sheet(titles[place] if titles else f"Trang {place + 1}")
        for row in rows:
            sheet.append(list(row))
    if dress:
        dress(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def listed(*rows: Sequence[Any], header: Sequence[str] = HEADER) -> bytes:
    """A workbook with one plain table."""
    return xlsx([header, *rows])


def csv_of(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    return "".join(delimiter.join(row) + "\r\n" for row in rows)


def repacked(
    data: bytes, *, change: dict[str, Callable[[bytes], bytes]] | None = None, add: dict[str, bytes] | None = None
) -> bytes:
    """A workbook with parts changed or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if change and entry.filename in change:
                content = change[entry.filename](content)
            target.writestr(entry.filename, content)
        for name, content in (add or {}).items():
            target.writestr(name, content)
    return stream.getvalue()


def shared(data: bytes) -> bytes:
    """The same workbook with its texts in one shared part, as Excel itself writes them."""
    texts: list[bytes] = []

    def move(found: re.Match[bytes]) -> bytes:
        texts.append(found[2])
        return b'<c r="%b"%b t="s"><v>%d</v></c>' % (found[1], b"", len(texts) - 1)

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
    inline = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*? t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
    relation = (
        b'<Relationship Id="rIdS" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    changed = repacked(data, change={name: lambda part: inline.sub(move, part) for name in sheets})
    body = b"".join(b"<si>%b</si>" % text for text in texts)
    return repacked(
        changed,
        change={"xl/_rels/workbook.xml.rels": lambda part: part.replace(b"</Relationships>", relation)},
        add={"xl/sharedStrings.xml": b'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="x">' + body + b"</sst>"},
    )


def read(data: bytes, **options: Any) -> Book:
    return read_book(data, filename="a", **options)


def checked(data: bytes, **options: Any) -> Report:
    return check(read(data, **options))


def households(data: bytes, **options: Any) -> list[Household]:
    report = checked(data, **options)
    assert [rejected.problems for rejected in report.rejected] == []
    return report.accepted
