"""Hiểu dòng tiêu đề: what each heading means, however it is written, and where the heading line is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from danchu.foundation.people.rollbook.model import Column, ColumnMap, Field, Value
from danchu.foundation.people.rollbook.text import plain
from danchu.foundation.people.rollbook.xlsx import RawRow

# Tried from top to bottom: "điện thoại chủ hộ" is a phone, "quan hệ với chủ hộ" is not a name.
_PATTERNS: tuple[tuple[Field, str], ...] = (
    (Field.IGNORED, r"^(stt|so tt|so thu tu|tt|thu tu|no|ky ten|chu ky|ky nhan|xac nhan|gioi tinh|nam nu|phai)$"),
    (Field.IGNORED, r"^(dan toc|ton giao|nghe nghiep|quoc tich|gender|sex|signature)$"),
    (Field.RELATION, r"\bquan he\b|^relation"),
    (Field.IDENTITY, r"\b(cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh|giay to|ho chieu|passport|identity)\b"),
    (Field.BIRTH, r"\b(ngay|nam|thang|ngay thang nam) sinh\b|^(sinh nam|sinh ngay|ns|birth.*|date of birth)$"),
    (Field.PHONE, r"\b(dien thoai|sdt|so dt|dtdd|di dong|phone|mobile|zalo|so lien he|lien he|lien lac)\b|^dt$|^tel$"),
    (Field.MEMBERS, r"\b(nhan khau|so khau|so nguoi|so thanh vien|so nk|tong khau)\b|^(nk|khau|members)$"),
    (
        Field.SINCE,
        r"\b(ngay den|ngay chuyen den|ngay dang ky|tu ngay|thoi gian cu tru|ngay cu tru|den tu ngay)\b|^since$",
    ),
    (Field.NOTE, r"\b(ghi chu|chu thich)\b|^(gc|notes?|luu y)$"),
    (Field.ADDRESS, r"^dia chi|\bdia chi\b|^(address|noi o|noi o hien (nay|tai)|cho o|cho o hien (nay|tai))$"),
    (Field.HOUSE_NO, r"\bso nha\b|^(nha so|house n.*)$"),
    (
        Field.RESIDENCE,
        r"^(loai|tinh trang|dien|hinh thuc|loai hinh|hien trang) (ho )?(cu tru|dang ky)|^(cu tru|residence)$",
    ),
    (Field.RESIDENCE, r"^(ho )?thuong tru (hay |hoac )?(ho )?tam tru$|^(dien|loai) ho( cu tru)?$|^tt tt$|^kt$"),
    (Field.ADDRESS, r"\b(noi|ho khau) (thuong tru|cu tru|tam tru|dktt)\b|^(cu tru tai|hktt|ho khau)$"),
    (Field.PERMANENT, r"^(ho |dk )?thuong tru$|^permanent$"),
    (Field.TEMPORARY, r"^(ho |dk )?tam tru$|^temporary$"),
    (Field.KHU_PHO, r"\b(khu pho|to dan pho|khom|thon)\b|^(kp|tdp|ap|ban|buon|thuoc kp|so kp|khu vuc|khu)$"),
    (Field.ALLEY, r"^(ten )?(so )?(hem|ngo|ngach|kiet)( so)?$"),
    (Field.STREET, r"^(ten )?(duong|pho|tuyen duong)\b|^(hem|ngo) duong$|^street"),
    (Field.GROUP, r"^(so )?to( so| nhan dan| tu quan)?$"),
    (Field.NUMBER, r"^(ma so|so|ma)( thu tu)? ho( gia dinh| gd)?$|^ho so$|^household (n.*|id|code)$"),
    (Field.REPRESENTATIVE, r"\bdai dien\b|^representative"),
    (
        Field.HEAD,
        r"\b(chu ho|chu nha)\b|\bho (va )?(chu lot va )?ten\b|^(ten|ten ho|ho ten|hoten|name|full name|head.*)$",
    ),
)
_COMPILED = tuple((use, re.compile(pattern)) for use, pattern in _PATTERNS)
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NUMBERING = re.compile(r"^\(?(\d{1,2}|[a-z])\)?$")

NAMES = (Field.REPRESENTATIVE, Field.HEAD)
PLACES = (Field.ADDRESS, Field.HOUSE_NO, Field.STREET, Field.ALLEY)
JOINED = (Field.PHONE, Field.NOTE, Field.BIRTH, Field.IDENTITY)
HEADER_WITHIN = 60

_EXAMPLES: dict[Field, tuple[str, ...]] = {
    Field.NUMBER: ("so ho", "ma ho"),
    Field.REPRESENTATIVE: ("nguoi dai dien", "dai dien ho"),
    Field.HEAD: ("chu ho", "ho va ten chu ho"),
    Field.ADDRESS: ("dia chi", "noi o"),
    Field.HOUSE_NO: ("so nha",),
    Field.STREET: ("ten duong", "duong"),
    Field.KHU_PHO: ("khu pho",),
    Field.PHONE: ("so dien thoai", "dien thoai"),
    Field.RESIDENCE: ("tinh trang cu tru",),
    Field.MEMBERS: ("so nhan khau",),
    Field.NOTE: ("ghi chu",),
    Field.BIRTH: ("ngay sinh", "nam sinh"),
    Field.IDENTITY: ("so can cuoc cong dan",),
}
_PHONE_LIKE = re.compile(r"^(?:(?:\+?84|0)[235789]\d{8,9}|[35789]\d{8})$")
_IDENTITY_LIKE = re.compile(r"^(\d{9}|\d{12})$")


class Header(NamedTuple):
    """Tiêu đề tìm được: ``at`` and ``until`` are places in the given lines (first and last line of the heading)."""

    at: int
    until: int
    columns: tuple[Column, ...]


@lru_cache(maxsize=4096)
def _recognise(folded: str) -> Field | None:
    return next((use for use, pattern in _COMPILED if pattern.search(folded)), None)


def recognise(heading: str, mapping: ColumnMap) -> Field | None:
    """What a heading means: first what a person has said, then the usual words."""
    whole = plain(heading)
    if whole in mapping.choices:
        return mapping.choices[whole]
    return _recognise(plain(_IN_BRACKETS.sub(" ", heading)) or whole)


def find_header(rows: Sequence[RawRow], mapping: ColumnMap) -> Header | None:
    """The heading among the first lines: the one or two lines in which most columns are understood.

    Without any understood line, a line of only short words above lines of data is offered for matching by hand.
    """
    best: tuple[int, Header] | None = None
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        if len(row.cells) < 2:
            continue
        candidates: list[Header | None] = [_single(at, row, mapping)]
        if at + 1 < len(rows) and rows[at + 1].number == row.number + 1:
            candidates.append(_double(at, row, rows[at + 1], mapping))
        for header in candidates:
            score = _score(header, mapping)
            if header and score and (best is None or score > best[0]):
                best = (score, header)
    return best[1] if best else _guess(rows, mapping)


def _score(header: Header | None, mapping: ColumnMap) -> int:
    """How much of a line is understood; a cell with digits is data, unless a person has named it a heading."""
    if header is None:
        return 0
    uses = {
        column.use
        for column in header.columns
        if plain(column.heading) in mapping.choices or not any(letter.isdigit() for letter in column.heading)
    } - {None}
    if len(uses) < 2 or not uses & {*NAMES, *PLACES, Field.PHONE, Field.NUMBER}:
        return 0
    return 2 * len(uses) + (header.until > header.at)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _single(at: int, row: RawRow, mapping: ColumnMap) -> Header:
    headings = {index: _text(value) for index, value in row.cells.items()}
    return _assign(at, at, {index: (heading, recognise(heading, mapping)) for index, heading in headings.items()})


def _double(at: int, upper: RawRow, lower: RawRow, mapping: ColumnMap) -> Header | None:
    """Two heading lines: a wide cell above ("Nơi cư trú") with narrow ones below ("Số nhà", "Đường")."""
    if any(not _text(value) or len(_text(value)) > 40 or _has_digit(value) for value in lower.cells.values()):
        return None
    found: dict[int, tuple[str, Field | None]] = {}
    parent, parent_at = "", -1
    for index in range(max([*upper.cells, *lower.cells]) + 1):
        own = _text(upper.cells.get(index))
        child = _text(lower.cells.get(index))
        if own:
            parent, parent_at = own, index
        elif not child or (parent_at >= 0 and parent_at not in lower.cells):
            parent = ""
        if not child:
            if own:
                found[index] = (own, recognise(own, mapping))
            continue
        heading = f"{parent} {child}".strip()
        use = recognise(heading, mapping) if plain(heading) in mapping.choices else None
        found[index] = (heading, use or recognise(child, mapping) or recognise(heading, mapping))
    children = [index for index in lower.cells if index in found]
    understood = sum(found[index][1] is not None for index in children)
    return _assign(at, at + 1, found) if understood * 2 >= len(children) else None


def _assign(at: int, until: int, found: Mapping[int, tuple[str, Field | None]]) -> Header:
    """One column a use: a second column of the same use stays unexplained, except where several make sense."""
    taken: set[Field] = set()
    columns = []
    for index, (heading, use) in sorted(found.items()):
        if not heading:
            continue
        if use in taken and use not in JOINED and use is not Field.IGNORED:
            columns.append(Column(index, heading, None, use))
            continue
        if use is not None:
            taken.add(use)
        columns.append(Column(index, heading, use))
    return Header(at, until, tuple(columns))


def _guess(rows: Sequence[RawRow], mapping: ColumnMap) -> Header | None:
    for at, (row, below) in enumerate(pairwise(rows[:HEADER_WITHIN])):
        texts = [_text(value) for value in row.cells.values()]
        wordy = all(text and len(text) <= 40 and not _has_digit(text) for text in texts)
        least = 2 if any(recognise(text, mapping) for text in texts) else 3
        enough = min(len(texts), len(below.cells)) >= least
        if wordy and enough and any(_has_digit(value) for value in below.cells.values()):
            return _single(at, row, mapping)
    return None


def _has_digit(value: Value) -> bool:
    return not isinstance(value, str) or any(letter.isdigit() for letter in value)


def is_numbering(row: RawRow) -> bool:
    """The line "(1) (2) (3)…" or "A B 1 2…" that official forms print under the heading."""
    texts = [str(value).lower().strip() for _, value in sorted(row.cells.items())]
    if len(texts) < 3 or not all(_NUMBERING.match(text) for text in texts):
        return False
    order = [int(text.strip("()")) for text in texts if text.strip("()").isdigit()]
    return len(order) >= 2 and all(later == earlier + 1 for earlier, later in pairwise(order))


def suggest(column: Column, values: Sequence[Value]) -> Field | None:
    """A use for a column nobody recognised, from its values first, then from words that sound like its heading."""
    texts = [str(value).replace(" ", "").replace(".", "") for value in values if not isinstance(value, date)]
    if values:
        half = len(values) / 2
        if len(values) - len(texts) > half:
            return Field.BIRTH
        if sum(bool(_PHONE_LIKE.match(text)) for text in texts) > half:
            return Field.PHONE
        if sum(bool(_IDENTITY_LIKE.match(text)) for text in texts) > half:
            return Field.IDENTITY
    folded = plain(column.heading)
    scored = [
        (SequenceMatcher(None, folded, example).ratio(), use)
        for use, examples in _EXAMPLES.items()
        for example in examples
    ]
    ratio, use = max(scored)
    return column.suggestion or (use if ratio >= 0.75 else None)
