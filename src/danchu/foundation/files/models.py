"""Tệp đã nộp: one row per paper; bytes are stored once by their hash."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django_scopes import ScopedManager

from danchu.foundation.places.models import KhuPho, Ward
from danchu.foundation.text import slugify_vi


class StoredFile(models.Model):
    """Giấy tờ đã quét hoặc chụp: who may do the act ``opened_by`` on its ``subject`` may open it."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, null=True)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, help_text="pdf, jpg, png; of what is published also docx, xlsx")
    size = models.PositiveIntegerField()
    opened_by = models.CharField(max_length=60, help_text="act that lets a person open it")
    subject = models.CharField(max_length=120)
    stored_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, help_text="since when everybody may open it")

    objects = ScopedManager(ward="ward")

    class Meta:
        indexes = [models.Index(fields=["ward", "sha256"], name="stored_file_by_content")]

    def __str__(self) -> str:
        return self.name

    @property
    def public_url(self) -> str:
        """Where everybody opens it once it is published; equal bytes have one address, for good."""
        stem, _, _ = self.name.rpartition(".")
        return reverse(
            "public-file",
            kwargs={"sha256": self.sha256, "name": f"{slugify_vi(stem or self.name) or 'tep'}.{self.kind}"},
        )


class Reading(models.Model):
    """Kết quả đọc tệp: the words inside a file and what its maker may not know to be in it; one for equal bytes."""

    class State(models.TextChoices):
        """Đã đọc đến đâu."""

        WAITING = "waiting", "chờ đọc"
        READ = "read", "đã đọc"
        SCAN = "scan", "bản quét không có chữ"
        FAILED = "failed", "không đọc được"

    DONE = (State.READ, State.SCAN, State.FAILED)

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    text = models.TextField(blank=True)
    pages = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=list, help_text="[{code, count, where}] of what lies hidden in it")
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "sha256"], name="reading_once")]
        indexes = [
            models.Index(fields=["asked_at"], name="reading_waiting", condition=models.Q(state="waiting")),
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} {self.state}"

    @property
    def is_done(self) -> bool:
        """Whether nothing more is to come."""
        return self.state in self.DONE
