"""Bắt đầu, hoàn thành, bỏ một thời hạn: called by the services of rooms inside their own transaction."""

from __future__ import annotations

from datetime import datetime

from django.urls import get_script_prefix

from danchu.foundation.duties.models import Duty
from danchu.law.answers import Deadline
from danchu.law.people import Role


def start(
    *,
    ward_id: int,
    khu_pho_id: int | None,
    subject: str,
    title: str,
    url: str,
    owed_by: Role,
    basis: str,
    deadline: Deadline,
) -> Duty:
    """Một thời hạn bắt đầu chạy; starting it twice leaves the first."""
    duty, _ = Duty.objects.get_or_create(
        ward_id=ward_id,
        rule=deadline.rule,
        subject=subject,
        dropped_at=None,
        defaults={
            "khu_pho_id": khu_pho_id,
            "title": title,
            "url": "/" + url.removeprefix(get_script_prefix()),
            "owed_by": owed_by,
            "basis": basis,
            "start": deadline.start,
            "due": deadline.end,
            "skipped": [day.isoformat() for day in deadline.skipped],
            "why": dict(deadline.why),
        },
    )
    return duty


def finish(*, ward_id: int, rule: str, subject: str, at: datetime) -> None:
    """Đã làm xong việc có thời hạn."""
    Duty.objects.filter(ward_id=ward_id, rule=rule, subject=subject, done_at=None, dropped_at=None).update(done_at=at)


def drop(*, ward_id: int, subject: str, at: datetime) -> None:
    """Việc không còn nữa: its running clocks stop."""
    Duty.objects.filter(ward_id=ward_id, subject=subject, done_at=None, dropped_at=None).update(dropped_at=at)


def drop_under(*, ward_id: int, prefix: str, at: datetime) -> None:
    """Như ``drop``, for every subject that begins so: the clocks of all parts of a thing stop."""
    running = Duty.objects.filter(ward_id=ward_id, subject__startswith=prefix, done_at=None, dropped_at=None)
    running.update(dropped_at=at)
