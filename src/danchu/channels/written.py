"""Chữ gửi đi: the same announcement as a Zalo post, a text message and an e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from danchu.channels import sms
from danchu.channels.announcement import Announcement
from danchu.foundation import text

ZALO_LONGEST: Final = 600
"""Chữ của phần nội dung trong một tin Zalo: what a phone shows before "xem thêm"."""


@dataclass(frozen=True, slots=True)
class Mail:
    """Thư điện tử: its subject and its text."""

    subject: str
    body: str


def until_words(announcement: Announcement) -> str:
    """Hạn: "17 giờ, thứ Bảy, 12/12/2026"; empty where nothing has to be done."""
    return text.long_moment(announcement.until).replace(text.NBSP, " ") if announcement.until else ""


def zalo_text(announcement: Announcement) -> str:
    """Chép gửi Zalo: who, what, the first sentences, until when, whom to ask, where."""
    lines = [f"{announcement.place}: {announcement.title.rstrip('.')}.", short(announcement.body, ZALO_LONGEST)]
    if announcement.until:
        lines.append(f"Đến {until_words(announcement)}.")
    if announcement.phone:
        lines.append(f"Cần hỏi, gọi {_who(announcement)}.")
    return "\n".join([line for line in lines if line] + [f"Xem tại: {announcement.url}"])


def sms_text(announcement: Announcement, *, marks: bool = True) -> str:
    """Tin nhắn SMS: what, until when, where; without marks it costs less than half."""
    words = f"{announcement.place}: {announcement.title.rstrip('.')}."
    if announcement.until:
        local = text.local(announcement.until)
        minutes = f"{local.minute:02d}" if local.minute else ""
        words += f" Đến {local.hour}h{minutes} {local.day}/{local.month}."
    words += f" Xem: {announcement.url}" if announcement.url else ""
    return words if marks else sms.plain(words)


def mail(announcement: Announcement) -> Mail:
    """Thư điện tử: the whole text, whom to ask and where it stands."""
    parts = [
        "Kính gửi ông/bà,",
        f"{announcement.place} thông báo: {announcement.title.rstrip('.')}.",
        announcement.body,
    ]
    if announcement.until:
        parts.append(f"Hạn chót: {until_words(announcement)}.")
    if announcement.source:
        parts.append(f"Căn cứ: {announcement.source}.")
    parts.append(f"Xem tại: {announcement.url}")
    if announcement.phone:
        parts.append(f"Cần giúp, gọi {_who(announcement)}.")
    parts.append(announcement.ward)
    return Mail(announcement.title.rstrip("."), "\n\n".join(part.strip() for part in parts if part.strip()) + "\n")


def short(words: str, longest: int) -> str:
    """Rút gọn ở cuối câu: whole sentences up to ``longest`` signs, else whole words and a sign that more follows."""
    words = "\n".join(line.strip() for line in words.splitlines() if line.strip())
    if len(words) <= longest:
        return words
    head = words[: longest + 1]
    stop = max(head.rfind(end) for end in (". ", ".\n", "! ", "? ", "\n"))
    if stop > 0:
        return head[: stop + 1].strip()
    return (head.rpartition(" ")[0] or head[:longest]).rstrip(" ,;:") + "…"


def _who(announcement: Announcement) -> str:
    return ", ".join(part for part in (announcement.contact, announcement.phone) if part)
