"""Phiên của hộ: a household's log-in by card, kept in the browser session beside any staff log-in."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.http import HttpRequest

from danchu.foundation.accounts.models import Card

KEY = "the"
LASTS = timedelta(hours=2)


def begin(request: HttpRequest, card: Card) -> None:
    """Log the household in; a new session key, so that a planted one is worth nothing."""
    request.session.cycle_key()
    request.session[KEY] = {"card": card.pk, "household": card.household_id, "at": request.at.isoformat()}


def forget_old(at: datetime) -> int:
    """Phiên đã hết hạn, of staff and households alike."""
    return Session.objects.filter(expire_date__lt=at).delete()[0]


def end(request: HttpRequest) -> None:
    """Log the household out; a staff log-in beside it stays."""
    request.session.pop(KEY, None)


def household_of(request: HttpRequest) -> int | None:
    """The household logged in, if its card still lives and the session is not too old."""
    kept = request.session.get(KEY)
    if not kept or request.at - datetime.fromisoformat(kept["at"]) > LASTS:
        return None
    alive = Card.objects.filter(pk=kept["card"], ward=request.ward, ended_at=None).exists()
    return kept["household"] if alive else None
