"""Tệp kèm theo mục công khai: taken in after the check, read in the background, opened to everybody at publication."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.files import checks, labels, sandbox, services
from danchu.foundation.files.models import Reading, StoredFile
from danchu.foundation.places.settings import value
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention, WardSetting

LARGEST = "files.largest_mb"
AGAIN_AFTER = timedelta(minutes=5)
ORPHANS_KEPT = timedelta(days=1)
_MEGABYTE = 1024 * 1024
_HASH = 64


@transaction.atomic
def store_attachment(
    actor: Actor, upload: UploadedFile, *, khu_pho_id: int | None, opened_by: Act, subject: str, at: datetime
) -> StoredFile:
    """Nhận tệp để công khai; the caller journals the act it belongs to, and nobody else opens it yet.

    Refused: ``files.size``, and every reason of ``checks.check``; then nothing of it is kept.
    """
    most = value(actor.ward_id, LARGEST, clock.day(at))
    if not upload.size or upload.size > most * _MEGABYTE:
        raise Refused(Refusal("files.too_large", WardSetting(LARGEST), {"megabytes": most}))
    content = upload.read()
    name = Path(upload.name or "tep").name[-200:]
    kind = checks.check(content, name)
    digest = services.keep(actor.ward_id, content)
    stored = StoredFile.objects.create(
        ward_id=actor.ward_id,
        khu_pho_id=khu_pho_id,
        sha256=digest,
        name=name,
        kind=kind,
        size=len(content),
        opened_by=str(opened_by),
        subject=subject,
        stored_at=at,
    )
    read_later(stored, at=at)
    return stored


def read_later(stored: StoredFile, *, at: datetime) -> None:
    """Đọc một tệp đã nhận cách khác, so that its words are found too; asking twice is asking once."""
    reading, made = Reading.objects.get_or_create(
        ward_id=stored.ward_id, sha256=stored.sha256, defaults={"asked_at": at}
    )
    if made or reading.state == Reading.State.FAILED:
        _ask(stored.pk)


def _ask(file_id: int) -> None:
    from danchu.foundation.files.jobs import read_attachment  # noqa: PLC0415 - the job calls back into this module

    transaction.on_commit(lambda: read_attachment.enqueue(file_id))


def read_attachment(file_id: int, *, at: datetime) -> Reading | None:
    """Đọc một tệp trong tiến trình riêng; safe to run twice, and outside any transaction while it reads."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None:
        return None
    reading = Reading.objects.filter(ward_id=stored.ward_id, sha256=stored.sha256).first()
    if reading is None or reading.state in {Reading.State.READ, Reading.State.SCAN}:
        return reading
    try:
        answer = sandbox.read(stored.kind, services.path_of(stored.ward_id, stored.sha256))
    except sandbox.Unreadable:
        answer = {"text": "", "pages": 0, "findings": []}
        reading.state = Reading.State.FAILED
    else:
        reading.state = Reading.State.READ if _has_words(answer["text"]) else Reading.State.SCAN
    reading.text, reading.pages, reading.findings = answer["text"], answer["pages"], answer["findings"]
    reading.read_at = at
    reading.save()
    return reading


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def readings(files: Iterable[StoredFile]) -> dict[int, Reading]:
    """What was read of each of these files, by the file's id."""
    files = list(files)
    found = {
        (one.ward_id, one.sha256): one
        for one in Reading.objects.filter(sha256__in={file.sha256 for file in files}).defer("text")
    }
    return {file.pk: found[file.ward_id, file.sha256] for file in files if (file.ward_id, file.sha256) in found}


def any_scan(files: Iterable[StoredFile]) -> bool:
    """Whether one of them has no words: a picture of a paper, read as such."""
    return any(one.state == Reading.State.SCAN for one in readings(files).values())


@transaction.atomic
def publish(files: Collection[StoredFile], *, seen: bool, at: datetime) -> None:
    """Mở tệp cho mọi người; ``seen``: the officer was shown what is hidden in them and keeps to it.

    Refused: ``files.unread`` while one waits to be read, ``files.hidden`` when something is hidden and not ``seen``,
    ``files.active`` for what runs by itself, whatever the officer says.
    """
    found = readings(files)
    for file in files:
        reading = found.get(file.pk)
        if reading is None or not reading.is_done:
            raise Refused(Refusal("files.unread", Convention("files"), {"name": file.name}))
        if any(one["code"] == "active" for one in reading.findings):
            raise Refused(Refusal("files.active", Convention("files")))
        if not seen and (reading.findings or reading.state == Reading.State.FAILED):
            told = {f"what_{lang}": labels.told(reading, lang) for lang in ("vi", "en")}
            raise Refused(Refusal("files.hidden", Convention("files"), {"name": file.name, **told}))
    StoredFile.objects.filter(pk__in=[file.pk for file in files], published_at=None).update(published_at=at)


def withdraw(files: Collection[StoredFile]) -> None:
    """Thôi công khai tệp: its address answers with "no longer here"; the bytes stay in the ward's file."""
    StoredFile.objects.filter(pk__in=[file.pk for file in files]).update(published_at=None)


def unread(at: datetime) -> Iterable[int]:
    """Tệp chờ đọc quá lâu: one file of each content, read by the minute tick, which asks for its reading again."""
    waiting = Reading.objects.filter(state=Reading.State.WAITING, asked_at__lte=at - AGAIN_AFTER).order_by("asked_at")
    for reading in waiting.defer("text")[:50]:
        first = StoredFile.objects.filter(ward_id=reading.ward_id, sha256=reading.sha256).order_by("pk").first()
        if first is not None:
            yield first.pk


def sweep(at: datetime) -> int:
    """Dọn tệp mồ côi: bytes whose act was refused after they were written, once they are a day old; how many."""
    folder = Path(settings.DANCHU_FILES)
    gone = 0
    for path in folder.glob("*/??/*"):
        ward_id, digest = path.parts[-3], path.name.partition(".")[0]
        if not ward_id.isdecimal() or len(digest) != _HASH or path.stat().st_mtime > (at - ORPHANS_KEPT).timestamp():
            continue
        if path.name != digest or not StoredFile.objects.filter(ward_id=ward_id, sha256=digest).exists():
            path.unlink(missing_ok=True)
            gone += 1
    return gone
