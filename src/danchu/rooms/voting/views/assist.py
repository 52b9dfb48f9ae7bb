"""Giúp hộ biểu quyết: find the household, a short session with a banner, the ballot; and the call list."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article, Convention
from danchu.law.states import RoundKind
from danchu.rooms.voting import lookups, queries, receipts, services
from danchu.rooms.voting.forms.ballot import BallotForm, meanings, new_form_key
from danchu.rooms.voting.forms.roll import SearchForm
from danchu.rooms.voting.forms.running import AssistForm
from danchu.rooms.voting.middleware import HELPING
from danchu.rooms.voting.services.ballots import Entry
from danchu.rooms.voting.views.ballot import chip
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import desk_url, fill, go, say, show

PER_PAGE = 20


def _running(request: HttpRequest, vote: Any) -> Any:
    found = queries.running_round(vote, request.at)
    if found is None:
        raise Refused(Refusal("voting.not_running", Article("D59", 5, 3)))
    return found


@act(Act.VOTING_BALLOT_ASSIST, subject=vote_subject)
def assist(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Chọn hộ cần giúp, by number, name or address."""
    vote = find_vote(request, slug)
    if _session(request, vote) is not None:
        return go(desk_url(vote, "voting:assist-ballot"))
    _running(request, vote)
    search = SearchForm(request.GET or None)
    asked = search.cleaned_data["q"] if search.is_valid() else ""
    hits = lookups.search_roll(vote.roll_id, asked)
    return show(request, "assist", vote, search=search, asked=asked, hits=hits)


@act(Act.VOTING_BALLOT_ASSIST, subject=vote_subject)
def assist_start(request: HttpRequest, *, slug: str, line_id: int) -> HttpResponse:
    """Bắt đầu phiên làm giúp: the reason, and the card or a witness."""
    vote = find_vote(request, slug)
    found = _running(request, vote)
    line = vote.roll.lines.filter(pk=line_id).first()
    if line is None:
        raise Http404
    others = [one for one in queries.team_of(vote) if one.staff_id != request.actor.id]
    form = AssistForm(request.POST or None, witnesses=[(one.staff_id, str(one.staff)) for one in others])

    def do(cleaned: dict[str, Any]) -> None:
        services.start_assistance(
            request.actor,
            round_id=found.pk,
            line_id=line.pk,
            reason=cleaned["reason"],
            witness_id=cleaned["witness"],
            card_code=cleaned["card_code"],
            at=request.at,
        )
        request.session[HELPING] = True

    then = desk_url(vote, "voting:assist-ballot")
    standing = queries.standing_ballot(found, line)
    return fill(request, vote, form, do, template="assist_start", then=then, line=line, standing=standing)


def _session(request: HttpRequest, vote: Any) -> Any:
    session = queries.assisted_session(request.actor.id, request.at)
    return session if session is not None and session.round.vote_id == vote.pk else None


@act(Act.VOTING_BALLOT_ASSIST, subject=vote_subject)
def assist_ballot(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Phiếu của hộ đang được giúp; sent, the session is over."""
    vote = find_vote(request, slug)
    session = _session(request, vote)
    if session is None:
        raise Refused(Refusal("voting.assist_over", Convention("assisted_session")))
    found, line = session.round, session.line
    initial = {"form_key": new_form_key(found.pk, line.household_id), "round": found.kind}
    form = BallotForm(request.POST or None, initial=initial, found=found)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            entry = Entry(form.chosen, form.cleaned_data["words"], form.cleaned_data["form_key"])
            try:
                ballot = services.assist_ballot(request.actor, session_id=session.pk, entry=entry, at=request.at)
            except Refused as refused:
                form.add_error(None, say(refused.refusal))
                status = 409
            else:
                return _received(request, vote, ballot)
    context = {
        "vote": vote,
        "khu_pho": vote.khu_pho.name,
        "session": session,
        "found": found,
        "line": line,
        "form_poll": found.kind == RoundKind.FORM,
        "threshold": queries.threshold_of(found),
        "chip": chip(found.closes_at, request.at),
        "meanings": meanings(vote, found.kind),
        "form": form,
    }
    return render(request, "voting/desk/assist_ballot.html", context, status=status)


def _received(request: HttpRequest, vote: Any, ballot: Any) -> HttpResponse:
    """The household takes its receipt away; the choice is not on it."""
    context = {
        "vote": vote,
        "khu_pho": vote.khu_pho.name,
        "ballot": ballot,
        "line": ballot.line,
        "code": receipts.spoken(ballot.code),
    }
    _over(request)
    return render(request, "voting/desk/assist_receipt.html", context)


def _over(request: HttpRequest) -> None:
    """The strip goes with the session."""
    request.session.pop(HELPING, None)
    request.assisted_session = None


@require_POST
@act(Act.VOTING_BALLOT_ASSIST, subject=vote_subject)
def assist_end(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Kết thúc phiên làm giúp, without a ballot."""
    vote = find_vote(request, slug)
    session = _session(request, vote)
    if session is not None:
        services.end_assistance(request.actor, session_id=session.pk, at=request.at)
    _over(request)
    return go(desk_url(vote))


@act(Act.VOTING_CALL_LIST_VIEW, subject=vote_subject)
def call_list(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Hộ cần mời: for this vote's team alone, while it runs; each look is in the journal."""
    vote = find_vote(request, slug)
    search = SearchForm(request.GET or None)
    asked = search.cleaned_data["q"] if search.is_valid() else ""
    found, lines = services.view_call_list(request.actor, vote_id=vote.pk, search=asked, at=request.at)
    return show(
        request,
        "call_list",
        vote,
        search=search,
        asked=asked,
        page=Paginator(lines, PER_PAGE).get_page(request.GET.get("page")),
        query={"q": asked} if asked else {},
        total=found.households,
        sent=queries.turnout(found),
        page_title=_("Households to invite"),
    )
