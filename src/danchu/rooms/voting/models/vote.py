"""Cuộc biểu quyết: tables of the voting room.

What was chosen (``BallotChoice``) stands apart from who voted (``Ballot``): lists of participants, turnout and the
call list never touch the choices, and only ``queries.tally`` reads them, after the close is written.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from danchu.foundation.accounts.models import Staff
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.models import Roll, RollLine
from danchu.foundation.places.models import KhuPho, Ward
from danchu.law.matters import Form, Purpose
from danchu.law.states import Choice, RoundKind, Route, State

# In the report before starting, unless the head writes another (59/5.2a); in the language of the paper.
USUAL_REASON = "Nội dung đã ghi đủ ở mục 1. Đại diện các hộ đọc, cân nhắc và trả lời tại nhà trong nhiều ngày."


def _choices(enum: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in enum]


class Vote(models.Model):
    """Cuộc biểu quyết: one matter put to one khu phố; its state is an enum of ``law.voting``."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    khu_pho = models.ForeignKey(KhuPho, on_delete=models.PROTECT)
    slug = models.SlugField(max_length=90)
    state = models.CharField(max_length=16, choices=_choices(State), default=State.PREPARING)
    matter = models.CharField(max_length=2, default="D6")
    scope = models.CharField(max_length=10, default="khu_pho")
    form = models.CharField(max_length=8, choices=_choices(Form), default=Form.ONLINE, help_text="one form (17.1)")
    rule_version = models.CharField(max_length=20, help_text="version of the rules it was opened under")
    title = models.CharField(max_length=120)
    question = models.CharField(max_length=300)
    body = models.TextField(max_length=8000, help_text="what is proposed; one paragraph a line, numbered when shown")
    yes_means = models.CharField(max_length=200, help_text="one sentence under each choice")
    no_means = models.CharField(max_length=200)
    other_means = models.CharField(max_length=200)
    paper = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    contact = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    application_chosen_at = models.DateTimeField(null=True)
    in_group = models.BooleanField(default=False, help_text="answered in the khu phố's Zalo group, not on this site")
    means_internet = models.BooleanField(null=True)
    means_without_device = models.PositiveIntegerField(null=True)
    means_help = models.TextField(max_length=1000, blank=True)
    online_reason = models.TextField(
        max_length=1000, default=USUAL_REASON, help_text="why neither meeting nor slips (59/5.2a)"
    )
    reported_at = models.DateTimeField(null=True, help_text="report before starting, to UBND and Front")
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT, null=True, help_text="shared by the votes of one meeting")
    text_digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the text two people confirm")
    notice_at = models.DateTimeField(null=True)
    redo_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="redone_as")
    after_meeting = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="slips_after", help_text="too few came to it (19.1b)"
    )
    secret = models.BooleanField(default=False, help_text="kín: sealed on the household's device; else công khai")
    secret_uuid = models.CharField(max_length=30, blank=True, help_text="of its election, whatever the attempt")
    meeting = models.ForeignKey(
        "voting.Meeting", on_delete=models.PROTECT, null=True, related_name="votes", help_text="on whose agenda it is"
    )
    agenda_order = models.PositiveSmallIntegerField(default=0)
    replace_allowed = models.BooleanField(default=True, help_text="setting reopen.replace_online_entry when opened")
    result_sealed_at = models.DateTimeField(null=True)
    seal = models.CharField(max_length=64, blank=True, help_text="SHA-256 of register and figures at sealing")
    announced_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="withdrawn, stopped, or form refused")
    end_reason = models.TextField(max_length=1000, blank=True)
    ward_decision = models.ForeignKey(
        "voting.WardDecision", on_delete=models.PROTECT, null=True, related_name="votes", help_text="scope ward only"
    )
    purpose = models.CharField(max_length=8, choices=_choices(Purpose), blank=True, help_text="D4 only")
    decision_form = models.CharField(max_length=12, default="minutes", help_text="one of the four forms (20.1)")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "slug"], name="vote_slug_once")]
        indexes = [models.Index(fields=["ward", "khu_pho", "state"])]

    def __str__(self) -> str:
        return self.title


class Agreement(models.Model):
    """Đồng ý về hình thức quyết định (59/4.1c, 59/5.1a): who agreed, with the mandates held that day."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="agreements")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    roles = models.JSONField()
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "staff"], name="agreed_once")]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.staff_id}"


class TeamMember(models.Model):
    """Thành viên Tổ lấy ý kiến biểu quyết trực tuyến (59/5.2b): with capacities; ``left_at`` keeps the history."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="team")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    capacities = models.JSONField(help_text="law.people.Capacity values")
    leader = models.BooleanField(default=False)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vote", "staff"], condition=Q(left_at__isnull=True), name="team_once"),
            models.UniqueConstraint(
                fields=["vote"], condition=Q(left_at__isnull=True, leader=True), name="one_team_leader"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.staff_id}"


