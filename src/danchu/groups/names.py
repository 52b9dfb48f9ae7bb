"""Chọn nhóm: find a group by the name in the election's file, with the fastest arithmetic that agrees with Python's."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from danchu.groups.base import Group
from danchu.groups.curve import ED25519, PlainPoints, PointGroup
from danchu.groups.field import BELENIOS_2048, G, NumberGroup, P, Q
from danchu.groups.gmp import Gmp
from danchu.groups.modular import Modular, Plain
from danchu.groups.openssl import OpenSsl
from danchu.groups.sodium import Sodium


class UnknownGroup(LookupError):
    """Không biết nhóm này: the name is not of a group known here, or not with that arithmetic."""


def _numbers(modular: Callable[[int], Modular]) -> Callable[[], Group]:
    return lambda: NumberGroup(BELENIOS_2048, modular(P), Q, G)


# Plain first: it is the measure. The others from the fastest to the slowest, as measured.
_MAKERS: dict[str, dict[str, Callable[[], Group]]] = {
    BELENIOS_2048: {"plain": _numbers(Plain), "libcrypto": _numbers(OpenSsl), "gmpy2": _numbers(Gmp)},
    ED25519: {"plain": lambda: PointGroup(PlainPoints()), "libsodium": lambda: PointGroup(Sodium())},
}
NAMES = tuple(_MAKERS)


@cache
def group_named(name: str, arithmetic: str = "") -> Group:
    """The group of that name, made once a process. Raises ``UnknownGroup``.

    Without ``arithmetic`` the fastest that is present and agrees with the plain one is taken.
    """
    makers = _MAKERS.get(name, {})
    found = _made(makers.get(arithmetic)) if arithmetic else _fastest(name)
    if found is None:
        raise UnknownGroup(name, arithmetic)
    return found


def arithmetics(name: str) -> list[str]:
    """The arithmetics present on this machine for a group, the plain one first."""
    return [arithmetic for arithmetic, make in _MAKERS[name].items() if _made(make)]


def _made(make: Callable[[], Group] | None) -> Group | None:
    try:
        return make() if make else None
    except (ImportError, OSError):
        return None


def _fastest(name: str) -> Group | None:
    makers = dict(_MAKERS.get(name, {}))
    plain = _made(makers.pop("plain", None))
    faster = (_made(make) for make in makers.values())
    return next((group for group in faster if group and plain and agrees(group, plain)), plain)


def agrees(group: Group, plain: Group) -> bool:
    """Whether two arithmetics of one group give the same answers on the edges and on numbers drawn afresh."""
    draw = random.SystemRandom()
    exponents = [0, 1, group.order - 1, draw.randrange(group.order)]
    one, other = (plain.g.power(draw.randrange(1, group.order)) for _ in range(2))
    table = group.fixed(one)
    return (
        all(group.g.power(exponent) == plain.g.power(exponent) for exponent in exponents)
        and all(
            group.power(one, exponent) == plain.power(one, exponent) == table.power(exponent) for exponent in exponents
        )
        and group.product((one, other)) == plain.product((one, other))
        and group.quotient(one, other) == plain.quotient(one, other)
        and group.element(plain.text(one)) == one
    )
