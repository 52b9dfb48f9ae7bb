"""Công khai thông tin: what must be shown, in which form, where, from when and how long (Điều 11–14, 46–48).

Pure functions of facts and days. ``requirements`` says what an entry owes; ``danchu.law.disclosure_check`` says how it
stands on a day. The items and their forms are data of the rule book.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from danchu.law.answers import Deadline
from danchu.law.basis import Article, Basis, Convention
from danchu.law.clocks import due
from danchu.law.days import Calendar
from danchu.law.people import Label
from danchu.law.rules import RULE_VERSION, rules_at
from danchu.law.speech import day


class Track(StrEnum):
    """Loại công khai: by whose article an entry is shown."""

    WARD = "ward"  # Article 11
    AGENCY = "agency"  # Article 46
    ANNOUNCEMENT = "announcement"  # an act of another activity, by that activity's own article
    LIST = "list"  # the quarterly list
    RELEASE = "release"  # what was supplied on request, shown to everyone


class Channel(StrEnum):
    """Hình thức công khai: the ten of khoản 1 Điều 12, and the two an agency has besides."""

    POSTING = "posting"
    PORTAL = "portal"
    RADIO = "radio"
    HEAD = "head"
    LETTER = "letter"
    MEETING = "meeting"
    RECEPTION = "reception"
    MASS_BODY = "mass_body"
    NETWORK = "network"
    OTHER = "other"
    INTERNAL = "internal"
    WRITTEN = "written"


class PlaceKind(StrEnum):
    """Nơi niêm yết: the three kinds of khoản 2 Điều 13."""

    HQ = "hq"
    CULTURE_HOUSE = "culture_house"
    COMMUNITY_POINT = "community_point"


class Means(StrEnum):
    """Cách Trưởng khu phố thông báo (khoản 4 Điều 13)."""

    MEETING = "meeting"
    DIRECT = "direct"
    SMS = "sms"
    NETWORK = "network"


class RadioBy(StrEnum):
    """Ai phụ trách loa: the ward's recorded choice ``disclose.radio_by``."""

    KHU_PHO = "khu_pho"
    WARD = "ward"
    NONE = "none"


class State(StrEnum):
    """Trạng thái của một nội dung công khai."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


TRACK_LABELS: dict[Track, Label] = {
    Track.WARD: Label("nội dung phường công khai", "what the ward discloses"),
    Track.AGENCY: Label("nội dung cơ quan, đơn vị công khai nội bộ", "what an agency discloses to its staff"),
    Track.ANNOUNCEMENT: Label("thông báo, kết quả của khu phố", "notices and results of khu phố"),
    Track.LIST: Label("danh sách nội dung đã công khai theo quý", "quarterly list of what was disclosed"),
    Track.RELEASE: Label("thông tin đã cung cấp theo yêu cầu", "information supplied on request"),
}
PLACE_LABELS: dict[PlaceKind, Label] = {
    PlaceKind.HQ: Label(
        "trụ sở Hội đồng nhân dân, Ủy ban nhân dân", "headquarters of the People's Council and Committee"
    ),
    PlaceKind.CULTURE_HOUSE: Label("nhà văn hóa", "culture house"),
    PlaceKind.COMMUNITY_POINT: Label("điểm sinh hoạt cộng đồng", "community point"),
}
STATE_LABELS: dict[State, Label] = {
    State.DRAFT: Label("đang soạn", "draft"),
    State.PUBLISHED: Label("đang công khai", "disclosed"),
    State.WITHDRAWN: Label("đã gỡ", "withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """Một nội dung phải công khai: its number (or name), words, rule, and the forms it needs."""

    track: Track
    key: str
    rule: str
    label: Label
    needs: Mapping[str, Any]

    @property
    def basis(self) -> Basis:
        """The place in law that says it must be shown."""
        if self.track is Track.AGENCY:
            return Article.parse(f"L10.46.{self.key}")
        return rules_at().basis(self.rule)

    @property
    def permanent(self) -> bool:
        """Niêm yết thường xuyên: it never runs out."""
        return self.needs.get("post") == "permanent"


def items(track: Track, *, version: str = RULE_VERSION) -> tuple[Item, ...]:
    """Các nội dung của một loại, in the law's order; a list and a release have no items."""
    rows = rules_at(version).disclosure.get(str(track), {})
    return tuple(Item(track, key, row["rule"], Label(row["vi"], row["en"]), row["needs"]) for key, row in rows.items())


