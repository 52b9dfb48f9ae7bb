"""Lấy ý kiến chọn hình thức (59/5.2c): online by card, or recorded from a meeting."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.files.models import StoredFile
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.law.outcome import Counts
from danchu.law.states import RoundKind
from danchu.law.voting_acts import times_answer
from danchu.rooms.voting.models import Round, Vote
from danchu.rooms.voting.services.closing import settle_form_poll
from danchu.rooms.voting.services.common import begin, subject


@transaction.atomic
def open_form_poll(actor: Actor, *, vote_id: int, opens_at: datetime, closes_at: datetime, at: datetime) -> Round:
    """Hỏi các hộ có chọn biểu quyết trực tuyến không; the clock opens and closes it (``voting.times``)."""
    vote = begin(actor, Act.VOTING_FORM_POLL_OPEN, vote_id, at)
    require(times_answer(opens_at, closes_at, at))
    found = Round.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        kind=RoundKind.FORM,
        opens_at=opens_at,
        closes_at=closes_at,
        households=vote.roll.households,
    )
    facts = {"opens": opens_at.isoformat(), "closes": closes_at.isoformat(), "households": found.households}
    journal.record(actor, Act.VOTING_FORM_POLL_OPEN, subject(vote), facts, at)
    return found


@transaction.atomic
def record_form_poll(
    actor: Actor, *, vote_id: int, held_at: datetime, yes: int, no: int, paper: StoredFile, at: datetime
) -> Vote:
    """Ghi kết quả hỏi tại một cuộc họp, with its scanned minutes; figures that cannot be are refused."""
    vote = begin(actor, Act.VOTING_FORM_POLL_RECORD, vote_id, at)
    if held_at > at:
        raise Refused(Refusal("voting.meeting_in_future", Convention("form_poll"), {"held_at": held_at}))
    impossible = Counts(vote.roll.households, yes, no).impossible()
    if impossible is not None:
        raise Refused(impossible)
    found = Round.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        kind=RoundKind.FORM,
        opens_at=held_at,
        closes_at=held_at + timedelta(seconds=1),
        closed_at=at,
        at_meeting=True,
        meeting_paper=paper,
        households=vote.roll.households,
        yes=yes,
        no=no,
        other=0,
    )
    settle_form_poll(vote, found, at)
    journal.record(
        actor, Act.VOTING_FORM_POLL_RECORD, subject(vote), {"yes": yes, "no": no, "households": found.households}, at
    )
    return vote
