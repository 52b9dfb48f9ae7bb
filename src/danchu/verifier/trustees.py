"""Người giữ chìa: the keys that encrypt together and open together; single ones, and teams of which some suffice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from danchu.groups import Group
from danchu.verifier.proofs import knows_key, read, signed
from danchu.verifier.refusals import require
from danchu.verifier.text import compact, element, exact, fields, listing, small, string


@dataclass(frozen=True, slots=True)
class Holders:
    """Nhóm giữ chìa: public keys by trustee number, and how many of them open. A single trustee is a team of one."""

    keys: dict[int, int]
    needed: int
    public: int


def read_trustees(data: bytes, group: Group) -> list[Holders]:
    """All trustees in the order of the file, numbered from 1. Refused: ``trustees.…``."""
    all_holders: list[Holders] = []
    number = 1
    for item in listing(exact(data)):
        kind, value = listing(item, 2)
        require(kind in ("Single", "Pedersen"), "trustees.kind")
        holders = _single(value, group, number) if kind == "Single" else _team(value, group, number)
        all_holders.append(holders)
        number += len(holders.keys)
    require(bool(all_holders), "trustees.none")
    return all_holders


def election_key(all_holders: list[Holders], group: Group) -> int:
    """The key under which ballots are encrypted: the product of everybody's."""
    return group.product(holders.public for holders in all_holders)


def _single(value: Any, group: Group, number: int) -> Holders:
    public, *_ = _key(value, group)
    return Holders({number: public}, 1, public)


def _key(value: Any, group: Group) -> tuple[int, Any]:
    """A public key whose owner proves to know the secret, and the extra signature of newer teams."""
    proof, written, signature, name = fields(value, "pok", "public_key", "signature?", "name?")
    if name is not None:
        string(name)
    public = element(written, group)
    require(public != group.identity, "trustees.key")
    require(knows_key(group, f"pok|{group.name}|{written}|", public, read(proof, group)), "trustees.key_proof")
    return public, signature


# --- a team ------------------------------------------------------------------------------------------------------
def _team(value: Any, group: Group, first: int) -> Holders:
    threshold, certificates, polynomials, signatures, keys = fields(
        value, "threshold", "certs", "coefexps", "signatures?", "verification_keys"
    )
    size = len(listing(certificates))
    needed = small(threshold, size)
    require(needed > 0, "trustees.threshold")
    newer = signatures is not None
    signers = [
        _certificate(cert, group, {"group": group.name, "size": size, "threshold": needed, "index": index}, newer)
        for index, cert in enumerate(certificates, 1)
    ]
    commitments = [
        _polynomial(polynomial, group, signer, needed)
        for polynomial, signer in zip(listing(polynomials, size), signers, strict=True)
    ]
    combined = [group.product(column) for column in zip(*commitments, strict=True)]
    if newer:
        for signer, polynomial, signature in zip(signers, polynomials, listing(signatures, size), strict=True):
            agreed = {"certs": certificates, "coefexps": exact(polynomial["message"].encode("utf-8"))["coefexps"]}
            proof = read(signature, group)
            require(signed(group, f"certs_sig|{compact(agreed)}", signer, proof), "trustees.agreement")
    public_keys = {}
    for index, (written, signer) in enumerate(zip(listing(keys, size), signers, strict=True), 1):
        public, signature = _key(written, group)
        require(public == _expected(combined, group, index), "trustees.member_key")
        require((signature is not None) == newer, "trustees.signature_missing")
        if newer:
            require(signed(group, group.text(public), signer, read(signature, group)), "trustees.member_signature")
        public_keys[first + index - 1] = public
    return Holders(public_keys, needed, combined[0])


def _certificate(value: Any, group: Group, context: dict[str, Any], newer: bool) -> int:
    """The signing key of a member: the certificate is signed with it, and newer ones say what they are for."""
    message, proof = fields(value, "message", "signature")
    content = exact(string(message).encode("utf-8", "surrogatepass"))
    said, verification, encryption = fields(content, "context?", "verification", "encryption")
    require((said is not None) == newer, "trustees.signature_missing")
    require(not newer or compact(said) == compact(context), "trustees.context")
    signer = element(verification, group)
    element(encryption, group)
    require(signed(group, message, signer, read(proof, group)), "trustees.certificate")
    return signer


def _polynomial(value: Any, group: Group, signer: int, needed: int) -> list[int]:
    """The commitments to a member's polynomial, as many as members are needed."""
    message, proof = fields(value, "message", "signature")
    content = exact(string(message).encode("utf-8", "surrogatepass"))
    (coefficients,) = fields(content, "coefexps")
    commitments = [element(coefficient, group) for coefficient in listing(coefficients)]
    require(len(commitments) == needed, "trustees.threshold")
    require(signed(group, message, signer, read(proof, group)), "trustees.polynomial")
    return commitments


def _expected(combined: list[int], group: Group, index: int) -> int:
    """The public key of a member: the team's polynomial taken, in the exponent, at the member's number."""
    return group.product(
        group.power(commitment, pow(index, exponent, group.order)) for exponent, commitment in enumerate(combined)
    )
