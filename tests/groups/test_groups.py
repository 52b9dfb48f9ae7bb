"""Every arithmetic of every group against the laws of a group and against the plain one."""

from __future__ import annotations

import random
import sys
import threading
import types

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danchu.groups import (
    NAMES,
    NotAnElement,
    NotAScalar,
    UnknownGroup,
    arithmetics,
    edwards,
    gmp,
    group_named,
    names,
    openssl,
    sodium,
)
from danchu.groups.base import decimal
from danchu.groups.field import NumberGroup, P, Q

PAIRS = [(name, arithmetic) for name in NAMES for arithmetic in arithmetics(name)]
each = pytest.mark.parametrize(("name", "arithmetic"), PAIRS)
numbers = st.integers(min_value=-(2**260), max_value=2**260)
few = settings(max_examples=15, deadline=None)


@each
def test_powers_follow_the_laws_of_exponents(name, arithmetic):
    group = group_named(name, arithmetic)

    @few
    @given(numbers, numbers)
    def check(one, other):
        x = group.g.power(one)
        assert group.product((x, group.g.power(other))) == group.g.power(one + other)
        assert group.power(x, other) == group.g.power(one * other)
        assert group.quotient(x, group.g.power(other)) == group.g.power(one - other)
        assert group.element(group.text(x)) == group.reread(group.text(x)) == x

    check()


@each
def test_every_arithmetic_equals_the_plain_one(name, arithmetic):
    group, plain = group_named(name, arithmetic), group_named(name, "plain")
    draw = random.Random(7)
    element = plain.g.power(draw.getrandbits(250))
    table = group.fixed(element)

    for exponent in (0, 1, 2, -1, group.order, group.order - 1, *(draw.getrandbits(255) for _ in range(3))):
        expected = plain.power(element, exponent)
        assert group.power(element, exponent) == expected
        assert table.power(exponent) == expected
        assert group.g.power(exponent) == plain.g.power(exponent)
        assert group.blend(group.g, exponent, element, 5) == plain.blend(plain.g, exponent, element, 5)
    assert group.power(group.identity, 5) == group.identity
    assert group.product(()) == group.identity
    assert group.quotient(element, element) == group.identity
    assert names.agrees(group, plain)


@each
def test_order_of_the_group_is_the_one_stated(name, arithmetic):
    group = group_named(name, arithmetic)

    assert group.g.power(group.order) == group.identity != group.g.power(1)
    assert all(pow(a, group.order - 1, group.order) == 1 for a in (2, 3, 5, 7, 11))
    assert group.element(group.text(group.identity)) == group.identity


STRANGE = {
    "BELENIOS-2048": [
        "",
        "0",
        "01",
        "+1",
        "-1",
        " 1",
        "1 ",
        "1e3",
        "١",
        "2",
        "0x1",
        str(P - 1),
        str(P),
        str(P + 1),
        "9" * 10**6,
    ],
    "Ed25519": [
        "",
        "0" * 64,  # of order four
        "A" * 64,
        "1",
        f"{edwards.P - 1:064x}",  # of order two
        f"{edwards.P + 1:064x}",  # the identity, not canonical
        f"{1 | edwards.SIGN:064x}",  # the identity with the sign of an odd x
        f"{2:064x}",  # not on the curve
        "f" * 64,
        "６" * 64,
        f"{1:064x}\n",
    ],
}


@each
def test_only_members_in_their_one_spelling_are_read(name, arithmetic):
    for text in STRANGE[name]:
        with pytest.raises(NotAnElement):
            group_named(name, arithmetic).element(text)


@each
def test_a_point_outside_the_subgroup_is_not_read(name, arithmetic):
    group, plain = group_named(name, arithmetic), group_named(name, "plain")
    member = plain.g.power(3)
    if name == "Ed25519":
        two = edwards.decode(edwards.P - 1)
        outside = edwards.encode(edwards.add(edwards.decode(member), two))
    else:
        outside = P - member

    assert group.element(group.text(member)) == member
    with pytest.raises(NotAnElement):
        group.element(group.text(outside))


@each
def test_scalars_are_plain_decimals_below_the_order(name, arithmetic):
    group = group_named(name, arithmetic)

    assert group.scalar("0") == 0
    assert group.scalar(str(group.order - 1)) == group.order - 1
    for text in ("", "00", "-0", "+1", "1.0", "1_0", "²", str(group.order), "1" * 10**6):
        with pytest.raises(NotAScalar):
            group.scalar(text)


