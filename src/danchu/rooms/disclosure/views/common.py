"""Khung của các trang công khai: one form a page, a refusal said above it; late, short and missing in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from danchu.foundation import clock, refusals
from danchu.foundation.access.can import Subject
from danchu.law.disclosure import TRACK_LABELS, Track, item
from danchu.law.disclosure_check import Fault, Finding, Standing
from danchu.rooms.disclosure import queries
from danchu.rooms.disclosure.queries import Entry, InformationRequest
from danchu.ui.tags.words import lang

SECTION = "disclosure"


def today(request: HttpRequest) -> date:
    """The Vietnamese day of this request."""
    return clock.day(request.at)


def go(url: str) -> HttpResponse:
    """After a form: to a page that can be loaded again (303)."""
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def show(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page on the desk."""
    return render(request, f"disclosure/desk/{template}.html", {"desk_section": SECTION, **context}, status=status)


def fill(
    request: HttpRequest,
    form: BaseForm,
    do: Callable[[], Any],
    *,
    then: Callable[[], str],
    template: str,
    **context: Any,
) -> HttpResponse:
    """Một trang một biểu mẫu: do the act and go on; not right (422) or refused (409), what was typed stays."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if refusals.done(form, do):
                return go(then())
            status = 409
    return show(request, template, status, form=form, **context)


def find_entry(request: HttpRequest, slug: str) -> Entry:
    """The entry at this address, in any state; found once a request."""
    kept: Entry | None = getattr(request, "entry", None)
    if kept is None or kept.slug != slug:
        kept = queries.entry_by_slug(request.ward.pk, slug)
        if kept is None:
            raise Http404
        request.entry = kept
    return kept


def entry_subject(request: HttpRequest, slug: str, **_: Any) -> Subject:
    """For ``@act``: the entry as the subject of a permission question."""
    entry = find_entry(request, slug)
    return Subject(entry.ward_id, entry.khu_pho_id)


def find_request(request: HttpRequest, request_id: int) -> InformationRequest:
    """The request for information in the ward's book."""
    found = queries.request_by_id(request.ward.pk, request_id)
    if found is None:
        raise Http404
    return found


def told(faults: Iterable[Fault]) -> list[tuple[str, str]]:
    """Each fault in the reader's language, with what to do."""
    return [(one.told(lang()), one.remedy(lang())) for one in faults]


def item_words(entry: Entry) -> str:
    """«Khoản 7 Điều 11: Chính sách hỗ trợ…», or what kind of entry it is."""
    found = item(Track(entry.track), entry.key)
    if found is None:
        label = TRACK_LABELS[Track(entry.track)]
        words = label.vi if lang() == "vi" else label.en
        return words[:1].upper() + words[1:]
    basis = found.basis.vi() if lang() == "vi" else found.basis.en()
    name = found.label.vi if lang() == "vi" else found.label.en
    return f"{basis[:1].upper()}{basis[1:]}: {name}"


SIGNS = {
    Standing.WAITING: "clock",
    Standing.MISSING: "warning",
    Standing.RUNNING: "clock",
    Standing.MET: "tick",
    Standing.SHORT: "warning",
}


def finding_rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Requirements as a page shows them."""
    return [
        {
            "finding": one,
            "key": one.requirement.key,
            "name": _capital(one.requirement.name(lang())),
            "basis": one.requirement.basis,
            "sign": SIGNS[one.standing],
            "faults": told(one.faults),
            "needed": (one.stay.end - one.stay.start).days if one.stay and one.standing is Standing.RUNNING else 0,
            "may_record": one.requirement.rule != "disclose.portal",
        }
        for one in findings
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
