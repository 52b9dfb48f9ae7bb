"""The booth's own origin: a handful of files, strict headers, nothing that belongs to the ward's site."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from wsgiref.util import setup_testing_defaults

import pytest

from danchu.server import booth

WARD = "https://phuong.example"
FILES = {file.name: file.read_bytes() for file in booth.FOLDER.iterdir()}


def get(path="/", application=None, **environ):
    """Status, headers and body of one request."""
    environ = {"PATH_INFO": path, "HTTP_HOST": "phieu.example", "REQUEST_METHOD": "GET", **environ}
    setup_testing_defaults(environ)
    said = {}

    def start(status, headers):
        said.update(status=status, headers=dict(headers))

    body = b"".join((application or booth.application(ward=WARD))(environ, start))
    return said["status"][:3], said["headers"], body


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_file_is_served_as_it_was_released(name):
    status, headers, body = get(f"/{name}")
    zipped = get(f"/{name}", HTTP_ACCEPT_ENCODING="gzip")

    assert (status, body) == ("200", FILES[name])
    assert gzip.decompress(zipped[2]) == FILES[name]
    assert get(f"/{name}", HTTP_IF_NONE_MATCH=headers["ETag"])[0] == "304"
    assert get(f"/{name}", REQUEST_METHOD="HEAD")[2] == b""


@pytest.mark.parametrize("path", ["/", "/w/thoi-hoa/", "/w/thoi-hoa/index.html"])
def test_each_ward_has_the_same_page_under_its_own_path(path):
    assert get(path)[2] == FILES["index.html"]


@pytest.mark.parametrize("path", ["/../x", "/w/", "/x", "/w/a/b/c", "/w/THOI/", "//", "/booth.css/", "/%2e%2e", ""])
def test_nothing_else_is_there(path):
    assert get(path)[0] == "404"


def test_only_reading():
    assert get("/", REQUEST_METHOD="POST")[0] == "405"


def test_the_policy_lets_nothing_in_and_one_address_out():
    headers = get("/")[1]

    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; worker-src blob:; "
        "connect-src 'self' https://phuong.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


def test_in_a_hall_the_ward_is_the_same_machine_at_another_port():
    hall = booth.application(port=8000)

    _, headers, body = get("/ward.json", hall, HTTP_HOST="192.168.1.5:8001")

    assert json.loads(body) == {"ward": "http://192.168.1.5:8000"}
    assert "connect-src 'self' http://192.168.1.5:8000;" in headers["Content-Security-Policy"]
    assert json.loads(get("/ward.json")[2]) == {"ward": WARD}


@pytest.mark.parametrize("host", ["a; script-src *", "a b", "", "a\n", "a'"])
def test_a_strange_host_is_no_way_into_the_policy(host):
    assert get("/", booth.application(port=1), HTTP_HOST=host)[0] == "400"


@pytest.mark.parametrize(
    ("page", "script"), [("index.html", "booth.js"), ("to.html", "team.js"), ("the.html", "cards.js")]
)
def test_the_hash_of_a_page_names_all_that_runs_in_it(page, script):
    html = FILES[page].decode()
    named = {part.decode() for part in re.findall(rb"sha256-[\w+/=]+", FILES[page])}
    used = ("booth.css", "start.js", script)

    assert named == {f"sha256-{base64.b64encode(hashlib.sha256(FILES[name]).digest()).decode()}" for name in used}
    assert re.findall(r'(?:src|href|data-page)="([^"]+)"', html) == ["mark.svg", "booth.css", "start.js", script]
    assert b"importScripts" not in FILES[script]
    assert b"eval(" not in FILES[script]


def test_the_sums_are_those_of_the_files():
    lines = dict(reversed(line.split("  ")) for line in FILES["SHA256SUMS"].decode().splitlines())

    assert lines == {name: hashlib.sha256(body).hexdigest() for name, body in FILES.items() if name != "SHA256SUMS"}


def test_the_booth_is_small():
    assert sum(len(FILES[name]) for name in ("index.html", "start.js", "booth.css", "booth.js", "mark.svg")) <= 130_000


@pytest.mark.parametrize("name", [name for name in sorted(FILES) if name.endswith((".html", ".js", ".css"))])
def test_no_file_names_another_host(name):
    found = re.findall(r"https?://[\w.]+", FILES[name].decode())

    assert set(found) <= {"http://www.w3.org"}


def test_the_released_file_is_whole_and_lets_only_its_own_texts_act():
    html = FILES["danchu-team.html"].decode()

    assert not re.search(r'(?:src|href)="', html)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)[1]
    for tag, name in (("script", "team.js"), ("style", "booth.css")):
        text = re.search(rf"<{tag}>(.*)</{tag}>", html, re.DOTALL)[1]
        assert text.encode() == FILES[name]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
