"""Tiến trình đọc tệp: limits first, then the file; the answer as JSON on standard output."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from danchu.foundation.files.reading.found import Read

READERS = {"pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "jpg": "pictures", "png": "pictures"}
MEMORY = 1_000_000_000
SECONDS = 40


def limit() -> None:
    """No more memory, time and files than an honest paper needs."""
    try:
        import resource  # noqa: PLC0415 - Windows has none; there the time limit of the parent is left
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(kind: str, path: str) -> None:
    """Read one file."""
    reader = import_module(f"danchu.foundation.files.reading.{READERS[kind]}")
    limit()
    found = Read()
    reader.read(Path(path), found)
    sys.stdout.write(json.dumps(found.as_plain()))


if __name__ == "__main__":
    main(*sys.argv[1:])
