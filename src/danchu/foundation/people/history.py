"""Biến động của hộ thành lời: a change of the register as lines that people read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from danchu.foundation.people.labels import CHANGES, RESIDENCES
from danchu.foundation.people.models import Household, HouseholdChange

_LISTS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Line:
    """Một biến động: day, what it was, its details, the other household, the reason."""

    on: date
    title: str
    details: tuple[str, ...]
    other: Household | None
    reason: str


def lines(changes: Iterable[HouseholdChange]) -> list[Line]:
    """Các biến động, in the order given."""
    return [Line(one.on, str(CHANGES[one.kind]), tuple(_details(one)), one.other, _reason(one)) for one in changes]


def _reason(change: HouseholdChange) -> str:
    """A list's file name is for the journal; a household reads that the ward's list said so."""
    return _("as in the ward's list of households") if change.reason.lower().endswith(_LISTS) else change.reason


def _details(change: HouseholdChange) -> Iterable[str]:
    before, after = change.before, change.after
    labels = {"khu_pho": _("Khu phố"), "address": _("Address"), "residence": _("Residence")}
    for key, label in labels.items():
        if key in after:
            yield _pair(label, _value(key, before.get(key, "")), _value(key, after[key]))
    for old, new in _people(before.get("members", []), after.get("members", [])):
        yield _pair(_("Member"), old, new)
    if "representative" in after:
        nobody = _("nobody")
        yield _pair(_("Representative"), before["representative"] or nobody, after["representative"] or nobody)
    for key, label in (("left", _("Left")), ("joined", _("Joined"))):
        names = before.get(key) or after.get(key)
        if names:
            yield _pair(label, "", ", ".join(names))


def _value(key: str, value: str) -> str:
    return str(RESIDENCES.get(value, value)) if key == "residence" else value


def _people(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    """Changed members stand first and in the same order on both sides; the rest are new."""
    for place, new in enumerate(after):
        yield (_member(before[place]) if place < len(before) else "", _member(new))


def _member(one: dict[str, Any]) -> str:
    name = one["full_name"] if one["capable"] else _("%(name)s, without full capacity") % {"name": one["full_name"]}
    return _("%(name)s, telephone changed") % {"name": name} if "phone" in one else name


def _pair(label: str, old: str, new: str) -> str:
    if not old or old == new:
        return _("%(label)s: %(new)s") % {"label": label, "new": new}
    return _("%(label)s: %(old)s → %(new)s") % {"label": label, "old": old, "new": new}
