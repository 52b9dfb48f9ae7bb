from datetime import date

import pytest

from danchu.foundation.workdays import FIRST_YEAR, LAST_YEAR, calendar_around, vietnam_calendar


def test_national_calendar_knows_swap_days_of_2026():
    calendar = vietnam_calendar([2026])

    assert calendar.is_working(date(2026, 8, 22))
    for off in (date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2), date(2026, 11, 24)):
        assert not calendar.is_working(off)


def test_tet_is_off_by_the_lunar_calendar():
    calendar = vietnam_calendar([2026, 2027])

    assert [calendar.is_working(date(2026, 2, each)) for each in (13, 16, 17, 20, 23)] == [
        True,
        False,
        False,
        False,
        True,
    ]
    assert not calendar.is_working(date(2027, 2, 8))


def test_names_stand_without_parentheses():
    assert vietnam_calendar([2026]).holidays[date(2026, 4, 27)] == "Ngày Giỗ Tổ Hùng Vương, nghỉ bù"


def test_ward_table_overrides_the_national_calendar():
    off, worked, saturday = date(2026, 8, 22), date(2026, 9, 1), date(2026, 8, 29)
    calendar = vietnam_calendar([2026], {off: "Nghỉ riêng", worked: None, saturday: None})

    assert not calendar.is_working(off)
    assert calendar.holidays[off] == "Nghỉ riêng"
    assert calendar.is_working(worked)
    assert calendar.is_working(saturday)
    assert calendar.swapped == {saturday}


def test_calendar_around_a_day_holds_every_clock():
    calendar = calendar_around(date(2026, 11, 22))

    assert (calendar.first, calendar.last) == (date(2025, 1, 1), date(2029, 12, 31))
    assert calendar_around(date(LAST_YEAR, 5, 5)).last == date(LAST_YEAR, 12, 31)
    assert calendar_around(date(FIRST_YEAR, 5, 5)).first == date(FIRST_YEAR, 1, 1)


@pytest.mark.parametrize("years", [[], [FIRST_YEAR - 1], [LAST_YEAR + 1]])
def test_years_without_a_known_calendar_are_refused(years):
    with pytest.raises(ValueError, match="known for the years"):
        vietnam_calendar(years)
