"""Phát phiếu lấy ý kiến từng hộ (Điều 19 Luật, Điều 4 Nghị định 59): plan, team, slip, notice, round, count.

The round runs by the clock from the day slips are first handed out to the day printed on them; the law sets no length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.clocks import due
from danchu.law.days import Calendar
from danchu.law.forms import FormFacts, may_use
from danchu.law.gates import Check, Gate, all_hold, check, first_refusal
from danchu.law.matters import Form, Matter, Scope
from danchu.law.people import Label
from danchu.law.procedure import Transition, advance, not_now
from danchu.law.reconciliation import Stated, agreed
from danchu.law.rules import RULE_VERSION, rules_at


class SlipState(StrEnum):
    """Trạng thái đợt phát phiếu, as written in its row; whether slips are out is read from the clock."""

    PREPARING = "preparing"
    PUBLISHED = "published"
    COUNTED = "counted"
    SEALED = "sealed"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class SlipPhase(StrEnum):
    """Giai đoạn lúc này: a published round before, during and after the days slips are out."""

    PREPARING = "preparing"
    PUBLISHED = "published"
    RUNNING = "running"
    COUNTING = "counting"
    COUNTED = "counted"
    SEALED = "sealed"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class SlipStep(StrEnum):
    """Bước của đợt phát phiếu."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    STOP = "stop"
    COUNT = "count"
    SEAL = "seal"


class SlipCapacity(StrEnum):
    """Thành phần Tổ phát phiếu (khoản 2 Điều 19 Luật): whom a member stands for."""

    KHU_PHO = "khu_pho"
    FRONT = "front"
    MASS_BODY = "mass_body"


class SlipMark(StrEnum):
    """Dấu trên phiếu (điểm b khoản 5 Điều 4 Nghị định 59)."""

    STAMP_UPPER_LEFT = "stamp_upper_left"
    SIGNATURE_LOWER_RIGHT = "signature_lower_right"


SLIP_STATE_LABELS: Mapping[SlipState, Label] = {
    SlipState.PREPARING: Label("đợt phát phiếu đang chuẩn bị", "the slip round is being prepared"),
    SlipState.PUBLISHED: Label("đợt phát phiếu đã công khai", "the slip round is published"),
    SlipState.COUNTED: Label("phiếu đã kiểm", "the slips are counted"),
    SlipState.SEALED: Label("kết quả đã niêm phong", "the result is sealed"),
    SlipState.WITHDRAWN: Label("đợt phát phiếu đã rút", "the slip round is withdrawn"),
    SlipState.STOPPED: Label("đợt phát phiếu đã dừng và hủy", "the slip round is stopped and annulled"),
}
SLIP_STEP_LABELS: Mapping[SlipStep, Label] = {
    SlipStep.PUBLISH: Label("công khai đợt phát phiếu", "publish the slip round"),
    SlipStep.WITHDRAW: Label("rút đợt phát phiếu", "withdraw the slip round"),
    SlipStep.STOP: Label("dừng và hủy đợt phát phiếu", "stop and annul the slip round"),
    SlipStep.COUNT: Label("kiểm phiếu", "count the slips"),
    SlipStep.SEAL: Label("niêm phong kết quả", "seal the result"),
}
SLIP_CAPACITY_LABELS: Mapping[SlipCapacity, Label] = {
    SlipCapacity.KHU_PHO: Label("đại diện khu phố", "for the khu phố"),
    SlipCapacity.FRONT: Label("đại diện Ban công tác Mặt trận", "for the Front committee"),
    SlipCapacity.MASS_BODY: Label("đại diện tổ chức chính trị - xã hội", "for a socio-political organisation"),
}
MARK_LABELS: Mapping[SlipMark, Label] = {
    SlipMark.STAMP_UPPER_LEFT: Label(
        "dấu treo của Ủy ban nhân dân phường, phía trên, bên trái", "the People's Committee's stamp, upper left"
    ),
    SlipMark.SIGNATURE_LOWER_RIGHT: Label(
        "chữ ký Trưởng khu phố, phía dưới, bên phải", "the khu phố head's signature, lower right"
    ),
}
# The plan's parts (khoản 2 Điều 4 Nghị định 59) and the slip's five (điểm b khoản 5).
PLAN_FIELDS: Mapping[str, Label] = {
    "purpose": Label("mục đích", "purpose"),
    "content": Label("nội dung", "content"),
    "people": Label("người thực hiện", "people"),
    "time": Label("thời gian", "time"),
    "period": Label("thời hạn", "period"),
    "assignment": Label("phân công", "assignment"),
}
SLIP_FIELDS: Mapping[str, Label] = {
    "title": Label("tiêu đề", "title"),
    "content": Label("nội dung lấy ý kiến", "content asked"),
    "choices": Label("các lựa chọn và cách chọn", "choices and how to choose"),
    "other_opinion": Label("ý kiến khác", "other opinion"),
    "return_by": Label("hạn nộp phiếu", "return date"),
}


