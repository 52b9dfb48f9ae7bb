"""Chữ và số tiếng Việt: one way to normalise, search, sort and print Vietnamese text, dates and numbers.

Pure functions of their arguments; nothing here reads the clock, the language in use or the database.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NBSP = "\u00a0"

_WEEKDAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)

# The alphabet's order: a ă â before b, then the five tones inside one letter.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def nfc(value: str) -> str:
    """Chuẩn dựng sẵn: the NFC form, the only one that is stored or compared."""
    return unicodedata.normalize("NFC", value)


def fold(value: str) -> str:
    """Bỏ dấu: lower case without tone and letter marks, đ → d; for searching what is typed without marks."""
    decomposed = unicodedata.normalize("NFD", value.lower().replace("đ", "d"))
    return nfc("".join(sign for sign in decomposed if not unicodedata.combining(sign)))


def has_marks(value: str) -> bool:
    """Có dấu: whether the text carries any Vietnamese mark; a query typed with marks must match them."""
    return fold(value) != nfc(value).lower()


def sort_key(value: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Khóa xếp thứ tự: Vietnamese dictionary order (letters first, then tones: ngang huyền hỏi ngã sắc nặng)."""
    letters: list[int] = []
    tones: list[int] = []
    for sign in nfc(value).lower():
        tone = 0
        base = ""
        for part in unicodedata.normalize("NFD", sign):
            if part in _TONES:
                tone = _TONES[part]
            else:
                base += part
        base = nfc(base)
        # Signs outside the alphabet keep their own order, before the letters.
        letters.append(1000 + _LETTER_RANK[base] if base in _LETTER_RANK else min(ord(base[:1] or " "), 999))
        tones.append(tone)
    return tuple(letters), tuple(tones), nfc(value)


def name_key(full_name: str) -> tuple[object, ...]:
    """Khóa xếp danh sách: lists of people go by given name (tên), then by the whole name."""
    words = full_name.split()
    return sort_key(words[-1] if words else ""), sort_key(full_name)


