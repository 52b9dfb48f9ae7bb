"""Pytest plugin of the house: a data folder of its own, long tests on request, Debian parts named when missing.

``@pytest.mark.part("poppler")`` on a test says what it needs from the machine; ``journey`` implies chromium. Without
the part the test is skipped by name, or fails under ``--require-parts`` (``start.py test --system-packages``).
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

if "PYTEST_XDIST_WORKER" not in os.environ:  # the settings make keys in this folder as soon as they are read
    _data = tempfile.mkdtemp(prefix="danchu-test-")
    os.environ["DANCHU_DATA"] = _data
    Path(_data, "static").mkdir()  # WhiteNoise warns without it, and a warning is an error here
    atexit.register(shutil.rmtree, _data, ignore_errors=True)


class Part(NamedTuple):
    """A part of the machine: its Debian packages and the way to its programs."""

    packages: tuple[str, ...]
    find: Callable[[], str | None]


def _program(*names: str) -> Callable[[], str | None]:
    return lambda: next((path for name in names if (path := shutil.which(name))), None)


def _initdb() -> str | None:
    """Debian keeps PostgreSQL's own programs off the path, a folder per version."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return str(versions[-1]) if versions else shutil.which("initdb")


PARTS: dict[str, Part] = {
    "chromium": Part(("chromium",), _program("chromium", "chromium-browser", "google-chrome")),
    "postgresql": Part(("postgresql",), _initdb),
    "libreoffice": Part(("libreoffice-writer-nogui",), _program("soffice", "libreoffice")),
    "poppler": Part(("poppler-utils",), _program("pdftoppm")),
    "gettext": Part(("gettext",), _program("msgfmt")),
    "node": Part(("nodejs", "npm"), _program("npm")),
    "git": Part(("git",), _program("git")),
    "voice": Part(("espeak-ng", "lame"), lambda: _program("espeak-ng")() and _program("lame")()),
    "belenios": Part(("belenios-tool",), _program("belenios-tool")),
    "debootstrap": Part(("debootstrap",), _program("debootstrap", "/usr/sbin/debootstrap")),
}


def find(name: str) -> str:
    """The program of a part, for a test marked with it."""
    path = PARTS[name].find()
    assert path, f"mark the test with part({name!r})"
    return path


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("danchu")
    group.addoption("--long", action="store_true", help="run the tests marked long too")
    group.addoption("--require-parts", action="store_true", help="a missing Debian part is a failure, not a skip")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def _needs(item: pytest.Item) -> Iterator[str]:
    if item.get_closest_marker("journey"):
        yield "chromium"
    for mark in item.iter_markers("part"):
        yield mark.args[0]


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in _needs(item):
        if PARTS[name].find() is None:
            reason = f"missing Debian part: {' '.join(PARTS[name].packages)}"
            if item.config.getoption("--require-parts"):
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)
