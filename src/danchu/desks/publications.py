"""Mục đã công khai trên trang chung: lines of lists, feeds and results, made of the index alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from danchu.foundation.search import queries
from danchu.foundation.search.excerpt import Piece, excerpt, marked, opening
from danchu.foundation.search.models import Publication
from danchu.foundation.search.queries import Filters
from danchu.foundation.text import long_date
from danchu.law.disclosure import Track, items
from danchu.ui.tags.words import lang

KINDS = {
    "ward": _("Disclosed by law"),
    "announcement": _("Notice"),
    "vote": _("Vote of a khu phố"),
    "list": _("Quarterly list"),
    "release": _("Given on request"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """Một mục trong danh sách: title and excerpt in pieces, so that the words asked for can be marked."""

    entry: Publication
    title: list[Piece]
    words: list[Piece]
    meta: str
    href: str


def item_choices() -> list[tuple[str, str]]:
    """The items of Article 11, in the law's order and the reader's language."""
    labels = [(one.key, one.label.vi if lang() == "vi" else one.label.en) for one in items(Track.WARD)]
    return [(f"11.{key}", f"{key}. {words[:1].upper()}{words[1:]}") for key, words in labels]


def meta_of(entry: Publication) -> str:
    """Kind, place and day."""
    kind = str(KINDS.get(entry.kind, ""))
    place = entry.khu_pho.name if entry.khu_pho else ""
    return " · ".join(part for part in (kind, place, long_date(entry.day, lang())) if part)


def rows(found: queries.Found, ward_id: int) -> list[Row]:
    """Results as the page shows them. One query more than the search, for the opening of the files."""
    words, loose = found.asked.words, found.loosened
    texts = queries.opening_texts(ward_id, found.entries) if words else {}
    return [_row(entry, words, texts, loose=loose) for entry in found.entries]


def _row(entry: Publication, words: tuple[str, ...], texts: Mapping[str, str], *, loose: bool) -> Row:
    files = (texts.get(one.file.sha256, "") for one in entry.attached.all()) if words else ()
    candidates: Iterable[str] = (entry.summary, entry.opening, *files)
    shown = next((found for text in candidates if (found := excerpt(text, words, loose=loose))), [])
    return Row(
        entry,
        marked(entry.title, words, loose=loose),
        shown or opening(entry.summary),
        meta_of(entry),
        entry.get_absolute_url(),
    )


@dataclass(frozen=True, slots=True)
class New:
    """Một mục mới trên trang chung."""

    entry: Publication
    line: str
    href: str


def newest(ward_id: int, khu_pho_id: int | None = None, *, named: bool, limit: int = 6) -> list[New]:
    """Mới công khai, but for the votes, which have lists of their own; ``named`` says the khu phố too."""
    found = queries.newest(ward_id, Filters(khu_pho_id=khu_pho_id, but_kind="vote"), limit=limit)
    return [New(one, _line(one, named=named), one.get_absolute_url()) for one in found]


def _line(entry: Publication, *, named: bool) -> str:
    kind = str(KINDS.get(entry.kind, ""))
    place = entry.khu_pho.name if named and entry.khu_pho else ""
    return " · ".join(part for part in (place, kind) if part)


def years(ward_id: int) -> list[int]:
    """Years of which something is kept, the newest first. Two queries."""
    days = queries.days_kept(ward_id)
    return list(range(days[1].year, days[0].year - 1, -1)) if days else []


def by_month(entries: Iterable[Row]) -> list[tuple[date, list[Row]]]:
    """Rows under the first day of their month, in the order they come."""
    months: dict[date, list[Row]] = {}
    for row in entries:
        months.setdefault(row.entry.day.replace(day=1), []).append(row)
    return list(months.items())
