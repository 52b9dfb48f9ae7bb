"""Sau biểu quyết: recognition or refusal, annulment, petitions against the result, the half-yearly review."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.files.models import StoredFile
from danchu.foundation.places.models import Ward
from danchu.law.aftermath import Addressee, Fault
from danchu.rooms.voting.models.vote import Vote


class Recognition(models.Model):
    """Công nhận (21.2): by UBND (D3, D4) or the ward Front (D5), within five working days; or refused, with reasons."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.OneToOneField(Vote, on_delete=models.PROTECT, related_name="recognition")
    received_on = models.DateField()
    decided_on = models.DateField(null=True)
    granted = models.BooleanField(null=True)
    reasons = models.TextField(max_length=2000, blank=True)
    number = models.CharField(max_length=60, blank=True, help_text="of the decision or the letter")
    paper = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    returned_at = models.DateTimeField(null=True, help_text="D3: the recognised text went to head and Front (61/18.1a)")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(granted__isnull=True) | Q(granted=True) | ~Q(reasons=""), name="refusal_has_reasons"
            )
        ]

    def __str__(self) -> str:
        return f"recognition of {self.vote_id}"


class Annulment(models.Model):
    """Bãi bỏ, hoặc yêu cầu làm lại (Điều 22): by UBND, with what is wrong and why."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.OneToOneField(Vote, on_delete=models.PROTECT, related_name="annulment")
    fault = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Fault])
    redo = models.BooleanField(help_text="to be taken again; otherwise annulled")
    reasons = models.TextField(max_length=2000)
    number = models.CharField(max_length=60, blank=True)
    paper = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"annulment of {self.vote_id}"


class ResultPetition(models.Model):
    """Kiến nghị về kết quả (24.4): to UBND, the Front or the People's Inspectorate; answered, never deleted.

    No name is asked for: whoever wrote it keeps the code and reads the answer with it.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="petitions")
    addressee = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Addressee])
    words = models.TextField(max_length=2000)
    code = models.CharField(max_length=16, help_text="what the petitioner keeps to see the answer")
    at = models.DateTimeField()
    answer = models.TextField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "code"], name="petition_code_once")]

    def __str__(self) -> str:
        return self.code


class OutcomeReview(models.Model):
    """Xem lại việc thực hiện: six months after the vote, and again while something is left undone."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="reviews")
    on = models.DateField()
    words = models.TextField(max_length=2000)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "on"], name="one_review_a_day")]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.on}"
