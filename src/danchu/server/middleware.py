"""Các lớp giữa: request id, headers, the ward, and refusals turned into pages."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import set_script_prefix
from django.utils import translation
from django_scopes import scopes_disabled

from danchu.foundation.places.models import Ward
from danchu.law.answers import Refused
from danchu.server import errors

GetResponse = Callable[[HttpRequest], HttpResponse]
PREFIX = "/w/"
_PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def request_id(get_response: GetResponse) -> GetResponse:
    """A short id that ties a page to its log lines; shown on error pages so that a person can read it out."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.id = uuid.uuid4().hex[:8]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=request.id)
        return get_response(request)

    return middleware


def headers(get_response: GetResponse) -> GetResponse:
    """What Django does not set: Permissions-Policy, and no caching of pages that belong to somebody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        if not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "private, no-store"
        return response

    return middleware


def ward(get_response: GetResponse) -> GetResponse:
    """Which ward is meant: by its own host name, by ``/w/<slug>/`` before the path, or the only one there is.

    A session belongs to the ward it began in: a household or an officer of one ward is nobody in another.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.is_demo = settings.DANCHU_DEMO
        request.ward = None
        set_script_prefix("/")
        with scopes_disabled():
            if request.path_info.startswith(PREFIX):
                slug, _, rest = request.path_info.removeprefix(PREFIX).partition("/")
                request.ward = Ward.objects.select_related("province").filter(slug=slug).first()
                if request.ward is None:
                    return errors.page(request, 404)
                set_script_prefix(f"{PREFIX}{slug}/")
                request.path_info = f"/{rest}"
            else:
                host = request.get_host().partition(":")[0].lower()
                wards = list(Ward.objects.select_related("province").filter(host__in=["", host]).order_by("pk")[:50])
                own = [one for one in wards if one.host == host]
                request.ward = next(iter(own or wards), None)
        return get_response(request)

    return middleware


def language(get_response: GetResponse) -> GetResponse:
    """Vietnamese, unless the person chose otherwise; a phone set to English still belongs to a resident here."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(known):
            request.LANGUAGE_CODE = known
            response = get_response(request)
        response.headers.setdefault("Content-Language", known)
        return response

    return middleware


def answers(get_response: GetResponse) -> GetResponse:
    """Innermost: a ``Refused`` raised by a view becomes its page, with the article and what to do instead."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return errors.refused(request, exception.refusal)
        return None

    middleware.process_exception = process_exception
    return middleware
