"""Tờ chìa dự phòng: the key of record of a team member, 28 digits on paper, from which the phone's keys come."""

from __future__ import annotations

from dataclasses import dataclass

from danchu.crypto.credentials import typed
from danchu.crypto.errors import BadKey
from danchu.crypto.protocol import exponent, random_digits, slow
from danchu.groups import Group

RANDOM = 26  # digits that are drawn: 86 bits
DIGITS = RANDOM + 2


def new_sheet() -> str:
    """Drawn digits and two that tell a mistyped sheet from a wrong one."""
    drawn = random_digits(RANDOM)
    return drawn + _check(drawn)


def read_sheet(text: str) -> str:
    """The digits of a sheet that was scanned or typed back. Raises ``BadKey`` for any slip of one digit or two."""
    digits = typed(text, DIGITS)
    if _check(digits[:RANDOM]) != digits[RANDOM:]:
        raise BadKey
    return digits


def _check(drawn: str) -> str:
    """ISO 7064, MOD 97-10: finds every wrong digit and every two that changed places."""
    return f"{98 - int(drawn) * 100 % 97:02d}"


@dataclass(frozen=True)
class MemberKeys:
    """Chìa của một thành viên: all from the sheet, so that a lost or wiped phone loses nothing."""

    signing: int
    reading: int
    polynomial: tuple[int, ...]


def member_keys(sheet: str, uuid: str, needed: int, group: Group) -> MemberKeys:
    """The member's keys in the ceremony of this vote; ``needed`` coefficients for as many members that must open."""
    secret = slow(read_sheet(sheet), f"danchu-team|{uuid}")

    def derived(purpose: str) -> int:
        return exponent(secret, f"danchu-team|{group.name}|{purpose}", group)

    return MemberKeys(
        derived("signing"), derived("reading"), tuple(derived(f"polynomial|{power}") for power in range(needed))
    )
