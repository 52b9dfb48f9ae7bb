"""Đọc thành lời: a written text turned into one that can be read aloud without a single digit in it.

Days, times, money, shares, telephone and document numbers, articles and abbreviations are written out. What a sign
means depends on what stands around it (6/12 is a day after "thứ Bảy", a share before "hộ"), so the readings run from
the most particular to the most general; the last one leaves no digit behind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from danchu.channels import spoken
from danchu.channels.abbreviations import DOTTED, FOREIGN, ISSUERS, KINDS, LETTERS, UNITS, WORDS
from danchu.channels.spoken import SOUTH, Dialect
from danchu.foundation.text import nfc

LONGEST = 60_000
"""Chữ dài nhất được đọc: what is behind it is left out, so that no text costs unbounded work."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_PEOPLE = r"hộ|người|phiếu|đại\s+biểu|thành\s+viên|ý\s+kiến|đại\s+diện|cử\s+tri|khu\s+phố|công\s+trình|nhà"
_BEFORE_DAY = (
    r"(?:\b[Nn]gày|\b[Tt]hứ\s+(?:Hai|Ba|Tư|Năm|Sáu|Bảy|[2-7]),?|\b[Cc]hủ\s+nhật,?|\b[Mm]ùng"
    r"|\b(?:sáng|trưa|chiều|tối|hôm|giờ|phút),?)\s+"
)
_LASTS = r"(?<!trong )(?<!trong vòng )(?<!vòng )(?<!sau )(?<!mỗi )(?<!suốt )(?<!quá )(?<!thêm )(?<!khoảng )"
_WORKING = r"(?!\s+(?:làm\s+việc|liên\s+tục|đồng\s+hồ|liền)\b)"
_OWN_DOCUMENTS = "|".join(sorted(KINDS.values()))

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Dialect], str]]


def _web(_match: re.Match[str], _dialect: Dialect) -> str:
    return "trang thông tin của phường"


def _mail(_match: re.Match[str], _dialect: Dialect) -> str:
    return "hộp thư điện tử của phường"


def _document(match: re.Match[str], dialect: Dialect) -> str:
    """59/2023/NĐ-CP "số năm mươi chín, năm hai ngàn không trăm hai mươi ba, của Chính phủ"."""
    named, figure, year, sign = match.group("named"), match.group("no"), match.group("year"), match.group("sign")
    kind, _, rest = sign.partition("-")
    if kind not in KINDS:
        kind, rest = "", sign
    number = spoken.digits(figure) if figure.startswith("0") else spoken.number(int(figure), dialect)
    said = [named or "", "" if named else KINDS.get(kind, ""), f"số {number}"]
    head = " ".join(part for part in said if part)
    if year:
        head += f", năm {spoken.number(int(year), dialect)}"
    issuer = "" if match.string[match.end() :].lstrip().startswith("của ") else _issuer(rest, dialect)
    return f"{head}, của {issuer}" if year and issuer else f"{head} của {issuer}" if issuer else head


def _issuer(sign: str, dialect: Dialect) -> str:
    if found := re.fullmatch(r"(UBTV)?QH(\d{1,2})", sign):
        house = "Ủy ban Thường vụ Quốc hội" if found.group(1) else "Quốc hội"
        return f"{house} khóa {spoken.number(int(found.group(2)), dialect)}"
    if found := re.fullmatch(r"(KP|TDP)(\d{1,3})", sign):
        return f"{WORDS[found.group(1)]} {spoken.number(int(found.group(2)), dialect).capitalize()}"
    return " ".join(ISSUERS.get(part, WORDS.get(part, _spelt(part))) for part in sign.split("-") if part)


def _spelt(letters: str) -> str:
    return " ".join(LETTERS.get(one.lower(), spoken.DIGITS[int(one)] if one.isdecimal() else "") for one in letters)


def _year(words: str | None, dialect: Dialect) -> str:
    return f" năm {spoken.number(int(words), dialect)}" if words else ""


def _day(match: re.Match[str], dialect: Dialect) -> str:
    """A day of the calendar, else what is written is no day and is read sign by sign."""
    figures = match.groupdict()
    day, month, year = int(figures["d"]), int(figures["m"]), figures.get("y")
    lead = figures.get("lead") or ""
    try:
        date(int(year) if year else 2000, month, day)
    except ValueError:
        parts = [part for part in (figures["d"], figures["m"], year) if part]
        return lead + " xẹt ".join(spoken.number(int(part), dialect) for part in parts)
    word = "" if re.search(r"(?:ngày|mùng)\s+$", lead, re.IGNORECASE) else "ngày "
    return f"{lead}{word}{spoken.number(day, dialect)} {spoken.month(month)}{_year(year, dialect)}"


