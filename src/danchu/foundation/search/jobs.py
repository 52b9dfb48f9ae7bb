"""Việc nền: load by id, call a service, nothing else."""

from __future__ import annotations

from django_scopes import scopes_disabled
from django_tasks import task

from danchu.foundation.search import services


@task()
def take_in_texts(publication_id: int) -> None:
    """Đưa chữ của các tệp đã đọc vào tra cứu; safe to run twice."""
    with scopes_disabled():
        services.take_in_texts(publication_id)
