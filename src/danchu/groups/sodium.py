"""libsodium: sums and multiples of points of edwards25519 through ctypes, where the library is installed.

It refuses the identity as a point and zero as a scalar, so both are answered here before it is asked.
"""

from __future__ import annotations

import ctypes
from typing import Any

from danchu.groups.edwards import IDENTITY, encode

NAMES = ("libsodium.so.23", "libsodium.so.26", "libsodium.so", "libsodium.dylib", "libsodium.dll")
_NONE = encode(IDENTITY)


def load() -> Any:
    """The library, started. Raises ``OSError`` where there is none."""
    for name in NAMES:
        try:
            library = ctypes.CDLL(name)
            library.sodium_init()
            library.crypto_scalarmult_ed25519_noclamp.restype = ctypes.c_int
        except (OSError, AttributeError):
            continue
        return library
    raise OSError("libsodium")


class Sodium:
    """Phép tính bằng libsodium: elements are the numbers of ``edwards.encode``."""

    name = "libsodium"

    def __init__(self) -> None:
        self._library = load()

    def is_member(self, element: int) -> bool:
        """Canonical, on the curve, of prime order."""
        return element == _NONE or bool(self._library.crypto_core_ed25519_is_valid_point(_bytes(element)))

    def add(self, one: int, other: int) -> int:
        """The sum of two points."""
        return self._called("crypto_core_ed25519_add", _bytes(one), _bytes(other))

    def subtract(self, one: int, other: int) -> int:
        """The first point less the second."""
        return self._called("crypto_core_ed25519_sub", _bytes(one), _bytes(other))

    def times(self, element: int, scalar: int) -> int:
        """The point ``scalar`` times, 0 ≤ scalar < order."""
        if not scalar or element == _NONE:
            return _NONE
        return self._called("crypto_scalarmult_ed25519_noclamp", _bytes(scalar), _bytes(element))

    def base_times(self, scalar: int) -> int:
        """The standard base point ``scalar`` times, 0 ≤ scalar < order."""
        return self._called("crypto_scalarmult_ed25519_base_noclamp", _bytes(scalar)) if scalar else _NONE

    def _called(self, function: str, *arguments: bytes) -> int:
        result = ctypes.create_string_buffer(32)
        getattr(self._library, function)(result, *arguments)
        return int.from_bytes(result.raw, "little")


def _bytes(number: int) -> bytes:
    return number.to_bytes(32, "little")
