"""Bầu và cho thôi: the calendar with its last days, candidates, team, figures, and who is elected."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from danchu.foundation import clock
from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import act
from danchu.foundation.people.queries import khu_pho_rows
from danchu.law import words
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.dismissals import GROUND_LABELS
from danchu.law.elections import NOMINATION_LABELS, Nomination
from danchu.law.gates import Gate
from danchu.law.matters import CONVENOR_LABELS, Convenor
from danchu.law.people import KHU_PHO_ROLES
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.elections import (
    BoardForm,
    CandidateForm,
    DismissalForm,
    ElectionTeamForm,
    FiguresForm,
    InterimForm,
    PlanForm,
    StepsForm,
)
from danchu.rooms.voting.queries import Election
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import desk_url, fill, go, home, label_of, say, show
from danchu.ui.tags.words import lang

PAGE = "voting:election"


def find_election(request: HttpRequest, slug: str) -> Election:
    """The election at this address."""
    found = queries.election_by_vote(find_vote(request, slug))
    if found is None:
        raise Http404
    return found


@act(Act.VOTING_VOTE_MANAGE, subject=vote_subject)
def election(request: HttpRequest, *, slug: str) -> HttpResponse:
    """The whole election on one page, with what this reader may do."""
    found = find_election(request, slug)
    subject = queries.subject_of(found.vote)
    elected = queries.elected_in(found, request.at)
    named = {one.pk: one.name for one in queries.candidates_of(found)}

    def may(name: Act) -> bool:
        return bool(can(request.actor, name, subject))

    context = {
        "election": found,
        "head": found.kind == Election.Kind.HEAD,
        "dismiss": found.kind == Election.Kind.DISMISS,
        "gates": [_gate(one, queries.last_days(found)) for one in queries.election_gates(found)],
        "candidates": [(one, label_of(NOMINATION_LABELS[Nomination(one.nomination)])) for one in _standing(found)],
        "team": found.team.order_by("-leader", "pk"),
        "elected": [named[one] for one in elected.elected] if elected and not isinstance(elected, Refusal) else [],
        "said": elected.sentence[lang()] if elected and not isinstance(elected, Refusal) else "",
        "grounds": _grounds(found, request) if found.kind == Election.Kind.DISMISS else None,
        "may_record": found.kind == Election.Kind.HEAD and may(Act.VOTING_ELECTION_RECORD),
        "may_team": found.kind == Election.Kind.HEAD and may(Act.VOTING_ELECTION_TEAM),
        "may_add": found.kind != Election.Kind.DISMISS and may(Act.VOTING_CANDIDATE_ADD),
        "may_count": bool(named) and clock.day(request.at) >= found.day and may(Act.VOTING_CANDIDATE_COUNT),
        "may_interim": found.kind == Election.Kind.DISMISS and may(Act.VOTING_INTERIM_APPOINT),
    }
    return show(request, "election", found.vote, **context)


def _standing(found: Election) -> list[Any]:
    return queries.candidates_of(found)


def _gate(one: Gate, last: dict[str, Any]) -> dict[str, Any]:
    """A step of the calendar: done or not, until when, and what is missing."""
    titles = {
        "plan": _("Decision and plan of the ward Chairman"),
        "candidates": _("Candidates, with the minutes (Mẫu 05)"),
        "team": _("Election Team"),
        "notice": _("Announced, posted and broadcast"),
    }
    missing = [words.sentence(check.answer, lang()) for check in one.checks if isinstance(check.answer, Refusal)]
    deadline = last.get(one.key)
    return {
        "title": titles[one.key],
        "state": "done" if not missing else "now",
        "deadline": deadline,
        "basis": one.basis,
        "missing": missing,
    }


def _grounds(found: Election, request: HttpRequest) -> dict[str, Any]:
    called = queries.dismissal_called(found, request.at)
    if isinstance(called, Refusal):
        return {"missing": words.sentence(called, lang()), "list": [], "convenor": ""}
    return {
        "list": [label_of(GROUND_LABELS[one]) for one in called.grounds],
        "convenor": label_of(CONVENOR_LABELS[Convenor(called.convenor.value)]),
        "missing": "",
    }


# --- to begin -----------------------------------------------------------------------------------------------------
def _own_place(request: HttpRequest, **_url: Any) -> Subject:
    """The khu phố where this person holds an office; the one asked for where there are several."""
    rows = khu_pho_rows(request.ward.pk, day=clock.day(request.at)) if request.ward is not None else []
    held = {one.khu_pho for one in request.actor.held if one.role in KHU_PHO_ROLES}
    own = [one.khu_pho for one in rows if one.khu_pho.pk in held]
    wanted = request.GET.get("khu-pho", "")
    request.khu_pho = next((one for one in own if one.slug == wanted), own[0] if own else None)
    return Subject(request.ward.pk, request.khu_pho.pk if request.khu_pho else None)


def _begin(request: HttpRequest, form: Any, do: Any, **context: Any) -> HttpResponse:
    """One form a page; done, on to the election."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                made = do(dict(form.cleaned_data))
            except Refused as refused:
                form.add_error(None, say(refused.refusal))
                status = 409
            else:
                return go(desk_url(made.vote, PAGE))
    page = {"form": form, "brand_href": home(), "back_href": home(), "back_label": _("My work"), **context}
    return render(request, "voting/desk/form.html", page, status=status)


