"""Việc nền: load by id, call a service, nothing else."""

from __future__ import annotations

from django_tasks import task

from danchu.channels import publishing
from danchu.foundation import clock


@task()
def make_rendition(rendition_id: int) -> None:
    """Làm bản nghe hoặc hình xem trước; safe to run twice."""
    publishing.make(rendition_id, at=clock.now())
