"""Kết quả biểu quyết: counts in, passed or not out. Whole numbers only; every share is of all households.

Nothing here is typed in by anyone: the rule decides, and the sentence says how many of how many.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from danchu.law import result_words
from danchu.law.answers import Outcome, Refusal
from danchu.law.basis import Article, Convention
from danchu.law.forms import FormFacts, form_answers, may_use
from danchu.law.matters import Form, Matter, Scope, matter_data
from danchu.law.rules import RULE_VERSION, rules_at
from danchu.law.thresholds import needed

_COUNTING = Convention("counting")


@dataclass(frozen=True, slots=True)
class Counts:
    """Số đếm của một lần biểu quyết: households, and how many answered what. ``present`` only for a meeting."""

    households: int
    yes: int
    no: int = 0
    other: int = 0
    invalid: int = 0
    present: int | None = None

    @property
    def taking_part(self) -> int:
        """Số hộ tham gia: every household that answered, whatever it said."""
        return self.yes + self.no + self.other + self.invalid

    def impossible(self) -> Refusal | None:
        """Số đếm không thể có, nếu có.

        Refusals: ``count.negative``, ``count.no_households``, ``count.present_over_households``,
        ``count.over_households``, ``count.over_present``.
        """
        for name in ("households", "yes", "no", "other", "invalid", "present"):
            value = getattr(self, name)
            if value is not None and value < 0:
                return Refusal("count.negative", _COUNTING, {"what": name, "number": value})
        if self.households == 0:
            return Refusal("count.no_households", _COUNTING)
        if self.present is not None and self.present > self.households:
            return Refusal(
                "count.present_over_households", _COUNTING, {"present": self.present, "households": self.households}
            )
        if self.taking_part > self.households:
            return Refusal(
                "count.over_households", _COUNTING, {"total": self.taking_part, "households": self.households}
            )
        if self.present is not None and self.taking_part > self.present:
            return Refusal("count.over_present", _COUNTING, {"total": self.taking_part, "present": self.present})
        return None


def outcome(
    matter: str,
    scope: str,
    form: str,
    households: int | None,
    yes: int | None,
    no: int = 0,
    other: int = 0,
    invalid: int = 0,
    *,
    present: int | None = None,
    meeting_failed: bool = False,
    units: int | None = None,
    units_approved: int | None = None,
    version: str = RULE_VERSION,
) -> Outcome | Refusal:
    """Kết quả của một việc: passed or not, by the rule of the matter, or the reason why there is no lawful result.

    ``present`` is compulsory for a meeting of one khu phố; ``units`` and ``units_approved`` (khu phố of the ward, and
    those that reached their own two thirds) for ward scope, where ``households`` and ``yes`` may be None.
    Refusals: those of ``forms.may_use`` and of ``Counts.impossible``, ``count.missing``, ``ward.no_threshold``,
    ``ward.units_missing``, ``ward.units_impossible``, ``ward.units_for_khu_pho``, ``meeting.failed_cannot_decide``.
    """
    use = may_use(matter, scope, form, facts=FormFacts(meeting_failed=meeting_failed), version=version)
    if isinstance(use, Refusal):
        return use
    kind, place, by = Matter(matter), Scope(scope), Form(form)
    if by is Form.MEETING and meeting_failed:
        return Refusal("meeting.failed_cannot_decide", Article("L10", 19, 1, "b"))
    counts = None
    if households is not None and yes is not None:
        counts = Counts(households, yes, no, other, invalid, present if by is Form.MEETING else None)
        if (impossible := counts.impossible()) is not None:  # a refusal is falsy
            return impossible
    if place is Scope.WARD:
        return _of_ward(kind, units, units_approved, version)
    if units is not None or units_approved is not None:
        return Refusal("ward.units_for_khu_pho", _COUNTING)
    if counts is None:
        return Refusal("count.missing", _COUNTING)
    if by is Form.MEETING and counts.present is None:
        return Refusal("count.present_missing", _COUNTING)
    return _of_khu_pho(kind, by, counts, version)


def form_poll(households: int, yes: int, other: int = 0, *, version: str = RULE_VERSION) -> Outcome | Refusal:
    """Lấy ý kiến chọn hình thức: more than half of all households must choose the online form (59/5.2c).

    ``yes`` chose online, ``other`` answered something else. Refusals: those of ``Counts.impossible``.
    """
    counts = Counts(households, yes, no=other)
    if (impossible := counts.impossible()) is not None:  # a refusal is falsy
        return impossible
    return _decide("online.consent", counts.yes, counts.households, result_words.FORM_POLL, version=version)


def _of_khu_pho(matter: Matter, form: Form, counts: Counts, version: str) -> Outcome:
    book = rules_at(version)
    data = matter_data(matter, version)
    rule = book.matters["online_pass"] if form is Form.ONLINE else data["pass"]
    least = needed(rule, counts.households, version=version)
    more: list[result_words.Sentence] = []
    if counts.yes >= least and data["recognised_by"]:
        more.append(result_words.AWAITS[data["recognised_by"]])
    values: dict[str, Any] = {"taking_part": counts.taking_part}
    if counts.present is not None and counts.present < least:
        # The quorum of the convention is the same number as its threshold; the others have no quorum of their own.
        more.append(result_words.TOO_FEW)
        slips = form_answers(matter, Scope.KHU_PHO, version=version)[Form.SLIP]
        values |= {"present": counts.present, "slips": slips.articles[0]}
    return _decide(
        rule, counts.yes, counts.households, result_words.HOUSEHOLDS, version=version, more=more, values=values
    )


def _of_ward(matter: Matter, units: int | None, approved: int | None, version: str) -> Outcome | Refusal:
    ward = rules_at(version).matters["ward"]
    if matter not in ward["matters"]:
        return Refusal("ward.no_threshold", Convention("D6_WARD"), {"matter": str(matter)})
    if units is None or approved is None:
        return Refusal("ward.units_missing", Article("L10", 21, 1))
    if units < 1 or not 0 <= approved <= units:
        return Refusal("ward.units_impossible", _COUNTING, {"units": units, "approved": approved})
    return _decide(ward["pass"], approved, units, result_words.UNITS, version=version)


_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _decide(
    rule: str,
    yes: int,
    of: int,
    words: result_words.Words,
    *,
    version: str,
    more: list[result_words.Sentence] | None = None,
    values: Mapping[str, Any] = _NOTHING,
) -> Outcome:
    book = rules_at(version)
    threshold = book.threshold(rule)
    least = needed(threshold, of)
    basis = book.basis(rule)
    return Outcome(
        passed=yes >= least,
        yes=yes,
        needed=least,
        of=of,
        rule=rule,
        article=basis,
        sentence=result_words.say(
            words, threshold, yes=yes, needed=least, of=of, article=basis, more=more or [], values=values
        ),
    )
