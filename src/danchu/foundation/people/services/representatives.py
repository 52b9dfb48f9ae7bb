"""Đổi người đại diện; ghi người ngoài hộ được ủy quyền (khoản 2 Điều 18 Luật 10/2022). Never "bỏ phiếu thay"."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.accounts.secrets import outsider_key
from danchu.foundation.files import services as files
from danchu.foundation.people.models import Household, HouseholdChange, Member, Representation
from danchu.foundation.people.services import rows
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention

# The law has the household name or authorise somebody; that it be on paper, and once a person, is our convention.
OUTSIDER = Convention("outsider")


@transaction.atomic
def change_representative(
    actor: Actor, *, household: Household, member: Member, reason: str = "", at: datetime
) -> Representation:
    """Đổi người đại diện hộ: by the head or an officer with a reason, or by the household itself by its card.

    Refusals: ``people.rep_not_member``, ``people.rep_not_capable``, ``people.rep_already``, ``people.reason_missing``.
    """
    household = rows.locked(actor, Act.PEOPLE_REPRESENTATIVE_CHANGE, household)
    reason, day = rows.require_reason(actor, reason), clock.day(at)
    member = Member.objects.get(pk=member.pk)
    present = rows.representation_now(household)
    if present is not None and present.member_id == member.pk:
        raise Refused(Refusal("people.rep_already", rows.REGISTER, {"name": member.full_name}))
    fresh = rows.represent(household, member, day=day, reason=reason)
    _note(household, present, fresh, reason=reason, at=at)
    rows.write_down(actor, Act.PEOPLE_REPRESENTATIVE_CHANGE, household, {"member": member.pk}, at, reason)
    return fresh


@transaction.atomic
def authorise_outsider(
    actor: Actor,
    *,
    household: Household,
    name: str,
    address: str,
    paper: UploadedFile | None,
    reason: str,
    at: datetime,
) -> Representation:
    """Ghi người ngoài hộ được cử hoặc ủy quyền: only for a household without a capable member, with the scanned paper.

    Refusals: ``people.outsider_not_needed``, ``people.outsider_paper``, ``people.outsider_busy``,
    ``people.reason_missing``, and those of ``files.services.store``.
    """
    household = rows.locked(actor, Act.PEOPLE_OUTSIDER_AUTHORISE, household)
    reason, day = rows.require_reason(actor, reason), clock.day(at)
    if any(one.capable for one in rows.members_now(household)):
        raise Refused(Refusal("people.outsider_not_needed", rows.REPRESENTATIVE, {"number": household.number}))
    if paper is None:
        raise Refused(Refusal("people.outsider_paper", OUTSIDER))
    name, address = rows.tidy(name), rows.tidy(address)
    stored = files.store(
        actor,
        paper,
        khu_pho_id=household.khu_pho_id,
        opened_by=Act.PEOPLE_OUTSIDER_AUTHORISE,
        subject=f"household:{household.pk}",
        at=at,
    )
    present = rows.representation_now(household)
    household.representations.filter(valid_to=None).update(valid_to=day)
    try:
        with transaction.atomic():
            fresh = Representation.objects.create(
                ward_id=household.ward_id,
                household=household,
                outsider_name=name,
                outsider_address=address,
                outsider_key=outsider_key(name, address),
                paper_id=stored.pk,
                valid_from=day,
                reason=reason,
            )
    except IntegrityError:
        raise Refused(Refusal("people.outsider_busy", OUTSIDER)) from None
    _note(household, present, fresh, reason=reason, at=at)
    facts = {"representation": fresh.pk, "paper": stored.sha256}
    rows.write_down(actor, Act.PEOPLE_OUTSIDER_AUTHORISE, household, facts, at, reason)
    return fresh


def _note(
    household: Household, before: Representation | None, after: Representation, *, reason: str, at: datetime
) -> None:
    rows.note(
        household,
        HouseholdChange.Kind.REPRESENTATIVE,
        at=at,
        before={"representative": before.name if before else ""},
        after={"representative": after.name},
        reason=reason,
    )
