"""Kiến nghị về kết quả (khoản 4 Điều 24 Luật): written by anybody, answered by whom it was sent to, never deleted."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import check
from danchu.law import aftermath as law
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article, Convention
from danchu.law.people import Role
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import ResultPetition, Vote
from danchu.rooms.voting.services.common import subject

_UBND = frozenset({Role.WARD_CHAIR, Role.WARD_OFFICER})
# The People's Inspectorate works under the ward Front, which passes its answers on.
_ANSWERS = {
    law.Addressee.UBND: _UBND,
    law.Addressee.FRONT: frozenset({Role.WARD_FRONT}),
    law.Addressee.INSPECTORATE: frozenset({Role.WARD_FRONT}),
}


@transaction.atomic
def file_petition(actor: Actor, *, vote_id: int, addressee: str, words: str, at: datetime) -> ResultPetition:
    """Gửi kiến nghị về kết quả. Refused: those of ``law.aftermath.may_petition``, ``aftermath.no_result``."""
    vote = Vote.objects.select_related("khu_pho").get(pk=vote_id)
    check(actor, Act.VOTING_PETITION_FILE, queries.subject_of(vote))
    if not queries.is_decided(vote):
        raise Refused(Refusal("aftermath.no_result", Convention("aftermath")))
    require(law.may_petition(addressee, words))
    made = ResultPetition.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        addressee=addressee,
        words=words.strip(),
        code=f"{secrets.randbelow(10**8):08d}",
        at=at,
    )
    facts = {"petition": made.pk, "to": addressee}
    who = actor if actor.ward_id else Actor(actor.kind, vote.ward_id)  # nobody is asked who they are
    journal.record(who, Act.VOTING_PETITION_FILE, subject(vote), facts, at)
    return made


@transaction.atomic
def answer_petition(actor: Actor, *, petition_id: int, answer: str, at: datetime) -> ResultPetition:
    """Trả lời kiến nghị, once; refused by another body (``aftermath.wrong_body``) or twice."""
    made = ResultPetition.objects.select_for_update(of=("self",)).select_related("vote").get(pk=petition_id)
    check(actor, Act.VOTING_PETITION_ANSWER, queries.subject_of(made.vote))
    basis = Article("L10", 24, 4)
    body = law.Addressee(made.addressee)
    if not _ANSWERS[body] & actor.roles_in(None):
        label = law.ADDRESSEE_LABELS[body]
        raise Refused(Refusal("aftermath.wrong_body", basis, {"body_vi": label.vi, "body_en": label.en}))
    if made.answered_at is not None:
        raise Refused(Refusal("aftermath.answered_already", Convention("aftermath"), {"day": made.answered_at}))
    made.answer, made.answered_by_id, made.answered_at = answer.strip(), actor.id, at
    made.save(update_fields=["answer", "answered_by", "answered_at"])
    facts = {"petition": made.pk}
    journal.record(actor, Act.VOTING_PETITION_ANSWER, subject(made.vote), facts, at, detail={"answer": made.answer})
    return made
