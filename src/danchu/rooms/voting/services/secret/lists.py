"""Kín hay công khai, hộ không có mã, danh sách mã: one credential for each household of the frozen roll."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from danchu.crypto.questions import GROUP, new_uuid
from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.people.models import RollLine
from danchu.groups import group_named
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.secret import BASIS
from danchu.law.states import State
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import BlockedHousehold, PublicCredential, SecretBox, Vote
from danchu.rooms.voting.services.common import begin, subject


@transaction.atomic
def decide_secrecy(actor: Actor, *, vote_id: int, secret: bool, booth: bool, at: datetime) -> Vote:
    """Ghi các hộ chọn kín hay công khai, as the second question of the form poll decided; *kín* where not asked.

    Refused: ``secret.decided`` once keys were begun or the notice is out; ``secret.no_booth`` where the server has no
    pages for sealed ballots.
    """
    vote = begin(actor, Act.VOTING_SECRECY_DECIDE, vote_id, at)
    if vote.state != State.PREPARING or (vote.secret != secret and queries.box_of(vote) is not None):
        raise Refused(Refusal("secret.decided", BASIS))
    if secret and not booth:
        raise Refused(Refusal("secret.no_booth", BASIS))
    vote.secret, vote.secret_uuid = secret, vote.secret_uuid or new_uuid()
    vote.save(update_fields=["secret", "secret_uuid"])
    journal.record(actor, Act.VOTING_SECRECY_DECIDE, subject(vote), {"secret": secret}, at)
    return vote


@transaction.atomic
def block_household(actor: Actor, *, vote_id: int, line_id: int, reason: str, at: datetime) -> None:
    """Ghi hộ không có mã: its secret may be known to others; its credential is taken off the list."""
    vote = begin(actor, Act.VOTING_HOUSEHOLD_BLOCK, vote_id, at)
    _still_open(vote)
    line = RollLine.objects.get(pk=line_id, roll_id=vote.roll_id)
    _, made = BlockedHousehold.objects.get_or_create(
        ward_id=vote.ward_id,
        vote=vote,
        line=line,
        defaults={"reason": reason.strip()[:300], "by_id": actor.id, "at": at},
    )
    if made:
        PublicCredential.objects.filter(vote=vote, line=line).delete()
        facts = {"household": line.household_id}
        journal.record(actor, Act.VOTING_HOUSEHOLD_BLOCK, subject(vote), facts, at, detail={"reason": reason[:300]})


@transaction.atomic
def list_credentials(actor: Actor, *, vote_id: int, credentials: Mapping[int, str], at: datetime) -> Vote:
    """Lập danh sách mã: exactly one for each household of the roll that is not blocked; else nothing is kept.

    ``credentials`` by household. Taken until the archive begins; a later list replaces the earlier.
    """
    vote = begin(actor, Act.VOTING_CREDENTIALS_LIST, vote_id, at)
    lines = _still_open(vote)
    missing, extra = len(lines.keys() - credentials.keys()), len(credentials.keys() - lines.keys())
    if missing or extra:
        raise Refused(Refusal("secret.list_incomplete", BASIS, {"missing": missing, "extra": extra}))
    if len(set(credentials.values())) != len(credentials):
        raise Refused(Refusal("secret.list_double", BASIS))
    _members_of_the_group(credentials)
    PublicCredential.objects.filter(vote=vote).delete()
    PublicCredential.objects.bulk_create(
        (
            PublicCredential(ward_id=vote.ward_id, vote=vote, line_id=lines[household], public=public)
            for household, public in credentials.items()
        ),
        batch_size=500,
    )
    journal.record(actor, Act.VOTING_CREDENTIALS_LIST, subject(vote), {"credentials": len(credentials)}, at)
    return vote


def _still_open(vote: Vote) -> dict[int, int]:
    if not vote.secret:
        raise Refused(Refusal("secret.not_secret", BASIS))
    if vote.roll is None or vote.roll.frozen_at is None:
        raise Refused(Refusal("secret.no_roll", BASIS))
    box = SecretBox.objects.select_for_update().filter(vote=vote).order_by("-attempt").first()
    started = vote.state != State.PREPARING and vote.state != State.SCHEDULED
    if started or (box is not None and box.stage and not box.rehearsal):
        raise Refused(Refusal("secret.list_fixed", BASIS))
    return queries.lines_to_list(vote)


def _members_of_the_group(credentials: Mapping[int, str]) -> None:
    group = group_named(GROUP)
    try:
        bad = any(group.element(public) == group.identity for public in credentials.values())
    except ValueError:
        bad = True
    if bad:
        raise Refused(Refusal("secret.list_bad", BASIS))
