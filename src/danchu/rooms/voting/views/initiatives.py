"""Sáng kiến của người dân: who asked, how many households stand behind it, what happens next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.foundation import clock
from danchu.foundation.access import rate
from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import act, doer, household_only, public
from danchu.foundation.files import services as files
from danchu.foundation.people.queries import household_view, khu_pho_rows
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.law.matters import Matter, matter_article, matter_label
from danchu.law.rules import rules_at
from danchu.rooms.voting import lookups, queries, services
from danchu.rooms.voting.forms.initiatives import FrontForm, InitiativeForm, ListForm, PaperInitiativeForm, PutForm
from danchu.rooms.voting.forms.prepare import meanings
from danchu.rooms.voting.queries import Initiative
from danchu.rooms.voting.views.pages import desk_url, go, khu_pho_frame, say
from danchu.rooms.voting.views.prepare import own_khu_pho
from danchu.ui.tags.words import lang

View = Callable[..., HttpResponse]
PER_PAGE = 20
_FILED, _PER = 5, timedelta(days=1)


@public
def initiative_list(request: HttpRequest) -> HttpResponse:
    """Initiatives of the ward or of one khu phố, newest first."""
    places = [one.khu_pho for one in khu_pho_rows(request.ward.pk, day=clock.day(request.at))]
    chosen = next((place for place in places if place.slug == request.GET.get("khu-pho")), None)
    found = queries.initiatives_in(chosen.pk if chosen else None)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "chosen": chosen,
        "places": places,
        "page": page,
        "rows": [
            (one, said.get(lang(), ""))
            for one, said in queries.initiative_sentences(list(page.object_list), request.at)
        ],
        "query": {"khu-pho": chosen.slug} if chosen else {},
        "heads": request.actor.is_staff and bool(lookups.headed_by(request.actor)),
        "basis": rules_at().basis("propose.initiative"),
    }
    return render(request, "voting/initiative/list.html", context)


def find_initiative(request: HttpRequest, slug: str) -> Initiative:
    """The initiative at this address; found once a request."""
    kept: Initiative | None = getattr(request, "initiative", None)
    if kept is None or kept.slug != slug:
        try:
            kept = queries.initiative_by_slug(slug)
        except ObjectDoesNotExist:
            raise Http404 from None
        request.initiative = kept
        request.way_back = (page_url(kept), kept.title)
    return kept


def page_url(initiative: Initiative) -> str:
    """The page of the initiative."""
    return reverse("voting:initiative", kwargs={"initiative": initiative.slug})


def its_subject(request: HttpRequest, initiative: str, **_: Any) -> Subject:
    """For ``@act``: the initiative as the subject of a permission question."""
    return queries.initiative_subject(find_initiative(request, initiative))


def proposers_own(request: HttpRequest, initiative: str, **_: Any) -> Subject:
    """The same, of the household that proposed it alone."""
    found = find_initiative(request, initiative)
    return queries.initiative_subject(found, households=frozenset({found.proposer_id}))


@public
def initiative_page(request: HttpRequest, *, initiative: str) -> HttpResponse:
    """One initiative as everybody sees it, with what this reader may do."""
    found = find_initiative(request, initiative)
    row = queries.initiative_row(found, request.at)
    context = {
        "initiative": found,
        "row": row,
        "sentence": row.standing.sentence[lang()],
        "matter": _label(matter_label(Matter(found.matter))),
        "matter_basis": matter_article(Matter(found.matter)),
        "gathering": found.put_at is None and found.withdrawn_at is None,
        "mine": _mine(request, found),
        "may": _may(request, found),
        "ready": row.standing.ready,
        "places": row.standing.valid,
    }
    return render(request, "voting/initiative/page.html", context)


def _mine(request: HttpRequest, found: Initiative) -> dict[str, Any]:
    """What the household that looks may do: stand behind it, take that back, withdraw its own."""
    if request.household is None:
        return {}
    given = queries.standing_endorsement(found, request.household.id, request.at)
    here = queries.counted_households(found.ward_id, found.khu_pho_id, clock.day(request.at))
    return {"given": given, "here": request.household.id in here, "own": found.proposer_id == request.household.id}


def _may(request: HttpRequest, found: Initiative) -> dict[str, bool]:
    """The acts of offices that have a place on the page."""
    asked = {
        "record": Act.VOTING_INITIATIVE_RECORD,
        "front": Act.VOTING_INITIATIVE_APPROVE,
        "put": Act.VOTING_INITIATIVE_PUT,
    }
    subject = queries.initiative_subject(found)
    return {name: bool(can(request.actor, one, subject)) for name, one in asked.items()}


def _label(label: Any) -> str:
    said: str = label.vi if lang() == "vi" else label.en
    return said[:1].upper() + said[1:]


def _own_home(request: HttpRequest) -> Subject:
    mine = request.household.id if request.household else None
    return Subject(request.ward.pk, households=frozenset({mine} if mine else ()))


@household_only
@act(Act.VOTING_INITIATIVE_FILE, subject=_own_home)
def initiative_file(request: HttpRequest) -> HttpResponse:
    """A resident starts an initiative with the household's card."""
    home = household_view(request.household.id)
    name = home.representation.name if home.representation else ""
    form = InitiativeForm(request.POST or None, initial={"proposer_name": name, "matter": Matter.D6})
    made: list[Initiative] = []

    def do(cleaned: dict[str, Any]) -> None:
        require(rate.take(f"sang-kien:{request.household.id}", limit=_FILED, per=_PER, at=request.at))
        made.append(services.file_initiative(request.household, household=home.household, at=request.at, **cleaned))

    context = {"back_href": reverse("voting:initiative-list"), "back_label": _("Residents' initiatives")}
    return _fill(request, form, do, "file", lambda: page_url(made[0]), **context)


