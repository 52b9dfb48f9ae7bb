"""Chuỗi băm: how a row's hash is made; the same bytes for writing and for checking."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

START = "0" * 64


def canonical(value: Any) -> bytes:
    """JSON with sorted keys and no spaces, UTF-8: one value, one sequence of bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def stamp(moment: datetime) -> str:
    """A moment to the microsecond, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def entry_hash(row: Mapping[str, Any]) -> str:
    """SHA-256 over the row's fields, the previous hash among them."""
    return hashlib.sha256(canonical(dict(row))).hexdigest()


def detail_hash(salt: str, content: Mapping[str, Any]) -> str:
    """Salted, so that a purged name cannot be guessed from the chain."""
    return hashlib.sha256(salt.encode() + canonical(dict(content))).hexdigest()
