"""Trang chung: reading preferences (letter size, colours, language) and the page of components."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from danchu.ui import sample
from danchu.ui.context import SIZE_COOKIE, SIZES, THEME_COOKIE, THEMES

YEAR = 365 * 24 * 3600


# Exempt on purpose: the worst a forged request can do is change the size of letters, and public pages then
# need no cookie at all.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """Cỡ chữ, màu, ngôn ngữ: GET shows the choices, POST keeps ``size``, ``theme`` or ``language`` and goes back."""
    if request.method != "POST":
        return render(request, "ui/preferences.html", {"back": _safe_next(request, request.GET.get("next", ""))})
    response = HttpResponseRedirect(_safe_next(request, request.POST.get("next", "")))
    response.status_code = 303
    wanted = (
        (SIZE_COOKIE, request.POST.get("size"), SIZES),
        (THEME_COOKIE, request.POST.get("theme"), THEMES),
        (settings.LANGUAGE_COOKIE_NAME, request.POST.get("language"), [code for code, _ in settings.LANGUAGES]),
    )
    for cookie, value, allowed in wanted:
        if value in allowed and (cookie != settings.LANGUAGE_COOKIE_NAME or check_for_language(value)):
            response.set_cookie(cookie, value, max_age=YEAR, secure=request.is_secure(), httponly=True, samesite="Lax")
    return response


def _safe_next(request: HttpRequest, target: str) -> str:
    """The page to go back to: only one of ours."""
    ours = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if ours else "/"


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Trang thành phần: every component in each state; only in development and in a demonstration ward."""
    if not (settings.DEBUG or getattr(request, "is_demo", False)):
        raise Http404
    return render(request, "ui/components.html", sample.context())
