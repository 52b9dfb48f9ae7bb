"""A whole secret vote, held by the writer alone: the ceremony on sheets, households with cards, ballots, the count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from danchu.crypto import archive, ballots, ceremony, credentials, questions, server_key, sheets, tally, trustees
from danchu.crypto.questions import GROUP
from danchu.groups import group_named

SECRET_FILE = bytes(range(32))
MOMENT = 1_790_000_000


@dataclass
class Team:
    """The ceremony, run to its end on paper sheets."""

    uuid: str
    size: int = 3
    sheets: list[str] = field(init=False)

    def __post_init__(self) -> None:
        group = group_named(GROUP)
        self.ceremony = ceremony.Ceremony(self.uuid, self.size, group)
        self.sheets = [sheets.new_sheet() for _ in range(self.size)]
        keys = [sheets.member_keys(sheet, self.uuid, self.ceremony.needed, group) for sheet in self.sheets]
        numbered = list(enumerate(keys, 1))
        self.certificates = [ceremony.certificate(self.ceremony, number, own) for number, own in numbered]
        self.contributions = [
            ceremony.contribute(self.ceremony, number, own, self.certificates) for number, own in numbered
        ]
        posted = self.certificates, self.contributions
        secrets = [ceremony.member_secret(self.ceremony, number, own, *posted) for number, own in numbered]
        self.member_keys = [
            ceremony.member_key(self.ceremony, own, secret) for own, secret in zip(keys, secrets, strict=True)
        ]
        self.server = server_key.trustee_key(server_key.server_key(SECRET_FILE, self.uuid, group), group)
        self.text = trustees.trustees_text(self.ceremony, self.server, *posted, self.member_keys)
        self.public_key = trustees.election_key(self.ceremony, self.server, *posted)

    def secret_from_paper(self, number: int) -> int:
        """A member's part of the key from the sheet and what was posted; every phone has been wiped."""
        group = self.ceremony.group
        keys = sheets.member_keys(self.sheets[number - 1], self.uuid, self.ceremony.needed, group)
        return ceremony.member_secret(self.ceremony, number, keys, self.certificates, self.contributions)


class Village:
    """Households vote; ``records`` grows as the archive does."""

    def __init__(self, households: int = 4, size: int = 3, team: Team | None = None) -> None:
        self.team = team or Team(questions.new_uuid(), size)
        self.uuid = self.team.uuid
        self.vote = questions.SecretVote(
            self.uuid, "Tổng vệ sinh “sáng Chủ nhật”", "Ngõ 3", "Có tổng vệ sinh không?", self.team.public_key
        )
        group = self.vote.group
        self.cards = [credentials.new_household_secret() for _ in range(households)]
        self.private = [credentials.private_credential(card, self.uuid, group) for card in self.cards]
        self.public = [credentials.public_credential(private, group) for private in self.private]
        self.list = credentials.credentials_text(self.public)
        self.last: dict[int, str] = {}
        self.all: list[str] = []
        self.sealed: list[ballots.Sealed] = []
        self.bytes = b""
        self.board = archive.Board(0)
        self._append(archive.start(MOMENT))
        self._append(archive.setup(self.board, self.vote.text, self.team.text, self.list))

    def _append(self, step: archive.Step) -> None:
        data, self.board = step
        self.bytes += data

    def cast(self, household: int, choice: int) -> ballots.Sealed:
        sealed = ballots.seal(self.vote, self.private[household], choice)
        self._append(archive.ballot(self.board, sealed.text))
        self.last[household] = sealed.text
        self.all.append(sealed.text)
        self.sealed.append(sealed)
        return sealed

    def cast_all(self, choices: Iterable[tuple[int, int]]) -> None:
        for household, choice in choices:
            self.cast(household, choice)

    def close(self) -> None:
        self._append(archive.end(self.board))
        self.sum = tally.add_up(self.vote, self.last.values())
        self._append(archive.tally(self.board, tally.tally_text(self.vote, self.sum), len(self.last)))

    def open(self, members: Sequence[int]) -> list[int]:
        secrets = {1: server_key.server_key(SECRET_FILE, self.uuid, self.vote.group)}
        secrets |= {number + 1: self.team.secret_from_paper(number) for number in members}
        self.openings = {trustee: tally.opening_text(self.vote, self.sum, key) for trustee, key in secrets.items()}
        for trustee, text in self.openings.items():
            self._append(archive.opening(self.board, trustee, text))
        needed = self.team.ceremony.needed
        counts = tally.count(self.vote, self.sum, self.openings, needed, len(self.last))
        self._append(archive.result(self.board, tally.result_text(counts)))
        return counts

    def save(self, folder: Path) -> Path:
        path = folder / f"{self.uuid}.bel"
        path.write_bytes(self.bytes)
        return path
