"""Lý do không chấp nhận: how the judge says no. One sentence for each code stands in ``words.py``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field


class NotAVoteFile(Exception):
    """Không phải tệp kết quả biểu quyết: nothing here can be judged."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Điều không chấp nhận: the first thing found wrong.

    ``record`` counts the records of the file from 0, ``hash`` is the record's own; both are absent where the whole
    file is meant. ``details`` are the named values of the sentence.
    """

    code: str
    record: int | None = None
    hash: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)


class Refused(Exception):
    """Không chấp nhận: carries the refusal to whoever asked."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal

    def __reduce__(self) -> tuple[type[Refused], tuple[Refusal]]:
        """An exception of two processes: the one that found it and the one that tells it."""
        return Refused, (self.refusal,)


def require(holds: bool, code: str, **details: str | int) -> None:
    """Go on only if it holds. Every check of the judge is a call of this function."""
    if not holds:
        raise Refused(Refusal(code, details=details))


@contextmanager
def about(record: int, digest: str) -> Iterator[None]:
    """Name the record that whatever is refused inside is about."""
    try:
        yield
    except Refused as refused:
        found = refused.refusal
        if found.record is None:
            found = Refusal(found.code, record, digest, found.details)
        raise Refused(found) from None
