"""A hall's own Wi-Fi: plain HTTP on an address that is not loopback; server and phone each in a network of its own."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import parts
from cli.program import Program
from robustness.place import TESTS, Place, Service, environment, until
from robustness.voters import plain

HALL, PHONE = "192.168.77.1", "192.168.77.23"
PORT = 8000


@dataclass(frozen=True)
class Hall:
    """Two network namespaces joined by a cable; this machine's own network is not touched."""

    hall: str
    phone: str

    def inside(self, where: str, *words: str) -> list[str]:
        return ["ip", "netns", "exec", where, *words]


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


@pytest.fixture
def hall(request: pytest.FixtureRequest) -> Iterator[Hall]:
    mark = secrets.token_hex(3)
    names = Hall(f"danchu-hall-{mark}", f"danchu-phone-{mark}")
    if os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("network namespaces need root and iproute2")
    try:
        _ip("netns", "add", names.hall)
        _ip("netns", "add", names.phone)
        _ip("-n", names.hall, "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", names.phone)
        for name, address in ((names.hall, HALL), (names.phone, PHONE)):
            _ip("-n", name, "address", "add", f"{address}/24", "dev", "cable")
            _ip("-n", name, "link", "set", "cable", "up")
            _ip("-n", name, "link", "set", "lo", "up")
    except subprocess.CalledProcessError as problem:
        _remove(names)
        pytest.skip(f"network namespaces are not allowed here: {problem.stderr.decode().strip()}")
    yield names
    _remove(names)


def _remove(names: Hall) -> None:
    for name in (names.hall, names.phone):
        subprocess.run(["ip", "netns", "delete", name], check=False, capture_output=True)


@dataclass
class LanService(Service):
    """``danchu serve --lan`` in the hall's network."""

    hall: Hall | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.hall.inside(self.hall.hall, *self.program.command(*self.words)),
                env=self.program.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


@pytest.fixture
def served(hall: Hall, tmp_path: Path) -> Iterator[Place]:
    place = Place.make(Program(tmp_path / "data"))
    service = LanService(place.program, ("serve", "--lan", "--port", str(PORT)), tmp_path / "log", hall=hall)
    service.start()
    assert until(lambda: "Đã sẵn sàng" in service.log.read_text(encoding="utf-8"), 60), service.log.read_text()
    yield place
    service.stop()


def vote(hall: Hall, place: Place, index: int, *browser: str) -> dict[str, Any]:
    words = [sys.executable, "-m", "robustness.lan_phone", HALL, str(PORT), place.homes[index].token, place.slug]
    done = subprocess.run(
        hall.inside(hall.phone, *words, *browser),
        env=environment(place.program),
        cwd=TESTS,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=90,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_household_votes_over_plain_http_on_the_halls_network(hall: Hall, served: Place) -> None:
    told = vote(hall, served, 0)

    register = served.books()["register"]
    assert [(row["household"], row["code"]) for row in register] == [(served.homes[0].household, plain(told["code"]))]


@pytest.mark.journey
def test_phone_on_the_halls_network_votes_in_its_browser(hall: Hall, served: Place) -> None:
    told = vote(hall, served, 1, parts.find("chromium"))

    assert told["secure"] is False, "this is the journey without any secure context"
    assert told["said"] == []
    assert told["hosts"] == [f"{HALL}:{PORT}"]
    assert told["width"] <= 360
    assert [row["code"] for row in served.books()["register"]] == [plain(told["code"])]
