"""Giá trị trong ô: telephone numbers, days, residence, names and addresses as clean typed values.

Each reader returns its value or raises ``ValueError`` whose text is the code of a sentence in ``words``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from danchu.foundation.people.rollbook.model import Field, PartialDate, Row, Value
from danchu.foundation.people.rollbook.text import is_legacy, plain
from danchu.law.people import Residence

MAX_NAME = 120
MAX_ADDRESS = 200
MAX_NUMBER = 20

_NOTHING = frozenset({"", "khong", "khong co", "ko", "ko co", "k", "chua co", "x", "0", "none", "null", "na", "n a"})
_NO_PLACE = _NOTHING - {"0", "k", "x", "na"}
_NAME_OK = re.compile(r"^[^\W\d_]+(?:[\s.'’()-]+[^\W\d_]+)*[.)]?$")
# "Ông" is a surname too: "Ông Văn Tùng" keeps it.
_TITLE = re.compile(r"^(?:ông|bà|anh|chị|cô|chú|bác)[\s.:]+(?!văn\b|thị\b)(?=\S+\s+\S)", re.IGNORECASE)
_ROUNDED = re.compile(r"^\d(?:[.,]\d+)?E\+?\d+$", re.IGNORECASE)
_BETWEEN_PHONES = re.compile(r"[;/,\n|&]|\bhoặc\b|\bhoac\b|\bvà\b|\bva\b", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]+")
_MOBILE = re.compile(r"^0[35789]\d{8}$")
_LANDLINE = re.compile(r"^02\d{9}$")
_YEAR = re.compile(r"^(?:19|20)\d{2}$")
_DAY = re.compile(r"^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-]((?:19|20)\d{2})(?:\s.*)?$")
_ISO = re.compile(r"^((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$")
_EPOCH = date(1899, 12, 30)

NO_PHONES: tuple[tuple[str, ...], bool] = ((), False)

# Eleven-digit mobile numbers were changed in 2018; old lists still hold them.
_OLD_MOBILE = {
    **{f"016{digit}": f"03{digit}" for digit in range(2, 10)},
    **{"0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078"},
    **{"0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082"},
    **{"0186": "056", "0188": "058", "0199": "059"},
}


def person(value: Value) -> str:
    """Họ và tên: a full name without a form of address; capitals become ordinary writing."""
    text = str(value)
    if is_legacy(text):
        raise ValueError("name.legacy")
    text = _TITLE.sub("", text)
    if not _NAME_OK.match(text):
        raise ValueError("name.strange")
    if " " not in text:
        raise ValueError("name.short")
    if len(text) > MAX_NAME:
        raise ValueError("name.long")
    return text.title() if text.isupper() or text.islower() else text


def phones(value: Value) -> tuple[tuple[str, ...], bool]:
    """Điện thoại: national numbers "0…" in the order given, and whether a lost zero or an old prefix was mended."""
    text = str(value)
    if plain(text) in _NOTHING:
        return NO_PHONES
    if _ROUNDED.match(text):
        raise ValueError("phone.rounded")
    found: list[str] = []
    mended = False
    for part in _BETWEEN_PHONES.split(text):
        for number, changed in _numbers(_DIGITS.findall(part)):
            mended = mended or changed
            if number not in found:
                found.append(number)
    if not found:
        raise ValueError("phone.bad")
    return tuple(found), mended


def _numbers(groups: list[str]) -> list[tuple[str, bool]]:
    """Numbers written in groups of digits: "+84 912 345 678" is one, "0912 345 678 - 0274 3822 123" is two."""
    whole = _national("".join(groups))
    if whole is not None:
        return [whole]
    numbers: list[tuple[str, bool]] = []
    start = ""
    for group in groups:
        start += group
        number = _national(start)
        if number is not None:
            numbers.append(number)
            start = ""
    if start:
        raise ValueError("phone.bad")
    return numbers


def _national(digits: str) -> tuple[str, bool] | None:
    if digits.startswith("0084"):
        digits = "0" + digits[4:].removeprefix("0")
    elif digits.startswith("84") and len(digits) in (11, 12):
        digits = "0" + digits[2:].removeprefix("0")
    mended = False
    if not digits.startswith("0") and len(digits) in (9, 10):
        digits, mended = "0" + digits, True
    if len(digits) == 11 and digits[:4] in _OLD_MOBILE:
        digits, mended = _OLD_MOBILE[digits[:4]] + digits[4:], True
    return (digits, mended) if _MOBILE.match(digits) or _LANDLINE.match(digits) else None


def day(value: Value) -> PartialDate:
    """Ngày: a date cell, a serial number, "12/3/1975", "3/1975", "1975-03-12" or only a year."""
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    text = str(value).strip()
    if _YEAR.match(text):
        return PartialDate(int(text))
    if text.isascii() and text.isdigit() and 5000 <= int(text[:9]) <= 99_999:
        serial = _EPOCH + timedelta(days=int(text))
        return PartialDate(serial.year, serial.month, serial.day)
    iso = _ISO.match(text)
    local = None if iso else _DAY.match(text)
    if iso:
        year, month, number = int(iso[1]), int(iso[2]), int(iso[3])
    elif local:
        year, month, number = int(local[3]), int(local[2]), int(local[1] or 0)
    else:
        raise ValueError("date.bad")
    try:
        date(year, month, number or 1)
    except ValueError:
        raise ValueError("date.bad") from None
    return PartialDate(year, month, number or None)


def members(value: Value) -> int:
    """Số nhân khẩu: a count from 1 to 99; "4 người" is 4."""
    found = _DIGITS.findall(str(value))
    if len(found) == 1 and len(found[0]) <= 2 and int(found[0]) > 0 and "-" not in str(value):
        return int(found[0])
    raise ValueError("members.bad")


def residence(row: Row) -> Residence | None:
    """Thường trú hay tạm trú: from one column, from two columns of crosses, or from the section above."""
    stated = row.get(Field.RESIDENCE)
    if stated is not None:
        return _residence_word(plain(str(stated)))
    permanent = _is_marked(row.get(Field.PERMANENT))
    temporary = _is_marked(row.get(Field.TEMPORARY))
    if permanent and temporary:
        raise ValueError("residence.both")
    if permanent or temporary:
        return Residence.PERMANENT if permanent else Residence.TEMPORARY
    section = plain(row.section)
    if "tam tru" in section and "thuong tru" not in section:
        return Residence.TEMPORARY
    return Residence.PERMANENT if "thuong tru" in section and "tam tru" not in section else None


def _residence_word(word: str) -> Residence | None:
    permanent = "thuong tru" in word or word in ("kt1", "kt2", "thuong", "permanent")
    temporary = "tam tru" in word or word in ("kt3", "kt4", "tam", "temporary")
    if permanent == temporary:
        raise ValueError("residence.unknown")
    return Residence.PERMANENT if permanent else Residence.TEMPORARY


def _is_marked(value: Value) -> bool:
    return value is not None and plain(str(value)) not in (_NOTHING - {"x"}) | {"no"}


def address(row: Row) -> str:
    """Địa chỉ trong khu phố: one column, or house number, alley and street put together."""
    house, alley, street, full, group = (
        _place(row.get(use)) for use in (Field.HOUSE_NO, Field.ALLEY, Field.STREET, Field.ADDRESS, Field.GROUP)
    )
    if alley[:1].isdigit():
        alley = f"hẻm {alley}"
    short = " ".join(part for part in (house, alley, street) if part)
    if full and short and not plain(full).startswith(plain(short)):
        full = f"{short}, {full}"
    written = full or short
    if not written:
        raise ValueError("address.missing")
    if group and "to" not in plain(written).split():
        written += f", tổ {group}" if group[0].isdigit() else f", {group}"
    if len(written) > MAX_ADDRESS:
        raise ValueError("address.long")
    return written


def _place(value: Value) -> str:
    if isinstance(value, date):
        raise ValueError("address.date")
    text = "" if value is None else str(value).strip(" ,;")
    if is_legacy(text):
        raise ValueError("address.legacy")
    return "" if plain(text) in _NO_PLACE else text


def number(value: Value) -> str | None:
    """Số hộ: as written, without a spreadsheet's ".0"."""
    text = str(value).strip()
    if plain(text) in _NO_PLACE:
        return None
    if len(text) > MAX_NUMBER:
        raise ValueError("number.bad")
    return text.removesuffix(".0")


def identity(value: Value) -> str:
    """Số căn cước: 12 digits, or 9 of an old card; zeros a spreadsheet took away come back. Only with a legal basis."""
    digits = str(value).replace(" ", "").replace(".", "").removesuffix(".0")
    if not (digits.isascii() and digits.isdigit() and 8 <= len(digits) <= 12):
        raise ValueError("identity.bad")
    return digits.zfill(9 if len(digits) < 10 else 12)
