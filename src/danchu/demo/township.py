"""Lập phường mẫu: the ward, its people with their offices, its households from the workbook, their cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from danchu.demo.officials import KHU_PHO_OFFICIALS, OPERATOR, WARD_OFFICIALS, Official
from danchu.demo.people import SIZES
from danchu.demo.workbook import SAMPLE
from danchu.foundation import clock
from danchu.foundation.access import actor as actors
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject
from danchu.foundation.access.services import grant_mandate
from danchu.foundation.accounts.models import Staff
from danchu.foundation.accounts.services.cards import PrintedCard, issue_cards
from danchu.foundation.accounts.services.staff import create_staff
from danchu.foundation.people.models import Household
from danchu.foundation.people.rollbook import read_book
from danchu.foundation.people.services.roll_import import import_households
from danchu.foundation.places.models import KhuPho, Ward
from danchu.foundation.places.services import create_ward
from danchu.law.people import Role

Progress = Callable[[int], object]
SLUG = "thoi-hoa"
_CULTURE_HOUSES = (
    "Nhà văn hóa khu phố 1, số 12, đường số 4",
    "Nhà văn hóa khu phố 2, số 3, hẻm 20",
    "Nhà văn hóa khu phố 3, số 8, hẻm 30",
    "Nhà văn hóa khu phố 4, số 27, đường số 18",
    "Nhà văn hóa khu phố 5, số 5, đường số 22",
)


@dataclass(slots=True)
class Town:
    """Phường mẫu đang được lập: rows at hand for what follows. ``start`` is the moment everything is relative to."""

    start: datetime
    ward: Ward
    khu_pho: Mapping[int, KhuPho]
    staff: dict[str, Staff] = field(default_factory=dict)
    cards: dict[int, list[PrintedCard]] = field(default_factory=dict)

    def at(self, days: int, hour: int, minute: int = 0) -> datetime:
        """The moment so many days from the first start, by clocks in Vietnam."""
        day = clock.day(self.start) + timedelta(days=days)
        return clock.start_of(day) + timedelta(hours=hour, minutes=minute)

    def actor(self, username: str, at: datetime) -> Actor:
        """The person acting at that moment, with the mandates held then."""
        return actors.staff(self.staff[username], self.ward.pk, at)

    @property
    def system(self) -> Actor:
        """The command line, acting for the ward."""
        return actors.system(self.ward.pk)


def found(start: datetime) -> Town:
    """The ward and its khu phố, more than a year before the first start."""
    begun = start - timedelta(days=400)
    ward = create_ward(
        name="Thới Hòa",
        slug=SLUG,
        kind=Ward.Kind.PHUONG,
        province="Thành phố Hồ Chí Minh",
        communities=list(SIZES),
        label="khu phố",
        at=begun,
    )
    ward.phone, ward.office_hours = "0274 000 0312", "thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ"
    ward.save(update_fields=["phone", "office_hours"])
    return Town(start, ward, {})


def settle(town: Town, progress: Progress) -> None:
    """Inside the ward's scope: khu phố, officials, households and cards."""
    town.khu_pho = {one.order: one for one in KhuPho.objects.all()}
    for place, address in enumerate(_CULTURE_HOUSES, 1):
        KhuPho.objects.filter(pk=town.khu_pho[place].pk).update(culture_house=address)
    begun = town.at(-400, 8)
    for one in (*WARD_OFFICIALS, *KHU_PHO_OFFICIALS, OPERATOR):
        _appoint(town, one, begun)
        progress(1)
    _take_in(town, town.at(-180, 9), progress)
    for place, khu_pho in town.khu_pho.items():
        households = Household.objects.filter(khu_pho=khu_pho).order_by("number")
        at = town.at(-170, 8, place)
        subject = Subject(town.ward.pk, khu_pho.pk)
        town.cards[place] = issue_cards(
            town.actor(f"truong.kp{place}", at), households=households, subject=subject, at=at
        )
        progress(1)


def _appoint(town: Town, one: Official, at: datetime) -> None:
    staff, _ = create_staff(
        town.system, username=one.username, full_name=one.name, honorific=one.honorific, phone=one.phone, at=at
    )
    if one is OPERATOR:
        Staff.objects.filter(pk=staff.pk).update(ward=None)
        staff.refresh_from_db()
    town.staff[one.username] = staff
    for role in one.roles:
        grant_mandate(
            town.system,
            staff=staff,
            role=role,
            khu_pho=town.khu_pho.get(one.place or 0),
            valid_from=clock.day(at),
            paper=_paper(role, clock.day(at)),
            at=at,
        )


def _paper(role: Role, day: date) -> str:
    number = 10 + list(Role).index(role)
    return f"Quyết định số {number}/QĐ-UBND ngày {day.day}/{day.month}/{day.year} (phường mẫu)"


def _take_in(town: Town, at: datetime, progress: Progress) -> None:
    """The sample workbook through the importer that wards use; the lines it refuses stay outside."""
    book = read_book(SAMPLE, filename=SAMPLE.name)
    done = import_households(town.actor("can.bo", at), ward_id=town.ward.pk, khu_pho=None, book=book, at=at)
    progress(done.created)


HOUSEHOLDS = sum(SIZES.values())
STEPS = len(WARD_OFFICIALS) + len(KHU_PHO_OFFICIALS) + 1 + HOUSEHOLDS + len(SIZES)
