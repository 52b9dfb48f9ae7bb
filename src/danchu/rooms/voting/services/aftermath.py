"""Sau biểu quyết (Điều 20–24 Luật): recognised or not, annulled or to be taken again, carried out, reviewed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import check
from danchu.foundation.duties import services as duties
from danchu.foundation.files.models import StoredFile
from danchu.foundation.places.calendar import ward_calendar
from danchu.law import aftermath as law
from danchu.law.acts import Act
from danchu.law.answers import Deadline, Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.law.clocks import due
from danchu.law.matters import Matter, Purpose
from danchu.law.people import Role
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Annulment, OutcomeReview, Recognition, Task, Vote
from danchu.rooms.voting.services.common import subject

REVIEW = "outcome.review"
_OWES = {law.Addressee.UBND: Role.WARD_CHAIR, law.Addressee.FRONT: Role.WARD_FRONT}
_OF_UBND = frozenset({Role.WARD_CHAIR, Role.WARD_OFFICER})


def start_clocks(vote: Vote, at: datetime) -> None:
    """Quyết định đã gửi: the clock of recognition starts, and the review comes in six months."""
    facts = queries.decision_facts(vote)
    if not facts.passed:
        return
    body = law.recogniser(facts)
    if body is not None:
        received = Recognition.objects.create(ward_id=vote.ward_id, vote=vote, received_on=clock.day(at))
        facts = queries.decision_facts(vote, received)
        deadline = law.recognise_by(facts, ward_calendar(vote.ward_id, received.received_on))
        _start(vote, deadline, _OWES[body])
    _start(vote, review_deadline(queries.review_day(vote, facts.ended_on), facts.ended_on), Role.HEAD)


def review_deadline(on: date, since: date) -> Deadline:
    """Ngày xem lại, as a clock that the law does not know."""
    why = {
        "vi": "Sáu tháng sau biểu quyết hoặc sau lần xem lại trước, theo quy ước của hệ thống.",
        "en": "Six months after the vote or the last review, by a convention of this system.",
    }
    return Deadline(REVIEW, since, on, why)


@transaction.atomic
def recognise_decision(
    actor: Actor, *, vote_id: int, on: date, number: str, paper: StoredFile | None = None, at: datetime
) -> Recognition:
    """Công nhận quyết định (khoản 2 Điều 21 Luật): by UBND or the ward Front; in force from that day.

    Refused: those of ``law.aftermath.may``, ``aftermath.before_receipt``, ``aftermath.day_to_come``.
    """
    vote, found = _begin(actor, Act.VOTING_DECISION_RECOGNISE, vote_id)
    _ask(law.DecisionStep.RECOGNISE, found, by=_body(actor, found.recogniser))
    received = _answered(found, on, at)
    received.granted, received.decided_on, received.number = True, on, number.strip()
    received.paper, received.decided_by_id = paper, actor.id
    received.save()
    _stop(vote, found, at)
    if vote.matter == Matter.D3:
        _start(vote, due("hu.send", on, ward_calendar(vote.ward_id, on), version=vote.rule_version), Role.WARD_CHAIR)
    if vote.purpose == Purpose.DISMISS:  # a new head is elected; the clock belongs to the khu phố
        new = due("dismiss.new_election", on, ward_calendar(vote.ward_id, on), version=vote.rule_version)
        _start(vote, new, Role.WARD_CHAIR, key=f"khu_pho:{vote.khu_pho_id}:head")
    facts = {"on": on.isoformat(), "number": received.number, "file": paper.sha256 if paper else ""}
    journal.record(actor, Act.VOTING_DECISION_RECOGNISE, subject(vote), facts, at)
    return received


@transaction.atomic
def refuse_decision(
    actor: Actor,
    *,
    vote_id: int,
    on: date,
    number: str,
    reasons: str,
    paper: StoredFile | None = None,
    at: datetime,
) -> Recognition:
    """Trả lời không công nhận, with written reasons. Refused as ``recognise_decision``, ``aftermath.reasons``."""
    vote, found = _begin(actor, Act.VOTING_DECISION_REFUSE, vote_id)
    _ask(law.DecisionStep.REFUSE, found, by=_body(actor, found.recogniser), reasons=reasons)
    received = _answered(found, on, at)
    received.granted, received.decided_on, received.number = False, on, number.strip()
    received.reasons, received.paper, received.decided_by_id = reasons.strip(), paper, actor.id
    received.save()
    _stop(vote, found, at)
    duties.finish(ward_id=vote.ward_id, rule=REVIEW, subject=subject(vote), at=at)
    facts = {"on": on.isoformat(), "number": received.number, "file": paper.sha256 if paper else ""}
    journal.record(actor, Act.VOTING_DECISION_REFUSE, subject(vote), facts, at, detail={"reasons": received.reasons})
    return received


@transaction.atomic
def return_convention(actor: Actor, *, vote_id: int, at: datetime) -> Recognition:
    """Gửi hương ước, quy ước đã công nhận cho Trưởng khu phố và Mặt trận (điểm a khoản 1 Điều 18 Nghị định 61)."""
    vote, found = _begin(actor, Act.VOTING_CONVENTION_RETURN, vote_id)
    received = found.recognition
    if received is None or not received.granted or vote.matter != Matter.D3:
        raise Refused(Refusal("aftermath.not_recognised", Convention("aftermath")))
    received.returned_at = received.returned_at or at
    received.save(update_fields=["returned_at"])
    duties.finish(ward_id=vote.ward_id, rule="hu.send", subject=subject(vote), at=at)
    journal.record(actor, Act.VOTING_CONVENTION_RETURN, subject(vote), {}, at)
    return received


@transaction.atomic
def annul_decision(
    actor: Actor,
    *,
    vote_id: int,
    fault: str,
    redo: bool,
    reasons: str,
    on: date,
    number: str,
    paper: StoredFile | None = None,
    at: datetime,
) -> Annulment:
    """Bãi bỏ, hoặc yêu cầu làm lại (Điều 22 Luật): by UBND, with what is wrong and why; its clocks stop.

    Refused: those of ``law.aftermath.may``, ``aftermath.day_to_come``.
    """
    vote, found = _begin(actor, Act.VOTING_DECISION_ANNUL, vote_id)
    step = law.DecisionStep.REDO if redo else law.DecisionStep.ANNUL
    _ask(step, found, by=_body(actor, law.Addressee.UBND), fault=law.Fault(fault), reasons=reasons)
    if on > clock.day(at):
        raise Refused(Refusal("aftermath.day_to_come", Convention("aftermath"), {"day": on}))
    made = Annulment.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        fault=fault,
        redo=redo,
        reasons=reasons.strip(),
        number=number.strip(),
        paper=paper,
        decided_by_id=actor.id,
        decided_on=on,
    )
    duties.drop(ward_id=vote.ward_id, subject=subject(vote), at=at)
    duties.drop_under(ward_id=vote.ward_id, prefix=f"{subject(vote)}:", at=at)
    facts = {"fault": fault, "redo": redo, "number": made.number, "file": paper.sha256 if paper else ""}
    journal.record(actor, Act.VOTING_DECISION_ANNUL, subject(vote), facts, at, detail={"reasons": made.reasons})
    return made


@transaction.atomic
def report_task(actor: Actor, *, vote_id: int, task_id: int, done_on: date | None, note: str, at: datetime) -> Task:
    """Ghi kết quả của một việc trong danh mục thực hiện: done on a day, or why not yet (``aftermath.task_note``)."""
    vote, found = _begin(actor, Act.VOTING_TASK_REPORT, vote_id)
    _announced(found)
    if done_on is None and not note.strip():
        raise Refused(Refusal("aftermath.task_note", Convention("outcome_review")))
    if done_on is not None and done_on > clock.day(at):
        raise Refused(Refusal("aftermath.day_to_come", Convention("aftermath"), {"day": done_on}))
    task = vote.tasks.select_for_update().get(pk=task_id)
    task.done_on, task.note = done_on, note.strip()
    task.save(update_fields=["done_on", "note"])
    facts = {"task": task.pk, "done": done_on.isoformat() if done_on else ""}
    journal.record(actor, Act.VOTING_TASK_REPORT, subject(vote), facts, at, detail={"note": task.note})
    return task


@transaction.atomic
def review_outcome(actor: Actor, *, vote_id: int, words: str, at: datetime) -> OutcomeReview:
    """Xem lại việc thực hiện: what was found; comes again in six months while something is left undone."""
    vote, found = _begin(actor, Act.VOTING_OUTCOME_REVIEW, vote_id)
    _announced(found)
    today = clock.day(at)
    made, _ = OutcomeReview.objects.update_or_create(
        ward_id=vote.ward_id, vote=vote, on=today, defaults={"words": words.strip(), "by_id": actor.id}
    )
    left = queries.undone(vote)
    count = vote.reviews.count()
    for key in (subject(vote), _review_key(vote, count - 1), *([] if left else [_review_key(vote, count)])):
        duties.finish(ward_id=vote.ward_id, rule=REVIEW, subject=key, at=at)
    if left:
        again = review_deadline(law.review_after(today), today)
        _start(vote, again, Role.HEAD, key=_review_key(vote, count))
    journal.record(actor, Act.VOTING_OUTCOME_REVIEW, subject(vote), {"undone": left}, at, detail={"words": made.words})
    return made


def _review_key(vote: Vote, after: int) -> str:
    """The clock after so many reviews stands apart: the first is done and stays done."""
    return f"{subject(vote)}:review:{after}"


def _begin(actor: Actor, act: Act, vote_id: int) -> tuple[Vote, queries.After]:
    """Lock the vote and ask whether this actor may; with what followed its result."""
    locked = Vote.objects.select_for_update(of=("self",)).select_related("khu_pho", "ward", "ward_decision")
    vote = locked.get(pk=vote_id)
    check(actor, act, queries.subject_of(vote))
    if not queries.is_decided(vote):
        raise Refused(Refusal("aftermath.no_result", Convention("aftermath")))
    return vote, queries.after_of(vote)


def _ask(
    step: law.DecisionStep,
    found: queries.After,
    *,
    by: law.Addressee,
    fault: law.Fault | None = None,
    reasons: str = "",
) -> None:
    require(law.may(step, found.facts, by=by, fault=fault, reasons=reasons))


def _body(actor: Actor, wanted: law.Addressee | None) -> law.Addressee:
    """For whom this person acts: the body asked for where they hold its office, else their own."""
    roles = actor.roles_in(None)
    own = {law.Addressee.UBND} if _OF_UBND & roles else set()
    own |= {law.Addressee.FRONT} if Role.WARD_FRONT in roles else set()
    return wanted if wanted in own else next(iter(own))


def _answered(found: queries.After, on: date, at: datetime) -> Recognition:
    received = found.recognition
    if received is None:
        raise Refused(Refusal("aftermath.not_received", Convention("aftermath")))
    if on < received.received_on:
        raise Refused(Refusal("aftermath.before_receipt", Convention("aftermath"), {"day": received.received_on}))
    if on > clock.day(at):
        raise Refused(Refusal("aftermath.day_to_come", Convention("aftermath"), {"day": on}))
    return received


def _announced(found: queries.After) -> None:
    """There is something to carry out: announced, passed, and in force or on its way."""
    if found.facts.state is law.DecisionState.DRAFT or not found.facts.passed or found.annulment is not None:
        label = law.DECISION_STATE_LABELS[found.facts.state]
        told = {"stage_vi": label.vi, "stage_en": label.en}
        raise Refused(Refusal("aftermath.nothing_to_do", Convention("outcome_review"), told))


def _stop(vote: Vote, found: queries.After, at: datetime) -> None:
    if found.deadline is not None:
        duties.finish(ward_id=vote.ward_id, rule=found.deadline.rule, subject=subject(vote), at=at)


def _start(vote: Vote, deadline: Deadline | None, owed_by: Role, *, key: str = "") -> None:
    if deadline is None:
        return
    duties.start(
        ward_id=vote.ward_id,
        khu_pho_id=vote.khu_pho_id,
        subject=key or subject(vote),
        title=vote.title,
        url=reverse("voting:aftermath", kwargs={"slug": vote.slug}),
        owed_by=owed_by,
        basis=deadline.rule,
        deadline=deadline,
    )
