"""Bầu và cho thôi: the calendar back from the meeting, candidates with their answers, the Election Team."""

from __future__ import annotations

from django.db import models
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.places.models import Ward
from danchu.law.elections import Nomination
from danchu.rooms.voting.models.vote import Vote


class Election(models.Model):
    """Cuộc bầu hoặc cho thôi (Điều 6–9 Nghị định 59; Điều 36, 42 Luật): one a vote of matter D4 or D5."""

    class Kind(models.TextChoices):
        """Bầu ai, hay cho thôi."""

        HEAD = "head", "bầu Trưởng khu phố"
        DISMISS = "dismiss", "cho thôi làm Trưởng khu phố"
        INSPECTORATE = "inspectorate", "bầu thành viên Ban Thanh tra nhân dân"
        INVESTMENT = "investment", "bầu thành viên Ban Giám sát đầu tư của cộng đồng"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.OneToOneField(Vote, on_delete=models.PROTECT, related_name="election")
    kind = models.CharField(max_length=12, choices=Kind)
    day = models.DateField(help_text="planned day of the meeting; the calendar is counted back from it")
    seats = models.PositiveSmallIntegerField(default=1)
    decided_on = models.DateField(null=True, help_text="decision and plan of the ward Chairman (59/6.1a)")
    number = models.CharField(max_length=60, blank=True, help_text="of that decision")
    party_view = models.BooleanField(default=False, help_text="the Party cell gave its view on the list (59/6.2)")
    minutes_sent_on = models.DateField(null=True, help_text="Mẫu 05 went to the ward")
    team_set_on = models.DateField(null=True)
    team_agreed = models.BooleanField(default=False, help_text="agreed with the ward Front (59/6.1b)")
    noticed_on = models.DateField(null=True, help_text="posted and broadcast")
    own_request = models.BooleanField(default=False)
    front_proposes = models.BooleanField(default=False)
    petition = models.PositiveIntegerField(default=0, help_text="households that petition for the dismissal")
    interim_name = models.CharField(max_length=120, blank=True)
    interim_on = models.DateField(null=True)
    set_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"{self.kind} {self.vote_id}"


class Candidate(models.Model):
    """Người ứng cử: listed by the Front committee, or proposed at the meeting; ``answers`` to the law's conditions."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="candidates")
    name = models.CharField(max_length=120)
    born_on = models.DateField(null=True, help_text="head only: the ward may ask for a least age")
    nomination = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Nomination])
    answers = models.JSONField(default=dict, help_text="condition of the law: met or not")
    yes = models.PositiveIntegerField(null=True, help_text="households for this candidate, from the minutes")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return self.name


class ElectionMember(models.Model):
    """Thành viên Tổ bầu cử (59/6.1b): a candidate is never one of them."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="team")
    name = models.CharField(max_length=120)
    front = models.BooleanField(default=False, help_text="stands for the Front")
    leader = models.BooleanField(default=False)

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return self.name
