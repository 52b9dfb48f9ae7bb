"""Tìm: a page of entries for a question and filters, newest first inside each degree of likeness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch
from django.db.models.functions import Left

from danchu.foundation.files.models import Reading
from danchu.foundation.search import index
from danchu.foundation.search.lexemes import Asked, Tier, ask, tag
from danchu.foundation.search.models import Publication, PublicationFile

PER_PAGE = 20
WHOLE_WARD = 0
_CURSOR = re.compile(r"([0-9]{1,2})\.([0-9]{1,18})\Z")
_FURTHEST = 20_000  # signs of a file in which words are looked for to be shown


@dataclass(frozen=True, slots=True)
class Filters:
    """Bộ lọc: what the reader narrowed the list to; ``khu_pho_id`` 0 means what concerns the whole ward."""

    kind: str = ""
    but_kind: str = ""
    item: str = ""
    khu_pho_id: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Một trang kết quả: ``after`` leads to the next one; ``loosened``: only without heeding tone marks."""

    asked: Asked
    entries: list[Publication]
    after: str
    loosened: bool


def find(
    ward_id: int, query: str = "", filters: Filters | None = None, *, after: str = "", limit: int = PER_PAGE
) -> Found:
    """Tìm trong mọi thứ đã công khai; without words, the newest that the filters let through.

    At most a handful of statements, whatever there is to be found; a broken ``after`` begins from the top.
    """
    filters = filters or Filters()
    asked = ask(query)
    bounds = _bounds(ward_id, filters)
    if bounds is None:
        return Found(asked, [], "", loosened=False)
    tags, without = _tags(ward_id, filters), _without(filters)
    start, below = _cursor(after, len(asked.strict) + len(asked.loose), bounds[0])
    first_loose = len(asked.strict)
    hits: list[tuple[int, int]] = []
    if start < first_loose:
        hits = _walk(asked.strict, tags, without, start=start, below=below, bounds=bounds, limit=limit + 1)
    if start >= first_loose or not (hits or after):
        below = below if start >= first_loose else bounds[0]
        begin = max(start - first_loose, 0)
        loose = _walk(asked.loose, tags, without, start=begin, below=below, bounds=bounds, limit=limit + 1)
        hits = [(number + first_loose, place) for number, place in loose]
    shown, more = hits[:limit], hits[limit:]
    following = f"{more[0][0]}.{more[0][1]}" if more else ""
    loosened = bool(shown) and shown[0][0] >= first_loose
    return Found(asked, _entries([place for _, place in shown]), following, loosened)


def _walk(
    tiers: Sequence[Tier],
    tags: list[str],
    without: list[Tier],
    *,
    start: int,
    below: int,
    bounds: tuple[int, int],
    limit: int,
) -> list[tuple[int, int]]:
    """Degree after degree until the page is full: number of the degree and place."""
    hits: list[tuple[int, int]] = []
    for number in range(start, len(tiers)):
        top = below if number == start else bounds[0]
        places = index.find(
            [*tags, *tiers[number]], [*without, *tiers[:number]], newest=top, oldest=bounds[1], limit=limit - len(hits)
        )
        hits += [(number, place) for place in places]
        if len(hits) >= limit:
            break
    return hits


def _cursor(after: str, tiers: int, newest: int) -> tuple[int, int]:
    found = _CURSOR.match(after)
    if found is None or int(found[1]) >= tiers:
        return 0, newest
    return int(found[1]), min(int(found[2]), newest)


def _bounds(ward_id: int, filters: Filters) -> tuple[int, int] | None:
    """The newest and the oldest place to look at; nothing where the ward has none between the days."""
    places = Publication.objects.filter(ward_id=ward_id, place__isnull=False).values_list("place", flat=True)
    newest, oldest = places.order_by("-place").first(), places.order_by("place").first()
    if newest is None or oldest is None:
        return None
    if filters.until is not None:
        newest = min(newest, index.place_of(filters.until, index.A_DAY - 1))
    if filters.since is not None:
        oldest = max(oldest, index.place_of(filters.since, 0))
    return (newest, oldest) if newest >= oldest else None


def _tags(ward_id: int, filters: Filters) -> list[str]:
    return [
        tag("w", ward_id),
        *([tag("d", filters.kind)] if filters.kind else []),
        *([tag("i", filters.item)] if filters.item else []),
        *([tag("k", filters.khu_pho_id)] if filters.khu_pho_id is not None else []),
    ]


def _without(filters: Filters) -> list[Tier]:
    return [(tag("d", filters.but_kind),)] if filters.but_kind else []


def _entries(places: list[int]) -> list[Publication]:
    attached = Prefetch("attached", PublicationFile.objects.select_related("file").order_by("order"))
    found = (
        Publication.objects.filter(place__in=places)
        .select_related("khu_pho")
        .defer("lexemes", "text")
        .annotate(opening=Left("text", _FURTHEST))
        .prefetch_related(attached)
    )
    return sorted(found, key=lambda entry: places.index(entry.place))


def newest(ward_id: int, filters: Filters | None = None, *, limit: int = 5) -> list[Publication]:
    """Mới công khai."""
    return find(ward_id, filters=filters, limit=limit).entries


def by_key(ward_id: int, key: str) -> Publication | None:
    """Một mục, by the room's name for it."""
    return Publication.objects.filter(ward_id=ward_id, key=key).select_related("khu_pho").defer("lexemes").first()


def days_kept(ward_id: int) -> tuple[date, date] | None:
    """The oldest and the newest day of which something is kept."""
    bounds = _bounds(ward_id, Filters())
    return (index.day_at(bounds[1]), index.day_at(bounds[0])) if bounds else None


def addresses(ward_id: int, since: date, until: date) -> Iterable[tuple[str, datetime]]:
    """Every page made public between two days and when it last changed, the newest first; read piece by piece."""
    between = (index.place_of(since, 0), index.place_of(until, index.A_DAY - 1))
    entries = Publication.objects.filter(ward_id=ward_id, place__range=between).order_by("-place")
    for entry in entries.only("url", "put_at").iterator():
        yield entry.get_absolute_url(), entry.put_at


def waiting_for_text(_at: datetime) -> Iterable[int]:
    """Mục có tệp vừa đọc xong mà chưa vào chỉ mục: read by the minute tick."""
    unread = PublicationFile.objects.filter(publication=OuterRef("pk")).exclude(
        Exists(Reading.objects.filter(ward=OuterRef("ward"), sha256=OuterRef("file__sha256"), state__in=Reading.DONE))
    )
    return (
        Publication.objects.filter(~Exists(unread), waits_for_text=True)
        .order_by("put_at")
        .values_list("pk", flat=True)[:200]
    )


def opening_texts(ward_id: int, entries: Iterable[Publication]) -> dict[str, str]:
    """The first pages of the files of these entries, by hash: where the words are shown in."""
    hashes = {one.file.sha256 for entry in entries for one in entry.attached.all()}
    found = Reading.objects.filter(ward_id=ward_id, sha256__in=hashes).annotate(opening=Left("text", _FURTHEST))
    return dict(found.values_list("sha256", "opening"))
