"""Dải "đang làm giúp" on every page while it lasts; a machine at the culture house shows its own pages only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import ceil
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from danchu.foundation.people.fields import encrypt
from danchu.rooms.voting import queries
from danchu.rooms.voting.views.ballot import KIOSK, KIOSK_CARD

HELPING = "lam_giup"
# What a household needs on the machine, and what the team needs to end it.
_BALLOT = frozenset({"kiosk-next", "kiosk-leave", "start", "ballot", "review", "send", "receipt"})
_KIOSK_PAGES = frozenset({f"voting:{name}" for name in _BALLOT}) | {
    "one-time-link",
    "ui:preferences",
    "set_language",
    "healthz",
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
}


class Strip:
    """Lời trên dải: whom, why, and the minutes left."""

    def __init__(self, session: Any, at: datetime) -> None:
        self.session = session
        self.minutes = max(ceil((session.expires_at - at).total_seconds() / 60), 1)

    def __str__(self) -> str:
        line = self.session.line
        return _("Household %(number)s, %(name)s. Reason: %(reason)s. %(minutes)s minutes left.") % {
            "number": line.number,
            "name": line.representative,
            "reason": self.session.reason.rstrip("."),
            "minutes": self.minutes,
        }


def assisted(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the helper's session on the request; read only where a page is drawn, and only after one was begun."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.actor.is_staff and HELPING in request.session:
            request.assisted_session = SimpleLazyObject(lambda: _strip(request))
        return get_response(request)

    return middleware


def _strip(request: HttpRequest) -> Strip | None:
    session = queries.assisted_session(request.actor.id, request.at)
    return Strip(session, request.at) if session is not None else None


def kiosk(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Máy đặt tại nhà văn hóa: any other address, typed by hand or followed, leads back to its first screen.

    Every page drawn on it, the log-in of the team and the accidents too, goes back there after a minute untouched.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and KIOSK in request.session:
            request.kiosk_home = reverse("voting:kiosk-next", kwargs={"slug": request.session[KIOSK]})
        return get_response(request)

    def process_view(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:  # noqa: ARG001
        if not hasattr(request, "kiosk_home"):
            return None
        slug = request.session[KIOSK]
        if request.resolver_match.view_name == "card-link":
            # The card's own address must not stay behind in the browser: one step back would open it again.
            request.session[KIOSK_CARD] = encrypt(kwargs["token"])
            return redirect("voting:kiosk-next", slug=slug)
        if request.resolver_match.view_name in _KIOSK_PAGES and kwargs.get("slug", slug) == slug:
            return None
        return redirect("voting:kiosk-next", slug=slug)

    middleware.process_view = process_view
    return middleware
