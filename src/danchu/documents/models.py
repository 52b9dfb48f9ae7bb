"""Mẫu giấy tờ của phường: a ward's own Word templates, and its changes to the fixed layout."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.places.models import Ward


class PaperTemplate(models.Model):
    """Mẫu DOCX của phường cho một loại văn bản: used from its day on, once activated; kept for ever after."""

    class State(models.TextChoices):
        """Trạng thái của mẫu."""

        DRAFT = "dr", "mới tải lên"
        ACTIVE = "ac", "đang dùng"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    kind = models.CharField(max_length=40, help_text="key of papers.PAPERS")
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=2, choices=State, default=State.DRAFT)
    valid_from = models.DateField()
    uploaded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True)
    uploaded_at = models.DateTimeField()
    activated_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "kind", "valid_from"], name="paper_template_once"),
            models.CheckConstraint(
                condition=models.Q(state="dr", activated_at__isnull=True)
                | models.Q(state="ac", activated_at__isnull=False),
                name="paper_template_activated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.valid_from}"


class PaperLayout(models.Model):
    """Phần phường sửa trên bản PDF: head, recipients, closing from a day on; null keeps the default."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    kind = models.CharField(max_length=40, help_text="key of papers.PAPERS")
    head = models.JSONField(null=True)
    recipients = models.JSONField(null=True)
    closing = models.TextField(null=True)
    valid_from = models.DateField()
    set_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "kind", "valid_from"], name="paper_layout_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.valid_from}"
