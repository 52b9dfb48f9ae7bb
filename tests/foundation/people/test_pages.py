"""Trang hộ dân: who may open which page, what each shows, and what was typed stays after a refusal."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from builders import (
    log_in,
    log_in_household,
    make_household,
    make_households,
    make_khu_pho,
    make_staff,
    make_ward,
)
from danchu.foundation.people.models import Household, HouseholdChange, Member, Representation
from danchu.law.people import Role


@pytest.fixture
def as_head(client, khu_pho):
    log_in(client, make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho))
    return client


@pytest.fixture
def household(khu_pho):
    return make_household(khu_pho, "Nguyễn Văn An", "Lê Thị Tư", number="3-001")


def page(household, name=""):
    return f"/ho-dan/ho/{household.pk}/{name}"


def test_head_goes_straight_to_the_own_khu_pho(as_head, khu_pho):
    make_khu_pho(khu_pho.ward, 4)

    assert as_head.get("/ho-dan/").headers["Location"] == "/ho-dan/khu-pho-3/"


def test_officer_sees_every_khu_pho(client, khu_pho):
    make_khu_pho(khu_pho.ward, 4)
    make_households(khu_pho, 3)
    log_in(client, make_staff(khu_pho.ward, Role.WARD_OFFICER))

    content = client.get("/ho-dan/").content.decode().replace("\N{NO-BREAK SPACE}", " ")

    assert "Khu phố 4" in content
    assert "3 hộ" in content


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.OBSERVER, Role.DELEGATE])
def test_list_is_not_for_roles_without_the_register(client, khu_pho, role):
    log_in(client, make_staff(khu_pho.ward, role))

    assert client.get("/ho-dan/").status_code == 403
    assert client.get("/ho-dan/khu-pho-3/").status_code == 403


def test_list_of_another_khu_pho(as_head, khu_pho):
    make_khu_pho(khu_pho.ward, 4)

    assert as_head.get("/ho-dan/khu-pho-4/").status_code == 403
    assert as_head.get("/ho-dan/khu-pho-9/").status_code == 404


def test_household_of_another_ward_is_not_there(as_head):
    elsewhere = make_household(make_khu_pho(make_ward("Bến Sỏi")))

    assert as_head.get(page(elsewhere)).status_code == 404
    assert as_head.post(page(elsewhere, "di/"), {"reason": "x"}).status_code == 404


def test_stranger_is_sent_to_the_log_in(client, household):
    assert client.get(page(household)).headers["Location"].startswith("/dang-nhap/")
    assert client.post(page(household, "di/"), {"reason": "x"}).status_code == 403


def test_list_pages_and_searches(as_head, khu_pho):
    make_households(khu_pho, 51)

    first = as_head.get("/ho-dan/khu-pho-3/").content.decode()
    second = as_head.get("/ho-dan/khu-pho-3/?page=2").content.decode()
    found = as_head.get("/ho-dan/khu-pho-3/?tim=binh").content.decode()

    assert ("3-001" in first, "3-051" in first) == (True, False)
    assert ("3-001" in second, "3-051" in second) == (False, True)
    assert ("Trần Thị Bình" in found, "Nguyễn Văn An" in found) == (True, False)


@pytest.mark.parametrize("count", [3, 45])
def test_list_costs_the_same_queries(as_head, khu_pho, django_assert_num_queries, count):
    make_households(khu_pho, count)
    as_head.get("/ho-dan/khu-pho-3/")

    with django_assert_num_queries(8):
        as_head.get("/ho-dan/khu-pho-3/")


def test_create_by_form(as_head, khu_pho):
    response = as_head.post(
        "/ho-dan/khu-pho-3/them/",
        {
            "address": "số 12, đường số 5",
            "residence": "temporary",
            "name_0": "Trần Thị Bình",
            "capable_0": "on",
            "name_1": "Trần Văn Bé",
            "representative": "0",
        },
    )

    made = Household.objects.get()
    assert response.headers["Location"] == page(made)
    assert (made.number, made.residence) == ("3-001", "temporary")
    assert list(made.members.values_list("full_name", "capable")) == [("Trần Thị Bình", True), ("Trần Văn Bé", False)]
    assert Representation.objects.get().name == "Trần Thị Bình"


def test_create_refused_keeps_what_was_typed(as_head, khu_pho, household):
    typed = {
        "number": "3-001",
        "address": "số 12",
        "residence": "permanent",
        "name_0": "Trần Thị Bình",
        "capable_0": "on",
        "representative": "0",
    }

    response = as_head.post("/ho-dan/khu-pho-3/them/", typed)

    content = response.content.decode()
    assert response.status_code == 422
    assert "Số hộ 3-001 đã dùng" in content
    assert 'value="Trần Thị Bình"' in content


def test_correct_by_form(as_head, household):
    an, tu = household.members.order_by("pk")
    shown = as_head.get(page(household, "sua/")).content.decode()
    assert 'value="Nguyễn Văn An"' in shown

    response = as_head.post(
        page(household, "sua/"),
        {
            "address": household.address,
            "residence": "permanent",
            "name_0": an.full_name,
            "capable_0": "on",
            "gone_0": "on",
            "name_1": tu.full_name,
            "phone_1": "0912 345 678",
            "capable_1": "on",
            "representative": "1",
            "reason": "ông An đã mất",
        },
    )

    assert response.status_code == 302
    assert Member.objects.get(valid_to=None).phone == "0912 345 678"
    assert Representation.objects.get(valid_to=None).name == "Lê Thị Tư"


def test_correct_representative_who_goes_is_told_on_the_form(as_head, household):
    an, tu = household.members.order_by("pk")

    response = as_head.post(
        page(household, "sua/"),
        {
            "address": household.address,
            "residence": "permanent",
            "name_0": an.full_name,
            "capable_0": "on",
            "gone_0": "on",
            "name_1": tu.full_name,
            "capable_1": "on",
            "representative": "0",
            "reason": "ông An đã mất",
        },
    )

    assert response.status_code == 422
    assert Member.objects.filter(valid_to=None).count() == 2


def test_changes_by_form_and_history_shown(as_head, khu_pho, household):
    tu = household.members.get(full_name="Lê Thị Tư")
    other = make_household(khu_pho, "Phan Văn Sáu", number="3-002")

    assert as_head.post(page(household, "dai-dien/"), {"member": tu.pk, "reason": "ông An đi xa"}).status_code == 302
    assert as_head.post(page(household, "nhap/"), {"number": "3-002", "reason": "ở chung"}).status_code == 302
    sau = household.members.get(full_name="Phan Văn Sáu")
    split = {
        "leaving": [sau.pk],
        "representative": sau.pk,
        "address": "số 2",
        "residence": "permanent",
        "number": "3-003",
        "reason": "ra riêng",
    }
    assert as_head.post(page(household, "tach/"), split).status_code == 302
    content = as_head.get(page(household)).content.decode()
    assert as_head.post(page(household, "di/"), {"reason": "về quê"}).status_code == 302

    for word in ("Đổi người đại diện", "Nhập hộ", "Tách hộ", "ông An đi xa", "3-002", "3-003"):
        assert word in content
    assert list(other.changes.values_list("kind", flat=True)) == [HouseholdChange.Kind.MERGED]
    assert Household.objects.filter(valid_to=None).get().number == "3-003"


def test_move_by_form_leads_back_to_the_list(as_head, khu_pho, household):
    target = make_khu_pho(khu_pho.ward, 4)

    response = as_head.post(
        page(household, "chuyen/"), {"khu_pho": target.pk, "address": "số 8", "reason": "mua nhà"}, follow=True
    )

    assert response.status_code == 200
    assert Household.objects.get().khu_pho == target


def test_outsider_by_form_with_paper_that_only_the_head_opens(as_head, client, khu_pho):
    household = make_household(khu_pho, "Trần Thị Nhỏ", capable=False)
    values = {"name": "Đỗ Thị Hạnh", "address": "số 77", "reason": "hộ chỉ còn trẻ em"}

    wrong = as_head.post(page(household, "uy-quyen/"), values | {"paper": SimpleUploadedFile("a.exe", b"MZ...")})
    assert wrong.status_code == 422
    right = as_head.post(page(household, "uy-quyen/"), values | {"paper": SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")})

    assert right.status_code == 302
    paper = Representation.objects.get().paper_id
    opened = as_head.get(f"/tep/{paper}/")
    assert b"".join(opened.streaming_content) == b"%PDF-1.7 x"
    log_in(client, make_staff(khu_pho.ward, Role.OPERATOR))
    assert client.get(f"/tep/{paper}/").status_code == 403


# --- the household itself ---------------------------------------------------------------------------------------------


def test_own_page_shows_the_household_and_its_accesses(client, household):
    log_in_household(client, household)

    content = client.get("/ho-cua-toi/").content.decode()

    for word in ("Hộ 3-001", "Nguyễn Văn An", "Lê Thị Tư", "quét mã"):
        assert word in content


def test_own_page_without_card_leads_to_the_card_page(client, household):
    assert client.get("/ho-cua-toi/").headers["Location"].startswith("/the/?tiep=")


def test_household_changes_its_own_representative(client, household):
    log_in_household(client, household)
    tu = household.members.get(full_name="Lê Thị Tư")

    response = client.post("/ho-cua-toi/dai-dien/", {"member": tu.pk})

    assert response.headers["Location"] == "/ho-cua-toi/"
    assert Representation.objects.get(valid_to=None).name == "Lê Thị Tư"


def test_household_cannot_touch_another(client, khu_pho, household):
    other = make_household(khu_pho, "Phan Văn Sáu", "Phan Thị Bảy")
    bay = other.members.get(full_name="Phan Thị Bảy")
    log_in_household(client, household)

    assert client.post("/ho-cua-toi/dai-dien/", {"member": bay.pk}).status_code == 422
    assert client.post(page(other, "dai-dien/"), {"member": bay.pk, "reason": "x"}).status_code == 403
    assert other.representations.get(valid_to=None).name == "Phan Văn Sáu"
    assert client.get(page(household)).status_code == 302  # the head's page is not the household's


def test_head_with_a_household_card_on_the_same_phone_keeps_both(as_head, khu_pho, household):
    tu = household.members.get(full_name="Lê Thị Tư")
    log_in_household(as_head, make_household(khu_pho, "Phan Văn Sáu"))

    assert as_head.post(page(household, "dai-dien/"), {"member": tu.pk, "reason": "ông An đi xa"}).status_code == 302
    assert as_head.get("/ho-cua-toi/").status_code == 200
