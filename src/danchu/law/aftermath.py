"""Sau khi biểu quyết (Điều 20–24 Luật): the written decision, its signatures and sending, recognition, effect, redress.

Lateness is said, never refused: a decision sent on the sixth day is still the community's decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from danchu.law.answers import Allowed, Answer, Deadline, Outcome, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.clocks import due
from danchu.law.days import Calendar, add_months
from danchu.law.gates import Check, all_hold, check
from danchu.law.matters import Effect, Form, Matter, Purpose, Scope, effect, recognised_by
from danchu.law.outcome import outcome
from danchu.law.people import Label
from danchu.law.procedure import Transition, advance, not_now
from danchu.law.rules import RULE_VERSION, rules_at

REVIEW_MONTHS = 6  # the list of who does what returns at the half-yearly review: a convention, the law is silent


class DecisionForm(StrEnum):
    """Văn bản của quyết định (khoản 1 Điều 20 Luật)."""

    RESOLUTION = "resolution"
    MINUTES = "minutes"
    MEMORANDUM = "memorandum"
    AGREEMENT = "agreement"


class DecisionState(StrEnum):
    """Trạng thái quyết định, as written in its row."""

    DRAFT = "draft"
    SIGNED = "signed"
    SENT = "sent"
    RECOGNISED = "recognised"
    NOT_RECOGNISED = "not_recognised"
    ANNULLED = "annulled"
    TO_REDO = "to_redo"


class DecisionStep(StrEnum):
    """Bước sau khi biểu quyết."""

    SIGN = "sign"
    SEND = "send"
    RECOGNISE = "recognise"
    REFUSE = "refuse"
    ANNUL = "annul"
    REDO = "redo"


class Signer(StrEnum):
    """Người ký quyết định (điểm g khoản 2 Điều 20 Luật)."""

    HEAD = "head"
    FRONT_HEAD = "front_head"
    HOUSEHOLD_REP = "household_rep"


class Fault(StrEnum):
    """Điều sai của quyết định (Điều 22 Luật): against the law, against good customs, or in its procedure."""

    LAW = "law"
    CUSTOMS = "customs"
    PROCEDURE = "procedure"


class Addressee(StrEnum):
    """Nơi nhận kiến nghị về kết quả (khoản 4 Điều 24 Luật)."""

    UBND = "ubnd"
    FRONT = "front"
    INSPECTORATE = "inspectorate"


FORM_LABELS: Mapping[DecisionForm, Label] = {
    DecisionForm.RESOLUTION: Label("nghị quyết", "resolution"),
    DecisionForm.MINUTES: Label("biên bản cuộc họp", "minutes of the meeting"),
    DecisionForm.MEMORANDUM: Label("bản ghi nhớ", "memorandum"),
    DecisionForm.AGREEMENT: Label("bản thỏa thuận", "agreement"),
}
DECISION_STATE_LABELS: Mapping[DecisionState, Label] = {
    DecisionState.DRAFT: Label("quyết định chưa ký đủ", "the decision is not signed"),
    DecisionState.SIGNED: Label("quyết định đã ký", "the decision is signed"),
    DecisionState.SENT: Label("quyết định đã gửi phường", "the decision has been sent"),
    DecisionState.RECOGNISED: Label("quyết định đã được công nhận", "the decision is recognised"),
    DecisionState.NOT_RECOGNISED: Label("quyết định không được công nhận", "the decision was not recognised"),
    DecisionState.ANNULLED: Label("quyết định đã bị bãi bỏ", "the decision is annulled"),
    DecisionState.TO_REDO: Label("quyết định phải làm lại", "the decision is to be taken again"),
}
DECISION_STEP_LABELS: Mapping[DecisionStep, Label] = {
    DecisionStep.SIGN: Label("ký quyết định", "sign the decision"),
    DecisionStep.SEND: Label("gửi quyết định", "send the decision"),
    DecisionStep.RECOGNISE: Label("công nhận", "recognise it"),
    DecisionStep.REFUSE: Label("trả lời không công nhận", "refuse recognition"),
    DecisionStep.ANNUL: Label("bãi bỏ", "annul it"),
    DecisionStep.REDO: Label("yêu cầu làm lại", "ask for it to be taken again"),
}
FAULT_LABELS: Mapping[Fault, Label] = {
    Fault.LAW: Label("trái pháp luật", "against the law"),
    Fault.CUSTOMS: Label("trái thuần phong mỹ tục, đạo đức xã hội", "against good customs and social ethics"),
    Fault.PROCEDURE: Label("không đúng trình tự", "not by the procedure"),
}
ADDRESSEE_LABELS: Mapping[Addressee, Label] = {
    Addressee.UBND: Label("Ủy ban nhân dân phường", "the ward People's Committee"),
    Addressee.FRONT: Label("Ủy ban Mặt trận Tổ quốc Việt Nam phường", "the ward Front"),
    Addressee.INSPECTORATE: Label("Ban Thanh tra nhân dân", "the People's Inspectorate"),
}
# The seven contents of a decision (điểm a–g khoản 2 Điều 20 Luật); signatures are checked by themselves.
CONTENT_FIELDS: Mapping[str, Label] = {
    "time": Label("thời gian", "time"),
    "households": Label("tổng số hộ, số đại diện dự, số hộ vắng", "all households, those present, those absent"),
    "matter": Label("việc bàn", "matter"),
    "form": Label("hình thức", "form"),
    "result": Label("kết quả", "result"),
    "decision": Label("nội dung quyết định", "decision"),
}


@dataclass(frozen=True, slots=True)
class Signature:
    """Một chữ ký: ``household`` for a household's representative."""

    signer: Signer
    person: int
    household: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """Dữ kiện của một quyết định. ``ended_on`` is the day of the meeting, or the end of slips or of the online vote.

    ``form_agreed``: the head chose the kind of paper together with the head of the Front committee.
    """

    state: DecisionState
    matter: str
    ended_on: date
    scope: str = "khu_pho"
    purpose: Purpose | None = None
    passed: bool = True
    form: DecisionForm | None = None
    form_agreed: bool = False
    filled: frozenset[str] = frozenset()
    signatures: tuple[Signature, ...] = ()
    sent_ubnd_on: date | None = None
    sent_front_on: date | None = None
    received_on: date | None = None
    recognised_on: date | None = None
    ubnd_set_on: date | None = None
    rule_version: str = RULE_VERSION


