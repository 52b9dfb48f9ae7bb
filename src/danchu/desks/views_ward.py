"""Trang chung: the ward's home, a khu phố, the journal's daily root, privacy, how to use."""

from __future__ import annotations

import hmac
import json
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from danchu.desks import publications, rows, words
from danchu.foundation import clock
from danchu.foundation.access.actor import valid_on
from danchu.foundation.access.decorators import public
from danchu.foundation.accounts.models import Staff
from danchu.foundation.journal.services import daily_root
from danchu.foundation.people.queries import count_on, khu_pho_rows
from danchu.foundation.places.models import KhuPho
from danchu.foundation.places.settings import value
from danchu.law.people import ROLE_LABELS, Role, WhoCounts
from danchu.rooms.voting.lookups import office_holders
from danchu.ui.tags.words import lang

_FIRST, _OFFICES = 11, 5


@public
def home(request: HttpRequest) -> HttpResponse:
    """The ward's home: what can be voted on now, what was decided, where each khu phố is."""
    if request.ward is None:
        return render(request, "desks/no_ward.html")
    running, coming = rows.running_and_coming(request.at)
    context = {
        "running": [words.running_line(one, named=True) for one in running],
        "coming": [words.coming_line(one, named=True) for one in coming],
        "decided": [words.decided_line(one, named=True) for one in rows.decided()],
        "newest": publications.newest(request.ward.pk, named=True),
        "address": request.build_absolute_uri(reverse("home")),
        "feed": reverse("feed"),
        "places": khu_pho_rows(request.ward.pk, day=clock.day(request.at)),
    }
    return render(request, "desks/home.html", context)


@public
def khu_pho(request: HttpRequest, *, slug: str) -> HttpResponse:
    """One khu phố: its votes, its results, whom to ask."""
    today = clock.day(request.at)
    place = get_object_or_404(KhuPho.objects.filter(valid_on(today)), slug=slug)
    running, coming = rows.running_and_coming(request.at, place.pk)
    holders = office_holders(place.pk, today)
    who = WhoCounts(value(request.ward.pk, "roll.who_counts", today))
    context = {
        "khu_pho": place,
        "households": count_on(place.pk, who, today),
        "running": [words.running_line(one, named=False) for one in running],
        "coming": [words.coming_line(one, named=False) for one in coming],
        "roll_shown": next((one for one in coming if one.shown_until), None),
        "decided": [words.decided_line(one, named=False) for one in rows.decided(place.pk, limit=10)],
        "newest": publications.newest(request.ward.pk, place.pk, named=False),
        "address": request.build_absolute_uri(reverse("khu-pho", kwargs={"slug": slug})),
        "feed": reverse("khu-pho-feed", kwargs={"slug": slug}),
        "contacts": [_contact(role, holders[role]) for role in (Role.HEAD, Role.FRONT_HEAD) if role in holders],
        "back_href": reverse("home"),
        "back_label": request.ward.full_name,
    }
    return render(request, "desks/khu_pho.html", context)


def _contact(role: Role, staff: Staff) -> tuple[str, str, str]:
    """Office, name and telephone of somebody residents may call."""
    label, name = ROLE_LABELS[role], str(staff)
    return (label.vi if lang() == "vi" else label.en, name[:1].upper() + name[1:], staff.phone)


@public
def journal(request: HttpRequest) -> HttpResponse:
    """Number and hash of the newest row of the journal: anyone may note them down and compare later."""
    if request.ward is None:
        raise Http404
    number, root = daily_root(request.ward.pk)
    groups = [root[start : start + 8] for start in range(0, len(root), 8)]
    return render(request, "desks/journal.html", {"number": number, "groups": groups, "at": request.at})


@public
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of residents, for what, and what they may ask."""
    return render(request, f"desks/privacy/{lang()}.html")


@public
def how_to(request: HttpRequest) -> HttpResponse:
    """How a household votes, and what to do when something is missing."""
    return render(request, f"desks/how_to/{lang()}.html")


@public
def demo_start(request: HttpRequest, *, token: str) -> HttpResponse:
    """Every one-tap way into the demonstration ward; only for whoever has its address from the terminal."""
    if not settings.DANCHU_DEMO:
        raise Http404
    try:
        ways = json.loads((Path(settings.DANCHU_DATA) / "demo.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Http404 from None
    if not hmac.compare_digest(str(ways.get("start", "")).encode(), token.encode()):
        raise Http404
    # The people of one khu phố and of the ward first; then the five of each other khu phố.
    staff = ways["staff"]
    others = [staff[start : start + _OFFICES] for start in range(_FIRST, len(staff), _OFFICES)]
    context = {"households": ways["households"], "staff": staff[:_FIRST], "others": others}
    return render(request, "desks/demo_start.html", context)
