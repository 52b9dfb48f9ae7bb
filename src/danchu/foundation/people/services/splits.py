"""Tách hộ, nhập hộ: members go with their rows; both households keep their history, each pointing at the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db import transaction

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.people.models import Household, HouseholdChange, Member
from danchu.foundation.people.services import rows
from danchu.foundation.people.services.households import begin, close
from danchu.foundation.people.services.rows import MemberFacts
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.people import Residence

Kind = HouseholdChange.Kind


@transaction.atomic
def split_household(
    actor: Actor,
    *,
    household: Household,
    leaving: Collection[int],
    representative: int,
    staying_representative: int | None = None,
    address: str,
    residence: Residence,
    number: str = "",
    reason: str,
    at: datetime,
) -> Household:
    """Tách hộ: members ``leaving`` (ids) make a new household in the same khu phố, represented by one of them.

    ``staying_representative`` (a member's id) is needed when the old household's representative leaves. Refusals:
    ``people.split_nobody``, ``people.split_everybody``, ``people.unknown_member``, ``people.rep_not_member``,
    ``people.rep_not_capable``, ``people.rep_must_change``, ``people.number_taken``.
    """
    household = rows.locked(actor, Act.PEOPLE_HOUSEHOLD_SPLIT, household)
    reason, day = rows.require_reason(actor, reason), clock.day(at)
    going, staying = _parted(household, leaving)
    if representative not in leaving:
        raise Refused(Refusal("people.rep_not_member", rows.REPRESENTATIVE, {"number": number or household.number}))
    fresh, _ = begin(
        khu_pho=household.khu_pho,
        number=number,
        address=address,
        residence=residence,
        reason=reason,
        at=at,
        kind=Kind.SPLIT,
        other=household,
    )
    rows.leave(going, day=day)
    moved = dict(zip((one.pk for one in going), _carry(fresh, going, day=day), strict=True))
    rows.represent(fresh, moved[representative], day=day, reason=reason)
    chosen = rows.chosen_of(household, {one.pk: one for one in staying}, staying_representative)
    rows.settle(household, staying, chosen, day=day, reason=reason)
    names = [one.full_name for one in going]
    rows.note(household, Kind.SPLIT, at=at, other=fresh, after={"left": names}, reason=reason)
    facts = {"new": fresh.pk, "members": len(going)}
    rows.write_down(actor, Act.PEOPLE_HOUSEHOLD_SPLIT, household, facts, at, reason)
    return fresh


def _parted(household: Household, leaving: Collection[int]) -> tuple[list[Member], list[Member]]:
    """Those who go and those who stay; neither may be empty."""
    members = rows.members_now(household)
    going = [one for one in members if one.pk in leaving]
    staying = [one for one in members if one.pk not in leaving]
    if len(going) != len(set(leaving)):
        raise Refused(Refusal("people.unknown_member", rows.REGISTER, {"number": household.number}))
    if not going:
        raise Refused(Refusal("people.split_nobody", rows.REGISTER))
    if not staying:
        raise Refused(Refusal("people.split_everybody", rows.REGISTER))
    return going, staying


def _carry(household: Household, members: Sequence[Member], *, day: date) -> list[Member]:
    """The same people as members of another household."""
    return rows.add_members(household, [MemberFacts(one.full_name, one.phone, one.capable) for one in members], day=day)


@transaction.atomic
def merge_households(
    actor: Actor,
    *,
    into: Household,
    gone: Household,
    representative: int | None = None,
    reason: str,
    at: datetime,
) -> Household:
    """Nhập hộ ``gone`` vào hộ ``into`` of the same khu phố; its number is not used again.

    ``representative`` (id of a member of either) is needed when ``into`` is represented by an outsider and a capable
    member joins. Refusals: ``people.merge_itself``, ``people.merge_apart``, ``people.rep_must_change``,
    ``people.rep_not_member``, ``people.rep_not_capable``.
    """
    if into.pk == gone.pk:
        raise Refused(Refusal("people.merge_itself", rows.REGISTER))
    # Both are locked in the order of their ids, so that two merges the other way round cannot wait for each other.
    first, second = sorted((into, gone), key=lambda one: one.pk)
    locked = {one.pk: rows.locked(actor, Act.PEOPLE_HOUSEHOLD_MERGE, one) for one in (first, second)}
    into, gone = locked[into.pk], locked[gone.pk]
    reason, day = rows.require_reason(actor, reason), clock.day(at)
    if into.khu_pho_id != gone.khu_pho_id:
        raise Refused(Refusal("people.merge_apart", rows.REGISTER))
    joining = rows.members_now(gone)
    close(gone, day=day)
    carried = _carry(into, joining, day=day)
    joined = dict(zip((one.pk for one in joining), carried, strict=True))
    members = {one.pk: one for one in rows.members_now(into)} | joined
    chosen = rows.chosen_of(into, members, representative)
    rows.settle(into, members.values(), chosen, day=day, reason=reason)
    names = [one.full_name for one in joining]
    rows.note(into, Kind.MERGED, at=at, other=gone, after={"joined": names}, reason=reason)
    rows.note(gone, Kind.MERGED, at=at, other=into, reason=reason)
    facts = {"gone": gone.pk, "members": len(joining)}
    rows.write_down(actor, Act.PEOPLE_HOUSEHOLD_MERGE, into, facts, at, reason)
    return into
