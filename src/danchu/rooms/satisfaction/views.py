"""Trang hài lòng: choose a service, rate it, see what others said in numbers."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from danchu.foundation import clock
from danchu.foundation.access.decorators import act, public
from danchu.foundation.refusals import done
from danchu.law.acts import Act
from danchu.law.satisfaction import FACE_LABELS, LEAST_SHOWN, SERVICE_LABELS, Service
from danchu.rooms.satisfaction import queries, services
from danchu.rooms.satisfaction.forms import RatingForm
from danchu.ui.tags.words import lang


def _name(service: Service) -> str:
    label = SERVICE_LABELS[service]
    return label.vi if lang() == "vi" else label.en


def _service(key: str) -> Service:
    try:
        return Service(key)
    except ValueError:
        raise Http404 from None


@public
def start(request: HttpRequest) -> HttpResponse:
    """What may be rated, and the results of the last twelve months."""
    if request.ward is None:
        raise Http404
    today = clock.day(request.at)
    since = date(today.year - 1, today.month, 1)
    faces = [label.vi if lang() == "vi" else label.en for label in FACE_LABELS.values()]
    context = {
        "services": [(one.value, _name(one)) for one in Service],
        "faces": faces,
        "months": [(one, _name(one.service)) for one in queries.months(request.ward.pk, since)],
        "least": LEAST_SHOWN,
    }
    return render(request, "satisfaction/start.html", context)


@act(Act.SATISFACTION_RATING_GIVE)
def rate(request: HttpRequest, *, service: str) -> HttpResponse:
    """Three faces and a sentence; no account."""
    found = _service(service)
    form = RatingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = {"face": form.cleaned_data["face"], "words": form.cleaned_data["words"]}
        if done(
            form, services.give_rating, request.actor, ward_id=request.ward.pk, service=found, at=request.at, **given
        ):
            return redirect("satisfaction:thanks", service=service)
    context = {"form": form, "service": _name(found), "back_href": reverse("satisfaction:start")}
    return render(request, "satisfaction/rate.html", context, status=422 if form.errors else 200)


@public
def thanks(request: HttpRequest, *, service: str) -> HttpResponse:
    """It was received."""
    if request.ward is None:
        raise Http404
    return render(request, "satisfaction/thanks.html", {"service": _name(_service(service))})


@act(Act.SATISFACTION_WORDS_READ)
def sentences(request: HttpRequest) -> HttpResponse:
    """What people wrote, for the ward's officers."""
    chosen = request.GET.get("viec", "")
    service = Service(chosen) if chosen in set(Service) else None
    page = queries.sentences(request.ward.pk, service, request.GET.get("page"))
    faces = {one: label.vi if lang() == "vi" else label.en for one, label in FACE_LABELS.items()}
    context = {
        "page": page,
        "rows": [(one, _name(Service(one.service)), faces[one.face]) for one in page.object_list],
        "services": [(one.value, _name(one)) for one in Service],
        "chosen": service,
        "query": {"viec": service.value} if service else {},
    }
    return render(request, "satisfaction/sentences.html", context)
