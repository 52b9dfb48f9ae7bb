"""The plan of the year, the quarterly list, the report to the Council."""

from __future__ import annotations

from datetime import date

import pytest

from danchu.foundation.duties.models import Duty
from danchu.foundation.journal.models import Entry as Row
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.disclosure import Track
from danchu.law.disclosure_acts import PlanLine, may_adopt
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.models import Entry, Plan
from rooms.disclosure.ward import AT, DAY, TODAY, fresh

pytestmark = [pytest.mark.db, pytest.mark.django_db]
LINES = [
    PlanLine(str(number), f"Nội dung {number}", ("portal",), "Sau khi ban hành", "30 ngày", "Văn phòng")
    for number in range(1, 15)
]


def refused(call, *args, **values):
    with pytest.raises(Refused) as caught:
        call(*args, **values)
    return caught.value.refusal


def test_plan_is_written_adopted_and_amended_by_a_new_number(town):
    plan = services.edit_plan(town.officer, year=2027, lines=LINES, at=AT)
    again = services.edit_plan(town.officer, year=2027, lines=LINES, at=AT)
    services.adopt_plan(town.actor("chair"), plan_id=plan.pk, paper="12/KH-UBND", at=AT)
    amended = services.edit_plan(town.officer, year=2027, lines=LINES[:3], at=AT)

    assert (again.pk, amended.number) == (plan.pk, 2)
    assert queries.plan_of(town.ward.pk, 2027) == amended
    assert len(queries.plan_lines(Plan.objects.get(pk=plan.pk))) == 14
    assert (
        refused(services.adopt_plan, town.officer, plan_id=plan.pk, paper="", at=AT).code == "disclosure.plan_adopted"
    )


@pytest.mark.parametrize("number", [1, 14])
def test_plan_names_the_item_that_is_not_planned(town, number):
    lines = [line for line in LINES if line.key != str(number)]
    plan = services.edit_plan(town.officer, year=2027, lines=lines, at=AT)

    refusal = refused(services.adopt_plan, town.officer, plan_id=plan.pk, paper="", at=AT)

    assert (refusal.code, refusal.details["missing_vi"]) == ("disclosure.plan_incomplete", f"nội dung số {number}")


@pytest.mark.parametrize("field", ["content", "channels", "time", "period", "responsible"])
def test_plan_lacks_one_of_the_five_things(field):
    from dataclasses import replace

    line = replace(LINES[6], **{field: () if field == "channels" else ""})

    answer = may_adopt([*LINES[:6], line, *LINES[7:]])

    assert not answer
    assert answer.details["missing_vi"].endswith("của nội dung số 7")
    assert answer.article.key == "L10.14.1"


@pytest.mark.parametrize("who", ["head", "delegate"])
def test_plan_is_the_wards(town, who):
    assert refused(services.edit_plan, town.actor(who), year=2027, lines=LINES, at=AT).code == "access.role"


def test_first_publication_of_the_quarter_owes_its_list(town):
    town.public("7")

    duty = Duty.objects.get(rule="disclose.quarter_list")
    assert (duty.subject, duty.due, duty.done_at) == ("list:2026-Q4", date(2026, 12, 31), None)


def test_list_says_what_was_disclosed_and_in_which_form(town):
    town.hang(town.public("7"), town.places[0])
    town.public("1", title="Kế hoạch năm 2027")
    town.draft("2")
    town.public("3", track=Track.AGENCY)

    entry = services.publish_list(town.officer, at=AT)

    assert (entry.track, entry.key) == (Track.LIST, "2026-Q4")
    assert fresh(entry).current.title == "Danh sách nội dung đã công khai, quý IV năm 2026"
    lines = fresh(entry).current.body.split("\n\n")
    assert [line.split(".")[0] for line in lines] == ["1", "7"]
    assert "niêm yết, trang thông tin điện tử" in lines[1]
    assert Duty.objects.get(subject="list:2026-Q4").done_at == AT
    assert Row.objects.filter(act=Act.DISCLOSURE_LIST_PUBLISH).get().facts == {"quarter": "2026-Q4", "entries": 2}


def test_list_hangs_everywhere_by_the_end_of_the_quarter(town):
    entry = services.publish_list(town.officer, at=AT)

    found = queries.verdict_of(fresh(entry), TODAY)

    assert {one.requirement.due.end for one in found.findings} == {date(2026, 12, 31)}
    assert len(found.findings) == 5


def test_one_list_a_quarter_and_the_next_begins_where_it_ended(town):
    town.public("7")
    services.publish_list(town.officer, at=AT)
    new_year = AT + 70 * DAY
    town.public("8", at=new_year, source_on=TODAY + 70 * DAY)

    assert refused(services.publish_list, town.officer, at=AT).code == "disclosure.list_exists"
    assert [one.item for one in queries.since_last_list(town.ward.pk, AT + 70 * DAY)] == ["8"]
    assert services.publish_list(town.officer, at=new_year).key == "2027-Q1"


def test_report_is_owed_on_the_day_of_the_session(town):
    values = {"session_on": date(2026, 12, 15), "period_from": date(2026, 7, 1), "period_to": date(2026, 12, 1)}

    report = services.plan_report(town.officer, at=AT, **values)

    duty = Duty.objects.get(subject=f"report:{report.pk}")
    assert (duty.rule, duty.due, duty.basis) == ("disclose.report", date(2026, 12, 15), "L10.14.3")
    assert refused(services.plan_report, town.officer, at=AT, **values).code == "disclosure.report_exists"
    services.send_report(town.actor("chair"), report_id=report.pk, at=AT)
    assert Duty.objects.get(subject=f"report:{report.pk}").done_at == AT
    assert refused(services.send_report, town.officer, report_id=report.pk, at=AT).code == "disclosure.report_sent"


def test_report_that_ends_before_it_begins(town):
    values = {"session_on": date(2026, 12, 15), "period_from": TODAY, "period_to": TODAY - DAY}

    assert refused(services.plan_report, town.officer, at=AT, **values).code == "disclosure.posting_days"


def test_figures_of_a_period(town):
    town.public("7", source_on=TODAY - 20 * DAY)
    town.public("14")
    town.public("14", at=AT + 60 * DAY)

    found = queries.figures(town.ward.pk, TODAY, TODAY + 30 * DAY, TODAY)

    assert (found.disclosed, found.by_item) == (2, (("7", 1), ("14", 1)))
    assert (found.late, found.missing, found.requests) == (1, 1, 0)
    assert Entry.objects.count() == 3
