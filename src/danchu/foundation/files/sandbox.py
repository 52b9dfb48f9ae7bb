"""Hộp cát: starts the reading process, waits a limited time, and takes its answer as plain data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import danchu

SECONDS = 60
_MOST_ANSWER = 4_000_000


class Unreadable(Exception):
    """Không đọc được: the reader gave up, took too long, or wanted more than it may have."""


def read(kind: str, path: Path, *, seconds: float = SECONDS) -> dict[str, Any]:
    """Words, pages and findings of a file. Raises ``Unreadable``."""
    environment = {
        "PYTHONPATH": os.pathsep.join([str(Path(danchu.__file__).parent.parent), *filter(None, sys.path)]),
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "danchu.foundation.files.reading", kind, str(path)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the path is ours, its name a hash
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
            start_new_session=True,
        )
        if len(done.stdout) > _MOST_ANSWER:
            raise Unreadable("too long an answer")
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Unreadable(kind) from error
    return answer
