"""Dòng dữ liệu của hộ: what the services of this package share; every row holds from a day and is never overwritten."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.people.models import Household, HouseholdChange, Member, Representation
from danchu.foundation.text import nfc
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article, Convention

REGISTER = Convention("register")
REPRESENTATIVE = Article("L10", 18, 2)


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """Thông tin một thành viên: ``id`` of one already in the household, None for somebody new."""

    full_name: str
    phone: str = ""
    capable: bool = True
    id: int | None = None


def tidy(value: str) -> str:
    """NFC, without needless spaces."""
    return " ".join(nfc(value).split())


def subject_of(household: Household) -> Subject:
    """What the permission question needs of a household."""
    return Subject(household.ward_id, household.khu_pho_id, households=frozenset({household.pk}))


def locked(actor: Actor, act: Act, household: Household) -> Household:
    """Ask whether the actor may, then read the household again under lock; ended ones refuse every change."""
    check(actor, act, subject_of(household))
    fresh = Household.objects.select_for_update().get(pk=household.pk)
    check(actor, act, subject_of(fresh))
    if fresh.valid_to is not None:
        raise Refused(Refusal("people.household_ended", REGISTER, {"number": fresh.number, "day": fresh.valid_to}))
    return fresh


def require_reason(actor: Actor, reason: str) -> str:
    """Whoever changes another's household says why; a household changing its own need not."""
    said = tidy(reason)
    if not said and actor.is_staff:
        raise Refused(Refusal("people.reason_missing", REGISTER))
    return said[:300]


def members_now(household: Household) -> list[Member]:
    """Members at present, in the order they were entered."""
    return list(household.members.filter(valid_to=None).order_by("pk"))


def representation_now(household: Household) -> Representation | None:
    """Who represents the household now; None while nobody in it is capable and nobody is authorised."""
    return household.representations.filter(valid_to=None).select_related("member").first()


def represent(household: Household, member: Member, *, day: date, reason: str) -> Representation:
    """End the present representation and begin the member's, who must be capable (khoản 2 Điều 18)."""
    if member.household_id != household.pk or member.valid_to is not None:
        raise Refused(Refusal("people.rep_not_member", REPRESENTATIVE, {"number": household.number}))
    _require_capable(member)
    household.representations.filter(valid_to=None).update(valid_to=day)
    return Representation.objects.create(
        ward_id=household.ward_id, household=household, member=member, valid_from=day, reason=reason
    )


def _require_capable(member: Member) -> None:
    if not member.capable:
        raise Refused(Refusal("people.rep_not_capable", REPRESENTATIVE, {"name": member.full_name}))


def settle(household: Household, members: Collection[Member], chosen: Member | None, *, day: date, reason: str) -> bool:
    """Make the representation lawful for these members; whether it changed.

    The chosen one begins; without a choice the present one stays if that is still lawful. A household in which nobody
    is capable any more is left without a representative until it authorises somebody outside.
    """
    present = representation_now(household)
    if chosen is not None:
        if present is not None and present.member_id == chosen.pk:
            _require_capable(chosen)
            return False
        represent(household, chosen, day=day, reason=reason)
        return True
    capable = {one.pk for one in members if one.capable}
    if present is not None and (present.member_id in capable if present.member_id else not capable):
        return False
    if capable:
        raise Refused(Refusal("people.rep_must_change", REPRESENTATIVE, {"number": household.number}))
    return bool(household.representations.filter(valid_to=None).update(valid_to=day))


def chosen_of(household: Household, members: Mapping[int, Member], member_id: int | None) -> Member | None:
    """The member of that id among these, or the refusal ``people.rep_not_member``."""
    if member_id is not None and member_id not in members:
        raise Refused(Refusal("people.rep_not_member", REPRESENTATIVE, {"number": household.number}))
    return None if member_id is None else members[member_id]


def add_members(household: Household, facts: Iterable[MemberFacts], *, day: date) -> list[Member]:
    """New rows of members, in order."""
    return [
        Member.objects.create(
            ward_id=household.ward_id,
            household=household,
            full_name=tidy(one.full_name),
            phone=one.phone.strip(),
            capable=one.capable,
            valid_from=day,
        )
        for one in facts
    ]


def leave(members: Iterable[Member], *, day: date) -> None:
    """The members are of this household no more; their rows stay."""
    Member.objects.filter(pk__in=[one.pk for one in members]).update(valid_to=day)


def note(
    household: Household,
    kind: HouseholdChange.Kind,
    *,
    at: datetime,
    on: date | None = None,
    other: Household | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> HouseholdChange:
    """One line of the household's history, of the day ``on`` (today if left out).

    Never a phone number: those are encrypted and stay so.
    """
    return HouseholdChange.objects.create(
        ward_id=household.ward_id,
        household=household,
        kind=kind,
        on=on or clock.day(at),
        other=other,
        before=dict(before or {}),
        after=dict(after or {}),
        reason=reason,
        recorded_at=at,
    )


def write_down(
    actor: Actor, act: Act, household: Household, facts: Mapping[str, Any], at: datetime, reason: str
) -> None:
    """The journal's row: ids only; the reason stands beside the chain, where the law may purge it."""
    journal.record(actor, act, f"household:{household.pk}", facts, at, detail={"reason": reason} if reason else None)
