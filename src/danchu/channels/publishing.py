"""Bản nghe và hình của một thông báo: asked for when it is published, made by the worker, found by its subject."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django_scopes import scope, scopes_disabled

from danchu.channels import voice
from danchu.channels.announcement import Announcement
from danchu.channels.models import Rendition
from danchu.channels.printed import picture
from danchu.channels.script import Script, cut, script
from danchu.channels.spoken import DIALECTS
from danchu.foundation.files import services as files

TRIES = 3


@dataclass(frozen=True, slots=True)
class Published:
    """Bản nghe và hình đã có: addresses on this site, empty while there is none; the length in seconds."""

    audio: str = ""
    seconds: int = 0
    picture: str = ""


def publish(
    announcement: Announcement, *, ward_id: int, subject: str, at: datetime, spoken: Script | None = None
) -> None:
    """Xin bản nghe và hình của một thông báo, at its publication and again whenever its words change.

    ``subject`` is the room's name for it ("disclosure:12"). ``spoken`` replaces the script made from the announcement
    where the room has words of its own. Part of the caller's transaction; safe to call twice; nothing waits for it.
    """
    said = spoken or script(announcement, DIALECTS[settings.DANCHU_SPEECH])
    shown = asdict(announcement) | {"day": announcement.day.isoformat(), "body": "", "url": "", "source": ""}
    shown["until"] = announcement.until.isoformat() if announcement.until else None
    with transaction.atomic():
        wanted = [
            _want(ward_id, subject, Rendition.Kind.AUDIO, {"text": said.text}, at),
            _want(ward_id, subject, Rendition.Kind.PICTURE, shown, at),
        ]
        transaction.on_commit(lambda: _enqueue(wanted))


def withdraw(*, ward_id: int, subject: str) -> None:
    """Gỡ bản nghe và hình: what was taken down is neither heard nor seen any more."""
    Rendition.objects.filter(ward_id=ward_id, subject=subject).delete()


def published(*, ward_id: int, subject: str) -> Published:
    """Bản nghe và hình của một việc: what there is now. One query."""
    found = Published()
    rows = Rendition.objects.filter(ward_id=ward_id, subject=subject).order_by("asked_at", "pk")
    newest = {row.kind: row for row in rows}
    for row in newest.values():
        if row.state != Rendition.State.MADE:
            continue
        address = reverse(f"rendition-{row.kind}", kwargs={"digest": row.digest})
        if row.kind == Rendition.Kind.AUDIO:
            found = replace(found, audio=address, seconds=row.seconds)
        else:
            found = replace(found, picture=address)
    return found


def words_to_hear(text: str, rest: str = "") -> Script:
    """Lời đọc của chữ viết sẵn, in the dialect of this service."""
    return cut(text, DIALECTS[settings.DANCHU_SPEECH], rest=rest)


def made(*, ward_id: int, kind: str, digest: str) -> Rendition | None:
    """The newest made row at an address."""
    rows = Rendition.objects.filter(ward_id=ward_id, kind=kind, digest=digest, state=Rendition.State.MADE)
    return rows.order_by("-pk").first()


def waiting(at: datetime) -> Iterable[int]:
    """Rows the tick should have made: none of sound while there is no voice."""
    del at
    rows = Rendition.objects.filter(state=Rendition.State.WAITING)
    if voice.missing():
        rows = rows.exclude(kind=Rendition.Kind.AUDIO)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:50])


def make(rendition_id: int, *, at: datetime) -> None:
    """Làm một bản nghe hoặc hình; done twice it does the same. A withdrawn one is left alone."""
    with scopes_disabled():
        row = Rendition.objects.select_related("ward").filter(pk=rendition_id, state=Rendition.State.WAITING).first()
    if row is None:
        return
    with scope(ward=row.ward):
        rows = Rendition.objects.filter(pk=row.pk, state=Rendition.State.WAITING)
        try:
            data, seconds = _draw(row)
        except voice.NoVoice:
            return  # waits until the operator has installed one
        except voice.BadSound as problem:
            last = row.attempts + 1 >= TRIES
            state = Rendition.State.FAILED if last else Rendition.State.WAITING
            rows.update(state=state, attempts=F("attempts") + 1, why=str(problem.args[0]))
            return
        digest = files.keep(row.ward_id, data)
        rows.update(
            state=Rendition.State.MADE, sha256=digest, size=len(data), seconds=seconds, made_at=at, why="", attempts=0
        )


def _draw(row: Rendition) -> tuple[bytes, int]:
    if row.kind == Rendition.Kind.AUDIO:
        sound = voice.speak(row.words["text"])
        return sound.data, sound.seconds
    words = row.words
    until = datetime.fromisoformat(words["until"]) if words["until"] else None
    return picture(Announcement(**words | {"day": datetime.fromisoformat(words["day"]), "until": until})), 0


def _want(ward_id: int, subject: str, kind: str, words: dict[str, Any], at: datetime) -> int:
    source = json.dumps([kind, settings.DANCHU_SPEECH, words], ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(source.encode()).hexdigest()
    row, made_now = Rendition.objects.get_or_create(
        ward_id=ward_id, subject=subject, kind=kind, digest=digest, defaults={"words": words, "asked_at": at}
    )
    if not made_now and row.asked_at < at:  # words that came back count as the newest again
        Rendition.objects.filter(pk=row.pk).update(asked_at=at)
    return row.pk


def _enqueue(wanted: list[int]) -> None:
    from danchu.channels.jobs import make_rendition  # noqa: PLC0415 - jobs call this module

    for one in wanted:
        make_rendition.enqueue(one)
