"""Đề xuất việc để cộng đồng bàn và quyết định (Điều 16 Luật): who may put a matter, and what is still missing.

Three ways lead to the community: the ward Chairman with the Chairman of the ward Front; the khu phố head with the
head of the Front committee; a resident's initiative with the endorsements of enough households, or of the Front
committee. Facts come in frozen; a service asks ``may_put`` and shows ``standing``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.clocks import due
from danchu.law.days import Calendar
from danchu.law.forms import read_matter
from danchu.law.gates import Check, all_hold, check
from danchu.law.matters import Matter, Scope
from danchu.law.people import Label, Role
from danchu.law.rules import RULE_VERSION, rules_at
from danchu.law.speech import day, number
from danchu.law.thresholds import needed
from danchu.law.voting import Agreement


class Origin(StrEnum):
    """Người đưa việc ra: the ward, the khu phố head, or a resident with an initiative."""

    WARD = "ward"
    HEAD = "head"
    INITIATIVE = "initiative"


class ProposalState(StrEnum):
    """Trạng thái đề xuất, as written in its row."""

    GATHERING = "gathering"
    PUT = "put"
    WITHDRAWN = "withdrawn"


class NextStep(StrEnum):
    """Việc cần làm tiếp theo của một đề xuất."""

    AGREE_FIRST = "agree_first"
    AGREE_FRONT = "agree_front"
    AGREE_SECOND_PERSON = "agree_second_person"
    GATHER = "gather"
    PUT = "put"
    DONE = "done"


# Each origin with its scope, its rule, and the two mandates that must agree (none for an initiative).
_SCOPES: Mapping[Origin, Scope] = {
    Origin.WARD: Scope.WARD,
    Origin.HEAD: Scope.KHU_PHO,
    Origin.INITIATIVE: Scope.KHU_PHO,
}
_RULES: Mapping[Origin, str] = {
    Origin.WARD: "propose.ward",
    Origin.HEAD: "propose.kp",
    Origin.INITIATIVE: "propose.initiative",
}
_FIRST: Mapping[Origin, Role] = {Origin.WARD: Role.WARD_CHAIR, Origin.HEAD: Role.HEAD}
_FRONT: Mapping[Origin, Role] = {Origin.WARD: Role.WARD_FRONT, Origin.HEAD: Role.FRONT_HEAD}

ORIGIN_LABELS: Mapping[Origin, Label] = {
    Origin.WARD: Label("Chủ tịch Ủy ban nhân dân phường đề xuất", "Proposed by the ward Chairman"),
    Origin.HEAD: Label("Trưởng khu phố đề xuất", "Proposed by the khu phố head"),
    Origin.INITIATIVE: Label("Sáng kiến của người dân", "A resident's initiative"),
}
_STEPS: Mapping[NextStep, Label] = {
    NextStep.AGREE_FIRST: Label("Chờ {first} thống nhất.", "The {first} has to agree."),
    NextStep.AGREE_FRONT: Label("Chờ {front} thống nhất.", "The {front} has to agree."),
    NextStep.AGREE_SECOND_PERSON: Label(
        "Một người giữ cả hai nhiệm vụ; chờ thêm một người nữa cùng đồng ý.",
        "One person holds both offices; a second person has to agree.",
    ),
    NextStep.GATHER: Label(
        "Xin thêm {short} hộ đồng thuận, hoặc đề nghị Ban công tác Mặt trận tán thành.",
        "Gather {short} more endorsements, or ask the Front committee to approve.",
    ),
    NextStep.PUT: Label("{decides} đưa ra cộng đồng bàn và quyết định.", "The {decides} puts it to the community."),
    NextStep.DONE: Label("Đã kết thúc bước đề xuất.", "This proposal is settled."),
}
_PEOPLE: Mapping[Role, Label] = {
    Role.WARD_CHAIR: Label("Chủ tịch Ủy ban nhân dân phường", "ward Chairman"),
    Role.WARD_FRONT: Label("Chủ tịch Mặt trận phường", "Chairman of the ward Front"),
    Role.HEAD: Label("Trưởng khu phố", "khu phố head"),
    Role.FRONT_HEAD: Label("Trưởng ban công tác Mặt trận", "head of the Front committee"),
}
_COUNTED = Label(
    "Có {valid}/{of} hộ đồng thuận còn giá trị; cần ít nhất {needed}.",
    "{valid} of {of} households endorse it; at least {needed} are needed.",
)
_UNTIL = Label("Sự đồng thuận sớm nhất có giá trị đến hết {until}.", "The earliest endorsement is valid until {until}.")


@dataclass(frozen=True, slots=True)
class Endorsement:
    """Sự đồng thuận của một hộ, on paper or electronic: ``household`` is an opaque id, ``given_on`` its day."""

    household: int
    given_on: date


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """Dữ kiện của một đề xuất. ``households`` is N; ``front_approves`` is the Front committee's answer, if any."""

    origin: Origin
    matter: str
    scope: str
    households: int
    state: ProposalState = ProposalState.GATHERING
    agreements: tuple[Agreement, ...] = ()
    endorsements: tuple[Endorsement, ...] = ()
    front_approves: bool | None = None
    proposer_resides: bool = True
    rule_version: str = RULE_VERSION


