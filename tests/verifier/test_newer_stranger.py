"""The same with ``belenios-tool`` 3.0, of Debian 13, in the long run: a second opinion, and the only one on Ed25519.

Its root is made by debootstrap, which needs to be root and a Debian mirror; ``DEBIAN13_ROOT`` names one made before.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from crypto.village import Village
from danchu.crypto.protocol import compact
from danchu.verifier import verify
from parts import find

from .scribe import BLANK, SOME, THREE, Scribe
from .stranger import Stranger, accepts

pytestmark = [pytest.mark.long, pytest.mark.part("debootstrap")]


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """The words that start the program with its own libraries, without entering the root."""
    root = Path(os.environ.get("DEBIAN13_ROOT") or tmp_path_factory.mktemp("debian13"))
    if not (root / "usr/bin/belenios-tool").exists():
        made = subprocess.run(
            [find("debootstrap"), "--variant=minbase", "--include=belenios-tool", "trixie", str(root)],
            capture_output=True,
            encoding="utf-8",
            timeout=900,
        )
        if made.returncode:
            pytest.skip("no Debian 13 root can be made here: " + (made.stdout + made.stderr)[-200:])
    libraries = next((root / "usr/lib").glob("*-linux-gnu"))
    loader = next((root / "usr").glob("lib*/ld-linux-*.so.*"))
    return [str(loader), "--library-path", str(libraries), str(root / "usr/bin/belenios-tool")]


@pytest.mark.parametrize("group", ["Ed25519", "BELENIOS-2048"])
def test_threshold_election_of_three_is_accepted(tmp_path, program, group):
    held = Stranger(tmp_path, [THREE, {**BLANK, "min": 1}, SOME], 3, (2, 3), group=group, program=program)
    held.cast(0, [[1, 0, 0], [1, 0, 0], [1, 1, 0]])
    held.cast(1, [[0, 1, 0], [0, 1, 0], [0, 0, 1]])
    held.cast(0, [[0, 0, 1], [0, 1, 0], [0, 1, 1]])
    held.close()
    held.open([0, 2])

    verdict = verify(held.archive, jobs=1)

    assert verdict.refusal is None
    assert verdict.result == [[0, 1, 1], [0, 2, 0], [0, 1, 2]]


def test_single_trustee_with_weights_is_accepted(tmp_path, program):
    held = Stranger(tmp_path, [THREE], "a@x,a,2\nb@x,b,3\n", None, group="Ed25519", program=program)
    held.cast(0, [[1, 0, 0]])
    held.cast(1, [[0, 1, 0]])
    held.close()
    held.open()

    assert verify(held.archive, jobs=1).result == [[2, 3, 0]]


def test_it_accepts_what_we_write(tmp_path, program):
    held = Village(3)
    held.cast_all(((0, 0), (1, 1), (0, 2)))
    held.close()
    held.open([1, 3])
    (tmp_path / "tool").mkdir()

    accepted, said = accepts(held.save(tmp_path), tmp_path / "tool", program)

    assert accepted, said


def test_it_accepts_the_elections_our_tests_write_on_ed25519(tmp_path, program):
    scribe = Scribe("Ed25519")
    draft = replace(scribe.draft, ballots=[compact(scribe.ballot(2, [[0, 0, 1], [1, 0, 0]]))])
    path = tmp_path / "DanChuThoiHoaPhuong.bel"
    path.write_bytes(scribe.finish(draft, [1, 2, 4]).bytes())
    (tmp_path / "tool").mkdir()

    accepted, said = accepts(path, tmp_path / "tool", program)

    assert accepted, said
