"""Tệp đã nộp: one row per paper; bytes are stored once by their hash."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.places.models import KhuPho, Ward


class StoredFile(models.Model):
    """Giấy tờ đã quét hoặc chụp: who may do the act ``opened_by`` on its ``subject`` may open it."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, null=True)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, help_text="pdf, jpg, png")
    size = models.PositiveIntegerField()
    opened_by = models.CharField(max_length=60, help_text="act that lets a person open it")
    subject = models.CharField(max_length=120)
    stored_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return self.name
