"""Mở kết quả: enough members open the sealed sum; the server adds its own part, and the figures stand in the round."""

from __future__ import annotations

import json
from datetime import datetime

from django.db import transaction

from danchu import verifier
from danchu.crypto import archive, tally
from danchu.crypto.trustees import SERVER
from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.secret import BASIS, may_open
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import KeyHolder, SecretBox, Vote
from danchu.rooms.voting.services.common import begin, subject
from danchu.rooms.voting.services.secret import box as boxes
from danchu.rooms.voting.services.secret.keys import current, member


@transaction.atomic
def agree_to_open(actor: Actor, *, vote_id: int, attempt: int, at: datetime) -> SecretBox:
    """Đồng ý mở khi có ít phiếu: fewer than 5 ballots may show what each household chose."""
    vote = begin(actor, Act.VOTING_COUNT_OPEN, vote_id, at)
    box = current(vote, attempt)
    own = member(list(box.holders.all()), actor)
    facts = queries.count_facts(box)
    if not facts.summed:
        raise Refused(Refusal("secret.not_summed", BASIS))
    if own.consented_at is None:
        own.consented_at = at
        own.save(update_fields=["consented_at"])
        told = {"step": "consent", "ballots": facts.ballots, "rehearsal": box.rehearsal}
        journal.record(actor, Act.VOTING_COUNT_OPEN, subject(vote), told, at)
    return box


@transaction.atomic
def open_count(actor: Actor, *, vote_id: int, attempt: int, opening: str, at: datetime) -> SecretBox:
    """Mở kết quả: one member's part, proved against the sum in the archive; with the last needed one the result stands.

    Refused: ``law.secret.may_open``, ``secret.bad_value`` for a part that does not hold.
    """
    vote = begin(actor, Act.VOTING_COUNT_OPEN, vote_id, at)
    box = current(vote, attempt)
    own = member(list(box.holders.all()), actor)
    if own.opening:
        if own.opening == opening:
            return box
        raise Refused(Refusal("secret.already_posted", BASIS))
    require(may_open(queries.count_facts(box)))
    _check(box, own, opening)
    own.opening = opening
    own.save(update_fields=["opening"])
    boxes.append(box, archive.opening(queries.board_of(box), own.number + SERVER, opening))
    told = {"step": "opening", "rehearsal": box.rehearsal}
    journal.record(actor, Act.VOTING_COUNT_OPEN, subject(vote), told, at)
    if box.holders.exclude(opening="").count() >= box.needed:
        _count(box, vote)
    return box


def _check(box: SecretBox, own: KeyHolder, opening: str) -> None:
    election = queries.election_of(box)
    pairs = [verifier.Pair(alpha, beta) for alpha, beta in _sum(box)]
    public = election.group.reread(json.loads(own.key)["public_key"])
    try:
        data = opening.encode("utf-8", "surrogatepass")
        verifier.check_part(data, election, [pairs], public, own.number + SERVER)
    except verifier.Refused:
        raise Refused(Refusal("secret.bad_value", BASIS)) from None


def _sum(box: SecretBox) -> tally.Tally:
    group = queries.election_of(box).group
    (row,) = json.loads(box.tally)
    return tuple((group.reread(pair["alpha"]), group.reread(pair["beta"])) for pair in row)


def _count(box: SecretBox, vote: Vote) -> None:
    """The server's part, then the figures."""
    asked, summed = boxes.secret_vote(box), _sum(box)
    own = tally.opening_text(asked, summed, boxes.own_secret(box))
    boxes.append(box, archive.opening(queries.board_of(box), SERVER, own))
    openings = {one.number + SERVER: one.opening for one in box.holders.exclude(opening="")}
    counts = tally.count(asked, summed, {SERVER: own, **openings}, box.needed, box.counted or 0)
    boxes.append(box, archive.result(queries.board_of(box), tally.result_text(counts)))
    box.result = counts
    box.save(update_fields=["result"])
    if not box.rehearsal:
        found = vote.rounds.select_for_update().get(kind=RoundKind.CONTENT)
        found.yes, found.no, found.other = counts
        found.save(update_fields=["yes", "no", "other"])
