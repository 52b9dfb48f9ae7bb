"""edwards25519: the points of −x² + y² = 1 + d·x²·y² modulo 2^255 − 19 (RFC 8032), by Python alone."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
SIGN = 1 << 255


class Point(NamedTuple):
    """Điểm: a point in extended coordinates, x = X/Z, y = Y/Z, T = XY/Z."""

    x: int
    y: int
    z: int
    t: int


IDENTITY = Point(0, 1, 1, 0)


def add(one: Point, other: Point) -> Point:
    """The sum; the formula holds for every pair of points."""
    a = (one.y - one.x) * (other.y - other.x) % P
    b = (one.y + one.x) * (other.y + other.x) % P
    c = 2 * D * one.t * other.t % P
    d = 2 * one.z * other.z % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return Point(e * f % P, g * h % P, f * g % P, e * h % P)


def double(point: Point) -> Point:
    """The point added to itself, a little faster."""
    a, b = point.x * point.x % P, point.y * point.y % P
    h = a + b
    e = h - (point.x + point.y) ** 2 % P
    g = a - b
    f = 2 * point.z * point.z + g
    return Point(e * f % P, g * h % P, f * g % P, e * h % P)


def times(point: Point, scalar: int) -> Point:
    """The point added ``scalar`` times; four bits of the scalar a step."""
    multiples = [IDENTITY, point]
    for _ in range(14):
        multiples.append(add(multiples[-1], point))
    sum_ = IDENTITY
    for shift in range((scalar.bit_length() + 3) // 4 * 4 - 4, -4, -4):
        sum_ = add(double(double(double(double(sum_)))), multiples[scalar >> shift & 15])
    return sum_


def encode(point: Point) -> int:
    """The 32 bytes of RFC 8032 as a little-endian number."""
    inverse = pow(point.z, -1, P)
    return point.y * inverse % P | (SIGN if point.x * inverse % P & 1 else 0)


@lru_cache(maxsize=4096)
def decode(number: int) -> Point | None:
    """The point a number below 2^256 encodes, or None: not canonical, or not on the curve."""
    y, odd = number & ~SIGN, number >= SIGN
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if (v * x * x - u) % P:
        x = x * ROOT_OF_MINUS_ONE % P
        if (v * x * x - u) % P:
            return None
    if not x and odd:
        return None
    if x & 1 != odd:
        x = P - x
    return Point(x, y, 1, x * y % P)


def of_prime_order(point: Point) -> bool:
    """Whether the point lies in the subgroup of prime order; the identity does."""
    far = times(point, ORDER)
    return far.x == 0 and far.y == far.z
