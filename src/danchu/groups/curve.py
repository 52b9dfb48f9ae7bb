"""Ed25519: the points of prime order of edwards25519, written as 64 hexadecimal digits, highest first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from danchu.groups import edwards
from danchu.groups.base import Fixed, Group, NotAnElement

ED25519 = "Ed25519"
BASE = int("6666666666666666666666666666666666666666666666666666666666666658", 16)
_TEXT = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Points(Protocol):
    """Phép tính trên đường cong: what computes with encoded points; scalars are already below the order."""

    name: str

    def is_member(self, element: int) -> bool:
        """Canonical, on the curve, of prime order."""

    def add(self, one: int, other: int) -> int:
        """The sum of two points."""

    def subtract(self, one: int, other: int) -> int:
        """The first point less the second."""

    def times(self, element: int, scalar: int) -> int:
        """The point ``scalar`` times."""

    def base_times(self, scalar: int) -> int:
        """The standard base point ``scalar`` times."""


class PlainPoints:
    """Phép tính của Python: always there, and the measure of libsodium."""

    name = "plain"

    def is_member(self, element: int) -> bool:
        """Canonical, on the curve, of prime order."""
        point = edwards.decode(element)
        return point is not None and edwards.of_prime_order(point)

    def add(self, one: int, other: int) -> int:
        """The sum of two points."""
        return edwards.encode(edwards.add(_point(one), _point(other)))

    def subtract(self, one: int, other: int) -> int:
        """The first point less the second."""
        point = _point(other)
        return edwards.encode(edwards.add(_point(one), point._replace(x=-point.x, t=-point.t)))

    def times(self, element: int, scalar: int) -> int:
        """The point ``scalar`` times."""
        return edwards.encode(edwards.times(_point(element), scalar))

    def base_times(self, scalar: int) -> int:
        """The standard base point ``scalar`` times."""
        return self.times(BASE, scalar)


def _point(element: int) -> edwards.Point:
    point = edwards.decode(element)
    if point is None:
        raise NotAnElement
    return point


class _FixedPoint(Fixed):
    def __init__(self, element: int, group: PointGroup) -> None:
        super().__init__(element)
        self._group = group

    def power(self, exponent: int) -> int:
        return self._group.power(self.element, exponent)


class _BasePoint(_FixedPoint):
    def power(self, exponent: int) -> int:
        return self._group.points.base_times(exponent % self._group.order)


class PointGroup(Group):
    """Nhóm điểm bậc nguyên tố: the points added, in the multiplicative writing of ``Group``."""

    name = ED25519
    order = edwards.ORDER
    identity = 1

    def __init__(self, points: Points) -> None:
        self.points = points
        self.arithmetic = points.name
        self.g = _BasePoint(BASE, self)

    def element(self, text: str) -> int:
        """Read a member written as 64 lower-case hexadecimal digits."""
        if not _TEXT.fullmatch(text) or not self.points.is_member(value := int(text, 16)):
            raise NotAnElement
        return value

    def reread(self, text: str) -> int:
        """Hexadecimal, believed."""
        return int(text, 16)

    def text(self, element: int) -> str:
        """64 lower-case hexadecimal digits."""
        return f"{element:064x}"

    def power(self, element: int, exponent: int) -> int:
        """The point ``exponent`` times."""
        return self.points.times(element, exponent % self.order)

    def product(self, elements: Iterable[int]) -> int:
        """The sum of the points."""
        product = self.identity
        for element in elements:
            product = self.points.add(product, element)
        return product

    def quotient(self, above: int, below: int) -> int:
        """The difference of two points."""
        return self.points.subtract(above, below)

    def fixed(self, element: int) -> Fixed:
        """No table: libsodium is as fast without one, and the plain curve is for machines that have nothing else."""
        return _FixedPoint(element, self)
