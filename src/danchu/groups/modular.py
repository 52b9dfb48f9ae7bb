"""Số học đồng dư: powers and products modulo an odd number, by Python alone; and the shape the faster ones share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable


class Modular(ABC):
    """Phép tính theo một mô-đun: multiplication modulo ``modulus``; exponents are not negative."""

    name: str
    window = 6  # bits of the exponent that one row of a table answers

    def __init__(self, modulus: int) -> None:
        self.modulus = modulus

    @abstractmethod
    def power(self, base: int, exponent: int) -> int:
        """``base`` to the exponent."""

    @abstractmethod
    def table(self, base: int, bits: int) -> Callable[[int], int]:
        """A function from exponents below ``2**bits`` to powers of ``base``."""


class Plain(Modular):
    """Phép tính của Python: always there, and the measure of all others."""

    name = "plain"

    def power(self, base: int, exponent: int) -> int:
        """``base`` to the exponent."""
        return pow(base, exponent, self.modulus)

    def table(self, base: int, bits: int) -> Callable[[int], int]:
        """Rows of ``base^(digit · 2^(row·window))``: a power is then one product per row."""
        return rows(base, self.modulus, bits, self.window)


def rows(base: int, modulus: int, bits: int, window: int) -> Callable[[int], int]:
    """The fixed-base table, for whatever integers ``base`` and ``modulus`` are.

    ``base`` decides the arithmetic: with gmpy2's integers the same lines run at gmpy2's speed.
    """
    table = []
    step = base
    for _ in range(0, bits, window):
        row = [step]
        for _ in range((1 << window) - 2):
            row.append(row[-1] * step % modulus)
        table.append(row)
        step = row[-1] * step % modulus
    mask = (1 << window) - 1

    def power(exponent: int) -> int:
        product = base // base  # one, in the integers of the base
        for row in table:
            if digit := exponent & mask:
                product = product * row[digit - 1] % modulus
            exponent >>= window
        return int(product)

    return power
