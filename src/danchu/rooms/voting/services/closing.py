"""Khóa sổ: by the clock, once, final; the count is frozen with it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django_scopes import scope, scopes_disabled

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import system
from danchu.foundation.duties import services as duties
from danchu.foundation.places.calendar import ward_calendar
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.basis import Article
from danchu.law.clocks import due
from danchu.law.people import Role
from danchu.law.states import RoundKind, State
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Round, Vote
from danchu.rooms.voting.services.common import next_state, subject
from danchu.rooms.voting.services.secret import box


def close_round(round_id: int, *, at: datetime) -> None:
    """Khóa một lần hỏi đã hết giờ, from a job; does nothing when it is closed, stopped or not due."""
    with scopes_disabled():
        ward = Round.objects.select_related("ward").get(pk=round_id).ward
    with scope(ward=ward):
        _close(round_id, at)


def close_if_due(vote: Vote, *, at: datetime) -> Vote:
    """The first reader after closing time writes the close, so that nobody waits for a job.

    A clock in doubt ends no vote and keeps nobody from reading: the close waits until it is set right or confirmed.
    """
    due_rounds = [
        one.pk
        for one in queries.rounds_of(vote).values()
        if one.closed_at is None and one.stopped_at is None and not one.at_meeting and one.closes_at <= at
    ]
    try:
        for round_id in due_rounds:
            _close(round_id, at)
    except Refused as refused:
        if not refused.refusal.code.startswith("clock."):
            raise
        return vote
    return queries.vote_by_slug(vote.slug) if due_rounds else vote


@transaction.atomic
def _close(round_id: int, at: datetime) -> None:
    """Takes the round exclusively: casts in flight finish first, later ones find the close written."""
    found = Round.objects.select_for_update().get(pk=round_id)
    vote = Vote.objects.select_for_update().get(pk=found.vote_id)
    found.vote = vote
    wanted = State.PREPARING if found.kind == RoundKind.FORM else State.SCHEDULED
    if found.closed_at or found.stopped_at or found.at_meeting or found.closes_at > at or vote.state != wanted:
        return
    found.closed_at = at
    if queries.counts_choices(found):
        freeze_count(found)
    elif queries.is_secret(found):  # counted by the key holders
        found.save(update_fields=["closed_at"])
        box.end(vote, found)
    else:  # slips are counted afterwards, before witnesses
        found.save(update_fields=["closed_at"])
    actor = system(vote.ward_id)
    if found.kind == RoundKind.FORM:
        act = Act.VOTING_FORM_POLL_CLOSE
        settle_form_poll(vote, found, at)
    else:
        act = Act.VOTING_VOTE_CLOSE
        vote.state = next_state(vote, act)
        vote.save(update_fields=["state"])
        start_sending_clock(vote, found.closes_at)
    facts = {
        "round": found.kind,
        "closed_for": found.closes_at.isoformat(),
        "households": found.households,
        "took_part": queries.turnout(found),
    }
    journal.record(actor, act, subject(vote), facts, at)


def freeze_count(found: Round) -> None:
    """Write the counts into the round: at the close, and again when a dispute takes an entry out before sealing."""
    tally = queries.tally(found)
    found.yes, found.no, found.other = tally.yes, tally.no, tally.other
    found.save(update_fields=["closed_at", "yes", "no", "other"])


def settle_form_poll(vote: Vote, found: Round, at: datetime) -> None:
    """Not more than half of all households chose online: this vote ends here, a meeting or slips are the way."""
    if not queries.form_poll_passed(found):
        vote.state, vote.ended_at = State.FORM_REFUSED, at
        vote.save(update_fields=["state", "ended_at"])
        duties.drop(ward_id=vote.ward_id, subject=subject(vote), at=at)


def start_sending_clock(vote: Vote, ended_at: datetime) -> None:
    """Chậm nhất 05 ngày làm việc gửi Ủy ban nhân dân và Mặt trận phường (khoản 3 Điều 20 Luật)."""
    ended_on = clock.day(ended_at)
    duties.start(
        ward_id=vote.ward_id,
        khu_pho_id=vote.khu_pho_id,
        subject=subject(vote),
        title=vote.title,
        url=reverse("voting:desk", kwargs={"slug": vote.slug}),
        owed_by=Role.HEAD,
        basis=Article("L10", 20, 3).key,
        deadline=due("doc.send", ended_on, ward_calendar(vote.ward_id, ended_on)),
    )
