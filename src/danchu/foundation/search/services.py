"""Đưa vào, lấy ra khỏi tra cứu: called by the services of rooms inside their own transaction."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.urls import get_script_prefix

from danchu.foundation.files.models import Reading, StoredFile
from danchu.foundation.search import index
from danchu.foundation.search.lexemes import MOST_TEXT, lexemes_of, month_tag, tag
from danchu.foundation.search.models import Publication, PublicationFile
from danchu.foundation.text import nfc

LONGEST_TITLE = 300
LONGEST_SUMMARY = 600


@transaction.atomic
def put(
    *,
    ward_id: int,
    khu_pho_id: int | None,
    key: str,
    kind: str,
    item: str = "",
    title: str,
    summary: str = "",
    text: str = "",
    url: str,
    day: date,
    files: Iterable[StoredFile] = (),
    at: datetime,
) -> Publication:
    """Đưa một mục vào tra cứu, or put it again after a correction: from now on everybody finds it.

    ``key`` is the room's name for it ("vote:12"); ``kind`` and ``item`` are what lists are filtered by; ``summary`` is
    shown, ``text`` only searched; ``url`` is its page, which stays. Files join once they have been read.
    """
    entry, _ = Publication.objects.select_for_update().update_or_create(
        ward_id=ward_id,
        key=key,
        defaults={
            "khu_pho_id": khu_pho_id,
            "kind": kind,
            "item": item,
            "title": nfc(title)[:LONGEST_TITLE],
            "summary": nfc(summary)[:LONGEST_SUMMARY],
            "text": nfc(text)[:MOST_TEXT],
            "url": "/" + url.removeprefix(get_script_prefix()).lstrip("/"),
            "day": day,
            "put_at": at,
        },
    )
    entry.attached.all().delete()
    PublicationFile.objects.bulk_create(
        PublicationFile(ward_id=ward_id, publication=entry, file=file, order=order) for order, file in enumerate(files)
    )
    _write(entry)
    return entry


@transaction.atomic
def remove(*, ward_id: int, key: str) -> None:
    """Lấy một mục ra: nobody finds it any more; its page stays the room's affair. Nothing there: nothing to do."""
    entry = Publication.objects.select_for_update().filter(ward_id=ward_id, key=key).first()
    if entry is not None:
        _forget(entry)
        entry.delete()


@transaction.atomic
def take_in_texts(publication_id: int) -> None:
    """Nhận chữ của các tệp đã đọc; safe to run twice."""
    entry = Publication.objects.select_for_update().filter(pk=publication_id, waits_for_text=True).first()
    if entry is not None:
        _write(entry)


def _write(entry: Publication) -> None:
    """Make the index hold what the entry says now."""
    _forget(entry)
    hashes = list(entry.attached.order_by("order").values_list("file__sha256", flat=True))
    readings = Reading.objects.filter(ward_id=entry.ward_id, sha256__in=hashes)
    texts = {one.sha256: one.text for one in readings if one.is_done}
    tags = {
        tag("w", entry.ward_id),
        tag("k", entry.khu_pho_id or 0),
        tag("d", entry.kind),
        month_tag(entry.day),
        *([tag("i", entry.item)] if entry.item else []),
    }
    text = "\n".join([entry.summary, entry.text, *(texts.get(one, "") for one in hashes)])
    lexemes = lexemes_of(entry.title, text, tags)
    entry.place = index.place_of(entry.day, entry.pk)
    entry.lexemes = zlib.compress(" ".join(sorted(lexemes)).encode())
    entry.waits_for_text = not set(hashes) <= texts.keys()
    index.add(entry.place, lexemes)
    entry.save(update_fields=["place", "lexemes", "waits_for_text"])


def _forget(entry: Publication) -> None:
    if entry.place is not None:
        index.drop(entry.place, zlib.decompress(entry.lexemes).decode().split(" "))
        entry.place = None
