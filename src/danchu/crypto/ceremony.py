"""Buổi lập chìa: a team makes a common key of which no one, and not the server, ever holds the whole.

Each round is a function from what the member has on paper and what all members have posted to what the member posts:

1. ``certificate``: the member's two public keys. Its ``promise`` is posted first, and certificates are shown only when
   all promises are there: whoever relays them cannot then choose a forged one so that the group codes agree.
2. ``group_code``: eight digits read aloud. They are those of the certificates, and everything later is signed by them.
3. ``contribute``: commitments to the member's polynomial, a signature under all certificates, a share for each member.
4. ``member_secret``, ``member_key``: the shares checked and added; the public half published.

Every posted thing is public but the shares, and those are sealed. With a sheet and what was posted, ``member_secret``
gives the same number again: an erased phone loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from danchu.crypto.errors import BadKey, BadProof
from danchu.crypto.proofs import knows_key, sign, signed
from danchu.crypto.protocol import compact, slow
from danchu.crypto.server_key import trustee_key
from danchu.crypto.shares import close, reveal
from danchu.crypto.sheets import MemberKeys
from danchu.groups import Group

NEEDED = {3: 2, 4: 3, 5: 3}  # how many of a team open; a team has 3 to 5 people (Điều 5 Nghị định 59/2023/NĐ-CP)

Message = dict[str, Any]


@dataclass(frozen=True)
class Ceremony:
    """Buổi lập chìa của một cuộc biểu quyết: ``size`` members, numbered from 1. Raises ``BadKey`` for other sizes."""

    uuid: str
    size: int
    group: Group

    def __post_init__(self) -> None:
        if self.size not in NEEDED:
            raise BadKey

    @property
    def needed(self) -> int:
        """How many members must open."""
        return NEEDED[self.size]

    def context(self, number: int) -> dict[str, object]:
        """What a member's certificate says it is for."""
        return {"group": self.group.name, "size": self.size, "threshold": self.needed, "index": number}


@dataclass(frozen=True)
class Contribution:
    """Phần góp của một thành viên: ``shares`` are sealed, one for each member in order."""

    coefficients: Message
    agreement: Message
    shares: tuple[dict[str, str], ...]


def certificate(ceremony: Ceremony, number: int, keys: MemberKeys) -> Message:
    """Round 1: the member's public keys, signed by the first of them."""
    group = ceremony.group
    content = {
        "context": ceremony.context(number),
        "verification": group.text(group.g.power(keys.signing)),
        "encryption": group.text(group.g.power(keys.reading)),
    }
    return _message(group, content, keys.signing)


def promise(certificate: Message) -> str:
    """What is posted before the certificate, and fixes it."""
    return sha256(compact(certificate).encode("utf-8")).hexdigest()


def group_code(ceremony: Ceremony, certificates: Sequence[Message]) -> str:
    """Round 2: the eight digits that every phone shows and the leader reads aloud.

    The slow function makes searching for a second team with the same digits cost; the promises make it useless.
    """
    digest = sha256(compact(list(certificates)).encode("utf-8")).hexdigest()
    return f"{int.from_bytes(slow(digest, f'danchu-group-code|{ceremony.uuid}'), 'big') % 10**8:08d}"


def contribute(ceremony: Ceremony, number: int, keys: MemberKeys, certificates: Sequence[Message]) -> Contribution:
    """Round 3. Raises ``BadProof`` for certificates that are not of this ceremony."""
    group = ceremony.group
    members = check_certificates(ceremony, certificates)
    coefficients = [group.text(group.g.power(coefficient)) for coefficient in keys.polynomial]
    agreed = compact({"certs": list(certificates), "coefexps": coefficients})
    shares = tuple(
        close(_at(keys.polynomial, reader, group), encryption, _context(ceremony, number, reader), group)
        for reader, (_, encryption) in enumerate(members, 1)
    )
    return Contribution(
        _message(group, {"coefexps": coefficients}, keys.signing),
        sign(group, f"certs_sig|{agreed}", keys.signing),
        shares,
    )


def member_secret(
    ceremony: Ceremony,
    number: int,
    keys: MemberKeys,
    certificates: Sequence[Message],
    contributions: Sequence[Contribution],
) -> int:
    """Round 4, and again at every opening: the member's part of the key.

    Raises ``BadProof`` where a commitment is not its author's, ``BadKey`` where a share does not belong to it.
    """
    group = ceremony.group
    total = 0
    commitments = check_contributions(ceremony, certificates, contributions)
    for author, (contribution, committed) in enumerate(zip(contributions, commitments, strict=True), 1):
        envelope = contribution.shares[number - 1]
        share = reveal(envelope, keys.reading, _context(ceremony, author, number), group)
        expected = group.product(group.power(point, number**power) for power, point in enumerate(committed))
        if share >= group.order or group.g.power(share) != expected:
            raise BadKey
        total += share
    return total % group.order