@act(Act.VOTING_ELECTION_PLAN)
def election_plan(request: HttpRequest) -> HttpResponse:
    """The ward Chairman decides on the election of a head and its plan."""
    rows = khu_pho_rows(request.ward.pk, day=clock.day(request.at))
    places = {one.khu_pho.slug: one.khu_pho for one in rows}
    form = PlanForm(request.POST or None, places=[(slug, one.name) for slug, one in places.items()])

    def do(cleaned: dict[str, Any]) -> Election:
        place = places[cleaned.pop("khu_pho")]
        return services.plan_election(request.actor, khu_pho=place, at=request.at, **cleaned)

    lead = _("From the day of the meeting the calendar is counted back: 20, 15, 10, 7 and 2 days.")
    return _begin(request, form, do, page_title=_("Elect a khu phố head"), lead=lead, button=_("Decide on it"))


@act(Act.VOTING_ELECTION_CALL, subject=_own_place)
def board_call(request: HttpRequest) -> HttpResponse:
    """Members of a board are elected at a meeting of the khu phố."""
    form = BoardForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> Election:
        return services.call_board(request.actor, khu_pho=request.khu_pho, at=request.at, **cleaned)

    lead = _("The ward Front recognises who is elected.")
    return _begin(request, form, do, page_title=_("Elect members of a board"), lead=lead, button=_("Begin"))


@act(Act.VOTING_DISMISSAL_OPEN, subject=_own_place)
def dismissal(request: HttpRequest) -> HttpResponse:
    """A meeting about the dismissal of the head: one ground is enough."""
    form = DismissalForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> Election:
        return services.open_dismissal(request.actor, khu_pho=request.khu_pho, at=request.at, **cleaned)

    lead = _("The head of the Front committee convenes the meeting; the ward recognises what it decides.")
    return _begin(request, form, do, page_title=_("Dismiss the khu phố head"), lead=lead, button=_("Begin"))


# --- one election -------------------------------------------------------------------------------------------------
def _fill(request: HttpRequest, found: Election, form: Any, do: Any, **context: Any) -> HttpResponse:
    there = desk_url(found.vote, PAGE)
    context = {"back_href": there, "back_label": found.vote.title, **context}
    return fill(request, found.vote, form, do, template="form", then=there, **context)


@act(Act.VOTING_ELECTION_RECORD, subject=vote_subject)
def election_steps(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Which step was done on which day."""
    found = find_election(request, slug)
    names = ("party_view", "minutes_sent_on", "team_agreed", "team_set_on", "noticed_on")
    form = StepsForm(request.POST or None, initial={name: getattr(found, name) for name in names})

    def do(cleaned: dict[str, Any]) -> None:
        agreed = {name: cleaned.pop(name) for name in ("party_view", "team_agreed")}
        services.record_election(request.actor, election_id=found.pk, days=cleaned, at=request.at, **agreed)

    return _fill(request, found, form, do, page_title=_("Steps before the meeting"))


@act(Act.VOTING_ELECTION_TEAM, subject=vote_subject)
def election_team(request: HttpRequest, *, slug: str) -> HttpResponse:
    """The Election Team, led by the Front."""
    found = find_election(request, slug)
    form = ElectionTeamForm(request.POST or None)

    def do(_cleaned: dict[str, Any]) -> None:
        services.set_election_team(request.actor, election_id=found.pk, members=form.listed(), at=request.at)

    lead = _("No candidate may sit in the Election Team.")
    return _fill(request, found, form, do, page_title=_("Election Team"), lead=lead)


@act(Act.VOTING_CANDIDATE_ADD, subject=vote_subject)
def candidate_add(request: HttpRequest, *, slug: str) -> HttpResponse:
    """A candidate, with the answers to the conditions of the law."""
    found = find_election(request, slug)
    form = CandidateForm(request.POST or None, head=found.kind == Election.Kind.HEAD)

    def do(_cleaned: dict[str, Any]) -> None:
        services.add_candidate(request.actor, election_id=found.pk, at=request.at, **form.facts())

    lead = _("Every condition is asked; who does not meet one cannot stand, and the page says which.")
    return _fill(request, found, form, do, page_title=_("Add a candidate"), lead=lead)


@act(Act.VOTING_CANDIDATE_WITHDRAW, subject=vote_subject)
def candidate_withdraw(request: HttpRequest, *, slug: str, candidate_id: int) -> HttpResponse:
    """Người ứng cử rút tên."""
    found = find_election(request, slug)
    if request.method == "POST":
        if candidate_id not in {one.pk for one in queries.candidates_of(found)}:
            raise Http404
        services.withdraw_candidate(request.actor, candidate_id=candidate_id, at=request.at)
    return go(desk_url(found.vote, PAGE))


@act(Act.VOTING_CANDIDATE_COUNT, subject=vote_subject)
def candidate_count(request: HttpRequest, *, slug: str) -> HttpResponse:
    """How many households agree to each candidate, from the minutes."""
    found = find_election(request, slug)
    form = FiguresForm(request.POST or None, candidates=queries.candidates_of(found))

    def do(_cleaned: dict[str, Any]) -> None:
        services.count_candidates(request.actor, election_id=found.pk, votes=form.votes(), at=request.at)

    return _fill(request, found, form, do, page_title=_("Households for each candidate"))


@act(Act.VOTING_INTERIM_APPOINT, subject=vote_subject)
def interim(request: HttpRequest, *, slug: str) -> HttpResponse:
    """An interim head, at most six months."""
    found = find_election(request, slug)
    form = InterimForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        services.appoint_interim(request.actor, election_id=found.pk, at=request.at, **cleaned)

    lead = _("At most six months; the decision on a new election comes within 60 days of the recognition.")
    return _fill(request, found, form, do, page_title=_("Appoint an interim head"), lead=lead)
