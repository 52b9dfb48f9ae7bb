"""libcrypto: powers by OpenSSL through ctypes. Python's own ``ssl`` brings the library to nearly every machine.

The power function is the one whose time does not depend on the exponent: it costs no more here, and the exponent may
be somebody's key. Scratch numbers belong to a thread, because ctypes lets others run meanwhile; tables and the
Montgomery context are only read.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any

from danchu.groups.modular import Modular

NAMES = ("libcrypto.so.3", "libcrypto.3.dylib", "libcrypto-3-x64.dll", "libcrypto-3.dll", "libcrypto.so.1.1")
_POINTERS = {  # function: (whether it returns a pointer, its pointer arguments)
    "BN_new": (True, 0),
    "BN_CTX_new": (True, 0),
    "BN_MONT_CTX_new": (True, 0),
    "BN_free": (False, 1),
    "BN_CTX_free": (False, 1),
    "BN_MONT_CTX_set": (False, 3),
    "BN_to_montgomery": (False, 4),
    "BN_from_montgomery": (False, 4),
    "BN_mod_mul_montgomery": (False, 5),
    "BN_mod_exp_mont_consttime": (False, 6),
}


def load() -> Any:
    """The library with its functions described. Raises ``OSError`` where there is none, or not with these functions."""
    for name in NAMES:
        try:
            return _described(ctypes.CDLL(name))
        except (OSError, AttributeError):
            continue
    raise OSError("libcrypto")


def _described(library: Any) -> Any:
    pointer = ctypes.c_void_p
    for name, (returns, arguments) in _POINTERS.items():
        function = getattr(library, name)
        function.argtypes = [pointer] * arguments
        function.restype = pointer if returns else ctypes.c_int
    library.BN_bin2bn.argtypes = [ctypes.c_char_p, ctypes.c_int, pointer]
    library.BN_bin2bn.restype = pointer
    library.BN_bn2binpad.argtypes = [pointer, ctypes.c_char_p, ctypes.c_int]
    library.BN_bn2binpad.restype = ctypes.c_int
    return library


class _Scratch:
    """A thread's own numbers, given back to the library when the thread ends."""

    def __init__(self, library: Any, size: int) -> None:
        self.context = library.BN_CTX_new()
        self.base, self.exponent, self.result = (library.BN_new() for _ in range(3))
        self.buffer = ctypes.create_string_buffer(size)
        self._library = library

    def __del__(self) -> None:
        for number in (self.base, self.exponent, self.result):
            self._library.BN_free(number)
        self._library.BN_CTX_free(self.context)


class OpenSsl(Modular):
    """Phép tính bằng libcrypto. Raises ``OSError`` where there is none."""

    name = "libcrypto"
    window = 8

    def __init__(self, modulus: int) -> None:
        super().__init__(modulus)
        self._library = load()
        self._size = (modulus.bit_length() + 7) // 8
        self._threads = threading.local()
        self._modulus = self.number(modulus)
        self._montgomery = self._library.BN_MONT_CTX_new()
        self._library.BN_MONT_CTX_set(self._montgomery, self._modulus, self.scratch().context)

    def scratch(self) -> _Scratch:
        """The numbers of the calling thread."""
        if not hasattr(self._threads, "scratch"):
            self._threads.scratch = _Scratch(self._library, self._size)
        scratch: _Scratch = self._threads.scratch
        return scratch

    def number(self, value: int, into: int | None = None) -> int:
        """Write a value into a number of the library; a new one unless told."""
        data = value.to_bytes(max(self._size, (value.bit_length() + 7) // 8), "big")
        return int(self._library.BN_bin2bn(data, len(data), into))

    def value(self, number: int) -> int:
        """Read a reduced number of the library."""
        buffer = self.scratch().buffer
        self._library.BN_bn2binpad(number, buffer, self._size)
        return int.from_bytes(buffer.raw, "big")

    def power(self, base: int, exponent: int) -> int:
        """``base`` to the exponent."""
        mine = self.scratch()
        self.number(base % self.modulus, mine.base)
        self.number(exponent, mine.exponent)
        self._library.BN_mod_exp_mont_consttime(
            mine.result, mine.base, mine.exponent, self._modulus, mine.context, self._montgomery
        )
        return self.value(mine.result)

    def table(self, base: int, bits: int) -> Callable[[int], int]:
        """The fixed-base table in the library's own numbers."""
        return _Table(self._library, self, base, bits).power

    def parts(self) -> tuple[_Scratch, int]:
        """The calling thread's scratch numbers and the Montgomery context, for a table."""
        return self.scratch(), self._montgomery


class _Table:
    """Rows as in ``modular.rows``, in Montgomery form; given back to the library when nobody holds the table."""

    def __init__(self, library: Any, arithmetic: OpenSsl, base: int, bits: int) -> None:
        self._library, self._arithmetic = library, arithmetic
        self._rows: list[list[int]] = []
        self._mask = (1 << arithmetic.window) - 1
        step = self._montgomery_form(base)
        for _ in range(0, bits, arithmetic.window):
            row = [step]
            for _ in range(self._mask - 1):
                row.append(self._times(row[-1], row[0]))
            step = self._times(row[-1], row[0])
            self._rows.append(row)
        self._last = step
        self._one = self._montgomery_form(1)

    def __del__(self) -> None:
        for number in (*(number for row in self._rows for number in row), self._last, self._one):
            self._library.BN_free(number)

    def _montgomery_form(self, value: int) -> int:
        scratch, montgomery = self._arithmetic.parts()
        number = self._arithmetic.number(value)
        self._library.BN_to_montgomery(number, number, montgomery, scratch.context)
        return number

    def _times(self, one: int, other: int) -> int:
        scratch, montgomery = self._arithmetic.parts()
        product = int(self._library.BN_new())
        self._library.BN_mod_mul_montgomery(product, one, other, montgomery, scratch.context)
        return product

    def power(self, exponent: int) -> int:
        """The base to the exponent: one product per row."""
        scratch, montgomery = self._arithmetic.parts()
        multiply, result, context = self._library.BN_mod_mul_montgomery, scratch.result, scratch.context
        product = self._one
        for row in self._rows:
            if digit := exponent & self._mask:
                multiply(result, product, row[digit - 1], montgomery, context)
                product = result
            exponent >>= self._arithmetic.window
        self._library.BN_from_montgomery(result, product, montgomery, context)
        return self._arithmetic.value(result)
