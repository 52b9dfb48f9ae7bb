"""What a workbook or text file says, however the ward keeps it."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from danchu.foundation.people.rollbook import (
    Field,
    Report,
    RollFileError,
    check,
    read_book,
)
from danchu.law.people import Residence

from .books import HEADER, checked, csv_of, households, listed, read, shared, xlsx

TEXT = csv_of(
    [
        ("Số hộ", "Họ và tên đại diện", "Địa chỉ", "Điện thoại", "Ghi chú"),
        ("1", "Nguyễn Thị Hường", "12/4 hẻm 8", "0912 345 678", "ở trọ"),
        ("2", "Đặng Văn Ước", "Số 7 đường số 5", "", ""),
    ]
)


def codes(report: Report) -> list[str]:
    return [notice.code for notice in report.notices]


def in_cp1258(text: str) -> bytes:
    """Vietnamese as Windows-1258 keeps it: letters with their hats, tones apart."""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
            continue
        except UnicodeEncodeError:
            pass
        parts = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return bytes(out)


ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 with BOM": TEXT.encode("utf-8-sig"),
    "utf-16 little": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "utf-16 big": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-16 little, no BOM": TEXT.encode("utf-16-le"),
    "utf-16 big, no BOM": TEXT.encode("utf-16-be"),
    "windows-1258": in_cp1258(TEXT),
    "decomposed": unicodedata.normalize("NFD", TEXT).encode(),
    "semicolons": TEXT.replace(",", ";").encode(),
    "tabs": TEXT.replace(",", "\t").encode(),
    "sep line": ("sep=;\r\n" + TEXT.replace(",", ";")).encode("utf-8-sig"),
    "old mac lines": TEXT.replace("\r\n", "\r").encode(),
    "excel": shared(
        listed(*[line.split(",") for line in TEXT.splitlines()[1:]], header=TEXT.splitlines()[0].split(","))
    ),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_every_encoding_delimiter_and_form_gives_the_same_households(data: bytes) -> None:
    first, second = households(data)

    assert (first.number, first.representative, first.address) == ("1", "Nguyễn Thị Hường", "12/4 hẻm 8")
    assert (first.phones, first.note) == (("0912345678",), "ở trọ")
    assert (second.representative, second.address, second.phones) == ("Đặng Văn Ước", "Số 7 đường số 5", ())


def test_the_encoding_is_told() -> None:
    assert read(in_cp1258(TEXT)).encoding == "cp1258"
    assert read(TEXT.encode("utf-16-be")).encoding == "utf-16-be"
    assert read(ENCODED["excel"]).encoding is None


def test_quoted_cells_keep_delimiters_and_lines() -> None:
    text = (
        'Chủ hộ;Địa chỉ;Ghi chú\r\n"Lê Thị Lan";"12, hẻm 3; sau chợ";"dòng một\ndòng hai"\r\nVõ Văn Ba;"=""007""";\r\n'
    )

    first, second = households(text.encode())

    assert (first.address, first.note) == ("12, hẻm 3; sau chợ", "dòng một dòng hai")
    assert (second.address, second.row) == ("007", 3)


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Hä vµ tªn,§Þa chØ\nNguyÔn V¨n An,12 hÎm 3\nTrÇn ThÞ B×nh,13 ®­êng sè 5\n", "TCVN3"),
        ("Hoï vaø teân,Ñòa chæ\nNguyeãn Vaên An,12 heûm 3\nÑaëng Thò Saùu,13 ñöôøng soá 5\n", "VNI"),
    ],
)
def test_old_fonts_are_refused_by_name(text: str, font: str) -> None:
    as_excel = xlsx([line.split(",") for line in text.splitlines()])

    for data in (text.encode(), text.encode("latin-1"), as_excel):
        with pytest.raises(RollFileError) as caught:
            read(data)
        assert (caught.value.code, caught.value.details) == ("text.legacy_font", {"font": font})
        assert caught.value.sentence().startswith(f"Tệp dùng phông chữ cũ ({font});")


def test_utf8_read_as_a_western_page_is_refused() -> None:
    broken = TEXT.encode().decode("cp1252", "replace")

    with pytest.raises(RollFileError, match=r"text\.garbled"):
        read(broken.encode())


def test_one_line_in_an_old_font_is_rejected_alone() -> None:
    rows = [(str(number), "Trần Văn An", f"{number} hẻm 3", "") for number in range(1, 40)]
    report = checked(listed(*rows, ("40", "NguyÔn V¨n An", "40 hẻm 3", ""), ("41", "Lê An", "41 ®­êng 3", "")))

    assert [(one.row, one.problems[0].code) for one in report.rejected] == [(41, "name.legacy"), (42, "address.legacy")]


