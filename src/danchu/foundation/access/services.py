"""Giao và kết thúc nhiệm vụ."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.access.models import Mandate
from danchu.foundation.accounts.models import Staff
from danchu.foundation.places.models import KhuPho
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention
from danchu.law.people import KHU_PHO_ROLES, Role


@transaction.atomic
def grant_mandate(
    actor: Actor, *, staff: Staff, role: Role, khu_pho: KhuPho | None, valid_from: date, paper: str, at: datetime
) -> Mandate:
    """Ghi nhiệm vụ được giao. A khu phố role needs its khu phố, the others have none (``access.mandate_place``).

    Nobody gives a mandate to himself (``access.mandate_self``).
    """
    check(actor, Act.ACCESS_MANDATE_GRANT, Subject(actor.ward_id))
    if (role in KHU_PHO_ROLES) != (khu_pho is not None):
        raise Refused(Refusal("access.mandate_place", Convention("access"), {"role": str(role)}))
    if staff.ward_id not in {actor.ward_id, None} or (khu_pho is not None and khu_pho.ward_id != actor.ward_id):
        raise Refused(Refusal("access.ward", Convention("access")))
    if actor.is_staff and staff.pk == actor.id:
        raise Refused(Refusal("access.mandate_self", Convention("access")))
    mandate = Mandate.objects.create(
        ward_id=actor.ward_id, staff=staff, role=role, khu_pho=khu_pho, valid_from=valid_from, paper=paper
    )
    journal.record(
        actor,
        Act.ACCESS_MANDATE_GRANT,
        f"mandate:{mandate.pk}",
        {"staff": staff.pk, "role": str(role), "khu_pho": mandate.khu_pho_id, "from": valid_from.isoformat()},
        at,
    )
    return mandate


@transaction.atomic
def end_mandate(actor: Actor, *, mandate_id: int, valid_to: date | None = None, at: datetime) -> None:
    """Kết thúc nhiệm vụ: from that day (today if not said) it no longer holds; its duties pass to the next holder."""
    check(actor, Act.ACCESS_MANDATE_END, Subject(actor.ward_id))
    mandate = Mandate.objects.select_for_update().get(pk=mandate_id)
    if mandate.valid_to is not None and mandate.valid_to <= clock.day(at):
        raise Refused(Refusal("access.mandate_over", Convention("access")))
    mandate.valid_to = max(valid_to or clock.day(at), mandate.valid_from)
    mandate.save(update_fields=["valid_to"])
    journal.record(actor, Act.ACCESS_MANDATE_END, f"mandate:{mandate.pk}", {"to": mandate.valid_to.isoformat()}, at)
