"""A secret vote by the services: list, keys, ballots, close, count; two judges accept the archive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from danchu.crypto import credentials
from danchu.foundation.journal.models import Entry
from danchu.law.answers import Outcome, Refused
from danchu.law.states import Choice, Route, State
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import ArchiveStep, Ballot, BallotChoice, PublicCredential, RefusedEntry
from danchu.rooms.voting.queries import broken
from danchu.rooms.voting.services import secret
from danchu.verifier import Demands, verify
from rooms.voting import sealed, stages
from rooms.voting.sealed import Sealed
from verifier.stranger import accepts

pytestmark = [pytest.mark.django_db, pytest.mark.db]
Tell = Callable[..., stages.Story]


@pytest.fixture
def vote(tell: Tell) -> Sealed:
    return sealed.opened(tell(stages.form_poll_passed, households=6))


def refusal(call: Callable[..., object], *args: object, **kwargs: object) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.refusal.code


def faults() -> dict[str, int]:
    return {name: count for name, count in broken() if count}


def test_whole_vote_is_counted_and_accepted_by_two_judges(vote: Sealed, tmp_path: Path) -> None:
    for index, choice in enumerate([0, 0, 0, 0, 1]):
        vote.cast(index, choice)
    vote.cast(1, 2)
    vote.close().open(1, 3)

    found = vote.story.round()
    verdict = verify(vote.save(tmp_path), Demands(register=6, finished=True), jobs=1)
    (tmp_path / "theirs").mkdir()
    assert (found.yes, found.no, found.other) == (3, 1, 1)
    assert (verdict.refusal, verdict.ballots, verdict.counted, verdict.result) == (None, 6, 5, [[3, 1, 1]])
    assert verdict.head == vote.box.head
    assert accepts(vote.save(tmp_path), tmp_path / "theirs")[0]
    assert isinstance(queries.content_outcome(vote.story.vote, found), Outcome)
    assert BallotChoice.objects.count() == 0
    assert faults() == {}


def test_result_is_sealed_like_any_other(vote: Sealed) -> None:
    for index in range(5):
        vote.cast(index)
    vote.close()
    story = vote.story

    assert refusal(stages.sealed, story) == "secret.not_counted"
    vote.open(2, 3)
    stages.sealed(story)

    assert story.vote.state == State.SEALED
    assert faults() == {}


def test_vote_without_any_ballot_is_counted_after_consent(vote: Sealed, tmp_path: Path) -> None:
    vote.close()
    assert refusal(vote.open, 1) == "secret.consent"
    for phone in vote.phones[:2]:
        secret.agree_to_open(
            vote.story.as_(phone.staff), vote_id=vote.story.vote.pk, attempt=vote.box.attempt, at=vote.story.at
        )
    vote.open(1, 2)

    assert verify(vote.save(tmp_path), Demands(finished=True), jobs=1).result == [[0, 0, 0]]


def test_few_ballots_are_not_opened_without_enough_consents(vote: Sealed) -> None:
    for index in range(4):
        vote.cast(index)
    vote.close()
    actor = vote.story.as_(vote.phones[0].staff)
    secret.agree_to_open(actor, vote_id=vote.story.vote.pk, attempt=vote.box.attempt, at=vote.story.at)

    assert refusal(vote.open, 1) == "secret.consent"
    assert queries.count_facts(vote.box).consents == 1


def test_same_ballot_twice_is_one(vote: Sealed) -> None:
    text = vote.seal(0).text

    first, again = vote.cast(0, text=text), vote.cast(0, text=text)

    assert first.pk == again.pk
    assert ArchiveStep.objects.filter(kind="Ballot").count() == 1


def test_replaced_ballot_does_not_come_back(vote: Sealed, tmp_path: Path) -> None:
    text = vote.seal(0, 1).text
    first = vote.cast(0, text=text)
    second = vote.cast(0, 0)

    again = vote.cast(0, text=text)

    assert again.pk == first.pk
    assert queries.standing_ballot(vote.story.round(), vote.story.line(0)).pk == second.pk
    assert verify(vote.save(tmp_path), jobs=1).accepted


def test_ballot_of_another_households_card_is_refused(vote: Sealed) -> None:
    assert refusal(vote.cast, 0, text=vote.seal(0, card=1).text) == "secret.wrong_credential"
    assert Ballot.objects.count() == 0


def test_unknown_secret_is_refused(vote: Sealed) -> None:
    vote.cards[0] = credentials.new_household_secret()

    assert refusal(vote.cast, 0) == "secret.wrong_credential"


def test_tampered_ballot_is_refused_before_anything_is_written(vote: Sealed) -> None:
    for found, planted in (
        ('"challenge":"', '"challenge":"1'),
        ('"beta":"', '"beta":"7'),
        ("}", "} "),
        ('"election_hash":"', '"election_hash":"x'),
    ):
        text = vote.seal(0).text.replace(found, planted, 1)
        assert refusal(vote.cast, 0, text=text) == "secret.bad_ballot", planted
    assert (Ballot.objects.count(), ArchiveStep.objects.count()) == (0, 0)


def test_nonsense_is_refused(vote: Sealed) -> None:
    for text in (" ", "{}", "[]", "null", "{" * 9000, '{"credential":1}', "\ud800", "x" * 40_000):
        assert refusal(vote.cast, 0, text=text) in {"secret.bad_ballot", "secret.wrong_credential"}, text[:20]


def test_ballot_of_another_vote_is_refused(vote: Sealed, tell: Tell) -> None:
    own = vote.box
    other = vote.seal(0)
    own.election = own.election.replace("phường", "phuong", 1)
    own.save(update_fields=["election"])

    assert refusal(vote.cast, 0, text=other.text) == "secret.bad_ballot"


def test_after_the_close_a_ballot_is_refused_and_kept_as_evidence(vote: Sealed) -> None:
    text = vote.seal(0).text
    vote.close()

    assert refusal(vote.cast, 0, text=text) == "voting.closed"
    assert RefusedEntry.objects.get().code == "voting.closed"


def test_before_opening_a_ballot_is_refused(tell: Tell) -> None:
    vote = sealed.prepared(tell(stages.form_poll_passed, households=6))
    stages.scheduled(vote.story)

    assert refusal(vote.cast, 0) == "voting.not_open"
    assert ArchiveStep.objects.count() == 0


def test_open_choice_is_refused_in_a_secret_vote(vote: Sealed) -> None:
    assert refusal(vote.story.cast, 0, Choice.YES) == "secret.at_booth"


def test_kiosk_and_own_device_replace_each_other(vote: Sealed) -> None:
    vote.cast(0, 1, route=Route.KIOSK)

    assert vote.cast(0, 0).route == Route.OWN


def test_household_without_replacement_keeps_its_first_ballot(vote: Sealed) -> None:
    vote.cast(0)
    vote.story.vote.replace_allowed = False
    vote.story.vote.save()

    assert refusal(vote.cast, 0, 1) == "voting.no_replacement"
    assert ArchiveStep.objects.filter(kind="Ballot").count() == 1


def test_sealed_ballot_is_not_taken_out_after_a_dispute(vote: Sealed) -> None:
    vote.cast(0)
    story = vote.story
    made = services.dispute_entry(story.household(0), round_id=story.round().pk, words="Không phải tôi.", at=story.at)
    settle = {"dispute_id": made.pk, "answer": "Đã hỏi.", "at": story.at}

    assert refusal(services.resolve_dispute, story.as_(story.front), void=True, **settle) == "secret.void"
    services.resolve_dispute(story.as_(story.front), void=False, **settle)


def test_assisted_session_casts_once(vote: Sealed) -> None:
    story = vote.story
    made = services.start_assistance(
        story.as_(story.it),
        round_id=story.round().pk,
        line_id=story.line(0).pk,
        reason="Không có điện thoại.",
        witness_id=story.front.pk,
        at=story.at,
    )
    text = vote.seal(0).text

    sent = secret.assist_sealed(story.as_(story.it), session_id=made.pk, text=text, at=story.at)
    again = secret.assist_sealed(story.as_(story.it), session_id=made.pk, text=text, at=story.at)

    assert (sent.pk, sent.route, sent.helper_id) == (again.pk, Route.ASSISTED, story.it.pk)


# --- the list ----------------------------------------------------------------------------------------------------
def test_list_is_exactly_one_for_each_household(tell: Tell) -> None:
    vote = Sealed(sealed.decided(tell(stages.form_poll_passed, households=6))).list()
    story = vote.story
    public = {one.pk: vote.public(index) for index, one in enumerate(story.households)}
    first, second, *_ = public

    def give(changed: dict[int, str]) -> str:
        return refusal(
            secret.list_credentials,
            story.as_(story.front),
            vote_id=story.vote.pk,
            credentials=changed,
            at=story.at,
        )

    assert give({first: public[first]}) == "secret.list_incomplete"
    assert give({**public, 999_999: "4"}) == "secret.list_incomplete"
    assert give({**public, first: public[second]}) == "secret.list_double"
    assert give({**public, first: "1"}) == "secret.list_bad"
    assert give({**public, first: "7"}) == "secret.list_bad"
    assert give({**public, first: "x"}) == "secret.list_bad"
    assert dict(PublicCredential.objects.values_list("line__household", "public")) == public


def test_blocked_household_has_no_credential_and_counts_in_the_roll(tell: Tell, tmp_path: Path) -> None:
    story = sealed.decided(tell(stages.form_poll_passed, households=6))
    vote = Sealed(story).list()
    secret.block_household(
        story.as_(story.front), vote_id=story.vote.pk, line_id=story.line(5).pk, reason="Lộ bí mật.", at=story.at
    )
    vote.begin().ceremony()
    stages.confirmed(story)
    stages.scheduled(story)
    stages.opened(story)

    assert refusal(vote.cast, 5) == "secret.blocked"
    for index in range(5):
        vote.cast(index)
    vote.close().open(1, 2)
    assert verify(vote.save(tmp_path), Demands(register=5, finished=True), jobs=1).accepted
    assert story.round().households == 6


def test_list_is_fixed_with_the_archives_beginning(vote: Sealed) -> None:
    vote.list()
    vote.cast(0)

    assert refusal(vote.list) == "secret.list_fixed"


def test_notice_waits_for_keys_and_list(tell: Tell) -> None:
    story = sealed.decided(tell(stages.form_poll_passed, households=6))
    stages.confirmed(story)
    vote = Sealed(story)

    assert refusal(stages.scheduled, story) == "secret.keys_missing"
    vote.begin()
    assert refusal(stages.scheduled, story) == "secret.keys_unfinished"
    vote.ceremony()
    assert refusal(stages.scheduled, story) == "secret.list_missing"
    vote.list()
    stages.scheduled(story)
    assert story.vote.state == State.SCHEDULED


def test_secrecy_is_decided_once_keys_begin(tell: Tell) -> None:
    story = sealed.decided(tell(stages.form_poll_passed, households=6))
    asked = {"vote_id": story.vote.pk, "at": story.at}
    actor = story.as_(story.front)

    assert refusal(secret.decide_secrecy, actor, secret=True, booth=False, **asked) == "secret.no_booth"
    Sealed(story).begin()
    assert refusal(secret.decide_secrecy, actor, secret=False, booth=True, **asked) == "secret.decided"
    assert refusal(secret.decide_secrecy, story.as_(story.officer), secret=False, booth=True, **asked) == "access.role"


# --- the close ---------------------------------------------------------------------------------------------------
def test_register_and_archive_that_differ_stop_the_count_and_are_named(vote: Sealed) -> None:
    for index in range(5):
        vote.cast(index)
    stray = queries.standing_ballot(vote.story.round(), vote.story.line(0))
    Ballot.objects.filter(pk=stray.pk).update(tracker="planted")
    vote.close()

    assert vote.box.difference == {"archive": ["3-001"], "register": ["3-001"]}
    assert vote.box.stage == "EndBallots"
    assert vote.story.vote.state == State.CLOSED
    assert queries.count_facts(vote.box).differs


def test_credential_added_behind_is_named(vote: Sealed) -> None:
    for index in range(5):
        vote.cast(index)
    PublicCredential.objects.filter(line=vote.story.line(5)).delete()
    vote.close()

    assert vote.box.difference == {"credentials": ["3-006"]}


def test_broken_archive_is_found_by_the_doctor(vote: Sealed) -> None:
    for index in range(3):
        vote.cast(index)
    step = ArchiveStep.objects.filter(kind="Ballot").first()
    data = bytes(step.data)
    ArchiveStep.objects.filter(pk=step.pk).update(data=data.replace(b"alpha", b"alphA", 1))

    assert faults() == {"archives_broken": 1}


def test_opinions_given_apart_are_shown_after_the_close_without_their_order(vote: Sealed) -> None:
    for number in range(12):
        secret.give_opinion(vote_id=vote.story.vote.pk, words=f"Ý kiến {number}", at=vote.story.at)
    vote.close()
    told = queries.other_opinions(vote.story.round())

    assert sorted(told) == sorted(f"Ý kiến {number}" for number in range(12))
    assert told != [f"Ý kiến {number}" for number in range(12)]
    assert (
        refusal(secret.give_opinion, vote_id=vote.story.vote.pk, words="Muộn", at=vote.story.at + timedelta(days=1))
        == "voting.not_running"
    )


def test_journal_tells_neither_choice_nor_tracker(vote: Sealed) -> None:
    made = vote.cast(0, 1)
    told = " ".join(str(facts) for facts in Entry.objects.values_list("facts", flat=True))

    assert made.tracker not in told
    assert vote.public(0) not in told
    assert BallotChoice.objects.count() == 0
