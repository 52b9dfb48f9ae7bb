"""Trang thiết lập của phường: what the law leaves to the ward, each value dated, with its reason."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from danchu.foundation import clock, refusals
from danchu.foundation.access.decorators import act
from danchu.foundation.places import queries
from danchu.foundation.places.forms import SettingForm
from danchu.foundation.places.settings import set_value
from danchu.law.acts import Act

SECTION = "settings"


@act(Act.PLACES_SETTING_SET)
def setting_list(request: HttpRequest) -> HttpResponse:
    """Every setting with the value of today."""
    rows = queries.setting_rows(request.ward.pk, clock.day(request.at))
    return render(request, "places/settings.html", {"rows": rows, "desk_section": SECTION})


@act(Act.PLACES_SETTING_SET)
def setting_edit(request: HttpRequest, *, key: str) -> HttpResponse:
    """Choose another value from a day on."""
    today = clock.day(request.at)
    row = next((one for one in queries.setting_rows(request.ward.pk, today) if one.key == key), None)
    if row is None:
        raise Http404
    form = SettingForm(request.POST or None, setting=row.setting, initial={"valid_from": today})

    def set_it(values: dict[str, Any]) -> None:
        facts = {"new": values["value"], "valid_from": values["valid_from"], "basis": values["basis"]}
        set_value(request.actor, key=key, at=request.at, **facts)

    if request.method == "POST" and form.is_valid() and refusals.done(form, set_it, form.cleaned_data):
        return redirect("ward-settings")
    context = {"form": form, "row": row, "desk_section": SECTION}
    return render(request, "places/setting.html", context, status=422 if form.errors else 200)
