"""Tìm và lưu trữ: everything public, by words, item, place and time; by year for those who would rather leaf."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.desks import publications
from danchu.desks.forms_search import SearchForm
from danchu.foundation import clock
from danchu.foundation.access.decorators import public
from danchu.foundation.people.queries import khu_pho_rows
from danchu.foundation.search import queries
from danchu.foundation.search.queries import Filters

_LAST_MONTH = 12
_NEWEST = 8


@public
def search(request: HttpRequest) -> HttpResponse:
    """Tìm: with tone marks or without; the newest where no words are given."""
    ward = _ward(request)
    places = sorted((row.khu_pho for row in khu_pho_rows(ward, day=clock.day(request.at))), key=lambda one: one.order)
    form = SearchForm(request.GET, places=places, years=publications.years(ward))
    words, filters, carried = form.asked()
    found = queries.find(ward, words, filters, after=request.GET.get("sau", ""))
    context = {
        "form": form,
        "words": words,
        "narrowed": any(name != "q" for name in carried),
        "rows": publications.rows(found, ward),
        "loosened": found.loosened,
        "further": request.GET.get("sau", "") != "",
        "first": f"?{urlencode(carried)}",
        "next": f"?{urlencode({**carried, 'sau': found.after})}" if found.after else "",
    }
    return render(request, "desks/search.html", context)


@public
def know(request: HttpRequest) -> HttpResponse:
    """Dân biết: what the ward must disclose, item by item; the newest of it; how to ask for more."""
    newest = publications.newest(_ward(request), named=True, limit=_NEWEST)
    context = {"section": "dan-biet", "items": publications.item_choices(), "newest": newest}
    return render(request, "desks/know.html", context)


@public
def archive(request: HttpRequest) -> HttpResponse:
    """Lưu trữ: the years of which something is kept."""
    return render(request, "desks/archive.html", {"years": publications.years(_ward(request))})


@public
def archive_year(request: HttpRequest, *, year: int) -> HttpResponse:
    """Một năm, newest first, month after month."""
    ward = _ward(request)
    years = publications.years(ward)
    if year not in years:
        raise Http404
    filters = Filters(since=date(year, 1, 1), until=date(year, _LAST_MONTH, 31))
    found = queries.find(ward, filters=filters, after=request.GET.get("sau", ""), limit=50)
    context = {
        "year": year,
        "months": publications.by_month(publications.rows(found, ward)),
        "further": request.GET.get("sau", "") != "",
        "next": f"?{urlencode({'sau': found.after})}" if found.after else "",
        "back_href": reverse("archive"),
        "back_label": _("Archive"),
    }
    return render(request, "desks/archive_year.html", context)


def _ward(request: HttpRequest) -> int:
    if request.ward is None:
        raise Http404
    return int(request.ward.pk)
