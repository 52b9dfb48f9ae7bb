"""Sổ công khai trên bàn việc: entries with how they stand, late first; a head's part; the quarterly list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, QuerySet

from danchu.foundation import clock
from danchu.foundation.places.models import KhuPho
from danchu.foundation.text import short_date
from danchu.law.disclosure import Area, Channel, State, Track, channel_label, item
from danchu.law.disclosure_acts import PlanLine
from danchu.law.disclosure_check import Finding, Standing, owed_by_area, verdict
from danchu.rooms.disclosure.models import CouncilReport, Entry, Plan, Posting
from danchu.rooms.disclosure.queries.entries import EntryRow, facts_of_many, ground, oldest
from danchu.rooms.disclosure.queries.requests import request_figures

# Nothing older can still be running: thirty days up, and time to be late in.
WATCHED = timedelta(days=400)
_YEAR = timedelta(days=365)


def all_entries(ward_id: int) -> QuerySet[Entry]:
    """Mọi nội dung trong sổ, the newest first."""
    return (
        Entry.objects.filter(ward_id=ward_id)
        .exclude(state=State.DRAFT)
        .select_related("current", "khu_pho")
        .order_by("-published_at", "-pk")
    )


def drafts(ward_id: int) -> list[Entry]:
    """Nội dung đang soạn, with the version being written under ``newest``."""
    rows = list(
        Entry.objects.filter(ward_id=ward_id, state=State.DRAFT).prefetch_related("versions").order_by("made_at")
    )
    for one in rows:
        one.newest = one.versions.all()[0]
    return rows


def standing(ward_id: int, today: date) -> list[EntryRow]:
    """Nội dung đang công khai trong hơn một năm qua, late ones first. A constant number of queries."""
    since = clock.start_of(today - WATCHED)
    rows = all_entries(ward_id).filter(state=State.PUBLISHED)
    watched = [one for one in rows if one.published_at >= since or _permanent(one)]
    on = ground(ward_id, today, oldest(watched, today))
    found = [EntryRow(one, verdict(facts, today, on.calendar)) for one, facts in facts_of_many(watched, on)]
    return sorted(found, key=_urgency)


def _permanent(entry: Entry) -> bool:
    found = item(Track(entry.track), entry.key)
    return found is not None and found.permanent


def _urgency(row: EntryRow) -> tuple[bool, bool, date, int]:
    """Still to be done and late; then with a day ahead; then what only was late; then in order."""
    open_late = any(one.standing in {Standing.MISSING, Standing.SHORT} for one in row.verdict.findings)
    return (not open_late, row.verdict.next_due is None, row.verdict.next_due or date.max, -row.entry.pk)


@dataclass(frozen=True, slots=True)
class Task:
    """Việc của Trưởng khu phố cho một nội dung: what hangs, is read out or told in the own khu phố."""

    entry: Entry
    findings: tuple[Finding, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        """Not begun, or taken down too early."""
        return tuple(one for one in self.findings if one.standing not in {Standing.MET, Standing.RUNNING})

    @property
    def unproven(self) -> tuple[Finding, ...]:
        """Begun without evidence."""
        return tuple(one for one in self.findings if one.begun_on is not None and not one.proven)

    @property
    def running(self) -> tuple[Finding, ...]:
        """Hanging still, to be kept until its day."""
        return tuple(one for one in self.findings if one.standing is Standing.RUNNING)

    @property
    def due(self) -> date | None:
        """The nearest last day of what is not begun."""
        return min((one.requirement.due.end for one in self.open if one.requirement.due), default=None)


def tasks_of(khu_pho: KhuPho, today: date) -> list[Task]:
    """Việc công khai của một khu phố, the most urgent first; what is all done is left out."""
    area = Area(khu_pho.pk, khu_pho.name)
    tasks = []
    for row in standing(khu_pho.ward_id, today):
        if row.entry.khu_pho_id in {None, khu_pho.pk}:
            task = Task(row.entry, _part(row, area))
            if task.open or task.unproven or task.running:
                tasks.append(task)
    return sorted(tasks, key=lambda one: (not one.open, one.due or date.max, -one.entry.pk))


def _part(row: EntryRow, area: Area) -> tuple[Finding, ...]:
    """What the khu phố owes; of its own announcement everything that is not the site's."""
    if row.entry.khu_pho_id == area.id:
        return tuple(one for one in row.verdict.findings if one.requirement.channels != {Channel.PORTAL})
    return owed_by_area(row.verdict.findings, area)


def postings_of(entry: Entry) -> list[Posting]:
    """Mọi lần công khai của bản hiện nay, with place, khu phố and evidence."""
    rows = Posting.objects.filter(version_id=entry.current_id).select_related("place", "khu_pho", "recorded_by")
    by_place = F("place__khu_pho__order").asc(nulls_first=True)  # the headquarters first, on both databases
    return list(rows.prefetch_related("proofs__file").order_by("channel", by_place, "first", "pk"))


