"""Thời hạn luật định: from a rule and a day to the last lawful day, with the reason a reader can follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from danchu.law import clock_words
from danchu.law.answers import Deadline
from danchu.law.days import (
    Calendar,
    Counted,
    add_months,
    count_working_days,
    last_day_of_quarter,
    next_working_day,
)
from danchu.law.rules import RULE_VERSION, Period, rules_at
from danchu.law.settings import setting, settings_at

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_HOURS_A_DAY = 24


def due(
    rule: str,
    start: date,
    calendar: Calendar,
    *,
    settings: Mapping[str, Any] | None = None,
    extended: bool = False,
    version: str = RULE_VERSION,
) -> Deadline:
    """Thời hạn của một quy định, tính từ ngày ``start``.

    The end is the last lawful day; for "at least n before" the last day before the event ``start``; for a minimum
    length the first day on which it is met (at that day's end); for "every", the next time. ``extended`` adds the one
    lawful extension (``ValueError`` where there is none). Raises ``UnknownRule``, ``CalendarTooShort``.
    """
    period = rules_at(version).period(rule)
    n = setting(rule, settings, version=version) if rule in settings_at(version) else period.n
    if extended:
        if period.extension is None:
            raise ValueError(f"{rule}: the law gives no extension")
        n += period.extension
    counted = _count(period, n, start, calendar)
    return Deadline(
        rule=rule,
        start=start,
        end=counted.end,
        why=clock_words.why(period, n, start, counted, calendar),
        skipped=counted.skipped,
    )


def _count(period: Period, n: int, start: date, calendar: Calendar) -> Counted:
    back = period.dir in ("min_before", "min_remaining")
    if period.unit == "working_day":
        return count_working_days(start, n, calendar, back=back)
    if period.unit == "hour":
        # Hours run on through days off; a part of a day ends within that day.
        return Counted(start + timedelta(days=-(-n // _HOURS_A_DAY)))
    if period.unit == "quarter":
        return Counted(last_day_of_quarter(start))
    if period.unit in _MONTHS:
        end = add_months(start, (-n if back else n) * _MONTHS[period.unit])
    else:
        end = start + timedelta(days=-n if back else n)
    if period.dir == "max_after":
        return next_working_day(end, calendar)
    return Counted(end)
