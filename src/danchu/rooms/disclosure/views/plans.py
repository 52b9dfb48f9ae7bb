"""Kế hoạch công khai, danh sách theo quý, báo cáo Hội đồng nhân dân."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.forms.plan import AdoptForm, PlanForm, ReportForm
from danchu.rooms.disclosure.views.common import fill, go, show, today
from danchu.ui.tags.words import lang

FIRST_YEAR, LAST_YEAR = 2023, 2099


def _year(request: HttpRequest) -> int:
    typed = request.GET.get("nam", "")
    year = int(typed) if typed.isdecimal() and len(typed) == 4 else today(request).year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return year


@act(Act.DISCLOSURE_ENTRY_MANAGE)
def plan(request: HttpRequest) -> HttpResponse:
    """The newest plan of the year, as it stands."""
    year = _year(request)
    found = queries.plan_of(request.ward.pk, year)
    return show(
        request,
        "plan",
        year=year,
        plan=found,
        lines=queries.plan_lines(found) if found else [],
        form=AdoptForm(),
        adopts=found and found.adopted_at is None and _adopts(request),
        back_href=reverse("disclosure:register"),
    )


def _adopts(request: HttpRequest) -> bool:
    return bool(can(request.actor, Act.DISCLOSURE_PLAN_ADOPT, Subject(request.ward.pk)))


@act(Act.DISCLOSURE_PLAN_EDIT)
def edit_plan(request: HttpRequest) -> HttpResponse:
    """Fourteen lines of five things; what is saved may be incomplete, what is adopted may not."""
    year = _year(request)
    found = queries.plan_of(request.ward.pk, year)
    form = PlanForm(request.POST or None, lines=queries.plan_lines(found) if found else [], lang=lang())

    def do() -> None:
        services.edit_plan(request.actor, year=year, lines=form.lines(), at=request.at)

    back = f"{reverse('disclosure:plan')}?nam={year}"
    return fill(request, form, do, then=lambda: back, template="plan_edit", year=year, back_href=back)


@require_POST
@act(Act.DISCLOSURE_PLAN_ADOPT)
def adopt_plan(request: HttpRequest, *, plan_id: int) -> HttpResponse:
    """Adopt it; what is missing is said on its own page."""
    form = AdoptForm(request.POST)
    paper = form.cleaned_data["paper"] if form.is_valid() else ""
    found = services.adopt_plan(request.actor, plan_id=plan_id, paper=paper, at=request.at)
    return go(f"{reverse('disclosure:plan')}?nam={found.year}")


@act(Act.DISCLOSURE_ENTRY_MANAGE)
def lists(request: HttpRequest) -> HttpResponse:
    """The list owed this quarter, those published, and the reports to the Council."""
    ward = request.ward.pk
    return show(
        request,
        "lists",
        coming=queries.since_last_list(ward, request.at),
        lists=queries.lists(ward)[:40],
        reports=queries.reports(ward)[:40],
        form=ReportForm(),
        back_href=reverse("disclosure:register"),
    )


@require_POST
@act(Act.DISCLOSURE_LIST_PUBLISH)
def publish_list(request: HttpRequest) -> HttpResponse:
    """Publish the list of this quarter."""
    entry = services.publish_list(request.actor, at=request.at)
    return go(reverse("disclosure:desk", kwargs={"slug": entry.slug}))


@act(Act.DISCLOSURE_REPORT_PLAN)
def plan_report(request: HttpRequest) -> HttpResponse:
    """Record the session that is owed a report."""
    form = ReportForm(request.POST or None)

    def do() -> None:
        services.plan_report(request.actor, at=request.at, **form.cleaned_data)

    back = reverse("disclosure:lists")
    return fill(request, form, do, then=lambda: back, template="report", back_href=back)


@require_POST
@act(Act.DISCLOSURE_REPORT_SEND)
def send_report(request: HttpRequest, *, report_id: int) -> HttpResponse:
    """It was sent to the Council and the Front."""
    if not queries.reports(request.ward.pk).filter(pk=report_id).exists():
        raise Http404
    services.send_report(request.actor, report_id=report_id, at=request.at)
    return go(reverse("disclosure:lists"))
