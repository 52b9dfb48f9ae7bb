"""A clock set back, a clock that leaps, a laptop that slept: what people see on the pages."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django_scopes import scope

import builders
from danchu.foundation import clock
from danchu.foundation.access import actor as actors
from danchu.foundation.journal.services import confirm_clock, faults
from danchu.rooms.voting.models import Ballot
from rooms.voting import stages
from rooms.voting.stages import Story

pytestmark = [pytest.mark.django_db, pytest.mark.db]

Travel = Callable[[timedelta], None]


@pytest.fixture
def travel() -> Iterator[time_machine.Traveller]:
    """The system's clock in our hand; the steady clock goes on by itself."""
    with time_machine.travel(stages.START, tick=True) as traveller:
        clock.restart()
        yield traveller
    clock.restart()


@pytest.fixture
def story(travel: time_machine.Traveller) -> Iterator[Story]:
    """A vote open since an hour; the service started just now."""
    made = stages.people()
    with scope(ward=made.ward):
        for step in stages.STAGES:
            step(made)
            if made.at > clock.now():
                travel.move_to(made.at)
                clock.restart()
            if step is stages.opened:
                break
        made.cast(9)
        yield made


def fill(client, story):
    page = client.get(f"/bieu-quyet/{story.vote.slug}/phieu/")
    assert page.status_code == 200
    hidden = re.findall(r'<input type="hidden" name="(round|form_key)" value="([^"]+)"', page.content.decode())
    return {**dict(hidden), "choice": "yes", "words": ""}


def send(client, story, filled):
    return client.post(f"/bieu-quyet/{story.vote.slug}/gui/", filled)


def text(response) -> str:
    return response.content.decode().replace("\xa0", " ")


def test_clock_set_back_refuses_ballots_with_a_sentence_and_reading_goes_on(client, story, travel):
    builders.log_in_household(client, story.households[0])
    filled = fill(client, story)
    travel.shift(timedelta(minutes=-30))
    clock.restart()

    refused = send(client, story, filled)

    assert refused.status_code == 409
    assert "đồng hồ" in text(refused).lower() or "giờ máy" in text(refused).lower()
    assert Ballot.objects.count() == 1
    for address in ("/bieu-quyet/", f"/bieu-quyet/{story.vote.slug}/", f"/bieu-quyet/{story.vote.slug}/phieu/"):
        assert client.get(address).status_code == 200, address
    travel.shift(timedelta(minutes=31))
    clock.restart()
    assert send(client, story, filled).status_code == 303
    assert list(faults(story.ward.pk)) == []


@pytest.mark.parametrize(("minutes", "status"), [(9, 303), (11, 409)])
def test_clock_that_leapt_pauses_ballots_beyond_ten_minutes(client, story, travel, minutes, status):
    builders.log_in_household(client, story.households[0])
    filled = fill(client, story)

    travel.shift(timedelta(minutes=minutes))

    assert send(client, story, filled).status_code == status
    assert client.get(f"/bieu-quyet/{story.vote.slug}/").status_code == 200


def test_pause_ends_when_an_operator_confirms_in_another_process(client, story, travel, monkeypatch):
    builders.log_in_household(client, story.households[0])
    filled = fill(client, story)
    travel.shift(timedelta(minutes=40))
    refused = send(client, story, filled)
    ours = clock._baseline

    confirm_clock(actors.system(story.ward.pk), at=clock.now())
    monkeypatch.setattr(clock, "_baseline", ours)  # the confirmation was another process's; this one still remembers

    assert refused.status_code == 409
    assert "doctor" not in text(refused), "a household is not told what an operator types"
    assert send(client, story, filled).status_code == 303


def test_pause_ends_with_a_restart(client, story, travel):
    builders.log_in_household(client, story.households[0])
    filled = fill(client, story)
    travel.shift(timedelta(minutes=40))
    assert send(client, story, filled).status_code == 409

    clock.restart()

    assert send(client, story, filled).status_code == 303


def test_leap_past_the_close_closes_nothing_and_pages_can_be_read(client, story, travel):
    """A wrong clock must not end a vote: nothing is written down until somebody looked."""
    address = f"/bieu-quyet/{story.vote.slug}/"
    travel.shift(timedelta(days=8))

    page = client.get(address)

    assert page.status_code == 200
    assert story.round().closed_at is None
    travel.shift(timedelta(days=-8))
    assert client.get(address).status_code == 200
    builders.log_in_household(client, story.households[0])
    assert send(client, story, fill(client, story)).status_code == 303


def test_sleep_of_a_laptop_is_no_leap(client, story, travel, monkeypatch):
    builders.log_in_household(client, story.households[0])
    filled = fill(client, story)
    steady = time.clock_gettime
    travel.shift(timedelta(minutes=90))

    monkeypatch.setattr(time, "clock_gettime", lambda kind: steady(kind) + 90 * 60)

    assert send(client, story, filled).status_code == 303
