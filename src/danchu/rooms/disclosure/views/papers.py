"""Văn bản của công khai: plan, quarterly list, report, and what is sent to who asked for information."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from danchu.documents.errors import DocumentError, NoOffice
from danchu.documents.queries import paper_for
from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.law.disclosure import State, Track
from danchu.rooms.disclosure import papers, queries
from danchu.rooms.disclosure.views.common import find_entry, find_request, show
from danchu.ui.tags.words import lang

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def drawn(request: HttpRequest, kind: str, values: Mapping[str, Any], name: str, ext: str) -> HttpResponse:
    """The paper as this ward has it; what keeps it from being drawn is said in a sentence."""
    if ext not in _TYPES:
        raise Http404
    try:
        found = paper_for(request.ward.pk, kind, values, request.at)
        data = found.docx if ext == "docx" else found.pdf
        if data is None:
            raise NoOffice
    except DocumentError as error:
        return show(request, "paper_stopped", 409, sentence=error.vi if lang() == "vi" else error.en)
    response = HttpResponse(data, content_type=_TYPES[ext])
    how = "inline" if ext == "pdf" else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{name}.{ext}"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
@act(Act.DISCLOSURE_ENTRY_MANAGE)
def plan(request: HttpRequest, *, plan_id: int, ext: str) -> HttpResponse:
    """Kế hoạch công khai."""
    found = queries.plan_by_id(request.ward.pk, plan_id)
    if found is None:
        raise Http404
    return drawn(request, papers.PLAN, papers.plan(found, request.at), f"ke-hoach-cong-khai-{found.year}", ext)


@require_safe
@act(Act.DISCLOSURE_ENTRY_MANAGE)
def quarterly_list(request: HttpRequest, *, slug: str, ext: str) -> HttpResponse:
    """Danh sách theo quý, to be posted."""
    entry = find_entry(request, slug)
    if entry.track != Track.LIST or entry.state == State.DRAFT:
        raise Http404
    return drawn(request, papers.LIST, papers.quarterly_list(entry, request.at), entry.slug, ext)


@require_safe
@act(Act.DISCLOSURE_ENTRY_MANAGE)
def report(request: HttpRequest, *, report_id: int, ext: str) -> HttpResponse:
    """Báo cáo Hội đồng nhân dân, drafted from the register."""
    found = queries.reports(request.ward.pk).select_related("ward").filter(pk=report_id).first()
    if found is None:
        raise Http404
    name = f"bao-cao-cong-khai-{found.session_on.isoformat()}"
    return drawn(request, papers.REPORT, papers.council_report(found, request.at), name, ext)


@require_safe
@act(Act.DISCLOSURE_REQUEST_MANAGE)
def of_request(request: HttpRequest, *, request_id: int, ext: str) -> HttpResponse:
    """Văn bản từ chối, hoặc thông báo thời gian."""
    return answer_paper(request, find_request(request, request_id), ext)


def answer_paper(request: HttpRequest, found: queries.InformationRequest, ext: str) -> HttpResponse:
    """The paper owed to the person, on the desk and on the person's own page."""
    composed = papers.of_request(found, request.at)
    if composed is None:
        raise Http404
    kind, values = composed
    return drawn(request, kind, values, f"yeu-cau-{found.number}-{found.year}", ext)
