"""Lời mời biểu quyết: what is sent to the Zalo group and read out by the loudspeaker; Vietnamese, as people hear it."""

from __future__ import annotations

from datetime import datetime

from danchu.foundation import text
from danchu.rooms.voting.queries.votes import Round, Vote

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_MONTHS = ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Mười hai")
_TEN, _HUNDRED, _THOUSAND, _FIVE = 10, 100, 1000, 5
_HALF = 30
_MORNING, _NOON, _AFTERNOON = 11, 13, 18


def at_home(moment: datetime) -> datetime:
    """Giờ Việt Nam."""
    return text.local(moment)


def spoken_number(number: int) -> str:
    """Số đọc thành lời, as the South says it: 151 "một trăm năm mươi mốt", 305 "ba trăm lẻ năm"; below ten thousand."""
    if not 0 <= number < _TEN * _THOUSAND:
        raise ValueError(f"too large to be read out: {number}")
    if number < _TEN:
        return _DIGITS[number]
    thousands, rest = divmod(number, _THOUSAND)
    hundreds, tail = divmod(rest, _HUNDRED)
    said = []
    if thousands:
        said.append(f"{_DIGITS[thousands]} ngàn")
    if hundreds or (thousands and tail):
        said.append(f"{_DIGITS[hundreds]} trăm")
    if tail:
        said.append(_tail(tail, after=bool(said)))
    return " ".join(said)


def _tail(tail: int, *, after: bool) -> str:
    tens, ones = divmod(tail, _TEN)
    if not tens:
        return f"lẻ {_DIGITS[ones]}" if after else _DIGITS[ones]
    first = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return first
    last = {1: "mốt" if tens > 1 else "một", _FIVE: "lăm"}.get(ones, _DIGITS[ones])
    return f"{first} {last}"


def spoken_phone(phone: str) -> str:
    """Số điện thoại đọc từng số."""
    return " ".join(_DIGITS[int(one)] for one in phone if one.isdecimal())


def spoken_moment(moment: datetime) -> str:
    """Giờ và ngày đọc thành lời: "bảy giờ sáng Chủ nhật, ngày sáu tháng Mười hai"."""
    local = at_home(moment)
    part = "sáng" if local.hour < _MORNING else "trưa" if local.hour < _NOON else "chiều"
    if local.hour >= _AFTERNOON:
        part = "tối"
    hour = local.hour if local.hour <= 12 else local.hour - 12
    minutes = ""
    if local.minute == _HALF:
        minutes = " rưỡi"
    elif local.minute:
        minutes = f" {spoken_number(local.minute)} phút"
    day = f"{_WEEKDAYS[local.weekday()]}, ngày {spoken_number(local.day)} tháng {_MONTHS[local.month - 1]}"
    return f"{spoken_number(hour)} giờ{minutes} {part} {day}"


def spoken_place(name: str) -> str:
    """Tên khu phố đọc thành lời: "Khu phố 3" → "Khu phố Ba"."""
    return " ".join(spoken_number(int(part)).capitalize() if part.isdecimal() else part for part in name.split())


def matter_of(title: str) -> str:
    """Tên việc giữa câu: its first letter small, unless the whole word is a name or in capitals."""
    first = title.split(" ", 1)[0]
    return title if len(first) > 1 and first[1:] != first[1:].lower() else title[:1].lower() + title[1:]


def zalo(vote: Vote, content: Round, url: str) -> str:
    """Chép gửi Zalo: what, until when, with what, where."""
    return (
        f"{vote.khu_pho.name} mời biểu quyết: {matter_of(vote.title)}.\n"
        f"Đến {_until(content.closes_at)}.\n"
        f"Dùng thẻ của hộ: {url}\n"
        "Mỗi hộ một phiếu. Không đưa mã thẻ cho ai."
    )


def _until(moment: datetime) -> str:
    local = at_home(moment)
    return f"{text.clock_time(local)}, {text.weekday_name(local)}, {local.day}/{local.month}".replace("\u00a0", " ")


def loudspeaker(vote: Vote, content: Round, least: int) -> str:
    """Lời đọc loa, about seventy seconds."""
    place, matter = spoken_place(vote.khu_pho.name), matter_of(vote.title)
    phone = vote.contact.phone if vote.contact else ""
    help_line = (
        f"Hộ không có điện thoại thông minh, xin gọi số {spoken_phone(phone)}, Tổ lấy ý kiến sẽ đến nhà giúp. "
        if phone
        else "Hộ không có điện thoại thông minh, xin báo Tổ lấy ý kiến, Tổ sẽ đến nhà giúp. "
    )
    return (
        f"Kính thưa bà con {place}. Khu phố mời mỗi hộ cử một người đại diện biểu quyết về việc {matter}. "
        f"Thời gian từ {spoken_moment(content.opens_at)}, đến {spoken_moment(content.closes_at)}. "
        "Bà con quét mã in trên thẻ của hộ, rồi chọn Đồng ý, Không đồng ý, hoặc Ý kiến khác. "
        f"Khu phố có {spoken_number(content.households)} hộ. Cần ít nhất {spoken_number(least)} hộ đồng ý thì việc này "
        f"mới được thông qua. {help_line}"
        "Mỗi hộ chỉ tính một phiếu. Xin bà con đừng đưa mã trên thẻ cho người lạ; "
        "không cán bộ nào gọi điện hỏi mã này. "
        f"Xin nhắc lại, hạn chót là {spoken_moment(content.closes_at)}. Xin cảm ơn bà con."
    )