@dataclass(frozen=True, slots=True)
class SlipMember:
    """Thành viên Tổ phát phiếu."""

    person: int
    capacities: frozenset[SlipCapacity]
    leader: bool = False


@dataclass(frozen=True, slots=True)
class SlipPart:
    """Phần riêng của đợt phát phiếu trong hồ sơ: what only this form asks about.

    ``printed`` slips are made; ``witnesses`` households and the figures of each person are of the count; ``held`` is
    what the register and the explanations say against sealing, None when nothing does.
    """

    calendar: Calendar | None = None
    plan: frozenset[str] = frozenset()
    plan_issued_on: date | None = None
    plan_sent_on: date | None = None
    printed: int = 0
    mark: SlipMark | None = None
    witnesses: tuple[int, ...] = ()
    figures: tuple[Stated, ...] = ()
    held: Refusal | None = None


NO_SLIPS = SlipPart()


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """Dữ kiện của một đợt phát phiếu. Days are Vietnamese calendar days; both ends of the round are included.

    ``agreed`` is the head's agreement with the Front committee (D6) or the ward Chairman's choice (ward scope);
    ``plan`` and ``slip`` name the parts that are filled in.
    """

    state: SlipState
    matter: str
    scope: str = "khu_pho"
    households: int = 0
    meeting_failed: bool = False
    agreed: bool = False
    plan: frozenset[str] = frozenset()
    plan_issued_on: date | None = None
    plan_sent_on: date | None = None
    team: tuple[SlipMember, ...] = ()
    slip: frozenset[str] = frozenset()
    mark: SlipMark | None = None
    roll_frozen: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    published_on: date | None = None
    witnesses: tuple[int, ...] = ()
    figures: tuple[Stated, ...] = ()
    rule_version: str = RULE_VERSION


_D = "D59"
GATE_BASIS: Mapping[str, Basis] = {
    "matter": Article("L10", 19, 1),
    "agreement": Article(_D, 4, 1),
    "plan": Article(_D, 4, 2),
    "team": Article("L10", 19, 2),
    "slip": Article(_D, 4, 5, "b"),
    "roll": Article("L10", 21, 1),
    "times": Convention("ballot.duration"),
    "count": Article(_D, 4, 6, "a"),
}
GATE_KEYS: tuple[str, ...] = tuple(GATE_BASIS)


def right_mark(scope: str) -> SlipMark:
    """Dấu đúng của phiếu: the ward's stamp for a matter of the ward, the head's signature for one of the khu phố."""
    return SlipMark.STAMP_UPPER_LEFT if scope == Scope.WARD else SlipMark.SIGNATURE_LOWER_RIGHT


def latest_publication(starts_on: date, *, version: str = RULE_VERSION) -> date:
    """Ngày muộn nhất phải công khai (``ballot.public_info``): two days before slips go out, never moved."""
    return starts_on - timedelta(days=rules_at(version).period("ballot.public_info").n)


def phase_on(facts: SlipFacts, today: date) -> SlipPhase:
    """Giai đoạn vào ngày ``today``: the written state, with the round read from the clock."""
    if facts.state is not SlipState.PUBLISHED or facts.starts_on is None or facts.ends_on is None:
        return SlipPhase(facts.state.value)
    if today < facts.starts_on:
        return SlipPhase.PUBLISHED
    return SlipPhase.RUNNING if today <= facts.ends_on else SlipPhase.COUNTING


def _matter(facts: SlipFacts, calendar: Calendar) -> tuple[Check, ...]:  # noqa: ARG001 - checks share one shape
    failed = FormFacts(meeting_failed=facts.meeting_failed)
    return (Check("may_use", may_use(facts.matter, facts.scope, Form.SLIP, facts=failed, version=facts.rule_version)),)