@dataclass(frozen=True, slots=True)
class Standing:
    """Tình trạng của đề xuất vào một ngày.

    ``valid`` and ``expired`` count households (never entries); ``needed`` is the tenth, ``short`` what is missing of
    it (0 for a proposal of the ward or the head). ``decides`` puts the matter to the community; ``until`` is the last
    day on which the endorsements counted today are all still valid.
    """

    valid: int
    expired: int
    needed: int
    short: int
    ready: bool
    decides: Role
    step: NextStep
    rule: str
    article: Basis
    until: date | None
    sentence: Mapping[str, str]


def valid_until(given_on: date, calendar: Calendar, *, version: str = RULE_VERSION) -> date:
    """Ngày cuối cùng sự đồng thuận của một hộ còn giá trị (``propose.initiative.validity``)."""
    return due("propose.initiative.validity", given_on, calendar, version=version).end


def standing(facts: ProposalFacts, on: date, calendar: Calendar) -> Standing | Refusal:
    """Tình trạng đề xuất vào ngày ``on``: counts, who decides, next step. Refusals: those of ``may_propose``."""
    lawful = may_propose(facts)
    if isinstance(lawful, Refusal):
        return lawful
    ends = _ends(facts, on, calendar)
    valid = {household: end for household, end in ends.items() if end >= on}
    least = needed(_tenth(facts), facts.households, version=facts.rule_version)
    initiative = facts.origin is Origin.INITIATIVE
    short = max(0, least - len(valid)) if initiative else 0
    below = initiative and short > 0 and facts.front_approves is True
    rule = "propose.initiative.below" if below else _tenth(facts) if initiative else _RULES[facts.origin]
    missing = _missing(facts, short)
    step = _step(facts, missing)
    decides = Role.WARD_CHAIR if facts.origin is Origin.WARD else Role.HEAD
    until = min(valid.values(), default=None) if initiative else None
    return Standing(
        valid=len(valid),
        expired=len(ends) - len(valid),
        needed=least if initiative else 0,
        short=short,
        ready=step is NextStep.PUT,
        decides=decides,
        step=step,
        rule=rule,
        article=rules_at(facts.rule_version).basis(rule),
        until=until,
        sentence=_say(facts, step, decides, len(valid), least, short, until),
    )


def may_propose(facts: ProposalFacts) -> Answer:
    """Việc này có được đề xuất bằng cách này không, whatever support it has.

    Refusals: those of ``forms.read_matter``, ``proposal.scope``, ``proposal.head_has_rules``,
    ``proposal.not_resident``, ``proposal.no_households``.
    """
    read = read_matter(facts.matter, facts.scope, facts.rule_version)
    if isinstance(read, Refusal):
        return read
    matter, scope = read
    basis = rules_at(facts.rule_version).basis(_RULES[facts.origin])
    if matter is Matter.D4:
        return Refusal("proposal.head_has_rules", Article("D59", 6, 1))
    if scope is not _SCOPES[facts.origin]:
        return Refusal("proposal.scope", basis, {"scope": str(scope), "right_scope": _SCOPES[facts.origin].value})
    if facts.origin is Origin.INITIATIVE and not facts.proposer_resides:
        return Refusal("proposal.not_resident", Article("L10", 16, 3))
    if facts.households < 1:
        return Refusal("proposal.no_households", Convention("counting"))
    return Allowed(basis)


def missing(facts: ProposalFacts, on: date, calendar: Calendar) -> tuple[Check, ...]:
    """Các điều cần có để đưa việc ra cộng đồng, each with its answer as it stands."""
    now = standing(facts, on, calendar)
    if isinstance(now, Refusal):
        return (Check("may_propose", now),)
    return _missing(facts, now.short)


