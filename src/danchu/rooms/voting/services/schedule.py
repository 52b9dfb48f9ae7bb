"""Đặt thời gian, hai người xác nhận lời văn, đăng thông báo: from here the clock alone opens and closes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.law.states import RoundKind
from danchu.law.voting_acts import times_answer
from danchu.rooms.voting.models import Confirmation, Round, SlipPlan, Vote
from danchu.rooms.voting.services.common import begin, next_state, subject, text_digest
from danchu.rooms.voting.services.findable import put_in_search
from danchu.rooms.voting.services.recordings import record_notice
from danchu.rooms.voting.services.secret import box
from danchu.rooms.voting.services.telling import tell_notice


@transaction.atomic
def schedule_vote(actor: Actor, *, vote_id: int, opens_at: datetime, closes_at: datetime, at: datetime) -> Round:
    """Đặt giờ mở và giờ đóng; changing them voids earlier confirmations."""
    vote = begin(actor, Act.VOTING_VOTE_SCHEDULE, vote_id, at)
    require(times_answer(opens_at, closes_at, at))
    found, _ = Round.objects.update_or_create(
        ward_id=vote.ward_id,
        vote=vote,
        kind=RoundKind.CONTENT,
        defaults={"opens_at": opens_at, "closes_at": closes_at, "households": vote.roll.households},
    )
    vote.text_digest = text_digest(vote, found)
    vote.save(update_fields=["text_digest"])
    SlipPlan.objects.filter(vote=vote).update(marked_at=None)  # slips printed with the old days bear no mark
    facts = {"opens": opens_at.isoformat(), "closes": closes_at.isoformat()}
    journal.record(actor, Act.VOTING_VOTE_SCHEDULE, subject(vote), facts, at)
    return found


@transaction.atomic
def confirm_text(actor: Actor, *, vote_id: int, digest: str, at: datetime) -> Vote:
    """Xác nhận đúng lời văn đã xem trên khung điện thoại; refused if it changed meanwhile (``voting.text_changed``)."""
    vote = begin(actor, Act.VOTING_TEXT_CONFIRM, vote_id, at)
    if digest != vote.text_digest:
        raise Refused(Refusal("voting.text_changed", Convention("text")))
    Confirmation.objects.get_or_create(
        ward_id=vote.ward_id, vote=vote, staff_id=actor.id, digest=digest, defaults={"at": at}
    )
    journal.record(actor, Act.VOTING_TEXT_CONFIRM, subject(vote), {"digest": digest}, at)
    return vote


@transaction.atomic
def publish_notice(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Đăng thông báo hình thức, nội dung, thời gian, cách biểu quyết (59/5.3); text and times are fixed now."""
    vote = begin(actor, Act.VOTING_NOTICE_PUBLISH, vote_id, at)
    content = vote.rounds.get(kind=RoundKind.CONTENT)
    if text_digest(vote, content) != vote.text_digest:
        raise Refused(Refusal("voting.text_changed", Convention("text")))
    if vote.secret:
        box.announce(vote)
    vote.state = next_state(vote, Act.VOTING_NOTICE_PUBLISH)
    vote.notice_at = at
    vote.save(update_fields=["state", "notice_at"])
    put_in_search(vote, at)
    tell_notice(vote, content, at)
    record_notice(vote, at)
    journal.record(actor, Act.VOTING_NOTICE_PUBLISH, subject(vote), {"digest": vote.text_digest}, at)
    return vote
