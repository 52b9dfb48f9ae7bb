"""Mã và đường dẫn bí mật: made from the system's randomness, stored only as HMAC under a key outside the database."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from danchu.foundation.keys import key

CODE_DIGITS = 8


@dataclass(frozen=True, slots=True)
class CardSecrets:
    """Bí mật của một thẻ, shown once for printing: ``token`` goes into the QR, ``code`` is typed by hand."""

    token: str
    code: str


def new_card() -> CardSecrets:
    """128 random bits for the QR, eight random digits to type."""
    return CardSecrets(secrets.token_urlsafe(16), f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}")


def _keyed(purpose: str, *parts: str) -> str:
    message = "\x1f".join((purpose, *parts)).encode()
    return hmac.new(key("card"), message, hashlib.sha256).hexdigest()


def token_hash(token: str) -> str:
    """Keyed hash of the QR's bits."""
    return _keyed("token", token)


def code_hash(household_id: int, code: str) -> str:
    """Keyed hash of the digits, bound to the household: equal digits on two cards hash differently."""
    return _keyed("code", str(household_id), code)


def link_hash(token: str) -> str:
    """Keyed hash of a one-time link."""
    return _keyed("link", token)


def outsider_key(name: str, address: str) -> str:
    """Keyed hash by which an outsider's second household is noticed without an index of names."""
    return _keyed("outsider", " ".join(name.lower().split()), " ".join(address.lower().split()))


def digits(typed: str) -> str:
    """The digits of what was typed: spaces, dots and dashes do not matter."""
    return re.sub(r"[\s.\-]", "", typed)


def equal(one: str, other: str) -> bool:
    """Compare two hashes in constant time."""
    return hmac.compare_digest(one.encode(), other.encode())
