"""Trao tệp công khai: whole or in part, told apart by its hash, never run by the browser as a page of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header, http_date, parse_etags

_PIECE = 64 * 1024
_RANGE = re.compile(r"bytes=(\d*)-(\d*)\Z")


def serve(
    request: HttpRequest, path: Path, *, etag: str, content_type: str, name: str, shown: bool, changed: datetime
) -> HttpResponseBase:
    """200, 206 for one range, 304 for what the reader already has, 416 for a range beyond the end."""
    quoted = f'"{etag}"'
    if quoted in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponseBase = HttpResponse(status=304)
    else:
        response = _bytes(request, path, quoted)
        response["Content-Type"] = content_type
        response["Content-Disposition"] = content_disposition_header(not shown, name) or "attachment"
        response["Content-Encoding"] = "identity"  # what is counted in bytes is not packed again on the way
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = quoted
    response["Last-Modified"] = http_date(changed.timestamp())
    response["Cache-Control"] = "public, max-age=3600"
    return response


def _bytes(request: HttpRequest, path: Path, etag: str) -> HttpResponseBase:
    size = path.stat().st_size
    asked = _RANGE.match(request.headers.get("Range", ""))
    if asked is None or not any(asked.groups()) or request.headers.get("If-Range", etag) != etag:
        return FileResponse(path.open("rb"))
    first, last = _bounds(str(asked[1]), str(asked[2]), size)
    if first > last or first >= size:
        refused = HttpResponse(status=416)
        refused["Content-Range"] = f"bytes */{size}"
        return refused
    file = path.open("rb")
    file.seek(first)
    response = StreamingHttpResponse(_pieces(file, last - first + 1), status=206)
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    return response


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    if not first:  # the last so many bytes
        return max(size - int(last), 0), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _pieces(file: BinaryIO, left: int) -> Iterator[bytes]:
    with file:
        while left and (piece := file.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece
