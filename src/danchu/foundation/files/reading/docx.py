"""Đọc tệp Word."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from danchu.foundation.files.reading.found import Read
from danchu.foundation.files.reading.package import about_the_maker, elements

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml\Z")
_CHANGES = {
    f"{_W}{one}" for one in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel")
}
_OFF = {"0", "false", "off", "none"}


def read(path: Path, found: Read) -> None:
    """Words, tracked changes, comments, hidden words, names."""
    with zipfile.ZipFile(path) as package:
        about_the_maker(package, found)
        for name in sorted(package.namelist(), key=lambda one: (one != "word/document.xml", one)):
            if _TEXTS.match(name):
                _read_text(package, name, found)
            elif name.startswith("word/comments") and name.endswith("s.xml"):
                comments = sum(one.tag == f"{_W}comment" for one in elements(package, name))
                if comments:
                    found.find("comments", count=comments)


def _read_text(package: zipfile.ZipFile, name: str, found: Read) -> None:
    # The body is one child of the root and is let go of only whole: paragraphs are emptied as they end.
    for one in elements(package, name):
        if one.tag in _CHANGES:
            found.find("changes")
        elif one.tag == f"{_W}vanish" and one.get(f"{_W}val", "1") not in _OFF:
            found.find("hidden_text")
        elif one.tag == f"{_W}p":
            found.say(_words(one))
            if not any(parent.tag == f"{_W}p" for parent in one.iterancestors()):
                one.clear()


def _words(paragraph: Any) -> str:
    pieces = []
    for one in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        pieces.append((one.text or "") if one.tag == f"{_W}t" else " ")
    return "".join(pieces)
