"""Việc nào làm được lúc nào: the table of acts of a vote of any form, and each act's own conditions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from danchu.law import procedures
from danchu.law.acts import Act
from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.gates import all_hold, first_refusal
from danchu.law.matters import FORM_LABELS
from danchu.law.procedure import Transition, advance
from danchu.law.states import Phase, State
from danchu.law.voting import GATE_BASIS, VoteFacts, roll_ready

_P, _S, _C = State.PREPARING, State.SCHEDULED, State.CLOSED


def _row(act: Act, sources: set[State], to: State, basis: Basis) -> Transition:
    return Transition(frozenset(sources), act, to, basis)


TRANSITIONS: tuple[Transition, ...] = (
    _row(Act.VOTING_FORM_POLL_CLOSE, {_P}, State.PREPARING, GATE_BASIS["form_poll"]),
    _row(Act.VOTING_NOTICE_PUBLISH, {_P}, State.SCHEDULED, GATE_BASIS["notice"]),
    _row(Act.VOTING_VOTE_WITHDRAW, {_P, _S}, State.WITHDRAWN, Convention("withdraw")),
    _row(Act.VOTING_VOTE_STOP, {_P, _S}, State.STOPPED, Convention("stop")),
    _row(Act.VOTING_VOTE_EXTEND, {_S}, State.SCHEDULED, Convention("extend")),
    _row(Act.VOTING_VOTE_CLOSE, {_S}, State.CLOSED, Article("D59", 5, 4, "a")),
    _row(Act.VOTING_RESULT_SEAL, {_C}, State.SEALED, Convention("seal")),
    _row(Act.VOTING_RESULT_ANNOUNCE, {State.SEALED}, State.ANNOUNCED, Article("D59", 5, 4, "b")),
    _row(Act.VOTING_DECISION_SEND, {State.ANNOUNCED}, State.SENT, Article("L10", 20, 3)),
)

_PREPARING_ACTS = frozenset(
    {
        Act.VOTING_VOTE_EDIT,
        Act.VOTING_PROPOSAL_AGREE,
        Act.VOTING_APPLICATION_CHOOSE,
        Act.VOTING_MEANS_RECORD,
        Act.VOTING_REPORT_SEND,
        Act.VOTING_TEAM_SET,
        Act.VOTING_ROLL_DRAW,
        Act.VOTING_ROLL_SHOW,
        Act.VOTING_ROLL_REQUEST,
        Act.VOTING_ROLL_CORRECT,
        Act.VOTING_ROLL_FREEZE,
        Act.VOTING_FORM_POLL_OPEN,
        Act.VOTING_FORM_POLL_RECORD,
        Act.VOTING_VOTE_SCHEDULE,
        Act.VOTING_TEXT_CONFIRM,
        Act.VOTING_PLAN_ISSUE,
        Act.VOTING_PLAN_SEND,
        Act.VOTING_SLIP_PRINT,
        Act.VOTING_SLIP_MARK,
    }
)
# A team may still be mended (a mandate ended) after the notice, until the result is sealed.
_ALSO_LATER = frozenset({Act.VOTING_TEAM_SET})
_ROLL_ACTS = frozenset(
    {
        Act.VOTING_ROLL_DRAW,
        Act.VOTING_ROLL_SHOW,
        Act.VOTING_ROLL_REQUEST,
        Act.VOTING_ROLL_CORRECT,
        Act.VOTING_ROLL_FREEZE,
    }
)
REDOABLE = frozenset({State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED, State.ANNOUNCED, State.SENT})
SIGNATURES_NEEDED = 4  # điểm g khoản 2 Điều 20 Luật: head, Front head, two household representatives


def times_answer(opens_at: datetime, closes_at: datetime, at: datetime) -> Answer:
    """Giờ mở, giờ đóng có dùng được không: opening not in the past, closing after opening. The law sets no length."""
    basis = Convention("times")
    if opens_at < at:
        return Refusal("voting.opens_in_past", basis, {"opens_at": opens_at})
    if closes_at <= opens_at:
        return Refusal("voting.closes_before_opening", basis, {"opens_at": opens_at, "closes_at": closes_at})
    return Allowed(basis)


def phase_at(facts: VoteFacts, at: datetime) -> Phase:
    """Giai đoạn lúc ``at``: the written state, with opening and closing read from the clock."""
    if facts.state is not State.SCHEDULED or facts.opens_at is None or facts.closes_at is None:
        return Phase(facts.state.value)
    if at < facts.opens_at:
        return Phase.SCHEDULED
    return Phase.OPEN if at < facts.closes_at else Phase.CLOSING


def may(act: Act, facts: VoteFacts, at: datetime) -> Answer:
    """Được làm việc này lúc này không: form, state, gates and the act's own conditions; roles are ``acts.may``'s."""
    if (form := procedures.foreign(act, facts)) is not None:
        labels = FORM_LABELS[form], FORM_LABELS[facts.form]
        told = {"form_vi": labels[0].vi, "form_en": labels[0].en, "this_vi": labels[1].vi, "this_en": labels[1].en}
        return Refusal("voting.other_form", Article("L10", 17, 1), told)
    own = procedures.of(facts).conditions
    if act in own and not (answer := own[act](facts, at)):
        return answer
    if act in _PREPARING_ACTS:
        answer = _may_prepare(act, facts)
    elif act in _CONDITIONS:
        answer = _CONDITIONS[act](facts, at)
    else:
        answer = Allowed()
    if not answer:
        return answer
    if any(row.act is act for row in TRANSITIONS):
        step = advance(TRANSITIONS, facts.state, act)
        if isinstance(step, Refusal):
            return step
        if not (passed := _gates_before(act, facts)):
            return passed
    return answer


def _gates_before(act: Act, facts: VoteFacts) -> Answer:
    """The first gate of this form that the act needs and that is not passed."""
    wanted = procedures.of(facts).needs.get(act, ())
    found = (one for one in procedures.gates(facts) if one.key in wanted) if wanted else ()
    return first_refusal(found)


def _may_prepare(act: Act, facts: VoteFacts) -> Answer:
    later = act in _ALSO_LATER and facts.state in {State.SCHEDULED, State.CLOSED}
    if facts.state is not State.PREPARING and not later:
        return Refusal("procedure.state", Convention("procedure"), {"act": str(act), "state": str(facts.state)})
    if not (passed := _gates_before(act, facts)):
        return passed
    if act in _ROLL_ACTS and not (on_roll := _may_touch_roll(act, facts)):
        return on_roll
    if act in {Act.VOTING_FORM_POLL_OPEN, Act.VOTING_FORM_POLL_RECORD} and (
        facts.form_poll.opened or facts.form_poll.passed is not None
    ):
        return Refusal("voting.form_poll_once", GATE_BASIS["form_poll"])
    if act is Act.VOTING_VOTE_EDIT and facts.form_poll.opened and facts.form_poll.passed is None:
        return Refusal("voting.edit_during_form_poll", Convention("text"))
    if act is Act.VOTING_TEXT_CONFIRM and (facts.opens_at is None or facts.closes_at is None):
        return Refusal("voting.times_set", Article("D59", 5, 3))
    procedure = procedures.of(facts)
    return Allowed(procedure.basis.get(procedure.needs.get(act, ("matter",))[-1]))


def _may_touch_roll(act: Act, facts: VoteFacts) -> Answer:
    roll = facts.roll
    if roll is not None and roll.frozen:
        return Refusal("voting.roll_already_frozen", GATE_BASIS["roll"])
    if act is Act.VOTING_ROLL_SHOW and roll is None:
        return Refusal("voting.roll_drawn", GATE_BASIS["roll"])
    if act in {Act.VOTING_ROLL_REQUEST, Act.VOTING_ROLL_CORRECT} and (roll is None or roll.shown_on is None):
        return Refusal("voting.roll_not_shown", Convention("roll"))
    if act is Act.VOTING_ROLL_FREEZE:
        return all_hold(roll_ready(facts))
    return Allowed(Convention("roll"))


def _may_publish(facts: VoteFacts, at: datetime) -> Answer:
    if facts.opens_at is not None and at >= facts.opens_at and facts.state is State.PREPARING:
        return Refusal("voting.notice_after_opening", GATE_BASIS["notice"], {"opens_at": facts.opens_at})
    return Allowed(GATE_BASIS["notice"])


def _may_withdraw(facts: VoteFacts, at: datetime) -> Answer:
    if facts.state is State.SCHEDULED and facts.opens_at is not None and at >= facts.opens_at:
        return Refusal("voting.withdraw_after_opening", Convention("withdraw"), {"opens_at": facts.opens_at})
    if facts.form_poll.opened and facts.form_poll.passed is None:
        return Refusal("voting.withdraw_during_form_poll", Convention("withdraw"))
    return Allowed(Convention("withdraw"))


def _may_stop(facts: VoteFacts, at: datetime) -> Answer:
    form_poll_running = facts.form_poll.opened and facts.form_poll.passed is None
    content_open = facts.state is State.SCHEDULED and facts.opens_at is not None and at >= facts.opens_at
    if facts.state in {State.PREPARING, State.SCHEDULED} and not (form_poll_running or content_open):
        return Refusal("voting.stop_before_opening", Convention("stop"))
    if content_open and facts.closes_at is not None and at >= facts.closes_at:
        return Refusal("voting.closed", Article("D59", 5, 4, "a"), {"closed_at": facts.closes_at})
    return Allowed(Convention("stop"))


def _may_extend(facts: VoteFacts, at: datetime) -> Answer:
    basis = Convention("extend")
    if facts.state is not State.SCHEDULED:
        return Allowed(basis)  # the transition table refuses
    if facts.opens_at is None or at < facts.opens_at:
        return Refusal("voting.extend_before_opening", basis)
    if facts.closes_at is None or at >= facts.closes_at:
        return Refusal("voting.closed", basis, {"closed_at": facts.closes_at})
    if facts.extended:
        return Refusal("voting.extended_already", basis)
    if not facts.outage_recorded:
        return Refusal("voting.extend_without_outage", basis)
    return Allowed(basis)


def _may_close(facts: VoteFacts, at: datetime) -> Answer:
    if facts.state is State.SCHEDULED and facts.closes_at is not None and at < facts.closes_at:
        return Refusal("voting.not_yet_closed", Article("D59", 5, 4, "a"), {"closes_at": facts.closes_at})
    return Allowed(Article("D59", 5, 4, "a"))


def _may_seal(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001 - conditions share one shape
    if facts.open_disputes:
        return Refusal("voting.open_disputes", Convention("dispute"), {"disputes": facts.open_disputes})
    return Allowed(Convention("seal"))


def _may_sign(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    if facts.state is not State.SEALED:
        return Refusal("voting.sign_before_seal", Article("L10", 20, 2, "g"))
    return Allowed(Article("L10", 20, 2, "g"))


def _may_announce(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    if facts.state is State.SEALED and facts.signatures < SIGNATURES_NEEDED:
        return Refusal(
            "voting.signatures_missing",
            Article("L10", 20, 2, "g"),
            {"signatures": facts.signatures, "needed": SIGNATURES_NEEDED},
        )
    return Allowed(Article("D59", 5, 4, "b"))


def _may_redo(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    if facts.state not in REDOABLE:
        return Refusal(
            "procedure.state", Article("L10", 22), {"act": str(Act.VOTING_VOTE_REDO), "state": str(facts.state)}
        )
    return Allowed(Article("L10", 22))


def _while_voting(facts: VoteFacts, at: datetime) -> Answer:
    """Helping, the kiosk, the call list and outages belong to a running round."""
    form_poll_running = facts.state is State.PREPARING and facts.form_poll.opened and facts.form_poll.passed is None
    if form_poll_running or phase_at(facts, at) is Phase.OPEN:
        return Allowed(Article("D59", 5, 3))
    return Refusal("voting.not_running", Article("D59", 5, 3))


def _may_dispute(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    if facts.state in {State.SEALED, State.ANNOUNCED, State.SENT}:
        return Refusal("voting.dispute_after_seal", Convention("dispute"))
    if facts.state in {State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED}:
        return Refusal("voting.stopped", Convention("stop"))
    return Allowed(Convention("dispute"))


_CONDITIONS: Mapping[Act, Callable[[VoteFacts, datetime], Answer]] = {
    Act.VOTING_NOTICE_PUBLISH: _may_publish,
    Act.VOTING_VOTE_WITHDRAW: _may_withdraw,
    Act.VOTING_VOTE_STOP: _may_stop,
    Act.VOTING_VOTE_EXTEND: _may_extend,
    Act.VOTING_VOTE_CLOSE: _may_close,
    Act.VOTING_RESULT_SEAL: _may_seal,
    Act.VOTING_MINUTES_SIGN: _may_sign,
    Act.VOTING_RESULT_ANNOUNCE: _may_announce,
    Act.VOTING_VOTE_REDO: _may_redo,
    Act.VOTING_BALLOT_ASSIST: _while_voting,
    Act.VOTING_KIOSK_OPEN: _while_voting,
    Act.VOTING_CALL_LIST_VIEW: _while_voting,
    Act.VOTING_OUTAGE_RECORD: _while_voting,
    Act.VOTING_ENTRY_DISPUTE: _may_dispute,
    Act.VOTING_DISPUTE_RESOLVE: _may_dispute,
}
