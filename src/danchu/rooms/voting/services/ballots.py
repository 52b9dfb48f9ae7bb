"""Gửi phiếu của hộ: one act, three routes (own device, kiosk, helper), one entry that counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import check
from danchu.foundation.people.models import RollLine
from danchu.law import voting as law
from danchu.law.acts import Act
from danchu.law.answers import Allowed, Answer, Refusal, Refused
from danchu.law.basis import Article, Convention
from danchu.law.casting import CastFacts, may_cast
from danchu.law.secret import BASIS as SECRET_BASIS
from danchu.law.states import Choice, RoundKind, Route, State
from danchu.rooms.voting import queries, receipts
from danchu.rooms.voting.models import Ballot, BallotChoice, RefusedEntry, Round
from danchu.rooms.voting.services.common import lock_shared, subject

# Refusals worth keeping as evidence: a second hand, and what came after the close.
_EVIDENCE = frozenset({"voting.already_entered", "voting.no_replacement", "voting.closed"})


@dataclass(frozen=True, slots=True)
class Entry:
    """Nội dung một lần gửi: ``form_key`` is made with the form, so that sending twice is one ballot."""

    choice: Choice
    words: str
    form_key: str

    def fits(self, found: Round) -> Answer:
        """Whether this round takes this choice."""
        if queries.is_secret(found):
            return Refusal("secret.at_booth", SECRET_BASIS)
        if found.kind == RoundKind.FORM and self.choice is Choice.OTHER:
            return Refusal("voting.form_poll_choice", law.GATE_BASIS["form_poll"])
        if self.choice is Choice.OTHER and not self.words.strip():
            return Refusal("voting.other_needs_words", Convention("other_opinion"))
        return Allowed()

    def keep(self, found: Round, line: RollLine, route: Route, helper_id: int | None, at: datetime) -> Ballot:
        """Write entry and choice."""
        ballot = Ballot.objects.create(
            ward_id=found.ward_id,
            round=found,
            line=line,
            route=route,
            helper_id=helper_id,
            arrived_at=at,
            code=receipts.free_code(found.ballots),
            tracker=receipts.new_tracker(),
            form_key=self.form_key,
        )
        words = self.words.strip() if self.choice is Choice.OTHER else ""
        BallotChoice.objects.create(ward_id=found.ward_id, ballot=ballot, choice=self.choice, words=words)
        return ballot


class Kept(Protocol):
    """Điều được gửi: a choice, or a sealed ballot."""

    @property
    def form_key(self) -> str:
        """Sending twice is one ballot."""

    def fits(self, found: Round) -> Answer:
        """Whether the round takes it."""

    def keep(self, found: Round, line: RollLine, route: Route, helper_id: int | None, at: datetime) -> Ballot:
        """Write it."""


def cast_ballot(actor: Actor, *, round_id: int, entry: Entry, route: Route = Route.OWN, at: datetime) -> Ballot:
    """Gửi phiếu của hộ đang vào bằng thẻ. ``at`` is the moment the request arrived, which is its legal time.

    Accepted, the choice is durable before anyone is told. Refused (``law.voting.may_cast``), a second hand or a late
    one is kept as evidence, without its choice.
    """
    answer = enter(actor, Act.VOTING_BALLOT_CAST, round_id, actor.id, entry, route, None, at)
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return answer


@transaction.atomic
def enter(
    actor: Actor,
    act: Act,
    round_id: int,
    household_id: int | None,
    entry: Kept,
    route: Route,
    helper_id: int | None,
    at: datetime,
) -> Ballot | Refusal:
    """One entry in the register: returned, not raised, so that the evidence of a refusal is committed with it."""
    lock_shared(Round(pk=round_id))
    found = Round.objects.select_related("vote").get(pk=round_id)
    households = frozenset() if household_id is None else frozenset({household_id})
    check(actor, act, queries.subject_of(found.vote, households=households))
    # The household's line is locked, so that its second device waits for its first.
    line = (
        RollLine.objects.select_for_update()
        .filter(roll_id=found.vote.roll_id, roll__frozen_at__isnull=False, household_id=household_id)
        .first()
    )
    if line is not None:
        sent = found.ballots.filter(line=line, form_key=entry.form_key).first()
        if sent is not None:
            return sent
    earlier = queries.standing_ballot(found, line) if line is not None else None
    answer: Answer = Refusal("voting.not_running", Article("D59", 5, 3))  # slips and hands are taken elsewhere
    if queries.taken_online(found):
        answer = may_cast(_cast_facts(found, line, route, earlier), at)
    if isinstance(answer, Allowed):
        answer = entry.fits(found)
    if isinstance(answer, Refusal):
        if line is not None and answer.code in _EVIDENCE:
            _keep_evidence(actor, act, found, line, route, helper_id, answer, at)
        return answer
    if earlier is not None:
        earlier.superseded_at = at
        earlier.save(update_fields=["superseded_at"])
    ballot = entry.keep(found, line, route, helper_id, at)
    facts = {"round": found.kind, "route": str(route), "replaces": earlier is not None, "helper": helper_id}
    journal.record(actor, act, subject(found.vote), facts, at)
    return ballot


def _cast_facts(found: Round, line: RollLine | None, route: Route, earlier: Ballot | None) -> CastFacts:
    wanted = {State.PREPARING} if found.kind == RoundKind.FORM else {State.SCHEDULED, State.CLOSED}
    return CastFacts(
        running=_still(found) and (found.closed_at is not None or found.vote.state in wanted),
        opens_at=found.opens_at,
        closes_at=found.closes_at,
        closed_at=found.closed_at,
        on_roll=line is not None,
        route=route,
        earlier=Route(earlier.route) if earlier else None,
        replace_allowed=found.vote.replace_allowed,
    )


def _still(found: Round) -> bool:
    """Neither stopped nor held at a meeting; once its close is written, a round is closed and never "stopped"."""
    return found.stopped_at is None and not found.at_meeting


def _keep_evidence(
    actor: Actor,
    act: Act,
    found: Round,
    line: RollLine,
    route: Route,
    helper_id: int | None,
    refusal: Refusal,
    at: datetime,
) -> None:
    RefusedEntry.objects.create(
        ward_id=found.ward_id, round=found, line=line, route=route, helper_id=helper_id, code=refusal.code, at=at
    )
    journal.record(actor, act, subject(found.vote), {"round": found.kind, "refused": refusal.code}, at)
