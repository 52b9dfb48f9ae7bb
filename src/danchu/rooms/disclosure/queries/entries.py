"""Đọc nội dung công khai: what everyone may see, and how an entry stands by the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from danchu.foundation import clock
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.places.models import KhuPho
from danchu.foundation.places.settings import value
from danchu.law.basis import Basis
from danchu.law.days import Calendar
from danchu.law.disclosure import (
    Area,
    Channel,
    EntryFacts,
    Item,
    Place,
    PlaceKind,
    RadioBy,
    Shown,
    Special,
    State,
    Track,
    item,
)
from danchu.law.disclosure_check import Verdict, verdict
from danchu.rooms.disclosure.models import Attachment, Entry, Posting, PostingPlace, Version

PUBLIC_TRACKS = (Track.WARD, Track.ANNOUNCEMENT, Track.LIST, Track.RELEASE)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Một nội dung và tình trạng của nó hôm nay."""

    entry: Entry
    verdict: Verdict

    @property
    def item(self) -> Item | None:
        """The item of the law it falls under."""
        return item_of(self.entry)


def item_of(entry: Entry) -> Item | None:
    """Nội dung của luật mà nó thuộc về; None for a list or a release."""
    return item(Track(entry.track), entry.key)


def published(ward_id: int) -> QuerySet[Entry]:
    """Mọi nội dung đang công khai cho mọi người, the newest first; an agency's own entries are for its staff."""
    return (
        Entry.objects.filter(ward_id=ward_id, state=State.PUBLISHED, track__in=PUBLIC_TRACKS)
        .select_related("current", "khu_pho")
        .order_by("-published_at", "-pk")
    )


def published_entry(ward_id: int, slug: str) -> Entry | None:
    """Một nội dung ai cũng xem được. One that was withdrawn keeps its address and says why (``state``)."""
    return (
        Entry.objects.filter(ward_id=ward_id, slug=slug, track__in=PUBLIC_TRACKS)
        .exclude(state=State.DRAFT)
        .select_related("current", "khu_pho")
        .first()
    )


def versions_of(entry: Entry) -> list[Version]:
    """Các bản đã công khai, the newest first, with their attachments."""
    return list(entry.versions.exclude(published_at=None).order_by("-number").prefetch_related("attachments__file"))


def public_attachment(ward_id: int, slug: str, attachment_id: int) -> Attachment | None:
    """Một tệp kèm theo mà ai cũng mở được: of a version that was published, of an entry that still is."""
    return (
        Attachment.objects.filter(
            ward_id=ward_id,
            pk=attachment_id,
            version__entry__slug=slug,
            version__entry__state=State.PUBLISHED,
            version__entry__track__in=PUBLIC_TRACKS,
            version__published_at__isnull=False,
        )
        .select_related("file", "version__entry")
        .first()
    )


def entry_by_slug(ward_id: int, slug: str) -> Entry | None:
    """Một nội dung trong sổ, in any state."""
    return Entry.objects.filter(ward_id=ward_id, slug=slug).select_related("current", "khu_pho").first()


def newest_version(entry: Entry) -> Version:
    """Bản mới nhất: the one being written, else the one that is public."""
    return entry.versions.order_by("-number").first()


def waiting_version(entry: Entry) -> Version | None:
    """Bản chờ công khai: a draft, or a correction not published yet."""
    return entry.versions.filter(published_at=None).order_by("-number").first()


def places_on(ward_id: int, day: date) -> list[PostingPlace]:
    """Nơi niêm yết đang dùng trong ngày."""
    rows = PostingPlace.objects.filter(ward_id=ward_id, valid_from__lte=day)
    rows = rows.filter(Q(valid_to=None) | Q(valid_to__gt=day)).select_related("khu_pho")
    return sorted(
        rows, key=lambda one: (one.khu_pho.order if one.khu_pho else -1, list(PlaceKind).index(one.kind), one.pk)
    )


def khu_pho_on(ward_id: int, day: date) -> list[KhuPho]:
    """Khu phố đang có trong ngày."""
    rows = KhuPho.objects.filter(ward_id=ward_id, valid_from__lte=day)
    return list(rows.filter(Q(valid_to=None) | Q(valid_to__gt=day)).order_by("order", "name"))


