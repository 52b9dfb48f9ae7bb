"""Every refusal of the law has its words, in both languages, and they fill in."""

import ast
import string
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import danchu.law
from danchu.law import words
from danchu.law.answers import Refusal
from danchu.law.basis import Article, Convention
from danchu.law.forms import allowed_forms, may_use
from danchu.law.outcome import outcome
from danchu.law.words import Words, all_words, remedy, sentence

LAW = Path(danchu.law.__file__).parent


def codes_in_source():
    """The codes of every ``Refusal("…")`` and ``check("…")`` written in danchu.law, with the file that says it."""
    for path in sorted(LAW.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Refusal", "check"}:
                code = node.args[0] if node.args else next(k.value for k in node.keywords if k.arg == "code")
                if isinstance(code, ast.Constant):
                    yield path.name, code.value


@pytest.mark.parametrize(("file", "code"), sorted(set(codes_in_source())))
def test_refusal_has_words(file, code):
    assert code in all_words()


def test_source_scan_finds_refusals():
    assert ("forms.py", "form.online_only_D6") in set(codes_in_source())
    assert ("slips.py", "slips.team_leader") in set(codes_in_source())


@pytest.mark.parametrize("code", sorted(all_words()))
def test_words_are_complete_and_say_the_same(code):
    said = all_words()[code]

    assert said.vi
    assert said.en
    assert bool(said.remedy_vi) is bool(said.remedy_en)
    assert placeholders(said.vi) == placeholders(said.en)
    for text in (said.vi, said.en, said.remedy_vi, said.remedy_en):
        assert unicodedata.normalize("NFC", text) == text
        assert text == "" or text[-1] in ".?!…}"


def placeholders(text):
    """The names a sentence asks for; ``problem_vi`` and ``problem_en`` are one detail said in each language."""
    return {
        name.removesuffix("_vi").removesuffix("_en")
        for _, name, _, _ in string.Formatter().parse(text)
        if name is not None
    }


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "refusal",
    [
        may_use("D7", "khu_pho", "online"),
        may_use("D1", "city", "online"),
        may_use("D1", "khu_pho", "letter"),
        may_use("D1", "khu_pho", "slip"),
        may_use("D1", "khu_pho", "online"),
        may_use("D6", "ward", "online"),
        allowed_forms("D3", "ward"),
        outcome("D6", "khu_pho", "slip", 300, None),
        outcome("D6", "khu_pho", "slip", 300, -1),
        outcome("D6", "khu_pho", "slip", 0, 0),
        outcome("D6", "khu_pho", "slip", 300, 301),
        outcome("D6", "khu_pho", "meeting", 300, 200, present=301),
        outcome("D6", "khu_pho", "meeting", 300, 200, present=199),
        outcome("D6", "khu_pho", "meeting", 300, 200),
        outcome("D6", "khu_pho", "meeting", 300, 200, present=300, meeting_failed=True),
        outcome("D6", "khu_pho", "slip", 300, 200, units=3),
        outcome("D6", "ward", "slip", 300, 200),
        outcome("D1", "ward", "slip", 300, 200),
        outcome("D1", "ward", "slip", 300, 200, units=3, units_approved=4),
    ],
    ids=lambda refusal: refusal.code,
)
def test_refusal_fills_its_sentence(refusal, lang):
    for text in (sentence(refusal, lang), remedy(refusal, lang)):
        assert text
        assert "{" not in text


def test_online_refusal_is_said_as_a_person_would():
    refusal = may_use("D1", "khu_pho", "online")

    assert sentence(refusal) == (
        "Việc đóng góp xây dựng công trình không được biểu quyết trực tuyến "
        "(khoản 2 Điều 17 Luật Thực hiện dân chủ ở cơ sở)."
    )
    assert remedy(refusal) == "Hãy mời họp; họp thiếu hộ thì phát phiếu."


def test_ward_without_threshold_says_the_law_is_silent():
    assert "luật không quy định" in sentence(outcome("D6", "ward", "slip", 300, 200))


def test_details_are_written_for_a_reader():
    refusal = Refusal(
        "test",
        Convention("x"),
        {
            "at": datetime(2026, 12, 12, 10, 30, tzinfo=UTC),
            "on": date(2026, 12, 12),
            "count": 12500,
            "scope": "ward",
            "form": "slip",
            "what": "yes",
            "name": "Tổ 3",
            "doers": "head,team",
        },
    )

    shown = words._shown(refusal, "vi")

    assert shown == {
        "at": "17 giờ 30, thứ Bảy, 12/12/2026",
        "on": "thứ Bảy, 12/12/2026",
        "count": "12.500",
        "scope": "phường",
        "form": "phát phiếu lấy ý kiến",
        "what": "Số hộ đồng ý",
        "name": "Tổ 3",
        "doers": "Trưởng khu phố và thành viên Tổ lấy ý kiến",
        "article": "quy ước của hệ thống, luật không quy định",
    }
    assert words._shown(refusal, "en")["form"] == "household slips"


def test_unknown_code_is_an_accident():
    with pytest.raises(KeyError):
        sentence(Refusal("no.such", Article("L10", 1)))


def test_code_is_said_in_one_place(monkeypatch):
    from types import ModuleType

    double = ModuleType("danchu.law.words_double")
    double.WORDS = {"matter.unknown": Words("a.", "a.")}
    monkeypatch.setattr(words, "import_module", lambda name: double)
    monkeypatch.setattr(
        words.pkgutil, "iter_modules", lambda path: [words.pkgutil.ModuleInfo(None, "words_double", False)]
    )

    with pytest.raises(ValueError, match=r"said twice: matter\.unknown"):
        all_words.__wrapped__()


def test_words_of_another_area_are_found(monkeypatch):
    from types import ModuleType

    area = ModuleType("danchu.law.words_area")
    area.WORDS = {"area.code": Words("a.", "b.")}
    monkeypatch.setattr(words, "import_module", lambda name: area)
    monkeypatch.setattr(
        words.pkgutil, "iter_modules", lambda path: [words.pkgutil.ModuleInfo(None, "words_area", False)]
    )

    merged = all_words.__wrapped__()

    assert merged["area.code"].en == "b."
    assert set(words.WORDS) < set(merged)
