"""Nhiệm vụ được giao: dated mandates."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.places.models import KhuPho, Ward
from danchu.law.people import ROLE_LABELS, Role

ROLES = [(role.value, ROLE_LABELS[role].vi) for role in Role]


class Mandate(models.Model):
    """Nhiệm vụ: a role given to a person from a day to a day, for one khu phố or the whole ward, by a paper."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="mandates")
    role = models.CharField(max_length=20, choices=ROLES)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, null=True, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, help_text="first day it no longer holds")
    paper = models.CharField(max_length=200, blank=True, help_text="number and date of the decision")

    objects = ScopedManager(ward="ward")

    class Meta:
        indexes = [models.Index(fields=["ward", "staff"])]

    def __str__(self) -> str:
        return f"{self.staff_id} {self.role}"


class RateBucket(models.Model):
    """Hạn mức đang dùng: one row per key that is not full again; shared by all processes.

    ``until`` is the moment at which the bucket is full; a row whose moment is past says nothing and is removed.
    """

    key = models.CharField(max_length=64, primary_key=True, help_text="keyed hash: no address or number is kept")
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.until}"
