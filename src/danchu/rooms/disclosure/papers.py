"""Giấy tờ của công khai: plain values for ``danchu.documents``, from the rows as they stand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from danchu.foundation import clock
from danchu.foundation.access.queries import mandates_now
from danchu.foundation.places.models import Ward
from danchu.foundation.text import short_date
from danchu.law import information
from danchu.law.disclosure import Channel, Track, channel_label, items
from danchu.law.information import Ground, Kind, RequestState
from danchu.law.people import Role
from danchu.rooms.disclosure import queries
from danchu.rooms.disclosure.queries import CouncilReport, Entry, InformationRequest, Plan

PLAN, LIST, REPORT = "disclosure-plan", "disclosure-list", "disclosure-report"
REFUSAL, TIME_NOTICE = "information-refusal", "information-time"
_MOST_FAULTS = 30


def _frame(ward: Ward, day: date, at: datetime) -> dict[str, Any]:
    """The ward, the day, and who signs for it then."""
    chair = mandates_now(ward.pk, at).filter(role=Role.WARD_CHAIR, valid_from__lte=day).first()
    return {"phuong": str(ward), "ngay_lap": day, "chu_tich": chair.staff.full_name if chair else ""}


def plan(found: Plan, at: datetime) -> dict[str, Any]:
    """Kế hoạch công khai: as adopted, or as it is being written."""
    rows = [
        {
            "noi_dung": f"{line.content} (khoản {line.key} Điều 11)",
            "hinh_thuc": ", ".join(channel_label(Channel(one)).vi for one in line.channels) or "–",
            "thoi_gian": "; ".join(part for part in (line.time, line.period) if part) or "–",
            "nguoi_phu_trach": line.responsible or "–",
        }
        for line in queries.plan_lines(found)
    ]
    day = clock.day(found.adopted_at or at)
    return {
        **_frame(found.ward, day, at),
        "so_ky_hieu": found.paper,
        "nam": str(found.year),
        "noi_dung_ke_hoach": rows,
    }


def quarterly_list(entry: Entry, at: datetime) -> dict[str, Any]:
    """Danh sách theo quý: what it counted, as it stood when it was published."""
    rows = queries.rows_of_list(entry)
    return {
        **_frame(entry.ward, clock.day(entry.published_at), at),
        "ky": entry.current.title.rpartition(", ")[2],
        "noi_dung_da_cong_khai": [
            {
                "noi_dung": f"{one.title} ({one.source}; khoản {one.item} Điều 11)",
                "hinh_thuc": one.forms,
                "thoi_gian": f"Công khai ngày {short_date(one.shown_on)}, {one.until}",
            }
            for one in rows
        ],
        "cau_tong": f"Danh sách có {len(rows)} nội dung." if rows else "Trong thời gian này không có nội dung nào.",
    }


def council_report(report: CouncilReport, at: datetime) -> dict[str, Any]:
    """Báo cáo Hội đồng nhân dân: figures from the register, none typed."""
    day = clock.day(report.sent_at or at)
    figures = queries.figures(report.ward_id, report.period_from, report.period_to, day)
    names = {one.key: one.label.vi for one in items(Track.WARD)}
    return {
        **_frame(report.ward, day, at),
        "tu_ngay": report.period_from,
        "den_ngay": report.period_to,
        "ky_hop": report.session_on,
        "so_da_cong_khai": figures.disclosed,
        "so_cham": figures.late,
        "so_thieu": figures.missing,
        "so_chua_minh_chung": figures.unproven,
        "so_yeu_cau": figures.requests,
        "so_da_tra_loi": figures.answered,
        "so_tu_choi": figures.refused,
        "so_tre_han": figures.late_requests,
        "theo_noi_dung": [{"noi_dung": f"{key}. {names[key]}", "so_luong": str(n)} for key, n in figures.by_item],
        "con_ton_tai": list(figures.faults[:_MOST_FAULTS]),
    }


def of_request(found: InformationRequest, at: datetime) -> tuple[str, dict[str, Any]] | None:
    """Văn bản gửi người yêu cầu: the refusal, or the notice of the time; None where the law asks for none."""
    if found.state == RequestState.REFUSED:
        letter = _words(found, "disclosure.request.refuse")
        ground = information.GROUND_LABELS[Ground(found.ground)].vi
        more = {"can_cu_tu_choi": ground[:1].upper() + ground[1:], "ly_do": letter}
        return REFUSAL, {**_about(found, clock.day(found.answered_at), at), **more}
    if found.accepted_at is None or not found.complex or found.kind == Kind.WRONG:
        return None
    row = queries.request_row(found, clock.day(at))
    when = found.extended_at or found.accepted_at
    act = "disclosure.request.extend" if found.extended_at else "disclosure.request.accept"
    about: dict[str, Any] = {
        "viec_bao": "gia_han" if found.extended_at else "hen",
        "ly_do": _words(found, act),
        "han_tra_loi": row.deadline.end,
        "can_cu": row.basis.paper_vi(),
    }
    return TIME_NOTICE, {**_about(found, clock.day(when), at), **about}


def _about(found: InformationRequest, day: date, at: datetime) -> dict[str, Any]:
    return {
        **_frame(found.ward, day, at),
        "nguoi_yeu_cau": found.name,
        "so_yeu_cau": f"{found.number}/{found.year}",
        "ngay_nhan": found.received_on,
        "noi_dung_yeu_cau": found.title,
    }


def _words(found: InformationRequest, act: str) -> str:
    return next((one.words for one in reversed(queries.letters_of(found)) if one.act == act), "")
