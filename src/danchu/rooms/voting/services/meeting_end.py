"""Kiểm đếm và kết luận: figures entered by two people, the total of all halls, and what follows too few present."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article, Convention
from danchu.law.matters import Form
from danchu.law.meeting import presence
from danchu.law.meeting_acts import may
from danchu.law.meeting_hall import may_announce, may_conclude, may_count, may_enter, may_follow
from danchu.law.meeting_names import MeetingState, Step
from danchu.law.reconciliation import Figures as Counted
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Figures, HallItem, Meeting, Round, Session, Vote
from danchu.rooms.voting.services.closing import start_sending_clock
from danchu.rooms.voting.services.common import begin, next_state, subject
from danchu.rooms.voting.services.meeting import begin_meeting, meeting_subject
from danchu.rooms.voting.services.meeting_hall import begin_in_hall, session_subject
from danchu.rooms.voting.services.prepare import WORDING, new_vote


@dataclass(frozen=True, slots=True)
class Numbers:
    """Số một người đọc trên giấy kiểm đếm: of hands, or of slips with what was given out and collected."""

    yes: int
    no: int
    other: int = 0
    invalid: int = 0
    issued: int | None = None
    collected: int | None = None


@transaction.atomic
def record_discussion(actor: Actor, *, session_id: int, vote_id: int, words: str, at: datetime) -> HallItem:
    """Ghi ý kiến thảo luận for the minutes; what was said, not by whom."""
    session = begin_in_hall(actor, Act.VOTING_DISCUSSION_RECORD, session_id)
    item = HallItem.objects.select_for_update().get(session=session, vote_id=vote_id)
    item.discussion = words.strip()
    item.save(update_fields=["discussion"])
    journal.record(actor, Act.VOTING_DISCUSSION_RECORD, session_subject(session), {"vote": vote_id}, at)
    return item


@transaction.atomic
def enter_figures(
    actor: Actor, *, session_id: int, vote_id: int, numbers: Numbers, reason: str, at: datetime
) -> Figures:
    """Nhập số kiểm đếm: by each of two people apart; they stand when both say the same.

    Refusals: those of ``law.meeting_hall.may_count`` and ``may_enter``, ``meeting.figures_own``.
    """
    session = begin_in_hall(actor, Act.VOTING_FIGURES_ENTER, session_id)
    board = queries.Board(session.meeting, at)
    vote = next(one for one in board.votes if one.pk == vote_id)
    require(may_count(board.facts(vote, session), queries.session_facts(session)))
    if any(one.entered_by_id == actor.id for one in board.entered(session, vote)):
        raise Refused(Refusal("meeting.figures_own", Convention("two_people")))
    present = board.present.get(session.pk, 0)
    entered = Figures(
        ward_id=session.ward_id,
        session=session,
        vote=vote,
        present=present,
        issued=numbers.issued,
        collected=numbers.collected,
        invalid=numbers.invalid,
        yes=numbers.yes,
        no=numbers.no,
        other=numbers.other,
        gap_reason=reason.strip(),
        entered_by_id=actor.id,
        at=at,
    )
    require(may_enter(queries.counted_by(session, entered), present, reason))
    entered.save()
    # Never a choice in the journal: that somebody entered figures, and whether they agree with the other's.
    told = {"vote": vote_id, "present": present}
    journal.record(actor, Act.VOTING_FIGURES_ENTER, session_subject(session), told, at)
    return entered


@transaction.atomic
def drop_figures(actor: Actor, *, session_id: int, vote_id: int, at: datetime) -> int:
    """Kiểm đếm lại: what both entered is put aside, kept as history; not after the count was announced."""
    session = begin_in_hall(actor, Act.VOTING_FIGURES_DROP, session_id)
    item = HallItem.objects.select_for_update().get(session=session, vote_id=vote_id)
    if item.announced_at is not None:
        raise Refused(Refusal("meeting.count_announced", Article("L10", 18, 4), {"at": item.announced_at}))
    dropped = session.figures.filter(vote_id=vote_id, dropped_at=None).update(dropped_at=at)
    journal.record(actor, Act.VOTING_FIGURES_DROP, session_subject(session), {"vote": vote_id, "dropped": dropped}, at)
    return dropped


@transaction.atomic
def announce_count(actor: Actor, *, session_id: int, vote_id: int, at: datetime) -> HallItem:
    """Công bố kết quả kiểm đếm tại hội trường: only what two people agree on; from now on it may be shown."""
    session = begin_in_hall(actor, Act.VOTING_COUNT_ANNOUNCE, session_id)
    board = queries.Board(session.meeting, at)
    vote = next(one for one in board.votes if one.pk == vote_id)
    require(may_announce(board.stated(session, vote)))
    item = HallItem.objects.select_for_update().get(session=session, vote=vote)
    item.announced_at = item.announced_at or at
    item.save(update_fields=["announced_at"])
    journal.record(actor, Act.VOTING_COUNT_ANNOUNCE, session_subject(session), {"vote": vote_id}, at)
    return item


@transaction.atomic
def end_session(actor: Actor, *, session_id: int, at: datetime) -> Session:
    """Kết thúc phiên của một cụm: nobody is checked in any more; the other clusters go on."""
    session = begin_in_hall(actor, Act.VOTING_SESSION_END, session_id)
    _end(session, at)
    journal.record(actor, Act.VOTING_SESSION_END, session_subject(session), {"number": session.number}, at)
    return session


def _end(session: Session, at: datetime) -> None:
    session.ended_at = session.ended_at or at
    session.save(update_fields=["ended_at"])


@transaction.atomic
def conclude_meeting(actor: Actor, *, meeting_id: int, at: datetime) -> Meeting:
    """Kết luận cuộc họp: every matter gets the sum of its halls; one for which too few came is closed undecided.

    Refusals: those of ``law.meeting_hall.may_conclude`` for any matter that can be decided; ``meeting.presence`` or
    ``meeting.quorum`` when none can.
    """
    meeting = begin_meeting(actor, Act.VOTING_MEETING_CONCLUDE, meeting_id)
    board = queries.Board(meeting, at)
    running = sum(one.ended_at is None for one in board.sessions) if len(board.sessions) > 1 else 0
    enough = [vote for vote in board.votes if presence(board.facts(vote)).enough]
    for vote in enough or board.votes:
        require(may(Step.CLOSE, board.facts(vote), clock.day(at)))
        require(may_conclude([board.facts(vote, one) for one in board.sessions], running))
    _close_all(actor, board, Act.VOTING_MEETING_CONCLUDE, MeetingState.CLOSED, at)
    return meeting


@transaction.atomic
def fail_meeting(actor: Actor, *, meeting_id: int, at: datetime) -> Meeting:
    """Kết thúc họp vì không đủ hộ dự: no matter can be decided; slips may follow as a new count of all households."""
    meeting = begin_meeting(actor, Act.VOTING_MEETING_FAIL, meeting_id)
    board = queries.Board(meeting, at)
    for facts in board.all_facts():
        require(may(Step.FAIL, facts, clock.day(at)))
    _close_all(actor, board, Act.VOTING_MEETING_FAIL, MeetingState.FAILED, at)
    return meeting


def _close_all(actor: Actor, board: queries.Board, act: Act, state: MeetingState, at: datetime) -> None:
    meeting = board.meeting
    for session in board.sessions:
        _end(session, at)
    meeting.state, meeting.concluded_at = state, at
    meeting.save(update_fields=["state", "concluded_at"])
    for vote in board.votes:
        enough = presence(board.facts(vote)).enough
        _close(vote, board.total_of(vote) if enough else None, board.total, at)
        journal.record(actor, Act.VOTING_VOTE_CLOSE, subject(vote), {"present": board.total, "decided": enough}, at)
    journal.record(actor, act, meeting_subject(meeting), {"present": board.total}, at)


def _close(vote: Vote, total: Counted | None, present: int, at: datetime) -> None:
    found = Round.objects.select_for_update().get(vote=vote, kind=RoundKind.CONTENT)
    found.closed_at = at
    found.closes_at = max(at, found.opens_at + timedelta(seconds=1))
    found.present = present
    found.yes, found.no = (total.yes, total.no) if total else (0, 0)
    found.other, found.invalid = (total.other, total.invalid) if total else (0, 0)
    found.save(update_fields=["closed_at", "closes_at", "present", "yes", "no", "other", "invalid"])
    vote.state = next_state(vote, Act.VOTING_VOTE_CLOSE)
    vote.save(update_fields=["state"])
    if total is not None:  # what was not decided is not sent
        start_sending_clock(vote, at)


@transaction.atomic
def follow_with_slips(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Chuyển sang phát phiếu (19.1b): a new count; text, papers and roll go with it, votes do not.

    Asked again it gives the vote made before. Refusals: those of ``law.meeting_hall.may_follow``.
    """
    vote = begin(actor, Act.VOTING_SLIPS_FOLLOW, vote_id, at)
    if (made := vote.slips_after.order_by("pk").first()) is not None:
        return made
    found = vote.rounds.filter(kind=RoundKind.CONTENT).first()
    over = vote.meeting is not None and found is not None and found.closed_at is not None
    if vote.meeting is None:
        raise Refused(Refusal("meeting.not_failed", Article("L10", 19, 1, "b")))
    require(may_follow(queries.Board(vote.meeting, at).facts(vote), over))
    wording = {field: getattr(vote, field) for field in WORDING}
    made = new_vote(
        actor,
        khu_pho=vote.khu_pho,
        wording=wording,
        matter=vote.matter,
        online_reason=vote.online_reason,
        form=Form.SLIP,
        at=at,
    )
    made.after_meeting, made.roll, made.paper, made.contact = vote, vote.roll, vote.paper, vote.contact
    made.save(update_fields=["after_meeting", "roll", "paper", "contact"])
    journal.record(actor, Act.VOTING_SLIPS_FOLLOW, subject(vote), {"made": made.pk}, at)
    return made
