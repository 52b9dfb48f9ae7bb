"""Việc nền: load by id, call a service, nothing else."""

from __future__ import annotations

from django_tasks import task

from danchu.foundation import clock
from danchu.rooms.voting import services


@task()
def close_round(round_id: int) -> None:
    """Khóa một lần hỏi đã hết giờ; safe to run twice."""
    services.close_round(round_id, at=clock.now())