def item(track: Track, key: str, *, version: str = RULE_VERSION) -> Item | None:
    """Nội dung mang số này; None for a track without items. Raises ``KeyError`` for a number the law does not know."""
    rows = rules_at(version).disclosure.get(str(track))
    if rows is None:
        return None
    row = rows[key]
    return Item(track, key, row["rule"], Label(row["vi"], row["en"]), row["needs"])


def channel_label(channel: Channel, *, version: str = RULE_VERSION) -> Label:
    """Tên một hình thức công khai."""
    row = rules_at(version).disclosure["channels"][str(channel)]
    return Label(row["vi"], row["en"])


def channel_basis(channel: Channel, *, version: str = RULE_VERSION) -> Article:
    """Điểm của khoản 1 Điều 12 (or of Điều 48) that names the form."""
    return Article.parse(rules_at(version).disclosure["channels"][str(channel)]["cite"])


def means_label(means: Means, *, version: str = RULE_VERSION) -> Label:
    """Tên một cách Trưởng khu phố thông báo."""
    row = rules_at(version).disclosure["means"][str(means)]
    return Label(row["vi"], row["en"])


@dataclass(frozen=True, slots=True)
class Area:
    """Khu phố: its row id and name."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Một nơi niêm yết: its row id, kind, name, and the khu phố it stands in (None: the ward's headquarters)."""

    id: int
    kind: PlaceKind
    name: str
    area: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Một lần công khai: by which form, where, from a day to a day (None: still), and whether there is proof."""

    channel: Channel
    first: date
    last: date | None = None
    place: int | None = None
    area: int | None = None
    proven: bool = False


@dataclass(frozen=True, slots=True)
class Special:
    """Pháp luật khác quy định riêng: what the other law says, typed by the officer; None keeps this law's rule."""

    citation: str
    due_on: date | None = None
    posting_days: int | None = None
    channels: frozenset[Channel] | None = None


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """Dữ kiện của một nội dung: of its newest version, for a correction starts every clock anew.

    ``source_on`` is the day of the decision or document. ``due_on`` is set where the entry's own article fixes the day
    (a notice is owed before the vote opens; a quarterly list by the end of the quarter).
    """

    track: Track
    key: str
    source_on: date
    published_on: date | None = None
    withdrawn_on: date | None = None
    places: tuple[Place, ...] = ()
    areas: tuple[Area, ...] = ()
    shown: tuple[Shown, ...] = ()
    radio_by: RadioBy = RadioBy.KHU_PHO
    special: Special | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """Một yêu cầu: one of ``channels`` at one place or in one khu phố, begun by ``due``, kept ``period`` long.

    ``basis`` is the article of the form and place, ``due_basis`` the one of the time. ``period`` is the key of the
    minimum length (None: no length), ``days`` a length set by another law instead.
    """

    rule: str
    channels: frozenset[Channel]
    basis: Basis
    due: Deadline | None
    due_basis: Basis
    place: Place | None = None
    area: Area | None = None
    period: str | None = None
    days: int | None = None
    permanent: bool = False

    @property
    def key(self) -> str:
        """A stable name of the requirement within its entry: "posting:place:7", "head:khu_pho:3"."""
        form = min(self.channels) if len(self.channels) == 1 else "any"
        if self.place is not None:
            return f"{form}:place:{self.place.id}"
        return f"{form}:khu_pho:{self.area.id}" if self.area is not None else str(form)

    def name(self, lang: str = "vi") -> str:
        """What is to be done, in a few words: «niêm yết tại Nhà văn hóa khu phố 3»."""
        vietnamese = lang == "vi"
        forms = [channel_label(one) for one in sorted(self.channels, key=list(Channel).index)]
        words = (" hoặc " if vietnamese else " or ").join(one.vi if vietnamese else one.en for one in forms)
        where = self.place.name if self.place is not None else self.area.name if self.area is not None else ""
        if not where:
            return words
        if vietnamese:
            return f"{words} {'tại' if self.place is not None else 'ở'} {where}"
        return f"{words} {'at' if self.place is not None else 'in'} {where}"


