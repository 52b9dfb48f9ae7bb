"""Mức độ hài lòng: the standing system by which people rate the ward's services (điểm a khoản 2 Điều 35).

The law asks for the system and says nothing of how; faces, services and the least number shown are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from danchu.law.basis import Article
from danchu.law.people import Label

BASIS = Article("L10", 35, 2, "a")
LEAST_SHOWN = 5


class Face(StrEnum):
    """Ba mức."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"


class Service(StrEnum):
    """Việc được đánh giá."""

    PROCEDURE = "procedure"
    RECEPTION = "reception"
    INFORMATION = "information"
    PETITION = "petition"
    SITE = "site"


FACE_LABELS = {
    Face.GOOD: Label("Hài lòng", "Satisfied"),
    Face.FAIR: Label("Bình thường", "Fair"),
    Face.BAD: Label("Chưa hài lòng", "Not satisfied"),
}
SERVICE_LABELS = {
    Service.PROCEDURE: Label("Giải quyết thủ tục hành chính", "Administrative procedures"),
    Service.RECEPTION: Label("Tiếp công dân", "Reception of citizens"),
    Service.INFORMATION: Label("Cung cấp thông tin theo yêu cầu", "Information on request"),
    Service.PETITION: Label("Trả lời kiến nghị, phản ánh", "Answers to petitions and feedback"),
    Service.SITE: Label("Trang thông tin này", "This site"),
}


def may_show(counts: Mapping[Face, int]) -> bool:
    """Đủ người để đăng: with fewer, a face could be known to belong to somebody."""
    return sum(counts.values()) >= LEAST_SHOWN
