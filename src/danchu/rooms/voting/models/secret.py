"""Biểu quyết kín: the team's keys, the public list, the steps of the archive. No choice stands in any of it.

``ArchiveStep`` holds the exact bytes of each record, written in the transaction of what it records; the archive
``UUID.bel`` is these rows one after the other and has no other home (docs/decisions/0022).
"""

from __future__ import annotations

import uuid

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.people.models import RollLine
from danchu.foundation.places.models import Ward
from danchu.rooms.voting.models.vote import Ballot, Vote


class SecretBox(models.Model):
    """Hòm phiếu kín: one holding of the key ceremony and what follows it; the newest ``attempt`` of a vote counts.

    ``height``, ``head`` and ``stage`` say where the archive stands; it begins at ``moment`` (Unix time).
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="boxes")
    attempt = models.PositiveSmallIntegerField()
    rehearsal = models.BooleanField(help_text="with test ballots and keys of its own, before the real ceremony")
    uuid = models.CharField(max_length=30, help_text="of the election in the archive")
    size = models.PositiveSmallIntegerField()
    needed = models.PositiveSmallIntegerField(help_text="members who must open, together with the server")
    began_at = models.DateTimeField()
    group_code = models.CharField(max_length=8, blank=True)
    election = models.TextField(blank=True, help_text="exact text; fixed by the notice")
    trustees = models.TextField(blank=True)
    tally = models.TextField(blank=True)
    counted = models.PositiveIntegerField(null=True, help_text="households in the sealed sum")
    result = models.JSONField(null=True, help_text="households by answer, once opened")
    difference = models.JSONField(default=dict, help_text="register and archive at the close, where they differ")
    moment = models.BigIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    stage = models.CharField(max_length=20, blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "attempt"], name="one_box_an_attempt")]

    def __str__(self) -> str:
        return f"{self.uuid} {self.attempt}"


class KeyHolder(models.Model):
    """Người giữ chìa: one member of the team in one ceremony, and what this member posted; nothing of it is secret."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    box = models.ForeignKey(SecretBox, on_delete=models.PROTECT, related_name="holders")
    number = models.PositiveSmallIntegerField(help_text="from 1; the leader is 1")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    promise = models.CharField(max_length=64, blank=True)
    certificate = models.TextField(blank=True, help_text="JSON as signed; a column of JSON would sort its fields")
    contribution = models.TextField(blank=True, help_text="shares in it are sealed for their readers")
    key = models.TextField(blank=True)
    sheet = models.BooleanField(default=False, help_text="the paper sheet was scanned or typed back")
    matched = models.BooleanField(default=False, help_text="saw the group code the leader read aloud")
    consented_at = models.DateTimeField(null=True, help_text="to open fewer than 5 ballots")
    opening = models.TextField(blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["box", "number"], name="one_holder_a_number"),
            models.UniqueConstraint(fields=["box", "staff"], name="one_number_a_holder"),
        ]

    def __str__(self) -> str:
        return f"{self.box_id} {self.number}"


class PublicCredential(models.Model):
    """Mã công khai của hộ trong một cuộc biểu quyết kín: on the list, sorted, without the household."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="credentials")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT)
    public = models.TextField(help_text="a number of the group")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "line"], name="one_credential_a_household")]

    def __str__(self) -> str:
        return f"credential of {self.line_id}"


class BlockedHousehold(models.Model):
    """Hộ không có mã: its secret may be in other hands; it counts in the roll and has no credential in this vote."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="blocked")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "line"], name="blocked_once")]

    def __str__(self) -> str:
        return f"blocked {self.line_id}"


class ArchiveStep(models.Model):
    """Bước ghi vào tệp kết quả: exact bytes, in order; appended, never changed."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    box = models.ForeignKey(SecretBox, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    data = models.BinaryField()
    ballot = models.OneToOneField(Ballot, on_delete=models.PROTECT, null=True, related_name="step")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["box", "number"], name="one_step_a_number")]

    def __str__(self) -> str:
        return f"{self.box_id} {self.number} {self.kind}"


class GivenOpinion(models.Model):
    """Ý kiến gửi thêm: apart from every ballot; without household, session or time of day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)  # a counter would tell the order
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="opinions")
    words = models.TextField(max_length=1000)
    day = models.DateField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"opinion on {self.vote_id}"
