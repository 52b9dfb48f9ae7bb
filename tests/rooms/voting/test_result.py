"""Closing, sealing, signing, announcing, sending."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import builders
from danchu.foundation.duties.models import Duty
from danchu.foundation.journal.models import Entry as JournalEntry
from danchu.law.acts import Act
from danchu.law.states import Choice, State
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import BallotChoice
from rooms.voting import stages
from rooms.voting.test_ballots import refused

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_close_is_written_once_by_whoever_comes_first(tell):
    story = stages.voted(tell(stages.opened))
    story.at = story.round().closes_at

    for _ in range(2):
        services.close_round(story.round().pk, at=story.at)
    services.close_if_due(story.reload(), at=story.at + timedelta(hours=1))

    assert story.round().closed_at == story.at
    assert JournalEntry.objects.filter(act=Act.VOTING_VOTE_CLOSE).count() == 1


def test_close_before_its_time_does_nothing(tell):
    story = tell(stages.opened)

    services.close_round(story.round().pk, at=story.round().closes_at - timedelta(microseconds=1))

    assert story.round().closed_at is None


def test_rounds_due_are_those_past_and_not_written(tell):
    story = tell(stages.opened)
    closes = story.round().closes_at

    assert queries.rounds_due_to_close(closes - timedelta(seconds=1)) == []
    assert queries.rounds_due_to_close(closes) == [story.round().pk]
    stages.closed(story)
    assert queries.rounds_due_to_close(closes + timedelta(days=1)) == []


@pytest.mark.rule("doc.send")
def test_closing_starts_the_five_working_days(tell):
    story = stages.closed(stages.voted(tell(stages.opened)))

    duty = Duty.objects.get(rule="doc.send")

    assert duty.start == date(2026, 11, 14)  # thứ Bảy
    assert duty.due == date(2026, 11, 20)
    assert (duty.khu_pho, duty.owed_by, duty.basis) == (story.khu_pho, "head", "L10.20.3")


@pytest.mark.parametrize(("yes", "passed"), [(5, False), (6, True)])
@pytest.mark.rule("online.pass")
def test_outcome_is_of_all_households(tell, yes, passed):
    story = stages.closed(stages.voted(tell(stages.opened), yes=yes, no=0, other=0))

    outcome = queries.content_outcome(story.vote, story.round())

    assert (outcome.passed, outcome.needed, outcome.of) == (passed, 6, 10)


def test_closed_vote_never_reopens(tell):
    story = stages.closed(stages.voted(tell(stages.opened)))

    story.at = story.round().closes_at - timedelta(hours=1)

    assert refused(lambda: story.cast(9)) == "voting.closed"
    assert queries.turnout(story.round()) == 8


def test_seal_is_the_leaders_and_fixes_the_result(tell):
    story = stages.closed(stages.voted(tell(stages.opened)))

    for person in (story.head, story.it, story.officer):
        call = lambda person=person: services.seal_result(  # noqa: E731
            story.as_(person), vote_id=story.vote.pk, tasks=[], decision_form="minutes", at=story.at
        )
        assert refused(call) == "access.role"
    stages.sealed(story)

    assert story.vote.state == State.SEALED
    assert story.vote.seal == queries.result_seal(story.vote, queries.tally(story.round()))


def test_seal_notices_a_choice_changed_behind_the_back(tell):
    story = stages.closed(stages.voted(tell(stages.opened)))
    BallotChoice.objects.filter(choice=Choice.NO).update(choice=Choice.YES)

    assert refused(lambda: stages.sealed(story)) == "voting.figures_differ"


@pytest.mark.rule("doc.sign")
def test_minutes_need_four_signatures_of_two_households(tell):
    story = stages.sealed(stages.closed(stages.voted(tell(stages.opened))))
    scan = story.paper()

    def sign(signer, line):
        return services.sign_minutes(
            story.as_(story.head),
            vote_id=story.vote.pk,
            signer=signer,
            name="Người ký",
            line=line,
            scan=scan,
            at=story.at,
        )

    assert refused(lambda: sign("household_1", None)) == "voting.signer_household"
    sign("household_1", story.line(0))
    assert refused(lambda: sign("household_2", story.line(0))) == "voting.signer_household"
    sign("household_2", story.line(1))
    sign("head", None)
    assert refused(lambda: stages.announced(story)) == "voting.signatures_missing"
    sign("front_head", None)
    stages.announced(story)

    assert story.vote.state == State.ANNOUNCED


@pytest.mark.rule("doc.send")
def test_sending_stops_the_clock(tell):
    story = tell(stages.sent)

    assert Duty.objects.get(rule="doc.send").done_at == story.at
    assert (
        refused(lambda: services.send_decision(story.as_(story.head), vote_id=story.vote.pk, at=story.at))
        == "procedure.state"
    )


def test_journal_of_a_whole_vote_holds_no_choice_name_or_phone(tell):
    story = tell(stages.opened)
    builders.make_card(story.households[0])
    secret = "Từ khóa bí mật của ý kiến khác"
    stages.voted(story, other=0)
    story.cast(9, Choice.OTHER, words=secret)
    stages.sealed(stages.closed(story))

    rows = str(list(JournalEntry.objects.values()))

    assert secret not in rows
    assert "Nguyễn" not in rows
    assert all(row.facts.get("choice") is None for row in JournalEntry.objects.all())


def test_votes_for_a_household_show_its_entry_and_no_other(tell):
    story = tell(stages.opened)
    ballot = story.cast(0)

    mine = queries.votes_for_household(story.households[0].pk, story.at)
    theirs = queries.votes_for_household(story.households[1].pk, story.at)

    assert [(one.vote, one.ballot, one.running) for one in mine] == [(story.vote, ballot, True)]
    assert [one.ballot for one in theirs] == [None]
