"""Dữ liệu mở: lists, single rows, whole tables, and what they mean."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from danchu.api import openapi, rows
from danchu.api.asked import Asked, BadParameter
from danchu.api.datasets import DATASETS, LICENCE, LICENCE_URL, PLACES, PUBLICATIONS, VOTES, Dataset
from danchu.foundation import clock
from danchu.foundation.access.decorators import public
from danchu.foundation.people.queries import KhuPhoRow, khu_pho_rows
from danchu.foundation.search import queries as search
from danchu.foundation.search.queries import WHOLE_WARD, Filters
from danchu.rooms.voting import queries as voting
from danchu.ui.tags.words import lang

WARD = "ward"
_LARGEST = 2**62
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
View = Callable[..., HttpResponseBase]


def open_data(view: View) -> View:
    """A public address of the open data: anybody's page may read it, mistakes are told as JSON."""

    @wraps(view)
    def inner(request: HttpRequest, **url: Any) -> HttpResponseBase:
        if request.ward is None:
            raise Http404
        try:
            response = view(request, **url)
        except BadParameter as mistake:
            response = problem(400, mistake.detail, parameter=mistake.name)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cache-Control"] = "public, max-age=60"
        return response

    return public(conditional_page(require_safe(inner)))


def answer(content: Any, status: int = 200, content_type: str = "application/json") -> HttpResponse:
    """JSON as people write it: letters as they are."""
    return HttpResponse(json.dumps(content, ensure_ascii=False), status=status, content_type=content_type)


def problem(status: int, detail: str, **more: str) -> HttpResponse:
    """RFC 9457."""
    title = _("The question cannot be answered") if status == 400 else _("There is nothing here")
    return answer({"title": title, "status": status, "detail": detail, **more}, status, "application/problem+json")


def page_of(request: HttpRequest, items: list[rows.Row], after: str) -> HttpResponse:
    """Một trang: its rows, and the whole address of the next one."""
    following = None
    if after:
        given = {name: value for name, value in request.GET.items() if name != "after"}
        following = request.build_absolute_uri(f"{request.path}?{urlencode({**given, 'after': after})}")
    return answer({"items": items, "next": following})


@open_data
def start(request: HttpRequest) -> HttpResponse:
    """Mục lục: where everything is."""
    absolute = request.build_absolute_uri
    links = {one: absolute(reverse(f"api:{one}")) for one in DATASETS}
    return answer(
        {
            "ward": request.ward.full_name,
            "licence": {"id": LICENCE, "url": LICENCE_URL},
            "openapi": absolute(reverse("api:openapi")),
            "datasets": links,
        }
    )


@open_data
def describe(request: HttpRequest) -> HttpResponse:
    """OpenAPI."""
    server = request.build_absolute_uri(reverse("api:start")).rstrip("/")
    return answer(openapi.description(server, request.ward.full_name))


@open_data
def schema(request: HttpRequest, *, name: str) -> HttpResponse:  # noqa: ARG001
    """JSON Schema of one row of a dataset."""
    if name not in DATASETS:
        return problem(404, _("No dataset has this name."))
    return answer(DATASETS[name].schema(), content_type="application/schema+json")


@open_data
def publications(request: HttpRequest) -> HttpResponse:
    """Nội dung đã công khai, a page at a time."""
    asked = Asked(request, "q", "kind", "item", "place", "since", "until", "after", "limit")
    filters = Filters(
        kind=asked.text("kind"),
        item=asked.text("item"),
        khu_pho_id=_place(request, asked.text("place")),
        since=asked.day("since"),
        until=asked.day("until"),
    )
    found = search.find(request.ward.pk, asked.text("q"), filters, after=asked.text("after"), limit=asked.limit())
    items = [rows.publication(one, request.build_absolute_uri) for one in found.entries]
    return page_of(request, items, found.after)


@open_data
def publication(request: HttpRequest, *, key: str) -> HttpResponse:
    """Một nội dung."""
    found = search.by_key(request.ward.pk, key)
    if found is None:
        return problem(404, _("Nothing public has this name."))
    return answer(rows.publication(found, request.build_absolute_uri))


@open_data
def votes(request: HttpRequest) -> HttpResponse:
    """Cuộc biểu quyết, a page at a time."""
    asked = Asked(request, "place", "after", "limit")
    place = _place(request, asked.text("place"))
    after = asked.number("after", low=1, high=_LARGEST, default=None)
    found, following = rows.votes_page(place, after, asked.limit())
    items = [rows.vote(one, request.at, request.build_absolute_uri) for one in found]
    return page_of(request, items, str(following or ""))


@open_data
def vote(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Một cuộc biểu quyết."""
    found = voting.with_turnout(voting.public_votes()).select_related("roll").filter(slug=slug).first()
    if found is None:
        return problem(404, _("No public vote has this name."))
    return answer(rows.vote(found, request.at, request.build_absolute_uri))


@open_data
def places(request: HttpRequest) -> HttpResponse:
    """Khu phố đang có."""
    Asked(request)
    return page_of(request, [rows.place(one, request.build_absolute_uri) for one in _places(request)], "")


@open_data
def table(request: HttpRequest, *, name: str) -> HttpResponseBase:
    """Cả bộ dữ liệu, as CSV: the names of the dictionary on top."""
    absolute = request.build_absolute_uri
    made: dict[str, Callable[[], Iterable[rows.Row]]] = {
        PUBLICATIONS.name: lambda: rows.every_publication(request.ward.pk, Filters(), absolute),
        VOTES.name: lambda: rows.every_vote(request.at, absolute),
        PLACES.name: lambda: (rows.place(one, absolute) for one in _places(request)),
    }
    if name not in made:
        return problem(404, _("No dataset has this name."))
    response = StreamingHttpResponse(_lines(DATASETS[name], made[name]()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


class _Echo:
    """What a CSV writer writes to: it only hands the line back."""

    def write(self, line: str) -> str:
        """The line."""
        return line


def _lines(dataset: Dataset, content: Iterable[rows.Row]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    names = [one.name for one in dataset.fields]
    yield "\ufeff" + str(writer.writerow(names))  # Excel takes UTF-8 only with this sign in front
    for row in content:
        yield str(writer.writerow([_cell(row[name]) for name in names]))


def _cell(value: Any) -> str:
    """One cell; words that a spreadsheet would run as a formula get an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(one["url"] for one in value)
    if isinstance(value, bool):
        return "1" if value else "0"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


@public
def about(request: HttpRequest) -> HttpResponse:
    """Trang dữ liệu mở: what there is, what each field means, under which licence."""
    if request.ward is None:
        raise Http404
    sets = [
        {
            "name": one.name,
            "label": one.label.vi if lang() == "vi" else one.label.en,
            "fields": [(field.name, field.vi if lang() == "vi" else field.en) for field in one.fields],
        }
        for one in DATASETS.values()
    ]
    context = {"sets": sets, "licence": LICENCE, "licence_url": LICENCE_URL}
    return render(request, "api/open_data.html", context)


def _places(request: HttpRequest) -> list[KhuPhoRow]:
    return sorted(khu_pho_rows(request.ward.pk, day=clock.day(request.at)), key=lambda one: one.khu_pho.order)


def _place(request: HttpRequest, slug: str) -> int | None:
    """The khu phố meant, 0 for what concerns the whole ward."""
    if not slug or slug == WARD:
        return WHOLE_WARD if slug else None
    found = next((one.khu_pho.pk for one in _places(request) if one.khu_pho.slug == slug), None)
    if found is None:
        raise BadParameter("place", _("No khu phố has this name."))
    return found