def may_put(facts: ProposalFacts, on: date, calendar: Calendar) -> Answer:
    """Được đưa việc ra cộng đồng chưa. Who must do it stands in ``standing(...).decides``.

    Refusals: those of ``may_propose``, ``proposal.settled``, ``proposal.agreement_first``,
    ``proposal.agreement_front``, ``proposal.agreement_two_people``, ``proposal.endorsements``.
    """
    now = standing(facts, on, calendar)
    if isinstance(now, Refusal):
        return now
    if facts.state is not ProposalState.GATHERING:
        return Refusal("proposal.settled", Convention("proposal"))
    return all_hold(_missing(facts, now.short)) and Allowed(now.article)


def may_endorse(facts: ProposalFacts, household: int, on: date, calendar: Calendar, *, counted: bool = True) -> Answer:
    """Hộ này có đồng thuận được lúc này không; one at a time for each household, again once the earlier one expired.

    ``counted``: the household is one of the khu phố's that count in N. Refusals: those of ``may_propose``,
    ``proposal.not_initiative``, ``proposal.settled``, ``proposal.not_counted``, ``proposal.endorsed_already``.
    """
    lawful = may_propose(facts)
    if not lawful:
        return lawful
    basis = Article("L10", 16, 3)
    if facts.origin is not Origin.INITIATIVE:
        return Refusal("proposal.not_initiative", basis)
    if facts.state is not ProposalState.GATHERING:
        return Refusal("proposal.settled", Convention("proposal"))
    if not counted:
        return Refusal("proposal.not_counted", basis)
    until = _ends(facts, on, calendar).get(household)
    if until is not None and until >= on:
        return Refusal("proposal.endorsed_already", basis, {"until": until})
    return Allowed(basis)


def _tenth(facts: ProposalFacts) -> str:
    """The convention has its own article on the same tenth of all households."""
    return "hu.propose" if facts.matter == Matter.D3 else "propose.initiative"


def _ends(facts: ProposalFacts, on: date, calendar: Calendar) -> dict[int, date]:
    """Until when each household stands behind the initiative: its latest endorsement given by that day."""
    ends: dict[int, date] = {}
    for one in facts.endorsements:
        if one.given_on <= on:
            end = valid_until(one.given_on, calendar, version=facts.rule_version)
            ends[one.household] = max(end, ends.get(one.household, end))
    return ends


def _missing(facts: ProposalFacts, short: int) -> tuple[Check, ...]:
    if facts.origin is Origin.INITIATIVE:
        enough = short == 0 or facts.front_approves is True
        below = Article("L10", 16, 3)
        return (check("proposal.endorsements", enough, below, short=short, households=facts.households),)
    basis = rules_at(facts.rule_version).basis(_RULES[facts.origin])
    first, front = _FIRST[facts.origin], _FRONT[facts.origin]
    firsts = any(first in one.roles for one in facts.agreements)
    fronts = any(front in one.roles for one in facts.agreements)
    people = len({one.person for one in facts.agreements})
    return (
        check("proposal.agreement_first", firsts, basis, role=str(first)),
        check("proposal.agreement_front", fronts, basis, person_vi=_PEOPLE[front].vi, person_en=_PEOPLE[front].en),
        check("proposal.agreement_two_people", not (firsts and fronts) or people >= 2, Convention("two_people")),
    )


_STEP_OF = {
    "agreement_first": NextStep.AGREE_FIRST,
    "agreement_front": NextStep.AGREE_FRONT,
    "agreement_two_people": NextStep.AGREE_SECOND_PERSON,
    "endorsements": NextStep.GATHER,
}


def _step(facts: ProposalFacts, missing: tuple[Check, ...]) -> NextStep:
    if facts.state is not ProposalState.GATHERING:
        return NextStep.DONE
    return next((_STEP_OF[one.key] for one in missing if not one.answer), NextStep.PUT)


def _say(
    facts: ProposalFacts, step: NextStep, decides: Role, valid: int, least: int, short: int, until: date | None
) -> Mapping[str, str]:
    said = {}
    for lang in ("vi", "en"):
        people = {role: getattr(label, lang) for role, label in _PEOPLE.items()}
        parts = []
        if facts.origin is Origin.INITIATIVE:
            counts = {"valid": valid, "of": facts.households, "needed": least}
            shown = {name: number(value, lang) for name, value in counts.items()}
            parts.append(getattr(_COUNTED, lang).format(**shown))
            if until is not None and step is not NextStep.DONE:
                parts.append(getattr(_UNTIL, lang).format(until=day(until, lang)))
        names = {"decides": people[decides], "short": number(short, lang)}
        if facts.origin in _FIRST:
            names |= {"first": people[_FIRST[facts.origin]], "front": people[_FRONT[facts.origin]]}
        parts.append(getattr(_STEPS[step], lang).format(**names))
        said[lang] = " ".join(parts)
    return said
