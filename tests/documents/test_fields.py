from datetime import UTC, date, datetime

import pytest

from danchu.documents import fields
from danchu.documents.errors import BadValue
from danchu.documents.fields import Field, Kind, put_in_words

ROWS = Field("hang", Kind.ROWS, "hàng", columns=(Field("a", Kind.TEXT, "A"), Field("b", Kind.DAY, "B", required=False)))
CHOICE = Field("ten", Kind.CHOICE, "tên", choices={"x": "EX"})


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 2, 5), "ngày 05 tháng 02 năm 2027"),
        (date(2027, 1, 31), "ngày 31 tháng 01 năm 2027"),
        (date(2027, 3, 9), "ngày 09 tháng 3 năm 2027"),
        (date(2026, 12, 12), "ngày 12 tháng 12 năm 2026"),
    ],
)
def test_day_on_paper_has_zero_before_days_to_9_and_months_to_2(day, words):
    assert fields.day_words(day) == words


def test_moment_is_told_at_home():
    assert fields.moment_words(datetime(2026, 12, 5, 23, 5, tzinfo=UTC)) == "06 giờ 05 phút, ngày 06 tháng 12 năm 2026"


def test_when_is_told_as_posters_do():
    assert fields.when_words(datetime(2026, 12, 12, 10, 0, tzinfo=UTC)) == "17 giờ, thứ Bảy, 12/12/2026"
    assert fields.when_words(datetime(2026, 12, 13, 10, 5, tzinfo=UTC)) == "17 giờ 05, Chủ nhật, 13/12/2026"


def test_count_has_dots():
    assert fields.count_words(1250000) == "1.250.000"


def test_clean_composes_and_drops_what_is_not_seen():
    assert fields.clean("Nguye\u0302\u0303n\u200b\r\nVa\u0306n\t\x00A\ue000") == "Nguyễn\nVăn A"


def test_one_line_has_single_spaces():
    assert fields.one_line("  Trần \n  Thị\u00a0 B ") == "Trần Thị B"


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (Kind.TEXT, " a  b ", "a b"),
        (Kind.PARAGRAPHS, "một\n\n hai ", ["một", "hai"]),
        (Kind.COUNT, 0, "0"),
        (Kind.DAY, date(2026, 5, 1), "ngày 01 tháng 5 năm 2026"),
        (Kind.PERSON, {"ho_ten": "Lê A", "xung_ho": "bà", "chuc_vu": "Trưởng khu phố 1"}, "bà Lê A, Trưởng khu phố 1"),
        (Kind.PERSON, {"ho_ten": "Lê A"}, "Lê A"),
        (Kind.LINES, ["một ", " ", "hai"], ["một", "hai"]),
    ],
)
def test_value_in_words(kind, value, words):
    assert put_in_words(Field("x", kind, "X"), value) == words


def test_choice_prints_its_label():
    assert put_in_words(CHOICE, "x") == "EX"


def test_rows_have_every_column():
    assert put_in_words(ROWS, [{"a": "một", "b": date(2026, 3, 2)}, {"a": "hai"}]) == [
        {"a": "một", "b": "ngày 02 tháng 3 năm 2026"},
        {"a": "hai", "b": ""},
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field("x", Kind.TEXT, "X"), 5),
        (Field("x", Kind.COUNT, "X"), -1),
        (Field("x", Kind.COUNT, "X"), True),
        (Field("x", Kind.COUNT, "X"), "5"),
        (Field("x", Kind.DAY, "X"), datetime(2026, 1, 1, tzinfo=UTC)),
        (Field("x", Kind.MOMENT, "X"), datetime(2026, 1, 1)),  # noqa: DTZ001 - the point of the test
        (Field("x", Kind.WHEN, "X"), date(2026, 1, 1)),
        (Field("x", Kind.PERSON, "X"), {"ho_ten": " "}),
        (Field("x", Kind.PERSON, "X"), {"ho_ten": "A", "phieu": "đồng ý"}),
        (Field("x", Kind.LINES, "X"), "một"),
        (Field("x", Kind.LINES, "X"), [1]),
        (CHOICE, "y"),
        (ROWS, ["a"]),
        (ROWS, [{"a": "một", "lua_chon": "đồng ý"}]),
        (ROWS, [{"a": " "}]),
        (ROWS, [{"b": date(2026, 3, 2)}]),
        (ROWS, "a"),
    ],
)
def test_value_of_another_kind_is_refused(field, value):
    with pytest.raises(BadValue) as caught:
        put_in_words(field, value)
    assert caught.value.name == field.name


@pytest.mark.parametrize("value", [None, "", " \n", [], ()])
def test_nothing_is_empty(value):
    assert fields.is_empty(value)


@pytest.mark.parametrize("value", [0, False, "0", ["a"], date(2026, 1, 1)])
def test_zero_is_something(value):
    assert not fields.is_empty(value)
