"""Biểu quyết bằng phiếu lấy ý kiến của hộ: the gates of ``law.slips`` in the order in which a file is prepared.

The team, the roll and the text come first, because the plan and the slip name them; then the plan, the slips themselves
and the public notice. From the notice on the clock alone says when slips are out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from danchu.law import slips, voting
from danchu.law.acts import Act
from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.days import Calendar
from danchu.law.gates import Check, Gate, check
from danchu.law.matters import Matter
from danchu.law.people import Capacity
from danchu.law.slips import SLIP_FIELDS, SlipCapacity, SlipFacts, SlipMember, SlipState
from danchu.law.speech import VIETNAM
from danchu.law.states import State
from danchu.law.voting import VoteFacts

GATE_BASIS: Mapping[str, Basis] = {
    "matter": slips.GATE_BASIS["matter"],
    "agreement": slips.GATE_BASIS["agreement"],
    "team": slips.GATE_BASIS["team"],
    "roll": slips.GATE_BASIS["roll"],
    "text": slips.GATE_BASIS["times"],
    "plan": slips.GATE_BASIS["plan"],
    "slip": slips.GATE_BASIS["slip"],
    "notice": Article("D59", 4, 4),
}
CAPACITIES = tuple(Capacity(one.value) for one in SlipCapacity)
_BEFORE_TEXT = ("matter", "agreement", "team", "roll")
_BEFORE_PLAN = (*_BEFORE_TEXT, "text")
NEEDS: Mapping[Act, tuple[str, ...]] = {
    Act.VOTING_PROPOSAL_AGREE: ("matter",),
    Act.VOTING_TEAM_SET: ("matter", "agreement"),
    Act.VOTING_ROLL_DRAW: ("matter", "agreement"),
    Act.VOTING_ROLL_SHOW: ("matter", "agreement"),
    Act.VOTING_VOTE_SCHEDULE: _BEFORE_TEXT,
    Act.VOTING_TEXT_CONFIRM: _BEFORE_TEXT,
    Act.VOTING_PLAN_ISSUE: _BEFORE_PLAN,
    Act.VOTING_PLAN_SEND: _BEFORE_PLAN,
    Act.VOTING_SLIP_PRINT: _BEFORE_PLAN,
    Act.VOTING_SLIP_MARK: _BEFORE_PLAN,
    Act.VOTING_NOTICE_PUBLISH: (*_BEFORE_PLAN, "plan", "slip"),
}
# What only this form knows.
ACTS = frozenset(
    {
        Act.VOTING_COUNT_ENTER,
        Act.VOTING_GAP_EXPLAIN,
        Act.VOTING_PLAN_ISSUE,
        Act.VOTING_PLAN_SEND,
        Act.VOTING_SLIP_ISSUE,
        Act.VOTING_SLIP_MARK,
        Act.VOTING_SLIP_PRINT,
        Act.VOTING_SLIP_REPLACE,
        Act.VOTING_SLIP_RETURN,
    }
)
_NO_CALENDAR = Calendar(first=date.min, last=date.max)
_STATES: Mapping[State, SlipState] = {
    State.PREPARING: SlipState.PREPARING,
    State.SCHEDULED: SlipState.PUBLISHED,
    State.CLOSED: SlipState.PUBLISHED,
    State.WITHDRAWN: SlipState.WITHDRAWN,
    State.STOPPED: SlipState.STOPPED,
}


def slip_facts(facts: VoteFacts) -> SlipFacts:
    """Dữ kiện của đợt phát phiếu, as ``law.slips`` asks for them; days are Vietnamese days."""
    part, roll = facts.slips, facts.roll
    timed = facts.opens_at is not None and facts.closes_at is not None
    planned = part.plan | {"content"} | ({"people"} if facts.team else set()) | ({"time", "period"} if timed else set())
    return SlipFacts(
        state=_STATES.get(facts.state, SlipState.SEALED),
        matter=facts.matter,
        scope=facts.scope,
        households=roll.households if roll else 0,
        meeting_failed=facts.meeting_failed,
        agreed=all(one.answer for one in _agreement(facts)),
        plan=frozenset(planned),
        plan_issued_on=part.plan_issued_on,
        plan_sent_on=part.plan_sent_on,
        team=tuple(_member(one) for one in facts.team),
        slip=frozenset(SLIP_FIELDS) if timed and part.printed else frozenset(),
        mark=part.mark,
        roll_frozen=roll is not None and roll.frozen,
        starts_on=_day(facts.opens_at),
        ends_on=_day(facts.closes_at),
        witnesses=part.witnesses,
        figures=part.figures,
        rule_version=facts.rule_version,
    )


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(VIETNAM).date() if moment else None


def _member(one: voting.TeamMember) -> SlipMember:
    stands = frozenset(one.capacities).intersection(CAPACITIES)
    return SlipMember(one.person, frozenset(SlipCapacity(str(key)) for key in stands), one.leader)


def _agreement(facts: VoteFacts) -> tuple[Check, ...]:
    """A matter of the khu phố: head and Front. After a meeting to which too few came nobody need agree again."""
    if facts.meeting_failed or facts.matter != Matter.D6:
        return ()
    return voting.agreement_checks(facts, Article("D59", 4, 1, "c"))


def _text(facts: VoteFacts) -> tuple[Check, ...]:
    timed = facts.opens_at is not None and facts.closes_at is not None
    confirmed = len(facts.confirmed_by)
    return (
        check("slips.times_set", timed, GATE_BASIS["text"]),
        check("voting.text_confirmed", confirmed >= 2, Convention("text"), people=confirmed),
    )


def gates(facts: VoteFacts) -> tuple[Gate, ...]:
    """Các bước của hồ sơ phát phiếu, in order, each with its checks as they stand."""
    slip = slip_facts(facts)
    of_law = {one.key: one.checks for one in slips.gates(slip, facts.slips.calendar or _NO_CALENDAR)}
    printed = check("slips.printed", facts.slips.printed > 0, GATE_BASIS["slip"])
    checks = {
        "matter": of_law["matter"],
        "agreement": _agreement(facts),
        "team": of_law["team"],
        "roll": voting.roll_checks(facts),
        "text": _text(facts),
        "plan": of_law["plan"],
        "slip": (printed, *(one for one in of_law["slip"] if one.key == "mark")),
        "notice": (check("voting.notice_published", facts.notice_published, GATE_BASIS["notice"]),),
    }
    return tuple(Gate(key, GATE_BASIS[key], found) for key, found in checks.items())


def may_publish(facts: VoteFacts, at: datetime) -> Answer:
    """Được công khai đợt phát phiếu hôm nay không: at the latest two days before the first slip goes out.

    Refusal: ``slips.too_late_to_publish``.
    """
    starts_on, today = _day(facts.opens_at), _day(at)
    if facts.state is State.PREPARING and starts_on is not None and today is not None:
        latest = slips.latest_publication(starts_on, version=facts.rule_version)
        if today > latest:
            return Refusal("slips.too_late_to_publish", GATE_BASIS["notice"], {"on": starts_on, "latest": latest})
    return Allowed(GATE_BASIS["notice"])


def _out(facts: VoteFacts, at: datetime) -> bool:
    """Slips are out: published, and between the first moment and the last."""
    opens_at, closes_at = facts.opens_at, facts.closes_at
    timed = opens_at is not None and closes_at is not None and opens_at <= at < closes_at
    return facts.state is State.SCHEDULED and timed


def _may_hand_out(facts: VoteFacts, at: datetime) -> Answer:
    basis = Article("L10", 19, 3)
    return Allowed(basis) if _out(facts, at) else Refusal("slips.not_running", basis)


def _may_take_in(facts: VoteFacts, at: datetime) -> Answer:
    """While slips are out; afterwards too, for what was in the box or in a helper's hands when time ran out."""
    basis = Article("L10", 19, 3)
    if slips.may_count(slip_facts(facts)):
        return Refusal("slips.counted", basis)
    over = facts.state is State.CLOSED
    return Allowed(basis) if over or _out(facts, at) else Refusal("slips.not_running", basis)


