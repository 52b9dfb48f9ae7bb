"""The key ceremony: its order is kept, what does not hold is refused, a rehearsal, beginning again, the count."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from danchu.crypto import ceremony
from danchu.law.answers import Refused
from danchu.rooms.voting.models import ArchiveStep, KeyHolder
from danchu.rooms.voting.services import secret
from danchu.rooms.voting.services.secret.keys import TEST_CHOICES
from danchu.verifier import Demands, verify
from rooms.voting import sealed, stages
from rooms.voting.sealed import ROUNDS, Phone, Sealed

pytestmark = [pytest.mark.django_db, pytest.mark.db]
Tell = Callable[..., stages.Story]


@pytest.fixture
def vote(tell: Tell) -> Sealed:
    return Sealed(sealed.decided(tell(stages.form_poll_passed, households=6))).begin()


def refusal(call: Callable[..., object], *args: object, **kwargs: object) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.refusal.code


def done(vote: Sealed, *kinds: str) -> Sealed:
    for kind in kinds:
        for phone in vote.phones:
            vote.post(phone, kind)
    return vote


@pytest.mark.parametrize("kind", ["certificate", "contribution", "key", "match"])
def test_round_waits_for_everybodys_round_before(vote: Sealed, kind: str) -> None:
    done(vote, *ROUNDS[: ROUNDS.index(kind)])
    before = {"match": "key"}.get(kind, ROUNDS[ROUNDS.index(kind) - 1])
    KeyHolder.objects.filter(box=vote.box, number=3).update(**{before: ""})

    assert refusal(vote.post, vote.phones[0], kind, vote.phones[0].certificate) == "secret.not_yet"


def test_posting_the_same_twice_is_one_act_and_another_value_is_refused(vote: Sealed) -> None:
    phone = vote.phones[0]
    vote.post(phone, "promise")
    vote.post(phone, "promise")

    other = Phone(phone.staff, 1, vote.box.uuid, 3)
    assert refusal(vote.post, other, "promise") == "secret.already_posted"
    assert KeyHolder.objects.get(box=vote.box, number=1).promise == ceremony.promise(phone.certificate)


def test_certificate_is_the_promised_one(vote: Sealed) -> None:
    done(vote, "promise")
    phone = vote.phones[0]

    assert (
        refusal(vote.post, phone, "certificate", Phone(phone.staff, 1, vote.box.uuid, 3).certificate)
        == "secret.bad_value"
    )


def test_nonsense_is_refused(vote: Sealed) -> None:
    done(vote, "promise")
    for before, kind in pairwise(ROUNDS):
        done(vote, *([before] if before != "promise" else []))
        for value in (None.__class__, 1, "x", [], {}, {"message": "{}", "signature": {}}):
            assert refusal(vote.post, vote.phones[0], kind, value) == "secret.bad_value", (kind, value)


def test_value_of_another_member_is_refused(vote: Sealed) -> None:
    done(vote, "promise", "certificate")
    first, second, _ = vote.phones

    assert refusal(vote.post, first, "contribution", second.value("contribution", vote.box)) == "secret.bad_value"
    done(vote, "contribution")
    assert refusal(vote.post, first, "key", second.value("key", vote.box)) == "secret.bad_value"


def test_wrong_group_code_is_refused(vote: Sealed) -> None:
    done(vote, *ROUNDS[:-1])

    assert refusal(vote.post, vote.phones[0], "match", "00000000") == "secret.bad_value"


def test_leader_begins_again_and_earlier_posts_count_no_longer(vote: Sealed) -> None:
    done(vote, *ROUNDS)
    old = vote.box
    vote.begin()

    assert vote.box.attempt == old.attempt + 1
    assert (
        refusal(
            secret.make_keys,
            vote.story.as_(vote.story.it),
            vote_id=vote.story.vote.pk,
            attempt=old.attempt,
            kind="sheet",
            value=True,
            at=vote.story.at,
        )
        == "secret.restarted"
    )
    assert not vote.box.holders.exclude(promise="").exists()


def test_only_the_leader_begins_and_only_the_team_posts(vote: Sealed) -> None:
    story = vote.story
    begin = {"vote_id": story.vote.pk, "at": story.at}

    assert refusal(secret.begin_keys, story.as_(story.it), **begin) == "access.role"
    assert (
        refusal(secret.make_keys, story.as_(story.officer), attempt=1, kind="sheet", value=True, **begin)
        == "access.role"
    )


def test_keys_are_fixed_by_the_notice(tell: Tell) -> None:
    vote = sealed.opened(tell(stages.form_poll_passed, households=6))

    assert refusal(vote.begin) == "secret.keys_fixed"


def test_team_that_changed_makes_its_keys_again(vote: Sealed) -> None:
    done(vote, *ROUNDS)
    vote.list()
    story = vote.story
    stages.confirmed(story)
    member = story.vote.team.get(staff=story.it)
    member.staff = story.officer
    member.save()

    assert refusal(stages.scheduled, story) == "secret.team_changed"


def test_rehearsal_has_keys_and_ballots_of_its_own_and_counts_what_was_put_in(vote: Sealed, tmp_path) -> None:
    real = vote.box.uuid
    vote.begin(rehearsal=True).ceremony().open(1, 2)

    verdict = verify(vote.save(tmp_path), Demands(finished=True), jobs=1)
    expected = [TEST_CHOICES.count(choice) for choice in range(3)]
    assert vote.box.uuid != real
    assert (verdict.refusal, verdict.result) == (None, [expected])
    assert vote.box.result == expected
    vote.begin()
    assert (vote.box.uuid, vote.box.rehearsal) == (real, False)


def test_rehearsals_keys_do_not_serve_for_the_notice(vote: Sealed) -> None:
    vote.list().begin(rehearsal=True).ceremony().open(1, 2)
    stages.confirmed(vote.story)

    assert refusal(stages.scheduled, vote.story) == "secret.keys_missing"


def test_part_of_another_member_opens_nothing(tell: Tell) -> None:
    vote = sealed.opened(tell(stages.form_poll_passed, households=6))
    for index in range(5):
        vote.cast(index)
    vote.close()
    opening = vote.phones[1].opening(vote.box)
    post = {"vote_id": vote.story.vote.pk, "attempt": vote.box.attempt, "at": vote.story.at}

    assert (
        refusal(secret.open_count, vote.story.as_(vote.phones[0].staff), opening=opening, **post) == "secret.bad_value"
    )
    assert refusal(secret.open_count, vote.story.as_(vote.phones[0].staff), opening="{}", **post) == "secret.bad_value"
    secret.open_count(vote.story.as_(vote.phones[1].staff), opening=opening, **post)
    secret.open_count(vote.story.as_(vote.phones[1].staff), opening=opening, **post)
    assert ArchiveStep.objects.filter(kind="PartialDecryption").count() == 1
    vote.open(3)
    assert refusal(vote.open, 1) == "secret.already_counted"


def test_counting_before_the_close_is_refused(tell: Tell) -> None:
    vote = sealed.opened(tell(stages.form_poll_passed, households=6))
    vote.cast(0)
    actor = vote.story.as_(vote.phones[0].staff)

    assert (
        refusal(
            secret.open_count,
            actor,
            vote_id=vote.story.vote.pk,
            attempt=vote.box.attempt,
            opening="{}",
            at=vote.story.at,
        )
        == "secret.not_summed"
    )
