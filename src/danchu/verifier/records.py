"""Tệp .bel: a row of records in 512-byte blocks, each named by the hash of its body; every byte is accounted for.

Only places and names are kept in memory; a body is read when it is needed, so the size of a file is no burden.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from danchu.verifier.refusals import NotAVoteFile, about, require
from danchu.verifier.text import digest, exact, fields, small, string

BLOCK = 512
LONGEST = 64 * 1024 * 1024  # of one record: the list of 100,000 households
FIRST = b"BELENIOS"
_LENGTH = re.compile(rb"[0-7]{11}\0")
_NAME = re.compile(rb"([0-9a-f]{64})\.(data|event)\.json\0")
_SECONDS = re.compile(r"0|[1-9][0-9]{0,10}", re.ASCII)


class Record(NamedTuple):
    """Bản ghi: where a record's body lies, and the hash it is named by; ``event`` or else data."""

    number: int
    hash: str
    event: bool
    start: int
    length: int


def body(file: BinaryIO, record: Record) -> bytes:
    """The bytes of a record."""
    file.seek(record.start)
    return file.read(record.length)


def scan(file: BinaryIO) -> Iterator[Record]:
    """All records after the first. Raises ``NotAVoteFile``; refused: ``archive.…``."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    seconds, at = _first(file, size)
    index = 1
    while at < size:
        file.seek(at)
        header = file.read(BLOCK)
        with about(index, ""):
            name = _NAME.match(header)
            require(name is not None, "archive.header")
            assert name is not None
            length = _length(header)
            require(header == _header(name[0][:-1], length, seconds), "archive.header")
            data = _body(file, length, size - at - BLOCK)
            stated = name[1].decode("ascii")
            require(digest(data) == stated, "archive.hash", name=stated)
        yield Record(index, stated, name[2] == b"event", at + BLOCK, length)
        at += BLOCK + _padded(length)
        index += 1


def _first(file: BinaryIO, size: int) -> tuple[int, int]:
    """The record that says what kind of file this is: its time stands in every header. Also where the next begins."""
    header = file.read(BLOCK)
    if len(header) < BLOCK or not header.startswith(FIRST + b"\0"):
        raise NotAVoteFile
    with about(0, ""):
        length = _length(header)
        value = exact(_body(file, length, size - BLOCK))
        version, timestamp = fields(value, "version", "timestamp")
        require(small(version) == 1, "archive.version")
        require(_SECONDS.fullmatch(string(timestamp)) is not None, "archive.header")
        require(int(timestamp) < 8**11 and header == _header(FIRST, length, int(timestamp)), "archive.header")
    return int(timestamp), BLOCK + _padded(length)


def _length(header: bytes) -> int:
    require(_LENGTH.fullmatch(header[124:136]) is not None, "archive.header")
    return int(header[124:135], 8)


def _body(file: BinaryIO, length: int, left: int) -> bytes:
    require(length <= LONGEST, "archive.long", most=LONGEST)
    require(_padded(length) <= left, "archive.cut")
    data = file.read(_padded(length))
    require(not data[length:].strip(b"\0"), "archive.padding")
    return data[:length]


def _padded(length: int) -> int:
    return -(-length // BLOCK) * BLOCK


def _header(name: bytes, length: int, seconds: int) -> bytes:
    """The one header such a record can have."""
    head = name.ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + b"%011o\0%011o\0" % (length, seconds)
    tail = b"0" + b"\0" * (BLOCK - 157)
    checksum = sum(head) + sum(tail) + 8 * ord(" ")
    return head + b"%06o\0 " % checksum + tail
