"""Chứng minh: the proofs that let everybody check and nobody see."""

from __future__ import annotations

from collections.abc import Sequence

from danchu.crypto.protocol import challenge, random_exponent
from danchu.groups import Fixed, Group

Proof = dict[str, str]
Pair = tuple[int, int]


def written(asked: int, answered: int) -> Proof:
    """A proof as it stands in the file."""
    return {"challenge": str(asked), "response": str(answered)}


def know_key(group: Group, prefix: str, secret: int) -> Proof:
    """ "I know x of g^x", bound to its place by the prefix."""
    once = random_exponent(group)
    asked = challenge(group, prefix, [group.g.power(once)])
    return written(asked, (once - secret * asked) % group.order)


def sign(group: Group, message: str, secret: int) -> Proof:
    """The signature of a team member."""
    return know_key(group, f"sigmsg|{message}|", secret)


def signed(group: Group, message: str, public: int, proof: Proof) -> bool:
    """Whether the owner of ``public`` signed the message; raises ``ValueError`` for what is no proof at all."""
    asked, answered = group.scalar(proof["challenge"]), group.scalar(proof["response"])
    commitment = group.blend(group.g, answered, public, asked)
    return challenge(group, f"sigmsg|{message}|", [commitment]) == asked


def same_exponent(group: Group, prefix: str, alpha: int, secret: int) -> Proof:
    """ "g^x and alpha^x have the same x"."""
    once = random_exponent(group)
    asked = challenge(group, prefix, [group.g.power(once), group.power(alpha, once)])
    return written(asked, (once - secret * asked) % group.order)


def some_is_zero(
    group: Group, prefix: str, key: Fixed, pairs: Sequence[Pair], true: int, randomness: int
) -> list[Proof]:
    """ "One of these pairs is (g^r, y^r)", without saying that it is the one at ``true``.

    For the others the answer is chosen first and the commitment after it; as g^(s + r·c) costs one table power
    where g^s · alpha^c costs a long one, alpha is written by its known exponent.
    """
    order = group.order
    asked = [random_exponent(group) for _ in pairs]
    answered = [random_exponent(group) for _ in pairs]
    commitments = []
    for index, (_, beta) in enumerate(pairs):
        if index == true:
            commitments += [group.g.power(answered[index]), key.power(answered[index])]
        else:
            commitments.append(group.g.power(answered[index] + randomness * asked[index]))
            commitments.append(group.blend(key, answered[index], beta, asked[index]))
    others = sum(asked) - asked[true]
    asked[true] = (challenge(group, prefix, commitments) - others) % order
    answered[true] = (answered[true] - randomness * asked[true]) % order
    return [written(one, other) for one, other in zip(asked, answered, strict=True)]
