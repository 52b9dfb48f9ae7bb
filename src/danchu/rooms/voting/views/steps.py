"""Các bước của hồ sơ: the gates of the law and what follows them, as the file shows them to this person now.

What differs between the forms of deciding stands in ``step_tables``; here is how a table is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, can
from danchu.law import procedures, words
from danchu.law import voting as law
from danchu.law.acts import ACTS, DOER_LABELS, Act
from danchu.law.answers import Refusal
from danchu.law.basis import Basis
from danchu.law.gates import Gate
from danchu.law.people import Role
from danchu.law.rules import rules_at
from danchu.law.states import Phase, State
from danchu.law.voting_acts import may, phase_at
from danchu.rooms.voting.queries.votes import Vote
from danchu.rooms.voting.views.step_tables import DONE_AFTER, StepTable, act_label, table_of
from danchu.ui.tags.words import lang


@dataclass(frozen=True, slots=True)
class Doable:
    """Việc làm được ngay: a button that does it, or a link to its page."""

    name: str
    label: str
    press: bool

    @property
    def url_name(self) -> str:
        """Its address by name."""
        return f"voting:{self.name}"


@dataclass(frozen=True, slots=True)
class Line:
    """Một điều kiện: met or not, with the sentence and what would satisfy it."""

    ok: bool
    text: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Một bước của hồ sơ. ``doers`` says whose work it is when the reader may not do it."""

    number: int
    key: str
    title: str
    state: str
    text: str
    lines: tuple[Line, ...]
    acts: tuple[Doable, ...]
    doers: str
    why: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Reader:
    """Người đang xem: who, on what, when."""

    actor: Actor
    subject: Subject
    facts: law.VoteFacts
    at: datetime

    def may(self, act: Act) -> bool:
        """By role."""
        return bool(can(self.actor, act, self.subject))

    def now(self, act: Act) -> bool:
        """By role and by phase."""
        return self.may(act) and bool(may(act, self.facts, self.at))

    @property
    def phase(self) -> Phase:
        """What the clock says."""
        return phase_at(self.facts, self.at)


def doers_of(act: Act) -> str:
    """Việc của ai: those who may do the act, in words."""
    rule = ACTS[act]
    keys = [*sorted(rule.roles, key=str), *sorted(rule.who, key=str)]
    labels = [DOER_LABELS[str(key)] for key in keys]
    return words.listed([label.vi if lang() == "vi" else label.en for label in labels], lang())


def why_of(key: str, vote: Vote) -> str:
    """The reason of a step: its row in the register of the law, or our own where the law is silent."""
    said = table_of(vote).why(key)
    if said.rule is None:
        return str(said.words)
    rule = rules_at(vote.rule_version).rule(said.rule)
    return rule.vi if lang() == "vi" else rule.en


def steps_of(vote: Vote, reader: Reader, told: dict[str, str]) -> list[Step]:
    """Mọi bước, in order; the first that is not done is the current one. ``told`` says what is known of each."""
    found: list[Step] = []
    table = table_of(vote)
    gates = {gate.key: gate for gate in procedures.gates(reader.facts)}
    over = reader.facts.state in {State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED}
    current = False
    for number, key in enumerate((*gates, *table.after), 1):
        gate = gates.get(key)
        done = bool(gate.answer) if gate else _done_after(key, reader)
        state = "done" if done else "later" if current or over else "now"
        current = current or state == "now"
        found.append(
            Step(
                number=number,
                key=key,
                title=str(table.title(key)),
                state=state,
                text=told.get(key) or str(table.later(key) if state != "done" else ""),
                lines=tuple(_lines(gate, reader, table)) if gate and state == "now" else (),
                acts=_acts(key, reader, table) if state == "now" else (),
                doers=_doers(key, reader, table) if state == "now" else "",
                why=why_of(key, vote),
                basis=table.basis[key],
            )
        )
    return found


def _done_after(key: str, reader: Reader) -> bool:
    """Whether a step after the notice is behind us."""
    if key == "count":
        return reader.facts.state in DONE_AFTER["seal"] or bool(procedures.counted(reader.facts))
    return reader.facts.state in DONE_AFTER[key]


