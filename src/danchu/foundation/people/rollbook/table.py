"""Tách hộ khỏi phần trình bày: from raw lines of one sheet to lines that may be households.

Wards print titles above, section lines between, totals and signatures below, and number empty lines in advance.
Whatever is not taken is kept in ``Book.skipped`` or counted; nothing disappears silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from danchu.foundation.people.rollbook import headers
from danchu.foundation.people.rollbook.errors import RollFileError
from danchu.foundation.people.rollbook.model import (
    Book,
    Column,
    ColumnMap,
    Field,
    Limits,
    Row,
    Sheet,
    Skipped,
    Total,
    Value,
)
from danchu.foundation.people.rollbook.text import FontMeter, phone_without_identity, plain, without_private
from danchu.foundation.people.rollbook.xlsx import UNCOMPUTED, RawRow, RawSheet, column_letters

# Marks matter: "Tống", "Tô Trường", "Chu Tích" are people; "tổng", "tổ trưởng", "chủ tịch" are not.
_TOTAL = re.compile(r"^(tổng|cộng)\b|^(tong (cong|so)|cong)\b", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^(người (lập|viết|ghi|tổng hợp)|ký (tên|ghi)|xác nhận của|t\.?\s?m\b|k\.?\s?t\b|chủ tịch|phó chủ tịch|"
    r"trưởng (khu phố|ban|ấp|thôn)|tổ trưởng|cán bộ|ủy ban|uỷ ban|công chức|nơi nhận)"
    r"|\bngày[\s\d.…]*tháng[\s\d.…]*năm\b"
)
_SIGNATURE_PLAIN = re.compile(
    r"^(nguoi (lap|viet|tong hop)|ky ten|xac nhan cua|chu tich|truong (khu pho|ban|ap)|to truong)"
    r"|ngay [\d .]*thang [\d .]*nam"
)
_SECTION = re.compile(
    r"^(?:(?:[ivx]+|\d+|[a-z])\s*[.)/:-]\s*)?(?:các\s+)?(?:hộ\s+|cac ho\s+|ho\s+)?"
    r"(?:khu phố|khu pho|kp|tổ dân phố|tdp|ấp|thôn|khóm|tổ|to \d|hẻm|hem \d|ngõ|đường|thường trú|thuong tru|tạm trú|"
    r"tam tru|danh sách|danh sach)\b|^[ivx]+\s*[.)/]\s"
)
_HOUSEHOLDS = re.compile(r"(\d[\d.]*)\s*hộ\b", re.IGNORECASE)
_PEOPLE = re.compile(r"(\d[\d.]*)\s*(?:nhân\s+)?(?:khẩu|người)\b", re.IGNORECASE)
_HEADS = frozenset({"chu ho", "chu", "ch", "dai dien", "dai dien ho", "ban than"})
_LIVING = (Field.NUMBER, *headers.NAMES, *headers.PLACES, Field.PHONE)
_SAMPLE = 200


def _whole_number(value: Value) -> int | None:
    """The count in a cell of a totals line, "1.250" included."""
    if isinstance(value, str):
        digits = value.replace(".", "").strip()
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else None
    return value if isinstance(value, int) and 0 <= value < 10**8 else None


class TableReader:
    """Bộ đọc bảng: reads the sheets of one file into ``book``."""

    def __init__(self, book: Book, *, mapping: ColumnMap, legal_basis_identity: bool, limits: Limits) -> None:
        self.book = book
        self.meter = FontMeter()
        self._mapping = mapping
        self._keep_private = legal_basis_identity
        self._limits = limits

    def read(self, raw: RawSheet) -> None:
        """Read one sheet. Raises ``RollFileError`` for too many rows or columns and for uncomputed formulas."""
        rows = self._limited(raw.rows)
        head = list(islice(rows, _SAMPLE))
        for row in head:
            for value in row.cells.values():
                if isinstance(value, str):
                    self.meter.feed(value)
        header = headers.find_header(head, self._mapping)
        if header is None:
            if head:
                self.book.without_table.append(raw.name)
            for _ in rows:  # sizes are checked to the end
                pass
            return
        below = head[header.until + 1 :]
        sheet = self._sheet(raw, header, head, below)
        first = len(self.book.rows)
        _Lines(self, sheet).read(chain(below, rows))
        self._spread_merged(raw, sheet, first)

    def _limited(self, rows: Iterable[RawRow]) -> Iterator[RawRow]:
        for count, row in enumerate(rows, len(self.book.rows) + 1):
            if count > self._limits.max_rows:
                raise RollFileError("file.too_many_rows", {"limit": self._limits.max_rows})
            if max(row.cells) >= self._limits.max_columns:
                raise RollFileError("file.too_many_columns", {"limit": self._limits.max_columns})
            yield row

    def _sheet(self, raw: RawSheet, header: headers.Header, head: list[RawRow], below: list[RawRow]) -> Sheet:
        columns = tuple(
            column if column.use is not None else self._with_suggestion(column, below) for column in header.columns
        )
        titles = [value for row in head[: header.at] for value in row.cells.values() if isinstance(value, str)]
        fields = tuple(dict.fromkeys(column.use for column in columns if column.use and self._is_kept(column.use)))
        sheet = Sheet(raw.name, raw.hidden, head[header.until].number, columns, tuple(titles), fields)
        self.book.sheets.append(sheet)
        return sheet

    def _with_suggestion(self, column: Column, below: list[RawRow]) -> Column:
        values = [row.cells[column.place] for row in below[:50] if column.place in row.cells]
        return column._replace(suggestion=headers.suggest(column, values))

    def _is_kept(self, use: Field) -> bool:
        if use in (Field.IDENTITY, Field.BIRTH):
            return self._keep_private
        return use is not Field.IGNORED

    def keep(self, use: Field, value: Value, *, row: RawRow, sheet: Sheet, index: int) -> Value:
        """The cell's value as far as it may be kept."""
        if use in (Field.IDENTITY, Field.BIRTH) and not self._keep_private:
            self.dropped(use, 1)
            return None
        if value == UNCOMPUTED:
            raise RollFileError(
                "formula.uncomputed", {"sheet": sheet.name, "cell": f"{column_letters(index)}{row.number}"}
            )
        if use in (Field.IDENTITY, Field.BIRTH, Field.SINCE, Field.MEMBERS) or isinstance(value, date):
            return value
        text = value if isinstance(value, str) else str(value)
        if use is Field.PHONE:
            text, identities = phone_without_identity(text)
            births = 0
        else:
            text, identities, births = without_private(text, name=use in headers.NAMES)
        self.dropped(Field.IDENTITY, identities)
        self.dropped(Field.BIRTH, births)
        return text or None

    def dropped(self, use: Field, count: int) -> None:
        """Count private cells that were thrown away."""
        if count:
            self.book.dropped[use] = self.book.dropped.get(use, 0) + count

    def _spread_merged(self, raw: RawSheet, sheet: Sheet, first: int) -> None:
        """A place merged over several lines belongs to each; a number or name merged so makes one household of them."""
        uses = {column.place: column.use for column in sheet.columns}
        tall = [area for area in raw.merged if area[2] > area[0] and uses.get(area[1]) is not None]
        rows = self.book.rows
        at = {row.number: place for place, row in enumerate(rows[first:], first)} if tall else {}
        inside: set[int] = set()
        for top, left, bottom, _ in tall:
            use = uses[left]
            below = range(top + 1, min(bottom, sheet.header_row + self._limits.max_rows) + 1) if top in at else ()
            places = [at[number] for number in below if number in at]
            if use in (*headers.NAMES, Field.NUMBER):
                inside.update(places)
            elif use in (*headers.PLACES, Field.KHU_PHO, Field.GROUP):
                slot = sheet.places[use]
                value = rows[at[top]].cells[slot] if places else None
                for place in places:
                    cells = rows[place].cells
                    rows[place] = rows[place]._replace(cells=(*cells[:slot], value, *cells[slot + 1 :]))
        self.book.skipped += [Skipped(sheet.name, rows[place].number, "member", "") for place in sorted(inside)]
        if inside:
            rows[first:] = [row for place, row in enumerate(rows[first:], first) if place not in inside]


