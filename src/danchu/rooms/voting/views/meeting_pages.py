"""Khung của các trang cuộc họp: find it, ask who may, one form a page, one button an act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from danchu.foundation.access.can import Subject
from danchu.foundation.access.decorators import act as named
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries.meetings import Meeting, Session
from danchu.rooms.voting.views.pages import View, go, khu_pho_frame, say


def find_meeting(request: HttpRequest, slug: str) -> Meeting:
    """The meeting at this address, found once a request."""
    kept: Meeting | None = getattr(request, "meeting", None)
    if kept is None or kept.slug != slug:
        try:
            kept = queries.meeting_by_slug(slug)
        except ObjectDoesNotExist:
            raise Http404 from None
        request.meeting = kept
        if request.actor.is_staff:
            request.way_back = (meeting_url(kept), kept.title)
    return kept


def find_session(request: HttpRequest, slug: str, number: int) -> Session:
    """One of its halls."""
    meeting = find_meeting(request, slug)
    found = meeting.sessions.filter(number=number).first()
    if found is None:
        raise Http404
    found.meeting = meeting
    if request.actor.is_staff:
        request.way_back = (hall_url(found), meeting.title)
    return found


def find_item(session: Session, vote_id: int) -> queries.Vote:
    """One of its matters."""
    found = session.meeting.votes.filter(pk=vote_id).first()
    if found is None:
        raise Http404
    return found


def meeting_subject(request: HttpRequest, slug: str, **_: Any) -> Subject:
    """For ``@act``."""
    return queries.subject_of_meeting(find_meeting(request, slug))


def meeting_url(meeting: Meeting, name: str = "meeting-desk") -> str:
    """The address of a page of this meeting."""
    return reverse(f"voting:{name}", kwargs={"slug": meeting.slug})


def hall_url(session: Session, name: str = "hall") -> str:
    """The address of a page of this hall."""
    return reverse(f"voting:{name}", kwargs={"slug": session.meeting.slug, "number": session.number})


def show(request: HttpRequest, template: str, meeting: Meeting, status: int = 200, **context: Any) -> HttpResponse:
    """A page of the meeting's file."""
    frame = {
        "meeting": meeting,
        **khu_pho_frame(request, meeting.khu_pho),
        "back_href": meeting_url(meeting),
        "back_label": meeting.title,
    }
    return render(request, f"voting/meeting/{template}.html", {**frame, **context}, status=status)


def fill(
    request: HttpRequest,
    meeting: Meeting,
    form: forms.Form,
    do: Callable[[dict[str, Any]], Any],
    *,
    then: str,
    template: str = "form",
    **context: Any,
) -> HttpResponse:
    """Một trang một biểu mẫu: do the act and go on; refused or not right, the page comes back with what was typed."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                do(form.cleaned_data)
            except Refused as refused:
                form.add_error(None, say(refused.refusal))
                status = 409
            else:
                return go(then)
    return show(request, template, meeting, status, form=form, back_href=then, **context)


def press(act: Act, do: Callable[..., Any]) -> View:
    """Nút bấm trên hồ sơ cuộc họp."""

    @named(act, subject=meeting_subject)
    def view(request: HttpRequest, *, slug: str) -> HttpResponse:
        meeting = find_meeting(request, slug)
        if request.method == "POST":
            do(request.actor, meeting_id=meeting.pk, at=request.at)
        return go(meeting_url(meeting))

    return view


def press_in_hall(act: Act, do: Callable[..., Any]) -> View:
    """Nút bấm trong hội trường; ``vote_id``, ``attendance_id`` or ``speaker_id`` of the address go to the service."""

    @named(act, subject=meeting_subject)
    def view(request: HttpRequest, *, slug: str, number: int, **which: int) -> HttpResponse:
        session = find_session(request, slug, number)
        if "vote_id" in which:
            find_item(session, which["vote_id"])
        if request.method == "POST":
            try:
                do(request.actor, session_id=session.pk, at=request.at, **which)
            except ObjectDoesNotExist:
                raise Http404 from None
        return go(hall_url(session, "attendance" if "attendance_id" in which else "hall"))

    return view
