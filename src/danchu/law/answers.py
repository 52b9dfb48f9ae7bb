"""Trả lời của pháp luật: what a question to the law gives back.

A question about an act gives ``Allowed`` or ``Refusal``; about a day, ``Deadline``; about a count, ``Outcome``.
Refusals are values: the service that meets one raises ``Refused``, and the reader sees the sentence, the basis and
what can be done instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from danchu.law.basis import Basis

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Allowed:
    """Được phép: the act may be done; ``basis`` says by what."""

    basis: Basis | None = None

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Refusal:
    """Chưa được phép: the act may not be done now.

    ``code`` is stable ("voting.closed"); its sentences live in ``law.words``. ``details`` fills their named
    placeholders: plain values only (int, str, date, datetime).
    """

    code: str
    article: Basis
    details: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)

    def __bool__(self) -> bool:
        return False


Answer = Allowed | Refusal


class Refused(Exception):
    """Từ chối có căn cứ: carries a ``Refusal`` out of a service; one middleware turns it into a page."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def require(answer: Answer) -> Allowed:
    """Return the answer if allowed, else raise ``Refused``."""
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return answer


@dataclass(frozen=True, slots=True)
class Deadline:
    """Thời hạn: ``start`` is the event's day, ``end`` the last lawful day (or the first day a minimum is met).

    ``skipped`` lists the days the count passed over (not working days); ``why`` explains the count in both languages
    under the keys ``vi`` and ``en``.
    """

    rule: str
    start: date
    end: date
    why: Mapping[str, str]
    skipped: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Kết quả biểu quyết: computed by the rule, never typed in.

    ``needed`` of ``of`` (households, or khu phố for ward scope) must agree; ``yes`` did. ``article`` is the place in
    law of the threshold ``rule``.
    """

    passed: bool
    yes: int
    needed: int
    of: int
    rule: str
    article: Basis
    sentence: Mapping[str, str]
