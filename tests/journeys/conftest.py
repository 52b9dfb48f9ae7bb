"""A running ward and a browser that tells on the page: console errors, policy reports, requests to another host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django_scopes import scope

import builders
from danchu.foundation import clock
from rooms.voting import stages

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture
def open_page(chromium: Any, live_server: Any) -> Iterator[Callable[..., Any]]:
    """A page of a fresh device, ``width`` wide; whatever it complains about fails the test at its end."""
    contexts, trouble = [], []

    def opened(width: int = 360, *, script: bool = True, cookies: dict[str, str] | None = None) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, base_url=live_server.url, java_script_enabled=script
        )
        contexts.append(context)
        context.add_cookies([{"name": k, "value": v, "url": live_server.url} for k, v in (cookies or {}).items()])
        page = context.new_page()
        page.on("console", lambda said: trouble.append(said.text) if _complains(said) else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((live_server.url, "data:")) else trouble.append(asked.url),
        )
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture
def story(live_server: Any) -> Iterator[Callable[..., stages.Story]]:
    """``story(stages.opened)``: a vote brought there so that it stands there now, by the real clock."""
    told: list[Any] = []

    def bring(step: Callable[[stages.Story], stages.Story], households: int = 10) -> stages.Story:
        made = stages.people(households)
        made.at = clock.now().replace(microsecond=0) - timedelta(days=5, hours=1)
        inside = scope(ward=made.ward)
        inside.__enter__()
        told.append(inside)
        for one in stages.STAGES:
            one(made)
            if one is step:
                break
        return made

    yield bring
    for inside in told:
        inside.__exit__(None, None, None)


def _complains(said: Any) -> bool:
    """Errors and warnings, but not the status of a form that came back to be corrected or was refused."""
    told = ("status of 422", "status of 409")
    return said.type in {"error", "warning"} and not any(one in said.text for one in told)


def faults(page: Any) -> list[tuple[str, list[str]]]:
    """What axe finds on the page as it stands."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]


def fits(page: Any) -> bool:
    """Nothing scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.fixture
def past(live_server: Any) -> Iterator[Any]:
    """``past(stages.roll_shown, days=4)``: a story that reached the stage that many days ago, by the services."""
    told: list[Any] = []

    def bring(step: Any, days: float) -> stages.Story:
        made = stages.people(10)
        made.at = clock.now().replace(microsecond=0) - timedelta(days=days, minutes=5)
        inside = scope(ward=made.ward)
        inside.__enter__()
        told.append(inside)
        for one in stages.STAGES if step else ():
            one(made)
            if one is step:
                break
        return made

    yield bring
    for inside in told:
        inside.__exit__(None, None, None)


def as_(open_page, person, width):
    """A device on which the person is logged in."""
    client = Client()
    builders.log_in(client, person)
    return open_page(width, cookies={"phien": client.cookies["phien"].value})


def good(page):
    """The page as it stands offends nobody and fits the screen."""
    assert faults(page) == []
    assert fits(page)


def press(page, name):
    """Press the button or link of that name, and look at what comes."""
    page.locator("main").get_by_role("button", name=name).or_(
        page.locator("main").get_by_role("link", name=name)
    ).first.click()
    page.wait_for_load_state()
    good(page)
