"""Secrets of addresses are blotted out of whatever is logged."""

from __future__ import annotations

import io
import json
import logging
import sys

import pytest

from danchu.server import logs

SECRET = "Zx8-abc_DEF123456789ab"


@pytest.mark.parametrize(
    "text",
    [
        "GET /the/{}/ 404",
        "Not Found: /the/{}/",
        "Conflict: /lien-ket/{}/",
        "/w/thoi-hoa/the/{}/?tiep=/",
        "http://192.168.1.5:8000/bieu-quyet/bien-nhan/{}/",
        'File "x", path="/the/{}"',
        "/the/{}\n/lien-ket/{}/",
    ],
)
def test_secret_of_an_address_is_blotted_out(text):
    assert SECRET not in logs.blot(text.replace("{}", SECRET))


@pytest.mark.parametrize("text", ["/bieu-quyet/the-thao/", "/the/", "/ho-cua-toi/", "the card"])
def test_what_is_no_secret_stays(text):
    assert logs.blot(text) == text


@pytest.fixture
def written(monkeypatch):
    """Lines as they reach the service's log."""
    root, out = logging.getLogger(), io.StringIO()
    kept = root.handlers, root.level
    monkeypatch.setattr(sys, "stderr", out)
    logs.configure({"level": "DEBUG"})
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    root.handlers, root.level = kept


def test_arguments_and_tracebacks_are_blotted_too(written):
    logger = logging.getLogger("django.request")
    logger.warning("Not Found: %s", f"/the/{SECRET}/")
    try:
        raise ValueError(f"/lien-ket/{SECRET}/")
    except ValueError:
        logger.exception("accident at %(path)s", {"path": f"/the/{SECRET}/"})

    lines = written()

    assert [line["level"] for line in lines] == ["warning", "error"]
    assert "ValueError" in lines[1]["exception"]
    assert SECRET not in json.dumps(lines)
