"""Vì sao là ngày ấy: the count of a legal clock told so that a reader can count along."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from danchu.law.days import Calendar, Counted
from danchu.law.rules import Period
from danchu.law.speech import day, listed, number, short_day

_UNITS = {
    "day": ("ngày", "days"),
    "working_day": ("ngày làm việc", "working days"),
    "consecutive_day": ("ngày liên tục", "consecutive days"),
    "month": ("tháng", "months"),
    "year": ("năm", "years"),
    "hour": ("giờ", "hours"),
}

# By direction: how the count is told. ``{end}`` is a full day with its weekday.
_TOLD = {
    "max_after": (
        "Tính từ {start}, không tính ngày đầu; trong {n} {unit}. Chậm nhất là {end}.",
        "Counted from {start}, without the first day; within {n} {unit}. At the latest on {end}.",
    ),
    "moved": (
        "Tính từ {start}, không tính ngày đầu; {n} {unit} là đến {moved_from}, rơi vào ngày nghỉ nên chuyển sang "
        "ngày làm việc tiếp theo. Chậm nhất là {end}.",
        "Counted from {start}, without the first day; {n} {unit} end on {moved_from}, a day off, so the last day moves "
        "to the next working day. At the latest on {end}.",
    ),
    "min_before": (
        "Đếm lùi từ {start}, không tính ngày đó; trước ít nhất {n} {unit}. Ngày cuối cùng còn kịp là {end}; "
        "nên làm từ {earlier}.",
        "Counted back from {start}, without that day; at least {n} {unit} before. The last day in time is {end}; "
        "better by {earlier}.",
    ),
    "min_duration": (
        "Bắt đầu {start}, ngày thứ nhất là hôm sau; cần đủ {n} {unit}, gián đoạn thì tính lại từ đầu. "
        "Đủ vào cuối {end}.",
        "Begun on {start}, the next day is day one; {n} {unit} are needed, and a gap starts the count again. "
        "Complete at the end of {end}.",
    ),
    "max_duration": (
        "Bắt đầu {start}; không quá {n} {unit}. Ngày cuối cùng là {end}.",
        "Begun on {start}; at most {n} {unit}. The last day is {end}.",
    ),
    "duration": (
        "Bắt đầu {start}; trong {n} {unit}. Kết thúc vào {end}.",
        "Begun on {start}; for {n} {unit}. It ends on {end}.",
    ),
    "every": (
        "Cứ {n} {unit} một lần, tính từ {start}. Lần tới là {end}.",
        "Once every {n} {unit}, counted from {start}. The next time is {end}.",
    ),
    "quarter": (
        "Mỗi quý một lần; {start} thuộc quý kết thúc vào {end}, chậm nhất là ngày đó.",
        "Once a quarter; {start} lies in the quarter that ends on {end}, at the latest on that day.",
    ),
    "min_remaining": (
        "Tính lùi từ {start}; còn ít nhất {n} {unit}. Ngày cuối cùng còn đủ thời gian là {end}.",
        "Counted back from {start}; at least {n} {unit} must remain. The last day on which they do is {end}.",
    ),
    "hour": (
        "Tính liền {n} giờ kể từ lúc phát hiện trong {start}, kể cả ngày nghỉ. Chậm nhất là cùng giờ ấy, {end}.",
        "{n} hours on end from the moment of detection on {start}, days off included. At the latest at the same "
        "time on {end}.",
    ),
}
_SKIPPED = ("Bỏ qua {days}.", "Skipped: {days}.")
_SWAPPED = ("Có tính {days} vì là ngày làm bù.", "Counted, being worked in exchange: {days}.")
_EXTENSION = (
    "Được gia hạn một lần thêm {n} {unit}, phải báo trước.",
    "May be extended once by {n} {unit}, with notice.",
)


def why(period: Period, n: int, start: date, counted: Counted, calendar: Calendar) -> dict[str, str]:
    """Lý do của một thời hạn, trong cả hai ngôn ngữ, under the keys ``vi`` and ``en``."""
    told = _TOLD[_manner(period, counted)]
    said = {}
    for index, lang in enumerate(("vi", "en")):
        unit = _UNITS[period.unit][index] if period.unit in _UNITS else ""
        parts = [
            told[index].format(
                start=day(start, lang),
                end=day(counted.end, lang),
                n=number(n, lang),
                unit=unit,
                moved_from=day(counted.moved_from or counted.end, lang),
                earlier=day(counted.end - timedelta(days=1), lang),
            )
        ]
        if counted.skipped:
            parts.append(_SKIPPED[index].format(days=_named(counted.skipped, calendar, lang)))
        if counted.swapped:
            parts.append(_SWAPPED[index].format(days=listed([short_day(each, lang) for each in counted.swapped], lang)))
        if period.extension is not None and n == period.n:
            parts.append(_EXTENSION[index].format(n=number(period.extension, lang), unit=unit))
        said[lang] = " ".join(parts)
    return said


def _manner(period: Period, counted: Counted) -> str:
    if period.unit in ("hour", "quarter"):
        return period.unit
    return "moved" if counted.moved_from else period.dir


def _named(days: Iterable[date], calendar: Calendar, lang: str) -> str:
    """The skipped days, each holiday with its name (holidays have Vietnamese names only)."""
    names = []
    for each in days:
        text = short_day(each, lang)
        names.append(f"{text} ({calendar.holidays[each]})" if each in calendar.holidays else text)
    return listed(names, lang)