def test_decimal_reads_numbers_below_the_bound():
    assert [decimal(text, 11) for text in ("0", "9", "10", "11", "010", "")] == [0, 9, 10, None, None, None]


def test_plain_points_refuse_a_number_that_is_no_point():
    with pytest.raises(NotAnElement):
        group_named("Ed25519", "plain").power(2, 3)


def test_base_point_is_that_of_rfc_8032():
    group = group_named("Ed25519", "plain")

    assert group.g.element.to_bytes(32, "little").hex() == "58" + "66" * 31
    assert group.g.power(1) == group.g.element


def test_unknown_names_are_refused():
    for name, arithmetic in (("RFC-3526-2048", ""), ("BELENIOS-2048", "abacus"), ("", "plain")):
        with pytest.raises(UnknownGroup):
            group_named(name, arithmetic)


def test_the_fastest_agreeing_arithmetic_is_taken():
    for name in NAMES:
        present = arithmetics(name)
        assert group_named(name).arithmetic == (present[1] if len(present) > 1 else "plain")


@pytest.mark.parametrize(("module", "name"), [(openssl, "BELENIOS-2048"), (sodium, "Ed25519")])
@pytest.mark.parametrize("found", ["libnothing.so.0", None], ids=["absent", "without the functions"])
def test_without_the_library_python_does_it(monkeypatch, module, name, found):
    import ctypes

    monkeypatch.setattr(module, "NAMES", ("libsome.so",))
    if found is None:
        monkeypatch.setattr(ctypes, "CDLL", lambda _: types.SimpleNamespace())
    monkeypatch.setitem(sys.modules, "gmpy2", None)

    assert arithmetics(name) == ["plain"]
    assert group_named.__wrapped__(name).arithmetic == "plain"


def test_gmpy2_is_used_where_libcrypto_is_not(monkeypatch):
    """A stand-in with Python's integers: what is shown is that its functions are called rightly."""
    monkeypatch.setattr(openssl, "NAMES", ())
    monkeypatch.setitem(sys.modules, "gmpy2", types.SimpleNamespace(mpz=int, powmod=pow))

    group = group_named.__wrapped__("BELENIOS-2048")

    assert group.arithmetic == "gmpy2"
    assert group.power(group.g.element, 77) == group.g.power(77) == pow(group.g.element, 77, P)


def test_gmpy2_itself_where_it_is_installed():
    pytest.importorskip("gmpy2")
    assert "gmpy2" in arithmetics("BELENIOS-2048")
    plain = group_named("BELENIOS-2048", "plain")
    assert names.agrees(NumberGroup("BELENIOS-2048", gmp.Gmp(P), Q, plain.g.element), plain)


@pytest.mark.parametrize("broken", ["power", "table", "product", "quotient", "element"])
def test_an_arithmetic_that_disagrees_is_not_taken(monkeypatch, broken):
    from danchu.groups.modular import Plain

    class Wrong(Plain):
        name = "wrong"

        def power(self, base, exponent):
            right = super().power(base, exponent)
            return right + 1 if broken == "power" and exponent not in (0, 1, Q) else right

        def table(self, base, bits):
            right = super().table(base, bits)
            return lambda exponent: right(exponent) + (broken == "table")

    class WrongGroup(NumberGroup):
        def product(self, elements):
            return super().product(elements) + (broken == "product")

        def quotient(self, above, below):
            return super().quotient(above, below) + (broken == "quotient")

        def element(self, text):
            return super().element(text) + (broken == "element")

    makers = dict(names._MAKERS["BELENIOS-2048"])
    plain = makers["plain"]()
    made = {"plain": lambda: plain, "wrong": lambda: WrongGroup("BELENIOS-2048", Wrong(P), Q, plain.g.element)}
    monkeypatch.setitem(names._MAKERS, "BELENIOS-2048", made)

    assert group_named.__wrapped__("BELENIOS-2048") is plain


@each
def test_threads_do_not_mix_their_numbers(name, arithmetic):
    group = group_named(name, arithmetic)
    expected = {exponent: group.g.power(exponent) for exponent in range(2, 6)}
    wrong = []

    def work(exponent):
        for _ in range(6):
            if group.power(group.g.element, exponent) != expected[exponent]:
                wrong.append(exponent)
            if group.g.power(exponent) != expected[exponent]:
                wrong.append(exponent)

    threads = [threading.Thread(target=work, args=(exponent,)) for exponent in expected]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []
