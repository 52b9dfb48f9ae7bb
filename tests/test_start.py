"""The starter, in a small copy of the tree with empty lists: nothing is downloaded, everything else is real."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = (ROOT / "start.py").read_text(encoding="utf-8")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A checkout with a space and marks in its name, as people have them."""
    return checkout(tmp_path / "phường mới")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = checkout(tmp_path_factory.mktemp("made") / "tree")
    start(made, "setup")
    return made


@pytest.fixture
def ready(made_once: Path, tmp_path: Path) -> Path:
    """A checkout where ``start.py setup`` has run."""
    return Path(shutil.copytree(made_once, tmp_path / "ready", symlinks=True))


def checkout(copy: Path) -> Path:
    shutil.copytree(ROOT / "src" / "danchu" / "cli", copy / "src" / "danchu" / "cli")
    shutil.copy(ROOT / "src" / "danchu" / "__init__.py", copy / "src" / "danchu")
    shutil.copy(ROOT / "start.py", copy)
    (copy / "requirements").mkdir()
    for name in ("run", "dev"):
        (copy / "requirements" / f"{name}.txt").write_text("", encoding="ascii")
    return copy


def pins(name: str) -> set[str]:
    """The exact versions a list asks for, with their conditions."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="ascii")
    return {line.removesuffix("\\").strip() for line in text.splitlines() if line[:1].isalnum()}


def start(tree: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    base = getattr(sys, "_base_executable", sys.executable)
    return subprocess.run(
        [base, "start.py", *words],
        cwd=tree,
        env={**os.environ, "LANG": "C.UTF-8", **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def mark(tree: Path) -> dict[str, object]:
    return json.loads((tree / ".venv" / "danchu.json").read_text(encoding="utf-8"))


def test_dev_list_contains_the_others_at_the_same_versions():
    assert len(pins("run")) > 30
    assert pins("run") <= pins("postgres") <= pins("dev")


def test_start_uses_the_standard_library_alone():
    names = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SOURCE))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    names.discard("danchu")  # stands in the text of the launcher only

    assert names <= sys.stdlib_module_names


def test_start_can_be_read_by_an_old_python():
    ast.parse(SOURCE, feature_version=(3, 6))


def test_start_on_an_old_python_says_what_is_needed():
    code = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); runpy.run_path('start.py', run_name='__main__')"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 1
    assert done.stderr == (
        "Cần Python 3.11 trở lên; máy này đang dùng Python 3.9. / Python 3.11 or newer is needed; this one is 3.9.\n"
    )


def test_setup_makes_the_command_and_the_second_start_does_nothing(tree):
    first = start(tree, "setup")
    written = (tree / ".venv" / "danchu.json").stat().st_mtime_ns
    began = time.monotonic()
    second = start(tree, "setup")
    seconds = time.monotonic() - began
    version = subprocess.run([tree / ".venv/bin/danchu", "--version"], capture_output=True, text=True, check=True)

    assert first.returncode == second.returncode == 0, first.stdout + second.stdout
    assert version.stdout.startswith("danchu ")
    assert (tree / ".venv" / "danchu.json").stat().st_mtime_ns == written
    assert seconds < 2
    assert second.stdout == "Đã sẵn sàng: .venv/bin/danchu / Ready: .venv/bin/danchu\n"


def test_every_line_is_in_both_languages(tree):
    done = start(tree, "setup")

    assert len(done.stdout.splitlines()) >= 3
    assert [line for line in done.stdout.splitlines() if " / " not in line and not line[0].isdigit()] == []


def test_command_still_works_after_the_folder_was_moved(ready):
    moved = ready.rename(ready.with_name("chỗ khác"))

    version = subprocess.run([moved / ".venv/bin/danchu", "--version"], capture_output=True, text=True, check=False)

    assert version.stdout.startswith("danchu "), version.stderr


def test_changed_list_is_installed_and_an_unchanged_one_is_not(ready):
    before = mark(ready)
    (ready / "requirements" / "run.txt").write_text("# changed\n", encoding="ascii")

    done = start(ready, "setup")

    assert "Đang cài" in done.stdout
    assert "Đang tạo môi trường" not in done.stdout
    assert mark(ready)["run"] != before["run"]


@pytest.mark.parametrize("rest", ['{"building": true}', "", '{"python": "3.9"}'], ids=["interrupted", "torn", "older"])
def test_environment_that_is_not_whole_is_built_afresh(ready, rest):
    (ready / ".venv" / "left-over").write_text("x", encoding="ascii")
    (ready / ".venv" / "danchu.json").write_text(rest, encoding="ascii")

    done = start(ready, "setup")

    assert done.returncode == 0, done.stdout
    assert not (ready / ".venv" / "left-over").exists()
    assert "run" in mark(ready)


def test_failed_install_leaves_no_environment_that_looks_whole(tree, tmp_path):
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    wanted = f"danchu-no-such-thing==1 --hash=sha256:{'0' * 64}\n"
    (tree / "requirements" / "run.txt").write_text(wanted, encoding="ascii")

    done = start(tree, "setup", "--offline", str(wheels))

    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("Chưa cài xong thư viện")
    assert mark(tree) == {"building": True}


def test_offline_folder_that_is_not_there_is_one_sentence(tree):
    done = start(tree, "setup", "--offline", "nowhere")

    assert done.returncode == 1
    assert done.stdout == "Không có thư mục nowhere. / There is no folder nowhere.\n"


@pytest.fixture
def bare_debian(tmp_path: Path) -> dict[str, str]:
    """A machine whose Python has no venv, and whose apt-get only writes down what it was asked."""
    broken = tmp_path / "broken" / "venv"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("", encoding="ascii")
    (broken / "__main__.py").write_text("raise SystemExit('ensurepip is not available')", encoding="ascii")
    programs = tmp_path / "programs"
    programs.mkdir()
    asked = tmp_path / "asked"
    (programs / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> "{asked}"\n', encoding="utf-8")
    (programs / "apt-get").chmod(0o755)
    return {"PYTHONPATH": str(broken.parent), "PATH": str(programs), "ASKED": str(asked)}


def test_missing_venv_package_is_installed_by_an_administrator(tree, bare_debian):
    if os.geteuid() != 0:
        (Path(bare_debian["PATH"]) / "sudo").write_text('#!/bin/sh\nshift\nexec "$@"\n', encoding="ascii")
        (Path(bare_debian["PATH"]) / "sudo").chmod(0o755)

    done = start(tree, "setup", **bare_debian)

    asked = Path(bare_debian["ASKED"]).read_text(encoding="utf-8").splitlines()
    assert asked[0].endswith("update")
    assert asked[1].endswith("-venv")
    assert done.returncode == 1  # this apt-get installed nothing
    assert "hãy cài gói venv" in done.stdout.splitlines()[-1]
