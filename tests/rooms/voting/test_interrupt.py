"""Withdraw, stop, extend, redo: a reason, two people, the journal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from danchu.foundation.duties.models import Duty
from danchu.foundation.journal.models import Entry as JournalEntry
from danchu.law.acts import Act
from danchu.law.states import Choice, RoundKind, State
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import BallotChoice, TwoPersonAct
from rooms.voting import stages
from rooms.voting.test_ballots import refused

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def ask(story, act, who=None, **payload):
    return services.ask_two_person_act(
        story.as_(who or story.head), vote_id=story.vote.pk, act=act, reason="Có lý do", payload=payload, at=story.at
    )


def agree(story, asked, who=None):
    return services.agree_two_person_act(story.as_(who or story.front), request_id=asked.pk, at=story.at)


def test_withdraw_by_two_people_before_opening(tell):
    story = tell(stages.scheduled)

    agree(story, ask(story, Act.VOTING_VOTE_WITHDRAW))

    vote = story.reload()
    assert (vote.state, vote.end_reason) == (State.WITHDRAWN, "Có lý do")
    assert refused(lambda: stages.opened(story).cast(0)) == "voting.stopped"


def test_one_person_alone_changes_nothing(tell):
    story = tell(stages.scheduled)
    asked = ask(story, Act.VOTING_VOTE_WITHDRAW)

    assert refused(lambda: agree(story, asked, story.head)) == "voting.second_person"
    assert story.reload().state == State.SCHEDULED


def test_a_stranger_can_neither_ask_nor_agree(tell):
    story = tell(stages.scheduled)
    asked = ask(story, Act.VOTING_VOTE_WITHDRAW)

    assert refused(lambda: ask(story, Act.VOTING_VOTE_WITHDRAW, story.officer)) == "access.role"
    assert refused(lambda: agree(story, asked, story.officer)) == "access.role"


def test_second_person_too_late_is_refused(tell):
    story = tell(stages.scheduled)
    asked = ask(story, Act.VOTING_VOTE_WITHDRAW)
    stages.opened(story)

    assert refused(lambda: agree(story, asked)) == "voting.withdraw_after_opening"


def test_agreeing_twice_and_after_dropping_is_refused(tell):
    story = tell(stages.opened)
    services.record_outage(
        story.as_(story.it), vote_id=story.vote.pk, began_at=story.at, ended_at=None, what="Mất điện", at=story.at
    )
    closes = (story.round().closes_at + timedelta(days=1)).isoformat()
    first = ask(story, Act.VOTING_VOTE_EXTEND, closes_at=closes)
    services.drop_two_person_act(story.as_(story.front), request_id=first.pk, at=story.at)

    assert refused(lambda: agree(story, first)) == "voting.request_over"
    assert not queries.open_two_person_acts(story.vote).exists()


def test_asking_again_replaces_the_request(tell):
    story = tell(stages.scheduled)
    first, second = ask(story, Act.VOTING_VOTE_WITHDRAW), ask(story, Act.VOTING_VOTE_WITHDRAW)

    first.refresh_from_db()
    assert first.dropped_at == story.at
    assert list(queries.open_two_person_acts(story.vote)) == [second]


def test_stop_keeps_ballots_sealed_and_uncounted(tell):
    story = stages.voted(tell(stages.opened))

    agree(story, ask(story, Act.VOTING_VOTE_STOP, story.it))
    story.at = story.round().closes_at + timedelta(hours=1)
    services.close_if_due(story.reload(), at=story.at)

    found = story.round()
    assert (story.reload().state, found.closed_at, found.yes) == (State.STOPPED, None, None)
    assert BallotChoice.objects.count() == 8
    with pytest.raises(queries.StillSealed):
        queries.tally(found)
    assert queries.look_up(found, found.ballots.first().code).status == "stopped"
    assert not Duty.objects.filter(dropped_at=None).exists()


def test_stop_during_the_form_poll(tell):
    story = stages.form_poll_open(tell(stages.roll_frozen))

    agree(story, ask(story, Act.VOTING_VOTE_STOP))

    assert refused(lambda: story.cast(0, kind=RoundKind.FORM)) == "voting.stopped"


def outage(story, began=timedelta(0), ended=None):
    return services.record_outage(
        story.as_(story.it),
        vote_id=story.vote.pk,
        began_at=story.at + began,
        ended_at=None if ended is None else story.at + ended,
        what="Mất mạng",
        at=story.at,
    )


@pytest.mark.parametrize(
    ("began", "ended"),
    [(timedelta(seconds=1), None), (timedelta(hours=-2), timedelta(hours=-3)), (timedelta(hours=-2), timedelta(1))],
)
def test_outage_times_that_cannot_be_are_refused(tell, began, ended):
    story = tell(stages.opened)

    assert refused(lambda: outage(story, began, ended)) == "voting.outage_times"


def test_extend_once_after_an_outage(tell):
    story = tell(stages.opened)
    before = story.round().closes_at
    outage(story, timedelta(hours=-1), timedelta(0))
    later = before + timedelta(days=1)

    agree(story, ask(story, Act.VOTING_VOTE_EXTEND, closes_at=later.isoformat()))

    assert story.round().closes_at == later
    story.at = before + timedelta(minutes=1)
    story.cast(0, Choice.YES)
    assert (
        refused(lambda: ask(story, Act.VOTING_VOTE_EXTEND, closes_at=(later + timedelta(1)).isoformat()))
        == "voting.extended_already"
    )


def test_extend_needs_a_later_time(tell):
    story = tell(stages.opened)
    outage(story)
    closes = story.round().closes_at

    assert (
        refused(lambda: ask(story, Act.VOTING_VOTE_EXTEND, closes_at=closes.isoformat())) == "voting.extend_not_later"
    )


@pytest.mark.rule("decision.annul")
def test_redo_links_a_new_vote_and_carries_the_words_only(tell):
    story = stages.voted(tell(stages.opened))
    agree(story, ask(story, Act.VOTING_VOTE_STOP))

    agree(story, ask(story, Act.VOTING_VOTE_REDO))

    made = story.vote.redone_as.get()
    assert (made.state, made.body, made.redo_of_id) == (State.PREPARING, story.vote.body, story.vote.pk)
    assert made.slug != story.vote.slug
    assert not made.agreements.exists()
    assert made.roll is None


def test_both_people_and_the_reason_stand_in_the_journal(tell):
    story = tell(stages.scheduled)

    agree(story, ask(story, Act.VOTING_VOTE_WITHDRAW))

    rows = JournalEntry.objects.filter(act=Act.VOTING_VOTE_WITHDRAW).order_by("seq")
    assert [(row.actor, row.facts["step"]) for row in rows] == [
        (f"staff:{story.head.pk}", "asked"),
        (f"staff:{story.front.pk}", "done"),
    ]
    assert "Có lý do" not in str([row.facts for row in rows])
    assert rows[1].detail.content == {"reason": "Có lý do"}


def test_an_act_of_one_person_cannot_be_asked_of_two(tell):
    story = tell(stages.scheduled)

    with pytest.raises(ValueError, match="two people"):
        ask(story, Act.VOTING_RESULT_SEAL)


def test_two_person_acts_hold_two_different_people_in_the_database(tell):
    from django.db import IntegrityError

    story = tell(stages.scheduled)
    asked = ask(story, Act.VOTING_VOTE_WITHDRAW)

    with pytest.raises(IntegrityError):
        TwoPersonAct.objects.filter(pk=asked.pk).update(agreed_by=story.head)
