"""The writer's own votes, judged by our judge and by ``belenios-tool``."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crypto.village import SECRET_FILE, Team, Village
from danchu.crypto import questions, server_key, tally
from danchu.crypto.errors import BadKey, BadProof
from danchu.crypto.protocol import fingerprint
from danchu.verifier import Demands, verify
from verifier.stranger import accepts

TEAM = Team(questions.new_uuid())  # its ceremony is run once
CHOICES = ((0, 0), (1, 1), (2, 2), (0, 1), (3, 0), (3, 0))


@pytest.fixture(scope="module")
def village():
    held = Village(5)
    held.cast_all(CHOICES)
    held.early = held.bytes
    held.close()
    held.counts = held.open([3, 1])
    return held


def test_two_of_three_count_from_paper_alone(village):
    assert village.counts == [1, 2, 1]


def test_our_judge_accepts_and_counts_the_same(village, tmp_path):
    verdict = verify(village.save(tmp_path), Demands(register=5, finished=True), jobs=1)

    assert verdict.refusal is None
    assert verdict.result == [village.counts]
    assert (verdict.credentials, verdict.ballots, verdict.counted, verdict.weight) == (5, 6, 4, 4)
    assert verdict.head == village.board.head


@pytest.mark.part("belenios")
def test_belenios_tool_accepts(village, tmp_path):
    path = village.save(tmp_path)
    (tmp_path / "tool").mkdir()

    accepted, said = accepts(path, tmp_path / "tool")

    assert accepted, said


@pytest.mark.part("belenios")
def test_belenios_tool_refuses_a_changed_file(village, tmp_path):
    path = village.save(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'{"result":[[1,2,1]]}', b'{"result":[[2,1,1]]}'))
    (tmp_path / "tool").mkdir()

    assert not accepts(path, tmp_path / "tool")[0]


@pytest.mark.parametrize("members", [(1, 2), (1, 3), (2, 3), (3, 2, 1)])
def test_any_members_that_suffice_open_the_same(village, members):
    opened = dict(village.openings)
    secret = village.team.secret_from_paper
    opened |= {number + 1: tally.opening_text(village.vote, village.sum, secret(number)) for number in members}
    chosen = {trustee: opened[trustee] for trustee in (1, *(number + 1 for number in members))}

    assert tally.count(village.vote, village.sum, chosen, 2, 4) == village.counts


@pytest.mark.parametrize("left", [(2, 4), (1, 2), (1,), ()], ids=["no server", "one member", "server alone", "nobody"])
def test_too_few_open_nothing(village, left):
    with pytest.raises(BadKey):
        tally.count(village.vote, village.sum, {number: village.openings[number] for number in left}, 2, 4)


def test_parts_that_do_not_open_the_sum_are_noticed(village):
    foreign = tally.opening_text(village.vote, village.sum, 12345)

    with pytest.raises(BadProof):
        tally.count(village.vote, village.sum, village.openings | {2: foreign}, 2, 4)


def test_no_ballot_tells_its_choice_by_its_shape(village):
    """Same fields, same places; and a household's two equal choices are two different ballots."""
    first, second = village.all[4:6]

    assert first != second
    assert len({text.count(",") for text in village.all}) == 1


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(votes=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=8))
def test_any_sequence_of_votes_counts_the_last_of_each_household(votes, tmp_path_factory):
    held = Village(4, team=TEAM)
    held.cast_all(votes)
    held.close()

    counts = held.open([2, 3])

    last = dict(votes)
    assert counts == [list(last.values()).count(choice) for choice in range(3)]
    verdict = verify(held.save(tmp_path_factory.mktemp("votes")), Demands(register=4, finished=True), jobs=1)
    assert verdict.refusal is None
    assert verdict.result == [counts]
    assert sorted(verdict.trackers) == sorted({fingerprint(text) for text in held.all})


def test_the_archive_holds_no_secret(village):
    """Everything a household, a member or the server keeps is searched for in what anyone may fetch."""
    planted = [*village.cards, *map(str, village.private), *village.team.sheets]
    planted += [str(server_key.server_key(SECRET_FILE, village.uuid, village.vote.group))]
    planted += [str(village.team.secret_from_paper(number)) for number in (1, 2, 3)]
    planted += [str(number) for sealed in village.sealed for number in sealed.randomness]

    assert [secret for secret in planted if secret.encode() in village.bytes] == []


@pytest.mark.long
@pytest.mark.parametrize("size", [4, 5])
def test_larger_teams_open_with_three(size, tmp_path):
    held = Village(3, size)
    held.cast_all(((0, 0), (1, 2)))
    held.close()

    assert held.open([size, 1, 2]) == [1, 0, 1]
    assert verify(held.save(tmp_path), jobs=1).refusal is None
