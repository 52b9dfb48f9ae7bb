"""Tin nhắn SMS: with or without marks, and how many parts the network counts and bills.

One letter outside the GSM alphabet (ă, đ, ư, any tone but à è é ì ò ù) turns the whole message into UCS-2, where a
part holds 70 letters instead of 160 (3GPP TS 23.038, 23.040); joined parts lose room for the joining.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from danchu.foundation.text import nfc

GSM7: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM7_TWO: Final = frozenset("^{}\\[~]|€\f")
"""Ký tự chiếm hai chỗ: reached by an escape sign."""
_ALONE = {"GSM-7": 160, "UCS-2": 70}
_JOINED = {"GSM-7": 153, "UCS-2": 67}
_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "×": "x", "•": "-"}


@dataclass(frozen=True, slots=True)
class Size:
    """Cỡ tin: alphabet, room taken, and number of parts."""

    alphabet: str
    units: int
    parts: int


def size(text: str) -> Size:
    """Số phần của tin, as the network counts them: a pair (escaped sign, emoji) never falls into two parts."""
    gsm = all(one in GSM7 or one in GSM7_TWO for one in text)
    alphabet = "GSM-7" if gsm else "UCS-2"
    widths = [2 if (one in GSM7_TWO if gsm else ord(one) > 0xFFFF) else 1 for one in text]
    units = sum(widths)
    if units <= _ALONE[alphabet]:
        return Size(alphabet, units, 1 if units else 0)
    parts, room = 1, _JOINED[alphabet]
    for width in widths:
        if room < width:
            parts, room = parts + 1, _JOINED[alphabet]
        room -= width
    return Size(alphabet, units, parts)


def plain(text: str) -> str:
    """Tin không dấu: letters keep their case and lose their marks; what the GSM alphabet lacks becomes "?"."""
    out = "".join(_PLAIN.get(one, one) for one in nfc(text))
    bare = "".join(one if one in GSM7 or one in GSM7_TWO else _bare(one) for one in out)
    return re.sub(r"[àèéìòù]", lambda found: _bare(found.group(0)), bare)


def _bare(letter: str) -> str:
    base = "".join(one for one in unicodedata.normalize("NFD", letter) if not unicodedata.combining(one))
    base = base.replace("đ", "d").replace("Đ", "D")
    return base if base and all(one in GSM7 for one in base) else "?"
