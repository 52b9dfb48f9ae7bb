"""What an entry owes: items, forms, places and deadlines, row by row of the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danchu.law.basis import Article, Convention
from danchu.law.disclosure import (
    PLACE_LABELS,
    STATE_LABELS,
    TRACK_LABELS,
    Channel,
    Means,
    PlaceKind,
    RadioBy,
    Requirement,
    Shown,
    Special,
    State,
    Track,
    channel_basis,
    channel_label,
    deadline,
    item,
    items,
    means_label,
    requirements,
)
from danchu.law.disclosure_check import Standing, verdict
from danchu.law.rules import rules_at
from law.disclosing import (
    AREAS,
    CALENDAR,
    DAY,
    DUE,
    HQ,
    MONDAY,
    PLACES,
    entry,
    hung,
    owed,
)

POSTED_ITEMS = [1, 2, 3, *range(5, 13)]
LOUD_ITEMS = list(range(7, 13))
PERMANENT_ITEMS = [4, 13]


# --- the items and their forms ------------------------------------------------------------------------------------
def test_ward_has_fourteen_items_and_an_agency_twelve():
    assert [one.key for one in items(Track.WARD)] == [str(number) for number in range(1, 15)]
    assert [one.key for one in items(Track.AGENCY)] == [str(number) for number in range(1, 13)]
    assert items(Track.LIST) == ()


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        (1, "disclose.item.01"),
        (2, "disclose.item.02"),
        (3, "disclose.item.03"),
        (4, "disclose.item.04"),
        (5, "disclose.item.05"),
        (6, "disclose.item.06"),
        (7, "disclose.item.07"),
        (8, "disclose.item.08"),
        (9, "disclose.item.09"),
        (10, "disclose.item.10"),
        (11, "disclose.item.11"),
        (12, "disclose.item.12"),
        (13, "disclose.item.13"),
        (14, "disclose.item.14"),
    ],
)
def test_item_stands_in_its_clause_of_article_11(number, rule):
    found = item(Track.WARD, str(number))

    assert (found.rule, found.basis) == (rule, Article("L10", 11, number))
    assert rules_at().rule(found.rule).basis == found.basis
    assert found.label.vi
    assert found.label.en


def test_agency_items_stand_in_article_46():
    assert [one.basis for one in items(Track.AGENCY)] == [Article("L10", 46, number) for number in range(1, 13)]
    assert {one.rule for one in items(Track.AGENCY)} == {"ag.disclose.items"}


def test_list_and_release_have_no_item():
    assert item(Track.LIST, "2026-Q2") is None
    assert item(Track.RELEASE, "") is None


def test_number_the_law_does_not_know_is_an_accident():
    with pytest.raises(KeyError):
        item(Track.WARD, "15")


def test_everything_on_the_portal():
    """disclose.portal"""
    for number in range(1, 15):
        assert "portal" in owed(entry(number))
    assert rules_at().rule("disclose.portal").basis == Article("L10", 13, 1)


@pytest.mark.parametrize("number", POSTED_ITEMS)
def test_posted_at_all_three_kinds_of_place_in_every_khu_pho(number):
    rows = [one for one in requirements(entry(number), CALENDAR) if one.rule == "disclose.post.places"]

    assert [one.place for one in rows] == list(PLACES)
    assert {one.period for one in rows} == {"disclose.post.period"}
    assert {one.basis for one in rows} == {Article("L10", 13, 2)}


@pytest.mark.parametrize("number", PERMANENT_ITEMS)
def test_permanent_items_hang_at_the_headquarters_alone(number):
    rows = [one for one in requirements(entry(number), CALENDAR) if one.rule == "disclose.post.permanent"]

    assert [(one.place, one.permanent, one.period) for one in rows] == [(HQ, True, None)]
    assert owed(entry(number)) == ["portal", "posting:place:10"]


@pytest.mark.parametrize("number", range(1, 15))
def test_loudspeaker_and_heads_for_items_7_to_12_only(number):
    rules = {one.rule for one in requirements(entry(number), CALENDAR)}

    assert ({"disclose.radio", "disclose.via_head"} <= rules) is (number in LOUD_ITEMS)
    assert ({"disclose.radio", "disclose.via_head"} & rules != set()) is (number in LOUD_ITEMS)


def test_item_14_owes_the_portal_and_what_its_own_rule_says():
    assert owed(entry(14)) == ["portal"]


@pytest.mark.parametrize(
    ("who", "keys"),
    [
        (RadioBy.KHU_PHO, ["radio:khu_pho:1", "radio:khu_pho:2"]),
        (RadioBy.WARD, ["radio"]),
        (RadioBy.NONE, []),
    ],
)
def test_loudspeaker_where_there_is_one(who, keys):
    """disclose.radio"""
    assert [key for key in owed(entry(7, radio_by=who)) if key.startswith("radio")] == keys


def test_ten_forms_with_their_points_and_two_inside_an_agency():
    """disclose.forms"""
    points = [channel_basis(one).point for one in list(Channel)[:10]]

    assert points == ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]
    assert {channel_basis(one).article for one in list(Channel)[:10]} == {12}
    assert [channel_basis(one) for one in list(Channel)[10:]] == [Article("L10", 48, 1), Article("L10", 48, 2)]
    assert rules_at().rule("disclose.forms").basis == Article("L10", 12, 1)
    assert all(channel_label(one).vi and channel_label(one).en for one in Channel)


def test_head_tells_people_in_one_of_four_ways():
    """disclose.via_head"""
    assert [means_label(one).vi for one in Means] == [
        "cuộc họp của khu phố",
        "báo trực tiếp đến từng hộ",
        "tin nhắn cho đại diện hộ",
        "mạng xã hội khu phố đã thống nhất",
    ]


def test_closed_lists_have_their_names():
    assert set(TRACK_LABELS) == set(Track)
    assert set(PLACE_LABELS) == set(PlaceKind)
    assert set(STATE_LABELS) == set(State)


# --- another law ----------------------------------------------------------------------------------------------------
def test_special_law_prevails_in_what_it_says():
    """disclose.special_law"""
    special = Special("Điều 15 Luật Ngân sách nhà nước", due_on=date(2026, 7, 1), posting_days=15)
    facts = entry(2, published_on=MONDAY, shown=hung(MONDAY, MONDAY + 15 * DAY), special=special)

    clock, basis = deadline(facts, CALENDAR)
    found = verdict(facts, MONDAY + 16 * DAY, CALENDAR)

    assert (clock.rule, clock.end, basis) == ("disclose.special_law", date(2026, 7, 1), Article("L10", 13, 6))
    assert found.complete
    assert not verdict(replace(facts, special=None), MONDAY + 16 * DAY, CALENDAR).complete


def test_special_law_may_name_the_forms_but_the_portal_stays():
    special = Special("Luật Đất đai", channels=frozenset({Channel.POSTING}))

    keys = owed(entry(7, special=special))

    assert "portal" in keys
    assert not [key for key in keys if key.startswith(("radio", "head"))]


def test_short_under_the_other_law_is_told_with_khoan_6():
    special = Special("Luật Đất đai", posting_days=45)
    facts = entry(3, published_on=MONDAY, shown=hung(MONDAY, MONDAY + 30 * DAY), special=special)

    found = verdict(facts, MONDAY + 31 * DAY, CALENDAR)

    assert {(one.code, one.basis, one.details["needed"]) for one in found.faults} == {
        ("disclosure.short", Article("L10", 13, 6), 45)
    }


# --- agencies, announcements, lists ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("shown", "today", "standing"),
    [
        (Shown(Channel.INTERNAL, MONDAY, None, proven=True), date(2026, 6, 21), Standing.RUNNING),
        (Shown(Channel.INTERNAL, MONDAY, None, proven=True), date(2026, 6, 22), Standing.MET),
        (Shown(Channel.POSTING, MONDAY, date(2026, 6, 20), proven=True), date(2026, 6, 21), Standing.SHORT),
        (Shown(Channel.POSTING, MONDAY, date(2026, 6, 21), proven=True), date(2026, 6, 22), Standing.MET),
        (Shown(Channel.WRITTEN, MONDAY, MONDAY, proven=True), MONDAY, Standing.MET),
    ],
)
def test_agency_keeps_it_twenty_days_unless_everyone_was_told_in_writing(shown, today, standing):
    """ag.disclose.period"""
    facts = entry(3, track=Track.AGENCY, published_on=MONDAY, shown=(shown,))

    (found,) = verdict(facts, today, CALENDAR).findings

    assert (found.requirement.rule, found.standing) == ("ag.disclose.period", standing)


def test_agency_has_five_working_days():
    """ag.disclose.deadline"""
    clock, basis = deadline(entry(3, track=Track.AGENCY), CALENDAR)

    assert (clock.end, basis) == (DUE, Article("L10", 47, 2))


def test_result_of_a_vote_has_the_duties_of_its_own_article():
    """online.publish: at the culture house and community points of its khu phố, and by one more form."""
    facts = entry("vote_result", track=Track.ANNOUNCEMENT, areas=AREAS[:1], published_on=MONDAY)

    rows = requirements(facts, CALENDAR)

    assert [one.key for one in rows] == ["portal", "posting:place:21", "posting:place:30", "any"]
    assert {one.basis for one in rows[1:]} == {Article("D59", 5, 4, "b")}
    assert {one.due_basis for one in rows} == {Convention("disclosure.announcement")}
    assert [one.period for one in rows] == [None] * 4


def test_notice_of_a_vote_is_owed_before_it_opens():
    """online.notice"""
    facts = entry("vote_notice", track=Track.ANNOUNCEMENT, areas=AREAS[:1], due_on=date(2026, 6, 20))

    clock, basis = deadline(facts, CALENDAR)

    assert (clock.end, clock.rule, basis) == (date(2026, 6, 20), "online.notice", Article("D59", 5, 3))
    assert clock.why["vi"].endswith("Chậm nhất là thứ Bảy, 20/6/2026.")
    assert clock.why["en"].endswith("At the latest on Saturday, 20 June 2026.")
    assert [one.key for one in requirements(facts, CALENDAR)] == ["portal", "any"]


def test_one_other_form_is_enough_for_an_announcement():
    shown = (Shown(Channel.NETWORK, MONDAY, None, proven=True),)
    facts = entry("vote_notice", track=Track.ANNOUNCEMENT, areas=AREAS[:1], published_on=MONDAY, shown=shown)

    assert verdict(facts, MONDAY, CALENDAR).complete


def test_quarterly_list_hangs_everywhere_by_the_end_of_the_quarter():
    """disclose.quarter_list"""
    facts = entry("2026-Q2", track=Track.LIST)

    clock, basis = deadline(facts, CALENDAR)

    assert (clock.end, basis) == (date(2026, 6, 30), Article("L10", 13, 2))
    assert owed(facts) == ["portal", *(f"posting:place:{place.id}" for place in PLACES)]


def test_release_owes_nothing_but_the_portal_and_is_never_late():
    facts = entry("", track=Track.RELEASE)

    assert deadline(facts, CALENDAR) == (None, Convention("disclosure.release"))
    assert owed(facts) == ["portal"]
    assert verdict(facts, MONDAY + 400 * DAY, CALENDAR).faults == ()


def test_requirement_without_a_deadline_cannot_be_late():
    from danchu.law.disclosure_check import _late

    row = Requirement("x", frozenset({Channel.PORTAL}), Article("L10", 13, 1), None, Convention("x"))

    with pytest.raises(ValueError, match="no deadline"):
        _late("disclosure.late", row, MONDAY, CALENDAR)


def test_item_of_an_agency_names_its_clause():
    assert [one.basis for one in items(Track.AGENCY)] == [Article("L10", 46, clause) for clause in range(1, 13)]


def test_two_items_of_the_ward_stay_up_for_good():
    assert [one.key for one in items(Track.WARD) if one.permanent] == ["4", "13"]
