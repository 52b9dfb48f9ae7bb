"""The register of the law in docs/law: up to date, no article outside it, no rule without a test."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from danchu.law.basis import Article
from danchu.law.rules import rules_at

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def register():
    spec = importlib.util.spec_from_file_location("law_register", ROOT / "tools" / "law_register.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_register_is_up_to_date(register):
    assert register.stale() == [], "run: python tools/law_register.py"


def test_every_article_cited_in_the_law_is_in_the_register(register):
    assert register.outside() == []


def test_article_outside_the_register_is_seen(register, monkeypatch):
    monkeypatch.setattr(register, "cited", lambda: iter([("voting", Article("L10", 89, 1))]))

    assert register.outside() == ["L10.89.1 (voting)"]


def test_every_rule_names_a_test_that_exists(register):
    for line in register.lines():
        assert line.tests, line.rule.key
        for test in line.tests:
            path, _, name = test.partition("::")
            assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")


def test_every_rule_that_is_applied_has_a_test_of_its_behaviour(register):
    assert register.cited_only() == []


def test_every_rule_named_in_a_mark_is_a_rule(register):
    known = set(rules_at().keys())

    assert [(test, key) for test, key in register.every_mark() if key not in known] == []


def test_marked_test_is_named_beside_its_rule(register):
    line = next(one for one in register.lines() if one.rule.key == "term.household_rep")

    assert line.tests == [
        "tests/foundation/people/test_representatives.py::test_outsider_only_where_nobody_is_capable",
    ]


def test_every_function_named_exists(register):
    for line in register.lines():
        for function in line.functions:
            module, *names = function.split(".")
            thing = importlib.import_module(f"danchu.law.{module}")
            for name in names:
                thing = getattr(thing, name)


def test_stale_page_is_seen(register, monkeypatch, tmp_path):
    monkeypatch.setattr(register, "TARGET", tmp_path)

    assert register.stale() == ["register.md", "register.en.md"]


def test_check_is_a_command():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "law_register.py", "--check"], capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "Sổ đăng ký đúng" in done.stdout
