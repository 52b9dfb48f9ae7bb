"""Lời đọc loa: sixty to ninety seconds that an announcer or a synthetic voice reads as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from danchu.channels import spoken
from danchu.channels.announcement import Announcement
from danchu.channels.reading import aloud
from danchu.channels.spoken import SOUTH, Dialect
from danchu.channels.written import short

LONGEST: Final = 90
"""Giây: people stop listening to a loudspeaker; a longer text is cut at a sentence and says where the rest is."""
# One syllable, the stop after a sentence and the stop inside one, in milliseconds: the pace of the model script of
# design/words.md (about 70 s), and of espeak-ng's southern voice at the pace of ``voice.PACE``.
_SYLLABLE, _SENTENCE, _CLAUSE = 345, 600, 250
_TITLE = 120
_STOP = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Script:
    """Lời đọc: the text without a digit, how long it takes to read, and whether part of it was left out."""

    text: str
    seconds: int
    shortened: bool


def seconds(text: str) -> int:
    """Thời gian đọc, estimated from syllables and stops, rounded up."""
    sentences, clauses = len(re.findall(r"[.!?](?=\s|$)|\n", text)), len(re.findall(r"[,;:](?=\s|$)", text))
    spent = len(text.split()) * _SYLLABLE + sentences * _SENTENCE + clauses * _CLAUSE
    return -(-spent // 1000)


def script(announcement: Announcement, dialect: Dialect = SOUTH) -> Script:
    """Lời đọc loa của một thông báo: who speaks, about what, the text, by when, whom to ask, by when again."""
    place = aloud(announcement.place, dialect)
    head = [
        f"Kính thưa bà con {place}.",
        _sentence(f"{place} thông báo: {aloud(short(announcement.title, _TITLE), dialect)}"),
    ]
    tail = _tail(announcement, dialect)
    body = sentences(aloud(announcement.body, dialect))
    rest = f"Toàn bộ nội dung có tại {aloud(_where(announcement), dialect)}."
    whole = " ".join([*head, *body, *tail])
    if seconds(whole) <= LONGEST:
        return Script(whole, seconds(whole), False)
    kept: list[str] = []
    for one in body:
        if seconds(" ".join([*head, *kept, one, rest, *tail])) > LONGEST:
            break
        kept.append(one)
    text = " ".join([*head, *kept, rest, *tail])
    return Script(text, seconds(text), True)


def cut(text: str, dialect: Dialect = SOUTH, *, limit: int = LONGEST, rest: str = "") -> Script:
    """Lời đọc của một bài viết sẵn: read out as it is, and cut at a sentence where it would last longer."""
    parts = sentences(aloud(text, dialect))
    whole = " ".join(parts)
    if seconds(whole) <= limit:
        return Script(whole, seconds(whole), False)
    ending = [_sentence(rest)] if rest else []
    kept: list[str] = []
    for one in parts:
        if seconds(" ".join([*kept, one, *ending])) > limit:
            break
        kept.append(one)
    short = " ".join([*kept, *ending])
    return Script(short, seconds(short), True)


def sentences(text: str) -> list[str]:
    """Các câu, each closed by a stop; a line end closes one too."""
    return [_sentence(part) for part in _STOP.split(text) if part.strip(" .,;:!?-")]


def _sentence(text: str) -> str:
    text = text.strip(" ,;:-")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _tail(announcement: Announcement, dialect: Dialect) -> list[str]:
    tail = []
    if announcement.phone:
        name = aloud(announcement.contact, dialect)
        who = f"{name}, số " if name else "số "
        tail.append(f"Bà con cần hỏi thêm, xin gọi {who}{spoken.phone(announcement.phone)}.")
    if announcement.until is not None:
        tail.append(f"Xin nhắc lại, hạn chót là {spoken.moment(announcement.until, dialect)}.")
    return [*tail, "Xin cảm ơn bà con."]


def _where(announcement: Announcement) -> str:
    return announcement.at_place or f"trang thông tin của {announcement.ward}"
