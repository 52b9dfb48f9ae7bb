"""Two devices of one household at once, and casts against the close: on real connections, in real threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, connections
from django_scopes import scope

from danchu.foundation.journal.services import faults
from danchu.law.answers import Refused
from danchu.law.states import Choice
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Ballot
from danchu.rooms.voting.services.ballots import Entry
from rooms.voting import stages
from rooms.voting.stages import Story, new_key

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db]


@pytest.fixture
def story() -> Story:
    """A vote that is open, committed, so that other connections see it."""
    made = stages.people(10)
    with scope(ward=made.ward):
        for step in stages.STAGES:
            step(made)
            if step is stages.opened:
                return made
    raise AssertionError


def together(*calls: Callable[[], object]) -> list[object]:
    """Run the calls at the same moment, each on its own connection; results or refusals in order."""
    gate = threading.Barrier(len(calls))
    results: list[object] = [None] * len(calls)

    def run(place: int, call: Callable[[], object]) -> None:
        try:
            gate.wait()
            results[place] = call()
        except Refused as refused:
            results[place] = refused.refusal.code
        except BaseException as accident:  # noqa: BLE001 - handed to the test, which fails on it
            results[place] = accident
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def caster(story: Story, index: int, choice: Choice) -> Callable[[], Ballot]:
    round_id, at, actor = story.round().pk, story.at, story.household(index)

    def cast() -> Ballot:
        with scope(ward=story.ward):
            return services.cast_ballot(actor, round_id=round_id, entry=Entry(choice, "", new_key()), at=at)

    return cast


def race(story: Story, times: int) -> None:
    with scope(ward=story.ward):
        for turn in range(times):
            index = turn % len(story.households)
            pair = together(caster(story, index, Choice.YES), caster(story, index, Choice.NO))
            assert all(isinstance(one, Ballot) for one in pair), pair
            standing = queries.standing_ballots(story.round()).filter(line=story.line(index))
            assert standing.count() == 1
        stages.closed(story)
        tally = queries.tally(story.round())
        assert tally.total == min(times, len(story.households))
        assert Ballot.objects.count() == 2 * times
        assert list(faults(story.ward.pk)) == []


def test_two_devices_at_once_one_vote_counts(story):
    race(story, 300)


@pytest.mark.long
def test_two_devices_at_once_ten_thousand_times(story):
    race(story, 10_000)


def test_same_form_sent_twice_at_once_is_one_ballot(story):
    with scope(ward=story.ward):
        round_id, actor, key = story.round().pk, story.household(0), new_key()

        def cast() -> Ballot:
            with scope(ward=story.ward):
                return services.cast_ballot(actor, round_id=round_id, entry=Entry(Choice.YES, "", key), at=story.at)

        pair = together(cast, cast, cast)

        assert len({one.pk for one in pair}) == 1
        assert Ballot.objects.count() == 1


def test_casts_against_the_close_are_counted_or_told(story):
    with scope(ward=story.ward):
        found = story.round()
        story.at = found.closes_at - timedelta(milliseconds=1)
        casts = [caster(story, index, Choice.YES) for index in range(8)]

        def close() -> None:
            services.close_round(found.pk, at=found.closes_at)

        results = together(*casts[:4], close, *casts[4:])

        told = [one for one in results if one == "voting.closed"]
        counted = [one for one in results if isinstance(one, Ballot)]
        assert len(told) + len(counted) == 8
        assert story.round().yes == len(counted)
        assert queries.refused_entries(found).count() == len(told)


def test_a_cast_held_open_across_closing_is_counted_when_it_holds_the_lock_first(story, settings):
    """The close waits for a cast in flight; what the household was told is what is counted."""
    from django.db import transaction

    from danchu.rooms.voting.services import ballots

    with scope(ward=story.ward):
        found = story.round()
        story.at = found.closes_at - timedelta(seconds=1)
        entered, go_on = threading.Event(), threading.Event()
        actor, line = story.household(0), story.line(0)

        def held() -> Ballot:
            with scope(ward=story.ward), transaction.atomic():
                answer = ballots.enter(
                    actor,
                    ballots.Act.VOTING_BALLOT_CAST,
                    found.pk,
                    line.household_id,
                    Entry(Choice.YES, "", new_key()),
                    ballots.Route.OWN,
                    None,
                    story.at,
                )
                entered.set()
                go_on.wait(20)
                return answer

        def close() -> None:
            assert entered.wait(20)
            threading.Timer(0.5, go_on.set).start()
            services.close_round(found.pk, at=found.closes_at)

        results = together(held, close)

        assert isinstance(results[0], Ballot), results
        assert results[1] is None
        assert story.round().yes == 1


def test_two_readers_close_once(story):
    with scope(ward=story.ward):
        story.cast(0)
        found = story.round()

        def read() -> None:
            with scope(ward=story.ward):
                services.close_if_due(queries.vote_by_slug(story.vote.slug), at=found.closes_at)

        together(read, read, read)

        assert story.round().yes == 1
        assert list(faults(story.ward.pk)) == []


def test_database_is_a_real_one(story):
    assert connection.vendor in {"sqlite", "postgresql"}
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode")
            assert cursor.fetchone()[0] == "wal"
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone()[0] == 2
