"""Phiếu của một hộ: whether an entry is taken, by the round's clock and the entry that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Convention, WardSetting
from danchu.law.states import Route

_OWN_ROUTES = frozenset({Route.OWN, Route.KIOSK})


@dataclass(frozen=True, slots=True)
class CastFacts:
    """Dữ kiện khi một hộ gửi phiếu: the round's clock, the household's line, and the entry that stands."""

    running: bool  # the vote is neither withdrawn, stopped nor refused in its form
    opens_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    on_roll: bool
    route: Route
    earlier: Route | None = None
    replace_allowed: bool = True


def may_cast(facts: CastFacts, at: datetime) -> Answer:
    """Phiếu này có được nhận không. ``at`` is the moment of arrival; a written close is final whatever ``at`` says."""
    basis = Article("D59", 5, 2, "d")
    if not facts.running:
        return Refusal("voting.stopped", Convention("stop"))
    if at < facts.opens_at:
        return Refusal("voting.not_open", Article("D59", 5, 3), {"opens_at": facts.opens_at})
    if facts.closed_at is not None or at >= facts.closes_at:
        return Refusal("voting.closed", Article("D59", 5, 4, "a"), {"closed_at": facts.closes_at})
    if not facts.on_roll:
        return Refusal("voting.not_on_roll", Article("L10", 21, 1))
    if facts.earlier is None:
        return Allowed(basis)
    same_hand = facts.earlier in _OWN_ROUTES and facts.route in _OWN_ROUTES
    if same_hand and facts.replace_allowed:
        return Allowed(WardSetting("reopen.replace_online_entry"))
    if same_hand:
        return Refusal("voting.no_replacement", WardSetting("reopen.replace_online_entry"))
    return Refusal("voting.already_entered", Convention("first_entry"), {"route": str(facts.earlier)})