def member_key(ceremony: Ceremony, keys: MemberKeys, secret: int) -> Message:
    """The public half of the member's part, with the proof and the signature that bind it to the member."""
    public = trustee_key(secret, ceremony.group)
    return {**public, "signature": sign(ceremony.group, str(public["public_key"]), keys.signing)}


# --- what everybody checks ---------------------------------------------------------------------------------------
def check_certificates(
    ceremony: Ceremony, certificates: Sequence[Message], promises: Sequence[str] | None = None
) -> list[tuple[int, int]]:
    """The signing and reading key of each member. Raises ``BadProof``."""
    if len(certificates) != ceremony.size or promises not in (None, [promise(one) for one in certificates]):
        raise BadProof
    return [check_certificate(ceremony, number, one) for number, one in enumerate(certificates, 1)]


def check_certificate(ceremony: Ceremony, number: int, certificate: Message) -> tuple[int, int]:
    """The signing and reading key of one member. Raises ``BadProof``."""
    group = ceremony.group
    content = _content(certificate)
    if content.get("context") != ceremony.context(number):
        raise BadProof
    member = _member(group, content.get("verification")), _member(group, content.get("encryption"))
    _check_signature(group, certificate["message"], member[0], certificate["signature"])
    return member


def check_contributions(
    ceremony: Ceremony, certificates: Sequence[Message], contributions: Sequence[Contribution]
) -> list[list[int]]:
    """Every member's commitments. Raises ``BadProof``."""
    if len(contributions) != ceremony.size:
        raise BadProof
    return [
        check_contribution(ceremony, number, certificates, contribution)
        for number, contribution in enumerate(contributions, 1)
    ]


def check_contribution(
    ceremony: Ceremony, number: int, certificates: Sequence[Message], contribution: Contribution
) -> list[int]:
    """One member's commitments. Raises ``BadProof``."""
    group = ceremony.group
    signer, _ = check_certificates(ceremony, certificates)[number - 1]
    coefficients = _content(contribution.coefficients).get("coefexps")
    if not isinstance(coefficients, list) or len(coefficients) != ceremony.needed:
        raise BadProof
    if len(contribution.shares) != ceremony.size:
        raise BadProof
    agreed = compact({"certs": list(certificates), "coefexps": coefficients})
    _check_signature(group, contribution.coefficients["message"], signer, contribution.coefficients["signature"])
    _check_signature(group, f"certs_sig|{agreed}", signer, contribution.agreement)
    return [_member(group, coefficient) for coefficient in coefficients]


def check_member_key(
    ceremony: Ceremony,
    number: int,
    certificates: Sequence[Message],
    contributions: Sequence[Contribution],
    key: Message,
) -> None:
    """The public key is the one that all contributions give this member, proved and signed. Raises ``BadProof``."""
    group = ceremony.group
    commitments = check_contributions(ceremony, certificates, contributions)
    expected = group.text(
        group.product(group.power(point, number**power) for row in commitments for power, point in enumerate(row))
    )
    signer, _ = check_certificates(ceremony, certificates)[number - 1]
    if key["public_key"] != expected or not knows_key(
        group, f"pok|{group.name}|{expected}|", group.element(expected), key["pok"]
    ):
        raise BadProof
    _check_signature(group, expected, signer, key["signature"])


def _check_signature(group: Group, message: str, public: int, proof: Message) -> None:
    try:
        holds = signed(group, message, public, proof)
    except (KeyError, TypeError, ValueError):
        holds = False
    if not holds:
        raise BadProof


def _content(message: Message) -> dict[str, Any]:
    try:
        content = json.loads(message["message"])
    except (KeyError, TypeError, ValueError):
        raise BadProof from None
    if not isinstance(content, dict) or compact(content) != message["message"] or "signature" not in message:
        raise BadProof
    return content


def _member(group: Group, text: object) -> int:
    try:
        return group.element(str(text))
    except ValueError:
        raise BadProof from None


def _message(group: Group, content: object, signing: int) -> Message:
    text = compact(content)
    return {"message": text, "signature": sign(group, text, signing)}


def _context(ceremony: Ceremony, author: int, reader: int) -> str:
    return f"{ceremony.uuid}|{author}|{reader}"


def _at(polynomial: Sequence[int], point: int, group: Group) -> int:
    value = 0
    for coefficient in reversed(polynomial):
        value = (value * point + coefficient) % group.order
    return value
