from datetime import UTC, date, datetime

import pytest

from danchu.law.speech import VIETNAM, day, listed, moment, number, short_day

SATURDAY = date(2026, 12, 12)


def test_day_is_written_for_a_screen():
    assert day(SATURDAY) == "thứ Bảy, 12/12/2026"
    assert day(SATURDAY, "en") == "Saturday, 12 December 2026"
    assert day(date(2026, 12, 6)) == "Chủ nhật, 6/12/2026"


def test_short_day_leaves_the_year_out():
    assert short_day(date(2026, 8, 22)) == "thứ Bảy 22/8"
    assert short_day(date(2026, 8, 22), "en") == "Saturday 22 August"


@pytest.mark.parametrize(
    ("at", "vi", "en"),
    [
        (
            datetime(2026, 12, 12, 17, 30, tzinfo=VIETNAM),
            "17 giờ 30, thứ Bảy, 12/12/2026",
            "17:30, Saturday, 12 December 2026",
        ),
        (
            datetime(2026, 12, 12, 8, 5, tzinfo=VIETNAM),
            "8 giờ 05, thứ Bảy, 12/12/2026",
            "8:05, Saturday, 12 December 2026",
        ),
        (datetime(2026, 12, 12, 10, tzinfo=UTC), "17 giờ, thứ Bảy, 12/12/2026", "17:00, Saturday, 12 December 2026"),
        (datetime(2026, 12, 12, 20, tzinfo=UTC), "3 giờ, Chủ nhật, 13/12/2026", "3:00, Sunday, 13 December 2026"),
    ],
)
def test_moment_is_written_in_the_time_of_vietnam(at, vi, en):
    assert moment(at) == vi
    assert moment(at, "en") == en


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(0, "0", "0"), (9999, "9999", "9999"), (10000, "10.000", "10,000"), (-12500, "-12.500", "-12,500")],
)
def test_number_is_grouped_from_five_digits(value, vi, en):
    assert number(value) == vi
    assert number(value, "en") == en


@pytest.mark.parametrize(
    ("parts", "vi", "en"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a và b", "a and b"), (["a", "b", "c"], "a, b và c", "a, b and c")],
)
def test_list_ends_with_and(parts, vi, en):
    assert listed(parts) == vi
    assert listed(parts, "en") == en