def _may_send_plan(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001 - conditions share one shape
    if facts.slips.plan_issued_on is None:
        return Refusal("slips.plan_issued", GATE_BASIS["plan"])
    return Allowed(GATE_BASIS["plan"])


def _may_mark(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    return Allowed(GATE_BASIS["slip"]) if facts.slips.printed else Refusal("slips.printed", GATE_BASIS["slip"])


def _may_count(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    basis = slips.GATE_BASIS["count"]
    if facts.state is not State.CLOSED:
        ends_on = _day(facts.closes_at)
        return Refusal("slips.not_over", basis, {"on": ends_on}) if ends_on else Refusal("slips.times_set", basis)
    return Allowed(basis)


def _may_explain(facts: VoteFacts, at: datetime) -> Answer:
    return _may_count(facts, at) and slips.may_count(slip_facts(facts))


def _may_seal(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    """Counted, and nothing that does not add up is left without its explanation."""
    if facts.state is not State.CLOSED:
        return Allowed()  # the transition table refuses
    counted = slips.may_count(slip_facts(facts))
    if not counted:
        return counted
    return Allowed() if facts.slips.held is None else facts.slips.held


CONDITIONS: Mapping[Act, Callable[[VoteFacts, datetime], Answer]] = {
    Act.VOTING_COUNT_ENTER: _may_count,
    Act.VOTING_GAP_EXPLAIN: _may_explain,
    Act.VOTING_NOTICE_PUBLISH: may_publish,
    Act.VOTING_PLAN_SEND: _may_send_plan,
    Act.VOTING_RESULT_SEAL: _may_seal,
    Act.VOTING_SLIP_ISSUE: _may_hand_out,
    Act.VOTING_SLIP_MARK: _may_mark,
    Act.VOTING_SLIP_REPLACE: _may_hand_out,
    Act.VOTING_SLIP_RETURN: _may_take_in,
}
