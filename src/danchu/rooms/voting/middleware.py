"""Dải "đang làm giúp": as long as a helper's session for a household lasts, every page says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from danchu.rooms.voting import queries

HELPING = "lam_giup"


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
