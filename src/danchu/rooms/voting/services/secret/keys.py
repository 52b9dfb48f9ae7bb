"""Buổi lập chìa: the order of the rounds is kept here; what is posted is checked before it is shown to anybody."""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime

from django.db import transaction

from danchu.crypto import archive, ballots, ceremony
from danchu.crypto.credentials import credentials_text, public_credential
from danchu.crypto.errors import CryptoError
from danchu.crypto.protocol import compact, random_exponent
from danchu.crypto.questions import new_uuid
from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.secret import BASIS
from danchu.law.states import State
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import KeyHolder, SecretBox, Vote
from danchu.rooms.voting.services.common import begin, subject
from danchu.rooms.voting.services.secret import box as boxes
from danchu.rooms.voting.services.secret import shapes

TEST_CHOICES = (0, 0, 1, 0, 2)  # of the rehearsal's ballots: the count must find 3, 1, 1


@transaction.atomic
def begin_keys(actor: Actor, *, vote_id: int, rehearsal: bool = False, at: datetime) -> SecretBox:
    """Mở buổi lập chìa, or begin it again: earlier posts count no longer. A rehearsal has keys and ballots of its own.

    Refused: ``secret.not_secret``, ``secret.no_team``, ``secret.keys_fixed`` after the notice.
    """
    vote = begin(actor, Act.VOTING_KEYS_BEGIN, vote_id, at)
    if not vote.secret:
        raise Refused(Refusal("secret.not_secret", BASIS))
    if vote.state != State.PREPARING:
        raise Refused(Refusal("secret.keys_fixed", BASIS))
    team = list(queries.team_of(vote))
    if len(team) not in ceremony.NEEDED:
        raise Refused(Refusal("secret.no_team", BASIS))
    last = queries.box_of(vote)
    box = SecretBox.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        attempt=last.attempt + 1 if last else 1,
        rehearsal=rehearsal,
        uuid=new_uuid() if rehearsal else vote.secret_uuid,
        size=len(team),
        needed=ceremony.NEEDED[len(team)],
        began_at=at,
    )
    KeyHolder.objects.bulk_create(
        KeyHolder(ward_id=vote.ward_id, box=box, number=number, staff_id=one.staff_id)
        for number, one in enumerate(team, 1)
    )
    facts = {"attempt": box.attempt, "rehearsal": rehearsal, "members": box.size}
    journal.record(actor, Act.VOTING_KEYS_BEGIN, subject(vote), facts, at)
    return box


@transaction.atomic
def make_keys(actor: Actor, *, vote_id: int, attempt: int, kind: str, value: object, at: datetime) -> SecretBox:
    """Lập chìa: one member posts one thing of one round; the same again changes nothing.

    Refused: ``secret.restarted`` (another attempt), ``secret.not_yet`` (a round before is unfinished),
    ``secret.already_posted`` (something else stands), ``secret.bad_value`` (it does not hold).
    """
    vote = begin(actor, Act.VOTING_KEYS_MAKE, vote_id, at)
    box = current(vote, attempt)
    holders = list(box.holders.select_for_update().order_by("number"))
    own = member(holders, actor)
    if kind not in _ROUNDS:
        raise Refused(Refusal("secret.bad_value", BASIS))
    try:
        before = _standing(own, kind)
        posted = _ROUNDS[kind](box, own, holders, value)
    except (CryptoError, ValueError, KeyError, TypeError):
        raise Refused(Refusal("secret.bad_value", BASIS)) from None
    if before == posted:
        return box
    if before:
        raise Refused(Refusal("secret.already_posted", BASIS))
    if vote.state != State.PREPARING:
        raise Refused(Refusal("secret.keys_fixed", BASIS))
    setattr(own, _FIELDS[kind], posted)
    own.save(update_fields=[_FIELDS[kind]])
    journal.record(actor, Act.VOTING_KEYS_MAKE, subject(vote), {"attempt": attempt, "step": kind}, at)
    if box.rehearsal and all(one.key and one.sheet and one.matched for one in holders):
        _rehearse(box, vote, at)
    return box


