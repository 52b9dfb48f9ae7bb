"""Mở một giấy tờ đã nộp."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import FileResponse, Http404, HttpRequest

from danchu.foundation.access.can import Subject, check
from danchu.foundation.files import services
from danchu.foundation.files.models import StoredFile
from danchu.law.acts import Act

FindSubject = Callable[[int], Subject | None]


def open_file(request: HttpRequest, *, file_id: int, subjects: Mapping[str, FindSubject]) -> FileResponse:
    """The file as a download, to those who may do the act it was filed under."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None:
        raise Http404
    check(request.actor, Act(stored.opened_by), subject_of(stored, subjects))
    path = services.path_of(stored.ward_id, stored.sha256)
    if not path.exists():
        raise Http404  # erased on its day
    response = FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=f"{stored.name.rsplit('.', 1)[0]}.{stored.kind}",
        content_type=services.CONTENT_TYPES[stored.kind],
    )
    response["Cache-Control"] = "private, no-store"
    return response


open_file.act = "by the file's own act"


def subject_of(stored: StoredFile, subjects: Mapping[str, FindSubject]) -> Subject:
    """Who has a special relation to the file: those related to what it was filed for, as that room's table says.

    Foundation knows no room: ``server/wiring.py`` hands down who finds the subject of ``vote:12``. Without one, or
    where what is found lies elsewhere than the file, only its place counts and no household is meant.
    """
    plain = Subject(stored.ward_id, stored.khu_pho_id, households=frozenset())
    room, _, number = stored.subject.partition(":")
    find = subjects.get(room)
    found = find(int(number)) if find is not None and number.isdecimal() else None
    if found is None or (found.ward_id, found.khu_pho_id) != (plain.ward_id, plain.khu_pho_id):
        return plain
    return found
