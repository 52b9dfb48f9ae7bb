"""Gửi thêm ý kiến: words apart from every ballot."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from danchu.foundation import clock
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article
from danchu.law.secret import BASIS
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import GivenOpinion, Round
from danchu.rooms.voting.services.common import lock_shared


@transaction.atomic
def give_opinion(*, vote_id: int, words: str, at: datetime) -> None:
    """Gửi thêm ý kiến: without household, session or hour, so neither actor nor journal row; shown after the close.

    A journal row would tell the second, and with it beside which ballot the words came.
    """
    found = Round.objects.select_related("vote").get(vote_id=vote_id, kind=RoundKind.CONTENT)
    lock_shared(found)
    if not queries.is_secret(found):
        raise Refused(Refusal("secret.not_secret", BASIS))
    if not queries.round_running(found, at):
        raise Refused(Refusal("voting.not_running", Article("D59", 5, 3)))
    if words.strip():
        GivenOpinion.objects.create(
            ward_id=found.ward_id, vote_id=vote_id, words=words.strip()[:1000], day=clock.day(at)
        )
