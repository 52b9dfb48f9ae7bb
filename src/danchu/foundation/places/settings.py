"""Thiết lập có ngày của phường: the value in force on a day, else the law module's default."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.can import Subject, check
from danchu.foundation.places.models import SettingValue
from danchu.law.acts import Act
from danchu.law.answers import require
from danchu.law.settings import SETTINGS, may_set


def value(ward_id: int, key: str, on: date) -> Any:
    """The value of a setting on a day; the newest row that has begun counts."""
    row = (
        SettingValue.objects.filter(ward_id=ward_id, key=key, valid_from__lte=on)
        .order_by("-valid_from", "-set_at")
        .first()
    )
    return SETTINGS[key].default if row is None else row.value


@transaction.atomic
def set_value(actor: Any, *, key: str, new: Any, valid_from: date, basis: str, at: datetime) -> SettingValue:
    """Đặt thiết lập: from a day on, with the paper or reason it rests on (``settings.unknown``, ``settings.value``)."""
    check(actor, Act.PLACES_SETTING_SET, Subject(actor.ward_id))
    require(may_set(key, new))
    row = SettingValue.objects.create(
        ward_id=actor.ward_id, key=key, value=new, valid_from=valid_from, basis=basis, set_at=at
    )
    journal.record(
        actor,
        Act.PLACES_SETTING_SET,
        f"setting:{key}",
        {"value": new, "from": valid_from.isoformat()},
        at,
        detail={"basis": basis},
    )
    return row
