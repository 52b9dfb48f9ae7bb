"""Chọn hình thức: for a matter and its circumstances, which forms are lawful and what each of them asks for.

Every line names its rule and place in law ("Vì sao?"), and its latest day where the law sets one, counted from a chosen
day of the meeting, of handing out slips, or of opening the vote. Lines and their conditions are data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from danchu.law.answers import Deadline, Refusal
from danchu.law.basis import Basis, Convention, WardSetting
from danchu.law.clocks import due
from danchu.law.days import Calendar
from danchu.law.forms import FormAnswer, FormFacts, form_answers, may_use, read_matter
from danchu.law.matters import (
    CONVENOR_LABELS,
    EFFECT_LABELS,
    Convenor,
    Effect,
    Form,
    Matter,
    Paper,
    Purpose,
    Said,
    Scope,
    convenor,
    effect,
    matter_data,
    papers,
)
from danchu.law.rules import RULE_VERSION, Rulebook, rules_at
from danchu.law.settings import setting
from danchu.law.speech import number
from danchu.law.thresholds import needed

GROUPS = ("propose", "before", "during", "after", "effect")


@dataclass(frozen=True, slots=True)
class AdviceFacts:
    """Dữ kiện để chọn hình thức. ``households`` is N; ``units`` the ward's khu phố, for ward scope.

    ``settings`` are the ward's choices of the day. D4 needs its ``purpose``.
    """

    matter: str
    scope: str
    households: int
    units: int | None = None
    scattered: bool = False
    head_vacant: bool = False
    one_person_two_mandates: bool = False
    purpose: Purpose | None = None
    meeting_failed: bool = False
    settings: Mapping[str, Any] | None = None
    rule_version: str = RULE_VERSION


@dataclass(frozen=True, slots=True)
class Advised:
    """Một dòng hướng dẫn: ``text`` says what to do, ``why`` the rule's meaning, ``latest`` the day with its count."""

    key: str
    group: str
    text: Mapping[str, str]
    rule: str
    article: Basis
    why: Mapping[str, str]
    latest: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """Một hình thức: lawful or not (``refusal``), how many must agree, and its lines in order.

    ``allowed`` is "fallback" while only a failed meeting would open this form. ``least`` of ``of`` must agree; None
    for an unlawful form, and where the law gives no threshold (``no_threshold``).
    """

    form: Form
    allowed: bool | Literal["fallback"]
    refusal: Refusal | None
    rule: str
    article: Basis
    why: Mapping[str, str]
    least: int | None
    of: int | None
    no_threshold: Refusal | None
    convenor: Said | None
    papers: tuple[Paper, ...]
    lines: tuple[Advised, ...]


def advise(
    facts: AdviceFacts, *, day: date | None = None, calendar: Calendar | None = None
) -> tuple[Option, ...] | Refusal:
    """Các hình thức của một việc, in the order meeting, slips, online.

    With ``day`` and ``calendar`` lines bear their latest days. Refusals: those of ``forms.read_matter``,
    ``advice.no_households``, ``advice.purpose``, ``ward.units_missing``.
    """
    read = read_matter(facts.matter, facts.scope, facts.rule_version)
    if isinstance(read, Refusal):
        return read
    matter, scope = read
    if facts.households < 1:
        return Refusal("advice.no_households", Convention("counting"))
    if matter is Matter.D4 and facts.purpose is None:
        return Refusal("advice.purpose", rules_at(facts.rule_version).basis("decide.matter.4"))
    answers = form_answers(
        matter, scope, facts=FormFacts(meeting_failed=facts.meeting_failed), version=facts.rule_version
    )
    return tuple(_option(facts, matter, scope, answer, day, calendar) for answer in answers.values())


def latest_before(rule: str, event: date, calendar: Calendar, *, version: str = RULE_VERSION) -> Deadline:
    """Ngày muộn nhất còn kịp trước ``event``: of a period before it, or of the start of a minimum length.

    A minimum length is complete at the end of its last day, so the event comes on a later day.
    """
    period = rules_at(version).period(rule)
    if period.dir != "min_duration":
        return due(rule, event, calendar, version=version)
    start = event - timedelta(days=period.n + 1)
    return Deadline(rule, event, start, due(rule, start, calendar, version=version).why)


def _option(
    facts: AdviceFacts, matter: Matter, scope: Scope, answer: FormAnswer, day: date | None, calendar: Calendar | None
) -> Option:
    version, book = facts.rule_version, rules_at(facts.rule_version)
    use = may_use(matter, scope, answer.form, facts=FormFacts(meeting_failed=facts.meeting_failed), version=version)
    least, of, silent = _threshold(facts, matter, scope, answer.form) if answer.allowed else (None, None, None)
    calls = None
    if answer.form is Form.MEETING:
        calls = convenor(
            matter,
            purpose=facts.purpose,
            head_vacant=facts.head_vacant,
            head_is_front_head=facts.one_person_two_mandates,
            version=version,
        )
    lines: tuple[Advised, ...] = ()
    if answer.allowed:
        writer = _Writer(facts, matter, scope, answer.form, day, calendar, book)
        lines = writer.lines(calls)
    rule = book.rule(answer.rule)
    return Option(
        form=answer.form,
        allowed=answer.allowed,
        refusal=use if isinstance(use, Refusal) else None,
        rule=answer.rule,
        article=answer.articles[0],
        why={"vi": rule.vi, "en": rule.en},
        least=least,
        of=of,
        no_threshold=silent,
        convenor=calls,
        papers=papers(matter, answer.form, version=version) if answer.allowed else (),
        lines=lines,
    )


