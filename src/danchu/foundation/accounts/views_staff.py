"""Trang tài khoản cán bộ: lập, cấp lại, khóa, mở lại; the one-time link is shown once, to be handed over."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from danchu.foundation import refusals
from danchu.foundation.access.decorators import act
from danchu.foundation.access.queries import mandates_of, staff_rows
from danchu.foundation.accounts.forms import StaffForm
from danchu.foundation.accounts.models import Staff
from danchu.foundation.accounts.services import staff as services
from danchu.law.acts import Act

PER_PAGE = 10
SECTION = "staff"


def _staff(request: HttpRequest, staff_id: int) -> Staff:
    found = Staff.objects.filter(pk=staff_id, ward=request.ward).first()
    if found is None:
        raise Http404
    return found


@act(Act.ACCOUNTS_STAFF_CREATE)
def staff_list(request: HttpRequest) -> HttpResponse:
    """The accounts of the ward and what each may do, searchable without tone marks."""
    search = request.GET.get("tim", "").strip()[:80]
    context = {
        "page": Paginator(staff_rows(request.ward.pk, request.at, search), PER_PAGE).get_page(request.GET.get("page")),
        "search": search,
        "query": {"tim": search} if search else {},
        "desk_section": SECTION,
    }
    return render(request, "accounts/staff_list.html", context)


@act(Act.ACCOUNTS_STAFF_CREATE)
def staff_create(request: HttpRequest) -> HttpResponse:
    """Make an account; the page after it shows the link to set the password, once."""
    form = StaffForm(request.POST or None)
    made: list[tuple[Staff, str]] = []

    def create(values: dict[str, str]) -> None:
        made.append(services.create_staff(request.actor, at=request.at, **values))

    if request.method == "POST" and form.is_valid() and refusals.done(form, create, form.cleaned_data):
        return _show_link(request, *made[0])
    context = {"form": form, "desk_section": SECTION}
    return render(request, "accounts/staff_form.html", context, status=422 if form.errors else 200)


@act(Act.ACCOUNTS_STAFF_RESET)
def staff_reset(request: HttpRequest, *, staff_id: int) -> HttpResponse:
    """End the old password and second factor; asks first, then shows the new link, once."""
    person = _staff(request, staff_id)
    if request.method == "POST":
        return _show_link(request, person, services.reset_staff(request.actor, staff=person, at=request.at))
    return render(request, "accounts/staff_reset.html", {"person": person, "desk_section": SECTION})


@require_POST
@act(Act.ACCOUNTS_STAFF_DISABLE)
def staff_disable(request: HttpRequest, *, staff_id: int) -> HttpResponse:
    """Close an account."""
    services.disable_staff(request.actor, staff=_staff(request, staff_id), at=request.at)
    return redirect("staff-list")


@act(Act.ACCOUNTS_STAFF_REOPEN)
def staff_reopen(request: HttpRequest, *, staff_id: int) -> HttpResponse:
    """Open a closed account again; asks first, naming the mandates that then count, and shows the new link, once."""
    person = _staff(request, staff_id)
    if request.method == "POST":
        return _show_link(request, person, services.reopen_staff(request.actor, staff=person, at=request.at))
    context = {"person": person, "mandates": mandates_of(person, request.at), "desk_section": SECTION}
    return render(request, "accounts/staff_reopen.html", context)


def _show_link(request: HttpRequest, person: Staff, token: str) -> HttpResponse:
    link = request.build_absolute_uri(reverse("one-time-link", kwargs={"token": token}))
    days = services.LINK_LASTS.days
    return render(request, "accounts/staff_link.html", {"person": person, "link": link, "days": days})
