"""Cộng phiếu và mở kết quả: the sum is made of closed ballots, and only the sum is opened."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from math import prod

from danchu.crypto.ballots import Pair
from danchu.crypto.errors import BadKey, BadProof
from danchu.crypto.proofs import same_exponent
from danchu.crypto.protocol import compact
from danchu.crypto.questions import ANSWERS, SecretVote
from danchu.crypto.trustees import SERVER

Tally = tuple[Pair, ...]


def add_up(vote: SecretVote, ballots: Iterable[str]) -> Tally:
    """Multiply ballots: the last of each credential, each already judged."""
    group = vote.group
    sums = [(group.identity, group.identity)] * len(ANSWERS)
    for text in ballots:
        choices = json.loads(text)["answers"][0]["choices"]
        for answer, choice in enumerate(choices):
            alpha, beta = sums[answer]
            sums[answer] = (
                group.product((alpha, group.reread(choice["alpha"]))),
                group.product((beta, group.reread(choice["beta"]))),
            )
    return tuple(sums)


def tally_text(vote: SecretVote, tally: Tally) -> str:
    """The sealed sum as it stands in the file."""
    return compact([[{"alpha": vote.group.text(alpha), "beta": vote.group.text(beta)} for alpha, beta in tally]])


def opening_text(vote: SecretVote, tally: Tally, secret: int) -> str:
    """Phần mở của một người giữ chìa: each number to the trustee's exponent, with the proof that it is."""
    group = vote.group
    prefix = f"decrypt|{vote.fingerprint}|{group.text(group.g.power(secret))}|"
    return compact(
        {
            "decryption_factors": [[group.text(group.power(alpha, secret)) for alpha, _ in tally]],
            "decryption_proofs": [[same_exponent(group, prefix, alpha, secret) for alpha, _ in tally]],
        }
    )


def count(vote: SecretVote, tally: Tally, openings: Mapping[int, str], needed: int, ballots: int) -> list[int]:
    """The result: how many of the counted ``ballots`` chose each answer.

    ``openings`` by trustee number, each already judged. Raises ``BadKey`` without the server's or with fewer than
    ``needed`` of the team's, ``BadProof`` where the parts do not open the sum.
    """
    group = vote.group
    members = sorted(number for number in openings if number != SERVER)[:needed]
    if SERVER not in openings or len(members) < needed:
        raise BadKey
    exponents = {SERVER: 1} | {number: _at_zero(number, members, group.order) for number in members}
    counts = []
    for answer, (_, beta) in enumerate(tally):
        factors = {number: json.loads(openings[number])["decryption_factors"][0][answer] for number in exponents}
        mask = group.product(group.power(group.reread(factor), exponents[number]) for number, factor in factors.items())
        counts.append(_logarithm(vote, group.quotient(beta, mask), ballots))
    return counts


def _at_zero(number: int, members: list[int], order: int) -> int:
    """Lagrange's coefficient; a member's place in the polynomial is the trustee number without the server's."""
    index, others = number - SERVER, [other - SERVER for other in members if other != number]
    return prod(others) * pow(prod(other - index for other in others), -1, order) % order


def _logarithm(vote: SecretVote, power: int, most: int) -> int:
    """The n from 0 to ``most`` with g^n = power."""
    reached = vote.group.identity
    for number in range(most + 1):
        if reached == power:
            return number
        reached = vote.group.product((reached, vote.group.g.element))
    raise BadProof


def result_text(counts: list[int]) -> str:
    """The counts as they stand in the file."""
    return compact({"result": [counts]})
