"""Helping a household: with its card, or before a witness; never both hands."""

from __future__ import annotations

from datetime import timedelta

import pytest

import builders
from danchu.foundation.accounts.models import HouseholdAccess
from danchu.law.states import Choice, Route
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Dispute
from danchu.rooms.voting.services.ballots import Entry
from rooms.voting import stages
from rooms.voting.stages import new_key
from rooms.voting.test_ballots import refused

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def start(story, index=0, *, helper=None, **proof):
    return services.start_assistance(
        story.as_(helper or story.it),
        round_id=story.round().pk,
        line_id=story.line(index).pk,
        reason="Không có điện thoại",
        at=story.at,
        **proof,
    )


def give(story, session, choice=Choice.YES):
    entry = Entry(choice, "", new_key())
    return services.assist_ballot(story.as_(story.it), session_id=session.pk, entry=entry, at=story.at)


def test_help_with_the_card_counts_and_the_household_sees_it(tell):
    story = tell(stages.opened)
    card = builders.make_card(story.households[0])

    ballot = give(story, start(story, card_code=card.code))

    assert (ballot.route, ballot.helper) == (Route.ASSISTED, story.it)
    assert queries.turnout(story.round()) == 1
    assert HouseholdAccess.objects.get(household=story.households[0]).helper == story.it
    assert queries.assisted_session(story.it.pk, story.at) is None


def test_help_before_a_witness_of_the_team(tell):
    story = tell(stages.opened)

    session = start(story, witness_id=story.front.pk)

    assert (session.witness, session.with_card) == (story.front, False)


@pytest.mark.parametrize(
    ("proof", "code"),
    [
        (lambda story: {}, "voting.assist_no_proof"),
        (lambda story: {"witness_id": story.it.pk}, "voting.assist_witness"),
        (lambda story: {"witness_id": story.officer.pk}, "voting.assist_witness"),
        (lambda story: {"card_token": builders.make_card(story.households[5]).token}, "voting.assist_other_card"),
        (lambda story: {"card_code": "0000 0000"}, "card.wrong"),
    ],
)
def test_help_without_proof_is_refused(tell, proof, code):
    story = tell(stages.opened)

    assert refused(lambda: start(story, **proof(story))) == code


def test_help_is_the_teams_alone(tell):
    story = tell(stages.opened)

    assert refused(lambda: start(story, helper=story.officer, witness_id=story.it.pk)) == "access.role"


def test_help_outside_voting_time_is_refused(tell):
    story = tell(stages.scheduled)

    assert refused(lambda: start(story, witness_id=story.front.pk)) == "voting.not_running"


@pytest.mark.parametrize(
    ("gap", "over"), [(timedelta(minutes=10) - timedelta(microseconds=1), False), (timedelta(minutes=10), True)]
)
def test_help_expires_after_ten_minutes(tell, gap, over):
    story = tell(stages.opened)
    session = start(story, witness_id=story.front.pk)
    story.wait(gap)

    if over:
        assert refused(lambda: give(story, session)) == "voting.assist_over"
        assert queries.turnout(story.round()) == 0
    else:
        give(story, session)
        assert queries.turnout(story.round()) == 1


def test_one_session_at_a_time(tell):
    story = tell(stages.opened)
    session = start(story, witness_id=story.front.pk)

    assert refused(lambda: start(story, 1, witness_id=story.front.pk)) == "voting.assist_running"
    services.end_assistance(story.as_(story.it), session_id=session.pk, at=story.at)
    assert start(story, 1, witness_id=story.front.pk).line == story.line(1)


def test_help_after_the_household_voted_is_refused_and_kept(tell):
    story = tell(stages.opened)
    story.cast(0)
    session = start(story, witness_id=story.front.pk)

    assert refused(lambda: give(story, session, Choice.NO)) == "voting.already_entered"
    assert [(one.route, one.helper_id) for one in queries.refused_entries(story.round())] == [("assisted", story.it.pk)]


def test_household_after_help_is_refused_may_dispute_and_vote_when_it_is_taken_out(tell):
    story = tell(stages.opened)
    give(story, start(story, witness_id=story.front.pk))

    assert refused(lambda: story.cast(0, Choice.NO)) == "voting.already_entered"
    dispute = services.dispute_entry(
        story.household(0), round_id=story.round().pk, words="Tôi không nhờ ai.", at=story.at
    )
    assert (
        refused(
            lambda: services.resolve_dispute(
                story.as_(story.it), dispute_id=dispute.pk, void=False, answer="", at=story.at
            )
        )
        == "voting.own_entry"
    )
    services.resolve_dispute(story.as_(story.front), dispute_id=dispute.pk, void=True, answer="Đúng vậy.", at=story.at)
    story.cast(0, Choice.NO)
    stages.closed(story)

    assert (story.round().yes, story.round().no) == (0, 1)
    assert Dispute.objects.get().decision == Dispute.Decision.VOIDED


def test_dispute_after_close_changes_the_count_until_the_seal(tell):
    story = tell(stages.opened)
    give(story, start(story, witness_id=story.front.pk))
    story.cast(1)
    stages.closed(story)
    assert story.round().yes == 2

    dispute = services.dispute_entry(story.household(0), round_id=story.round().pk, words="Không phải.", at=story.at)
    assert refused(lambda: stages.sealed(story)) == "voting.open_disputes"
    services.resolve_dispute(story.as_(story.front), dispute_id=dispute.pk, void=True, answer="", at=story.at)
    stages.sealed(story)

    assert story.round().yes == 1
    assert (
        refused(lambda: services.dispute_entry(story.household(1), round_id=story.round().pk, words="", at=story.at))
        == "voting.dispute_after_seal"
    )


def test_second_dispute_while_one_is_open_is_the_same(tell):
    story = tell(stages.opened)
    story.cast(0)

    first = services.dispute_entry(story.household(0), round_id=story.round().pk, words="một", at=story.at)
    second = services.dispute_entry(story.household(0), round_id=story.round().pk, words="hai", at=story.at)

    assert first == second


def test_dispute_resolved_twice_is_refused(tell):
    story = tell(stages.opened)
    story.cast(0)
    dispute = services.dispute_entry(story.household(0), round_id=story.round().pk, words="một", at=story.at)
    resolve = {"dispute_id": dispute.pk, "void": False, "answer": "Giữ nguyên.", "at": story.at}
    services.resolve_dispute(story.as_(story.front), **resolve)

    assert refused(lambda: services.resolve_dispute(story.as_(story.head), **resolve)) == "voting.dispute_resolved"


def test_kiosk_is_opened_by_the_team_while_voting(tell):
    story = tell(stages.opened)

    services.open_kiosk(story.as_(story.it), vote_id=story.vote.pk, at=story.at)

    assert (
        refused(lambda: services.open_kiosk(story.as_(story.officer), vote_id=story.vote.pk, at=story.at))
        == "access.role"
    )
