"""Entries of one Monday, hung, read out and told: what the tests of disclosure begin with."""

from __future__ import annotations

from datetime import date, timedelta

from danchu.foundation.workdays import vietnam_calendar
from danchu.law.disclosure import (
    Area,
    Channel,
    EntryFacts,
    Place,
    PlaceKind,
    Shown,
    Track,
    requirements,
)
from danchu.law.disclosure_check import verdict

CALENDAR = vietnam_calendar(range(2025, 2029))
DAY = timedelta(days=1)
MONDAY = date(2026, 6, 1)
DUE = date(2026, 6, 8)  # the fifth working day after it

AREAS = (Area(1, "Khu phố 1"), Area(2, "Khu phố 2"))
HQ = Place(10, PlaceKind.HQ, "Trụ sở Ủy ban nhân dân phường")
HOUSES = tuple(Place(20 + one.id, PlaceKind.CULTURE_HOUSE, f"Nhà văn hóa {one.name}", one.id) for one in AREAS)
POINT = Place(30, PlaceKind.COMMUNITY_POINT, "Điểm sinh hoạt hẻm 5", 1)
PLACES = (HQ, *HOUSES, POINT)


def entry(number: int | str = 1, **values) -> EntryFacts:
    """An Article 11 entry of Monday, 1 June 2026."""
    values.setdefault("track", Track.WARD)
    values.setdefault("places", PLACES)
    values.setdefault("areas", AREAS)
    return EntryFacts(key=str(number), source_on=values.pop("source_on", MONDAY), **values)


def owed(facts: EntryFacts) -> list[str]:
    return [one.key for one in requirements(facts, CALENDAR)]


def hung(first: date = MONDAY, last: date | None = None, places=PLACES, proven: bool = True) -> tuple[Shown, ...]:
    return tuple(Shown(Channel.POSTING, first, last, place.id, place.area, proven) for place in places)


def loud(first: date = MONDAY, last: date | None = None) -> tuple[Shown, ...]:
    return tuple(Shown(Channel.RADIO, first, last, None, area.id, True) for area in AREAS)


def heads(first: date = MONDAY) -> tuple[Shown, ...]:
    return tuple(Shown(Channel.HEAD, first, first, None, area.id, True) for area in AREAS)


def faults(facts: EntryFacts, today: date) -> list[tuple[str, str]]:
    """Code and place of every fault."""
    return [
        (one.code.removeprefix("disclosure."), one.details.get("where_vi", "")) for one in stands(facts, today).faults
    ]


def stands(facts, today):
    """How the entry stands."""
    return verdict(facts, today, CALENDAR)


def codes(facts: EntryFacts, today: date) -> set[str]:
    return {code for code, _ in faults(facts, today)}
