"""Nhận và mở tệp: a scanned paper or a photo, checked by its content, stored once by its hash."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from danchu.foundation.access.actor import Actor
from danchu.foundation.files.kinds import KINDS
from danchu.foundation.files.models import StoredFile
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention

LARGEST = 10 * 1024 * 1024
_SIGNS = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
CONTENT_TYPES = {one.name: one.content_type for one in KINDS.values()}


def kind_of(head: bytes) -> str | None:
    """The kind of file by its first bytes, whatever its name says."""
    return next((kind for sign, kind in _SIGNS.items() if head.startswith(sign)), None)


def store(
    actor: Actor, upload: UploadedFile, *, khu_pho_id: int | None, opened_by: Act, subject: str, at: datetime
) -> StoredFile:
    """Keep an uploaded paper; the caller journals the act it belongs to. Refused: ``files.kind``, ``files.size``."""
    if not upload.size or upload.size > LARGEST:
        raise Refused(Refusal("files.size", Convention("files"), {"megabytes": LARGEST // 1024**2}))
    content = upload.read()
    kind = kind_of(content[:16])
    if kind is None:
        raise Refused(Refusal("files.kind", Convention("files")))
    digest = keep(actor.ward_id, content)
    return StoredFile.objects.create(
        ward_id=actor.ward_id,
        khu_pho_id=khu_pho_id,
        sha256=digest,
        name=Path(upload.name or "tep").name[:200],
        kind=kind,
        size=len(content),
        opened_by=str(opened_by),
        subject=subject,
        stored_at=at,
    )


def keep(ward_id: int, content: bytes) -> str:
    """Put the bytes where their hash says, once; their hash."""
    digest = hashlib.sha256(content).hexdigest()
    path = path_of(ward_id, digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    return digest


def erase(stored: StoredFile) -> None:
    """Xóa nội dung của một tệp, unless another paper has the same bytes; the row and its hash stay."""
    same = StoredFile.objects.filter(ward_id=stored.ward_id, sha256=stored.sha256).exclude(pk=stored.pk)
    if not same.exists():
        path_of(stored.ward_id, stored.sha256).unlink(missing_ok=True)


def path_of(ward_id: int, digest: str) -> Path:
    """Where the bytes lie."""
    return Path(settings.DANCHU_FILES) / str(ward_id) / digest[:2] / digest
