"""The register of rules against the places in law they were read at.

The table was drawn up from the reading of the law, not from the data: a citation changed on one side only fails here.
"""

import json
import unicodedata
from datetime import date
from importlib.resources import files

import pytest

from danchu.law.basis import SOURCES, Article, Convention
from danchu.law.rules import RULE_VERSION, Count, UnknownRule, rules_at, versions

READ_AT = {
    "term.community": "L10.2.3",
    "term.household_rep": "L10.18.2",
    "time.calc": "BLDS.147 BLDS.148",
    "decide.matter.1": "L10.15.1",
    "decide.matter.2": "L10.15.2",
    "decide.matter.3": "L10.15.3",
    "decide.matter.4": "L10.15.4",
    "decide.matter.5": "L10.15.5",
    "decide.matter.6": "L10.15.6",
    "propose.ward": "L10.16.1",
    "propose.kp": "L10.16.2",
    "propose.initiative": "L10.16.3",
    "propose.initiative.below": "L10.16.3",
    "propose.initiative.validity": "L10.16.3",
    "form.list": "L10.17.1",
    "form.meeting_required": "L10.17.2",
    "form.online_only_D6": "L10.17.2 D59.5.1a",
    "form.ballot_cases": "L10.19.1 D59.4.1",
    "form.matrix": "L10.17 L10.19 D59.4 D59.5",
    "meet.convene": "L10.18.1 D59.3.1a",
    "meet.convene.elect": "D59.3.1b",
    "meet.convene.dismiss": "D59.3.1c",
    "meet.convene.vacant": "L10.18.1 D59.3.1d",
    "meet.attend": "L10.18.1",
    "meet.member_dissent": "L10.24.2",
    "meet.notice": "D59.3.3",
    "meet.docs": "D59.3.4",
    "meet.cluster": "L10.18.3 D59.3.6",
    "meet.order": "L10.18.4 D59.3.5",
    "meet.procedural": "D59.3.5a D59.3.5b D59.3.5c",
    "meet.vote_method": "L10.18.4d",
    "meet.counting_board": "D59.3.5c",
    "meet.quorum.general": "L10.19.1b L10.21.1",
    "meet.quorum.D3": "D61.10.1a",
    "ballot.plan": "D59.4.2",
    "ballot.team": "L10.19.2 D59.4.3",
    "ballot.public_info": "L10.19.2 D59.4.4",
    "ballot.one_per_household": "L10.19.3",
    "ballot.content": "D59.4.5b",
    "ballot.mark": "D59.4.5b",
    "ballot.count": "D59.4.6a",
    "ballot.duration": "",
    "online.cond": "D59.5.1",
    "online.report_first": "D59.5.2a",
    "online.team": "D59.5.2b",
    "online.consent": "D59.5.2c",
    "online.identity": "D59.5.2c",
    "online.options": "D59.5.2d",
    "online.notice": "D59.5.3",
    "online.duration": "",
    "online.record": "D59.5.4a D59.5.4b",
    "online.pass": "D59.5.4b",
    "online.publish": "D59.5.4b",
    "online.other_app": "D59.5.5",
    "online.builder": "D59.5.6",
    "pass.D1D2": "L10.21.1",
    "pass.D1D2.ward": "L10.21.1",
    "pass.D3456": "L10.21.1",
    "doc.forms": "L10.20.1",
    "doc.content": "L10.20.2",
    "doc.sign": "L10.20.2g",
    "doc.send": "L10.20.3 D59.3.5d D59.4.7 D59.5.4b",
    "effect.kp": "L10.21.2",
    "effect.ward": "L10.21.2",
    "effect.D3D4": "L10.21.2",
    "effect.D5": "L10.21.2",
    "recognise.deadline": "L10.21.2",
    "decision.annul": "L10.22",
    "decision.report": "L10.23",
    "decision.petition": "L10.24.4",
    "elect.plan": "D59.6.1a",
    "elect.team": "D59.6.1b",
    "elect.notice": "D59.6.1",
    "elect.candidates": "D59.6.2",
    "elect.meeting": "D59.7 D59.3",
    "elect.no_winner": "D59.3.5d",
    "elect.recognise": "D59.8",
    "dismiss.grounds": "D59.9.1",
    "dismiss.recognise": "D59.9.3",
    "dismiss.new_election": "D59.9.3",
    "dismiss.interim": "D59.9.3 VB08.12.2",
    "head.term": "VB08.12.2",
    "head.standard": "TT04.11",
    "head.deputy": "TT14.1.2",
    "hu.effective": "D61.25",
    "hu.def": "D61.2",
    "hu.content": "D61.5",
    "hu.form": "D61.6",
    "hu.propose": "D61.7",
    "hu.draft": "D61.8",
    "hu.post": "D61.9.1",
    "hu.consult": "D61.9.2",
    "hu.pass": "D61.10",
    "hu.quorum": "D61.10.1a D61.10.2a",
    "hu.dossier": "D61.11.4",
    "hu.submit": "D61.11.3a",
    "hu.recognise": "D61.11.3b",
    "hu.send": "D61.18.1a",
    "hu.publicise": "D61.15.1",
    "hu.suspend": "D61.12",
    "hu.abolish": "D61.14",
    "hu.amend": "D61.13",
    "hu.review": "D61.15.4 D61.18.1g D61.19.1d",
    "hu.stats": "D61.16",
    "hu.transition": "D61.24.2",
    "disclose.item.01": "L10.11.1",
    "disclose.item.02": "L10.11.2",
    "disclose.item.03": "L10.11.3",
    "disclose.item.04": "L10.11.4",
    "disclose.item.05": "L10.11.5",
    "disclose.item.06": "L10.11.6",
    "disclose.item.07": "L10.11.7",
    "disclose.item.08": "L10.11.8",
    "disclose.item.09": "L10.11.9",
    "disclose.item.10": "L10.11.10",
    "disclose.item.11": "L10.11.11",
    "disclose.item.12": "L10.11.12",
    "disclose.item.13": "L10.11.13",
    "disclose.item.14": "L10.11.14",
    "disclose.exclude": "L10.11",
    "disclose.forms": "L10.12.1",
    "disclose.deadline": "L10.12.3",
    "disclose.portal": "L10.13.1",
    "disclose.post.period": "L10.13.2",
    "disclose.post.places": "L10.13.2",
    "disclose.post.permanent": "L10.13.2",
    "disclose.quarter_list": "L10.13.2",
    "disclose.radio": "L10.13.3",
    "disclose.via_head": "L10.13.4",
    "disclose.special_law": "L10.13.6 L10.91.1",
    "disclose.plan": "L10.14.1",
    "disclose.on_request": "L10.14.2",
    "disclose.report": "L10.14.3",
    "ati.online.simple": "L104.30.3",
    "ati.online.complex": "L104.30.4",
    "ati.direct.complex": "L104.29.2",
    "ati.post": "L104.31",
    "ati.wrong_info": "L104.22.4",
    "ati.refusal": "L104.28",
    "inspect.satisfaction": "L10.35.2a",
    "conf.frequency": "L10.33.1",
    "conf.notice": "D59.11.1c",
    "dialogue.frequency": "L10.32.1",
    "consult.period": "L10.28.2",
    "inspect.reception_10wd": "L42.28",
    "bttnd.size": "L10.36.1 D59.13.2",
    "bttnd.deputy": "D59.13.3",
    "bttnd.elect": "L10.36.1 D59.13.1",
    "bttnd.term": "L10.36.2",
    "bttnd.standard": "L10.37",
    "bttnd.vacancy": "L10.36.2",
    "bttnd.notice": "D59.14.1b",
    "bttnd.answer": "L10.40.1c",
    "bgs.size": "L10.41.1 D59.17.2",
    "bgs.deputy": "D59.17.3",
    "bgs.scope": "L10.41.1",
    "bgs.standard": "L10.42",
    "bgs.elect": "L10.45.1a D59.17.1",
    "bgs.notice45": "L10.45.1b",
    "bgs.answer": "L10.45.2c",
    "ag.disclose.items": "L10.46",
    "ag.disclose.deadline": "L10.47.2",
    "ag.disclose.period": "L10.48.1 L10.48.2",
    "ag.conf.when": "L10.51.1",
    "ag.conf.extra": "L10.50.1 L10.51.1",
    "ag.conf.who": "L10.51.2a L10.51.2b L10.51.2dd",
    "ag.conf.quorum": "L10.51.2c",
    "ag.conf.pass": "L10.51.2c",
    "ag.review6m": "L10.52.3",
    "ag.bttnd.size": "L10.60.1",
    "ag.bttnd.term": "L10.60.3",
    "ag.bttnd.recognise": "D59.21.1",
    "ag.bttnd.notice": "D59.22.1b",
    "ag.bttnd.answer": "L10.63.1c",
    "soe.disclose": "L10.64 L10.65 L10.66",
    "soe.conf": "L10.69",
    "pd.dsr.reply": "D356.5",
    "pd.breach": "L91.23",
}


