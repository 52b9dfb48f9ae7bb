"""Hạn mức: as many at once as allowed, then evenly again; never for good."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections

from builders import AT, minutes
from danchu.foundation.access import rate
from danchu.foundation.access.models import RateBucket

SECOND = timedelta(seconds=1)
pytestmark = pytest.mark.django_db


def take(key="a", at=AT):
    return rate.take(key, limit=5, per=minutes(10), at=at)


@pytest.mark.db
def test_as_many_at_once_as_allowed_then_one_each_share_of_the_time():
    assert all(take() for _ in range(5))

    refusal = take()
    assert (refusal.code, refusal.details) == ("rate.wait", {"minutes": 2})
    assert not take(at=AT + minutes(2) - SECOND)
    assert take(at=AT + minutes(2))
    assert not take(at=AT + minutes(2))


def test_refused_tries_cost_nothing():
    for _ in range(5):
        take()
    for _ in range(100):
        take()

    assert take(at=AT + minutes(2))


def test_keys_do_not_share():
    for _ in range(5):
        take()

    assert take("b")


def test_full_again_after_the_whole_time():
    for _ in range(5):
        take()

    assert all(take(at=AT + minutes(10)) for _ in range(5))


def test_clock_that_was_far_ahead_leaves_no_longer_wait_than_the_period():
    for _ in range(5):
        take(at=AT + timedelta(days=365))

    assert take().details == {"minutes": 2}
    assert take(at=AT + minutes(2))


def test_row_keeps_no_address_and_goes_away_when_full_again():
    take("10.0.0.7")
    assert "10.0.0.7" not in RateBucket.objects.get().key

    take("b", at=AT + minutes(10))

    assert RateBucket.objects.count() == 1


@pytest.mark.db
@pytest.mark.django_db(transaction=True)
def test_processes_together_take_no_more_than_allowed():
    def one(_):
        try:
            return bool(take())
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(one, range(24)))

    assert taken.count(True) == 5
