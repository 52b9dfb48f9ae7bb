"""Trang hộ dân của Trưởng khu phố và cán bộ phường: danh sách, một hộ, và từng thay đổi."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from danchu.foundation import clock, refusals
from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import act, signed_in
from danchu.foundation.people import forms, queries, services
from danchu.foundation.people.history import lines
from danchu.foundation.people.labels import ACCESSES, RESIDENCES
from danchu.foundation.people.models import Household
from danchu.foundation.people.services.rows import subject_of
from danchu.foundation.places.models import KhuPho
from danchu.law.acts import Act
from danchu.law.answers import require
from danchu.law.people import Residence

PER_PAGE = 50
SECTION = "households"


def _khu_pho(slug: str) -> KhuPho:
    found = KhuPho.objects.filter(slug=slug, valid_to=None).first()
    if found is None:
        raise Http404
    return found


def _household(household_id: int) -> Household:
    found = Household.objects.select_related("khu_pho", "ward").filter(pk=household_id).first()
    if found is None:
        raise Http404
    return found


def _of_khu_pho(request: HttpRequest, *, slug: str) -> Subject:  # noqa: ARG001 - the decorator's signature
    found = _khu_pho(slug)
    return Subject(found.ward_id, found.pk)


def _of_household(request: HttpRequest, *, household_id: int) -> Subject:  # noqa: ARG001
    return subject_of(_household(household_id))


@signed_in
def household_places(request: HttpRequest) -> HttpResponse:
    """The khu phố whose households this person may see; straight into it where there is one."""
    mine = [
        row
        for row in queries.khu_pho_rows(request.ward.pk, day=clock.day(request.at))
        if can(request.actor, Act.PEOPLE_HOUSEHOLD_VIEW, Subject(request.ward.pk, row.khu_pho.pk))
    ]
    if len(mine) == 1:
        return redirect("khu-pho-households", slug=mine[0].khu_pho.slug)
    if not mine:  # then the question about the ward as a whole gives the reason
        require(can(request.actor, Act.PEOPLE_HOUSEHOLD_VIEW, Subject(request.ward.pk)))
    return render(
        request, "people/places.html", {"rows": mine, "subject": Subject(request.ward.pk), "desk_section": SECTION}
    )


@act(Act.PEOPLE_HOUSEHOLD_VIEW, _of_khu_pho)
def household_list(request: HttpRequest, *, slug: str) -> HttpResponse:
    """The households of one khu phố, searchable without tone marks."""
    khu_pho = _khu_pho(slug)
    search = request.GET.get("tim", "").strip()[:80]
    rows = queries.households(khu_pho.pk, day=clock.day(request.at), search=search)
    context = {
        "khu_pho": khu_pho,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "search": search,
        "query": {"tim": search} if search else {},
        "residences": RESIDENCES,
        "subject": Subject(khu_pho.ward_id, khu_pho.pk),
        "desk_section": SECTION,
    }
    return render(request, "people/household_list.html", context)


@act(Act.PEOPLE_HOUSEHOLD_VIEW, _of_household)
def household(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """One household: members, representative, history, accesses by its card."""
    _household(household_id)
    view = queries.household_view(household_id)
    context = {
        "view": view,
        "household": view.household,
        "residence": RESIDENCES[view.household.residence],
        "history": lines(view.changes),
        "accesses": [(one, ACCESSES[one.how]) for one in view.accesses],
        "subject": subject_of(view.household),
        "desk_section": SECTION,
    }
    return render(request, "people/household.html", context)


@act(Act.PEOPLE_HOUSEHOLD_CREATE, _of_khu_pho)
def household_create(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Add a household."""
    khu_pho = _khu_pho(slug)
    form = forms.HouseholdForm(request.POST or None)
    made: list[Household] = []

    def create(values: dict[str, Any]) -> None:
        facts = _facts(values) | {"number": values["number"], "representative": values["representative"]}
        made.append(services.create_household(request.actor, khu_pho=khu_pho, at=request.at, **facts))

    if _did(request, form, create):
        return redirect("household", household_id=made[0].pk)
    context = {"form": form, "khu_pho": khu_pho, "next_number": services.next_number(khu_pho)}
    return _form_page(request, "people/household_form.html", form, context)


