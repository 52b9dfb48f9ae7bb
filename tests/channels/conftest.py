"""A ward in scope."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django_scopes import scope

import builders
from danchu.foundation.places.models import Ward


@pytest.fixture
def ward(db: None) -> Iterator[Ward]:
    """A ward of its own, in scope."""
    made = builders.make_ward()
    with scope(ward=made):
        yield made
