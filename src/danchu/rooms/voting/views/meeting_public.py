"""Cuộc họp cho mọi người: when, where, what about; and the invitation's own address."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danchu.documents.errors import DocumentError
from danchu.documents.queries import paper_for
from danchu.foundation.access.can import can
from danchu.foundation.access.decorators import act, public
from danchu.law.acts import Act
from danchu.law.meeting import presence
from danchu.law.meeting_names import MeetingState
from danchu.rooms.voting import papers_meeting, queries
from danchu.rooms.voting.queries.meetings import Meeting
from danchu.rooms.voting.views.meeting_pages import find_meeting, hall_url, meeting_subject, show
from danchu.rooms.voting.views.papers import attachment
from danchu.ui.tags.words import lang

_PUBLIC = {MeetingState.INVITED, MeetingState.OPEN, MeetingState.CLOSED, MeetingState.FAILED, MeetingState.SEALED}
_PAPERS = {"meeting-invitation": "giay-moi", "invitation-sheet": "ma-moi"}


def _public_meeting(request: HttpRequest, slug: str) -> Meeting:
    meeting = find_meeting(request, slug)
    if meeting.state not in _PUBLIC:
        raise Http404
    return meeting


@public
def meeting_page(request: HttpRequest, *, slug: str) -> HttpResponse:
    """When, where, what about, who may come and speak; afterwards, how many came."""
    return render(request, "voting/meeting/public.html", _context(request, _public_meeting(request, slug)))


def _context(request: HttpRequest, meeting: Meeting) -> dict[str, Any]:
    board = queries.Board(meeting, request.at)
    needs = [(vote, presence(board.facts(vote))) for vote in board.votes] if board.households else []
    return {
        "meeting": meeting,
        "board": board,
        "needs": needs,
        "order": papers_meeting.order_of(meeting) if lang() == "vi" else [],
        "over": meeting.state in {MeetingState.CLOSED, MeetingState.FAILED, MeetingState.SEALED},
        "failed": meeting.state == MeetingState.FAILED,
        "brand_name": meeting.khu_pho.name,
    }


@public
def invited(request: HttpRequest, *, slug: str, code: str) -> HttpResponse:
    """Giấy mời của một hộ: whoever works at the door checks it in by one press; everybody else reads the invitation."""
    meeting = _public_meeting(request, slug)
    line = queries.line_by_code(meeting, code)
    if line is None:
        raise Http404
    context = _context(request, meeting)
    may = can(request.actor, Act.VOTING_ATTENDANCE_RECORD, queries.subject_of_meeting(meeting))
    if may:
        halls = [one for one in context["board"].sessions if one.opened_at and not one.ended_at]
        for one in halls:
            one.meeting = meeting
        context |= {
            "line": line,
            "halls": [(one, hall_url(one, "attendance")) for one in halls],
            "inside": queries.standing_attendance(meeting, line),
        }
    return render(request, "voting/meeting/invited.html" if may else "voting/meeting/public.html", context)


@require_safe
@act(Act.VOTING_MEETING_INVITE, subject=meeting_subject)
def papers(request: HttpRequest, *, slug: str, kind: str) -> HttpResponse:
    """Giấy mời, mã mời của các hộ: to print before the meeting."""
    meeting = find_meeting(request, slug)
    if kind not in _PAPERS:
        raise Http404
    if kind == "meeting-invitation":
        values = papers_meeting.invitation(meeting, request.at)
    else:
        values = papers_meeting.invitation_sheet(meeting, request.at, request.build_absolute_uri)
    try:
        drawn = paper_for(meeting.ward_id, kind, values, request.at)
    except DocumentError as error:
        said = error.vi if lang() == "vi" else error.en
        return show(request, "paper_stopped", meeting, 409, sentence=said)
    if drawn.pdf is None:
        raise Http404
    return attachment(drawn.pdf, f"{_PAPERS[kind]}-{meeting.slug}.pdf", "application/pdf", inline=True)
