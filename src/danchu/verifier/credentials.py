"""Danh sách mã biểu quyết: who may vote, as public credentials without names."""

from __future__ import annotations

from danchu.groups import Group, NotAnElement
from danchu.groups.base import decimal
from danchu.verifier.refusals import Refusal, Refused, require
from danchu.verifier.text import LARGEST, exact, listing, string


def read_credentials(data: bytes, group: Group) -> dict[str, int]:
    """The weight of each public credential. Refused: ``credentials.…``.

    An entry is a member of the group, then perhaps a comma and its weight (1 where none stands), then perhaps a
    comma and a label that other tools put there.
    """
    weights: dict[str, int] = {}
    for entry in listing(exact(data)):
        public, _, rest = string(entry).partition(",")
        written = rest.partition(",")[0]
        weight = decimal(written, LARGEST + 1) if written else 1
        require(weight is not None, "credentials.weight")
        require(public not in weights, "credentials.repeated")
        try:
            group.element(public)
        except NotAnElement:
            raise Refused(Refusal("text.element")) from None
        weights[public] = weight or 0
    require(sum(weights.values()) <= LARGEST, "credentials.total")
    return weights
