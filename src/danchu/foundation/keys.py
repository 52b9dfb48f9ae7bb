"""Khóa của máy chủ: random keys in files outside the database and its backups, readable by the service alone."""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path

BYTES = 32


def read_or_make(folder: Path, name: str) -> bytes:
    """The key of that name, made at first use; two processes starting together agree on one."""
    path = folder / f"{name}.key"
    try:
        return bytes.fromhex(path.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        pass
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = folder / f".{name}.{os.getpid()}.{secrets.token_hex(4)}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # fails if another process was first: then its key counts
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return bytes.fromhex(path.read_text(encoding="ascii").strip())


@lru_cache
def key(name: str) -> bytes:
    """The key of that name in the configured folder: ``card`` (codes), ``field`` (phones), ``receipt``."""
    from django.conf import settings  # noqa: PLC0415 - settings itself reads a key from this module

    return read_or_make(settings.DANCHU_KEYS, name)
