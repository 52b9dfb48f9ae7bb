"""Kênh thông báo: recordings and pictures made at publication."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.places.models import Ward


class Rendition(models.Model):
    """Bản nghe, hình xem trước: made once from the words of a publication, kept by their hash.

    The newest row of a subject and kind is the one that counts: words that were corrected leave no old recording.
    """

    class Kind(models.TextChoices):
        """Loại."""

        AUDIO = "audio", "bản nghe"
        PICTURE = "picture", "hình xem trước"

    class State(models.TextChoices):
        """Trạng thái."""

        WAITING = "waiting", "đang chờ làm"
        MADE = "made", "đã có"
        FAILED = "failed", "không làm được"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    subject = models.CharField(max_length=120, help_text="what it tells of, as the room names it: voting:12")
    kind = models.CharField(max_length=8, choices=Kind)
    words = models.JSONField(help_text="what it is made from")
    digest = models.CharField(max_length=64, help_text="SHA-256 of kind and words; its address")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=40, blank=True, help_text="code of the last failure")
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    seconds = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "subject", "kind", "digest"], name="rendition_once"),
            models.CheckConstraint(
                condition=~models.Q(state="made") | (~models.Q(sha256="") & models.Q(made_at__isnull=False)),
                name="rendition_made",
            ),
        ]
        indexes = [
            models.Index(fields=["ward", "digest"]),
            models.Index(fields=["state"], condition=models.Q(state="waiting"), name="rendition_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.kind}"
