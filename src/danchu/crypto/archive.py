"""Tệp kết quả .bel: what is appended to the archive at each step. Nothing is ever rewritten.

A ``Board`` is the four facts needed to go on: it can be kept in a row and taken up again. Each function returns the
bytes to append and the next board. Raises ``BadBoard`` for a step that is not due.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from danchu.crypto.errors import BadBoard
from danchu.crypto.protocol import compact

BLOCK = 512
_BEFORE = {  # event: the events it may follow
    "Setup": ("",),
    "Ballot": ("Setup", "Ballot"),
    "EndBallots": ("Setup", "Ballot"),
    "EncryptedTally": ("EndBallots",),
    "PartialDecryption": ("EncryptedTally", "PartialDecryption"),
    "Result": ("EncryptedTally", "PartialDecryption"),
}


@dataclass(frozen=True)
class Board:
    """Chỗ đang viết tới: ``moment`` is the Unix time of the file's beginning, ``head`` the hash of the last event."""

    moment: int
    height: int = 0
    head: str = ""
    stage: str = ""


Step = tuple[bytes, Board]


def start(moment: int) -> Step:
    """The first record."""
    return _record("BELENIOS", compact({"version": 1, "timestamp": str(moment)}), moment), Board(moment)


def setup(board: Board, election: str, trustees: str, credentials: str) -> Step:
    """The vote, its keys and its list, fixed for ever."""
    named = {"election": _hash(election), "trustees": _hash(trustees), "credentials": _hash(credentials)}
    return _event(board, "Setup", election, trustees, credentials, compact(named))


def ballot(board: Board, text: str) -> Step:
    """A ballot that was judged and accepted."""
    return _event(board, "Ballot", text)


def end(board: Board) -> Step:
    """No ballot after this."""
    return _event(board, "EndBallots")


def tally(board: Board, text: str, ballots: int) -> Step:
    """The sealed sum of so many ballots; each household counts once."""
    summary = {"num_tallied": ballots, "total_weight": ballots, "encrypted_tally": _hash(text)}
    return _event(board, "EncryptedTally", text, compact(summary))


def opening(board: Board, trustee: int, text: str) -> Step:
    """A trustee's part of the opening."""
    return _event(board, "PartialDecryption", text, compact({"owner": trustee, "payload": _hash(text)}))


def result(board: Board, text: str) -> Step:
    """The end."""
    return _event(board, "Result", text)


def _event(board: Board, kind: str, *bodies: str) -> Step:
    if board.stage not in _BEFORE[kind]:
        raise BadBoard(kind)
    event: dict[str, object] = {"parent": board.head} if board.head else {}
    event |= {"height": board.height, "type": kind}
    if bodies:
        event["payload"] = _hash(bodies[-1])
    written = compact(event)
    records = [_record(f"{_hash(body)}.data.json", body, board.moment) for body in bodies]
    records.append(_record(f"{_hash(written)}.event.json", written, board.moment))
    return b"".join(records), Board(board.moment, board.height + 1, _hash(written), kind)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def _record(name: str, text: str, moment: int) -> bytes:
    body = text.encode("utf-8")
    header = bytearray(BLOCK)
    header[0 : len(name)] = name.encode("ascii")
    header[100:124] = b"0000644\0" + b"0000000\0" * 2
    header[124:148] = f"{len(body):011o}\0{moment:011o}\0".encode("ascii")
    header[148:157] = b"        0"
    header[148:156] = f"{sum(header):06o}\0 ".encode("ascii")
    return bytes(header) + body + bytes(-len(body) % BLOCK)
