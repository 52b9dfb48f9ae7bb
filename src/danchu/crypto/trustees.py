"""Người giữ chìa: the server and the team together, as they stand in the file; trustee 1 is the server."""

from __future__ import annotations

from collections.abc import Sequence

from danchu.crypto.ceremony import Ceremony, Contribution, Message, check_contributions
from danchu.crypto.errors import BadKey
from danchu.crypto.protocol import compact

SERVER = 1  # the number of the server among the trustees; members follow in their order


def trustees_text(
    ceremony: Ceremony,
    server: Message,
    certificates: Sequence[Message],
    contributions: Sequence[Contribution],
    member_keys: Sequence[Message],
) -> str:
    """All public keys with all proofs. Raises ``BadProof`` or ``BadKey`` for an unfinished or false ceremony."""
    commitments = check_contributions(ceremony, certificates, contributions)
    group = ceremony.group
    for number in range(1, ceremony.size + 1):
        powers = [number**power for power in range(ceremony.needed)]
        expected = group.product(
            group.power(point, power) for row in commitments for point, power in zip(row, powers, strict=True)
        )
        if number > len(member_keys) or member_keys[number - 1]["public_key"] != group.text(expected):
            raise BadKey
    team = {
        "threshold": ceremony.needed,
        "certs": list(certificates),
        "coefexps": [contribution.coefficients for contribution in contributions],
        "signatures": [contribution.agreement for contribution in contributions],
        "verification_keys": list(member_keys),
    }
    return compact([["Single", server], ["Pedersen", team]])


def election_key(
    ceremony: Ceremony, server: Message, certificates: Sequence[Message], contributions: Sequence[Contribution]
) -> int:
    """The key that encrypts: the server's and the team's multiplied. Raises ``BadProof``."""
    commitments = check_contributions(ceremony, certificates, contributions)
    server_public = ceremony.group.element(server["public_key"])
    return ceremony.group.product([server_public, *(row[0] for row in commitments)])
