"""Hòm phiếu: the election's text, the archive's steps, and the close. Called inside the transaction of an act."""

from __future__ import annotations

import json
from datetime import datetime

from danchu.crypto import archive, tally
from danchu.crypto.archive import Step
from danchu.crypto.ceremony import Ceremony, Contribution
from danchu.crypto.credentials import credentials_text
from danchu.crypto.questions import GROUP, SecretVote
from danchu.crypto.server_key import server_key, trustee_key
from danchu.crypto.trustees import election_key, trustees_text
from danchu.foundation.keys import key
from danchu.groups import group_named
from danchu.law.answers import Refusal, Refused, require
from danchu.law.secret import BASIS, may_announce
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import ArchiveStep, Ballot, PublicCredential, Round, SecretBox, Vote

KEY_FILE = "phieu-kin"  # in the key folder, which no backup holds


def own_secret(box: SecretBox) -> int:
    """Chìa của máy chủ in this election: derived when needed, kept nowhere."""
    return server_key(key(KEY_FILE), box.uuid, group_named(GROUP))


def ceremony_of(box: SecretBox) -> Ceremony:
    """The ceremony's own arithmetic."""
    return Ceremony(box.uuid, box.size, group_named(GROUP))


def locked(vote: Vote) -> SecretBox:
    """The box that counts, held for writing; the last lock before the journal's."""
    box = SecretBox.objects.select_for_update().filter(vote=vote).order_by("-attempt").first()
    if box is None:
        raise Refused(Refusal("secret.keys_missing", BASIS))
    return box


def append(box: SecretBox, step: Step, ballot: Ballot | None = None) -> None:
    """Write one step; it stands or falls with the transaction it is in."""
    data, board = step
    ArchiveStep.objects.create(
        ward_id=box.ward_id,
        box=box,
        number=board.height,
        kind=board.stage,
        data=data,
        ballot=ballot,
    )
    box.moment, box.height, box.head, box.stage = board.moment, board.height, board.head, board.stage
    box.save(update_fields=["moment", "height", "head", "stage"])


def write_election(box: SecretBox, *, name: str, description: str, question: str) -> None:
    """Fix text and keys: from here on everything is bound to these letters."""
    holders = list(box.holders.order_by("number"))
    ceremony, server = ceremony_of(box), trustee_key(own_secret(box), group_named(GROUP))
    certificates = [json.loads(one.certificate) for one in holders]
    contributions = [contribution_of(one.contribution) for one in holders]
    keys = [json.loads(one.key) for one in holders]
    box.trustees = trustees_text(ceremony, server, certificates, contributions, keys)
    public = election_key(ceremony, server, certificates, contributions)
    box.election = SecretVote(box.uuid, name, description, question, public).text
    box.save(update_fields=["trustees", "election"])


def contribution_of(text: str) -> Contribution:
    """A kept contribution as the ceremony's arithmetic takes it."""
    value = json.loads(text)
    return Contribution(value["coefficients"], value["agreement"], tuple(value["shares"]))


def secret_vote(box: SecretBox) -> SecretVote:
    """The election as the writer of tallies and openings needs it, read from the stored text."""
    kept = json.loads(box.election)
    (asked,) = kept["questions"]
    words = (kept["name"], kept["description"], asked["question"])
    return SecretVote(box.uuid, *words, queries.election_of(box).key.element)


def announce(vote: Vote) -> None:
    """With the notice: keys and list are complete, and the text is fixed. Refused: ``law.secret.may_announce``."""
    require(may_announce(queries.key_facts(vote)))
    write_election(
        locked(vote),
        name=vote.title,
        description=f"{vote.khu_pho.name}, {vote.ward}",
        question=vote.question,
    )


def set_up(box: SecretBox, vote: Vote, opens_at: datetime) -> None:
    """The archive's beginning, written by whoever first needs it after the opening time; the same whoever it is."""
    if box.stage:
        return
    public = PublicCredential.objects.filter(vote=vote).values_list("public", flat=True)
    data, board = archive.start(int(opens_at.timestamp()))
    more, board = archive.setup(board, box.election, box.trustees, credentials_text(public))
    append(box, (data + more, board))


def end(vote: Vote, found: Round) -> None:
    """Khóa hòm phiếu: no ballot after this; the sealed sum, if register and archive agree, else what differs."""
    box = locked(vote)
    if not box.election:
        return  # annulled before its notice
    set_up(box, vote, found.opens_at)
    append(box, archive.end(queries.board_of(box)))
    last = queries.last_ballots(box)
    box.difference = queries.difference(vote, found, last)
    box.save(update_fields=["difference"])
    if not box.difference:
        add_up(box, [text for text, _ in last.values()])


def add_up(box: SecretBox, ballots: list[str]) -> None:
    """The sealed sum of the last ballots."""
    vote = secret_vote(box)
    box.tally, box.counted = tally.tally_text(vote, tally.add_up(vote, ballots)), len(ballots)
    box.save(update_fields=["tally", "counted"])
    append(box, archive.tally(queries.board_of(box), box.tally, box.counted))
