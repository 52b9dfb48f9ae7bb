"""Soát ảnh: whole, of a size phones can show, and nothing glued behind it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from danchu.foundation.files.checks.common import holds_a_package, refused

PNG = b"\x89PNG\r\n\x1a\n"
MOST_DOTS = 120_000_000
_FOREIGN = re.compile(rb"%PDF-|<(html|script|svg|!doctype|\?php)", re.IGNORECASE)
_HEAD = 1024
_END_OF_JPG = b"\xff\xd9"
_START_OF_FRAME = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_START_OF_SCAN = 0xDA


def check_png(content: bytes) -> str:
    """``png``, or refused."""
    end = len(PNG)
    last = b""
    for kind, body, end in png_chunks(content):  # noqa: B007 - the last one tells where the picture ends
        if kind == b"IHDR":
            _refuse_size(int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big"))
        last = kind
    if last != b"IEND":
        raise refused("files.damaged")
    if content[end:].strip(b"\x00\r\n") or holds_a_package(content):
        raise refused("files.two_kinds")
    return "png"


def png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Kind, bytes and end of each chunk up to IEND; stops where the file is broken."""
    at = len(PNG)
    while at + 12 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        body, after = content[at + 8 : at + 8 + size], at + 12 + size
        if after > len(content) or zlib.crc32(kind + body) != int.from_bytes(content[after - 4 : after], "big"):
            return
        yield kind, body, after
        if kind == b"IEND":
            return
        at = after


def check_jpg(content: bytes) -> str:
    """``jpg``, or refused. Phones put a short film or their own notes behind the picture: those may stay."""
    frame = next((body for marker, body in jpg_segments(content) if marker in _START_OF_FRAME), None)
    end = content.rfind(_END_OF_JPG)
    if frame is None or len(frame) < 5 or end < 0:
        raise refused("files.damaged")
    _refuse_size(int.from_bytes(frame[3:5], "big"), int.from_bytes(frame[1:3], "big"))
    behind = content[end + 2 :]
    if holds_a_package(content) or _FOREIGN.search(content[:_HEAD]) or _FOREIGN.search(behind):
        raise refused("files.two_kinds")
    return "jpg"


def jpg_segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment before the picture itself."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        if size < 2 or at + 2 + size > len(content):
            return
        yield marker, content[at + 4 : at + 2 + size]
        if marker == _START_OF_SCAN:
            return
        at += 2 + size


def _refuse_size(width: int, height: int) -> None:
    if not width or not height:
        raise refused("files.damaged")
    if width * height > MOST_DOTS:
        raise refused("files.swollen")
