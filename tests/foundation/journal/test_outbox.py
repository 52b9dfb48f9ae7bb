"""What one activity tells another: written with the act, delivered at least once, all takers or none."""

from __future__ import annotations

import pytest
from django.db import transaction
from django_scopes import scope

from builders import AT, make_ward, minutes
from danchu.foundation.journal import outbox
from danchu.foundation.journal.models import Event

pytestmark = [pytest.mark.db, pytest.mark.django_db]
NAME = "voting.result_announced"


@pytest.fixture
def ward():
    return make_ward()


def tell(ward, subject="vote:1", at=AT, **facts):
    return outbox.tell(ward_id=ward.pk, name=NAME, subject=subject, facts=facts, at=at)


def test_event_waits_until_it_is_delivered(ward):
    with scope(ward=ward):
        event = tell(ward, title="Tổng vệ sinh")
    seen = []

    first = outbox.deliver(event.pk, {NAME: (lambda one, at: seen.append((one.facts["title"], at)),)}, AT)
    second = outbox.deliver(event.pk, {NAME: (lambda one, at: seen.append("again"),)}, AT)

    assert (first, second) == (True, False)
    assert seen == [("Tổng vệ sinh", AT)]


def test_told_twice_is_one_event(ward):
    with scope(ward=ward):
        assert tell(ward, title="một").pk == tell(ward, title="hai").pk
        assert Event.objects.get().facts == {"title": "một"}


def test_waiting_are_those_not_delivered_over_all_wards(ward, settings):
    from django_scopes import scopes_disabled

    other = make_ward("An Phú")
    with scope(ward=ward):
        first, done, ahead = tell(ward), tell(ward, "vote:2"), tell(ward, "vote:3", AT + minutes(1))
    with scope(ward=other):
        last = tell(other)
    outbox.deliver(done.pk, {}, AT)

    with scopes_disabled():
        assert outbox.waiting(AT) == [first.pk, last.pk]
        assert outbox.waiting(AT + minutes(1)) == [first.pk, ahead.pk, last.pk]


def test_taker_that_fails_leaves_the_event_waiting(ward):
    with scope(ward=ward):
        event = tell(ward)

    def fail(one, at):
        raise RuntimeError("down")

    with pytest.raises(RuntimeError, match="down"):
        outbox.deliver(event.pk, {NAME: (fail,)}, AT)

    with scope(ward=ward):
        assert Event.objects.get().delivered_at is None


def test_taker_works_in_the_events_own_ward(ward):
    with scope(ward=ward):
        event = tell(ward)
    seen = []

    outbox.deliver(event.pk, {NAME: (lambda one, at: seen.extend(Event.objects.values_list("ward", flat=True)),)}, AT)

    assert seen == [ward.pk]


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_is_an_accident(ward):
    with scope(ward=ward), pytest.raises(RuntimeError, match="outside"):
        tell(ward)
    with scope(ward=ward), transaction.atomic():
        assert tell(ward).delivered_at is None