COLUMNS = {
    "Số hộ": ("1", "2"),
    "Đại diện hộ": ("Lê Thị Lan", "Tống Văn Cộng"),
    "Chủ hộ": ("Võ Văn Ba", "Tô Trường An"),
    "Số nhà": ("12/4", "7"),
    "Đường": ("hẻm 8", "đường số 5"),
    "SĐT": ("912345678", "0274 3822 123"),
    "Cư trú": ("Tạm trú", "thường trú"),
    "Số khẩu": ("4", "1"),
    "Khu phố": ("3", "KP 4"),
}


@given(st.permutations(list(COLUMNS)), st.sampled_from(["NFC", "NFD"]))
def test_the_order_of_columns_and_the_form_of_letters_never_matter(order: list[str], form: str) -> None:
    rows = [order, *[[COLUMNS[heading][place] for heading in order] for place in (0, 1)]]
    text = unicodedata.normalize(form, csv_of(rows))

    assert households(text.encode()) == households(
        csv_of([list(COLUMNS), *zip(*COLUMNS.values(), strict=True)]).encode()
    )


def as_kept(book: Workbook) -> None:
    sheet = book["KP3"]
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("D4:E4")
    sheet.merge_cells("A4:A5")
    sheet.row_dimensions[9].hidden = True


