"""Phần chìa gửi kín: how a member sends a number to another member through a server that must not read it."""

from __future__ import annotations

import hmac
from hashlib import sha256

from danchu.crypto.errors import BadKey
from danchu.crypto.protocol import expand, random_exponent
from danchu.groups import Group

SIZE = 32  # bytes of a number; an exponent of every group here fits

Envelope = dict[str, str]


def close(number: int, reader: int, context: str, group: Group) -> Envelope:
    """Seal a number for the owner of the public key ``reader``; ``context`` says of whom, to whom, in which vote."""
    once = random_exponent(group)
    point = group.text(group.g.power(once))
    pad, key = _keys(group.power(reader, once), point, context, group)
    sealed = bytes(a ^ b for a, b in zip(number.to_bytes(SIZE, "big"), pad, strict=True))
    return {"point": point, "sealed": sealed.hex(), "tag": hmac.digest(key, sealed, sha256).hex()}


def reveal(envelope: Envelope, reading: int, context: str, group: Group) -> int:
    """Open what was sealed for the owner of ``reading``. Raises ``BadKey`` if it was not, or was altered."""
    try:
        point = group.element(envelope["point"])
        sealed, tag = bytes.fromhex(envelope["sealed"]), bytes.fromhex(envelope["tag"])
    except (KeyError, TypeError, ValueError):
        raise BadKey from None
    pad, key = _keys(group.power(point, reading), envelope["point"], context, group)
    if len(sealed) != SIZE or not hmac.compare_digest(hmac.digest(key, sealed, sha256), tag):
        raise BadKey
    return int.from_bytes(bytes(a ^ b for a, b in zip(sealed, pad, strict=True)), "big")


def _keys(common: int, point: str, context: str, group: Group) -> tuple[bytes, bytes]:
    both = expand(group.text(common).encode("ascii"), f"danchu-share|{context}|{point}")
    return both[:SIZE], both[SIZE:]
