"""Kiến nghị về kết quả: anybody writes to one of three bodies, and reads the answer with the code."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from danchu.foundation import refusals
from danchu.foundation.access import rate
from danchu.foundation.access.decorators import act, public
from danchu.law import aftermath as law
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.aftermath import PetitionForm
from danchu.rooms.voting.views.after_words import said
from danchu.rooms.voting.views.ballot import see_other
from danchu.rooms.voting.views.common import public_vote, vote_subject

_PER = timedelta(minutes=15)
_PETITIONS, _LOOKS = 20, 60


def _with_result(request: HttpRequest, slug: str) -> queries.Vote:
    vote = public_vote(request, slug)
    if not queries.is_decided(vote):
        raise Refused(Refusal("aftermath.no_result", Convention("aftermath")))
    return vote


@act(Act.VOTING_PETITION_FILE, subject=vote_subject)
def petition(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Write what is not right with a result; the next page keeps the code."""
    vote = _with_result(request, slug)
    form = PetitionForm(request.POST or None)
    made: list[str] = []

    def send() -> None:
        actor = request.household or request.actor
        made.append(services.file_petition(actor, vote_id=vote.pk, at=request.at, **form.cleaned_data).code)

    if request.method == "POST" and form.is_valid():
        require(rate.take(f"kien-nghi:{vote.pk}", limit=_PETITIONS, per=_PER, at=request.at))
        if refusals.done(form, send):
            return see_other("voting:petition-answer", slug=slug, code=made[0])
    context = {"vote": vote, "form": form}
    return render(request, "voting/petition.html", context, status=422 if form.errors else 200)


@public
def petition_look(request: HttpRequest, *, slug: str, code: str) -> HttpResponse:
    """What became of a petition; only for whoever has its code."""
    vote = _with_result(request, slug)
    require(rate.take(f"kien-nghi-ma:{vote.pk}", limit=_LOOKS, per=_PER, at=request.at))
    found = queries.petition_by_code(vote, code)
    if found is None:
        raise Http404
    body = said(law.ADDRESSEE_LABELS[law.Addressee(found.addressee)])
    return render(request, "voting/petition_answer.html", {"vote": vote, "found": found, "body": body})
