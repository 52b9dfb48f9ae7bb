"""Đọc tệp Excel."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from danchu.foundation.files.reading.found import Read
from danchu.foundation.files.reading.package import about_the_maker, elements

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_COMMENTS = re.compile(r"xl/(comments\d*|comments/[^/]+|threadedComments/[^/]+)\.xml\Z")
_ON = {"1", "true"}


def read(path: Path, found: Read) -> None:
    """Words of the visible sheets; hidden sheets, rows and columns, comments, copies of outside data, names."""
    with zipfile.ZipFile(path) as package:
        about_the_maker(package, found)
        for name in package.namelist():
            if _SHEET.match(name):
                _look_at_sheet(package, name, found)
            elif _COMMENTS.match(name):
                notes = sum(one.tag.endswith(("}comment", "}threadedComment")) for one in elements(package, name))
                found.find("comments", count=max(notes, 1))
            elif name.startswith("xl/pivotCache/") and "Records" in name:
                found.find("data_copy")
            elif name.startswith("xl/externalLinks/") and name.endswith(".xml"):
                found.find("outside_link")
    _read_words(path, found)


def _look_at_sheet(package: zipfile.ZipFile, name: str, found: Read) -> None:
    for one in _rows_and_columns(package, name):
        if one.get("hidden") not in _ON:
            continue
        if one.tag == f"{_S}row":
            found.find("hidden_rows", f"dòng {one.get('r', '?')}")
        else:
            first, last = int(one.get("min", "1")), int(one.get("max", "1"))
            found.find("hidden_columns", f"cột {first}" if first == last else f"cột {first}–{last}")


def _rows_and_columns(package: zipfile.ZipFile, name: str) -> Iterator[Any]:
    with package.open(name) as part:
        wanted = (f"{_S}row", f"{_S}col")
        for _, one in etree.iterparse(part, events=("end",), tag=wanted, resolve_entities=False, no_network=True):
            yield one
            one.clear()
            while one.getprevious() is not None:
                del one.getparent()[0]


def _read_words(path: Path, found: Read) -> None:
    book = CalamineWorkbook.from_path(str(path))
    for sheet in book.sheets_metadata:
        if sheet.visible != SheetVisibleEnum.Visible:
            found.find("hidden_sheets", sheet.name)
            continue
        found.pages += 1
        found.say(sheet.name)
        for row in book.get_sheet_by_name(sheet.name).iter_rows():
            if found.full:
                break
            found.say(" ".join(str(cell) for cell in row if cell not in ("", None)))