@pytest.mark.parametrize("key", READ_AT)
def test_row_stands_at_the_place_it_was_read(key):
    rule = rules_at().rules[key]

    assert " ".join(article.key for article in rule.articles) == READ_AT[key]


def test_rows_are_all_in_the_table():
    assert set(rules_at().rules) == set(READ_AT)


@pytest.mark.parametrize("key", READ_AT)
def test_row_is_written_in_both_languages(key):
    rule = rules_at().rules[key]

    for text in (rule.vi, rule.en, rule.term, rule.value):
        assert text.strip() == text != ""
        assert unicodedata.normalize("NFC", text) == text
    assert rule.vi[-1] == "."
    assert rule.confidence in {"S", "M-high", "M-low"}
    assert rule.source
    assert rule.in_force(date(2026, 11, 22))


def test_every_number_belongs_to_a_row():
    book = rules_at()

    for numbers in (book.thresholds, book.counts, book.periods):
        for number in numbers.values():
            assert number.row in book.rules
            assert book.rule(number.key) is book.rules[number.row]
            assert book.number(number.key) is number


def test_number_is_asked_for_by_its_kind():
    book = rules_at()

    assert (book.threshold("pass.D1D2").num, book.threshold("pass.D1D2").den) == (2, 3)
    assert book.period("doc.send").n == 5
    assert book.count("online.team") == Count("online.team", "online.team", 3, 5)


