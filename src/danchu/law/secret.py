"""Biểu quyết kín: what must stand before its notice, and who must be there to open the sum.

The decree asks for three answers and a team; how an online vote is kept secret it leaves open, so every basis here is
a convention of this system.
"""

from __future__ import annotations

from dataclasses import dataclass

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Convention

BASIS = Convention("secret")
FEWEST = 5  # fewer ballots are opened only with the recorded consent of enough members


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """Dữ kiện về chìa và mã: members who finished each part, and households on the list.

    ``to_list`` is N without the blocked households; ``members`` are those of the ceremony, ``team`` the team's now.
    """

    members: frozenset[int]
    team: frozenset[int]
    keys: int
    sheets: int
    matched: int
    listed: int
    to_list: int
    rehearsal: bool = False


def keys_ready(facts: KeyFacts) -> Answer:
    """Chìa đã lập xong: every member has key, sheet and match, and they are the team of today."""
    if facts.rehearsal or not facts.members:
        return Refusal("secret.keys_missing", BASIS)
    if facts.members != facts.team:
        return Refusal("secret.team_changed", BASIS)
    done = min(facts.keys, facts.sheets, facts.matched)
    if done < len(facts.members):
        return Refusal("secret.keys_unfinished", BASIS, {"done": done, "members": len(facts.members)})
    return Allowed(BASIS)


def may_announce(facts: KeyFacts) -> Answer:
    """Được đăng thông báo cuộc biểu quyết kín: keys made, and exactly one credential for each household."""
    answer = keys_ready(facts)
    if not answer:
        return answer
    if facts.listed != facts.to_list:
        return Refusal("secret.list_missing", BASIS, {"listed": facts.listed, "households": facts.to_list})
    return Allowed(BASIS)


@dataclass(frozen=True, slots=True)
class CountFacts:
    """Dữ kiện khi mở kết quả: how many ballots the sum has, who consented, who opened."""

    summed: bool
    ballots: int
    consents: int
    needed: int
    differs: bool = False
    done: bool = False


def may_open(facts: CountFacts) -> Answer:
    """Được mở tổng: it stands in the archive, register and archive agree, and few ballots only with consent."""
    if facts.differs:
        return Refusal("secret.box_differs", BASIS)
    if not facts.summed:
        return Refusal("secret.not_summed", BASIS)
    if facts.done:
        return Refusal("secret.already_counted", BASIS)
    if facts.ballots < FEWEST and facts.consents < facts.needed:
        return Refusal("secret.consent", BASIS, {"ballots": facts.ballots, "needed": facts.needed})
    return Allowed(BASIS)
