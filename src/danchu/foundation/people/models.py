"""Hộ gia đình, thành viên, người đại diện; danh sách hộ đã chốt: tables of people.

Nothing is overwritten: a household, a member, a representation each hold from a day to a day, and what changed is a
row of ``HouseholdChange``.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from danchu.foundation.people.fields import EncryptedText
from danchu.foundation.places.models import KhuPho, Ward
from danchu.law.people import Residence, WhoCounts

RESIDENCES = [(Residence.PERMANENT.value, "thường trú"), (Residence.TEMPORARY.value, "tạm trú")]


class Household(models.Model):
    """Hộ gia đình (hộ): one household, one vote. ``number`` is the ward's own and never reused."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, related_name="households")
    number = models.CharField(max_length=20)
    address = models.CharField(max_length=200, help_text="permanent address, or the place of stay")
    residence = models.CharField(max_length=10, choices=RESIDENCES, default=Residence.PERMANENT)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, help_text="first day it no longer counts")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "number"], name="household_number_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="household_days"
            ),
        ]
        indexes = [models.Index(fields=["ward", "khu_pho", "valid_to"])]

    def __str__(self) -> str:
        return f"hộ {self.number}"


class Member(models.Model):
    """Thành viên hộ: may speak at a meeting (khoản 2 Điều 24); ``capable`` means full civil capacity."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members")
    full_name = models.CharField(max_length=120)
    capable = models.BooleanField(default=True)
    phone = EncryptedText(blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return self.full_name


class Representation(models.Model):
    """Đại diện hộ gia đình (khoản 2 Điều 18 Luật 10/2022): exactly one at a time for a household.

    Either a member, or, only for a household without a capable member, an outsider authorised on paper.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="representations")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True)
    outsider_name = models.CharField(max_length=120, blank=True)
    outsider_address = models.CharField(max_length=200, blank=True)
    outsider_key = models.CharField(max_length=64, null=True, help_text="keyed hash of name and address")
    paper_id = models.BigIntegerField(null=True, help_text="id of the scanned authorisation in files")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household"], condition=Q(valid_to__isnull=True), name="one_representative"
            ),
            models.UniqueConstraint(
                fields=["ward", "outsider_key"],
                condition=Q(valid_to__isnull=True, outsider_key__isnull=False),
                name="outsider_for_one_household",
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=False, outsider_name="") | (Q(member__isnull=True) & ~Q(outsider_name="")),
                name="member_or_outsider",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Họ và tên của người đại diện."""
        return self.member.full_name if self.member else self.outsider_name


class HouseholdChange(models.Model):
    """Biến động của hộ: created, corrected, moved, split, merged, ended; with the household it came from or went to."""

    class Kind(models.TextChoices):
        """Loại biến động."""

        CREATED = "created", "lập hộ"
        CORRECTED = "corrected", "sửa thông tin"
        MOVED = "moved", "chuyển khu phố"
        SPLIT = "split", "tách hộ"
        MERGED = "merged", "nhập hộ"
        ENDED = "ended", "chuyển đi"
        REPRESENTATIVE = "representative", "đổi người đại diện"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=16, choices=Kind)
    on = models.DateField()
    other = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"{self.household}: {self.get_kind_display()} ({self.on})"


class ColumnMemory(models.Model):
    """Cách ghép cột đã dùng: how the ward's workbook names its columns, mapped by hand once."""

    ward = models.OneToOneField(Ward, on_delete=models.PROTECT, primary_key=True)
    columns = models.JSONField(default=dict)

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"columns of {self.ward_id}"


class Roll(models.Model):
    """Danh sách hộ của một cuộc biểu quyết: drawn up, shown, corrected, frozen; the denominator N."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT)
    who_counts = models.CharField(max_length=16, choices=[(one.value, one.value) for one in WhoCounts])
    drawn_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True)
    shown_until = models.DateField(null=True)
    frozen_at = models.DateTimeField(null=True)
    households = models.PositiveIntegerField(null=True, help_text="N, written when frozen")
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the frozen lines")

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"roll {self.pk}"


class RollLine(models.Model):
    """Một hộ trên danh sách: what is needed of a voter and no more, name and permanent address (59/5.2c)."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT, related_name="lines")
    household = models.ForeignKey(Household, on_delete=models.PROTECT)
    number = models.CharField(max_length=20)
    representative = models.CharField(max_length=120)
    address = models.CharField(max_length=200)
    residence = models.CharField(max_length=10, choices=RESIDENCES)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["roll", "household"], name="household_once_on_roll")]

    def __str__(self) -> str:
        return self.number


class RollRequest(models.Model):
    """Đề nghị sửa danh sách: "nhà tôi chưa có tên"; the head decides and the decision is journalled."""

    class Decision(models.TextChoices):
        """Cách giải quyết."""

        ACCEPTED = "accepted", "đã sửa"
        REFUSED = "refused", "không sửa"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT, related_name="requests")
    code = models.CharField(max_length=12, help_text="what the asker keeps to see the answer")
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200)
    phone = EncryptedText(blank=True, default="")
    words = models.TextField(max_length=1000)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    answer = models.CharField(max_length=500, blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "code"], name="roll_request_code")]

    def __str__(self) -> str:
        return self.code
