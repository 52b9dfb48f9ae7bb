"""Quy ước chung: how numbers become text, text becomes a question, and a secret becomes a number."""

from __future__ import annotations

import hmac
import json
import secrets
from base64 import b64encode
from collections.abc import Iterable
from hashlib import pbkdf2_hmac, sha256, sha512

from danchu.groups import Group

STEPS = 2**17  # of the slow function that stands between a paper and its key


def compact(value: object) -> str:
    """JSON in the one spelling: no spaces, letters unescaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\x7f", "\\u007f")


def fingerprint(text: str) -> str:
    """SHA-256 in base 64 without padding: of an election, or of a ballot as its tracker."""
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii").rstrip("=")


def short_code(text: str) -> str:
    """Mã biên nhận ngắn: eight digits of a ballot's SHA-256, for people; two ballots may share them."""
    digits = f"{int.from_bytes(sha256(text.encode('utf-8')).digest()[:8], 'big') % 10**8:08d}"
    return f"{digits[:4]} {digits[4:]}"


def challenge(group: Group, prefix: str, commitments: Iterable[int]) -> int:
    """What a proof must answer: the hash of its place and its commitments, modulo the order."""
    asked = prefix + ",".join(group.text(commitment) for commitment in commitments)
    return int(sha256(asked.encode("utf-8")).hexdigest(), 16) % group.order


def random_exponent(group: Group) -> int:
    """An exponent from the system's randomness; never zero."""
    return 1 + secrets.randbelow(group.order - 1)


def random_digits(count: int) -> str:
    """So many decimal digits from the system's randomness."""
    return f"{secrets.randbelow(10**count):0{count}d}"


def slow(secret: str, salt: str) -> bytes:
    """32 bytes from a secret on paper, by PBKDF2-HMAC-SHA256: guessing costs ``STEPS`` for every guess."""
    return pbkdf2_hmac("sha256", secret.encode("ascii"), salt.encode("utf-8"), STEPS, 32)


def expand(secret: bytes, purpose: str, length: int = 64) -> bytes:
    """HKDF-SHA512 (RFC 5869) without salt: independent bytes for each purpose, at most 64 of them."""
    extracted = hmac.digest(bytes(64), secret, sha512)
    return hmac.digest(extracted, purpose.encode("utf-8") + b"\x01", sha512)[:length]


def exponent(secret: bytes, purpose: str, group: Group) -> int:
    """An exponent that only this secret gives for this purpose; 512 bits, so that every exponent is as likely."""
    return int.from_bytes(expand(secret, purpose), "big") % group.order
