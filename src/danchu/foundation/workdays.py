"""Lịch làm việc của Việt Nam: public holidays and swap working days, as a ``law.days.Calendar``.

The national calendar comes from the ``holidays`` package (lunar dates, days off in lieu, worked Saturdays); the ward's
own dated table overrides it. Loads no Django, so the command line may use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import holidays

from danchu.law.days import Calendar

# The lunar tables behind the national calendar are known for these years.
FIRST_YEAR, LAST_YEAR = 1976, 2099


def vietnam_calendar(years: Iterable[int], overrides: Mapping[date, str | None] | None = None) -> Calendar:
    """Lịch các năm này (liền nhau). ``overrides``: a name makes the day off, None makes it worked.

    Raises ``ValueError`` for no years or for years outside ``FIRST_YEAR``–``LAST_YEAR``.
    """
    wanted = sorted(set(years))
    if not wanted or wanted[0] < FIRST_YEAR or wanted[-1] > LAST_YEAR:
        raise ValueError(f"the calendar is known for the years {FIRST_YEAR} to {LAST_YEAR}")
    national = holidays.country_holidays("VN", years=range(wanted[0], wanted[-1] + 1), language="vi")
    # Names stand in parentheses on the pages: «Ngày Giỗ Tổ Hùng Vương (nghỉ bù)» becomes «…, nghỉ bù».
    off = {day: name.replace(" (", ", ").rstrip(")") for day, name in national.items()}
    worked = {day for day in national.weekend_workdays if wanted[0] <= day.year <= wanted[-1]}
    for day, name in (overrides or {}).items():
        if name is None:
            off.pop(day, None)
            worked.add(day)
        else:
            off[day] = name
            worked.discard(day)
    return Calendar(
        first=date(wanted[0], 1, 1),
        last=date(wanted[-1], 12, 31),
        holidays=off,
        swapped=frozenset(day for day in worked if day.weekday() >= 5),
    )


def calendar_around(
    day: date, overrides: Mapping[date, str | None] | None = None, *, until: date | None = None
) -> Calendar:
    """Lịch đủ cho mọi thời hạn tính từ ngày này: from the year before it to three years after (it, or ``until``)."""
    latest = max(day, until or day)
    first, last = max(day.year - 1, FIRST_YEAR), min(latest.year + 3, LAST_YEAR)
    return vietnam_calendar(range(first, last + 1), overrides)
