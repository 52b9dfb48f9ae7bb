"""Chìa của máy chủ: never stored, derived for each vote from the installation's secret file; of no use alone."""

from __future__ import annotations

from danchu.crypto.errors import BadKey
from danchu.crypto.proofs import know_key
from danchu.crypto.protocol import exponent
from danchu.groups import Group

SHORTEST = 32  # bytes of the secret file


def server_key(secret_file: bytes, uuid: str, group: Group) -> int:
    """The server's exponent in this vote. Raises ``BadKey`` for a secret that is too short to be one."""
    if len(secret_file) < SHORTEST:
        raise BadKey
    return exponent(secret_file, f"danchu-server|{group.name}|{uuid}", group)


def trustee_key(secret: int, group: Group) -> dict[str, object]:
    """The public half with the proof that its owner has the other, as it stands in the file."""
    public = group.text(group.g.power(secret))
    return {"pok": know_key(group, f"pok|{group.name}|{public}|", secret), "public_key": public}
