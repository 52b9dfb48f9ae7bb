"""Who may do which act, where."""

from __future__ import annotations

import pytest

from danchu.law import slip_vote, voting
from danchu.law.acts import ACTS, Act, Held, may
from danchu.law.answers import Refusal
from danchu.law.doers import Who
from danchu.law.people import KHU_PHO_ROLES, Capacity, Residence, Role, WhoCounts


def test_every_act_has_its_rule_and_both_names():
    assert set(ACTS) == set(Act)
    assert all(rule.vi and rule.en and (rule.roles or rule.who) for rule in ACTS.values())


def test_acts_are_in_order():
    assert [act.value for act in Act] == sorted(act.value for act in Act)


def test_operator_reaches_neither_people_nor_votes_except_an_outage():
    reached = {act for act, rule in ACTS.items() if Role.OPERATOR in rule.roles}

    assert {act for act in reached if act.startswith(("people.", "voting."))} == {Act.VOTING_OUTAGE_RECORD}


def test_delegate_and_observer_change_nothing():
    reading = {Act.VOTING_VOTE_MANAGE, Act.DISCLOSURE_ENTRY_MANAGE}  # the desks, with nothing to press

    assert {act for act, rule in ACTS.items() if Role.DELEGATE in rule.roles} == reading
    assert not [act for act, rule in ACTS.items() if Role.OBSERVER in rule.roles]


@pytest.mark.parametrize(
    ("held", "who", "allowed"),
    [
        ([Held(Role.HEAD, 3)], [], True),
        ([Held(Role.HEAD, 4)], [], False),
        ([Held(Role.FRONT_HEAD, 3)], [], False),
        ([], [Who.TEAM], False),
    ],
)
@pytest.mark.rule("propose.kp")
def test_head_proposes_in_the_own_khu_pho_only(held, who, allowed):
    assert bool(may(Act.VOTING_VOTE_PROPOSE, held=held, who=who, khu_pho=3)) is allowed


def test_refusal_names_those_who_may():
    answer = may(Act.VOTING_TEAM_SET, held=[], who=[], khu_pho=3)

    assert isinstance(answer, Refusal)
    assert answer.code == "access.role"
    assert answer.details["doers"] == "front_head,head"


@pytest.mark.parametrize(
    ("act", "who"), [(Act.VOTING_RESULT_SEAL, Who.TEAM_LEADER), (Act.VOTING_BALLOT_CAST, Who.HOUSEHOLD)]
)
def test_relations_allow_without_a_role(act, who):
    assert may(act, held=[], who=[who], khu_pho=3)
    assert not may(act, held=[Held(role, 3 if role in KHU_PHO_ROLES else None) for role in Role], who=[], khu_pho=3)


def test_anyone_may_ask_for_a_correction_of_the_roll():
    assert may(Act.VOTING_ROLL_REQUEST, held=[], who=[], khu_pho=3)


def test_ward_roles_reach_every_khu_pho():
    assert may(Act.PEOPLE_ROLL_IMPORT, held=[Held(Role.WARD_OFFICER)], who=[], khu_pho=7)


@pytest.mark.parametrize(
    ("who", "residence", "counts"),
    [
        (WhoCounts.ALL_RESIDENT, Residence.TEMPORARY, True),
        (WhoCounts.ALL_RESIDENT, Residence.PERMANENT, True),
        (WhoCounts.PERMANENT_ONLY, Residence.TEMPORARY, False),
        (WhoCounts.PERMANENT_ONLY, Residence.PERMANENT, True),
    ],
)
def test_who_counts_in_n(who, residence, counts):
    assert who.counts(residence) is counts


def test_capacities_of_the_teams_are_those_of_the_two_decrees_places():
    assert len(voting.CAPACITIES) == 4  # điểm b khoản 2 Điều 5 Nghị định 59
    assert len(slip_vote.CAPACITIES) == 3  # khoản 2 Điều 19 Luật
    assert {*voting.CAPACITIES, *slip_vote.CAPACITIES} == set(Capacity)


@pytest.mark.rule("disclose.plan", "disclose.report")
@pytest.mark.parametrize("act", ["disclosure.plan.adopt", "disclosure.report.send"])
def test_ward_adopts_its_disclosure_plan_and_reports_on_it(act):
    able = {role for role in Role if may(Act(act), held=[Held(role)], who=[], khu_pho=None)}

    assert {Role.WARD_OFFICER, Role.WARD_CHAIR} <= able
    assert not able & {Role.HEAD, Role.FRONT_HEAD, Role.DELEGATE, Role.OBSERVER, Role.OPERATOR}
