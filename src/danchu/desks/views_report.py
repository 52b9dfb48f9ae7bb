"""Báo cáo: the year's figures of the khu phố a person answers for or may read, on the page and as a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.desks import report
from danchu.desks.views_work import frame
from danchu.desks.work import readable_places
from danchu.foundation import clock
from danchu.foundation.access.decorators import signed_in
from danchu.foundation.people.queries import KhuPhoRow
from danchu.foundation.text import long_date, short_date
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
        **_tables(report.figures(places, found), found),
    }
    return render(request, "desks/report.html", context)


def _owed(line: report.Line) -> tuple[str, str, str, bool]:
    vote = line.row.vote
    last = _("last day %(day)s") % {"day": long_date(line.due, lang())}
    return vote.title, reverse("voting:desk", kwargs={"slug": vote.slug}), f"{vote.khu_pho.name} · {last}", line.late


def _tables(figures: list[report.Figures], found: list[report.Line]) -> dict[str, Any]:
    """Heads and rows of both tables."""
    return {
        "caption_figures": _("Votes by khu phố"),
        "heads_figures": [_("Khu phố"), _("Households"), _("Votes"), _("Counted"), _("Passed"), _("Late papers")],
        "rows_figures": [
            [one.place.khu_pho.name, one.place.households, one.votes, one.decided, one.passed, one.late]
            for one in figures
        ],
        "caption_votes": _("Every vote of the year"),
        "heads_votes": [_("Vote"), _("Khu phố"), _("Stage"), _("Took part"), _("Agreed"), _("Needed"), _("Sent")],
        "rows_votes": [_vote_cells(one) for one in found],
    }


def _vote_cells(line: report.Line) -> list[Any]:
    row, outcome = line.row, line.row.outcome
    figures = [row.took_part, outcome.yes, outcome.needed] if outcome else ["", "", ""]
    sent = short_date(line.sent, lang()) if line.sent else _("not yet") if line.due else ""
    return [row.vote.title, row.vote.khu_pho.name, phase_words(row.phase), *figures, sent]


@signed_in
def report_sheet(request: HttpRequest) -> HttpResponse:
    """The same rows as a spreadsheet, with a sheet that says what each column means."""
    places, year = _places(request), _year(request)
    body = report.sheet(_("Votes %(year)s") % {"year": year}, report.lines(places, year, request.at))
    response = HttpResponse(body, content_type=_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="bieu-quyet-{year}.xlsx"'
    return response
