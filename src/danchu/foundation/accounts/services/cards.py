"""Thẻ biểu quyết: lập, cấp lại, vào bằng thẻ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor, household
from danchu.foundation.access.can import Subject, check
from danchu.foundation.accounts.models import Card, HouseholdAccess, WrongCode
from danchu.foundation.accounts.secrets import CODE_DIGITS, code_hash, digits, equal, new_card, token_hash
from danchu.foundation.people.models import Household
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention

BASIS = Convention("card")
LOCK = timedelta(minutes=15)
KEPT = timedelta(days=1)
TRIES = 5
WARD_BUDGET = 120  # wrong codes in a quarter of an hour, all households of the ward together


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """Thẻ vừa lập, với bí mật của nó: for the printed sheet alone, kept nowhere."""

    household: Household
    token: str
    code: str


@transaction.atomic
def issue_cards(actor: Actor, *, households: Iterable[Household], subject: Subject, at: datetime) -> list[PrintedCard]:
    """Lập thẻ cho những hộ chưa có; households that hold a living card keep it and are left out."""
    check(actor, Act.ACCOUNTS_CARD_ISSUE, subject)
    chosen = [one for one in households if one.ward_id == subject.ward_id and one.khu_pho_id == subject.khu_pho_id]
    holding = set(Card.objects.filter(household__in=chosen, ended_at=None).values_list("household_id", flat=True))
    printed, rows = [], []
    for one in chosen:
        if one.pk not in holding:
            card, row = _make(one, at)
            printed.append(card)
            rows.append(row)
    Card.objects.bulk_create(rows, batch_size=500)
    journal.record(actor, Act.ACCOUNTS_CARD_ISSUE, f"khu_pho:{subject.khu_pho_id}", {"cards": len(printed)}, at)
    return printed


@transaction.atomic
def reissue_card(actor: Actor, *, of: Household, subject: Subject, reason: str, at: datetime) -> PrintedCard:
    """Cấp lại thẻ: the old one dies in the same moment, with every session it opened."""
    check(actor, Act.ACCOUNTS_CARD_REISSUE, subject)
    if of.ward_id != subject.ward_id or of.khu_pho_id != subject.khu_pho_id:
        raise Refused(Refusal("access.ward", BASIS))
    Card.objects.select_for_update().filter(household=of, ended_at=None).update(ended_at=at, end_reason=reason[:200])
    printed, row = _make(of, at)
    row.save()
    WrongCode.objects.filter(household=of).delete()
    journal.record(
        actor, Act.ACCOUNTS_CARD_REISSUE, f"household:{of.pk}", {"card": row.pk}, at, detail={"reason": reason}
    )
    return printed


def _make(of: Household, at: datetime) -> tuple[PrintedCard, Card]:
    fresh = new_card()
    row = Card(
        ward_id=of.ward_id,
        household=of,
        token_hash=token_hash(fresh.token),
        code_hash=code_hash(of.pk, fresh.code),
        issued_at=at,
    )
    return PrintedCard(of, fresh.token, fresh.code), row


def find_by_token(token: str) -> Card:
    """The living card of a QR, or the refusal ``card.dead`` (unknown, or replaced by a newer card)."""
    card = Card.objects.select_related("household").filter(token_hash=token_hash(token)).first()
    if card is None or card.ended_at is not None:
        raise Refused(Refusal("card.dead", BASIS))
    return card


def find_by_code(ward_id: int, *, number: str, code: str, at: datetime) -> Card:
    """The card of a household number and eight typed digits.

    Refusals: ``card.digits`` (not eight digits; no try is spent), ``card.wrong``, ``card.locked`` (five wrong codes for
    this household in 15 minutes), ``card.busy`` (too many wrong codes in the ward as a whole). The answer for an
    unknown household is the one for a wrong code.
    """
    typed = digits(code)
    if len(typed) != CODE_DIGITS or not typed.isascii() or not typed.isdecimal():
        raise Refused(Refusal("card.digits", BASIS, {"digits": CODE_DIGITS}))
    card = _match(ward_id, number=number, typed=typed, at=at)
    if isinstance(card, Refusal):
        raise Refused(card)
    return card


@transaction.atomic
def _match(ward_id: int, *, number: str, typed: str, at: datetime) -> Card | Refusal:
    """Look the code up and write a wrong one down; returned, not raised, so that the wrong try is committed."""
    since = at - LOCK
    of = Household.objects.select_for_update().filter(ward_id=ward_id, number__iexact=number.strip()).first()
    if of is not None and WrongCode.objects.filter(household=of, at__gt=since).count() >= TRIES:
        return Refusal("card.locked", BASIS, {"minutes": LOCK // timedelta(minutes=1)})
    if WrongCode.objects.filter(ward_id=ward_id, at__gt=since).count() >= WARD_BUDGET:
        return Refusal("card.busy", BASIS, {"minutes": LOCK // timedelta(minutes=1)})
    card = Card.objects.select_related("household").filter(household=of, ended_at=None).first() if of else None
    wanted = card.code_hash if card else "-"
    right = equal(code_hash(of.pk if of else 0, typed), wanted)
    if card is not None and right:
        return card
    WrongCode.objects.filter(ward_id=ward_id, at__lt=at - KEPT).delete()
    WrongCode.objects.create(ward_id=ward_id, household=of, at=at)
    return Refusal("card.wrong", BASIS, {"digits": CODE_DIGITS})


@transaction.atomic
def note_access(card: Card, *, how: str, device: str, at: datetime, helper_id: int | None = None) -> None:
    """Ghi lượt vào: the household sees each one on its own page."""
    if card.ended_at is not None:
        raise Refused(Refusal("card.dead", BASIS))
    WrongCode.objects.filter(household_id=card.household_id).delete()
    HouseholdAccess.objects.create(
        ward_id=card.ward_id, household_id=card.household_id, how=how, device=device[:60], helper_id=helper_id, at=at
    )
    journal.record(
        household(card.ward_id, card.household_id),
        Act.ACCOUNTS_HOUSEHOLD_LOGIN,
        f"household:{card.household_id}",
        {"how": how},
        at,
    )


def forget_wrong_codes(at: datetime) -> int:
    """Lần gõ sai đã qua một ngày không còn để làm gì."""
    return WrongCode.objects.filter(at__lt=at - timedelta(days=1)).delete()[0]


def locked_households(ward_id: int, *, khu_pho_id: int, at: datetime) -> list[int]:
    """Hộ đang bị khóa gõ mã: shown on the team's page, so that someone can call them."""
    rows = (
        WrongCode.objects.filter(ward_id=ward_id, household__khu_pho_id=khu_pho_id, at__gt=at - LOCK)
        .values("household_id")
        .annotate(tries=Count("pk"))
        .filter(tries__gte=TRIES)
    )
    return [row["household_id"] for row in rows]