def _days(match: re.Match[str], dialect: Dialect) -> str:
    """01-05/12/2026 "ngày một đến ngày năm tháng Mười hai năm …"."""
    first, last, month = (int(match.group(name)) for name in ("a", "b", "m"))
    if not (1 <= first < last <= 31 and 1 <= month <= 12):
        return match.group(0)
    said = f"ngày {spoken.number(first, dialect)} đến ngày {spoken.number(last, dialect)} {spoken.month(month)}"
    return said + _year(match.group("y"), dialect)


def _month(match: re.Match[str], dialect: Dialect) -> str:
    month = int(match.group("m"))
    if not 1 <= month <= 12:
        return match.group(0)
    word = "Tháng" if match.group(0).startswith("T") else "tháng"
    return f"{word} {spoken.MONTHS[month - 1]}{_year(match.group('y'), dialect)}"


def _quarter(match: re.Match[str], dialect: Dialect) -> str:
    return f"{match.group(1)} {spoken.number(int(match.group(2)), dialect)}{_year(match.group(3), dialect)}"


def _hour(match: re.Match[str], dialect: Dialect) -> str:
    hours, minutes = int(match.group("h")), int(match.group("min") or 0)
    if hours > 24 or minutes > 59:
        return match.group(0)
    said = spoken.hour(hours, minutes, dialect)
    part = match.group("part")
    if part:  # the writer said which part of the day
        said = re.sub(r" (?:sáng|trưa|chiều|tối|đêm)$", "", said) + f" {part}"
    return said


def _numbered_weekday(match: re.Match[str], _dialect: Dialect) -> str:
    names = {"2": "Hai", "3": "Ba", "4": "Tư", "5": "Năm", "6": "Sáu", "7": "Bảy"}
    return f"{match.group(1)} {names[match.group(2)]}"


def _phone(match: re.Match[str], _dialect: Dialect) -> str:
    return spoken.phone(match.group(0))


def _called(match: re.Match[str], _dialect: Dialect) -> str:
    return f"{match.group(1)} {spoken.digits(match.group(2))}"


def _point(match: re.Match[str], _dialect: Dialect) -> str:
    return f"{match.group(1)} {LETTERS[match.group(2)]}"


def _address(match: re.Match[str], dialect: Dialect) -> str:
    return f"{match.group(1)} " + " xẹt ".join(spoken.number(int(one), dialect) for one in match.group(2).split("/"))


def _of(match: re.Match[str], dialect: Dialect) -> str:
    """151/300 hộ "một trăm năm mươi mốt trên ba trăm"."""
    part, whole = (_int(match.group(name)) for name in ("a", "b"))
    return f"{spoken.number(part, dialect)} trên {spoken.number(whole, dialect)}"


def _share(match: re.Match[str], dialect: Dialect) -> str:
    """2/3 "hai phần ba"; larger figures "trên"."""
    part, whole = int(match.group("a")), int(match.group("b"))
    if 0 < part < whole <= 10:
        return f"{spoken.number(part, dialect)} phần {'tư' if whole == 4 else spoken.number(whole, dialect)}"
    return _of(match, dialect)


def _roman(match: re.Match[str], dialect: Dialect) -> str:
    values = [_ROMAN[one] for one in match.group(2)]
    following = [*values[1:], 0]
    total = sum(-one if one < after else one for one, after in zip(values, following, strict=True))
    return f"{match.group(1)} {spoken.number(total, dialect)}{_year(match.group(3), dialect)}"


def _unit(match: re.Match[str], _dialect: Dialect) -> str:
    return f"{match.group(1)} {UNITS[match.group(2)]}"


def _thousands(match: re.Match[str], dialect: Dialect) -> str:
    return f"{match.group(1)} {dialect.thousand} đồng"


def _place(match: re.Match[str], dialect: Dialect) -> str:
    return f"{match.group(1)} {spoken.number(int(match.group(2)), dialect).capitalize()}"


def _grouped(match: re.Match[str], dialect: Dialect) -> str:
    return spoken.number(_int(match.group(0)), dialect)


def _decimal(match: re.Match[str], dialect: Dialect) -> str:
    return spoken.decimal(_int(match.group(1)), match.group(2), dialect)


def _range(match: re.Match[str], _dialect: Dialect) -> str:
    return f"{match.group(1)} đến {match.group(2)}"


