"""Việc của tôi: one home for everybody with an account, put together by the mandates held now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from danchu.desks import duties, rows, words, work
from danchu.documents.ics import CalendarEntry, ics
from danchu.foundation import clock
from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import signed_in
from danchu.foundation.duties.queries import late, owed_by
from danchu.foundation.people.queries import KhuPhoRow, khu_pho_rows
from danchu.foundation.text import number
from danchu.law.acts import Act
from danchu.law.people import ROLE_LABELS, Role
from danchu.rooms.voting.views.public import phase_words
from danchu.ui.tags.words import lang


def frame(request: HttpRequest, place: KhuPhoRow | None = None) -> dict[str, Any]:
    """The head of a work page: the khu phố, or else the ward, and who is at work with which office."""
    shown = {"desk_section": "home", "brand_href": reverse("my-work"), "desk_user": user_line(request)}
    if place is not None:
        size = _("%(count)s households") % {"count": number(place.households, lang())}
        shown |= {"brand_name": place.khu_pho.name, "brand_line": size}
    return shown


def user_line(request: HttpRequest) -> str:
    """ "ông Huỳnh Văn Lộc, Trưởng khu phố"."""
    roles = sorted({one.role for one in request.actor.held}, key=list(Role).index)
    labels = [ROLE_LABELS[role] for role in roles[:1]]
    office = [label.vi if lang() == "vi" else label.en for label in labels]
    return ", ".join([str(request.user), *office])


@signed_in
def my_work(request: HttpRequest) -> HttpResponse:
    """Heads and teams see their khu phố; officers, delegates and others of the ward see the ward; operators neither."""
    actor = request.actor
    if work.sees_ward(actor):
        return _ward_home(request)
    places = khu_pho_rows(request.ward.pk, day=clock.day(request.at))
    own = work.own_places(actor, places)
    today = clock.day(request.at)
    owed = list(owed_by(request.ward.pk, actor.held).select_related("khu_pho")) if actor.held else []
    # A vote whose clock runs stands in the list of duties; once is enough.
    told = {one.subject for one in owed}
    context = {
        **frame(request, own[0] if len(own) == 1 else None),
        "headed": work.headed_places(actor, places),
        "places": own,
        "duties": duty_lines(request, duties.duty_rows(owed, today)),
        "votes": [
            words.work_line(one) for one in work.votes_at_work(actor, request.at) if f"vote:{one.vote.pk}" not in told
        ],
        "greeting": _name(request),
        "is_operator": Role.OPERATOR in {one.role for one in actor.held},
        "is_observer": Role.OBSERVER in {one.role for one in actor.held},
    }
    return render(request, "desks/my_work.html", context)


def _name(request: HttpRequest) -> str:
    """ "ông Lộc": how the page greets, by the given name."""
    given = request.user.full_name.split()[-1:]
    return " ".join([request.user.honorific, *given]).strip()


def _ward_home(request: HttpRequest) -> HttpResponse:
    """What is late by law first, then the week, then who falls behind."""
    today, ward = clock.day(request.at), request.ward.pk
    places = khu_pho_rows(ward, day=today)
    overdue = duties.duty_rows(late(ward, today).exclude(rule__in=duties.OUR_OWN).select_related("khu_pho"), today)
    week = duties.duty_rows(duties.this_week(ward, today), today)
    running, coming = rows.running_and_coming(request.at)
    matrix = [
        {**row, "href": reverse("khu-pho", kwargs={"slug": row["slug"]})}
        for row in duties.matrix(ward, places, request.at)
    ]
    context = {
        **frame(request),
        "heading": _heading(len(overdue), sum(one.chip == "today" for one in week)),
        "overdue": duty_lines(request, overdue),
        "week": duty_lines(request, week),
        "running": [words.running_line(one, named=True) for one in running],
        "coming": [words.coming_line(one, named=True) for one in coming],
        "matrix": matrix,
        "months": [str(month) for month in range(1, today.month + 1)],
        "by_month": [_by_month(row) for row in matrix] if "du" in request.GET else [],
        "caption": _("Late duties by khu phố, year %(year)s") % {"year": today.year},
    }
    return render(request, "desks/ward_work.html", context)


def _by_month(row: Mapping[str, Any]) -> tuple[str, str, str]:
    """A khu phố's year in words, for those who asked for all months; months without duties are left out."""
    words_of = {"running": _("within time"), "done": _("on time")}
    said = [
        _("month %(month)s: %(what)s")
        % {"month": month, "what": words_of.get(state) or _("%(n)s late") % {"n": late_ones}}
        for month, (state, late_ones) in enumerate(row["cells"], 1)
        if state != "empty"
    ]
    return row["label"], row["href"], " · ".join(said) or _("nothing was due")


def _heading(late_ones: int, due_today: int) -> str:
    """The day in one line: how many are late, how many must be done today."""
    parts = [
        ngettext("%(n)s duty is late", "%(n)s duties are late", late_ones) % {"n": late_ones} if late_ones else "",
        ngettext("%(n)s must be done today", "%(n)s must be done today", due_today) % {"n": due_today}
        if due_today
        else "",
    ]
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:] if said else _("Nothing is late")


def duty_lines(request: HttpRequest, found: list[duties.DutyRow]) -> list[tuple[words.Line, Any]]:
    """Rows with their articles; the file behind each opens only for those who may read it."""
    return [
        (
            words.duty_line(
                one,
                opens=bool(can(request.actor, Act.VOTING_VOTE_MANAGE, Subject(one.duty.ward_id, one.duty.khu_pho_id))),
            ),
            words.duty_basis(one),
        )
        for one in found
    ]


@signed_in
def calendar(request: HttpRequest) -> HttpResponse:
    """The person's legal deadlines and votes as a calendar file."""
    actor = request.actor
    owed = list(owed_by(request.ward.pk, actor.held)) if actor.held else []
    entries = [
        CalendarEntry(
            key=f"duty-{one.pk}",
            title=_("Last day: %(title)s") % {"title": one.title},
            start=one.due,
            end=one.due,
            note=one.why.get(lang(), ""),
            link=request.build_absolute_uri(one.url),
        )
        for one in owed
    ]
    entries += [
        CalendarEntry(
            key=f"vote-{one.vote.pk}-{one.phase}",
            title=f"{one.vote.title}: {phase_words(one.phase)}",
            start=one.until,
            end=one.until,
            link=request.build_absolute_uri(reverse("voting:desk", kwargs={"slug": one.vote.slug})),
        )
        for one in work.votes_at_work(actor, request.at)
        if one.until is not None
    ]
    body = ics(_("My work, %(ward)s") % {"ward": request.ward}, request.get_host(), entries, at=request.at)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="viec-cua-toi.ics"'
    return response
