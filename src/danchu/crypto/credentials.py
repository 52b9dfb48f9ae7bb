"""Mã biểu quyết: what a household's card becomes in one vote.

The card carries a household secret of 20 digits that lasts. For each vote the secret and the vote's identifier give a
private credential by a slow function; its public half stands on the list. One list cannot be linked to another.
"""

from __future__ import annotations

from collections.abc import Iterable

from danchu.crypto.errors import BadKey
from danchu.crypto.protocol import compact, exponent, random_digits, slow
from danchu.groups import Group

DIGITS = 20


def new_household_secret() -> str:
    """Bí mật của hộ: 20 digits, 66 bits."""
    return random_digits(DIGITS)


def grouped(digits: str) -> str:
    """Digits as they are printed: in groups of four."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def typed(text: str, count: int) -> str:
    """Digits as they were typed or scanned, spaces and dashes ignored. Raises ``BadKey`` unless there are ``count``."""
    digits = "".join(letter for letter in text if letter not in " -\u00a0\u2013")
    if len(digits) != count or not (digits.isascii() and digits.isdigit()):
        raise BadKey
    return digits


def private_credential(household_secret: str, uuid: str, group: Group) -> int:
    """The exponent that signs a household's ballot in this vote. Takes about a tenth of a second, on purpose."""
    digits = typed(household_secret, DIGITS)
    return exponent(slow(digits, f"danchu-credential|{uuid}"), f"danchu-credential|{group.name}", group)


def public_credential(private: int, group: Group) -> str:
    """The public half, as it stands on the list."""
    return group.text(group.g.power(private))


def credentials_text(public: Iterable[str]) -> str:
    """The published list, sorted, so that it says nothing about the order of households. Raises ``BadKey``."""
    entries = sorted(public)
    if len(set(entries)) != len(entries):
        raise BadKey
    return compact(entries)
