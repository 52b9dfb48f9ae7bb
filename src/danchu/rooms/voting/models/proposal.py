"""Đề xuất: a resident's initiative with the households behind it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.models import Household
from danchu.foundation.places.models import KhuPho, Ward
from danchu.rooms.voting.models.vote import Vote


class Initiative(models.Model):
    """Sáng kiến của công dân (khoản 3 Điều 16): put once a tenth of the households or the Front agree.

    ``vote`` is what it became; ``front_approved`` the Front committee's answer, None until it is given.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT)
    slug = models.SlugField(max_length=90)
    matter = models.CharField(max_length=2)
    rule_version = models.CharField(max_length=20)
    title = models.CharField(max_length=120)
    body = models.TextField(max_length=8000, help_text="what is proposed; one paragraph a line")
    proposer = models.ForeignKey(
        Household, on_delete=models.PROTECT, related_name="+", help_text="answers for the list (16.3)"
    )
    proposer_name = models.CharField(max_length=120)
    filed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", help_text="on paper")
    paper = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    filed_at = models.DateTimeField()
    front_approved = models.BooleanField(null=True)
    front_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    front_at = models.DateTimeField(null=True)
    front_reason = models.TextField(max_length=1000, blank=True)
    vote = models.OneToOneField(Vote, on_delete=models.PROTECT, null=True, related_name="initiative")
    put_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "slug"], name="initiative_slug_once"),
            models.CheckConstraint(
                condition=Q(front_approved__isnull=True) | Q(front_approved=True) | ~Q(front_reason=""),
                name="front_says_why_not",
            ),
            models.CheckConstraint(
                condition=Q(vote__isnull=True, put_at__isnull=True) | Q(vote__isnull=False, put_at__isnull=False),
                name="put_has_its_vote",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Endorsement(models.Model):
    """Đồng thuận của một hộ với sáng kiến (khoản 3 Điều 16): three months from its day; given again, it begins anew."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="endorsements")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    paper = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, related_name="+", help_text="from a signed list; else by the card"
    )
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="taken back by the household, or begun anew")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "household"], condition=Q(ended_at__isnull=True), name="endorsed_once"
            ),
            models.CheckConstraint(
                condition=Q(paper__isnull=True) | Q(recorded_by__isnull=False), name="paper_has_a_recorder"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.household_id}"


class WardDecision(models.Model):
    """Việc trong phạm vi phường (16.1, 21.1): put to each khu phố apart; passes by two thirds of the khu phố."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    slug = models.SlugField(max_length=90)
    matter = models.CharField(max_length=2)
    form = models.CharField(max_length=8, help_text="the Chairman chooses meeting or slips (19.1a)")
    rule_version = models.CharField(max_length=20)
    title = models.CharField(max_length=120)
    question = models.CharField(max_length=300)
    body = models.TextField(max_length=8000, help_text="what is proposed; one paragraph a line")
    proposed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, help_text="the Chairman of the ward Front agreed (16.1)")
    put_at = models.DateTimeField(null=True, help_text="every khu phố was told to put it to its households")
    effective_on = models.DateField(null=True, help_text="the day UBND set (21.2)")
    effect_number = models.CharField(max_length=60, blank=True, help_text="of the decision that set the day")
    withdrawn_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "slug"], name="ward_decision_slug_once")]

    def __str__(self) -> str:
        return self.title
