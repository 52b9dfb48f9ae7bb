"""Tệp tĩnh: built files carry their digest in their name, so they may be kept for ever and nothing is collected.

``frontend/build.mjs`` writes ``static/ui/manifest.json`` (asked name → built name); other apps' files keep theirs.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.contrib.staticfiles.storage import StaticFilesStorage

MANIFEST = Path(__file__).parent / "static" / "ui" / "manifest.json"


@cache
def built_names() -> dict[str, str]:
    """Bảng tên: asked name → built name, both below ``static/``."""
    return json.loads(MANIFEST.read_text(encoding="utf-8"))


class HashedStaticFiles(StaticFilesStorage):
    """Kho tệp tĩnh: ``{% static "ui/base.css" %}`` gives the address with the digest."""

    def url(self, name: str | None) -> str:
        """The address of a static file by the name it is asked for."""
        return super().url(built_names().get(name or "", name))
