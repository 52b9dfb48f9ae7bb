"""Phiếu kín: encrypt one choice, prove that it is one, sign it. The browser does the same in its own words."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from typing import Any

from danchu.crypto.errors import BadChoice
from danchu.crypto.proofs import know_key, some_is_zero
from danchu.crypto.protocol import compact, fingerprint, random_exponent
from danchu.crypto.questions import ANSWERS, SecretVote

Pair = tuple[int, int]


@dataclass(frozen=True)
class Sealed:
    """Phiếu đã khóa trên máy của hộ: ``text`` is sent; ``choice`` and ``randomness`` never leave, unless it is a test.

    ``randomness`` opens the ballot: one exponent for each answer.
    """

    text: str
    choice: int
    randomness: tuple[int, ...]

    @property
    def tracker(self) -> str:
        """Mã biên nhận."""
        return fingerprint(self.text)


def seal(vote: SecretVote, private_credential: int, choice: int) -> Sealed:
    """A ballot for the answer numbered ``choice`` from 0. Raises ``BadChoice``."""
    if choice not in range(len(ANSWERS)):
        raise BadChoice
    group = vote.group
    credential = group.text(group.g.power(private_credential))
    context = f"{vote.fingerprint}|{credential}"
    randomness = tuple(random_exponent(group) for _ in ANSWERS)
    pairs = [_encrypt(vote, r, int(answer == choice)) for answer, r in enumerate(randomness)]
    texts = [f"{group.text(alpha)},{group.text(beta)}" for alpha, beta in pairs]
    individual = []
    for answer, (pair, text, r) in enumerate(zip(pairs, texts, randomness, strict=True)):
        zero_or_one = [pair[1], group.quotient(pair[1], group.g.element)]
        individual.append(
            some_is_zero(group, f"prove|{context}|{text}|", vote.key, zero_or_one, int(answer == choice), r)
        )
    alpha, beta = (group.product(column) for column in zip(*pairs, strict=True))
    prefix = f"prove|{context}|{','.join(texts)}|{group.text(alpha)},{group.text(beta)}|"
    exactly_one = [group.quotient(beta, group.g.element)]
    answers = {
        "choices": [{"alpha": group.text(alpha), "beta": group.text(beta)} for alpha, beta in pairs],
        "individual_proofs": individual,
        "overall_proof": some_is_zero(group, prefix, vote.key, exactly_one, 0, sum(randomness)),
    }
    unsigned = {
        "election_uuid": vote.uuid,
        "election_hash": vote.fingerprint,
        "credential": credential,
        "answers": [answers],
    }
    digest = fingerprint(compact(unsigned))
    signature = {"hash": digest, "proof": know_key(group, f"sig|{digest}|", private_credential)}
    return Sealed(compact({**unsigned, "signature": signature}), choice, randomness)


def _encrypt(vote: SecretVote, randomness: int, number: int) -> Pair:
    alpha, beta = vote.group.g.power(randomness), vote.key.power(randomness)
    return alpha, vote.group.product((beta, vote.group.g.element)) if number else beta


def opens_to(vote: SecretVote, text: str, choice: int, randomness: tuple[int, ...]) -> bool:
    """Phiếu thử: whether a ballot that is shown instead of cast was sealed for that choice and no other."""
    ballot: dict[str, Any] = json.loads(text)
    expected = [_encrypt(vote, r, int(answer == choice)) for answer, r in enumerate(randomness)]
    spelled = [{"alpha": vote.group.text(alpha), "beta": vote.group.text(beta)} for alpha, beta in expected]
    return len(randomness) == len(ANSWERS) and hmac.compare_digest(
        compact(spelled).encode("ascii"), compact(ballot["answers"][0]["choices"]).encode("utf-8")
    )
