import pytest

from danchu.law.basis import Article
from danchu.law.matters import (
    Convenor,
    Effect,
    Form,
    Matter,
    Purpose,
    Scope,
    convenor,
    effect,
    matter_article,
    matter_label,
    papers,
    papers_to_households,
    recognised_by,
)

L21 = Article("L10", 21, 2)


@pytest.mark.parametrize("matter", Matter)
@pytest.mark.rule(
    "decide.matter.1", "decide.matter.2", "decide.matter.3", "decide.matter.4", "decide.matter.5", "decide.matter.6"
)
def test_matter_is_the_clause_of_its_number(matter):
    assert matter_article(matter) == Article("L10", 15, int(matter[1]))
    assert matter_label(matter).vi
    assert matter_label(matter).en


@pytest.mark.parametrize("matter", [Matter.D1, Matter.D2, Matter.D3, Matter.D5, Matter.D6])
def test_head_convenes_unless_the_office_is_vacant(matter):
    assert convenor(matter).value == Convenor.HEAD
    assert convenor(matter, head_vacant=True).value == Convenor.APPOINTED
    assert convenor(matter).rule == "meet.convene"
    assert convenor(matter, head_vacant=True).rule == "meet.convene.vacant"


def test_election_and_dismissal_of_the_head_have_their_own_convenors():
    assert convenor(Matter.D4, purpose=Purpose.ELECT).value == Convenor.ELECTION_TEAM
    assert convenor(Matter.D4, purpose=Purpose.ELECT).article == Article("D59", 3, 1, "b")
    assert convenor(Matter.D4, purpose=Purpose.DISMISS).value == Convenor.FRONT_HEAD
    assert convenor(Matter.D4, purpose=Purpose.DISMISS).article == Article("D59", 3, 1, "c")
    assert convenor(Matter.D4, purpose=Purpose.DISMISS, head_is_front_head=True).value == Convenor.WARD_CHAIR
    with pytest.raises(ValueError, match="elect or to dismiss"):
        convenor(Matter.D4)


@pytest.mark.parametrize(
    ("matter", "event", "rule", "body"),
    [
        (Matter.D1, Effect.VOTE_DATE, "effect.kp", None),
        (Matter.D2, Effect.VOTE_DATE, "effect.kp", None),
        (Matter.D3, Effect.UBND_RECOGNITION, "effect.D3D4", "UBND"),
        (Matter.D4, Effect.UBND_RECOGNITION, "effect.D3D4", "UBND"),
        (Matter.D5, Effect.FRONT_RECOGNITION, "effect.D5", "FRONT"),
        (Matter.D6, Effect.VOTE_DATE, "effect.kp", None),
    ],
)
def test_effect_and_recognition_of_each_matter(matter, event, rule, body):
    said = effect(matter)

    assert (said.value, said.rule, said.article) == (event, rule, L21)
    assert recognised_by(matter) == body


def test_ward_scope_takes_effect_when_the_committee_says():
    for matter in (Matter.D1, Matter.D2):
        assert effect(matter, Scope.WARD).value == Effect.UBND_SETS
        assert effect(matter, Scope.WARD).rule == "effect.ward"
    for matter in (Matter.D3, Matter.D4, Matter.D5, Matter.D6):
        with pytest.raises(ValueError, match="no effect rule"):
            effect(matter, Scope.WARD)


@pytest.mark.parametrize(
    ("matter", "form", "templates"),
    [
        (Matter.D6, Form.ONLINE, ["online-report", "online-notice", "D59-03", "D59-03"]),
        (Matter.D6, Form.SLIP, ["slip", "slip-plan", "D59-04", "D59-03"]),
        (Matter.D1, Form.MEETING, ["D59-01", "D59-02", "D59-03"]),
        (Matter.D4, Form.MEETING, ["D59-01", "D59-02", "D59-05", "D59-03"]),
        (Matter.D3, Form.MEETING, ["D59-01", "D59-02", "D59-03", "D61-01", "D61-02"]),
    ],
)
@pytest.mark.rule("ballot.content", "ballot.count", "doc.forms", "hu.dossier")
def test_papers_of_a_procedure(matter, form, templates):
    listed = papers(matter, form)

    assert [paper.template for paper in listed] == templates
    assert all(paper.label.vi and paper.label.en for paper in listed)
    assert all(isinstance(paper.article, Article) for paper in listed)


@pytest.mark.parametrize("matter", Matter)
def test_papers_go_to_households_for_the_first_three(matter):
    assert papers_to_households(matter) is (matter in (Matter.D1, Matter.D2, Matter.D3))
