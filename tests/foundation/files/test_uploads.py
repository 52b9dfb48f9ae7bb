"""An upload of any size fills no more of the disk than the largest we take, and a page can still answer."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http.multipartparser import MultiPartParser

from danchu.foundation.files import uploads
from danchu.foundation.files.uploads import BoundedUploads

BOUNDARY = "ranh"
LIMIT = 300_000


class Endless(io.RawIOBase):
    """A request body of files of ``size`` letters each, made while it is read."""

    def __init__(self, *sizes: int) -> None:
        self.pieces = []
        for number, size in enumerate(sizes):
            head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="f{number}"; filename="a.pdf"\r\n\r\n'
            self.pieces += [io.BytesIO(head.encode()), size, io.BytesIO(b"\r\n")]
        self.pieces.append(io.BytesIO(f"--{BOUNDARY}--\r\n".encode()))

    def read(self, count: int = -1) -> bytes:
        while self.pieces:
            first = self.pieces[0]
            if isinstance(first, int):
                taken = min(first, count)
                self.pieces[0] -= taken
                if taken:
                    return b"x" * taken
            elif piece := first.read(count):
                return piece
            self.pieces.pop(0)
        return b""


def upload(*sizes: int):
    meta = {"CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}", "CONTENT_LENGTH": str(10**12)}
    _, files = MultiPartParser(meta, Endless(*sizes), [MemoryFileUploadHandler(), BoundedUploads()]).parse()
    return files


@pytest.fixture(autouse=True)
def small_limit(monkeypatch):
    monkeypatch.setattr(uploads, "MOST", LIMIT)


def test_file_within_the_limit_is_whole():
    file = upload(LIMIT - 1000)["f0"]

    assert file.size == LIMIT - 1000
    assert file.read() == b"x" * (LIMIT - 1000)


def test_file_beyond_the_limit_keeps_its_size_and_no_bytes():
    file = upload(LIMIT * 40)["f0"]

    assert file.size == LIMIT * 40
    assert file.read() == b""


def test_several_files_share_the_limit():
    files = upload(LIMIT // 2, LIMIT, LIMIT // 2)

    assert sum(len(one.read()) for one in files.values()) <= LIMIT
    assert [one.size for one in files.values()] == [LIMIT // 2, LIMIT, LIMIT // 2]
