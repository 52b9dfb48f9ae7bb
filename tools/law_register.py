"""Sổ đăng ký quy định: article → rule → function → test, written from the code, the data and the tests.

``python tools/law_register.py`` writes ``docs/law``; ``--check`` says whether it is up to date (exit 3 if not).
What a function or a test has to do with a rule is read from the source: it names the rule's key or its article, or it
reads the part of the data where the key stands.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from danchu.law.basis import SOURCES, Article  # noqa: E402 - the path is set above
from danchu.law.rules import RULE_VERSION, Rule, Rulebook, rules_at  # noqa: E402

LAW = ROOT / "src" / "danchu" / "law"
TESTS = ROOT / "tests"
TARGET = ROOT / "docs" / "law"
SHOWN = 2  # tests named for a rule: the ones most about it
WALKS = 60  # a test that names more rules than this walks the register: named only where there is no other

LOOK_UP = "rules.Rulebook.rule"
BY_ARTICLE = "::test_row_stands_at_the_place_it_was_read"


@dataclass
class Line:
    """One rule of the register, with the functions that apply it and the tests that prove it."""

    rule: Rule
    functions: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)


def lines() -> list[Line]:
    """All rules in the order of the law."""
    book = rules_at()
    names = {key: book.rule(key).key for key in book.keys()}  # noqa: SIM118 - a method of the rulebook
    functions = _functions(book, names)
    tests = _tests(names)
    order = {source: index for index, source in enumerate(SOURCES)}

    def place(rule: Rule) -> tuple[int, int, int, str, str]:
        if not rule.articles:
            return (len(order), 0, 0, "", rule.key)
        article = rule.articles[0]
        return (order[article.source], article.article, article.clause or 0, article.point or "", rule.key)

    return [
        Line(rule, sorted(functions.get(rule.key, {LOOK_UP})), tests.get(rule.key, []))
        for rule in sorted(book.rules.values(), key=place)
    ]


# --- what the source says -----------------------------------------------------------------------------------------
def _functions(book: Rulebook, names: dict[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}

    def add(key: str, function: str) -> None:
        found.setdefault(names.get(key, key), set()).add(function)

    for function, key in _by_data(book):
        add(key, function)
    at = {article: rule.key for rule in book.rules.values() for article in rule.articles}
    for path in sorted(LAW.glob("*.py")):
        for owner, node in _owned(ast.parse(path.read_text(encoding="utf-8")), path.stem):
            if isinstance(node, ast.Constant) and node.value in names:
                add(node.value, owner)
    for owner, article in cited():
        if article in at:
            add(at[article], owner)
    return found


def _by_data(book: Rulebook) -> Iterator[tuple[str, str]]:
    """Functions that reach a rule through the data: (function, key)."""
    matters = book.matters
    yield from (("thresholds.needed", key) for key in book.thresholds)
    yield from (("clocks.due", key) for key in book.periods)
    yield from (("rules.Count.admits", key) for key in book.counts)
    for matter in matters["matters"].values():
        yield "forms.read_matter", matter["rule"]
        yield "outcome.outcome", matter["pass"]
        yield "matters.effect", matter["effect_rule"]
    yield "outcome.outcome", matters["online_pass"]
    yield "outcome.outcome", matters["ward"]["pass"]
    yield "matters.effect", matters["ward"]["effect_rule"]
    yield from (("forms.allowed_forms", cell["rule"]) for row in matters["forms"].values() for cell in row.values())
    yield "forms.allowed_forms", "form.matrix"
    yield from (("matters.convenor", case["rule"]) for case in matters["convenors"].values())
    yield from (("matters.papers", paper["rule"]) for paper in matters["papers"].values())
    yield from (("advisor.advise", line["rule"]) for line in book.advice["lines"] if "rule" in line)
    yield from (("settings.setting", data["row"]) for data in book.settings.values() if "row" in data)


def _owned(tree: ast.Module, module: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node with the public function (or the module) it stands in."""
    for statement in tree.body:
        named = isinstance(statement, ast.FunctionDef) and not statement.name.startswith("_")
        owner = f"{module}.{statement.name}" if named else module
        for node in ast.walk(statement):
            yield owner, node


