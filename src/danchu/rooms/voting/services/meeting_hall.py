"""Trong hội trường: open, check households in, elect and choose, hear speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import check
from danchu.foundation.accounts.models import Staff
from danchu.foundation.people.models import RollLine
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article
from danchu.law.meeting_acts import Attendee, may, may_speak
from danchu.law.meeting_hall import in_hall, may_check_in, may_undo
from danchu.law.meeting_names import MeetingState, Method, Step
from danchu.law.states import RoundKind, Route
from danchu.rooms.voting import queries, receipts
from danchu.rooms.voting.models import (
    Attendance,
    Ballot,
    HallItem,
    HallOfficer,
    ProceduralVote,
    Round,
    Session,
    Speaker,
)
from danchu.rooms.voting.services.common import lock_shared
from danchu.rooms.voting.services.meeting import begin_meeting

Office = HallOfficer.Office


def begin_in_hall(actor: Actor, act: Act, session_id: int, *, shared: bool = False) -> Session:
    """The session, locked for this act, while it is going on; ``shared`` lets several check in at once."""
    if shared:
        lock_shared(Session(pk=session_id))
        rows = Session.objects.all()
    else:
        rows = Session.objects.select_for_update(of=("self",))
    session = rows.select_related("meeting", "meeting__khu_pho", "meeting__roll").get(pk=session_id)
    check(actor, act, queries.subject_of_meeting(session.meeting))
    require(in_hall(queries.session_facts(session)))
    return session


def session_subject(session: Session) -> str:
    """How the journal names it."""
    return f"session:{session.pk}"


@transaction.atomic
def open_session(actor: Actor, *, session_id: int, at: datetime) -> Session:
    """Khai mạc phiên họp: on its day, with the frozen roll, after an invitation in time."""
    meeting_id = Session.objects.values_list("meeting_id", flat=True).get(pk=session_id)
    meeting = begin_meeting(actor, Act.VOTING_SESSION_OPEN, meeting_id)
    session = Session.objects.select_for_update().get(pk=session_id)
    if session.opened_at is not None:
        told = {"at": session.opened_at}
        raise Refused(Refusal("meeting.session_already_open", Article("L10", 18, 4), told))
    board = queries.Board(meeting, at)
    for vote in board.votes:
        facts = board.facts(vote, session)
        going_on = meeting.state == MeetingState.OPEN
        require(may(Step.OPEN, board.at_opening(vote, session) if going_on else facts, clock.day(at)))
    session.opened_at = at
    session.save(update_fields=["opened_at"])
    meeting.state = MeetingState.OPEN
    meeting.save(update_fields=["state"])
    HallItem.objects.bulk_create(HallItem(ward_id=meeting.ward_id, session=session, vote=vote) for vote in board.votes)
    if not Attendance.objects.filter(meeting=meeting).exists():
        Round.objects.filter(vote__meeting=meeting, kind=RoundKind.CONTENT).update(opens_at=at)
    journal.record(actor, Act.VOTING_SESSION_OPEN, session_subject(session), {"number": session.number}, at)
    return session


@transaction.atomic
def record_attendance(
    actor: Actor, *, session_id: int, line_id: int, means: str, person: str = "", at: datetime
) -> Attendance:
    """Điểm danh hộ: once for the whole meeting; with it the household stands in the register of every matter.

    Refusals: ``meeting.already_in``, ``meeting.not_of_khu_pho``, those of ``law.meeting_hall.in_hall``.
    """
    session = begin_in_hall(actor, Act.VOTING_ATTENDANCE_RECORD, session_id, shared=True)
    meeting = session.meeting
    # The household's line is locked, so that a second device waits for the first.
    line = RollLine.objects.select_for_update().filter(pk=line_id, roll_id=meeting.roll_id).first()
    if line is None:
        raise Refused(Refusal("meeting.not_of_khu_pho", Article("L10", 18, 1)))
    earlier = queries.standing_attendance(meeting, line)
    require(may_check_in(queries.session_facts(session), earlier.at if earlier else None))
    made = Attendance.objects.create(
        ward_id=meeting.ward_id,
        meeting=meeting,
        session=session,
        line=line,
        means=means,
        person=person.strip(),
        recorded_by_id=actor.id,
        at=at,
    )
    for found in Round.objects.filter(vote__meeting=meeting, kind=RoundKind.CONTENT):
        _register(found, line, made, actor, at)
    told = {"means": means, "line": line.pk}
    journal.record(actor, Act.VOTING_ATTENDANCE_RECORD, session_subject(session), told, at)
    return made


def _register(found: Round, line: RollLine, made: Attendance, actor: Actor, at: datetime) -> None:
    """The household's row; a receipt code drawn twice is drawn again."""
    for last in (*[False] * 19, True):
        try:
            with transaction.atomic():
                Ballot.objects.create(
                    ward_id=found.ward_id,
                    round=found,
                    line=line,
                    route=Route.MEETING,
                    helper_id=actor.id,
                    arrived_at=at,
                    code=receipts.new_code(),
                    tracker=receipts.new_tracker(),
                    form_key=f"attendance-{made.pk}",
                )
        except IntegrityError:
            if last:
                raise
        else:
            return


