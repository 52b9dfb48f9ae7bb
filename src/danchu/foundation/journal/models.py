"""Nhật ký: entries in a hash chain, their purgeable details, and one head row a ward."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.places.models import Ward


class Entry(models.Model):
    """Một việc đã làm: who, in what mandate, which act, on what, by which basis. Never a choice, name or phone.

    Triggers of both databases refuse UPDATE and DELETE.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    seq = models.PositiveBigIntegerField()
    recorded_at = models.DateTimeField(help_text="when the row was written; never before the row ahead of it")
    at = models.DateTimeField(help_text="the legal moment of the act")
    actor = models.CharField(max_length=60, help_text="staff:7, household:12, system")
    mandate = models.CharField(max_length=60, blank=True)
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=120)
    facts = models.JSONField()
    basis = models.CharField(max_length=60, blank=True)
    detail_hash = models.CharField(max_length=64, blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "seq"], name="journal_seq")]
        indexes = [models.Index(fields=["ward", "subject"])]

    def __str__(self) -> str:
        return f"{self.seq} {self.act}"


class Detail(models.Model):
    """Chi tiết có thể xóa theo luật: names, reasons, free text; its salted hash stays in the chain."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="detail")
    salt = models.CharField(max_length=32)
    content = models.JSONField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"detail of {self.entry_id}"


class Head(models.Model):
    """Đầu chuỗi: the newest row of a ward's chain; locked last in every writing transaction."""

    ward = models.OneToOneField(Ward, on_delete=models.PROTECT, primary_key=True)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)
    recorded_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.ward_id}: {self.seq}"


class Event(models.Model):
    """Sự việc cần báo cho bên khác: written beside the act, delivered at least once; the receiver may see it twice.

    ``facts`` hold plain values only, and nothing that may not be public.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    name = models.CharField(max_length=60, help_text="voting.result_announced")
    subject = models.CharField(max_length=120)
    facts = models.JSONField()
    at = models.DateTimeField(help_text="the legal moment of the act")
    delivered_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "name", "subject"], name="event_once")]
        indexes = [models.Index(fields=["delivered_at", "id"])]

    def __str__(self) -> str:
        return f"{self.name} {self.subject}"
