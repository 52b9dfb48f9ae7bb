"""Bầu và cho thôi (Điều 6–9 Nghị định 59; Điều 36, 42 Luật): called, prepared by the calendar, counted, followed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor, valid_on
from danchu.foundation.access.can import Subject, check
from danchu.foundation.access.models import Mandate
from danchu.foundation.duties import services as duties
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.places.models import KhuPho
from danchu.law import boards, dismissals
from danchu.law import elections as law
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.law.gates import all_hold
from danchu.law.matters import Form, Matter, Purpose
from danchu.law.people import Role
from danchu.law.states import State
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import USUAL_REASON, Candidate, Election, ElectionMember
from danchu.rooms.voting.services.common import subject
from danchu.rooms.voting.services.prepare import new_vote

_TITLES = {
    Election.Kind.HEAD: "Bầu Trưởng {place}",
    Election.Kind.DISMISS: "Cho thôi làm Trưởng {place}",
    Election.Kind.INSPECTORATE: "Bầu thành viên Ban Thanh tra nhân dân ở {place}",
    Election.Kind.INVESTMENT: "Bầu thành viên Ban Giám sát đầu tư của cộng đồng ở {place}",
}
_STEPS = ("minutes_sent_on", "team_set_on", "noticed_on")


@dataclass(frozen=True, slots=True)
class Listed:
    """Một người trong Tổ bầu cử, as typed."""

    name: str
    front: bool = False
    leader: bool = False


@transaction.atomic
def plan_election(actor: Actor, *, khu_pho: KhuPho, day: date, number: str, at: datetime) -> Election:
    """Chủ tịch Ủy ban nhân dân phường ra quyết định, kế hoạch bầu Trưởng khu phố: at least twenty days before.

    Refused: ``elections.plan_in_time``, ``elections.going_on``.
    """
    check(actor, Act.VOTING_ELECTION_PLAN, Subject(khu_pho.ward_id, khu_pho.pk))
    today = clock.day(at)
    facts = law.ElectionFacts(day=day, decided_on=today)
    require(all_hold(law.gates(facts, ward_calendar(khu_pho.ward_id, day))[0].checks))
    made = _open(actor, khu_pho, Election.Kind.HEAD, day, at, decided_on=today, number=number.strip())
    duties.finish(ward_id=khu_pho.ward_id, rule="dismiss.new_election", subject=_place(khu_pho.pk), at=at)
    _record(actor, Act.VOTING_ELECTION_PLAN, made, at, day=day.isoformat(), number=made.number)
    return made


@transaction.atomic
def call_board(actor: Actor, *, khu_pho: KhuPho, board: str, day: date, seats: int, at: datetime) -> Election:
    """Bầu thành viên Ban Thanh tra nhân dân hoặc Ban Giám sát đầu tư của cộng đồng, tại cuộc họp của khu phố.

    Refused: ``elections.no_seats``, ``elections.going_on``, ``elections.day_past``.
    """
    check(actor, Act.VOTING_ELECTION_CALL, Subject(khu_pho.ward_id, khu_pho.pk))
    if seats < 1:
        raise Refused(Refusal("elections.no_seats", Convention("counting")))
    made = _open(actor, khu_pho, Election.Kind(boards.Board(board).value), day, at, seats=seats)
    _record(actor, Act.VOTING_ELECTION_CALL, made, at, board=board, seats=seats)
    return made


@transaction.atomic
def open_dismissal(
    actor: Actor,
    *,
    khu_pho: KhuPho,
    day: date,
    own_request: bool,
    front_proposes: bool,
    petition: int,
    at: datetime,
) -> Election:
    """Họp cho thôi làm Trưởng khu phố: on the head's request, the Front's proposal, or half of all households.

    Refused: those of ``law.dismissals.called``, ``elections.going_on``, ``elections.day_past``.
    """
    check(actor, Act.VOTING_DISMISSAL_OPEN, Subject(khu_pho.ward_id, khu_pho.pk))
    facts = dismissals.DismissalFacts(
        households=len(queries.counted_households(khu_pho.ward_id, khu_pho.pk, clock.day(at))),
        own_request=own_request,
        front_head_proposes=front_proposes,
        petition=petition,
        one_person_two_mandates=_one_person(khu_pho, clock.day(at)),
    )
    said = dismissals.called(facts)
    if isinstance(said, Refusal):
        raise Refused(said)
    grounds = {"own_request": own_request, "front_proposes": front_proposes, "petition": petition}
    made = _open(actor, khu_pho, Election.Kind.DISMISS, day, at, **grounds)
    _record(actor, Act.VOTING_DISMISSAL_OPEN, made, at, grounds=[str(one) for one in said.grounds])
    return made


@transaction.atomic
def record_election(
    actor: Actor,
    *,
    election_id: int,
    party_view: bool,
    team_agreed: bool,
    days: Mapping[str, date | None],
    at: datetime,
) -> Election:
    """Ghi các bước trước cuộc họp bầu, each on the day it was done; lateness is shown by the calendar.

    Refused: ``aftermath.day_to_come``, ``elections.settled``.
    """
    made = _begin(actor, Act.VOTING_ELECTION_RECORD, election_id)
    for name in _STEPS:
        on = days.get(name)
        if on is not None and on > clock.day(at):
            raise Refused(Refusal("aftermath.day_to_come", Convention("aftermath"), {"day": on}))
        setattr(made, name, on)
    made.party_view, made.team_agreed = party_view, team_agreed
    made.save()
    told = {name: on.isoformat() for name in _STEPS if (on := days.get(name)) is not None}
    _record(actor, Act.VOTING_ELECTION_RECORD, made, at, **told)
    return made


@transaction.atomic
def set_election_team(actor: Actor, *, election_id: int, members: Sequence[Listed], at: datetime) -> Election:
    """Lập Tổ bầu cử: led by a representative of the Front, without candidates (``elections.team_…``)."""
    made = _begin(actor, Act.VOTING_ELECTION_TEAM, election_id)
    facts = queries.election_facts(made)
    team = tuple(law.ElectionMember(queries.person(one.name), one.front, one.leader) for one in members)
    asked = law.ElectionFacts(day=made.day, candidates=facts.candidates, team=team)
    gate = law.gates(asked, queries.calendar_of(made))[2]
    require(all_hold(one for one in gate.checks if one.key in {"team_members", "team_leader", "team_candidate"}))
    made.team.all().delete()
    ElectionMember.objects.bulk_create(
        ElectionMember(ward_id=made.ward_id, election=made, name=one.name, front=one.front, leader=one.leader)
        for one in members
    )
    _record(actor, Act.VOTING_ELECTION_TEAM, made, at, members=len(members))
    return made


@transaction.atomic
def add_candidate(
    actor: Actor,
    *,
    election_id: int,
    name: str,
    born_on: date | None,
    nomination: str,
    answers: Mapping[str, bool],
    at: datetime,
) -> Candidate:
    """Ghi người ứng cử, with the answers to each condition of the law; who does not meet them is refused with which.

    Refused: those of ``law.elections.may_nominate`` and of ``law.boards.may_stand``, ``elections.settled``,
    ``elections.none_in_dismissal``.
    """
    made = _begin(actor, Act.VOTING_CANDIDATE_ADD, election_id)
    if made.kind == Election.Kind.DISMISS:
        raise Refused(Refusal("elections.none_in_dismissal", Convention("nomination")))
    if any(queries.person(one.name) == queries.person(name) for one in queries.candidates_of(made)):
        raise Refused(Refusal("elections.listed_already", Convention("nomination")))
    row = Candidate(
        ward_id=made.ward_id,
        election=made,
        name=" ".join(name.split()),
        born_on=born_on,
        nomination=nomination,
        answers={key: bool(value) for key, value in answers.items()},
        added_at=at,
    )
    require(queries.may_stand(made, row))
    row.save()
    _record(actor, Act.VOTING_CANDIDATE_ADD, made, at, candidate=row.pk, nomination=nomination)
    return row


@transaction.atomic
def withdraw_candidate(actor: Actor, *, candidate_id: int, at: datetime) -> Candidate:
    """Người ứng cử rút tên; the row stays."""
    row = Candidate.objects.select_for_update().get(pk=candidate_id)
    made = _begin(actor, Act.VOTING_CANDIDATE_WITHDRAW, row.election_id)
    row.withdrawn_at = row.withdrawn_at or at
    row.save(update_fields=["withdrawn_at"])
    _record(actor, Act.VOTING_CANDIDATE_WITHDRAW, made, at, candidate=row.pk)
    return row


@transaction.atomic
def count_candidates(actor: Actor, *, election_id: int, votes: Mapping[int, int], at: datetime) -> Election:
    """Ghi số hộ đồng ý với từng người, from the minutes of the meeting.

    Refused: ``elections.before_meeting``, ``elections.figures_missing``, those of ``law.elections.elected_of``.
    """
    made = _begin(actor, Act.VOTING_CANDIDATE_COUNT, election_id)
    if clock.day(at) < made.day:
        raise Refused(Refusal("elections.before_meeting", Convention("nomination"), {"day": made.day}))
    rows = queries.candidates_of(made)
    if not rows or {one.pk for one in rows} != set(votes):
        raise Refused(Refusal("elections.figures_missing", Convention("counting")))
    for one in rows:
        one.yes = votes[one.pk]
        one.save(update_fields=["yes"])
    said = queries.elected_in(made, at)
    if isinstance(said, Refusal):
        raise Refused(said)
    _record(actor, Act.VOTING_CANDIDATE_COUNT, made, at, votes={str(key): count for key, count in votes.items()})
    return made


@transaction.atomic
def appoint_interim(
    actor: Actor, *, election_id: int, name: str, on: date, front_agrees: bool, at: datetime
) -> Election:
    """Cử Trưởng khu phố lâm thời, at most six months (khoản 3 Điều 9 Nghị định 59); its clock runs.

    Refused: those of ``law.dismissals.may_appoint_interim``, ``aftermath.day_to_come``.
    """
    made = _begin(actor, Act.VOTING_INTERIM_APPOINT, election_id)
    found = queries.recognition_of(made.vote)
    gone = made.kind == Election.Kind.DISMISS and found is not None and bool(found.granted)
    require(dismissals.may_appoint_interim(head_in_office=not gone, front_agrees=front_agrees))
    if on > clock.day(at):
        raise Refused(Refusal("aftermath.day_to_come", Convention("aftermath"), {"day": on}))
    made.interim_name, made.interim_on = name.strip(), on
    made.save(update_fields=["interim_name", "interim_on"])
    deadline = dismissals.interim_until(on, ward_calendar(made.ward_id, on), version=made.vote.rule_version)
    duties.start(
        ward_id=made.ward_id,
        khu_pho_id=made.vote.khu_pho_id,
        subject=_place(made.vote.khu_pho_id),
        title=made.vote.khu_pho.name,
        url=reverse("voting:election", kwargs={"slug": made.vote.slug}),
        owed_by=Role.WARD_CHAIR,
        basis=deadline.rule,
        deadline=deadline,
    )
    _record(actor, Act.VOTING_INTERIM_APPOINT, made, at, on=on.isoformat())
    return made


def _place(khu_pho_id: int) -> str:
    """The clocks after a dismissal belong to the khu phố: the next election ends them."""
    return f"khu_pho:{khu_pho_id}:head"


def _open(actor: Actor, khu_pho: KhuPho, kind: Election.Kind, day: date, at: datetime, **values: object) -> Election:
    if day < clock.day(at):
        raise Refused(Refusal("elections.day_past", Convention("nomination"), {"day": day}))
    over = [State.SENT, State.WITHDRAWN, State.STOPPED]
    if Election.objects.filter(kind=kind, vote__khu_pho=khu_pho).exclude(vote__state__in=over).exists():
        raise Refused(Refusal("elections.going_on", Convention("nomination")))
    title = _TITLES[kind].format(place=khu_pho.name[:1].lower() + khu_pho.name[1:])
    wording = {
        "title": title,
        "question": f"Hộ ông/bà có đồng ý: {title[:1].lower()}{title[1:]} không?",
        "body": f"{title}.\nHọp ngày {day.day}/{day.month}/{day.year}.",
        "yes_means": "Đồng ý.",
        "no_means": "Không đồng ý.",
        "other_means": "Ý kiến khác; không tính là đồng ý.",
    }
    head = kind in {Election.Kind.HEAD, Election.Kind.DISMISS}
    vote = new_vote(
        actor,
        khu_pho=khu_pho,
        wording=wording,
        matter=Matter.D4 if head else Matter.D5,
        form=Form.MEETING,
        online_reason=USUAL_REASON,
        at=at,
    )
    vote.contact = None
    if head:
        vote.purpose = Purpose.ELECT if kind == Election.Kind.HEAD else Purpose.DISMISS
    vote.save(update_fields=["contact", "purpose"])
    return Election.objects.create(
        ward_id=khu_pho.ward_id, vote=vote, kind=kind, day=day, set_by_id=actor.id, set_at=at, **values
    )


def _begin(actor: Actor, act: Act, election_id: int) -> Election:
    locked = Election.objects.select_for_update(of=("self",)).select_related("vote__khu_pho", "vote__ward")
    made = locked.get(pk=election_id)
    check(actor, act, queries.subject_of(made.vote))
    if act is not Act.VOTING_INTERIM_APPOINT and made.vote.state in {State.SENT, State.WITHDRAWN, State.STOPPED}:
        raise Refused(Refusal("elections.settled", Convention("nomination")))
    return made


def _one_person(khu_pho: KhuPho, on: date) -> bool:
    """Whether one person holds the mandates of head and of Front head."""
    held = Mandate.objects.filter(valid_on(on), khu_pho=khu_pho, role__in=[Role.HEAD, Role.FRONT_HEAD])
    rows = list(held.values_list("staff_id", "role"))
    heads = {staff for staff, role in rows if role == Role.HEAD}
    return any(staff in heads for staff, role in rows if role == Role.FRONT_HEAD)


def _record(actor: Actor, act: Act, made: Election, at: datetime, **facts: object) -> None:
    journal.record(actor, act, subject(made.vote), {"election": made.pk, **facts}, at)
