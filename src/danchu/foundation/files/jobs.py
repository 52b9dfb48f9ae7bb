"""Việc nền: load by id, call a service, nothing else."""

from __future__ import annotations

from django_scopes import scopes_disabled
from django_tasks import task

from danchu.foundation import clock
from danchu.foundation.files import attachments


@task()
def read_attachment(file_id: int) -> None:
    """Đọc một tệp kèm theo; safe to run twice."""
    with scopes_disabled():
        attachments.read_attachment(file_id, at=clock.now())
