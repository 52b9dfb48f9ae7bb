"""Câu hỏi: one question with the three answers of the decree, and the text of the vote that everything is bound to."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cached_property

from danchu.crypto.protocol import compact, fingerprint
from danchu.groups import Fixed, Group, group_named

GROUP = "BELENIOS-2048"
ANSWERS = ("Đồng ý", "Không đồng ý", "Ý kiến khác")  # điểm d khoản 2 Điều 5 Nghị định 59/2023/NĐ-CP
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def new_uuid() -> str:
    """A new identifier of a vote: 14 letters and digits that are not mistaken for each other, 82 bits."""
    return "".join(secrets.choice(_BASE58) for _ in range(14))


@dataclass(frozen=True)
class SecretVote:
    """Cuộc biểu quyết kín: ``public_key`` encrypts; the text is written once and never again, for it is the bond."""

    uuid: str
    name: str
    description: str
    question: str
    public_key: int

    @property
    def group(self) -> Group:
        """The group everything is computed in."""
        return group_named(GROUP)

    @cached_property
    def key(self) -> Fixed:
        """The public key with its table."""
        return self.group.fixed(self.public_key)

    @cached_property
    def text(self) -> str:
        """The vote as it stands in the archive."""
        asked = {"answers": list(ANSWERS), "min": 1, "max": 1, "question": self.question}
        return compact(
            {
                "version": 1,
                "description": self.description,
                "name": self.name,
                "group": GROUP,
                "public_key": self.group.text(self.public_key),
                "questions": [asked],
                "uuid": self.uuid,
            }
        )

    @cached_property
    def fingerprint(self) -> str:
        """What every ballot and every opening is bound to."""
        return fingerprint(self.text)
