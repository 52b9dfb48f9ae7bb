"""Báo cáo: the year's figures of the khu phố a person answers for or may read, on the page and as a spreadsheet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from danchu.desks import report
from danchu.desks.views_work import frame
from danchu.desks.work import readable_places
from danchu.foundation import clock
from danchu.foundation.access.decorators import signed_in
from danchu.foundation.people.queries import KhuPhoRow
from danchu.foundation.text import long_date, number, of_households, short_date
from danchu.law.acts import ACTS, Act
from danchu.law.answers import Refusal, Refused
from danchu.rooms.voting.views.public import phase_words
from danchu.ui.tags.words import lang

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_YEARS_BACK = 5


def _places(request: HttpRequest) -> list[KhuPhoRow]:
    """Places whose votes the person may read; refused when there are none."""
    places = readable_places(request.actor, request.ward.pk, request.at)
    if not places:
        rule = ACTS[Act.VOTING_VOTE_MANAGE]
        doers = ",".join(sorted([*map(str, rule.roles), *map(str, rule.who)]))
        raise Refused(Refusal("access.role", rule.basis, {"act": str(Act.VOTING_VOTE_MANAGE), "doers": doers}))
    return places


def _year(request: HttpRequest) -> int:
    """The year asked for, within the last few; this year for anything else."""
    now = clock.day(request.at).year
    asked = request.GET.get("nam", "")
    return int(asked) if asked.isascii() and asked.isdigit() and now - _YEARS_BACK <= int(asked) <= now else now


@signed_in
def report_page(request: HttpRequest) -> HttpResponse:
    """Figures by khu phố, papers still to be sent, and every vote of the year."""
    places, year = _places(request), _year(request)
    found = report.lines(places, year, request.at)
    context = {
        **frame(request, places[0] if len(places) == 1 else None),
        "desk_section": "report",
        "year": year,
        "earlier": year - 1 if year > clock.day(request.at).year - _YEARS_BACK else None,
        "later": year + 1 if year < clock.day(request.at).year else None,
        "owed": [_owed(one) for one in found if one.owes_papers],
        "sheet": f"{reverse('report-sheet')}?nam={year}",
        "figures": [_figures(one) for one in report.figures(places, found)],
        "votes": [_vote(one) for one in found],
    }
    return render(request, "desks/report.html", context)


def _owed(line: report.Line) -> tuple[str, str, str, bool]:
    vote = line.row.vote
    last = _("last day %(day)s") % {"day": long_date(line.due, lang())}
    return vote.title, reverse("voting:desk", kwargs={"slug": vote.slug}), f"{vote.khu_pho.name} · {last}", line.late


def _figures(one: report.Figures) -> tuple[str, str]:
    """The year of a khu phố in one line."""
    said = [
        _("%(count)s households") % {"count": number(one.place.households, lang())},
        ngettext("%(n)s vote", "%(n)s votes", one.votes) % {"n": one.votes},
        _("%(n)s counted") % {"n": one.decided},
        _("%(n)s passed") % {"n": one.passed},
    ]
    if one.late:
        said.append(ngettext("%(n)s decision sent late", "%(n)s decisions sent late", one.late) % {"n": one.late})
    return one.place.khu_pho.name, " · ".join(said)


def _vote(line: report.Line) -> tuple[str, str, str]:
    """One vote in one line: stage, figures once counted, and whether its papers went out."""
    row, outcome = line.row, line.row.outcome
    said = [row.vote.khu_pho.name, phase_words(row.phase)]
    if outcome is not None and row.took_part is not None:
        values = {
            "took_part": of_households(row.took_part, outcome.of, lang()),
            "yes": number(outcome.yes, lang()),
            "needed": number(outcome.needed, lang()),
        }
        said.append(_("%(took_part)s took part, %(yes)s agreed, at least %(needed)s needed") % values)
    if line.sent is not None:
        said.append(_("sent on %(day)s") % {"day": short_date(line.sent, lang())})
    return row.vote.title, reverse("voting:desk", kwargs={"slug": row.vote.slug}), " · ".join(said)


@signed_in
def report_sheet(request: HttpRequest) -> HttpResponse:
    """The same rows as a spreadsheet, with a sheet that says what each column means."""
    places, year = _places(request), _year(request)
    body = report.sheet(_("Votes %(year)s") % {"year": year}, report.lines(places, year, request.at))
    response = HttpResponse(body, content_type=_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="bieu-quyet-{year}.xlsx"'
    return response
