"""Thời hạn đang chạy: what, who owes it, article, start, due."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import get_script_prefix
from django_scopes import ScopedManager

from danchu.foundation.access.models import ROLES
from danchu.foundation.places.models import KhuPho, Ward


class Duty(models.Model):
    """Việc có thời hạn: owed by a role, not a person, so a mandate that ends hands it over by itself."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, null=True)
    rule = models.CharField(max_length=80, help_text="key of the rule, e.g. doc.send")
    subject = models.CharField(max_length=120, help_text="vote:12")
    title = models.CharField(max_length=300)
    url = models.CharField(max_length=300, help_text="path inside the ward's own site")
    owed_by = models.CharField(max_length=20, choices=ROLES)
    basis = models.CharField(max_length=60)
    start = models.DateField()
    due = models.DateField()
    skipped = models.JSONField(default=list, help_text="days the count passed over")
    why = models.JSONField(default=dict, help_text="the count explained, by language")
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True, help_text="the act it belonged to was withdrawn or annulled")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ward", "rule", "subject"], condition=Q(dropped_at__isnull=True), name="duty_once"
            )
        ]
        indexes = [models.Index(fields=["ward", "done_at", "due"])]

    def __str__(self) -> str:
        return f"{self.rule} {self.subject} → {self.due}"

    @property
    def href(self) -> str:
        """The link to follow, wherever the ward's site is mounted."""
        return get_script_prefix() + self.url.removeprefix("/")
