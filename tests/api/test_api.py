"""Open data: what the description promises is what comes, and a mistake is told."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta

import pytest
from django_scopes import scope
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

import builders
from builders import AT
from danchu.api.datasets import DATASETS
from danchu.foundation import clock
from danchu.foundation.files.models import StoredFile
from danchu.foundation.search import services
from rooms.voting import stages

pytestmark = [pytest.mark.db, pytest.mark.django_db]
TODAY = date(2026, 11, 2)


@pytest.fixture
def ward(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    made = builders.make_ward(slug="thoi-hoa")
    with scope(ward=made):
        yield made


def put(ward, key, title, **values):
    common = {"kind": "ward", "day": TODAY, "khu_pho_id": None, "url": f"/muc/{key}/"}
    return services.put(ward_id=ward.pk, key=key, title=title, at=AT, **(common | values))


def get(client, path, status=200):
    page = client.get(f"/api/v1/{path}")
    assert page.status_code == status, page.content
    return json.loads(page.content)


def promised(client, path):
    """Schema of the answer at this path of the description, with its references filled in."""
    document = get(client, "openapi.json")
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return {**schema, "components": document["components"]}


def test_description_is_valid(client, ward):
    OpenAPIV31SpecValidator(get(client, "openapi.json")).validate()


def test_schemas_are_valid_and_name_every_field(client, ward):
    for name, dataset in DATASETS.items():
        schema = get(client, f"schema/{name}.json")
        Draft202012Validator.check_schema(schema)
        assert list(schema["properties"]) == [one.name for one in dataset.fields]
    assert get(client, "schema/khac.json", 404)["status"] == 404


def test_start_leads_everywhere(client, ward):
    start = get(client, "")

    for address in (*start["datasets"].values(), start["openapi"]):
        assert client.get(address).status_code == 200


def test_publications_are_as_promised(client, ward):
    place = builders.make_khu_pho(ward, 3)
    file = StoredFile.objects.create(
        ward=ward, sha256="a" * 64, name="Dự toán.pdf", kind="pdf", size=5, opened_by="x", subject="e:1", stored_at=AT
    )
    hidden = StoredFile.objects.create(
        ward=ward, sha256="b" * 64, name="riêng.pdf", kind="pdf", size=5, opened_by="x", subject="e:1", stored_at=AT
    )
    StoredFile.objects.filter(pk=file.pk).update(published_at=AT)
    put(ward, "entry:1", "Dự toán", item="2", files=[file, hidden])
    put(ward, "vote:2", "Biểu quyết", kind="vote", khu_pho_id=place.pk)

    page = get(client, "publications")

    Draft202012Validator(promised(client, "/publications")).validate(page)
    assert [one["id"] for one in page["items"]] == ["vote:2", "entry:1"]
    assert [one["name"] for one in page["items"][1]["files"]] == ["Dự toán.pdf"]
    assert page["items"][0]["place"] == "khu-pho-3"
    one = get(client, "publications/entry:1")
    Draft202012Validator(promised(client, "/publications/{id}")).validate(one)
    assert one == page["items"][1]
    assert get(client, "publications/khong", 404)["title"]


def test_publications_are_found_and_narrowed(client, ward):
    builders.make_khu_pho(ward, 3)
    put(ward, "1", "Sửa đường", item="3")
    put(ward, "2", "Cũ", day=date(2025, 5, 5))

    def ids(query):
        return [one["id"] for one in get(client, f"publications?{query}")["items"]]

    assert ids("q=duong") == ["1"]
    assert ids("item=3") == ["1"]
    assert ids("until=2025-12-31") == ["2"]
    assert ids("since=2026-01-01&place=ward") == ["1"]
    assert ids("place=khu-pho-3") == []


def test_pages_are_followed_by_their_link(client, ward):
    for number in range(7):
        put(ward, str(number), f"Mục {number}", day=TODAY - timedelta(days=number))

    seen, address = [], "http://testserver/api/v1/publications?limit=3&q=muc"
    while address:
        page = client.get(address).json()
        seen += [one["id"] for one in page["items"]]
        address = page["next"]

    assert seen == [str(number) for number in range(7)]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "limit=٣", "since=hom-qua", "place=khong", "khac=1", "q=" + "x" * 201]
)
def test_mistake_is_told(client, ward, query):
    told = get(client, f"publications?{query}", 400)

    assert told["detail"]
    assert told["parameter"] == query.partition("=")[0]


@pytest.mark.parametrize("stage", [stages.scheduled, stages.opened, stages.voted, stages.closed, stages.sealed])
def test_votes_tell_nothing_of_choices_before_the_announcement(tell, client, stage):
    tell(stage)

    page = get(client, "votes")

    Draft202012Validator(promised(client, "/votes")).validate(page)
    (one,) = page["items"]
    for name in ("took_part", "yes", "no", "other", "needed", "passed", "sentence", "announced"):
        assert one[name] is None, name


def test_announced_votes_have_their_figures(tell, client):
    story = tell(stages.announced)

    (one,) = get(client, "votes")["items"]

    Draft202012Validator(promised(client, "/votes/{id}")).validate(get(client, f"votes/{story.vote.slug}"))
    assert (one["yes"], one["no"], one["other"], one["took_part"], one["passed"]) == (6, 1, 1, 8, True)
    assert "hộ đồng ý" in one["sentence"]
    assert get(client, "votes/khong-co", 404)["detail"]
    assert get(client, "votes?after=1&limit=1")["next"] is None


def test_votes_being_prepared_are_not_there(tell, client):
    story = tell(stages.agreed)

    assert get(client, "votes")["items"] == []
    assert get(client, f"votes/{story.vote.slug}", 404)


def test_places(client, ward):
    builders.make_khu_pho(ward, 4)
    builders.make_khu_pho(ward, 3)

    page = get(client, "places")

    Draft202012Validator(promised(client, "/places")).validate(page)
    assert [one["id"] for one in page["items"]] == ["khu-pho-3", "khu-pho-4"]


def test_tables_have_the_columns_of_the_dictionary_and_every_row(tell, client):
    story = tell(stages.announced)

    for name, dataset in DATASETS.items():
        page = client.get(f"/api/v1/{name}.csv")
        rows = list(csv.reader(io.StringIO(b"".join(page.streaming_content).decode("utf-8-sig"))))
        assert page.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert rows[0] == [one.name for one in dataset.fields]
        assert len(rows) == 2, name
    assert rows[1][1] == story.khu_pho.name
    assert get(client, "khac.csv", 404)


def test_words_of_a_table_are_no_formula(client, ward):
    put(ward, "1", "=HYPERLINK(1)", summary="+1")

    lines = b"".join(client.get("/api/v1/publications.csv").streaming_content).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(lines)))[1][3:5] == ["'=HYPERLINK(1)", "'+1"]


def test_large_table_is_read_piece_by_piece(client, ward, monkeypatch):
    from danchu.api import rows

    monkeypatch.setattr(rows, "_AT_A_TIME", 2)
    for number in range(7):
        put(ward, str(number), f"Mục {number}")

    lines = b"".join(client.get("/api/v1/publications.csv").streaming_content).decode().splitlines()
    assert len(lines) == 8


def test_anybody_may_read_and_unchanged_answers_are_not_sent_again(client, ward):
    put(ward, "1", "Một")
    first = client.get("/api/v1/publications")

    assert first.headers["Access-Control-Allow-Origin"] == "*"
    again = client.get("/api/v1/publications", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    put(ward, "2", "Hai")
    assert client.get("/api/v1/publications", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    assert client.post("/api/v1/publications").status_code == 405


def test_other_ward_has_its_own(client, ward):
    put(ward, "1", "Một")
    other = builders.make_ward("Bến Sỏi", slug="ben-soi")

    assert get(client, "publications")["items"]
    page = client.get(f"/w/{other.slug}/api/v1/publications").json()
    assert page["items"] == []
    start = client.get("/w/thoi-hoa/api/v1/").json()
    assert start["openapi"] == "http://testserver/w/thoi-hoa/api/v1/openapi.json"


def test_page_explains_every_field(client, ward):
    page = client.get("/du-lieu-mo/").content.decode()

    for dataset in DATASETS.values():
        for field in dataset.fields:
            assert f"<code>{field.name}</code>" in page
            assert field.vi in page.replace("\u00a0", " ")
    assert "CC-BY-4.0" in page


def test_no_ward_no_data(client, db):
    for path in ("/api/v1/", "/api/v1/publications", "/api/v1/openapi.json", "/du-lieu-mo/"):
        assert client.get(path).status_code == 404
