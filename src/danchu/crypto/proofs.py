"""Chứng minh: the proofs that let everybody check and nobody see."""

from __future__ import annotations

from collections.abc import Sequence

from danchu.crypto.protocol import challenge, random_exponent
from danchu.groups import Fixed, Group

Proof = dict[str, str]


def written(asked: int, answered: int) -> Proof:
    """A proof as it stands in the file."""
    return {"challenge": str(asked), "response": str(answered)}


def know_key(group: Group, prefix: str, secret: int) -> Proof:
    """The prover knows x of g^x; the prefix binds the proof to its place."""
    once = random_exponent(group)
    asked = challenge(group, prefix, [group.g.power(once)])
    return written(asked, (once - secret * asked) % group.order)


def sign(group: Group, message: str, secret: int) -> Proof:
    """The signature of a team member."""
    return know_key(group, f"sigmsg|{message}|", secret)


def signed(group: Group, message: str, public: int, proof: Proof) -> bool:
    """Whether the owner of ``public`` signed the message; raises ``ValueError`` for what is no proof at all."""
    return knows_key(group, f"sigmsg|{message}|", public, proof)


def knows_key(group: Group, prefix: str, public: int, proof: Proof) -> bool:
    """Whether the proof of ``know_key`` holds; raises ``ValueError`` for what is no proof at all."""
    asked, answered = group.scalar(proof["challenge"]), group.scalar(proof["response"])
    return challenge(group, prefix, [group.blend(group.g, answered, public, asked)]) == asked


def same_exponent(group: Group, prefix: str, alpha: int, secret: int) -> Proof:
    """The x of g^x is that of alpha^x."""
    once = random_exponent(group)
    asked = challenge(group, prefix, [group.g.power(once), group.power(alpha, once)])
    return written(asked, (once - secret * asked) % group.order)


def some_is_zero(
    group: Group, prefix: str, key: Fixed, betas: Sequence[int], true: int, randomness: int
) -> list[Proof]:
    """One of the pairs (alpha, beta) is (g^r, y^r), and nobody learns which; it is that at ``true``, r ``randomness``.

    For the others the answer is chosen first and the commitment after it. All share alpha = g^r, so its powers are
    taken from the table of g.
    """
    order = group.order
    asked = [random_exponent(group) for _ in betas]
    answered = [random_exponent(group) for _ in betas]
    commitments = []
    for index, beta in enumerate(betas):
        if index == true:
            commitments += [group.g.power(answered[index]), key.power(answered[index])]
        else:
            commitments.append(group.g.power(answered[index] + randomness * asked[index]))
            commitments.append(group.blend(key, answered[index], beta, asked[index]))
    others = sum(asked) - asked[true]
    asked[true] = (challenge(group, prefix, commitments) - others) % order
    answered[true] = (answered[true] - randomness * asked[true]) % order
    return [written(one, other) for one, other in zip(asked, answered, strict=True)]
