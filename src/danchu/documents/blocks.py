"""Phần của văn bản: the body of a paper as plain data.

Said once here, drawn twice: ``pdf`` fills the ``{names}`` and hands plain words to typst; the default DOCX templates
are built from the same blocks with the names left open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """Kiểu đoạn: how a paragraph stands on the page."""

    BODY = "body"  # justified, first line set in
    HEADING = "heading"  # bold
    PART = "part"  # bold, in the middle
    CENTRE = "centre"
    NOTE = "note"  # italic
    LAST = "last"  # on a poster: under the rule, across the page


@dataclass(frozen=True, slots=True)
class Para:
    """Đoạn: one sentence or more; ``lead`` is bold before it. Left out when the field ``when`` is empty."""

    text: str
    style: Style = Style.BODY
    lead: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Paras:
    """Đoạn theo trường: the paragraphs or lines of a field, or each of its rows through ``text``.

    ``bullet`` stands before each; ``empty`` is printed when there is none.
    """

    field: str
    text: str = ""
    bullet: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Cột: of a table. ``width`` in shares of the free width; name "" prints the running number."""

    head: str
    name: str
    width: float = 1
    centre: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Bảng: one line a row of the field; its header is repeated on each page. Left out when empty."""

    field: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Bảng số liệu: label and figure; each ``(label, text, when)``."""

    head: tuple[str, str]
    lines: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Capture:
    """Ảnh chụp kết quả: the framed figures as they stood at one moment. Field names of its parts."""

    matter: str
    taken: str
    figures: tuple[tuple[str, str], ...]
    sentence: str


Block = Para | Paras | Table | Figures | Capture


@dataclass(frozen=True, slots=True)
class Annex:
    """Phụ lục: starts on its own page, after the signatures."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Chữ ký: office in capitals, and the field that holds the name (empty: room to write it by hand)."""

    office: tuple[str, ...]
    name_field: str
    note: str = "(Ký, ghi rõ họ tên)"
