"""Phòng phiếu: the static pages of their own origin, served by a program that knows no database, session or form.

Secret ballots, team keys and cards are made in these pages. They are the same for everyone; what differs between
wards is only the address they may call, in ``ward.json`` and in ``connect-src`` (docs/decisions/0020).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "ui" / "booth"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    "": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; worker-src blob:; "
    "connect-src 'self' {ward}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PLACE = re.compile(r"/(?:w/[a-z0-9-]+/)?([A-Za-z0-9.-]*)")
_HOST = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?")

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Page(NamedTuple):
    """Một tệp của phòng phiếu, as it is sent."""

    body: bytes
    zipped: bytes
    kind: str
    tag: str


def pages() -> dict[str, Page]:
    """Every file by its name, read once; their hashes stand in ``SHA256SUMS``."""
    found = {}
    for file in sorted(FOLDER.iterdir()):
        body = file.read_bytes()
        digest = hashlib.sha256(body).hexdigest()[:32]
        found[file.name] = Page(body, gzip.compress(body, 9, mtime=0), _TYPES[file.suffix], f'"{digest}"')
    found[""] = found["index.html"]
    return found


def application(*, ward: str = "", port: int = 0) -> Application:
    """A WSGI application for ``BOOTH_URL``. ``ward`` is the ward's origin; without it, the same host at ``port``.

    A hall's own Wi-Fi has no fixed name, so there the host is the one the device asked for.
    """
    files = pages()

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        host = _HOST.fullmatch(environ.get("HTTP_HOST", ""))
        place = _PLACE.fullmatch(environ.get("PATH_INFO", ""))
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return _plain(start, "405 Method Not Allowed")
        if host is None:
            return _plain(start, "400 Bad Request")
        origin = ward.rstrip("/") or f"{environ['wsgi.url_scheme']}://{host[1]}:{port}"
        name = place[1] if place else "?"
        if name == "ward.json":
            page = Page(json.dumps({"ward": origin}).encode(), b"", "application/json", "")
        elif name in files:
            page = files[name]
        else:
            return _plain(start, "404 Not Found")
        return _send(page, origin, environ, start)

    return answer


def _send(page: Page, origin: str, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    headers = [
        ("Content-Type", page.kind),
        ("Content-Security-Policy", _POLICY.format(ward=origin)),
        ("Cache-Control", "no-cache"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Vary", "Accept-Encoding"),
    ]
    if page.tag:
        headers.append(("ETag", page.tag))
        if page.tag in environ.get("HTTP_IF_NONE_MATCH", ""):
            start("304 Not Modified", headers)
            return []
    body = page.body
    if page.zipped and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        headers.append(("Content-Encoding", "gzip"))
        body = page.zipped
    start("200 OK", [*headers, ("Content-Length", str(len(body)))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _plain(start: Callable[..., Any], status: str) -> Iterable[bytes]:
    body = status.encode()
    start(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
