"""Sau biểu quyết: the decision as the law sees it, who recognises it by when, from when it is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from danchu.foundation import clock
from danchu.foundation.places.calendar import ward_calendar
from danchu.law import aftermath as law
from danchu.law.answers import Deadline, Outcome, Refusal
from danchu.law.matters import Purpose
from danchu.law.states import RoundKind, State
from danchu.rooms.voting.models import Annulment, Recognition, ResultPetition, Vote
from danchu.rooms.voting.queries.votes import content_outcome, has_count, rounds_of

DECIDED = frozenset({State.SEALED, State.ANNOUNCED, State.SENT})
_STATES = {
    State.SEALED: law.DecisionState.DRAFT,
    State.ANNOUNCED: law.DecisionState.SIGNED,
    State.SENT: law.DecisionState.SENT,
}


@dataclass(frozen=True, slots=True)
class After:
    """Quyết định sau biểu quyết, on one page: facts, who recognises it by when, from when it is in force."""

    facts: law.DecisionFacts
    recogniser: law.Addressee | None
    recognition: Recognition | None
    deadline: Deadline | None
    effect: law.InEffect | Refusal
    annulment: Annulment | None


def is_decided(vote: Vote) -> bool:
    """Whether there is a result from which something follows."""
    return vote.state in DECIDED


def recognition_of(vote: Vote) -> Recognition | None:
    """The row of its recognition, once the decision was sent to whoever recognises it."""
    return Recognition.objects.filter(vote=vote).select_related("decided_by", "paper").first()


def annulment_of(vote: Vote) -> Annulment | None:
    """Bãi bỏ hoặc yêu cầu làm lại, if there was one."""
    return Annulment.objects.filter(vote=vote).select_related("decided_by", "paper").first()


def decision_facts(
    vote: Vote, recognition: Recognition | None = None, annulment: Annulment | None = None
) -> law.DecisionFacts:
    """Dữ kiện của quyết định; only of a vote that ``is_decided``."""
    content = rounds_of(vote)[RoundKind.CONTENT]
    outcome = content_outcome(vote, content) if has_count(content) else None
    sent_on = clock.day(vote.sent_at) if vote.sent_at else None
    return law.DecisionFacts(
        state=_state(vote, recognition, annulment),
        matter=vote.matter,
        ended_on=clock.day(content.closes_at),
        scope=vote.scope,
        purpose=Purpose(vote.purpose) if vote.purpose else None,
        passed=isinstance(outcome, Outcome) and outcome.passed,
        sent_ubnd_on=sent_on,
        sent_front_on=sent_on,
        received_on=recognition.received_on if recognition else None,
        recognised_on=recognition.decided_on if recognition and recognition.granted else None,
        ubnd_set_on=vote.ward_decision.effective_on if vote.ward_decision else None,
        rule_version=vote.rule_version,
    )


def _state(vote: Vote, recognition: Recognition | None, annulment: Annulment | None) -> law.DecisionState:
    if annulment is not None:
        return law.DecisionState.TO_REDO if annulment.redo else law.DecisionState.ANNULLED
    if recognition is not None and recognition.granted is not None:
        return law.DecisionState.RECOGNISED if recognition.granted else law.DecisionState.NOT_RECOGNISED
    return _STATES[State(vote.state)]


def after_of(vote: Vote) -> After:
    """Mọi điều sau biểu quyết của một việc đã có kết quả."""
    recognition, annulment = recognition_of(vote), annulment_of(vote)
    facts = decision_facts(vote, recognition, annulment)
    deadline = None
    if recognition is not None:
        deadline = law.recognise_by(facts, ward_calendar(vote.ward_id, recognition.received_on))
    return After(facts, law.recogniser(facts), recognition, deadline, law.in_effect(facts), annulment)


def petition_by_code(vote: Vote, code: str) -> ResultPetition | None:
    """The petition behind a code."""
    return vote.petitions.filter(code=code).first()


def undone(vote: Vote) -> int:
    """Số việc chưa làm xong của danh mục thực hiện."""
    return vote.tasks.filter(done_on=None).count()


def review_day(vote: Vote, ended_on: date) -> date:
    """Ngày xem lại gần nhất: six months after the vote, or after the last review."""
    last = vote.reviews.order_by("-on").first()
    return law.review_after(last.on if last else ended_on)
