"""Thủ tục của từng hình thức: one decision has one form (khoản 1 Điều 17 Luật), each form its own gates and acts.

States, their transitions and what follows the count are the same for all forms (``law.voting_acts``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from danchu.law import group_poll, meeting, slip_vote, slips, voting
from danchu.law.acts import Act
from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis
from danchu.law.forms import FormFacts, may_use
from danchu.law.gates import Check, Gate
from danchu.law.matters import Form
from danchu.law.people import Capacity
from danchu.law.voting import VoteFacts


@dataclass(frozen=True, slots=True)
class Procedure:
    """Thủ tục của một hình thức.

    ``needs``: the gates to be passed before an act; ``own``: acts that only this form knows; ``conditions``: what an
    act asks besides, in this form; ``capacities``: whom its team stands for.
    """

    basis: Mapping[str, Basis]
    gates: Callable[[VoteFacts], tuple[Gate, ...]]
    needs: Mapping[Act, tuple[str, ...]]
    own: frozenset[Act] = frozenset()
    conditions: Mapping[Act, Callable[[VoteFacts, datetime], Answer]] = field(default_factory=dict)
    capacities: tuple[Capacity, ...] = ()


_ONLINE_ACTS = frozenset(
    {
        Act.VOTING_APPLICATION_CHOOSE,
        Act.VOTING_BALLOT_ASSIST,
        Act.VOTING_FORM_POLL_OPEN,
        Act.VOTING_FORM_POLL_RECORD,
        Act.VOTING_GROUP_ENTER,
        Act.VOTING_GROUP_PICTURE,
        Act.VOTING_KIOSK_OPEN,
        Act.VOTING_MEANS_RECORD,
        Act.VOTING_OUTAGE_RECORD,
        Act.VOTING_REPORT_SEND,
        Act.VOTING_VOTE_EXTEND,
    }
)
_BEFORE_FORM_POLL = ("matter", "agreement", "application", "means", "report", "team", "roll")
_ONLINE_NEEDS: Mapping[Act, tuple[str, ...]] = {
    Act.VOTING_PROPOSAL_AGREE: ("matter",),
    Act.VOTING_APPLICATION_CHOOSE: ("matter",),
    Act.VOTING_MEANS_RECORD: ("matter",),
    Act.VOTING_REPORT_SEND: ("matter", "agreement"),
    Act.VOTING_TEAM_SET: ("matter", "agreement", "report"),
    Act.VOTING_ROLL_DRAW: ("matter", "agreement", "report"),
    Act.VOTING_ROLL_SHOW: ("matter", "agreement", "report"),
    Act.VOTING_FORM_POLL_OPEN: _BEFORE_FORM_POLL,
    Act.VOTING_FORM_POLL_RECORD: _BEFORE_FORM_POLL,
    Act.VOTING_VOTE_SCHEDULE: (*_BEFORE_FORM_POLL, "form_poll"),
    Act.VOTING_TEXT_CONFIRM: (*_BEFORE_FORM_POLL, "form_poll"),
    Act.VOTING_NOTICE_PUBLISH: (*_BEFORE_FORM_POLL, "form_poll", "text"),
}


def _may_enter_group(facts: VoteFacts, at: datetime) -> Answer:
    return group_poll.may_enter(facts.group, facts.state, facts.opens_at, at)


def _may_seal_group(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001 - conditions share one shape
    return group_poll.may_seal(facts.group, facts.state)


_ONLINE_CONDITIONS: Mapping[Act, Callable[[VoteFacts, datetime], Answer]] = {
    Act.VOTING_GROUP_ENTER: _may_enter_group,
    Act.VOTING_GROUP_PICTURE: _may_enter_group,
    Act.VOTING_RESULT_SEAL: _may_seal_group,
}

_MEETING_BASIS: Mapping[str, Basis] = {"matter": meeting.GATE_BASIS["matter"]}


def _meeting_gates(facts: VoteFacts) -> tuple[Gate, ...]:
    """A matter on the agenda may be decided at a meeting; everything else is asked of the meeting itself."""
    use = may_use(facts.matter, facts.scope, Form.MEETING, facts=FormFacts(), version=facts.rule_version)
    return (Gate("matter", _MEETING_BASIS["matter"], (Check("may_use", use),)),)


def _of_the_meeting(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001 - conditions share one shape
    """Roll, time, invitation, end: of the meeting, for all its matters. Refusal: ``meeting.own_file``."""
    return Refusal("meeting.own_file", Article("L10", 18, 1))


def _off_the_agenda(facts: VoteFacts, at: datetime) -> Answer:
    """A matter is withdrawn by itself only while it stands on no agenda."""
    return Allowed(Article("L10", 18, 1)) if facts.roll is None else _of_the_meeting(facts, at)


_MEETING_CONDITIONS = dict.fromkeys(
    (
        Act.VOTING_NOTICE_PUBLISH,
        Act.VOTING_PROPOSAL_AGREE,
        Act.VOTING_ROLL_DRAW,
        Act.VOTING_ROLL_FREEZE,
        Act.VOTING_ROLL_SHOW,
        Act.VOTING_TEAM_SET,
        Act.VOTING_TEXT_CONFIRM,
        Act.VOTING_VOTE_SCHEDULE,
        Act.VOTING_VOTE_STOP,
    ),
    _of_the_meeting,
) | {Act.VOTING_VOTE_WITHDRAW: _off_the_agenda}


PROCEDURES: Mapping[Form, Procedure] = {
    Form.MEETING: Procedure(
        basis=_MEETING_BASIS,
        gates=_meeting_gates,
        needs={},
        conditions=_MEETING_CONDITIONS,
    ),
    Form.SLIP: Procedure(
        basis=slip_vote.GATE_BASIS,
        gates=slip_vote.gates,
        needs=slip_vote.NEEDS,
        own=slip_vote.ACTS,
        conditions=slip_vote.CONDITIONS,
        capacities=slip_vote.CAPACITIES,
    ),
    Form.ONLINE: Procedure(
        basis=voting.GATE_BASIS,
        gates=voting.gates,
        needs=_ONLINE_NEEDS,
        own=_ONLINE_ACTS,
        conditions=_ONLINE_CONDITIONS,
        capacities=voting.CAPACITIES,
    ),
}


def of(facts: VoteFacts) -> Procedure:
    """Thủ tục của hình thức này."""
    return PROCEDURES[facts.form]


def gates(facts: VoteFacts) -> tuple[Gate, ...]:
    """Các bước của hồ sơ theo hình thức của nó, in order."""
    return of(facts).gates(facts)


def gate(facts: VoteFacts, key: str) -> Gate:
    """One gate by its key."""
    return next(one for one in gates(facts) if one.key == key)


def counted(facts: VoteFacts) -> Answer:
    """Đã kiểm chưa: figures on which two people agree, before the witnesses; online the register counts itself."""
    if facts.form is not Form.SLIP:
        return Allowed()
    return slips.may_count(slip_vote.slip_facts(facts))


def foreign(act: Act, facts: VoteFacts) -> Form | None:
    """Việc riêng của hình thức khác: the form that knows this act, when it is not the one of this vote."""
    return next((form for form, one in PROCEDURES.items() if form is not facts.form and act in one.own), None)
