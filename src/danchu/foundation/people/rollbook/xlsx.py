"""Đọc tệp Excel (.xlsx): sheets as lines of values, one streaming pass, with what a plain reader hides.

A line knows whether it is hidden; a formula nobody has computed is ``UNCOMPUTED``; merged ranges are kept. Document
types and entities are refused, so that no XML trick can unfold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.parsers import expat

from danchu.foundation.people.rollbook.container import Parts
from danchu.foundation.people.rollbook.errors import RollFileError
from danchu.foundation.people.rollbook.model import Limits, Value
from danchu.foundation.people.rollbook.text import clean

UNCOMPUTED = "\x00uncomputed"

_LAST_ROW = 1_048_576
_DIGITS = "0123456789"
_DATE_FORMATS = frozenset([*range(14, 18), 22, *range(27, 37), *range(50, 59)])
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
_TRAP_FORMULA = re.compile(
    r"[A-Za-z]\w*\s*\|[^|]*!|\[\d+\]|\[[^\]]+\.xls|\b(?:WEBSERVICE|FILTERXML|CALL|REGISTER|EXEC|DDE)\s*\(",
    re.IGNORECASE,
)


class RawRow(NamedTuple):
    """Một dòng chưa hiểu: ``cells`` goes from the column's place (0 is A) to its value; empty cells are absent."""

    number: int
    hidden: bool
    cells: dict[int, Value]


@dataclass(slots=True)
class RawSheet:
    """Một trang chưa hiểu: read ``rows`` to the end before ``merged`` is complete."""

    name: str
    hidden: bool
    rows: Iterator[RawRow]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def dangerous_formula(text: str) -> bool:
    """Whether a formula starts a program or fetches from elsewhere (DDE, other workbooks, web calls)."""
    return bool(_TRAP_FORMULA.search(text))


