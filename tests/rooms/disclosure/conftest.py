"""The ward of the stories of disclosure, with its scope open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django_scopes import scope

from danchu.foundation import clock
from rooms.disclosure import ward
from rooms.disclosure.ward import Town


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """Two khu phố, four places, six people; the server's clock stands at the story's beginning."""
    monkeypatch.setattr(clock, "now", lambda: ward.AT)
    built = ward.build()
    with scope(ward=built.ward):
        yield built
