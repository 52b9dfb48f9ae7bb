"""Kết quả hài lòng theo dịch vụ và tháng; and the sentences, for officers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.db.models.functions import TruncMonth

from danchu.law.satisfaction import Face, Service, may_show
from danchu.rooms.satisfaction.models import Rating

PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Month:
    """Một tháng của một dịch vụ; ``counts`` is None where too few people rated."""

    service: Service
    month: date
    counts: dict[Face, int] | None


def months(ward_id: int, since: date) -> list[Month]:
    """Từng tháng, the newest first; the month now running too. One query."""
    rows = (
        Rating.objects.filter(ward_id=ward_id, day__gte=since)
        .annotate(month=TruncMonth("day"))
        .values_list("service", "month", "face")
        .annotate(many=Count("pk"))
    )
    found: dict[tuple[date, Service], Counter[Face]] = {}
    for service, month, face, many in rows.order_by():
        found.setdefault((month, Service(service)), Counter())[Face(face)] = many
    order = list(Service)
    keys = sorted(found, key=lambda one: (-one[0].toordinal(), order.index(one[1])))
    return [Month(service, month, _shown(found[month, service])) for month, service in keys]


def _shown(counts: Counter[Face]) -> dict[Face, int] | None:
    return {face: counts[face] for face in Face} if may_show(counts) else None


def sentences(ward_id: int, service: Service | None, page: str | None) -> Page:
    """Lời góp kèm theo đánh giá, the newest first."""
    rows = Rating.objects.filter(ward_id=ward_id).exclude(words="").order_by("-day", "-pk")
    if service is not None:
        rows = rows.filter(service=service)
    return Paginator(rows, PER_PAGE).get_page(page)
