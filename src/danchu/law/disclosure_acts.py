"""Việc nào làm được với một nội dung công khai: its states, and what must hold before it is disclosed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from danchu.law.acts import Act
from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Convention
from danchu.law.disclosure import State, Track, items
from danchu.law.procedure import Transition, advance

_D, _P = State.DRAFT, State.PUBLISHED
TRANSITIONS: tuple[Transition, ...] = (
    Transition(frozenset({_D}), Act.DISCLOSURE_ENTRY_DRAFT, State.DRAFT, Convention("disclosure.register")),
    Transition(frozenset({_D, _P}), Act.DISCLOSURE_ENTRY_PUBLISH, State.PUBLISHED, Article("L10", 12, 3)),
    Transition(frozenset({_P}), Act.DISCLOSURE_ENTRY_CORRECT, State.PUBLISHED, Article("L10", 14, 1)),
    Transition(frozenset({_P}), Act.DISCLOSURE_ENTRY_WITHDRAW, State.WITHDRAWN, Convention("disclosure.register")),
    Transition(frozenset({_P}), Act.DISCLOSURE_POSTING_RECORD, State.PUBLISHED, Article("L10", 13, 2)),
)


def may(act: Act, state: State) -> Answer:
    """Việc này làm được ở trạng thái này không; else ``disclosure.state``."""
    step = advance(TRANSITIONS, state, act)
    if isinstance(step, Refusal):
        return Refusal("disclosure.state", step.article, {"act": str(act), "entry_state": str(state)})
    return Allowed()


def may_show(
    *,
    source_on: date,
    has_content: bool,
    no_secret: bool,
    personal_checked: bool,
    today: date,
    scan_told: bool = True,
) -> Answer:
    """Đưa ra công khai được không: nothing secret (Điều 11), no more personal data than the law asks, a real document.

    Both statements are the publisher's own; silence is no statement. ``scan_told``: no picture of a paper among the
    files, or its number and a summary are typed, for nobody finds the words inside a picture.
    """
    if source_on > today:
        return Refusal("disclosure.source_future", Convention("disclosure.source"), {"given": source_on})
    if not has_content:
        return Refusal("disclosure.empty", Convention("disclosure.source"))
    if not scan_told:
        return Refusal("disclosure.scan", Convention("disclosure.source"))
    if not no_secret:
        return Refusal("disclosure.secret", Article("L10", 11))
    if not personal_checked:
        return Refusal("disclosure.personal", Convention("disclosure.personal"))
    return Allowed(Article("L10", 12, 3))


def may_record(*, first: date, last: date | None, source_on: date, today: date) -> Answer:
    """Ngày niêm yết ghi như vậy được không: not ahead, not before the document, the last not before the first."""
    if not source_on <= first <= today or (last is not None and not first <= last <= today):
        return Refusal("disclosure.posting_days", Convention("disclosure.posting"))
    return Allowed(Article("L10", 13, 2))


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Một dòng của kế hoạch: the five things khoản 1 Điều 14 names."""

    key: str
    content: str
    channels: tuple[str, ...]
    time: str
    period: str
    responsible: str


_FIELDS: Mapping[str, tuple[str, str]] = {
    "content": ("nội dung", "content"),
    "channels": ("hình thức", "form"),
    "time": ("thời điểm", "time"),
    "period": ("thời gian", "period"),
    "responsible": ("người chịu trách nhiệm", "responsible person"),
}


def may_adopt(lines: Iterable[PlanLine]) -> Answer:
    """Ban hành kế hoạch được không: every one of the 14 items planned, every line with its five things."""
    rows = list(lines)
    planned = {line.key for line in rows}
    missing = [(f"nội dung số {one.key}", f"item {one.key}") for one in items(Track.WARD) if one.key not in planned]
    for line in rows:
        missing += [
            (f"{vi} của nội dung số {line.key}", f"{en} of item {line.key}")
            for field, (vi, en) in _FIELDS.items()
            if not getattr(line, field)
        ]
    if missing:
        shown = missing[:5]
        details = {"missing_vi": ", ".join(vi for vi, _ in shown), "missing_en": ", ".join(en for _, en in shown)}
        return Refusal("disclosure.plan_incomplete", Article("L10", 14, 1), details)
    return Allowed(Article("L10", 14, 1))
