"""How an entry stands: what is late, short, missing or unproven, to the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.law.basis import Article, Convention
from danchu.law.disclosure import (
    Channel,
    Shown,
    deadline,
)
from danchu.law.disclosure_check import Standing, owed_by_area, runs, verdict, working_days_after
from law.disclosing import (
    AREAS,
    CALENDAR,
    DAY,
    DUE,
    HOUSES,
    HQ,
    MONDAY,
    PLACES,
    codes,
    entry,
    faults,
    heads,
    hung,
    loud,
    stands,
)

PERMANENT_ITEMS = [4, 13]


# --- the deadline ---------------------------------------------------------------------------------------------------
def test_disclosed_within_five_working_days():
    """disclose.deadline"""
    clock, basis = deadline(entry(1), CALENDAR)

    assert (clock.rule, clock.end, basis) == ("disclose.deadline", DUE, Article("L10", 12, 3))


@pytest.mark.parametrize(("day", "late"), [(DUE, False), (DUE + DAY, True)])
def test_day_six_is_late(day, late):
    facts = entry(14, published_on=day)

    found = verdict(facts, day, CALENDAR).findings[0]

    assert bool(found.faults) is found.breach is late
    assert found.standing is Standing.MET
    if late:
        fault = found.faults[0]
        assert (fault.code, fault.basis, fault.details["days"]) == ("disclosure.late", Article("L10", 12, 3), 1)
        assert fault.told() == (
            "Chậm 1 ngày làm việc: trang thông tin điện tử; hạn chót là thứ Hai, 8/6/2026 "
            "(khoản 3 Điều 12 Luật Thực hiện dân chủ ở cơ sở)."
        )


@pytest.mark.parametrize(("today", "standing"), [(DUE, Standing.WAITING), (DUE + DAY, Standing.MISSING)])
def test_not_yet_disclosed(today, standing):
    found = verdict(entry(14), today, CALENDAR)

    assert found.findings[0].standing is standing
    assert found.next_due == DUE
    assert bool(found.breaches) is (standing is Standing.MISSING)


def test_holidays_and_worked_saturdays_count_as_the_calendar_says():
    # The decision is of 20/8/2026; Saturday 22/8 is worked in exchange for Monday 31/8 off.
    clock, _ = deadline(entry(1, source_on=date(2026, 8, 20)), CALENDAR)
    around, _ = deadline(entry(1, source_on=date(2026, 8, 27)), CALENDAR)

    assert clock.end == date(2026, 8, 26)
    assert around.end == date(2026, 9, 8)
    assert date(2026, 9, 2) in around.skipped


def test_delay_is_counted_in_working_days():
    assert working_days_after(DUE, DUE + DAY, CALENDAR) == 1
    assert working_days_after(date(2026, 6, 12), date(2026, 6, 15), CALENDAR) == 1  # Friday, to Monday
    assert working_days_after(date(2026, 6, 12), date(2026, 6, 13), CALENDAR) == 1  # a Saturday is late already


# --- how long -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("last", "today", "standing"),
    [
        (None, date(2026, 7, 1), Standing.RUNNING),  # day 30 is not over
        (None, date(2026, 7, 2), Standing.MET),
        (date(2026, 7, 1), date(2026, 7, 2), Standing.MET),
        (date(2026, 6, 30), date(2026, 7, 1), Standing.SHORT),  # 29 days
        (date(2026, 6, 30), date(2026, 6, 30), Standing.RUNNING),
    ],
)
def test_thirty_consecutive_days(last, today, standing):
    """disclose.post.period"""
    facts = entry(1, published_on=MONDAY, shown=hung(MONDAY, last))

    found = [one for one in verdict(facts, today, CALENDAR).findings if one.requirement.place == HQ]

    assert [one.standing for one in found] == [standing]
    assert found[0].keep_until == date(2026, 7, 1)


def test_day_29_is_short_and_says_by_how_much():
    facts = entry(1, published_on=MONDAY, shown=hung(MONDAY, date(2026, 6, 30), places=[HQ]) + hung(places=PLACES[1:]))

    (fault,) = verdict(facts, date(2026, 7, 10), CALENDAR).faults

    assert (fault.code, fault.basis) == ("disclosure.short", Article("L10", 13, 2))
    assert (fault.details["days"], fault.details["needed"]) == (29, 30)
    assert "được 29 ngày, cần đủ 30" in fault.told()


def test_thirty_days_are_never_moved_by_a_holiday():
    # Begun 24/1/2027, the thirtieth day after is 23/2; the days off of Tết lie within and change nothing.
    first = date(2027, 1, 24)
    facts = entry(1, source_on=first, published_on=first, shown=hung(first))

    assert {one.keep_until for one in verdict(facts, first, CALENDAR).findings[1:]} == {first + 30 * DAY}


@pytest.mark.parametrize(("again", "standing"), [(11, Standing.MET), (12, Standing.SHORT)])
def test_gap_breaks_consecutive(again, standing):
    """Down after the tenth; up again on the eleventh is no gap, on the twelfth it is."""
    second = date(2026, 6, again)
    shown = hung(MONDAY, date(2026, 6, 10)) + hung(second, second + 20 * DAY)
    facts = entry(1, published_on=MONDAY, shown=shown)

    found = verdict(facts, date(2026, 7, 20), CALENDAR)

    assert {one.standing for one in found.findings if one.requirement.place} == {standing}


def test_count_starts_again_after_a_gap():
    facts = entry(1, published_on=MONDAY, shown=hung(MONDAY, date(2026, 6, 10)) + hung(date(2026, 6, 12)))

    found = verdict(facts, date(2026, 7, 5), CALENDAR)

    assert {(one.standing, one.keep_until) for one in found.findings if one.requirement.place} == {
        (Standing.RUNNING, date(2026, 7, 12))
    }


@pytest.mark.parametrize(
    ("last", "today", "standing"),
    [
        (None, date(2026, 6, 2), Standing.RUNNING),
        (None, date(2026, 6, 3), Standing.MET),  # the third broadcast has been heard
        (date(2026, 6, 3), date(2026, 6, 10), Standing.MET),
        (date(2026, 6, 2), date(2026, 6, 3), Standing.SHORT),
    ],
)
def test_three_consecutive_days_on_the_loudspeaker(last, today, standing):
    """disclose.radio: days on which it was broadcast."""
    facts = entry(7, published_on=MONDAY, shown=hung() + heads() + loud(MONDAY, last))

    found = [one for one in stands(facts, today).findings if Channel.RADIO in one.requirement.channels]

    assert {one.standing for one in found} == {standing}
    assert {one.keep_until for one in found} == {date(2026, 6, 3)}
    if standing is Standing.SHORT:
        assert found[0].faults[0].details["days"] == 2
        assert found[0].faults[0].details["needed"] == 3


def test_broadcasts_with_a_silent_day_between_are_not_consecutive():
    shown = loud(MONDAY, MONDAY + DAY) + loud(MONDAY + 3 * DAY, MONDAY + 4 * DAY)
    facts = entry(7, published_on=MONDAY, shown=hung() + heads() + shown)

    assert codes(facts, MONDAY + 10 * DAY) == {"short"}


def test_item_7_without_radio_names_what_is_missing():
    facts = entry(7, published_on=MONDAY, shown=hung() + heads())

    found = faults(facts, DUE + DAY)

    assert found == [("missing", "truyền thanh ở Khu phố 1"), ("missing", "truyền thanh ở Khu phố 2")]
    assert {one.basis for one in verdict(facts, DUE + DAY, CALENDAR).faults} == {Article("L10", 13, 3)}


def test_item_7_without_the_heads_names_each_khu_pho():
    facts = entry(7, published_on=MONDAY, shown=hung() + loud())

    found = faults(facts, DUE + DAY)

    assert found == [("missing", "qua Trưởng khu phố ở Khu phố 1"), ("missing", "qua Trưởng khu phố ở Khu phố 2")]


def test_place_left_out_is_named():
    facts = entry(1, published_on=MONDAY, shown=hung(places=[HQ, *HOUSES]))

    assert faults(facts, DUE + DAY) == [("missing", "niêm yết tại Điểm sinh hoạt hẻm 5")]


def test_khu_pho_without_any_place_is_named():
    """disclose.post.places"""
    facts = entry(1, published_on=MONDAY, places=(HQ, HOUSES[0]), shown=hung(places=[HQ, HOUSES[0]]))

    (fault,) = verdict(facts, MONDAY, CALENDAR).faults

    assert (fault.code, fault.details["where"]) == ("disclosure.no_place", "Khu phố 2")


def test_ward_without_headquarters_on_record_is_told():
    facts = entry(1, published_on=MONDAY, places=HOUSES, shown=hung(places=HOUSES))

    assert codes(facts, MONDAY) == {"no_hq"}


# --- permanent items ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", PERMANENT_ITEMS)
def test_permanent_item_untouched_for_a_year_is_still_in_order(number):
    """disclose.post.permanent: it never runs out; after a year our own reminder comes, which is no breach."""
    facts = entry(number, published_on=MONDAY, shown=hung(places=[HQ]))

    on_the_day = verdict(facts, MONDAY + 365 * DAY, CALENDAR)
    later = verdict(facts, MONDAY + 366 * DAY, CALENDAR)

    assert on_the_day.faults == ()
    assert [one.standing for one in later.findings] == [Standing.MET, Standing.MET]
    assert later.breaches == ()
    assert [(one.code, one.advice, one.basis) for one in later.faults] == [
        ("disclosure.unreviewed", True, Convention("disclosure.review"))
    ]


def test_permanent_item_taken_down_is_a_breach_even_after_years():
    facts = entry(13, published_on=MONDAY, shown=hung(MONDAY, MONDAY + 700 * DAY, places=[HQ]))

    found = stands(facts, MONDAY + 701 * DAY)

    assert [one.code for one in found.breaches] == ["disclosure.taken_down"]


# --- evidence -------------------------------------------------------------------------------------------------------
def test_posting_without_evidence_is_advice_and_no_breach():
    facts = entry(4, published_on=MONDAY, shown=hung(places=[HQ], proven=False))

    found = verdict(facts, MONDAY, CALENDAR)

    assert [(one.code, one.advice) for one in found.faults] == [("disclosure.unproven", True)]
    assert found.breaches == ()
    assert not found.complete


def test_everything_done_and_proven_is_complete():
    facts = entry(7, published_on=MONDAY, shown=hung() + loud() + heads())

    assert verdict(facts, MONDAY, CALENDAR).complete
    assert verdict(facts, MONDAY + 90 * DAY, CALENDAR).complete


# --- what a khu phố owes, and what is said ---
def test_what_a_khu_pho_owes():
    facts = entry(7, published_on=MONDAY)

    mine = owed_by_area(verdict(facts, MONDAY, CALENDAR).findings, AREAS[0])

    assert [one.requirement.key for one in mine] == [
        *("posting:place:21", "posting:place:30", "radio:khu_pho:1", "head:khu_pho:1")
    ]
    assert mine[0].requirement.name("en") == "posting at Nhà văn hóa Khu phố 1"
    assert mine[2].requirement.name("en") == "loudspeaker in Khu phố 1"


def test_every_fault_says_what_to_do_in_both_languages():
    facts = entry(7, published_on=DUE + DAY, shown=hung(MONDAY, MONDAY + DAY, places=[HQ], proven=False))

    for fault in verdict(facts, date(2026, 7, 20), CALENDAR).faults:
        assert fault.told()
        assert fault.told("en")
        assert bool(fault.remedy()) is bool(fault.remedy("en"))


# --- properties -----------------------------------------------------------------------------------------------------
DAYS = st.integers(0, 120).map(lambda n: MONDAY + n * DAY)
SPANS = st.lists(st.tuples(DAYS, st.integers(0, 60)), min_size=1, max_size=5).map(
    lambda pairs: [Shown(Channel.POSTING, first, first + length * DAY, HQ.id, None, True) for first, length in pairs]
)


@given(SPANS, DAYS)
def test_runs_cover_exactly_the_days_it_was_up(rows, today):
    rows = [row for row in rows if row.first <= today]
    up = {row.first + n * DAY for row in rows for n in range((min(row.last, today) - row.first).days + 1)}

    found = runs(rows, today)

    assert {first + n * DAY for first, last in found for n in range((last - first).days + 1)} == up
    assert all(later[0] > earlier[1] + DAY for earlier, later in pairwise(found))


@given(SPANS, DAYS)
def test_more_days_never_make_it_worse(rows, today):
    order = [Standing.MISSING, Standing.SHORT, Standing.WAITING, Standing.RUNNING, Standing.MET]
    facts = entry(1, places=(HQ,), areas=(), published_on=MONDAY, shown=tuple(rows))
    more = replace(facts, shown=(*rows, Shown(Channel.POSTING, MONDAY, today, HQ.id, None, True)))

    (_, before), (_, after) = verdict(facts, today, CALENDAR).findings, verdict(more, today, CALENDAR).findings

    assert order.index(after.standing) >= order.index(before.standing)


@given(st.sampled_from(range(1, 15)), DAYS, DAYS)
def test_breach_is_never_undone_by_waiting(number, published, today):
    facts = entry(number, published_on=published)

    # What was missing may be done late: a breach still, at the same place.
    first = {fault.details.get("where_vi") for fault in stands(facts, today).breaches}
    later = {fault.details.get("where_vi") for fault in stands(facts, today + 30 * DAY).breaches}

    assert first <= later
