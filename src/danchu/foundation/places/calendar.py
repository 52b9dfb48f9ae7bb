"""Lịch làm việc của phường: the national calendar with the ward's own dated corrections."""

from __future__ import annotations

from datetime import date

from danchu.foundation.places.models import WorkdayOverride
from danchu.foundation.workdays import calendar_around
from danchu.law.days import Calendar


def ward_calendar(ward_id: int, day: date, *, until: date | None = None) -> Calendar:
    """The calendar for every period counted from that day, or from any day between it and ``until``."""
    rows = WorkdayOverride.objects.filter(ward_id=ward_id).values_list("day", "name")
    return calendar_around(day, {on: name or None for on, name in rows}, until=until)
