"""Đọc nhiệm vụ: who holds what, now and before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from danchu.foundation import clock
from danchu.foundation.access.actor import valid_on
from danchu.foundation.access.models import Mandate
from danchu.foundation.accounts.models import Staff
from danchu.foundation.text import fold, has_marks, name_key, nfc
from danchu.law.people import ROLE_LABELS, Role


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Một tài khoản và các nhiệm vụ đang giữ; ``ready`` once a password was set."""

    staff: Staff
    mandates: list[Mandate]

    @property
    def ready(self) -> bool:
        """The person has set a password."""
        return self.staff.has_usable_password()


def mandates_now(ward_id: int, at: datetime) -> QuerySet[Mandate]:
    """Nhiệm vụ đang giữ hoặc sẽ giữ, by place and role."""
    day = clock.day(at)
    ended = Mandate.objects.filter(valid_to__lte=day).values("pk")
    return (
        Mandate.objects.filter(ward_id=ward_id)
        .exclude(pk__in=ended)
        .select_related("staff", "khu_pho")
        .order_by("khu_pho__order", "role", "pk")
    )


def mandates_before(ward_id: int, at: datetime) -> QuerySet[Mandate]:
    """Nhiệm vụ đã kết thúc, the newest first."""
    ended = Mandate.objects.filter(ward_id=ward_id, valid_to__lte=clock.day(at))
    return ended.select_related("staff", "khu_pho").order_by("-valid_to", "-pk")


def staff_rows(ward_id: int, at: datetime, search: str = "") -> list[StaffRow]:
    """Tài khoản của phường, by given name. ``search`` looks into name, log-in name, role and khu phố. Two queries."""
    held: dict[int, list[Mandate]] = {}
    day = clock.day(at)
    for one in Mandate.objects.filter(valid_on(day), ward_id=ward_id).select_related("khu_pho").order_by("pk"):
        held.setdefault(one.staff_id, []).append(one)
    people = sorted(Staff.objects.filter(ward_id=ward_id), key=lambda one: name_key(one.full_name))
    rows = [StaffRow(one, held.get(one.pk, [])) for one in people]
    return [row for row in rows if _holds(row.staff, row.mandates, search)]


def search_mandates(rows: Iterable[Mandate], search: str) -> list[Mandate]:
    """Những nhiệm vụ khớp với từ cần tìm: name, log-in name, role or khu phố."""
    return [one for one in rows if _holds(one.staff, [one], search)]


def _holds(staff: Staff, mandates: Iterable[Mandate], search: str) -> bool:
    """Typed without marks a word finds marked ones; typed with marks they must match."""
    said = [staff.full_name, staff.username]
    for one in mandates:
        label = ROLE_LABELS[Role(one.role)]
        said += [label.vi, label.en, one.khu_pho.name if one.khu_pho else ""]
    text = " ".join(said)
    plain, marked = fold(text), nfc(text).lower()
    return all(nfc(word).lower() in marked if has_marks(word) else fold(word) in plain for word in search.split())


def mandates_of(staff: Staff, at: datetime) -> list[Mandate]:
    """Nhiệm vụ một người đang giữ."""
    held = Mandate.objects.filter(valid_on(clock.day(at)), staff=staff)
    return list(held.select_related("khu_pho").order_by("pk"))
