"""The committed styles and scripts are what ``frontend/`` builds, byte for byte."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from workshop import FRONTEND, npm

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "src" / "danchu" / "ui" / "static" / "ui"
BOOTH = ROOT / "src" / "danchu" / "ui" / "booth"


def files(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes; a zipped one by what it holds, for zlib itself differs between machines."""
    return {
        str(file.relative_to(folder)): gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.mark.part("node")
def test_sources_build_what_is_committed(workshop, tmp_path):
    npm(workshop, "run", "build", "--", str(tmp_path / "ui"))

    built, committed = files(tmp_path / "ui"), files(COMMITTED)
    pages, released = files(tmp_path / "booth"), files(BOOTH)

    assert built.keys() == committed.keys()
    assert [name for name in built if built[name] != committed[name]] == []
    assert pages == released


@pytest.mark.part("node")
def test_a_changed_source_is_noticed(workshop, tmp_path):
    tokens = workshop / "sass" / "_tokens.scss"
    before = tokens.read_text(encoding="utf-8")
    tokens.write_text(before.replace("#1d3c6e", "#1d3c6f"), encoding="utf-8")
    try:
        npm(workshop, "run", "build", "--", str(tmp_path / "ui"))
    finally:
        tokens.write_text(before, encoding="utf-8")

    assert files(tmp_path / "ui").keys() != files(COMMITTED).keys()


@pytest.mark.part("node")
def test_script_tests_pass(workshop):
    assert "# fail 0" in npm(workshop, "test").stdout


def test_lock_names_every_file_by_digest_and_no_index():
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}

    assert packages
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
