"""Máy đặt tại nhà văn hóa: one household after another; the machine forgets each, and no helper is logged in on it."""

from __future__ import annotations

from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from danchu.foundation import refusals
from danchu.foundation.access.decorators import act, signed_in
from danchu.foundation.accounts import sessions
from danchu.foundation.accounts.forms import CodeForm
from danchu.foundation.accounts.services import cards
from danchu.foundation.accounts.views import device_of
from danchu.foundation.people.fields import decrypt
from danchu.law.acts import Act
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.views.ballot import KIOSK, KIOSK_CARD, KIOSK_SEEN, kiosk_context, see_other
from danchu.rooms.voting.views.common import find_vote, public_vote, vote_subject
from danchu.rooms.voting.views.pages import show


@act(Act.VOTING_KIOSK_OPEN, subject=vote_subject)
def kiosk(request: HttpRequest, *, slug: str) -> HttpResponse:
    """A member of the team turns this device into the kiosk, and is logged out on it."""
    vote = find_vote(request, slug)
    if request.method != "POST":
        return show(request, "kiosk", vote)
    services.open_kiosk(request.actor, vote_id=vote.pk, at=request.at)
    auth.logout(request)
    request.session[KIOSK] = slug
    return see_other("voting:kiosk-next", slug=slug)


def next_household(request: HttpRequest, *, slug: str) -> HttpResponse:
    """The kiosk's first screen: whoever was here is forgotten; the next household types its card."""
    if request.session.get(KIOSK) != slug:
        return redirect("voting:public", slug=slug)
    if request.actor.is_staff:
        return redirect("voting:kiosk-leave", slug=slug)
    vote = find_vote(request, slug)
    sessions.end(request)
    scanned = request.session.pop(KIOSK_CARD, "")
    form = CodeForm(request.POST or ({} if scanned else None))
    if scanned and refusals.done(form, _enter_scanned, request, decrypt(scanned)):
        return see_other("voting:ballot", slug=slug)
    context = {
        "vote": vote,
        "form": form,
        "running": queries.running_round(vote, request.at),
        **kiosk_context(request, slug),
    }
    if request.method == "POST" and form.is_valid() and refusals.done(form, _enter_typed, request, form):
        return see_other("voting:ballot", slug=slug)
    return render(request, "voting/kiosk_next.html", context, status=422 if form.errors else 200)


def _enter_typed(request: HttpRequest, form: CodeForm) -> None:
    _enter(request, cards.find_by_code(request.ward.pk, **form.cleaned_data, at=request.at))


def _enter_scanned(request: HttpRequest, token: str) -> None:
    _enter(request, cards.find_by_token(token))


def _enter(request: HttpRequest, card: cards.Card) -> None:
    device = device_of(request.headers.get("User-Agent", ""))
    cards.note_access(card, how="kiosk", device=device, at=request.at)
    sessions.begin(request, card)
    request.session[KIOSK_SEEN] = request.at.isoformat()


next_household.act = Act.ACCOUNTS_HOUSEHOLD_LOGIN


@signed_in
def leave(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Out of kiosk mode: needs somebody with an account on this device."""
    if request.method != "POST":
        return render(request, "voting/kiosk_leave.html", {"vote": public_vote(request, slug)})
    for name in (KIOSK, KIOSK_SEEN, sessions.KEY):
        request.session.pop(name, None)
    return see_other("voting:public", slug=slug)
