"""Điều 16: who may put a matter to the community, and the endorsements on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.law.answers import Allowed, Refusal
from danchu.law.clocks import due
from danchu.law.people import Role
from danchu.law.proposals import (
    Endorsement,
    NextStep,
    Origin,
    ProposalFacts,
    ProposalState,
    may_endorse,
    may_propose,
    may_put,
    missing,
    standing,
    valid_until,
)
from danchu.law.voting import Agreement
from law.saying import CALENDAR, code

TODAY = date(2026, 10, 1)
BOTH = (Agreement(1, frozenset({Role.HEAD})), Agreement(2, frozenset({Role.FRONT_HEAD})))
HEAD = ProposalFacts(Origin.HEAD, "D6", "khu_pho", 150, agreements=BOTH)
WARD_BOTH = (Agreement(1, frozenset({Role.WARD_CHAIR})), Agreement(2, frozenset({Role.WARD_FRONT})))
WARD = ProposalFacts(Origin.WARD, "D1", "ward", 900, agreements=WARD_BOTH)
IDEA = ProposalFacts(Origin.INITIATIVE, "D1", "khu_pho", 150)


def endorsed(count, given_on=TODAY, first=1):
    return tuple(Endorsement(household, given_on) for household in range(first, first + count))


def at(facts, on=TODAY):
    now = standing(facts, on, CALENDAR)
    assert not isinstance(now, Refusal)
    return now


@pytest.mark.parametrize(
    ("facts", "rule", "article", "decides"),
    [
        (HEAD, "propose.kp", "L10.16.2", Role.HEAD),
        (WARD, "propose.ward", "L10.16.1", Role.WARD_CHAIR),
        (replace(IDEA, endorsements=endorsed(15)), "propose.initiative", "L10.16.3", Role.HEAD),
        (replace(IDEA, front_approves=True), "propose.initiative.below", "L10.16.3", Role.HEAD),
        (replace(IDEA, matter="D3", endorsements=endorsed(15)), "hu.propose", "D61.7", Role.HEAD),
    ],
)
def test_three_ways_lead_to_the_community(facts, rule, article, decides):
    now = at(facts)

    assert (now.ready, now.rule, now.article.key, now.decides) == (True, rule, article, decides)
    assert may_put(facts, TODAY, CALENDAR) == Allowed(now.article)
    assert all(one.answer for one in missing(facts, TODAY, CALENDAR))


@pytest.mark.parametrize(
    ("facts", "refused", "step"),
    [
        (replace(HEAD, agreements=()), "proposal.agreement_first", NextStep.AGREE_FIRST),
        (replace(HEAD, agreements=BOTH[1:]), "proposal.agreement_first", NextStep.AGREE_FIRST),
        (replace(HEAD, agreements=BOTH[:1]), "proposal.agreement_front", NextStep.AGREE_FRONT),
        (
            replace(HEAD, agreements=(Agreement(1, frozenset({Role.HEAD, Role.FRONT_HEAD})),)),
            "proposal.agreement_two_people",
            NextStep.AGREE_SECOND_PERSON,
        ),
        (
            replace(
                HEAD,
                agreements=(
                    Agreement(1, frozenset({Role.HEAD, Role.FRONT_HEAD})),
                    Agreement(3, frozenset({Role.FRONT_MEMBER})),
                ),
            ),
            None,
            NextStep.PUT,
        ),
        (replace(WARD, agreements=WARD_BOTH[:1]), "proposal.agreement_front", NextStep.AGREE_FRONT),
        (replace(WARD, agreements=WARD_BOTH[1:]), "proposal.agreement_first", NextStep.AGREE_FIRST),
        (replace(WARD, agreements=BOTH), "proposal.agreement_first", NextStep.AGREE_FIRST),
        (replace(IDEA, endorsements=endorsed(14)), "proposal.endorsements", NextStep.GATHER),
        (replace(IDEA, endorsements=endorsed(14), front_approves=False), "proposal.endorsements", NextStep.GATHER),
        (replace(IDEA, endorsements=endorsed(14), front_approves=True), None, NextStep.PUT),
        (replace(HEAD, state=ProposalState.PUT), "proposal.settled", NextStep.DONE),
        (replace(HEAD, state=ProposalState.WITHDRAWN), "proposal.settled", NextStep.DONE),
    ],
)
def test_what_is_missing_is_said_with_the_next_step(facts, refused, step):
    now = at(facts)

    assert code(may_put(facts, TODAY, CALENDAR)) == refused
    assert now.step is step
    for lang in ("vi", "en"):
        assert now.sentence[lang]
        assert "{" not in now.sentence[lang]


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (replace(HEAD, matter="D7"), "matter.unknown"),
        (replace(HEAD, scope="ward"), "proposal.scope"),
        (replace(WARD, scope="khu_pho"), "proposal.scope"),
        (replace(IDEA, scope="ward"), "proposal.scope"),
        (replace(WARD, matter="D3"), "scope.khu_pho_only"),
        (replace(HEAD, matter="D4"), "proposal.head_has_rules"),
        (replace(IDEA, matter="D4"), "proposal.head_has_rules"),
        (replace(IDEA, proposer_resides=False), "proposal.not_resident"),
        (replace(IDEA, households=0), "proposal.no_households"),
    ],
)
def test_unlawful_proposal_is_refused_everywhere(facts, refused):
    assert code(may_propose(facts)) == refused
    assert code(standing(facts, TODAY, CALENDAR)) == refused
    assert code(may_put(facts, TODAY, CALENDAR)) == refused
    assert code(may_endorse(facts, 1, TODAY, CALENDAR)) == refused
    assert [code(one.answer) for one in missing(facts, TODAY, CALENDAR)] == [refused]


@pytest.mark.parametrize(
    ("households", "least"),
    [(1, 1), (2, 1), (10, 1), (99, 10), (100, 10), (101, 11), (150, 15), (299, 30), (301, 31), (1000, 100)],
)
def test_a_tenth_of_all_households_is_enough_and_one_less_is_not(households, least):
    facts = replace(IDEA, households=households)

    enough, short = replace(facts, endorsements=endorsed(least)), replace(facts, endorsements=endorsed(least - 1))

    assert at(enough).needed == least
    assert (at(enough).ready, at(enough).short) == (True, 0)
    assert (at(short).ready, at(short).short) == (False, 1)


@pytest.mark.parametrize(
    ("given_on", "last"),
    [
        (date(2026, 7, 1), date(2026, 10, 1)),
        (date(2026, 8, 31), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2027, 3, 1)),  # three months end on Sunday 28 February
    ],
)
def test_endorsement_is_valid_three_months_from_its_day(given_on, last):
    facts = replace(IDEA, households=10, endorsements=endorsed(1, given_on))

    assert valid_until(given_on, CALENDAR) == last
    assert (at(facts, last).valid, at(facts, last).expired, at(facts, last).ready) == (1, 0, True)
    after = at(facts, last + timedelta(days=1))
    assert (after.valid, after.expired, after.ready, after.until) == (0, 1, False, None)
    assert at(facts, given_on - timedelta(days=1)).valid == 0  # not yet given
    assert due("propose.initiative.validity", given_on, CALENDAR).end == last


def test_each_household_counts_once_by_its_latest_endorsement():
    again = (*endorsed(3, date(2026, 6, 1)), *endorsed(1, date(2026, 9, 15)), *endorsed(1, date(2026, 9, 10)))
    now = at(replace(IDEA, endorsements=again))

    assert (now.valid, now.expired) == (1, 2)
    assert now.until == date(2026, 12, 15)


def test_page_says_how_many_stand_behind_it_and_until_when():
    facts = replace(IDEA, endorsements=(*endorsed(1, date(2026, 8, 3)), *endorsed(11, TODAY, first=2)))

    assert at(facts).sentence["vi"] == (
        "Có 12/150 hộ đồng thuận còn giá trị; cần ít nhất 15. "
        "Sự đồng thuận sớm nhất có giá trị đến hết thứ Ba, 3/11/2026. "
        "Xin thêm 3 hộ đồng thuận, hoặc đề nghị Ban công tác Mặt trận tán thành."
    )


@pytest.mark.parametrize(
    ("facts", "household", "refused"),
    [
        (IDEA, 1, None),
        (replace(IDEA, endorsements=endorsed(1)), 1, "proposal.endorsed_already"),
        (replace(IDEA, endorsements=endorsed(1)), 2, None),
        (replace(IDEA, endorsements=endorsed(1, date(2026, 6, 30))), 1, None),
        (replace(IDEA, endorsements=endorsed(1, date(2026, 7, 1))), 1, "proposal.endorsed_already"),
        (replace(IDEA, state=ProposalState.PUT), 1, "proposal.settled"),
        (HEAD, 1, "proposal.not_initiative"),
    ],
)
def test_household_endorses_once_at_a_time(facts, household, refused):
    assert code(may_endorse(facts, household, TODAY, CALENDAR)) == refused


def test_only_households_that_count_endorse():
    assert code(may_endorse(IDEA, 1, TODAY, CALENDAR, counted=False)) == "proposal.not_counted"
    assert code(may_endorse(HEAD, 1, TODAY, CALENDAR, counted=False)) == "proposal.not_initiative"


@given(
    st.lists(st.tuples(st.integers(1, 30), st.dates(date(2026, 5, 1), date(2026, 11, 1))), max_size=60),
    st.dates(date(2026, 5, 1), date(2026, 11, 1)),
)
def test_no_household_is_counted_twice_on_any_day(entries, on):
    now = at(replace(IDEA, households=30, endorsements=tuple(Endorsement(*one) for one in entries)), on)

    assert now.valid + now.expired == len({household for household, given_on in entries if given_on <= on})
    assert now.ready is (now.valid >= 3)
