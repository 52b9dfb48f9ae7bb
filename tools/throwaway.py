"""A PostgreSQL of our own for one run of the tests: made, used and thrown away; never the system's cluster."""

from __future__ import annotations

import contextlib
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path


class NotStarted(Exception):
    """The cluster could not be made; the message is what PostgreSQL said."""


def unprivileged() -> dict[str, int]:
    """PostgreSQL refuses to run as root; then it runs as the account Debian made for it, or as nobody."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid}
    raise NotStarted("no account to run PostgreSQL as")


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def cluster(initdb: str, *, durable: bool = False) -> Iterator[str]:
    """Start a cluster on a random loopback port and yield its ``DATABASE_URL``; stop and remove it afterwards.

    Unless it must be ``durable``, it does not wait for the disk: a test of a power cut would need it, the others not.
    """
    programs = Path(initdb).resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="danchu-pg-"))
    who = unprivileged()
    password = secrets.token_hex(16)
    port = free_port()

    def call(*words: str) -> None:
        done = subprocess.run(
            [str(programs / words[0]), *words[1:]],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            extra_groups=[] if who else None,
            **who,
        )
        if done.returncode:
            log = folder / "log"
            raise NotStarted(done.stdout + (log.read_text(encoding="utf-8") if log.exists() else ""))

    secret = folder / "secret"
    secret.write_text(password, encoding="ascii")
    if who:
        for path in (folder, secret):
            os.chown(path, who["user"], who["group"])
    data = str(folder / "data")
    settings = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}"]
    settings += [] if durable else ["fsync=off", "synchronous_commit=off"]
    try:
        call(
            "initdb",
            "-D",
            data,
            "-U",
            "danchu",
            "-A",
            "scram-sha-256",
            "--pwfile",
            str(secret),
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        options = " ".join(f"-c {setting}" for setting in [*settings, "max_connections=200"])
        call("pg_ctl", "-D", data, "-w", "-t", "60", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://danchu:{password}@127.0.0.1:{port}/postgres"
        finally:
            call("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