def current(vote: Vote, attempt: int) -> SecretBox:
    """The box that counts, if it is the one the caller knows."""
    box = boxes.locked(vote)
    if box.attempt != attempt:
        raise Refused(Refusal("secret.restarted", BASIS))
    return box


def member(holders: list[KeyHolder], actor: Actor) -> KeyHolder:
    """The actor's place in the ceremony."""
    own = next((one for one in holders if one.staff_id == actor.id), None)
    if own is None:
        raise Refused(Refusal("secret.team_changed", BASIS))
    return own


def _standing(own: KeyHolder, kind: str) -> object:
    return getattr(own, _FIELDS[kind])


def _all(holders: list[KeyHolder], field: str) -> None:
    if not all(getattr(one, field) for one in holders):
        raise Refused(Refusal("secret.not_yet", BASIS))


def _certificates(holders: list[KeyHolder]) -> list[ceremony.Message]:
    return [json.loads(one.certificate) for one in holders]


def _contributions(holders: list[KeyHolder]) -> list[ceremony.Contribution]:
    return [boxes.contribution_of(one.contribution) for one in holders]


def _promise(_box: SecretBox, _own: KeyHolder, _holders: list[KeyHolder], value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{64}", value):
        raise ValueError
    return value


def _certificate(box: SecretBox, own: KeyHolder, holders: list[KeyHolder], value: object) -> str:
    _all(holders, "promise")
    posted = shapes.message(value)
    if not hmac.compare_digest(ceremony.promise(posted), own.promise):
        raise ValueError
    ceremony.check_certificate(boxes.ceremony_of(box), own.number, posted)
    return compact(posted)


def _contribution(box: SecretBox, own: KeyHolder, holders: list[KeyHolder], value: object) -> str:
    _all(holders, "certificate")
    posted = shapes.contribution(value)
    ceremony.check_contribution(
        boxes.ceremony_of(box), own.number, _certificates(holders), shapes.as_contribution(posted)
    )
    return compact(posted)


def _key(box: SecretBox, own: KeyHolder, holders: list[KeyHolder], value: object) -> str:
    _all(holders, "contribution")
    posted = shapes.key(value)
    ceremony.check_member_key(
        boxes.ceremony_of(box), own.number, _certificates(holders), _contributions(holders), posted
    )
    return compact(posted)


def _sheet(_box: SecretBox, own: KeyHolder, _holders: list[KeyHolder], value: object) -> bool:
    _all([own], "certificate")
    if value is not True:
        raise ValueError
    return True


def _match(box: SecretBox, _own: KeyHolder, holders: list[KeyHolder], value: object) -> bool:
    _all(holders, "key")
    if not box.group_code:
        box.group_code = ceremony.group_code(boxes.ceremony_of(box), _certificates(holders))
        box.save(update_fields=["group_code"])
    if not isinstance(value, str) or not hmac.compare_digest(value.encode(), box.group_code.encode()):
        raise ValueError
    return True


Round = Callable[[SecretBox, KeyHolder, list[KeyHolder], object], object]
_ROUNDS: Mapping[str, Round] = {
    "promise": _promise,
    "certificate": _certificate,
    "contribution": _contribution,
    "key": _key,
    "sheet": _sheet,
    "match": _match,
}
_FIELDS = {kind: kind for kind in _ROUNDS} | {"match": "matched"}


def _rehearse(box: SecretBox, vote: Vote, at: datetime) -> None:
    """Tập dượt: five test ballots of no household, closed at once, for the members to open."""
    boxes.write_election(box, name=f"Tập dượt: {vote.title}", description=vote.khu_pho.name, question=vote.question)
    asked = boxes.secret_vote(box)
    private = [random_exponent(asked.group) for _ in TEST_CHOICES]
    public = [public_credential(one, asked.group) for one in private]
    data, board = archive.start(int(at.timestamp()))
    more, board = archive.setup(board, box.election, box.trustees, credentials_text(public))
    boxes.append(box, (data + more, board))
    sealed = [ballots.seal(asked, one, choice).text for one, choice in zip(private, TEST_CHOICES, strict=True)]
    for text in sealed:
        boxes.append(box, archive.ballot(queries.board_of(box), text))
    boxes.append(box, archive.end(queries.board_of(box)))
    boxes.add_up(box, sealed)