initiative_file.act = Act.VOTING_INITIATIVE_FILE


def _headed(request: HttpRequest) -> Subject:
    """The khu phố the person heads; a household has its own page."""
    return replace(own_khu_pho(request), households=frozenset())


@act(Act.VOTING_INITIATIVE_FILE, subject=_headed)
def initiative_paper(request: HttpRequest) -> HttpResponse:
    """The head writes down an initiative handed in on paper."""
    form = PaperInitiativeForm(request.POST or None, request.FILES or None, initial={"matter": Matter.D6})
    made: list[Initiative] = []
    context = {
        **khu_pho_frame(request, request.khu_pho),
        "back_href": reverse("voting:initiative-list"),
        "back_label": _("Residents' initiatives"),
    }
    return _fill(
        request,
        form,
        lambda cleaned: made.append(_on_paper(request, cleaned)),
        "file",
        lambda: page_url(made[0]),
        **context,
    )


@transaction.atomic
def _on_paper(request: HttpRequest, cleaned: dict[str, Any]) -> Initiative:
    number, scan = cleaned.pop("number"), cleaned.pop("scan")
    home = lookups.household_by_number(request.khu_pho.pk, number, clock.day(request.at))
    if home is None:
        raise Refused(Refusal("proposal.household_unknown", Convention("proposal"), {"number": number}))
    paper = _stored(request, scan, request.khu_pho.pk, f"khu_pho:{request.khu_pho.pk}")
    return services.file_initiative(request.actor, household=home, paper=paper, at=request.at, **cleaned)


def _stored(request: HttpRequest, upload: Any, khu_pho_id: int, subject: str) -> Any:
    return files.store(
        request.actor,
        upload,
        khu_pho_id=khu_pho_id,
        opened_by=Act.VOTING_INITIATIVE_RECORD,
        subject=subject,
        at=request.at,
    )


def _press(name: Act, do: Callable[..., Any], subject: Callable[..., Subject]) -> View:
    """Nút bấm của hộ: it needs no words."""

    @act(name, subject=subject)
    def view(request: HttpRequest, *, initiative: str) -> HttpResponse:
        found = find_initiative(request, initiative)
        if request.method == "POST":
            asked = subject(request, initiative=initiative)
            do(doer(request, name, asked), initiative_id=found.pk, at=request.at)
        return go(page_url(found))

    return view


endorse = _press(Act.VOTING_INITIATIVE_ENDORSE, services.endorse_initiative, its_subject)
unendorse = _press(Act.VOTING_INITIATIVE_UNENDORSE, services.unendorse_initiative, its_subject)
withdraw = _press(Act.VOTING_INITIATIVE_WITHDRAW, services.withdraw_initiative, proposers_own)


@act(Act.VOTING_INITIATIVE_RECORD, subject=its_subject)
def record(request: HttpRequest, *, initiative: str) -> HttpResponse:
    """A signed list of households: all of them or none."""
    found = find_initiative(request, initiative)
    form = ListForm(request.POST or None, request.FILES or None)

    @transaction.atomic
    def do(cleaned: dict[str, Any]) -> None:
        paper = _stored(request, cleaned["scan"], found.khu_pho_id, services.initiative_key(found))
        services.record_endorsements(
            request.actor,
            initiative_id=found.pk,
            numbers=cleaned["numbers"],
            given_on=cleaned["given_on"],
            paper=paper,
            at=request.at,
        )

    return _fill(request, form, do, "record", lambda: page_url(found), **_frame(request, found))


@act(Act.VOTING_INITIATIVE_APPROVE, subject=its_subject)
def front(request: HttpRequest, *, initiative: str) -> HttpResponse:
    """The Front committee approves, or says why not."""
    found = find_initiative(request, initiative)
    answered = {True: "yes", False: "no", None: None}[found.front_approved]
    form = FrontForm(request.POST or None, initial={"approves": answered, "reason": found.front_reason})

    def do(cleaned: dict[str, Any]) -> None:
        services.approve_initiative(request.actor, initiative_id=found.pk, at=request.at, **cleaned)

    return _fill(request, form, do, "front", lambda: page_url(found), **_frame(request, found))


@act(Act.VOTING_INITIATIVE_PUT, subject=its_subject)
def put(request: HttpRequest, *, initiative: str) -> HttpResponse:
    """The head puts it to the community: by which form, and with which question."""
    found = find_initiative(request, initiative)
    form = PutForm(request.POST or None, matter=Matter(found.matter))
    made: list[Any] = []

    def do(cleaned: dict[str, Any]) -> None:
        wording = {"title": found.title, "body": found.body, "question": cleaned["question"], **meanings()}
        made.append(
            services.put_initiative(
                request.actor, initiative_id=found.pk, form=cleaned["form"], wording=wording, at=request.at
            )
        )

    return _fill(request, form, do, "put", lambda: desk_url(made[0]), **_frame(request, found))


def _frame(request: HttpRequest, found: Initiative) -> dict[str, Any]:
    return {
        **khu_pho_frame(request, found.khu_pho),
        "initiative": found,
        "sentence": queries.initiative_row(found, request.at).standing.sentence[lang()],
        "back_href": page_url(found),
        "back_label": found.title,
    }


def _fill(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[[dict[str, Any]], Any],
    template: str,
    then: Callable[[], str],
    **context: Any,
) -> HttpResponse:
    """One form a page: done and on, or back with what was typed."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                do(dict(form.cleaned_data))
            except Refused as refused:
                form.add_error(None, say(refused.refusal))
                status = 409
            else:
                return go(then())
    return render(request, f"voting/initiative/{template}.html", {"form": form, **context}, status=status)
