"""Người đại diện hộ: one capable member; somebody outside only where nobody in the household is capable."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from builders import AT, actor_for, household_actor, make_household, make_staff
from danchu.foundation import clock
from danchu.foundation.access.actor import ANONYMOUS
from danchu.foundation.journal.models import Entry
from danchu.foundation.people import services
from danchu.foundation.people.models import HouseholdChange, Member, Representation
from danchu.foundation.people.services import MemberFacts
from danchu.law.basis import Article
from danchu.law.people import Role
from foundation.people.acts import correct, facts_of, refused, representative

TODAY = clock.day(AT)
Kind = HouseholdChange.Kind


def test_household_changes_its_own_representative_without_reason(khu_pho):
    household = make_household(khu_pho, "Nguyễn Văn An", "Lê Thị Tư")
    tu = Member.objects.get(full_name="Lê Thị Tư")

    services.change_representative(household_actor(household), household=household, member=tu, at=AT)

    assert representative(household) == "Lê Thị Tư"
    assert Representation.objects.filter(household=household, valid_to=TODAY).count() == 1
    change = household.changes.get()
    assert (change.kind, change.before, change.after) == (
        Kind.REPRESENTATIVE,
        {"representative": "Nguyễn Văn An"},
        {"representative": "Lê Thị Tư"},
    )
    assert Entry.objects.get().actor == f"household:{household.pk}"


def test_representative_is_not_changed_by_strangers(khu_pho):
    household, other = make_household(khu_pho, "Nguyễn Văn An", "Lê Thị Tư"), make_household(khu_pho)
    tu = Member.objects.get(full_name="Lê Thị Tư")

    for actor in (household_actor(other), ANONYMOUS, actor_for(make_staff(khu_pho.ward, Role.OPERATOR))):
        refusal = refused(services.change_representative, actor, household=household, member=tu, reason="x", at=AT)
        assert (refusal.code, refusal.article) == ("access.role", Article("L10", 18, 2))


def test_representative_by_head_needs_reason_and_a_capable_member(head, khu_pho):
    household, other = make_household(khu_pho, "Nguyễn Văn An", "Lê Thị Tư"), make_household(khu_pho, "Phan Văn Sáu")
    an, tu = household.members.order_by("pk")
    change = services.change_representative

    assert refused(change, head, household=household, member=tu, at=AT).code == "people.reason_missing"
    assert refused(change, head, household=household, member=an, reason="x", at=AT).code == "people.rep_already"
    stranger = other.members.get()
    assert (
        refused(change, head, household=household, member=stranger, reason="x", at=AT).code == "people.rep_not_member"
    )
    Member.objects.filter(pk=tu.pk).update(capable=False)
    refusal = refused(change, head, household=household, member=tu, reason="x", at=AT)
    assert (refusal.code, refusal.article) == ("people.rep_not_capable", Article("L10", 18, 2))
    assert representative(household) == "Nguyễn Văn An"


PAPER = b"%PDF-1.7 giay uy quyen"


def authorise(actor, household, name="Đỗ Thị Hạnh", **values):
    values = {
        "address": "số 77, đường số 9",
        "reason": "hộ chỉ còn trẻ em",
        "paper": SimpleUploadedFile("g.pdf", PAPER),
    } | values
    return services.authorise_outsider(actor, household=household, name=name, at=AT, **values)


@pytest.mark.rule("term.household_rep")
def test_outsider_only_where_nobody_is_capable(head, khu_pho):
    household = make_household(khu_pho)

    refusal = refused(authorise, head, household)

    assert (refusal.code, refusal.article) == ("people.outsider_not_needed", Article("L10", 18, 2))


def test_outsider_with_paper_represents_the_household(head, khu_pho):
    household = make_household(khu_pho, "Trần Thị Nhỏ", capable=False)

    assert refused(authorise, head, household, paper=None).code == "people.outsider_paper"
    fresh = authorise(head, household)

    assert (fresh.name, representative(household)) == ("Đỗ Thị Hạnh", "Đỗ Thị Hạnh")
    assert fresh.paper_id is not None


def test_outsider_represents_one_household_only(head, khu_pho):
    one, two = (make_household(khu_pho, name, capable=False) for name in ("Trần Thị Nhỏ", "Lê Văn Tí"))
    authorise(head, one)

    refusal = refused(authorise, head, two, name="ĐỖ THỊ  HẠNH")

    assert refusal.code == "people.outsider_busy"
    assert representative(two) is None
    authorise(head, two, name="Đỗ Thị Hạnh", address="số 78, đường số 9")  # another person of that name


def test_outsider_is_free_again_when_the_household_has_its_own(head, khu_pho):
    one, two = (make_household(khu_pho, name, capable=False) for name in ("Trần Thị Nhỏ", "Lê Văn Tí"))
    authorise(head, one)
    (nho,) = facts_of(one)
    grown = [MemberFacts(nho.full_name, capable=True, id=nho.id)]

    assert refused(correct, head, one, grown).code == "people.rep_must_change"
    correct(head, one, grown, representative=0)
    authorise(head, two)

    assert (representative(one), representative(two)) == ("Trần Thị Nhỏ", "Đỗ Thị Hạnh")


def test_outsider_is_not_recorded_by_the_household_itself(khu_pho):
    household = make_household(khu_pho, "Trần Thị Nhỏ", capable=False)

    assert refused(authorise, household_actor(household), household).code == "access.role"