class Confirmation(models.Model):
    """Xác nhận đúng lời văn: two people read the text as a phone shows it; a changed text voids theirs."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="confirmations")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "staff", "digest"], name="confirmed_once")]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.staff_id}"


class Round(models.Model):
    """Lần hỏi: the form poll or the content vote; its clock, and its counts once closed."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=8, choices=_choices(RoundKind))
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    extended_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True, help_text="the close as written; final")
    stopped_at = models.DateTimeField(null=True, help_text="annulled: ballots stay sealed, never counted")
    at_meeting = models.BooleanField(default=False, help_text="the form poll was taken at a meeting")
    meeting_paper = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    households = models.PositiveIntegerField(help_text="N, from the frozen roll")
    yes = models.PositiveIntegerField(null=True)
    no = models.PositiveIntegerField(null=True)
    other = models.PositiveIntegerField(null=True)
    invalid = models.PositiveIntegerField(null=True, help_text="slips only")
    present = models.PositiveIntegerField(null=True, help_text="meetings only: households checked in")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vote", "kind"], name="one_round_of_a_kind"),
            models.CheckConstraint(condition=Q(closes_at__gt=models.F("opens_at")), name="round_closes_after_opening"),
        ]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.kind}"


class Ballot(models.Model):
    """Lượt của hộ trong sổ: that a household's entry came, when and by which route; not what it chose.

    One register for every route: a ballot from a device, a slip handed back, a representative present at the meeting.
    The newest entry of a household stands (``superseded_at`` empty); earlier ones are kept.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="ballots")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT)
    route = models.CharField(max_length=10, choices=_choices(Route))
    helper = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    arrived_at = models.DateTimeField()
    sealed = models.BooleanField(default=False, help_text="its content is a step of the archive, not a choice")
    code = models.CharField(max_length=40, help_text="receipt: two words and four digits; sealed: eight digits")
    tracker = models.CharField(max_length=64, unique=True, help_text="the full receipt: random, or the ballot's hash")
    form_key = models.CharField(max_length=32, help_text="one per rendered form: sending twice is one ballot")
    superseded_at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True, help_text="taken out after a dispute")

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "line"],
                condition=Q(superseded_at__isnull=True, voided_at__isnull=True),
                name="one_standing_ballot",
            ),
            models.UniqueConstraint(
                # eight digits of a hash may fall together; there the tracker decides
                fields=["round", "code"],
                condition=Q(sealed=False),
                name="receipt_code_once",
            ),
            models.UniqueConstraint(fields=["round", "line", "form_key"], name="sent_once"),
        ]

    def __str__(self) -> str:
        return self.code


class BallotChoice(models.Model):
    """Lựa chọn trong phiếu: read by the tally alone, after the close is written."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    ballot = models.OneToOneField(Ballot, on_delete=models.PROTECT, related_name="choice", primary_key=True)
    choice = models.CharField(max_length=6, choices=_choices(Choice))
    words = models.TextField(max_length=1000, blank=True)

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"choice of {self.ballot_id}"


class RefusedEntry(models.Model):
    """Lượt gửi không nhận: kept as evidence, with the reason and without the choice."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="refused")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT, null=True)
    route = models.CharField(max_length=10, choices=_choices(Route))
    helper = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=60, help_text="refusal code")
    at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"{self.round_id} {self.code}"


class AssistedSession(models.Model):
    """Phiên làm giúp: a member of the team helps one household, with its card or a second member as witness."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="assisted")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT)
    helper = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    witness = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    with_card = models.BooleanField()
    reason = models.CharField(max_length=300)
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(with_card=True) | Q(witness__isnull=False), name="card_or_witness")
        ]

    def __str__(self) -> str:
        return f"{self.helper_id} → {self.line_id}"


class Dispute(models.Model):
    """Đề nghị kiểm tra: the household says an entry in its name is not right; possible until sealing."""

    class Decision(models.TextChoices):
        """Cách giải quyết."""

        STANDS = "stands", "giữ nguyên"
        VOIDED = "voided", "không tính phiếu đó"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="disputes")
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT)
    ballot = models.ForeignKey(Ballot, on_delete=models.PROTECT, null=True)
    words = models.TextField(max_length=1000)
    at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    answer = models.TextField(max_length=1000, blank=True)

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"dispute {self.pk}"


class TwoPersonAct(models.Model):
    """Việc cần hai người: asked by one, done when a second agrees; both stand in the journal."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="two_person_acts")
    act = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    reason = models.TextField(max_length=1000)
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vote", "act"],
                condition=Q(done_at__isnull=True, dropped_at__isnull=True),
                name="one_open_two_person_act",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=models.F("asked_by")), name="two_different_people"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.vote_id}"


class Outage(models.Model):
    """Sự cố đã ghi: when and what; the only ground for an extension."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="outages")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    what = models.TextField(max_length=1000)
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    def __str__(self) -> str:
        return f"outage {self.pk}"


class Signature(models.Model):
    """Chữ ký trên biên bản (20.2g): head, Front head and two household representatives, with the scanned paper."""

    class Signer(models.TextChoices):
        """Ai ký."""

        HEAD = "head", "Trưởng khu phố"
        FRONT_HEAD = "front_head", "Trưởng ban công tác Mặt trận"
        HOUSEHOLD_1 = "household_1", "đại diện hộ thứ nhất"
        HOUSEHOLD_2 = "household_2", "đại diện hộ thứ hai"

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT)
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="signatures")
    signer = models.CharField(max_length=12, choices=Signer)
    name = models.CharField(max_length=120)
    line = models.ForeignKey(RollLine, on_delete=models.PROTECT, null=True)
    scan = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "signer"], name="signed_once")]

    def __str__(self) -> str:
        return f"{self.signer} {self.vote_id}"
