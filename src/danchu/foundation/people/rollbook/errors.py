"""Tệp không nhận được: why a whole file is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from danchu.foundation.people.rollbook import words


class RollFileError(Exception):
    """Tệp bị từ chối: the file as a whole cannot be read as a household list.

    ``code`` is stable ("file.picture"); ``details`` fill the named placeholders of its sentence. Nothing of the
    file's content is carried beyond a sheet name, a cell address and counts.
    """

    def __init__(self, code: str, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.details = dict(details or {})

    def sentence(self, lang: str = "vi") -> str:
        """One sentence for the reader: what the file is and what to do."""
        return words.sentence(self.code, lang, self.details)

    def to_json(self) -> dict[str, Any]:
        """The refusal as plain data."""
        return {"code": self.code, "message_vi": self.sentence("vi"), "message_en": self.sentence("en")}
