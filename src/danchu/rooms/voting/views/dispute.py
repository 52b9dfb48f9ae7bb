"""Đề nghị kiểm tra: what was entered in the household's name, and the request to look into it, until sealing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from danchu.foundation import refusals
from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.public import DisputeForm
from danchu.rooms.voting.views.ballot import see_other
from danchu.rooms.voting.views.common import public_vote, vote_subject


@act(Act.VOTING_ENTRY_DISPUTE, subject=vote_subject)
def dispute(request: HttpRequest, *, slug: str) -> HttpResponse:
    """The entry that stands, earlier requests with their answers, and the form for a new one."""
    vote = public_vote(request, slug)
    found = _round(vote, request)
    if found is None:
        return see_other("voting:public", slug=slug)
    line = vote.roll.lines.filter(household_id=request.household.id).first()
    if line is None:
        raise Refused(Refusal("voting.not_on_roll", Article("L10", 21, 1)))
    form = DisputeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and refusals.done(form, _ask, request, found, form):
        return see_other("voting:dispute", slug=slug)
    asked = list(found.disputes.filter(line=line).order_by("-at"))
    sealed = vote.result_sealed_at is not None or vote.ended_at is not None
    context = {
        "vote": vote,
        "found": found,
        "form": form,
        "entry": queries.standing_ballot(found, line),
        "asked": asked,
        "may_ask": not sealed and not any(one.resolved_at is None for one in asked),
    }
    return render(request, "voting/dispute.html", context, status=422 if form.errors else 200)


def _ask(request: HttpRequest, found: queries.Round, form: DisputeForm) -> None:
    services.dispute_entry(request.household, round_id=found.pk, words=form.cleaned_data["words"], at=request.at)


def _round(vote: queries.Vote, request: HttpRequest) -> queries.Round | None:
    """The round in question: the content vote once it has opened, else the form poll."""
    rounds = queries.rounds_of(vote)
    content, form = rounds.get(RoundKind.CONTENT), rounds.get(RoundKind.FORM)
    if content is not None and vote.notice_at is not None and content.opens_at <= request.at:
        return content
    return form if form is not None and not form.at_meeting else None
