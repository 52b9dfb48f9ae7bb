"""Elections of every kind the protocol knows are accepted, at every stage, in both groups."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from danchu.crypto.protocol import compact
from danchu.verifier import Demands, Refused, crew, verify
from danchu.verifier.records import Record

from .scribe import BLANK, SOME, THREE, Scribe

VOTES = {0: [[1, 0, 0], [1, 0, 0]], 1: [[0, 1, 0], [0, 1, 0]], 2: [[0, 0, 1], [0, 0, 0]]}


def saved(folder, data):
    path = folder / "vote.bel"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("group", ["BELENIOS-2048", "Ed25519"])
@pytest.mark.parametrize("newer", [True, False], ids=["newer team", "older team"])
def test_whole_election_with_weights_blank_and_replaced_ballots(tmp_path, group, newer):
    scribe = Scribe(group, newer=newer)
    draft = replace(scribe.draft, ballots=[compact(scribe.ballot(0, VOTES[2]))])
    draft.ballots += [compact(scribe.ballot(voter, vote)) for voter, vote in VOTES.items()]
    draft = scribe.finish(draft, [1, 4, 2])

    verdict = verify(saved(tmp_path, draft.bytes()), Demands(finished=True, register=4), jobs=1)

    assert verdict.refusal is None
    assert verdict.result == [[1, 1, 2], [1, 1, 0]]
    assert (verdict.ballots, verdict.counted, verdict.weight) == (4, 3, 4)


@pytest.mark.parametrize("group", ["BELENIOS-2048", "Ed25519"])
def test_several_single_trustees_and_several_choices(tmp_path, group):
    scribe = Scribe(group, [SOME, THREE, {**BLANK, "blank": False}], singles=2, team=None)
    votes = ([[1, 1, 0], [1, 0, 0], [0, 0]], [[0, 0, 1], [0, 1, 0], [1, 0]])
    draft = replace(scribe.draft, ballots=[compact(scribe.ballot(n, vote)) for n, vote in enumerate(votes)])

    verdict = verify(saved(tmp_path, scribe.finish(draft, [2, 1]).bytes()), jobs=1)

    assert verdict.refusal is None
    assert verdict.result == [[1, 1, 1], [1, 1, 0], [1, 0]]


def test_a_team_without_a_single_trustee_and_no_ballots(tmp_path):
    scribe = Scribe("Ed25519", singles=0)

    verdict = verify(saved(tmp_path, scribe.finish(scribe.draft, [3, 1]).bytes()), jobs=1)

    assert verdict.refusal is None
    assert verdict.result == [[0, 0, 0], [0, 0, 0]]


def test_an_archive_is_accepted_at_every_event_on_its_way(tmp_path):
    scribe = Scribe("Ed25519", weights=(1, 1))
    draft = replace(scribe.draft, ballots=[compact(scribe.ballot(0, VOTES[0]))])
    whole = scribe.finish(draft, [1, 2, 3])
    from .scribe import archive

    heads, files = [], []
    for stage in range(1, len(whole.events()) + 1):
        path = tmp_path / f"{stage}.bel"
        path.write_bytes(archive(whole.events()[:stage]))
        verdict = verify(path, Demands(earlier=files[-1] if files else None), jobs=1)
        assert verdict.refusal is None
        assert verdict.finished == (stage == len(whole.events()))
        heads.append(verdict.head)
        files.append(path)

    assert len(set(heads)) == len(whole.events()) == 8


def test_processors_are_those_this_process_may_use(monkeypatch):
    assert crew.processors() == len(os.sched_getaffinity(0))
    monkeypatch.delattr(os, "sched_getaffinity")
    assert crew.processors() == os.cpu_count()


def test_a_worker_judges_its_chunk_and_names_the_bad_record(tmp_path):
    scribe = Scribe("Ed25519", [THREE])
    good, bad = compact(scribe.ballot(0, [VOTES[0][0]])), compact(scribe.ballot(1, [VOTES[1][0]]))[:-1]
    path = saved(tmp_path, good.encode() + bad.encode())
    chunk = [Record(7, "good", False, 0, len(good)), Record(9, "bad", False, len(good), len(bad))]
    crew._sit_down(crew.Task(path, scribe.draft.election.encode(), frozenset(scribe.public)))

    assert [ballot.credential for ballot in crew._work(chunk[:1])] == scribe.public[:1]
    with pytest.raises(Refused) as refused:
        crew._work(chunk)
    assert (refused.value.refusal.record, refused.value.refusal.code) == (9, "text.unreadable")


def test_many_ballots_are_judged_by_several_processes(tmp_path):
    scribe = Scribe("Ed25519", [THREE], weights=[1] * 40)
    draft = replace(scribe.draft, ballots=[compact(scribe.ballot(n, [VOTES[n % 3][0]])) for n in range(40)])
    path = saved(tmp_path, scribe.finish(draft, [1, 2, 3]).bytes())
    seen = []

    verdict = verify(path, jobs=2, progress=lambda done, total: seen.append((done, total)))

    assert verdict.refusal is None
    assert verdict.result == [[14, 13, 13]]
    assert seen == [(0, 40), (16, 40), (32, 40), (40, 40)]

    draft.ballots[20], draft.ballots[39] = draft.ballots[20].replace('"1"', '"2"'), draft.ballots[20]
    spoilt = draft.ballots[20].replace('"choices"', '"choices" ')
    draft.ballots[20] = spoilt
    path.write_bytes(draft.bytes())
    verdict = verify(path, jobs=2)

    assert verdict.refusal.code == "text.not_canonical"
    assert verdict.refusal.record == 5 + 1 + 2 * 20
    assert verdict.ballots == 16
