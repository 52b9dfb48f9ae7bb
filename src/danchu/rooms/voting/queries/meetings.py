"""Cuộc họp: its facts for the law, who is present, what each hall counted; a count stands once two people agree."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from danchu.foundation import clock
from danchu.foundation.access.actor import valid_on
from danchu.foundation.access.can import Subject
from danchu.foundation.access.models import Mandate
from danchu.foundation.keys import key
from danchu.foundation.people.models import RollLine
from danchu.law import meeting as law
from danchu.law.matters import Convenor, Form, Purpose
from danchu.law.meeting_hall import SessionFacts, figures_of
from danchu.law.meeting_names import Channel, MeetingState, Method
from danchu.law.people import Role
from danchu.law.reconciliation import Figures as Counted
from danchu.law.reconciliation import Stated, agreed
from danchu.law.states import State
from danchu.rooms.voting.models import (
    Attendance,
    Figures,
    HallItem,
    HallOfficer,
    Meeting,
    ProceduralVote,
    Session,
    Speaker,
    Vote,
)

_CODE_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_CODE_LENGTH = 10


def meeting_by_slug(slug: str) -> Meeting:
    """The meeting at that address in this ward; ``Meeting.DoesNotExist`` otherwise."""
    return Meeting.objects.select_related("khu_pho", "ward", "roll", "chair", "contact").get(slug=slug)


def meetings_of(khu_pho_id: int) -> QuerySet[Meeting]:
    """Các cuộc họp của khu phố, newest first."""
    return Meeting.objects.filter(khu_pho_id=khu_pho_id).order_by("-starts_at")


def matters_to_put(khu_pho_id: int, meeting: Meeting | None = None) -> QuerySet[Vote]:
    """Việc đưa ra họp được: written for a meeting and on no agenda, or on this one."""
    own = Q(meeting=None) if meeting is None else Q(meeting=None) | Q(meeting=meeting)
    states = [State.PREPARING, State.SCHEDULED] if meeting else [State.PREPARING]
    return Vote.objects.filter(own, khu_pho_id=khu_pho_id, form=Form.MEETING, state__in=states).order_by("proposed_at")


def agenda_of(meeting: Meeting) -> list[Vote]:
    """Nội dung cuộc họp, in order."""
    return list(meeting.votes.select_related("khu_pho", "ward", "roll").order_by("agenda_order", "pk"))


def people_of(meeting_id: int) -> frozenset[int]:
    """Người làm việc tại cuộc họp: the chair and the officers of the halls who have an account."""
    chair = Meeting.objects.filter(pk=meeting_id).values_list("chair_id", flat=True)
    officers = HallOfficer.objects.filter(session__meeting_id=meeting_id, left_at=None, staff__isnull=False)
    return frozenset(chair) | frozenset(officers.values_list("staff_id", flat=True))


def subject_of_meeting(meeting: Meeting) -> Subject:
    """What the permission question needs to know of a meeting: its chair leads, its officers help."""
    return Subject(
        ward_id=meeting.ward_id, khu_pho_id=meeting.khu_pho_id, team=people_of(meeting.pk), leader=meeting.chair_id
    )


@dataclass(frozen=True, slots=True)
class Offices:
    """Nhiệm vụ ở khu phố that decide who convenes: is the head's office empty, is one person both heads."""

    vacant: bool
    same_person: bool


def offices_of_khu_pho(khu_pho_id: int, day: date) -> Offices:
    """Khuyết Trưởng khu phố không, and does the Front head hold both."""
    held = Mandate.objects.filter(valid_on(day), khu_pho_id=khu_pho_id, role__in=[Role.HEAD, Role.FRONT_HEAD])
    rows = list(held.values_list("role", "staff_id"))
    heads = {staff for role, staff in rows if role == Role.HEAD}
    fronts = {staff for role, staff in rows if role == Role.FRONT_HEAD}
    return Offices(not heads, bool(heads & fronts))


def present_by_session(meeting: Meeting) -> dict[int, int]:
    """Số hộ có mặt ở mỗi phiên, by session id."""
    rows = meeting.attendances.filter(undone_at=None).values_list("session").annotate(households=Count("pk"))
    return dict(rows)


def sessions_of(meeting: Meeting) -> list[Session]:
    """Các phiên, by number."""
    return list(meeting.sessions.annotate(invited=Count("lines")).order_by("number"))


