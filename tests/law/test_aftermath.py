"""After the vote: paper, signatures, sending, recognition, effect, annulment, petition, the whole ward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danchu.law.aftermath import (
    ADDRESSEE_LABELS,
    CONTENT_FIELDS,
    DECISION_STATE_LABELS,
    DECISION_STEP_LABELS,
    FAULT_LABELS,
    FORM_LABELS,
    Addressee,
    DecisionFacts,
    DecisionForm,
    DecisionState,
    DecisionStep,
    Fault,
    Signature,
    Signer,
    UnitResult,
    days_late,
    in_effect,
    may,
    may_petition,
    of_ward,
    recognise_by,
    recogniser,
    review_on,
    send_by,
    written,
)
from danchu.law.answers import Refusal
from danchu.law.gates import all_hold
from danchu.law.matters import Purpose
from danchu.law.rules import rules_at
from law.saying import CALENDAR, code

ENDED = date(2026, 8, 20)
HEAD, FRONT = Signature(Signer.HEAD, 1), Signature(Signer.FRONT_HEAD, 2)
REPS = (Signature(Signer.HOUSEHOLD_REP, 3, household=30), Signature(Signer.HOUSEHOLD_REP, 4, household=40))
READY = DecisionFacts(
    state=DecisionState.DRAFT,
    matter="D1",
    ended_on=ENDED,
    form=DecisionForm.RESOLUTION,
    form_agreed=True,
    filled=frozenset(CONTENT_FIELDS),
    signatures=(HEAD, FRONT, *REPS),
    sent_ubnd_on=date(2026, 8, 21),
    sent_front_on=date(2026, 8, 21),
    received_on=date(2026, 8, 21),
)
SENT = replace(READY, state=DecisionState.SENT, matter="D3")
UBND, WARD_FRONT, INSPECTORATE = Addressee.UBND, Addressee.FRONT, Addressee.INSPECTORATE


def test_ready_decision_is_signed_and_sent():
    assert code(may(DecisionStep.SIGN, READY)) is None
    assert code(may(DecisionStep.SEND, replace(READY, state=DecisionState.SIGNED))) is None
    assert rules_at().count("doc.sign.household_reps").low == 2
    assert rules_at().rule("doc.forms").value == "4 forms" == f"{len(DecisionForm)} forms"
    assert rules_at().rule("doc.content").value == "7 fields" == f"{len(CONTENT_FIELDS) + 1} fields"


@pytest.mark.parametrize(
    ("change", "refused", "article"),
    [
        ({"form": None}, "aftermath.form", "L10.20.1"),
        ({"form_agreed": False}, "aftermath.form_agreed", "L10.20.1"),
        ({"signatures": (FRONT, *REPS)}, "aftermath.sign_head", "L10.20.2g"),
        ({"signatures": (HEAD, *REPS)}, "aftermath.sign_front", "L10.20.2g"),
        ({"signatures": (HEAD, FRONT, REPS[0])}, "aftermath.sign_households", "L10.20.2g"),
        (
            {"signatures": (HEAD, FRONT, REPS[0], replace(REPS[1], household=30))},
            "aftermath.sign_households",
            "L10.20.2g",
        ),
        (
            {"signatures": (HEAD, FRONT, *REPS, Signature(Signer.HOUSEHOLD_REP, 5, household=50))},
            "aftermath.sign_households",
            "L10.20.2g",
        ),
        ({"signatures": (HEAD, FRONT, REPS[0], replace(REPS[1], person=2))}, "aftermath.sign_people", "two_people"),
    ],
)
def test_decision_lacks_nothing_before_it_is_signed(change, refused, article):
    answer = may(DecisionStep.SIGN, replace(READY, **change))

    assert code(answer) == refused
    assert answer.article.key == article


@pytest.mark.parametrize("field", CONTENT_FIELDS)
def test_each_content_of_the_decision_is_asked_for(field):
    facts = replace(READY, filled=frozenset(CONTENT_FIELDS) - {field})

    assert code(all_hold(written(facts))) == "aftermath.content"


def test_decision_goes_to_both_within_five_working_days():
    signed = replace(READY, state=DecisionState.SIGNED)

    assert code(may(DecisionStep.SEND, replace(signed, sent_front_on=None))) == "aftermath.not_sent"
    assert code(may(DecisionStep.SEND, replace(signed, sent_ubnd_on=None))) == "aftermath.not_sent"
    deadline = send_by(READY, CALENDAR)
    assert (deadline.rule, deadline.end) == ("doc.send", date(2026, 8, 26))  # Saturday 22 August is worked
    assert send_by(replace(READY, matter="D3"), CALENDAR).rule == "hu.submit"
    assert days_late(date(2026, 8, 26), deadline) == 0
    assert days_late(date(2026, 8, 27), deadline) == 1


@pytest.mark.parametrize(
    ("matter", "purpose", "body", "rule"),
    [
        ("D1", None, None, None),
        ("D2", None, None, None),
        ("D3", None, UBND, "hu.recognise"),
        ("D4", Purpose.ELECT, UBND, "elect.recognise"),
        ("D4", Purpose.DISMISS, UBND, "dismiss.recognise"),
        ("D5", None, WARD_FRONT, "recognise.deadline"),
        ("D6", None, None, None),
    ],
)
def test_recognition_by_the_right_body_within_five_working_days(matter, purpose, body, rule):
    facts = replace(SENT, matter=matter, purpose=purpose)
    deadline = recognise_by(facts, CALENDAR)

    assert recogniser(facts) is body
    assert (deadline and deadline.rule) == rule
    assert recognise_by(replace(facts, received_on=None), CALENDAR) is None
    if deadline is not None:
        assert deadline.end == date(2026, 8, 27)
        assert code(may(DecisionStep.RECOGNISE, facts, by=body)) is None
    else:
        assert code(may(DecisionStep.RECOGNISE, facts, by=UBND)) == "aftermath.no_recognition"


@pytest.mark.parametrize(
    ("step", "facts", "more", "refused"),
    [
        (DecisionStep.RECOGNISE, SENT, {"by": WARD_FRONT}, "aftermath.wrong_body"),
        (DecisionStep.RECOGNISE, replace(SENT, matter="D5"), {"by": UBND}, "aftermath.wrong_body"),
        (DecisionStep.RECOGNISE, SENT, {}, "aftermath.wrong_body"),
        (DecisionStep.RECOGNISE, replace(SENT, passed=False), {"by": UBND}, "aftermath.not_passed"),
        (DecisionStep.REFUSE, SENT, {"by": UBND}, "aftermath.reasons"),
        (DecisionStep.REFUSE, SENT, {"by": UBND, "reasons": "  "}, "aftermath.reasons"),
        (DecisionStep.REFUSE, SENT, {"by": UBND, "reasons": "Thiếu biên bản."}, None),
        (DecisionStep.ANNUL, SENT, {"by": UBND, "fault": Fault.LAW, "reasons": "Trái luật."}, None),
        (DecisionStep.ANNUL, SENT, {"by": UBND, "fault": Fault.CUSTOMS, "reasons": "Trái phong tục."}, None),
        (DecisionStep.ANNUL, SENT, {"by": UBND, "fault": Fault.PROCEDURE, "reasons": "Mời chậm."}, None),
        (DecisionStep.ANNUL, SENT, {"by": WARD_FRONT, "fault": Fault.LAW, "reasons": "x"}, "aftermath.wrong_body"),
        (DecisionStep.ANNUL, SENT, {"by": UBND, "reasons": "Trái luật."}, "aftermath.reasons"),
        (DecisionStep.ANNUL, SENT, {"by": UBND, "fault": Fault.LAW}, "aftermath.reasons"),
        (DecisionStep.REDO, SENT, {"by": UBND, "fault": Fault.PROCEDURE, "reasons": "Mời chậm."}, None),
        (DecisionStep.REDO, SENT, {"by": UBND, "fault": Fault.LAW, "reasons": "x"}, "aftermath.redo_procedure"),
        (DecisionStep.REDO, SENT, {"by": UBND, "fault": Fault.CUSTOMS, "reasons": "x"}, "aftermath.redo_procedure"),
    ],
)
def test_every_no_is_said_by_the_right_body_with_reasons(step, facts, more, refused):
    assert code(may(step, facts, **more)) == refused
    assert rules_at().basis("decision.annul").key == "L10.22"


LIVE = {
    DecisionStep.SIGN: {DecisionState.DRAFT},
    DecisionStep.SEND: {DecisionState.SIGNED},
    DecisionStep.RECOGNISE: {DecisionState.SENT},
    DecisionStep.REFUSE: {DecisionState.SENT},
    DecisionStep.ANNUL: {DecisionState.SIGNED, DecisionState.SENT, DecisionState.RECOGNISED},
    DecisionStep.REDO: {DecisionState.SIGNED, DecisionState.SENT, DecisionState.RECOGNISED},
}


@pytest.mark.parametrize("state", DecisionState)
@pytest.mark.parametrize("step", DecisionStep)
def test_step_has_its_place_in_the_table_only(step, state):
    answer = may(step, replace(SENT, state=state), by=UBND, fault=Fault.PROCEDURE, reasons="Mời chậm.")

    assert code(answer) == (None if state in LIVE[step] else "procedure.step")


@pytest.mark.parametrize(
    ("facts", "rule", "on"),
    [
        (READY, "effect.kp", ENDED),
        (replace(READY, matter="D2"), "effect.kp", ENDED),
        (replace(READY, matter="D6"), "effect.kp", ENDED),
        (replace(READY, scope="ward"), "effect.ward", None),
        (replace(READY, scope="ward", ubnd_set_on=date(2026, 10, 1)), "effect.ward", date(2026, 10, 1)),
        (SENT, "effect.D3D4", None),
        (replace(SENT, recognised_on=date(2026, 8, 25)), "effect.D3D4", date(2026, 8, 25)),
        (replace(SENT, matter="D4", recognised_on=date(2026, 8, 25)), "effect.D3D4", date(2026, 8, 25)),
        (replace(SENT, matter="D5"), "effect.D5", None),
        (replace(SENT, matter="D5", recognised_on=date(2026, 8, 25)), "effect.D5", date(2026, 8, 25)),
    ],
)
def test_effect_by_the_four_rules(facts, rule, on):
    found = in_effect(facts)

    assert not isinstance(found, Refusal)
    assert (found.rule, found.on, found.article.key) == (rule, on, "L10.21.2")
    assert (found.waits is None) is (on is not None)


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (replace(READY, passed=False), "aftermath.not_passed"),
        (replace(READY, state=DecisionState.ANNULLED), "aftermath.not_in_force"),
        (replace(READY, state=DecisionState.TO_REDO), "aftermath.not_in_force"),
        (replace(SENT, state=DecisionState.NOT_RECOGNISED), "aftermath.not_in_force"),
        (replace(READY, matter="D6", scope="ward"), "ward.no_threshold"),
    ],
)
def test_what_did_not_pass_or_was_annulled_has_no_effect(facts, refused):
    assert code(in_effect(facts)) == refused


def test_list_of_who_does_what_returns_after_six_months():
    assert review_on(READY) == date(2027, 2, 20)


@pytest.mark.parametrize(
    ("addressee", "text", "refused"),
    [
        ("ubnd", "Mời họp chậm.", None),
        ("front", "Mời họp chậm.", None),
        ("inspectorate", "Mời họp chậm.", None),
        ("court", "Mời họp chậm.", "aftermath.addressee"),
        ("ubnd", " ", "aftermath.petition_text"),
    ],
)
def test_petition_against_the_result_goes_to_one_of_three(addressee, text, refused):
    assert code(may_petition(addressee, text)) == refused
    assert rules_at().basis("decision.petition").key == "L10.24.4"


def units(*counts):
    return tuple(UnitResult(unit, 300, yes) for unit, yes in enumerate(counts, 1))


@pytest.mark.parametrize(
    ("counts", "approved", "passed"),
    [
        ((200, 200, 0), 2, True),
        ((200, 199, 300), 2, True),
        ((199, 199, 300), 1, False),
        ((200,) * 4 + (0,), 4, True),
        ((200,) * 3 + (199,) * 2, 3, False),
        ((200,) * 5 + (0,) * 2, 5, True),
        ((200,) * 4 + (0,) * 3, 4, False),
        ((300,), 1, True),
    ],
)
def test_ward_passes_khu_pho_by_khu_pho_and_by_two_thirds_of_them(counts, approved, passed):
    found = of_ward("D1", units(*counts))

    assert not isinstance(found, Refusal)
    total, by_unit = found
    assert (total.yes, total.of, total.passed, total.rule) == (approved, len(counts), passed, "pass.D1D2.ward")
    assert {unit: one.passed for unit, one in by_unit.items()} == {n: yes >= 200 for n, yes in enumerate(counts, 1)}


@pytest.mark.parametrize(
    ("matter", "results", "refused"),
    [
        ("D1", (), "ward.units_missing"),
        ("D1", units(200, None), "aftermath.units_pending"),
        ("D1", units(200, 301), "count.over_households"),
        ("D6", units(200, 200), "ward.no_threshold"),
        ("D3", units(200, 200), "scope.khu_pho_only"),
    ],
)
def test_ward_has_no_result_without_a_lawful_one_of_each(matter, results, refused):
    assert code(of_ward(matter, results)) == refused


def test_every_name_is_said():
    for labels, names in (
        (FORM_LABELS, DecisionForm),
        (DECISION_STATE_LABELS, DecisionState),
        (DECISION_STEP_LABELS, DecisionStep),
        (FAULT_LABELS, Fault),
        (ADDRESSEE_LABELS, Addressee),
    ):
        assert set(labels) == set(names)
    assert INSPECTORATE in ADDRESSEE_LABELS
