"""Hàng dữ liệu: plain values in the order of the dictionary, made from the rooms' queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse

from danchu.foundation.files.kinds import KINDS
from danchu.foundation.people.queries import KhuPhoRow
from danchu.foundation.search import queries as search
from danchu.foundation.search.models import Publication
from danchu.law.answers import Outcome
from danchu.law.states import Phase, RoundKind
from danchu.rooms.voting import queries as voting

Absolute = Callable[[str], str]
Row = dict[str, Any]
_ANNOUNCED = frozenset({Phase.ANNOUNCED, Phase.SENT})
_AT_A_TIME = 200


def publication(entry: Publication, absolute: Absolute) -> Row:
    """Một nội dung đã công khai."""
    return {
        "id": entry.key,
        "kind": entry.kind,
        "item": entry.item or None,
        "title": entry.title,
        "summary": entry.summary,
        "place": entry.khu_pho.slug if entry.khu_pho else None,
        "day": entry.day.isoformat(),
        "updated": _moment(entry.put_at),
        "url": absolute(entry.get_absolute_url()),
        "files": [
            {
                "name": one.file.name,
                "type": KINDS[one.file.kind].content_type,
                "size": one.file.size,
                "sha256": one.file.sha256,
                "url": absolute(one.file.public_url),
            }
            for one in entry.attached.all()
            if one.file.published_at is not None
        ],
    }


def vote(row: voting.Vote, at: datetime, absolute: Absolute) -> Row:
    """Một cuộc biểu quyết: its figures only once they were announced."""
    phase = voting.phase_of(row, at)
    content = voting.rounds_of(row).get(RoundKind.CONTENT)
    outcome = voting.content_outcome(row, content) if content is not None and phase in _ANNOUNCED else None
    told = outcome if isinstance(outcome, Outcome) else None
    announced = content if phase in _ANNOUNCED else None
    shown = content if row.notice_at else None
    return {
        "id": row.slug,
        "title": row.title,
        "question": row.question,
        "place": row.khu_pho.slug if row.khu_pho else None,
        "state": str(phase),
        "opens": _moment(shown.opens_at) if shown else None,
        "closes": _moment(shown.closes_at) if shown else None,
        "households": shown.households if shown else None,
        "took_part": sum(one or 0 for one in (announced.yes, announced.no, announced.other)) if announced else None,
        "yes": announced.yes if announced else None,
        "no": announced.no if announced else None,
        "other": announced.other if announced else None,
        "needed": told.needed if told else None,
        "passed": told.passed if told else None,
        "sentence": told.sentence["vi"] if told else None,
        "announced": _moment(row.announced_at),
        "url": absolute(reverse("voting:public", kwargs={"slug": row.slug})),
    }


def place(row: KhuPhoRow, absolute: Absolute) -> Row:
    """Một khu phố."""
    return {
        "id": row.khu_pho.slug,
        "name": row.khu_pho.name,
        "households": row.households,
        "culture_house": row.khu_pho.culture_house,
        "url": absolute(reverse("khu-pho", kwargs={"slug": row.khu_pho.slug})),
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat(timespec="seconds") if value else None


def every_publication(ward_id: int, filters: search.Filters, absolute: Absolute) -> Iterator[Row]:
    """Tất cả nội dung, piece by piece, the newest first."""
    after = ""
    while True:
        found = search.find(ward_id, filters=filters, after=after, limit=_AT_A_TIME)
        yield from (publication(entry, absolute) for entry in found.entries)
        after = found.after
        if not after:
            return


def votes_page(khu_pho_id: int | None, after: int | None, limit: int) -> tuple[list[voting.Vote], int | None]:
    """Một trang các cuộc biểu quyết, the newest first, and where the next one begins."""
    found = voting.with_turnout(voting.public_votes(khu_pho_id)).select_related("khu_pho", "roll").order_by("-pk")
    if after is not None:
        found = found.filter(pk__lte=after)
    rows = list(found[: limit + 1])
    return rows[:limit], rows[limit].pk if len(rows) > limit else None


def every_vote(at: datetime, absolute: Absolute) -> Iterator[Row]:
    """Tất cả cuộc biểu quyết, piece by piece."""
    after: int | None = None
    while True:
        rows, after = votes_page(None, after, _AT_A_TIME)
        yield from (vote(row, at, absolute) for row in rows)
        if after is None:
            return
