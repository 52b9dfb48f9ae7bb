"""Whatever is logged, at the finest level, gives nobody away: no card, code, link, receipt, phone or name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from robustness.conftest import Maker
from robustness.making import PHONE
from robustness.place import Cut, Phone, Place, Web
from robustness.voters import ACCEPTED, plain


def staff_link(place: Place) -> str:
    """A fresh one-time link, as the operator's terminal shows it."""
    words = ("user", "create", "thu.nhat", "--name", "Đặng Thị Nhất", "--role", "ward_officer")
    shown = place.program.json(*words)
    return next(urlsplit(value).path for value in shown.values() if "/lien-ket/" in str(value))


@pytest.fixture
def story(place: Place, running: Callable[..., Web]) -> tuple[Place, Web, set[str]]:
    """A household comes in both ways, votes, looks around; a person opens a one-time link; some things go wrong."""
    web = running(place, DANCHU_LOG_LEVEL="DEBUG")
    first, second = place.homes[:2]
    secrets = {PHONE, PHONE.replace(" ", "")}
    for one in (first, second):
        secrets |= {one.token, one.code, f"{one.code[:4]} {one.code[4:]}"}
    phone, other = Phone(web.port), Phone(web.port)
    phone.come_in(first)
    phone.open_ballot(place.slug)
    filled = phone.ballot("other")
    phone.post(f"/bieu-quyet/{place.slug}/xem-lai/", filled)
    assert phone.post(f"/bieu-quyet/{place.slug}/gui/", filled).status == ACCEPTED
    code = phone.receipt(place.slug)
    for path in ("/", "/ho-cua-toi/", f"/bieu-quyet/{place.slug}/", "/khong-co/", f"/the/{'x' * 22}/"):
        phone.get(path)
    other.get("/the/")
    other.post("/the/", {"number": second.number, "code": second.code})
    other.post("/the/", {"number": second.number, "code": "1111 2222"})
    tracker = place.ask("from danchu.rooms.voting.models import Ballot\nanswer = Ballot.objects.get().tracker")
    other.get(f"/bieu-quyet/bien-nhan/{tracker}/")
    other.get(f"/bieu-quyet/bien-nhan/{tracker}x/")
    link = staff_link(place)
    person = Phone(web.port)
    person.get(link)
    person.post(link, {"password": "mot hai ba bon nam", "again": "mot hai ba bon nam"})
    person.get(link)
    other.cookies["csrf"] = "x" * 32  # a page left open too long: Django logs the address
    other.ask("POST", f"/the/{first.token}/", {})
    names = place.ask(
        "from danchu.foundation.people.models import Member\n"
        "from danchu.foundation.accounts.models import Staff\n"
        "answer = [*Member.objects.values_list('full_name', flat=True), *Staff.objects.values_list('full_name',"
        " flat=True)]"
    )
    secrets |= {code, plain(code), tracker, link.strip("/").rpartition("/")[2], filled["words"], filled["form_key"]}
    secrets |= {*names, phone.cookies["phien"], other.cookies["phien"], "mot hai ba bon nam"}
    return place, web, secrets


def test_log_at_its_finest_gives_nobody_away(story: tuple[Place, Web, set[str]]) -> None:
    _, web, secrets = story
    log = web.log.read_text(encoding="utf-8")

    lines = [json.loads(line) for line in log.splitlines()]

    for address in ("/khong-co/", "/the/…", "/bien-nhan/…", "/lien-ket/…"):
        assert any(address in line["event"] for line in lines), "what went wrong is logged, its secret blotted out"
    flat = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    assert sorted(secret for secret in secrets if secret in flat) == []
    assert not re.search(r"Nguyễn|Trần|Lê |Phạm|Huỳnh", flat)


def test_log_of_an_accident_gives_nobody_away(maker: Maker, place: Place, running: Callable[..., Web]) -> None:
    """The database is broken under a card's link: the traceback is logged, the card is not."""
    web = running(place, DANCHU_LOG_LEVEL="DEBUG")
    place.ask(
        "from django.db import connection\n"
        "with connection.cursor() as cursor:\n"
        "    cursor.execute('ALTER TABLE accounts_card RENAME TO accounts_card_gone')\n"
        "answer = True"
    )
    token = place.homes[0].token

    with pytest.raises(Cut):
        Phone(web.port).come_in(place.homes[0])

    log = web.log.read_text(encoding="utf-8")
    assert "accounts_card" in log
    assert token not in log