def deadline(facts: EntryFacts, calendar: Calendar) -> tuple[Deadline | None, Basis]:
    """Thời hạn công khai và căn cứ: 5 working days, unless another law or the entry's own article sets the day."""
    special = facts.special
    if special is not None and special.due_on is not None:
        return _fixed("disclose.special_law", facts.source_on, special.due_on), Article("L10", 13, 6)
    if facts.track is Track.AGENCY:
        return due("ag.disclose.deadline", facts.source_on, calendar), Article("L10", 47, 2)
    if facts.track is Track.WARD:
        return due("disclose.deadline", facts.source_on, calendar), Article("L10", 12, 3)
    if facts.track is Track.LIST:
        return due("disclose.quarter_list", facts.source_on, calendar), Article("L10", 13, 2)
    if facts.track is Track.ANNOUNCEMENT:
        found = item(facts.track, facts.key)
        if found is not None and facts.due_on is not None:
            return _fixed(found.rule, facts.source_on, facts.due_on), found.basis
        # The decree says where a result is shown and not by when: the days of Article 12 are taken as our own measure.
        clock = due("disclose.deadline", facts.source_on, calendar)
        return replace(clock, rule=found.rule if found else clock.rule), Convention("disclosure.announcement")
    return None, Convention("disclosure.release")


def _fixed(rule: str, start: date, end: date) -> Deadline:
    return Deadline(
        rule=rule,
        start=start,
        end=end,
        why={
            "vi": f"Ngày này do quy định riêng ấn định. Chậm nhất là {day(end)}.",
            "en": f"This day is set by the rule of its own. At the latest on {day(end, 'en')}.",
        },
    )


def requirements(facts: EntryFacts, calendar: Calendar) -> tuple[Requirement, ...]:
    """Mọi điều một nội dung phải làm: on the portal, at each place, by loudspeaker, through each khu phố head."""
    clock, time_basis = deadline(facts, calendar)
    found = item(facts.track, facts.key)
    needs: Mapping[str, Any] = {"post": "all"} if facts.track is Track.LIST else found.needs if found else {}
    rows: list[Requirement] = []

    def owe(rule: str, basis: Basis, *channels: Channel, **more: Any) -> None:
        rows.append(Requirement(rule, frozenset(channels), basis, clock, time_basis, **more))

    if facts.track is not Track.AGENCY:
        owe("disclose.portal", Article("L10", 13, 1) if facts.track is Track.WARD else time_basis, Channel.PORTAL)
    if needs.get("internal"):
        inside = (Channel.INTERNAL, Channel.POSTING, Channel.WRITTEN)
        owe("ag.disclose.period", Article("L10", 48, 1), *inside, period="ag.disclose.period")
    for place in _places(facts, needs.get("post")):
        permanent = needs.get("post") == "permanent"
        rule = "disclose.post.permanent" if permanent else "disclose.post.places"
        period = "disclose.post.period" if needs.get("post") == "period" else None
        basis: Basis = found.basis if facts.track is Track.ANNOUNCEMENT and found else Article("L10", 13, 2)
        owe(rule, basis, Channel.POSTING, place=place, period=period, permanent=permanent)
    if needs.get("radio") and facts.radio_by is not RadioBy.NONE:
        areas: tuple[Area | None, ...] = facts.areas if facts.radio_by is RadioBy.KHU_PHO else (None,)
        for area in areas:
            owe("disclose.radio", Article("L10", 13, 3), Channel.RADIO, area=area, period="disclose.radio")
    if needs.get("via_head"):
        for area in facts.areas:
            owe("disclose.via_head", Article("L10", 13, 4), Channel.HEAD, area=area)
    if needs.get("any"):
        forms = tuple(Channel(one) for one in needs["any"])
        owe(found.rule if found else "", found.basis if found else time_basis, *forms)
    return _under(facts.special, tuple(rows))


def _places(facts: EntryFacts, posting: str | None) -> tuple[Place, ...]:
    """Where it hangs: everywhere; at the headquarters alone; or in the entry's own khu phố alone."""
    if posting in ("period", "all"):
        return facts.places
    if posting == "permanent":
        return tuple(one for one in facts.places if one.kind is PlaceKind.HQ)
    if posting == "khu_pho":
        own = {area.id for area in facts.areas}
        return tuple(one for one in facts.places if one.area in own)
    return ()


def _under(special: Special | None, rows: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    """The other law prevails in what it says; in the rest this law stays."""
    if special is None:
        return rows
    if special.channels is not None:
        # The portal stays: khoản 1 Điều 13 asks it of everything.
        rows = tuple(one for one in rows if one.channels & (special.channels | {Channel.PORTAL}))
    if special.posting_days is None:
        return rows
    return tuple(
        replace(one, period=None, days=special.posting_days, basis=Article("L10", 13, 6))
        if Channel.POSTING in one.channels and not one.permanent
        else one
        for one in rows
    )


def areas_without_place(facts: EntryFacts) -> tuple[Area, ...]:
    """Khu phố chưa có nơi niêm yết nào: no culture house and no community point on record."""
    covered = {place.area for place in facts.places}
    return tuple(area for area in facts.areas if area.id not in covered)
