"""Đánh giá hài lòng: what was rated and how; never by whom, and no hour finer than the day."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.people.fields import EncryptedText
from danchu.foundation.places.models import Ward
from danchu.law.satisfaction import FACE_LABELS, SERVICE_LABELS


class Rating(models.Model):
    """Một lượt đánh giá: a face, perhaps a sentence, of a service on a day."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    service = models.CharField(max_length=20, choices=[(one.value, label.vi) for one, label in SERVICE_LABELS.items()])
    face = models.CharField(max_length=10, choices=[(one.value, label.vi) for one, label in FACE_LABELS.items()])
    words = EncryptedText(blank=True)
    day = models.DateField()

    objects = ScopedManager(ward="ward")

    class Meta:
        indexes = [models.Index(fields=["ward", "service", "day"], name="rating_by_service")]

    def __str__(self) -> str:
        return f"{self.service} {self.face} {self.day}"
