"""Nhóm: what every group can do, whichever arithmetic does it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable


class NotAnElement(ValueError):
    """Không phải phần tử của nhóm: the text is not the one spelling of a member of the group."""


class NotAScalar(ValueError):
    """Không phải số mũ: the text is not the one spelling of a number from 0 to order − 1."""


class Fixed(ABC):
    """Cơ số cố định: an element whose powers are taken so often that a table pays."""

    def __init__(self, element: int) -> None:
        self.element = element

    @abstractmethod
    def power(self, exponent: int) -> int:
        """The element to the exponent; any int, taken modulo the order."""


class Group(ABC):
    """Nhóm cyclic bậc nguyên tố: a group of prime order in multiplicative writing.

    ``name`` is the word in the election's file, ``arithmetic`` what computes. All elements given to a method must be
    members, as ``element()`` returns them; nothing is checked twice.
    """

    name: str
    arithmetic: str
    order: int
    identity: int
    g: Fixed

    @abstractmethod
    def element(self, text: str) -> int:
        """Read a member. Raises ``NotAnElement`` for any other text, however long or strange."""

    @abstractmethod
    def reread(self, text: str) -> int:
        """Read a member that was proved to be one before, as the sum of a thousand judged ballots does."""

    @abstractmethod
    def text(self, element: int) -> str:
        """The one spelling of a member."""

    @abstractmethod
    def power(self, element: int, exponent: int) -> int:
        """The element to the exponent; any int, taken modulo the order."""

    @abstractmethod
    def product(self, elements: Iterable[int]) -> int:
        """All elements multiplied; the identity when there are none."""

    @abstractmethod
    def quotient(self, above: int, below: int) -> int:
        """``above`` divided by ``below``."""

    @abstractmethod
    def fixed(self, element: int) -> Fixed:
        """A table for an element that will be raised hundreds of times."""

    def blend(self, base: Fixed, one: int, element: int, other: int) -> int:
        """``base^one · element^other``: the recomputed commitment of a proof, the judge's daily bread."""
        return self.product((base.power(one), self.power(element, other)))

    def scalar(self, text: str) -> int:
        """Read an exponent. Raises ``NotAScalar`` unless it is written in the one way and below the order."""
        value = decimal(text, self.order)
        if value is None:
            raise NotAScalar
        return value


def decimal(text: str, below: int) -> int | None:
    """The number a text spells in plain decimal, or None: no sign, no space, no leading zero, no other digits.

    The length is looked at first: a text of a million digits costs nothing.
    """
    if len(text) > len(str(below)) or not (text.isascii() and text.isdigit()) or (text[0] == "0" and text != "0"):
        return None
    value = int(text)
    return value if value < below else None
