"""What the measurements share: scratch wards on each database, the bare application beside them, figures.

The ward is driven with the phones of the robustness tests. Client and service share the machine, for ours and for the
floor alike; read the ratios, not the seconds.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / name) for name in ("src", "tests", "tools")]

import psycopg  # noqa: E402
import throwaway  # noqa: E402

import parts  # noqa: E402 - after the path
from cli.program import Program  # noqa: E402
from robustness.place import Phone, Service, Web, environment, free_port, until  # noqa: E402, F401

MADE_DEMO = """
import json, sys
from danchu.cli.common import load_django
load_django()
from django.conf import settings
from django_scopes import scope
from danchu.demo import build, store
from danchu.foundation import clock
from danchu.foundation.places.models import KhuPho, Ward
from danchu.rooms.voting.models import Vote
from danchu.server import database
database.migrate()
at = clock.now()
built = build.build(at)
store.keep(settings.DANCHU_DATA, built, at=at)
with scope(ward=Ward.objects.get()):
    vote = Vote.objects.get(rounds__kind="content", rounds__opens_at__lte=at, rounds__closes_at__gt=at,
                            state="scheduled", khu_pho__order=3)
    json.dump({"card": built.households[0].path, "head": next(one.path for one in built.staff if "KP3" in one.what
               or "khu phố 3" in one.what.lower()), "vote": vote.slug, "khu_pho": vote.khu_pho.slug}, sys.stdout)
"""


@dataclass(frozen=True)
class Stand:
    """One database to measure on."""

    name: str
    folder: Path
    cluster: str

    def program(self, name: str) -> Program:
        """``danchu`` on an empty folder and an empty database."""
        return Program(self.folder / name, self._database(name))

    def floor(self) -> Floor:
        """The bare application on a database of its own."""
        return Floor(Program(self.folder / "floor", self._database("floor")), self.folder)

    def _database(self, name: str) -> dict[str, str]:
        if not self.cluster:
            return {}
        with psycopg.connect(self.cluster, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return {"DATABASE_URL": f"{self.cluster.rpartition('/')[0]}/{name}"}


class Floor(Service):
    """gunicorn, two processes of four threads as ours, with one view that does nothing and one that inserts a row."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.port = free_port()
        super().__init__(program, (), folder / "floor.log")

    def start(self) -> None:
        here = str(Path(__file__).parent)
        env = {**environment(self.program), "DJANGO_SETTINGS_MODULE": "floor", "PYTHONPATH": f"{ROOT / 'src'}:{here}"}
        subprocess.run([sys.executable, f"{here}/floor.py"], env=env, check=True)
        words = ["--bind", f"127.0.0.1:{self.port}", "--workers", "2", "--threads", "4", "--log-level", "warning"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", *words, "--worker-class", "gthread", "floor:application"],
                env=env,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        phone = Phone(self.port)
        assert until(lambda: _answers(phone)), self.log.read_text(encoding="utf-8")


def _answers(phone: Phone) -> bool:
    try:
        return phone.get("/").status == 200
    except Exception:  # noqa: BLE001 - it is not up yet
        return False


@contextlib.contextmanager
def stands(chosen: str) -> Iterator[list[Stand]]:
    """SQLite and a throw-away PostgreSQL that waits for the disk, as a ward's does."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="danchu-bench-")))
        found = []
        for name in ("sqlite", "postgresql"):
            if chosen in (name, "both"):
                (folder / name).mkdir()
                durable = throwaway.cluster(parts.find("postgresql"), durable=True) if name == "postgresql" else None
                found.append(Stand(name, folder / name, stack.enter_context(durable) if durable else ""))
        yield found


@contextlib.contextmanager
def started(service: Service) -> Iterator[Any]:
    """A service for as long as it is measured."""
    service.start()
    try:
        yield service
    finally:
        service.kill()


def demo(program: Program) -> dict[str, str]:
    """The demonstration ward in that place; the ways in."""
    done = subprocess.run(
        [sys.executable, "-c", MADE_DEMO], env=environment(program), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def come_in(port: int, path: str) -> Phone:
    """A browser that opened a card's or a person's one-tap link and pressed its button."""
    phone = Phone(port)
    phone.seen(phone.get(path))
    phone.seen(phone.post(path, {}), 302)
    return phone


def milliseconds(phone: Phone, path: str, times: int, warm: int = 12) -> list[float]:
    """How long each of ``times`` requests for a page took, one after another on a connection that stays open."""
    connection = http.client.HTTPConnection(phone.host, phone.port, timeout=30)
    head = {**phone.head(), "Connection": "keep-alive"}
    took = []
    for turn in range(-warm, times):
        began = time.perf_counter()
        connection.request("GET", path, headers=head)
        response = connection.getresponse()
        response.read()
        assert response.status == 200, (path, response.status, response.headers.get("Location"))
        if turn >= 0:
            took.append((time.perf_counter() - began) * 1000)
    connection.close()
    return took


def middle_and_slow(took: list[float]) -> tuple[float, float]:
    """p50 and p95."""
    cuts = statistics.quantiles(took, n=20)
    return statistics.median(took), cuts[18]


def machine() -> str:
    """What it was measured on, and whether others were at work."""
    cores, load = os.cpu_count(), os.getloadavg()[0]
    return f"{platform.machine()}, {cores} cores, Python {platform.python_version()}, load before the run {load:.1f}"


def options(about: str, **numbers: int) -> argparse.Namespace:
    """``--database`` and the numbers a measurement takes."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    for name, default in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()
