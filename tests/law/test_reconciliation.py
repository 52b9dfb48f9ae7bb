"""Issued = collected + missing; collected = valid + invalid; valid = yes + no + other; else it is not sealed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danchu.law.matters import Form
from danchu.law.reconciliation import Figures, may_seal, reconcile
from danchu.law.register import Mark, fold
from danchu.law.states import Route
from law.saying import code
from law.test_register import MEETING, ONLINE, SLIP, book, entry, slip

# 12 slips given out, 10 returned: 6 yes, 2 no, 1 other, 1 invalid.
RIGHT = Figures(collected=10, valid=9, invalid=1, yes=6, no=2, other=1, issued=12, missing=2)


def slips(given=12, returned=10):
    entries = [
        one for n in range(1, given + 1) for one in (slip(f"s{n}", n) if n <= returned else slip(f"s{n}", n)[:1])
    ]
    return fold(book(SLIP), entries)


def names(found):
    return [gap.name for gap in found.gaps]


def test_figures_that_add_up_may_be_sealed():
    found = reconcile(slips(), {SLIP: RIGHT})

    assert found.gaps == ()
    assert (found.total.households, found.total.yes, found.total.no, found.total.other) == (20, 6, 2, 1)
    assert (found.total.invalid, found.taking_part, found.absent) == (1, 10, 10)
    assert may_seal(found, {})


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        ({"missing": 1}, "slip.issued"),
        ({"missing": 3}, "slip.issued"),
        ({"valid": 8, "other": 0}, "slip.collected"),
        ({"invalid": 2}, "slip.collected"),
        ({"yes": 5}, "slip.valid"),
        ({"other": 2}, "slip.valid"),
        ({"issued": 11, "missing": 1}, "slip.register_issued"),
        ({"collected": 9, "valid": 8, "yes": 5, "missing": 3}, "slip.register_collected"),
    ],
)
def test_gap_is_listed_and_must_be_explained(change, gap):
    found = reconcile(slips(), {SLIP: replace(RIGHT, **change)})

    assert names(found) == [gap]
    assert code(may_seal(found, {})) == "register.gap_unexplained"
    assert code(may_seal(found, {gap: "  "})) == "register.gap_unexplained"
    assert code(may_seal(found, {"slip.else": "Một phiếu bị rách."})) == "register.gap_unexplained"
    assert may_seal(found, {gap: "Một phiếu bị rách, đã ghi biên bản."})


def test_every_gap_needs_its_own_explanation():
    found = reconcile(slips(), {SLIP: replace(RIGHT, missing=1, yes=5)})

    assert names(found) == ["slip.issued", "slip.valid"]
    assert code(may_seal(found, {"slip.issued": "Thiếu một cuống."})) == "register.gap_unexplained"
    assert may_seal(found, {"slip.issued": "Thiếu một cuống.", "slip.valid": "Đếm lại hai lần."})


def test_more_slips_in_the_box_than_given_out_cannot_be_explained():
    figures = replace(RIGHT, collected=13, valid=12, yes=9, missing=0)
    found = reconcile(slips(), {SLIP: figures})

    assert "slip.more_than_issued" in names(found)
    assert code(may_seal(found, dict.fromkeys(names(found), "Không rõ."))) == "register.impossible"


def test_more_votes_than_households_is_impossible():
    figures = replace(RIGHT, collected=21, valid=20, yes=17, issued=21, missing=0)

    assert code(may_seal(reconcile(slips(), {SLIP: figures}), {})) == "count.over_households"


def test_open_dispute_keeps_the_result_open():
    assert code(may_seal(reconcile(slips(), {SLIP: RIGHT}), {}, open_disputes=2)) == "register.open_disputes"


@pytest.mark.parametrize(
    ("figures", "refused"),
    [
        (Figures.of_hands(3, 1), None),
        (Figures.of_hands(2, 1), None),  # one household was present and did not raise a hand
        (Figures.of_hands(4, 1), "register.impossible"),
        (Figures(4, 3, 1, 3, 0, 0, issued=4, missing=0), None),
        (Figures(3, 3, 0, 3, 0, 0, issued=4, missing=1), None),
        (Figures(3, 3, 0, 3, 0, 0, issued=4, missing=0), "register.gap_unexplained"),
    ],
)
def test_meeting_counts_no_more_than_those_checked_in(figures, refused):
    register = fold(book(MEETING), [entry(f"h{n}", n, Route.MEETING) for n in range(1, 5)])

    assert code(may_seal(reconcile(register, {MEETING: figures}), {})) == refused


def test_marks_in_the_register_are_counted_without_figures():
    marks = [Mark.YES, Mark.YES, Mark.NO, Mark.OTHER, Mark.INVALID]
    register = fold(book(ONLINE), [entry(f"o{n}", n, Route.OWN, mark=mark) for n, mark in enumerate(marks, 1)])

    found = reconcile(register)

    assert found.figures[ONLINE] == Figures(collected=5, valid=4, invalid=1, yes=2, no=1, other=1)
    assert found.gaps == ()


def test_secret_form_needs_counted_figures():
    with pytest.raises(ValueError, match="without a mark"):
        reconcile(slips())


def test_mixed_forms_are_added_into_one_total():
    facts = book(SLIP, also=frozenset({ONLINE}))
    entries = [*slip("s1", 1), *slip("s2", 2), slip("s3", 3)[0], entry("o", 4, Route.OWN, mark=Mark.NO)]

    found = reconcile(fold(facts, entries), {SLIP: Figures(2, 2, 0, 2, 0, 0, issued=3, missing=1)})

    assert list(found.figures) == [SLIP, ONLINE]
    assert (found.total.yes, found.total.no, found.taking_part, found.absent) == (2, 1, 3, 17)
    assert may_seal(found, {})


def test_gap_is_said_in_both_languages():
    gap = reconcile(slips(), {SLIP: replace(RIGHT, missing=1)}).gaps[0]

    assert gap.said() == "Phát phiếu lấy ý kiến: phát 12 phiếu, nhưng số thu vào cộng số thiếu là 11."
    assert gap.said("en") == "Household slips: 12 slips given out, but collected and missing make 11."
    assert gap.form is Form.SLIP
