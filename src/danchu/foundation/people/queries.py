"""Đọc sổ hộ: lists and single households; every list costs the same number of queries however long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from danchu.foundation.access.actor import valid_on
from danchu.foundation.accounts.models import Card, HouseholdAccess
from danchu.foundation.people.models import Household, HouseholdChange, Member, Representation
from danchu.foundation.places.models import KhuPho
from danchu.foundation.text import fold, has_marks, nfc
from danchu.law.people import Residence, WhoCounts


def natural(number: str) -> tuple[tuple[int, int, str], ...]:
    """Thứ tự số hộ: "3-9" before "3-45", "3-45" before "3-45A"."""
    parts = re.findall(r"[0-9]+|[^0-9]+", number)
    return tuple((0, int(part), "") if part.isascii() and part.isdigit() else (1, 0, fold(part)) for part in parts)


@dataclass(frozen=True, slots=True)
class Row:
    """Một dòng của danh sách hộ. ``representative`` is empty while nobody represents the household."""

    id: int
    number: str
    representative: str
    outsider: bool
    address: str
    residence: str
    members: int
    has_card: bool


def _on(khu_pho_id: int, day: date) -> QuerySet[Household]:
    return Household.objects.filter(valid_on(day), khu_pho_id=khu_pho_id)


def _representatives(khu_pho_id: int, day: date) -> dict[int, tuple[str, bool]]:
    """Name of each household's representative that day, and whether from outside it."""
    rows = Representation.objects.filter(valid_on(day), household__khu_pho_id=khu_pho_id).values_list(
        "household_id", "member__full_name", "outsider_name"
    )
    return {household: (name or outsider, bool(outsider)) for household, name, outsider in rows}


def households(khu_pho_id: int, *, day: date, search: str = "") -> list[Row]:
    """Danh sách hộ của khu phố trong ngày, by number. ``search`` looks into number, name and address.

    Typed without marks it finds marked names; typed with marks they must match. Two queries.
    """
    people = _representatives(khu_pho_id, day)
    living = Card.objects.filter(household=OuterRef("pk"), ended_at=None)
    found = (
        _on(khu_pho_id, day)
        .annotate(
            size=Count("members", filter=_members_on(day)),
            card=Exists(living),
        )
        .values_list("pk", "number", "address", "residence", "size", "card")
    )
    rows = [
        Row(pk, number, *people.get(pk, ("", False)), address, residence, size, card)
        for pk, number, address, residence, size, card in found
    ]
    wanted = search.split()
    rows = [row for row in rows if all(_holds(row, word) for word in wanted)]
    return sorted(rows, key=lambda row: natural(row.number))


def _members_on(day: date) -> Q:
    return Q(members__valid_from__lte=day) & (Q(members__valid_to=None) | Q(members__valid_to__gt=day))


def _holds(row: Row, word: str) -> bool:
    text = f"{row.number} {row.representative} {row.address}"
    return nfc(word).lower() in nfc(text).lower() if has_marks(word) else fold(word) in fold(text)


def counting(khu_pho_id: int, who_counts: WhoCounts, day: date) -> QuerySet[Household]:
    """Hộ được tính trong ngày: by how they live in the khu phố."""
    counted = [residence.value for residence in Residence if who_counts.counts(residence)]
    return _on(khu_pho_id, day).filter(residence__in=counted)


def count_on(khu_pho_id: int, who_counts: WhoCounts, day: date) -> int:
    """Số hộ được tính trong ngày."""
    return counting(khu_pho_id, who_counts, day).count()


def voters_on(khu_pho_id: int, who_counts: WhoCounts, day: date) -> Iterator[tuple[int, str, str, str, str]]:
    """Hộ để lập danh sách: household id, number, representative, address, residence, in the order of numbers.

    The representative is empty for a household in which nobody is capable and nobody is authorised yet; it counts all
    the same. Two queries.
    """
    people = _representatives(khu_pho_id, day)
    rows = counting(khu_pho_id, who_counts, day).values_list("pk", "number", "address", "residence")
    for pk, number, address, residence in sorted(rows, key=lambda row: natural(row[1])):
        yield pk, number, people.get(pk, ("", False))[0], address, residence


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """Một hộ, đủ để hiện một trang: with its history and every access by its card, newest first."""

    household: Household
    members: list[Member]
    representation: Representation | None
    representations: list[Representation]
    changes: list[HouseholdChange]
    accesses: list[HouseholdAccess]
    has_card: bool

    @property
    def needs_outsider(self) -> bool:
        """Nobody in it is capable: it must authorise somebody (khoản 2 Điều 18)."""
        return not any(one.capable for one in self.members)

    @property
    def can_change_representative(self) -> bool:
        """There is another capable member."""
        held = self.representation.member_id if self.representation else None
        return any(one.capable and one.pk != held for one in self.members)


def household_view(household_id: int, *, accesses: int = 50) -> HouseholdView:
    """Một hộ; ``Household.DoesNotExist`` for one of another ward. Six queries."""
    household = Household.objects.select_related("khu_pho", "ward").get(pk=household_id)
    representations = list(household.representations.select_related("member").order_by("-valid_from", "-pk"))
    return HouseholdView(
        household=household,
        members=list(household.members.filter(valid_to=None).order_by("pk")),
        representation=next((one for one in representations if one.valid_to is None), None),
        representations=representations,
        changes=list(household.changes.select_related("other").order_by("-recorded_at", "-pk")),
        accesses=list(household.accesses.select_related("helper").order_by("-at")[:accesses]),
        has_card=household.cards.filter(ended_at=None).exists(),
    )


@dataclass(frozen=True, slots=True)
class KhuPhoRow:
    """Một khu phố và số hộ của nó."""

    khu_pho: KhuPho
    households: int


def khu_pho_rows(ward_id: int, *, day: date) -> list[KhuPhoRow]:
    """Các khu phố đang có của phường với số hộ. One query."""
    present = Q(households__valid_from__lte=day) & (Q(households__valid_to=None) | Q(households__valid_to__gt=day))
    rows = KhuPho.objects.filter(valid_on(day), ward_id=ward_id).annotate(size=Count("households", filter=present))
    return [KhuPhoRow(one, one.size) for one in rows]
