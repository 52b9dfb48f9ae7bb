"""Đang biểu quyết: outages, what two people do, disputes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.law.states import RoundKind
from danchu.rooms.voting import announcements, queries, services
from danchu.rooms.voting.forms.running import ExtendForm, OutageForm, ReasonForm, ResolveForm
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import allowed_now, desk_url, fill, go, today

View = Callable[..., HttpResponse]


@act(Act.VOTING_OUTAGE_RECORD, subject=vote_subject)
def outage(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Ghi sự cố: when and what."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_OUTAGE_RECORD)
    form = OutageForm(request.POST or None, initial={"began_day": today(request)})

    def do(cleaned: dict[str, Any]) -> None:
        told = {name: cleaned[name] for name in ("began_at", "ended_at", "what")}
        services.record_outage(request.actor, vote_id=vote.pk, at=request.at, **told)

    lead = _("It is written in the minutes, and is the only ground for an extension.")
    return fill(request, vote, form, do, page_title=_("Record an outage"), lead=lead)


# Title, what follows from it, and the verb on the button.
_ASKED = {
    Act.VOTING_VOTE_WITHDRAW: (
        _("Withdraw the vote"),
        _("The vote ends here. A second person must agree before it happens."),
        _("Ask to withdraw"),
    ),
    Act.VOTING_VOTE_STOP: (
        _("Stop and annul the vote"),
        _("Ballots stay sealed and are never counted. A second person must agree before it happens."),
        _("Ask to stop"),
    ),
    Act.VOTING_VOTE_REDO: (
        _("Do the vote again"),
        _("A new vote is made with the same text; agreement, roll and ballots start anew. A second person must agree."),
        _("Ask to redo"),
    ),
    Act.VOTING_VOTE_EXTEND: (
        _("Extend the vote once"),
        _("Only before it closes, and only after a recorded outage. A second person must agree."),
        _("Ask to extend"),
    ),
}


def _ask(name: Act) -> View:
    """The page on which the first person gives the reason."""

    @act(name, subject=vote_subject)
    def view(request: HttpRequest, *, slug: str) -> HttpResponse:
        vote = find_vote(request, slug)
        allowed_now(request, vote, name)
        form = _reason_form(name, request, vote)

        def do(cleaned: dict[str, Any]) -> None:
            closes_at = cleaned.get("closes_at")
            payload = {"closes_at": closes_at.isoformat()} if closes_at else {}
            services.ask_two_person_act(
                request.actor, vote_id=vote.pk, act=name, reason=cleaned["reason"], payload=payload, at=request.at
            )

        title, lead, button = _ASKED[name]
        return fill(request, vote, form, do, page_title=title, lead=lead, button=button)

    return view


def _reason_form(name: Act, request: HttpRequest, vote: Any) -> ReasonForm:
    if name is not Act.VOTING_VOTE_EXTEND:
        return ReasonForm(request.POST or None)
    closes = announcements.at_home(queries.rounds_of(vote)[RoundKind.CONTENT].closes_at) + timedelta(days=1)
    return ExtendForm(request.POST or None, initial={"closes_day": closes.date(), "closes_hour": closes.time()})


withdraw, stop = _ask(Act.VOTING_VOTE_WITHDRAW), _ask(Act.VOTING_VOTE_STOP)
redo, extend = _ask(Act.VOTING_VOTE_REDO), _ask(Act.VOTING_VOTE_EXTEND)


def _request_of(request: HttpRequest, slug: str, request_id: int) -> Any:
    vote = find_vote(request, slug)
    asked = vote.two_person_acts.filter(pk=request_id).first()
    if asked is None:
        raise Http404
    return asked


@require_POST
def agree_request(request: HttpRequest, *, slug: str, request_id: int) -> HttpResponse:
    """Người thứ hai đồng ý; a redone vote leads to the new one."""
    asked = _request_of(request, slug, request_id)
    services.agree_two_person_act(request.actor, request_id=asked.pk, at=request.at)
    vote = asked.vote
    made = vote.redone_as.order_by("-pk").first() if asked.act == Act.VOTING_VOTE_REDO else None
    return go(desk_url(made or vote))


@require_POST
def drop_request(request: HttpRequest, *, slug: str, request_id: int) -> HttpResponse:
    """Bỏ đề nghị."""
    asked = _request_of(request, slug, request_id)
    services.drop_two_person_act(request.actor, request_id=asked.pk, at=request.at)
    return go(desk_url(asked.vote))


# The service asks for the permission of the very act that was asked for.
agree_request.act = drop_request.act = "by the requested act"


@act(Act.VOTING_DISPUTE_RESOLVE, subject=vote_subject)
def resolve(request: HttpRequest, *, slug: str, dispute_id: int) -> HttpResponse:
    """Giải quyết một đề nghị kiểm tra: the entry stands or is taken out; never with a look at the choice."""
    vote = find_vote(request, slug)
    dispute = queries.open_disputes(vote).filter(pk=dispute_id).first()
    if dispute is None:
        raise Http404
    allowed_now(request, vote, Act.VOTING_DISPUTE_RESOLVE)
    form = ResolveForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        void = cleaned["decision"] == "voided"
        services.resolve_dispute(
            request.actor, dispute_id=dispute.pk, void=void, answer=cleaned["answer"], at=request.at
        )

    return fill(request, vote, form, do, template="resolve", dispute=dispute)
