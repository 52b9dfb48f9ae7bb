"""Chia việc: ballots are independent of each other, so they are judged on all cores, in the order of the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from danchu.verifier.ballots import Ballot, check_ballot
from danchu.verifier.election import Election, read_election
from danchu.verifier.records import Record, body
from danchu.verifier.refusals import about

CHUNK = 16  # ballots handed to a process at once

Progress = Callable[[int, int], None]


class Task(NamedTuple):
    """Việc kiểm phiếu: everything a process needs to judge the ballots of a file."""

    path: Path
    election: bytes
    credentials: frozenset[str]


class _Bench:
    """One process's place of work: tables and lists are made once."""

    def __init__(self, task: Task, election: Election | None = None) -> None:
        self._task = task
        self._election = election or read_election(task.election)

    def judge(self, records: list[Record]) -> list[Ballot]:
        """Judge these ballots; the first bad one is refused."""
        ballots = []
        with self._task.path.open("rb") as file:
            for record in records:
                with about(record.number, record.hash):
                    ballots.append(check_ballot(body(file, record), self._election, self._task.credentials))
        return ballots


def processors() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def judge_all(task: Task, election: Election, records: list[Record], jobs: int, progress: Progress) -> Iterator[Ballot]:
    """Every ballot in order, or the refusal of the first bad one."""
    chunks = [records[start : start + CHUNK] for start in range(0, len(records), CHUNK)]
    done = 0
    progress(0, len(records))
    judged = _alone(task, election, chunks) if min(jobs, len(chunks)) < 2 else _together(task, chunks, jobs)
    for ballots in judged:
        done += len(ballots)
        progress(done, len(records))
        yield from ballots


def _alone(task: Task, election: Election, chunks: list[list[Record]]) -> Iterator[list[Ballot]]:
    bench = _Bench(task, election)
    for chunk in chunks:
        yield bench.judge(chunk)


_benches: list[_Bench] = []  # of a worker process: its own, made when it starts


def _sit_down(task: Task) -> None:
    _benches.append(_Bench(task))


def _work(chunk: list[Record]) -> list[Ballot]:
    return _benches[-1].judge(chunk)


def _together(task: Task, chunks: list[list[Record]], jobs: int) -> Iterator[list[Ballot]]:
    with ProcessPoolExecutor(min(jobs, len(chunks)), initializer=_sit_down, initargs=(task,)) as pool:
        waiting: list[Future[list[Ballot]]] = [pool.submit(_work, chunk) for chunk in chunks]
        try:
            while waiting:
                yield waiting.pop(0).result()
        finally:
            pool.shutdown(cancel_futures=True)
