"""Hộp thư đi: what one activity tells another; written in the act's transaction, delivered by a job.

``server/wiring.py`` says which service takes which event. Delivery is at least once: a service that takes an event does
nothing the second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django_scopes import scope, scopes_disabled

from danchu.foundation.journal.models import Event

Takers = Mapping[str, tuple[Callable[[Event, datetime], None], ...]]


def tell(*, ward_id: int, name: str, subject: str, facts: Mapping[str, Any], at: datetime) -> Event:
    """Báo một sự việc: part of the act's own transaction; told twice, it stays the first."""
    if not connection.in_atomic_block:
        raise RuntimeError("outbox.tell outside a transaction")
    event, _ = Event.objects.get_or_create(
        ward_id=ward_id, name=name, subject=subject, defaults={"facts": dict(facts), "at": at}
    )
    return event


def waiting(at: datetime) -> Iterable[int]:
    """Sự việc chưa chuyển, the oldest first, over all wards."""
    return list(Event.objects.filter(delivered_at=None, at__lte=at).order_by("pk").values_list("pk", flat=True)[:500])


def deliver(event_id: int, takers: Takers, at: datetime) -> bool:
    """Chuyển một sự việc đến mọi nơi nhận; False when it was delivered already. All takers or none."""
    with scopes_disabled(), transaction.atomic():
        event = Event.objects.select_for_update(of=("self",)).select_related("ward").get(pk=event_id)
        if event.delivered_at is not None:
            return False
        with scope(ward=event.ward):
            for take in takers.get(event.name, ()):
                take(event, at)
        event.delivered_at = at
        event.save(update_fields=["delivered_at"])
    return True