@dataclass
class Board:
    """Cuộc họp lúc này: everything the gates ask about, read once for all its matters."""

    meeting: Meeting
    at: datetime

    def __post_init__(self) -> None:
        self.votes = agenda_of(self.meeting)
        self.sessions = sessions_of(self.meeting)
        self.present = present_by_session(self.meeting)
        self.offices = offices_of_khu_pho(self.meeting.khu_pho_id, clock.day(self.at))
        of_this = Q(session__in=self.sessions)
        self.motions = list(ProceduralVote.objects.filter(of_this).order_by("pk"))
        self.officers = list(HallOfficer.objects.filter(of_this, left_at=None).select_related("line", "staff"))
        self.figures = list(
            Figures.objects.filter(of_this, dropped_at=None).select_related("entered_by").order_by("at")
        )
        self.items = {(one.session_id, one.vote_id): one for one in HallItem.objects.filter(of_this)}
        waiting = Speaker.objects.filter(of_this, dissenting_member=True, done_at=None).values_list("session")
        self.waiting = dict(waiting.annotate(people=Count("pk")))
        roll = self.meeting.roll
        self.households = 0 if roll is None else roll.households or roll.lines.count()

    @property
    def total(self) -> int:
        """Số hộ có mặt ở mọi cụm."""
        return sum(self.present.values())

    def facts(self, vote: Vote, session: Session | None = None) -> law.MeetingFacts:
        """Dữ kiện của một nội dung, in one hall (the only one, unless it is named)."""
        hall = session or self.sessions[0]
        meeting, roll = self.meeting, self.meeting.roll
        clusters = tuple(law.Cluster(self._invited(one), self.present.get(one.pk, 0)) for one in self.sessions)
        return law.MeetingFacts(
            state=MeetingState(meeting.state),
            matter=vote.matter,
            scope=vote.scope,
            households=self.households,
            purpose=Purpose(meeting.purpose) if meeting.purpose else None,
            day=clock.day(hall.starts_at),
            convenor=Convenor(meeting.convenor),
            head_vacant=self.offices.vacant,
            one_person_two_mandates=self.offices.same_person,
            roll_frozen=roll is not None and roll.frozen_at is not None,
            draft_posted_on=meeting.draft_posted_on,
            draft_consulted=bool(meeting.draft_consulted),
            clusters=clusters if len(clusters) > 1 else (),
            scattered=meeting.scattered,
            clusters_approved=meeting.cluster_approved_at is not None,
            channels=frozenset(Channel(one) for one in meeting.channels),
            noticed_on=meeting.noticed_on if meeting.invited_at else None,
            posted_on=meeting.posted_on if meeting.invited_at else None,
            papers_sent_on=meeting.papers_sent_on,
            papers_households=meeting.papers_households,
            present=self.total,
            secretary=self._motion(hall, ProceduralVote.Kind.SECRETARY),
            method=Method(hall.method) if hall.method else None,
            method_motion=self._motion(hall, ProceduralVote.Kind.METHOD),
            board=tuple(one.pk for one in self.of_office(hall, "board_head", "board")),
            board_motion=self._motion(hall, ProceduralVote.Kind.BOARD),
            witnesses=tuple(one.line_id for one in self.of_office(hall, "witness") if one.line_id),
            dissent_waiting=self.waiting.get(hall.pk, 0),
            figures=self.stated(hall, vote),
            rule_version=vote.rule_version,
        )

    def all_facts(self, session: Session | None = None) -> list[law.MeetingFacts]:
        """Dữ kiện của mọi nội dung."""
        return [self.facts(vote, session) for vote in self.votes]

    def at_opening(self, vote: Vote, session: Session) -> law.MeetingFacts:
        """A further cluster opens while the meeting is already going on: asked as the first one was."""
        return replace(self.facts(vote, session), state=MeetingState.INVITED)

    def _invited(self, session: Session) -> int:
        return self.households if session.whole_khu_pho else int(session.invited)

    def _motion(self, session: Session, kind: str) -> law.Motion | None:
        """The last vote of that kind in the hall: an earlier one that failed is history."""
        rows = [one for one in self.motions if one.session_id == session.pk and one.kind == kind]
        return law.Motion(rows[-1].yes, rows[-1].present) if rows else None

    def of_office(self, session: Session, *offices: str) -> list[HallOfficer]:
        """Người giữ việc đó trong phiên này."""
        return [one for one in self.officers if one.session_id == session.pk and one.office in offices]

    def entered(self, session: Session, vote: Vote) -> list[Figures]:
        """Số đã nhập và còn giá trị."""
        return [one for one in self.figures if one.session_id == session.pk and one.vote_id == vote.pk]

    def stated(self, session: Session, vote: Vote) -> tuple[Stated, ...]:
        """Số hai người đã nhập, as the law compares them."""
        if not session.method:
            return ()
        return tuple(Stated(one.entered_by_id, counted_by(session, one)) for one in self.entered(session, vote))

    def agreed(self, session: Session, vote: Vote) -> Counted | None:
        """Số đã khớp của một phiên; None until two people entered the same."""
        found = agreed(self.stated(session, vote))
        return found if isinstance(found, Counted) else None

    def total_of(self, vote: Vote) -> Counted | None:
        """Cộng mọi phiên; None until every hall has its figures."""
        each = [self.agreed(one, vote) for one in self.sessions]
        known = [one for one in each if one is not None]
        return _sum(known) if known and len(known) == len(each) else None

    def session_facts(self, session: Session, vote: Vote | None = None) -> SessionFacts:
        """Phiên đang ở đâu."""
        entered = [one for one in self.figures if one.session_id == session.pk and vote in {None, one.vote}]
        return session_facts(session, bool(entered))