def cited() -> Iterator[tuple[str, Article]]:
    """Every article written in danchu.law: in the modules (with where), and in the table of forms."""
    for path in sorted(LAW.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: statement.value.value
            for statement in tree.body
            if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
            for target in statement.targets
            if isinstance(target, ast.Name)
        }
        for owner, node in _owned(tree, path.stem):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Article":
                parts = [constants.get(each.id) if isinstance(each, ast.Name) else each.value for each in node.args]
                yield owner, Article(*parts)
    for row in rules_at().matters["forms"].values():
        for cell in row.values():
            yield from (("forms.allowed_forms", Article.parse(citation)) for citation in cell["cite"])


def outside() -> list[str]:
    """Articles cited in danchu.law at no place of the register (the same, within one, or around one)."""
    places = [article for rule in rules_at().rules.values() for article in rule.articles]
    return sorted(
        {f"{article.key} ({owner})" for owner, article in cited() if not any(_meet(article, p) for p in places)}
    )


def _meet(one: Article, other: Article) -> bool:
    parts = [(article.source, article.article, article.clause, article.point) for article in (one, other)]
    return all(a == b or a is None or b is None for a, b in zip(*parts, strict=True))


def _tests(names: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for path in _test_files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tables = {
            target.id: _keys(statement, names)
            for statement in tree.body
            if isinstance(statement, ast.Assign)
            for target in statement.targets
            if isinstance(target, ast.Name)
        }
        for statement in tree.body:
            if isinstance(statement, ast.FunctionDef) and statement.name.startswith("test_"):
                keys = _keys(statement, names) if path.parent.name == "law" else set()
                keys |= {names[key] for key in marked(statement) if key in names}
                for node in ast.walk(statement):
                    if isinstance(node, ast.Name) and path.parent.name == "law":
                        keys |= tables.get(node.id, set())
                for key in keys:
                    name = f"{path.relative_to(ROOT).as_posix()}::{statement.name}"
                    # a test that says itself which rules it proves comes first
                    found.setdefault(key, []).append((len(keys) - WALKS * (key in marked(statement)), name))
    proofs = {}
    for key, tests in found.items():
        about = [name for count, name in sorted(tests) if count <= WALKS]
        proofs[key] = about or [name for _, name in tests if name.endswith(BY_ARTICLE)]
    return proofs


def _test_files() -> list[Path]:
    """All tests; the law's own come first. Outside them only what is marked counts."""
    return sorted(TESTS.rglob("test_*.py"), key=lambda path: (path.parent.name != "law", path.as_posix()))


def marked(test: ast.FunctionDef) -> list[str]:
    """Rules a test says it proves: ``@pytest.mark.rule("online.team")``."""
    calls = [one for one in test.decorator_list if isinstance(one, ast.Call)]
    return [
        part.value
        for call in calls
        if ast.unparse(call.func) == "pytest.mark.rule"
        for part in call.args
        if isinstance(part, ast.Constant)
    ]


def every_mark() -> Iterator[tuple[str, str]]:
    """Each rule named in a mark, with the test that names it."""
    for path in _test_files():
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(statement, ast.FunctionDef):
                yield from ((f"{path.name}::{statement.name}", key) for key in marked(statement))


def cited_only() -> list[str]:
    """Rules that some function applies and whose only test is the one of the place they were read at."""
    return [
        line.rule.key
        for line in lines()
        if line.functions != [LOOK_UP] and all(test.endswith(BY_ARTICLE) for test in line.tests)
    ]


def _keys(node: ast.AST, names: dict[str, str]) -> set[str]:
    return {names[each.value] for each in ast.walk(node) if isinstance(each, ast.Constant) and each.value in names}


# --- what is written ----------------------------------------------------------------------------------------------
_HEAD = {
    "vi": """# Sổ đăng ký quy định của pháp luật

Trang này do `tools/law_register.py` lập từ mã nguồn; đừng sửa bằng tay. [English](register.en.md)

Mỗi dòng đi từ điều luật đến quy định, đến hàm tính và đến bài kiểm thử. Bản quy định: {version}.
Mức chắc chắn: S đã đọc trong văn bản; M-high biết chắc nhưng chưa đọc; M-low chưa chắc. Điều chưa chắc, hoặc luật để
ngỏ, là thiết lập có ngày của phường: xem cuối trang. Đây không phải ý kiến tư vấn pháp lý.
""",
    "en": """# Register of the rules of law

Written by `tools/law_register.py` from the source; do not edit by hand. [Tiếng Việt](register.md)

Each line goes from the article to the rule, to the function and to the test. Version of the rules: {version}.
Confidence: S read in the text; M-high known but not read; M-low unsure. What is unsure, or left open by the law, is a
dated setting of the ward: see the end. This is not legal advice.
""",
}
_COLUMNS = {
    "vi": ("Điều", "Quy định", "Nội dung", "Mức", "Hàm", "Kiểm thử"),
    "en": ("Article", "Rule", "Meaning", "Conf.", "Function", "Test"),
}
_SILENT = {"vi": "luật không quy định", "en": "the law is silent"}
_SETTINGS = {
    "vi": ("Thiết lập của phường", "Thiết lập", "Mặc định", "Vì sao"),
    "en": ("Ward settings", "Setting", "Default", "Why"),
}


def page(lang: str) -> str:
    """The register in one language, as Markdown."""
    parts = [_HEAD[lang].format(version=RULE_VERSION)]
    source = None
    for line in lines():
        articles = line.rule.articles
        now = articles[0].source if articles else ""
        if now != source:
            source = now
            parts.append(f"\n## {_title(source, lang)}\n\n{_row(_COLUMNS[lang])}{_row(['---'] * len(_COLUMNS[lang]))}")
        parts.append(
            _row(
                [
                    "; ".join(_short(article) for article in articles) or _SILENT[lang],
                    f"`{line.rule.key}`",
                    line.rule.vi if lang == "vi" else line.rule.en,
                    line.rule.confidence,
                    ", ".join(f"`{function}`" for function in line.functions),
                    ", ".join(f"`{test.removeprefix('tests/').removeprefix('law/')}`" for test in line.tests[:SHOWN]),
                ]
            )
        )
    title, *columns = _SETTINGS[lang]
    parts.append(f"\n## {title}\n\n{_row(columns)}{_row(['---'] * len(columns))}")
    for key, data in rules_at().settings.items():
        parts.append(_row([f"`{key}`", f"`{json.dumps(data['default'])}`", data[f"why_{lang}"]]))
    return "".join(parts)


def _title(source: str, lang: str) -> str:
    if not source:
        return _SILENT[lang].capitalize()
    text = SOURCES[source]
    return f"{text.title_vi} ({text.number})" if lang == "vi" else f"{text.title_en} ({text.number})"


def _short(article: Article) -> str:
    place = f"{article.article}" + ("" if article.clause is None else f".{article.clause}{article.point or ''}")
    return f"{article.source} {place}"


def _row(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


FILES = {"register.md": "vi", "register.en.md": "en"}


def stale() -> list[str]:
    """The pages that are not what would be written now."""
    return [
        name
        for name, lang in FILES.items()
        if not (TARGET / name).exists() or (TARGET / name).read_text(encoding="utf-8") != page(lang)
    ]


def main() -> int:
    """Write the register, or check it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra / only check")
    if parser.parse_args().check:
        faults = [f"{name}: cũ / out of date" for name in stale()]
        faults += [f"{place}: ngoài sổ / not in the register" for place in outside()]
        faults += [f"{key}: chưa có kiểm thử hành vi / only its place is tested" for key in cited_only()]
        faults += [f"{line.rule.key}: chưa có kiểm thử / no test" for line in lines() if not line.tests]
        print("\n".join(faults) or "Sổ đăng ký đúng. / The register is up to date.")
        return 3 if faults else 0
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, lang in FILES.items():
        (TARGET / name).write_text(page(lang), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
