"""Đọc ảnh: no words, but where and by whom it was taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from danchu.foundation.files.checks.pictures import PNG, jpg_segments, png_chunks
from danchu.foundation.files.reading.found import Read

_EXIF = b"Exif\x00\x00"
_APP1 = 0xE1
_GPS, _ARTIST = 0x8825, 0x013B
_MOST_ENTRIES = 500


def read(path: Path, found: Read) -> None:
    """The place and the name in the picture's notes."""
    content = path.read_bytes()
    found.pages = 1
    for block in _blocks(content):
        for tag in _tags(block):
            if tag == _GPS:
                found.find("place_taken")
            elif tag == _ARTIST:
                found.find("author")


def _blocks(content: bytes) -> Iterator[bytes]:
    if content.startswith(PNG):
        yield from (body for kind, body, _ in png_chunks(content) if kind == b"eXIf")
    else:
        yield from (
            body[len(_EXIF) :] for marker, body in jpg_segments(content) if marker == _APP1 and body.startswith(_EXIF)
        )


def _tags(block: bytes) -> Iterator[int]:
    """Numbers of the notes in the first directory of an Exif block."""
    order = {b"II": "little", b"MM": "big"}.get(block[:2])
    if order is None:
        return
    at = int.from_bytes(block[4:8], order)
    count = min(int.from_bytes(block[at : at + 2], order), _MOST_ENTRIES)
    for number in range(count):
        entry = block[at + 2 + 12 * number : at + 4 + 12 * number]
        if len(entry) == 2:
            yield int.from_bytes(entry, order)
