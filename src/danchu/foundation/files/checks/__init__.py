"""Soát tệp trước khi nhận: what a file is by its content, and whether it may stand on a public page.

Pure and quick: bytes in, kind out or ``Refused``. Nothing is unpacked but a few small parts of office files, and those
within limits. What takes longer (hidden rows, comments, the words inside) is read later in a process of its own, see
``files/reading``.
"""

from __future__ import annotations

from pathlib import PurePath

from danchu.foundation.files.checks import office, pdf, pictures
from danchu.foundation.files.checks.common import refused
from danchu.foundation.files.kinds import KINDS

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OLD_OFFICE = tuple(one.encode("utf-16-le") for one in ("WordDocument", "Workbook", "Book", "PowerPoint Document"))


def check(content: bytes, name: str) -> str:
    """The file's kind. Refused: ``files.published_kind``, ``.old_office``, ``.encrypted``, ``.ending``, ``.damaged``,
    ``.macro``, ``.active``, ``.swollen``, ``.two_kinds``.
    """
    kind = _by_content(content)
    ending = PurePath(name).suffix.lower().lstrip(".")
    if ending not in KINDS[kind].endings:
        raise refused("files.ending", ending=ending or "?", found_vi=KINDS[kind].vi, found_en=KINDS[kind].en)
    return kind


def _by_content(content: bytes) -> str:
    if content.startswith(b"%PDF-"):
        return pdf.check(content)
    if content.startswith(b"\xff\xd8\xff"):
        return pictures.check_jpg(content)
    if content.startswith(pictures.PNG):
        return pictures.check_png(content)
    if content.startswith(b"PK\x03\x04"):
        return office.check(content)
    if content.startswith(_OLE):
        if _ENCRYPTED_OFFICE in content:
            raise refused("files.encrypted")
        if any(stream in content for stream in _OLD_OFFICE):
            raise refused("files.old_office")
    raise refused("files.published_kind")