def _abbreviated(match: re.Match[str], _dialect: Dialect) -> str:
    return WORDS.get(match.group(0), match.group(0))


def _dotted(match: re.Match[str], _dialect: Dialect) -> str:
    return DOTTED[match.group(0)] + " "


def _figure(match: re.Match[str], dialect: Dialect) -> str:
    """Any run of digits that is left: zeros in front, or too many digits for a count, are read one by one."""
    figure = "".join(str(unicodedata.decimal(one)) for one in match.group(0))
    if (len(figure) > 1 and figure.startswith("0")) or len(figure) > 15:
        said = spoken.digits(figure)
    else:
        said = spoken.number(int(figure), dialect)
    before = " " if match.start() and match.string[match.start() - 1].isalpha() else ""
    after = " " if match.end() < len(match.string) and match.string[match.end()].isalpha() else ""
    return f"{before}{said}{after}"


def _int(figure: str) -> int:
    return int(figure.replace(".", ""))


def _one(word: str) -> Callable[[re.Match[str], Dialect], str]:
    return lambda _match, _dialect: word


_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern, flags), reading)
    for pattern, reading, flags in (
        (r"\b(?:https?://|www\.)[^\s<>]+", _web, re.IGNORECASE),
        (r"\b[\w.+-]{1,60}@[\w.-]{1,60}\w", _mail, 0),
        (r"\b(?:[a-z0-9-]{1,60}\.){1,5}(?:vn|com|org|net)\b(?:/\S*)?", _web, 0),
        (
            rf"(?:(?P<named>\b(?:{_OWN_DOCUMENTS}|Luật)(?:\s+liên\s+tịch)?)\s+)?(?:\b[Ss]ố:?\s+)?"
            r"(?<![\d/])(?P<no>\d{1,5})/(?:(?P<year>\d{4})/)?(?P<sign>[A-ZĐ][A-Za-zĐ0-9]*(?:-[A-ZĐ][A-Za-zĐ0-9]*)*)\b",
            _document,
            0,
        ),
        (r"\b(?:TP\.?\s?HCM|TPHCM)\b", _one("Thành phố Hồ Chí Minh"), 0),
        (r"\b([Tt]hứ)\s+([2-7])\b", _numbered_weekday, 0),
        (r"(?<![\d/.])(?P<a>\d{1,2})\s*-\s*(?P<b>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>\d{4}))?(?![\d/])", _days, 0),
        (
            r"(?P<lead>(?:\b(?:[Nn]gày|[Mm]ùng)\s+)?)(?<![\d/.])(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})(?![\d/])",
            _day,
            0,
        ),
        (r"(?P<lead>\b[Nn]gày\s+)(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})(?:\s+năm\s+(?P<y>\d{4}))?\b", _day, 0),
        (
            rf"(?P<a>{_NUMBER})\s*/\s*(?P<b>{_NUMBER})(?=\s+(?:tổng\s+số\s+)?(?:{_PEOPLE})\b)",
            _of,
            0,
        ),
        (rf"(?P<lead>{_BEFORE_DAY})(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?![\d/])", _day, 0),
        (r"\b[Tt]háng\s+(?P<m>\d{1,2})(?:\s*/\s*(?P<y>\d{4}))?(?![\d/.,]\d)\b", _month, 0),
        (r"\b([Qq]uý)\s+([1-4])(?:\s*/\s*(\d{4}))?\b", _quarter, 0),
        (
            rf"{_LASTS}(?<![\d.,/])(?P<h>\d{{1,2}})\s*(?:giờ|[hH](?![\w])|[hg](?=\d{{2}})|:(?=\d{{2}}\b))"
            rf"(?:\s*(?P<min>\d{{2}})(?!\d)(?:\s*(?:phút|ph)\b)?)?{_WORKING}(?:\s+(?P<part>sáng|trưa|chiều|tối|đêm)\b)?",
            _hour,
            0,
        ),
        (r"(?<!\d)(?:\+?84[ .-]?|0)\d{1,3}(?:[ .-]?\d{2,4}){2,3}(?!\d)", _phone, 0),
        (r"(?<!\d)1[89]00[ .-]?\d{4,6}(?!\d)", _phone, 0),
        (r"\b([Gg]ọi|tổng đài|đường dây nóng)\s+(1\d{2})\b", _called, 0),
        (r"\b([Đđ]iểm)\s+([a-zđ])\b(?=\s*,?\s*(?:khoản|và|,))", _point, 0),
        (r"\b([Ss]ố nhà|[Nn]hà số|[Nn]hà|[Ss]ố|[Hh]ẻm)\s+(\d{1,4}(?:/\d{1,4}){1,3})\b", _address, 0),
        (rf"(?P<a>{_NUMBER})\s*/\s*(?P<b>{_NUMBER})(?![\d/])", _share, 0),
        (
            r"\b([Qq]uý|[Kk]hóa|[Kk]ỳ|[Cc]hương|[Pp]hần|[Mm]ục|[Pp]hụ lục|[Ll]ần thứ|[Đđ]ợt|[Ll]oại|[Nn]hóm)\s+"
            r"([IVXLC]{1,7})\b(?:\s*/\s*(\d{4})\b)?",
            _roman,
            0,
        ),
        (rf"({_NUMBER})\s*[kK]\b(?!\w)", _thousands, 0),
        (
            r"(\d)\s*(" + "|".join(re.escape(one) for one in sorted(UNITS, key=len, reverse=True)) + r")(?![\w²³])",
            _unit,
            0,
        ),
        (r"\b([Kk]hu phố|[Pp]hường|[Ấấ]p|KP|TDP)\s*(\d{1,3})\b", _place, 0),
        (r"(\d)\s*-\s*(\d)", _range, 0),
        (r"\d{1,3}(?:\.\d{3})+(?!\d)", _grouped, 0),
        (rf"({_NUMBER})[,.](\d{{1,6}})(?!\d)", _decimal, 0),
        (r"\d+", _figure, 0),
        (r"(?<!\w)(?:" + "|".join(re.escape(one) for one in sorted(DOTTED, key=len, reverse=True)) + r")", _dotted, 0),
        (r"\b[A-ZĐ]{2,7}\b", _abbreviated, 0),
        (r"\s*/\s*(?=(?:hộ|người|tháng|năm|ngày|lần|giờ|mét)\b)", _one(" một "), 0),
        (r"(?<=\w)\s*/\s*(?=\w)", _one(" hoặc "), 0),
        (r"\s*&\s*", _one(" và "), 0),
        (r"[()\[\]{}]", _one(", "), 0),
        (r"[\"“”„«»*_#<>|\\^~=+@$€`]", _one(" "), 0),
    )
)
_BULLET = re.compile(r"^[ ]*(?:[-–—•*+·▪]+|\d{1,2}[.)]|[a-zđ]\))[ ]+", re.MULTILINE)


