"""Giá trị đọc thành lời: numbers, days, moments, money and telephone numbers as Vietnamese people say them aloud.

The South says *ngàn, lẻ, hai mươi bốn*; the North *nghìn, linh, hai mươi tư*. Both count the empty hundred inside a
number (1.005 is "một ngàn không trăm lẻ năm"), which the libraries tried leave out (docs/decisions/0040).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from danchu.foundation import text

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
MONTHS: Final = ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Mười hai")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ONE, _FOUR, _FIVE, _TEN, _HUNDRED, _THOUSAND, _MILLION, _BILLION = 1, 4, 5, 10, 100, 10**3, 10**6, 10**9
_HALF, _NOON = 30, 12
_PARTS_OF_DAY = ((11, "sáng"), (13, "trưa"), (18, "chiều"), (22, "tối"), (24, "đêm"))


@dataclass(frozen=True, slots=True)
class Dialect:
    """Giọng vùng: the three words in which readings differ."""

    thousand: str
    odd: str
    four: str


SOUTH = Dialect(thousand="ngàn", odd="lẻ", four="bốn")
NORTH = Dialect(thousand="nghìn", odd="linh", four="tư")
DIALECTS: Final = {"south": SOUTH, "north": NORTH}


def number(value: int, dialect: Dialect = SOUTH) -> str:
    """Số đọc thành lời: 151 "một trăm năm mươi mốt", 24 "hai mươi bốn" or "hai mươi tư". ValueError below zero."""
    if value < 0:
        raise ValueError(f"below zero: {value}")
    return _whole(value, dialect, inside=False) or DIGITS[0]


def _whole(value: int, dialect: Dialect, *, inside: bool) -> str:
    """``inside``: something larger was said before, so empty hundreds are said too."""
    for size, name in ((_BILLION, "tỷ"), (_MILLION, "triệu"), (_THOUSAND, dialect.thousand)):
        if value >= size:
            head, rest = divmod(value, size)
            said = f"{_whole(head, dialect, inside=inside)} {name}"
            return f"{said} {_whole(rest, dialect, inside=True)}".rstrip()
    return _hundreds(value, dialect, inside=inside)


def _hundreds(value: int, dialect: Dialect, *, inside: bool) -> str:
    hundreds, tail = divmod(value, _HUNDRED)
    tens, ones = divmod(tail, _TEN)
    said = []
    if hundreds or (inside and tail):
        said.append(f"{DIGITS[hundreds]} trăm")
    if tens:
        said.append("mười" if tens == _ONE else f"{DIGITS[tens]} mươi")
    elif ones and said:
        said.append(dialect.odd)
    if ones:
        said.append(_last(tens, ones, dialect))
    return " ".join(said)


def _last(tens: int, ones: int, dialect: Dialect) -> str:
    if tens and ones == _FIVE:
        return "lăm"
    if tens > _ONE and ones == _ONE:
        return "mốt"
    if tens > _ONE and ones == _FOUR:
        return dialect.four
    return DIGITS[ones]


def decimal(whole: int, fraction: str, dialect: Dialect = SOUTH) -> str:
    """Số thập phân: 66,7 "sáu mươi sáu phẩy bảy"; a fraction that begins with zero is read digit by digit."""
    tail = digits(fraction) if fraction.startswith("0") else number(int(fraction), dialect)
    return f"{number(whole, dialect)} phẩy {tail}"


def digits(value: str) -> str:
    """Đọc từng số: "05" is "không năm"."""
    return " ".join(DIGITS[int(one)] for one in value if one.isdecimal())


def phone(value: str) -> str:
    """Số điện thoại đọc từng số, with a short stop between its groups: as written, else four, three and three."""
    groups = [part for part in "".join(c if c.isdecimal() else " " for c in value).split() if part]
    if len(groups) == 1 and len(groups[0]) > 6:
        whole = groups[0]
        groups = [whole[:4], whole[4:7], whole[7:]]
    return ", ".join(digits(part) for part in groups if part)


def money(value: int, dialect: Dialect = SOUTH) -> str:
    """Tiền: "một trăm năm mươi ngàn đồng"."""
    return f"{number(value, dialect)} đồng"


def month(value: int) -> str:
    """Tháng: "tháng Tư", written with a capital as Decree 30/2020 has it."""
    return f"tháng {MONTHS[value - 1]}"


def day(value: date, dialect: Dialect = SOUTH, *, year: bool = True) -> str:
    """Ngày: "ngày ba mươi tháng Mười một năm hai ngàn không trăm hai mươi sáu"."""
    said = f"ngày {number(value.day, dialect)} {month(value.month)}"
    return f"{said} năm {number(value.year, dialect)}" if year else said


def weekday(value: date) -> str:
    """Thứ: "thứ Bảy", "Chủ nhật"."""
    return _WEEKDAYS[value.weekday()]


def hour(hours: int, minutes: int = 0, dialect: Dialect = SOUTH, *, part: bool = True) -> str:
    """Giờ: 17 giờ 30 "năm giờ rưỡi chiều"; midnight, and the end of a day, keep their figure."""
    shown = hours - _NOON if _NOON < hours < 24 and part else hours
    rest = " rưỡi" if minutes == _HALF and part else f" {number(minutes, dialect)} phút" if minutes else ""
    said = f"{number(shown, dialect)} giờ{rest}"
    if not part or not 0 < hours < 24:
        return said
    return f"{said} {next(name for until, name in _PARTS_OF_DAY if hours < until)}"


def moment(value: datetime, dialect: Dialect = SOUTH) -> str:
    """Giờ và ngày: "bảy giờ sáng Chủ nhật, ngày sáu tháng Mười hai", at home in Việt Nam."""
    local = text.local(value)
    said = hour(local.hour, local.minute, dialect)
    return f"{said} {weekday(local)}, {day(local, dialect, year=False)}"


def place(name: str, dialect: Dialect = SOUTH) -> str:
    """Tên địa bàn: "Khu phố 3" → "Khu phố Ba"; a word with signs around its number stays as it is."""
    return " ".join(number(int(part), dialect).capitalize() if part.isdecimal() else part for part in name.split())
