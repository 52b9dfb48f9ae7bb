"""Vào bằng thẻ: opening a link only shows a page, its button logs in; secrets never reach a log."""

from __future__ import annotations

import logging

import pytest
import structlog

from builders import log_in_household, make_card, make_household, make_khu_pho, make_ward
from danchu.foundation.accounts.models import HouseholdAccess
from danchu.foundation.journal.models import Entry
from danchu.server import logs


@pytest.fixture
def household(khu_pho):
    return make_household(khu_pho, number="3-001")


def test_opening_the_link_logs_nobody_in(client, household):
    token = make_card(household).token

    response = client.get(f"/the/{token}/")

    assert response.status_code == 200
    assert "Vào bằng thẻ này" in response.content.decode()
    assert client.get("/ho-cua-toi/").status_code == 302
    assert not HouseholdAccess.objects.exists()


def test_button_logs_in_and_the_household_sees_it(client, household):
    token = make_card(household).token

    response = client.post(f"/the/{token}/", headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14) Zalo"})

    assert response.headers["Location"] == "/bieu-quyet/cua-ho/"
    access = HouseholdAccess.objects.get()
    assert (access.how, access.device) == ("qr", "Android, Zalo")
    assert Entry.objects.get().actor == f"household:{household.pk}"


def test_after_the_card_back_to_the_page_only_if_it_is_ours(client, household):
    token = make_card(household).token

    ours = client.post(f"/the/{token}/", {"tiep": "/ho-cua-toi/"})
    theirs = client.post(f"/the/{token}/", {"tiep": "https://elsewhere.example/"})

    assert ours.headers["Location"] == "/ho-cua-toi/"
    assert theirs.headers["Location"] == "/bieu-quyet/cua-ho/"


def test_dead_or_unknown_card_says_what_to_do(client, db):
    make_ward()

    response = client.get("/the/khong-co-the-nay/")

    assert response.status_code == 409
    page = response.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "Thẻ này không dùng được" in page
    assert "Lấy thẻ mới nhất" in page
    assert 'href="/the/"' in page
    assert "quy ước" not in page


def test_typed_code_wrong_keeps_the_number_and_says_what_to_look_at(client, household):
    code = make_card(household).code

    response = client.post("/the/", {"number": "3-001", "code": f"{(int(code) + 1) % 10**8:08d}"})

    content = response.content.decode()
    assert response.status_code == 422
    assert 'value="3-001"' in content
    assert "Xem lại số hộ và 8 số trên thẻ" in content.replace("\N{NO-BREAK SPACE}", " ")


def test_locked_page_says_whom_to_call(client, household):
    code = make_card(household).code
    for _ in range(5):
        client.post("/the/", {"number": "3-001", "code": f"{(int(code) + 1) % 10**8:08d}"})

    response = client.post("/the/", {"number": "3-001", "code": code})

    assert response.status_code == 429
    assert 'href="tel:02745550100"' in response.content.decode()


def test_typed_code_logs_in(client, household):
    code = make_card(household).code

    response = client.post("/the/", {"number": "3-001", "code": f"{code[:4]} {code[4:]}"})

    assert response.status_code == 302
    assert client.get("/ho-cua-toi/").status_code == 200
    assert HouseholdAccess.objects.get().how == "typed"


def test_leaving_shows_nothing_to_the_next_person(client, household):
    log_in_household(client, household)

    client.post("/the/ra/")

    assert client.get("/ho-cua-toi/").status_code == 302


def test_session_of_one_ward_is_nobody_in_another(client, household):
    log_in_household(client, household)
    other = make_ward("Bến Sỏi")
    make_khu_pho(other)

    assert client.get("/ho-cua-toi/").status_code == 200
    assert client.get(f"/w/{other.slug}/ho-cua-toi/").status_code == 302


def test_card_pages_are_kept_by_no_cache(client, household):
    token = make_card(household).token

    response = client.get(f"/the/{token}/")

    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "strict-origin"  # the path is told to nobody


class _Keep(logging.Handler):
    """Every line as the service's own formatter would write it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(logging.getLogger().handlers[0].formatter)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


def test_tokens_never_reach_a_log(client, household):
    secrets = make_card(household)
    before = logging.getLogger().handlers[:]
    logs.configure({"level": "DEBUG"})
    kept = _Keep()
    logging.getLogger().addHandler(kept)
    try:
        client.get(f"/the/{secrets.token}x/")  # dead: Django logs the address as a warning
        client.get(f"/lien-ket/{secrets.token}/")
        structlog.get_logger().warning("seen", path=f"/the/{secrets.token}/", next=f"?tiep=/the/{secrets.token}/")
    finally:
        logging.getLogger().handlers = before
        logging.getLogger().setLevel(logging.WARNING)

    assert [line for line in kept.lines if "/the/…" in line]
    assert not [line for line in kept.lines if secrets.token in line]
