"""Mời họp: the days of a meeting, by the rules in use."""

from __future__ import annotations

from datetime import date

import pytest

from danchu.desks.convene import earliest, meeting
from danchu.law.matters import Matter
from desks.test_home import text_of

PAGE = "/viec-cua-toi/moi-hop/"
SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("matter", "needed", "papers_day"),
    [
        (Matter.D1, 208, date(2026, 11, 26)),
        (Matter.D3, 157, date(2026, 11, 26)),
        (Matter.D4, 157, None),
        (Matter.D6, 157, None),
    ],
)
def test_days_and_threshold_of_a_meeting(tell, matter, needed, papers_day):
    story = tell(None)

    found = meeting(matter, SATURDAY, households=312, ward_id=story.ward.pk)

    assert found.notice.end == date(2026, 11, 26)
    assert (found.documents.end if found.documents else None) == papers_day
    assert found.sending.end == date(2026, 12, 4)
    assert (found.needed.households, found.needed.of) == (needed, 312)


def test_notice_two_days_before_is_in_time_and_one_day_is_not(tell):
    story = tell(None)
    found = meeting(Matter.D6, SATURDAY, households=10, ward_id=story.ward.pk)

    assert found.in_time(date(2026, 11, 26))
    assert not found.in_time(date(2026, 11, 27))
    assert earliest(date(2026, 11, 26)) == SATURDAY


def test_cluster_meetings_are_named_from_two_hundred_households_on(tell):
    story = tell(None)

    def rules(households):
        found = meeting(Matter.D6, SATURDAY, households=households, ward_id=story.ward.pk)
        return [rule.key for rule in found.before]

    assert "meet.cluster" not in rules(199)
    assert "meet.cluster" in rules(200)


def test_page_gives_the_last_day_with_its_article(tell, visitor):
    story = tell(None)

    response = visitor(story.head).get(PAGE, {"matter": "D1", "day_0": "28", "day_1": "11", "day_2": "2026"})

    said = text_of(response)
    assert "Báo các hộ chậm nhất thứ Năm, 26/11/2026" in said
    assert "Nghị định 59/2023/NĐ-CP" in said
    assert "ít nhất 7/10 hộ" in said
    assert "Giấy mời họp" in said


def test_page_says_so_when_the_day_is_too_near(tell, visitor):
    story = tell(None)  # 2/11/2026

    response = visitor(story.head).get(PAGE, {"matter": "D6", "day_0": "3", "day_1": "11", "day_2": "2026"})

    assert "sớm nhất họp được thứ Tư, 4/11/2026" in text_of(response)


@pytest.mark.parametrize("day", [("31", "2", "2026"), ("", "", ""), ("1", "1", "26")])
def test_page_keeps_what_was_typed_when_there_is_no_such_day(tell, visitor, day):
    story = tell(None)
    values = dict(zip(("day_0", "day_1", "day_2"), day, strict=True))

    response = visitor(story.head).get(PAGE, {"matter": "D2", **values})

    assert response.status_code == 422
    assert 'value="D2" selected' in response.content.decode()
    assert 'id="error-summary"' in response.content.decode()
