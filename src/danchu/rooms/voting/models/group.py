"""Biểu quyết trong nhóm Zalo: what two members read in the group, and the pictures of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.models import RollLine
from danchu.foundation.places.models import Ward
from danchu.law.states import Choice
from danchu.rooms.voting.models.vote import Round


class GroupAnswer(models.Model):
    """Câu trả lời của hộ trong nhóm Zalo: as one person of the team read it; two alike make the household's entry."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="group_answers")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=6, choices=[(str(one), str(one)) for one in Choice])
    words = models.TextField(max_length=1000, blank=True)
    entered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, help_text="the same person entered it again")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "line", "entered_by"],
                condition=Q(dropped_at__isnull=True),
                name="group_answer_once_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"


class GroupPicture(models.Model):
    """Ảnh chụp nhóm Zalo: kept by its hash for the team alone; its bytes are erased on the day set."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="group_pictures")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    erase_on = models.DateField()
    erased_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        indexes = [
            models.Index(fields=["erase_on"], name="group_picture_due", condition=Q(erased_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"picture {self.pk}"
