"""Phiếu → xem lại → biên nhận: the household votes, in three screens after its card."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from danchu.documents.qr import qr_svg
from danchu.foundation import clock
from danchu.foundation.access.decorators import act, household_only
from danchu.foundation.accounts import sessions
from danchu.foundation.people.fields import decrypt, encrypt
from danchu.law import words as law_words
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article
from danchu.law.casting import CastFacts, may_cast
from danchu.law.states import RoundKind, Route
from danchu.rooms.voting import queries, receipts, services
from danchu.rooms.voting.forms.ballot import LABELS, BallotForm, key_fits, meanings, new_form_key
from danchu.rooms.voting.services.ballots import Entry
from danchu.rooms.voting.views.common import find_vote, public_vote, vote_subject

KIOSK, KIOSK_SEEN, KIOSK_CARD, KEPT = "kiosk", "kiosk_seen", "kiosk_card", "phieu_cho"
KIOSK_SECONDS = 60
_WAY_OUT = {
    "voting.already_entered": "voting:dispute",
    "voting.no_replacement": "voting:dispute",
    "voting.not_on_roll": "voting:roll-check",
}


@dataclass(frozen=True, slots=True)
class Here:
    """Hộ đang đứng trước phiếu: the vote, the round it answers, its line on the roll, its entry that stands."""

    vote: queries.Vote
    found: queries.Round
    line: queries.RollLine
    earlier: queries.Ballot | None

    def context(self, request: HttpRequest) -> dict[str, Any]:
        """What ballot, review and receipt all show."""
        form_poll = self.found.kind == RoundKind.FORM
        return {
            "vote": self.vote,
            "found": self.found,
            "line": self.line,
            "earlier": self.earlier,
            "form_poll": form_poll,
            "khu_pho": self.vote.khu_pho.name,
            "meanings": meanings(self.vote, self.found.kind),
            "chip": chip(self.found.closes_at, request.at),
            **kiosk_context(request, self.vote.slug),
        }


def chip(closes_at: datetime, at: datetime) -> dict[str, Any]:
    """Còn mấy ngày: what the clock chip says."""
    days = (clock.day(closes_at) - clock.day(at)).days
    return {"state": "left" if days else "today", "days": days}


def kiosk_context(request: HttpRequest, slug: str) -> dict[str, Any]:
    """On the machine at the culture house: where its ways out lead."""
    if KIOSK not in request.session:
        return {}
    return {"kiosk_home": reverse("voting:kiosk-next", kwargs={"slug": slug})}


def see_other(name: str, **kwargs: Any) -> HttpResponse:
    """After a form: to a page that can be loaded again (303)."""
    response = redirect(name, **kwargs)
    response.status_code = 303
    return response


def at_ballot(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Phiên đã hết giữa chừng: what was chosen waits, unreadable, until the same household comes in again.

    A kiosk forgets its household after a minute without a request; a form filled on it may still be sent.
    """

    @wraps(view)
    def inner(request: HttpRequest, *, slug: str) -> HttpResponse:
        at_kiosk = request.session.get(KIOSK)
        if at_kiosk and (at_kiosk != slug or request.household is None or _left_alone(request)):
            return see_other("voting:kiosk-next", slug=at_kiosk)
        if at_kiosk:
            request.session[KIOSK_SEEN] = request.at.isoformat()
        elif request.method == "POST" and request.household is None:
            names = ("choice", "words", "form_key")
            request.session[KEPT] = encrypt(json.dumps({name: request.POST.get(name, "")[:1000] for name in names}))
            ballot_page = reverse("voting:ballot", kwargs={"slug": slug})
            return redirect_to_login(ballot_page, login_url="card-login", redirect_field_name="tiep")
        try:
            return view(request, slug=slug)
        except Refused as answer:
            if not answer.refusal.code.startswith("voting."):
                raise
            return refused(request, find_vote(request, slug), answer.refusal)

    return inner