@dataclass(frozen=True, slots=True)
class InEffect:
    """Hiệu lực: ``on`` is the day, None while ``waits`` says for what."""

    on: date | None
    rule: str
    article: Basis
    waits: Label | None


_WAITS: Mapping[Effect, Label] = {
    Effect.UBND_SETS: Label(
        "Chờ Ủy ban nhân dân phường quyết định ngày có hiệu lực.", "The People's Committee has to set the day."
    ),
    Effect.UBND_RECOGNITION: Label(
        "Chờ Ủy ban nhân dân phường công nhận.", "The People's Committee has to recognise it."
    ),
    Effect.FRONT_RECOGNITION: Label(
        "Chờ Ủy ban Mặt trận Tổ quốc Việt Nam phường công nhận.", "The ward Front has to recognise it."
    ),
}


def written(facts: DecisionFacts) -> tuple[Check, ...]:
    """Quyết định đã đủ chưa: its kind of paper, its contents, its four signatures."""
    empty = next((label for key, label in CONTENT_FIELDS.items() if key not in facts.filled), None)
    told = {} if empty is None else {"field_vi": empty.vi, "field_en": empty.en}
    basis = Article("L10", 20, 1)
    return (
        check("aftermath.form", facts.form is not None, basis),
        check("aftermath.form_agreed", facts.form_agreed, basis),
        check("aftermath.content", empty is None, Article("L10", 20, 2), **told),
        *signed(facts),
    )


def signed(facts: DecisionFacts) -> tuple[Check, ...]:
    """Bốn chữ ký: the head, the head of the Front committee, two representatives of two households."""
    basis = Article("L10", 20, 2, "g")
    count = rules_at(facts.rule_version).count("doc.sign.household_reps")
    by = {signer: [one for one in facts.signatures if one.signer is signer] for signer in Signer}
    households = {one.household for one in by[Signer.HOUSEHOLD_REP] if one.household is not None}
    officers = {one.person for one in (*by[Signer.HEAD], *by[Signer.FRONT_HEAD])}
    people = {one.person for one in by[Signer.HOUSEHOLD_REP]}
    return (
        check("aftermath.sign_head", bool(by[Signer.HEAD]), basis),
        check("aftermath.sign_front", bool(by[Signer.FRONT_HEAD]), basis),
        check(
            "aftermath.sign_households", count.admits(len(households)), basis, signed=len(households), needed=count.low
        ),
        check("aftermath.sign_people", not officers & people, Convention("two_people")),
    )


def send_by(facts: DecisionFacts, calendar: Calendar) -> Deadline:
    """Hạn gửi quyết định đến Ủy ban nhân dân và Mặt trận phường (``doc.send``; ``hu.submit`` for a convention)."""
    rule = "hu.submit" if facts.matter == Matter.D3 else "doc.send"
    return due(rule, facts.ended_on, calendar, version=facts.rule_version)


