"""Giấy tờ, hồ sơ, lịch của một cuộc biểu quyết."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danchu.documents.dossier import DossierFile, dossier
from danchu.documents.errors import DocumentError, NoOffice
from danchu.documents.ics import CalendarEntry, ics
from danchu.documents.papers import paper_of
from danchu.documents.queries import paper_for
from danchu.foundation import clock
from danchu.foundation.access.can import check
from danchu.foundation.access.decorators import act
from danchu.foundation.files import services as files
from danchu.law.acts import Act
from danchu.rooms.voting import papers, queries, shelf
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import desk_url, khu_pho_frame
from danchu.ui.tags.words import lang

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def source_of(request: HttpRequest, vote: Any) -> papers.Source:
    """The vote as its papers see it, at the moment of this request."""
    return papers.Source(vote, request.at, request.build_absolute_uri)


@require_safe
def paper(request: HttpRequest, *, slug: str, kind: str, ext: str) -> HttpResponse:
    """One paper, to those who may read it; what is missing is said in a sentence."""
    vote = find_vote(request, slug)
    found = shelf.BY_KEY.get(kind)
    if found is None or ext not in _TYPES or vote.form not in found.forms:
        raise Http404
    subject = queries.subject_of(vote)
    if not shelf.may_read(found, vote, request.actor, subject):
        if not queries.is_public(vote) and not request.actor.is_staff:
            raise Http404
        check(request.actor, found.readers[0], subject)
    if not found.ready(vote, queries.rounds_of(vote)):
        raise Http404
    try:
        drawn = paper_for(vote.ward_id, kind, papers.compose(kind, source_of(request, vote)), request.at)
        data = drawn.docx if ext == "docx" else drawn.pdf
        if data is None:
            raise NoOffice
    except DocumentError as error:
        return stopped(request, vote, error)
    return attachment(data, f"{found.file}-{vote.slug}.{ext}", _TYPES[ext], inline=ext == "pdf")


paper.act = "by the paper's own readers"


def stopped(request: HttpRequest, vote: Any, error: DocumentError) -> HttpResponse:
    """The paper cannot be drawn up yet: which part is missing."""
    context = {
        **khu_pho_frame(request, vote.khu_pho),
        "sentence": error.vi if lang() == "vi" else error.en,
        "back_href": desk_url(vote),
        "back_label": vote.title,
    }
    return render(request, "voting/desk/paper_stopped.html", context, status=409)


def attachment(data: bytes, name: str, kind: str, *, inline: bool = False) -> HttpResponse:
    """A file that is never kept by a shared cache."""
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def whole_file(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Hồ sơ của cả cuộc biểu quyết: every paper so far, and the scans, in one ZIP with an index."""
    vote = find_vote(request, slug)
    subject = queries.subject_of(vote)
    if not shelf.keeps_file(request.actor, subject):
        check(request.actor, Act.VOTING_MINUTES_SIGN, subject)
    try:
        found = _drawn(request, vote, subject)
    except DocumentError as error:
        return stopped(request, vote, error)
    title = f"Hồ sơ: {vote.title}, {vote.khu_pho.name}"
    data = dossier(title, [*found, *_scans(vote)], day=clock.day(request.at))
    return attachment(data, f"ho-so-{vote.slug}.zip", "application/zip")


whole_file.act = "by the papers' own readers"


def _drawn(request: HttpRequest, vote: Any, subject: Any) -> list[DossierFile]:
    source = source_of(request, vote)
    found = []
    for kind in shelf.on_shelf(vote, request.actor, subject):
        drawn = paper_for(vote.ward_id, kind.key, papers.compose(kind.key, source), request.at)
        title = paper_of(kind.key).title_vi
        title = title[:1].upper() + title[1:]
        if drawn.pdf is not None:
            found.append(DossierFile(f"{kind.file}.pdf", title, drawn.pdf))
        found.append(DossierFile(f"{kind.file}.docx", f"{title} (Word)", drawn.docx))
    return found


def _scans(vote: Any) -> list[DossierFile]:
    """Papers that came in by hand, each once."""
    stored: dict[str, tuple[str, Any]] = {}
    for one in queries.rounds_of(vote).values():
        if one.meeting_paper is not None:
            stored[one.meeting_paper.sha256] = ("bien-ban-hop-chon-hinh-thuc", one.meeting_paper)
    for signature in vote.signatures.select_related("scan").order_by("pk"):
        stored.setdefault(signature.scan.sha256, ("bien-ban-da-ky", signature.scan))
    return [
        DossierFile(f"{name}.{one.kind}", _SCANS[name], files.path_of(one.ward_id, one.sha256).read_bytes())
        for name, one in stored.values()
    ]


_SCANS = {
    "bien-ban-hop-chon-hinh-thuc": "Biên bản họp chọn hình thức (bản quét)",
    "bien-ban-da-ky": "Biên bản đã ký (bản quét)",
}


@require_safe
@act(Act.VOTING_VOTE_MANAGE, subject=vote_subject)
def calendar(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Các mốc thời gian, for the calendar of a telephone."""
    vote = find_vote(request, slug)
    link = request.build_absolute_uri(desk_url(vote))
    entries = [
        CalendarEntry(key=f"vote-{vote.pk}-{key}", title=title, start=start, end=end, link=link)
        for key, title, start, end in papers.deadline_days(source_of(request, vote))
    ]
    data = ics(vote.khu_pho.name, request.get_host().partition(":")[0], entries, at=request.at)
    return attachment(data, f"{vote.slug}.ics", "text/calendar; charset=utf-8")
