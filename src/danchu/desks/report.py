"""Báo cáo: the figures of a year by khu phố, for the page and for a spreadsheet; the same rows for both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from danchu.desks.rows import Reported, reported
from danchu.documents.sheets import SheetColumn, xlsx
from danchu.foundation import clock
from danchu.foundation.duties.models import Duty
from danchu.foundation.people.queries import KhuPhoRow
from danchu.law.states import PHASE_LABELS, Phase

SENDING = "doc.send"
COLUMNS = (
    SheetColumn("khu_pho", "Khu phố", "Khu phố đưa việc ra quyết", 16),
    SheetColumn("title", "Việc", "Tên cuộc biểu quyết", 46),
    SheetColumn("phase", "Tình trạng", "Giai đoạn lúc xuất bảng", 26),
    SheetColumn("closes", "Kết thúc", "Giờ đóng của lần biểu quyết nội dung", 20),
    SheetColumn("households", "Tổng số hộ", "Số hộ trên danh sách đã chốt", 12),
    SheetColumn("took_part", "Hộ tham gia", "Số hộ có phiếu được tính", 12),
    SheetColumn("yes", "Đồng ý", "Số hộ đồng ý", 10),
    SheetColumn("no", "Không đồng ý", "Số hộ không đồng ý", 14),
    SheetColumn("other", "Ý kiến khác", "Số hộ có ý kiến khác; không tính là đồng ý", 12),
    SheetColumn("needed", "Cần ít nhất", "Số hộ đồng ý ít nhất để được thông qua", 12),
    SheetColumn("result", "Kết quả", "Được thông qua hoặc không được thông qua, theo quy định", 22),
    SheetColumn("due", "Hạn gửi", "Ngày cuối cùng phải gửi quyết định đến phường và Mặt trận", 14),
    SheetColumn("sent", "Đã gửi", "Ngày gửi quyết định", 14),
    SheetColumn("late", "Trễ hạn", "Có, nếu gửi sau hạn hoặc quá hạn chưa gửi", 10),
)


@dataclass(frozen=True, slots=True)
class Line:
    """Một cuộc biểu quyết trong báo cáo, with the clock of its papers."""

    row: Reported
    due: date | None
    sent: date | None
    late: bool

    @property
    def owes_papers(self) -> bool:
        """The decision is still to be sent."""
        return self.due is not None and self.sent is None


@dataclass(frozen=True, slots=True)
class Figures:
    """Số liệu của một khu phố trong năm."""

    place: KhuPhoRow
    votes: int
    decided: int
    passed: int
    late: int


def lines(places: Iterable[KhuPhoRow], year: int, at: datetime) -> list[Line]:
    """Các cuộc biểu quyết của năm với hạn gửi giấy tờ. Three queries."""
    found = reported([one.khu_pho.pk for one in places], year, at)
    duties = {
        one.subject: one
        for one in Duty.objects.filter(
            rule=SENDING, dropped_at=None, subject__in=[f"vote:{one.vote.pk}" for one in found]
        )
    }
    today = clock.day(at)
    return [_line(one, duties.get(f"vote:{one.vote.pk}"), today) for one in found]


def _line(row: Reported, duty: Duty | None, today: date) -> Line:
    if duty is None:
        return Line(row, None, None, False)
    sent = clock.day(duty.done_at) if duty.done_at else None
    return Line(row, duty.due, sent, (sent or today) > duty.due)


def figures(places: Iterable[KhuPhoRow], found: Iterable[Line]) -> list[Figures]:
    """Một dòng cho mỗi khu phố."""
    by_place: dict[int, list[Line]] = {}
    for one in found:
        by_place.setdefault(one.row.vote.khu_pho_id, []).append(one)
    return [_figures(place, by_place.get(place.khu_pho.pk, [])) for place in places]


def _figures(place: KhuPhoRow, found: list[Line]) -> Figures:
    outcomes = [one.row.outcome for one in found if one.row.outcome is not None]
    return Figures(
        place=place,
        votes=len(found),
        decided=len(outcomes),
        passed=sum(one.passed for one in outcomes),
        late=sum(one.late for one in found),
    )


def sheet(title: str, found: Iterable[Line]) -> bytes:
    """Bảng tính XLSX của báo cáo."""
    return xlsx(title, COLUMNS, (_cells(one) for one in found))


def _cells(line: Line) -> dict[str, Any]:
    row, content, outcome = line.row, line.row.content, line.row.outcome
    counted = outcome is not None and content is not None
    return {
        "khu_pho": row.vote.khu_pho.name,
        "title": row.vote.title,
        "phase": PHASE_LABELS[Phase(row.phase)].vi,
        "closes": content.closes_at if content else None,
        "households": content.households if content else None,
        "took_part": row.took_part,
        "yes": content.yes if counted else None,
        "no": content.no if counted else None,
        "other": content.other if counted else None,
        "needed": outcome.needed if outcome else None,
        "result": ("Được thông qua" if outcome.passed else "Không được thông qua") if outcome else None,
        "due": line.due,
        "sent": line.sent,
        "late": "có" if line.late else None,
    }
