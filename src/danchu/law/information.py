"""Tiếp cận thông tin: clocks of a request by the way it came, its steps, and the grounds of a refusal (Luật 104/2016).

A request by telephone is in no row of the law; it is counted like one by network, by convention of the system.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from danchu.law.acts import Act
from danchu.law.answers import Allowed, Answer, Deadline, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.clocks import due
from danchu.law.days import Calendar
from danchu.law.people import Label
from danchu.law.procedure import Transition, advance
from danchu.law.speech import day


class Kind(StrEnum):
    """Loại yêu cầu."""

    INFORMATION = "information"
    WRONG = "wrong"  # published information is said to be wrong


class Route(StrEnum):
    """Đường đến của yêu cầu."""

    WEB = "web"
    PHONE = "phone"
    COUNTER = "counter"
    POST = "post"


class Case(StrEnum):
    """Trường hợp cung cấp theo yêu cầu (khoản 2 Điều 14); other information goes by the law on access alone."""

    NOT_DISCLOSED = "not_disclosed"
    PERIOD_OVER = "period_over"
    UNREACHABLE = "unreachable"
    OTHER = "other"


class Ground(StrEnum):
    """Lý do từ chối (Điều 28 Luật Tiếp cận thông tin); the officer writes it out in words."""

    SECRET = "secret"  # noqa: S105 - a ground, no password
    CONDITIONS = "conditions"
    DISCLOSED = "disclosed"
    NOT_OURS = "not_ours"
    TWICE = "twice"
    BEYOND_MEANS = "beyond_means"
    UNPAID = "unpaid"


class RequestState(StrEnum):
    """Trạng thái yêu cầu."""

    FILED = "filed"
    INCOMPLETE = "incomplete"
    ACCEPTED = "accepted"
    SUPPLIED = "supplied"
    REFUSED = "refused"


CASE_LABELS: dict[Case, Label] = {
    Case.NOT_DISCLOSED: Label("phải công khai mà chưa công khai", "it should be disclosed and is not"),
    Case.PERIOD_OVER: Label("đã hết thời gian công khai", "the time of disclosure is over"),
    Case.UNREACHABLE: Label(
        "đang công khai nhưng vì lý do bất khả kháng không tiếp cận được",
        "it is disclosed but cannot be reached, by force majeure",
    ),
    Case.OTHER: Label("thông tin khác", "other information"),
}
GROUND_LABELS: dict[Ground, Label] = {
    Ground.SECRET: Label("thông tin công dân không được tiếp cận", "information citizens may not access"),
    Ground.CONDITIONS: Label("chưa đủ điều kiện tiếp cận", "the conditions of access are not met"),
    Ground.DISCLOSED: Label("thông tin đang được công khai", "the information is disclosed already"),
    Ground.NOT_OURS: Label(
        "không thuộc trách nhiệm cung cấp của Ủy ban nhân dân phường", "not for the ward's People's Committee to supply"
    ),
    Ground.TWICE: Label("đã cung cấp hai lần cho chính người yêu cầu", "supplied twice to the same person"),
    Ground.BEYOND_MEANS: Label(
        "vượt quá khả năng đáp ứng hoặc ảnh hưởng hoạt động bình thường", "beyond the means, or disturbing normal work"
    ),
    Ground.UNPAID: Label("người yêu cầu chưa trả chi phí thực tế", "the actual costs are not paid"),
}
ROUTE_LABELS: dict[Route, Label] = {
    Route.WEB: Label("qua mạng", "by network"),
    Route.PHONE: Label("qua điện thoại", "by telephone"),
    Route.COUNTER: Label("tại trụ sở", "at the office"),
    Route.POST: Label("qua bưu điện, fax", "by post or fax"),
}
REQUEST_STATE_LABELS: dict[RequestState, Label] = {
    RequestState.FILED: Label("đã nhận", "received"),
    RequestState.INCOMPLETE: Label("chờ bổ sung", "waiting to be completed"),
    RequestState.ACCEPTED: Label("đang xử lý", "being handled"),
    RequestState.SUPPLIED: Label("đã trả lời", "answered"),
    RequestState.REFUSED: Label("đã từ chối, có văn bản", "refused in writing"),
}

_F, _I, _A = RequestState.FILED, RequestState.INCOMPLETE, RequestState.ACCEPTED
TRANSITIONS: tuple[Transition, ...] = (
    Transition(frozenset({_F}), Act.DISCLOSURE_REQUEST_RETURN, _I, Convention("information.complete")),
    Transition(frozenset({_I}), Act.DISCLOSURE_REQUEST_COMPLETE, _F, Convention("information.complete")),
    Transition(frozenset({_F}), Act.DISCLOSURE_REQUEST_ACCEPT, _A, Convention("information.accept")),
    Transition(frozenset({_A}), Act.DISCLOSURE_REQUEST_EXTEND, _A, Article("L104", 30, 4)),
    Transition(frozenset({_F, _A}), Act.DISCLOSURE_REQUEST_ANSWER, RequestState.SUPPLIED, Article("L10", 14, 2)),
    Transition(frozenset({_F, _A}), Act.DISCLOSURE_REQUEST_REFUSE, RequestState.REFUSED, Article("L104", 28)),
)
OPEN = frozenset({_F, _I, _A})


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """Dữ kiện của một yêu cầu. ``complex`` is None until it is accepted; ``received_on`` is anew once completed."""

    kind: Kind
    route: Route
    state: RequestState
    received_on: date
    complex: bool | None = None
    extended: bool = False
    released: bool = False
    answered_on: date | None = None
    complained: bool = False


def answer_due(facts: RequestFacts, calendar: Calendar) -> Deadline:
    """Hạn trả lời: by the way it came; not yet accepted it is counted as simple, the stricter of the two."""
    start = facts.received_on
    if facts.kind is Kind.WRONG:
        return due("ati.wrong_info", start, calendar)
    if not facts.complex:
        return _simple(facts.route, start, calendar)
    if facts.route is Route.COUNTER:
        return due("ati.direct.complex", start, calendar, extended=facts.extended)
    clock = due("ati.online.complex", start, calendar)
    if not facts.extended:
        return clock
    longer = due("ati.online.extension", clock.end, calendar)
    why = {lang: f"{clock.why[lang]} {_EXTENDED[lang]} {longer.why[lang]}" for lang in clock.why}
    return replace(longer, rule=clock.rule, start=start, why=why, skipped=(*clock.skipped, *longer.skipped))


_EXTENDED = {"vi": "Đã gia hạn một lần.", "en": "Extended once."}


def _simple(route: Route, start: date, calendar: Calendar) -> Deadline:
    if route is Route.COUNTER:
        return Deadline(
            "ati.direct.complex",
            start,
            start,
            {
                "vi": f"Thông tin đơn giản, có sẵn, yêu cầu tại trụ sở: cung cấp ngay trong {day(start)}.",
                "en": f"Simple information at hand, asked for at the office: supplied at once, on {day(start, 'en')}.",
            },
        )
    return due("ati.post" if route is Route.POST else "ati.online.simple", start, calendar)


def notice_due(facts: RequestFacts, calendar: Calendar) -> Deadline | None:
    """Hạn báo bằng văn bản về thời gian giải quyết: for a complex request that did not come in person."""
    if facts.kind is Kind.WRONG or facts.route is Route.COUNTER or not facts.complex:
        return None
    return due("ati.online.complex.notice", facts.received_on, calendar)


def clock_basis(facts: RequestFacts) -> Basis:
    """Căn cứ của hạn trả lời."""
    if facts.kind is Kind.WRONG:
        return Article("L104", 22, 4)
    if facts.route is Route.COUNTER:
        return Article("L104", 29, 2)
    if facts.route is Route.POST:
        return Article("L104", 31)
    if facts.route is Route.PHONE:
        return Convention("information.phone")
    return Article("L104", 30, 4) if facts.complex else Article("L104", 30, 3)


def may(act: Act, facts: RequestFacts, at: date, calendar: Calendar) -> Answer:
    """Bước này làm được lúc này không. Refusals: ``procedure.state`` and those named ``information.…``."""
    condition = _CONDITIONS.get(act)
    if any(row.act is act for row in TRANSITIONS):
        step = advance(TRANSITIONS, facts.state, act)
        if isinstance(step, Refusal):
            return Refusal("information.state", step.article, {"act": str(act), "request_state": str(facts.state)})
    if condition == "extend":
        return _may_extend(facts, at, calendar)
    if condition == "release" and (facts.state is not RequestState.SUPPLIED or facts.kind is Kind.WRONG):
        return Refusal("information.release_unsupplied", Convention("information.release"))
    if condition == "release" and facts.released:
        return Refusal("information.released", Convention("information.release"))
    if condition == "complain" and facts.state in OPEN and at <= answer_due(facts, calendar).end:
        return Refusal(
            "information.complain_early",
            clock_basis(facts),
            {"due": answer_due(facts, calendar).end},
        )
    return Allowed(clock_basis(facts))


_CONDITIONS: Mapping[Act, str] = {
    Act.DISCLOSURE_REQUEST_EXTEND: "extend",
    Act.DISCLOSURE_REQUEST_RELEASE: "release",
    Act.DISCLOSURE_REQUEST_COMPLAIN: "complain",
}


def _may_extend(facts: RequestFacts, at: date, calendar: Calendar) -> Answer:
    basis = clock_basis(facts)
    if facts.kind is Kind.WRONG:
        return Refusal("information.extend_wrong", basis)
    if not facts.complex:
        return Refusal("information.extend_simple", basis)
    if facts.extended:
        return Refusal("information.extended", basis)
    end = answer_due(facts, calendar).end
    if at > end:
        return Refusal("information.extend_late", basis, {"due": end})
    return Allowed(basis)


def may_refuse(ground: Ground, words: str) -> Answer:
    """Từ chối phải bằng văn bản, nêu rõ lý do (Điều 28): the ground alone is not a reason."""
    if not words.strip():
        return Refusal("information.reason_missing", Article("L104", 28), {"ground": str(ground)})
    return Allowed(Article("L104", 28))


def unknown_code() -> Refusal:
    """Không có yêu cầu mang mã này."""
    return Refusal("information.unknown", Convention("information.book"))
