from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.law.days import (
    Calendar,
    CalendarTooShort,
    add_months,
    count_working_days,
    last_day_of_quarter,
    next_working_day,
)

# September 2026: two days of the national holiday, one day off in exchange for a worked Saturday.
SEPTEMBER = Calendar(
    first=date(2026, 1, 1),
    last=date(2027, 12, 31),
    holidays={
        date(2026, 8, 31): "Ngày nghỉ bù",
        date(2026, 9, 1): "Quốc khánh",
        date(2026, 9, 2): "Quốc khánh",
    },
    swapped=frozenset({date(2026, 8, 22)}),
)
DAYS = st.dates(date(2026, 3, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 8, 21), True),
        (date(2026, 8, 22), True),  # Saturday, worked in exchange
        (date(2026, 8, 23), False),
        (date(2026, 8, 29), False),  # an ordinary Saturday
        (date(2026, 8, 31), False),  # Monday, off in exchange
        (date(2026, 9, 2), False),
        (date(2026, 9, 3), True),
        (date(2026, 1, 1), True),  # the first and the last day of the calendar are known
        (date(2027, 12, 31), True),
    ],
)
def test_working_day_knows_weekends_holidays_and_swaps(day, working):
    assert SEPTEMBER.is_working(day) is working


def test_holiday_beats_a_swap():
    day = date(2026, 8, 22)
    calendar = Calendar(date(2026, 1, 1), date(2026, 12, 31), {day: "Lễ"}, frozenset({day}))

    assert not calendar.is_working(day)


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2028, 1, 1)])
def test_calendar_does_not_guess_beyond_its_ends(day):
    with pytest.raises(CalendarTooShort):
        SEPTEMBER.is_working(day)


def test_working_days_count_the_swapped_saturday_and_skip_the_rest():
    counted = count_working_days(date(2026, 8, 20), 5, SEPTEMBER)

    assert counted.end == date(2026, 8, 26)
    assert counted.skipped == (date(2026, 8, 23),)
    assert counted.swapped == (date(2026, 8, 22),)


def test_working_days_count_backwards_too():
    counted = count_working_days(date(2026, 9, 4), 5, SEPTEMBER, back=True)

    assert counted.end == date(2026, 8, 25)
    assert counted.skipped == tuple(date(2026, 8, 29) + timedelta(days=each) for each in range(5))


def test_day_off_moves_to_the_next_working_day():
    moved = next_working_day(date(2026, 8, 29), SEPTEMBER)

    assert moved.end == date(2026, 9, 3)
    assert moved.moved_from == date(2026, 8, 29)
    assert len(moved.skipped) == 5


def test_working_day_stays():
    assert next_working_day(date(2026, 9, 3), SEPTEMBER).moved_from is None


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 5, 5), 24, date(2028, 5, 5)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day, months, then):
    assert add_months(day, months) == then


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 9, 30), date(2026, 9, 30)),
        (date(2026, 11, 22), date(2026, 12, 31)),
    ],
)
def test_quarter_ends_with_its_third_month(day, end):
    assert last_day_of_quarter(day) == end


@given(DAYS, st.integers(1, 40), st.booleans())
def test_every_day_passed_is_counted_or_skipped(start, n, back):
    counted = count_working_days(start, n, SEPTEMBER, back=back)

    assert abs((counted.end - start).days) == n + len(counted.skipped)
    assert SEPTEMBER.is_working(counted.end)
    assert not any(SEPTEMBER.is_working(day) for day in counted.skipped)


@given(DAYS, st.integers(1, 40))
def test_later_start_never_ends_earlier(start, n):
    later = start + timedelta(days=1)

    assert count_working_days(later, n, SEPTEMBER).end >= count_working_days(start, n, SEPTEMBER).end


@given(DAYS, st.integers(1, 40))
def test_counting_back_undoes_counting_on_from_a_working_day(start, n):
    start = next_working_day(start, SEPTEMBER).end
    end = count_working_days(start, n, SEPTEMBER).end

    assert count_working_days(end, n, SEPTEMBER, back=True).end == start
