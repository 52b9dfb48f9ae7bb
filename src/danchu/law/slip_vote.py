"""Biểu quyết bằng phiếu lấy ý kiến của hộ: the gates of ``law.slips`` in the order in which a file is prepared.

The team, the roll and the text come first, because the plan and the slip name them; then the plan, the slips themselves
and the public notice. From the notice on the clock alone says when slips are out.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    Act.VOTING_NOTICE_PUBLISH: (*_BEFORE_PLAN, "plan", "slip"),
}
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
