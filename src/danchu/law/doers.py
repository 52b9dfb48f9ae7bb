"""Ai được làm: doers that are no mandate, and the rule of one act; the acts themselves are in ``law.acts``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from danchu.law.basis import Basis
from danchu.law.people import Role


class Who(StrEnum):
    """Người làm việc đó, ngoài các vai trò: doers that are no mandate."""

    TEAM = "team"  # a member of this vote's team
    TEAM_LEADER = "team_leader"
    HOUSEHOLD = "household"  # the household itself, by its card
    ANYONE = "anyone"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class ActRule:
    """Quy định cho một việc: who may do it and why. Roles of one khu phố count only inside it."""

    roles: frozenset[Role]
    who: frozenset[Who]
    basis: Basis
    vi: str
    en: str


def rule(basis: Basis, vi: str, en: str, *doers: Role | Who) -> ActRule:
    """Một quy định: its basis, its name in both languages, and those who may do it."""
    return ActRule(
        frozenset(doer for doer in doers if isinstance(doer, Role)),
        frozenset(doer for doer in doers if isinstance(doer, Who)),
        basis,
        vi,
        en,
    )
