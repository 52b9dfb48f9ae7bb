"""Trang nhiệm vụ: ai đang giữ nhiệm vụ gì, giao thêm, kết thúc."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from danchu.foundation import clock, refusals
from danchu.foundation.access import queries, services
from danchu.foundation.access.decorators import act
from danchu.foundation.access.forms import EndForm, MandateForm, role_label
from danchu.foundation.access.models import Mandate
from danchu.law.acts import Act

SECTION = "mandates"
PER_PAGE = 10
_BEFORE = 50


@act(Act.ACCESS_MANDATE_GRANT)
def mandate_list(request: HttpRequest) -> HttpResponse:
    """Who holds what in this ward, and the form to record another mandate."""
    today = clock.day(request.at)
    form = MandateForm(request.POST or None, ward_id=request.ward.pk, initial={"valid_from": today})

    def grant(values: dict[str, Any]) -> None:
        services.grant_mandate(request.actor, at=request.at, **values)

    if request.method == "POST" and form.is_valid() and refusals.done(form, grant, form.cleaned_data):
        return redirect("mandates")
    search = request.GET.get("tim", "").strip()[:80]
    held = queries.search_mandates(queries.mandates_now(request.ward.pk, request.at), search)
    page = Paginator(held, PER_PAGE).get_page(request.GET.get("page"))
    ended = queries.mandates_before(request.ward.pk, request.at)[:_BEFORE]
    context = {
        "form": form,
        "now": [(one, role_label(one.role)) for one in page],
        "page": page,
        "search": search,
        "query": {"tim": search} if search else {},
        "before": [(one, role_label(one.role)) for one in ended],
        "desk_section": SECTION,
    }
    return render(request, "access/mandates.html", context, status=422 if form.errors else 200)


@act(Act.ACCESS_MANDATE_END)
def mandate_end(request: HttpRequest, *, mandate_id: int) -> HttpResponse:
    """End one mandate, today or on a later day."""
    mandate = Mandate.objects.select_related("staff", "khu_pho").filter(pk=mandate_id).first()
    if mandate is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"valid_to": clock.day(request.at)})

    def end(values: dict[str, Any]) -> None:
        services.end_mandate(request.actor, mandate_id=mandate.pk, at=request.at, **values)

    if request.method == "POST" and form.is_valid() and refusals.done(form, end, form.cleaned_data):
        return redirect("mandates")
    context = {"form": form, "mandate": mandate, "role": role_label(mandate.role), "desk_section": SECTION}
    return render(request, "access/mandate_end.html", context, status=422 if form.errors else 200)
