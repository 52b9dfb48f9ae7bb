"""One register per decision: the first valid entry stands, and everything adds up in any order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.law.forms import FormFacts
from danchu.law.matters import Form
from danchu.law.reconciliation import reconcile
from danchu.law.register import (
    FORM_OF,
    ROUTE_LABELS,
    Entry,
    Kind,
    Mark,
    RegisterFacts,
    Row,
    fold,
    judge,
    may_dispute,
    may_mix,
    mixed_note,
    routes,
    take,
)
from danchu.law.states import CHOOSING_ROUTES, Route
from law.saying import code

OPENS = datetime(2026, 12, 6, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=6)
NOON = OPENS + timedelta(hours=5)
TICK = timedelta(microseconds=1)
ROLL = frozenset(range(1, 21))
MEETING, SLIP, ONLINE = Form.MEETING, Form.SLIP, Form.ONLINE


def book(form, **more):
    return RegisterFacts(form, ROLL, OPENS, CLOSES, **more)


def entry(key, household, route, at=NOON, **more):
    return Entry(key, household, route, more.pop("made_at", at), at, **more)


def slip(key, household=1, route=Route.DOOR, **more):
    return (entry(f"{key}-given", household, route, kind=Kind.ISSUED), entry(key, household, route, **more))


def reasons(row):
    return [code(kept.refusal) for kept in row.refused]


@pytest.mark.parametrize(
    ("form", "also", "taken"),
    [
        (MEETING, (), ["meeting"]),
        (SLIP, (), ["hand", "box", "door"]),
        (ONLINE, (), ["own", "kiosk", "assisted", "group"]),
        (SLIP, (ONLINE,), ["own", "kiosk", "assisted", "group", "hand", "box", "door"]),
    ],
)
def test_register_takes_every_route_of_its_form_and_no_other(form, also, taken):
    facts = book(form, also=frozenset(also))

    assert list(routes(facts)) == taken
    for route in Route:
        row = Row(1, issued=entry("given", 1, Route.DOOR, kind=Kind.ISSUED))
        refused = code(judge(facts, row, entry("one", 1, route)))
        assert refused == (None if route in taken else "register.route")


def test_every_route_belongs_to_one_form_and_has_a_name():
    assert set(FORM_OF) == set(ROUTE_LABELS) == set(Route)
    assert {route for route in Route if FORM_OF[route] is ONLINE} == CHOOSING_ROUTES


@pytest.mark.parametrize(
    ("matter", "form", "also", "chosen", "refused"),
    [
        ("D6", "slip", [], {}, None),
        ("D6", "slip", ["slip"], {}, None),
        ("D6", "slip", ["online"], {}, "register.mixed_forms_off"),
        ("D6", "slip", ["online"], {"decide.mixed_forms": False}, "register.mixed_forms_off"),
        ("D6", "slip", ["online", "meeting"], {"decide.mixed_forms": True}, None),
        ("D1", "meeting", ["online"], {"decide.mixed_forms": True}, "form.online_only_D6"),
        ("D1", "meeting", ["slip"], {"decide.mixed_forms": True}, "form.slip_after_meeting"),
        ("D1", "online", [], {"decide.mixed_forms": True}, "form.online_only_D6"),
    ],
)
def test_forms_are_mixed_only_by_the_wards_setting_and_each_by_its_own_right(matter, form, also, chosen, refused):
    assert code(may_mix(matter, "khu_pho", form, also, settings=chosen)) == refused


def test_forms_mixed_after_a_failed_meeting_follow_the_fallback():
    settings = {"decide.mixed_forms": True}

    assert may_mix("D1", "khu_pho", "slip", [], settings=settings, facts=FormFacts(meeting_failed=True))


def test_minutes_name_mixed_forms():
    note = mixed_note(book(SLIP, also=frozenset({ONLINE})))

    assert mixed_note(book(SLIP)) is None
    assert note.vi.startswith("Kết quả cộng từ nhiều hình thức: phát phiếu lấy ý kiến và biểu quyết trực tuyến")
    assert "several forms" in note.en


@pytest.mark.parametrize(
    ("facts", "one", "refused"),
    [
        (book(ONLINE), entry("a", 1, Route.OWN, OPENS - TICK), "register.not_open"),
        (book(ONLINE), entry("a", 1, Route.OWN, OPENS), None),
        (book(ONLINE), entry("a", 1, Route.OWN, CLOSES - TICK), None),
        (book(ONLINE), entry("a", 1, Route.OWN, CLOSES), "register.closed"),
        (book(ONLINE), entry("a", 1, Route.OWN, CLOSES, made_at=CLOSES - TICK), "register.closed"),
        (book(ONLINE, closed_at=NOON), entry("a", 1, Route.OWN, NOON), "register.closed"),
        (book(MEETING), entry("a", 1, Route.MEETING, CLOSES, made_at=CLOSES - TICK), None),
        (book(MEETING, closed_at=CLOSES), entry("a", 1, Route.MEETING, CLOSES, made_at=CLOSES - TICK), None),
        (book(MEETING), entry("a", 1, Route.MEETING, CLOSES), "register.closed"),
        (book(MEETING, sealed=True), entry("a", 1, Route.MEETING), "register.sealed"),
        (book(MEETING), entry("a", 21, Route.MEETING), "register.not_on_roll"),
        (book(MEETING, struck=frozenset({"a"})), entry("a", 1, Route.MEETING), "register.struck"),
        (
            book(MEETING, annulled=frozenset({"p"})),
            entry("a", 1, Route.MEETING, batch="p"),
            "register.batch_annulled",
        ),
        (book(MEETING, annulled=frozenset({"p"})), entry("a", 1, Route.MEETING, batch="q"), None),
        (book(MEETING), entry("a", 1, Route.MEETING, kind=Kind.ISSUED), "register.route"),
        (book(SLIP), entry("a", 1, Route.DOOR), "register.slip_not_issued"),
    ],
)
def test_entry_by_the_state_the_clock_and_the_roll(facts, one, refused):
    assert code(judge(facts, Row(one.household), one)) == refused


@pytest.mark.parametrize(
    ("first", "second", "replace_own", "refused"),
    [
        (Route.OWN, Route.OWN, True, None),
        (Route.OWN, Route.KIOSK, True, None),
        (Route.KIOSK, Route.OWN, True, None),
        (Route.OWN, Route.OWN, False, "register.no_replacement"),
        (Route.OWN, Route.ASSISTED, True, "register.already_entered"),
        (Route.ASSISTED, Route.OWN, True, "register.already_entered"),
        (Route.ASSISTED, Route.ASSISTED, True, "register.already_entered"),
        (Route.DOOR, Route.BOX, True, "register.already_entered"),
        (Route.MEETING, Route.MEETING, True, "register.already_entered"),
        (Route.OWN, Route.DOOR, True, "register.already_entered"),
        (Route.MEETING, Route.OWN, True, "register.already_entered"),
    ],
)
def test_first_valid_entry_stands_and_only_the_own_online_one_is_replaced(first, second, replace_own, refused):
    facts = book(MEETING, also=frozenset({SLIP, ONLINE}), replace_own=replace_own)
    given = entry("given", 1, Route.DOOR, kind=Kind.ISSUED)
    one, two = entry("one", 1, first, by=7), entry("two", 1, second, by=8)

    row = fold(facts, (given, one, two)).rows[1]

    if refused is None:
        assert (row.stands, row.replaced, row.refused) == (two, (one,), ())
    else:
        assert (row.stands, row.replaced) == (one, ())
        assert [kept.entry for kept in row.refused] == [two]
        assert reasons(row) == [refused]


def test_refused_entry_does_not_take_the_place_of_a_valid_one():
    late = entry("early", 1, Route.OWN, OPENS - TICK)
    row = fold(book(ONLINE), (late, entry("good", 1, Route.OWN))).rows[1]

    assert row.stands.key == "good"
    assert reasons(row) == ["register.not_open"]


def test_same_entry_sent_again_is_not_a_second_one():
    one = entry("one", 1, Route.OWN)
    register = fold(book(ONLINE), (one, one, entry("x", 99, Route.OWN), entry("x", 99, Route.OWN)))

    assert register.rows[1] == Row(1, stands=one)
    assert register.repeated == 2
    assert [code(kept.refusal) for kept in register.strays] == ["register.not_on_roll"]


@pytest.mark.rule("ballot.one_per_household")
def test_household_gets_one_slip_and_none_after_it_took_part():
    facts = book(SLIP, also=frozenset({ONLINE}))
    given = slip("first")[0]
    twice = fold(facts, (given, replace(given, key="second"))).rows[1]
    after = fold(facts, (entry("own", 1, Route.OWN), given)).rows[1]

    assert (twice.issued, reasons(twice)) == (given, ["register.slip_twice"])
    assert (after.issued, reasons(after)) == (None, ["register.already_entered"])


def test_struck_entry_gives_way_to_the_next_valid_one():
    helper, own = entry("helper", 1, Route.ASSISTED), entry("own", 1, Route.OWN)
    facts = book(ONLINE)

    before = fold(facts, (helper, own)).rows[1]
    after = fold(replace(facts, struck=frozenset({"helper"})), (helper, own)).rows[1]

    assert before.stands is helper
    assert after.stands is own
    assert reasons(after) == ["register.struck"]


def test_annulled_package_counts_for_nobody():
    attended = [entry(f"h{n}", n, Route.MEETING, batch="laptop-2") for n in (1, 2)]
    facts = book(MEETING, annulled=frozenset({"laptop-2"}))

    register = fold(facts, [*attended, entry("again", 1, Route.MEETING)])

    assert [one.key for one in register.standing()] == ["again"]
    assert reasons(register.rows[2]) == ["register.batch_annulled"]


def test_standing_entries_by_form():
    facts = book(SLIP, also=frozenset({ONLINE}))
    register = fold(facts, (*slip("s", 1), entry("o", 2, Route.OWN), slip("t", 3)[0]))

    assert [one.key for one in register.standing(SLIP)] == ["s"]
    assert [one.key for one in register.standing(ONLINE)] == ["o"]
    assert register.issued() == 2


@pytest.mark.parametrize(
    ("facts", "row", "refused"),
    [
        (book(SLIP), Row(1, issued=slip("a")[0]), None),
        (book(ONLINE), Row(1, stands=entry("a", 1, Route.OWN)), None),
        (book(ONLINE), fold(book(ONLINE), [entry("a", 1, Route.OWN, CLOSES)]).rows[1], None),
        (book(ONLINE), Row(1), "register.nothing_to_dispute"),
        (book(ONLINE, sealed=True), Row(1, stands=entry("a", 1, Route.OWN)), "register.dispute_after_seal"),
    ],
)
def test_household_may_ask_for_its_row_to_be_checked_until_the_seal(facts, row, refused):
    assert code(may_dispute(facts, row)) == refused


# --- any order ----------------------------------------------------------------------------------------------------
MIXES = (
    book(MEETING),
    book(SLIP),
    book(ONLINE),
    book(ONLINE, replace_own=False),
    book(SLIP, also=frozenset({ONLINE})),
    book(MEETING, also=frozenset({SLIP, ONLINE})),
)


def orders(seed, count, entries=24):
    """``count`` random streams over all routes; about one entry in twenty is sent a second time."""
    dice = random.Random(seed)
    pool = [
        Entry(f"{n}", (n % 5) or 21, route, when, when, kind, mark=mark)
        for n, (route, kind, when, mark) in enumerate(
            (route, kind, when, mark)
            for route in Route
            for kind in Kind
            for when in (OPENS - TICK, *[NOON] * 10, CLOSES)
            for mark in Mark
        )
    ]
    for number in range(count):
        stream = dice.sample(pool, entries)
        twice = [one for one in stream if dice.random() < 0.05]
        for one in twice:
            stream.insert(dice.randrange(len(stream) + 1), one)
        yield MIXES[number % len(MIXES)], stream


def check_register(facts, stream):
    register = fold(facts, stream)
    standing = register.standing()
    households = [one.household for one in standing]
    assert len(households) == len(set(households))
    assert set(households) <= facts.roll
    evidence = sum(
        (row.issued is not None) + (row.stands is not None) + len(row.replaced) + len(row.refused)
        for row in register.rows.values()
    )
    assert evidence + len(register.strays) + register.repeated == len(stream)
    assert {FORM_OF[one.route] for one in standing} <= facts.forms
    found = reconcile(register)
    assert found.gaps == ()
    assert found.taking_part == found.total.taking_part == len(standing)
    assert found.taking_part + found.absent == len(facts.roll)
    assert found.total.impossible() is None
    for figures in found.figures.values():
        assert figures.collected == figures.valid + figures.invalid
        assert figures.valid == figures.yes + figures.no + figures.other
        assert figures.issued is None or figures.issued == figures.collected + figures.missing
    return register


def test_no_household_twice_and_always_reconciled_in_two_thousand_orders():
    refused = replaced = repeated = 0
    for facts, stream in orders(seed=20261206, count=2_000):
        register = check_register(facts, stream)
        refused += sum(len(row.refused) for row in register.rows.values())
        replaced += sum(len(row.replaced) for row in register.rows.values())
        repeated += register.repeated
    assert min(refused, replaced, repeated) > 300  # the streams did try


@pytest.mark.long
def test_no_household_twice_and_always_reconciled_in_a_hundred_thousand_orders():
    for facts, stream in orders(seed=59, count=100_000):
        check_register(facts, stream)


@given(st.data())
def test_order_of_other_households_does_not_touch_a_row(data):
    facts, stream = next(orders(data.draw(st.integers(0, 10_000)), 1))
    mine = [one for one in stream if one.household == 1]
    others = [one for one in stream if one.household != 1]
    mixed = list(others)
    places = sorted(data.draw(st.lists(st.integers(0, len(others)), min_size=len(mine), max_size=len(mine))))
    for place, one in zip(reversed(places), reversed(mine), strict=True):
        mixed.insert(place, one)

    assert fold(facts, mixed).rows.get(1) == fold(facts, mine).rows.get(1)


def test_entry_taken_twice_changes_nothing():
    facts, sent = book(ONLINE), entry("one", 1, Route.OWN)
    row = take(facts, Row(1), sent)

    assert row.stands == sent
    assert take(facts, row, sent) == row