class _Lines:
    """Đọc từng dòng dưới tiêu đề của một trang."""

    def __init__(self, reader: TableReader, sheet: Sheet) -> None:
        self._reader = reader
        self._sheet = sheet
        self._uses = {column.place: column.use for column in sheet.columns if column.use is not None}
        self._slots = [
            (column.place, column.use, sheet.places.get(column.use))
            for column in sheet.columns
            if column.use is not None
        ]
        self._headings = {plain(column.heading) for column in sheet.columns}
        # Until a person has said which column holds the names, any line may be a household.
        self._unexplained = not any(use in sheet.places for use in headers.NAMES)
        self._section = ""
        self._ended = False

    def read(self, rows: Iterable[RawRow]) -> None:
        """Take every line under the heading."""
        for place, row in enumerate(rows):
            if place == 0 and headers.is_numbering(row):
                continue
            self._line(row)

    def _line(self, row: RawRow) -> None:
        uses = {self._uses[index] for index in row.cells if index in self._uses}
        whole = not uses.isdisjoint(headers.NAMES) and not uses.isdisjoint(headers.PLACES)
        texts = [value for value in row.cells.values() if isinstance(value, str) and not value.isdigit()]
        if len(texts) >= 2 and all(plain(text) in self._headings for text in texts):
            self._ended = False  # the heading again, on the next printed page
        elif self._ended:
            self._skip(row, "after_signature", texts)
        elif self._is_furniture(row, texts, whole=whole):
            pass
        elif not uses.isdisjoint(_LIVING) or (self._unexplained and len(row.cells) > 1):
            self._household(row)
        else:
            self._skip(row, "other", texts)

    def _is_furniture(self, row: RawRow, texts: list[str], *, whole: bool) -> bool:
        """Totals, signatures and sections. In a line with name and place only the name can say so."""
        living = any(self._uses.get(index) in _LIVING for index in row.cells)
        suspects = []
        for index, value in row.cells.items():
            use = self._uses.get(index)
            if isinstance(value, str) and (use in headers.NAMES if whole else not living or use is not Field.NOTE):
                suspects.append(value)
        for text in suspects:
            lower = text.lower()
            if _TOTAL.search(lower) and (not whole or plain(text).startswith(("tong cong", "tong so", "cong ho"))):
                self._total(row)
                return True
            if _SIGNATURE.search(lower) or (not whole and text.isascii() and _SIGNATURE_PLAIN.search(lower)):
                self._ended = True
                self._skip(row, "after_signature", texts)
                return True
        if len(row.cells) == 1 and suspects and _SECTION.search(suspects[0].lower()):
            self._section = suspects[0]
            return True
        return False

    def _total(self, row: RawRow) -> None:
        joined = " ".join(str(value) for value in row.cells.values() if value is not None)
        households = _HOUSEHOLDS.search(joined)
        people = _PEOPLE.search(joined)
        numbers = {
            self._uses[index]: number
            for index, value in row.cells.items()
            if index in self._uses and (number := _whole_number(value)) is not None
        }
        by_column = next((numbers[use] for use in (Field.NUMBER, *headers.NAMES) if use in numbers), None)
        self._sheet.totals.append(
            Total(
                row.number,
                _whole_number(households[1]) if households else by_column,
                _whole_number(people[1]) if people else numbers.get(Field.MEMBERS),
            )
        )

    def _skip(self, row: RawRow, kind: str, texts: list[str]) -> None:
        if texts or kind == "member":
            text, _, _ = without_private(" · ".join(texts)[:120], name=False)
            self._reader.book.skipped.append(Skipped(self._sheet.name, row.number, kind, text))

    def _household(self, row: RawRow) -> None:
        cells: list[Value] = [None] * len(self._sheet.fields)
        for index, use, slot in self._slots:
            value = row.cells.get(index)
            if value is None or use is Field.IGNORED:
                continue
            value = self._reader.keep(use, value, row=row, sheet=self._sheet, index=index)
            if slot is None or value is None:
                continue
            cells[slot] = value if cells[slot] is None else f"{cells[slot]}; {value}"
        if self._is_member(cells):
            self._skip(row, "member", [])
            return
        hidden = row.hidden or self._sheet.hidden
        self._reader.book.rows.append(Row(self._sheet, row.number, hidden, self._section, tuple(cells)))

    def _is_member(self, cells: list[Value]) -> bool:
        place = self._sheet.places.get(Field.RELATION)
        relation = None if place is None else cells[place]
        return relation is not None and plain(str(relation)) not in _HEADS
