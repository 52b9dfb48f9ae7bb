"""Thêm, chuyển hộ; ghi hộ đã chuyển đi. A move or a departure may be recorded late."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.people.models import Household, HouseholdChange
from danchu.foundation.people.services import rows
from danchu.foundation.people.services.days import day_of_change
from danchu.foundation.people.services.rows import MemberFacts
from danchu.foundation.places.models import KhuPho
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.people import Residence

Kind = HouseholdChange.Kind


def next_number(khu_pho: KhuPho) -> str:
    """Số hộ kế tiếp: one more than the highest the khu phố ever used, "3-046"."""
    prefix = f"{khu_pho.order}-"
    used = Household.objects.filter(ward_id=khu_pho.ward_id, number__startswith=prefix).values_list("number", flat=True)
    tails = [int(tail) for number in used if re.fullmatch(r"[0-9]+", tail := number.removeprefix(prefix))]
    return f"{prefix}{max(tails, default=0) + 1:03d}"


@transaction.atomic
def create_household(
    actor: Actor,
    *,
    khu_pho: KhuPho,
    address: str,
    residence: Residence,
    members: Sequence[MemberFacts],
    representative: int | None = 0,
    number: str = "",
    reason: str = "",
    at: datetime,
) -> Household:
    """Thêm hộ: with its members, of whom ``members[representative]`` represents it (None: nobody in it is capable).

    Refusals: ``people.khu_pho_ended``, ``people.number_taken``, ``people.no_member``, ``people.rep_not_capable``.
    """
    check(actor, Act.PEOPLE_HOUSEHOLD_CREATE, Subject(khu_pho.ward_id, khu_pho.pk))
    household, change = begin(
        khu_pho=khu_pho, number=number, address=address, residence=residence, reason=reason, at=at
    )
    if not members:
        raise Refused(Refusal("people.no_member", rows.REGISTER))
    added = rows.add_members(household, members, day=clock.day(at))
    chosen = None if representative is None else added[representative]
    rows.settle(household, added, chosen, day=clock.day(at), reason=change.reason)
    facts = {"khu_pho": khu_pho.pk, "members": len(added)}
    rows.write_down(actor, Act.PEOPLE_HOUSEHOLD_CREATE, household, facts, at, change.reason)
    return household


def begin(
    *,
    khu_pho: KhuPho,
    number: str,
    address: str,
    residence: Residence,
    reason: str,
    at: datetime,
    kind: HouseholdChange.Kind = HouseholdChange.Kind.CREATED,
    other: Household | None = None,
) -> tuple[Household, HouseholdChange]:
    """The row of a new household without anybody in it, and the first line of its history."""
    day = clock.day(at)
    # Locked so that two households made at once do not get one number.
    khu_pho = KhuPho.objects.select_for_update().get(pk=khu_pho.pk)
    require_present(khu_pho)
    number = rows.tidy(number) or next_number(khu_pho)
    if Household.objects.filter(ward_id=khu_pho.ward_id, number__iexact=number).exists():
        raise Refused(Refusal("people.number_taken", rows.REGISTER, {"number": number}))
    household = Household.objects.create(
        ward_id=khu_pho.ward_id,
        khu_pho=khu_pho,
        number=number,
        address=rows.tidy(address),
        residence=residence,
        valid_from=day,
    )
    after = {"address": household.address, "residence": str(residence), "khu_pho": khu_pho.name}
    return household, rows.note(household, kind, at=at, other=other, after=after, reason=rows.tidy(reason)[:300])


def require_present(khu_pho: KhuPho) -> None:
    """A khu phố that was merged or dissolved takes no household."""
    if khu_pho.valid_to is not None:
        raise Refused(
            Refusal("people.khu_pho_ended", rows.REGISTER, {"khu_pho": khu_pho.name, "day": khu_pho.valid_to})
        )


@transaction.atomic
def move_household(
    actor: Actor,
    *,
    household: Household,
    khu_pho: KhuPho,
    address: str,
    reason: str,
    day: date | None = None,
    at: datetime,
) -> HouseholdChange:
    """Chuyển hộ sang khu phố khác: it keeps its number, members and card.

    ``day`` is when it moved, today if left out. Refusals: ``people.same_khu_pho`` and those of ``day_of_change``.
    """
    household = rows.locked(actor, Act.PEOPLE_HOUSEHOLD_MOVE, household)
    reason = rows.require_reason(actor, reason)
    if khu_pho.ward_id != household.ward_id:
        raise Refused(Refusal("access.ward", rows.REGISTER))
    require_present(khu_pho)
    if khu_pho.pk == household.khu_pho_id:
        raise Refused(Refusal("people.same_khu_pho", rows.REGISTER, {"number": household.number}))
    places = (household.khu_pho_id, khu_pho.pk)
    on = day_of_change(household, day, today=clock.day(at), places=places)
    before = {"khu_pho": household.khu_pho.name, "address": household.address}
    facts = {"from": household.khu_pho_id, "to": khu_pho.pk}
    household.khu_pho = khu_pho
    household.address = rows.tidy(address)
    household.save(update_fields=["khu_pho", "address"])
    after = {"khu_pho": khu_pho.name, "address": household.address}
    change = rows.note(household, Kind.MOVED, at=at, on=on, before=before, after=after, reason=reason)
    rows.write_down(actor, Act.PEOPLE_HOUSEHOLD_MOVE, household, facts, at, reason)
    return change


@transaction.atomic
def end_household(
    actor: Actor, *, household: Household, reason: str, day: date | None = None, at: datetime
) -> HouseholdChange:
    """Ghi hộ đã chuyển đi: from ``day`` (today if left out) it no longer counts; what it was stays readable.

    Refusals: those of ``day_of_change``.
    """
    household = rows.locked(actor, Act.PEOPLE_HOUSEHOLD_END, household)
    reason = rows.require_reason(actor, reason)
    on = day_of_change(household, day, today=clock.day(at), places=(household.khu_pho_id,))
    close(household, day=on)
    change = rows.note(household, Kind.ENDED, at=at, on=on, before={"khu_pho": household.khu_pho.name}, reason=reason)
    rows.write_down(actor, Act.PEOPLE_HOUSEHOLD_END, household, {}, at, reason)
    return change


def close(household: Household, *, day: date) -> None:
    """End the rows of a household that is no more."""
    rows.leave(rows.members_now(household), day=day)
    household.representations.filter(valid_to=None).update(valid_to=day)
    household.valid_to = day
    household.save(update_fields=["valid_to"])
