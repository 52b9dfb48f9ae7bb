"""Thiết lập của phường: dated values, the newest that has begun counts, each with its reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from builders import AT, log_in, make_staff, make_ward
from danchu.foundation import clock
from danchu.foundation.journal.models import Detail, Entry
from danchu.foundation.places.labels import TITLES, choosable, shown
from danchu.foundation.places.settings import set_value, value
from danchu.law.answers import Refused
from danchu.law.people import Role
from danchu.law.settings import SETTINGS

TODAY = clock.day(AT)
DAY = timedelta(days=1)
KEY = "roll.display_days"


def choose(actor, new, valid_from=TODAY, at=AT):
    return set_value(actor, key=KEY, new=new, valid_from=valid_from, basis="NQ 5/NQ-HĐND", at=at)


def test_default_until_the_ward_chooses_and_from_the_day_it_says(officer, ward):
    choose(officer, 5, TODAY + DAY)

    assert [value(ward.pk, KEY, day) for day in (TODAY, TODAY + DAY)] == [3, 5]


def test_correction_for_the_same_day_counts(officer, ward):
    choose(officer, 5)
    choose(officer, 7, at=AT + timedelta(minutes=1))

    assert value(ward.pk, KEY, TODAY) == 7


@pytest.mark.parametrize("wrong", [-1, 61, "5", True, None])
def test_value_outside_what_the_law_leaves_open(officer, wrong):
    with pytest.raises(Refused) as caught:
        choose(officer, wrong)

    assert caught.value.refusal.code == "settings.value"


def test_reason_stands_beside_the_chain(officer):
    choose(officer, 5)

    assert Entry.objects.get().facts == {"value": 5, "from": TODAY.isoformat()}
    assert Detail.objects.get().content == {"basis": "NQ 5/NQ-HĐND"}


def test_values_of_one_ward_are_not_anothers(officer, ward):
    choose(officer, 5)

    assert value(make_ward("Bến Sỏi").pk, KEY, TODAY) == 3


def test_everything_the_law_leaves_open_has_a_name_and_words():
    nothing_to_choose = {"D6_WARD", "meet.quorum.general"}

    assert set(TITLES) == set(SETTINGS) - nothing_to_choose
    for setting in choosable():
        choices = setting.values or (setting.low, setting.high)
        assert len({shown(setting.key, one) for one in choices}) == len(choices)


@pytest.fixture
def as_officer(client, ward):
    log_in(client, make_staff(ward, Role.WARD_OFFICER))
    return client


def test_page_shows_value_reason_and_history(as_officer, ward):
    values = {"value": "5", "valid_from": "1/10/2026", "basis": "NQ 5/NQ-HĐND"}

    assert as_officer.post(f"/thiet-lap/{KEY}/", values).status_code == 302

    content = as_officer.get("/thiet-lap/").content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "5 ngày" in content
    assert "NQ 5/NQ-HĐND" in content
    assert "Luật không quy định niêm yết danh sách hộ bao nhiêu ngày" in content
    assert "NQ 5/NQ-HĐND" in as_officer.get(f"/thiet-lap/{KEY}/").content.decode()


def test_page_takes_a_choice_by_its_words(as_officer, ward):
    content = as_officer.get("/thiet-lap/roll.who_counts/").content.decode()
    assert "chỉ hộ thường trú" in content

    as_officer.post("/thiet-lap/roll.who_counts/", {"value": "0", "valid_from": "1/10/2026", "basis": "CV 7"})

    assert value(ward.pk, "roll.who_counts", TODAY) == "permanent_only"


@pytest.mark.parametrize("wrong", ["61", "ba", ""])
def test_page_keeps_what_was_typed(as_officer, wrong):
    response = as_officer.post(f"/thiet-lap/{KEY}/", {"value": wrong, "valid_from": "1/10/2026", "basis": "CV 7"})

    assert response.status_code == 422
    assert 'value="CV 7"' in response.content.decode()


def test_page_without_such_a_setting(as_officer):
    assert as_officer.get("/thiet-lap/D6_WARD/").status_code == 404
    assert as_officer.get("/thiet-lap/khong.co/").status_code == 404


def test_page_is_the_ward_officers(client, ward):
    log_in(client, make_staff(ward, Role.WARD_CHAIR))

    assert client.get("/thiet-lap/").status_code == 403
