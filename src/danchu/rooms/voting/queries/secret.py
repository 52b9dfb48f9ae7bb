"""Đọc hòm phiếu kín: keys, list, archive. Nothing here can open a ballot."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

from danchu import verifier
from danchu.crypto.archive import BLOCK, Board
from danchu.crypto.protocol import fingerprint
from danchu.law.secret import CountFacts, KeyFacts
from danchu.rooms.voting import receipts
from danchu.rooms.voting.models import (
    ArchiveStep,
    BlockedHousehold,
    PublicCredential,
    Round,
    SecretBox,
    Vote,
)
from danchu.rooms.voting.queries.register import STANDING

_SIZE = slice(124, 135)  # where a record's header says how long its body is


def box_of(vote: Vote) -> SecretBox | None:
    """The box that counts: the newest attempt."""
    return vote.boxes.order_by("-attempt").first()


def box_at(slug: str) -> SecretBox | None:
    """The box of the vote at that address, once its archive has begun."""
    return SecretBox.objects.filter(vote__slug=slug, rehearsal=False).exclude(stage="").order_by("-attempt").first()


def ballots_in(box: SecretBox) -> int:
    """Ballots in the archive, replaced ones too."""
    return box.steps.filter(kind="Ballot").count()


def board_of(box: SecretBox) -> Board:
    """Where its archive stands."""
    return Board(box.moment, box.height, box.head, box.stage)


@lru_cache(maxsize=32)
def _election(text: str) -> verifier.Election:
    return verifier.read_election(text.encode("utf-8"))


def election_of(box: SecretBox) -> verifier.Election:
    """The election as the judge reads it; its tables are made once a process."""
    return _election(box.election)


def archive(box: SecretBox) -> Iterator[bytes]:
    """Tệp kết quả: the whole archive as it stands, record after record."""
    rows = ArchiveStep.objects.filter(box=box).order_by("number").values_list("data", flat=True)
    for data in rows.iterator(chunk_size=200):
        yield bytes(data)


def events_of(data: bytes) -> list[tuple[dict[str, Any], str]]:
    """The events in some records, each with its hash; a record that is not what its name says ends the list."""
    found, place = [], 0
    while place < len(data):
        size = int(data[place:][_SIZE], 8)
        name, body = data[place : place + 100].rstrip(b"\0").decode("ascii"), data[place + BLOCK :][:size]
        digest = sha256(body).hexdigest()
        if not name.startswith(("BELENIOS", digest)):
            return []
        if name.endswith(".event.json"):
            found.append((json.loads(body), digest))
        place += BLOCK + size + -size % BLOCK
    return found


def archive_size(box: SecretBox) -> int:
    """How long the archive is now."""
    return sum(len(data) for data in archive(box))


def ballot_texts(box: SecretBox) -> Iterator[str]:
    """Every ballot of the archive, in order."""
    steps = ArchiveStep.objects.filter(box=box, kind="Ballot").order_by("number").values_list("data", flat=True)
    for data in steps.iterator(chunk_size=200):
        record = bytes(data)
        yield record[BLOCK : BLOCK + int(record[_SIZE], 8)].decode("utf-8")


def last_ballots(box: SecretBox) -> dict[str, tuple[str, str]]:
    """Phiếu được đếm: the last of each credential, with its tracker as addresses write it."""
    last = {}
    for text in ballot_texts(box):
        last[json.loads(text)["credential"]] = text, receipts.address(fingerprint(text))
    return last


def difference(vote: Vote, found: Round, last: Mapping[str, tuple[str, str]]) -> dict[str, list[str]]:
    """Chỗ sổ và tệp không khớp, by household number; empty where they agree, as they must at the close.

    ``archive``: in the archive alone; ``register``: in the register alone; ``credentials``: without a credential
    though not blocked, or with one though blocked.
    """
    numbers = dict(vote.roll.lines.values_list("pk", "number"))
    listed = dict(PublicCredential.objects.filter(vote=vote).values_list("public", "line_id"))
    recorded = set(found.ballots.filter(STANDING, sealed=True).values_list("line_id", "tracker"))
    archived = {(listed.get(credential), tracker) for credential, (_, tracker) in last.items()}
    uneven = set(listed.values()) ^ set(lines_to_list(vote).values())
    told = {
        "archive": {line for line, _ in archived - recorded},
        "register": {line for line, _ in recorded - archived},
        "credentials": uneven,
    }
    return {name: sorted(numbers.get(line, "?") for line in lines) for name, lines in told.items() if lines}


def credential_of(vote: Vote, line_id: int) -> str | None:
    """The household's public credential in this vote; None where it has none."""
    return PublicCredential.objects.filter(vote=vote, line_id=line_id).values_list("public", flat=True).first()


def lines_to_list(vote: Vote) -> dict[int, int]:
    """Households that get a credential: line by household, the roll without the blocked."""
    blocked = BlockedHousehold.objects.filter(vote=vote).values("line")
    return dict(vote.roll.lines.exclude(pk__in=blocked).values_list("household_id", "pk")) if vote.roll else {}


def key_facts(vote: Vote) -> KeyFacts:
    """What the law asks before the notice of a secret vote."""
    box = box_of(vote)
    holders = list(box.holders.all()) if box else []
    return KeyFacts(
        members=frozenset(one.staff_id for one in holders),
        team=frozenset(vote.team.filter(left_at=None).values_list("staff_id", flat=True)),
        keys=sum(bool(one.key) for one in holders),
        sheets=sum(one.sheet for one in holders),
        matched=sum(one.matched for one in holders),
        listed=PublicCredential.objects.filter(vote=vote).count(),
        to_list=len(lines_to_list(vote)),
        rehearsal=box is not None and box.rehearsal,
    )


def count_facts(box: SecretBox) -> CountFacts:
    """What the law asks before the sum is opened."""
    return CountFacts(
        summed=box.stage in {"EncryptedTally", "PartialDecryption", "Result"},
        ballots=box.counted or 0,
        consents=box.holders.filter(consented_at__isnull=False).count(),
        needed=box.needed,
        differs=bool(box.difference),
        done=box.result is not None,
    )
