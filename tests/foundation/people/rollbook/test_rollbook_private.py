"""What is thrown away while reading: identity numbers and birth dates, wherever they stand."""

from __future__ import annotations

from datetime import date

import pytest

from danchu.foundation.people.rollbook import Field, PartialDate, check

from .books import HEADER, checked, households, listed, read, shared


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
