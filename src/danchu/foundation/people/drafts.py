"""Tệp đang xem thử: an uploaded list between its preview and its being saved; sealed, and gone after two hours.

Only files that can be read come here. The bytes lie encrypted beside the database, outside its backups.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from danchu.foundation.keys import key
from danchu.foundation.people.rollbook import RollFileError

KEPT = timedelta(hours=2)
_NONCE = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """Tệp đang xem thử: who uploaded it, where it is to go, when; ``khu_pho_id`` None is the whole ward."""

    token: str
    ward_id: int
    staff_id: int | None
    khu_pho_id: int | None
    filename: str
    at: datetime
    data: bytes


def _folder() -> Path:
    return Path(settings.DANCHU_DATA) / "drafts"


def keep(
    data: bytes, *, ward_id: int, staff_id: int | None, khu_pho_id: int | None, filename: str, at: datetime
) -> Draft:
    """Seal the file under a random name."""
    sweep(at)
    draft = Draft(secrets.token_urlsafe(18), ward_id, staff_id, khu_pho_id, filename[:200], at, data)
    about = {
        "ward": ward_id,
        "staff": staff_id,
        "khu_pho": khu_pho_id,
        "filename": draft.filename,
        "at": at.isoformat(),
    }
    head = json.dumps(about).encode()
    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(key("field")).encrypt(nonce, len(head).to_bytes(4, "big") + head + data, draft.token.encode())
    _folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(_folder() / draft.token, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(nonce + sealed)
    return draft


def find(token: str, *, ward_id: int, staff_id: int | None, khu_pho_id: int | None, at: datetime) -> Draft:
    """The draft of that name, for the person and the place it belongs to. Raises ``RollFileError`` ``roll.expired``."""
    try:
        raw = (_folder() / Path(token).name).read_bytes()
        clear = AESGCM(key("field")).decrypt(raw[:_NONCE], raw[_NONCE:], token.encode())
    except (OSError, InvalidTag, ValueError) as error:
        raise RollFileError("roll.expired") from error
    size = int.from_bytes(clear[:4], "big")
    about = json.loads(clear[4 : 4 + size])
    kept_at = datetime.fromisoformat(about["at"])
    owner = (about["ward"], about["staff"], about["khu_pho"])
    if owner != (ward_id, staff_id, khu_pho_id) or at - kept_at > KEPT:
        raise RollFileError("roll.expired")
    return Draft(token, ward_id, staff_id, khu_pho_id, about["filename"], kept_at, clear[4 + size :])


def forget(token: str) -> None:
    """The file was saved or given up."""
    (_folder() / Path(token).name).unlink(missing_ok=True)


def sweep(at: datetime) -> int:
    """Throw away what is older than two hours; how many."""
    old = (at - KEPT).timestamp()
    gone = 0
    for path in _folder().glob("*"):
        with suppress(FileNotFoundError):  # another process sweeps too
            if path.stat().st_mtime < old:
                path.unlink()
                gone += 1
    return gone
