"""Dựng phường mẫu: people, offices, cards, and a vote in every state, relative to the moment it is built.

Everything goes through the services that people's buttons call; one transaction holds it all, so that a start that is
interrupted leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django_scopes import scope

from danchu.demo import deciding, disclosing, stories, township
from danchu.demo.driving import Counts, Drive
from danchu.demo.officials import KHU_PHO_OFFICIALS, OPERATOR, WARD_OFFICIALS, Official
from danchu.demo.slip_votes import SlipDrive
from danchu.demo.township import Town
from danchu.foundation.accounts.services.cards import PrintedCard
from danchu.foundation.accounts.services.staff import demo_link
from danchu.foundation.people.models import Representation
from danchu.law.acts import Act
from danchu.law.people import ROLE_LABELS
from danchu.law.reconciliation import Figures
from danchu.server.wiring import TAKERS

Progress = Callable[[int], object]

# How many households take part, in the order the votes are built.
_RUBBISH, _FOOTBALL = Counts(287, 25, 19), Counts(118, 41, 12)
_HOUSE, _CLEAN_UP = Counts(198, 31, 12), Counts(101, 38, 11)
_WATCH, _FLOWERS, _FIRE = Counts(14, 20, 3), Counts(97, 12, 8), Counts(231, 44, 22)
_HOURS = Counts(118, 63)
_BALLOTS = sum(one.total for one in (_RUBBISH, _FOOTBALL, _HOUSE, _CLEAN_UP, _WATCH, _FLOWERS, _FIRE, _HOURS))
# Slips given out, and those that came back.
_SHADE, _LOUD = (70, 30), (130, 112)
STEPS = township.STEPS + disclosing.STEPS + _BALLOTS + sum(_SHADE) + sum(_LOUD)


@dataclass(frozen=True, slots=True)
class OneTap:
    """Đường dẫn một chạm: where it leads and for whom; ``path`` holds a secret."""

    path: str
    who: str
    what: str
    number: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """Phường mẫu đã dựng: the ways in, which are kept nowhere but in the data folder's ``demo.json``."""

    ward: str
    households: tuple[OneTap, ...]
    staff: tuple[OneTap, ...]


def build(at: datetime, progress: Progress = lambda _: None) -> Built:
    """Dựng phường mẫu vào một cơ sở dữ liệu trống; ``progress`` is told of each of ``STEPS`` small steps."""
    with transaction.atomic():
        town = township.found(at)
        with scope(ward=town.ward):
            township.settle(town, progress)
            voters = [card.household.pk for place in (3, 5) for card in _chosen(town, place)]
            disclosing.disclose(town, progress)
            _votes(town, voters, progress)
            disclosing.take_announcements(town, TAKERS)
            return Built(town.ward.full_name, tuple(_households(town)), tuple(_staff(town, at)))


def _votes(town: Town, voters: list[int], progress: Progress) -> None:
    """One vote for every state; days are counted from the first start."""

    def begin(story: stories.Story, day: int) -> Drive:
        return Drive(town, story, day, progress)

    at = town.at
    # Passed, announced, sent.
    house = begin(stories.CULTURE_HOUSE, -78).ready().form_chosen_at_meeting(189, 22)
    house.announced_vote(at(-71, 7), at(-64, 17)).ballots("content", _HOUSE).closed("content")
    house.sealed(
        ("Giữ chìa khóa, mở cửa nhà văn hóa mỗi tối", "Bà Dung, ông Toàn", 7),
        ("Báo lại với các hộ về việc mở cửa", "Trưởng khu phố", 180),
    ).signed_and_announced().sent()
    rubbish = begin(stories.RUBBISH, -31).ready().form_chosen_at_meeting(251, 40)
    rubbish.announced_vote(at(-24, 7), at(-17, 17)).ballots("content", _RUBBISH).closed("content")
    rubbish.sealed(("Hướng dẫn phân loại rác ở từng hẻm", "Chi hội Phụ nữ", 14)).signed_and_announced().sent()
    # Failed by one household, announced, and not sent in time.
    football = begin(stories.FOOTBALL, -38).ready().form_chosen_at_meeting(139, 21)
    football.announced_vote(at(-31, 7), at(-24, 17)).ballots("content", _FOOTBALL).closed("content")
    football.sealed(("Họp bàn lại về giờ đá bóng", "Trưởng khu phố", 60)).signed_and_announced()
    # Ended before their time: form refused, withdrawn, stopped.
    begin(stories.MEETING_DAY, -46).ready().form_chosen_at_meeting(71, 52)
    moved = begin(stories.RUBBISH_POINT, -29).agreed().roll_shown()
    moved.ended_by_two(
        Act.VOTING_VOTE_WITHDRAW, "Chờ phường trả lời về giờ xe lấy rác rồi mới hỏi bà con.", at(-26, 10)
    )
    watch = begin(stories.NIGHT_WATCH, -21).ready().form_chosen_at_meeting(128, 33)
    watch.announced_vote(at(-14, 7), at(-7, 17))
    _stop_soon(watch, town)
    # Closed and waiting: for the seal, for the signatures.
    fire = begin(stories.FIRE_TEAM, -15).ready().form_chosen_at_meeting(262, 31)
    fire.announced_vote(at(-8, 7), at(-1, 17)).ballots("content", _FIRE).closed("content")
    flowers = begin(stories.FLOWERS, -17).ready().form_chosen_at_meeting(102, 9)
    flowers.announced_vote(at(-10, 7), at(-3, 17)).ballots("content", _FLOWERS).closed("content")
    flowers.sealed(("In lịch phiên, dán ở nhà văn hóa và đầu hẻm 41", "Trưởng khu phố", 5))
    # Running: the vote itself, and a form poll; a few households are left to vote by hand.
    clean_up = begin(stories.CLEAN_UP, -10).ready().form_chosen_at_meeting(187, 24)
    clean_up.announced_vote(at(-3, 7), at(4, 17)).ballots("content", _CLEAN_UP, voters)
    hours = begin(stories.OPENING_HOURS, -7).ready().form_poll_open(at(2, 20))
    hours.ballots("form", _HOURS, voters)
    # Announced for the day after tomorrow; being prepared.
    crossing = begin(stories.CROSSING, -8).ready().form_chosen_at_meeting(236, 18)
    crossing.announced_vote(at(2, 7), at(9, 17))
    begin(stories.ZALO_GROUP, -3).agreed().roll_shown()
    _slips(town, progress)
    deciding.decide(town, house, rubbish)


