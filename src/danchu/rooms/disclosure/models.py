"""Công khai: tables of the register, its plan, and requests for information."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.fields import EncryptedText
from danchu.foundation.places.models import KhuPho, Ward
from danchu.law.disclosure import Channel, Means, PlaceKind, State, Track
from danchu.law.information import Case, Ground, Kind, RequestState, Route


def _choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in enum]


class PostingPlace(models.Model):
    """Nơi niêm yết: the headquarters, a culture house or a community point, for the time it serves."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    kind = models.CharField(max_length=16, choices=_choices(PlaceKind))
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, null=True)
    name = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="hq", khu_pho__isnull=True) | (~Q(kind="hq") & Q(khu_pho__isnull=False)),
                name="posting_place_stands_somewhere",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Plan(models.Model):
    """Kế hoạch công khai: of a year; a change is a new number, adopted again (Điều 14.1)."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(default=1)
    paper = models.CharField(max_length=80, blank=True, help_text="number and symbol of the paper")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    adopted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "year", "number"], name="disclosure_plan_once")]

    def __str__(self) -> str:
        return f"{self.year}/{self.number}"


class PlanRow(models.Model):
    """Một dòng của kế hoạch: content, forms, time, period, responsible person."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="rows")
    order = models.PositiveSmallIntegerField()
    track = models.CharField(max_length=14, choices=_choices(Track), default=Track.WARD)
    key = models.CharField(max_length=20)
    content = models.CharField(max_length=400)
    channels = models.JSONField(default=list)
    time = models.CharField(max_length=200, help_text="thời điểm: when it begins")
    period = models.CharField(max_length=200, help_text="thời gian: how long")
    responsible = models.CharField(max_length=200)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.content


class Entry(models.Model):
    """Nội dung công khai: one line of the register; what it says stands in its versions."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=90)
    track = models.CharField(max_length=14, choices=_choices(Track))
    key = models.CharField(max_length=20, blank=True, help_text="number of the item, or name of the announcement")
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, null=True, help_text="empty: the whole ward")
    state = models.CharField(max_length=10, choices=_choices(State), default=State.DRAFT)
    current = models.ForeignKey("Version", on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True, help_text="first time")
    withdrawn_at = models.DateTimeField(null=True)
    withdraw_reason = models.TextField(max_length=1000, blank=True)
    source = models.CharField(max_length=120, blank=True, help_text="act of another activity: vote_result:vote:12")
    path = models.CharField(max_length=300, blank=True, help_text="its page inside the ward's own site")
    due_on = models.DateField(null=True, help_text="last day, where its own article fixes it")
    special_citation = models.CharField(max_length=300, blank=True, help_text="another law with rules of its own")
    special_due_on = models.DateField(null=True)
    special_days = models.PositiveSmallIntegerField(null=True)
    special_channels = models.JSONField(null=True)
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "slug"], name="disclosure_slug_once"),
            models.UniqueConstraint(fields=["ward", "source"], condition=~Q(source=""), name="disclosure_source_once"),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(published_at__isnull=False), name="disclosure_published_has_day"
            ),
        ]
        indexes = [
            models.Index(fields=["ward", "state", "-published_at"]),
            models.Index(fields=["ward", "track", "key", "-published_at"]),
            models.Index(fields=["ward", "khu_pho", "-published_at"]),
        ]

    def __str__(self) -> str:
        return self.slug


class Version(models.Model):
    """Bản của một nội dung: the words, and the decision they rest on; a correction is a new version with its reason."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=600, blank=True)
    body = models.TextField(max_length=40000, blank=True)
    issuer = models.CharField(max_length=200, blank=True, help_text="who made the decision or document")
    source_number = models.CharField(max_length=80, blank=True, help_text="12/QĐ-UBND")
    source_on = models.DateField(help_text="day of the decision or document; the clock starts here")
    reason = models.TextField(max_length=1000, blank=True, help_text="why it was corrected")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    published_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="disclosure_version_once")]
        ordering = ["number"]

    def __str__(self) -> str:
        return self.title


class Attachment(models.Model):
    """Tệp kèm theo một bản: stored once by its hash."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField(default=0)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class Posting(models.Model):
    """Lần công khai: one form at one place or in one khu phố, from a day to a day (``last`` included)."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="postings")
    channel = models.CharField(max_length=10, choices=_choices(Channel))
    place = models.ForeignKey(PostingPlace, on_delete=models.PROTECT, null=True)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT, null=True)
    means = models.CharField(max_length=8, choices=_choices(Means), blank=True)
    first = models.DateField()
    last = models.DateField(null=True)
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last__isnull=True) | Q(last__gte=models.F("first")), name="posting_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.first}"


class Proof(models.Model):
    """Minh chứng: a photo of the board, a link, or the line of the broadcast log."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="proofs")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    link = models.URLField(max_length=500, blank=True)
    words = models.CharField(max_length=500, blank=True, help_text="line of the broadcast log")
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(link="") | ~Q(words=""), name="proof_shows_something"
            )
        ]

    def __str__(self) -> str:
        return f"proof of {self.posting_id}"


class CouncilReport(models.Model):
    """Báo cáo Hội đồng nhân dân về công khai: owed at each regular session, with a copy to the Front (14.3)."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    session_on = models.DateField()
    period_from = models.DateField()
    period_to = models.DateField()
    recorded_at = models.DateTimeField()
    sent_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "session_on"], name="council_report_once"),
            models.CheckConstraint(condition=Q(period_to__gte=models.F("period_from")), name="council_report_period"),
        ]

    def __str__(self) -> str:
        return str(self.session_on)


class InformationRequest(models.Model):
    """Yêu cầu cung cấp thông tin: or a notice that published information is wrong; one page for life by its code."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    number = models.PositiveIntegerField(help_text="in the ward's book of the year")
    year = models.PositiveSmallIntegerField()
    code_hash = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=12, choices=_choices(Kind))
    route = models.CharField(max_length=8, choices=_choices(Route))
    case = models.CharField(max_length=16, choices=_choices(Case), blank=True)
    entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, related_name="+", help_text="said to be wrong"
    )
    state = models.CharField(max_length=10, choices=_choices(RequestState), default=RequestState.FILED)
    title = models.CharField(max_length=200, help_text="the officer's, without personal data")
    words = EncryptedText()
    name = EncryptedText()
    address = EncryptedText(blank=True)
    phone = EncryptedText(blank=True)
    email = EncryptedText(blank=True)
    received_on = models.DateField(help_text="the clock starts here; anew when it was completed")
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    complex = models.BooleanField(null=True)
    accepted_at = models.DateTimeField(null=True)
    extended_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    ground = models.CharField(max_length=16, choices=_choices(Ground), blank=True)
    release = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    complained_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "year", "number"], name="information_request_once")]
        indexes = [models.Index(fields=["ward", "state", "received_on"])]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class RequestLetter(models.Model):
    """Thư, bước của một yêu cầu: what was done and said, with its papers; shown on the requester's page."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="letters")
    act = models.CharField(max_length=60)
    words = EncryptedText(blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", help_text="empty: requester")
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.act} {self.request_id}"
