"""How many must agree: the whole table of vectors, and whole numbers against exact fractions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.law.rules import rules_at
from danchu.law.thresholds import needed, reached

# households: two thirds, more than half, one tenth, half, cluster meeting allowed by size
VECTORS = {
    1: (1, 1, 1, 1, False),
    2: (2, 2, 1, 1, False),
    3: (2, 2, 1, 2, False),
    10: (7, 6, 1, 5, False),
    99: (66, 50, 10, 50, False),
    100: (67, 51, 10, 50, False),
    101: (68, 51, 11, 51, False),
    150: (100, 76, 15, 75, False),
    199: (133, 100, 20, 100, False),
    200: (134, 101, 20, 100, True),
    201: (134, 101, 21, 101, True),
    250: (167, 126, 25, 125, True),
    299: (200, 150, 30, 150, True),
    300: (200, 151, 30, 150, True),
    301: (201, 151, 31, 151, True),
    450: (300, 226, 45, 225, True),
    600: (400, 301, 60, 300, True),
    1000: (667, 501, 100, 500, True),
}
UNITS = {5: 4, 7: 5, 9: 6, 10: 7}
HOUSEHOLDS = st.integers(1, 100_000)
RULES = st.sampled_from(sorted(rules_at().thresholds))


@pytest.mark.parametrize("households", VECTORS)
def test_needed_is_as_in_the_table(households):
    two_thirds, half, tenth, petition, cluster = VECTORS[households]

    assert needed("pass.D1D2", households) == two_thirds
    for rule in ("pass.D3456", "online.consent", "online.pass", "meet.quorum.D3", "meet.procedural"):
        assert needed(rule, households) == half
    for rule in ("propose.initiative", "hu.propose"):
        assert needed(rule, households) == tenth
    assert needed("dismiss.petition", households) == petition
    assert rules_at().count("meet.cluster.min_households").admits(households) is cluster


@pytest.mark.parametrize("units", UNITS)
def test_needed_of_the_ward_is_as_in_the_table(units):
    assert needed("pass.D1D2.ward", units) == UNITS[units]


@pytest.mark.parametrize("units", [1, 5, 7, 9, 10])
def test_inspectorate_has_a_member_for_each_khu_pho_and_five_at_least(units):
    assert rules_at().count("bttnd.size.min").admits(max(5, units))
    assert not rules_at().count("bttnd.size.min").admits(4)


@pytest.mark.parametrize(("present", "valid"), [(66, False), (67, True)])
def test_staff_conference_is_valid_from_two_thirds(present, valid):
    assert reached("ag.conf.quorum", present, 100) is valid
    assert reached("soe.conf.quorum", present, 100) is valid


def test_staff_conference_does_not_pass_at_exactly_half():
    for rule in ("ag.conf.pass", "soe.conf.pass"):
        assert not reached(rule, 40, 80)
        assert reached(rule, 41, 80)
    for rule in ("ag.conf.extra", "soe.conf.extra"):
        assert not reached(rule, 33, 100)
        assert reached(rule, 34, 100)


@given(RULES, HOUSEHOLDS)
def test_needed_is_the_smallest_exact_share(rule, of):
    threshold = rules_at().thresholds[rule]
    share = Fraction(threshold.num, threshold.den)
    meets = (lambda part: part >= share) if threshold.op == "ge" else (lambda part: part > share)

    least = needed(threshold, of)

    assert meets(Fraction(least, of))
    assert not meets(Fraction(least - 1, of))


@given(RULES, HOUSEHOLDS)
def test_needed_grows_with_the_households_and_never_beyond_them(rule, of):
    assert needed(rule, of) <= needed(rule, of + 1)
    assert 1 <= needed(rule, of) <= of


@given(RULES, HOUSEHOLDS, st.integers(0, 100_000))
def test_one_more_never_takes_a_threshold_away(rule, of, count):
    assert reached(rule, count + 1, of) >= reached(rule, count, of)


@pytest.mark.parametrize("of", [0, -1])
def test_nobody_decides_nothing(of):
    with pytest.raises(ValueError, match="someone to count"):
        needed("pass.D1D2", of)
