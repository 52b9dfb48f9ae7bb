"""Cells as spreadsheets store them: formulas, rich texts, days of both calendars."""

from __future__ import annotations

from datetime import date

import pytest

from danchu.foundation.people.rollbook import PartialDate
from danchu.law.people import Residence

from .books import checked, households, listed, repacked, shared

SHEET = "xl/worksheets/sheet1.xml"


def test_cells_of_every_kind_are_read() -> None:
    def kinds(part: bytes) -> bytes:
        cells = (
            b'<row r="2"><c t="str"><f>A1</f><v>7</v></c><c t="inlineStr"><is><r><t>L\xc3\xaa </t></r><r><t>Lan</t></r>'
            b'<rPh sb="0" eb="1"><t>x</t></rPh></is></c><c t="str"><v>12</v></c><c t="b"><v>1</v></c><c t="d">'
            b'<v>2020-05-06</v></c><c><v>2.5</v></c><c t="e"><v>#N/A</v></c></row>'
            b'<row><c t="str"><f>A1</f><v></v></c><c t="inlineStr"><is><t>V\xc3\xb5 Ba</t></is></c><c><v>1e999</v></c>'
            b'<c t="b"><v>0</v></c><c t="d"><v>gi\xe1\xbb\x9d</v></c><c><v>nan</v></c></row>'
        )
        start = part.index(b'<row r="2"')
        return part[:start] + cells + part[part.index(b"</sheetData>") :]

    header = ("Số hộ", "Chủ hộ", "Địa chỉ", "Thường trú", "Ngày đến", "Ghi chú", "Điện thoại")
    data = repacked(listed(("1", "x", "y", "", "", "", ""), header=header), change={SHEET: kinds})
    report = checked(data)

    (first,) = report.accepted
    assert (first.number, first.representative, first.address, first.note) == ("7", "Lê Lan", "12", "2.5")
    assert (first.residence, first.since) == (Residence.PERMANENT, PartialDate(2020, 5, 6))
    assert [problem.code for problem in report.rejected[0].problems] == ["date.bad"]
    assert report.rejected[0].row == 3


def test_phonetic_and_rich_shared_texts_and_prefixed_tags_are_read() -> None:
    data = shared(listed(("1", "Lê Lan", "12", "")))
    rich = repacked(
        data,
        change={
            "xl/sharedStrings.xml": lambda part: part.replace(
                b"<t>L&#234; Lan</t>", "<r><t>Lê</t></r><r><t> Lan</t></r><rPh><t>zz</t></rPh>".encode()
            )
        },
    )

    def prefix(part: bytes) -> bytes:
        body = part.replace(b"</", b"\x00").replace(b"<?", b"\x01").replace(b"<", b"<x:")
        return body.replace(b"\x00", b"</x:").replace(b"\x01", b"<?").replace(b"xmlns=", b"xmlns:x=")

    assert rich != data
    assert households(rich)[0].representative == "Lê Lan"
    assert households(repacked(data, change={SHEET: prefix}))[0].representative == "Lê Lan"


@pytest.mark.parametrize(("day", "serial"), [(date(1975, 2, 1), 27426), (date(1900, 1, 2), 2), (date(1900, 3, 1), 61)])
def test_days_of_both_calendars_are_the_days_the_spreadsheet_shows(day: date, serial: int) -> None:
    header = ("Chủ hộ", "Địa chỉ", "Ngày đến")
    data = listed(("Lê Lan", "12", date(2020, 5, 6)), header=header)
    today = (date(2020, 5, 6) - date(1899, 12, 30)).days
    moved = repacked(data, change={SHEET: lambda part: part.replace(b"<v>%d</v>" % today, b"<v>%d</v>" % serial)})

    assert households(moved)[0].since == PartialDate(day.year, day.month, day.day)


def test_the_calendar_of_1904_is_obeyed() -> None:
    data = listed(("Lê Lan", "12", date(2020, 5, 6)), header=("Chủ hộ", "Địa chỉ", "Ngày đến"))
    mac = repacked(
        data, change={"xl/workbook.xml": lambda part: part.replace(b"<workbookPr/", b'<workbookPr date1904="1"/')}
    )

    assert households(mac)[0].since == PartialDate(2024, 5, 7)


def test_a_book_without_styles_or_package_relations_is_still_read() -> None:
    data = listed(("1", "Lê Lan", "12", ""))
    bare = repacked(
        data,
        change={
            "xl/_rels/workbook.xml.rels": lambda part: part.replace(b"/styles", b"/other"),
            "_rels/.rels": lambda part: part.replace(b"officeDocument", b"other"),
        },
    )

    assert households(bare)[0].representative == "Lê Lan"
