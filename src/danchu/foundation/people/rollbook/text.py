"""Chữ trong tệp: folding, comparing, and recognising what must not be kept or cannot be read."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKS = _TONES + "\u0302\u0306\u031b"
_DROP_MARKS = {ord(mark): None for mark in _MARKS} | {ord("đ"): "d", ord("Đ"): "d"}
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_SPACES = re.compile(r"[\s\u00a0\u200b\u200e\u200f\ufeff]+")

# Excel files typed on old keyboards write Đ with the Icelandic letter that looks the same.
_LOOKALIKES = {ord("Ð"): "Đ", ord("ð"): "đ"}

# Letters of the 8-bit fonts TCVN3 (ABC) and VNI that no Vietnamese word in Unicode contains.
_TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇË®ÎªÖ×ØÜÞß«æç¬\u00ad÷þ§"
_VNI = "ñÑöÖøØïÏûÛäÄåÅëüÜî"
_VNI_PAIR = "[aA][êâéèáàãùõÊÂÉÈÁÀÃÙÕ]|[eE][âáàãùõÂÁÀÃÙÕ]|[oO][âùõÂÙÕ]|[uiyUIY][ùõÙÕ]"
_IS_TCVN3 = re.compile(f"[{_TCVN3}]")
_IS_VNI = re.compile(f"[{_VNI}]|{_VNI_PAIR}")
_IS_GARBLED = re.compile("á[»º]|Æ[°¡]|Ä[‘\u0090]|Ã[\u00a0-\u00bf]|\ufffd")

_IDENTITY = re.compile(
    r"(?:\b(?:số\s+)?(?:cccd|cmnd|cmt|căn cước(?: công dân)?|chứng minh(?: nhân dân)?)\b[\s.:]*(?:số\b[\s.:]*)?)?"
    r"(?:(?<!\d)(?:\d{12}|\d{9})(?!\d)"
    r"|(?<![\d/.])(?<!84 )\d{3}(?P<gap>[ .-])\d{3}(?P=gap)\d{3}(?:(?P=gap)\d{3})?(?![\d/]|(?P=gap)\d))",
    re.IGNORECASE,
)
_IDENTITY_BESIDE_PHONE = re.compile(r"(?<!\d)0\d{11}(?!\d)|(?<![\d+ .-])[1246]\d{8}(?!\d)")
_BIRTH = re.compile(
    r"[\s,;–-]*\(?\s*\b(?:năm\s+sinh|ngày\s+sinh|sinh\s+năm|sinh\s+ngày|sinh|n\.?s|s\.?n)\b\.?\s*:?\s*"
    r"(?:\d{1,2}\s*[/.-]\s*){0,2}(?:19|20)\d{2}\b\s*\)?",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")
_YEAR_AFTER_NAME = re.compile(r"[\s,;(–-]+(?:\d{1,2}\s*[/.-]\s*){0,2}(?:19|20)\d{2}\s*\)?\s*$")


def clean(text: str) -> str:
    """NFC, one space between words, no invisible characters around."""
    if text.isascii():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", text).strip().translate(_LOOKALIKES)


def plain(text: str) -> str:
    """Lower case without marks and punctuation: "Họ và tên chủ hộ:" is "ho va ten chu ho"."""
    letters = unicodedata.normalize("NFD", text).translate(_DROP_MARKS).lower()
    return _NOT_WORD.sub(" ", letters).strip()


def person_key(text: str) -> str:
    """A key under which "NGUYỄN THỊ HOÀ" and "Nguyễn Thị Hòa" are one person and "Hoa" is another.

    The tone moves to the end of its word, so that both ways of placing it compare equal.
    """
    words = []
    for word in unicodedata.normalize("NFD", text.lower()).split():
        tones = "".join(letter for letter in word if letter in _TONES)
        words.append("".join(letter for letter in word if letter not in _TONES) + tones)
    return " ".join(words)


def without_private(text: str, *, name: bool) -> tuple[str, int, int]:
    """The text without identity numbers and birth dates, and how many of each were taken out.

    In a ``name`` a year at the end is a birth year; elsewhere a date counts only after a word such as "sinh".
    """
    identities = births = 0
    if len(text) > 8:
        text, identities = _IDENTITY.subn("", text)
    if "19" in text or "20" in text:
        text, births = _BIRTH.subn("", text)
        if name:
            text, more = _YEAR_AFTER_NAME.subn("", text)
            births += more
    if identities or births:
        text = clean(_EMPTY_BRACKETS.sub("", text)).strip(" ,;:-–")
    return text, identities, births


def phone_without_identity(text: str) -> tuple[str, int]:
    """A telephone cell without identity numbers; nine digits that may be a telephone without its zero stay."""
    text, count = _IDENTITY_BESIDE_PHONE.subn("", text)
    return text.strip(" ,;:-–/"), count


class FontMeter:
    """Nhận ra phông cũ: counts words that only TCVN3, VNI or a wrong decoding can have produced."""

    def __init__(self) -> None:
        self.words = self.tcvn3 = self.vni = self.garbled = 0

    def feed(self, text: str) -> None:
        """Weigh one cell."""
        for word in text.split():
            self.words += 1
            if word.isascii():
                continue
            self.garbled += bool(_IS_GARBLED.search(word))
            self.tcvn3 += bool(_IS_TCVN3.search(word))
            self.vni += bool(_IS_VNI.search(word))

    def verdict(self) -> str | None:
        """ "TCVN3", "VNI", "garbled", or None when the text is ordinary."""
        worst, name = max((self.garbled, "garbled"), (self.tcvn3, "TCVN3"), (self.vni, "VNI"))
        if worst < 3 or worst * 10 < self.words:
            return None
        # Vietnamese UTF-8 read as a Western page also holds TCVN3's signs.
        return "garbled" if self.garbled * 2 >= worst else name


def is_legacy(text: str) -> bool:
    """Whether one cell holds text of an old font or a wrong decoding."""
    return not text.isascii() and bool(_IS_TCVN3.search(text) or _IS_VNI.search(text) or _IS_GARBLED.search(text))
