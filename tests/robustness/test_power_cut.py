"""Power cut: what a household was told stands, whichever instant the machine stops at."""

from __future__ import annotations

import contextlib
import os
import random
import shlex
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
import throwaway

import parts
from cli.program import Program
from robustness.conftest import Maker
from robustness.place import Phone, Place, Web, children, until
from robustness.voters import account, acknowledged, let_them_vote, nothing_lost_nothing_doubled, vote_together

DB, WAL = "danchu.sqlite3", "danchu.sqlite3-wal"
SALT = slice(0, 32)  # the header of a write-ahead log; another one begins when the log is used anew


def test_database_waits_for_the_disk(place: Place) -> None:
    """synchronous=FULL and WAL, or fsync and synchronous_commit: with less, an acknowledged ballot could go."""
    checks = {one["name"]: one for one in place.program.json("doctor")["checks"]}

    assert checks["database"]["ok"] is True


# --- SQLite ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place.make(Maker(tmp_path_factory.mktemp("image"), "").program("ward"))


def crash_image(place: Place, web: Web, target: Path) -> None:
    """What lies in the files at one instant: every process stands still while they are copied."""
    group = web.process.pid
    os.killpg(group, signal.SIGSTOP)
    try:
        until(lambda: all(_stands_still(pid) for pid in [group, *children(group)]), 5)
        target.mkdir()
        for name in (DB, WAL):
            shutil.copyfile(place.program.data / name, target / name)
    finally:
        os.killpg(group, signal.SIGCONT)
    shutil.copytree(place.program.data / "keys", target / "keys")


def _stands_still(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "TZ"
    return True


def whole(folder: Path) -> set[str]:
    """The form keys of a database that survived; it must be sound."""
    with contextlib.closing(sqlite3.connect(folder / DB)) as found:
        assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
        return {key for (key,) in found.execute("SELECT form_key FROM voting_ballot")}


def test_every_crash_image_holds_what_was_acknowledged(
    on_sqlite: Place, running: Callable[..., Web], tmp_path: Path
) -> None:
    chance, place = random.Random(7), on_sqlite
    looking = sqlite3.connect(place.program.data / DB)  # as a worker does: the log is not tidied away in between
    looking.execute("SELECT count(*) FROM voting_ballot").fetchall()
    web = running(place)
    voters = vote_together(place, web.port, voters=3, seed=11)
    images: list[tuple[Path, set[str]]] = []
    torn: list[tuple[Path, set[str]] | None] = []
    while len(images) < 6 or not any(torn):  # on some machines the log begins anew between most images
        assert len(images) < 40
        let_them_vote(voters, chance)
        told = acknowledged(voters)
        folder = tmp_path / f"image-{len(images)}"
        crash_image(place, web, folder)
        images.append((folder, told))
        if len(images) > 1:
            torn.append(_torn(chance, *images[-2:], tmp_path))
    sent = account(voters)
    web.kill()
    looking.close()

    for folder, told in [*images, *filter(None, torn)]:
        assert told <= whole(folder)
    assert Place.at(place, Program(images[-1][0])).books()["faults"] == []
    nothing_lost_nothing_doubled(place, sent)


def _torn(
    chance: random.Random, first: tuple[Path, set[str]], second: tuple[Path, set[str]], folder: Path
) -> tuple[Path, set[str]] | None:
    """The first image, with the log as it was being written towards the second: its tail cut off and spoilt.

    Beyond what had been waited for, a disk may hold anything; None when the log began anew in between.
    """
    (early, told), (late, _) = first, second
    log, grown = (early / WAL).read_bytes(), (late / WAL).read_bytes()
    same = (early / DB).read_bytes() == (late / DB).read_bytes() and log[SALT] == grown[SALT]
    if not same or len(grown) <= len(log) or not grown.startswith(log):
        return None
    target = folder / f"torn-{early.name}"
    shutil.copytree(early, target)
    end = chance.randrange(len(log), len(grown))
    (target / WAL).write_bytes(grown[:end] + chance.randbytes(chance.randrange(4096)))
    return target, told


# --- PostgreSQL ------------------------------------------------------------------------------------------------------
class Cluster:
    """The throw-away PostgreSQL, with its plug in our hand."""

    def __init__(self, url: str) -> None:
        self.url = url
        with psycopg.connect(url) as connection:
            self.data = Path(connection.execute("SHOW data_directory").fetchone()[0])

    def pull_the_plug(self) -> None:
        """Every process of it, at once, without a word."""
        master = int((self.data / "postmaster.pid").read_text().split()[0])
        os.kill(master, signal.SIGSTOP)  # or it would tidy up after its children
        pids = [*children(master), master]
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        # A zombie still looks like a running server to the next one; after a power cut there is none.
        assert until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))

    def start(self) -> None:
        words = shlex.split((self.data / "postmaster.opts").read_text())
        options = shlex.join(words[words.index("-c") :])
        programs = Path(parts.find("postgresql")).resolve().parent
        who = throwaway.unprivileged()
        command = [programs / "pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", self.data.parent / "log"]
        subprocess.run(
            [*map(str, command), "-o", options, "start"],
            cwd=self.data.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=True,
            extra_groups=[] if who else None,
            **who,
        )


@pytest.mark.part("postgresql")
def test_postgresql_without_power_keeps_what_was_acknowledged(
    durable_cluster: str, tmp_path: Path, running: Callable[..., Web]
) -> None:
    maker = Maker(tmp_path, durable_cluster)
    place = Place.make(maker.program("cut"))
    web = running(place)
    plug, chance = Cluster(durable_cluster), random.Random(17)
    voters = vote_together(place, web.port, voters=3, seed=17)
    for _ in range(2):
        let_them_vote(voters, chance)
        plug.pull_the_plug()
        plug.start()
    let_them_vote(voters, chance)
    sent = account(voters)

    nothing_lost_nothing_doubled(place, sent, accidents=True)


@pytest.mark.part("postgresql")
def test_no_page_fails_after_the_database_came_back(
    durable_cluster: str, tmp_path: Path, running: Callable[..., Web]
) -> None:
    """Connections of before the cut are dead; nobody gets an accident's page for that."""
    maker = Maker(tmp_path, durable_cluster)
    place = Place.make(maker.program("back"))
    web = running(place)
    plug, phone = Cluster(durable_cluster), Phone(web.port)
    assert {phone.get(f"/bieu-quyet/{place.slug}/").status for _ in range(8)} == {200}

    plug.pull_the_plug()
    plug.start()

    assert {phone.get(f"/bieu-quyet/{place.slug}/").status for _ in range(8)} == {200}
