"""Cấp lại thẻ từ trang của hộ: old card dead, new one printed, by whom and when."""

from __future__ import annotations

import pytest
from django_scopes import scope

from builders import actor_for, log_in, make_card, make_household, make_khu_pho, make_staff, make_ward
from danchu.documents.errors import DocumentError
from danchu.foundation import clock
from danchu.foundation.accounts.models import Card
from danchu.foundation.accounts.services import cards
from danchu.foundation.journal.models import Entry
from danchu.foundation.people import services
from danchu.law.answers import Refused
from danchu.law.people import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def khu_pho():
    made = make_khu_pho(make_ward())
    with scope(ward=made.ward):
        yield made


def come(client, khu_pho, role):
    log_in(client, make_staff(khu_pho.ward, role, khu_pho=khu_pho))
    return client


@pytest.mark.parametrize("role", [Role.HEAD, Role.FRONT_HEAD])
def test_new_card_is_printed_and_the_old_one_dies(client, khu_pho, role):
    household = make_household(khu_pho, number="3-007")
    old = make_card(household)
    come(client, khu_pho, role)
    address = f"/ho-dan/ho/{household.pk}/the/"

    assert address in client.get(f"/ho-dan/ho/{household.pk}/").content.decode()
    sheet = client.post(address, {"reason": "mất thẻ"})

    assert sheet.content.startswith(b"%PDF")
    assert sheet["Cache-Control"] == "private, no-store"
    assert "the-3-007.pdf" in sheet["Content-Disposition"]
    with pytest.raises(Refused, match=r"card\.dead"):
        cards.find_by_token(old.token)
    assert list(Card.objects.order_by("pk").values_list("end_reason", flat=True)) == ["mất thẻ", ""]
    assert Entry.objects.order_by("seq").last().act == "accounts.card.reissue"


def test_without_a_reason_no_card_dies(client, khu_pho):
    household = make_household(khu_pho)
    make_card(household)
    come(client, khu_pho, Role.HEAD)

    assert client.post(f"/ho-dan/ho/{household.pk}/the/", {"reason": " "}).status_code == 422
    assert Card.objects.get().ended_at is None


def test_sheet_that_cannot_be_drawn_leaves_the_old_card(client, khu_pho, monkeypatch):
    household = make_household(khu_pho)
    make_card(household)
    come(client, khu_pho, Role.HEAD)

    def stop(*_args, **_values):
        raise DocumentError("Không lập được tờ thẻ.", "The sheet cannot be drawn.")

    monkeypatch.setattr("danchu.desks.views_cards.cards_paper", stop)
    page = client.post(f"/ho-dan/ho/{household.pk}/the/", {"reason": "mất thẻ"})

    assert page.status_code == 422
    assert "Không lập được tờ thẻ." in page.content.decode()
    assert Card.objects.get().ended_at is None


@pytest.mark.parametrize("role", [Role.WARD_OFFICER, Role.DEPUTY_HEAD])
def test_others_are_not_offered_a_card(client, khu_pho, role):
    household = make_household(khu_pho)
    come(client, khu_pho, role)
    address = f"/ho-dan/ho/{household.pk}/the/"

    assert address not in client.get(f"/ho-dan/ho/{household.pk}/").content.decode()
    assert client.post(address, {"reason": "mất thẻ"}).status_code == 403


def test_household_that_is_gone_gets_no_card(client, khu_pho):
    household = make_household(khu_pho)
    head = make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho)
    services.end_household(actor_for(head), household=household, reason="về quê", at=clock.now())
    log_in(client, head)

    assert client.get(f"/ho-dan/ho/{household.pk}/the/").status_code == 404
