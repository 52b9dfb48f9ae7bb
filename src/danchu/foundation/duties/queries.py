"""Đọc các thời hạn."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from danchu.foundation.duties.models import Duty
from danchu.law.acts import Held
from danchu.law.people import KHU_PHO_ROLES


def running(ward_id: int) -> QuerySet[Duty]:
    """Thời hạn đang chạy của phường, the most urgent first."""
    return Duty.objects.filter(ward_id=ward_id, done_at=None, dropped_at=None).order_by("due", "pk")


def owed_by(ward_id: int, held: Collection[Held]) -> QuerySet[Duty]:
    """Việc có thời hạn của người giữ các nhiệm vụ này."""
    mine = Q(pk=None)
    for one in held:
        mine |= Q(owed_by=one.role, khu_pho_id=one.khu_pho) if one.role in KHU_PHO_ROLES else Q(owed_by=one.role)
    return running(ward_id).filter(mine)


def late(ward_id: int, today: date) -> QuerySet[Duty]:
    """Việc đã quá hạn."""
    return running(ward_id).filter(due__lt=today)
