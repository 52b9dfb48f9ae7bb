"""Requests for information: clocks by the way they came, one extension, refusals in writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.foundation.workdays import vietnam_calendar
from danchu.law.acts import Act
from danchu.law.answers import Refusal
from danchu.law.basis import Article, Convention
from danchu.law.information import (
    CASE_LABELS,
    GROUND_LABELS,
    OPEN,
    REQUEST_STATE_LABELS,
    ROUTE_LABELS,
    Case,
    Ground,
    Kind,
    RequestFacts,
    RequestState,
    Route,
    answer_due,
    clock_basis,
    may,
    may_refuse,
    notice_due,
    unknown_code,
)
from danchu.law.rules import rules_at
from danchu.law.words import remedy, sentence

CALENDAR = vietnam_calendar(range(2025, 2029))
MONDAY = date(2026, 6, 1)
DAY = timedelta(days=1)
STEPS = {
    Act.DISCLOSURE_REQUEST_RETURN: {RequestState.FILED},
    Act.DISCLOSURE_REQUEST_COMPLETE: {RequestState.INCOMPLETE},
    Act.DISCLOSURE_REQUEST_ACCEPT: {RequestState.FILED},
    Act.DISCLOSURE_REQUEST_ANSWER: {RequestState.FILED, RequestState.ACCEPTED},
    Act.DISCLOSURE_REQUEST_REFUSE: {RequestState.FILED, RequestState.ACCEPTED},
}


def asked(route: Route = Route.WEB, **values) -> RequestFacts:
    values.setdefault("kind", Kind.INFORMATION)
    values.setdefault("state", RequestState.ACCEPTED)
    return RequestFacts(route=route, received_on=MONDAY, **values)


def code(answer) -> str:
    return answer.code if isinstance(answer, Refusal) else "allowed"


@pytest.mark.parametrize(
    ("route", "complex_", "extended", "rule", "end", "basis"),
    [
        (Route.WEB, False, False, "ati.online.simple", date(2026, 6, 4), Article("L104", 30, 3)),
        (Route.WEB, True, False, "ati.online.complex", date(2026, 6, 22), Article("L104", 30, 4)),
        (Route.WEB, True, True, "ati.online.complex", date(2026, 7, 7), Article("L104", 30, 4)),
        (Route.PHONE, False, False, "ati.online.simple", date(2026, 6, 4), Convention("information.phone")),
        (Route.PHONE, True, False, "ati.online.complex", date(2026, 6, 22), Convention("information.phone")),
        (Route.COUNTER, False, False, "ati.direct.complex", MONDAY, Article("L104", 29, 2)),
        (Route.COUNTER, True, False, "ati.direct.complex", date(2026, 6, 15), Article("L104", 29, 2)),
        (Route.COUNTER, True, True, "ati.direct.complex", date(2026, 6, 29), Article("L104", 29, 2)),
        (Route.POST, False, False, "ati.post", date(2026, 6, 8), Article("L104", 31)),
        (Route.POST, True, False, "ati.online.complex", date(2026, 6, 22), Article("L104", 31)),
        (Route.POST, True, True, "ati.online.complex", date(2026, 7, 7), Article("L104", 31)),
    ],
)
def test_answer_is_due_by_the_way_it_came(route, complex_, extended, rule, end, basis):
    facts = asked(route, complex=complex_, extended=extended)

    clock = answer_due(facts, CALENDAR)

    assert (clock.rule, clock.start, clock.end) == (rule, MONDAY, end)
    assert clock_basis(facts) == basis
    assert clock.why["vi"]
    assert clock.why["en"]


def test_not_yet_accepted_is_counted_as_simple():
    assert answer_due(asked(state=RequestState.FILED), CALENDAR).end == date(2026, 6, 4)


@pytest.mark.parametrize(
    ("route", "complex_", "end"),
    [
        (Route.WEB, True, date(2026, 6, 4)),
        (Route.POST, True, date(2026, 6, 4)),
        (Route.PHONE, True, date(2026, 6, 4)),
        (Route.COUNTER, True, None),
        (Route.WEB, False, None),
    ],
)
def test_notice_of_the_time_for_a_complex_request(route, complex_, end):
    """ati.online.complex.notice"""
    clock = notice_due(asked(route, complex=complex_), CALENDAR)

    assert (clock.end if clock else None) == end


def test_wrong_information_has_fifteen_days_moved_off_a_holiday():
    """ati.wrong_info: from 17/8/2026 day 15 is a day off, the next working day is 3/9."""
    facts = replace(asked(kind=Kind.WRONG), received_on=date(2026, 8, 17))

    clock = answer_due(facts, CALENDAR)

    assert (clock.rule, clock.end) == ("ati.wrong_info", date(2026, 9, 3))
    assert clock_basis(facts) == Article("L104", 22, 4)
    assert notice_due(facts, CALENDAR) is None


@pytest.mark.parametrize("act", STEPS)
@pytest.mark.parametrize("state", RequestState)
def test_steps_have_their_place(act, state):
    facts = asked(state=state)

    answer = may(act, facts, MONDAY, CALENDAR)

    assert bool(answer) is (state in STEPS[act])
    if not answer:
        assert code(answer) == "information.state"
        assert sentence(answer)
        assert sentence(answer, "en")
        assert remedy(answer)


@pytest.mark.parametrize(
    ("facts", "at", "expected"),
    [
        (asked(complex=True), date(2026, 6, 22), "allowed"),
        (asked(complex=True), date(2026, 6, 23), "information.extend_late"),
        (asked(complex=True, extended=True), MONDAY, "information.extended"),
        (asked(complex=False), MONDAY, "information.extend_simple"),
        (asked(complex=None), MONDAY, "information.extend_simple"),
        (asked(kind=Kind.WRONG), MONDAY, "information.extend_wrong"),
        (asked(complex=True, state=RequestState.SUPPLIED), MONDAY, "information.state"),
    ],
)
def test_extended_once_before_the_end(facts, at, expected):
    assert code(may(Act.DISCLOSURE_REQUEST_EXTEND, facts, at, CALENDAR)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (asked(state=RequestState.SUPPLIED), "allowed"),
        (asked(state=RequestState.SUPPLIED, released=True), "information.released"),
        (asked(state=RequestState.ACCEPTED), "information.release_unsupplied"),
        (asked(state=RequestState.REFUSED), "information.release_unsupplied"),
        (asked(state=RequestState.SUPPLIED, kind=Kind.WRONG), "information.release_unsupplied"),
    ],
)
def test_only_what_was_supplied_is_published_for_everyone(facts, expected):
    assert code(may(Act.DISCLOSURE_REQUEST_RELEASE, facts, MONDAY, CALENDAR)) == expected


@pytest.mark.parametrize(
    ("state", "at", "expected"),
    [
        (RequestState.FILED, date(2026, 6, 4), "information.complain_early"),
        (RequestState.FILED, date(2026, 6, 5), "allowed"),
        (RequestState.SUPPLIED, MONDAY, "allowed"),
        (RequestState.REFUSED, MONDAY, "allowed"),
    ],
)
def test_complaint_when_late_or_answered(state, at, expected):
    assert code(may(Act.DISCLOSURE_REQUEST_COMPLAIN, asked(state=state), at, CALENDAR)) == expected


@pytest.mark.parametrize("ground", Ground)
def test_refusal_is_in_writing_with_its_reason(ground):
    """ati.refusal"""
    assert may_refuse(ground, "Tài liệu thuộc danh mục bí mật nhà nước độ mật.")
    assert code(may_refuse(ground, "  ")) == "information.reason_missing"
    assert sentence(may_refuse(ground, ""))
    assert rules_at().rule("ati.refusal").basis == Article("L104", 28)


def test_on_request_has_three_cases_and_the_rest():
    """disclose.on_request"""
    assert set(CASE_LABELS) == set(Case)
    assert len(Case) == 4
    assert rules_at().rule("disclose.on_request").basis == Article("L10", 14, 2)


def test_closed_lists_have_their_names():
    assert set(GROUND_LABELS) == set(Ground)
    assert set(ROUTE_LABELS) == set(Route)
    assert set(REQUEST_STATE_LABELS) == set(RequestState)
    assert {RequestState.SUPPLIED, RequestState.REFUSED} == set(RequestState) - OPEN


@given(
    st.sampled_from(Route),
    st.booleans(),
    st.integers(0, 500).map(lambda n: MONDAY + n * DAY),
)
def test_complex_never_ends_before_simple_nor_extended_before_not(route, extended, day):
    simple = replace(asked(route, complex=False), received_on=day)
    hard = replace(simple, complex=True)

    ends = [answer_due(one, CALENDAR).end for one in (simple, hard, replace(hard, extended=extended))]

    assert day <= ends[0] <= ends[1] <= ends[2]
    assert all(CALENDAR.is_working(end) for end in ends[1:])


def test_a_code_nobody_was_given_is_refused_in_words():
    found = unknown_code()

    assert (found.code, found.article) == ("information.unknown", Convention("information.book"))
    assert "mã" in sentence(found, "vi")