@transaction.atomic
def undo_attendance(actor: Actor, *, session_id: int, attendance_id: int, at: datetime) -> Attendance:
    """Bỏ điểm danh nhầm, before figures are entered; the row stays, marked."""
    session = begin_in_hall(actor, Act.VOTING_ATTENDANCE_UNDO, session_id)
    entered = session.figures.filter(dropped_at=None).exists()
    require(may_undo(queries.session_facts(session, entered)))
    made = Attendance.objects.select_for_update().get(pk=attendance_id, session=session)
    if made.undone_at is None:
        made.undone_at = at
        made.save(update_fields=["undone_at"])
        Ballot.objects.filter(form_key=f"attendance-{made.pk}", round__vote__meeting=session.meeting).update(
            voided_at=at
        )
        journal.record(actor, Act.VOTING_ATTENDANCE_UNDO, session_subject(session), {"line": made.line_id}, at)
    return made


@dataclass(frozen=True, slots=True)
class Chosen:
    """Một người được hội trường cử: by name; ``line`` for a household's representative, ``staff`` with an account."""

    name: str
    line: RollLine | None = None
    staff: Staff | None = None


def _motion(actor: Actor, session: Session, kind: str, yes: int, at: datetime) -> ProceduralVote:
    """A show of hands of those present now; more hands than households is refused, too few is kept as it was."""
    present = session.attendances.filter(undone_at=None).count()
    if yes > present:
        raise Refused(Refusal("meeting.motion_over_present", Article("D59", 3, 5)))
    return ProceduralVote.objects.create(
        ward_id=session.ward_id, session=session, kind=kind, present=present, yes=yes, recorded_by_id=actor.id, at=at
    )


def _name(session: Session, office: str, people: Sequence[Chosen], at: datetime) -> None:
    session.officers.filter(office=office, left_at=None).update(left_at=at)
    HallOfficer.objects.bulk_create(
        HallOfficer(
            ward_id=session.ward_id,
            session=session,
            office=office,
            name=one.name.strip() or (one.line.representative if one.line else ""),
            line=one.line,
            staff=one.staff,
        )
        for one in people
    )


@transaction.atomic
def elect_secretary(actor: Actor, *, session_id: int, person: Chosen, yes: int, at: datetime) -> ProceduralVote:
    """Cử thư ký (điểm a khoản 5 Điều 3 Nghị định 59): more than half of those present; asked again if it failed."""
    session = begin_in_hall(actor, Act.VOTING_SECRETARY_ELECT, session_id)
    motion = _motion(actor, session, ProceduralVote.Kind.SECRETARY, yes, at)
    _name(session, Office.SECRETARY, [person], at)
    _journal_motion(actor, Act.VOTING_SECRETARY_ELECT, session, motion, at)
    return motion


