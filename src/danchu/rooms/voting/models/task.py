"""Việc phải làm sau khi quyết định: one row a task."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.places.models import Ward
from danchu.rooms.voting.models.vote import Vote


class Task(models.Model):
    """Phân công thực hiện: who does what by when, as it was sealed with the result.

    A line kept from before tasks had fields of their own has neither ``who`` nor ``due``.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="tasks")
    what = models.TextField(max_length=300)
    who = models.CharField(max_length=120, blank=True)
    due = models.DateField(null=True, help_text="agreed by the khu phố, not a time limit of the law")

    done_on = models.DateField(null=True)
    note = models.TextField(max_length=1000, blank=True, help_text="what came of it, or why not yet")

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return self.what
