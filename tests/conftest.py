"""What every test with a database begins with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from danchu.foundation.journal import triggers

_DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "ward"}


@pytest.fixture(autouse=True)
def journal_locked(request: pytest.FixtureRequest) -> Iterator[None]:
    """The journal is locked in every test; a test that commits unlocks it at its end, so that it can be emptied."""
    if request.node.get_closest_marker("django_db") is None and not _DATABASE_FIXTURES & set(request.fixturenames):
        yield
        return
    commits = "transactional_db" in request.fixturenames or "live_server" in request.fixturenames
    marker = request.node.get_closest_marker("django_db")
    commits = commits or bool(marker and marker.kwargs.get("transaction"))
    if not commits:
        yield
        return
    request.getfixturevalue("transactional_db")
    triggers.install(connection)
    yield
    triggers.remove(connection)