def slugify_vi(value: str, limit: int = 60) -> str:
    """Tên trên đường dẫn: "Đèn hẻm 12" → "den-hem-12", at most ``limit`` signs, cut at a word."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(value)).strip("-")
    if len(slug) <= limit:
        return slug
    cut = slug[: limit + 1].rpartition("-")[0]
    return cut or slug[:limit]


def number(value: int, lang: str = "vi") -> str:
    """Số đếm: thousands grouped, 1.250.000 in Vietnamese, 1,250,000 in English."""
    grouped = f"{value:,}"
    return grouped if lang == "en" else grouped.replace(",", ".")


def money(value: int, lang: str = "vi") -> str:
    """Tiền: whole đồng with the unit, "1.250.000 đồng"."""
    return f"{number(value, lang)}{NBSP}{'đồng' if lang == 'vi' else 'dong'}"


def percent(part: int, whole: int, lang: str = "vi") -> str:
    """Phần trăm, one decimal, rounded half up in whole numbers: 2 of 3 → "66,7%"; never shown alone."""
    tenths = (part * 2000 + whole) // (2 * whole)
    figure = f"{tenths // 10}.{tenths % 10}".removesuffix(".0")
    return f"{figure if lang == 'en' else figure.replace('.', ',')}%"


def of_households(part: int, whole: int, lang: str = "vi") -> str:
    """Số hộ trên tổng số: "151/300 hộ", never a share alone."""
    unit = "hộ" if lang == "vi" else "households"
    return f"{number(part, lang)}/{number(whole, lang)}{NBSP}{unit}"


def local(value: datetime) -> datetime:
    """Giờ Việt Nam: an aware moment moved to Asia/Ho_Chi_Minh; ValueError for a naive one."""
    if value.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return value.astimezone(VIETNAM)


def day_of(value: date | datetime) -> date:
    """Ngày theo lịch Việt Nam: the day a moment falls on."""
    return local(value).date() if isinstance(value, datetime) else value


def weekday_name(value: date | datetime, lang: str = "vi") -> str:
    """Thứ trong tuần: "thứ Bảy", "Chủ nhật" (kept on one line)."""
    names = _WEEKDAYS_EN if lang == "en" else _WEEKDAYS_VI
    return names[day_of(value).weekday()].replace(" ", NBSP)


def short_date(value: date | datetime, lang: str = "vi") -> str:
    """Ngày viết gọn: "12/12/2026"; in English "12 December 2026"."""
    day = day_of(value)
    if lang == "en":
        return f"{day.day}{NBSP}{_MONTHS_EN[day.month - 1]}{NBSP}{day.year}"
    return f"{day.day}/{day.month}/{day.year}"


def long_date(value: date | datetime, lang: str = "vi") -> str:
    """Ngày đủ: "thứ Bảy, 12/12/2026"."""
    joint = " " if lang == "en" else ", "
    return f"{weekday_name(value, lang)}{joint}{short_date(value, lang)}"


def paper_date(value: date | datetime) -> str:
    """Ngày trên văn bản: "ngày 05 tháng 02 năm 2027" (0 before days 1–9 and months 1–2, Decree 30/2020)."""
    day = day_of(value)
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def clock_time(value: time | datetime, lang: str = "vi") -> str:
    """Giờ: "17 giờ", "9 giờ 05"; in English "17:00"."""
    moment = local(value) if isinstance(value, datetime) else value
    if lang == "en":
        return f"{moment.hour}:{moment.minute:02d}"
    if moment.minute == 0:
        return f"{moment.hour}{NBSP}giờ"
    return f"{moment.hour}{NBSP}giờ{NBSP}{moment.minute:02d}"


def long_moment(value: datetime, lang: str = "vi") -> str:
    """Giờ và ngày đủ: "17 giờ 30, thứ Bảy, 12/12/2026"."""
    return f"{clock_time(value, lang)}, {long_date(value, lang)}"


def duration(seconds: int, lang: str = "vi") -> str:
    """Độ dài: "1 phút 20 giây"."""
    minutes, rest = divmod(seconds, 60)
    units = ["phút", "giây"]
    if lang == "en":
        units = ["minute" if minutes == 1 else "minutes", "second" if rest == 1 else "seconds"]
    parts = [f"{n}{NBSP}{unit}" for n, unit in ((minutes, units[0]), (rest, units[1])) if n]
    return " ".join(parts) or f"0{NBSP}{units[1]}"


_GLUE = re.compile(
    r"""
    (?:(?<=\d)[ ](?=(?:hộ|ngày|tháng|năm|giờ|phút|giây|người|khu[ ]phố|đồng|trang|dòng|phiếu|tuổi)\b))
    | (?:(?<=\bgiờ)[ ](?=\d))
    | (?:(?<=\b[kK]hoản)[ ](?=\d))
    | (?:(?<=\bĐiều)[ ](?=\d))
    | (?:(?<=\b[đĐ]iểm)[ ](?=[a-zđ]\b))
    | (?:(?<=\b[tT]hứ)[ ](?=(?:Hai|Ba|Tư|Năm|Sáu|Bảy)\b))
    | (?:(?<=\bChủ)[ ](?=nhật\b))
    | (?:(?<=\b[kK]hu)[ ](?=phố\b))
    | (?:(?<=\b[kK]hu[ \u00a0]phố)[ ](?=\d))
    | (?:(?<=\b[bB]ước)[ ](?=\d))
    | (?:(?<=\b[hH]ẻm)[ ](?=\d))
    """,
    re.VERBOSE,
)


def nbsp(value: str) -> str:
    """Dính chữ: non-breaking spaces in "312 hộ", "khoản 6", "Điều 15", "thứ Bảy", "khu phố 3", "17 giờ 30"."""
    return _GLUE.sub(NBSP, nfc(value))
