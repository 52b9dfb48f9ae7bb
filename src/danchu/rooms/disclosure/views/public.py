"""Cho mọi người: the page of an entry; a request for information and its one page for life."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from danchu.foundation import refusals
from danchu.foundation.access import rate
from danchu.foundation.access.decorators import act, public
from danchu.foundation.files import services as files
from danchu.foundation.places.calendar import ward_calendar
from danchu.law import information
from danchu.law.acts import Act
from danchu.law.answers import require
from danchu.law.disclosure import State
from danchu.law.information import Kind, RequestState, Route
from danchu.law.rules import rules_at
from danchu.rooms.disclosure import papers, queries, services
from danchu.rooms.disclosure.forms.request import AskForm, CodeForm, WordsForm
from danchu.rooms.disclosure.queries import InformationRequest
from danchu.rooms.disclosure.views.common import go, item_words, shown_at, today
from danchu.rooms.disclosure.views.papers import answer_paper
from danchu.rooms.disclosure.views.requests import letters
from danchu.ui.tags.words import lang

_PER = timedelta(minutes=15)
_ASKED, _TRIES = 20, 40
_CODE = 16


@public
def entry(request: HttpRequest, *, slug: str) -> HttpResponse:
    """What was disclosed: words, files, where it hangs; withdrawn, its address says why."""
    found = queries.published_entry(request.ward.pk, slug)
    if found is None:
        raise Http404
    withdrawn = found.state == State.WITHDRAWN
    context = {
        "entry": found,
        "version": found.current,
        "item": item_words(found),
        "withdrawn": withdrawn,
        "files": [] if withdrawn else list(found.current.attachments.select_related("file")),
        "versions": queries.versions_of(found),
        "shown": [] if withdrawn else shown_at(queries.postings_of(found)),
    }
    return render(request, "disclosure/entry.html", context, status=410 if withdrawn else 200)


def _title(words: str) -> str:
    """The first words of what is wanted, until the officer gives it a title."""
    line = " ".join(words.split())
    return line if len(line) <= 80 else f"{line[:80].rsplit(' ', 1)[0]}…"


@act(Act.DISCLOSURE_REQUEST_FILE)
def ask(request: HttpRequest, *, slug: str = "") -> HttpResponse:
    """Ask for information; with an entry's address: say that it is wrong."""
    about = queries.published_entry(request.ward.pk, slug) if slug else None
    if slug and about is None:
        raise Http404
    form = AskForm(request.POST or None, wrong=about is not None)
    made: list[str] = []

    def do() -> None:
        require(rate.take(f"yeu-cau:{request.ward.pk}", limit=_ASKED, per=_PER, at=request.at))
        kind = Kind.WRONG if about else Kind.INFORMATION
        title = about.current.title if about else _title(form.cleaned_data["words"])
        _found, code = services.file_request(
            request.actor,
            ward=request.ward,
            kind=kind,
            route=Route.WEB,
            asked=form.asked(),
            title=title,
            entry=about,
            at=request.at,
        )
        made.append(code)

    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if refusals.done(form, do):
                return go(reverse("disclosure:request", kwargs={"code": made[0]}) + "?moi=1")
            status = 409
    context: dict[str, Any] = {"form": form, "about": about, **_days()}
    if about:
        context |= {"back_href": reverse("disclosure:entry", kwargs={"slug": slug}), "back_label": about.current.title}
    return render(request, "disclosure/ask.html", context, status=status)


def _days() -> dict[str, int]:
    """The law's days, as the page says them."""
    keys = {"simple": "ati.online.simple", "gathered": "ati.online.complex", "wrong": "ati.wrong_info"}
    return {name: rules_at().period(key).n for name, key in keys.items()}


@public
def look_up(request: HttpRequest) -> HttpResponse:
    """Type the code of a request."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        digits = "".join(sign for sign in form.cleaned_data["code"] if sign.isdigit())
        if len(digits) == _CODE and _by_code(request, digits) is not None:
            return go(reverse("disclosure:request", kwargs={"code": digits}))
        form.add_error("code", refusals.told(information.unknown_code()))
    return render(request, "disclosure/look_up.html", {"form": form}, status=422 if form.errors else 200)


def _by_code(request: HttpRequest, code: str) -> InformationRequest | None:
    """Only wrong codes are counted: there are too many to guess, and nobody shuts out those who have theirs."""
    found = queries.request_by_code(request.ward.pk, services.hash_of(code))
    if found is None:
        require(rate.take(f"yeu-cau-ma:{request.ward.pk}", limit=_TRIES, per=_PER, at=request.at))
    return found


@public
def one_request(request: HttpRequest, *, code: str) -> HttpResponse:
    """The requester's page for life: state, clock, every letter, and what can be done now."""
    found = _by_code(request, code)
    if found is None:
        raise Http404
    form = WordsForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        do = services.complete_request if found.state == RequestState.INCOMPLETE else services.complain_request
        words = form.cleaned_data["words"]
        if refusals.done(form, do, request.actor, request_id=found.pk, words=words, at=request.at):
            return go(reverse("disclosure:request", kwargs={"code": code}))
        status = 409
    response = render(request, "disclosure/request.html", _page(request, found, code, form), status=status)
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _page(request: HttpRequest, found: InformationRequest, code: str, form: WordsForm) -> dict[str, Any]:
    row = queries.request_row(found, today(request))
    facts, calendar = queries.request_facts(found), ward_calendar(found.ward_id, found.received_on)
    label = information.REQUEST_STATE_LABELS[found.state]
    complain = information.may(Act.DISCLOSURE_REQUEST_COMPLAIN, facts, today(request), calendar)
    return {
        "found": found,
        "row": row,
        "code": code,
        "spoken_code": " ".join(code[at : at + 4] for at in range(0, _CODE, 4)),
        "fresh": "moi" in request.GET,
        "state": label.vi if lang() == "vi" else label.en,
        "letters": letters(found),
        "form": form,
        "waits": row.waits,
        "paper": papers.of_request(found, request.at) is not None,
        "may_complain": bool(complain) and found.complained_at is None,
    }


@public
def request_letter(request: HttpRequest, *, code: str) -> HttpResponse:
    """The refusal, or the notice of the time, as a paper."""
    found = _by_code(request, code)
    if found is None:
        raise Http404
    return answer_paper(request, found, "pdf")


@public
def request_file(request: HttpRequest, *, code: str, letter_id: int) -> FileResponse:
    """A paper of the requester's own request."""
    found = _by_code(request, code)
    letter = queries.letter_file(found, letter_id) if found else None
    if letter is None:
        raise Http404
    stored = letter.file
    response = FileResponse(
        files.path_of(stored.ward_id, stored.sha256).open("rb"),
        as_attachment=True,
        filename=f"{stored.name.rsplit('.', 1)[0]}.{stored.kind}",
        content_type=files.CONTENT_TYPES[stored.kind],
    )
    response["Cache-Control"] = "private, no-store"
    return response
