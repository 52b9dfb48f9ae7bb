"""Chứng minh không tiết lộ: the three kinds of proof of the protocol, recomputed.

A proof is a challenge and a response. The judge recomputes the commitments from them; the proof holds if the challenge
is the hash of what stands before it and of those commitments. ``prefix`` binds a proof to its place.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from danchu.groups import Fixed, Group
from danchu.verifier.text import fields, listing, scalar


class Proof(NamedTuple):
    """Chứng minh: challenge and response, both exponents."""

    challenge: int
    response: int


class Pair(NamedTuple):
    """Cặp khóa kín: an encrypted number, (g^r, y^r·g^number)."""

    alpha: int
    beta: int


def read(value: Any, group: Group) -> Proof:
    """A proof as it is written."""
    challenge, response = fields(value, "challenge", "response")
    return Proof(scalar(challenge, group), scalar(response, group))


def read_list(value: Any, group: Group, length: int) -> list[Proof]:
    """So many proofs."""
    return [read(item, group) for item in listing(value, length)]


def b64(data: bytes) -> str:
    """SHA-256 in base 64 without padding: the fingerprint of the protocol."""
    return b64encode(sha256(data).digest()).decode("ascii").rstrip("=")


def challenge(group: Group, prefix: str, elements: Iterable[int]) -> int:
    """The hash that stands for a judge's question: of the prefix and the elements, modulo the order."""
    asked = prefix + ",".join(map(group.text, elements))
    return int.from_bytes(sha256(asked.encode("utf-8")).digest(), "big") % group.order


def knows_key(group: Group, prefix: str, public: int, proof: Proof) -> bool:
    """Whether the prover knew x of ``public`` = g^x."""
    commitment = group.blend(group.g, proof.response, public, proof.challenge)
    return challenge(group, prefix, [commitment]) == proof.challenge


def signed(group: Group, message: str, public: int, proof: Proof) -> bool:
    """Whether a member's key signed the message."""
    return knows_key(group, f"sigmsg|{message}|", public, proof)


def same_exponent(group: Group, prefix: str, public: int, alpha: int, factor: int, proof: Proof) -> bool:
    """Whether ``factor`` = alpha^x for the x of ``public`` = g^x."""
    one = group.blend(group.g, proof.response, public, proof.challenge)
    other = group.product((group.power(alpha, proof.response), group.power(factor, proof.challenge)))
    return challenge(group, prefix, [one, other]) == proof.challenge


def some_is_zero(group: Group, prefix: str, key: Fixed, pairs: Sequence[Pair], proofs: Sequence[Proof]) -> bool:
    """Whether at least one of the pairs encrypts zero under ``key``, without saying which."""
    commitments = []
    for pair, proof in zip(pairs, proofs, strict=True):
        commitments.append(group.blend(group.g, proof.response, pair.alpha, proof.challenge))
        commitments.append(group.blend(key, proof.response, pair.beta, proof.challenge))
    return challenge(group, prefix, commitments) == sum(proof.challenge for proof in proofs) % group.order
