"""What a workbook or text file says, however the ward keeps it."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from danchu.foundation.people.rollbook import (
    Book,
    ColumnMap,
    Field,
    Household,
    PartialDate,
    Report,
    RollFileError,
    check,
    read_book,
)
from danchu.foundation.people.rollbook.headers import recognise
from danchu.law.people import Residence

from .books import HEADER, csv_of, listed, repacked, shared, xlsx

SHEET = "xl/worksheets/sheet1.xml"
TEXT = csv_of(
    [
        ("Số hộ", "Họ và tên đại diện", "Địa chỉ", "Điện thoại", "Ghi chú"),
        ("1", "Nguyễn Thị Hường", "12/4 hẻm 8", "0912 345 678", "ở trọ"),
        ("2", "Đặng Văn Ước", "Số 7 đường số 5", "", ""),
    ]
)


def read(data: bytes, **options: Any) -> Book:
    return read_book(data, filename="a", **options)


def checked(data: bytes, **options: Any) -> Report:
    return check(read(data, **options))


def households(data: bytes, **options: Any) -> list[Household]:
    report = checked(data, **options)
    assert [rejected.problems for rejected in report.rejected] == []
    return report.accepted


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


HEADINGS = {
    "Số hộ": Field.NUMBER,
    "MA HO": Field.NUMBER,
    "Mã số hộ gia đình": Field.NUMBER,
    "Họ và tên chủ hộ": Field.HEAD,
    "ho ten": Field.HEAD,
    "Họ và tên chủ hộ/đại diện": Field.REPRESENTATIVE,
    "Người đại diện hộ": Field.REPRESENTATIVE,
    "Địa chỉ thường trú": Field.ADDRESS,
    "Nơi ở hiện nay": Field.ADDRESS,
    "Địa chỉ (số nhà, đường, khu phố)": Field.ADDRESS,
    "Số nhà": Field.HOUSE_NO,
    "Đường/Hẻm": Field.STREET,
    "Hẻm": Field.ALLEY,
    "Khu phố/Tổ": Field.KHU_PHO,
    "KP": Field.KHU_PHO,
    "Tổ": Field.GROUP,
    "SĐT": Field.PHONE,
    "Điện thoại chủ hộ": Field.PHONE,
    "Số ĐT liên hệ": Field.PHONE,
    "Thường trú/Tạm trú": Field.RESIDENCE,
    "Tình trạng cư trú": Field.RESIDENCE,
    "Thường trú": Field.PERMANENT,
    "TẠM TRÚ": Field.TEMPORARY,
    "Số nhân khẩu": Field.MEMBERS,
    "Ghi chú": Field.NOTE,
    "Ngày sinh": Field.BIRTH,
    "Ngày, tháng, năm sinh": Field.BIRTH,
    "CCCD/CMND chủ hộ": Field.IDENTITY,
    "Số định danh cá nhân": Field.IDENTITY,
    "Quan hệ với chủ hộ": Field.RELATION,
    "Ngày chuyển đến": Field.SINCE,
    "STT": Field.IGNORED,
    "Ký tên": Field.IGNORED,
    "Biển số xe": None,
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_are_understood_with_and_without_marks(heading: str) -> None:
    bare = unicodedata.normalize("NFD", heading.replace("Đ", "D").replace("đ", "d"))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))

    for written in (heading, heading.upper(), unicodedata.normalize("NFD", heading), bare):
        assert recognise(written, ColumnMap()) is HEADINGS[heading]


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


def test_unknown_columns_are_suggested_and_mapped_by_hand_once() -> None:
    header = ("Số", "Bà con", "Chỗ", "Alo", "Giấy", "Hôm", "Diện tích", "Điện thoại", "Chu hoo")
    row = ("1", "Lê Thị Lan", "12 hẻm 3", "0912345678", "281234567", date(1990, 1, 1), "x", "", "x")
    data = listed(row, row, header=header)
    before = read(data)
    suggestions = {column.heading: column.suggestion for _, column in before.unmapped}

    assert suggestions["Alo"] is Field.PHONE
    assert suggestions["Giấy"] is Field.IDENTITY
    assert suggestions["Hôm"] is Field.BIRTH
    assert suggestions["Chu hoo"] is Field.HEAD
    assert suggestions["Diện tích"] is None
    assert check(before).missing == ("representative", "address")
    assert check(before).accepted == []

    by_hand = ColumnMap.of({"Bà con": "representative", "CHỖ": Field.ADDRESS}).with_choice("alo", Field.PHONE)
    remembered = ColumnMap.from_json({**by_hand.to_json(), "gone": "no longer a field"})
    report = checked(data, mapping=remembered)

    assert remembered == by_hand
    assert [(one.representative, one.address, one.phones) for one in report.accepted] == [
        ("Lê Thị Lan", "12 hẻm 3", ("0912345678",))
    ]


def test_a_hand_made_match_wins_over_the_usual_meaning() -> None:
    data = listed(("1", "Lê Thị Lan", "12", "x"), header=("Số hộ", "Chủ hộ", "Địa chỉ", "Điện thoại"))

    assert households(data, mapping=ColumnMap.of({"dien thoai": Field.IGNORED}))[0].phones == ()


def test_a_second_column_of_one_kind_waits_for_a_person_but_phones_join() -> None:
    header = ("Chủ hộ", "Địa chỉ", "Địa chỉ thường trú", "SĐT", "Di động")
    data = listed(("Lê Thị Lan", "12", "Hà Nội", "0912345678", "0987654321"), header=header)

    assert households(data)[0].phones == ("0912345678", "0987654321")
    assert [(column.heading, column.suggestion) for _, column in read(data).unmapped] == [
        ("Địa chỉ thường trú", Field.ADDRESS)
    ]


def test_private_data_stay_only_with_a_legal_basis() -> None:
    header = (*HEADER, "Ngày sinh", "CCCD", "Ngày đến")
    rows = [
        ("1", "Lê Thị Lan", "12", "", date(1990, 5, 6), "079123456789", "03/2020"),
        ("2", "Võ Văn Ba", "13", "", 27426, 79123456789, 2019),
        ("3", "Hồ Văn Tư", "14", "", "1975", 21234567, "2020-01-31"),
        ("4", "Lý Văn Năm", "15", "", "31/2/1975", "12", None),
    ]
    data = shared(listed(*rows, header=header))
    without, with_basis = checked(data), checked(data, legal_basis_identity=True)

    assert {one.identity for one in without.accepted} == {one.birth for one in without.accepted} == {None}
    assert [str(one.since) for one in without.accepted] == ["3/2020", "2019", "31/1/2020", "None"]
    assert [(one.birth, one.identity) for one in with_basis.accepted] == [
        (PartialDate(1990, 5, 6), "079123456789"),
        (PartialDate(1975, 2, 1), "079123456789"),
        (PartialDate(1975), "021234567"),
    ]
    assert [problem.code for problem in with_basis.rejected[0].problems] == ["date.bad", "identity.bad"]
    assert "079123456789" not in repr(with_basis.to_json())


@pytest.mark.parametrize(
    "cell",
    [
        "Lê Thị Lan 079123456789",
        "Lê Thị Lan - CCCD: 079123456789",
        "Lê Thị Lan (CMND số 281 234 567)",
        "Lê Thị Lan (1975)",
        "Lê Thị Lan, sinh năm 1975",
        "Lê Thị Lan, SN: 12/3/1975",
        "Lê Thị Lan - 12/03/1975",
    ],
)
def test_numbers_of_papers_and_birthdays_inside_a_name_are_cut_out(cell: str) -> None:
    book = read(listed(("1", cell, "12", "")))

    assert check(book).accepted[0].representative.startswith("Lê Thị Lan")
    assert sum(book.dropped.values()) == 1
    assert not any(piece in repr(book) for piece in ("1975", "079123456789", "281"))


def test_numbers_of_papers_in_the_telephone_column_are_cut_out() -> None:
    rows = [
        ("1", "Lê Lan", "1", "079123456789"),
        ("2", "Võ Ba", "2", "281234567; 0912345678"),
        ("3", "Hồ Tư", "3", 281234567),
    ]
    book = read(listed(*rows))

    assert [one.phones for one in check(book).accepted] == [(), ("0912345678",), ()]
    assert book.dropped == {Field.IDENTITY: 3}


def test_a_telephone_or_a_removal_date_in_the_note_is_no_private_number() -> None:
    note = "con gái 0912 345 678, chuyển đến 12/3/2024"

    assert households(listed(("1", "Lê Lan", "1", "", note), header=(*HEADER, "Ghi chú")))[0].note == note


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


def test_progress_counts_every_line() -> None:
    rows = [(str(number), "Trần An", str(number), "") for number in range(1, 1201)]
    told: list[int] = []
    book = read_book(listed(*rows), filename="a", progress=told.append)
    judged: list[int] = []
    check(book, progress=judged.append)

    assert sum(told) == 1201
    assert sum(judged) == 1200
    assert len(judged) == 3
