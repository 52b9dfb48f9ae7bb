"""Mục lục của bàn việc: where a person with an account can go, by what the person may do."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from danchu.foundation.access.can import Subject, can
from danchu.law.acts import Act


def desk(request: HttpRequest) -> dict[str, Any]:
    """``desk_nav`` and ``desk_user`` of ``ui/desk_base.html``; nothing for those without an account."""
    actor = getattr(request, "actor", None)
    if actor is None or not actor.is_staff:
        return {}
    entries = [("home", _("My work"), "my-work", True)]
    places = {held.khu_pho for held in actor.held}
    heads = [place for place in places if place is not None]
    asked = Act.DISCLOSURE_POSTING_RECORD
    shows = any(can(actor, asked, Subject(actor.ward_id, place)) for place in heads)
    entries.append(("disclosure-tasks", _("Posting"), "disclosure:tasks", shows))
    for key, label, name, act in (
        ("disclosure", _("Disclosure"), "disclosure:register", Act.DISCLOSURE_ENTRY_MANAGE),
        ("ward-matters", _("Matters of the ward"), "voting:ward-list", Act.VOTING_DECISION_RECOGNISE),
        ("report", _("Report"), "report", Act.VOTING_VOTE_MANAGE),
        ("households", _("Households"), "household-places", Act.PEOPLE_HOUSEHOLD_VIEW),
        ("mandates", _("Mandates"), "mandates", Act.ACCESS_MANDATE_GRANT),
        ("staff", _("Accounts"), "staff-list", Act.ACCOUNTS_STAFF_CREATE),
        ("satisfaction", _("Satisfaction"), "satisfaction:sentences", Act.SATISFACTION_WORDS_READ),
        ("papers", _("Paper templates"), "paper-templates", Act.DOCUMENTS_TEMPLATE_UPLOAD),
        ("settings", _("Settings"), "ward-settings", Act.PLACES_SETTING_SET),
    ):
        entries.append((key, label, name, any(can(actor, act, Subject(actor.ward_id, place)) for place in places)))
    shown = [(key, label, _address(name)) for key, label, name, allowed in entries if allowed]
    nav = [{"key": key, "label": label, "href": href} for key, label, href in shown if href]
    return {"desk_nav": nav, "desk_user": str(request.user)}


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:  # a page that a ward's edition does not have
        return ""
