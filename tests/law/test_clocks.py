"""Every legal clock: the four vectors, one case for each period of the register, and the reasons given."""

from datetime import date, timedelta

import pytest

from danchu.foundation.workdays import calendar_around, vietnam_calendar
from danchu.law.clocks import due
from danchu.law.rules import UnknownRule, rules_at

CALENDAR = vietnam_calendar(range(2025, 2030))
THURSDAY = date(2026, 8, 20)

# From Thursday 20 August 2026. 22 August is a worked Saturday; 31 August to 2 September are days off.
FROM_20_AUGUST = {
    "disclose.deadline": "2026-08-26",
    "disclose.post.period": "2026-09-19",
    "disclose.radio": "2026-08-23",
    "disclose.quarter_list": "2026-09-30",
    "propose.initiative.validity": "2026-11-20",
    "meet.notice": "2026-08-18",
    "meet.docs": "2026-08-18",
    "ballot.plan": "2026-08-22",
    "ballot.public_info": "2026-08-18",
    "doc.send": "2026-08-26",
    "recognise.deadline": "2026-08-26",
    "elect.plan": "2026-07-31",
    "elect.candidates": "2026-08-05",
    "elect.team": "2026-08-10",
    "elect.notice": "2026-08-13",
    "elect.recognise": "2026-08-26",
    "dismiss.recognise": "2026-08-26",
    "dismiss.new_election": "2026-10-19",
    "dismiss.interim": "2027-02-20",
    "conf.notice": "2026-08-15",
    "consult.period": "2026-09-09",
    "bttnd.notice": "2026-08-13",
    "bttnd.answer": "2026-09-04",
    "bttnd.vacancy": "2026-02-20",
    "bgs.notice45": "2026-07-06",
    "bgs.answer": "2026-09-04",
    "ag.disclose.deadline": "2026-08-26",
    "ag.disclose.period": "2026-09-09",
    "ag.conf.when": "2026-11-20",
    "ag.review6m": "2027-02-20",
    "ag.bttnd.term": "2028-08-20",
    "ag.bttnd.answer": "2026-09-04",
    "ag.bttnd.notice": "2026-08-13",
    "ag.bttnd.recognise": "2026-08-26",
    "soe.disclose": "2026-09-04",
    "soe.disclose.period": "2026-09-09",
    "hu.post": "2026-09-19",
    "hu.submit": "2026-08-26",
    "hu.recognise": "2026-08-26",
    "hu.send": "2026-08-22",
    "hu.suspend": "2026-08-24",
    "hu.abolish": "2026-08-26",
    "ati.online.simple": "2026-08-24",
    "ati.online.complex.notice": "2026-08-24",
    "ati.online.complex": "2026-09-14",
    "ati.online.extension": "2026-09-04",
    "ati.wrong_info": "2026-09-04",
    "ati.direct.complex": "2026-09-07",
    "ati.post": "2026-08-26",
    "inspect.reception_10wd": "2026-09-07",
    "pd.dsr.reply": "2026-08-22",
    "pd.breach": "2026-08-23",
}


@pytest.mark.parametrize("rule", FROM_20_AUGUST)
def test_clock_ends_on_its_day(rule):
    deadline = due(rule, THURSDAY, CALENDAR)

    assert deadline.end.isoformat() == FROM_20_AUGUST[rule]
    assert (deadline.rule, deadline.start) == (rule, THURSDAY)


def test_clocks_are_all_tested():
    assert set(FROM_20_AUGUST) == set(rules_at().periods)


@pytest.mark.parametrize("rule", FROM_20_AUGUST)
def test_clock_says_why_in_both_languages(rule):
    why = due(rule, THURSDAY, CALENDAR).why

    assert set(why) == {"vi", "en"}
    assert "thứ Năm, 20/8/2026" in why["vi"]
    assert "Thursday, 20 August 2026" in why["en"]
    assert "{" not in why["vi"] + why["en"]


