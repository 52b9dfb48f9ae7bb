"""Đọc PDF."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from danchu.foundation.files.reading.found import Read

MOST_PAGES = 3_000
_NOTES = frozenset({"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Popup"})


def read(path: Path, found: Read) -> None:
    """Words, comments, maker's name, and things that run or lie inside."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(path)
    about = reader.metadata
    if about is not None and (about.author or "").strip():
        found.find("author", str(about.author))
    if reader.attachments:
        found.find("embedded", ", ".join(reader.attachments), len(reader.attachments))
    if _runs(reader.trailer["/Root"]):
        found.find("active")
    found.pages = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES:
            break
        for note in _notes(page):
            found.find("comments", f"trang {number}", note)
        if not found.full:
            found.say(page.extract_text())


def _runs(root: Any) -> bool:
    names = root.get("/Names")
    action = root.get("/OpenAction")
    action = action.get_object() if action is not None else None
    script = isinstance(action, dict) and action.get("/S") in {"/JavaScript", "/Launch"}
    return script or "/AA" in root or (names is not None and "/JavaScript" in names.get_object())


def _notes(page: Any) -> Iterator[int]:
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        if note.get("/Subtype") in _NOTES and note.get("/Subtype") != "/Popup":
            yield 1
