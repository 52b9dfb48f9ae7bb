"""Cộng phiếu: the product of the counted ballots, which is the encryption of the sum."""

from __future__ import annotations

from collections.abc import Iterable

from danchu.groups import Group
from danchu.verifier.ballots import Ballot
from danchu.verifier.election import Election
from danchu.verifier.proofs import Pair
from danchu.verifier.refusals import require
from danchu.verifier.text import element, exact, fields, listing, reference, small

Tally = list[list[Pair]]


def add_up(election: Election, ballots: Iterable[Ballot], weights: dict[str, int]) -> Tally:
    """Multiply the ballots, each to the power of its credential's weight."""
    group = election.group
    tally = [[Pair(group.identity, group.identity)] * question.values for question in election.questions]
    for ballot in ballots:
        weight = weights[ballot.credential]
        for row, answer in zip(tally, ballot.answers, strict=True):
            for column, pair in enumerate(answer):
                row[column] = Pair(
                    _times(group, row[column].alpha, pair.alpha, weight),
                    _times(group, row[column].beta, pair.beta, weight),
                )
    return tally


def _times(group: Group, product: int, factor: int, weight: int) -> int:
    return group.product((product, factor if weight == 1 else group.power(factor, weight)))


def check_summary(data: bytes, count: int, weight: int, tally_hash: str) -> None:
    """The payload that names the tally and says how much was counted. Refused: ``tally.count``, ``tally.weight``."""
    counted, weighed, named = fields(exact(data), "num_tallied", "total_weight", "encrypted_tally")
    require(reference(named) == tally_hash, "chain.payload")
    require(small(counted) == count, "tally.count", said=counted, counted=count)
    require(small(weighed) == weight, "tally.weight", said=weighed, counted=weight)


def check_tally(data: bytes, election: Election, expected: Tally) -> None:
    """The archived tally is the one recomputed. Refused: ``tally.product``."""
    rows = listing(exact(data), len(expected))
    for row, wanted in zip(rows, expected, strict=True):
        for value, pair in zip(listing(row, len(wanted)), wanted, strict=True):
            alpha, beta = fields(value, "alpha", "beta")
            written = Pair(element(alpha, election.group), element(beta, election.group))
            require(written == pair, "tally.product")
