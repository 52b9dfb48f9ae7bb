"""Phát phiếu, thu phiếu, đổi phiếu hỏng: one household one slip, its return one entry of the register."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import check
from danchu.foundation.people.models import RollLine
from danchu.law import register
from danchu.law.acts import Act
from danchu.law.answers import Answer, Refusal, Refused, require
from danchu.law.basis import Article
from danchu.law.states import RoundKind, Route
from danchu.law.voting_acts import may
from danchu.rooms.voting import queries, receipts
from danchu.rooms.voting.models import Ballot, RefusedEntry, Round, Slip, Vote
from danchu.rooms.voting.services.common import lock_shared, subject
from danchu.rooms.voting.services.slip_plan import new_token, next_number

_Row = TypeVar("_Row")
_BASIS = Article("L10", 19, 3)
# What came in the box was given before the last moment, whenever the box is opened.
_JUST_BEFORE = timedelta(seconds=1)


def issue_slip(actor: Actor, *, vote_id: int, slip_id: int, at: datetime) -> Slip:
    """Phát phiếu tận tay cho hộ (khoản 3 Điều 19 Luật). A second slip is refused and kept as evidence."""
    return _done(_issue(actor, vote_id, slip_id, at))


def return_slip(
    actor: Actor, *, vote_id: int, slip_id: int, route: Route, at: datetime, made_at: datetime | None = None
) -> Ballot:
    """Ghi phiếu hộ đã nộp: by hand, from the box, at the door; the first stands, a later one is kept as evidence.

    ``made_at`` is when the household gave it, at the latest now. Said twice, it is one entry. Refusals: those of
    ``law.register.judge``, ``slips.unknown``.
    """
    return _done(_return(actor, vote_id, slip_id, route, made_at or at, at))


def _done(answer: _Row | Refusal) -> _Row:
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return answer


def _open(actor: Actor, act: Act, vote_id: int, at: datetime) -> tuple[Vote, Round]:
    """The vote and its round, held against the close while others may share them; Refused when not now."""
    found = Round.objects.get(vote_id=vote_id, kind=RoundKind.CONTENT)
    lock_shared(found)
    found = Round.objects.select_related("vote__khu_pho", "vote__roll").get(pk=found.pk)
    vote = found.vote
    check(actor, act, queries.subject_of(vote))
    require(may(act, queries.facts_of(vote, at), at))
    return vote, found


def _locked(vote: Vote, slip_id: int) -> Slip | None:
    """The slip, its household's line held: two helpers wait for each other."""
    slip = Slip.objects.filter(pk=slip_id, vote=vote).first()
    if slip is None:
        return None
    RollLine.objects.select_for_update().get(pk=slip.line_id)
    return Slip.objects.select_related("line", "ballot").get(pk=slip_id)


@transaction.atomic
def _issue(actor: Actor, vote_id: int, slip_id: int, at: datetime) -> Slip | Refusal:
    vote, found = _open(actor, Act.VOTING_SLIP_ISSUE, vote_id, at)
    slip = _locked(vote, slip_id)
    if slip is None or slip.spoiled_at is not None:
        return Refusal("slips.unknown", _BASIS)
    entry = register.Entry(slip.token, slip.line_id, Route.HAND, at, at, register.Kind.ISSUED)
    answer = _judge(vote, found, slip, entry)
    if isinstance(answer, Refusal):
        _keep(actor, Act.VOTING_SLIP_ISSUE, found, slip, Route.HAND, answer, at)
        return answer
    slip.issued_at, slip.issued_by_id = at, actor.id
    slip.save(update_fields=["issued_at", "issued_by"])
    journal.record(actor, Act.VOTING_SLIP_ISSUE, subject(vote), {"slip": slip.number}, at)
    return slip


