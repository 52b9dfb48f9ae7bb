"""Tệp tĩnh: built files carry their digest in their name, so they may be kept for ever and nothing is collected.

``frontend/build.mjs`` writes ``static/ui/manifest.json`` (asked name → built name); other apps' files keep theirs.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.contrib.staticfiles.storage import StaticFilesStorage
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware

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


class ServedStaticFiles(WhiteNoiseMiddleware):
    """Gửi tệp tĩnh: what was there at the start and is gone since, as while a new release is put in place, is a 404."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The file, or whatever the site answers for an address it does not know."""
        try:
            return super().__call__(request)
        except FileNotFoundError:  # of serving alone: what a page raises has become its answer further inside
            return self.get_response(request)
