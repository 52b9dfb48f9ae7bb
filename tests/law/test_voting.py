"""Gates of Decree 59 Article 5: each check at its edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from danchu.law import words
from danchu.law.answers import Allowed, Refusal
from danchu.law.people import Capacity, Role
from danchu.law.procedures import gate
from danchu.law.states import State
from danchu.law.voting import (
    GATE_KEYS,
    Agreement,
    FormPollFacts,
    Means,
    RollFacts,
    TeamMember,
    VoteFacts,
    gates,
    roll_complete_on,
    team_checks,
)

TEAM = (
    TeamMember(2, frozenset({Capacity.FRONT}), leader=True),
    TeamMember(1, frozenset({Capacity.KHU_PHO})),
    TeamMember(3, frozenset({Capacity.IT, Capacity.HOUSEHOLD_REP})),
)
READY = VoteFacts(
    state=State.PREPARING,
    matter="D6",
    agreements=(Agreement(1, frozenset({Role.HEAD})), Agreement(2, frozenset({Role.FRONT_HEAD}))),
    application_chosen=True,
    means=Means(internet=True, without_device=0, help=""),
    reported=True,
    team=TEAM,
    roll=RollFacts(households=10, shown_on=date(2026, 11, 2), frozen=True),
    form_poll=FormPollFacts(opened=True, passed=True),
    confirmed_by=frozenset({1, 2}),
    notice_published=True,
    opens_at=datetime(2026, 11, 10, tzinfo=UTC),
    closes_at=datetime(2026, 11, 17, tzinfo=UTC),
    today=date(2026, 11, 8),
)


def code(facts: VoteFacts, key: str) -> str | None:
    answer = gate(facts, key).answer
    return answer.code if isinstance(answer, Refusal) else None


def test_gates_all_pass_when_everything_is_done():
    found = gates(READY)

    assert tuple(one.key for one in found) == GATE_KEYS
    assert [one.answer for one in found] == [Allowed(one.basis) for one in found]


@pytest.mark.parametrize("matter", ["D1", "D2", "D3", "D4", "D5"])
@pytest.mark.rule("form.online_only_D6")
def test_matter_other_than_d6_is_refused_online_with_the_way_out(matter):
    answer = gate(replace(READY, matter=matter), "matter").answer

    assert isinstance(answer, Refusal)
    assert (answer.code, answer.article.key) == ("voting.matter_online", "D59.5.1a")
    assert "Hãy mời họp" in words.remedy(answer)


def test_matter_of_the_whole_ward_is_refused():
    assert code(replace(READY, scope="ward"), "matter") == "voting.scope_online"


@pytest.mark.parametrize(
    ("agreements", "refused"),
    [
        ((), "voting.agreement_head"),
        ((Agreement(1, frozenset({Role.HEAD})),), "voting.agreement_front"),
        ((Agreement(2, frozenset({Role.FRONT_HEAD})),), "voting.agreement_head"),
        ((Agreement(1, frozenset({Role.HEAD, Role.FRONT_HEAD})),), "voting.agreement_two_people"),
        (
            (Agreement(1, frozenset({Role.HEAD, Role.FRONT_HEAD})), Agreement(4, frozenset({Role.FRONT_MEMBER}))),
            None,
        ),
        (
            (Agreement(1, frozenset({Role.DEPUTY_HEAD})), Agreement(2, frozenset({Role.FRONT_HEAD}))),
            "voting.agreement_head",
        ),
    ],
)
@pytest.mark.rule("online.cond", "propose.kp")
def test_agreement_needs_head_and_front_head_and_two_people(agreements, refused):
    assert code(replace(READY, agreements=agreements), "agreement") == refused


@pytest.mark.parametrize(
    ("means", "refused"),
    [
        (None, "voting.means_recorded"),
        (Means(internet=False, without_device=0, help=" "), "voting.means_internet"),
        (Means(internet=True, without_device=1, help=""), "voting.means_help"),
        (Means(internet=False, without_device=9, help="Tổ đến nhà"), None),
    ],
)
@pytest.mark.rule("online.cond")
def test_means_without_internet_or_devices_need_recorded_help(means, refused):
    assert code(replace(READY, means=means), "means") == refused


@pytest.mark.parametrize(
    ("key", "change", "refused"),
    [
        ("application", {"application_chosen": False}, "voting.application_chosen"),
        ("report", {"reported": False}, "voting.report_sent"),
        ("form_poll", {"form_poll": FormPollFacts()}, "voting.form_poll_held"),
        ("form_poll", {"form_poll": FormPollFacts(opened=True)}, "voting.form_poll_running"),
        ("form_poll", {"form_poll": FormPollFacts(opened=True, passed=False)}, "voting.form_poll_passed"),
        ("text", {"closes_at": None}, "voting.times_set"),
        ("text", {"confirmed_by": frozenset({1})}, "voting.text_confirmed"),
        ("notice", {"notice_published": False}, "voting.notice_published"),
    ],
)
@pytest.mark.rule("online.report_first", "online.other_app", "online.notice")
def test_gate_names_what_is_missing(key, change, refused):
    assert code(replace(READY, **change), key) == refused


def members(count: int) -> tuple[TeamMember, ...]:
    more = tuple(TeamMember(10 + place, frozenset({Capacity.HOUSEHOLD_REP})) for place in range(count))
    return (*TEAM, *more)


@pytest.mark.parametrize(
    ("team", "refused"),
    [
        ((), "voting.team_size"),
        (TEAM[:2], "voting.team_size"),
        (TEAM, None),
        (members(2), None),
        (members(3), "voting.team_size"),
        ((*TEAM, TEAM[2]), "voting.team_people"),
        ((replace(TEAM[0], leader=False), *TEAM[1:]), "voting.team_leader"),
        ((TEAM[0], replace(TEAM[1], leader=True), TEAM[2]), "voting.team_leader"),
        ((replace(TEAM[0], leader=False), replace(TEAM[1], leader=True), TEAM[2]), "voting.team_leader"),
        ((TEAM[0], TEAM[1], replace(TEAM[2], capacities=frozenset({Capacity.IT}))), "voting.team_household_rep"),
        ((TEAM[0], TEAM[1], replace(TEAM[2], capacities=frozenset({Capacity.HOUSEHOLD_REP}))), "voting.team_it"),
        ((TEAM[0], replace(TEAM[1], capacities=frozenset({Capacity.IT})), TEAM[2]), "voting.team_khu_pho"),
    ],
)
@pytest.mark.rule("online.team")
def test_team_is_three_to_five_with_every_capacity_led_by_the_front(team, refused):
    assert code(replace(READY, team=team), "team") == refused


def test_team_without_the_front_says_so_beside_the_leader():
    team = (replace(TEAM[0], capacities=frozenset({Capacity.IT})), *TEAM[1:])

    refused = {one.key for one in team_checks(team) if isinstance(one.answer, Refusal)}

    assert refused == {"team_leader", "team_front"}


POSTED = RollFacts(households=10, shown_on=date(2026, 11, 2), display_days=3)


@pytest.mark.parametrize(
    ("roll", "today", "refused"),
    [
        (None, date(2026, 11, 8), "voting.roll_drawn"),
        (RollFacts(households=0, shown_on=date(2026, 11, 2)), date(2026, 11, 8), "voting.roll_households"),
        (RollFacts(households=10), date(2026, 11, 8), "voting.roll_shown"),
        (POSTED, date(2026, 11, 5), "voting.roll_shown_long_enough"),
        (POSTED, date(2026, 11, 6), "voting.roll_frozen"),
        (replace(POSTED, open_requests=1), date(2026, 11, 6), "voting.roll_requests"),
        (replace(POSTED, frozen=True), date(2026, 11, 2), None),
    ],
)
def test_roll_is_drawn_shown_long_enough_answered_and_frozen(roll, today, refused):
    assert code(replace(READY, roll=roll, today=today), "roll") == refused


def test_roll_display_counts_from_the_day_after_posting():
    assert roll_complete_on(date(2026, 11, 2), 3) == date(2026, 11, 5)
