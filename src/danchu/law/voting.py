"""Bàn và quyết định bằng biểu quyết trực tuyến: the procedure of Decree 59/2023 Article 5, as gates and acts.

The vote is prepared through gates in order; each gate answers ``Allowed`` or says what would satisfy it. From the
published notice on, the clock alone opens and closes it. Facts come in frozen, answers go out; nothing is read or
written here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from danchu.law.answers import Allowed, Refusal
from danchu.law.basis import Article, Basis, Convention, WardSetting
from danchu.law.gates import Check, Gate
from danchu.law.group_poll import NO_GROUP, GroupPart
from danchu.law.matters import Form
from danchu.law.people import Capacity, Role
from danchu.law.rules import RULE_VERSION, rules_at
from danchu.law.slips import NO_SLIPS, SlipPart
from danchu.law.states import State

_D = "D59"
GATE_BASIS: Mapping[str, Basis] = {
    "matter": Article(_D, 5, 1, "a"),
    "agreement": Article(_D, 5, 1, "a"),
    "application": Article(_D, 5, 5),
    "means": Article(_D, 5, 1, "c"),
    "report": Article(_D, 5, 2, "a"),
    "team": Article(_D, 5, 2, "b"),
    "roll": Article("L10", 21, 1),
    "form_poll": Article(_D, 5, 2, "c"),
    "text": Convention("text"),
    "notice": Article(_D, 5, 3),
}

# Whom the team stands for (điểm b khoản 2 Điều 5 Nghị định 59).
CAPACITIES = (Capacity.KHU_PHO, Capacity.FRONT, Capacity.HOUSEHOLD_REP, Capacity.IT)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Một người đồng ý: ``person`` is an opaque id, ``roles`` the mandates held when agreeing."""

    person: int
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Means:
    """Điều kiện thiết bị, mạng: what was recorded of the households' devices and how the others are helped."""

    internet: bool
    without_device: int
    help: str


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Thành viên Tổ lấy ý kiến biểu quyết trực tuyến."""

    person: int
    capacities: frozenset[Capacity]
    leader: bool = False


@dataclass(frozen=True, slots=True)
class RollFacts:
    """Danh sách hộ của cuộc biểu quyết: ``households`` is N as listed now; days are Vietnamese calendar days."""

    households: int
    shown_on: date | None = None
    display_days: int = 3
    open_requests: int = 0
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class FormPollFacts:
    """Lần hỏi về hình thức: ``passed`` is None until it is closed or recorded."""

    opened: bool = False
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """Dữ kiện của một cuộc biểu quyết, frozen at the moment of a question.

    What only one form asks about is empty for the others: ``slips`` is the part of a round of slips.
    """

    state: State
    matter: str
    scope: str = "khu_pho"
    form: Form = Form.ONLINE
    meeting_failed: bool = False
    agreements: tuple[Agreement, ...] = ()
    application_chosen: bool = False
    means: Means | None = None
    reported: bool = False
    team: tuple[TeamMember, ...] = ()
    roll: RollFacts | None = None
    form_poll: FormPollFacts = FormPollFacts()
    confirmed_by: frozenset[int] = frozenset()
    notice_published: bool = False
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    extended: bool = False
    outage_recorded: bool = False
    open_disputes: int = 0
    signatures: int = 0
    today: date = date.min
    rule_version: str = RULE_VERSION
    slips: SlipPart = NO_SLIPS
    group: GroupPart = NO_GROUP


def _check(key: str, holds: bool, basis: Basis, code: str | None = None, **details: object) -> Check:
    return Check(key, Allowed(basis) if holds else Refusal(code or f"voting.{key}", basis, details))


def _matter(facts: VoteFacts) -> tuple[Check, ...]:
    return (
        _check("matter_online", facts.matter == "D6", GATE_BASIS["matter"], matter=facts.matter),
        _check("scope_online", facts.scope == "khu_pho", Convention("scope"), scope=facts.scope),
    )


def agreement_checks(facts: VoteFacts, basis: Basis) -> tuple[Check, ...]:
    """Trưởng khu phố và Ban công tác Mặt trận cùng đồng ý hình thức này: two people, whoever holds the offices."""
    heads = {one.person for one in facts.agreements if Role.HEAD in one.roles}
    fronts = {one.person for one in facts.agreements if Role.FRONT_HEAD in one.roles}
    return (
        _check("agreement_head", bool(heads), basis),
        _check("agreement_front", bool(fronts), basis),
        _check(
            "agreement_two_people",
            not (heads and fronts) or len({one.person for one in facts.agreements}) >= 2,
            Convention("two_people"),
        ),
    )


def _means(facts: VoteFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["means"]
    means = facts.means
    if means is None:
        return (_check("means_recorded", False, basis),)
    helped = bool(means.help.strip())
    return (
        _check("means_recorded", True, basis),
        _check("means_internet", means.internet or helped, basis),
        _check("means_help", means.without_device == 0 or helped, basis, households=means.without_device),
    )


def team_checks(team: tuple[TeamMember, ...], *, version: str = RULE_VERSION) -> tuple[Check, ...]:
    """Điều kiện của Tổ: 3–5 people, all four capacities, one leader who stands for the Front committee."""
    basis = GATE_BASIS["team"]
    size = rules_at(version).count("online.team")
    leaders = [member for member in team if member.leader]
    has = frozenset().union(*(member.capacities for member in team)) if team else frozenset()
    return (
        _check("team_size", size.admits(len(team)), basis, members=len(team), least=size.low, most=size.high),
        _check("team_people", len({member.person for member in team}) == len(team), Convention("two_people")),
        _check("team_leader", len(leaders) == 1 and Capacity.FRONT in leaders[0].capacities, basis),
        *(_check(f"team_{capacity}", capacity in has, basis) for capacity in CAPACITIES),
    )


def roll_complete_on(shown_on: date, display_days: int) -> date:
    """Ngày đủ thời gian niêm yết: the last day of the display; the first day counted is the day after posting."""
    return shown_on + timedelta(days=display_days)


def roll_ready(facts: VoteFacts) -> tuple[Check, ...]:
    """What must hold before the roll may be frozen."""
    roll = facts.roll
    setting = WardSetting("roll.display_days")
    if roll is None:
        return (_check("roll_drawn", False, GATE_BASIS["roll"]),)
    checks = [
        _check("roll_drawn", True, GATE_BASIS["roll"]),
        _check("roll_households", roll.households > 0, GATE_BASIS["roll"]),
        _check("roll_shown", roll.shown_on is not None, setting, days=roll.display_days),
    ]
    if roll.shown_on is not None:
        complete = roll_complete_on(roll.shown_on, roll.display_days)
        checks.append(
            _check("roll_shown_long_enough", facts.today > complete, setting, days=roll.display_days, until=complete)
        )
    checks.append(_check("roll_requests", roll.open_requests == 0, Convention("roll"), requests=roll.open_requests))
    return tuple(checks)


def roll_checks(facts: VoteFacts) -> tuple[Check, ...]:
    """Danh sách hộ đã chốt chưa, and what must come before it."""
    basis = GATE_BASIS["roll"]
    if facts.roll is not None and facts.roll.frozen:
        return (_check("roll_frozen", True, basis),)
    return (*roll_ready(facts), _check("roll_frozen", False, basis))


def _form_poll(facts: VoteFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["form_poll"]
    poll = facts.form_poll
    return (
        _check(
            "form_poll_held",
            poll.passed is not None,
            basis,
            code="voting.form_poll_running" if poll.opened else None,
        ),
        _check("form_poll_passed", poll.passed is not False, basis),
    )


def _text(facts: VoteFacts) -> tuple[Check, ...]:
    timed = facts.opens_at is not None and facts.closes_at is not None
    return (
        _check("times_set", timed, Article(_D, 5, 3)),
        _check("text_confirmed", len(facts.confirmed_by) >= 2, GATE_BASIS["text"], people=len(facts.confirmed_by)),
    )


_GATES: tuple[tuple[str, Callable[[VoteFacts], tuple[Check, ...]]], ...] = (
    ("matter", _matter),
    ("agreement", lambda facts: agreement_checks(facts, GATE_BASIS["agreement"])),
    ("application", lambda facts: (_check("application_chosen", facts.application_chosen, GATE_BASIS["application"]),)),
    ("means", _means),
    ("report", lambda facts: (_check("report_sent", facts.reported, GATE_BASIS["report"]),)),
    ("team", lambda facts: team_checks(facts.team, version=facts.rule_version)),
    ("roll", roll_checks),
    ("form_poll", _form_poll),
    ("text", _text),
    ("notice", lambda facts: (_check("notice_published", facts.notice_published, GATE_BASIS["notice"]),)),
)
GATE_KEYS: tuple[str, ...] = tuple(key for key, _ in _GATES)


def gates(facts: VoteFacts) -> tuple[Gate, ...]:
    """Các bước theo Điều 5 Nghị định 59, in order, each with its checks as they stand."""
    return tuple(Gate(key, GATE_BASIS[key], checks(facts)) for key, checks in _GATES)