def recognise_by(facts: DecisionFacts, calendar: Calendar) -> Deadline | None:
    """Hạn công nhận, counted from the receipt; None where nothing is recognised or nothing was received."""
    if facts.received_on is None or recogniser(facts) is None:
        return None
    return due(_recognition_rule(facts), facts.received_on, calendar, version=facts.rule_version)


def recogniser(facts: DecisionFacts) -> Addressee | None:
    """Nơi công nhận: UBND for D3 and D4, the ward Front for D5, nobody for the others."""
    body = recognised_by(Matter(facts.matter), version=facts.rule_version)
    return None if body is None else Addressee(body.lower())


def days_late(done_on: date, deadline: Deadline) -> int:
    """Chậm mấy ngày so với hạn: 0 when in time."""
    return max(0, (done_on - deadline.end).days)


def in_effect(facts: DecisionFacts) -> InEffect | Refusal:
    """Có hiệu lực từ ngày nào, by the four rules of khoản 2 Điều 21.

    Refusals: ``aftermath.not_passed``, ``aftermath.not_in_force``, ``ward.no_threshold``.
    """
    matter, scope = Matter(facts.matter), Scope(facts.scope)
    ward = rules_at(facts.rule_version).matters["ward"]
    if scope is Scope.WARD and matter not in ward["matters"]:
        return Refusal("ward.no_threshold", Convention("D6_WARD"), {"matter": str(matter)})
    said = effect(matter, scope, version=facts.rule_version)
    if not facts.passed:
        return Refusal("aftermath.not_passed", rules_at(facts.rule_version).basis(said.rule))
    if facts.state in {DecisionState.ANNULLED, DecisionState.TO_REDO, DecisionState.NOT_RECOGNISED}:
        label = DECISION_STATE_LABELS[facts.state]
        return Refusal("aftermath.not_in_force", Article("L10", 22), {"stage_vi": label.vi, "stage_en": label.en})
    kind = Effect(said.value)
    on = {
        Effect.VOTE_DATE: facts.ended_on,
        Effect.UBND_SETS: facts.ubnd_set_on,
        Effect.UBND_RECOGNITION: facts.recognised_on,
        Effect.FRONT_RECOGNITION: facts.recognised_on,
    }[kind]
    return InEffect(on, said.rule, said.article, _WAITS[kind] if on is None else None)


def review_on(facts: DecisionFacts) -> date:
    """Ngày xem lại việc thực hiện: six months after the vote, by a convention of the system."""
    return review_after(facts.ended_on)


def review_after(day: date) -> date:
    """Sáu tháng sau một ngày: when the list of who does what comes back."""
    return add_months(day, REVIEW_MONTHS)


# --- steps --------------------------------------------------------------------------------------------------------
def _row(step: DecisionStep, sources: set[DecisionState], to: DecisionState, basis: Basis) -> Transition:
    return Transition(frozenset(sources), step, to, basis)


_TAKEN = {DecisionState.SIGNED, DecisionState.SENT, DecisionState.RECOGNISED}
TRANSITIONS: tuple[Transition, ...] = (
    _row(DecisionStep.SIGN, {DecisionState.DRAFT}, DecisionState.SIGNED, Article("L10", 20, 2, "g")),
    _row(DecisionStep.SEND, {DecisionState.SIGNED}, DecisionState.SENT, Article("L10", 20, 3)),
    _row(DecisionStep.RECOGNISE, {DecisionState.SENT}, DecisionState.RECOGNISED, Article("L10", 21, 2)),
    _row(DecisionStep.REFUSE, {DecisionState.SENT}, DecisionState.NOT_RECOGNISED, Article("L10", 21, 2)),
    _row(DecisionStep.ANNUL, _TAKEN, DecisionState.ANNULLED, Article("L10", 22)),
    _row(DecisionStep.REDO, _TAKEN, DecisionState.TO_REDO, Article("L10", 22)),
)


