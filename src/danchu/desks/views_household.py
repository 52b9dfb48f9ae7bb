"""Hộ của tôi: what a household, come in by its card, sees of itself and may change."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from danchu.foundation import refusals
from danchu.foundation.access.can import Subject
from danchu.foundation.access.decorators import act, household_only
from danchu.foundation.people import queries, services
from danchu.foundation.people.forms import RepresentativeForm
from danchu.foundation.people.history import lines
from danchu.foundation.people.labels import ACCESSES, RESIDENCES
from danchu.foundation.people.services.rows import REPRESENTATIVE
from danchu.law.acts import Act
from danchu.rooms.voting.queries import votes_for_household


@household_only
def household_home(request: HttpRequest) -> HttpResponse:
    """The household's votes, what is kept about it, and every time its card was used."""
    view = queries.household_view(request.household.id)
    context = {
        "votes": votes_for_household(request.household.id, request.at),
        "view": view,
        "household": view.household,
        "residence": RESIDENCES[view.household.residence],
        "history": lines(view.changes),
        "accesses": [(one, ACCESSES[one.how]) for one in view.accesses],
    }
    return render(request, "desks/household_home.html", context)


def _own(request: HttpRequest) -> Subject:
    """The household that is logged in; nobody's where none is."""
    mine = request.household.id if request.household else None
    return Subject(request.ward.pk, households=frozenset({mine} if mine else ()))


@household_only
@act(Act.PEOPLE_REPRESENTATIVE_CHANGE, _own)
def own_representative(request: HttpRequest) -> HttpResponse:
    """The household names another of its members; no reason is asked for."""
    view = queries.household_view(request.household.id)
    form = RepresentativeForm(request.POST or None, household=view.household, own=True)

    def change(values: dict[str, Any]) -> None:
        services.change_representative(request.household, household=view.household, at=request.at, **values)

    if request.method == "POST" and form.is_valid() and refusals.done(form, change, form.cleaned_data):
        return redirect("household-home")
    context = {"form": form, "household": view.household, "basis": REPRESENTATIVE}
    return render(request, "desks/household_representative.html", context, status=422 if form.errors else 200)


own_representative.act = Act.PEOPLE_REPRESENTATIVE_CHANGE
