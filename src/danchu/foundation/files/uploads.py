"""Nhận tệp tải lên: what is larger than anything we take is read to its end and not kept, so that a page can say so."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

MOST = 110 * 1024 * 1024


class BoundedUploads(TemporaryFileUploadHandler):
    """Tệp tạm có giới hạn: files of one request together fill no more of the disk than ``MOST``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's
        """Write the piece, unless it is too much; then give back what this file took."""
        self._kept += len(raw_data)
        if self._kept <= MOST:
            self.file.write(raw_data)
        elif self.file.tell():
            self.file.seek(0)
            self.file.truncate()

    def file_complete(self, file_size: int) -> UploadedFile:
        """The file with the size it came with; the form or the service refuses it by that."""
        self.file.seek(0)
        self.file.size = file_size
        return self.file