@transaction.atomic
def choose_method(actor: Actor, *, session_id: int, method: Method, yes: int, at: datetime) -> ProceduralVote:
    """Chọn giơ tay hay bỏ phiếu kín (điểm b khoản 5 Điều 3), before anything is counted."""
    session = begin_in_hall(actor, Act.VOTING_METHOD_CHOOSE, session_id)
    require(may_undo(queries.session_facts(session, session.figures.filter(dropped_at=None).exists())))
    motion = _motion(actor, session, ProceduralVote.Kind.METHOD, yes, at)
    session.method = method
    session.save(update_fields=["method"])
    _journal_motion(actor, Act.VOTING_METHOD_CHOOSE, session, motion, at)
    return motion


@transaction.atomic
def elect_board(
    actor: Actor, *, session_id: int, board: Sequence[Chosen], witnesses: Sequence[RollLine], yes: int, at: datetime
) -> ProceduralVote:
    """Bầu Ban kiểm phiếu 3–5 người, mời 2 hộ chứng kiến (điểm c khoản 5 Điều 3); the first of them is its head."""
    session = begin_in_hall(actor, Act.VOTING_BOARD_ELECT, session_id)
    for line in witnesses:
        if line.roll_id != session.meeting.roll_id:
            raise Refused(Refusal("meeting.not_of_khu_pho", Article("L10", 18, 1)))
    motion = _motion(actor, session, ProceduralVote.Kind.BOARD, yes, at)
    _name(session, Office.BOARD_HEAD, board[:1], at)
    _name(session, Office.BOARD, board[1:], at)
    _name(session, Office.WITNESS, [Chosen("", line) for line in witnesses], at)
    _journal_motion(actor, Act.VOTING_BOARD_ELECT, session, motion, at)
    return motion


def _journal_motion(actor: Actor, act: Act, session: Session, motion: ProceduralVote, at: datetime) -> None:
    journal.record(actor, act, session_subject(session), {"present": motion.present, "yes": motion.yes}, at)


@transaction.atomic
def register_speaker(
    actor: Actor, *, session_id: int, line: RollLine, name: str, dissenting: bool, at: datetime
) -> Speaker:
    """Ghi người đăng ký phát biểu; a member of another mind than the representative too (khoản 2 Điều 24)."""
    session = begin_in_hall(actor, Act.VOTING_SPEAKER_REGISTER, session_id)
    board = queries.Board(session.meeting, at)
    attendee = Attendee(line.roll_id == session.meeting.roll_id, representative=not dissenting)
    for vote in board.votes[:1]:
        require(may_speak(attendee, board.facts(vote, session)))
    made = Speaker.objects.create(
        ward_id=session.ward_id,
        session=session,
        line=line,
        name=name.strip(),
        dissenting_member=dissenting,
        asked_at=at,
    )
    told = {"speaker": made.pk, "dissenting": dissenting}
    journal.record(actor, Act.VOTING_SPEAKER_REGISTER, session_subject(session), told, at)
    return made


@transaction.atomic
def call_speaker(actor: Actor, *, session_id: int, speaker_id: int, at: datetime) -> Speaker:
    """Mời phát biểu; pressed again, that person has spoken."""
    session = begin_in_hall(actor, Act.VOTING_SPEAKER_CALL, session_id)
    one = Speaker.objects.select_for_update().get(pk=speaker_id, session=session)
    if one.called_at is None:
        one.called_at = at
    elif one.done_at is None:
        one.done_at = at
    one.save(update_fields=["called_at", "done_at"])
    told = {"speaker": one.pk, "done": one.done_at is not None}
    journal.record(actor, Act.VOTING_SPEAKER_CALL, session_subject(session), told, at)
    return one