def _lines(gate: Gate, reader: Reader, table: StepTable) -> Iterator[Line]:
    said: set[str] = set()
    checks = gate.checks[:1] if gate.key == "team" and not reader.facts.team else gate.checks
    for one in checks:
        if isinstance(one.answer, Refusal):
            if one.key == "notice_published" and not (
                published := may(Act.VOTING_NOTICE_PUBLISH, reader.facts, reader.at)
            ):
                yield _unmet(published)
                continue
            if one.key == "roll_frozen" and any(isinstance(other.answer, Refusal) for other in checks if other != one):
                continue  # what is missing before it says more
            yield _unmet(one.answer, fix=not _own_office(one.key, reader))
        elif _worth_saying(one.key, reader.facts) and (met := str(table.met(one.key))) not in said:
            said.add(met)
            yield Line(True, met)


def _unmet(refusal: Refusal, *, fix: bool = True) -> Line:
    return Line(False, words.sentence(refusal, lang()), words.remedy(refusal, lang()) if fix else "")


def _own_office(key: str, reader: Reader) -> bool:
    """Nobody is told to fetch oneself: the button stands right below."""
    roles = reader.actor.roles_in(reader.subject.khu_pho_id)
    return {"agreement_head": Role.HEAD, "agreement_front": Role.FRONT_HEAD}.get(key) in roles


def _worth_saying(key: str, facts: law.VoteFacts) -> bool:
    """A condition that cannot fail yet is no news."""
    if key == "agreement_two_people":
        return len({one.person for one in facts.agreements}) > 1
    return key != "form_poll_passed" or facts.form_poll.passed is True


def _acts(key: str, reader: Reader, table: StepTable) -> tuple[Doable, ...]:
    wanted = [one for one in table.acts.get(key, ()) if reader.now(one[0]) and _still(one[1], reader)]
    return tuple(Doable(name, act_label(name), press) for _act, name, press in wanted)


def _still(name: str, reader: Reader) -> bool:
    """Whether this person still has to do it; what one has done is not offered again on the file."""
    facts, roll = reader.facts, reader.facts.roll
    if name == "agree":
        return reader.actor.id not in {one.person for one in facts.agreements}
    if name == "roll-draw":
        return roll is None
    if name == "roll-show":
        return roll is not None and roll.shown_on is None and roll.households > 0
    if name == "schedule":
        return facts.opens_at is None or facts.opens_at <= reader.at
    if name == "preview":
        return reader.actor.id not in facts.confirmed_by
    if name in _SLIPS_STILL:
        return _SLIPS_STILL[name](facts)
    if name == "sign":
        return facts.signatures < 4
    return True


# Steps of the slips are offered once, in their order.
_SLIPS_STILL: Mapping[str, Callable[[law.VoteFacts], bool]] = {
    "plan-send": lambda facts: facts.slips.plan_sent_on is None,
    "slips-print": lambda facts: not facts.slips.printed,
    "slips-mark": lambda facts: facts.slips.mark is None,
    "gaps": lambda facts: facts.slips.held is not None and facts.slips.held.code == "register.gap_unexplained",
}


def _doers(key: str, reader: Reader, table: StepTable) -> str:
    """Whose work the first open act of the step is, when the reader may do none of them."""
    acts = [one for one in table.acts.get(key, ()) if _open_now(one, reader)]
    if not acts or any(reader.may(act) for act, _name, _press in acts):
        return ""
    return doers_of(acts[0][0])


def _open_now(one: tuple[Act, str, bool], reader: Reader) -> bool:
    return bool(may(one[0], reader.facts, reader.at))


def meanwhile(vote: Vote, reader: Reader, steps: list[Step]) -> list[Doable]:
    """Trong lúc chờ người khác: acts of later steps that this person may do already."""
    now = next((step for step in steps if step.state == "now"), None)
    if now is None or now.acts or reader.facts.state is not State.PREPARING:
        return []
    passed = {step.key for step in steps if step.state == "done"}
    table = table_of(vote)
    wanted = [key for key in table.any_order if key not in passed and key != now.key]
    return [act for key in wanted for act in _acts(key, reader, table)][:2]
