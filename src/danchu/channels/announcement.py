"""Thông báo: what is to be told, as plain values; every channel makes its own shape of the same words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Announcement:
    """Thông báo gửi bà con.

    ``place`` is whose word it is ("Khu phố 3", "phường Thới Hòa"), ``ward`` the ward's full name for letterheads;
    ``title`` says in one line what it is about and ``body`` the rest, paragraphs parted by line ends, as written (the
    channels read figures out themselves). ``until`` is the moment by which something is asked, ``at_place`` where the
    whole text hangs, ``contact`` and ``phone`` who helps, ``source`` the paper it comes from, ``url`` its page.
    """

    place: str
    ward: str
    title: str
    body: str
    url: str
    day: datetime
    until: datetime | None = None
    at_place: str = ""
    contact: str = ""
    phone: str = ""
    source: str = ""
