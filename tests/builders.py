"""Rows to begin a test with: wards, khu phố, households, people with mandates.

Only what exists before a story starts is made here; every state of a vote is reached through its services.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django_scopes import scope

from danchu.foundation.access import actor as actors
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.models import Mandate
from danchu.foundation.accounts.models import Card, Staff
from danchu.foundation.accounts.secrets import CardSecrets, code_hash, new_card, token_hash
from danchu.foundation.people.models import Household, Member, Representation
from danchu.foundation.places.models import KhuPho, Province, Ward
from danchu.law.people import KHU_PHO_ROLES, Residence, Role

AT = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)  # 9 giờ, thứ Hai, 2/11/2026
LONG_AGO = date(2026, 1, 1)

_numbers = itertools.count(1)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def make_ward(name: str = "Thới Hòa", **values: Any) -> Ward:
    """A ward; each has its own address."""
    province, _ = Province.objects.get_or_create(code="79", defaults={"name": "Thành phố Hồ Chí Minh"})
    values.setdefault("slug", f"phuong-{next(_numbers)}")
    values.setdefault("phone", "0274 555 0100")
    return Ward.objects.create(province=province, name=name, valid_from=LONG_AGO, **values)


def make_khu_pho(ward: Ward, order: int = 3, **values: Any) -> KhuPho:
    """Khu phố number ``order`` of the ward."""
    values.setdefault("name", f"Khu phố {order}")
    values.setdefault("slug", f"khu-pho-{order}")
    values.setdefault("culture_house", f"Nhà văn hóa khu phố {order}")
    with scope(ward=ward):
        return KhuPho.objects.create(ward=ward, order=order, valid_from=LONG_AGO, **values)


def make_household(
    khu_pho: KhuPho,
    representative: str = "Nguyễn Văn An",
    *others: str,
    number: str = "",
    address: str = "",
    residence: Residence = Residence.PERMANENT,
    capable: bool = True,
    phone: str = "",
    valid_from: date = LONG_AGO,
) -> Household:
    """A household with its members; the first represents it unless nobody is ``capable``."""
    place = next(_numbers)
    with scope(ward=khu_pho.ward):
        household = Household.objects.create(
            ward=khu_pho.ward,
            khu_pho=khu_pho,
            number=number or f"{khu_pho.order}-{place:03d}",
            address=address or f"số {place}, đường số 5",
            residence=residence,
            valid_from=valid_from,
        )
        members = [
            Member.objects.create(
                ward=khu_pho.ward,
                household=household,
                full_name=name,
                phone=phone,
                capable=capable,
                valid_from=valid_from,
            )
            for name in (representative, *others)
        ]
        if capable:
            Representation.objects.create(
                ward=khu_pho.ward, household=household, member=members[0], valid_from=valid_from
            )
    return household


def make_households(khu_pho: KhuPho, count: int) -> list[Household]:
    """``count`` households in as few statements as possible, "3-001" onwards."""
    names = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung", "Huỳnh Văn Đức", "Võ Thị Én"]
    with scope(ward=khu_pho.ward):
        common = {"ward": khu_pho.ward, "valid_from": LONG_AGO}
        households = Household.objects.bulk_create(
            Household(khu_pho=khu_pho, number=f"{khu_pho.order}-{one:03d}", address=f"số {one}, đường số 5", **common)
            for one in range(1, count + 1)
        )
        members = Member.objects.bulk_create(
            Member(household=one, full_name=names[place % len(names)], **common) for place, one in enumerate(households)
        )
        Representation.objects.bulk_create(
            Representation(household=one.household, member=one, **common) for one in members
        )
    return households


def make_card(household: Household, at: datetime = AT) -> CardSecrets:
    """A living card of the household; its token and code."""
    secrets = new_card()
    with scope(ward=household.ward):
        Card.objects.create(
            ward=household.ward,
            household=household,
            token_hash=token_hash(secrets.token),
            code_hash=code_hash(household.pk, secrets.code),
            issued_at=at,
        )
    return secrets


def make_staff(
    ward: Ward | None, *roles: Role, khu_pho: KhuPho | None = None, name: str = "Lê Thị Hoa", **values: Any
) -> Staff:
    """A person with an account who holds the roles: those of a khu phố in ``khu_pho``, the others in the ward."""
    values.setdefault("username", f"can.bo.{next(_numbers)}")
    values.setdefault("honorific", "bà")
    staff = Staff.objects.create(ward=ward, full_name=name, **values)
    for role in roles:
        give_mandate(staff, role, khu_pho=khu_pho)
    return staff


def give_mandate(
    staff: Staff, role: Role, *, khu_pho: KhuPho | None = None, ward: Ward | None = None, valid_to: date | None = None
) -> Mandate:
    """A mandate held since long ago."""
    ward = ward or staff.ward
    place = khu_pho if role in KHU_PHO_ROLES else None
    with scope(ward=ward):
        return Mandate.objects.create(
            ward=ward, staff=staff, role=role, khu_pho=place, valid_from=LONG_AGO, valid_to=valid_to
        )


def actor_for(staff: Staff, at: datetime = AT, ward: Ward | None = None) -> Actor:
    """The person acting now, with the mandates held at that moment."""
    ward = ward or staff.ward
    with scope(ward=ward):
        return actors.staff(staff, ward.pk, at)


def household_actor(household: Household) -> Actor:
    """The household, come in by its card."""
    return actors.household(household.ward_id, household.pk)


def log_in(client: Any, staff: Staff) -> None:
    """Log a person in with password and second factor done."""
    if not staff.authenticator_set.exists():
        TOTP.activate(staff, generate_totp_secret())
    client.force_login(staff)


def log_in_household(client: Any, household: Household) -> CardSecrets:
    """Give the household a new card and come in by it, as its button does."""
    with scope(ward=household.ward):
        Card.objects.filter(household=household, ended_at=None).update(ended_at=AT)
    secrets = make_card(household)
    response = client.post(f"/the/{secrets.token}/")
    assert response.status_code == 302, response.content
    return secrets


def names_of(members: Sequence[Member]) -> list[str]:
    return [one.full_name for one in members]


def of_the_future(package: bytes) -> bytes:
    """A ZIP that asks for a version no library reads: ``zipfile`` raises NotImplementedError on opening it."""
    changed, at = bytearray(package), package.find(b"PK\x01\x02")
    changed[at + 6 : at + 8] = (99).to_bytes(2, "little")
    return bytes(changed)