def _left_alone(request: HttpRequest) -> bool:
    seen = [request.session[sessions.KEY]["at"], request.session.get(KIOSK_SEEN, "")]
    last = max(datetime.fromisoformat(moment) for moment in seen if moment)
    return request.method != "POST" and request.at - last > timedelta(seconds=KIOSK_SECONDS)


@household_only
def start(request: HttpRequest) -> HttpResponse:
    """After the card: straight to the only ballot that waits, else to the household's own page."""
    if KIOSK in request.session:
        return redirect("voting:ballot", slug=request.session[KIOSK])
    waiting = [
        one.vote.slug
        for one in queries.votes_for_household(request.household.id, request.at)
        if one.running and one.ballot is None
    ]
    return redirect("voting:ballot", slug=waiting[0]) if len(waiting) == 1 else redirect("household-home")


@at_ballot
@act(Act.VOTING_BALLOT_CAST, subject=vote_subject)
def ballot(request: HttpRequest, *, slug: str) -> HttpResponse:
    """The ballot. A POST comes from *Chọn lại* and brings back what was chosen."""
    here = _here(request, slug, request.POST.get("round", ""))
    if here is None:
        return redirect("voting:public", slug=slug)
    _require_taken(request, here)
    kept = request.POST.dict() if request.method == "POST" else _take_kept(request)
    if not key_fits(kept.get("form_key", ""), here.found.pk, request.household.id):
        kept = {"form_key": new_form_key(here.found.pk, request.household.id)}
    came_back = request.method != "POST" and "choice" in kept
    form = BallotForm(initial={**kept, "round": here.found.kind}, found=here.found)
    return _page(request, here, form, came_back=came_back)


@at_ballot
@act(Act.VOTING_BALLOT_CAST, subject=vote_subject)
def review(request: HttpRequest, *, slug: str) -> HttpResponse:
    """What will be sent, in large letters; nothing is kept yet."""
    here = _here(request, slug, request.POST.get("round", ""))
    if request.method != "POST" or here is None:
        return redirect("voting:ballot", slug=slug)
    _require_taken(request, here)
    form = BallotForm(request.POST, found=here.found)
    if not form.is_valid():
        return _page(request, here, form, status=422)
    if not _opened_here(request, here, form):
        return _anew(request, here)
    chosen = {"choice": LABELS[form.chosen], "means": meanings(here.vote, here.found.kind)[form.chosen]}
    return render(request, "voting/review.html", {**here.context(request), **chosen, "form": form})


@at_ballot
@act(Act.VOTING_BALLOT_CAST, subject=vote_subject)
def send(request: HttpRequest, *, slug: str) -> HttpResponse:
    """One entry in the register; sent twice it is still one."""
    here = _here(request, slug, request.POST.get("round", ""))
    if request.method != "POST" or here is None:
        return redirect("voting:ballot", slug=slug)
    form = BallotForm(request.POST, found=here.found)
    if not form.is_valid():
        return _page(request, here, form, status=422)
    if not _opened_here(request, here, form):
        return _anew(request, here)
    entry = Entry(form.chosen, form.cleaned_data["words"], form.cleaned_data["form_key"])
    services.cast_ballot(request.household, round_id=here.found.pk, entry=entry, route=_route(request), at=request.at)
    return see_other("voting:receipt", slug=slug)


@at_ballot
@act(Act.VOTING_BALLOT_CAST, subject=vote_subject)
def receipt(request: HttpRequest, *, slug: str) -> HttpResponse:
    """That the ballot came, and its code; never the choice. A kiosk forgets the household with this page."""
    here = _here(request, slug, latest=True)
    if here is None or here.earlier is None:
        return redirect("voting:ballot", slug=slug)
    address = request.build_absolute_uri(reverse("voting:receipt-check", kwargs={"tracker": here.earlier.tracker}))
    context = {
        **here.context(request),
        "ballot": here.earlier,
        "code": receipts.spoken(here.earlier.code),
        "qr": SafeString(qr_svg(address)),
        "address": address,
        "running": queries.round_running(here.found, request.at),
        "may_replace": here.vote.replace_allowed and here.earlier.route != Route.ASSISTED,
        "replaced": here.found.ballots.filter(line=here.line).exclude(pk=here.earlier.pk).exists(),
    }
    if KIOSK in request.session:
        sessions.end(request)
    return render(request, "voting/receipt.html", context)


