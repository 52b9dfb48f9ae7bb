"""Sửa thông tin hộ: the household as it should be is given whole; what differs becomes history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.people.models import Household, HouseholdChange, Member
from danchu.foundation.people.services import rows
from danchu.foundation.people.services.rows import MemberFacts
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.people import Residence


@dataclass(slots=True)
class _Difference:
    """What was, what is, and the bare facts for the journal."""

    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def correct_household(
    actor: Actor,
    *,
    household: Household,
    address: str,
    residence: Residence,
    members: Sequence[MemberFacts],
    representative: int | None = None,
    reason: str,
    at: datetime,
) -> HouseholdChange:
    """Sửa thông tin hộ: ``members`` is the whole household as it should be; who is not in it has left.

    ``representative`` (a place in ``members``) is needed when the present one leaves, loses capacity, or is an
    outsider and the household now has a capable member. Refusals: ``people.no_member``, ``people.unknown_member``,
    ``people.rep_must_change``, ``people.rep_not_capable``, ``people.nothing_changed``, ``people.reason_missing``.
    """
    household = rows.locked(actor, Act.PEOPLE_HOUSEHOLD_CORRECT, household)
    reason, day = rows.require_reason(actor, reason), clock.day(at)
    if not members:
        raise Refused(Refusal("people.no_member", rows.REGISTER))
    difference = _Difference()
    _correct_place(household, address, residence, difference)
    placed = _correct_members(household, members, difference, day=day)
    chosen = None if representative is None else placed[representative]
    present = rows.representation_now(household)
    if rows.settle(household, placed, chosen, day=day, reason=reason):
        difference.before["representative"] = present.name if present else ""
        difference.after["representative"] = chosen.full_name if chosen else ""
        difference.facts["representative"] = True
    if not difference.facts:
        raise Refused(Refusal("people.nothing_changed", rows.REGISTER))
    change = rows.note(
        household,
        HouseholdChange.Kind.CORRECTED,
        at=at,
        before=difference.before,
        after=difference.after,
        reason=reason,
    )
    rows.write_down(actor, Act.PEOPLE_HOUSEHOLD_CORRECT, household, difference.facts, at, reason)
    return change


def _correct_place(household: Household, address: str, residence: Residence, difference: _Difference) -> None:
    for name, new in (("address", rows.tidy(address)), ("residence", str(residence))):
        old = str(getattr(household, name))
        if old != new:
            difference.before[name], difference.after[name] = old, new
            setattr(household, name, new)
    if difference.after:
        difference.facts["fields"] = sorted(difference.after)
        household.save(update_fields=["address", "residence"])


def _correct_members(
    household: Household, wanted: Sequence[MemberFacts], difference: _Difference, *, day: date
) -> list[Member]:
    """Members as wanted, in that order. Names and capacity go into the history, a phone only as "changed"."""
    held = {one.pk: one for one in rows.members_now(household)}
    if not {one.id for one in wanted if one.id is not None} <= held.keys():
        raise Refused(Refusal("people.unknown_member", rows.REGISTER, {"number": household.number}))
    old: list[dict[str, Any]] = []
    new: list[dict[str, Any]] = []
    placed = []
    for one in wanted:
        if one.id is None:
            (row,) = rows.add_members(household, [one], day=day)
            new.append({"full_name": row.full_name, "capable": row.capable})
        else:
            row = held.pop(one.id)
            _correct_member(row, one, old, new)
        placed.append(row)
    if new:
        difference.before["members"], difference.after["members"] = old, new
        difference.facts["members"] = len(new)
    if held:
        rows.leave(held.values(), day=day)
        difference.before["left"] = [one.full_name for one in held.values()]
        difference.facts["left"] = len(held)
    return placed


def _correct_member(row: Member, wanted: MemberFacts, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
    name, phone = rows.tidy(wanted.full_name), wanted.phone.strip()
    if (row.full_name, row.capable, row.phone) == (name, wanted.capable, phone):
        return
    old.append({"full_name": row.full_name, "capable": row.capable})
    new.append({"full_name": name, "capable": wanted.capable, **({"phone": "changed"} if row.phone != phone else {})})
    row.full_name, row.capable, row.phone = name, wanted.capable, phone
    row.save(update_fields=["full_name", "capable", "phone"])
