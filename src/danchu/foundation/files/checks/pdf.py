"""Soát PDF: whole, open to everybody, nothing that runs, nothing else glued to it."""

from __future__ import annotations

import re

from danchu.foundation.files.checks.common import holds_a_package, refused

_STREAM = re.compile(rb"\bstream\r?\n.*?endstream", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_RUNS = re.compile(rb"/(JavaScript|JS|Launch|RichMedia|EmbeddedFile|EmbeddedFiles)(?![A-Za-z0-9])")
_LOCKED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
_PAGE = re.compile(rb"<(html|script|svg|!doctype)", re.IGNORECASE)
_END = b"%%EOF"
_TAIL = 2048
_HEAD = 1024


def check(content: bytes) -> str:
    """``pdf``, or refused."""
    end = content.rfind(_END)
    if end < 0 or (end < len(content) - _TAIL and not content[end + len(_END) :].strip(b"\x00\r\n\t ")):
        raise refused("files.damaged")
    if holds_a_package(content) or _PAGE.search(content[:_HEAD]) or content[end + len(_END) :].strip(b"\x00\r\n\t "):
        raise refused("files.two_kinds")
    told = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), _STREAM.sub(b"", content))
    if _LOCKED.search(told):
        raise refused("files.encrypted")
    if _RUNS.search(told):
        raise refused("files.active")
    return "pdf"
