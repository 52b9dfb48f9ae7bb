"""Bản nghe và hình xem trước, for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from danchu.channels import publishing
from danchu.foundation.access.decorators import public
from danchu.foundation.files.services import path_of

_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
_CHUNK = 64 * 1024
_TYPES = {"audio": "audio/mpeg", "picture": "image/png"}


@require_safe
@public
def audio(request: HttpRequest, *, digest: str) -> HttpResponseBase:
    """Bản nghe, whole or in parts: telephones of one maker play nothing that does not answer to a range."""
    return _file(request, "audio", digest)


@require_safe
@public
def link_picture(request: HttpRequest, *, digest: str) -> HttpResponseBase:
    """Hình xem trước của một đường dẫn."""
    return _file(request, "picture", digest)


def _file(request: HttpRequest, kind: str, digest: str) -> HttpResponseBase:
    """The content never changes under its address: it may be kept."""
    row = publishing.made(ward_id=request.ward.pk, kind=kind, digest=digest)
    path = path_of(request.ward.pk, row.sha256) if row else None
    if row is None or path is None or not path.is_file():
        raise Http404
    request.META["HTTP_ACCEPT_ENCODING"] = "identity"  # a part of a file that is packed on the way is no part of it
    answer = _part(path, row.size, request.headers.get("Range", "")) or FileResponse(path.open("rb"))
    answer.headers["Content-Type"] = _TYPES[kind]
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["Cache-Control"] = "public, max-age=86400, immutable"
    answer.headers["ETag"] = f'"{row.sha256[:32]}"'
    return answer


def _part(path: Path, size: int, asked: str) -> HttpResponseBase | None:
    """One range as RFC 9110 has it; several at once, or words that are no range, are answered by the whole."""
    found = _RANGE.fullmatch(asked.strip())
    if found is None or asked.strip() == "bytes=-":
        return None
    first, last = found.groups()
    if first:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    else:
        start, end = max(size - int(last), 0), size - 1
    if start >= size or end < start:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers = {"Content-Range": f"bytes {start}-{end}/{size}", "Content-Length": str(end - start + 1)}
    return StreamingHttpResponse(_read(path, start, end - start + 1), status=206, headers=headers)


def _read(path: Path, start: int, left: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk
