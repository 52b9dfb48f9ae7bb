"""Lập phường và các khu phố của phường."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django_scopes import scope

from danchu.foundation import clock, journal
from danchu.foundation.access import actor as actors
from danchu.foundation.places.models import KhuPho, Province, Ward
from danchu.foundation.text import slugify_vi
from danchu.law.acts import Act


@transaction.atomic
def create_ward(
    *, name: str, slug: str, kind: str, province: str, communities: Sequence[str], label: str, at: datetime
) -> Ward:
    """Lập phường, with its khu phố in the order given; by the command line, which sees to it that the slug is free.

    ``kind`` is a ``Ward.Kind``, ``label`` what the ward calls its communities ("khu phố", "ấp", …).
    """
    bare = province.removeprefix("Thành phố ").removeprefix("Tỉnh ")
    code = slugify_vi(bare).replace("-", "")[:8]
    home, _ = Province.objects.get_or_create(name=province, defaults={"code": code})
    ward = Ward.objects.create(
        province=home, slug=slug, kind=kind, name=name, community_label=label, valid_from=clock.day(at)
    )
    with scope(ward=ward):
        for order, community in enumerate(communities, 1):
            KhuPho.objects.create(
                ward=ward,
                name=community,
                slug=slugify_vi(community),
                order=order,
                valid_from=ward.valid_from,
            )
        facts = {"slug": slug, "communities": len(communities)}
        journal.record(actors.system(ward.pk), Act.SYSTEM_WARD_CREATE, f"ward:{ward.pk}", facts, at)
    return ward
