"""Văn bản chuẩn: every record has one spelling. JSON is read strictly, written back, and compared.

The readers of this module take a value of any kind and refuse all but the one kind they are named after.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import Any

from danchu.groups import Group, NotAnElement, NotAScalar
from danchu.verifier.refusals import Refusal, Refused, require

LARGEST = 10**11  # of any count or weight
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


def exact(data: bytes) -> Any:
    """The value of a record that is written in the one way. Refused: ``text.unreadable``, ``text.not_canonical``."""
    try:
        text = data.decode("utf-8")
        value = json.loads(text, parse_float=_no_number, parse_constant=_no_number)
        again = compact(value).encode("utf-8")
    except (ValueError, RecursionError):
        raise Refused(Refusal("text.unreadable")) from None
    require(again == data, "text.not_canonical")
    return value


def compact(value: object) -> str:
    """JSON without spaces and with its letters unescaped, as the archive's other writers spell it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\x7f", "\\u007f")


def _no_number(text: str) -> object:
    raise ValueError(text)


def fields(value: object, *names: str) -> list[Any]:
    """The values of an object that has exactly these fields in this order; ``?`` marks one that may be absent.

    An absent one gives None; null never stands in the file, or there would be two ways to leave a field out.
    """
    require(isinstance(value, dict), "text.shape", what="{}")
    assert isinstance(value, dict)
    known = [name.rstrip("?") for name in names]
    present = [name for name in known if name in value]
    missing = [name for name in names if name[-1] != "?" and name not in value]
    require(list(value) == present and not missing, "text.shape", what=",".join(known))
    require(None not in value.values(), "text.shape", what="null")
    return [value.get(name) for name in known]


def listing(value: object, length: int | None = None) -> list[Any]:
    """A list, of this length where one is given."""
    require(isinstance(value, list) and length in (None, len(value)), "text.shape", what="[]")
    assert isinstance(value, list)
    return value


def string(value: object) -> str:
    """A string."""
    require(isinstance(value, str), "text.shape", what='""')
    assert isinstance(value, str)
    return value


def small(value: object, most: int = LARGEST) -> int:
    """A whole number from 0 to ``most``, written as a number."""
    require(type(value) is int and 0 <= value <= most, "text.shape", what=f"0…{most}")
    assert isinstance(value, int)
    return value


def reference(value: object) -> str:
    """The SHA-256 of another record, in lower-case hexadecimal."""
    text = string(value)
    require(_HASH.fullmatch(text) is not None, "text.shape", what="sha256")
    return text


def element(value: object, group: Group) -> int:
    """A member of the group. Refused: ``text.element``."""
    try:
        return group.element(string(value))
    except NotAnElement:
        raise Refused(Refusal("text.element")) from None


def scalar(value: object, group: Group) -> int:
    """An exponent. Refused: ``text.scalar``."""
    try:
        return group.scalar(string(value))
    except NotAScalar:
        raise Refused(Refusal("text.scalar")) from None


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(data).hexdigest()
