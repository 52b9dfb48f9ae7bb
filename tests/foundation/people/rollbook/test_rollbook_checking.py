"""Judging lines: values, places, duplicates, differences from the last list."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from danchu.foundation.people.rollbook import (
    Book,
    Household,
    Known,
    PartialDate,
    Places,
    Report,
    check,
    read_book,
    values,
    words,
)
from danchu.law.people import Residence

from .books import HEADER, listed, xlsx

WARD = Places(tuple(f"Khu phố {number}" for number in range(1, 6)))


def book_of(*rows: Any, header: Any = HEADER) -> Book:
    return read_book(listed(*rows, header=header), filename="a.xlsx")


def codes(report: Report) -> list[tuple[int, list[str]]]:
    return [(one.row, [problem.code for problem in one.problems]) for one in report.rejected]


@pytest.mark.parametrize(
    ("written", "phones"),
    [
        ("0912345678", ("0912345678",)),
        ("912345678", ("0912345678",)),
        (912345678, ("0912345678",)),
        ("+84 912 345 678", ("0912345678",)),
        ("+84 (0) 912.345.678", ("0912345678",)),
        ("0084912345678", ("0912345678",)),
        ("84912345678", ("0912345678",)),
        ("0912 345 678 - 0274 3822 123", ("0912345678", "02743822123")),
        ("0912345678/0987654321", ("0912345678", "0987654321")),
        ("0912345678 hoặc 0912.345.678", ("0912345678",)),
        ("0912345678 0987654321", ("0912345678", "0987654321")),
        ("2743822123", ("02743822123",)),
        ("01681234567", ("0381234567",)),
        ("0912345678 (con trai)", ("0912345678",)),
        ("không có", ()),
        ("-", ()),
    ],
)
def test_telephone_numbers_are_written_one_way(written: Any, phones: tuple[str, ...]) -> None:
    assert values.phones(written)[0] == phones


@pytest.mark.parametrize(
    ("written", "code"),
    [("091 234 567", "phone.bad"), ("12", "phone.bad"), ("gọi con", "phone.bad"), ("9.12346E+08", "phone.rounded")],
)
def test_telephone_numbers_that_are_none_say_so(written: str, code: str) -> None:
    with pytest.raises(ValueError, match=code.replace(".", r"\.")):
        values.phones(written)


def test_mended_telephone_numbers_are_known() -> None:
    assert [values.phones(text)[1] for text in ("0912345678", "912345678", "01681234567", "+84912345678")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (date(1975, 3, 12), PartialDate(1975, 3, 12)),
        (27465, PartialDate(1975, 3, 12)),
        ("27465", PartialDate(1975, 3, 12)),
        ("12/3/1975", PartialDate(1975, 3, 12)),
        ("12-03-1975 00:00", PartialDate(1975, 3, 12)),
        ("12.3.1975", PartialDate(1975, 3, 12)),
        ("1975-03-12", PartialDate(1975, 3, 12)),
        ("3/1975", PartialDate(1975, 3)),
        (1975, PartialDate(1975)),
    ],
)
def test_days_as_text_serials_and_years(written: Any, day: PartialDate) -> None:
    assert values.day(written) == day


@pytest.mark.parametrize("written", ["31/2/1975", "12/3/75", "xuân", "13/1975", 12, "1975-13-01"])
def test_days_that_are_none_say_so(written: Any) -> None:
    with pytest.raises(ValueError, match=r"date\.bad"):
        values.day(written)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("NGUYỄN THỊ HOA", "Nguyễn Thị Hoa"),
        ("nguyễn thị hoa", "Nguyễn Thị Hoa"),
        ("Ông Trần Hai", "Trần Hai"),
        ("Bà: Lê Thị Tư", "Lê Thị Tư"),
        ("Ông Văn Tùng", "Ông Văn Tùng"),
        ("H'Mai Niê-Kđăm", "H'Mai Niê-Kđăm"),
        ("Trần Văn Hai (Tư)", "Trần Văn Hai (Tư)"),
    ],
)
def test_names_are_written_one_way(written: str, name: str) -> None:
    assert values.person(written) == name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Hai", "name.short"),
        ("Tr?n Văn An", "name.strange"),
        ("Lê Lan 2", "name.strange"),
        ("An " * 50 + "An", "name.long"),
    ],
)
def test_names_that_are_none_say_so(written: str, code: str) -> None:
    with pytest.raises(ValueError, match=code.replace(".", r"\.")):
        values.person(written)


@pytest.mark.parametrize(
    ("cells", "address"),
    [
        ({"Số nhà": "12/4", "Hẻm": "8"}, "12/4 hẻm 8"),
        ({"Số nhà": 7, "Đường": "đường số 5", "Tổ": 3}, "7 đường số 5, tổ 3"),
        ({"Số nhà": "7", "Địa chỉ": "đường số 5"}, "7, đường số 5"),
        ({"Số nhà": "7", "Địa chỉ": "7 đường số 5, tổ 2", "Tổ": "2"}, "7 đường số 5, tổ 2"),
        ({"Địa chỉ": "hẻm 5", "Tổ": "Tổ tự quản A"}, "hẻm 5, Tổ tự quản A"),
        ({"Số nhà": "không", "Đường": "đường số 5"}, "đường số 5"),
    ],
)
def test_addresses_are_put_together(cells: dict[str, Any], address: str) -> None:
    book = book_of(("Lê Lan", *cells.values()), header=("Chủ hộ", *cells))

    assert check(book).accepted[0].address == address


def test_each_problem_of_a_line_is_told_with_its_column_and_remedy() -> None:
    header = ("Số hộ", "Chủ hộ", "Đại diện", "Địa chỉ", "SĐT", "Cư trú", "Số khẩu", "Ngày đến")
    report = check(
        book_of(
            ("1" * 21, "Lê Lan", None, date(2026, 4, 12), "091 234 567", "TT", "0", "hôm qua"),
            ("2", "Hai", "Võ Ba", "x" * 201, "", "KT3", "4 người", ""),
            ("3", None, "Hồ Văn Tư", "12", "", "Thường trú", "", ""),
            ("4", None, None, None, "0912345678", "", "1-2", ""),
            header=header,
        )
    )

    assert codes(report) == [
        (
            2,
            [
                "name.missing",
                "phone.bad",
                "number.bad",
                "address.date",
                "residence.unknown",
                "members.bad",
                "date.bad",
            ],
        ),
        (3, ["name.short", "address.long"]),
        (5, ["name.missing", "address.missing", "members.bad"]),
    ]
    phone = report.rejected[0].problems[1]
    assert (phone.column, phone.why(), phone.remedy()) == (
        "SĐT",
        "Số điện thoại 091 234 567 chưa đúng",
        "Sửa số, hoặc để trống",
    )
    assert phone.why("en") == "The telephone number 091 234 567 is not right"
    assert report.rejected[0].shown == "Lê Lan, 12/04/2026"
    assert [(one.head, one.representative) for one in report.accepted] == [(None, "Hồ Văn Tư")]
    assert report.sentence() == "Nhận được 1 hộ, 3 dòng có lỗi, 0 dòng trùng. Chưa lưu dòng nào."


def test_residence_by_one_column_or_two_crosses() -> None:
    one = book_of(("Lê Lan", "1", "KT1"), ("Võ Ba", "2", "Tạm trú có thời hạn"), header=("Chủ hộ", "Địa chỉ", "Cư trú"))
    two = book_of(
        *[("Lê Lan", "1", "x", None), ("Võ Ba", "2", "", 1), ("Hồ Tư", "3", "0", "-"), ("Lý Năm", "4", "x", "x")],
        header=("Chủ hộ", "Địa chỉ", "Thường trú", "Tạm trú"),
    )

    assert [home.residence for home in check(one).accepted] == [Residence.PERMANENT, Residence.TEMPORARY]
    assert [home.residence for home in check(two).accepted] == [Residence.PERMANENT, Residence.TEMPORARY, None]
    assert codes(check(two)) == [(5, ["residence.both"])]


@pytest.mark.parametrize("code", sorted(words._ROW))
def test_every_reason_speaks_both_languages(code: str) -> None:
    details = {"value": "V", "column": "C", "street": "S"}

    for lang in ("vi", "en"):
        assert words.why(code, lang, details)
        assert words.remedy(code, lang, details)
        assert "{" not in words.why(code, lang, details) + words.remedy(code, lang, details)


def test_the_khu_pho_comes_from_column_section_sheet_or_question() -> None:
    table = [HEADER, ("1", "Lê Lan", "12", "")]
    by_sheet = read_book(xlsx(table, titles=("KP 03",)), filename="a")
    by_title = read_book(xlsx([("Danh sách hộ Khu phố 4, phường Thới Hòa",), *table]), filename="a")
    by_name = read_book(xlsx([("Ấp Kiến Điền",), *table]), filename="a")
    by_column = book_of(
        *[("1", "Lê Lan", "12", name) for name in ("3", "KP3", "khu pho 03", "Khu phố 3")], header=(*HEADER[:3], "KP")
    )

    assert check(by_sheet, places=WARD).accepted[0].khu_pho == "Khu phố 3"
    assert check(by_title).accepted[0].khu_pho == "Khu phố 4"
    assert check(by_name, places=Places(("Ấp Kiến Điền", "Ấp 2"))).accepted[0].khu_pho == "Ấp Kiến Điền"
    assert {one.khu_pho for one in check(by_column, places=WARD).accepted} == {"Khu phố 3"}
    assert check(book_of(*table[1:]), places=Places(WARD.names, only="kp 2")).accepted[0].khu_pho == "Khu phố 2"
    assert check(book_of(*table[1:]), places=Places(only="Xóm Chùa")).accepted[0].khu_pho == "Xóm Chùa"


def test_lines_of_another_or_an_unknown_khu_pho_are_rejected() -> None:
    header = (*HEADER[:3], "Khu phố")
    rows = [
        ("1", "Lê Lan", "12", "3"),
        ("2", "Võ Ba", "13", "4"),
        ("3", "Hồ Tư", "14", "9"),
        ("4", "Lý Năm", "15", None),
    ]
    book = book_of(*rows, header=header)
    other_sheets = read_book(
        xlsx([HEADER[:3], rows[0][:3]], [HEADER[:3], rows[1][:3]], titles=("KP3", "KP4")),
        filename="a",
    )

    assert codes(check(book, places=WARD)) == [(4, ["place.unknown"]), (5, ["place.missing"])]
    for_three = check(book, places=Places(WARD.names, only="Khu phố 3"))
    assert codes(for_three) == [(3, ["place.elsewhere"]), (4, ["place.unknown"])]
    assert for_three.rejected[0].problems[0].remedy() == "Chuyển sang danh sách Khu phố 4"
    only = check(other_sheets, places=Places(WARD.names, only="Khu phố 3"))
    assert [one.number for one in only.accepted] == ["1"]
    assert [one.sentence() for one in only.notices if one.code == "sheet.elsewhere"] == [
        "Trang “KP4” là của Khu phố 4 nên không đọc."
    ]


def test_a_sheet_of_a_khu_pho_the_ward_does_not_have_is_never_taken_for_the_one_asked_for() -> None:
    row = ("1", "Lê Lan", "12", "")
    book = read_book(
        xlsx([HEADER, row], [HEADER, row], titles=("KP9", "ấp 7 cũ, nay là KP 3")),
        filename="a",
    )

    assert codes(check(book, places=WARD)) == [(2, ["place.unknown"])]
    only = check(book, places=Places(WARD.names, only="Khu phố 3"))
    assert [(one.sheet, one.khu_pho) for one in only.accepted] == [("ấp 7 cũ, nay là KP 3", "Khu phố 3")]
    assert "Trang “KP9” là của Khu phố 9 nên không đọc." in [one.sentence() for one in only.notices]


def test_a_street_of_another_khu_pho_is_told() -> None:
    places = Places(WARD.names, only="Khu phố 3", streets={"hẻm 21": "Khu phố 4", "hẻm 2": "Khu phố 3"})
    report = check(
        book_of(("1", "Lê Lan", "9/1 Hẻm 21", ""), ("2", "Võ Ba", "9 hẻm 2", ""), ("3", "Hồ Tư", "hẻm 211", "")),
        places=places,
    )

    (rejected,) = report.rejected
    assert (rejected.row, rejected.problems[0].why()) == (2, "hẻm 21 thuộc Khu phố 4")


def test_duplicates_are_found_by_number_and_by_person() -> None:
    rows = [
        ("007", "Lê Thị Hòa", "Số 12 hẻm 3", "0912345678"),
        ("7", "LÊ THỊ HOÀ", "12 hẻm 3, khu phố 3", "0912345678"),
        ("8", "Lê Thị Hoa", "12 hẻm 3", ""),
        ("9", "Lê Thị Hòa", "12 Hẻm 3", "0987654321"),
        ("8", "Võ Văn Ba", "14 hẻm 3", ""),
        ("10", "Võ Văn Ba", "14 hẻm 3", ""),
    ]
    book = book_of(*rows)
    report = check(book)

    assert [(one.kept.row, one.dropped.row, one.reason, one.differing) for one in report.duplicates] == [
        (2, 3, "number", ()),
        (2, 5, "person", ("number", "phones")),
        (4, 6, "number", ("representative", "head", "address")),
    ]
    assert [one.row for one in report.accepted] == [2, 4, 7]
    assert report.needs_someone
    assert report.duplicates[0].sentence() == "Dòng 2 và 3 cùng số hộ."
    assert report.duplicates[1].sentence("en") == "Rows 5 and 2 have the same address and name."
    chosen = check(book, prefer={("Trang 1", 6)})
    assert [one.row for one in chosen.accepted] == [2, 6]
    assert not check(book_of(rows[0], rows[1])).needs_someone


def test_the_same_number_in_two_khu_pho_is_no_duplicate() -> None:
    rows = [("1", "Lê Lan", "12", "KP1"), ("1", "Võ Ba", "13", "KP2"), ("2", "Lê Lan", "12", "KP2")]

    assert check(book_of(*rows, header=(*HEADER[:3], "Khu phố"))).duplicates == []


def known(ref: int, number: str | None, name: str, address: str, *phones: str, khu_pho: str = "Khu phố 3") -> Known:
    return Known(ref, number, name, address, khu_pho, phones)


def test_differences_from_the_last_list() -> None:
    last = [
        known(1, "1", "Lê Thị Hòa", "Số 12 hẻm 3", "0912345678"),
        known(2, "2", "Võ Văn Ba", "13 hẻm 3"),
        known(3, "3", "Hồ Văn Tư", "14 hẻm 3"),
        known(4, None, "Lý Thị Năm", "15 hẻm 3"),
        known(5, None, "Đỗ Văn Sáu", "16 hẻm 3", "0987654321"),
        known(6, "6", "Bùi Văn Bảy", "17 hẻm 3"),
        known(7, "7", "Trần Thị Chín", "19 hẻm 3"),
        known(8, "8", "Ngô Văn Mười", "20 hẻm 3"),
        known(9, "9", "Khu Phố Khác", "1 hẻm 9", khu_pho="Khu phố 4"),
        known(10, "10", "Lê Văn Trùng", "21 hẻm 3"),
    ]

    def hide(book: Any) -> None:
        book.active.row_dimensions[9].hidden = True

    rows = [
        ("1", "LÊ THỊ HOÀ", "12 hẻm 3", "912345678"),
        ("2", "Võ Thị Út", "13 hẻm 3", "0911111111"),
        ("33", "Hồ Văn Tư", "14 hẻm 3", ""),
        (None, "Lý Văn Tám", "15 hẻm 3", ""),
        (None, "Đỗ Văn Sáu", "99 hẻm 3", "0987654321"),
        ("11", "Phan Văn Mới", "30 hẻm 3", ""),
        ("7", None, "19 hẻm 3", ""),
        ("8", "Ngô Văn Mười", "20 hẻm 3", ""),
        ("11", "Lê Văn Trùng", "21 hẻm 3", ""),
    ]
    book = read_book(xlsx([HEADER, *rows], titles=("KP3",), dress=hide), filename="a")

    found = check(book, last, places=WARD).differences

    assert found is not None
    assert [one.representative for one in found.new] == ["Phan Văn Mới"]
    assert [one.ref for one in found.gone] == [6]
    assert [(one.known.ref, one.fields) for one in found.changed] == [
        (2, ("representative", "phones")),
        (4, ("representative",)),
        (5, ("address",)),
    ]
    assert found.unchanged == 2


def test_last_list_is_compared_khu_pho_by_khu_pho() -> None:
    rows = [("1", "Lê Lan", "12", "", "KP2"), ("2", "Võ Ba", "13", "", "KP1"), ("3", "Hồ Tư", "14", "", "KP2")]
    book = read_book(xlsx([(*HEADER, "Khu phố"), *rows]), filename="a")
    last = [
        known(1, "1", "Lê Lan", "99", khu_pho="Khu phố 2"),
        known(2, "2", "Võ Ba", "13", khu_pho="Khu phố 1"),
        known(3, "9", "Lý Tám", "15", khu_pho="Khu phố 2"),
        known(4, "1", "Lê Lan", "12", khu_pho="Khu phố 1"),
    ]

    found = check(book, last, places=WARD).differences  # a list in any order

    assert found is not None
    assert [one.representative for one in found.new] == ["Hồ Tư"]
    assert [(one.known.ref, one.fields) for one in found.changed] == [(1, ("address",))]
    assert ([one.ref for one in found.gone], found.unchanged) == ([4, 3], 1)
    with pytest.raises(ValueError, match="out of order"):
        check(book, iter(last), places=WARD)  # a stream is never held whole, so it must come in order


def test_two_households_in_one_house_are_not_mixed_up() -> None:
    last = [known(1, None, "Lê Lan", "12"), known(2, None, "Võ Ba", "12")]
    book = read_book(
        xlsx([HEADER, (None, "Hồ Tư", "12", ""), (None, "Võ Ba", "12", "")], titles=("KP3",)), filename="a"
    )

    found = check(book, last).differences

    assert found is not None
    assert [(one.known.ref, one.fields) for one in found.changed] == [(1, ("representative",))]
    assert (found.unchanged, found.new, found.gone) == (1, [], [])


def test_without_a_last_list_there_is_no_comparison_and_json_is_plain() -> None:
    report = check(book_of(("1", "Lê Lan", "12", ""), ("1", "Lê Lan", "12", ""), ("2", None, "13", "")))
    plain = report.to_json()

    assert report.differences is None
    assert plain["differences"] is None
    assert plain["rejected"][0]["problems"][0]["code"] == "name.missing"
    assert plain["duplicates"][0]["same_as"] == {"sheet": "Trang 1", "row": 2}
    assert plain["accepted"][0]["phones"] == []
    assert plain["notices"][0]["vi"].startswith("Trang 1: Tệp không có cột người đại diện")
    dated = read_book(xlsx([HEADER, ("1", "Lê Lan", "12", "")], titles=("KP3",)), filename="a")
    compared = check(dated, [known(1, "1", "Lê Lan", "13"), known(2, "2", "A B", "5")])
    assert compared.to_json()["differences"] == {
        "new": [],
        "gone": [{"number": "2", "representative": "A B"}],
        "changed": [{"sheet": "KP3", "row": 2, "fields": ["address"]}],
        "unchanged": 0,
    }


def test_a_household_is_plain_data_without_private_parts() -> None:
    home = Household("KP3", 5, "1", "Lê Lan", None, "12", None, birth=PartialDate(1975), identity="079123456789")

    assert "identity" not in home.to_json()
    assert "1975" not in str(home.to_json())