@pytest.mark.parametrize("ask", ["rule", "threshold", "count", "period"])
def test_unknown_key_is_an_accident(ask):
    with pytest.raises(UnknownRule):
        getattr(rules_at(), ask)("no.such")


def test_number_of_a_row_without_numbers_is_none():
    assert rules_at().number("decide.matter.1") is None


@pytest.mark.parametrize(
    ("key", "lawful", "unlawful"),
    [
        ("online.team", (3, 4, 5), (0, 2, 6)),
        ("ballot.team", (3, 5), (2, 6)),
        ("meet.counting_board", (3, 5), (2, 6)),
        ("meet.cluster.min_households", (200, 201), (199,)),
        ("bttnd.deputy.max", (0, 2), (3,)),
        ("ag.conf.full_if_staff_lt", (99,), (100,)),
        ("doc.sign.household_reps", (2,), (1, 3)),
        ("ballot.per_household", (1,), (0, 2)),
        ("ballot.witnesses", (2,), (1, 3)),
        ("bgs.size.min", (5, 9), (4,)),
        ("bgs.residents.max", (0, 5), (6,)),
        ("bgs.deputy.max", (0, 2), (3,)),
        ("ag.bttnd.size", (3, 9), (2, 10)),
        ("conf.per_year", (1,), (0, 2)),
        ("dialogue.per_year.min", (1, 2), (0,)),
    ],
)
def test_count_admits_its_bounds_and_nothing_beyond(key, lawful, unlawful):
    count = rules_at().count(key)

    assert [count.admits(number) for number in lawful] == [True] * len(lawful)
    assert [count.admits(number) for number in unlawful] == [False] * len(unlawful)


def test_rule_is_in_force_from_the_youngest_text_it_rests_on():
    rule = rules_at().rules["form.online_only_D6"]

    assert rule.valid_from == SOURCES["D59"].valid_from == date(2023, 8, 15)
    assert not rule.in_force(date(2023, 8, 14))
    assert rule.in_force(date(2023, 8, 15))
    assert rule.valid_to is None


def test_rule_ends_with_its_last_day():
    import dataclasses

    rule = dataclasses.replace(rules_at().rules["pass.D1D2"], valid_to=date(2030, 12, 31))

    assert rule.in_force(date(2030, 12, 31))
    assert not rule.in_force(date(2031, 1, 1))


def test_row_may_set_its_own_days(monkeypatch):
    from danchu.law import rules

    row = rules._rule(
        "x",
        "decide",
        {
            "cite": ["L10.15.1"],
            "conf": "S",
            "source": "P",
            "term": "x",
            "vi": "x.",
            "en": "x",
            "value": "x",
            "valid_from": "2027-01-01",
            "valid_to": "2027-12-31",
        },
    )

    assert (row.valid_from, row.valid_to) == (date(2027, 1, 1), date(2027, 12, 31))


def test_basis_of_a_silent_law_is_a_convention():
    assert rules_at().basis("online.duration") == Convention("online.duration")
    assert rules_at().basis("pass.D3456") == Article("L10", 21, 1)


def test_version_is_kept_and_an_unknown_one_refused():
    assert RULE_VERSION in versions()
    assert rules_at(RULE_VERSION).version == RULE_VERSION
    with pytest.raises(UnknownRule):
        rules_at("1999-01-01")


def test_keys_name_rows_and_numbers_once():
    keys = rules_at().keys()

    assert list(keys) == sorted(set(keys))
    assert {"pass.D1D2", "dismiss.petition", "time.calc", "pd.breach"} <= set(keys)


def test_data_is_written_in_one_unicode_form():
    for path in (files("danchu.law") / "data" / RULE_VERSION).iterdir():
        text = path.read_text(encoding="utf-8")
        assert unicodedata.normalize("NFC", text) == text
        json.loads(text)
