"""Trang lỗi và trang từ chối: plain words, what to do, never a bare code."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, get_script_prefix, resolve
from django.utils.translation import get_language

from danchu.foundation.access.decorators import to_card, to_login
from danchu.law import words
from danchu.law.answers import Refusal
from danchu.law.basis import Article

_STATUS = {
    "access.role": 403,
    "access.ward": 404,
    "card.busy": 429,
    "card.locked": 429,
    "rate.wait": 429,
    "voting.not_on_roll": 403,
}


def page(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    """The error page of a status; needs neither session nor database."""
    return HttpResponse(render_to_string(f"ui/errors/{status}.html", context, request=request), status=status)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A refusal as a page (or JSON): the sentence, the article, what can be done now.

    Somebody who has not logged in and lacks a role is sent to the log-in instead.
    """
    status = _STATUS.get(refusal.code, 409)
    lang = get_language() or "vi"
    if refusal.code == "access.role" and request.method == "GET" and not request.actor.is_staff:
        doers = str(refusal.details.get("doers", ""))
        if doers == "household" and request.household is None:
            return to_card(request)
        if doers != "household":
            return page(request, 404) if request.user.is_authenticated else to_login(request)
    if status == 404:
        return page(request, 404)
    sentence, remedy = words.sentence(refusal, lang), words.remedy(refusal, lang)
    basis = refusal.article.vi() if lang == "vi" else refusal.article.en()
    if request.accepts("application/json") and not request.accepts("text/html"):
        error = {"code": refusal.code, "message": sentence, "remedy": remedy, "citation": basis}
        return JsonResponse({"error": error}, status=status)
    context = {
        "refusal": refusal,
        # The page names the article below, once.
        "sentence": sentence.replace(f" ({basis})", ""),
        "remedy": remedy,
        "basis": basis,
        "law_silent": not isinstance(refusal.article, Article),
    }
    if hasattr(request, "way_back") and refusal.code != "access.role":
        context["back_href"], context["back_label"] = request.way_back
    else:
        context |= _way_back(request, status)
    return HttpResponse(render_to_string("ui/refusal.html", context, request=request), status=status)


def _way_back(request: HttpRequest, status: int) -> dict[str, object]:
    """The page above the refused address, else the home page.

    The browser does not tell where the person came from: the site forbids it, for a card's address is a secret. Above
    a page for another role there is only more of it.
    """
    root = get_script_prefix()
    above = request.path_info.strip("/").split("/")[:-1]
    while above and status != 403:
        path = f"{'/'.join(above)}/"
        try:
            resolve(f"/{path}")
        except Resolver404:
            above.pop()
        else:
            return {"return_href": f"{root}{path}", "return_home": False}
    home = "viec-cua-toi/" if request.actor.is_staff else "ho-cua-toi/" if request.household is not None else ""
    return {"return_href": f"{root}{home}", "return_home": not home}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """400."""
    return page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403."""
    return page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404."""
    return page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the accident is in the log under the request's id."""
    return page(request, 500, request_id=getattr(request, "id", ""))


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form from a page left open too long, or with cookies off: ask to open it again; nothing was done."""
    return page(request, 403, form_expired=True)
