"""Dùng chung khi soát tệp."""

from __future__ import annotations

import io
import zipfile

from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention

BASIS = Convention("files")


def refused(code: str, **details: str) -> Refused:
    """The refusal to raise."""
    return Refused(Refusal(code, BASIS, details))


def holds_a_package(content: bytes) -> bool:
    """Whether the bytes are at the same time a ZIP, as its readers see it from the end."""
    return zipfile.is_zipfile(io.BytesIO(content))
