"""Mở một giấy tờ đã nộp."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest

from danchu.foundation.access.can import Subject, check
from danchu.foundation.files import services
from danchu.foundation.files.models import StoredFile
from danchu.law.acts import Act


def open_file(request: HttpRequest, *, file_id: int) -> FileResponse:
    """The file as a download, to those who may do the act it was filed under."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None:
        raise Http404
    check(request.actor, Act(stored.opened_by), Subject(stored.ward_id, stored.khu_pho_id))
    response = FileResponse(
        services.path_of(stored.ward_id, stored.sha256).open("rb"),
        as_attachment=True,
        filename=f"{stored.name.rsplit('.', 1)[0]}.{stored.kind}",
        content_type=services.CONTENT_TYPES[stored.kind],
    )
    response["Cache-Control"] = "private, no-store"
    return response


open_file.act = "by the file's own act"