@pytest.mark.parametrize(
    ("rule", "start", "end"),
    [
        ("doc.send", date(2026, 8, 20), date(2026, 8, 26)),
        ("bttnd.answer", date(2026, 8, 17), date(2026, 9, 3)),
        ("meet.notice", date(2026, 11, 20), date(2026, 11, 18)),
        ("disclose.post.period", date(2026, 6, 1), date(2026, 7, 1)),
    ],
)
def test_vectors_of_day_counting(rule, start, end):
    assert due(rule, start, calendar_around(start)).end == end


def test_latest_day_moves_off_a_holiday_and_keeps_what_it_skipped():
    deadline = due("bttnd.answer", date(2026, 8, 17), CALENDAR)

    assert deadline.skipped == (date(2026, 9, 1), date(2026, 9, 2))
    assert deadline.why["vi"] == (
        "Tính từ thứ Hai, 17/8/2026, không tính ngày đầu; 15 ngày là đến thứ Ba, 1/9/2026, rơi vào ngày nghỉ nên "
        "chuyển sang ngày làm việc tiếp theo. Chậm nhất là thứ Năm, 3/9/2026. "
        "Bỏ qua thứ Ba 1/9 (Quốc khánh) và thứ Tư 2/9 (Quốc khánh)."
    )


def test_working_days_name_the_sunday_skipped_and_the_saturday_worked():
    deadline = due("doc.send", THURSDAY, CALENDAR)

    assert deadline.skipped == (date(2026, 8, 23),)
    assert deadline.why["vi"] == (
        "Tính từ thứ Năm, 20/8/2026, không tính ngày đầu; trong 5 ngày làm việc. Chậm nhất là thứ Tư, 26/8/2026. "
        "Bỏ qua Chủ nhật 23/8. Có tính thứ Bảy 22/8 vì là ngày làm bù."
    )


def test_notice_before_never_moves_and_a_day_earlier_is_advised():
    monday = date(2026, 8, 24)

    deadline = due("meet.notice", monday, CALENDAR)

    assert deadline.end == date(2026, 8, 22)
    assert due("meet.notice", date(2026, 9, 4), CALENDAR).end == date(2026, 9, 2)  # a holiday
    assert "nên làm từ thứ Sáu, 21/8/2026" in deadline.why["vi"]


def test_minimum_length_never_moves():
    assert due("hu.post", date(2026, 8, 3), CALENDAR).end == date(2026, 9, 2)


def test_hours_run_on_through_days_off():
    assert due("pd.breach", date(2026, 8, 29), CALENDAR).end == date(2026, 9, 1)


def test_ward_setting_changes_an_unsure_number():
    sooner = due("inspect.reception_10wd", THURSDAY, CALENDAR, settings={"inspect.reception_10wd": 5})

    assert sooner.end == date(2026, 8, 26)
    assert due("pd.breach", THURSDAY, CALENDAR, settings={"pd.breach": 25}).end == THURSDAY + timedelta(days=2)
    assert due("pd.breach", THURSDAY, CALENDAR, settings={"pd.breach": 24}).end == THURSDAY + timedelta(days=1)


def test_setting_does_not_touch_a_number_of_the_law():
    assert due("doc.send", THURSDAY, CALENDAR, settings={"doc.send": 90}).end == date(2026, 8, 26)


def test_one_extension_where_the_law_gives_one():
    plain = due("ati.direct.complex", THURSDAY, CALENDAR)
    extended = due("ati.direct.complex", THURSDAY, CALENDAR, extended=True)

    assert plain.end == date(2026, 9, 7)
    assert extended.end == date(2026, 9, 21)
    assert "gia hạn một lần thêm 10 ngày làm việc" in plain.why["vi"]
    assert "gia hạn" not in extended.why["vi"]
    with pytest.raises(ValueError, match="no extension"):
        due("doc.send", THURSDAY, CALENDAR, extended=True)


def test_unknown_clock_is_an_accident():
    with pytest.raises(UnknownRule):
        due("pass.D1D2", THURSDAY, CALENDAR)
