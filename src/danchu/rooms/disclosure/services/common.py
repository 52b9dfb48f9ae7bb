"""Mở đầu chung của mọi việc, và các thời hạn của một nội dung."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import date, datetime

from django.urls import reverse

from danchu.foundation import clock
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.duties import services as duties
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.text import slugify_vi
from danchu.law import disclosure_acts
from danchu.law.acts import Act
from danchu.law.answers import Deadline, require
from danchu.law.basis import Article, Basis
from danchu.law.clocks import due
from danchu.law.disclosure import State, Track, deadline
from danchu.law.disclosure_check import Finding, Standing, Verdict, verdict
from danchu.law.people import Role
from danchu.rooms.disclosure import queries
from danchu.rooms.disclosure.models import Entry

RESERVED = frozenset({"so", "viec", "yeu-cau", "tim", "muc", "du-lieu"})  # addresses of the room itself


def subject(entry: Entry) -> str:
    """How the journal names it."""
    return f"disclosure:{entry.pk}"


def begin(actor: Actor, act: Act, entry_id: int, khu_pho_id: int | None = None) -> Entry:
    """Lock the entry and ask whether this actor may do this act on it now; ``Refused`` if not."""
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=entry_id)
    check(actor, act, Subject(entry.ward_id, khu_pho_id or entry.khu_pho_id))
    if any(row.act is act for row in disclosure_acts.TRANSITIONS):
        require(disclosure_acts.may(act, State(entry.state)))
    return entry


def free_slug(ward_id: int, title: str) -> str:
    """An address nobody has; once given it stays."""
    base = slugify_vi(title)[:70].strip("-") or "cong-khai"
    if base not in RESERVED and not Entry.objects.filter(ward_id=ward_id, slug=base).exists():
        return base
    return f"{base}-{secrets.token_hex(3)}"


def basis_key(basis: Basis) -> str:
    """The basis as a row of duties keeps it."""
    return basis.key if isinstance(basis, Article) else f"{type(basis).__name__}:{basis.key}"


def keep_duties(entry: Entry, at: datetime, *, parts: Collection[int | None] | None = None) -> None:
    """Ghi thời hạn của bản đang công khai: one for the ward, one for each khu phố head who has a part in it.

    ``parts``: whose part may have changed (None among them: the ward's); without it, everybody's. A part is done once
    everything in it has begun; what is late or short afterwards is read from the rows.
    """
    today = clock.day(at)
    on = queries.ground_of(entry, today)
    facts = queries.facts_of(entry, today, on)
    clock_, basis = deadline(facts, on.calendar)
    if clock_ is None:
        return
    prefix = f"{subject(entry)}:{entry.current_id}"
    for khu_pho_id, findings in _by_owner(entry, verdict(facts, today, on.calendar)).items():
        if parts is not None and khu_pho_id not in parts:
            continue
        name = prefix if khu_pho_id is None else f"{prefix}:{khu_pho_id}"
        if all(one.standing not in {Standing.WAITING, Standing.MISSING} for one in findings):
            duties.finish(ward_id=entry.ward_id, rule=clock_.rule, subject=name, at=at)
        else:
            _start(entry, name, khu_pho_id, clock_, basis)


def _by_owner(entry: Entry, found: Verdict) -> dict[int | None, list[Finding]]:
    """What the ward does, and what each khu phố; a khu phố's own entry is its head's affair altogether."""
    parts: dict[int | None, list[Finding]] = {}
    for one in found.findings:
        owed = one.requirement
        khu_pho_id = owed.area.id if owed.area else owed.place.area if owed.place else None
        parts.setdefault(khu_pho_id or entry.khu_pho_id, []).append(one)
    return parts


def _start(entry: Entry, name: str, place: int | None, clock_: Deadline, basis: Basis) -> None:
    page = "disclosure:tasks" if place else "disclosure:desk"
    duties.start(
        ward_id=entry.ward_id,
        khu_pho_id=place,
        subject=name,
        title=entry.current.title,
        url=reverse(page) if place else reverse(page, kwargs={"slug": entry.slug}),
        owed_by=Role.HEAD if place else Role.WARD_OFFICER,
        basis=basis_key(basis),
        deadline=clock_,
    )


def quarter_of(day: date) -> str:
    """Khóa của một quý: "2026-Q4"."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def owe_list(ward_id: int, at: datetime) -> None:
    """Danh sách của quý này đang nợ, until it is published."""
    today = clock.day(at)
    key = quarter_of(today)
    if Entry.objects.filter(ward_id=ward_id, track=Track.LIST, key=key).exclude(state=State.WITHDRAWN).exists():
        return
    duties.start(
        ward_id=ward_id,
        khu_pho_id=None,
        subject=f"list:{key}",
        title=f"Danh sách nội dung đã công khai, quý {_ROMAN[int(key[-1])]} năm {key[:4]}",
        url=reverse("disclosure:lists"),
        owed_by=Role.WARD_OFFICER,
        basis=Article("L10", 13, 2).key,
        deadline=due("disclose.quarter_list", today, ward_calendar(ward_id, today)),
    )


_ROMAN = ("", "I", "II", "III", "IV")


def quarter_title(key: str) -> str:
    """«quý IV năm 2026»."""
    return f"quý {_ROMAN[int(key[-1])]} năm {key[:4]}"
