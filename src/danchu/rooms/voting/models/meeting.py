"""Cuộc họp của cộng đồng dân cư: a meeting may decide several matters; it is held in one hall or in clusters.

Who is present stands in ``Ballot`` (route ``meeting``), one a household for each matter on the agenda: the register of
a decision is one table whatever the route.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.models import Roll, RollLine
from danchu.foundation.places.models import KhuPho, Ward
from danchu.law.matters import Convenor, Purpose
from danchu.law.meeting_names import MeetingState, Method
from danchu.rooms.voting.models.vote import Vote


def _choices(enum: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in enum]


class Meeting(models.Model):
    """Cuộc họp (Điều 18 Luật, Điều 3 Nghị định 59): its invitation, its roll, its agenda, its minutes."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT)
    slug = models.SlugField(max_length=90)
    state = models.CharField(max_length=10, choices=_choices(MeetingState), default=MeetingState.PREPARING)
    title = models.CharField(max_length=120)
    agenda = models.TextField(max_length=4000, blank=True, help_text="the order of business; one line each")
    convenor = models.CharField(max_length=16, choices=_choices(Convenor))
    purpose = models.CharField(max_length=8, choices=_choices(Purpose), blank=True, help_text="D4 only")
    chair = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    draft_posted_on = models.DateField(null=True, help_text="D3: the draft convention was posted (61/9.1)")
    draft_consulted = models.CharField(max_length=300, blank=True, help_text="D3: how opinions were gathered (61/9.2)")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT, null=True, related_name="+")
    scattered = models.BooleanField(default=False, help_text="the khu phố lies scattered (18.3)")
    cluster_reason = models.TextField(max_length=1000, blank=True)
    cluster_approved_at = models.DateTimeField(null=True, help_text="UBND approved the plan of clusters")
    cluster_paper = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    channels = models.JSONField(default=list, help_text="how the invitation reached the households (59/3.3)")
    invited_at = models.DateTimeField(null=True, help_text="the invitation as recorded here")
    noticed_on = models.DateField(null=True, help_text="the households were told")
    posted_on = models.DateField(null=True, help_text="the notice was posted in public")
    papers_sent_on = models.DateField(null=True, help_text="papers reached the households (59/3.4)")
    papers_households = models.PositiveIntegerField(default=0, help_text="how many were sent them")
    concluded_at = models.DateTimeField(null=True)
    ended_reason = models.TextField(max_length=1000, blank=True, help_text="cancelled, or too few came")
    created_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "slug"], name="meeting_slug_once")]

    def __str__(self) -> str:
        return self.title


class Session(models.Model):
    """Phiên họp, hoặc một cụm họp (18.3): one hall with its own secretary and counts; all add up to one total."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    whole_khu_pho = models.BooleanField(default=True, help_text="otherwise the households of its lines")
    opened_at = models.DateTimeField(null=True)
    method = models.CharField(max_length=8, choices=_choices(Method), blank=True)
    ended_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="session_number_once")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.number}"


class SessionLine(models.Model):
    """Hộ của cụm họp: a household invited to this cluster, and to no other."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="lines")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "line"], name="one_cluster_a_household")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.line_id}"


class HallItem(models.Model):
    """Nội dung trong phiên: one matter in one hall; its discussion, and when its count was announced there."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="items")
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="hall_items")
    discussion = models.TextField(max_length=8000, blank=True, help_text="what was said, for the minutes; no names")
    announced_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "vote"], name="item_once_a_session")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.vote_id}"


class Attendance(models.Model):
    """Đại diện hộ có mặt: one a household for the whole meeting, whichever cluster; with it come its register rows."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendances")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT, related_name="+")
    means = models.CharField(max_length=8, help_text="link, scanner, code or tap")
    person = models.CharField(max_length=120, blank=True, help_text="who came, if not the representative")
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, help_text="a mistaken tap, taken back before the first vote")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "line"], condition=Q(undone_at__isnull=True), name="present_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.line_id}"


class HallOfficer(models.Model):
    """Thư ký, Ban kiểm phiếu, hộ chứng kiến: chosen by the hall for this session."""

    class Office(models.TextChoices):
        """Việc được giao."""

        SECRETARY = "secretary", "thư ký"
        BOARD_HEAD = "board_head", "Trưởng ban kiểm phiếu"
        BOARD = "board", "thành viên Ban kiểm phiếu"
        WITNESS = "witness", "đại diện hộ chứng kiến"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="officers")
    office = models.CharField(max_length=12, choices=Office)
    name = models.CharField(max_length=120)
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT, null=True, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    left_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"{self.office} {self.session_id}"


class ProceduralVote(models.Model):
    """Biểu quyết về thủ tục (59/3.5): secretary, voting method, counting board; over half of those present."""

    class Kind(models.TextChoices):
        """Về việc gì."""

        SECRETARY = "secretary", "bầu thư ký"
        METHOD = "method", "cách biểu quyết"
        BOARD = "board", "Ban kiểm phiếu"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="procedural")
    kind = models.CharField(max_length=10, choices=Kind)
    present = models.PositiveIntegerField()
    yes = models.PositiveIntegerField()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(yes__lte=models.F("present")), name="procedural_yes_within_present")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.session_id}"


class Speaker(models.Model):
    """Người đăng ký phát biểu: a representative, or a household member of another mind (24.2), who has no vote."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="speakers")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    dissenting_member = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"speaker {self.pk}"


class Figures(models.Model):
    """Số liệu kiểm đếm của một phiên: entered by two people apart; they stand when both say the same."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="figures")
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="figures")
    present = models.PositiveIntegerField(help_text="households checked in at that moment")
    issued = models.PositiveIntegerField(null=True, help_text="secret slips handed out")
    collected = models.PositiveIntegerField(null=True)
    invalid = models.PositiveIntegerField(default=0)
    yes = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    other = models.PositiveIntegerField(default=0)
    gap_reason = models.TextField(max_length=1000, blank=True, help_text="why the numbers do not add up")
    entered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, help_text="the two differed; counted again")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "vote", "entered_by"],
                condition=Q(dropped_at__isnull=True),
                name="figures_once_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"figures {self.pk}"
