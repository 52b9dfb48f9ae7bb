"""Ngày của thay đổi: a move or a departure may be recorded late, with the day it really happened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Max

from danchu.foundation import clock
from danchu.foundation.people.models import Household, Roll
from danchu.foundation.people.services import rows
from danchu.law.answers import Refusal, Refused


def day_of_change(household: Household, said: date | None, *, today: date, places: Collection[int]) -> date:
    """Ngày thay đổi có hiệu lực: ``said``, else today.

    Refusals: ``people.day_ahead``; ``people.day_before_change``, for what was recorded since would contradict it;
    ``people.day_before_roll``, for the number of households of a frozen list is not undone afterwards (``places`` are
    the khu phố whose lists it touches).
    """
    if said is None or said == today:
        return today
    if said > today:
        raise Refused(Refusal("people.day_ahead", rows.REGISTER, {"day": today}))
    recorded = household.changes.aggregate(last=Max("on"))["last"]
    last = max(recorded or household.valid_from, household.valid_from)
    if said < last:
        raise Refused(Refusal("people.day_before_change", rows.REGISTER, {"number": household.number, "day": last}))
    frozen_at = Roll.objects.filter(khu_pho__in=places).aggregate(last=Max("frozen_at"))["last"]
    if frozen_at is not None and said < clock.day(frozen_at):
        raise Refused(Refusal("people.day_before_roll", rows.REGISTER, {"day": clock.day(frozen_at)}))
    return said
