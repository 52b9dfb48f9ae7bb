"""Đọc sổ hộ: order, search without marks, who counts, and a constant number of queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django_scopes import ScopeError, scope, scopes_disabled

from builders import AT, make_card, make_household, make_households, make_khu_pho, make_ward
from danchu.foundation import clock
from danchu.foundation.people import queries
from danchu.foundation.people.models import Household, Roll, RollLine
from danchu.law.people import Residence, WhoCounts

TODAY = clock.day(AT)


def numbers(khu_pho, **search):
    return [row.number for row in queries.households(khu_pho.pk, day=TODAY, **search)]


def test_numbers_sort_as_people_count(khu_pho):
    for number in ("3-10", "3-9", "3-45A", "3-45", "B-1"):
        make_household(khu_pho, number=number)

    assert numbers(khu_pho) == ["3-9", "3-10", "3-45", "3-45A", "B-1"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("nguyen duc", ["3-001"]),
        ("Nguyễn Đức", ["3-001"]),
        ("ĐỨC", ["3-001"]),
        ("nguyên", []),  # typed with a mark that is not there
        ("duong so 7", ["3-002"]),
        ("3-002", ["3-002"]),
        ("duc 3-002", []),
        ("", ["3-001", "3-002"]),
    ],
)
def test_search_with_and_without_marks(khu_pho, search, found):
    make_household(khu_pho, "Nguyễn Văn Đức", number="3-001", address="số 1, đường số 5")
    make_household(khu_pho, "Trần Thị Bình", number="3-002", address="số 2, đường số 7")

    assert numbers(khu_pho, search=search) == found


def test_row_says_who_represents_and_whether_there_is_a_card(khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An", "Lê Thị Tư")
    make_card(household)
    make_household(khu_pho, "Trần Thị Nhỏ", capable=False)

    rows = queries.households(khu_pho.pk, day=TODAY)

    assert [(row.representative, row.members, row.has_card) for row in rows] == [
        ("Nguyễn Văn An", 2, True),
        ("", 1, False),
    ]


def test_who_counts_on_a_day(khu_pho):
    make_household(khu_pho)
    make_household(khu_pho, residence=Residence.TEMPORARY)
    make_household(khu_pho, valid_from=TODAY + timedelta(days=1))

    assert queries.count_on(khu_pho.pk, WhoCounts.ALL_RESIDENT, TODAY) == 2
    assert queries.count_on(khu_pho.pk, WhoCounts.PERMANENT_ONLY, TODAY) == 1
    assert queries.count_on(khu_pho.pk, WhoCounts.ALL_RESIDENT, TODAY + timedelta(days=1)) == 3


@pytest.mark.parametrize("count", [2, 60])
def test_lists_cost_the_same_however_long(khu_pho, django_assert_num_queries, count):
    make_households(khu_pho, count)

    with django_assert_num_queries(2):
        assert len(queries.households(khu_pho.pk, day=TODAY)) == count
    with django_assert_num_queries(2):
        voters = list(queries.voters_on(khu_pho.pk, WhoCounts.ALL_RESIDENT, TODAY))
    assert voters[0][1:] == ("3-001", "Nguyễn Văn An", "số 1, đường số 5", "permanent")
    with django_assert_num_queries(1):
        assert [row.households for row in queries.khu_pho_rows(khu_pho.ward_id, day=TODAY)] == [count]


def test_another_ward_sees_nothing(khu_pho):
    household = make_household(khu_pho)

    with scope(ward=make_ward("Bến Sỏi")):
        assert queries.households(khu_pho.pk, day=TODAY) == []
        with pytest.raises(Household.DoesNotExist):
            queries.household_view(household.pk)


def test_without_a_ward_nothing_can_be_read(db):
    khu_pho = make_khu_pho(make_ward())

    with pytest.raises(ScopeError):
        queries.households(khu_pho.pk, day=TODAY)
    with scopes_disabled():
        assert queries.households(khu_pho.pk, day=TODAY) == []


def test_change_of_the_register_leaves_a_frozen_roll_alone(head, khu_pho):
    from danchu.foundation.people import services

    household = make_household(khu_pho, number="3-001")
    roll = Roll.objects.create(
        ward=khu_pho.ward, khu_pho=khu_pho, who_counts=WhoCounts.ALL_RESIDENT, drawn_at=AT, frozen_at=AT, households=1
    )
    RollLine.objects.create(
        ward=khu_pho.ward,
        roll=roll,
        household=household,
        number="3-001",
        representative="Nguyễn Văn An",
        address="số 1",
        residence="permanent",
    )
    before = list(RollLine.objects.values())

    services.end_household(head, household=household, reason="về quê", at=AT)

    assert list(RollLine.objects.values()) == before