def may(
    step: DecisionStep,
    facts: DecisionFacts,
    *,
    by: Addressee | None = None,
    fault: Fault | None = None,
    reasons: str = "",
) -> Answer:
    """Được làm bước này không: state, papers, who does it, and written reasons for every no.

    Refusals: ``procedure.step``, those of ``written``, ``aftermath.not_sent``, ``aftermath.not_passed``,
    ``aftermath.no_recognition``, ``aftermath.wrong_body``, ``aftermath.reasons``, ``aftermath.redo_procedure``.
    """
    after = advance(TRANSITIONS, facts.state, step)
    if isinstance(after, Refusal):
        return not_now(after, DECISION_STEP_LABELS[step], DECISION_STATE_LABELS[facts.state])
    if step is DecisionStep.SIGN:
        return all_hold(written(facts)) and Allowed(Article("L10", 20, 2, "g"))
    if step is DecisionStep.SEND:
        both = facts.sent_ubnd_on is not None and facts.sent_front_on is not None
        return check("aftermath.not_sent", both, Article("L10", 20, 3)).answer
    if step in {DecisionStep.RECOGNISE, DecisionStep.REFUSE}:
        return _may_recognise(step, facts, by, reasons)
    return _may_annul(step, by, fault, reasons)


def _may_recognise(step: DecisionStep, facts: DecisionFacts, by: Addressee | None, reasons: str) -> Answer:
    basis = Article("L10", 21, 2)
    body = recogniser(facts)
    if body is None:
        return Refusal("aftermath.no_recognition", basis, {"matter": facts.matter})
    if by is not body:
        return _of_body(body, basis)
    if not facts.passed and step is DecisionStep.RECOGNISE:
        return Refusal("aftermath.not_passed", basis)
    if step is DecisionStep.REFUSE and not reasons.strip():
        return Refusal("aftermath.reasons", basis)
    return Allowed(rules_at(facts.rule_version).basis(_recognition_rule(facts)))


def _may_annul(step: DecisionStep, by: Addressee | None, fault: Fault | None, reasons: str) -> Answer:
    basis = Article("L10", 22)
    if by is not Addressee.UBND:
        return _of_body(Addressee.UBND, basis)
    if fault is None or not reasons.strip():
        return Refusal("aftermath.reasons", basis)
    if step is DecisionStep.REDO and fault is not Fault.PROCEDURE:
        return Refusal("aftermath.redo_procedure", basis)
    return Allowed(basis)


def _of_body(body: Addressee, basis: Basis) -> Refusal:
    label = ADDRESSEE_LABELS[body]
    return Refusal("aftermath.wrong_body", basis, {"body_vi": label.vi, "body_en": label.en})


def _recognition_rule(facts: DecisionFacts) -> str:
    if facts.matter == Matter.D3:
        return "hu.recognise"
    if facts.matter == Matter.D4:
        return "dismiss.recognise" if facts.purpose is Purpose.DISMISS else "elect.recognise"
    return "recognise.deadline"


def may_petition(addressee: str, text: str) -> Answer:
    """Được kiến nghị về kết quả không: any citizen, to one of three, saying what is wrong.

    Refusals: ``aftermath.addressee``, ``aftermath.petition_text``.
    """
    basis = Article("L10", 24, 4)
    if addressee not in list(Addressee):
        return Refusal("aftermath.addressee", basis)
    if not text.strip():
        return Refusal("aftermath.petition_text", basis)
    return Allowed(basis)


# --- the whole ward -----------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class UnitResult:
    """Kết quả của một khu phố trong việc của phường; ``yes`` is None until it is sealed."""

    unit: int
    households: int
    yes: int | None


def of_ward(
    matter: str, units: tuple[UnitResult, ...], *, form: Form = Form.MEETING, version: str = RULE_VERSION
) -> tuple[Outcome, Mapping[int, Outcome]] | Refusal:
    """Kết quả của cả phường: each khu phố by its own two thirds, then two thirds of all khu phố (``pass.D1D2.ward``).

    Refusals: ``ward.units_missing``, ``aftermath.units_pending``, those of ``outcome``.
    """
    if not units:
        return Refusal("ward.units_missing", Article("L10", 21, 1))
    pending = sum(one.yes is None for one in units)
    if pending:
        return Refusal("aftermath.units_pending", Article("L10", 21, 1), {"pending": pending, "units": len(units)})
    ward = outcome(matter, Scope.WARD, form, None, None, units=len(units), units_approved=0, version=version)
    if isinstance(ward, Refusal):
        return ward
    by_unit: dict[int, Outcome] = {}
    for one in units:
        # Each khu phố counts by the rule of its own scope, whatever form the Chairman chose.
        found = outcome(matter, Scope.KHU_PHO, Form.SLIP, one.households, one.yes, meeting_failed=True, version=version)
        if isinstance(found, Refusal):
            return found
        by_unit[one.unit] = found
    approved = sum(found.passed for found in by_unit.values())
    total = outcome(matter, Scope.WARD, form, None, None, units=len(units), units_approved=approved, version=version)
    return total if isinstance(total, Refusal) else (total, by_unit)
