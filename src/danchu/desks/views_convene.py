"""Mời họp: a checklist with its days; what is in it comes from the register of the law."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from danchu.desks.convene import earliest, meeting
from danchu.desks.forms import MeetingForm, sent
from danchu.desks.views_work import frame
from danchu.desks.work import headed_places, own_places
from danchu.foundation import clock
from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import signed_in
from danchu.foundation.people.queries import KhuPhoRow, khu_pho_rows
from danchu.law.acts import Act
from danchu.law.basis import Basis
from danchu.law.matters import Paper
from danchu.law.rules import Rule, rules_at
from danchu.ui.tags.words import lang


@signed_in
def convene(request: HttpRequest) -> HttpResponse:
    """What is the matter and which day: the last lawful day of each duty, what to have ready, how many must agree."""
    today = clock.day(request.at)
    rows = khu_pho_rows(request.ward.pk, day=today)
    place = next(iter(headed_places(request.actor, rows) or own_places(request.actor, rows)), None)
    book = rules_at()
    # Whoever was told that a matter needs a meeting finds it chosen.
    form = MeetingForm(request.GET if sent(request.GET) else None, initial={"matter": request.GET.get("viec")})
    found = None
    if form.is_bound and form.is_valid():
        households = place.households if place else 0
        found = meeting(
            form.cleaned_data["matter"], form.cleaned_data["day"], households=households, ward_id=request.ward.pk
        )
    context = {
        **frame(request, place),
        "form": form,
        "meeting": found,
        "earliest": earliest(today),
        "notice_basis": book.basis("meet.notice"),
        "docs_basis": book.basis("meet.docs"),
        "send_basis": book.basis("doc.send"),
        "in_time": found is not None and found.in_time(today),
        "before": [_said(rule) for rule in found.before] if found else [],
        "at_meeting": [_said(rule) for rule in found.at] if found else [],
        "papers": [_paper(one) for one in found.papers] if found else [],
        **_next(request, place, found.matter if found else None),
    }
    return render(request, "desks/convene.html", context, status=422 if form.is_bound and found is None else 200)


def _next(request: HttpRequest, place: KhuPhoRow | None, matter: str | None) -> dict[str, str]:
    """From the days to the meeting itself, for whoever may: write its matter, or plan it for what is written."""
    if place is None:
        return {}
    subject, query = Subject(request.ward.pk, place.khu_pho.pk), f"?khu-pho={place.khu_pho.slug}"
    found = {}
    if can(request.actor, Act.VOTING_MEETING_PLAN, subject):
        found["plan_href"] = reverse("voting:meeting-plan") + query
    if matter and can(request.actor, Act.VOTING_VOTE_PROPOSE, subject):
        found["write_href"] = reverse("voting:propose-text", kwargs={"matter": matter, "form": "hop"}) + query
    return found


def _said(rule: Rule) -> tuple[str, Basis]:
    """What a rule says in the reader's language, and where it stands."""
    return (rule.vi if lang() == "vi" else rule.en, rule.basis)


def _paper(paper: Paper) -> tuple[str, str, Basis]:
    label = paper.label
    template = f"Mẫu {paper.template.rpartition('-')[2]}" if paper.template.startswith(("D59", "D61")) else ""
    return (label.vi if lang() == "vi" else label.en, template, paper.article)
