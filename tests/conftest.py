"""What every test begins with: a steady clock, a locked journal; and one browser for all who need one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck, settings

import parts
from danchu.foundation import clock
from danchu.foundation.journal import triggers

BROWSER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# A busy machine is slow; that is no fault of what is tested. Speed is measured in bench/.
settings.register_profile("danchu", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("danchu")

_DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "ward"}


@pytest.fixture(autouse=True)
def steady_clock() -> None:
    """A test that moved the clock or spoke English leaves nothing behind."""
    clock.restart()
    translation.deactivate()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's browser; one for the whole run, because its driver allows one loop a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play, pytest.MonkeyPatch.context() as patch:
        # The browser's loop runs in this thread; the rows a test reads here are its own.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = play.chromium.launch(executable_path=parts.find("chromium"), args=BROWSER)
        yield browser
        browser.close()


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
