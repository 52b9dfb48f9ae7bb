"""Cha và con: the processes of ``danchu serve`` live and end together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

CHILD = "DANCHU_CHILD"
PATIENCE = 40.0


def start(*words: str) -> subprocess.Popen[bytes]:
    """Start ``danchu …`` as a child that ends when this process does, even if it is killed without a word.

    The child's standard input is a pipe whose other end only we hold: when we are gone, it reads its end.
    """
    source = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "danchu", *words],
        env={**os.environ, "PYTHONPATH": path, CHILD: "1"},
        stdin=subprocess.PIPE,
        start_new_session=True,  # Ctrl+C reaches the parent, and it tells the children in order
    )


def stop_with_parent() -> None:
    """In a child: end as if told to when the parent is gone."""
    if os.environ.pop(CHILD, None):
        threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask every child to end, wait, and end by force what has not."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
