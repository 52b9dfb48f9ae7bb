"""Bản in và hình: the poster with its code, and the picture beside a link."""

from __future__ import annotations

from typing import Final, Literal

from danchu.channels.announcement import Announcement
from danchu.channels.written import short, until_words
from danchu.documents.errors import DoesNotFit
from danchu.documents.papers import Layout, capital
from danchu.documents.pdf import render
from danchu.documents.preview import link_picture
from danchu.foundation.text import day_of, short_date

# What is tried, from the fullest poster to the barest: letters of the title, letters of the text under it.
_SIZES: Final = ((200, 420), (200, 220), (60, 420), (60, 240), (40, 240), (80, 0), (40, 0))


def poster(announcement: Announcement, *, paper: Literal["a4", "a3"] = "a4", opening: str = "Thông báo") -> bytes:
    """Áp phích A4 hoặc A3 có mã QR, as PDF: one page; a title too long for it is cut at a word, its text at a sentence.

    ``opening`` is the red line above the title: "Thông báo", "Công khai", "Mời góp ý".
    """
    for title, text in _SIZES:
        try:
            return render(
                "notice-poster", _values(announcement, paper, opening, title, text), layout=_layout(announcement)
            ).data
        except DoesNotFit:
            continue
    raise AssertionError("the barest poster holds any title")


def picture(announcement: Announcement) -> bytes:
    """Hình xem trước 1200 × 630 dạng PNG, for Zalo and other chats."""
    until = until_words(announcement)
    own = announcement.place.lower() == announcement.ward.lower()
    return link_picture(
        place=capital(announcement.place if own else f"{announcement.place}, {announcement.ward}"),
        title=announcement.title,
        line=f"Đến {until}" if until else f"Ngày {short_date(announcement.day)}",
        day=day_of(announcement.day),
    )


def _layout(announcement: Announcement) -> Layout | None:
    """A notice of the ward stands under the ward's own head."""
    if announcement.place.lower() != announcement.ward.lower():
        return None
    return Layout(head=("ỦY BAN NHÂN DÂN", announcement.ward.upper()))


def _values(announcement: Announcement, paper: str, opening: str, title: int, text: int) -> dict[str, object]:
    whole = announcement.title.rstrip(".")
    named = short(whole, title)
    # A title that had to be cut is said in full below.
    said = announcement.body if named == whole else f"{whole}. {announcement.body}"
    who = ": ".join(part for part in (announcement.contact, announcement.phone) if part)
    return {
        "phuong": announcement.ward,
        "khu_pho": announcement.place,
        "ngay_lap": day_of(announcement.day),
        "ve_viec": named,
        "loi_mo_dau": opening,
        "thoi_gian_ket_thuc": announcement.until,
        "duong_dan": announcement.url,
        "noi_niem_yet": announcement.at_place,
        "nguoi_lien_he": who,
        "tom_tat": short(said, text) if text else "",
        "can_cu": announcement.source,
        "kho_giay": paper,
    }
