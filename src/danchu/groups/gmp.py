"""gmpy2: the same powers by the GNU multiple precision library, where it is installed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from danchu.groups.modular import Modular, rows


class Gmp(Modular):
    """Phép tính bằng gmpy2. Raises ``ImportError`` where there is none."""

    name = "gmpy2"
    window = 8

    def __init__(self, modulus: int) -> None:
        super().__init__(modulus)
        self._gmpy2 = import_module("gmpy2")

    def power(self, base: int, exponent: int) -> int:
        """``base`` to the exponent."""
        return int(self._gmpy2.powmod(base, exponent, self.modulus))

    def table(self, base: int, bits: int) -> Callable[[int], int]:
        """The plain table over gmpy2's integers."""
        return rows(self._gmpy2.mpz(base), self._gmpy2.mpz(self.modulus), bits, self.window)