def _agreement(facts: SlipFacts, calendar: Calendar) -> tuple[Check, ...]:  # noqa: ARG001
    if facts.scope == Scope.WARD:
        return (check("slips.chairman", facts.agreed, Article("L10", 19, 1, "a")),)
    if facts.matter == Matter.D6 and not facts.meeting_failed:
        return (check("slips.agreement", facts.agreed, Article(_D, 4, 1, "c")),)
    return ()  # the failed meeting opened this way


def _plan(facts: SlipFacts, calendar: Calendar) -> tuple[Check, ...]:
    basis = GATE_BASIS["plan"]
    found = [
        _complete("slips.plan_complete", PLAN_FIELDS, facts.plan, basis),
        check("slips.plan_issued", facts.plan_issued_on is not None, basis),
        check("slips.plan_sent", facts.plan_sent_on is not None, basis),
    ]
    if facts.plan_issued_on is not None and facts.plan_sent_on is not None:
        latest = due("ballot.plan", facts.plan_issued_on, calendar, version=facts.rule_version).end
        found.append(check("slips.plan_in_time", facts.plan_sent_on <= latest, basis, latest=latest))
    return tuple(found)


def _complete(code: str, fields: Mapping[str, Label], filled: frozenset[str], basis: Basis) -> Check:
    """All parts are filled in; the refusal names the first that is not."""
    empty = next((label for key, label in fields.items() if key not in filled), None)
    told = {} if empty is None else {"field_vi": empty.vi, "field_en": empty.en}
    return check(code, empty is None, basis, **told)


def _team(facts: SlipFacts, calendar: Calendar) -> tuple[Check, ...]:  # noqa: ARG001
    basis, size = GATE_BASIS["team"], rules_at(facts.rule_version).count("ballot.team")
    people = {member.person for member in facts.team}
    leaders = [member for member in facts.team if member.leader]
    led = len(leaders) == 1 and SlipCapacity.FRONT in leaders[0].capacities
    has = frozenset[SlipCapacity]().union(*(member.capacities for member in facts.team))
    return (
        check("slips.team_size", size.admits(len(people)), basis, members=len(people), least=size.low, most=size.high),
        check("slips.team_people", len(people) == len(facts.team), Convention("two_people")),
        check("slips.team_leader", led, Article(_D, 4, 3)),
        *(
            check("slips.team_capacity", one in has, basis, capacity_vi=label.vi, capacity_en=label.en)
            for one, label in SLIP_CAPACITY_LABELS.items()
        ),
    )


def _slip(facts: SlipFacts, calendar: Calendar) -> tuple[Check, ...]:  # noqa: ARG001
    basis, right = GATE_BASIS["slip"], right_mark(facts.scope)
    label = MARK_LABELS[right]
    return (
        _complete("slips.slip_complete", SLIP_FIELDS, facts.slip, basis),
        check("slips.mark", facts.mark is right, basis, mark_vi=label.vi, mark_en=label.en),
    )


def _roll(facts: SlipFacts, calendar: Calendar) -> tuple[Check, ...]:  # noqa: ARG001
    basis = GATE_BASIS["roll"]
    return (
        check("slips.roll_households", facts.households > 0, basis),
        check("slips.roll_frozen", facts.roll_frozen, basis),
    )


def _times(facts: SlipFacts, calendar: Calendar) -> tuple[Check, ...]:  # noqa: ARG001
    basis = GATE_BASIS["times"]
    set_ = facts.starts_on is not None and facts.ends_on is not None
    found = [check("slips.times_set", set_, basis)]
    if facts.starts_on is not None and facts.ends_on is not None:
        found.append(check("slips.ends_before_start", facts.ends_on >= facts.starts_on, basis))
    return tuple(found)


def _count(facts: SlipFacts, calendar: Calendar) -> tuple[Check, ...]:  # noqa: ARG001
    basis, witnesses = GATE_BASIS["count"], rules_at(facts.rule_version).count("ballot.witnesses")
    seen, figures = len(set(facts.witnesses)), agreed(facts.figures)
    return (
        check("slips.witnesses", witnesses.admits(seen), basis, witnesses=seen, least=witnesses.low),
        Check("figures", figures if isinstance(figures, Refusal) else Allowed(basis)),
    )


