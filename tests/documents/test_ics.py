from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from danchu.documents.ics import CalendarEntry, ics
from documents.samples import moment

AT = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
SEND = CalendarEntry(
    "vote-7.doc.send", "Gửi biên bản", date(2026, 12, 14), date(2026, 12, 18), "điểm b khoản 4", "https://a.example/7"
)
VOTE = CalendarEntry("vote-7.open", "Biểu quyết: tổng vệ sinh", moment(6, 7), moment(12, 17), changed=2)


def _events(data):
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_days_include_the_last_one():
    (event,) = _events(ics("Khu phố 3", "thoihoa.example", [SEND], at=AT))
    assert event["uid"] == "vote-7.doc.send@thoihoa.example"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 14), date(2026, 12, 19))
    assert event["summary"] == "Gửi biên bản"
    assert event["description"] == "điểm b khoản 4"
    assert event["url"] == "https://a.example/7"
    assert event["sequence"] == 0


def test_moments_are_in_universal_time():
    (event,) = _events(ics("Khu phố 3", "thoihoa.example", [VOTE], at=AT))
    assert event.decoded("dtstart") == datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 12, 12, 10, 0, tzinfo=UTC)
    assert event["sequence"] == 2
    assert "description" not in event
    assert "url" not in event


def test_reminder_comes_one_day_before_the_end():
    (alarm,) = Calendar.from_ical(ics("K", "h.example", [SEND], at=AT)).walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-1)
    assert alarm["trigger"].params["RELATED"] == "END"


def test_same_entries_give_the_same_bytes_and_keep_their_names():
    assert ics("K", "h.example", [SEND, VOTE], at=AT) == ics("K", "h.example", [SEND, VOTE], at=AT)
    later = [e["uid"] for e in _events(ics("K", "h.example", [SEND, VOTE], at=AT + timedelta(days=3)))]
    assert later == ["vote-7.doc.send@h.example", "vote-7.open@h.example"]


@pytest.mark.parametrize(
    ("start", "end"),
    [(date(2026, 1, 1), moment(3, 4)), (datetime(2026, 1, 1), datetime(2026, 1, 2))],  # noqa: DTZ001
)
def test_mixed_or_naive_times_are_an_accident(start, end):
    with pytest.raises(ValueError, match="aware moments"):
        ics("K", "h.example", [CalendarEntry("a", "A", start, end)], at=AT)
