"""Three faces and a sentence: anybody may, few are not shown, nobody is named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django_scopes import scope

import builders
from builders import AT, log_in, make_staff
from danchu.foundation import clock
from danchu.foundation.access.actor import ANONYMOUS
from danchu.foundation.journal.models import Entry
from danchu.law.answers import Refused
from danchu.law.people import Role
from danchu.law.satisfaction import LEAST_SHOWN, Face, Service
from danchu.rooms.satisfaction import queries, services
from danchu.rooms.satisfaction.models import Rating

pytestmark = [pytest.mark.db, pytest.mark.django_db]
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def ward(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    made = builders.make_ward()
    with scope(ward=made):
        yield made


def give(ward, face=Face.GOOD, service=Service.PROCEDURE, words="", at=AT):
    return services.give_rating(ANONYMOUS, ward_id=ward.pk, service=service, face=face, words=words, at=at)


def shown(ward):
    return [(one.service, one.month, one.counts) for one in queries.months(ward.pk, date(2026, 1, 1))]


def test_rating_is_given_without_an_account(client, ward):
    page = client.post("/hai-long/procedure/", {"face": "good", "words": "  Nhanh  "})

    assert page.status_code == 302
    assert client.get(page.headers["Location"]).status_code == 200
    (rating,) = Rating.objects.all()
    assert (rating.service, rating.face, rating.words, rating.day) == ("procedure", "good", "Nhanh", date(2026, 11, 2))


def test_journal_has_no_words(ward):
    give(ward, words="câu góp ý riêng")

    row = Entry.objects.latest("seq")
    assert (row.act, row.actor) == ("satisfaction.rating.give", "anonymous")
    assert "câu góp ý riêng" not in str(row.facts)


def test_officer_who_rates_is_not_written_down(client, ward):
    log_in(client, make_staff(ward, Role.WARD_OFFICER))

    client.post("/hai-long/procedure/", {"face": "bad"})

    assert Entry.objects.latest("seq").actor == "anonymous"


def test_words_are_not_readable_in_the_table(ward):
    from django.db import connection

    give(ward, words="câu góp ý riêng")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM satisfaction_rating")
        assert "góp ý" not in cursor.fetchone()[0]


def test_fewer_than_five_are_not_shown(ward):
    for number in range(LEAST_SHOWN - 1):
        give(ward, at=AT + timedelta(seconds=number))
    assert shown(ward) == [(Service.PROCEDURE, NOVEMBER, None)]

    give(ward, Face.BAD)
    assert shown(ward) == [(Service.PROCEDURE, NOVEMBER, {Face.GOOD: 4, Face.FAIR: 0, Face.BAD: 1})]


def test_months_and_services_are_apart_by_vietnamese_days(ward):
    late = clock.start_of(date(2026, 12, 1)) - timedelta(minutes=1)
    give(ward, at=late)
    give(ward, at=late + timedelta(minutes=2))
    give(ward, service=Service.PETITION, at=late)

    assert [(service, month.month) for service, month, _ in shown(ward)] == [
        (Service.PROCEDURE, 12),
        (Service.PROCEDURE, 11),
        (Service.PETITION, 11),
    ]


def test_page_shows_results_and_hides_small_ones(client, ward):
    for _ in range(5):
        give(ward)
    give(ward, service=Service.SITE)

    page = client.get("/hai-long/").content.decode()

    assert "11/2026" in page
    assert "ít hơn 5 lượt" in page
    assert page.count('<td class="dc-number">') == 3


@pytest.mark.parametrize(
    ("given", "told"),
    [({}, "Hãy chọn một"), ({"face": "x"}, "Hãy chọn một"), ({"face": "good", "words": "x" * 301}, "301")],
)
def test_wrong_form_says_what_to_do_and_keeps_what_was_typed(client, ward, given, told):
    page = client.post("/hai-long/procedure/", {"words": "giữ lại"} | given)

    assert page.status_code == 422
    assert told in page.content.decode()
    assert given.get("words", "giữ lại") in page.content.decode()
    assert not Rating.objects.exists()


def test_unknown_service_is_404(client, ward):
    assert client.get("/hai-long/khac/").status_code == 404
    assert client.get("/hai-long/khac/da-nhan/").status_code == 404


def test_flood_of_ratings_is_told_to_wait(client, ward):
    for _ in range(60):
        give(ward)

    with pytest.raises(Refused) as caught:
        give(ward)
    assert caught.value.refusal.code == "rate.wait"
    give(ward, service=Service.PETITION)
    page = client.post("/hai-long/procedure/", {"face": "good", "words": "giữ lại"})
    assert page.status_code == 422
    assert "giữ lại" in page.content.decode()
    assert Rating.objects.count() == 61
    give(ward, at=AT + timedelta(minutes=1))


@pytest.mark.parametrize(("role", "status"), [(Role.WARD_OFFICER, 200), (Role.HEAD, 403), (Role.OPERATOR, 403)])
def test_sentences_are_for_officers(client, ward, role, status):
    give(ward, words="<script>alert(1)</script>")
    give(ward)
    place = builders.make_khu_pho(ward)
    log_in(client, make_staff(ward, role, khu_pho=place))

    page = client.get("/hai-long/loi-gop/")

    assert page.status_code == status
    if status == 200:
        assert page.content.decode().count("&lt;script&gt;") == 1
        assert "<script>" not in page.content.decode()
        assert "&lt;script&gt;" not in client.get("/hai-long/loi-gop/?viec=petition").content.decode()


def test_other_ward_sees_nothing_of_it(client, ward):
    for _ in range(5):
        give(ward)
    other = builders.make_ward("Bến Sỏi")

    assert "11/2026" not in client.get(f"/w/{other.slug}/hai-long/").content.decode()
