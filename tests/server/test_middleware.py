"""What stands around every page: which ward, which language, headers, refusals."""

from __future__ import annotations

import json

import pytest

import builders
from danchu.foundation.access.decorators import public
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article, Convention
from danchu.server import errors, middleware

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(settings):
    settings.ALLOWED_HOSTS = ["*"]
    return builders.make_ward("Thới Hòa"), builders.make_ward("An Phú", host="an-phu.example")


def test_ward_by_its_own_host(client, two):
    page = client.get("/", headers={"host": "An-Phu.example:8000"})

    assert page.wsgi_request.ward == two[1]


def test_ward_without_a_host_answers_to_every_other_name(client, two):
    assert client.get("/", headers={"host": "khac.example"}).wsgi_request.ward == two[0]


def test_ward_by_the_path(client, two):
    page = client.get(f"/w/{two[1].slug}/bieu-quyet/")

    assert page.status_code == 200
    assert page.wsgi_request.ward == two[1]
    assert f'href="/w/{two[1].slug}/' in page.content.decode()


def test_prefix_of_one_request_is_not_that_of_the_next(client, two):
    client.get(f"/w/{two[1].slug}/bieu-quyet/")

    assert f"/w/{two[1].slug}/" not in client.get("/").content.decode()


def test_unknown_ward_is_404(client, two):
    assert client.get("/w/khong-co/").status_code == 404


def test_household_of_one_ward_is_nobody_in_another(client, two):
    home = builders.make_household(builders.make_khu_pho(two[0]))
    builders.log_in_household(client, home)

    own = client.get("/ho-cua-toi/")
    other = client.get(f"/w/{two[1].slug}/ho-cua-toi/")

    assert own.status_code == 200
    assert other.status_code == 302
    assert other.url.startswith(f"/w/{two[1].slug}/the/?")


def test_page_of_somebody_is_never_kept_by_a_cache(client, two):
    page = client.get("/bieu-quyet/")

    assert page["Cache-Control"] == "private, no-store"
    assert "camera=()" in page["Permissions-Policy"]
    assert page["Referrer-Policy"] == "strict-origin"  # never a path: a card's is a secret
    assert page["X-Frame-Options"] == "DENY"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'" in page["Content-Security-Policy"]
    assert "unsafe" not in page["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("cookie", "accept", "spoken"),
    [("", "en-GB,en;q=0.9", "vi"), ("en", "vi", "en"), ("xx", "", "vi"), ("vi", "en", "vi")],
)
def test_language_is_vietnamese_unless_chosen(client, two, cookie, accept, spoken):
    if cookie:
        client.cookies["ngon_ngu"] = cookie

    assert client.get("/", headers={"accept-language": accept})["Content-Language"] == spoken


def test_every_request_has_an_id_of_its_own(client, two):
    ids = {client.get("/healthz").wsgi_request.id for _ in range(3)}

    assert len(ids) == 3
    assert {len(one) for one in ids} == {8}


# --- refusals -----------------------------------------------------------------------------------------------------
@pytest.fixture
def refuse(rf, two):
    """The answer to a request whose view met this refusal."""

    def answered(refusal, **head):
        request = rf.get("/x/", headers={"accept": "text/html", **head})
        request.ward, request.is_demo, request.household, request.at = two[0], False, None, builders.AT
        request.actor = builders.actor_for(builders.make_staff(two[0]))
        request.user = request.actor
        inner = middleware.answers(public(lambda _: None))
        return inner.process_exception(request, Refused(refusal))

    return answered


@pytest.mark.parametrize(
    ("code", "status"),
    [("access.role", 403), ("access.ward", 404), ("card.locked", 429), ("voting.closed", 409)],
)
def test_refusal_has_its_status(refuse, code, status):
    details = {"minutes": 15, "closed_at": builders.AT, "doers": "head", "act": "voting.vote.stop"}

    assert refuse(Refusal(code, Convention("card"), details)).status_code == status


def test_refusal_says_its_article_to_people_and_to_programs(refuse):
    refusal = Refusal("voting.closed", Article("D59", 5, 4, "a"), {"closed_at": builders.AT})

    page, answer = refuse(refusal), refuse(refusal, accept="application/json")

    assert "Điều 5" in page.content.decode().replace("\xa0", " ").replace("&nbsp;", " ")
    assert "Điều 5" in json.loads(answer.content)["error"]["citation"]
    assert answer["Content-Type"] == "application/json"


def test_accident_is_not_taken_for_a_refusal(rf):
    assert middleware.answers(public(lambda _: None)).process_exception(rf.get("/"), ValueError()) is None


# --- error pages --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", [400, 403, 404, 409, 429, 500, 503])
def test_error_page_needs_neither_session_nor_database(rf, status, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = errors.page(rf.get("/x/"), status)

    assert page.status_code == status
    assert "<h1" in page.content.decode()


def test_accident_shows_the_id_that_is_in_the_log(rf):
    request = rf.get("/x/")
    request.id = "1a2b3c4d"

    assert "1a2b3c4d" in errors.server_error(request).content.decode()


def test_form_left_open_too_long_is_said_in_plain_words(client, two):
    client.handler.enforce_csrf_checks = True

    page = client.post("/the/", {"number": "3-001", "code": "12345678"})

    assert page.status_code == 403
    assert "CSRF" not in page.content.decode()


def test_health_answers_without_a_ward(client):
    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "seconds_since": {}}


def test_static_file_that_went_away_while_the_service_runs_is_404(client, tmp_path, settings):
    settings.STATIC_ROOT = str(tmp_path)
    names = ("gone.css", "stays.css")
    for name in names:
        (tmp_path / name).write_text("p { margin: 0 }", encoding="utf-8")

    def asked(name):
        response = client.get(f"/tinh/{name}")
        if response.streaming:
            list(response.streaming_content)  # read to its end, a file is closed
        return response

    assert [asked(name).status_code for name in names] == [200, 200]

    (tmp_path / "gone.css").unlink()

    assert [asked(name).status_code for name in (*names, "never.css")] == [404, 200, 404]
    assert "no-store" in asked("gone.css").headers["Cache-Control"]