def aloud(value: str, dialect: Dialect = SOUTH) -> str:
    """Chữ đọc lên được: the same text with every figure and abbreviation in words; paragraphs stay paragraphs."""
    text = _BULLET.sub("", _plain(value[:LONGEST]))
    for pattern, reading in RULES:
        text = pattern.sub(lambda found, reading=reading: reading(found, dialect), text)  # type: ignore[misc]
    return _tidy(text)


def for_voice(value: str, dialect: Dialect = SOUTH) -> str:
    """Chữ đưa cho giọng máy: letters and plain stops alone, foreign words as they sound; nothing a program obeys."""
    text = re.sub(r"[\w-]+", lambda found: FOREIGN.get(found.group(0).lower(), found.group(0)), aloud(value, dialect))
    kept = "".join(one if one.isalpha() or one in " .,;:!?\n-" else " " for one in text)
    return _tidy(re.sub(r"(?<!\w)-+|-+(?!\w)", " ", kept))


def _plain(value: str) -> str:
    """NFC, plain spaces and hyphens, no control or invisible signs; fancy digits become plain ones."""
    out = []
    for sign in nfc(value.replace("\r\n", "\n").replace("\r", "\n")):
        kind = unicodedata.category(sign)
        if sign == "\n":
            out.append(sign)
        elif kind == "Nd":
            out.append(str(unicodedata.decimal(sign)))
        elif kind == "Zs" or sign in "\t…":
            out.append(" ")
        elif kind == "Pd":
            out.append("-")
        elif kind not in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            out.append(sign)
    return "".join(out)


def _tidy(text: str) -> str:
    """One space between words, none before a stop, no stop twice."""
    text = re.sub(r"[ ]+", " ", text)
    text = re.sub(r"[ ]+([.,;:!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    text = re.sub(r"[,;:]+\s*([.!?])", r"\1", text)
    text = re.sub(r"([.!?])(?:\s*[.,;:])+", r"\1", text)
    lines = (line.strip(" ,;:.-") + _end(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip(" .,;:!?-"))


def _end(line: str) -> str:
    last = line.rstrip()[-1:]
    return last if last in {".", ":"} else ""
