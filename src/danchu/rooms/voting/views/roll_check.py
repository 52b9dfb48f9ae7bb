"""Tra tên trên danh sách hộ: only yes or no; who is missing asks for a correction and comes back for the answer."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from danchu.foundation import refusals
from danchu.foundation.access import rate
from danchu.foundation.access.decorators import act, public
from danchu.foundation.people.models import RollRequest
from danchu.foundation.text import fold
from danchu.law.acts import Act
from danchu.law.answers import require
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.public import RollCheckForm, RollRequestForm
from danchu.rooms.voting.views.ballot import see_other
from danchu.rooms.voting.views.common import public_vote, vote_subject

_PER = timedelta(minutes=15)
_TRIES_A_VOTE, _TRIES_A_HOUSEHOLD, _REQUESTS = 240, 8, 40


@public
def roll_check(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Household number and name together: yes or no, and nothing else of the roll."""
    vote = _with_roll(request, slug)
    form = RollCheckForm(request.POST or None)
    context = {"vote": vote, "form": form, "asked": False}
    if request.method == "POST" and form.is_valid():
        number = fold(form.cleaned_data["number"]).strip()
        require(rate.take(f"tra-ten:{vote.pk}", limit=_TRIES_A_VOTE, per=_PER, at=request.at))
        require(rate.take(f"tra-ten:{vote.pk}:{number}", limit=_TRIES_A_HOUSEHOLD, per=_PER, at=request.at))
        context |= {"asked": True, "on_roll": queries.is_on_roll(vote, **form.cleaned_data)}
    return render(request, "voting/roll_check.html", context)


@act(Act.VOTING_ROLL_REQUEST, subject=vote_subject)
def ask_correction(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Ask for a correction while the roll is shown; the code on the next page brings the answer."""
    vote = _with_roll(request, slug)
    form = RollRequestForm(request.POST or None)
    asked: list[RollRequest] = []
    if request.method == "POST" and form.is_valid():
        require(rate.take(f"de-nghi:{vote.pk}", limit=_REQUESTS, per=_PER, at=request.at))
        if refusals.done(form, lambda: asked.append(_ask(request, vote, form))):
            return see_other("voting:roll-answer", slug=slug, code=asked[0].code)
    context = {"vote": vote, "form": form}
    return render(request, "voting/roll_check_request.html", context, status=422 if form.errors else 200)


def _ask(request: HttpRequest, vote: queries.Vote, form: RollRequestForm) -> RollRequest:
    actor = request.household or request.actor
    return services.request_roll_correction(actor, vote_id=vote.pk, **form.cleaned_data, at=request.at)


@public
def correction_answer(request: HttpRequest, *, slug: str, code: str) -> HttpResponse:
    """What became of a request; the page names nobody."""
    vote = _with_roll(request, slug)
    require(rate.take(f"de-nghi-ma:{vote.pk}", limit=_TRIES_A_VOTE, per=_PER, at=request.at))
    asked = vote.roll.requests.filter(code=code).first()
    if asked is None:
        raise Http404
    return render(request, "voting/roll_check_answer.html", {"vote": vote, "asked": asked})


def _with_roll(request: HttpRequest, slug: str) -> queries.Vote:
    vote = public_vote(request, slug)
    if vote.roll is None or vote.roll.shown_at is None:
        raise Http404
    return vote
