"""Tra cứu cho bàn làm việc: offices, people to choose from, lines of a roll, what is due in a khu phố."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor, valid_on
from danchu.foundation.access.models import Mandate
from danchu.foundation.accounts.models import Staff
from danchu.foundation.accounts.services import cards
from danchu.foundation.duties.models import Duty
from danchu.foundation.people import queries as people
from danchu.foundation.people.models import Household, RollLine
from danchu.foundation.places.models import KhuPho
from danchu.foundation.text import fold, has_marks, nfc
from danchu.law.people import KHU_PHO_ROLES, ROLE_LABELS, Role
from danchu.law.states import RoundKind, State
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries import Vote

MOST_LINES = 60


def office_holders(khu_pho_id: int, day: date) -> dict[Role, Staff]:
    """Người đang giữ nhiệm vụ ở khu phố: one person a role, who came first where there are several."""
    rows = Mandate.objects.filter(valid_on(day), khu_pho_id=khu_pho_id).select_related("staff").order_by("-pk")
    return {Role(row.role): row.staff for row in rows}


def ward_staff(ward_id: int) -> QuerySet[Staff]:
    """Người có tài khoản ở phường, to choose from."""
    return Staff.objects.filter(ward_id=ward_id, is_active=True).order_by("full_name", "pk")


def offices_of(staff_ids: list[int], khu_pho_id: int, day: date) -> dict[int, list[Role]]:
    """Nhiệm vụ của từng người ở khu phố này hoặc cả phường. One query."""
    found: dict[int, list[Role]] = {}
    for staff, role, place in Mandate.objects.filter(valid_on(day), staff_id__in=staff_ids).values_list(
        "staff_id", "role", "khu_pho_id"
    ):
        if place in {khu_pho_id, None}:
            found.setdefault(staff, []).append(Role(role))
    return found


def headed_by(actor: Actor) -> list[KhuPho]:
    """Các khu phố mà người này làm Trưởng."""
    own = [one.khu_pho for one in actor.held if one.role is Role.HEAD and one.role in KHU_PHO_ROLES]
    return list(KhuPho.objects.filter(pk__in=own).order_by("order", "pk"))


def convened_in(actor: Actor) -> list[KhuPho]:
    """Các khu phố mà người này lập cuộc họp được: one's own as head or Front head; all, for the ward's officer."""
    if any(one.role is Role.WARD_OFFICER for one in actor.held):
        return list(KhuPho.objects.order_by("order", "pk"))
    own = [one.khu_pho for one in actor.held if one.role in {Role.HEAD, Role.FRONT_HEAD}]
    return list(KhuPho.objects.filter(pk__in=own).order_by("order", "pk"))


def office_words(roles: list[Role], lang: str) -> str:
    """Chức danh, the first of a person's offices in words."""
    if not roles:
        return ""
    label = ROLE_LABELS[sorted(roles, key=list(Role).index)[0]]
    return label.vi if lang == "vi" else label.en


def search_roll(roll_id: int, search: str) -> list[RollLine]:
    """Tìm hộ trên danh sách by number, name or address; typed without marks it finds marked names. At most 60."""
    wanted = search.split()
    if not wanted:
        return []
    lines = RollLine.objects.filter(roll_id=roll_id).order_by("pk")
    return [line for line in lines if all(_holds(line, word) for word in wanted)][:MOST_LINES]


def _holds(line: RollLine, word: str) -> bool:
    text = f"{line.number} {line.representative} {line.address}"
    return nfc(word).lower() in nfc(text).lower() if has_marks(word) else fold(word) in fold(text)


def households_without_card(khu_pho_id: int, day: date) -> tuple[list[Household], int]:
    """Hộ chưa có thẻ, in the order of numbers; and how many households there are."""
    rows = people.households(khu_pho_id, day=day)
    without = [row.id for row in rows if not row.has_card]
    found = Household.objects.in_bulk(without)
    return [found[one] for one in without], len(rows)


def household_by_number(khu_pho_id: int, number: str, day: date) -> Household | None:
    """Hộ mang số này ở khu phố."""
    return Household.objects.filter(valid_on(day), khu_pho_id=khu_pho_id, number__iexact=number.strip()).first()


def locked_households(vote: Vote, at: datetime) -> list[RollLine]:
    """Hộ đang bị khóa gõ mã, as their lines on the roll: someone should call them."""
    locked = cards.locked_households(vote.ward_id, khu_pho_id=vote.khu_pho_id, at=at)
    return list(RollLine.objects.filter(roll_id=vote.roll_id, household_id__in=locked).order_by("pk"))


def sending_duty(vote: Vote) -> Duty | None:
    """Thời hạn gửi quyết định của cuộc biểu quyết, running or kept."""
    return Duty.objects.filter(ward_id=vote.ward_id, rule="doc.send", subject=f"vote:{vote.pk}").order_by("-pk").first()


@dataclass(frozen=True, slots=True)
class DeskItem:
    """Một cuộc biểu quyết trên bàn làm việc: its phase, and the moment it waits for, if the clock has one."""

    vote: Vote
    phase: str
    until: datetime | None


def desk_items(khu_pho_id: int, at: datetime) -> list[DeskItem]:
    """Việc đang làm của khu phố: votes not yet over, what closes first on top; a constant number of queries."""
    over = [State.SENT, State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED]
    votes = queries.votes_in(khu_pho_id).exclude(state__in=over).select_related("roll").prefetch_related("rounds")
    items = [_item(vote, at) for vote in votes]
    return sorted(items, key=lambda one: (one.until is None, one.until or at))


def _item(vote: Vote, at: datetime) -> DeskItem:
    rounds = {one.kind: one for one in vote.rounds.all()}
    content, form = rounds.get(RoundKind.CONTENT), rounds.get(RoundKind.FORM)
    phase = str(State(vote.state))
    until = None
    if vote.state == State.SCHEDULED and content is not None:
        opened = at >= content.opens_at
        phase = "open" if at < content.closes_at and opened else "scheduled" if not opened else "closing"
        until = content.closes_at if opened else content.opens_at
    elif vote.state == State.PREPARING and form is not None and form.closed_at is None:
        phase, until = "form_poll", form.closes_at
    elif vote.state == State.PREPARING and vote.roll is not None and vote.roll.shown_until and not vote.roll.frozen_at:
        until = clock.start_of(vote.roll.shown_until)
    return DeskItem(vote, phase, until)
