"""What every test of the foundation begins with: one ward, its scope open, and a khu phố with its head."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django_scopes import scope

import builders
from danchu.foundation.access.actor import Actor
from danchu.foundation.places.models import KhuPho, Ward
from danchu.law.people import Role


@pytest.fixture
def ward(db: None) -> Iterator[Ward]:
    made = builders.make_ward()
    with scope(ward=made):
        yield made


@pytest.fixture
def khu_pho(ward: Ward) -> KhuPho:
    return builders.make_khu_pho(ward)


@pytest.fixture
def head(khu_pho: KhuPho) -> Actor:
    return builders.actor_for(builders.make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho))


@pytest.fixture
def officer(ward: Ward) -> Actor:
    return builders.actor_for(builders.make_staff(ward, Role.WARD_OFFICER))
