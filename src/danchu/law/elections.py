"""Bầu Trưởng khu phố (Điều 6–8 Nghị định 59): the calendar back from the meeting, candidates, Election Team, result.

The meeting itself is ``law.meeting``'s; here stands what comes before it and who is elected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from danchu.law.answers import Allowed, Answer, Deadline, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.clocks import due
from danchu.law.days import Calendar, add_months
from danchu.law.gates import Check, Gate, check, first_refusal
from danchu.law.people import Label
from danchu.law.rules import RULE_VERSION, rules_at
from danchu.law.settings import setting
from danchu.law.speech import number
from danchu.law.thresholds import needed

# In the order they fall due: T−20, T−15, T−10, T−7, T−2.
CALENDAR: tuple[str, ...] = ("elect.plan", "elect.candidates", "elect.team", "elect.notice", "meet.notice")


class Nomination(StrEnum):
    """Cách ứng cử: on the Front committee's list, by oneself at the meeting, or proposed there by another."""

    LISTED = "listed"
    SELF = "self"
    OTHER = "other"


NOMINATION_LABELS: Mapping[Nomination, Label] = {
    Nomination.LISTED: Label("Ban công tác Mặt trận giới thiệu", "proposed by the Front committee"),
    Nomination.SELF: Label("tự ứng cử", "self-nominated"),
    Nomination.OTHER: Label("được giới thiệu tại cuộc họp", "proposed at the meeting"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Người ứng cử Trưởng khu phố: ``fit`` is the confirmation of health, ethics, trust and ability on the record."""

    person: int
    born_on: date
    permanent: bool
    lives_here: bool
    fit: bool
    nomination: Nomination = Nomination.LISTED
    accepts: bool = True


@dataclass(frozen=True, slots=True)
class ElectionMember:
    """Thành viên Tổ bầu cử; ``front``: stands for the Front."""

    person: int
    front: bool = False
    leader: bool = False


@dataclass(frozen=True, slots=True)
class ElectionFacts:
    """Dữ kiện của một cuộc bầu: what was done on which day; ``day`` is the day of the meeting.

    ``settings`` are the ward's choices of the day.
    """

    day: date
    decided_on: date | None = None
    party_view: bool = False
    candidates: tuple[Candidate, ...] = ()
    minutes_sent_on: date | None = None
    team: tuple[ElectionMember, ...] = ()
    team_agreed: bool = False
    team_set_on: date | None = None
    noticed_on: date | None = None
    settings: Mapping[str, Any] | None = None
    rule_version: str = RULE_VERSION


def calendar_of(day: date, calendar: Calendar, *, version: str = RULE_VERSION) -> tuple[Deadline, ...]:
    """Lịch bầu Trưởng khu phố, counted back from the meeting, in the order things fall due."""
    return tuple(due(rule, day, calendar, version=version) for rule in CALENDAR)


def eligible(
    candidate: Candidate, day: date, *, settings: Mapping[str, Any] | None = None, version: str = RULE_VERSION
) -> Answer:
    """Người này có đủ tiêu chuẩn Trưởng khu phố vào ngày họp không.

    Refusals: ``elections.permanent``, ``elections.lives_here``, ``elections.too_young``, ``elections.not_fit``,
    ``elections.not_accepted``.
    """
    basis = rules_at(version).basis("head.standard")
    least = setting("head.min_age", settings, version=version)
    if not candidate.permanent:
        return Refusal("elections.permanent", basis)
    if not candidate.lives_here:
        return Refusal("elections.lives_here", basis)
    if add_months(candidate.born_on, 12 * least) > day:
        return Refusal("elections.too_young", basis, {"years": least})
    if not candidate.fit:
        return Refusal("elections.not_fit", basis)
    if not candidate.accepts:
        return Refusal("elections.not_accepted", Convention("nomination"))
    return Allowed(basis)


def may_nominate(facts: ElectionFacts, candidate: Candidate) -> Answer:
    """Được ứng cử, giới thiệu thêm tại cuộc họp không (điểm b khoản 5 Điều 3 Nghị định 59).

    Refusals: those of ``eligible``, ``elections.listed_already``, ``elections.team_member``.
    """
    if any(one.person == candidate.person for one in facts.candidates):
        return Refusal("elections.listed_already", Convention("nomination"))
    if any(one.person == candidate.person for one in facts.team):
        return Refusal("elections.team_member", Article("D59", 6, 1, "b"))
    return eligible(candidate, facts.day, settings=facts.settings, version=facts.rule_version) and Allowed(
        Article("D59", 3, 5, "b")
    )


GATE_BASIS: Mapping[str, Basis] = {
    "plan": Article("D59", 6, 1, "a"),
    "candidates": Article("D59", 6, 2),
    "team": Article("D59", 6, 1, "b"),
    "notice": Article("D59", 6, 1),
}


def gates(facts: ElectionFacts, calendar: Calendar) -> tuple[Gate, ...]:
    """Các bước trước cuộc họp bầu: plan, candidates, Election Team, notices, each by its own last day."""
    return (
        Gate("plan", GATE_BASIS["plan"], _done(facts, calendar, "plan", facts.decided_on)),
        Gate("candidates", GATE_BASIS["candidates"], _candidates(facts, calendar)),
        Gate("team", GATE_BASIS["team"], _team(facts, calendar)),
        Gate("notice", GATE_BASIS["notice"], _done(facts, calendar, "notice", facts.noticed_on)),
    )


def may_hold(facts: ElectionFacts, calendar: Calendar) -> Answer:
    """Được họp bầu vào ngày đã chọn không: every gate passed. Refusals: those of the gates."""
    return first_refusal(gates(facts, calendar)) and Allowed(rules_at(facts.rule_version).basis("elect.meeting"))


def _done(facts: ElectionFacts, calendar: Calendar, key: str, on: date | None) -> tuple[Check, ...]:
    """It was done, and by the last day counted back from the meeting."""
    basis = GATE_BASIS[key]
    latest = due(f"elect.{key}", facts.day, calendar, version=facts.rule_version).end
    if on is None:
        return (check(f"elections.{key}_done", False, basis, latest=latest),)
    return (
        check(f"elections.{key}_done", True, basis),
        check(f"elections.{key}_in_time", on <= latest, basis, latest=latest),
    )


def _candidates(facts: ElectionFacts, calendar: Calendar) -> tuple[Check, ...]:
    basis = GATE_BASIS["candidates"]
    least = rules_at(facts.rule_version).count("elect.candidates.min")
    listed = [one for one in facts.candidates if one.nomination is Nomination.LISTED]
    answers = [eligible(one, facts.day, settings=facts.settings, version=facts.rule_version) for one in listed]
    return (
        check("elections.candidates_listed", least.admits(len(listed)), basis, least=least.low),
        check("elections.party_view", facts.party_view, basis),
        *(Check("eligible", answer) for answer in answers),
        *_done(facts, calendar, "candidates", facts.minutes_sent_on),
    )


def _team(facts: ElectionFacts, calendar: Calendar) -> tuple[Check, ...]:
    basis = GATE_BASIS["team"]
    leaders = [one for one in facts.team if one.leader]
    running = {one.person for one in facts.candidates}
    return (
        check("elections.team_members", len({one.person for one in facts.team}) > 0, basis),
        check("elections.team_leader", len(leaders) == 1 and leaders[0].front, basis),
        check("elections.team_candidate", not running & {one.person for one in facts.team}, basis),
        check("elections.team_agreed", facts.team_agreed, basis),
        *_done(facts, calendar, "team", facts.team_set_on),
    )


# --- result -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Elected:
    """Kết quả bầu: those elected (at most ``seats``), those equal at the last seat, and the number needed.

    ``filled`` is False where nobody, or too few, reached the number: the reasons go into the minutes and the next step
    stands in ``rule``.
    """

    elected: tuple[int, ...]
    tied: tuple[int, ...]
    seats: int
    needed: int
    of: int
    rule: str
    article: Basis
    sentence: Mapping[str, str]

    @property
    def filled(self) -> bool:
        """Whether every seat is taken."""
        return len(self.elected) == self.seats


_ELECTED = Label(
    "{elected}/{seats} người trúng cử; mỗi người cần ít nhất {needed}/{of} hộ.",
    "{elected} of {seats} are elected; each needs at least {needed} of {of} households.",
)
_TIED = Label(
    "{tied} người bằng số hộ đồng ý ở vị trí cuối nên chưa xác định được.",
    "{tied} candidates are equal at the last seat, so it stays open.",
)
_REPEAT = Label(
    "Ghi lý do vào biên bản; Ủy ban nhân dân phường quyết định bầu lại.",
    "The reasons go into the minutes; the ward People's Committee decides on a new election.",
)
_FRONT = Label(
    "Ghi lý do vào biên bản; báo Ủy ban Mặt trận Tổ quốc Việt Nam phường để bầu bổ sung.",
    "The reasons go into the minutes; tell the ward Front, so that the open seats are elected again.",
)


def head_elected(households: int, votes: Mapping[int, int], *, version: str = RULE_VERSION) -> Elected | Refusal:
    """Ai trúng cử Trưởng khu phố: one seat, more than half of all households (``pass.D3456``).

    ``votes`` are households for each candidate; one household names one. No winner: UBND decides
    (``elect.no_winner``). Refusals: those of ``elected_of``, ``count.over_households``.
    """
    if households > 0 and sum(votes.values()) > households:
        told = {"total": sum(votes.values()), "households": households}
        return Refusal("count.over_households", Convention("counting"), told)
    return elected_of(households, votes, 1, head=True, version=version)


def elected_of(
    households: int, votes: Mapping[int, int], seats: int, *, head: bool = False, version: str = RULE_VERSION
) -> Elected | Refusal:
    """Ai trúng cử vào các vị trí: more than half of all households each, the highest first.

    A household may agree to as many candidates as there are seats. Candidates equal at the last seat leave it open:
    the law says nothing of a tie. Refusals: ``count.no_households``, ``count.negative``, ``elections.votes_over``,
    ``elections.no_seats``.
    """
    if households < 1:
        return Refusal("count.no_households", Convention("counting"))
    if seats < 1:
        return Refusal("elections.no_seats", Convention("counting"))
    for count in votes.values():
        if count < 0:
            return Refusal("count.negative", Convention("counting"), {"what": "yes", "number": count})
        if count > households:
            return Refusal("elections.votes_over", Convention("counting"), {"votes": count, "households": households})
    least = needed("pass.D3456", households, version=version)
    passed = sorted((one for one, count in votes.items() if count >= least), key=lambda one: (-votes[one], one))
    elected, tied = passed[:seats], []
    if len(passed) > seats and votes[passed[seats]] == votes[passed[seats - 1]]:
        last = votes[passed[seats]]
        elected = [one for one in elected if votes[one] > last]
        tied = [one for one in passed if votes[one] == last]
    rule = "pass.D3456" if len(elected) == seats or not head else "elect.no_winner"
    return Elected(
        elected=tuple(elected),
        tied=tuple(tied),
        seats=seats,
        needed=least,
        of=households,
        rule=rule,
        article=rules_at(version).basis(rule),
        sentence=_say(len(elected), len(tied), seats, least, households, head=head),
    )


def _say(elected: int, tied: int, seats: int, least: int, of: int, *, head: bool) -> Mapping[str, str]:
    parts = [_ELECTED]
    if tied:
        parts.append(_TIED)
    if elected < seats:
        parts.append(_REPEAT if head else _FRONT)
    numbers = {"elected": elected, "tied": tied, "seats": seats, "needed": least, "of": of}
    said = {}
    for lang in ("vi", "en"):
        shown = {name: number(value, lang) for name, value in numbers.items()}
        said[lang] = " ".join(getattr(part, lang) for part in parts).format(**shown)
    return said
