"""Việc của cả phường: who proposed and agreed, what each khu phố decided, from when it is in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.foundation import clock
from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import act, public
from danchu.foundation.text import long_date, of_households
from danchu.law import words
from danchu.law.acts import Act
from danchu.law.answers import Outcome, Refusal, Refused
from danchu.law.matters import FORM_LABELS, Form, Matter, matter_article, matter_label
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.ward import EffectForm, WardForm
from danchu.rooms.voting.queries import WardDecision
from danchu.rooms.voting.views.pages import go, home, label_of, say
from danchu.rooms.voting.views.public import phase_words
from danchu.ui.tags.words import lang

View = Callable[..., HttpResponse]
PER_PAGE = 20


def find_decision(slug: str) -> WardDecision:
    """The matter at this address."""
    try:
        return queries.ward_decision_by_slug(slug)
    except ObjectDoesNotExist:
        raise Http404 from None


def page_url(made: WardDecision) -> str:
    """The page of the matter."""
    return reverse("voting:ward-decision", kwargs={"decision": made.slug})


@public
def ward_list(request: HttpRequest) -> HttpResponse:
    """Matters of the whole ward, newest first."""
    page = Paginator(queries.ward_decisions(), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(one, page_url(one), _where(queries.ward_row(one, request.at))) for one in page.object_list]
    may = bool(can(request.actor, Act.VOTING_WARD_PROPOSE, Subject(request.ward.pk)))
    elects = bool(can(request.actor, Act.VOTING_ELECTION_PLAN, Subject(request.ward.pk)))
    context = {"page": page, "rows": rows, "query": {}, "may": may, "elects": elects}
    return render(request, "voting/ward/list.html", context)


def _where(row: queries.WardRow) -> str:
    """Where it stands, in one sentence."""
    if isinstance(row.total, Outcome):
        return row.total.sentence[lang()]
    if row.decision.put_at is not None:
        return words.sentence(row.total, lang())
    return "" if isinstance(row.standing, Refusal) else row.standing.sentence[lang()]


@public
def ward_decision(request: HttpRequest, *, decision: str) -> HttpResponse:
    """One matter as everybody sees it: the khu phố one by one, the total, the effect."""
    made = find_decision(decision)
    row = queries.ward_row(made, request.at)
    subject = Subject(made.ward_id)
    waiting = made.put_at is None and made.withdrawn_at is None
    ready = not isinstance(row.standing, Refusal) and row.standing.ready

    def may(name: Act) -> bool:
        return bool(can(request.actor, name, subject))

    context = {
        "made": made,
        "row": row,
        "where": _where(row),
        "matter": label_of(matter_label(Matter(made.matter))),
        "matter_basis": matter_article(Matter(made.matter)),
        "form": label_of(FORM_LABELS[Form(made.form)]),
        "total": row.total if isinstance(row.total, Outcome) else None,
        "units": [_unit(one, request) for one in row.units],
        "effect": _effect(row),
        "may_agree": waiting and made.agreed_at is None and may(Act.VOTING_WARD_AGREE),
        "may_put": waiting and ready and may(Act.VOTING_WARD_PUT),
        "may_withdraw": waiting and may(Act.VOTING_WARD_WITHDRAW),
        "may_effect": isinstance(row.total, Outcome) and row.total.passed and may(Act.VOTING_WARD_EFFECT),
        "back_href": reverse("voting:ward-list"),
        "back_label": _("Matters of the whole ward"),
    }
    return render(request, "voting/ward/page.html", context)


def _unit(one: queries.UnitRow, request: HttpRequest) -> dict[str, Any]:
    """A khu phố: its result, or where its vote stands."""
    public_page = queries.is_public(one.vote)
    said = phase_words(queries.phase_of(one.vote, request.at))
    if one.outcome is not None and one.yes is not None and one.households is not None:
        share = of_households(one.yes, one.households, lang())
        said = _("%(share)s agree; %(needed)s needed") % {"share": share, "needed": one.outcome.needed}
    return {
        "name": one.vote.khu_pho.name,
        "href": reverse("voting:public", kwargs={"slug": one.vote.slug}) if public_page else "",
        "said": said,
        "passed": one.outcome.passed if one.outcome is not None else None,
    }


def _effect(row: queries.WardRow) -> str:
    if isinstance(row.total, Refusal) or not row.total.passed or isinstance(row.effect, Refusal):
        return ""
    if row.effect.on is not None:
        told = {"day": long_date(row.effect.on, lang()), "number": row.decision.effect_number}
        return _("In force from %(day)s, by paper %(number)s.") % told
    return label_of(row.effect.waits) if row.effect.waits else ""


@act(Act.VOTING_WARD_PROPOSE)
def ward_propose(request: HttpRequest) -> HttpResponse:
    """The Chairman proposes a matter of the whole ward."""
    form = WardForm(request.POST or None)
    made: list[WardDecision] = []

    def do(cleaned: dict[str, Any]) -> None:
        matter, chosen = cleaned.pop("matter"), cleaned.pop("form")
        made.append(services.propose_ward(request.actor, matter=matter, form=chosen, wording=cleaned, at=request.at))

    context = {
        "page_title": _("Propose a matter of the whole ward"),
        "lead": _("The Chairman of the ward Front has to agree before it goes to the khu phố."),
        "button": _("Propose it"),
        "back_href": reverse("voting:ward-list"),
        "back_label": _("Matters of the whole ward"),
    }
    return _fill(request, form, do, lambda: page_url(made[0]), **context)


@act(Act.VOTING_WARD_EFFECT)
def ward_effect(request: HttpRequest, *, decision: str) -> HttpResponse:
    """Ủy ban nhân dân phường sets the day of effect."""
    made = find_decision(decision)
    initial = {"on": made.effective_on or clock.day(request.at), "number": made.effect_number}
    form = EffectForm(request.POST or None, initial=initial)

    def do(cleaned: dict[str, Any]) -> None:
        services.set_ward_effect(request.actor, decision_id=made.pk, at=request.at, **cleaned)

    context = {
        "page_title": _("Day of effect"),
        "lead": made.title,
        "back_href": page_url(made),
        "back_label": made.title,
    }
    return _fill(request, form, do, lambda: page_url(made), **context)


def _press(name: Act, do: Callable[..., Any]) -> View:
    """Nút bấm: an act that needs no words."""

    @act(name)
    def view(request: HttpRequest, *, decision: str) -> HttpResponse:
        made = find_decision(decision)
        request.way_back = (page_url(made), made.title)
        if request.method == "POST":
            do(request.actor, decision_id=made.pk, at=request.at)
        return go(page_url(made))

    return view


ward_agree = _press(Act.VOTING_WARD_AGREE, services.agree_ward)
ward_put = _press(Act.VOTING_WARD_PUT, services.put_ward)
ward_withdraw = _press(Act.VOTING_WARD_WITHDRAW, services.withdraw_ward)


def _fill(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[[dict[str, Any]], Any],
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
    page = {"form": form, "brand_href": home(), **context}
    return render(request, "voting/desk/form.html", page, status=status)