@transaction.atomic
def _return(
    actor: Actor, vote_id: int, slip_id: int, route: Route, made_at: datetime, at: datetime
) -> Ballot | Refusal:
    vote, found = _open(actor, Act.VOTING_SLIP_RETURN, vote_id, at)
    slip = _locked(vote, slip_id)
    if slip is None or slip.spoiled_at is not None:
        return Refusal("slips.unknown", _BASIS)
    given = min(made_at, at)
    if route is Route.BOX and given >= found.closes_at:
        given = found.closes_at - _JUST_BEFORE
    standing = queries.standing_ballot(found, slip.line)
    if standing is not None and slip.ballot_id == standing.pk and standing.route == route:
        return standing  # said twice
    entry = register.Entry(_key(found, slip), slip.line_id, route, given, at, by=actor.id)
    answer = _judge(vote, found, slip, entry)
    if isinstance(answer, Refusal):
        _keep(actor, Act.VOTING_SLIP_RETURN, found, slip, route, answer, at)
        return answer
    slip.ballot = _entry(found, slip, route, actor, entry.key, at)
    slip.returned_at = given
    slip.save(update_fields=["ballot", "returned_at"])
    facts = {"slip": slip.number, "route": str(route), "helper": actor.id}
    journal.record(actor, Act.VOTING_SLIP_RETURN, subject(vote), facts, at)
    return slip.ballot


def _key(found: Round, slip: Slip) -> str:
    """One key a slip; after a settled dispute took an entry out, the next has its own."""
    struck = found.ballots.filter(line_id=slip.line_id, voided_at__isnull=False).count()
    return slip.token if not struck else f"{slip.token[:28]}-{struck}"


def _judge(vote: Vote, found: Round, slip: Slip, entry: register.Entry) -> Answer:
    facts = queries.register_facts(vote, found, frozenset({slip.line_id}))
    row = queries.row_of(slip, queries.standing_ballot(found, slip.line), slip.line_id)
    return register.judge(facts, row, entry)


def _entry(found: Round, slip: Slip, route: Route, actor: Actor, key: str, at: datetime) -> Ballot:
    return Ballot.objects.create(
        ward_id=found.ward_id,
        round=found,
        line=slip.line,
        route=route,
        helper_id=actor.id,
        arrived_at=at,
        code=receipts.free_code(found.ballots),
        tracker=receipts.new_tracker(),
        form_key=key,
    )


def _keep(actor: Actor, act: Act, found: Round, slip: Slip, route: Route, refusal: Refusal, at: datetime) -> None:
    """Evidence of what was not taken."""
    RefusedEntry.objects.create(
        ward_id=found.ward_id,
        round=found,
        line=slip.line,
        route=route,
        helper_id=actor.id,
        code=refusal.code,
        at=at,
    )
    journal.record(actor, act, subject(found.vote), {"slip": slip.number, "refused": refusal.code}, at)


@transaction.atomic
def replace_slip(actor: Actor, *, vote_id: int, slip_id: int, why: str, at: datetime) -> Slip:
    """Đổi phiếu hỏng: taken back before it was handed in, a new one with its own number goes out at once."""
    vote, _found = _open(actor, Act.VOTING_SLIP_REPLACE, vote_id, at)
    Vote.objects.select_for_update().get(pk=vote.pk)  # two new slips never share a number
    slip = _locked(vote, slip_id)
    if slip is None or slip.spoiled_at is not None:
        raise Refused(Refusal("slips.unknown", _BASIS))
    if slip.issued_at is None or slip.ballot_id is not None:
        raise Refused(Refusal("slips.not_issued", _BASIS))
    slip.spoiled_at, slip.spoiled_why = at, why.strip()
    slip.save(update_fields=["spoiled_at", "spoiled_why"])
    made = Slip.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        line=slip.line,
        number=next_number(vote),
        token=new_token(),
        issued_at=at,
        issued_by_id=actor.id,
    )
    facts = {"spoiled": slip.number, "slip": made.number}
    journal.record(actor, Act.VOTING_SLIP_REPLACE, subject(vote), facts, at, detail={"why": slip.spoiled_why})
    return made