def column_letters(index: int) -> str:
    """0 is "A", 26 is "AA"."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """ "B" as 1."""
    column = 0
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        raise RollFileError("file.damaged")
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column - 1


def _place(ref: str) -> tuple[int, int]:
    """ "B3" as (row 3, column 1)."""
    letters = ref.rstrip(_DIGITS)
    return _int(ref[len(letters) :], 0), _column(letters)


def _int(text: str | None, default: int) -> int:
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise RollFileError("file.damaged")
    return int(text)


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise RollFileError("file.trap")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def _feed(parser: expat.XMLParserType, chunks: Iterator[bytes]) -> Iterator[None]:
    """Parse piece by piece; yields between pieces so that the caller can hand on what is ready."""
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            yield
        parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeError, ValueError, LookupError) as error:
        raise RollFileError("file.damaged") from error
    yield


def _elements(parts: Parts, name: str, wanted: dict[str, Callable[[dict[str, str]], None]]) -> None:
    """Call ``wanted[tag](attributes)`` for each element start of a small part."""
    parser = _parser()

    def start(tag: str, attributes: dict[str, str]) -> None:
        act = wanted.get(_local(tag))
        if act is not None:
            act({_local(key): value for key, value in attributes.items()})

    parser.StartElementHandler = start
    for _ in _feed(parser, parts.chunks(name)):
        pass


class Workbook:
    """Tệp Excel đang đọc: names and states of the sheets, shared texts, which styles are dates."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._parts = Parts(data, limits)
        self._limits = limits
        self._epoch = date(1899, 12, 30)
        self._sheets: list[tuple[str, bool, str]] = []
        book_part = self._workbook_part()
        targets = self._relations(book_part)
        self._read_workbook(book_part, targets)
        if not self._sheets:
            raise RollFileError("file.damaged")
        if len(self._sheets) > limits.max_sheets:
            raise RollFileError("file.too_many_sheets", {"limit": limits.max_sheets})
        self._date_styles = self._read_styles(targets)
        self._texts = self._read_shared(targets)

    def _workbook_part(self) -> str:
        found = [target for kind, target in self._relation_list("_rels/.rels", "") if kind.endswith("/officeDocument")]
        return found[0] if found else "xl/workbook.xml"

    def _relation_list(self, name: str, folder: str) -> list[tuple[str, str]]:
        return [(kind, target) for kind, target in self._raw_relations(name, folder).values()]

    def _raw_relations(self, name: str, folder: str) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}

        def relation(attributes: dict[str, str]) -> None:
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else str(PurePosixPath(folder, target))
            found[attributes.get("Id", "")] = (attributes.get("Type", ""), path)

        if name in self._parts:
            _elements(self._parts, name, {"Relationship": relation})
        return found

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        path = PurePosixPath(part)
        return self._raw_relations(str(path.parent / "_rels" / f"{path.name}.rels"), str(path.parent))

    def _read_workbook(self, part: str, targets: dict[str, tuple[str, str]]) -> None:
        def sheet(attributes: dict[str, str]) -> None:
            kind, path = targets.get(attributes.get("id", ""), ("", ""))
            if kind.endswith("/worksheet"):
                hidden = attributes.get("state", "visible") != "visible"
                self._sheets.append((clean(attributes.get("name", "")), hidden, path))

        def properties(attributes: dict[str, str]) -> None:
            if attributes.get("date1904") in ("1", "true"):
                self._epoch = date(1904, 1, 1)

        _elements(self._parts, part, {"sheet": sheet, "workbookPr": properties})

    def _part_of(self, targets: dict[str, tuple[str, str]], ending: str) -> str | None:
        return next((path for kind, path in targets.values() if kind.endswith(ending) and path in self._parts), None)

    def _read_styles(self, targets: dict[str, tuple[str, str]]) -> frozenset[str]:
        part = self._part_of(targets, "/styles")
        if part is None:
            return frozenset()
        dates = set(_DATE_FORMATS)
        styles: set[str] = set()
        inside = count = 0

        def number_format(attributes: dict[str, str]) -> None:
            code = _QUOTED.sub("", attributes.get("formatCode", "")).lower()
            if "y" in code or "d" in code:
                dates.add(_int(attributes.get("numFmtId"), -1))

        def cell_formats(_: dict[str, str]) -> None:
            nonlocal inside
            inside = 1

        def cell_styles(_: dict[str, str]) -> None:
            nonlocal inside
            inside = 0

        def cell_format(attributes: dict[str, str]) -> None:
            nonlocal count
            if inside:
                if _int(attributes.get("numFmtId"), 0) in dates:
                    styles.add(str(count))
                count += 1

        wanted = {"numFmt": number_format, "cellXfs": cell_formats, "cellStyles": cell_styles, "xf": cell_format}
        _elements(self._parts, part, wanted)
        return frozenset(styles)

    def _read_shared(self, targets: dict[str, tuple[str, str]]) -> list[str]:
        part = self._part_of(targets, "/sharedStrings")
        texts: list[str] = []
        if part is None:
            return texts
        parser = _parser()
        pieces: list[str] = []
        phonetic = 0

        def start(tag: str, _: dict[str, str]) -> None:
            nonlocal phonetic
            local = _local(tag)
            if local == "rPh":
                phonetic += 1
            elif local == "t" and not phonetic:
                parser.CharacterDataHandler = pieces.append

        def end(tag: str) -> None:
            nonlocal phonetic
            local = _local(tag)
            if local == "t":
                parser.CharacterDataHandler = None
            elif local == "rPh":
                phonetic -= 1
            elif local == "si":
                texts.append(self._text(pieces))
                pieces.clear()

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        for _ in _feed(parser, self._parts.chunks(part)):
            pass
        return texts

    def _text(self, pieces: list[str]) -> str:
        text = clean("".join(pieces))
        if len(text) > self._limits.max_text:
            raise RollFileError("file.text_too_long", {"limit": self._limits.max_text})
        return text

    def sheets(self) -> Iterator[RawSheet]:
        """Each worksheet in the order of the book."""
        for name, hidden, path in self._sheets:
            sheet = RawSheet(name, hidden, iter(()))
            sheet.rows = self._rows(sheet, path)
            yield sheet

    def _rows(self, sheet: RawSheet, path: str) -> Iterator[RawRow]:
        reader = _SheetReader(self, sheet)
        for _ in _feed(reader.parser, self._parts.chunks(path)):
            yield from reader.ready
            reader.ready.clear()

    def value(self, kind: str | None, style: str | None, text: str) -> Value:
        """A cell's value from its type, style and stored text. Raises ``RollFileError`` for an impossible one."""
        if kind == "s":
            place = _int(text.strip(), -1)
            if not 0 <= place < len(self._texts):
                raise RollFileError("file.damaged")
            return self._texts[place] or None
        if kind in ("str", "inlineStr"):
            return self._text([text]) or None
        if kind == "b":
            return "1" if text == "1" else None
        if kind == "e":  # "#N/A", "#REF!": there is no value
            return None
        if kind == "d":
            return _iso_day(text)
        return self._number(style, text)

    def _number(self, style: str | None, text: str) -> Value:
        try:
            number = float(text)
        except ValueError:
            raise RollFileError("file.damaged") from None
        if style in self._date_styles and 0 < number < 2_950_000:
            day = int(number)
            if self._epoch.year == 1899 and day < 60:
                day += 1  # Excel believes in 29 February 1900
            return self._epoch + timedelta(days=day)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number if number == number else None


