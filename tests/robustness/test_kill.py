"""Kill -9 at any moment: no accepted ballot is lost, none is doubled, a vote closes once, the journal stays whole."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from robustness.conftest import Maker
from robustness.place import Place, Service, Web, until
from robustness.voters import account, let_them_vote, nothing_lost_nothing_doubled, vote_together


def kill_while_they_vote(place: Place, web: Web, *, times: int, seed: int) -> None:
    chance = random.Random(seed)
    voters = vote_together(place, web.port, voters=3, seed=seed)
    for turn in range(times):
        let_them_vote(voters, chance)
        how = ("worker", "everything", "worker", "master")[turn % 4]
        if how == "worker":
            web.kill_a_worker(chance)
            continue
        web.kill() if how == "everything" else web.kill_the_master()
        web.start()
    let_them_vote(voters, chance)
    sent = account(voters)

    nothing_lost_nothing_doubled(place, sent)


def test_web_killed_while_ballots_arrive(place: Place, running: Callable[..., Web]) -> None:
    kill_while_they_vote(place, running(place), times=4, seed=20261)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_web_killed_many_times(maker: Maker, running: Callable[..., Web], seed: int) -> None:
    place = Place.make(maker.program("long"), households=40)

    kill_while_they_vote(place, running(place), times=60, seed=seed)


# --- the worker ----------------------------------------------------------------------------------------------------
def worker_killed_at_the_close(place: Place, folder: Path, *, seed: int) -> None:
    """Start the worker before closing time and kill it around the moment it writes the close, until it has."""
    chance = random.Random(seed)
    worker = Service(place.program, ("worker",), folder / "worker.log")
    until(lambda: time.time() >= place.closes_at, 60)
    for _ in range(2):
        worker.start()
        time.sleep(chance.uniform(0.7, 2.0))  # loading takes about a second; the tick comes right after
        os.killpg(worker.process.pid, signal.SIGKILL)
        worker.process.wait(10)
    place.program.run("tick")  # the tick of another worker does not wait for its minute
    worker.start()
    try:
        assert until(lambda: place.books()["closed"], 60), worker.log.read_text(encoding="utf-8")
    finally:
        worker.kill()


def test_worker_killed_while_it_closes_the_vote(maker: Maker, running: Callable[..., Web], tmp_path: Path) -> None:
    place = Place.make(maker.program("close"), closes_in=12)
    web = running(place)
    voters = vote_together(place, web.port, voters=2, seed=5)
    time.sleep(max(0.0, place.closes_at - time.time() - 2))
    sent = account(voters)
    web.kill()

    worker_killed_at_the_close(place, tmp_path, seed=3)

    books = nothing_lost_nothing_doubled(place, sent)
    standing = [row["choice"] for row in books["register"] if row["standing"]]
    assert books["closes"] == 1
    assert books["state"] == "closed"
    assert books["counts"] == [standing.count(choice) for choice in ("yes", "no", "other")]
