"""Chọn hình thức: for a kind of matter, the forms the law knows, each with its figures, what it asks for and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.foundation import text
from danchu.foundation.access.decorators import act
from danchu.foundation.people.queries import count_on
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.places.settings import value
from danchu.law import words
from danchu.law.acts import Act
from danchu.law.advisor import AdviceFacts, Option, advise
from danchu.law.answers import Refusal, Refused
from danchu.law.clocks import due
from danchu.law.matters import FORM_LABELS, Form, Matter, Purpose, Scope, matter_article, matter_label
from danchu.law.people import WhoCounts
from danchu.law.rules import rules_at
from danchu.rooms.voting.views.pages import khu_pho_frame, label_of, today
from danchu.rooms.voting.views.prepare import FORMS_BY_ADDRESS, own_khu_pho
from danchu.ui.tags.words import lang

_ADDRESS_OF = {form: address for address, form in FORMS_BY_ADDRESS.items()}


_LABELS = {
    Form.MEETING: lambda: _("Put it to a meeting"),
    Form.SLIP: lambda: _("Ask by slips"),
    Form.ONLINE: lambda: _("Ask online"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """Một hình thức trên trang: lawful or not, its figures, what it asks for, where it begins."""

    title: str
    lawful: bool
    sentence: str
    remedy: str
    basis: Any
    why: str
    rows: list[tuple[str, str]]
    lines: list[Any]
    href: str
    label: str


@act(Act.VOTING_VOTE_PROPOSE, subject=own_khu_pho)
def propose_form(request: HttpRequest, *, matter: str) -> HttpResponse:
    """Việc này quyết định bằng cách nào: lawful forms first, each with "Vì sao?"."""
    if matter not in list(Matter):
        raise Http404
    who = WhoCounts(value(request.ward.pk, "roll.who_counts", today(request)))
    facts = AdviceFacts(
        matter,
        Scope.KHU_PHO,
        max(count_on(request.khu_pho.pk, who, today(request)), 1),
        purpose=Purpose.ELECT if matter == Matter.D4 else None,
    )
    day = earliest_meeting(request)
    options = advise(facts, day=day, calendar=ward_calendar(request.ward.pk, day))
    if isinstance(options, Refusal):
        raise Refused(options)
    ways = [_way(one, Matter(matter), day) for one in options]
    context = {
        **khu_pho_frame(request, request.khu_pho),
        "over": label_of(matter_label(Matter(matter))),
        "article": matter_article(Matter(matter)),
        "ways": sorted(ways, key=lambda one: not one.lawful),
        "back_href": reverse("voting:propose"),
        "back_label": _("What is it about?"),
    }
    return render(request, "voting/desk/forms.html", context)


def _way(one: Option, matter: Matter, meets_on: date) -> Way:
    href, label = "", ""
    if one.allowed is True and one.form in _ADDRESS_OF:
        href = reverse("voting:propose-text", kwargs={"matter": matter, "form": _ADDRESS_OF[one.form]})
        label = _LABELS[one.form]()
    return Way(
        title=label_of(FORM_LABELS[one.form]),
        lawful=one.allowed is True,
        sentence=words.sentence(one.refusal, lang()) if one.refusal is not None else "",
        remedy=words.remedy(one.refusal, lang()) if one.refusal is not None else "",
        basis=one.article,
        why=one.why[lang()],
        rows=_rows(one, meets_on),
        lines=[(line.text[lang()], line.article, line.why[lang()]) for line in one.lines],
        href=href,
        label=label,
    )


def _rows(one: Option, meets_on: date) -> list[tuple[str, str]]:
    rows = []
    if one.least is not None and one.of is not None:
        share = text.of_households(one.least, one.of, lang())
        rows.append((_("Needed to pass"), _("At least %(share)s agree") % {"share": share}))
    if one.form is Form.MEETING and one.allowed is True:
        told = {"day": text.long_date(meets_on, lang()), "article": _cite(rules_at().basis("meet.notice"))}
        rows.append((_("Earliest meeting"), _("%(day)s, if the invitations go out today (%(article)s)") % told))
    return rows


def earliest_meeting(request: HttpRequest) -> date:
    """The first day for which invitations sent today are in time."""
    first = today(request)
    days = (first + timedelta(days=ahead) for ahead in range(60))
    return next(day for day in days if due("meet.notice", day, ward_calendar(request.ward.pk, day)).end >= first)


def _cite(basis: Any) -> str:
    return basis.vi() if lang() == "vi" else basis.en()
