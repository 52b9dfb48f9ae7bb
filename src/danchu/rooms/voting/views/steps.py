"""Các bước của hồ sơ: the gates of the law and what follows them, as the file shows them to this person now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from danchu.foundation import text
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, can
from danchu.law import voting as law
from danchu.law import words
from danchu.law.acts import ACTS, DOER_LABELS, Act
from danchu.law.answers import Outcome, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.gates import Gate
from danchu.law.people import Role
from danchu.law.rules import rules_at
from danchu.law.states import Phase, RoundKind, State
from danchu.law.voting_acts import may, phase_at
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries.votes import Round, Vote
from danchu.rooms.voting.views.step_words import LATER, MET, REASONS, RULES, TITLES
from danchu.ui.tags.words import lang

AFTER = ("vote", "seal", "announce", "send")
_DONE_AFTER = {
    "vote": {State.CLOSED, State.SEALED, State.ANNOUNCED, State.SENT},
    "seal": {State.SEALED, State.ANNOUNCED, State.SENT},
    "announce": {State.ANNOUNCED, State.SENT},
    "send": {State.SENT},
}
_BASES: dict[str, Basis] = {
    **law.GATE_BASIS,
    "vote": Article("D59", 5, 4, "b"),
    "seal": Convention("seal"),
    "announce": Article("L10", 20, 2, "g"),
    "send": Article("L10", 20, 3),
}
# The acts of each step, in the order in which they are done: act, URL name, whether one press is enough.
_ACTS: dict[str, tuple[tuple[Act, str, bool], ...]] = {
    "agreement": ((Act.VOTING_PROPOSAL_AGREE, "agree", True),),
    "application": ((Act.VOTING_APPLICATION_CHOOSE, "choose", True),),
    "means": ((Act.VOTING_MEANS_RECORD, "means", False),),
    "report": ((Act.VOTING_REPORT_SEND, "report", True),),
    "team": ((Act.VOTING_TEAM_SET, "team", False),),
    "roll": (
        (Act.VOTING_ROLL_DRAW, "roll-draw", True),
        (Act.VOTING_ROLL_SHOW, "roll-show", True),
        (Act.VOTING_ROLL_FREEZE, "roll-freeze", True),
    ),
    "form_poll": (
        (Act.VOTING_FORM_POLL_OPEN, "form-poll", False),
        (Act.VOTING_FORM_POLL_RECORD, "form-poll-meeting", False),
    ),
    "text": ((Act.VOTING_VOTE_SCHEDULE, "schedule", False), (Act.VOTING_TEXT_CONFIRM, "preview", False)),
    "notice": ((Act.VOTING_NOTICE_PUBLISH, "notice", False), (Act.VOTING_VOTE_SCHEDULE, "schedule", False)),
    "seal": ((Act.VOTING_RESULT_SEAL, "seal", False),),
    "announce": ((Act.VOTING_MINUTES_SIGN, "sign", False), (Act.VOTING_RESULT_ANNOUNCE, "announce", True)),
    "send": ((Act.VOTING_DECISION_SEND, "send-decision", True),),
}


def act_label(name: str) -> str:
    """The bare verb on the button; remedies of the law call buttons by these names."""
    return {
        "agree": _("Agree to this form"),
        "choose": _("Choose this application"),
        "means": _("Record devices and network"),
        "report": _("The report has been sent"),
        "team": _("Set up the team"),
        "roll-draw": _("Draw up the roll"),
        "roll-show": _("The roll is posted"),
        "roll-freeze": _("Freeze the roll"),
        "form-poll": _("Ask on the telephone"),
        "form-poll-meeting": _("Record a meeting's answer"),
        "schedule": _("Set the time"),
        "preview": _("Read and confirm"),
        "notice": _("Publish the notice"),
        "seal": _("Seal the result"),
        "sign": _("Record signatures"),
        "announce": _("Announce the result"),
        "send-decision": _("The decision has been sent"),
    }[name]


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


def why_of(key: str, version: str) -> str:
    """The reason of a step: its row in the register of the law, or our own where the law is silent."""
    if key in REASONS:
        return str(REASONS[key])
    rule = rules_at(version).rule(RULES[key])
    return rule.vi if lang() == "vi" else rule.en


def steps_of(vote: Vote, reader: Reader, told: dict[str, str]) -> list[Step]:
    """Mọi bước, in order; the first that is not done is the current one. ``told`` says what is known of each."""
    found: list[Step] = []
    gates = {gate.key: gate for gate in law.gates(reader.facts)}
    over = reader.facts.state in {State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED}
    current = False
    for number, key in enumerate((*gates, *AFTER), 1):
        gate = gates.get(key)
        done = bool(gate.answer) if gate else reader.facts.state in _DONE_AFTER[key]
        state = "done" if done else "later" if current or over else "now"
        current = current or state == "now"
        found.append(
            Step(
                number=number,
                key=key,
                title=str(TITLES[key]),
                state=state,
                text=told.get(key) or str(LATER.get(key, "") if state != "done" else ""),
                lines=tuple(_lines(gate, reader)) if gate and state == "now" else (),
                acts=_acts(key, reader) if state == "now" else (),
                doers=_doers(key, reader) if state == "now" else "",
                why=why_of(key, vote.rule_version),
                basis=_BASES[key],
            )
        )
    return found


def _lines(gate: Gate, reader: Reader) -> Iterator[Line]:
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
        elif _worth_saying(one.key, reader.facts):
            yield Line(True, str(MET[one.key]))


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


def _acts(key: str, reader: Reader) -> tuple[Doable, ...]:
    wanted = [one for one in _ACTS.get(key, ()) if reader.now(one[0]) and _still(one[1], reader)]
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
    if name == "sign":
        return facts.signatures < 4
    return True


def _doers(key: str, reader: Reader) -> str:
    """Whose work the first open act of the step is, when the reader may do none of them."""
    acts = [one for one in _ACTS.get(key, ()) if _open_now(one, reader)]
    if not acts or any(reader.may(act) for act, _name, _press in acts):
        return ""
    return doers_of(acts[0][0])


def _open_now(one: tuple[Act, str, bool], reader: Reader) -> bool:
    return bool(may(one[0], reader.facts, reader.at))


def meanwhile(reader: Reader, steps: list[Step]) -> list[Doable]:
    """Trong lúc chờ người khác: acts of later steps that this person may do already."""
    now = next((step for step in steps if step.state == "now"), None)
    if now is None or now.acts or reader.facts.state is not State.PREPARING:
        return []
    passed = {step.key for step in steps if step.state == "done"}
    wanted = ("application", "means", "team", "roll")
    return [act for key in wanted if key not in passed and key != now.key for act in _acts(key, reader)][:2]


def told_of(vote: Vote, rounds: dict[str, Round], names: dict[int, str]) -> dict[str, str]:
    """Điều đã biết của mỗi bước: who did it and when, in one quiet line."""
    told = {
        "matter": _("Self-governed work, clause 6 of Article 15 of the Law"),
        "agreement": _agreed(vote),
        "application": _on(vote.application_chosen_at),
        "means": _means(vote),
        "report": _on(vote.reported_at),
        "team": capital(", ".join(names.values())),
        "roll": _roll(vote),
        "notice": _on(vote.notice_at),
        "seal": _on(vote.result_sealed_at),
        "announce": _on(vote.announced_at),
        "send": _on(vote.sent_at),
    }
    form, content = rounds.get(RoundKind.FORM), rounds.get(RoundKind.CONTENT)
    if form is not None:
        told["form_poll"] = _form_poll(form)
    if content is not None:
        span = {
            "opens": text.long_moment(content.opens_at, lang()),
            "closes": text.long_moment(content.closes_at, lang()),
        }
        told["text"] = told["vote"] = _("From %(opens)s to %(closes)s") % span
    return told


def capital(words_: str) -> str:
    """A line begins with a capital letter."""
    return words_[:1].upper() + words_[1:]


def _on(moment: datetime | None) -> str:
    return text.long_moment(moment, lang()) if moment else ""


def _agreed(vote: Vote) -> str:
    said = [
        _("%(name)s, %(day)s") % {"name": capital(str(one.staff)), "day": text.short_date(one.at, lang())}
        for one in vote.agreements.select_related("staff").order_by("at")
    ]
    return "; ".join(said)


def _means(vote: Vote) -> str:
    if vote.means_without_device is None:
        return ""
    count = text.number(vote.means_without_device, lang())
    return _("%(count)s households have no device") % {"count": count}


def _roll(vote: Vote) -> str:
    roll = vote.roll
    if roll is None:
        return ""
    if roll.frozen_at:
        values = {"count": text.number(roll.households, lang()), "when": text.long_moment(roll.frozen_at, lang())}
        return _("%(count)s households, frozen at %(when)s") % values
    if roll.shown_at:
        return _("Posted until the end of %(day)s") % {"day": text.long_date(roll.shown_until, lang())}
    return ""


def _form_poll(form: Round) -> str:
    if form.closed_at is None:
        return _("Asking until %(when)s") % {"when": text.long_moment(form.closes_at, lang())}
    outcome = queries.form_poll_outcome(form)
    return outcome.sentence[lang()] if isinstance(outcome, Outcome) else ""
