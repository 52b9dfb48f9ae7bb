"""Lớp xác nhận thứ hai: a person with an account sets it up before anything else.

Only one who came by a one-tap link of the demonstration ward is exempt, for that session.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

EXEMPT = "vao_thu"
DONE = "hai_lop"
_OPEN = frozenset({"mfa_activate_totp", "account_reauthenticate", "account_logout"})


def exempt(request: HttpRequest) -> None:
    """This session came by a demonstration link."""
    request.session[EXEMPT] = True


def required(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Send staff without a second factor to set it up; public pages stay open to them as to everyone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:  # noqa: ARG001
        if getattr(view, "act", None) == "public" or str(request.resolver_match.url_name) in _OPEN:
            return None
        if not getattr(request, "actor", None) or not request.actor.is_staff or _has_it(request):
            return None
        return redirect("mfa_activate_totp")

    middleware.process_view = process_view
    return middleware


def _has_it(request: HttpRequest) -> bool:
    """Asked once a session: a second factor ends only with a reset, and a reset ends the session."""
    if request.session.get(EXEMPT) or request.session.get(DONE):
        return True
    if is_mfa_enabled(request.user):
        request.session[DONE] = True
        return True
    return False
