"""The booth on its own origin, a stand-in for the ward on another, and a browser that tells on both."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe

from booth.ward import Ward
from crypto.village import Village
from danchu.server import booth

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


def serve(application: Any) -> tuple[WSGIServer, str]:
    server = make_server("127.0.0.1", 0, application, server_class=WSGIServer, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


@pytest.fixture(scope="session")
def village() -> Village:
    """A vote with its team; its ceremony is run once."""
    return Village(3)


@pytest.fixture
def place(village: Village) -> Iterator[SimpleNamespace]:
    """``place.ward`` (what was sent there), ``place.ward_url``, ``place.url`` of the booth."""
    ward = Ward(village)
    ward_server, ward_url = serve(ward)
    booth_server, url = serve(booth.application(ward=ward_url))
    yield SimpleNamespace(ward=ward, ward_url=ward_url, url=url, village=village)
    for server in (ward_server, booth_server):
        server.shutdown()
        server.server_close()


@pytest.fixture
def open_page(chromium: Any, place: SimpleNamespace) -> Iterator[Callable[..., Any]]:
    """A page of a fresh device; console errors, reports of the policy and foreign requests fail the test."""
    contexts, trouble = [], []

    def opened(path: str = "/", width: int = 360, *, quiet: bool = True, **more: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 740}, locale="vi-VN", **more)
        contexts.append(context)
        context.set_default_timeout(8000)
        page = context.new_page()
        if quiet:
            page.on("console", lambda line: trouble.append(line.text) if line.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        own = (place.url, place.ward_url, "blob:", "data:", "file:")
        page.on("request", lambda asked: None if asked.url.startswith(own) else trouble.append(asked.url))
        page.goto(path if "://" in path else place.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


def faults(page: Any) -> list[Any]:
    """What axe finds on the page as it stands."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]


def fits(page: Any) -> bool:
    """Nothing scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