def _slips(town: Town, progress: Progress) -> None:
    """Household slips: one round decided, one with slips out now."""
    at = town.at
    loud = SlipDrive(town, stories.LOUDSPEAKER, -62, progress)
    loud.ready()
    loud.announced_round(at(-53, 7), at(-45, 17)).out_and_back(*_LOUD)
    loud.closed("content")
    figures = Figures(collected=112, valid=110, invalid=2, yes=97, no=8, other=5, issued=130, missing=18)
    loud.counted(figures, stories.OPINIONS[:5])
    loud.sealed(("Hẹn giờ máy phát loa", "Phó Trưởng khu phố", 5)).signed_and_announced().sent()
    shade = SlipDrive(town, stories.SHADE, -12, progress)
    shade.ready()
    shade.announced_round(at(-4, 7), at(3, 17)).out_and_back(*_SHADE)


def _stop_soon(watch: Drive, town: Town) -> None:
    """Two days after opening a mistake in the text is seen; what was sent stays sealed."""
    stopped = town.at(-12, 9)
    watch.ballots("content", _WATCH, until=stopped)
    reason = "Giờ đi tuần ghi trong nội dung khác giờ đã bàn; làm lại cho đúng."
    watch.ended_by_two(Act.VOTING_VOTE_STOP, reason, stopped)


def _chosen(town: Town, place: int) -> list[PrintedCard]:
    """Three households of a khu phố, not neighbours, whose ballots are left to whoever tries the ward."""
    return [town.cards[place][index] for index in (44, 120, 171)]


def _households(town: Town) -> list[OneTap]:
    names = {
        one.household_id: one.name
        for one in Representation.objects.filter(
            household__in=[card.household for place in (3, 5) for card in _chosen(town, place)], valid_to=None
        ).select_related("member")
    }
    asked = {3: stories.CLEAN_UP.title, 5: stories.OPENING_HOURS.title}
    return [
        OneTap(
            path=f"/the/{card.token}/",
            who=names[card.household.pk],
            what=asked[place],
            number=card.household.number,
            code=f"{card.code[:4]} {card.code[4:]}",
        )
        for place in (3, 5)
        for card in _chosen(town, place)
    ]


def _staff(town: Town, at: datetime) -> list[OneTap]:
    """One-tap links: the people of khu phố 3 first, then the ward's, then the other khu phố."""
    in_khu_pho = sorted(KHU_PHO_OFFICIALS, key=lambda one: one.place != 3)
    officials = [*in_khu_pho[:5], *WARD_OFFICIALS, OPERATOR, *in_khu_pho[5:]]
    return [
        OneTap(
            path=f"/lien-ket/{demo_link(town.staff[one.username], at=at)}/",
            who=f"{one.honorific} {one.name}",
            what=_office(one, town),
        )
        for one in officials
    ]


def _office(one: Official, town: Town) -> str:
    """ "Trưởng khu phố 3", "Trưởng ban công tác Mặt trận khu phố 3", "Cán bộ Ủy ban nhân dân phường"."""
    offices = ", ".join(ROLE_LABELS[role].vi for role in one.roles) or "Đại diện hộ, thành viên Tổ lấy ý kiến"
    if one.place is None:
        return offices
    return f"{offices.removesuffix(' khu phố')} {town.khu_pho[one.place].name.lower()}"
