"""Chữ in được: keep to the characters the paper's own face holds, and hold short words together.

The faces are fixed so that a paper looks the same everywhere; a letter they lack (an emoji in a typed opinion) is
printed as "?" instead of in another face or not at all.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from pathlib import Path

_FONTS = Path(__file__).resolve().parent / "fonts"
_NEAR = str.maketrans({"‐": "-", "‑": "-", "―": "—", "‟": "“", "′": "’", "≥": ">", "≤": "<"})
# "312 hộ", "Điều 5", "khoản 6", "Khu phố 3", "17 giờ": never parted at the end of a line (look.md).
_KEEP = re.compile(
    r"(\d) (?=hộ\b|giờ\b|phút\b)"
    r"|\b(Điều|điều|khoản|điểm|[Kk]hu phố|Phường|[Hh]ẻm|[Đđ]ường số|[Tt]ổ|Mẫu|Phụ lục|số) (?=\d)"
)
_DIGITS = re.compile(r"(?<=\d) (?=\d{3,4}\b)")  # 0900 000 301
_LETTER = re.compile(r"\b(điểm) (?=\w khoản\b)")


@functools.cache
def _held(family: str) -> frozenset[int]:
    ranges = json.loads((_FONTS / "coverage.json").read_text(encoding="utf-8"))[family]
    return frozenset(point for first, last in ranges for point in range(first, last + 1))


def printable(text: str, family: str) -> str:
    """Chữ in được bằng mặt chữ ``family``: same text, with "?" for what it lacks."""
    held = _held(family)
    text = _KEEP.sub(lambda m: m.group(0)[:-1] + "\u00a0", text.translate(_NEAR))
    text = _LETTER.sub(lambda m: m.group(1) + "\u00a0", _DIGITS.sub("\u00a0", text))
    out = []
    for character in text:
        if ord(character) in held or character == "\n":
            out.append(character)
        elif unicodedata.category(character) == "Zs":
            out.append(" ")
        else:
            out.append(unicodedata.normalize("NFKC", character) if _folds(character, held) else "?")
    return "".join(out)


def _folds(character: str, held: frozenset[int]) -> bool:
    """True if the character has a plainer form the face does hold (full-width letters, old ligatures)."""
    plain = unicodedata.normalize("NFKC", character)
    return plain != character and all(ord(c) in held for c in plain)
