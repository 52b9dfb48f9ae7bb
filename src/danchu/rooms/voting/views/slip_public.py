"""Trang công khai của đợt phát phiếu: when slips go out, how many came back, the household's own row."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from danchu.foundation.text import long_moment
from danchu.law.states import Phase
from danchu.rooms.voting import queries
from danchu.rooms.voting.views.ballot import chip
from danchu.rooms.voting.views.pages import slip_words
from danchu.ui.tags.words import lang

_DISPUTABLE = frozenset({Phase.OPEN, Phase.CLOSING, Phase.CLOSED})


def slip_page(request: HttpRequest, vote: queries.Vote, phase: Phase, shared: dict[str, Any]) -> HttpResponse:
    """As everybody sees it until the result is sealed: how many slips came back, never a choice."""
    content = shared["content"]
    plan = queries.plan_of(vote)
    collecting = queries.collecting(vote, content, request.at)
    slip = queries.slip_of_household(vote, request.household.id) if request.household is not None else None
    context = shared | {
        "collecting": collecting,
        "collected": queries.slips_now(vote).collected if collecting else 0,
        "chip": chip(content.closes_at, request.at) if collecting else {},
        "boxes": plan.boxes.splitlines() if plan is not None else [],
        "slip": slip,
        "slip_words": f"{slip_words(slip)}." if slip is not None else "",
        "disputable": phase in _DISPUTABLE,
        "zalo": _for_zalo(shared, phase),
    }
    return render(request, "voting/slip_public.html", context)


def _for_zalo(shared: dict[str, Any], phase: Phase) -> str:
    """Chữ để chép vào nhóm Zalo; nothing where there is nothing to announce."""
    vote, content = shared["vote"], shared["content"]
    if content is None or phase not in {Phase.SCHEDULED, Phase.OPEN}:
        return ""
    return _(
        "%(place)s asks every household by a slip: %(title)s. Slips go out from %(opens)s; hand yours in until "
        "%(until)s. %(address)s"
    ) % {
        "place": vote.khu_pho.name,
        "title": vote.title,
        "opens": long_moment(content.opens_at, lang()),
        "until": long_moment(content.closes_at, lang()),
        "address": shared["address"],
    }