def _threshold(
    facts: AdviceFacts, matter: Matter, scope: Scope, form: Form
) -> tuple[int | None, int | None, Refusal | None]:
    """How many must agree, of how many; for the whole ward the khu phố are counted."""
    book = rules_at(facts.rule_version)
    if scope is Scope.WARD:
        ward = book.matters["ward"]
        if matter not in ward["matters"]:
            return None, None, Refusal("ward.no_threshold", Convention("D6_WARD"), {"matter": str(matter)})
        if facts.units is None or facts.units < 1:
            return None, None, Refusal("ward.units_missing", book.basis(ward["pass"]))
        return needed(ward["pass"], facts.units, version=facts.rule_version), facts.units, None
    rule = book.matters["online_pass"] if form is Form.ONLINE else matter_data(matter, facts.rule_version)["pass"]
    return needed(rule, facts.households, version=facts.rule_version), facts.households, None


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the lines of one form."""

    facts: AdviceFacts
    matter: Matter
    scope: Scope
    form: Form
    day: date | None
    calendar: Calendar | None
    book: Rulebook

    def lines(self, calls: Said | None) -> tuple[Advised, ...]:
        """The lines in order of their groups; the convenor comes first, the effect last."""
        anchors: dict[str, date] = {}
        if self.day is not None:
            anchors = {"day": self.day, "close": self._close(self.day)}
        written = [self._line(row, anchors) for row in self.book.advice["lines"] if self._applies(row)]
        if calls is not None:
            label = CONVENOR_LABELS[Convenor(calls.value)]
            written.insert(
                0,
                self._advised(
                    "convenor",
                    "propose",
                    {"vi": f"{label.vi} triệu tập và chủ trì cuộc họp.", "en": f"Convenes and chairs: {label.en}."},
                    calls.rule,
                ),
            )
        if self.scope is Scope.KHU_PHO or self.matter in self.book.matters["ward"]["matters"]:
            said = effect(self.matter, self.scope, version=self.book.version)
            effect_label = EFFECT_LABELS[Effect(said.value)]
            text = {"vi": effect_label.vi, "en": effect_label.en}
            written.append(self._advised("effect", "effect", text, said.rule))
        return tuple(sorted(written, key=lambda line: GROUPS.index(line.group)))

    def _applies(self, row: Mapping[str, Any]) -> bool:
        facts = self.facts
        cluster = self.book.count("meet.cluster.min_households")
        true_now = {
            "cluster_allowed": facts.scattered or cluster.admits(facts.households),
            "one_person_two_mandates": facts.one_person_two_mandates,
            "mixed_forms": setting("decide.mixed_forms", facts.settings, version=self.book.version),
            "one_form": not setting("decide.mixed_forms", facts.settings, version=self.book.version),
        }
        asked = (
            (self.form, "forms"),
            (self.matter, "matters"),
            (self.scope, "scopes"),
            (facts.purpose, "purposes"),
        )
        return all(key not in row or value in row[key] for value, key in asked) and all(
            true_now[name] for name in row.get("when", ())
        )

    def _line(self, row: Mapping[str, Any], anchors: dict[str, date]) -> Advised:
        latest = None
        start = anchors.get(row.get("from", "day"))
        if "clock" in row and start is not None and self.calendar is not None:
            latest = latest_before(row["clock"], start, self.calendar, version=self.book.version)
            if "sets" in row:
                anchors[row["sets"]] = latest.end
        text = {lang: row[lang].format(**self._numbers(row, lang)) for lang in ("vi", "en")}
        return self._advised(row["key"], row["group"], text, row, latest)

    def _advised(
        self,
        key: str,
        group: str,
        text: Mapping[str, str],
        source: str | Mapping[str, Any],
        latest: Deadline | None = None,
    ) -> Advised:
        """A line of a rule of the register, or of a convention or a setting (whose own words say why)."""
        row = {"rule": source} if isinstance(source, str) else source
        if "rule" in row:
            rule = self.book.rule(row["rule"])
            return Advised(key, group, text, rule.key, rule.basis, {"vi": rule.vi, "en": rule.en}, latest)
        if "setting" in row:
            data = self.book.settings[row["setting"]]
            why = {"vi": data["why_vi"], "en": data["why_en"]}
            return Advised(key, group, text, row["setting"], WardSetting(row["setting"]), why, latest)
        basis = Convention(row["convention"])
        return Advised(key, group, text, basis.key, basis, {"vi": f"Theo {basis.vi()}.", "en": f"By {basis.en()}."})

    def _numbers(self, row: Mapping[str, Any], lang: str) -> dict[str, str]:
        values: dict[str, int | None] = {"of": self.facts.households}
        if "needed" in row:
            rule = matter_data(self.matter, self.book.version)["pass"] if row["needed"] == "pass" else row["needed"]
            values["needed"] = needed(rule, self.facts.households, version=self.book.version)
        if "count" in row:
            count = self.book.count(row["count"])
            values |= {"low": count.low, "high": count.high}
        if "rule" in row and row["rule"] in self.book.periods:
            values["n"] = self.book.period(row["rule"]).n
        if row.get("to") == "close":
            values["n"] = self._length()
        return {name: number(value, lang) for name, value in values.items() if value is not None}

    def _length(self) -> int:
        key = {Form.SLIP: "ballot.duration", Form.ONLINE: "online.duration"}[self.form]
        length: int = setting(key, self.facts.settings, version=self.book.version)
        return length

    def _close(self, day: date) -> date:
        """A meeting ends on its day; slips and online votes after their length."""
        return day if self.form is Form.MEETING else day + timedelta(days=self._length())
