"""Báo cáo: figures from the records, sealed until the close, the same on the page and in the sheet."""

from __future__ import annotations

import io
from datetime import timedelta

from openpyxl import load_workbook

import builders
from danchu.desks import report
from danchu.foundation.people.queries import khu_pho_rows
from danchu.law.people import Role
from desks.test_home import queries, text_of
from rooms.voting import stages

PAGE, SHEET = "/viec-cua-toi/bao-cao/", "/viec-cua-toi/bao-cao.xlsx"


def cells(response):
    book = load_workbook(io.BytesIO(response.content))
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows], book


def test_before_the_close_there_are_no_figures_anywhere(tell, visitor):
    story = tell(stages.opened)
    stages.voted(story)
    client = visitor(story.head)

    (row,), _ = cells(client.get(SHEET))

    assert [row[name] for name in ("Hộ tham gia", "Đồng ý", "Không đồng ý", "Ý kiến khác", "Kết quả")] == [None] * 5
    assert "tham gia" not in text_of(client.get(PAGE))


def test_after_the_close_page_and_sheet_tell_the_same(tell, visitor):
    story = tell(stages.sent)
    client = visitor(story.head)

    (row,), book = cells(client.get(SHEET))

    assert "8/10 hộ tham gia, 6 đồng ý, cần ít nhất 6" in text_of(client.get(PAGE))
    assert (row["Hộ tham gia"], row["Đồng ý"], row["Không đồng ý"], row["Ý kiến khác"]) == (8, 6, 1, 1)
    assert row["Kết quả"] == "Được thông qua"
    assert [line[0].value for line in book["Chú giải"].iter_rows(min_row=2)] == [one.title for one in report.COLUMNS]


def test_a_decision_not_sent_in_time_is_late_and_stays_late_when_sent(tell, visitor):
    story = tell(stages.announced)
    client = visitor(story.head)
    (row,), _ = cells(client.get(SHEET))
    assert (row["Trễ hạn"], row["Đã gửi"]) == (None, None)

    story.at += timedelta(days=14)
    (row,), _ = cells(client.get(SHEET))
    assert (row["Trễ hạn"], row["Đã gửi"]) == ("có", None)

    stages.sent(story)
    (row,), _ = cells(client.get(SHEET))
    assert row["Trễ hạn"] == "có"
    assert row["Đã gửi"] is not None


def test_head_reads_the_own_khu_pho_and_the_officer_all(tell, visitor):
    story = tell(stages.announced)
    elsewhere = builders.make_khu_pho(story.ward, 4)
    stranger = builders.make_staff(story.ward, Role.HEAD, khu_pho=elsewhere)

    assert "Tổng vệ sinh" not in text_of(visitor(stranger).get(PAGE))
    assert cells(visitor(stranger).get(SHEET))[0] == []
    assert "Khu phố 4" in text_of(visitor(story.officer).get(PAGE))


def test_figures_count_votes_decisions_and_lateness(tell):
    story = tell(stages.announced)
    tell(stages.roll_shown, story)
    story.at += timedelta(days=30)
    places = khu_pho_rows(story.ward.pk, day=story.at.date())

    found = report.lines(places, 2026, story.at)
    (figures,) = report.figures(places, found)

    assert (figures.votes, figures.decided, figures.passed, figures.late) == (2, 1, 1, 1)


def test_another_year_is_another_report(tell, visitor):
    story = tell(stages.sent)

    response = visitor(story.head).get(PAGE, {"nam": "2025"})

    assert "Báo cáo năm 2025" in text_of(response)
    assert "Năm này chưa có cuộc biểu quyết nào." in text_of(response)
    assert "Báo cáo năm 2026" in text_of(visitor(story.head).get(PAGE, {"nam": "1"}))


def test_number_of_queries_does_not_grow_with_the_votes(tell, visitor):
    story = tell(stages.announced)
    client = visitor(story.head)
    few = queries(PAGE, client)

    for _ in range(3):
        tell(stages.announced, story)

    assert queries(PAGE, client) == few <= 20
