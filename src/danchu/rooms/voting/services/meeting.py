"""Chuẩn bị cuộc họp: plan it, put matters on its agenda, plan clusters, invite, send papers, freeze the roll."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.accounts.models import Staff
from danchu.foundation.people.models import Roll, RollLine
from danchu.foundation.people.queries import voters_on
from danchu.foundation.places.models import KhuPho
from danchu.foundation.places.settings import value
from danchu.foundation.text import slugify_vi
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article
from danchu.law.meeting_acts import may
from danchu.law.meeting_hall import on_agenda
from danchu.law.meeting_names import MeetingState, Step
from danchu.law.people import WhoCounts
from danchu.law.states import RoundKind, State
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Meeting, Round, Session, SessionLine, Vote
from danchu.rooms.voting.services.common import next_state

_CHANGEABLE = frozenset({MeetingState.PREPARING, MeetingState.INVITED})


@dataclass(frozen=True, slots=True)
class Plan:
    """Điều ghi khi lập cuộc họp. ``draft_…`` are for a convention (D3), ``purpose`` for the head (D4)."""

    title: str
    starts_at: datetime
    place: str
    convenor: str
    chair: Staff
    contact: Staff
    agenda: str = ""
    purpose: str = ""
    draft_posted_on: date | None = None
    draft_consulted: str = ""


def begin_meeting(actor: Actor, act: Act, meeting_id: int) -> Meeting:
    """Lock the meeting for writing and ask whether this actor may do this act."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("khu_pho", "ward", "roll", "chair")
    meeting = rows.get(pk=meeting_id)
    check(actor, act, queries.subject_of_meeting(meeting))
    return meeting


def meeting_subject(meeting: Meeting) -> str:
    """How the journal names it."""
    return f"meeting:{meeting.pk}"


def still_changeable(meeting: Meeting) -> None:
    """Before the first hall opens. Refusal: ``meeting.too_late_to_change``."""
    if meeting.state not in _CHANGEABLE:
        raise Refused(Refusal("meeting.too_late_to_change", Article("L10", 18, 4)))


@transaction.atomic
def plan_meeting(actor: Actor, *, khu_pho: KhuPho, votes: Sequence[int], plan: Plan, at: datetime) -> Meeting:
    """Lập cuộc họp (Điều 18 Luật): what it decides, when, where, who convenes; the roll is drawn up with it.

    Refusals: ``meeting.agenda_empty``, ``meeting.vote_taken``.
    """
    check(actor, Act.VOTING_MEETING_PLAN, Subject(khu_pho.ward_id, khu_pho.pk))
    meeting = Meeting(ward_id=khu_pho.ward_id, khu_pho=khu_pho, created_by_id=actor.id, created_at=at)
    _take(meeting, plan)
    base = slugify_vi(f"{meeting.title} {clock.day(plan.starts_at):%d-%m-%Y}")[:70].strip("-") or "cuoc-hop"
    taken = Meeting.objects.filter(slug=base).exists()
    meeting.slug = f"{base}-{secrets.token_hex(3)}" if taken else base
    meeting.roll = _draw(khu_pho, at)
    meeting.save()
    Session.objects.create(
        ward_id=meeting.ward_id, meeting=meeting, number=1, place=meeting.place, starts_at=meeting.starts_at
    )
    _put(meeting, votes)
    journal.record(actor, Act.VOTING_MEETING_PLAN, meeting_subject(meeting), _told(meeting, votes), at)
    return meeting


@transaction.atomic
def edit_meeting(actor: Actor, *, meeting_id: int, votes: Sequence[int], plan: Plan, at: datetime) -> Meeting:
    """Sửa cuộc họp trước khi khai mạc; another day, hour or place must be told to the households again."""
    meeting = begin_meeting(actor, Act.VOTING_MEETING_EDIT, meeting_id)
    still_changeable(meeting)
    before = (meeting.starts_at, meeting.place, [one.pk for one in queries.agenda_of(meeting)])
    _take(meeting, plan)
    if before != (meeting.starts_at, meeting.place, list(votes)):
        meeting.invited_at = None
    meeting.save()
    if meeting.sessions.count() == 1:
        meeting.sessions.update(place=meeting.place, starts_at=meeting.starts_at)
    _put(meeting, votes)
    journal.record(actor, Act.VOTING_MEETING_EDIT, meeting_subject(meeting), _told(meeting, votes), at)
    return meeting


