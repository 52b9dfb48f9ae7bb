"""Tệp lịch (.ics): legal deadlines and votes for a phone's calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Mục lịch: ``key`` is its name for life, so that a changed entry replaces the old one in the calendar.

    ``start`` and ``end`` are both days (the last day included) or both aware moments.
    """

    key: str
    title: str
    start: date | datetime
    end: date | datetime
    note: str = ""
    link: str = ""
    changed: int = 0


def ics(name: str, host: str, entries: Iterable[CalendarEntry], *, at: datetime) -> bytes:
    """Tệp lịch mang tên ``name``; ``host`` makes the keys unique in the world, ``at`` is when it was written.

    Each entry reminds one day before its end.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Danchu//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry, host, at))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, host: str, at: datetime) -> Event:
    moments = [m for m in (entry.start, entry.end) if isinstance(m, datetime)]
    if len(moments) == 1 or any(m.tzinfo is None for m in moments):
        raise ValueError("an entry starts and ends on days, or at aware moments")
    event = Event()
    event.add("uid", f"{entry.key}@{host}")
    event.add("dtstamp", at)
    event.add("sequence", entry.changed)
    event.add("summary", entry.title)
    # The end of an all-day entry is the day after its last.
    start, end = (entry.start, entry.end) if moments else (entry.start, entry.end + timedelta(days=1))
    event.add("dtstart", _in_utc(start))
    event.add("dtend", _in_utc(end))
    if entry.note:
        event.add("description", entry.note)
    if entry.link:
        event.add("url", entry.link)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta(days=-1), parameters={"RELATED": "END"})
    event.add_component(alarm)
    return event


def _in_utc(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