def session_facts(session: Session, figures: bool = False) -> SessionFacts:
    """Phiên đã khai mạc, đã kết thúc chưa."""
    return SessionFacts(session.opened_at is not None, session.ended_at is not None, figures)


def counted_by(session: Session, one: Figures) -> Counted:
    """One person's figures as the law reads them, by the hall's method."""
    return figures_of(
        Method(session.method),
        issued=one.issued,
        collected=one.collected,
        invalid=one.invalid,
        yes=one.yes,
        no=one.no,
        other=one.other,
    )


def _sum(each: Iterable[Counted]) -> Counted:
    rows = list(each)

    def add(name: str) -> int:
        return sum(getattr(one, name) or 0 for one in rows)

    slips = any(one.issued is not None for one in rows)
    return Counted(
        collected=add("collected"),
        valid=add("valid"),
        invalid=add("invalid"),
        yes=add("yes"),
        no=add("no"),
        other=add("other"),
        issued=add("issued") if slips else None,
        missing=add("missing") if slips else None,
    )


def standing_attendance(meeting: Meeting, line: RollLine) -> Attendance | None:
    """Lượt điểm danh đang có giá trị của hộ."""
    return meeting.attendances.filter(line=line, undone_at=None).select_related("session").first()


def present_lines(meeting: Meeting, session: Session | None = None) -> QuerySet[Attendance]:
    """Hộ đã điểm danh, newest first."""
    rows = meeting.attendances.filter(undone_at=None).select_related("line", "session").order_by("-at", "-pk")
    return rows if session is None else rows.filter(session=session)


def speakers_of(session: Session) -> list[Speaker]:
    """Hàng chờ phát biểu, in the order of asking."""
    return list(session.speakers.select_related("line").order_by("asked_at", "pk"))


def code_of(meeting_id: int, line_id: int) -> str:
    """Mã mời họp của hộ: printed on its invitation, made of a key outside the database, kept nowhere."""
    message = f"meeting\x1f{meeting_id}\x1f{line_id}".encode()
    number = int.from_bytes(hmac.new(key("meeting"), message, hashlib.sha256).digest(), "big")
    letters = []
    for _ in range(_CODE_LENGTH):
        number, place = divmod(number, len(_CODE_LETTERS))
        letters.append(_CODE_LETTERS[place])
    return "".join(letters)


def line_by_code(meeting: Meeting, typed: str) -> RollLine | None:
    """Hộ mang mã này; a scanner types the whole address, of which the last part is the code."""
    wanted = "".join(typed.split()).rstrip("/").rpartition("/")[2].lower().encode()
    for line_id in RollLine.objects.filter(roll_id=meeting.roll_id).values_list("pk", flat=True):
        if hmac.compare_digest(code_of(meeting.pk, line_id).encode(), wanted):
            return RollLine.objects.get(pk=line_id)
    return None
