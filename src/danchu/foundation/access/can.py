"""Được làm hay không: collects the facts of a question about permission and asks the law."""

from __future__ import annotations

from dataclasses import dataclass

from danchu.foundation.access.actor import Actor, Kind
from danchu.law.acts import ACTS, Act, may
from danchu.law.answers import Allowed, Answer, Refusal, require
from danchu.law.doers import Who
from danchu.law.people import FRONT_ROLES


@dataclass(frozen=True, slots=True)
class Subject:
    """Việc được hỏi đến: where it lies and who has a special relation to it.

    ``team`` are staff ids of the vote's team, ``leader`` its leader, ``for_front`` those in it who stand for the Front
    committee and belong to the team only while they hold such a mandate; ``households`` it is about.
    """

    ward_id: int
    khu_pho_id: int | None = None
    team: frozenset[int] = frozenset()
    leader: int | None = None
    for_front: frozenset[int] = frozenset()
    households: frozenset[int] | None = None


def can(actor: Actor, act: Act, subject: Subject) -> Answer:
    """Whether the actor may do the act on the subject; the phase is asked of the procedure, not here."""
    rule = ACTS[act]
    if actor.kind is not Kind.ANONYMOUS and actor.ward_id != subject.ward_id:
        return Refusal("access.ward", rule.basis)
    if actor.kind is Kind.SYSTEM:
        return Allowed(rule.basis)
    who: set[Who] = set()
    if actor.kind is Kind.STAFF and _in_team(actor, subject):
        who |= {Who.TEAM, Who.TEAM_LEADER} if actor.id == subject.leader else {Who.TEAM}
    if actor.kind is Kind.HOUSEHOLD and (subject.households is None or actor.id in subject.households):
        who.add(Who.HOUSEHOLD)
    return may(act, held=actor.held, who=who, khu_pho=subject.khu_pho_id)


def _in_team(actor: Actor, subject: Subject) -> bool:
    """A member now: one who stands for the Front has to hold that mandate still."""
    if actor.id not in subject.team:
        return False
    return actor.id not in subject.for_front or bool(FRONT_ROLES & actor.roles_in(subject.khu_pho_id))


def check(actor: Actor, act: Act, subject: Subject) -> None:
    """Raise ``Refused`` unless ``can``."""
    require(can(actor, act, subject))