@dataclass(frozen=True, slots=True)
class Ground:
    """Những gì mọi nội dung của phường dùng chung: read once for a whole list."""

    calendar: Calendar
    places: tuple[Place, ...]
    areas: tuple[Area, ...]
    radio_by: RadioBy


def ground(ward_id: int, today: date, since: date | None = None) -> Ground:
    """Nơi niêm yết, khu phố, thiết lập, as they are today, and the calendar since the oldest document. Four queries."""
    return Ground(
        calendar=ward_calendar(ward_id, min(since or today, today), until=today),
        places=tuple(Place(one.pk, PlaceKind(one.kind), one.name, one.khu_pho_id) for one in places_on(ward_id, today)),
        areas=tuple(Area(one.pk, one.name) for one in khu_pho_on(ward_id, today)),
        radio_by=RadioBy(value(ward_id, "disclose.radio_by", today)),
    )


def _facts(entry: Entry, version: Version, postings: Iterable[Posting], on: Ground) -> EntryFacts:
    areas = on.areas if entry.khu_pho_id is None else tuple(one for one in on.areas if one.id == entry.khu_pho_id)
    return EntryFacts(
        track=Track(entry.track),
        key=entry.key,
        source_on=version.source_on,
        published_on=clock.day(version.published_at) if version.published_at else None,
        withdrawn_on=clock.day(entry.withdrawn_at) if entry.withdrawn_at else None,
        places=on.places,
        areas=areas,
        shown=tuple(
            Shown(
                channel=Channel(one.channel),
                first=one.first,
                last=one.last,
                place=one.place_id,
                area=one.khu_pho_id,
                proven=bool(one.proofs.all()),
            )
            for one in postings
        ),
        radio_by=on.radio_by,
        special=_special(entry),
        due_on=entry.due_on,
    )


def _special(entry: Entry) -> Special | None:
    if not entry.special_citation:
        return None
    return Special(
        entry.special_citation,
        entry.special_due_on,
        entry.special_days,
        None if entry.special_channels is None else frozenset(Channel(one) for one in entry.special_channels),
    )


def ground_of(entry: Entry, today: date) -> Ground:
    """The same for one entry."""
    return ground(entry.ward_id, today, (entry.current or newest_version(entry)).source_on)


def oldest(entries: Iterable[Entry], today: date) -> date:
    """Ngày của văn bản cũ nhất: from here on the calendar is needed."""
    return min((one.current.source_on for one in entries if one.current_id is not None), default=today)


def facts_of(entry: Entry, today: date, on: Ground | None = None) -> EntryFacts:
    """Dữ kiện của bản đang công khai (or, before that, of the draft)."""
    version = entry.current or newest_version(entry)
    postings = version.postings.prefetch_related("proofs").order_by("first", "pk")
    return _facts(entry, version, postings, on or ground_of(entry, today))


def facts_of_many(entries: Iterable[Entry], on: Ground) -> list[tuple[Entry, EntryFacts]]:
    """Dữ kiện của nhiều nội dung. Two queries, however many there are; drafts are left out."""
    rows = [one for one in entries if one.current_id is not None]
    postings: dict[int, list[Posting]] = {}
    wanted = [one.current_id for one in rows]
    for one in Posting.objects.filter(version_id__in=wanted).prefetch_related("proofs").order_by("first", "pk"):
        postings.setdefault(one.version_id, []).append(one)
    return [(one, _facts(one, one.current, postings.get(one.current_id, []), on)) for one in rows]


def verdict_of(entry: Entry, today: date, on: Ground | None = None) -> Verdict:
    """Nội dung này công khai đúng chưa."""
    on = on or ground_of(entry, today)
    return verdict(facts_of(entry, today, on), today, on.calendar)


def rows_of(entries: Iterable[Entry], ward_id: int, today: date) -> list[EntryRow]:
    """Nhiều nội dung với tình trạng của chúng."""
    found = list(entries)
    on = ground(ward_id, today, oldest(found, today))
    return [EntryRow(one, verdict(facts, today, on.calendar)) for one, facts in facts_of_many(found, on)]


def basis_of(entry: Entry) -> Basis | None:
    """Điều luật của nội dung."""
    found = item_of(entry)
    return found.basis if found else None
