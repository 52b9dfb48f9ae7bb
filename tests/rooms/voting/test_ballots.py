"""Casting: one household, one ballot that counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from danchu.foundation.access import actor as actors
from danchu.foundation.journal.models import Entry as JournalEntry
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.states import Choice, RoundKind, Route
from danchu.rooms.voting import queries, receipts, services
from danchu.rooms.voting.models import Ballot, BallotChoice
from danchu.rooms.voting.services.ballots import Entry
from rooms.voting import stages
from rooms.voting.stages import new_key

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def refused(call) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.refusal.code


def test_cast_stores_choice_apart_and_journals_without_it(tell):
    story = tell(stages.opened)

    ballot = story.cast(0, Choice.OTHER, words="Xin dời sang buổi chiều.")

    assert BallotChoice.objects.get(ballot=ballot).words == "Xin dời sang buổi chiều."
    entry = JournalEntry.objects.get(act=Act.VOTING_BALLOT_CAST)
    assert entry.facts == {"round": "content", "route": "own", "replaces": False, "helper": None}
    assert entry.actor == f"household:{story.households[0].pk}"


def test_cast_again_replaces_and_keeps_both(tell):
    story = tell(stages.opened)

    first = story.cast(0, Choice.YES)
    second = story.wait(timedelta(hours=1)).cast(0, Choice.NO)

    first.refresh_from_db()
    assert first.superseded_at == story.at
    assert queries.standing_ballot(story.round(), story.line(0)) == second
    assert queries.turnout(story.round()) == 1
    story = stages.closed(story)
    assert queries.tally(story.round()) == queries.Tally(yes=0, no=1, other=0)


def test_sending_the_same_form_twice_is_one_ballot(tell):
    story = tell(stages.opened)
    key = new_key()

    first = story.cast(0, Choice.YES, form_key=key)
    second = story.cast(0, Choice.NO, form_key=key)

    assert first == second
    assert Ballot.objects.count() == 1
    assert BallotChoice.objects.get().choice == Choice.YES


@pytest.mark.parametrize(
    ("gap", "code"),
    [
        (timedelta(0), None),
        (timedelta(microseconds=-1), "voting.not_open"),
    ],
)
def test_cast_at_the_very_opening(tell, gap, code):
    story = tell(stages.scheduled)
    story.at = story.round().opens_at + gap

    if code is None:
        assert story.cast(0).arrived_at == story.at
    else:
        assert refused(lambda: story.cast(0)) == code


@pytest.mark.parametrize(("gap", "code"), [(timedelta(microseconds=-1), None), (timedelta(0), "voting.closed")])
def test_cast_at_the_very_closing(tell, gap, code):
    story = tell(stages.opened)
    story.at = story.round().closes_at + gap

    if code is None:
        story.cast(0)
    else:
        assert refused(lambda: story.cast(0)) == code
        assert [one.code for one in queries.refused_entries(story.round())] == ["voting.closed"]
    assert queries.turnout(story.round()) == (1 if code is None else 0)


def test_cast_that_arrived_in_time_after_the_close_was_written_is_told(tell):
    story = tell(stages.opened)
    in_time = story.round().closes_at - timedelta(seconds=1)
    stages.closed(story)

    story.at = in_time

    assert refused(lambda: story.cast(0)) == "voting.closed"


def test_cast_that_arrived_in_time_before_the_close_was_written_counts(tell):
    story = tell(stages.opened)
    story.at = story.round().closes_at - timedelta(seconds=1)
    story.cast(0)

    stages.closed(story)

    assert story.round().yes == 1


def test_household_of_another_khu_pho_is_not_on_the_roll(tell):
    import builders

    story = tell(stages.opened)
    other = builders.make_household(builders.make_khu_pho(story.ward, 4))
    stranger = actors.household(story.ward.pk, other.pk)
    entry = Entry(Choice.YES, "", new_key())

    assert (
        refused(lambda: services.cast_ballot(stranger, round_id=story.round().pk, entry=entry, at=story.at))
        == "voting.not_on_roll"
    )


def test_household_of_another_ward_is_nobody(tell):
    story = tell(stages.opened)
    stranger = actors.household(story.ward.pk + 1, story.households[0].pk)
    entry = Entry(Choice.YES, "", new_key())

    assert (
        refused(lambda: services.cast_ballot(stranger, round_id=story.round().pk, entry=entry, at=story.at))
        == "access.ward"
    )


@pytest.mark.parametrize("who", ["head", "front", "officer"])
def test_staff_cannot_cast_for_a_household(tell, who):
    story = tell(stages.opened)
    entry = Entry(Choice.YES, "", new_key())
    actor = story.as_(getattr(story, who))

    assert (
        refused(lambda: services.cast_ballot(actor, round_id=story.round().pk, entry=entry, at=story.at))
        == "access.role"
    )


@pytest.mark.rule("online.options")
def test_other_opinion_needs_words(tell):
    story = tell(stages.opened)
    entry = Entry(Choice.OTHER, "  ", new_key())

    code = refused(
        lambda: services.cast_ballot(story.household(0), round_id=story.round().pk, entry=entry, at=story.at)
    )

    assert code == "voting.other_needs_words"
    assert queries.turnout(story.round()) == 0


def test_words_are_kept_only_with_other_opinion(tell):
    story = tell(stages.opened)

    story.cast(0, Choice.YES, words="lời thừa")

    assert BallotChoice.objects.get().words == ""


def test_form_poll_has_no_other_opinion(tell):
    story = tell(stages.roll_frozen)
    stages.form_poll_open(story)

    assert refused(lambda: story.cast(0, Choice.OTHER, kind=RoundKind.FORM)) == "voting.form_poll_choice"
    assert story.cast(0, Choice.NO, kind=RoundKind.FORM).round.kind == RoundKind.FORM


def test_kiosk_and_own_device_are_one_hand(tell):
    story = tell(stages.opened)

    story.cast(0, Choice.YES, route=Route.KIOSK)
    story.cast(0, Choice.NO, route=Route.OWN)

    assert queries.turnout(story.round()) == 1


def test_receipts_are_plain_and_told_apart(tell):
    story = tell(stages.opened, households=30)

    codes = [story.cast(index).code for index in range(30)]

    assert len(set(codes)) == 30
    assert all(queries.receipt_key(receipts.spoken(code)) == code for code in codes)


def test_receipt_words_are_all_different_without_marks():
    from danchu.foundation.text import fold

    assert len(receipts.PLAIN) == len({fold(word) for word in receipts.WORDS})
    assert all(word.isascii() and word.isalpha() for word in receipts.PLAIN)
    assert len(receipts.PLAIN) ** 2 * 10_000 > 2**28


@pytest.mark.parametrize(
    ("do", "status"),
    [
        (lambda story: None, "counted"),
        (lambda story: story.cast(0, Choice.NO), "replaced"),
    ],
)
def test_look_up_after_close_says_what_became_of_it(tell, do, status):
    story = tell(stages.opened)
    code = story.cast(0).code
    story.wait(timedelta(minutes=1))
    do(story)
    stages.closed(story)

    found = queries.look_up(story.round(), receipts.spoken(code).upper())

    assert found.status == status


def test_look_up_before_close_is_sealed(tell):
    story = tell(stages.opened)
    code = story.cast(0).code

    with pytest.raises(queries.StillSealed):
        queries.look_up(story.round(), code)


@pytest.mark.parametrize("ask", [queries.tally, queries.other_opinions])
def test_counts_before_close_are_sealed_for_everyone(tell, ask):
    story = tell(stages.opened)
    story.cast(0)

    with pytest.raises(queries.StillSealed):
        ask(story.round())


def test_call_list_holds_those_who_have_not_voted(tell):
    story = tell(stages.opened, households=4)
    story.cast(1)

    lines = queries.call_list(story.round())

    assert [line.household_id for line in lines] == [story.households[index].pk for index in (0, 2, 3)]
    assert [line.number for line in queries.call_list(story.round(), story.households[2].number)] == [
        story.households[2].number
    ]


@pytest.mark.rule("online.record")
def test_participants_are_those_whose_entry_counts(tell):
    story = tell(stages.opened, households=4)
    story.cast(3)
    story.cast(1)

    assert [line.household_id for line in queries.participants(story.round())] == [
        story.households[1].pk,
        story.households[3].pk,
    ]
