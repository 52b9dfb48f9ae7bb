"""Đếm lại: the whole file judged, from its first byte to its result."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from danchu.verifier.ballots import Ballot
from danchu.verifier.chain import Story, read_story
from danchu.verifier.credentials import read_credentials
from danchu.verifier.crew import Progress, Task, judge_all, processors
from danchu.verifier.decryption import Factors, Result, check_owner, check_part, check_result
from danchu.verifier.election import Election, read_election
from danchu.verifier.records import BLOCK, FIRST, Record, body, scan
from danchu.verifier.refusals import NotAVoteFile, Refusal, Refused, about, require
from danchu.verifier.tally import Tally, add_up, check_summary, check_tally
from danchu.verifier.trustees import Holders, election_key, read_trustees


@dataclass
class Verdict:
    """Kết luận: ``refusal`` is None when the file is accepted; ``finished`` says whether the vote is over.

    Counts: ``credentials`` on the list, ``ballots`` in the file, ``counted`` of them (the last of each credential),
    ``weight`` they carry. ``head`` is the hash of the last event. What was not reached before a refusal is empty.
    """

    refusal: Refusal | None = None
    finished: bool = False
    election: Election | None = None
    credentials: int = 0
    ballots: int = 0
    counted: int = 0
    weight: int = 0
    head: str = ""
    trackers: dict[str, bool] = field(default_factory=dict)
    result: Result = field(default_factory=list)

    @property
    def accepted(self) -> bool:
        """Whether nothing wrong was found."""
        return self.refusal is None


@dataclass(frozen=True)
class Demands:
    """Đòi hỏi thêm của người đếm lại: what cannot be seen inside one file."""

    earlier: Path | None = None
    register: int | None = None
    finished: bool = False


def _silent(done: int, total: int) -> None:
    """Show nothing."""


def verify(
    path: Path, demands: Demands = Demands(), *, jobs: int | None = None, progress: Progress = _silent
) -> Verdict:
    """Judge a file. Raises ``NotAVoteFile``, and ``OSError`` where it cannot be read.

    ``jobs`` processes judge ballots (all cores unless told); ``progress(done, total)`` is called as they go on.
    """
    verdict = Verdict()
    with path.open("rb") as file:
        try:
            _judge(verdict, file, path, demands, jobs or processors(), progress)
        except Refused as refused:
            verdict.refusal = refused.refusal
    return verdict


def _judge(verdict: Verdict, file: BinaryIO, path: Path, demands: Demands, jobs: int, progress: Progress) -> None:
    if demands.earlier:
        _check_earlier(file, demands.earlier)
    story = read_story(scan(file), lambda record: body(file, record))
    verdict.finished, verdict.head = story.stage == "Result", story.head
    with _open(file, story.setup[0]) as data:
        verdict.election = election = read_election(data)
    with _open(file, story.setup[1]) as data:
        holders = read_trustees(data, election.group)
        require(election.key.element == election_key(holders, election.group), "trustees.election_key")
    with _open(file, story.setup[2]) as data:
        weights = read_credentials(data, election.group)
        verdict.credentials = len(weights)
        listed = demands.register in (None, len(weights))
        require(listed, "demand.register", register=demands.register or 0, listed=len(weights))
    require(verdict.finished or not demands.finished, "demand.finished")

    task = Task(path, body(file, story.setup[0]), frozenset(weights))
    last: dict[str, Ballot] = {}
    for ballot in judge_all(task, election, story.ballots, jobs, progress):
        verdict.ballots += 1
        if ballot.credential in last:
            verdict.trackers[last[ballot.credential].tracker] = False
        last[ballot.credential] = ballot
        verdict.trackers[ballot.tracker] = True
    verdict.counted = len(last)
    verdict.weight = sum(weights[credential] for credential in last)
    if story.tally:
        tally = add_up(election, last.values(), weights)
        _check_count(verdict, file, story, tally, holders)


def _check_count(verdict: Verdict, file: BinaryIO, story: Story, tally: Tally, holders: list[Holders]) -> None:
    """From the end of voting to the result."""
    election = verdict.election
    assert election is not None
    with _open(file, story.tally[1]) as data:
        check_summary(data, verdict.counted, verdict.weight, story.tally[0].hash)
    with _open(file, story.tally[0]) as data:
        check_tally(data, election, tally)
    keys = {number: key for team in holders for number, key in team.keys.items()}
    parts: dict[int, Factors] = {}
    for part, payload in story.openings:
        with _open(file, payload) as data:
            owner = check_owner(data, keys, part.hash)
            require(owner not in parts, "opening.repeated", owner=owner)
        with _open(file, part) as data:
            parts[owner] = check_part(data, election, tally, keys[owner], owner)
    for record in story.result:
        with _open(file, record) as data:
            verdict.result = check_result(data, election, tally, holders, parts, verdict.weight)


def _check_earlier(file: BinaryIO, earlier: Path) -> None:
    """An archive only grows: what was published before must still be its beginning, byte for byte."""
    with earlier.open("rb") as old:
        start = old.read(BLOCK)
        if not start.startswith(FIRST + b"\0"):
            raise NotAVoteFile(earlier)
        while start:
            require(file.read(len(start)) == start, "demand.earlier")
            start = old.read(BLOCK * 2048)


@contextmanager
def _open(file: BinaryIO, record: Record) -> Iterator[bytes]:
    """A record's body; what is refused inside is about this record."""
    with about(record.number, record.hash):
        yield body(file, record)
