"""Nhiệm vụ: dated mandates make the actor; granting and ending are acts of their own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from builders import AT, actor_for, give_mandate, log_in, make_khu_pho, make_staff, make_ward
from danchu.foundation import clock
from danchu.foundation.access import services
from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.models import Mandate
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.people import Role

TODAY = clock.day(AT)
DAY = timedelta(days=1)


def refused(call, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.refusal.code


def grant(actor, staff, role=Role.DELEGATE, khu_pho=None, valid_from=TODAY):
    return services.grant_mandate(
        actor, staff=staff, role=role, khu_pho=khu_pho, valid_from=valid_from, paper="QĐ 12/QĐ-UBND", at=AT
    )


def test_mandate_holds_from_its_day_until_the_day_before_its_end(officer, ward):
    person = make_staff(ward)
    mandate = grant(officer, person)
    services.end_mandate(officer, mandate_id=mandate.pk, valid_to=TODAY + 10 * DAY, at=AT)

    held = [bool(actor_for(person, AT + days * DAY).held) for days in (-1, 0, 9, 10)]

    assert held == [False, True, True, False]


def test_day_is_vietnamese(officer, ward):
    person = make_staff(ward)
    grant(officer, person, valid_from=TODAY + DAY)
    midnight = clock.start_of(TODAY + DAY)

    assert actor_for(person, midnight - timedelta(seconds=1)).held == ()
    assert len(actor_for(person, midnight).held) == 1


def test_khu_pho_roles_need_a_place_and_ward_roles_none(officer, khu_pho):
    person = make_staff(khu_pho.ward)

    assert refused(grant, officer, person, Role.HEAD) == "access.mandate_place"
    assert refused(grant, officer, person, Role.DELEGATE, khu_pho) == "access.mandate_place"
    assert grant(officer, person, Role.HEAD, khu_pho).khu_pho == khu_pho


def test_mandate_stays_inside_the_ward(officer, ward):
    elsewhere = make_ward("Bến Sỏi")

    assert refused(grant, officer, make_staff(elsewhere)) == "access.ward"
    assert refused(grant, officer, make_staff(ward), Role.HEAD, make_khu_pho(elsewhere)) == "access.ward"


def test_nobody_grants_to_the_own_account(ward):
    person = make_staff(ward, Role.OPERATOR)

    assert refused(grant, actor_for(person), person, Role.WARD_OFFICER) == "access.mandate_self"


@pytest.mark.parametrize("role", [Role.HEAD, Role.WARD_CHAIR, Role.DELEGATE, Role.OBSERVER])
def test_mandates_are_not_granted_by_others(khu_pho, role):
    actor = actor_for(make_staff(khu_pho.ward, role, khu_pho=khu_pho))

    assert refused(grant, actor, make_staff(khu_pho.ward)) == "access.role"


def test_ended_mandate_is_not_ended_again(officer, ward):
    mandate = grant(officer, make_staff(ward))
    services.end_mandate(officer, mandate_id=mandate.pk, at=AT)

    assert refused(services.end_mandate, officer, mandate_id=mandate.pk, at=AT) == "access.mandate_over"


def test_officer_of_one_ward_is_nobody_in_another(officer, khu_pho):
    elsewhere = make_khu_pho(make_ward("Bến Sỏi"))

    answer = can(officer, Act.PEOPLE_HOUSEHOLD_VIEW, Subject(elsewhere.ward_id, elsewhere.pk))

    assert answer.code == "access.ward"
    assert can(officer, Act.PEOPLE_HOUSEHOLD_VIEW, Subject(khu_pho.ward_id, khu_pho.pk))


# --- the page --------------------------------------------------------------------------------------------------------


@pytest.fixture
def as_officer(client, ward):
    log_in(client, make_staff(ward, Role.WARD_OFFICER))
    return client


def test_page_grants_and_ends(as_officer, khu_pho):
    person = make_staff(khu_pho.ward, name="Trần Văn Sáu")
    values = {
        "staff": person.pk,
        "role": "head",
        "khu_pho": khu_pho.pk,
        "valid_from": "1/10/2026",
        "paper": "QĐ 12/QĐ-UBND ngày 28/9/2026",
    }

    assert as_officer.post("/nhiem-vu/", values).status_code == 302
    content = as_officer.get("/nhiem-vu/").content.decode()
    assert "Trần Văn Sáu" in content
    assert "QĐ 12/QĐ-UBND" in content
    mandate = Mandate.objects.get(staff=person)
    assert as_officer.post(f"/nhiem-vu/{mandate.pk}/ket-thuc/", {"valid_to": "30/10/2026"}).status_code == 302

    mandate.refresh_from_db()
    assert mandate.valid_to.isoformat() == "2026-10-30"


def test_page_says_which_field_is_missing(as_officer, khu_pho):
    person = make_staff(khu_pho.ward)
    values = {"staff": person.pk, "role": "head", "valid_from": "31/2/2026", "paper": "QĐ 12"}

    content = as_officer.post("/nhiem-vu/", values).content.decode()

    assert "Hãy chọn khu phố của nhiệm vụ này" in content
    assert "Hãy ghi ngày như 12/12/2026" in content
    assert not Mandate.objects.filter(staff=person).exists()


def test_page_does_not_reach_another_ward(as_officer):
    elsewhere = make_ward("Bến Sỏi")
    mandate = give_mandate(make_staff(elsewhere), Role.DELEGATE)

    assert as_officer.post(f"/nhiem-vu/{mandate.pk}/ket-thuc/", {"valid_to": "30/10/2026"}).status_code == 404


def test_page_is_not_for_a_head(client, khu_pho):
    log_in(client, make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho))

    response = client.get("/nhiem-vu/")

    assert response.status_code == 403
    assert "Cán bộ Ủy ban nhân dân phường" in response.content.decode()


def test_mandates_are_paged_and_found_without_marks(client, ward):
    log_in(client, make_staff(ward, Role.WARD_OFFICER, name="Phạm Ngọc Hân"))
    for number in range(12):
        make_staff(ward, Role.OBSERVER, name=f"Lê Văn Bảy {number}")

    def listed(query):
        return client.get(f"/nhiem-vu/{query}").content.decode().count("dc-item__title")

    assert (listed(""), listed("?page=2")) == (10, 3)
    assert (listed("?tim=han"), listed("?tim=can+bo+han"), listed("?tim=hàn")) == (1, 1, 0)
