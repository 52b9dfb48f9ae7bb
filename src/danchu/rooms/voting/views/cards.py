"""Thẻ của các hộ: issued once as a sheet to print, re-issued one by one; the secrets are kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from danchu.documents.errors import DocumentError
from danchu.foundation.access.decorators import act
from danchu.foundation.accounts.services import cards as service
from danchu.foundation.accounts.services.cards import PrintedCard
from danchu.law.acts import Act
from danchu.rooms.voting import lookups, papers, queries
from danchu.rooms.voting.forms.roll import ReissueForm
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import show, today
from danchu.rooms.voting.views.papers import attachment, source_of, stopped


@act(Act.ACCOUNTS_CARD_ISSUE, subject=vote_subject)
def cards(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Thẻ biểu quyết: how many households have one, and the two ways to make more."""
    return _page(request, find_vote(request, slug), ReissueForm())


def _page(request: HttpRequest, vote: Any, form: ReissueForm, status: int = 200) -> HttpResponse:
    waiting, total = lookups.households_without_card(vote.khu_pho_id, today(request))
    locked = lookups.locked_households(vote, request.at)
    return show(request, "cards", vote, status, form=form, waiting=len(waiting), total=total, locked=locked)


@require_POST
@act(Act.ACCOUNTS_CARD_ISSUE, subject=vote_subject)
def issue(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Lập thẻ cho các hộ chưa có: the sheet is the answer to this one press and cannot be had again."""
    vote = find_vote(request, slug)
    waiting, _total = lookups.households_without_card(vote.khu_pho_id, today(request))
    if not waiting:
        return _page(request, vote, ReissueForm())

    def make() -> list[PrintedCard]:
        subject = queries.subject_of(vote)
        return service.issue_cards(request.actor, households=waiting, subject=subject, at=request.at)

    return _sheet(request, vote, make)


@require_POST
@act(Act.ACCOUNTS_CARD_REISSUE, subject=vote_subject)
def reissue(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Cấp lại một thẻ: the old one dies in the same moment."""
    vote = find_vote(request, slug)
    form = ReissueForm(request.POST)
    if not form.is_valid():
        return _page(request, vote, form, 422)
    household = lookups.household_by_number(vote.khu_pho_id, form.cleaned_data["number"], today(request))
    if household is None:
        form.add_error("number", form.unknown_household())
        return _page(request, vote, form, 422)
    reason = form.cleaned_data["reason"]

    def make() -> list[PrintedCard]:
        subject = queries.subject_of(vote)
        return [service.reissue_card(request.actor, of=household, subject=subject, reason=reason, at=request.at)]

    return _sheet(request, vote, make)


def _sheet(request: HttpRequest, vote: Any, make: Callable[[], list[PrintedCard]]) -> HttpResponse:
    """Cards and their sheet together: if the sheet cannot be drawn, no card was made and none died."""
    try:
        with transaction.atomic():
            data = papers.card_sheet(source_of(request, vote), make())
    except DocumentError as error:
        return stopped(request, vote, error)
    return attachment(data, f"the-{vote.khu_pho.slug}.pdf", "application/pdf")
