"""One ballot: what it proves, what opens it, what it refuses; and the steps of the archive."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danchu.crypto import archive, ballots
from danchu.crypto.errors import BadBoard, BadChoice
from danchu.crypto.questions import ANSWERS, SecretVote
from danchu.groups import group_named
from danchu.verifier import Refused, check_ballot, read_election

GROUP = group_named("BELENIOS-2048")
VOTE = SecretVote("DanChuThoiHoaPhuong", "Tên", "", "Hỏi?", GROUP.g.power(12345))
PRIVATE = 6789
LISTED = {GROUP.text(GROUP.g.power(PRIVATE))}
JUDGED = read_election(VOTE.text.encode())


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 2), st.integers(1, 2**250))
def test_every_choice_of_every_credential_is_accepted_by_the_judge(choice, private):
    sealed = ballots.seal(VOTE, private, choice)

    judged = check_ballot(sealed.text.encode(), JUDGED, {GROUP.text(GROUP.g.power(private))})

    assert judged.tracker == sealed.tracker
    assert JUDGED.fingerprint == VOTE.fingerprint


@pytest.mark.parametrize("choice", range(3))
def test_the_choice_is_what_is_encrypted(choice):
    answers = json.loads(ballots.seal(VOTE, PRIVATE, choice).text)["answers"][0]["choices"]

    opened = [
        GROUP.quotient(GROUP.element(pair["beta"]), GROUP.power(GROUP.element(pair["alpha"]), 12345))
        for pair in answers
    ]

    assert opened == [GROUP.g.power(int(answer == choice)) for answer in range(len(ANSWERS))]


@pytest.mark.parametrize("choice", [-1, 3, 10**30])
def test_no_other_choice_can_be_sealed(choice):
    with pytest.raises(BadChoice):
        ballots.seal(VOTE, PRIVATE, choice)


def test_a_credential_that_is_not_listed_is_refused_before_anything_is_computed():
    sealed = ballots.seal(VOTE, PRIVATE + 1, 0)

    with pytest.raises(Refused) as refused:
        check_ballot(sealed.text.encode(), JUDGED, LISTED)

    assert refused.value.refusal.code == "ballot.credential"


def test_a_test_ballot_opens_to_its_choice_and_to_no_other():
    sealed = ballots.seal(VOTE, PRIVATE, 1)

    assert [ballots.opens_to(VOTE, sealed.text, choice, sealed.randomness) for choice in range(3)] == [
        False,
        True,
        False,
    ]
    assert not ballots.opens_to(VOTE, sealed.text, 1, sealed.randomness[::-1])
    assert not ballots.opens_to(VOTE, sealed.text, 1, sealed.randomness[:2])


def test_what_is_sent_holds_neither_credential_nor_randomness():
    sealed = ballots.seal(VOTE, PRIVATE * 10**60, 1)

    assert all(str(secret) not in sealed.text for secret in (PRIVATE * 10**60, *sealed.randomness))


# --- the archive -----------------------------------------------------------------------------------------------------
STEPS = {
    "Setup": lambda board: archive.setup(board, "{}", "[]", "[ ]"),
    "Ballot": lambda board: archive.ballot(board, "{}"),
    "EndBallots": archive.end,
    "EncryptedTally": lambda board: archive.tally(board, "[]", 0),
    "PartialDecryption": lambda board: archive.opening(board, 1, "{}"),
    "Result": lambda board: archive.result(board, "{}"),
}


@pytest.mark.parametrize("stage", ["", *STEPS])
def test_only_the_step_that_is_due_is_written(stage):
    due = {
        "": {"Setup"},
        "Setup": {"Ballot", "EndBallots"},
        "Ballot": {"Ballot", "EndBallots"},
        "EndBallots": {"EncryptedTally"},
        "EncryptedTally": {"PartialDecryption", "Result"},
        "PartialDecryption": {"PartialDecryption", "Result"},
        "Result": set(),
    }
    for kind, step in STEPS.items():
        board = archive.Board(0, 1, "0" * 64, stage)
        if kind in due[stage]:
            data, after = step(board)
            assert len(data) % 512 == 0
            assert (after.stage, after.height) == (kind, 2)
        else:
            with pytest.raises(BadBoard):
                step(board)


def test_a_board_can_be_taken_up_again_from_its_four_facts():
    _, board = archive.start(1_790_000_000)
    one, after = STEPS["Setup"](board)
    again, _ = STEPS["Ballot"](archive.Board(after.moment, after.height, after.head, after.stage))

    assert again == STEPS["Ballot"](after)[0]
    assert one.startswith(archive._hash("{}").encode())
