"""Numbers, days and moments as people say them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.channels import spoken
from danchu.channels.spoken import NORTH, SOUTH


@pytest.mark.parametrize(
    ("number", "south", "north"),
    [
        (0, "không", "không"),
        (4, "bốn", "bốn"),
        (5, "năm", "năm"),
        (10, "mười", "mười"),
        (14, "mười bốn", "mười bốn"),
        (15, "mười lăm", "mười lăm"),
        (20, "hai mươi", "hai mươi"),
        (21, "hai mươi mốt", "hai mươi mốt"),
        (24, "hai mươi bốn", "hai mươi tư"),
        (25, "hai mươi lăm", "hai mươi lăm"),
        (54, "năm mươi bốn", "năm mươi tư"),
        (100, "một trăm", "một trăm"),
        (101, "một trăm lẻ một", "một trăm linh một"),
        (105, "một trăm lẻ năm", "một trăm linh năm"),
        (110, "một trăm mười", "một trăm mười"),
        (111, "một trăm mười một", "một trăm mười một"),
        (115, "một trăm mười lăm", "một trăm mười lăm"),
        (151, "một trăm năm mươi mốt", "một trăm năm mươi mốt"),
        (1000, "một ngàn", "một nghìn"),
        (1005, "một ngàn không trăm lẻ năm", "một nghìn không trăm linh năm"),
        (2026, "hai ngàn không trăm hai mươi sáu", "hai nghìn không trăm hai mươi sáu"),
        (2450, "hai ngàn bốn trăm năm mươi", "hai nghìn bốn trăm năm mươi"),
        (10_015, "mười ngàn không trăm mười lăm", "mười nghìn không trăm mười lăm"),
        (101_000, "một trăm lẻ một ngàn", "một trăm linh một nghìn"),
        (1_000_005, "một triệu không trăm lẻ năm", "một triệu không trăm linh năm"),
        (1_250_000, "một triệu hai trăm năm mươi ngàn", "một triệu hai trăm năm mươi nghìn"),
        (2_000_000_000, "hai tỷ", "hai tỷ"),
        (1_000_000_000_000, "một ngàn tỷ", "một nghìn tỷ"),
    ],
)
def test_number_as_each_region_says_it(number, south, north):
    assert spoken.number(number, SOUTH) == south
    assert spoken.number(number, NORTH) == north


def test_number_below_zero_is_refused():
    with pytest.raises(ValueError, match="below zero"):
        spoken.number(-1)


def heard(words, dialect):
    """What a listener writes down: the value said so far, closed by each larger unit."""
    ones = {word: value for value, word in enumerate(spoken.DIGITS)} | {"mốt": 1, "lăm": 5, dialect.four: 4}
    units = {"triệu": 10**6, dialect.thousand: 10**3}
    parts = words.split("tỷ")
    total = 0
    for position, part in enumerate(parts):
        value = group = 0
        for word in part.split():
            if word in units:
                value, group = value + group * units[word], 0
            elif word == "trăm":
                group *= 100
            elif word == "mười":
                group += 10
            elif word == "mươi":
                tens = group % 10
                group += tens * 9
            elif word != dialect.odd:
                group += ones[word]
        value += group
        total = total * 10**9 + value if position else value
    return total


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from([SOUTH, NORTH]))
def test_number_is_heard_as_it_was_meant(number, dialect):
    words = spoken.number(number, dialect)

    assert heard(words, dialect) == number
    assert words == " ".join(words.split())


@given(st.integers(min_value=0, max_value=10**12))
def test_two_numbers_never_sound_the_same(number):
    assert spoken.number(number) != spoken.number(number + 1)


def test_day_is_said_in_full():
    day = date(2026, 11, 30)

    assert spoken.day(day) == "ngày ba mươi tháng Mười một năm hai ngàn không trăm hai mươi sáu"
    assert spoken.day(day, NORTH) == "ngày ba mươi tháng Mười một năm hai nghìn không trăm hai mươi sáu"
    assert spoken.day(day, year=False) == "ngày ba mươi tháng Mười một"


def test_moment_is_said_at_home():
    morning = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
    afternoon = datetime(2026, 12, 12, 10, 30, tzinfo=UTC)

    assert spoken.moment(morning) == "bảy giờ sáng Chủ nhật, ngày sáu tháng Mười hai"
    assert spoken.moment(afternoon) == "năm giờ rưỡi chiều thứ Bảy, ngày mười hai tháng Mười hai"


@pytest.mark.parametrize(
    ("hours", "minutes", "said"),
    [
        (0, 0, "không giờ"),
        (7, 0, "bảy giờ sáng"),
        (11, 0, "mười một giờ trưa"),
        (12, 5, "mười hai giờ năm phút trưa"),
        (13, 0, "một giờ chiều"),
        (17, 30, "năm giờ rưỡi chiều"),
        (18, 0, "sáu giờ tối"),
        (22, 0, "mười giờ đêm"),
        (24, 0, "hai mươi bốn giờ"),
    ],
)
def test_hour_has_its_part_of_the_day(hours, minutes, said):
    assert spoken.hour(hours, minutes) == said


def test_telephone_is_read_digit_by_digit_in_groups():
    assert spoken.phone("0900 301") == "không chín không không, ba không một"
    assert spoken.phone("0900000301") == "không chín không không, không không không, ba không một"


def test_place_keeps_its_capital():
    assert spoken.place("Khu phố 3") == "Khu phố Ba"
    assert spoken.place("Ấp 12B") == "Ấp 12B"


def test_decimal_and_money():
    assert spoken.decimal(66, "7") == "sáu mươi sáu phẩy bảy"
    assert spoken.decimal(1, "05") == "một phẩy không năm"
    assert spoken.money(150_000) == "một trăm năm mươi ngàn đồng"
