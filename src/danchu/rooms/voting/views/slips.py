"""Phát và thu phiếu: the round as it stands, one household's slip, a scanned stub."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from danchu.foundation.access.decorators import act
from danchu.foundation.text import fold
from danchu.law.acts import Act
from danchu.law.states import RoundKind, Route
from danchu.law.voting_acts import may
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.roll import SearchForm
from danchu.rooms.voting.forms.slips import ReplaceForm
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import desk_url, fill, go, show, slip_url, slip_words

PER_PAGE = 20
# How a slip comes back, by the last word of the address.
ROUTES = {"tan-tay": Route.HAND, "hom": Route.BOX, "tai-nha": Route.DOOR}


@require_safe
@act(Act.VOTING_SLIP_RETURN, subject=vote_subject)
def slips(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Đối chiếu trực tiếp, and the households by number, name, address or the number of a stub."""
    vote = find_vote(request, slug)
    search = SearchForm(request.GET or None)
    asked = search.cleaned_data["q"] if search.is_valid() else ""
    wanted = request.GET.get("xem", "")
    found = [one for one in queries.slips_of(vote) if _fits(one, asked) and _in_view(one, wanted)]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "now": queries.slips_now(vote),
        "content": queries.rounds_of(vote).get(RoundKind.CONTENT),
        "search": search,
        "asked": asked,
        "wanted": wanted,
        "page": page,
        "query": {"q": asked, "xem": wanted},
        "rows": [(one, slip_words(one)) for one in page],
    }
    return show(request, "slips", vote, **context)


def _fits(one: Any, asked: str) -> bool:
    text = fold(f"{one.number} {one.line.number} {one.line.representative} {one.line.address}")
    return all(word in text for word in fold(asked).split())


def _in_view(one: Any, wanted: str) -> bool:
    came_back = one.ballot is not None
    return {
        "chua-phat": one.issued_at is None,
        "chua-thu": one.issued_at is not None and not came_back,
        "da-thu": came_back,
    }.get(wanted, True)


def _slip(vote: Any, number: int) -> Any:
    found = queries.slips_of(vote).filter(number=number).first()
    if found is None:
        raise Http404
    return found


@require_safe
@act(Act.VOTING_SLIP_RETURN, subject=vote_subject)
def slip(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Phiếu của một hộ: where it is, and what may be done with it now."""
    vote = find_vote(request, slug)
    one = _slip(vote, number)
    facts = queries.facts_of(vote, request.at)
    context = {
        "slip": one,
        "state": slip_words(one),
        "may_issue": one.issued_at is None and bool(may(Act.VOTING_SLIP_ISSUE, facts, request.at)),
        "may_replace": one.issued_at is not None
        and one.ballot is None
        and bool(may(Act.VOTING_SLIP_REPLACE, facts, request.at)),
        "ways": _ways(one, facts, request),
        "back_href": desk_url(vote, "voting:slips"),
        "back_label": _("Slips out and back"),
    }
    return show(request, "slip", vote, **context)


def _ways(one: Any, facts: Any, request: HttpRequest) -> list[tuple[str, str]]:
    """The routes by which it may still come back; after the last moment what was in the box or at a door."""
    if one.issued_at is None or one.ballot is not None or not may(Act.VOTING_SLIP_RETURN, facts, request.at):
        return []
    over = facts.closes_at is not None and request.at >= facts.closes_at
    words = {"tan-tay": _("Handed to the team"), "hom": _("Came in the box"), "tai-nha": _("Collected at the door")}
    return [(key, words[key]) for key in (("hom",) if over else ROUTES)]


@require_POST
@act(Act.VOTING_SLIP_ISSUE, subject=vote_subject)
def hand_out(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Ghi đã phát phiếu cho hộ."""
    vote = find_vote(request, slug)
    services.issue_slip(request.actor, vote_id=vote.pk, slip_id=_slip(vote, number).pk, at=request.at)
    return go(slip_url(vote, number))


@require_POST
@act(Act.VOTING_SLIP_RETURN, subject=vote_subject)
def take_in(request: HttpRequest, *, slug: str, number: int, route: str) -> HttpResponse:
    """Ghi phiếu đã thu, by its route."""
    vote = find_vote(request, slug)
    if route not in ROUTES:
        raise Http404
    one = _slip(vote, number)
    services.return_slip(request.actor, vote_id=vote.pk, slip_id=one.pk, route=ROUTES[route], at=request.at)
    return go(slip_url(vote, number))


@act(Act.VOTING_SLIP_REPLACE, subject=vote_subject)
def replace(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Đổi phiếu hỏng lấy phiếu mới."""
    vote = find_vote(request, slug)
    one = _slip(vote, number)
    form = ReplaceForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        services.replace_slip(request.actor, vote_id=vote.pk, slip_id=one.pk, at=request.at, **cleaned)

    return fill(
        request,
        vote,
        form,
        do,
        then=desk_url(vote, "voting:slips"),
        page_title=_("Replace a spoiled slip"),
        lead=_("Take the old slip and its stub back first. The new slip gets a number of its own."),
        button=_("Give a new slip"),
    )


@require_safe
@act(Act.VOTING_SLIP_RETURN, subject=vote_subject)
def stub(request: HttpRequest, *, slug: str, token: str) -> HttpResponse:
    """Quét mã trên cuống phiếu: the camera of any telephone leads to the household's slip."""
    vote = find_vote(request, slug)
    one = queries.slip_by_token(vote, token)
    if one is None or one.spoiled_at is not None:
        raise Http404
    return go(slip_url(vote, one.number))
