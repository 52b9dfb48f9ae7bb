"""Hộ gia đình: each change checked, written as history, journalled, and without effect on a frozen roll."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

import builders
from builders import AT, actor_for, make_household, make_khu_pho, make_staff, make_ward, names_of
from danchu.foundation import clock
from danchu.foundation.accounts.models import Card
from danchu.foundation.journal.models import Entry
from danchu.foundation.journal.services import faults
from danchu.foundation.people import queries, services
from danchu.foundation.people.models import Household, HouseholdChange, Member, Roll
from danchu.foundation.people.services import MemberFacts
from danchu.law.basis import Article
from danchu.law.people import Residence, Role, WhoCounts
from foundation.people.acts import correct, create, facts_of, refused, representative

TODAY = clock.day(AT)
Kind = HouseholdChange.Kind


# --- create ----------------------------------------------------------------------------------------------------------


def test_create_gives_next_number_of_khu_pho(head, khu_pho):
    make_household(khu_pho, number="3-009")

    household = create(head, khu_pho, "Trần Thị Bình", "Trần Văn Bé")

    assert (household.number, household.valid_from) == ("3-010", TODAY)
    assert representative(household) == "Trần Thị Bình"
    change = household.changes.get()
    assert (change.kind, change.on, change.after["khu_pho"]) == (Kind.CREATED, TODAY, "Khu phố 3")
    assert Entry.objects.get().act == "people.household.create"


def test_create_refuses_used_number_whatever_its_case(head, khu_pho):
    make_household(khu_pho, number="3-009a")

    assert refused(create, head, khu_pho, "Trần Thị Bình", number="3-009A").code == "people.number_taken"
    assert Household.objects.count() == 1


def test_create_refuses_incapable_representative(head, khu_pho):
    refusal = refused(
        services.create_household,
        head,
        khu_pho=khu_pho,
        address="số 1",
        residence=Residence.PERMANENT,
        members=[MemberFacts("Trần Thị Bình", capable=False), MemberFacts("Trần Văn Bé")],
        representative=0,
        at=AT,
    )

    assert (refusal.code, refusal.article) == ("people.rep_not_capable", Article("L10", 18, 2))
    assert not Household.objects.exists()


@pytest.mark.parametrize("role", [Role.DEPUTY_HEAD, Role.FRONT_HEAD, Role.OPERATOR, Role.OBSERVER, Role.WARD_CHAIR])
def test_create_is_for_head_and_officer(khu_pho, role):
    actor = actor_for(make_staff(khu_pho.ward, role, khu_pho=khu_pho))

    assert refused(create, actor, khu_pho, "Trần Thị Bình").code == "access.role"


def test_create_by_head_of_another_khu_pho(khu_pho):
    actor = actor_for(make_staff(khu_pho.ward, Role.HEAD, khu_pho=make_khu_pho(khu_pho.ward, 4)))

    assert refused(create, actor, khu_pho, "Trần Thị Bình").code == "access.role"


def test_create_in_khu_pho_that_ended(head, khu_pho):
    khu_pho.valid_to = TODAY
    khu_pho.save()

    assert refused(create, head, khu_pho, "Trần Thị Bình").code == "people.khu_pho_ended"


# --- correct ---------------------------------------------------------------------------------------------------------


def test_correct_keeps_what_was_and_never_the_phone(head, khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn Ann", phone="0900 000 001")
    (member,) = facts_of(household)

    change = correct(
        head, household, [MemberFacts("Nguyễn Văn An", "0900 000 002", id=member.id)], address="số 9, đường số 5"
    )

    assert change.before["members"] == [{"full_name": "Nguyễn Văn Ann", "capable": True}]
    assert change.after["members"] == [{"full_name": "Nguyễn Văn An", "capable": True, "phone": "changed"}]
    assert change.after["address"] == "số 9, đường số 5"
    assert Member.objects.get().phone == "0900 000 002"


def test_correct_member_left_and_member_came(head, khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An", "Nguyễn Thị Út")
    stays, goes = facts_of(household)

    correct(head, household, [stays, MemberFacts("Lý Văn Rể")])

    assert names_of(queries.household_view(household.pk).members) == ["Nguyễn Văn An", "Lý Văn Rể"]
    assert Member.objects.get(pk=goes.id).valid_to == TODAY


def test_correct_representative_who_leaves_must_be_replaced(head, khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An", "Nguyễn Thị Út")
    _, stays = facts_of(household)

    assert refused(correct, head, household, [stays]).code == "people.rep_must_change"
    correct(head, household, [stays], representative=0)

    assert representative(household) == "Nguyễn Thị Út"


def test_correct_last_capable_member_leaves_household_without_representative(head, khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An")
    (member,) = facts_of(household)

    correct(head, household, [MemberFacts(member.full_name, capable=False, id=member.id)])

    assert representative(household) is None
    assert [line[2] for line in queries.voters_on(khu_pho.pk, WhoCounts.ALL_RESIDENT, TODAY)] == [""]


def test_correct_without_reason_or_change_or_with_a_stranger(head, khu_pho):
    household, other = make_household(khu_pho), make_household(khu_pho, "Trần Thị Bình")

    assert refused(correct, head, household, address="số 9", reason=" ").code == "people.reason_missing"
    assert refused(correct, head, household).code == "people.nothing_changed"
    assert refused(correct, head, household, facts_of(other)).code == "people.unknown_member"
    assert refused(correct, head, household, []).code == "people.no_member"


def test_phone_is_unreadable_in_the_database(khu_pho):
    make_household(khu_pho, phone="0900 111 222")

    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM people_member")
        (stored,) = cursor.fetchone()

    assert stored
    assert "0900" not in stored
    assert "111" not in stored
    assert Member.objects.get().phone == "0900 111 222"


# --- move, end -------------------------------------------------------------------------------------------------------


def test_move_keeps_number_and_history(head, khu_pho):
    household, target = make_household(khu_pho, number="3-007"), make_khu_pho(khu_pho.ward, 4)

    change = services.move_household(
        head, household=household, khu_pho=target, address="số 2, đường số 8", reason="mua nhà mới", at=AT
    )

    assert (change.before["khu_pho"], change.after["khu_pho"]) == ("Khu phố 3", "Khu phố 4")
    assert [row.number for row in queries.households(target.pk, day=TODAY)] == ["3-007"]
    assert queries.households(khu_pho.pk, day=TODAY) == []
    assert (
        refused(
            services.move_household, head, household=household, khu_pho=target, address="số 2", reason="x", at=AT
        ).code
        == "access.role"
    )


def test_move_to_same_khu_pho_or_another_ward(officer, khu_pho):
    household = make_household(khu_pho)
    elsewhere = make_khu_pho(make_ward("Bến Sỏi"))

    for target, code in ((khu_pho, "people.same_khu_pho"), (elsewhere, "access.ward")):
        call = {"household": household, "khu_pho": target, "address": "số 1", "reason": "chuyển", "at": AT}
        assert refused(services.move_household, officer, **call).code == code


def test_end_stops_counting_that_day_and_refuses_more(head, khu_pho):
    household = make_household(khu_pho)

    services.end_household(head, household=household, reason="về quê", at=AT)

    assert queries.count_on(khu_pho.pk, WhoCounts.ALL_RESIDENT, TODAY) == 0
    assert queries.count_on(khu_pho.pk, WhoCounts.ALL_RESIDENT, TODAY - timedelta(days=1)) == 1
    refusal = refused(services.end_household, head, household=household, reason="về quê", at=AT)
    assert (refusal.code, refusal.details["day"]) == ("people.household_ended", TODAY)


def freeze(khu_pho, at):
    Roll.objects.create(
        ward_id=khu_pho.ward_id, khu_pho=khu_pho, who_counts=WhoCounts.ALL_RESIDENT, drawn_at=at, frozen_at=at
    )


def test_end_may_be_recorded_late(head, khu_pho):
    household = make_household(khu_pho)

    change = services.end_household(head, household=household, reason="về quê", day=TODAY - timedelta(days=9), at=AT)

    assert (change.on, change.recorded_at) == (TODAY - timedelta(days=9), AT)
    counted = [queries.count_on(khu_pho.pk, WhoCounts.ALL_RESIDENT, TODAY - timedelta(days=n)) for n in (9, 10)]
    assert counted == [0, 1]


def test_move_may_be_recorded_late(head, khu_pho):
    household, target = make_household(khu_pho), make_khu_pho(khu_pho.ward, 4)

    change = services.move_household(
        head,
        household=household,
        khu_pho=target,
        address="số 2",
        reason="mua nhà",
        day=TODAY - timedelta(days=3),
        at=AT,
    )

    assert change.on == TODAY - timedelta(days=3)


def test_change_is_not_recorded_ahead(head, khu_pho):
    call = {"household": make_household(khu_pho), "reason": "về quê", "day": TODAY + timedelta(days=1), "at": AT}

    assert refused(services.end_household, head, **call).code == "people.day_ahead"
    assert queries.count_on(khu_pho.pk, WhoCounts.ALL_RESIDENT, TODAY) == 1


def test_change_is_not_recorded_before_an_earlier_one(head, khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An", "Lê Thị Tư")
    other = household.members.get(full_name="Lê Thị Tư")
    services.change_representative(
        head, household=household, member=other, reason="đi làm xa", at=AT - timedelta(days=5)
    )

    refusal = refused(
        services.end_household, head, household=household, reason="x", day=TODAY - timedelta(days=6), at=AT
    )

    assert (refusal.code, refusal.details["day"]) == ("people.day_before_change", TODAY - timedelta(days=5))
    assert services.end_household(head, household=household, reason="x", day=TODAY - timedelta(days=5), at=AT)


def test_change_does_not_reach_behind_a_frozen_list(head, khu_pho):
    first, second = make_household(khu_pho), make_household(khu_pho)
    frozen, before = TODAY - timedelta(days=4), TODAY - timedelta(days=5)
    freeze(khu_pho, AT - timedelta(days=4))

    refusal = refused(services.end_household, head, household=first, reason="x", day=before, at=AT)

    assert (refusal.code, refusal.details["day"]) == ("people.day_before_roll", frozen)
    assert services.end_household(head, household=first, reason="x", day=frozen, at=AT)
    target = make_khu_pho(khu_pho.ward, 4)
    freeze(target, AT - timedelta(days=2))
    call = {"household": second, "khu_pho": target, "address": "số 2", "reason": "x", "at": AT}
    late = refused(services.move_household, head, day=TODAY - timedelta(days=3), **call)
    assert late.code == "people.day_before_roll"  # the list of the khu phố it moves to counts as well


def test_end_leaves_the_card_alive_for_a_frozen_roll(head, khu_pho):
    household = make_household(khu_pho)
    builders.make_card(household)

    services.end_household(head, household=household, reason="về quê", at=AT)

    assert Card.objects.get().ended_at is None


# --- split, merge ----------------------------------------------------------------------------------------------------


def split(actor, household, leaving, **values):
    values = {"address": "số 5B, đường số 5", "residence": Residence.PERMANENT, "reason": "con ra riêng"} | values
    return services.split_household(actor, household=household, leaving=leaving, at=AT, **values)


def test_split_writes_history_on_both_sides(head, khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An", "Nguyễn Văn Ba", "Lê Thị Tư")
    _, ba, tu = facts_of(household)

    fresh = split(head, household, {ba.id, tu.id}, representative=tu.id)

    assert names_of(queries.household_view(household.pk).members) == ["Nguyễn Văn An"]
    assert names_of(queries.household_view(fresh.pk).members) == ["Nguyễn Văn Ba", "Lê Thị Tư"]
    assert (representative(household), representative(fresh)) == ("Nguyễn Văn An", "Lê Thị Tư")
    old, new = household.changes.get(), fresh.changes.get()
    assert (old.kind, old.other, old.after["left"]) == (Kind.SPLIT, fresh, ["Nguyễn Văn Ba", "Lê Thị Tư"])
    assert (new.kind, new.other) == (Kind.SPLIT, household)


def test_split_needs_somebody_to_go_and_somebody_to_stay(head, khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An", "Nguyễn Văn Ba")
    an, ba = facts_of(household)

    assert refused(split, head, household, set(), representative=ba.id).code == "people.split_nobody"
    assert refused(split, head, household, {an.id, ba.id}, representative=ba.id).code == "people.split_everybody"
    assert refused(split, head, household, {ba.id, 0}, representative=ba.id).code == "people.unknown_member"
    assert refused(split, head, household, {ba.id}, representative=an.id).code == "people.rep_not_member"
    assert refused(split, head, household, {an.id}, representative=an.id).code == "people.rep_must_change"
    assert Household.objects.count() == 1


def test_split_with_the_representative_leaving(head, khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An", "Nguyễn Văn Ba")
    an, ba = facts_of(household)

    fresh = split(head, household, {an.id}, representative=an.id, staying_representative=ba.id)

    assert (representative(household), representative(fresh)) == ("Nguyễn Văn Ba", "Nguyễn Văn An")


def merge(actor, into, gone, **values):
    return services.merge_households(actor, into=into, gone=gone, reason="về ở chung", at=AT, **values)


def test_merge_ends_one_and_keeps_both_histories(head, khu_pho):
    into, gone = make_household(khu_pho, "Nguyễn Văn An"), make_household(khu_pho, "Trần Thị Bình")

    merge(head, into, gone)

    assert names_of(queries.household_view(into.pk).members) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert representative(into) == "Nguyễn Văn An"
    gone.refresh_from_db()
    assert gone.valid_to == TODAY
    assert (into.changes.get().other, gone.changes.get().other) == (gone, into)
    assert into.changes.get().after["joined"] == ["Trần Thị Bình"]


def test_merge_with_another_representative(head, khu_pho):
    into, gone = make_household(khu_pho, "Nguyễn Văn An"), make_household(khu_pho, "Trần Thị Bình")
    (binh,) = facts_of(gone)

    merge(head, into, gone, representative=binh.id)

    assert representative(into) == "Trần Thị Bình"


def test_merge_itself_or_across_khu_pho(officer, khu_pho):
    into = make_household(khu_pho)
    away = make_household(make_khu_pho(khu_pho.ward, 4))

    assert refused(merge, officer, into, into).code == "people.merge_itself"
    assert refused(merge, officer, into, away).code == "people.merge_apart"


# --- the journal beside it -------------------------------------------------------------------------------------------


@pytest.mark.db
def test_every_act_is_one_whole_journal_without_names(head, khu_pho):
    household = create(head, khu_pho, "Nguyễn Văn An", "Lê Thị Tư")
    _an, tu = facts_of(household)
    fresh = split(head, household, {tu.id}, representative=tu.id)
    merge(head, household, fresh)
    services.change_representative(
        head, household=household, member=household.members.get(full_name="Lê Thị Tư", valid_to=None), reason="x", at=AT
    )
    services.end_household(head, household=household, reason="về quê", at=AT)

    assert list(faults(khu_pho.ward_id)) == []
    written = list(Entry.objects.order_by("seq").values_list("act", flat=True))
    assert written == [
        "people.household.create",
        "people.household.split",
        "people.household.merge",
        "people.representative.change",
        "people.household.end",
    ]
    everything = " ".join(f"{entry.subject} {entry.facts}" for entry in Entry.objects.all())
    assert "Nguyễn" not in everything
    assert "Lê Thị" not in everything
