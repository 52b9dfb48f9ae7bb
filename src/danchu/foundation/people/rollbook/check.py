"""Kiểm tra danh sách hộ: from lines to households, with the reason for every line that is not one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TypeVar

from danchu.foundation.people.rollbook import headers, values, words
from danchu.foundation.people.rollbook.compare import differences, held_keys, split_duplicates
from danchu.foundation.people.rollbook.model import Book, Field, Household, Known, Row, Sheet, Value
from danchu.foundation.people.rollbook.places import PlaceFinder, Places
from danchu.foundation.people.rollbook.report import HiddenRow, Notice, Problem, Rejected, Report
from danchu.law.people import Residence

_STEP = 500
_T = TypeVar("_T")

__all__ = ["Places", "check"]


def check(
    book: Book,
    existing: Iterable[Known] | None = None,
    *,
    places: Places | None = None,
    take_hidden: bool = False,
    prefer: Collection[tuple[str, int]] = (),
    progress: Callable[[int], object] | None = None,
) -> Report:
    """Xem thử danh sách: judge every line of a book; nothing is saved.

    ``existing`` is the last list (None: no comparison). Hidden lines wait in ``Report.hidden`` unless
    ``take_hidden``. Of two lines that repeat each other the first is kept, or the one named in ``prefer`` by
    (sheet, row). ``progress`` is called with the number of lines judged since the last call.
    """
    checker = _Checker(book, PlaceFinder(places or Places()), take_hidden=take_hidden)
    count = 0
    for row in book.rows:
        checker.judge(row)
        count += 1
        if progress is not None and count % _STEP == 0:
            progress(_STEP)
    if progress is not None:
        progress(count % _STEP)
    report = checker.report
    report.accepted, report.duplicates = split_duplicates(checker.found, prefer)
    for duplicate in report.duplicates:
        checker.hold(duplicate.dropped.number, duplicate.dropped.address, duplicate.dropped.khu_pho)
    checker.add_notices()
    if existing is not None:
        report.differences = differences(report.accepted, existing, covered=checker.covered, held=checker.held)
    return report


def _lacking(sheet: Sheet) -> tuple[Field, ...]:
    """The kinds of column without which a sheet cannot be judged."""
    lacking: list[Field] = []
    if not any(use in sheet.places for use in headers.NAMES):
        lacking.append(Field.REPRESENTATIVE)
    if not any(use in sheet.places for use in headers.PLACES):
        lacking.append(Field.ADDRESS)
    return tuple(lacking)


class _Checker:
    """Người kiểm tra một tệp: collects what ``check`` reports."""

    def __init__(self, book: Book, finder: PlaceFinder, *, take_hidden: bool) -> None:
        self.book = book
        self.report = Report(book.filename, len(book.rows))
        self.found: list[Household] = []
        self.covered: set[str] = set()
        self.held: set[str] = set()
        self._finder = finder
        self._take_hidden = take_hidden
        self._hidden_taken = self._mended = 0
        self._problems: list[Problem] = []
        self._lacking = {id(sheet): _lacking(sheet) for sheet in book.sheets}
        self._elsewhere = {id(sheet): self._other_place(sheet) for sheet in book.sheets}

    def _other_place(self, sheet: Sheet) -> str | None:
        """The khu phố of a sheet that is not about the one asked for."""
        if self._finder.only is None or Field.KHU_PHO in sheet.places:
            return None
        own = self._finder.of_sheet(sheet)
        return own if own != self._finder.only else None

    def judge(self, row: Row) -> None:
        """Put one line where it belongs."""
        if self._lacking[id(row.sheet)] or self._elsewhere[id(row.sheet)]:
            return
        if row.hidden and not self._take_hidden:
            self.report.hidden.append(HiddenRow(row.sheet.name, row.number, _shown(row)))
            self._hold(row)
            return
        self._hidden_taken += row.hidden
        self._problems = []
        household = self._household(row)
        if self._problems:
            rejected = Rejected(row.sheet.name, row.number, _shown(row), tuple(self._problems))
            self.report.rejected.append(rejected)
            self._hold(row)
        else:
            self.found.append(household)

    def _hold(self, row: Row) -> None:
        address = row.get(Field.ADDRESS)
        if address is None:
            parts = (row.get(use) for use in (Field.HOUSE_NO, Field.ALLEY, Field.STREET))
            address = " ".join(str(part) for part in parts if part is not None)
        number = row.get(Field.NUMBER)
        try:
            khu_pho = self._finder.of_row(row)
        except LookupError:
            khu_pho = None
        self.hold(None if number is None else str(number), str(address), khu_pho)

    def hold(self, number: str | None, address: str, khu_pho: str | None) -> None:
        """A known household with this number or address is not gone: its line only waits."""
        self.held |= held_keys(number, address, khu_pho)

    def _problem(self, row: Row, use: Field, code: str, value: object = "") -> None:
        column = row.sheet.heading(use)
        details = {"value": str(value)[:60], "column": column}
        self._problems.append(Problem(code, column or words.field_name(use, "vi"), details))

    def _read(self, row: Row, use: Field, reader: Callable[[Value], _T], empty: _T) -> _T:
        value = row.get(use)
        if value is None:
            return empty
        try:
            return reader(value)
        except ValueError as error:
            self._problem(row, use, str(error), value)
            return empty

    def _household(self, row: Row) -> Household:
        own_column = Field.REPRESENTATIVE in row.sheet.places
        name_in = Field.REPRESENTATIVE if own_column else Field.HEAD
        if row.get(name_in) is None:
            self._problem(row, name_in, "name.missing")
        representative = self._read(row, name_in, values.person, "")
        head = self._read(row, Field.HEAD, values.person, None) if own_column else representative
        khu_pho = self._khu_pho(row)
        phones, mended = self._read(row, Field.PHONE, values.phones, values.NO_PHONES)
        self._mended += mended
        return Household(
            sheet=row.sheet.name,
            row=row.number,
            number=self._read(row, Field.NUMBER, values.number, None),
            representative=representative,
            head=head,
            address=self._address(row, khu_pho),
            khu_pho=khu_pho,
            phones=phones,
            residence=self._residence(row),
            members=self._read(row, Field.MEMBERS, values.members, None),
            since=self._read(row, Field.SINCE, values.day, None),
            note=self._read(row, Field.NOTE, str, None),
            birth=self._read(row, Field.BIRTH, values.day, None),
            identity=self._read(row, Field.IDENTITY, values.identity, None),
        )

    def _khu_pho(self, row: Row) -> str | None:
        try:
            khu_pho = self._finder.of_row(row)
        except LookupError as error:
            self._problem(row, Field.KHU_PHO, "place.unknown", error.args[0])
            return None
        if khu_pho is None:
            if self._finder.ward_known:
                self._problem(row, Field.KHU_PHO, "place.missing")
            return None
        if self._finder.only is not None and khu_pho != self._finder.only:
            self._problem(row, Field.KHU_PHO, "place.elsewhere", khu_pho)
        else:
            self.covered.add(khu_pho)
        return khu_pho

    def _address(self, row: Row, khu_pho: str | None) -> str:
        use = next(use for use in headers.PLACES if use in row.sheet.places)
        try:
            address = values.address(row)
        except ValueError as error:
            self._problem(row, use, str(error))
            return ""
        elsewhere = self._finder.street_elsewhere(address, khu_pho)
        if elsewhere:
            details = {"street": elsewhere[0], "value": elsewhere[1]}
            self._problems.append(Problem("place.street_elsewhere", row.sheet.heading(use), details))
        return address

    def _residence(self, row: Row) -> Residence | None:
        try:
            return values.residence(row)
        except ValueError as error:
            use = Field.RESIDENCE if Field.RESIDENCE in row.sheet.places else Field.PERMANENT
            self._problem(row, use, str(error), row.get(use))
            return None

    def add_notices(self) -> None:
        """Say what was left out, mended or does not add up."""
        for sheet in self.book.sheets:
            self._sheet_notices(sheet)
        for name in self.book.without_table:
            self._notice("sheet.no_table", name, sheet=name)
        unread = {sheet.name for sheet in self.book.sheets if self._elsewhere[id(sheet)]}
        left_out = [skipped for skipped in self.book.skipped if skipped.sheet not in unread]
        kinds = Counter(skipped.kind for skipped in left_out)
        if kinds["member"]:
            self._notice("skipped.member", "", count=kinds["member"])
        ended: set[str] = set()
        for skipped in left_out:
            if skipped.kind == "other" or (skipped.kind == "after_signature" and skipped.sheet not in ended):
                self._notice(f"skipped.{skipped.kind}", skipped.sheet, row=skipped.row)
                ended.add(skipped.sheet)
        counts = {
            "hidden.rows": len(self.report.hidden),
            "hidden.taken": self._hidden_taken,
            "dropped.identity": self.book.dropped.get(Field.IDENTITY, 0),
            "dropped.birth": self.book.dropped.get(Field.BIRTH, 0),
            "phone.mended": self._mended,
        }
        for code, count in counts.items():
            if count:
                self._notice(code, "", count=count)

    def _notice(self, code: str, sheet: str, /, **details: object) -> None:
        self.report.notices.append(Notice(code, sheet, details))

    def _sheet_notices(self, sheet: Sheet) -> None:
        elsewhere = self._elsewhere[id(sheet)]
        if elsewhere:
            self._notice("sheet.elsewhere", sheet.name, sheet=sheet.name, value=elsewhere)
            return
        for use in self._lacking[id(sheet)]:
            self._notice("columns.missing", sheet.name, field=str(use))
            if use not in self.report.missing:
                self.report.missing = (*self.report.missing, str(use))
        for column in sheet.columns:
            if column.use is None:
                suggestion = column.suggestion and str(column.suggestion)
                self._notice("columns.unmapped", sheet.name, column=column.heading, suggestion=suggestion)
        if Field.REPRESENTATIVE not in sheet.places and Field.HEAD in sheet.places:
            self._notice("representative.from_head", sheet.name)
        self._totals(sheet)

    def _totals(self, sheet: Sheet) -> None:
        """A totals line may add up its own part or everything above it; it is right if either is."""
        if not sheet.totals:
            return
        rows = [row for row in self.book.rows if row.sheet is sheet]
        numbers = [row.number for row in rows]
        people = [_people(row) for row in rows]
        before = 0
        for total in sheet.totals:
            end = bisect_left(numbers, total.row)
            if total.households is not None and total.households not in (end - before, end):
                self._notice(
                    "total.households", sheet.name, row=total.row, stated=total.households, counted=end - before
                )
            sums = (sum(people[before:end]), sum(people[:end]))
            if total.members is not None and Field.MEMBERS in sheet.places and total.members not in sums:
                self._notice("total.members", sheet.name, row=total.row, stated=total.members, counted=sums[0])
            before = end


def _people(row: Row) -> int:
    value = row.get(Field.MEMBERS)
    try:
        return 0 if value is None else values.members(value)
    except ValueError:
        return 0


def _shown(row: Row) -> str:
    """Name and address as written, so that a person finds the line again."""
    uses = (Field.REPRESENTATIVE, Field.HEAD, Field.HOUSE_NO, Field.ALLEY, Field.STREET, Field.ADDRESS)
    parts = [row.get(use) for use in uses]
    texts = [f"{part:%d/%m/%Y}" if isinstance(part, date) else str(part) for part in parts if part is not None]
    return ", ".join(dict.fromkeys(texts))[:160]