@act(Act.PEOPLE_HOUSEHOLD_CORRECT, _of_household)
def household_correct(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """Correct address, residence and members."""
    view = queries.household_view(household_id)
    one = view.household
    form = forms.HouseholdForm(
        request.POST or None,
        members=view.members,
        representation=view.representation,
        initial={"address": one.address, "residence": one.residence},
    )

    def correct(values: dict[str, Any]) -> None:
        facts = _facts(values) | {"reason": values["reason"], "representative": values["representative"]}
        services.correct_household(request.actor, household=one, at=request.at, **facts)

    if _did(request, form, correct):
        return redirect("household", household_id=one.pk)
    return _form_page(request, "people/household_form.html", form, {"form": form, "household": one, "view": view})


def _facts(values: dict[str, Any]) -> dict[str, Any]:
    return {
        "address": values["address"],
        "residence": Residence(values["residence"]),
        "members": values["members"],
    }


def _did(request: HttpRequest, form: BaseForm, do: Callable[[dict[str, Any]], Any]) -> bool:
    """Whether the form was sent, is in order and the act was done."""
    return request.method == "POST" and form.is_valid() and refusals.done(form, do, form.cleaned_data)


def _form_page(request: HttpRequest, template: str, form: BaseForm, context: dict[str, Any]) -> HttpResponse:
    """The page of a form; 422 when what was sent could not be done."""
    return render(request, template, context | {"desk_section": SECTION}, status=422 if form.errors else 200)


def _change(
    request: HttpRequest, one: Household, form: BaseForm, do: Callable[[dict[str, Any]], Any], *, title: str, lead: str
) -> HttpResponse:
    """One change of one household: its form, then back to the household."""
    if _did(request, form, do):
        return redirect("household", household_id=one.pk)
    context = {"form": form, "household": one, "page_title": title, "lead": lead}
    return _form_page(request, "people/change.html", form, context)


@act(Act.PEOPLE_HOUSEHOLD_MOVE, _of_household)
def household_move(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """Move to another khu phố."""
    one = _household(household_id)
    form = forms.MoveForm(request.POST or None, household=one)

    def move(values: dict[str, Any]) -> None:
        services.move_household(request.actor, household=one, at=request.at, **values)

    if _did(request, form, move):
        # The head who did it may no longer see the household: it is another head's now.
        return redirect("household-places")
    lead = _("The household keeps its number, its members and its card. Frozen lists of votes do not change.")
    context = {"form": form, "household": one, "page_title": _("Move the household"), "lead": lead}
    return _form_page(request, "people/change.html", form, context)


@act(Act.PEOPLE_HOUSEHOLD_SPLIT, _of_household)
def household_split(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """Some members make a household of their own."""
    view = queries.household_view(household_id)
    one = view.household
    form = forms.SplitForm(request.POST or None, members=view.members, initial={"address": one.address})

    def split(values: dict[str, Any]) -> None:
        facts = values | {"residence": Residence(values["residence"])}
        services.split_household(request.actor, household=one, at=request.at, **facts)

    lead = _("Both households keep this history. The new one gets a card of its own.")
    return _change(request, one, form, split, title=_("Split the household"), lead=lead)


@act(Act.PEOPLE_HOUSEHOLD_MERGE, _of_household)
def household_merge(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """Another household of the khu phố joins this one."""
    one = _household(household_id)
    form = forms.MergeForm(request.POST or None, household=one)

    def merge(values: dict[str, Any]) -> None:
        chosen = {name: values[name] for name in ("gone", "representative", "reason")}
        services.merge_households(request.actor, into=one, at=request.at, **chosen)

    lead = _("All members of the other household become members of this one; from then on they have one vote.")
    return _change(request, one, form, merge, title=_("Merge another household into this one"), lead=lead)


@act(Act.PEOPLE_HOUSEHOLD_END, _of_household)
def household_end(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """The household is gone."""
    one = _household(household_id)
    form = forms.EndForm(request.POST or None)

    def end(values: dict[str, Any]) -> None:
        services.end_household(request.actor, household=one, at=request.at, **values)

    lead = _("From that day it no longer counts. Frozen lists of votes do not change; its history stays.")
    return _change(request, one, form, end, title=_("Record the household as gone"), lead=lead)


@act(Act.PEOPLE_REPRESENTATIVE_CHANGE, _of_household)
def household_representative(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """Another member represents the household; done by the head or an officer, with the reason."""
    one = _household(household_id)
    form = forms.RepresentativeForm(request.POST or None, household=one)

    def change(values: dict[str, Any]) -> None:
        services.change_representative(request.actor, household=one, at=request.at, **values)

    lead = _("One member with full civil capacity represents the household. Nobody votes in another's place.")
    return _change(request, one, form, change, title=_("Change the representative"), lead=lead)


@act(Act.PEOPLE_OUTSIDER_AUTHORISE, _of_household)
def household_outsider(request: HttpRequest, *, household_id: int) -> HttpResponse:
    """Somebody outside represents a household in which nobody is capable."""
    one = _household(household_id)
    form = forms.OutsiderForm(request.POST or None, request.FILES or None)

    def authorise(values: dict[str, Any]) -> None:
        services.authorise_outsider(request.actor, household=one, at=request.at, **values)

    lead = _("Only for a household in which nobody has full civil capacity. One person represents one household.")
    return _change(request, one, form, authorise, title=_("Record an authorised outsider"), lead=lead)
