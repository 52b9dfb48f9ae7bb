"""Cuộc biểu quyết: what is voted on, in which group, under which key; its fingerprint stands in every ballot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from danchu.groups import Fixed, Group, UnknownGroup, group_named
from danchu.verifier.proofs import b64
from danchu.verifier.refusals import Refusal, Refused, require
from danchu.verifier.text import element, exact, fields, listing, small, string

_UUID = re.compile(r"[1-9A-HJ-NP-Za-km-z]{14,100}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Question:
    """Câu hỏi: how many of its answers may be chosen; ``blank``: whether "none of them" may be said instead."""

    text: str
    answers: tuple[str, ...]
    blank: bool
    least: int
    most: int

    @property
    def values(self) -> int:
        """How many encrypted numbers answer it."""
        return len(self.answers) + self.blank


@dataclass(frozen=True, slots=True)
class Election:
    """Cuộc biểu quyết như trong tệp: ``fingerprint`` is that of the exact text, ``key`` encrypts."""

    name: str
    uuid: str
    fingerprint: str
    group: Group
    key: Fixed
    questions: tuple[Question, ...]


def read_election(data: bytes) -> Election:
    """Read the election. Refused: ``election.…`` and the codes of ``text``."""
    version, description, name, group_name, key, questions, uuid, *others = fields(
        exact(data),
        *("version", "description", "name", "group", "public_key", "questions", "uuid"),
        *("administrator?", "credential_authority?"),
    )
    require(type(version) is int and version == 1, "election.version")
    for text in (description, *(other for other in others if other is not None)):
        string(text)
    require(_UUID.fullmatch(string(uuid)) is not None, "election.uuid")
    try:
        group = group_named(string(group_name))
    except UnknownGroup:
        raise Refused(Refusal("election.group", details={"group": group_name[:40]})) from None
    asked = tuple(_question(question) for question in listing(questions))
    require(bool(asked), "election.question")
    return Election(string(name), uuid, b64(data), group, group.fixed(element(key, group)), asked)


def _question(value: Any) -> Question:
    require(not (isinstance(value, dict) and "type" in value), "election.kind")
    answers, blank, least, most, text = fields(value, "answers", "blank?", "min", "max", "question")
    require(blank in (None, True, False) and type(blank) is not int, "text.shape", what="blank")
    said = tuple(string(answer) for answer in listing(answers))
    question = Question(string(text), said, bool(blank), small(least), small(most))
    require(bool(said) and question.least <= question.most <= len(said), "election.question")
    return question
