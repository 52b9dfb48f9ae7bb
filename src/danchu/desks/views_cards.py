"""Cấp lại thẻ từ trang của hộ: the head or the Front's head, where no vote is open too."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from danchu.desks.forms import ReissueForm
from danchu.documents.errors import DocumentError
from danchu.foundation import clock
from danchu.foundation.access.can import Subject
from danchu.foundation.access.decorators import act
from danchu.foundation.accounts.services.cards import reissue_card
from danchu.foundation.people import queries
from danchu.foundation.people.models import Household
from danchu.foundation.people.services.rows import subject_of
from danchu.law.acts import Act
from danchu.rooms.voting.papers import cards_paper
from danchu.ui.tags.words import lang


def _present(household_id: int) -> Household:
    """A household that still counts; one that is gone gets no card."""
    try:
        found = queries.household_view(household_id).household
    except Household.DoesNotExist:
        raise Http404 from None
    if found.valid_to is not None:
        raise Http404
    return found


def _subject(request: HttpRequest, *, household_id: int) -> Subject:  # noqa: ARG001 - the decorator's signature
    return subject_of(_present(household_id))


@act(Act.ACCOUNTS_CARD_REISSUE, _subject)
def household_card(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """A new card for one household; the sheet is the answer to this one press and cannot be had again."""
    one = _present(household_id)
    form = ReissueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            data = _sheet(request, one, form.cleaned_data["reason"])
        except DocumentError as error:
            form.add_error(None, error.vi if lang() == "vi" else error.en)
        else:
            name = f'attachment; filename="the-{one.number}.pdf"'
            return HttpResponse(data, content_type="application/pdf", headers={"Content-Disposition": name})
    context = {"form": form, "household": one, "desk_section": "households"}
    return render(request, "desks/household_card.html", context, status=422 if form.errors else 200)


def _sheet(request: HttpRequest, one: Household, reason: str) -> bytes:
    """Card and sheet together: if the sheet cannot be drawn, no card was made and none died."""
    with transaction.atomic():
        made = [reissue_card(request.actor, of=one, subject=subject_of(one), reason=reason, at=request.at)]
        day, url = clock.day(request.at), request.build_absolute_uri
        return cards_paper(made, khu_pho=one.khu_pho, contact=request.user, day=day, url=url)
