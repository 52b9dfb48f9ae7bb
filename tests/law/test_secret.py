"""A secret vote: what must stand before its notice, and who must be there to open the sum."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danchu.law.answers import Refusal
from danchu.law.secret import CountFacts, KeyFacts, may_announce, may_open

TEAM = frozenset({1, 2, 3})
READY = KeyFacts(members=TEAM, team=TEAM, keys=3, sheets=3, matched=3, listed=6, to_list=6)
SUMMED = CountFacts(summed=True, ballots=5, consents=0, needed=2)


def code(answer: object) -> str | None:
    return answer.code if isinstance(answer, Refusal) else None


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({}, None),
        ({"rehearsal": True}, "secret.keys_missing"),
        ({"members": frozenset()}, "secret.keys_missing"),
        ({"team": frozenset({1, 2, 4})}, "secret.team_changed"),
        ({"keys": 2}, "secret.keys_unfinished"),
        ({"sheets": 2}, "secret.keys_unfinished"),
        ({"matched": 0}, "secret.keys_unfinished"),
        ({"listed": 5}, "secret.list_missing"),
        ({"listed": 7}, "secret.list_missing"),
    ],
)
def test_notice_waits_for_every_key_and_every_household(change, refused):
    assert code(may_announce(replace(READY, **change))) == refused


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({}, None),
        ({"summed": False}, "secret.not_summed"),
        ({"differs": True}, "secret.box_differs"),
        ({"done": True}, "secret.already_counted"),
        ({"ballots": 4}, "secret.consent"),
        ({"ballots": 4, "consents": 1}, "secret.consent"),
        ({"ballots": 0, "consents": 2}, None),
    ],
)
def test_sum_is_opened_once_and_few_ballots_with_consent(change, refused):
    assert code(may_open(replace(SUMMED, **change))) == refused
