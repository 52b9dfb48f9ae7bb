"""What may be done with an entry in which state, and what must hold before it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from danchu.law.acts import Act
from danchu.law.basis import Article, Convention
from danchu.law.disclosure import State
from danchu.law.disclosure_acts import PlanLine, may, may_adopt, may_record, may_show
from danchu.law.rules import rules_at

TODAY = date(2026, 6, 1)
DAY = timedelta(days=1)
LINES = [PlanLine(str(number), "Nội dung", ("portal",), "Ngay", "30 ngày", "Văn phòng") for number in range(1, 15)]
ALLOWED = {
    Act.DISCLOSURE_ENTRY_DRAFT: {State.DRAFT},
    Act.DISCLOSURE_ENTRY_PUBLISH: {State.DRAFT, State.PUBLISHED},
    Act.DISCLOSURE_ENTRY_CORRECT: {State.PUBLISHED},
    Act.DISCLOSURE_ENTRY_WITHDRAW: {State.PUBLISHED},
    Act.DISCLOSURE_POSTING_RECORD: {State.PUBLISHED},
}


@pytest.mark.parametrize("act", ALLOWED)
@pytest.mark.parametrize("state", State)
def test_acts_have_their_states(act, state):
    answer = may(act, state)

    assert bool(answer) is (state in ALLOWED[act])
    if not answer:
        assert (answer.code, answer.details["entry_state"]) == ("disclosure.state", str(state))


def shown(**values):
    facts = {"source_on": TODAY, "has_content": True, "no_secret": True, "personal_checked": True, "today": TODAY}
    return may_show(**(facts | values))


@pytest.mark.parametrize(
    ("values", "code", "basis"),
    [
        ({"no_secret": False}, "disclosure.secret", Article("L10", 11)),
        ({"personal_checked": False}, "disclosure.personal", Convention("disclosure.personal")),
        ({"has_content": False}, "disclosure.empty", Convention("disclosure.source")),
        ({"scan_told": False}, "disclosure.scan", Convention("disclosure.source")),
        ({"source_on": TODAY + DAY}, "disclosure.source_future", Convention("disclosure.source")),
    ],
)
def test_nothing_is_shown_without_the_publishers_word(values, code, basis):
    """disclose.exclude: State secrets, and what may not be disclosed yet, stay out."""
    answer = shown(**values)

    assert (answer.code, answer.article) == (code, basis)
    assert shown()
    assert rules_at().rule("disclose.exclude").basis == Article("L10", 11)


@pytest.mark.parametrize(
    ("first", "last", "allowed"),
    [
        (TODAY, None, True),
        (TODAY - DAY, TODAY, True),
        (TODAY - 3 * DAY, TODAY - 3 * DAY, True),
        (TODAY + DAY, None, False),
        (TODAY - 4 * DAY, None, False),  # before the document
        (TODAY, TODAY + DAY, False),
        (TODAY, TODAY - DAY, False),
    ],
)
def test_days_of_a_posting(first, last, allowed):
    assert bool(may_record(first=first, last=last, source_on=TODAY - 3 * DAY, today=TODAY)) is allowed


@pytest.mark.parametrize("field", ["content", "channels", "time", "period", "responsible"])
def test_plan_has_five_things_in_every_line(field):
    """disclose.plan"""
    line = replace(LINES[6], **{field: () if field == "channels" else ""})

    answer = may_adopt([*LINES[:6], line, *LINES[7:]])

    assert (answer.code, answer.article) == ("disclosure.plan_incomplete", Article("L10", 14, 1))
    assert answer.details["missing_vi"].endswith("của nội dung số 7")
    assert may_adopt(LINES)
    assert rules_at().rule("disclose.plan").basis == Article("L10", 14, 1)


@pytest.mark.parametrize("number", ["1", "14"])
def test_plan_covers_all_fourteen_items(number):
    answer = may_adopt(line for line in LINES if line.key != number)

    assert answer.details["missing_vi"] == f"nội dung số {number}"
    assert answer.details["missing_en"] == f"item {number}"
