"""Nhịp của việc nền: when the tick last ran and who holds it."""

from __future__ import annotations

from django.db import models


class Heartbeat(models.Model):
    """Nhịp: one row per name ("tick", "worker"); ``/healthz`` and ``danchu doctor`` read it."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.at}"
