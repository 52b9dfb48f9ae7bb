"""Ghi câu trả lời trong nhóm Zalo: two people apart; alike, it is the household's entry in the register."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django_scopes import scopes_disabled

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.files import services as files
from danchu.foundation.people.models import RollLine
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article
from danchu.law.states import Choice, RoundKind, Route
from danchu.rooms.voting import queries, receipts
from danchu.rooms.voting.models import Ballot, BallotChoice, GroupAnswer, GroupPicture, Round
from danchu.rooms.voting.services.closing import freeze_count
from danchu.rooms.voting.services.common import begin, subject


@transaction.atomic
def enter_answer(
    actor: Actor, *, vote_id: int, line_id: int, choice: Choice, words: str = "", at: datetime
) -> Ballot | None:
    """Ghi điều hộ đã trả lời trong nhóm, as this person read it; the entry once a second person read the same.

    Entered again it replaces one's own; while the two differ the household has no entry. Refusals: those of
    ``law.group_poll.may_enter``, ``voting.not_on_roll``.
    """
    vote = begin(actor, Act.VOTING_GROUP_ENTER, vote_id, at)
    found = vote.rounds.select_for_update().get(kind=RoundKind.CONTENT)
    line = RollLine.objects.select_for_update().filter(pk=line_id, roll_id=vote.roll_id).first()
    if line is None:
        raise Refused(Refusal("voting.not_on_roll", Article("L10", 21, 1)))
    mine = found.group_answers.filter(line=line, entered_by_id=actor.id, dropped_at=None)
    mine.update(dropped_at=at)
    GroupAnswer.objects.create(
        ward_id=vote.ward_id,
        round=found,
        line=line,
        choice=choice,
        words=words.strip()[:1000] if choice == Choice.OTHER else "",
        entered_by_id=actor.id,
        at=at,
    )
    entry = _settle(found, line, actor, at)
    if found.closed_at is not None:
        freeze_count(found)
    facts = {"line": line.pk, "agreed": entry is not None}
    journal.record(actor, Act.VOTING_GROUP_ENTER, subject(vote), facts, at)
    return entry


def _settle(found: Round, line: RollLine, actor: Actor, at: datetime) -> Ballot | None:
    """The register follows what two people read alike."""
    answers = queries.answers_by_line(found)[line.pk]
    standing = queries.standing_ballot(found, line)
    agreed = answers[0] if queries.alike(answers) else None
    if standing is not None:
        if agreed is not None and standing.choice.choice == agreed.choice:
            return standing
        standing.superseded_at = at
        standing.save(update_fields=["superseded_at"])
    if agreed is None:
        return None
    ballot = Ballot.objects.create(
        ward_id=found.ward_id,
        round=found,
        line=line,
        route=Route.GROUP,
        helper_id=actor.id,
        arrived_at=at,
        code=receipts.free_code(found.ballots),
        tracker=receipts.new_tracker(),
        form_key=secrets.token_hex(16),
    )
    BallotChoice.objects.create(ward_id=found.ward_id, ballot=ballot, choice=agreed.choice, words=agreed.words)
    return ballot


@transaction.atomic
def keep_picture(actor: Actor, *, vote_id: int, upload: UploadedFile, erase_on: date, at: datetime) -> GroupPicture:
    """Lưu ảnh chụp nhóm, for the team alone, until the day on which its bytes are erased; its hash stays."""
    vote = begin(actor, Act.VOTING_GROUP_PICTURE, vote_id, at)
    found = vote.rounds.get(kind=RoundKind.CONTENT)
    stored = files.store(
        actor,
        upload,
        khu_pho_id=vote.khu_pho_id,
        opened_by=Act.VOTING_GROUP_PICTURE,
        subject=subject(vote),
        at=at,
    )
    made = GroupPicture.objects.create(
        ward_id=vote.ward_id, round=found, file=stored, kept_by_id=actor.id, at=at, erase_on=erase_on
    )
    facts = {"sha256": stored.sha256, "erase_on": erase_on.isoformat()}
    journal.record(actor, Act.VOTING_GROUP_PICTURE, subject(vote), facts, at)
    return made


def erase_pictures(at: datetime) -> int:
    """Xóa ảnh đã đến ngày: the bytes go, the row and the hash stay. Safe to run twice."""
    with scopes_disabled():
        due = list(GroupPicture.objects.filter(erased_at=None, erase_on__lte=clock.day(at)).select_related("file"))
        for one in due:
            files.erase(one.file)
            one.erased_at = at
            one.save(update_fields=["erased_at"])
    return len(due)