def _iso_day(text: str) -> Value:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return clean(text) or None


class _SheetReader:
    """Bộ đọc một trang: expat's call-backs for one worksheet part; finished lines wait in ``ready``."""

    def __init__(self, book: Workbook, sheet: RawSheet) -> None:
        self.ready: list[RawRow] = []
        self.parser = _parser()
        self._book = book
        self._sheet = sheet
        self._number = 0
        self._column = -1
        self._hidden = False
        self._phonetic = 0
        self._cells: dict[int, Value] = {}
        self._kind: str | None = None
        self._style: str | None = None
        self._text: list[str] = []
        self._formula: list[str] = []
        self._has_formula = self._has_value = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if ":" in tag:
            tag = _local(tag)
        if tag == "c":
            ref = attributes.get("r")
            self._column = self._column + 1 if ref is None else _column(ref.rstrip(_DIGITS))
            self._kind = attributes.get("t")
            self._style = attributes.get("s")
            self._text, self._formula = [], []
            self._has_formula = self._has_value = False
        elif tag == "v":
            self._has_value = True
            self.parser.CharacterDataHandler = self._text.append
        elif tag == "row":
            self._number = _int(attributes.get("r"), self._number + 1)
            if not 0 < self._number <= _LAST_ROW:
                raise RollFileError("file.damaged")
            self._hidden = attributes.get("hidden") in ("1", "true")
            self._column = -1
            self._cells = {}
        elif tag == "t" and not self._phonetic:
            self._has_value = True
            self.parser.CharacterDataHandler = self._text.append
        elif tag == "f":
            self._has_formula = True
            self.parser.CharacterDataHandler = self._formula.append
        elif tag == "rPh":
            self._phonetic += 1
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _end(self, tag: str) -> None:
        if ":" in tag:
            tag = _local(tag)
        if tag in ("v", "t", "f"):
            self.parser.CharacterDataHandler = None
        elif tag == "c":
            self._finish_cell()
        elif tag == "row":
            if self._cells:
                self.ready.append(RawRow(self._number, self._hidden, self._cells))
        elif tag == "rPh":
            self._phonetic -= 1

    def _finish_cell(self) -> None:
        text = "".join(self._text)
        if self._has_formula:
            if dangerous_formula("".join(self._formula)):
                raise RollFileError("formula.dangerous", self._where())
            if not self._has_value or (not text and self._kind != "str"):
                self._cells[self._column] = UNCOMPUTED
                return
        if not text:
            return
        value = self._book.value(self._kind, self._style, text)
        if value is not None:
            self._cells[self._column] = value

    def _where(self) -> dict[str, object]:
        return {"sheet": self._sheet.name, "cell": f"{column_letters(self._column)}{self._number}"}

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        top, left = _place(first)
        bottom, right = _place(last or first)
        if len(self._sheet.merged) < _LAST_ROW:
            self._sheet.merged.append((top, left, bottom, right))
