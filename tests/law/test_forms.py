"""The matrix of forms, cell by cell, as the law has it."""

import pytest

from danchu.law.answers import Allowed, Refusal
from danchu.law.basis import Article, Convention
from danchu.law.forms import FormFacts, allowed_forms, may_use, read_matter
from danchu.law.matters import Form, Matter, Scope

MATRIX = {
    ("D1", "khu_pho"): (True, "fallback", False),
    ("D2", "khu_pho"): (True, "fallback", False),
    ("D1", "ward"): (True, True, False),
    ("D2", "ward"): (True, True, False),
    ("D3", "khu_pho"): (True, "fallback", False),
    ("D4", "khu_pho"): (True, "fallback", False),
    ("D5", "khu_pho"): (True, "fallback", False),
    ("D6", "khu_pho"): (True, True, True),
    ("D6", "ward"): (True, True, False),
}
FAILED = FormFacts(meeting_failed=True)


@pytest.mark.parametrize(("matter", "scope"), MATRIX)
@pytest.mark.rule("form.matrix", "form.meeting_required", "form.list")
def test_forms_are_as_in_the_matrix(matter, scope):
    answers = allowed_forms(matter, scope)

    assert tuple(answers[form].allowed for form in (Form.MEETING, Form.SLIP, Form.ONLINE)) == MATRIX[matter, scope]


@pytest.mark.parametrize(("matter", "scope"), MATRIX)
def test_forms_name_their_rule_and_place_in_law(matter, scope):
    from danchu.law.rules import rules_at

    for form, answer in allowed_forms(matter, scope).items():
        assert answer.form is form
        assert answer.rule in rules_at().rules
        assert answer.articles


@pytest.mark.parametrize(("matter", "scope"), MATRIX)
@pytest.mark.rule("form.ballot_cases", "form.meeting_required", "hu.quorum")
def test_fallback_opens_once_the_meeting_failed(matter, scope):
    meeting, slip, online = MATRIX[matter, scope]
    answers = allowed_forms(matter, scope, facts=FAILED)

    assert [answers[form].allowed for form in Form] == [meeting, slip == "fallback" or slip, online]


@pytest.mark.parametrize(
    ("matter", "form", "article"),
    [
        ("D1", "slip", Article("L10", 19, 1, "b")),
        ("D3", "slip", Article("D61", 10, 2, "a")),
        ("D6", "slip", Article("L10", 19, 1, "c")),
        ("D1", "online", Article("L10", 17, 2)),
        ("D4", "meeting", Article("L10", 17, 2)),
        ("D6", "online", Article("L10", 17, 2)),
    ],
)
def test_form_is_answered_with_its_own_article(matter, form, article):
    assert allowed_forms(matter, "khu_pho")[Form(form)].articles[0] == article


def test_form_may_be_used_or_is_refused_with_its_reason():
    assert may_use("D6", "khu_pho", "online") == Allowed(Article("L10", 17, 2))
    assert may_use("D1", "khu_pho", "slip", facts=FAILED) == Allowed(Article("L10", 19, 1, "b"))
    assert may_use("D1", "khu_pho", "slip").code == "form.slip_after_meeting"
    assert may_use("D1", "khu_pho", "online").code == "form.online_only_D6"
    assert may_use("D6", "ward", "online").code == "form.online_not_foreseen"
    assert may_use("D6", "khu_pho", "letter").code == "form.unknown"
    assert may_use("D9", "khu_pho", "online").code == "matter.unknown"


def test_matter_and_scope_are_read_or_refused():
    assert read_matter("D1", "ward") == (Matter.D1, Scope.WARD)
    assert read_matter("D0", "ward").article == Article("L10", 15)
    assert read_matter("D1", "xã").article == Article("L10", 16)


@pytest.mark.parametrize("matter", ["D3", "D4", "D5"])
def test_matter_of_a_khu_pho_alone_borrows_no_article(matter):
    refusal = allowed_forms(matter, "ward")

    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.article) == ("scope.khu_pho_only", Convention("scope"))