# --- plan, lists, reports ------------------------------------------------------------------------------------------
def plan_of(ward_id: int, year: int) -> Plan | None:
    """Kế hoạch mới nhất của năm."""
    return Plan.objects.filter(ward_id=ward_id, year=year).order_by("-number").first()


def plan_by_id(ward_id: int, plan_id: int) -> Plan | None:
    """Một kế hoạch của phường."""
    return Plan.objects.filter(ward_id=ward_id, pk=plan_id).select_related("ward").first()


def plan_lines(plan: Plan) -> list[PlanLine]:
    """Các dòng của một kế hoạch, as the law reads them."""
    return [
        PlanLine(one.key, one.content, tuple(one.channels), one.time, one.period, one.responsible)
        for one in plan.rows.all()
    ]


@dataclass(frozen=True, slots=True)
class Listed:
    """Một dòng của danh sách: content, forms, day, length."""

    entry: Entry
    item: str
    title: str
    source: str
    forms: str
    shown_on: date
    until: str

    @property
    def line(self) -> str:
        """The line as plain text."""
        shown = short_date(self.shown_on)
        return (
            f"{self.item}. {self.title} ({self.source}). Hình thức: {self.forms}. Công khai ngày {shown}, {self.until}."
        )


def _listed(ward_id: int, at: datetime) -> list[Listed]:
    """Entries of Article 11 first disclosed after the last list and up to that moment."""
    newest = lists(ward_id).filter(published_at__lt=at).first()
    since = newest.published_at if newest else at - _YEAR
    entries = list(all_entries(ward_id).filter(track=Track.WARD, published_at__gt=since, published_at__lte=at))
    today = clock.day(at)
    on = ground(ward_id, today, oldest(entries, today))
    rows = []
    for entry, facts in facts_of_many(entries, on):
        channels = {Channel.PORTAL, *(one.channel for one in facts.shown)}
        forms = [channel_label(one).vi for one in Channel if one in channels]
        version = entry.current
        source = " ".join(part for part in (version.source_number, f"ngày {short_date(version.source_on)}") if part)
        until = "niêm yết thường xuyên" if _permanent(entry) else _until(facts.shown)
        rows.append(
            Listed(entry, entry.key, version.title, source, ", ".join(forms), clock.day(entry.published_at), until)
        )
    return sorted(rows, key=lambda one: (int(one.item), one.shown_on, one.entry.pk))


def _until(shown: tuple) -> str:
    posted = [one for one in shown if one.channel is Channel.POSTING]
    if not posted:
        return "đăng trên trang thông tin điện tử"
    if any(one.last is None for one in posted):
        return "đang niêm yết"
    return f"niêm yết đến {short_date(max(one.last for one in posted))}"


def since_last_list(ward_id: int, at: datetime) -> list[Listed]:
    """Nội dung chưa vào danh sách nào: since the moment of the last list, or for a year back."""
    return _listed(ward_id, at)


def rows_of_list(entry: Entry) -> list[Listed]:
    """Các dòng của một danh sách: what it counted, with the days of posting as they are known now."""
    return _listed(entry.ward_id, entry.published_at)


def lists(ward_id: int) -> QuerySet[Entry]:
    """Các danh sách theo quý đã công khai, the newest first."""
    return all_entries(ward_id).filter(track=Track.LIST, state=State.PUBLISHED)


def reports(ward_id: int) -> QuerySet[CouncilReport]:
    """Các báo cáo Hội đồng nhân dân, the next session first."""
    return CouncilReport.objects.filter(ward_id=ward_id).order_by("-session_on")


@dataclass(frozen=True, slots=True)
class Figures:
    """Số liệu của một kỳ báo cáo."""

    disclosed: int
    by_item: tuple[tuple[str, int], ...]
    late: int
    missing: int
    unproven: int
    requests: int
    answered: int
    refused: int
    late_requests: int
    faults: tuple[str, ...]


def figures(ward_id: int, first: date, last: date, today: date) -> Figures:
    """Từ ngày đến ngày: what was disclosed, how much of it was late or lacks a form, and the requests."""
    end = clock.start_of(last + timedelta(days=1))
    between = {"published_at__gte": clock.start_of(first), "published_at__lt": end}
    entries = list(all_entries(ward_id).filter(track=Track.WARD, **between))
    on = ground(ward_id, today, oldest(entries, today))
    counts: dict[str, int] = {}
    late = missing = unproven = 0
    told = []
    for entry, facts in facts_of_many(entries, on):
        found = verdict(facts, today, on.calendar)
        codes = {fault.code for fault in found.faults}
        counts[entry.key] = counts.get(entry.key, 0) + 1
        late += "disclosure.late" in codes
        missing += bool({"disclosure.missing", "disclosure.short", "disclosure.taken_down"} & codes)
        unproven += "disclosure.unproven" in codes
        told += [f"{entry.current.title}. {fault.told('vi')}" for fault in found.breaches[:1]]
    by_item = tuple(sorted(counts.items(), key=lambda pair: int(pair[0])))
    requests = request_figures(ward_id, first, last)
    return Figures(sum(counts.values()), by_item, late, missing, unproven, *requests, tuple(told))
