"""Mở kết quả: each trustee's part of the opening, and the result all parts together give."""

from __future__ import annotations

from collections.abc import Container
from math import prod
from typing import Any

from danchu.groups import Group
from danchu.verifier.election import Election
from danchu.verifier.proofs import read, same_exponent
from danchu.verifier.refusals import require
from danchu.verifier.tally import Tally
from danchu.verifier.text import element, exact, fields, listing, reference, small
from danchu.verifier.trustees import Holders

Factors = list[list[int]]
Result = list[list[int]]


def check_owner(data: bytes, numbers: Container[int], part_hash: str) -> int:
    """The number of the trustee a part is of. Refused: ``opening.owner``."""
    owner, named = fields(exact(data), "owner", "payload")
    require(reference(named) == part_hash, "chain.payload")
    number = small(owner)
    require(number in numbers, "opening.owner", owner=number)
    return number


def check_part(data: bytes, election: Election, tally: Tally, public: int, owner: int) -> Factors:
    """A trustee's part, if every number in it is proved. Refused: ``opening.proof``."""
    group = election.group
    factors, proofs = fields(exact(data), "decryption_factors", "decryption_proofs")
    prefix = f"decrypt|{election.fingerprint}|{group.text(public)}|"
    part: Factors = []
    for pairs, row, proved in zip(tally, listing(factors, len(tally)), listing(proofs, len(tally)), strict=True):
        part.append([])
        for pair, written, proof in zip(pairs, listing(row, len(pairs)), listing(proved, len(pairs)), strict=True):
            factor = element(written, group)
            holds = same_exponent(group, prefix, public, pair.alpha, factor, read(proof, group))
            require(holds, "opening.proof", owner=owner)
            part[-1].append(factor)
    return part


def check_result(
    data: bytes, election: Election, tally: Tally, all_holders: list[Holders], parts: dict[int, Factors], weight: int
) -> Result:
    """The published counts, if the parts open the tally to them. Refused: ``result.…``."""
    exponents: dict[int, int] = {}
    for holders in all_holders:
        given = sorted(number for number in holders.keys if number in parts)
        needed = holders.needed
        require(len(given) >= needed, "result.trustees", given=len(given), needed=needed, owner=min(holders.keys))
        exponents |= _at_zero(given[:needed], min(holders.keys) - 1, election.group)
    (written,) = fields(exact(data), "result")
    result: Result = []
    for row, (counts, pairs) in enumerate(zip(listing(written, len(tally)), tally, strict=True)):
        result.append([])
        for column, (value, pair) in enumerate(zip(listing(counts, len(pairs)), pairs, strict=True)):
            count = _count(value, weight)
            mask = election.group.product(
                election.group.power(parts[number][row][column], exponent) for number, exponent in exponents.items()
            )
            right = election.group.g.power(count) == election.group.quotient(pair.beta, mask)
            require(right, "result.count", question=row + 1, answer=column + 1, said=count)
            result[-1].append(count)
    return result


def _count(value: Any, weight: int) -> int:
    """A count cannot pass what was counted; without this bound a number and the same plus the order look alike."""
    require(type(value) is int and 0 <= value <= weight, "result.range", most=weight)
    return int(value)


def _at_zero(numbers: list[int], before: int, group: Group) -> dict[int, int]:
    """Lagrange's coefficients: what exponents make a team's factors those of its common secret."""
    exponents = {}
    for number in numbers:
        index, others = number - before, [other - before for other in numbers if other != number]
        exponents[number] = prod(others) * pow(prod(other - index for other in others), -1, group.order)
    return exponents
