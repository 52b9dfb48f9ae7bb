"""Khung của các trang trên bàn làm việc: one form a page, one button an act, the same head everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from danchu.foundation import clock
from danchu.foundation.access.decorators import act as named
from danchu.law import words
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.register import ROUTE_LABELS
from danchu.law.rules import rules_at
from danchu.law.states import Route
from danchu.law.voting_acts import may
from danchu.rooms.voting import lookups, queries
from danchu.rooms.voting.queries import Vote
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.ui.tags.words import lang

View = Callable[..., HttpResponse]


def home() -> str:
    """The head's, the Front's and the officer's own first page."""
    return f"{get_script_prefix()}viec-cua-toi/"


def desk_url(vote: Vote, name: str = "voting:desk") -> str:
    """The address of a page of this vote."""
    return reverse(name, kwargs={"slug": vote.slug})


def slip_url(vote: Vote, number: int) -> str:
    """The address of one household's slip."""
    return reverse("voting:slip", kwargs={"slug": vote.slug, "number": number})


def slip_words(one: Any) -> str:
    """Where a slip is, in words."""
    if one.ballot is not None:
        label = ROUTE_LABELS[Route(one.ballot.route)]
        return _("Came back: %(route)s") % {"route": label.vi if lang() == "vi" else label.en}
    return _("Given out, not back yet") if one.issued_at is not None else _("Not given out yet")


def rule_words(key: str) -> str:
    """What a row of the register of the law says, in the reader's language."""
    rule = rules_at().rule(key)
    return rule.vi if lang() == "vi" else rule.en


def go(url: str) -> HttpResponse:
    """After a form: to a page that can be loaded again (303)."""
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def say(refusal: Refusal) -> str:
    """The refusal and the way out, in one breath, for the top of a form."""
    return " ".join(part for part in (words.sentence(refusal, lang()), words.remedy(refusal, lang())) if part)


def frame(request: HttpRequest, vote: Vote) -> dict[str, Any]:
    """What every page about one vote shows around its content."""
    return {"vote": vote, **khu_pho_frame(request, vote.khu_pho), "back_href": desk_url(vote), "back_label": vote.title}


def khu_pho_frame(request: HttpRequest, khu_pho: Any) -> dict[str, Any]:
    """The head of a page: the khu phố, and who is at work with which office."""
    roles = sorted(request.actor.roles_in(khu_pho.pk), key=str)
    office = lookups.office_words(roles, lang())
    name = str(request.user) if request.user.is_authenticated else ""
    return {
        "brand_name": khu_pho.name,
        "brand_line": request.ward.full_name,
        "brand_href": home(),
        "desk_user": ", ".join(part for part in (name[:1].upper() + name[1:], office) if part),
    }


def show(request: HttpRequest, template: str, vote: Vote, status: int = 200, **context: Any) -> HttpResponse:
    """A page of the vote's file."""
    return render(request, f"voting/desk/{template}.html", {**frame(request, vote), **context}, status=status)


def allowed_now(request: HttpRequest, vote: Vote, act: Act) -> None:
    """Stop with the refusal's page when the act has no place now, before anybody types into its form."""
    require(may(act, queries.facts_of(vote, request.at), request.at))


def fill(
    request: HttpRequest,
    vote: Vote,
    form: forms.Form,
    do: Callable[[dict[str, Any]], Any],
    *,
    template: str = "form",
    then: str = "",
    **context: Any,
) -> HttpResponse:
    """Một trang một biểu mẫu: do the act and go on; refused or not right, the page comes back with what was typed."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                do(form.cleaned_data)
            except Refused as refused:
                form.add_error(None, say(refused.refusal))
                status = 409
            else:
                return go(then or desk_url(vote))
    return show(request, template, vote, status, form=form, **context)


def label_of(label: Any) -> str:
    """A label of the law in the reader's language, beginning with a capital letter."""
    said: str = label.vi if lang() == "vi" else label.en
    return said[:1].upper() + said[1:]


def press(act: Act, do: Callable[..., Any], back: str = "voting:desk") -> View:
    """Nút bấm: an act that needs no words; a refusal becomes its own page."""

    @named(act, subject=vote_subject)
    def view(request: HttpRequest, *, slug: str) -> HttpResponse:
        vote = find_vote(request, slug)
        if request.method != "POST":
            return go(desk_url(vote, back))  # after a log-in in between, or an address kept from a refusal
        do(request.actor, vote_id=vote.pk, at=request.at)
        return go(desk_url(vote, back))

    return view


def today(request: HttpRequest) -> Any:
    """The Vietnamese day of this request."""
    return clock.day(request.at)
