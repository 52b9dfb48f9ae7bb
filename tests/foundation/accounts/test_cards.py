"""Thẻ biểu quyết: exact edges of wrong codes, re-issue, and who may make cards."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from builders import AT, actor_for, make_card, make_household, make_khu_pho, make_staff, make_ward, minutes
from danchu.foundation.access.can import Subject
from danchu.foundation.accounts.models import Card, HouseholdAccess, WrongCode
from danchu.foundation.accounts.services import cards
from danchu.foundation.journal.models import Entry
from danchu.law.answers import Refused
from danchu.law.people import Role

SECOND = timedelta(seconds=1)


@pytest.fixture
def household(khu_pho):
    return make_household(khu_pho, number="3-001")


def wrong(code: str) -> str:
    """Eight digits that are not this code."""
    return f"{(int(code) + 1) % 10**8:08d}"


def typed(household, code, at=AT, number=None):
    return cards.find_by_code(household.ward_id, number=number or household.number, code=code, at=at)


def refused(call, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.refusal.code


@pytest.mark.parametrize("joint", ["", " ", "-", ".", "  "])
def test_code_is_read_however_it_is_spaced(household, joint):
    code = make_card(household).code

    assert typed(household, f" {code[:4]}{joint}{code[4:]}", number=" 3-001 ").household == household


@pytest.mark.parametrize("code", ["1234567", "123456789", "1234567a", "１２３４５６７８", ""])
def test_code_that_is_not_eight_digits_spends_no_try(household, code):
    make_card(household)

    assert refused(typed, household, code) == "card.digits"
    assert not WrongCode.objects.exists()


@pytest.mark.db
def test_fifth_wrong_code_locks_for_fifteen_minutes_exactly(household):
    code = make_card(household).code
    for _ in range(4):
        assert refused(typed, household, wrong(code)) == "card.wrong"
    assert typed(household, code).household == household  # four are not yet too many

    assert refused(typed, household, wrong(code)) == "card.wrong"  # the fifth
    assert refused(typed, household, code) == "card.locked"
    assert refused(typed, household, code, at=AT + minutes(15) - SECOND) == "card.locked"  # 14:59
    assert typed(household, code, at=AT + minutes(15)).household == household  # 15:00
    assert WrongCode.objects.count() == 5  # a locked try is not counted: nobody is locked out for good


def test_wrong_codes_are_forgotten_after_a_day(household):
    code = make_card(household).code
    refused(typed, household, wrong(code))
    refused(typed, household, wrong(code), at=AT + timedelta(days=1))
    assert WrongCode.objects.count() == 2

    refused(typed, household, wrong(code), at=AT + timedelta(days=1) + SECOND)

    assert WrongCode.objects.count() == 2


def test_lock_of_one_household_leaves_its_neighbour_and_the_square_code_alone(khu_pho, household):
    secrets, neighbour = make_card(household), make_household(khu_pho, number="3-002")
    other = make_card(neighbour)
    for _ in range(5):
        refused(typed, household, wrong(secrets.code))

    assert typed(neighbour, other.code).household == neighbour
    assert cards.find_by_token(secrets.token).household == household
    assert cards.locked_households(household.ward_id, khu_pho_id=khu_pho.pk, at=AT) == [household.pk]
    assert cards.locked_households(household.ward_id, khu_pho_id=khu_pho.pk, at=AT + minutes(15)) == []


def test_right_code_wipes_the_wrong_ones(household):
    secrets = make_card(household)
    for _ in range(4):
        refused(typed, household, wrong(secrets.code))

    cards.note_access(typed(household, secrets.code), how="typed", device="Android", at=AT)

    assert not WrongCode.objects.exists()
    assert HouseholdAccess.objects.get().how == "typed"


def test_budget_of_the_ward_slows_guessing_over_many_households(khu_pho, household):
    code = make_card(household).code
    WrongCode.objects.bulk_create(WrongCode(ward=khu_pho.ward, at=AT) for _ in range(cards.WARD_BUDGET - 1))

    assert typed(household, code).household == household
    assert refused(typed, household, wrong(code)) == "card.wrong"  # the last of the budget
    assert refused(typed, household, code) == "card.busy"
    assert typed(household, code, at=AT + minutes(15)).household == household


def test_budget_belongs_to_one_ward(khu_pho, household):
    code = make_card(household).code
    elsewhere = make_ward("Bến Sỏi")
    WrongCode.objects.bulk_create(WrongCode(ward=elsewhere, at=AT) for _ in range(cards.WARD_BUDGET))

    assert typed(household, code).household == household


def test_unknown_household_is_answered_like_a_wrong_code(household):
    make_card(household)

    assert refused(typed, household, "00000000", number="9-999") == "card.wrong"
    assert WrongCode.objects.get().household is None


def test_same_digits_on_another_card_do_not_open_it(khu_pho, household):
    code = make_card(household).code
    neighbour = make_household(khu_pho, number="3-002")
    make_card(neighbour)

    assert refused(typed, neighbour, code) == "card.wrong"


def test_household_that_left_after_a_freeze_still_comes_in(household):
    code = make_card(household).code
    household.valid_to = AT.date()
    household.save()

    assert typed(household, code).household == household


# --- making and re-issuing --------------------------------------------------------------------------------------------


def test_issue_makes_cards_only_for_households_without(head, khu_pho):
    held, new = make_household(khu_pho), make_household(khu_pho)
    make_card(held)
    away = make_household(make_khu_pho(khu_pho.ward, 4))

    printed = cards.issue_cards(head, households=[held, new, away], subject=Subject(khu_pho.ward_id, khu_pho.pk), at=AT)

    assert [one.household for one in printed] == [new]
    assert cards.find_by_token(printed[0].token).household == new
    assert typed(new, printed[0].code).household == new
    assert Entry.objects.get().facts == {"cards": 1}


@pytest.mark.db
def test_reissue_kills_the_old_card_at_once(head, household):
    old = make_card(household)
    for _ in range(5):
        refused(typed, household, wrong(old.code))

    new = cards.reissue_card(
        head, of=household, subject=Subject(household.ward_id, household.khu_pho_id), reason="mất thẻ", at=AT
    )

    assert refused(cards.find_by_token, old.token) == "card.dead"
    assert cards.find_by_token(new.token).household == household
    assert typed(household, new.code).household == household  # and its lock is gone
    assert Card.objects.filter(household=household, ended_at=None).count() == 1
    assert refused(typed, household, old.code) == "card.wrong"


def test_reissue_ends_the_sessions_the_old_card_opened(client, head, household):
    secrets = make_card(household)
    client.post(f"/the/{secrets.token}/")
    assert client.get("/ho-cua-toi/").status_code == 200

    subject = Subject(household.ward_id, household.khu_pho_id)
    cards.reissue_card(head, of=household, subject=subject, reason="mất thẻ", at=AT)

    assert client.get("/ho-cua-toi/").headers["Location"].startswith("/the/")


@pytest.mark.parametrize("role", [Role.WARD_OFFICER, Role.OPERATOR, Role.DELEGATE, Role.FRONT_MEMBER])
def test_cards_are_not_made_by_others(khu_pho, household, role):
    actor = actor_for(make_staff(khu_pho.ward, role, khu_pho=khu_pho))
    subject = Subject(khu_pho.ward_id, khu_pho.pk)

    assert refused(cards.issue_cards, actor, households=[household], subject=subject, at=AT) == "access.role"
    assert refused(cards.reissue_card, actor, of=household, subject=subject, reason="x", at=AT) == "access.role"


def test_head_does_not_reissue_for_another_khu_pho(head, khu_pho):
    away = make_household(make_khu_pho(khu_pho.ward, 4))
    mine = Subject(khu_pho.ward_id, khu_pho.pk)

    assert refused(cards.reissue_card, head, of=away, subject=mine, reason="x", at=AT) == "access.ward"


def test_neither_token_nor_code_is_stored(head, household):
    subject = Subject(household.ward_id, household.khu_pho_id)
    (printed,) = cards.issue_cards(head, households=[household], subject=subject, at=AT)

    stored = " ".join(str(value) for value in itertools.chain.from_iterable(Card.objects.values_list()))
    journal = " ".join(str(value) for value in itertools.chain.from_iterable(Entry.objects.values_list()))

    for secret in (printed.token, printed.code):
        assert secret not in stored
        assert secret not in journal
