"""Every tampering is refused with the right reason, and a judge that leaves out one check is found out."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import danchu.verifier
from danchu.groups.base import Group
from danchu.groups.field import NumberGroup
from danchu.verifier import Demands, refusals, text, verify
from danchu.verifier.words import SENTENCES

from .tampering import CASES, world

SOURCE = Path(danchu.verifier.__file__).parent
MODULES = [path.stem for path in SOURCE.glob("*.py")]


@pytest.fixture(scope="module")
def honest(tmp_path_factory):
    return world(tmp_path_factory.mktemp("tampering"), "BELENIOS-2048")


@pytest.fixture(scope="module")
def outcome(honest):
    """What the judge says of a case; the file of each is made once."""

    @cache
    def made(name):
        data = CASES[name].make(honest)
        data, demands = data if isinstance(data, tuple) else (data, Demands())
        path = honest.folder / f"{list(CASES).index(name)}.bel"
        path.write_bytes(data)
        return path, demands

    def say(name):
        path, demands = made(name)
        return verify(path, demands, jobs=1).refusal

    return say


def test_the_honest_file_is_accepted(honest):
    path = honest.folder / "honest.bel"
    path.write_bytes(honest.draft.bytes())

    verdict = verify(path, Demands(register=4, finished=True), jobs=1)

    assert verdict.refusal is None
    assert verdict.result == [[0, 2, 2], [1, 0, 1]]


@pytest.mark.parametrize("name", CASES)
def test_tampering_is_refused_with_the_right_reason(name, outcome):
    refusal = outcome(name)

    assert refusal is not None
    assert refusal.code == CASES[name].code


def test_every_reason_is_given_by_some_case():
    assert {case.code for case in CASES.values()} == set(SENTENCES)


# --- judges that leave out one check ------------------------------------------------------------------------------
def checks() -> list[tuple[str, int]]:
    """Every call of ``require`` in the judge, by file and line."""
    return [
        (path.stem, node.lineno)
        for path in sorted(SOURCE.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "require"
    ]


def replace_require(monkeypatch, require):
    for module in MODULES:
        if "require" in vars(sys.modules.get(f"danchu.verifier.{module}", object)) and module != "refusals":
            monkeypatch.setattr(f"danchu.verifier.{module}.require", require)


def caller() -> tuple[str, int]:
    frame = sys._getframe(2)
    return Path(frame.f_code.co_filename).stem, frame.f_lineno


@pytest.fixture(scope="module")
def witnesses(outcome):
    """The cases that each check catches, seen by watching the judge at work."""
    found = defaultdict(list)
    at = None

    def watching(holds, code, **details):
        nonlocal at
        if not holds:
            at = caller()
        refusals.require(holds, code, **details)

    with pytest.MonkeyPatch.context() as monkeypatch:
        replace_require(monkeypatch, watching)
        for name in CASES:
            at = None
            outcome(name)
            if at:
                found[at].append(name)
    return found


@pytest.mark.parametrize(("module", "line"), checks())
def test_a_judge_without_this_check_is_found_out(module, line, witnesses, outcome, monkeypatch):
    assert witnesses[module, line], "no case for this check"

    def forgetful(holds, code, **details):
        refusals.require(holds or caller() == (module, line), code, **details)

    replace_require(monkeypatch, forgetful)

    assert any(differs(name, outcome) for name in witnesses[module, line])


def differs(name, outcome) -> bool:
    """Whether the suite would fail for this case: another answer, or a crash."""
    try:
        refusal = outcome(name)
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError):
        return True  # without its guard it stumbled
    return refusal is None or refusal.code != CASES[name].code


@pytest.mark.parametrize(
    ("name", "part", "broken"),
    [
        ("choice outside the group", (NumberGroup, "element"), lambda self, text: int(text)),
        ("credential outside the group", (NumberGroup, "element"), lambda self, text: int(text)),
        ("exponent beyond the order", (Group, "scalar"), lambda self, text: int(text)),
        ("number with a fraction", (text, "_no_number"), float),
    ],
)
def test_a_judge_whose_arithmetic_is_lax_is_found_out(name, part, broken, outcome, monkeypatch):
    monkeypatch.setattr(*part, broken)

    assert differs(name, outcome)
