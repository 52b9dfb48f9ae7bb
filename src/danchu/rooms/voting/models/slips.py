"""Phát phiếu lấy ý kiến của hộ gia đình: the plan, each household's slip with its stub, the count, explained gaps.

A slip is not its answer: the stub says which household got it, the slip that is counted bears no household sign.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.people.models import RollLine
from danchu.foundation.places.models import Ward
from danchu.rooms.voting.models.vote import Ballot, Round, Vote


class SlipPlan(models.Model):
    """Kế hoạch phát phiếu (59/4.2): sent to the Chairman and the Front; the slips' mark is recorded here too."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.OneToOneField(Vote, on_delete=models.PROTECT, related_name="slip_plan")
    purpose = models.TextField(max_length=2000)
    assignment = models.TextField(max_length=2000, help_text="who does what, one a line")
    boxes = models.TextField(max_length=1000, help_text="where slips may be put in, one a line")
    issued_on = models.DateField()
    sent_on = models.DateField(null=True, help_text="to the ward Chairman and the Front's Chairman")
    marked_at = models.DateTimeField(null=True, help_text="slips bear the head's signature or the stamp (59/4.5b)")

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"plan of {self.vote_id}"


class Slip(models.Model):
    """Phiếu của một hộ (khoản 3 Điều 19 Luật): its stub's number and token; handed back, a row of the register."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="slips")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    token = models.CharField(max_length=32, unique=True, help_text="in the stub's QR, 128 random bits")
    issued_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True, help_text="when the household gave it, not when it was written down")
    ballot = models.OneToOneField(Ballot, on_delete=models.PROTECT, null=True, related_name="slip")
    spoiled_at = models.DateTimeField(null=True, help_text="taken back and replaced before return")
    spoiled_why = models.CharField(max_length=300, blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vote", "number"], name="slip_number_once"),
            models.UniqueConstraint(
                fields=["vote", "line"], condition=Q(spoiled_at__isnull=True), name="one_slip_a_household"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vote_id}/{self.number}"


class SlipFigures(models.Model):
    """Số liệu kiểm phiếu (59/4.6a): as one person of the team counted, before two household witnesses."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="slip_figures")
    issued = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()
    collected = models.PositiveIntegerField()
    valid = models.PositiveIntegerField()
    invalid = models.PositiveIntegerField()
    yes = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    other = models.PositiveIntegerField()
    opinions = models.TextField(max_length=8000, blank=True, help_text="other opinions as written, one a line")
    witness_1 = models.ForeignKey(RollLine, on_delete=models.PROTECT, related_name="+")
    witness_2 = models.ForeignKey(RollLine, on_delete=models.PROTECT, related_name="+")
    entered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, help_text="the same person counted again")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "entered_by"], condition=Q(dropped_at__isnull=True), name="slips_counted_once_a_person"
            ),
            models.CheckConstraint(condition=~Q(witness_1=F("witness_2")), name="two_witness_households"),
        ]

    def __str__(self) -> str:
        return f"figures {self.pk}"


class GapNote(models.Model):
    """Giải trình chênh lệch: why the figures do not add up; the seal waits for it."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="gap_notes")
    gap = models.CharField(max_length=30, help_text="the gap's name in law.reconciliation")
    expected = models.IntegerField()
    found = models.IntegerField()
    words = models.TextField(max_length=1000)
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "gap"], name="gap_explained_once")]

    def __str__(self) -> str:
        return f"{self.gap} {self.round_id}"
