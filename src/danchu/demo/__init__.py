"""Phường mẫu: fictional people to try everything with."""

from __future__ import annotations

from datetime import datetime, timedelta

KEPT_FOR = timedelta(days=7)


def is_old(made_at: datetime, at: datetime) -> bool:
    """Phường mẫu đã cũ: its running votes are over, and a fresh one is offered."""
    return at - made_at >= KEPT_FOR