def _told(meeting: Meeting, votes: Sequence[int]) -> dict[str, Any]:
    return {"votes": list(votes), "starts": meeting.starts_at.isoformat(), "convenor": meeting.convenor}


def _take(meeting: Meeting, plan: Plan) -> None:
    for staff in (plan.chair, plan.contact):
        if staff.ward_id != meeting.ward_id or not staff.is_active:
            raise Staff.DoesNotExist(staff.pk)
    meeting.title, meeting.agenda = plan.title.strip(), plan.agenda.strip()
    meeting.starts_at, meeting.place = plan.starts_at, plan.place.strip()
    meeting.convenor, meeting.purpose = plan.convenor, plan.purpose
    meeting.chair, meeting.contact = plan.chair, plan.contact
    meeting.draft_posted_on, meeting.draft_consulted = plan.draft_posted_on, plan.draft_consulted.strip()


def _draw(khu_pho: KhuPho, at: datetime) -> Roll:
    today = clock.day(at)
    who = WhoCounts(value(khu_pho.ward_id, "roll.who_counts", today))
    roll = Roll.objects.create(ward_id=khu_pho.ward_id, khu_pho=khu_pho, who_counts=who, drawn_at=at)
    _fill(roll, khu_pho.pk, today)
    return roll


def _fill(roll: Roll, khu_pho_id: int, today: date) -> None:
    RollLine.objects.bulk_create(
        (
            RollLine(
                ward_id=roll.ward_id,
                roll=roll,
                household_id=household,
                number=number,
                representative=representative,
                address=address,
                residence=residence,
            )
            for household, number, representative, address, residence in voters_on(
                khu_pho_id, WhoCounts(roll.who_counts), today
            )
        ),
        batch_size=500,
    )


def _put(meeting: Meeting, chosen: Sequence[int]) -> None:
    """Exactly these matters are on the agenda, in this order; one left off may go to another meeting."""
    require(on_agenda(len(chosen)))
    allowed = {one.pk: one for one in queries.matters_to_put(meeting.khu_pho_id, meeting).select_for_update()}
    for pk in chosen:
        if pk not in allowed:
            title = Vote.objects.filter(pk=pk).values_list("title", flat=True).first() or str(pk)
            raise Refused(Refusal("meeting.vote_taken", Article("L10", 18, 1), {"title": title}))
    for vote in meeting.votes.exclude(pk__in=chosen):
        _take_off(vote)
    for place, pk in enumerate(chosen, 1):
        vote = allowed[pk]
        vote.meeting, vote.agenda_order, vote.roll = meeting, place, meeting.roll
        vote.save(update_fields=["meeting", "agenda_order", "roll"])


def _take_off(vote: Vote) -> None:
    """Back to a matter that is being prepared: nobody has checked in for it yet."""
    vote.rounds.filter(kind=RoundKind.CONTENT).delete()
    vote.meeting, vote.agenda_order, vote.roll = None, 0, None
    vote.state, vote.notice_at = State.PREPARING, None
    vote.save(update_fields=["meeting", "agenda_order", "roll", "state", "notice_at"])


@transaction.atomic
def invite(
    actor: Actor, *, meeting_id: int, channels: Iterable[str], noticed_on: date, posted_on: date, at: datetime
) -> Meeting:
    """Mời họp (khoản 3 Điều 3 Nghị định 59): by which channels, on which day, and the public posting.

    From here on the matters of the agenda are public. Refusals: those of ``law.meeting_acts.may``.
    """
    meeting = begin_meeting(actor, Act.VOTING_MEETING_INVITE, meeting_id)
    still_changeable(meeting)
    board = queries.Board(meeting, at)
    require(on_agenda(len(board.votes)))
    for facts in board.all_facts():
        require(may(Step.INVITE, facts, max(noticed_on, posted_on)))
    meeting.state, meeting.invited_at = MeetingState.INVITED, at
    meeting.channels = sorted(str(one) for one in channels)
    meeting.noticed_on, meeting.posted_on = noticed_on, posted_on
    meeting.save(update_fields=["state", "invited_at", "channels", "noticed_on", "posted_on"])
    for vote in board.votes:
        _announce(vote, meeting, board.households, at)
    facts_told = {"channels": meeting.channels, "on": noticed_on.isoformat(), "posted": posted_on.isoformat()}
    journal.record(actor, Act.VOTING_MEETING_INVITE, meeting_subject(meeting), facts_told, at)
    return meeting


