"""Dạng của điều một thành viên gửi: exactly the fields of the ceremony, for it will stand in the archive."""

from __future__ import annotations

from danchu.crypto.ceremony import Contribution, Message
from danchu.crypto.errors import BadProof

_LONGEST = 4000


def message(value: object) -> Message:
    """M: a signed message."""
    text, signature = _fields(value, "message", "signature")
    return {"message": _text(text), "signature": proof(signature)}


def proof(value: object) -> dict[str, str]:
    """P: a proof or a signature."""
    challenge, response = _fields(value, "challenge", "response")
    return {"challenge": _text(challenge), "response": _text(response)}


def key(value: object) -> Message:
    """K: a member's public key."""
    pok, public, signature = _fields(value, "pok", "public_key", "signature")
    return {"pok": proof(pok), "public_key": _text(public), "signature": proof(signature)}


def contribution(value: object) -> Message:
    """The three fields of round 3; E is a sealed share."""
    coefficients, agreement, shares = _fields(value, "coefficients", "agreement", "shares")
    if not isinstance(shares, list) or len(shares) > 5:
        raise BadProof
    names = ("point", "sealed", "tag")
    sealed = [dict(zip(names, map(_text, _fields(share, *names)), strict=True)) for share in shares]
    return {"coefficients": message(coefficients), "agreement": proof(agreement), "shares": sealed}


def as_contribution(value: Message) -> Contribution:
    """The same as the ceremony's arithmetic takes it."""
    return Contribution(value["coefficients"], value["agreement"], tuple(value["shares"]))


def _fields(value: object, *names: str) -> list[object]:
    if not isinstance(value, dict) or set(value) != set(names):
        raise BadProof
    return [value[name] for name in names]


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise BadProof
    return value
