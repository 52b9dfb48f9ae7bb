"""Soát tệp Word, Excel: a package opened within limits, without programs, passwords or outside templates."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from danchu.foundation.files.checks.common import refused

MOST_PARTS = 3_000
MOST_UNPACKED = 200_000_000
MOST_RATIO = 200
_RATIO_FROM = 2_000_000
_SMALL_PART = 2_000_000
_LOCAL_HEADER = 30
_TYPES = "[Content_Types].xml"
_END = b"PK\x05\x06"
_END_SIZE = 22

_PROGRAM = re.compile(r"(^|/)(vbaproject\.bin|vbadata\.xml|vbaprojectsignature.*)$|xl/(macrosheets|dialogsheets)/")
_RUNS = re.compile(r"(^|/)(activex/|.*\.(exe|dll|js|vbs|bat|hta|scr|lnk)$)|(^|/)oleobject[^/]*$")
_MAIN = {
    b"wordprocessingml.document.main+xml": "docx",
    b"spreadsheetml.sheet.main+xml": "xlsx",
}
# A document that fetches its template or an object when it is opened.
_FETCHES = re.compile(rb"<[^>]*(attachedTemplate|oleObject|subDocument|frame)\"[^>]*TargetMode=\"External\"", re.I)
_FETCHES_TOO = re.compile(rb"<[^>]*TargetMode=\"External\"[^>]*(attachedTemplate|oleObject|subDocument|frame)\"", re.I)


def check(content: bytes) -> str:
    """``docx`` or ``xlsx``, or refused."""
    end = content.rfind(_END)
    if end < 0:
        raise refused("files.damaged")
    if end + _END_SIZE != len(content):  # a comment or something else behind the package
        raise refused("files.two_kinds")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            _refuse_traps(parts, len(content))
            _refuse_programs([part.filename.lower() for part in parts])
            if _TYPES not in package.namelist():
                raise refused("files.published_kind")
            types = _small(package, _TYPES)
            relations = [_small(package, part.filename) for part in parts if part.filename.lower().endswith(".rels")]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError, OSError) as error:
        raise refused("files.damaged") from error
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise refused("files.macro")
    if any(_FETCHES.search(one) or _FETCHES_TOO.search(one) for one in relations):
        raise refused("files.active")
    kinds = [kind for sign, kind in _MAIN.items() if sign in types]
    if len(kinds) != 1:
        raise refused("files.published_kind" if not kinds else "files.two_kinds")
    return kinds[0]


def _refuse_traps(parts: list[zipfile.ZipInfo], size: int) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise refused("files.encrypted")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refused("files.swollen")
    names = {part.filename.lower() for part in parts}
    if len(names) != len(parts) or any(one.startswith(("/", "\\")) or ".." in one.split("/") for one in names):
        raise refused("files.damaged")
    before = 0
    for part in sorted(parts, key=lambda one: one.header_offset):
        if part.file_size > _RATIO_FROM and part.file_size > part.compress_size * MOST_RATIO:
            raise refused("files.swollen")
        if part.header_offset < before or part.header_offset + _LOCAL_HEADER + part.compress_size > size:
            raise refused("files.swollen")  # parts that lie over each other unpack to more than they weigh
        before = part.header_offset + _LOCAL_HEADER + part.compress_size


def _refuse_programs(names: list[str]) -> None:
    if any(_PROGRAM.search(one) for one in names):
        raise refused("files.macro")
    if any(_RUNS.search(one) for one in names):
        raise refused("files.active")


def _small(package: zipfile.ZipFile, name: str) -> bytes:
    """A part that is never large in an honest file; read no further than that."""
    with package.open(name) as part:
        content = part.read(_SMALL_PART + 1)
    if len(content) > _SMALL_PART:
        raise refused("files.swollen")
    return content
