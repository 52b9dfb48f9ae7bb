"""Cách tính thời hạn: how days are counted, exactly one reading, used everywhere (Civil Code Điều 147–148).

``max_after``: the day of the event is not counted; a last day that is not a working day moves to the next one.
``min_before``: counted backwards without the day of the event; never moved. Minimum lengths start the day after and
are never moved. Working days come from a ``Calendar`` that is passed in: the law knows no list of holidays.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

_ONE = timedelta(days=1)
_NONE: Mapping[date, str] = MappingProxyType({})


class CalendarTooShort(LookupError):
    """Lịch làm việc chưa có ngày này: the calendar passed in does not reach the day that was asked for."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Lịch làm việc: the working days from ``first`` to ``last``, both included.

    ``holidays`` are days off that would else be worked, with their Vietnamese name; ``swapped`` are Saturdays and
    Sundays worked in exchange for another day; a day in both is off.
    """

    first: date
    last: date
    holidays: Mapping[date, str] = field(default_factory=lambda: _NONE)
    swapped: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether people work on that day. Raises ``CalendarTooShort``."""
        if not self.first <= day <= self.last:
            raise CalendarTooShort(day.isoformat())
        return day not in self.holidays and (day.weekday() < 5 or day in self.swapped)


@dataclass(frozen=True, slots=True)
class Counted:
    """Một lần đếm: the day it ended on, the days off it passed over, and the day before it was moved (if it was).

    ``swapped`` are the weekend days that were counted because they are worked in exchange.
    """

    end: date
    skipped: tuple[date, ...] = ()
    moved_from: date | None = None
    swapped: tuple[date, ...] = ()


def add_months(day: date, months: int) -> date:
    """Cộng tháng: the same day ``months`` later (or earlier); the last of the month where there is no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of_quarter(day: date) -> date:
    """Ngày cuối của quý: the last day of the calendar quarter the day lies in."""
    month = (day.month + 2) // 3 * 3
    return date(day.year, month, monthrange(day.year, month)[1])


def next_working_day(day: date, calendar: Calendar) -> Counted:
    """Chuyển sang ngày làm việc tiếp theo: the day itself if people work on it, else the first later one."""
    end, skipped = day, []
    while not calendar.is_working(end):
        skipped.append(end)
        end += _ONE
    return Counted(end, tuple(skipped), moved_from=day if skipped else None)


def count_working_days(start: date, n: int, calendar: Calendar, *, back: bool = False) -> Counted:
    """Đếm ngày làm việc: the ``n``-th one after ``start`` (before it when ``back``); ``start`` is not counted."""
    step = -_ONE if back else _ONE
    end, left = start, n
    skipped: list[date] = []
    swapped: list[date] = []
    while left:
        end += step
        if calendar.is_working(end):
            left -= 1
            if end in calendar.swapped:
                swapped.append(end)
        else:
            skipped.append(end)
    return Counted(end, tuple(sorted(skipped)), swapped=tuple(sorted(swapped)))
