"""What must never stand in the repository, and the size its files may have."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 500
MOST_BYTES = 3_000_000

# A letter in brackets keeps a pattern from finding itself. Beside each stands a text, cut in two, that it must find.
NEVER = {
    "a path of somebody's machine": (
        r"(?<![\w./~>-])/([w]ork|[t]mp|[r]oot|[h]ome/\w+|[U]sers)/",
        ("see /wo", "rk/main/x"),
    ),
    "an address of a package index": (
        r"[p]ypi\.org|[p]ythonhosted|[r]egistry\.(npmjs|yarnpkg)|[d]eb\.debian\.org|[c]rates\.io",
        ("https://py", "pi.org/simple"),
    ),
    "something fetched from another host": (
        r"[c]dn\.jsdelivr|[u]npkg\.com|[c]dnjs\.|[f]onts\.g(oogleapis|static)",
        ("//un", "pkg.com/x.js"),
    ),
    "work put off": (r"\b([T]ODO|[F]IXME)\b", ("# TO", "DO later")),
    "a private key": (r"-----[B]EGIN [A-Z ]*PRIVATE KEY", ("-----BE", "GIN RSA PRIVATE KEY")),
    "words about what wrote it": (
        r"(?i)\b([c]laude|[a]nthropic|[c]hatgpt|[o]penai|[c]opilot|[g]emini|[l]anguage model)\b"
        r"|\b[A]I[- ](generated|assisted)|[C]o-authored-by",
        ("written by cop", "ilot"),
    ),
}


@cache
def tracked() -> dict[Path, str | None]:
    """Every file of the repository; None for one that is not text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    files: dict[Path, str | None] = {}
    for name in listed.decode("utf-8").split("\0"):
        path = ROOT / name
        if not name or not path.is_file():  # removed, and not yet committed
            continue
        try:
            files[Path(name)] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            files[Path(name)] = None
    return files


@pytest.mark.part("git")
@pytest.mark.parametrize("what", NEVER)
def test_never_in_the_repository(what):
    pattern = re.compile(NEVER[what][0])

    found = [
        f"{path}:{number}: {line.strip()[:120]}"
        for path, text in tracked().items()
        if text is not None and pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]

    assert found == []


@pytest.mark.parametrize("what", NEVER)
def test_never_finds_a_planted_line(what):
    pattern, planted = NEVER[what]

    assert re.search(pattern, "".join(planted))


@pytest.mark.part("git")
def test_python_files_are_small():
    long = {
        str(path): lines
        for path, text in tracked().items()
        if path.suffix == ".py" and "migrations" not in path.parts
        if (lines := (text or "").count("\n")) > MOST_LINES
    }

    assert long == {}


@pytest.mark.part("git")
def test_files_are_of_moderate_size():
    large = {str(path): size for path in tracked() if (size := (ROOT / path).stat().st_size) > MOST_BYTES}

    assert large == {}


@pytest.mark.part("git")
def test_text_is_composed_unicode():
    loose = [str(path) for path, text in tracked().items() if text and not unicodedata.is_normalized("NFC", text)]

    assert loose == []
