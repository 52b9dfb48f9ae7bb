"""Random orders of entries over every route, eight people at a time: no household twice, and it always adds up."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from django_scopes import scope

from danchu.foundation.journal.services import faults
from danchu.law.answers import Refused
from danchu.law.matters import Form
from danchu.law.reconciliation import Figures, reconcile
from danchu.law.states import Route
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Ballot, RefusedEntry, Slip
from danchu.rooms.voting.queries.slips import slip_register
from rooms.voting import slip_stages, stages
from rooms.voting.stages import Story
from rooms.voting.test_races import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db]
_HOUSEHOLDS, _AT_ONCE = 24, 8
_ROUTES = (Route.HAND, Route.BOX, Route.DOOR)


@pytest.fixture
def story() -> Story:
    """Slips are going out, committed, so that other connections see it."""
    made = stages.people(_HOUSEHOLDS)
    with scope(ward=made.ward):
        return slip_stages.bring(made, slip_stages.out)


def entry(story: Story, chance: random.Random) -> Callable[[], str]:
    """One thing a helper does with some household's slip; a good part of them come twice."""
    line_id = story.line(chance.randrange(_HOUSEHOLDS)).pk
    what, route = chance.choice(("issue", "issue", "return", "return", "return", "replace")), chance.choice(_ROUTES)
    actor = story.as_(chance.choice((story.head, story.front, story.it)))
    vote_id, at = story.vote.pk, story.at

    def do() -> str:
        slip_id = Slip.objects.get(vote_id=vote_id, line_id=line_id, spoiled_at=None).pk
        try:
            if what == "issue":
                services.issue_slip(actor, vote_id=vote_id, slip_id=slip_id, at=at)
            elif what == "return":
                services.return_slip(actor, vote_id=vote_id, slip_id=slip_id, route=route, at=at)
            else:
                services.replace_slip(actor, vote_id=vote_id, slip_id=slip_id, why="Rách.", at=at)
        except Refused as told:
            return told.refusal.code
        return what

    return do


def run(story: Story, seed: int, size: int) -> None:
    chance = random.Random(seed)
    entries = [entry(story, chance) for _ in range(size)]

    def hand(place: int) -> Callable[[], list[str]]:
        def work() -> list[str]:
            with scope(ward=story.ward):
                return [do() for do in entries[place::_AT_ONCE]]

        return work

    told = [one for part in together(*(hand(place) for place in range(_AT_ONCE))) for one in part]

    assert len(told) == size
    content = story.round()
    standing = queries.standing_ballots(content)
    assert standing.count() == standing.values("line").distinct().count() == Ballot.objects.count()
    now = queries.slips_now(story.vote)
    assert (now.made, now.collected) == (_HOUSEHOLDS, standing.count())
    assert now.issued == now.collected + now.missing == told.count("issue")
    assert now.spoiled == told.count("replace")
    evidence = sum(one.startswith("register.") for one in told)
    assert RefusedEntry.objects.count() == evidence
    held = now.collected
    counted = Figures(held, held, 0, held, 0, 0, issued=now.issued, missing=now.missing)
    assert reconcile(slip_register(story.vote, content), {Form.SLIP: counted}).gaps == ()


def again(story: Story) -> None:
    """The same slips, as if nothing had gone out."""
    RefusedEntry.objects.all().delete()
    Slip.objects.filter(spoiled_at__isnull=False).delete()
    Slip.objects.update(ballot=None, issued_at=None, issued_by=None, returned_at=None)
    Ballot.objects.all().delete()


def orders(story: Story, times: int, size: int) -> None:
    with scope(ward=story.ward):
        for seed in range(times):
            run(story, seed, size)
            again(story)
        assert list(faults(story.ward.pk)) == []


def test_fifty_random_orders(story):
    orders(story, 50, 24)


@pytest.mark.long
def test_a_thousand_random_orders(story):
    orders(story, 1000, 100)