def _announce(vote: Vote, meeting: Meeting, households: int, at: datetime) -> None:
    """The matter is public, and has a round that no clock closes: the hall does."""
    if vote.state == State.PREPARING:
        vote.state = next_state(vote, Act.VOTING_NOTICE_PUBLISH)
    vote.notice_at = at
    vote.save(update_fields=["state", "notice_at"])
    times = {"opens_at": meeting.starts_at, "closes_at": meeting.starts_at + timedelta(days=1)}
    Round.objects.update_or_create(
        ward_id=vote.ward_id,
        vote=vote,
        kind=RoundKind.CONTENT,
        defaults={**times, "households": households, "at_meeting": True},
    )


@transaction.atomic
def send_papers(actor: Actor, *, meeting_id: int, sent_on: date, households: int, at: datetime) -> Meeting:
    """Ghi đã gửi tài liệu đến các hộ (khoản 4 Điều 3 Nghị định 59): the day, and how many households were reached."""
    meeting = begin_meeting(actor, Act.VOTING_PAPERS_SEND, meeting_id)
    still_changeable(meeting)
    meeting.papers_sent_on, meeting.papers_households = sent_on, households
    meeting.save(update_fields=["papers_sent_on", "papers_households"])
    told = {"on": sent_on.isoformat(), "households": households}
    journal.record(actor, Act.VOTING_PAPERS_SEND, meeting_subject(meeting), told, at)
    return meeting


@transaction.atomic
def freeze_meeting_roll(actor: Actor, *, meeting_id: int, at: datetime) -> Meeting:
    """Chốt danh sách hộ của cuộc họp, taken up once more from the register: N for every matter of the agenda."""
    meeting = begin_meeting(actor, Act.VOTING_ROLL_FREEZE, meeting_id)
    still_changeable(meeting)
    roll = Roll.objects.select_for_update().get(pk=meeting.roll_id)
    if roll.frozen_at is not None:
        raise Refused(Refusal("voting.roll_already_frozen", Article("L10", 21, 1)))
    placed = {one.line.household_id: one.session_id for one in SessionLine.objects.filter(meeting=meeting)}
    SessionLine.objects.filter(meeting=meeting).delete()
    roll.lines.all().delete()
    _fill(roll, meeting.khu_pho_id, clock.day(at))
    _place_again(meeting, roll, placed)
    roll.frozen_at, roll.households = at, roll.lines.count()
    roll.digest = queries.roll_digest(roll)
    if not roll.households:
        raise Refused(Refusal("meeting.roll_households", Article("L10", 21, 1)))
    roll.save(update_fields=["frozen_at", "households", "digest"])
    Round.objects.filter(vote__meeting=meeting, kind=RoundKind.CONTENT).update(households=roll.households)
    told = {"households": roll.households, "digest": roll.digest, "who": roll.who_counts}
    journal.record(actor, Act.VOTING_ROLL_FREEZE, meeting_subject(meeting), told, at)
    return meeting


def _place_again(meeting: Meeting, roll: Roll, placed: dict[int, int]) -> None:
    SessionLine.objects.bulk_create(
        SessionLine(ward_id=meeting.ward_id, meeting=meeting, session_id=placed[line.household_id], line=line)
        for line in roll.lines.all()
        if line.household_id in placed
    )


@transaction.atomic
def withdraw_meeting(actor: Actor, *, meeting_id: int, reason: str, at: datetime) -> Meeting:
    """Rút cuộc họp trước khi khai mạc, with a reason; its matters may go to another meeting."""
    meeting = begin_meeting(actor, Act.VOTING_MEETING_WITHDRAW, meeting_id)
    board = queries.Board(meeting, at)
    for facts in board.all_facts():
        require(may(Step.WITHDRAW, facts, clock.day(at)))
    for vote in board.votes:
        _take_off(vote)
    meeting.state, meeting.ended_reason = MeetingState.WITHDRAWN, reason.strip()
    meeting.save(update_fields=["state", "ended_reason"])
    told = {"votes": [one.pk for one in board.votes]}
    journal.record(
        actor, Act.VOTING_MEETING_WITHDRAW, meeting_subject(meeting), told, at, detail={"reason": reason.strip()}
    )
    return meeting
