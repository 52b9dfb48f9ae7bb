"""A ward with two khu phố, its places of posting, and the people who disclose: what the stories begin with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django_scopes import scope

import builders
from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.places.models import KhuPho, Ward
from danchu.law.disclosure import Channel, Means, PlaceKind, Track
from danchu.law.people import Role
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.models import Entry, PostingPlace, Version
from danchu.rooms.disclosure.services import Checked, Place, Wording

AT = builders.AT  # Monday, 2/11/2026, 9 giờ
TODAY = clock.day(AT)
DUE = date(2026, 11, 9)  # the fifth working day after it
DAY = timedelta(days=1)
CHECKED = Checked(no_secret=True, personal=True, files=True)
PHOTO = b"\xff\xd8\xff" + b"x" * 40


@dataclass
class Town:
    """The rows a story needs."""

    ward: Ward
    areas: list[KhuPho]
    people: dict[str, Any]
    places: list[PostingPlace] = field(default_factory=list)

    def actor(self, name: str, at: datetime = AT) -> Actor:
        """The person as an actor, with the mandates of that moment."""
        return builders.actor_for(self.people[name], at)

    @property
    def officer(self) -> Actor:
        return self.actor("officer")

    @property
    def head(self) -> Actor:
        return self.actor("head")

    def draft(self, key: str = "7", *, track: Track = Track.WARD, at: datetime = AT, **words: Any) -> Entry:
        """An entry of the item, its document of today."""
        place = Place(track, key, words.pop("khu_pho_id", None), words.pop("override", services.Override()))
        return services.draft_entry(self.officer, place=place, wording=wording(**words), at=at)

    def public(self, key: str = "7", *, at: datetime = AT, **values: Any) -> Entry:
        """The same, disclosed."""
        entry = self.draft(key, at=at, **values)
        return services.publish_entry(self.officer, entry_id=entry.pk, checked=CHECKED, at=at)

    def hang(self, entry: Entry, place: PostingPlace, *, at: datetime = AT, **values: Any) -> Any:
        """It hangs at the place, recorded by the officer."""
        values.setdefault("first", clock.day(at))
        return services.record_posting(
            self.officer, entry_id=entry.pk, channel=Channel.POSTING, place_id=place.pk, at=at, **values
        )

    def do_everything(self, entry: Entry, at: datetime = AT) -> None:
        """All that an item from 7 to 12 owes, with evidence."""
        rows = [self.hang(entry, place, at=at) for place in self.places]
        for area in self.areas:
            for channel, means in ((Channel.RADIO, None), (Channel.HEAD, Means.DIRECT)):
                rows.append(
                    services.record_posting(
                        self.officer,
                        entry_id=entry.pk,
                        channel=channel,
                        khu_pho_id=area.pk,
                        means=means,
                        first=clock.day(at),
                        at=at,
                    )
                )
        for row in rows:
            services.prove_posting(self.officer, posting_id=row.pk, words="Sổ phát thanh, trang 3.", at=at)


def wording(**values: Any) -> Wording:
    """Words of a version, with a document of today."""
    values.setdefault("title", "Danh sách 14 hộ được hỗ trợ sửa nhà năm 2026")
    values.setdefault("body", "Mười bốn hộ, mỗi hộ 40 triệu đồng.")
    values.setdefault("source_number", "218/QĐ-UBND")
    values.setdefault("source_on", TODAY)
    return Wording(**values)


def build() -> Town:
    """Two khu phố, the headquarters, two culture houses and one community point."""
    ward = builders.make_ward()
    areas = [builders.make_khu_pho(ward, order) for order in (1, 2)]
    people = {
        "officer": builders.make_staff(ward, Role.WARD_OFFICER),
        "chair": builders.make_staff(ward, Role.WARD_CHAIR),
        "delegate": builders.make_staff(ward, Role.DELEGATE),
        "head": builders.make_staff(ward, Role.HEAD, khu_pho=areas[0]),
        "head_elsewhere": builders.make_staff(ward, Role.HEAD, khu_pho=areas[1]),
        "front": builders.make_staff(ward, Role.FRONT_HEAD, khu_pho=areas[0]),
    }
    town = Town(ward, areas, people)
    with scope(ward=ward):
        rows = [
            (PlaceKind.HQ, "Trụ sở Ủy ban nhân dân phường", None),
            (PlaceKind.CULTURE_HOUSE, "Nhà văn hóa khu phố 1", areas[0].pk),
            (PlaceKind.CULTURE_HOUSE, "Nhà văn hóa khu phố 2", areas[1].pk),
            (PlaceKind.COMMUNITY_POINT, "Điểm sinh hoạt hẻm 5", areas[0].pk),
        ]
        for kind, name, khu_pho_id in rows:
            town.places.append(
                services.set_place(
                    town.officer, kind=kind, name=name, khu_pho_id=khu_pho_id, valid_from=builders.LONG_AGO, at=AT
                )
            )
    return town


def codes(entry: Entry, today: date) -> set[str]:
    """What is wrong with it, by code."""
    return {one.code.removeprefix("disclosure.") for one in queries.verdict_of(fresh(entry), today).faults}


def fresh(entry: Entry) -> Entry:
    """The row as it is now."""
    return Entry.objects.select_related("current").get(pk=entry.pk)


def versions(entry: Entry) -> list[Version]:
    """Every version, the oldest first."""
    return list(entry.versions.order_by("number"))
