"""Giấy tờ của cuộc họp: invitation, codes of the households, count of a secret ballot, minutes, who was present."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.urls import reverse

from danchu.foundation import clock
from danchu.law.matters import CONVENOR_LABELS, Convenor
from danchu.law.meeting_names import AGENDA_LABELS, METHOD_LABELS, Method
from danchu.rooms.voting import lookups, queries
from danchu.rooms.voting.announcements import matter_of
from danchu.rooms.voting.paper_source import Source
from danchu.rooms.voting.queries.meetings import Board, Meeting, Session

Url = Callable[[str], str]


def _letter(meeting: Meeting, day: datetime) -> dict[str, Any]:
    titles = [matter_of(one.title) for one in queries.agenda_of(meeting)]
    return {
        "phuong": str(meeting.ward),
        "khu_pho": meeting.khu_pho.name,
        "ngay_lap": clock.day(day),
        "ve_viec": "; ".join(titles) or matter_of(meeting.title),
    }


def order_of(meeting: Meeting) -> list[str]:
    """Trình tự cuộc họp: the khu phố's own, else the law's."""
    own = [line.strip() for line in meeting.agenda.splitlines() if line.strip()]
    return own or [label.vi for label in AGENDA_LABELS.values()]


def _person(person: Any) -> str:
    return ", ".join(part for part in (str(person), person.phone) if part) if person else ""


def invitation(meeting: Meeting, at: datetime) -> dict[str, Any]:
    """Giấy mời (Mẫu 01)."""
    votes = queries.agenda_of(meeting)
    office = CONVENOR_LABELS[Convenor(meeting.convenor)].vi
    return {
        **_letter(meeting, meeting.invited_at or at),
        "thoi_gian_hop": meeting.starts_at,
        "dia_diem": _where(meeting),
        "chu_tri": {
            "ho_ten": meeting.chair.full_name,
            "xung_ho": meeting.chair.honorific,
            "chuc_vu": "chủ trì cuộc họp",
        },
        "noi_dung_hop": [*(one.title for one in votes), f"Trình tự: {'; '.join(order_of(meeting))}"],
        "nguoi_lien_he": _person(meeting.contact or meeting.chair),
        "tai_lieu": [f"Tài liệu về việc {matter_of(one.title)}" for one in votes if one.paper_id],
        "chuc_vu_trieu_tap": office.upper(),
        "nguoi_trieu_tap": meeting.chair.full_name,
    }


def _where(meeting: Meeting) -> str:
    sessions = queries.sessions_of(meeting)
    if len(sessions) == 1:
        return meeting.place
    return "; ".join(f"{one.name}: {one.place}" for one in sessions)


def invitation_sheet(meeting: Meeting, at: datetime, url: Url) -> dict[str, Any]:
    """Mã mời của các hộ: one slip a household, its code in letters and in a QR; at the door it is scanned."""
    rows = []
    for line in meeting.roll.lines.order_by("pk"):
        code = queries.code_of(meeting.pk, line.pk)
        rows.append(
            {
                "so_ho": line.number,
                "ho_ten": line.representative or f"hộ số {line.number}",
                "dia_chi": line.address,
                "ma_vao": f"{code[:5]} {code[5:]}",
                "duong_dan": url(reverse("voting:meeting-invited", kwargs={"slug": meeting.slug, "code": code})),
            }
        )
    return {
        "phuong": str(meeting.ward),
        "khu_pho": meeting.khu_pho.name,
        "ngay_lap": clock.day(at),
        "the": rows,
        "ten_the": "Giấy mời họp",
        "ten_ma": "Mã mời của hộ",
        "thoi_gian": meeting.starts_at,
        "dia_diem": meeting.place,
    }


class Hall:
    """Cuộc họp đã kết thúc nhìn từ một nội dung: what the papers of that matter say of it."""

    def __init__(self, source: Source) -> None:
        self.source, self.vote = source, source.vote
        meeting = source.vote.meeting
        if meeting is None:
            raise TypeError(source.vote)
        self.meeting: Meeting = meeting
        self.board = Board(meeting, source.at)

    @property
    def started_at(self) -> datetime:
        """Giờ khai mạc."""
        opened = [one.opened_at for one in self.board.sessions if one.opened_at]
        return min(opened, default=self.meeting.starts_at)

    @property
    def ended_at(self) -> datetime:
        """Giờ kết thúc."""
        return self.meeting.concluded_at or self.source.at

    def officers(self, *offices: str) -> list[str]:
        """Tên những người giữ việc đó, of every hall."""
        return [one.name for session in self.board.sessions for one in self.board.of_office(session, *offices)]

    @property
    def secretary(self) -> dict[str, str]:
        """Thư ký; where too few came to elect one, the papers say so."""
        name = ", ".join(self.officers("secretary")) or "chưa cử, do không đủ hộ dự"
        return {"ho_ten": name, "xung_ho": "", "chuc_vu": "thư ký cuộc họp"}

    @property
    def method(self) -> str:
        """Cách biểu quyết."""
        found = {one.method for one in self.board.sessions if one.method}
        said = " và ".join(METHOD_LABELS[Method(one)].vi for one in sorted(found))
        return f"Họp cộng đồng dân cư, {said}" if said else "Họp cộng đồng dân cư"

    def procedure(self) -> list[str]:
        """Biểu quyết về thủ tục, in the order taken."""
        names = {"secretary": "cử thư ký", "method": "chọn cách biểu quyết", "board": "bầu Ban kiểm phiếu"}
        several = len(self.board.sessions) > 1
        place = {one.pk: f"{one.name}: " if several else "" for one in self.board.sessions}
        return [
            f"{place[one.session_id]}{names[one.kind]}: {one.yes}/{one.present} hộ dự đồng ý"
            for one in self.board.motions
        ]

    def clusters(self) -> list[str]:
        """Kết quả từng cụm."""
        if len(self.board.sessions) < 2:
            return []
        return [self._cluster(one) for one in self.board.sessions]

    def _cluster(self, session: Session) -> str:
        present = self.board.present.get(session.pk, 0)
        found = self.board.agreed(session, self.vote)
        said = f", {found.yes} đồng ý, {found.no} không đồng ý, {found.other} ý kiến khác" if found else ""
        return f"{session.name} ({session.place}): {present} hộ dự{said}"

    def discussion(self) -> list[str]:
        """Ý kiến thảo luận, one a line."""
        rows = [self.board.items.get((one.pk, self.vote.pk)) for one in self.board.sessions]
        return [line.strip() for row in rows if row for line in row.discussion.splitlines() if line.strip()]

    def explanations(self) -> list[str]:
        """Giải trình chỗ không khớp."""
        found = [one.gap_reason for session in self.board.sessions for one in self.board.entered(session, self.vote)]
        return sorted({one for one in found if one})

    @property
    def counted(self) -> Any:
        """Tổng số kiểm của nội dung này."""
        return self.board.total_of(self.vote)

    @property
    def place(self) -> str:
        """Nơi họp."""
        return _where(self.meeting)


def threshold(source: Source) -> str:
    """Mức cần đạt và căn cứ, in words."""
    two_thirds = source.outcome.rule == "pass.D1D2"
    share = "Từ hai phần ba tổng số hộ gia đình" if two_thirds else "Trên 50% tổng số hộ gia đình"
    return f"{share}, theo {source.outcome.article.paper_vi()}"


def present_rows(source: Source) -> list[dict[str, str]]:
    """Danh sách hộ đã dự họp."""
    return [
        {"ho_ten": one.representative or f"hộ số {one.number}", "dia_chi": one.address}
        for one in queries.participants(source.content)
    ] or [{"ho_ten": "Không có hộ nào dự", "dia_chi": "–"}]


def count_minutes(source: Source, counts: dict[str, Any]) -> dict[str, Any]:
    """Biên bản kiểm phiếu (Mẫu 02)."""
    hall = Hall(source)
    found = hall.counted
    head, witnesses = hall.officers("board_head"), hall.officers("witness")
    return {
        **source.letter(hall.ended_at),
        **counts,
        "thoi_gian_hop": hall.started_at,
        "dia_diem": hall.place,
        "ban_kiem_phieu": [f"{name}, Trưởng ban" for name in head] + hall.officers("board"),
        "ho_chung_kien": witnesses,
        "so_phieu_phat": found.issued or 0,
        "so_phieu_thu": found.collected,
        "so_phieu_hop_le": found.valid,
        "so_phieu_khong_hop_le": found.invalid,
        "nguong": threshold(source),
        "giai_trinh": hall.explanations(),
        "thoi_gian_xong": hall.ended_at,
        "truong_ban": ", ".join(head),
        "chung_kien_1": witnesses[0] if witnesses else "",
        "chung_kien_2": witnesses[1] if len(witnesses) > 1 else "",
    }


def minutes(source: Source, of_decision: dict[str, Any]) -> dict[str, Any]:
    """Biên bản cuộc họp (Mẫu 03)."""
    hall, duty = Hall(source), lookups.sending_duty(source.vote)
    of_hall = {name: value for name, value in of_decision.items() if name != "thoi_gian_lap"}
    return {
        **of_hall,
        "noi_dung_de_xuat": source.vote.body,
        "thao_luan": hall.discussion(),
        "thu_tuc": hall.procedure(),
        "cum_hop": hall.clusters(),
        "giai_trinh": hall.explanations(),
        "han_gui": duty.due if duty else None,
        "danh_sach_tham_gia": present_rows(source),
    }


def attendance_list(source: Source) -> dict[str, Any]:
    """Danh sách đại diện hộ dự họp."""
    hall = Hall(source)
    return {
        **source.letter(hall.ended_at),
        **source.head(),
        "thoi_gian_hop": hall.started_at,
        "dia_diem": hall.place,
        "tong_so_ho": source.content.households,
        "so_dai_dien_co_mat": source.took_part,
        "danh_sach_tham_gia": present_rows(source),
    }


def result_notice(source: Source, counts: dict[str, Any], decided: dict[str, Any]) -> dict[str, Any]:
    """Thông báo kết quả cuộc họp."""
    hall = Hall(source)
    return {
        **source.letter(source.vote.announced_at),
        **source.head(),
        **counts,
        **decided,
        "thoi_gian_hop": hall.started_at,
        "dia_diem": hall.place,
        "noi_xem_ho_so": source.place,
    }
