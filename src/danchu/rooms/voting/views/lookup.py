"""Tra mã biên nhận: did my ballot count? After the close, in plain words, never what was chosen."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from danchu.foundation.access import rate
from danchu.foundation.access.decorators import public
from danchu.law.answers import require
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries, receipts
from danchu.rooms.voting.forms.public import LookUpForm
from danchu.rooms.voting.views.common import find_vote, public_vote

# A guess finds one of hundreds of millions of codes; the budget is the vote's, nobody is kept out by an address.
_TRIES, _PER = 240, timedelta(minutes=15)


@public
def lookup(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Type the code; before the close the page says when it will answer."""
    vote = public_vote(request, slug)
    rounds = [one for one in queries.rounds_of(vote).values() if not one.at_meeting]
    settled = [one for one in rounds if one.closed_at or one.stopped_at]
    waiting = next((one for one in rounds if one not in settled), None)
    form = LookUpForm(request.POST or None)
    context = {"vote": vote, "form": form, "settled": settled, "waiting": waiting}
    if request.method == "POST" and form.is_valid() and settled:
        require(rate.take(f"tra-ma:{vote.pk}", limit=_TRIES, per=_PER, at=request.at))
        found = [queries.look_up(one, form.cleaned_data["code"]) for one in settled]
        answer = next((one for one in found if one is not None), None)
        context |= {"asked": True, **_said(answer)}
    return render(request, "voting/lookup.html", context)


@public
def receipt_check(request: HttpRequest, *, tracker: str) -> HttpResponse:
    """The address in a receipt's QR: that it came, and after the close what became of it."""
    ballot = queries.ballot_by_tracker(tracker)
    if ballot is None:
        raise Http404
    vote = find_vote(request, ballot.round.vote.slug)
    ballot.round = queries.rounds_of(vote)[ballot.round.kind]
    over = ballot.round.closed_at is not None or ballot.round.stopped_at is not None
    context = {"vote": vote, "ballot": ballot, "code": receipts.spoken(ballot.code), "over": over}
    return render(request, "voting/lookup_receipt.html", context | _said(queries.fate(ballot) if over else None))


def _said(answer: queries.LookUp | None) -> dict[str, object]:
    form_poll = answer is not None and answer.ballot.round.kind == RoundKind.FORM
    return {"answer": answer, "form_poll": form_poll}
