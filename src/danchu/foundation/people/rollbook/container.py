"""Mở tệp an toàn: what kind of file this is, and a workbook's parts unpacked without trusting what it claims.

Everything happens in memory; nothing is written to disk.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from danchu.foundation.people.rollbook.errors import RollFileError
from danchu.foundation.people.rollbook.model import Limits

_CHUNK = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_RATIO_FROM = 1024 * 1024

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "file.picture"),
    (b"\xff\xd8\xff", "file.picture"),
    (b"GIF8", "file.picture"),
    (b"II*\x00", "file.picture"),
    (b"MM\x00*", "file.picture"),
    (b"%PDF", "file.pdf"),
    (b"{\\rtf", "file.word"),
    (b"Rar!", "file.archive"),
    (b"7z\xbc\xaf\x27\x1c", "file.archive"),
    (b"\x1f\x8b", "file.archive"),
    (b"\x09\x08\x10\x00", "file.xls_old"),
    (b"\x09\x04\x06\x00", "file.xls_old"),
    (b"\x09\x02\x06\x00", "file.xls_old"),
    (b"\x09\x00\x04\x00", "file.xls_old"),
    (b"MZ", "file.unknown"),
    (b"\x7fELF", "file.unknown"),
)


def load(source: bytes | Path, limits: Limits) -> bytes:
    """The bytes of the file. Raises ``RollFileError`` when it is missing, empty or too large."""
    if isinstance(source, Path):
        try:
            size = source.stat().st_size
            _refuse_size(size, limits)
            source = source.read_bytes()
        except OSError as error:
            raise RollFileError("file.unreadable") from error
    _refuse_size(len(source), limits)
    if not source.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise RollFileError("file.empty")
    return source


def _refuse_size(size: int, limits: Limits) -> None:
    if size > limits.max_bytes:
        raise RollFileError("file.too_large", {"limit": limits.max_bytes // (1024 * 1024)})


def is_workbook(data: bytes) -> bool:
    """True for a ZIP container, False for text. Raises ``RollFileError`` for every other kind of file."""
    if data.startswith(_ZIP):
        return True
    if data.startswith(_OLE):
        raise RollFileError(_ole_kind(data))
    for magic, code in _MAGIC:
        if data.startswith(magic):
            raise RollFileError(code)
    if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise RollFileError("file.picture")
    if data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00":
        raise RollFileError("file.picture")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"<head", b"<svg", b"mime-version:")):
        raise RollFileError("file.web_page")
    return False


def _ole_kind(data: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "file.password"
    if holds("Workbook") or holds("Book"):
        return "file.xls_old"
    return "file.word" if holds("WordDocument") else "file.unknown"


class Parts:
    """Các phần của tệp .xlsx: a ZIP whose sizes are checked first and again while unpacking."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits
        self._left = limits.max_unpacked
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
            raise RollFileError("file.damaged") from error
        self._entries = {entry.filename: entry for entry in entries}
        if len(entries) > limits.max_parts or len(self._entries) != len(entries):
            raise RollFileError("file.trap")
        if any(entry.flag_bits & 1 for entry in entries):
            raise RollFileError("file.password")
        for entry in entries:
            swollen = entry.file_size > _RATIO_FROM and entry.file_size > entry.compress_size * limits.max_ratio
            if swollen or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise RollFileError("file.trap")
        if sum(entry.file_size for entry in entries) > limits.max_unpacked:
            raise RollFileError("file.trap")
        self._refuse_other_kinds()

    def _refuse_other_kinds(self) -> None:
        names = [name.lower() for name in self._entries]

        def any_in(*starts: str) -> bool:
            return any(name.startswith(starts) for name in names)

        if any_in("xl/workbook.bin"):
            raise RollFileError("file.xlsb")
        if any_in("word/"):
            raise RollFileError("file.word")
        if any_in("ppt/"):
            raise RollFileError("file.unknown")
        if "mimetype" in names:
            raise RollFileError("file.ods")
        if any_in("xl/vbaproject", "xl/macrosheets/", "xl/activex/", "xl/embeddings/", "xl/dialogsheets/"):
            raise RollFileError("file.macros")
        if any_in("xl/externallinks/", "xl/connections", "xl/querytables/"):
            raise RollFileError("file.external_links")
        if not any_in("xl/workbook.xml", "xl/") and "[content_types].xml" not in names:
            raise RollFileError("file.archive")

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part's bytes, piece by piece, refused as soon as they exceed what the directory declares."""
        entry = self._entries.get(name)
        if entry is None:
            raise RollFileError("file.damaged")
        header = self._data[entry.header_offset : entry.header_offset + 30]
        if len(header) < 30 or header[:4] != _ZIP[0]:
            raise RollFileError("file.damaged")
        start = entry.header_offset + 30 + int.from_bytes(header[26:28], "little")
        start += int.from_bytes(header[28:30], "little")
        packed = memoryview(self._data)[start : start + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            pieces: Iterator[bytes] = (bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK))
        else:
            pieces = _inflate(packed)
        size = 0
        for piece in pieces:
            size += len(piece)
            if size > entry.file_size:
                raise RollFileError("file.trap")
            yield piece
        if size != entry.file_size:
            raise RollFileError("file.damaged")
        # The same part named a hundred times still counts a hundred times.
        self._left -= size
        if self._left < 0:
            raise RollFileError("file.trap")


def _inflate(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes | memoryview = packed
    try:
        while not inflater.eof:
            piece = inflater.decompress(rest, _CHUNK)
            rest = inflater.unconsumed_tail
            if not piece and not rest:
                break
            yield piece
    except zlib.error as error:
        raise RollFileError("file.damaged") from error
