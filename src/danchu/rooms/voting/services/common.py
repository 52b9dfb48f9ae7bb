"""Mở đầu chung của mọi việc."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.db import connection, models

from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import check
from danchu.foundation.journal.chain import canonical, stamp
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.procedure import advance
from danchu.law.states import State
from danchu.law.voting_acts import TRANSITIONS, may
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Round, Vote


def begin(actor: Actor, act: Act, vote_id: int, at: datetime) -> Vote:
    """Lock the vote for writing and ask whether this actor may do this act now; ``Refused`` if not."""
    vote = Vote.objects.select_for_update(of=("self",)).select_related("khu_pho", "ward", "roll").get(pk=vote_id)
    check(actor, act, queries.subject_of(vote))
    require(may(act, queries.facts_of(vote, at), at))
    return vote


def next_state(vote: Vote, act: Act) -> State:
    """The state after the act; the table is the law's."""
    step = advance(TRANSITIONS, State(vote.state), act)
    if isinstance(step, Refusal):
        raise Refused(step)
    return State(step)


def lock_shared(row: models.Model) -> None:
    """Hold the row against a writer while others may share it; SQLite's IMMEDIATE transaction already does."""
    if connection.vendor == "postgresql":
        table = connection.ops.quote_name(row._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM {table} WHERE id = %s FOR SHARE", [row.pk])  # noqa: S608 - our own name


def subject(row: Vote | Round) -> str:
    """How the journal and the duties name it."""
    return f"{row._meta.model_name}:{row.pk}"


def text_digest(vote: Vote, content: Round | None) -> str:
    """SHA-256 of what people confirm and vote on: words, choices and times."""
    return hashlib.sha256(canonical(_text(vote, content))).hexdigest()


def _text(vote: Vote, content: Round | None) -> dict[str, Any]:
    return {
        "title": vote.title,
        "question": vote.question,
        "body": vote.body,
        "meanings": [vote.yes_means, vote.no_means, vote.other_means],
        "paper": vote.paper_id,
        "opens": stamp(content.opens_at) if content else "",
        "closes": stamp(content.closes_at) if content else "",
    }
