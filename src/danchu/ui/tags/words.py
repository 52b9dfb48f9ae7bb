"""Bộ lọc chữ và số: dates, counts and citations in the reader's language."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.template import Library
from django.template.defaultfilters import stringfilter
from django.utils.translation import get_language

from danchu.foundation import text

register = Library()


def lang() -> str:
    """Ngôn ngữ đang dùng: "vi" unless English is active."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


@register.filter
def vn_date(value: date | datetime | None) -> str:
    """Ngày đủ: "thứ Bảy, 12/12/2026"; empty for nothing."""
    return text.long_date(value, lang()) if value else ""


@register.filter
def vn_short_date(value: date | datetime | None) -> str:
    """Ngày viết gọn: "12/12/2026"."""
    return text.short_date(value, lang()) if value else ""


@register.filter
def vn_datetime(value: datetime | None) -> str:
    """Giờ và ngày: "17 giờ 30, thứ Bảy, 12/12/2026"."""
    return text.long_moment(value, lang()) if value else ""


@register.filter
def vn_time(value: datetime | time | None) -> str:
    """Giờ: "17 giờ 30"."""
    return text.clock_time(value, lang()) if value is not None else ""


@register.filter
def vn_count(value: int | None) -> str:
    """Số đếm có dấu chấm hàng nghìn: "1.250"."""
    return text.number(value, lang()) if value is not None else ""


@register.filter
def vn_money(value: int | None) -> str:
    """Tiền: "1.250.000 đồng"."""
    return text.money(value, lang()) if value is not None else ""


@register.filter
def vn_duration(value: int | None) -> str:
    """Độ dài tính bằng giây: "1 phút 20 giây"."""
    return text.duration(value, lang()) if value is not None else ""


@register.filter
def households_of(part: int, whole: int) -> str:
    """Số hộ trên tổng số: ``{{ 151|households_of:300 }}`` → "151/300 hộ"."""
    return text.of_households(part, whole, lang())


@register.filter(is_safe=True)
@stringfilter
def nbsp(value: str) -> str:
    """Dính chữ: "312 hộ", "khoản 6", "Điều 15", "thứ Bảy" stay on one line."""
    return text.nbsp(value)


@register.filter
def basis(value: Any) -> str:
    """Căn cứ: a ``law`` basis as a citation in the reader's language, or the text itself."""
    if value is None:
        return ""
    if hasattr(value, "vi"):
        value = value.en() if lang() == "en" else value.vi()
    return text.nbsp(str(value))
