"""Giấy tờ của đợt phát phiếu: plan, notice, the slips with their stubs, the minutes of the count, the result."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from danchu.foundation import clock
from danchu.foundation.accounts.models import Staff
from danchu.law.matters import Matter, Scope, matter_data
from danchu.law.people import CAPACITY_LABELS, Capacity, Role
from danchu.law.rules import rules_at
from danchu.law.thresholds import needed
from danchu.rooms.voting import queries
from danchu.rooms.voting.paper_source import Source

_NO_REPRESENTATIVE = "(chưa có người đại diện)"


def _team(source: Source) -> list[dict[str, str]]:
    return [
        {
            "ho_ten": str(one.staff),
            "thanh_phan": ", ".join(CAPACITY_LABELS[Capacity(key)].vi for key in one.capacities),
            "nhiem_vu": "Tổ trưởng" if one.leader else "Thành viên",
        }
        for one in source.team
    ]


def _days(source: Source) -> dict[str, Any]:
    return {"thoi_gian_bat_dau": source.content.opens_at, "thoi_gian_ket_thuc": source.content.closes_at}


def _boxes(source: Source) -> dict[str, Any]:
    plan = queries.plan_of(source.vote)
    return {"noi_nop": plan.boxes.splitlines() if plan is not None else []}


def plan(source: Source) -> dict[str, Any]:
    """Kế hoạch phát phiếu (59/4.2)."""
    kept = queries.plan_of(source.vote)
    if kept is None:
        raise LookupError("no plan yet")
    return {
        **source.letter(None),
        "ngay_lap": kept.issued_on,
        **source.head(),
        **source.front(),
        **_days(source),
        **_boxes(source),
        "muc_dich": kept.purpose,
        "noi_dung": source.vote.body,
        "to_phat_phieu": _team(source),
        "tong_so_ho": source.households,
        "phan_cong": kept.assignment.splitlines(),
    }


def _needed(source: Source) -> tuple[int, str]:
    """How many must agree, and the share and place in law as a paper says them."""
    version = source.vote.rule_version
    rule = matter_data(Matter(source.vote.matter), version)["pass"]
    share = "Từ hai phần ba" if rule == "pass.D1D2" else "Trên 50%"
    basis = rules_at(version).basis(rule).paper_vi()
    return needed(rule, source.content.households, version=version), f"{share} tổng số hộ gia đình, theo {basis}"


def threshold(source: Source) -> str:
    """Mức cần đạt và căn cứ."""
    return _needed(source)[1]


def notice(source: Source) -> dict[str, Any]:
    """Thông báo công khai đợt phát phiếu (59/4.4)."""
    least, share = _needed(source)
    return {
        **source.letter(source.vote.notice_at),
        **source.head(),
        **_days(source),
        **_boxes(source),
        "noi_dung": source.vote.body,
        "to_phat_phieu": _team(source),
        "tong_so_ho": source.content.households,
        "so_can_dat": least,
        "can_cu_nguong": share,
        "nguoi_ho_tro": source.contact or source.place,
    }


def slips(source: Source) -> dict[str, Any]:
    """Phiếu và cuống (59/4.5b): the household stands on the stub alone."""
    vote = source.vote
    ward = vote.scope == Scope.WARD
    return {
        **source.letter(None),
        "ngay_lap": _written(source),
        **source.head(),
        **_boxes(source),
        "noi_dung": vote.body,
        "dong_y": vote.yes_means,
        "khong_dong_y": vote.no_means,
        "y_kien_khac": vote.other_means,
        "thoi_gian_ket_thuc": source.content.closes_at,
        "dau": "dau_treo" if ward else "chu_ky",
        "phieu": [
            {
                "so_cuong": str(one.number),
                "so_ho": one.line.number,
                "ho_ten": one.line.representative or _NO_REPRESENTATIVE,
                "dia_chi": one.line.address,
                "duong_dan": source.url(reverse("voting:stub", kwargs={"slug": vote.slug, "token": one.token})),
            }
            for one in queries.slips_of(vote)
        ],
    }


def _written(source: Source) -> date:
    """The day of the plan: printed nowhere, it dates the file."""
    kept = queries.plan_of(source.vote)
    return kept.issued_on if kept is not None else clock.day(source.at)


def _counts(source: Source) -> dict[str, Any]:
    content, figures = source.content, queries.agreed_figures(source.content)
    if figures is None:
        raise LookupError("not counted yet")
    return {
        "tong_so_ho": content.households,
        "so_phieu_phat_ra": figures.issued,
        "so_phieu_thu_vao": figures.collected,
        "so_phieu_khong_thu": figures.missing,
        "so_phieu_hop_le": figures.valid,
        "so_phieu_khong_hop_le": figures.invalid,
        "so_tan_thanh": figures.yes,
        "so_khong_tan_thanh": figures.no,
        "so_y_kien_khac": figures.other,
        "so_can_dat": source.outcome.needed,
        "cau_ket_qua": source.outcome.sentence["vi"],
    }


def count_minutes(source: Source) -> dict[str, Any]:
    """Biên bản kiểm phiếu (Mẫu 04)."""
    stated = queries.figures_of(source.content)
    first, last = stated[0], stated[-1]
    leader = next((one.staff_id for one in source.team if one.leader), None)
    second = next((one.entered_by for one in stated if one.entered_by_id != leader), last.entered_by)
    spoiled = queries.slips_now(source.vote).spoiled
    return {
        **source.letter(last.at),
        **source.leader(),
        **_days(source),
        **_counts(source),
        "thoi_gian_lap": first.at,
        "thoi_gian_lap_xong": last.at,
        "dia_diem": source.place,
        "to_phat_phieu": _team(source),
        "ho_chung_kien_1": first.witness_1.representative or f"hộ số {first.witness_1.number}",
        "ho_chung_kien_2": first.witness_2.representative or f"hộ số {first.witness_2.number}",
        "so_phieu_doi": spoiled or None,
        "cac_y_kien_khac": [line for line in last.opinions.splitlines() if line.strip()],
        "giai_trinh": [f"{gap.said('vi')} {words}" for gap, words in queries.explained(source.vote, source.content)],
        "nguong": threshold(source),
        "nguoi_kiem": second.full_name,
    }


def of_decision(source: Source) -> dict[str, Any]:
    """What the decision says of a round of slips."""
    leader = next((one.staff for one in source.team if one.leader), None)
    return {
        "chu_tri": _person(source.holders.get(Role.HEAD), "Trưởng khu phố"),
        "thu_ky": _person(leader, "Tổ trưởng Tổ phát phiếu"),
        "hinh_thuc": "Phát phiếu lấy ý kiến của hộ gia đình",
        "nguong": threshold(source),
        "so_phieu_khong_hop_le": source.content.invalid or None,
    }


def _person(person: Staff | None, office: str) -> dict[str, str] | None:
    return {"ho_ten": person.full_name, "xung_ho": person.honorific, "chuc_vu": office} if person else None


def result_notice(source: Source, told: dict[str, Any]) -> dict[str, Any]:
    """Thông báo kết quả lấy ý kiến bằng phiếu."""
    page = source.url(reverse("voting:public", kwargs={"slug": source.vote.slug})).partition("://")[2]
    return {
        **source.letter(source.vote.announced_at),
        **source.head(),
        **_days(source),
        **_counts(source),
        **told,
        "noi_xem_ho_so": f"{source.place}; {page}",
    }
