"""Sổ yêu cầu thông tin trên bàn việc: what waits, its clock, and every step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from danchu.foundation.access.decorators import act
from danchu.foundation.files import services as files
from danchu.foundation.places.calendar import ward_calendar
from danchu.law import information
from danchu.law.acts import ACTS, Act
from danchu.law.information import Case, Ground, Kind, Route
from danchu.rooms.disclosure import papers, queries, services
from danchu.rooms.disclosure.forms.request import (
    AcceptForm,
    AnswerForm,
    RefuseForm,
    ReleaseForm,
    StaffAskForm,
    WordsForm,
)
from danchu.rooms.disclosure.queries import InformationRequest
from danchu.rooms.disclosure.services import Checked
from danchu.rooms.disclosure.views.common import fill, find_request, show, today
from danchu.ui.tags.words import lang


@act(Act.DISCLOSURE_REQUEST_MANAGE)
def book(request: HttpRequest) -> HttpResponse:
    """Waiting first, by their last day; then those answered."""
    return show(
        request,
        "requests",
        rows=queries.request_rows(request.ward.pk, today(request)),
        answered=queries.request_rows(request.ward.pk, today(request), answered=True),
        back_href=reverse("disclosure:register"),
    )


@act(Act.DISCLOSURE_REQUEST_MANAGE)
def create(request: HttpRequest) -> HttpResponse:
    """Filed by staff for a person who called, came or wrote; the code is shown once, to be handed over."""
    initial = {"received_on": today(request), "route": Route.PHONE, "case": Case.OTHER}
    form = StaffAskForm(request.POST or None, lang=lang(), initial=initial)
    made: list[tuple[InformationRequest, str]] = []

    def do() -> None:
        data = form.cleaned_data
        made.append(
            services.file_request(
                request.actor,
                ward=request.ward,
                kind=Kind.INFORMATION,
                route=Route(data["route"]),
                asked=form.asked(),
                title=data["title"],
                received_on=data["received_on"],
                case=Case(data["case"]),
                at=request.at,
            )
        )
        request.session["information_code"] = made[0][1]

    return fill(
        request,
        form,
        do,
        then=lambda: _url(made[0][0]),
        template="request_new",
        back_href=reverse("disclosure:requests"),
    )


def _url(found: InformationRequest) -> str:
    return reverse("disclosure:request-desk", kwargs={"request_id": found.pk})


@act(Act.DISCLOSURE_REQUEST_MANAGE)
def desk(request: HttpRequest, *, request_id: int) -> HttpResponse:
    """One request: its clock with the count, every letter, and the steps it allows now."""
    found = find_request(request, request_id)
    row = queries.request_row(found, today(request))
    return show(
        request,
        "request",
        found=found,
        row=row,
        letters=letters(found),
        state=_word(information.REQUEST_STATE_LABELS[found.state]),
        route=_word(information.ROUTE_LABELS[found.route]),
        ground=_word(information.GROUND_LABELS[found.ground]) if found.ground else "",
        steps=_steps(request, found),
        paper=papers.of_request(found, request.at) is not None,
        code=request.session.pop("information_code", ""),
        back_href=reverse("disclosure:requests"),
    )


def _word(label: Any) -> str:
    return label.vi if lang() == "vi" else label.en


def letters(found: InformationRequest) -> list[tuple[str, Any]]:
    """Every letter with the name of its step."""
    rules = [(ACTS[Act(one.act)], one) for one in queries.letters_of(found)]
    return [((rule.vi if lang() == "vi" else rule.en), one) for rule, one in rules]


_STEPS = {
    Act.DISCLOSURE_REQUEST_ANSWER: "answer",
    Act.DISCLOSURE_REQUEST_ACCEPT: "accept",
    Act.DISCLOSURE_REQUEST_RETURN: "return",
    Act.DISCLOSURE_REQUEST_EXTEND: "extend",
    Act.DISCLOSURE_REQUEST_REFUSE: "refuse",
    Act.DISCLOSURE_REQUEST_RELEASE: "release",
}


def _steps(request: HttpRequest, found: InformationRequest) -> list[str]:
    """The steps the law allows now."""
    facts = queries.request_facts(found)
    calendar = ward_calendar(found.ward_id, found.received_on)
    return [step for name, step in _STEPS.items() if information.may(name, facts, today(request), calendar)]


def _step(
    request: HttpRequest, request_id: int, form: Any, step: str, do: Callable[[dict[str, Any]], Any]
) -> HttpResponse:
    found = find_request(request, request_id)
    return fill(
        request,
        form,
        lambda: do(form.cleaned_data),
        then=lambda: _url(found),
        template="request_step",
        step=step,
        found=found,
        row=queries.request_row(found, today(request)),
        back_href=_url(found),
    )


@act(Act.DISCLOSURE_REQUEST_ACCEPT)
def accept(request: HttpRequest, *, request_id: int) -> HttpResponse:
    """Simple or complex."""

    def do(data: dict[str, Any]) -> None:
        services.accept_request(
            request.actor,
            request_id=request_id,
            complicated=data["complicated"] == "yes",
            words=data["words"],
            at=request.at,
        )

    return _step(request, request_id, AcceptForm(request.POST or None), "accept", do)


@act(Act.DISCLOSURE_REQUEST_RETURN)
def give_back(request: HttpRequest, *, request_id: int) -> HttpResponse:
    """Ask for what is missing."""

    def do(data: dict[str, Any]) -> None:
        services.return_request(request.actor, request_id=request_id, words=data["words"], at=request.at)

    return _step(request, request_id, WordsForm(request.POST or None), "return", do)


@act(Act.DISCLOSURE_REQUEST_EXTEND)
def extend(request: HttpRequest, *, request_id: int) -> HttpResponse:
    """Once, with the reason."""

    def do(data: dict[str, Any]) -> None:
        services.extend_request(request.actor, request_id=request_id, words=data["words"], at=request.at)

    return _step(request, request_id, WordsForm(request.POST or None), "extend", do)


@act(Act.DISCLOSURE_REQUEST_ANSWER)
def answer(request: HttpRequest, *, request_id: int) -> HttpResponse:
    """Supply it, or say what was found."""

    def do(data: dict[str, Any]) -> None:
        paper = None
        if data["file"]:
            paper = files.store(
                request.actor,
                data["file"],
                khu_pho_id=None,
                opened_by=Act.DISCLOSURE_REQUEST_MANAGE,
                subject=f"information:{request_id}",
                at=request.at,
            )
        services.answer_request(request.actor, request_id=request_id, words=data["words"], file=paper, at=request.at)

    return _step(request, request_id, AnswerForm(request.POST or None, request.FILES or None), "answer", do)


@act(Act.DISCLOSURE_REQUEST_REFUSE)
def refuse(request: HttpRequest, *, request_id: int) -> HttpResponse:
    """Refuse in writing."""

    def do(data: dict[str, Any]) -> None:
        services.refuse_request(
            request.actor, request_id=request_id, ground=Ground(data["ground"]), words=data["words"], at=request.at
        )

    return _step(request, request_id, RefuseForm(request.POST or None, lang=lang()), "refuse", do)


@act(Act.DISCLOSURE_REQUEST_RELEASE)
def release(request: HttpRequest, *, request_id: int) -> HttpResponse:
    """Publish what was supplied, for everybody."""
    found = find_request(request, request_id)

    def do(data: dict[str, Any]) -> None:
        services.release_request(
            request.actor,
            request_id=request_id,
            title=data["title"],
            body=data["body"],
            checked=Checked(no_secret=data["no_secret"], personal=data["personal"]),
            at=request.at,
        )

    form = ReleaseForm(request.POST or None, initial={"title": found.title})
    return _step(request, request_id, form, "release", do)
