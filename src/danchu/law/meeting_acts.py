"""Bước nào của cuộc họp làm được lúc nào: the table of steps, who may speak and vote, and what follows a failure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.forms import FormFacts, may_use
from danchu.law.gates import first_refusal
from danchu.law.matters import Form
from danchu.law.meeting import GATE_BASIS, MeetingFacts, gates, latest_notice, presence
from danchu.law.meeting_names import STATE_LABELS, STEP_LABELS, MeetingState, Step
from danchu.law.people import Label
from danchu.law.procedure import Transition, advance, not_now

# Which gates a step needs. Papers and the frozen roll may still follow the invitation, in time for the meeting.
NEEDS: Mapping[Step, tuple[str, ...]] = {
    Step.INVITE: ("matter", "convenor", "draft", "cluster", "day"),
    Step.OPEN: ("matter", "convenor", "draft", "cluster", "day", "roll", "notice", "papers"),
    Step.CLOSE: ("presence", "secretary", "heard", "method", "board", "figures"),
}


def _row(step: Step, sources: set[MeetingState], to: MeetingState, basis: Basis) -> Transition:
    return Transition(frozenset(sources), step, to, basis)


_P, _I, _O = MeetingState.PREPARING, MeetingState.INVITED, MeetingState.OPEN
TRANSITIONS: tuple[Transition, ...] = (
    _row(Step.INVITE, {_P, _I}, MeetingState.INVITED, Article("D59", 3, 3)),
    _row(Step.WITHDRAW, {_P, _I}, MeetingState.WITHDRAWN, Convention("withdraw")),
    _row(Step.OPEN, {_I}, MeetingState.OPEN, Article("L10", 18, 4)),
    _row(Step.FAIL, {_O}, MeetingState.FAILED, Article("L10", 19, 1, "b")),
    _row(Step.CLOSE, {_O}, MeetingState.CLOSED, Article("L10", 18, 4)),
    _row(Step.SEAL, {MeetingState.CLOSED}, MeetingState.SEALED, Convention("seal")),
)


def may(step: Step, facts: MeetingFacts, today: date) -> Answer:
    """Được làm bước này hôm nay không: state, gates, and the step's own conditions.

    Refusals: ``procedure.step``, those of the gates, ``meeting.too_late_to_invite``, ``meeting.not_the_day``,
    ``meeting.enough_present``.
    """
    after = advance(TRANSITIONS, facts.state, step)
    if isinstance(after, Refusal):
        return not_now(after, STEP_LABELS[step], STATE_LABELS[facts.state])
    wanted = NEEDS.get(step, ())
    passed = first_refusal(gate for gate in gates(facts) if gate.key in wanted)
    if not passed:
        return passed
    if step is Step.INVITE and facts.day is not None:
        latest = latest_notice(facts.day, version=facts.rule_version)
        if today > latest:
            return Refusal("meeting.too_late_to_invite", GATE_BASIS["notice"], {"on": facts.day, "latest": latest})
    if step is Step.OPEN and facts.day is not None and today != facts.day:
        return Refusal("meeting.not_the_day", GATE_BASIS["day"], {"on": facts.day})
    if step is Step.FAIL and (now := presence(facts)).enough:
        told = {"present": now.present, "needed": now.needed}
        return Refusal("meeting.enough_present", now.article, told)
    return passed


def slips_after(facts: MeetingFacts) -> Answer:
    """Được phát phiếu sau cuộc họp này không: a new count of all households; papers and roll carry over, votes do not.

    Refusals: ``meeting.not_failed``, those of ``forms.may_use``.
    """
    if facts.state is not MeetingState.FAILED:
        return Refusal("meeting.not_failed", Article("L10", 19, 1, "b"))
    failed = FormFacts(meeting_failed=True)
    return may_use(facts.matter, facts.scope, Form.SLIP, facts=failed, version=facts.rule_version)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Người đến dự: the representative of a household on the roll, or another member who disagrees with it."""

    on_roll: bool
    representative: bool


def may_speak(attendee: Attendee, facts: MeetingFacts) -> Answer:
    """Được đăng ký phát biểu không: representatives, and a member who disagrees (Điều 24.2), until the vote is closed.

    Refusals: ``meeting.not_of_khu_pho``, ``procedure.step``.
    """
    if not attendee.on_roll:
        return Refusal("meeting.not_of_khu_pho", Article("L10", 18, 1))
    if facts.state not in {MeetingState.INVITED, MeetingState.OPEN}:
        refusal = Refusal("procedure.state", Article("L10", 24, 2))
        return not_now(refusal, Label("đăng ký phát biểu", "register to speak"), STATE_LABELS[facts.state])
    return Allowed(Article("L10", 18, 1) if attendee.representative else Article("L10", 24, 2))


def may_vote(attendee: Attendee) -> Answer:
    """Được biểu quyết không: the household's representative alone.

    Refusals: ``meeting.not_of_khu_pho``, ``meeting.member_has_no_vote``.
    """
    if not attendee.on_roll:
        return Refusal("meeting.not_of_khu_pho", Article("L10", 18, 1))
    if not attendee.representative:
        return Refusal("meeting.member_has_no_vote", Article("L10", 24, 2))
    return Allowed(Article("L10", 18, 2))
