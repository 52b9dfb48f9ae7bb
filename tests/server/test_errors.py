"""A refused act's page leads back: to the page above the address, never to another site."""

from __future__ import annotations

import pytest

from builders import log_in, make_khu_pho, make_staff, make_ward
from danchu.law.people import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    ward = make_ward(slug="thoi-hoa")
    log_in(client, make_staff(ward, Role.WARD_OFFICER))
    return ward


def links(response):
    assert "Căn cứ" in response.content.decode()
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def test_refused_act_leads_to_the_page_above(client, officer):
    person = make_staff(officer)

    response = client.post(f"/tai-khoan/{person.pk}/mo-lai/")

    assert response.status_code == 409
    assert '<a href="/tai-khoan/">Quay lại</a>' in links(response)


def test_way_back_keeps_the_ward_of_the_address(client, officer):
    person = make_staff(officer)

    response = client.post(f"/w/thoi-hoa/tai-khoan/{person.pk}/mo-lai/")

    assert '<a href="/w/thoi-hoa/tai-khoan/">Quay lại</a>' in links(response)


def test_what_a_browser_says_it_came_from_is_not_used(client, officer):
    person = make_staff(officer)

    response = client.post(f"/tai-khoan/{person.pk}/mo-lai/", headers={"referer": "https://khac.example/xau/"})

    assert "khac.example" not in response.content.decode()


def test_page_for_another_role_leads_to_ones_own_work(client):
    khu_pho = make_khu_pho(make_ward())
    log_in(client, make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho))

    response = client.get("/tai-khoan/them/")

    assert response.status_code == 403
    assert '<a href="/viec-cua-toi/">Quay lại</a>' in links(response)


def test_stranger_is_led_home(client):
    make_ward()

    response = client.get("/lien-ket/khong-co/")

    assert response.status_code == 409
    assert '<a href="/">Về trang chủ</a>' in links(response)
