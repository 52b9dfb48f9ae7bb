"""Cho thôi làm Trưởng khu phố (Điều 9 Nghị định 59): grounds, who decides, what follows and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from danchu.law.answers import Allowed, Answer, Deadline, Refusal
from danchu.law.basis import Article, Convention
from danchu.law.clocks import due
from danchu.law.days import Calendar
from danchu.law.matters import Matter, Purpose, Said, convenor
from danchu.law.people import Label
from danchu.law.rules import RULE_VERSION, rules_at
from danchu.law.thresholds import needed, reached


class Ground(StrEnum):
    """Lý do cho thôi làm (khoản 1 Điều 9 Nghị định 59)."""

    OWN_REQUEST = "own_request"
    FRONT_HEAD = "front_head"
    PETITION = "petition"


GROUND_LABELS = {
    Ground.OWN_REQUEST: Label("Trưởng khu phố tự xin thôi bằng văn bản", "the head's own written request"),
    Ground.FRONT_HEAD: Label("Trưởng ban công tác Mặt trận đề nghị", "proposal of the Front committee head"),
    Ground.PETITION: Label("kiến nghị của từ 50% tổng số hộ", "petition of at least 50% of all households"),
}


@dataclass(frozen=True, slots=True)
class DismissalFacts:
    """Dữ kiện của việc cho thôi: ``petition`` counts households, each once; ``households`` is N."""

    households: int
    own_request: bool = False
    front_head_proposes: bool = False
    petition: int = 0
    one_person_two_mandates: bool = False
    rule_version: str = RULE_VERSION


@dataclass(frozen=True, slots=True)
class Called:
    """Được họp cho thôi làm: by which grounds, and who convenes."""

    grounds: tuple[Ground, ...]
    convenor: Said


def called(facts: DismissalFacts) -> Called | Refusal:
    """Có đủ lý do họp cho thôi làm chưa, and who convenes. A person cannot propose to dismiss itself as Front head.

    Refusals: ``dismissal.no_households``, ``dismissal.petition_over``, ``dismissal.no_ground``.
    """
    basis = Article("D59", 9, 1)
    if facts.households < 1:
        return Refusal("dismissal.no_households", Convention("counting"))
    if facts.petition > facts.households:
        told = {"petition": facts.petition, "households": facts.households}
        return Refusal("dismissal.petition_over", Convention("counting"), told)
    version = facts.rule_version
    holds = {
        Ground.OWN_REQUEST: facts.own_request,
        Ground.FRONT_HEAD: facts.front_head_proposes and not facts.one_person_two_mandates,
        Ground.PETITION: reached("dismiss.petition", facts.petition, facts.households, version=version),
    }
    grounds = tuple(ground for ground, true in holds.items() if true)
    if not grounds:
        least = needed("dismiss.petition", facts.households, version=version)
        told = {"petition": facts.petition, "needed": least, "households": facts.households}
        return Refusal("dismissal.no_ground", basis, told)
    said = convenor(
        Matter.D4, purpose=Purpose.DISMISS, head_is_front_head=facts.one_person_two_mandates, version=version
    )
    return Called(grounds, said)


def decides(agreed: bool, *, version: str = RULE_VERSION) -> Said:
    """Ai quyết định tiếp: UBND recognises what the meeting agreed, else decides itself with the Front."""
    value = "UBND_RECOGNISES" if agreed else "UBND_DECIDES_WITH_FRONT"
    return Said(value, "dismiss.recognise", rules_at(version).basis("dismiss.recognise"))


def may_decide_without_meeting(*, meeting_agreed: bool | None, front_agrees: bool) -> Answer:
    """UBND phường được tự quyết định cho thôi không: after a meeting that could not agree, and with the Front.

    Refusals: ``dismissal.meeting_first``, ``dismissal.meeting_agreed``, ``dismissal.front_first``.
    """
    basis = Article("D59", 9, 3)
    if meeting_agreed is None:
        return Refusal("dismissal.meeting_first", basis)
    if meeting_agreed:
        return Refusal("dismissal.meeting_agreed", basis)
    if not front_agrees:
        return Refusal("dismissal.front_first", basis)
    return Allowed(basis)


def after_recognition(recognised_on: date, calendar: Calendar, *, version: str = RULE_VERSION) -> Deadline:
    """Hạn quyết định bầu Trưởng khu phố mới (``dismiss.new_election``): 60 days from the recognition."""
    return due("dismiss.new_election", recognised_on, calendar, version=version)


def interim_until(appointed_on: date, calendar: Calendar, *, version: str = RULE_VERSION) -> Deadline:
    """Trưởng khu phố lâm thời làm đến khi nào (``dismiss.interim``): at most six months."""
    return due("dismiss.interim", appointed_on, calendar, version=version)


def may_appoint_interim(*, head_in_office: bool, front_agrees: bool) -> Answer:
    """Được cử Trưởng khu phố lâm thời không. Refusals: ``dismissal.head_in_office``, ``dismissal.front_first``."""
    basis = Article("D59", 9, 3)
    if head_in_office:
        return Refusal("dismissal.head_in_office", basis)
    if not front_agrees:
        return Refusal("dismissal.front_first", basis)
    return Allowed(basis)
