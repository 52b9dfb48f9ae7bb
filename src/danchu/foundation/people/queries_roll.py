"""Danh sách cũ để so với tệp: the register as the importer compares it, and the ward's remembered columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from django.db.models import FilteredRelation, Q

from danchu.foundation.access.actor import valid_on
from danchu.foundation.people.models import ColumnMemory, Household
from danchu.foundation.people.rollbook import ColumnMap, Known, Places
from danchu.foundation.places.models import KhuPho
from danchu.law.people import Residence


def known_households(ward_id: int, *, khu_pho_id: int | None = None, day: date) -> Iterator[Known]:
    """Các hộ đang có, as the importer compares them; ``ref`` is the household's id.

    One query, a stream, khu phố by khu phố: the households of a large ward are never held all at once.
    """
    homes = Household.objects.filter(valid_on(day), ward_id=ward_id)
    if khu_pho_id is not None:
        homes = homes.filter(khu_pho_id=khu_pho_id)
    held = FilteredRelation("representations", condition=Q(representations__valid_to=None))
    rows = homes.annotate(held=held).order_by("khu_pho__name", "pk")
    columns = ("pk", "number", "address", "residence", "khu_pho__name")
    people = ("held__member__full_name", "held__outsider_name", "held__member__phone")
    for pk, number, address, residence, name, member, outsider, phone in rows.values_list(*columns, *people).iterator():
        yield _known(pk, number, address, residence, name, member or outsider or "", phone or "")


def _known(pk: int, number: str, address: str, residence: str, khu_pho: str, who: str, phone: str) -> Known:
    digits = re.sub(r"\D", "", phone)
    return Known(pk, number, who, address, khu_pho, (digits,) if digits else (), Residence(residence))


def places_of(ward_id: int, *, khu_pho: KhuPho | None = None) -> Places:
    """Các khu phố đang có của phường, for the importer."""
    names = KhuPho.objects.filter(ward_id=ward_id, valid_to=None).order_by("order").values_list("name", flat=True)
    return Places(tuple(names), only=khu_pho.name if khu_pho else None)


def remembered_columns(ward_id: int) -> ColumnMap:
    """Cách ghép cột phường đã dùng."""
    memory = ColumnMemory.objects.filter(ward_id=ward_id).first()
    return ColumnMap.from_json(memory.columns) if memory else ColumnMap()
