"""BELENIOS-2048: the subgroup of prime order q of the numbers modulo p; 2048 bits, exponents of 256 bits."""

from __future__ import annotations

from collections.abc import Iterable

from danchu.groups.base import Fixed, Group, NotAnElement, decimal
from danchu.groups.modular import Modular

BELENIOS_2048 = "BELENIOS-2048"
P = int(
    "2069478569142254640101364365750500806492298929575110409710088478705737421924271740192223725449768433"
    "8129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049"
    "0811670993105358677809800307904916540637771737641986785272734744763418356000356983051931442845617019"
    "1100078673730733356412397173289791324047457883446826065232797464795113767265869358218004631792207366"
    "8860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201"
    "3204811188524087310770141516662001623131771693721892480785077118278423174980732765988288251691831031"
    "25680162072880719"
)
G = int(
    "2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678"
    "7996946682987493890950838965734256019006010684771644917354741372831046104586813145117816467554005274"
    "0288984613986453266121505579709716201616827031288643245666383486363578210615491841998253431518974065"
    "8186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982"
    "6651036068224066350766977640253462537730851331734951942489677540525736590494924776314759915751987751"
    "7771148149092045660020547812705472823814097251863985833411570056835369555342378147558249189605029668"
    "0037745308460627"
)
Q = 78571733251071885079927659812671450121821421258408794611510081919805623223441


class _FixedNumber(Fixed):
    def __init__(self, element: int, group: NumberGroup) -> None:
        super().__init__(element)
        self._order = group.order
        self._table = group.modular.table(element, group.order.bit_length())

    def power(self, exponent: int) -> int:
        return self._table(exponent % self._order)


class NumberGroup(Group):
    """Nhóm con các số đồng dư theo p: the members are the x with 0 < x < p and x^q = 1."""

    identity = 1

    def __init__(self, name: str, modular: Modular, order: int, generator: int) -> None:
        self.name, self.order, self.modular = name, order, modular
        self.arithmetic = modular.name
        self.modulus = modular.modulus
        self.g = self.fixed(generator)

    def element(self, text: str) -> int:
        """Read a member written in decimal."""
        value = decimal(text, self.modulus)
        if not value or self.modular.power(value, self.order) != 1:
            raise NotAnElement
        return value

    def reread(self, text: str) -> int:
        """Decimal, believed."""
        return int(text)

    def text(self, element: int) -> str:
        """Decimal."""
        return str(element)

    def power(self, element: int, exponent: int) -> int:
        """The element to the exponent."""
        return self.modular.power(element, exponent % self.order)

    def product(self, elements: Iterable[int]) -> int:
        """All elements multiplied."""
        product = 1
        for element in elements:
            product = product * element % self.modulus
        return product

    def quotient(self, above: int, below: int) -> int:
        """``above`` divided by ``below``."""
        return above * pow(below, -1, self.modulus) % self.modulus

    def fixed(self, element: int) -> Fixed:
        """A table of the chosen arithmetic."""
        return _FixedNumber(element, self)