def _here(request: HttpRequest, slug: str, kind: str = "", *, latest: bool = False) -> Here | None:
    """The round a household answers: the one its form names, else the one running; None where none takes ballots.

    ``latest`` is the newest round with an entry of the household. Refused when it is not on the frozen roll.
    """
    vote = public_vote(request, slug)
    rounds = queries.rounds_of(vote)
    found = rounds.get(kind) or next((one for one in rounds.values() if queries.round_running(one, request.at)), None)
    if vote.roll is None or vote.roll.frozen_at is None or (found is None and not latest):
        return None
    line = vote.roll.lines.filter(household_id=request.household.id).first()
    if line is None:
        raise Refused(Refusal("voting.not_on_roll", Article("L10", 21, 1)))
    if not latest:
        return Here(vote, found, line, queries.standing_ballot(found, line))
    for one in filter(None, (rounds.get(RoundKind.CONTENT), rounds.get(RoundKind.FORM))):
        if (earlier := queries.standing_ballot(one, line)) is not None:
            return Here(vote, one, line, earlier)
    return None


def _require_taken(request: HttpRequest, here: Here) -> None:
    """Refused when this household cannot send now, asked before anything is filled in; nothing is written."""
    found = here.found
    facts = CastFacts(
        running=found.stopped_at is None and not found.at_meeting and here.vote.ended_at is None,
        opens_at=found.opens_at,
        closes_at=found.closes_at,
        closed_at=found.closed_at,
        on_roll=True,
        route=_route(request),
        earlier=Route(here.earlier.route) if here.earlier else None,
        replace_allowed=here.vote.replace_allowed,
    )
    require(may_cast(facts, request.at))


def _route(request: HttpRequest) -> Route:
    return Route.KIOSK if KIOSK in request.session else Route.OWN


def _opened_here(request: HttpRequest, here: Here, form: BallotForm) -> bool:
    return key_fits(form.cleaned_data["form_key"], here.found.pk, request.household.id)


def _anew(request: HttpRequest, here: Here) -> HttpResponse:
    """A form opened for another household on this device says nothing here."""
    key = new_form_key(here.found.pk, request.household.id)
    form = BallotForm(initial={"form_key": key, "round": here.found.kind}, found=here.found)
    return _page(request, here, form, status=409, other_household=True)


def _take_kept(request: HttpRequest) -> dict[str, str]:
    """What waited for the household since its session ended; read once."""
    kept = request.session.pop(KEPT, "")
    return json.loads(decrypt(kept)) if kept else {}


def _page(request: HttpRequest, here: Here, form: BallotForm, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {**here.context(request), "form": form, "threshold": queries.threshold_of(here.found), **more}
    return render(request, "voting/ballot.html", context, status=status)


def refused(request: HttpRequest, vote: queries.Vote, refusal: Refusal) -> HttpResponse:
    """Why not, by which article, and the way out, on a page as plain as the ballot."""
    lang = get_language() or "vi"
    context = {
        "vote": vote,
        "khu_pho": vote.khu_pho.name,
        "sentence": law_words.sentence(refusal, lang),
        "remedy": law_words.remedy(refusal, lang),
        "basis": refusal.article,
        "code": refusal.code,
        "way_out": _WAY_OUT.get(refusal.code, ""),
        **kiosk_context(request, vote.slug),
    }
    status = 403 if refusal.code == "voting.not_on_roll" else 409
    return render(request, "voting/ballot_refused.html", context, status=status)
