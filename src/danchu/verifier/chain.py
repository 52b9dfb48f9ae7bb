"""Chuỗi sự kiện: events in their only order, each naming the one before it and the data written for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from danchu.verifier.records import Record
from danchu.verifier.refusals import about, require
from danchu.verifier.text import exact, fields, reference, small, string

# event: how many data records are written for it, and after which events it may stand ("": at the start)
_ORDER: dict[str, tuple[int, tuple[str, ...]]] = {
    "Setup": (4, ("",)),
    "Ballot": (1, ("Setup", "Ballot")),
    "EndBallots": (0, ("Setup", "Ballot")),
    "EncryptedTally": (2, ("EndBallots",)),
    "PartialDecryption": (2, ("EncryptedTally", "PartialDecryption")),
    "Result": (1, ("EncryptedTally", "PartialDecryption")),
}


@dataclass
class Story:
    """Diễn biến: the data of the vote by what it is; ``head`` is the hash of the last event, ``stage`` its type."""

    setup: list[Record] = field(default_factory=list)
    ballots: list[Record] = field(default_factory=list)
    tally: list[Record] = field(default_factory=list)
    openings: list[list[Record]] = field(default_factory=list)
    result: list[Record] = field(default_factory=list)
    stage: str = ""
    head: str = ""


class _Reader:
    """Follows the chain record by record."""

    def __init__(self, body: Callable[[Record], bytes]) -> None:
        self.story = Story()
        self.pending: list[Record] = []
        self._body = body
        self._height = 0
        self._seen: set[str] = set()
        self._cast: set[str] = set()

    def data(self, record: Record) -> None:
        """A data record: new, and waiting for its event."""
        require(record.hash not in self._cast, "ballot.replayed")
        require(record.hash not in self._seen, "chain.repeated")
        self._seen.add(record.hash)
        self.pending.append(record)

    def event(self, record: Record) -> None:
        """An event: linked to the one before, in its place, and about the data before it."""
        story = self.story
        parent, height, kind, payload = fields(exact(self._body(record)), "parent?", "height", "type", "payload?")
        require(parent == (story.head or None), "chain.parent")
        require(small(height) == self._height, "chain.height", said=height, expected=self._height)
        require(string(kind) in _ORDER, "chain.kind", kind=kind[:40])
        self._in_order(kind)
        require(kind != "Ballot" or payload not in self._cast, "ballot.replayed")
        wanted = _ORDER[kind][0]
        require(len(self.pending) == wanted, "chain.records", kind=kind, wanted=wanted, found=len(self.pending))
        require(payload == (self.pending[-1].hash if wanted else None), "chain.payload")
        self._take(kind)
        story.stage, story.head = kind, record.hash
        self.pending = []
        self._height += 1

    def _in_order(self, kind: str) -> None:
        stage = self.story.stage
        require(stage != "Result", "chain.after_result", kind=kind)
        require(kind != "Ballot" or stage in ("", "Setup", "Ballot"), "chain.ballot_after_end")
        require(stage in _ORDER[kind][1], "chain.order", kind=kind, after=stage or "–")

    def _take(self, kind: str) -> None:
        story, records = self.story, self.pending
        if kind == "Setup":
            stated = fields(exact(self._body(records[3])), "election", "trustees", "credentials")
            require([reference(name) for name in stated] == [record.hash for record in records[:3]], "chain.payload")
            story.setup = records
        elif kind == "Ballot":
            story.ballots += records
            self._cast.add(records[0].hash)
        elif kind == "EncryptedTally":
            story.tally = records
        elif kind == "PartialDecryption":
            story.openings.append(records)
        elif kind == "Result":
            story.result = records


def read_story(records: Iterable[Record], body: Callable[[Record], bytes]) -> Story:
    """Follow the chain to its end, which need not be the result. Refused: ``chain.…``, ``ballot.replayed``."""
    reader = _Reader(body)
    for record in records:
        with about(record.number, record.hash):
            if record.event:
                reader.event(record)
            else:
                reader.data(record)
    for record in reader.pending[:1]:
        with about(record.number, record.hash):
            require(False, "chain.loose")
    require(bool(reader.story.stage), "chain.empty")
    return reader.story