_GATES: Mapping[str, Callable[[SlipFacts, Calendar], tuple[Check, ...]]] = {
    "matter": _matter,
    "agreement": _agreement,
    "plan": _plan,
    "team": _team,
    "slip": _slip,
    "roll": _roll,
    "times": _times,
    "count": _count,
}
NEEDS: Mapping[SlipStep, tuple[str, ...]] = {
    SlipStep.PUBLISH: ("matter", "agreement", "plan", "team", "slip", "roll", "times"),
    SlipStep.COUNT: ("count",),
}


def _row(step: SlipStep, source: SlipState, to: SlipState, basis: Basis) -> Transition:
    return Transition(frozenset({source}), step, to, basis)


TRANSITIONS: tuple[Transition, ...] = (
    _row(SlipStep.PUBLISH, SlipState.PREPARING, SlipState.PUBLISHED, Article(_D, 4, 4)),
    _row(SlipStep.WITHDRAW, SlipState.PREPARING, SlipState.WITHDRAWN, Convention("withdraw")),
    _row(SlipStep.WITHDRAW, SlipState.PUBLISHED, SlipState.WITHDRAWN, Convention("withdraw")),
    _row(SlipStep.STOP, SlipState.PUBLISHED, SlipState.STOPPED, Convention("stop")),
    _row(SlipStep.COUNT, SlipState.PUBLISHED, SlipState.COUNTED, Article(_D, 4, 6, "a")),
    _row(SlipStep.SEAL, SlipState.COUNTED, SlipState.SEALED, Convention("seal")),
)


def gates(facts: SlipFacts, calendar: Calendar) -> tuple[Gate, ...]:
    """Các bước của đợt phát phiếu, in order; a gate without checks does not concern this matter."""
    return tuple(Gate(key, GATE_BASIS[key], checks(facts, calendar)) for key, checks in _GATES.items())


def may(step: SlipStep, facts: SlipFacts, today: date, calendar: Calendar) -> Answer:
    """Được làm bước này hôm nay không: state, gates, clock.

    Refusals: ``procedure.step``, those of the gates, ``slips.too_late_to_publish``, ``slips.withdraw_after_start``,
    ``slips.stop_before_start``, ``slips.not_over``.
    """
    after = advance(TRANSITIONS, facts.state, step)
    if isinstance(after, Refusal):
        return not_now(after, SLIP_STEP_LABELS[step], SLIP_STATE_LABELS[facts.state])
    passed = first_refusal(gate for gate in gates(facts, calendar) if gate.key in NEEDS.get(step, ()))
    if step is not SlipStep.COUNT and not passed:
        return passed
    phase = phase_on(facts, today)
    if step is SlipStep.PUBLISH and facts.starts_on is not None:
        latest = latest_publication(facts.starts_on, version=facts.rule_version)
        if today > latest:
            told = {"on": facts.starts_on, "latest": latest}
            return Refusal("slips.too_late_to_publish", Article(_D, 4, 4), told)
    if step is SlipStep.WITHDRAW and phase in {SlipPhase.RUNNING, SlipPhase.COUNTING}:
        return Refusal("slips.withdraw_after_start", Convention("withdraw"))
    if step is SlipStep.STOP and phase is SlipPhase.PUBLISHED:
        return Refusal("slips.stop_before_start", Convention("stop"))
    if step is SlipStep.COUNT and phase is not SlipPhase.COUNTING:
        return Refusal("slips.not_over", GATE_BASIS["times"], {"on": facts.ends_on})
    return passed


def may_count(facts: SlipFacts) -> Answer:
    """Đã kiểm phiếu đúng cách chưa: two household witnesses, and two people with the same figures.

    Refusals: ``slips.witnesses``, ``register.figures_two_people``, ``register.figures_differ``.
    """
    return all_hold(_count(facts, _NO_DAYS))


_NO_DAYS = Calendar(first=date.min, last=date.max)


def may_handle(facts: SlipFacts, today: date) -> Answer:
    """Được phát, thu phiếu hôm nay không: only on the days of the round. Refusal: ``slips.not_running``."""
    if phase_on(facts, today) is not SlipPhase.RUNNING:
        return Refusal("slips.not_running", Article("L10", 19, 3))
    return Allowed(Article("L10", 19, 3))
