"""Every import contract is kept, and is seen to fail on a violation planted in a copy of the tree."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PURE = ("law", "groups", "crypto", "verifier")

# contract → files to add to the copy; two rooms are added to every copy, so the tree itself need not have them
VIOLATIONS = {
    "Floors: nothing imports upward": {"foundation/planted.py": "import danchu.rooms.left.services"},
    "Rooms are strangers to each other": {"rooms/left/planted.py": "import danchu.rooms.right.services"},
    "Law, groups, crypto and verifier are pure": {"law/planted.py": "import django.db"},
    "Inside a room: urls, views, forms, services, queries, models": {
        "rooms/left/queries.py": "import danchu.rooms.left.services"
    },
    "A room's tables are its own": {"rooms/left/views.py": "import danchu.rooms.left.models"},
}


def lint(tree: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignore = shutil.ignore_patterns("__pycache__", "static", "locale", "templates", "fonts")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ("left", "right"):
        for furniture in ("__init__", "models", "queries", "services", "views"):
            path = tmp_path / "src" / "danchu" / "rooms" / room / f"{furniture}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
    return tmp_path


def test_contracts_are_kept_by_the_tree(copy):
    done = lint(copy)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(VIOLATIONS)} kept, 0 broken." in done.stdout


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_contract_fails_on_a_planted_violation(copy, contract):
    for name, line in VIOLATIONS[contract].items():
        (copy / "src" / "danchu" / name).write_text(f"{line}\n", encoding="utf-8")

    done = lint(copy)

    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{contract} BROKEN" in done.stdout
    assert f"Contracts: {len(VIOLATIONS) - 1} kept, 1 broken." in done.stdout


def test_a_floor_that_is_named_in_no_contract_is_reported(copy):
    planted = copy / "src" / "danchu" / "attic"
    planted.mkdir()
    (planted / "__init__.py").write_text("", encoding="utf-8")

    done = lint(copy)

    assert done.returncode == 1
    assert "attic" in done.stdout


def foreign_imports(source: str) -> set[str]:
    """The top names imported by a module that are neither the standard library's nor a pure package's."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        else:
            continue
        for name in names:
            top, _, rest = name.partition(".")
            known = rest.split(".")[0] in PURE if top == "danchu" else top in sys.stdlib_module_names
            if not known:
                found.add(name)
    return found


@pytest.mark.parametrize("name", [name for name in PURE if (ROOT / "src" / "danchu" / name).is_dir()])
def test_pure_packages_stand_on_the_standard_library_alone(name):
    modules = sorted((ROOT / "src" / "danchu" / name).rglob("*.py"))

    found = {str(path.relative_to(ROOT)): foreign_imports(path.read_text(encoding="utf-8")) for path in modules}

    assert modules
    assert {path: names for path, names in found.items() if names} == {}


def test_foreign_imports_sees_what_is_foreign():
    source = "import json\nfrom danchu.law import basis\nimport django.db\nfrom danchu.foundation import clock\n"

    assert foreign_imports(source) == {"django.db", "danchu.foundation"}
