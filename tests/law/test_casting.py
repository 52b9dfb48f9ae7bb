"""One ballot: the clock, the roll, and which earlier entry stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from danchu.law.answers import Allowed, Refusal
from danchu.law.casting import CastFacts, may_cast
from danchu.law.states import Route

OPENS = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=6)
TICK = timedelta(microseconds=1)
OPEN = CastFacts(running=True, opens_at=OPENS, closes_at=CLOSES, closed_at=None, on_roll=True, route=Route.OWN)


@pytest.mark.parametrize(
    ("at", "change", "refused"),
    [
        (OPENS - TICK, {}, "voting.not_open"),
        (OPENS, {}, None),
        (CLOSES - TICK, {}, None),
        (CLOSES, {}, "voting.closed"),
        (CLOSES - TICK, {"closed_at": CLOSES}, "voting.closed"),
        (OPENS, {"running": False}, "voting.stopped"),
        (OPENS, {"on_roll": False}, "voting.not_on_roll"),
    ],
)
@pytest.mark.rule("online.notice")
def test_cast_by_the_clock_and_the_roll(at, change, refused):
    answer = may_cast(replace(OPEN, **change), at)

    assert (answer.code if isinstance(answer, Refusal) else None) == refused


@pytest.mark.parametrize(
    ("earlier", "route", "refused"),
    [
        (None, Route.ASSISTED, None),
        (Route.OWN, Route.OWN, None),
        (Route.OWN, Route.KIOSK, None),
        (Route.KIOSK, Route.OWN, None),
        (Route.OWN, Route.ASSISTED, "voting.already_entered"),
        (Route.ASSISTED, Route.OWN, "voting.already_entered"),
        (Route.ASSISTED, Route.ASSISTED, "voting.already_entered"),
    ],
)
def test_cast_again_only_by_the_same_hand(earlier, route, refused):
    answer = may_cast(replace(OPEN, earlier=earlier, route=route), OPENS)

    assert (answer.code if isinstance(answer, Refusal) else None) == refused


def test_cast_again_where_the_ward_allows_no_replacement():
    answer = may_cast(replace(OPEN, earlier=Route.OWN, replace_allowed=False), OPENS)

    assert isinstance(answer, Refusal)
    assert (answer.code, answer.article.key) == ("voting.no_replacement", "reopen.replace_online_entry")


def test_cast_names_the_decree():
    answer = may_cast(OPEN, OPENS)

    assert isinstance(answer, Allowed)
    assert answer.basis.key == "D59.5.2d"
