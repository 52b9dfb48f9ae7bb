"""``danchu serve``: two children that start, answer and end together, whatever happens to any of the three."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.program import Program


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(true: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return true()


def status(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with contextlib.closing(connection):
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status
        except OSError:
            return 0


def family(parent: int) -> dict[str, int]:
    """The children of a process, by the name of their command."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            after = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(after[1]) == parent:
                words = (folder / "cmdline").read_bytes().decode().split("\0")
                found[words[words.index("danchu") + 1]] = int(folder.name)
    return found


def alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def listening(port: int) -> set[str]:
    """The addresses on which somebody listens on a port, as the kernel writes them."""
    lines = [
        line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    return {line[1].split(":")[0] for line in lines if line[3] == "0A" and int(line[1].split(":")[1], 16) == port}


@pytest.fixture
def service(ward: Program) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    with subprocess.Popen(
        ward.command("serve", "--port", str(port)),
        env=ward.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        try:
            assert until(lambda: status(port) == 200), process.poll()
            yield process, port
        finally:
            process.kill()


def test_serve_answers_on_loopback_only_and_ends_cleanly(service):
    process, port = service
    children = family(process.pid)

    assert set(children) == {"web", "worker"}
    assert listening(port) == {"0100007F"}
    assert any(f"http://127.0.0.1:{port}/" in line for line in process.stdout)

    process.send_signal(signal.SIGTERM)

    assert process.wait(30) == 0
    assert until(lambda: not any(map(alive, children.values())))
    assert status(port) == 0


def test_children_end_when_the_parent_is_killed(service):
    process, port = service
    children = family(process.pid)

    process.kill()

    assert until(lambda: not any(map(alive, children.values())))
    assert until(lambda: status(port) == 0)


@pytest.mark.parametrize("killed", ["web", "worker"])
def test_child_that_dies_is_said_and_the_other_is_stopped(service, killed):
    process, _ = service
    children = family(process.pid)

    os.kill(children[killed], signal.SIGKILL)

    assert process.wait(30) == 1
    assert until(lambda: not any(map(alive, children.values())))
    assert f"Phần {killed} đã tự dừng" in process.stdout.read()


def test_worker_beats(service, ward):
    assert until(lambda: "worker" in ward.run("doctor").stdout)


def test_busy_port_is_one_sentence(ward):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        done = ward.run("serve", "--port", str(taken.getsockname()[1]))

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "--port" in done.stderr


def test_serve_upgrades_old_tables_after_a_backup(ward):
    ward.python("from django.core.management import call_command\ncall_command('migrate', 'jobs', 'zero', verbosity=0)")
    port = free_port()

    with subprocess.Popen(
        ward.command("serve", "--port", str(port)),
        env=ward.environment(),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        answered = until(lambda: status(port) == 200)
        process.terminate()
        told = process.stderr.read()

    assert answered
    assert "Đang nâng cấp dữ liệu" in told
    assert len(list((ward.data / "backups").glob("*.tar"))) == 1
    assert ward.json("doctor")["ok"] is True
