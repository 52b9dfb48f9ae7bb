"""Writes any election the judge must accept, in both groups; knows every secret, so that it can also forge.

A ``Scribe`` holds the secrets; a ``Draft`` is what it wrote, text by text, and ``Draft.bytes`` builds the archive with
its chain anew: whatever was changed in a draft, only logic and mathematics can notice.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from danchu.crypto.archive import _record
from danchu.crypto.proofs import know_key, same_exponent, sign
from danchu.crypto.protocol import challenge, compact, fingerprint, random_exponent
from danchu.groups import group_named

MOMENT = 1_790_000_000
UUID = "DanChuThoiHoaPhuong"
THREE = {"answers": ["Đồng ý", "Không đồng ý", "Ý kiến khác"], "min": 1, "max": 1, "question": "Tổng vệ sinh?"}
BLANK = {"answers": ["Có", "Không"], "blank": True, "min": 0, "max": 1, "question": "Trồng cây?"}
SOME = {"answers": ["A", "B", "C"], "min": 1, "max": 2, "question": "Chọn một hoặc hai"}

Event = tuple[str, tuple[str, ...]]


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def record(name: str, text: str, moment: int = MOMENT) -> bytes:
    return _record(name, text, moment)


@dataclass
class Draft:
    election: str
    trustees: str
    credentials: str
    ballots: list[str] = field(default_factory=list)
    tally: str = ""
    summary: str = ""
    openings: list[tuple[str, str]] = field(default_factory=list)
    result: str = ""

    def events(self) -> list[Event]:
        named = {name: digest(getattr(self, name)) for name in ("election", "trustees", "credentials")}
        story: list[Event] = [("Setup", (self.election, self.trustees, self.credentials, compact(named)))]
        story += [("Ballot", (ballot,)) for ballot in self.ballots]
        if self.tally:
            story += [("EndBallots", ()), ("EncryptedTally", (self.tally, self.summary))]
            story += [("PartialDecryption", opening) for opening in self.openings]
        if self.result:
            story.append(("Result", (self.result,)))
        return story

    def bytes(self) -> bytes:
        return archive(self.events())


def first_record(moment: int = MOMENT) -> bytes:
    return record("BELENIOS", compact({"version": 1, "timestamp": str(moment)}), moment)


def data_record(text: str, moment: int = MOMENT) -> bytes:
    return record(f"{digest(text)}.data.json", text, moment)


def archive(story: Sequence[Event]) -> bytes:
    """The chain over these events, whatever they are."""
    written, parent = first_record(), None
    for height, (kind, bodies) in enumerate(story):
        event: dict[str, Any] = {"parent": parent} if parent else {}
        event |= {"height": height, "type": kind}
        if bodies:
            event["payload"] = digest(bodies[-1])
        text = compact(event)
        parent = digest(text)
        written += b"".join(map(data_record, bodies)) + record(f"{parent}.event.json", text)
    return written


class Scribe:
    """Holds the secrets of one election."""

    def __init__(
        self,
        group: str = "BELENIOS-2048",
        questions: Sequence[dict[str, Any]] = (THREE, BLANK),
        weights: Sequence[int] = (1, 1, 2, 1),
        singles: int = 1,
        team: tuple[int, int] | None = (2, 3),
        newer: bool = True,
    ) -> None:
        self.group = group_named(group)
        self.questions = list(questions)
        self.weights = list(weights)
        self.newer = newer
        self.private = [random_exponent(self.group) for _ in weights]
        self.public = [self.power(secret) for secret in self.private]
        self.singles = [random_exponent(self.group) for _ in range(singles)]
        self.team = team
        items: list[Any] = [["Single", self.key(secret)] for secret in self.singles]
        if team:
            items.append(["Pedersen", self.make_team(*team)])
        self.secrets = dict(enumerate([*self.singles, *self.members()], 1))
        group_key = self.group.product(self.group.g.power(secret) for secret in self.singles)
        if team:
            group_key = self.group.product([group_key, *(self.group.g.power(row[0]) for row in self.polynomials)])
        self.y = self.group.fixed(group_key)
        election = {
            "version": 1,
            "description": "Ngõ 3 “mùa mưa”\n",
            "name": "Tổng vệ sinh",
            "group": group,
            "public_key": self.group.text(group_key),
            "questions": self.questions,
            "uuid": UUID,
            "administrator": "Tổ",
        }
        entries = [
            public if weight == 1 else f"{public},{weight}"
            for public, weight in zip(self.public, self.weights, strict=True)
        ]
        self.draft = Draft(compact(election), compact(items), compact(sorted(entries)))

    def power(self, secret: int) -> str:
        return self.group.text(self.group.g.power(secret))

    # --- trustees ---------------------------------------------------------------------------------------------------
    def key(self, secret: int) -> dict[str, Any]:
        public = self.power(secret)
        return {"pok": know_key(self.group, f"pok|{self.group.name}|{public}|", secret), "public_key": public}

    def message(self, content: Any, secret: int) -> dict[str, Any]:
        text = content if isinstance(content, str) else compact(content)
        return {"message": text, "signature": sign(self.group, text, secret)}

    def make_team(self, needed: int, size: int) -> dict[str, Any]:
        numbers = range(1, size + 1)
        self.signing = [random_exponent(self.group) for _ in numbers]
        self.polynomials = [[random_exponent(self.group) for _ in range(needed)] for _ in numbers]
        return self.team_of(needed, size)

    def certificate(self, number: int, size: int, needed: int, **changed: Any) -> dict[str, Any]:
        signer = self.signing[number - 1]
        context = {"group": self.group.name, "size": size, "threshold": needed, "index": number}
        content = {"context": context} if self.newer else {}
        content |= {"verification": self.power(signer), "encryption": self.power(7 * number)}
        return self.message({**content, **changed}, signer)

    def team_of(self, needed: int, size: int, certificates: list[Any] | None = None) -> dict[str, Any]:
        numbers = range(1, size + 1)
        certs = certificates or [self.certificate(number, size, needed) for number in numbers]
        points = [[self.power(coefficient) for coefficient in row] for row in self.polynomials]
        pairs = list(zip(points, self.signing, strict=True))
        team: dict[str, Any] = {
            "threshold": needed,
            "certs": certs,
            "coefexps": [self.message({"coefexps": row}, signer) for row, signer in pairs],
        }
        keys = [self.key(secret) for secret in self.members()]
        if self.newer:
            team["signatures"] = [
                sign(self.group, "certs_sig|" + compact({"certs": certs, "coefexps": row}), signer)
                for row, signer in pairs
            ]
            for key, signer in zip(keys, self.signing, strict=True):
                key["signature"] = sign(self.group, key["public_key"], signer)
        return team | {"verification_keys": keys}

    def members(self) -> list[int]:
        if not self.team:
            return []
        numbers = range(1, self.team[1] + 1)
        rows, order = self.polynomials, self.group.order
        return [sum(a * number**k for row in rows for k, a in enumerate(row)) % order for number in numbers]

    # --- ballots ----------------------------------------------------------------------------------------------------
    def context(self, voter: int) -> str:
        return f"{fingerprint(self.draft.election)}|{self.public[voter]}"

    def pairs_text(self, pairs: Sequence[tuple[int, int]]) -> str:
        return ",".join(f"{self.group.text(alpha)},{self.group.text(beta)}" for alpha, beta in pairs)

    def less(self, pair: tuple[int, int], number: int) -> tuple[int, int]:
        return pair[0], self.group.quotient(pair[1], self.group.g.power(number))

    def sum(self, pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
        return self.group.product(alpha for alpha, _ in pairs), self.group.product(beta for _, beta in pairs)

    def prove(self, prefix: str, pairs: Sequence[tuple[int, int]], true: int, r: int) -> list[dict[str, str]]:
        """That the pair at ``true`` encrypts zero with exponent r, or another does; also when it is a lie."""
        group, count = self.group, range(len(pairs))
        cs, ss = [random_exponent(group) for _ in count], [random_exponent(group) for _ in count]
        cs[true] = 0
        commitments = []
        for index, (alpha, beta) in enumerate(pairs):
            commitments.append(group.blend(group.g, ss[index], alpha, cs[index]))
            commitments.append(group.blend(self.y, ss[index], beta, cs[index]))
        cs[true] = (challenge(group, prefix, commitments) - sum(cs)) % group.order
        ss[true] = (ss[true] - r * cs[true]) % group.order
        return [{"challenge": str(c), "response": str(s)} for c, s in zip(cs, ss, strict=True)]

    def answer(self, voter: int, question: dict[str, Any], values: Sequence[int]) -> dict[str, Any]:
        """Honest where the values are lawful; else every proof lies as well as a liar can."""
        group, y, context = self.group, self.y, self.context(voter)
        rs = [random_exponent(group) for _ in values]
        pairs = [
            (group.g.power(r), group.product((y.power(r), group.g.power(value))))
            for r, value in zip(rs, values, strict=True)
        ]
        individual = [
            self.prove(f"prove|{context}|{self.pairs_text([pair])}|", [pair, self.less(pair, 1)], min(value, 1), r)
            for pair, value, r in zip(pairs, values, rs, strict=True)
        ]
        written: dict[str, Any] = {
            "choices": [{"alpha": group.text(alpha), "beta": group.text(beta)} for alpha, beta in pairs],
            "individual_proofs": individual,
        }
        blank, least, most = question.get("blank", False), question["min"], question["max"]
        bound = f"{context}|{self.pairs_text(pairs)}"
        total, r_total, chosen = self.sum(pairs[blank:]), sum(rs[blank:]), sum(values[blank:])
        allowed = [self.less(total, count) for count in range(least, most + 1)]
        place = min(max(chosen - least, 0), most - least)
        if blank:
            left = values[0]
            zero = [pairs[0], total]
            written["overall_proof"] = self.prove(
                f"bproof1|{bound}|",
                [self.less(pairs[0], 1), *allowed],
                0 if left else place + 1,
                rs[0] if left else r_total,
            )
            written["blank_proof"] = self.prove(f"bproof0|{bound}|", zero, int(bool(left)), r_total if left else rs[0])
        else:
            prefix = f"prove|{bound}|{self.pairs_text([total])}|"
            written["overall_proof"] = self.prove(prefix, allowed, place, r_total)
        return written

    def ballot(self, voter: int, vote: Sequence[Sequence[int]]) -> dict[str, Any]:
        answers = [self.answer(voter, question, values) for question, values in zip(self.questions, vote, strict=True)]
        return self.signed(
            voter,
            {
                "election_uuid": UUID,
                "election_hash": fingerprint(self.draft.election),
                "credential": self.public[voter],
                "answers": answers,
            },
        )

    def signed(self, voter: int, ballot: dict[str, Any]) -> dict[str, Any]:
        unsigned = {name: value for name, value in ballot.items() if name != "signature"}
        hashed = fingerprint(compact(unsigned))
        proof = know_key(self.group, f"sig|{hashed}|", self.private[voter])
        return {**unsigned, "signature": {"hash": hashed, "proof": proof}}

    # --- the end ----------------------------------------------------------------------------------------------------
    def last(self, ballots: Sequence[str]) -> list[dict[str, Any]]:
        parsed = [json.loads(ballot) for ballot in ballots]
        return list({ballot["credential"]: ballot for ballot in parsed}.values())

    def add_up(self, ballots: Sequence[dict[str, Any]]) -> list[list[tuple[int, int]]]:
        rows = []
        for index, question in enumerate(self.questions):
            width = len(question["answers"]) + question.get("blank", False)
            columns = []
            for column in range(width):
                factors = []
                for ballot in ballots:
                    choice = ballot["answers"][index]["choices"][column]
                    weight = self.weights[self.public.index(ballot["credential"])]
                    pair = (self.group.reread(choice["alpha"]), self.group.reread(choice["beta"]))
                    factors.append(tuple(self.group.power(part, weight) for part in pair))
                columns.append(self.sum(factors))
            rows.append(columns)
        return rows

    def tally_text(self, rows: Sequence[Sequence[tuple[int, int]]]) -> str:
        text = self.group.text
        return compact([[{"alpha": text(alpha), "beta": text(beta)} for alpha, beta in row] for row in rows])

    def opening(self, rows: Sequence[Sequence[tuple[int, int]]], trustee: int) -> tuple[str, str]:
        secret = self.secrets[trustee]
        prefix = f"decrypt|{fingerprint(self.draft.election)}|{self.power(secret)}|"
        text = compact(
            {
                "decryption_factors": [[self.group.text(self.group.power(a, secret)) for a, _ in row] for row in rows],
                "decryption_proofs": [[same_exponent(self.group, prefix, a, secret) for a, _ in row] for row in rows],
            }
        )
        return text, compact({"owner": trustee, "payload": digest(text)})

    def opened(self, rows: Sequence[Sequence[tuple[int, int]]], trustees: Sequence[int], most: int) -> list[list[int]]:
        """The counts, by the whole secret key, which no one in life ever holds."""
        secret = sum(self.singles) + (sum(row[0] for row in self.polynomials) if self.team else 0)
        table = {self.group.g.power(number): number for number in range(most + 1)}
        return [[table[self.group.quotient(b, self.group.power(a, secret))] for a, b in row] for row in rows]

    def finish(self, draft: Draft, trustees: Sequence[int], counted: Sequence[str] | None = None) -> Draft:
        """Count these ballots (the last of each credential unless told) and open with these trustees."""
        ballots = self.last(draft.ballots if counted is None else counted)
        rows = self.add_up(ballots)
        weight = sum(self.weights[self.public.index(ballot["credential"])] for ballot in ballots)
        tally = self.tally_text(rows)
        summary = {"num_tallied": len(ballots), "total_weight": weight, "encrypted_tally": digest(tally)}
        return replace(
            draft,
            tally=tally,
            summary=compact(summary),
            openings=[self.opening(rows, trustee) for trustee in trustees],
            result=compact({"result": self.opened(rows, trustees, weight)}),
        )
