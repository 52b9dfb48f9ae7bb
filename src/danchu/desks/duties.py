"""Việc đến hạn trên bàn: running clocks as rows with a chip, and the khu phố × month picture of lateness."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from danchu.foundation import clock
from danchu.foundation.duties.models import Duty
from danchu.foundation.duties.queries import running
from danchu.foundation.people.queries import KhuPhoRow
from danchu.foundation.places.calendar import ward_calendar
from danchu.law.answers import Deadline
from danchu.law.days import Calendar
from danchu.law.rules import rules_at

WEEK = timedelta(days=7)
OUR_OWN = ("outcome.review",)  # reminders of this system: no time limit of the law, so never late by law


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Một việc có thời hạn, as a page shows it: ``chip`` left, today or late, with its number of days."""

    duty: Duty
    chip: str
    days: int
    working: bool
    deadline: Deadline

    @property
    def is_late(self) -> bool:
        """Past its last lawful day."""
        return self.chip == "late"


def duty_rows(duties: Iterable[Duty], today: date) -> list[DutyRow]:
    """Each duty with how late or how near it is; working days where its rule counts in them."""
    found = list(duties)
    late = [one for one in found if one.due < today]
    calendar = ward_calendar(late[0].ward_id, min(one.due for one in late)) if late else None
    return [_row(one, today, calendar) for one in found]


def _row(duty: Duty, today: date, calendar: Calendar | None) -> DutyRow:
    period = rules_at().periods.get(duty.rule)
    working = period is not None and period.unit == "working_day"
    days = (duty.due - today).days
    chip = "late" if days < 0 else "left" if days else "today"
    if days < 0 and working and calendar is not None:
        days = _working_days(calendar, duty.due, today)
    deadline = Deadline(
        rule=duty.rule,
        start=duty.start,
        end=duty.due,
        why=duty.why,
        skipped=tuple(date.fromisoformat(day) for day in duty.skipped),
    )
    return DutyRow(duty, chip, abs(days), working, deadline)


def _working_days(calendar: Calendar, due: date, today: date) -> int:
    """Days worked since the last lawful day; one at least, since the day itself is over."""
    span = range(1, (min(today, calendar.last) - due).days + 1)
    return max(1, sum(calendar.is_working(due + timedelta(days=day)) for day in span))


def this_week(ward_id: int, today: date) -> list[Duty]:
    """Đến hạn trong bảy ngày tới, late ones left out."""
    return list(running(ward_id).filter(due__gte=today, due__lte=today + WEEK).select_related("khu_pho"))


def matrix(ward_id: int, places: Iterable[KhuPhoRow], at: datetime) -> list[dict[str, object]]:
    """Việc trễ hạn theo khu phố và tháng của năm nay: rows for ``{% matrix %}``. One query."""
    today = clock.day(at)
    of_the_year = Duty.objects.filter(ward_id=ward_id, dropped_at=None, due__year=today.year)
    duties = of_the_year.exclude(rule__in=OUR_OWN).values_list("khu_pho_id", "due", "done_at")
    states: dict[tuple[int | None, int], list[str]] = {}
    for place, due, done_at in duties:
        states.setdefault((place, due.month), []).append(_state(due, done_at, today))
    return [_matrix_row(one, states, today.month) for one in places]


def _state(due: date, done_at: datetime | None, today: date) -> str:
    if done_at is not None:
        return "late" if clock.day(done_at) > due else "done"
    return "late" if due < today else "running"


def _matrix_row(row: KhuPhoRow, states: dict[tuple[int | None, int], list[str]], months: int) -> dict[str, object]:
    cells = []
    for month in range(1, months + 1):
        found = states.get((row.khu_pho.pk, month), [])
        late = found.count("late")
        state = "late" if late else "running" if "running" in found else "done" if found else "empty"
        cells.append((state, late))
    return {"label": row.khu_pho.name, "slug": row.khu_pho.slug, "cells": cells, "total": sum(n for _s, n in cells)}
