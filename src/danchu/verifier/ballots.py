"""Phiếu: one encrypted ballot judged by itself; the server asks the same question before it says "đã nhận"."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, NamedTuple

from danchu.groups import Group
from danchu.verifier.election import Election, Question
from danchu.verifier.proofs import Pair, b64, knows_key, read, read_list, some_is_zero
from danchu.verifier.refusals import require
from danchu.verifier.text import compact, element, exact, fields, listing, string


class Ballot(NamedTuple):
    """Phiếu đã khóa: whose credential, the encrypted answers, and the tracker its voter was shown."""

    credential: str
    answers: tuple[tuple[Pair, ...], ...]
    tracker: str


def check_ballot(data: bytes, election: Election, credentials: Container[str]) -> Ballot:
    """The ballot, if everything about it holds. Refused: ``ballot.…`` and the codes of ``text``."""
    value = exact(data)
    uuid, fingerprint, credential, answers, signature = fields(
        value, "election_uuid", "election_hash", "credential", "answers", "signature"
    )
    require(uuid == election.uuid and fingerprint == election.fingerprint, "ballot.election")
    require(string(credential) in credentials, "ballot.credential")
    _check_signature(value, election.group, signature)
    context = f"{election.fingerprint}|{credential}"
    asked = zip(election.questions, listing(answers, len(election.questions)), strict=True)
    checked = tuple(_check_answer(answer, question, election, context) for question, answer in asked)
    return Ballot(credential, checked, b64(data))


def _check_signature(ballot: dict[str, Any], group: Group, signature: Any) -> None:
    digest, proof = fields(signature, "hash", "proof")
    unsigned = {name: value for name, value in ballot.items() if name != "signature"}
    require(digest == b64(compact(unsigned).encode("utf-8")), "ballot.hash")
    public = element(ballot["credential"], group)
    require(knows_key(group, f"sig|{digest}|", public, read(proof, group)), "ballot.signature")


def _check_answer(value: Any, question: Question, election: Election, context: str) -> tuple[Pair, ...]:
    group, key = election.group, election.key
    names = ["choices", "individual_proofs", "overall_proof", *(["blank_proof"] if question.blank else [])]
    choices, individual, overall, *blank = fields(value, *names)
    pairs = tuple(_pair(choice, group) for choice in listing(choices, question.values))
    texts = [f"{group.text(pair.alpha)},{group.text(pair.beta)}" for pair in pairs]
    less_one = group.g.power(-1)
    for pair, text, proofs in zip(pairs, texts, listing(individual, len(pairs)), strict=True):
        zero_or_one = [pair, Pair(pair.alpha, group.product((pair.beta, less_one)))]
        proved = read_list(proofs, group, 2)
        require(some_is_zero(group, f"prove|{context}|{text}|", key, zero_or_one, proved), "ballot.choice")
    chosen = pairs[1:] if question.blank else pairs
    total = Pair(group.product(pair.alpha for pair in chosen), group.product(pair.beta for pair in chosen))
    allowed = [
        Pair(total.alpha, group.product((total.beta, group.g.power(-count))))
        for count in range(question.least, question.most + 1)
    ]
    bound = f"{context}|{','.join(texts)}"
    if question.blank:
        none_chosen = [pairs[0], total]
        is_blank = Pair(pairs[0].alpha, group.product((pairs[0].beta, less_one)))
        proved = read_list(blank[0], group, 2)
        require(some_is_zero(group, f"bproof0|{bound}|", key, none_chosen, proved), "ballot.blank")
        prefix, allowed = f"bproof1|{bound}|", [is_blank, *allowed]
    else:
        prefix = f"prove|{bound}|{group.text(total.alpha)},{group.text(total.beta)}|"
    proved = read_list(overall, group, len(allowed))
    require(some_is_zero(group, prefix, key, allowed, proved), "ballot.number")
    return pairs


def _pair(value: Any, group: Group) -> Pair:
    alpha, beta = fields(value, "alpha", "beta")
    return Pair(element(alpha, group), element(beta, group))
