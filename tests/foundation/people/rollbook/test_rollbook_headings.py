"""What a heading means, however it is written; and columns that a person must explain."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from danchu.foundation.people.rollbook import ColumnMap, Field, check
from danchu.foundation.people.rollbook.headers import recognise

from .books import checked, households, listed, read

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
    first = check(before).notices[0]
    assert first.sentence() == "Trang 1: Chưa biết cột nào là người đại diện hộ. Hãy ghép cột rồi xem lại."
    assert "which column holds representative" in first.sentence("en")
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
