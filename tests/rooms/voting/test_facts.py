"""Dữ kiện của một cuộc biểu quyết: the same, read one by one or fetched with a list; the list costs nothing more."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danchu.foundation.access import actor as actors
from danchu.rooms.voting import queries, services
from rooms.voting import stages

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def both(story):
    """The facts as read for one vote, and as fetched with a list: the second without one more query."""
    (fetched,) = queries.with_facts(queries.votes_in().filter(pk=story.vote.pk))
    with CaptureQueriesContext(connection) as spent:
        from_list = queries.facts_of(fetched, story.at)
    assert len(spent) == 0
    return queries.facts_of(story.reload(), story.at), from_list


@pytest.mark.parametrize("stage", stages.STAGES)
def test_a_vote_of_a_list_has_the_facts_of_the_vote_itself(tell, stage):
    alone, from_list = both(tell(stage))

    assert alone == from_list


def test_a_former_member_and_an_old_confirmation_do_not_count_in_either(tell):
    story = tell(stages.confirmed)
    story.vote.team.filter(staff=story.it).update(left_at=story.at)
    story.vote.confirmations.filter(staff=story.head).update(digest="x" * 64)

    alone, from_list = both(story)

    assert alone == from_list
    assert {one.person for one in alone.team} == {story.head.pk, story.front.pk}
    assert alone.confirmed_by == {story.front.pk}


def test_open_requests_are_counted_in_both(tell):
    story = tell(stages.roll_shown)
    anybody = actors.ANONYMOUS
    for name in ("Bà Tư", "Ông Năm"):
        services.request_roll_correction(
            anybody, vote_id=story.vote.pk, name=name, address="Số 1", phone="", words="Nhà tôi ở đây.", at=story.at
        )
    alone, from_list = both(story)
    assert alone == from_list
    assert (alone.roll.open_requests, alone.roll.households) == (2, 10)


def test_disputes_and_outages_of_this_vote_alone(tell):
    story = tell(stages.opened)
    story.cast(0)
    services.record_outage(
        story.as_(story.front), vote_id=story.vote.pk, began_at=story.at, ended_at=None, what="Mất điện.", at=story.at
    )
    services.dispute_entry(story.household(0), round_id=story.round().pk, words="Không phải tôi.", at=story.at)
    alone, from_list = both(story)

    assert alone == from_list
    assert (alone.outage_recorded, alone.open_disputes, alone.signatures) == (True, 1, 0)

    other = stages.proposed(story)
    assert (both(other)[0].outage_recorded, both(other)[0].open_disputes) == (False, 0)


def test_facts_of_one_vote_cost_few_queries(tell, django_assert_max_num_queries):
    vote = tell(stages.opened).reload()

    with django_assert_max_num_queries(5):
        queries.facts_of(vote, stages.START)
