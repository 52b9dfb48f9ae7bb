"""The sources of the pages with their locked tools, in a copy: a fresh clone has none of them installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import parts

FRONTEND = Path(__file__).resolve().parents[1] / "frontend"


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources with their locked tools."""
    copy = tmp_path_factory.mktemp("frontend") / "frontend"
    shutil.copytree(FRONTEND, copy, ignore=shutil.ignore_patterns("node_modules"))
    npm(copy, "ci", "--ignore-scripts", "--prefer-offline")
    return copy


def npm(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run npm; its own words when it fails."""
    done = subprocess.run(
        [parts.find("node"), *words], cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done