KEPT = [
    ["ỦY BAN NHÂN DÂN PHƯỜNG"],
    ["DANH SÁCH HỘ GIA ĐÌNH KHU PHỐ 3"],
    [],
    ["STT", "Số hộ", "Họ và tên chủ hộ", "Nơi cư trú", None, "Điện thoại", "Năm sinh", "CCCD", "Số khẩu", "Ghi chú"],
    [None, None, None, "Số nhà", "Đường/Hẻm"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
    [1, 1, "NGUYỄN VĂN TÁM", "12/4", "hẻm 8", 912345678, 1975, "000123456789", 4, "Trưởng khu phố"],
    [2, 2, "Tô Trường Giang, 1975", 7, "hẻm 5", "0274 3822 123", date(1980, 1, 2), 281234567, 3, "CMND: 281234567"],
    [3, 3, "Võ Văn Ẩn", "9", "hẻm 5", None, None, None, 2],
    ["STT", "Số hộ", "Họ và tên chủ hộ", None, None, "Điện thoại", "Năm sinh", "CCCD", "Số khẩu", "Ghi chú"],
    [4, 4, "Tống Văn Cộng", "10", "hẻm 5", None, None, None, 2],
    [5],
    [6],
    ["Tổng cộng: 4 hộ", None, None, None, None, None, None, None, 11],
    [None, None, None, None, None, "Thới Hòa, ngày 05 tháng 8 năm 2026"],
    [None, None, "NGƯỜI LẬP", "TRƯỞNG KHU PHỐ"],
    [None, None, "Trần Thị Bảy", "Lê Văn Chín"],
]


def test_a_workbook_as_wards_keep_it() -> None:
    data = shared(xlsx(KEPT, [["Khu phố", "Số hộ"], ["Khu phố 3", 4]], titles=("KP3", "Tổng hợp"), dress=as_kept))

    book = read(data)
    report = check(book)

    assert [(one.row, one.number, one.representative, one.address) for one in report.accepted] == [
        (7, "1", "Nguyễn Văn Tám", "12/4 hẻm 8"),
        (8, "2", "Tô Trường Giang", "7 hẻm 5"),
        (11, "4", "Tống Văn Cộng", "10 hẻm 5"),
    ]
    assert [one.phones for one in report.accepted] == [("0912345678",), ("02743822123",), ()]
    assert [one.note for one in report.accepted] == ["Trưởng khu phố", None, None]
    assert {one.khu_pho for one in report.accepted} == {"Khu phố 3"}
    assert [(one.sheet, one.row, one.shown) for one in report.hidden] == [("KP3", 9, "Võ Văn Ẩn, 9, hẻm 5")]
    assert report.rejected == []
    assert book.dropped == {Field.BIRTH: 3, Field.IDENTITY: 3}
    assert codes(report) == [
        "representative.from_head",
        "sheet.no_table",
        "skipped.after_signature",
        "hidden.rows",
        "dropped.identity",
        "dropped.birth",
        "phone.mended",
    ]
    assert "1975" not in repr(book)
    assert "281234567" not in repr(book)
    assert "000123456789" not in repr(book)


def test_hidden_rows_and_sheets_are_taken_only_on_request() -> None:
    def hide(book: Workbook) -> None:
        book["B"].sheet_state = "hidden"
        book["A"].row_dimensions[2].hidden = True

    rows = [HEADER, ("1", "Lê Thị Lan", "12", ""), ("2", "Võ Văn Ba", "13", "")]
    other = [HEADER, ("3", "Hồ Văn Tư", "14", "")]
    book = read(xlsx(rows, other, titles=("A", "B"), dress=hide))

    asked, taken = check(book), check(book, take_hidden=True)

    assert [one.number for one in asked.accepted] == ["2"]
    assert [(one.sheet, one.row) for one in asked.hidden] == [("A", 2), ("B", 2)]
    assert asked.needs_someone
    assert [one.number for one in taken.accepted] == ["1", "2", "3"]
    assert taken.hidden == []
    assert "hidden.taken" in codes(taken)


def test_sections_give_the_residence_and_the_khu_pho() -> None:
    rows = [
        ["I. HỘ THƯỜNG TRÚ"],
        ["1", "Lê Thị Lan", "12", ""],
        ["Khu phố 4 - hộ tạm trú"],
        ["2", "Võ Văn Ba", "13", ""],
        [None, "Ngô Văn Đường"],
    ]
    report = checked(listed(*rows))

    assert [(one.residence, one.khu_pho) for one in report.accepted] == [
        (Residence.PERMANENT, None),
        (Residence.TEMPORARY, "Khu phố 4"),
    ]
    assert [(one.row, one.problems[0].code) for one in report.rejected] == [(6, "address.missing")]


def test_members_of_a_household_are_not_households() -> None:
    def merge(book: Workbook) -> None:
        book.active.merge_cells("A2:A4")

    by_merge = listed(
        ("1", "Lê Thị Lan", "12", ""),
        (None, "Lê Văn Con", "12", ""),
        (None, "Lê Thị Út", "12", ""),
        ("2", "Võ Ba", "13", ""),
    )
    merged = xlsx(
        [
            HEADER,
            ("1", "Lê Thị Lan", "12", ""),
            (None, "Lê Văn Con", "12"),
            (None, "Lê Thị Út", "12"),
            ("2", "Võ Ba", "13"),
        ],
        dress=merge,
    )
    by_relation = listed(
        ("1", "Lê Thị Lan", "12", "", "Chủ hộ"),
        ("1", "Lê Văn Con", "12", "", "con"),
        header=(*HEADER, "Quan hệ với chủ hộ"),
    )

    assert [one.number for one in households(merged)] == ["1", "2"]
    assert [one.representative for one in households(by_relation)] == ["Lê Thị Lan"]
    assert codes(checked(merged))[1:] == ["skipped.member"]
    assert len(checked(by_merge).accepted) == 4


def test_a_merged_place_belongs_to_each_line() -> None:
    def merge(book: Workbook) -> None:
        book.active.merge_cells("C2:C3")
        book.active.merge_cells("E2:E4")
        book.active.merge_cells("D2:D3")

    rows = [(*HEADER, "Khu phố"), ("1", "Lê Lan", "hẻm 3", "", "KP3"), ("2", "Võ Ba"), ("3", "Hồ Tư", "hẻm 4")]
    found = households(xlsx(rows, dress=merge))

    assert [(one.address, one.khu_pho) for one in found] == [
        ("hẻm 3", "Khu phố 3"),
        ("hẻm 3", "Khu phố 3"),
        ("hẻm 4", "Khu phố 3"),
    ]


def test_totals_that_do_not_add_up_are_told() -> None:
    header = (*HEADER, "Nhân khẩu")
    rows = [
        ("1", "Lê Thị Lan", "12", "", 3),
        ("2", "Võ Văn Ba", "13", "", "bốn"),
        ("Cộng", 2, None, None, 3),
        ("3", "Hồ Tư", "14", "", None),
        ("Tổng số", "5 hộ", None, None, "1.250 khẩu"),
    ]
    report = checked(listed(*rows, header=header))

    totals = [(one.code, one.details) for one in report.notices if one.code.startswith("total.")]
    assert totals == [
        ("total.households", {"row": 6, "stated": 5, "counted": 1}),
        ("total.members", {"row": 6, "stated": 1250, "counted": 0}),
    ]


def test_lines_of_words_only_are_told_and_not_taken() -> None:
    rows = [("1", "Lê Thị Lan", "12", ""), (None, None, None, None, "xem lại với công an 281234567")]
    book = read(listed(*rows, header=(*HEADER, "Khác")))

    assert [(one.row, one.kind, one.text) for one in book.skipped] == [(3, "other", "xem lại với công an")]
    assert "skipped.other" in codes(check(book))


def test_progress_counts_every_line() -> None:
    rows = [(str(number), "Trần An", str(number), "") for number in range(1, 1201)]
    told: list[int] = []
    book = read_book(listed(*rows), filename="a", progress=told.append)
    judged: list[int] = []
    check(book, progress=judged.append)

    assert sum(told) == 1201
    assert sum(judged) == 1200
    assert len(judged) == 3
