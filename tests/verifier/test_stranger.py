"""What ``belenios-tool`` writes is accepted, whatever it can write for homomorphic questions."""

from __future__ import annotations

import pytest

from danchu.verifier import Demands, verify

from .stranger import Stranger, accepts

pytestmark = pytest.mark.part("belenios")

THREE = {"answers": ["Đồng ý", "Không đồng ý", "Ý kiến khác"], "min": 1, "max": 1, "question": "Tổng vệ sinh?"}
BLANK = {"answers": ["Có", "Không"], "blank": True, "min": 1, "max": 1, "question": "Cỏ?"}
SOME = {"answers": ["A", "B", "C", "D"], "min": 1, "max": 3, "question": "Chọn"}
SOME_OR_NONE = {"answers": ["A", "B", "C"], "blank": True, "min": 0, "max": 2, "question": "Chọn hoặc không"}


def test_threshold_election_with_replaced_ballots_is_accepted_at_every_stage(tmp_path):
    held = Stranger(tmp_path, [THREE], 4, (2, 3))
    assert not verify(held.archive).finished
    for voter, choice in ((0, 0), (1, 1), (0, 2), (2, 0)):
        held.cast(voter, [[int(choice == place) for place in range(3)]])
    early = tmp_path / "early"
    early.write_bytes(held.archive.read_bytes())
    held.close()
    held.open([0, 2])

    verdict = verify(held.archive, Demands(earlier=early, register=4, finished=True), jobs=1)

    assert verdict.refusal is None
    assert verdict.finished
    assert (verdict.credentials, verdict.ballots, verdict.counted, verdict.weight) == (4, 4, 3, 3)
    assert verdict.result == [[1, 1, 1]]
    assert sorted(verdict.trackers.values()) == [False, True, True, True]
    half = verify(early)
    assert (half.accepted, half.finished, half.ballots) == (True, False, 4)
    (tmp_path / "again").mkdir()
    assert accepts(held.archive, tmp_path / "again")[0]


def test_single_trustee_blank_several_choices_and_weights_are_accepted(tmp_path):
    held = Stranger(tmp_path, [BLANK, SOME, SOME_OR_NONE], "a@x,a\nb@x,b,3\nc@x,c,0\nd@x\n", None)
    held.cast(0, [[1, 0, 0], [1, 1, 1, 0], [1, 0, 0, 0]])
    held.cast(1, [[0, 1, 0], [0, 0, 0, 1], [0, 1, 1, 0]])
    held.cast(2, [[0, 0, 1], [1, 0, 0, 0], [0, 0, 0, 0]])
    held.cast(3, [[0, 0, 1], [0, 1, 0, 0], [0, 0, 0, 1]])
    held.close()
    held.open()

    verdict = verify(held.archive, jobs=1)

    assert verdict.refusal is None
    assert verdict.finished
    assert (verdict.counted, verdict.weight) == (4, 5)
    assert verdict.result == [[1, 3, 1], [1, 2, 1, 3], [1, 3, 3, 1]]
