"""Khung của các trang công khai: one form a page, a refusal said above it; late, short and missing in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from danchu.foundation import clock, refusals
from danchu.foundation.access.can import Subject, can
from danchu.law.acts import Act
from danchu.law.disclosure import TRACK_LABELS, Track, item
from danchu.law.disclosure_check import Fault, Finding, Standing
from danchu.rooms.disclosure import queries
from danchu.rooms.disclosure.queries import Entry, InformationRequest, Posting
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
    """A page on the desk; its way back says where it leads. ``writes``: for those who draft and publish."""
    frame = {"desk_section": SECTION, "back_label": _way_back(context), "writes": writes(request)}
    return render(request, f"disclosure/desk/{template}.html", {**frame, **context}, status=status)


def writes(request: HttpRequest) -> bool:
    """Whether this person drafts and publishes; delegates, the Front and the chair read."""
    return bool(can(request.actor, Act.DISCLOSURE_ENTRY_DRAFT, Subject(request.ward.pk)))


def _way_back(context: dict[str, Any]) -> str:
    address = str(context.get("back_href", "")).partition("?")[0]
    pages = {
        "my-work": _("My work"),
        "disclosure:register": _("Register of disclosure"),
        "disclosure:requests": _("Requests for information"),
        "disclosure:lists": _("Lists and reports"),
        "disclosure:plan": _("Disclosure plan"),
        "disclosure:tasks": _("Post, read out, tell"),
    }
    for name, label in pages.items():
        if address == reverse(name):
            return label
    about = context.get("found") or context.get("entry")
    if isinstance(about, Entry):
        about = about.current or queries.newest_version(about)
    return about.title if about else _("Back")


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


def gathered(faults: Iterable[Fault]) -> list[tuple[str, str]]:
    """One line for each kind of fault: the first place it is found at, and how many more."""
    kinds: dict[str, list[Fault]] = {}
    for one in faults:
        kinds.setdefault(one.code, []).append(one)
    lines = []
    for rows in kinds.values():
        more = len(rows) - 1
        words = rows[0].told(lang())
        if more:
            words += " " + ngettext("And at %(count)s more place.", "And at %(count)s more places.", more) % {
                "count": more
            }
        lines.append((words, rows[0].remedy(lang())))
    return lines


def shown_at(postings: Iterable[Posting]) -> list[tuple[Posting, list[str]]]:
    """Postings of one form over the same days, together, with the names of their places."""
    groups: dict[tuple[Any, ...], tuple[Posting, list[str]]] = {}
    for one in postings:
        key = (one.channel, one.means, one.first, one.last)
        where = one.place or one.khu_pho
        groups.setdefault(key, (one, []))[1].extend([where.name] if where else [])
    return list(groups.values())


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
