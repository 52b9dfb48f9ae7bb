"""Công khai đúng hay chưa: how each requirement stands on a day, and every fault with its why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from danchu.law.answers import Deadline, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.clocks import due
from danchu.law.days import Calendar
from danchu.law.disclosure import (
    Area,
    Channel,
    EntryFacts,
    Place,
    PlaceKind,
    Requirement,
    Shown,
    Track,
    areas_without_place,
    requirements,
)
from danchu.law.rules import rules_at
from danchu.law.speech import day
from danchu.law.words import remedy, sentence

_ONE = timedelta(days=1)
_NONE: Mapping[str, Any] = MappingProxyType({})
REVIEW_AFTER = timedelta(days=365)  # our own reminder: the law sets no time for a permanent item


class Standing(StrEnum):
    """Tình trạng của một yêu cầu."""

    WAITING = "waiting"  # not begun, still in time
    MISSING = "missing"  # not begun, the time is over
    RUNNING = "running"  # begun; its minimum length is not reached yet
    MET = "met"
    SHORT = "short"  # ended before its minimum length


@dataclass(frozen=True, slots=True)
class Fault:
    """Điều chưa đúng: what is late, short or missing, by which basis. ``advice``: no breach of law, only unproven."""

    code: str
    basis: Basis
    details: Mapping[str, Any] = field(default_factory=lambda: _NONE)
    advice: bool = False

    def told(self, lang: str = "vi") -> str:
        """What is wrong, in one sentence with its basis."""
        return sentence(Refusal(self.code, self.basis, self.details), lang)

    def remedy(self, lang: str = "vi") -> str:
        """What to do now."""
        return remedy(Refusal(self.code, self.basis, self.details), lang)


@dataclass(frozen=True, slots=True)
class Finding:
    """Một yêu cầu hôm nay thế nào: since when it is shown, until when it must stay, and what is wrong with it."""

    requirement: Requirement
    standing: Standing
    begun_on: date | None = None
    keep_until: date | None = None
    ended_on: date | None = None
    proven: bool = False
    faults: tuple[Fault, ...] = ()
    stay: Deadline | None = None

    @property
    def breach(self) -> bool:
        """Whether the law is not kept here."""
        return any(not fault.advice for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Một nội dung hôm nay thế nào: every requirement, and what concerns the whole entry."""

    findings: tuple[Finding, ...]
    general: tuple[Fault, ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong, breaches first."""
        every = (*self.general, *(fault for one in self.findings for fault in one.faults))
        return tuple(sorted(every, key=lambda fault: fault.advice))

    @property
    def breaches(self) -> tuple[Fault, ...]:
        """What the law does not allow."""
        return tuple(fault for fault in self.faults if not fault.advice)

    @property
    def complete(self) -> bool:
        """Everything required is done, or running in order."""
        return all(one.standing in {Standing.MET, Standing.RUNNING} for one in self.findings) and not self.faults

    @property
    def next_due(self) -> date | None:
        """The nearest last day of what is not begun."""
        waiting = (Standing.WAITING, Standing.MISSING)
        days = [one.requirement.due.end for one in self.findings if one.standing in waiting and one.requirement.due]
        return min(days, default=None)


def verdict(facts: EntryFacts, today: date, calendar: Calendar) -> Verdict:
    """Nội dung này công khai đúng chưa, đến hết ngày ``today``."""
    findings = tuple(_finding(facts, one, today, calendar) for one in requirements(facts, calendar))
    return Verdict(findings, _general(facts, findings, today))


def _general(facts: EntryFacts, findings: tuple[Finding, ...], today: date) -> tuple[Fault, ...]:
    faults = []
    rules = {one.requirement.rule for one in findings}
    if "disclose.post.places" in rules and (facts.special is None or facts.special.channels is None):
        basis = Article("L10", 13, 2)
        if facts.track in (Track.WARD, Track.LIST) and not _has_hq(facts.places):
            faults.append(Fault("disclosure.no_hq", basis))
        faults += [Fault("disclosure.no_place", basis, {"where": area.name}) for area in areas_without_place(facts)]
    if "disclose.post.permanent" in rules and facts.published_on and today - facts.source_on > REVIEW_AFTER:
        faults.append(
            Fault("disclosure.unreviewed", Convention("disclosure.review"), {"since": facts.source_on}, advice=True)
        )
    return tuple(faults)


def _has_hq(places: Iterable[Place]) -> bool:
    return any(one.kind is PlaceKind.HQ for one in places)


def _finding(facts: EntryFacts, owed: Requirement, today: date, calendar: Calendar) -> Finding:
    rows = _matching(facts, owed, today)
    if not rows:
        overdue = owed.due is not None and owed.due.end < today
        if not overdue:
            return Finding(owed, Standing.WAITING)
        return Finding(owed, Standing.MISSING, faults=(_late("disclosure.missing", owed, today, calendar),))
    begun = min(row.first for row in rows)
    faults = []
    if owed.due is not None and begun > owed.due.end:
        faults.append(_late("disclosure.late", owed, begun, calendar))
    proven = owed.channels == {Channel.PORTAL} or any(row.proven for row in rows)
    if not proven:
        faults.append(Fault("disclosure.unproven", Convention("disclosure.proof"), _where(owed), advice=True))
    standing, stay, last = _length(owed, rows, today, calendar)
    if standing is Standing.SHORT:
        faults.append(_short(owed, rows, last, calendar))
    return Finding(
        owed,
        standing,
        begun_on=begun,
        keep_until=stay.end if stay else None,
        ended_on=None if any(row.last is None for row in rows) else last,
        proven=proven,
        faults=tuple(faults),
        stay=stay,
    )


def _matching(facts: EntryFacts, owed: Requirement, today: date) -> list[Shown]:
    """The times it was shown so that this requirement is served, up to today, the earliest first."""
    if owed.channels == {Channel.PORTAL}:
        on = facts.published_on
        return [Shown(Channel.PORTAL, on, facts.withdrawn_on)] if on is not None and on <= today else []
    rows = [
        row
        for row in facts.shown
        if row.channel in owed.channels
        and (owed.place is None or row.place == owed.place.id)
        and (owed.area is None or row.area == owed.area.id)
        and row.first <= today
    ]
    return sorted(rows, key=lambda row: row.first)


def runs(rows: Iterable[Shown], today: date) -> list[tuple[date, date]]:
    """Các đợt liên tục: first and last day of each; a day without it in between begins a new one."""
    found: list[tuple[date, date]] = []
    for row in sorted(rows, key=lambda row: row.first):
        last = today if row.last is None else min(row.last, today)
        if found and row.first <= found[-1][1] + _ONE:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((row.first, last))
    return found


def _length(
    owed: Requirement, rows: list[Shown], today: date, calendar: Calendar
) -> tuple[Standing, Deadline | None, date]:
    """Whether it was, or still is, up long enough; the count of the run that decides; the last day it was seen."""
    found = runs(rows, today)
    last = found[-1][1]
    still = any(row.last is None or row.last >= today for row in rows)
    if owed.permanent:
        return (Standing.MET if still else Standing.SHORT), None, last
    if Channel.WRITTEN in owed.channels and any(row.channel is Channel.WRITTEN for row in rows):
        return Standing.MET, None, last  # khoản 2 Điều 48: everyone was told in writing
    if owed.period is None and owed.days is None:
        return Standing.MET, None, last
    for first, end in found:
        stay = _stay(owed, first, calendar)
        # A board must still hang when its last day ends; a broadcast of today has been heard.
        if end >= stay.end and (today > stay.end or _by_broadcast(owed)):
            return Standing.MET, stay, last
    stay = _stay(owed, found[-1][0], calendar)
    return (Standing.RUNNING if still else Standing.SHORT), stay, last


def _by_broadcast(owed: Requirement) -> bool:
    """Days on which something was done, each a whole one; not a stretch of time that begins the day after."""
    return owed.period == "disclose.radio"


def _stay(owed: Requirement, first: date, calendar: Calendar) -> Deadline:
    if owed.period is not None and not _by_broadcast(owed):
        return due(owed.period, first, calendar)
    n = rules_at().period(owed.period).n if owed.period is not None else owed.days or 0
    end = first + (n - 1 if _by_broadcast(owed) else n) * _ONE
    return Deadline(owed.period or "disclose.special_law", first, end, _stay_words(owed, first, end, n))


def _stay_words(owed: Requirement, first: date, end: date, n: int) -> dict[str, str]:
    if _by_broadcast(owed):
        return {
            "vi": f"Phát lần đầu {day(first)}; phát đủ {n} ngày liền nhau, đến {day(end)}.",
            "en": f"First broadcast on {day(first, 'en')}; on {n} consecutive days, to {day(end, 'en')}.",
        }
    return {
        "vi": f"Bắt đầu {day(first)}, ngày thứ nhất là hôm sau; luật riêng đòi {n} ngày. Đủ vào cuối {day(end)}.",
        "en": f"Begun on {day(first, 'en')}, the next day is day one; the other law asks {n} days. "
        f"Complete at the end of {day(end, 'en')}.",
    }


def _short(owed: Requirement, rows: list[Shown], last: date, calendar: Calendar) -> Fault:
    """Down too early: how many days were reached in the longest run, and how many are needed."""
    if owed.permanent:
        return Fault("disclosure.taken_down", owed.basis, {"on": last} | _where(owed))
    longest = max(runs(rows, last), key=lambda run: run[1] - run[0])
    first_day = 1 if _by_broadcast(owed) else 0
    needed = (_stay(owed, longest[0], calendar).end - longest[0]).days + first_day
    details = {"days": (longest[1] - longest[0]).days + first_day, "needed": needed}
    basis = Article("L10", 13, 2) if owed.period == "disclose.post.period" else owed.basis
    return Fault("disclosure.short", basis, details | _where(owed))


def _late(code: str, owed: Requirement, on: date, calendar: Calendar) -> Fault:
    if owed.due is None:
        raise ValueError("nothing is late that has no deadline")
    details = {"days": working_days_after(owed.due.end, on, calendar), "due": owed.due.end}
    # What is missing is named with the article of its form, what is late with the article of the time.
    return Fault(code, owed.due_basis if code == "disclosure.late" else owed.basis, details | _where(owed))


def working_days_after(end: date, on: date, calendar: Calendar) -> int:
    """Số ngày làm việc quá hạn: working days after the last lawful day, up to and with ``on``; at least one."""
    count, each = 0, end
    while each < on:
        each += _ONE
        count += calendar.is_working(each)
    return max(count, 1)


def _where(owed: Requirement) -> dict[str, str]:
    return {"where_vi": owed.name("vi"), "where_en": owed.name("en")}


def owed_by_area(findings: Iterable[Finding], area: Area) -> tuple[Finding, ...]:
    """Phần việc của một khu phố: what hangs, is read out or told there."""
    return tuple(
        one
        for one in findings
        if (one.requirement.area is not None and one.requirement.area.id == area.id)
        or (one.requirement.place is not None and one.requirement.place.area == area.id)
    )
