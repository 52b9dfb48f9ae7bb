"""Cách viết ngày, giờ, số: how a day, a moment and a number are written for a reader, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))  # Asia/Ho_Chi_Minh, which keeps no summer time
_WEEKDAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(value: date, lang: str = "vi") -> str:
    """Ngày trên màn hình: «thứ Bảy, 12/12/2026»; "Saturday, 12 December 2026"."""
    if lang == "vi":
        return f"{_WEEKDAYS_VI[value.weekday()]}, {value.day}/{value.month}/{value.year}"
    return f"{_WEEKDAYS_EN[value.weekday()]}, {value.day} {_MONTHS_EN[value.month - 1]} {value.year}"


def short_day(value: date, lang: str = "vi") -> str:
    """Ngày trong một danh sách: «thứ Bảy 22/8»; "Saturday 22 August"."""
    if lang == "vi":
        return f"{_WEEKDAYS_VI[value.weekday()]} {value.day}/{value.month}"
    return f"{_WEEKDAYS_EN[value.weekday()]} {value.day} {_MONTHS_EN[value.month - 1]}"


def moment(value: datetime, lang: str = "vi") -> str:
    """Ngày giờ trên màn hình: «17 giờ 30, thứ Bảy, 12/12/2026», in Vietnam's time. The moment is an aware one."""
    value = value.astimezone(VIETNAM)
    if lang == "vi":
        clock = f"{value.hour} giờ {value.minute:02d}" if value.minute else f"{value.hour} giờ"
    else:
        clock = f"{value.hour}:{value.minute:02d}"
    return f"{clock}, {day(value.date(), lang)}"


def number(value: int, lang: str = "vi") -> str:
    """Số đếm: grouped from five digits on (12.500; 12,500), so that 151/1000 stays readable."""
    if abs(value) < 10_000:
        return str(value)
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if lang == "vi" else grouped


def listed(parts: Sequence[str], lang: str = "vi") -> str:
    """Liệt kê: «a, b và c»; "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    last = " và " if lang == "vi" else " and "
    return ", ".join(parts[:-1]) + last + parts[-1]
