"""Giấy tờ của một cuộc biểu quyết: plain values for ``danchu.documents``, from the rows as they stand.

``documents`` sees no vote: what is printed is decided here, typed once at the proposal and never again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.urls import reverse

from danchu.documents.pdf import render
from danchu.foundation import clock
from danchu.foundation.accounts.models import Staff
from danchu.foundation.accounts.services.cards import PrintedCard
from danchu.foundation.people.queries import households
from danchu.foundation.places.models import KhuPho
from danchu.foundation.places.settings import value
from danchu.foundation.text import short_date
from danchu.law.basis import Article
from danchu.law.matters import Form, Matter, matter_article, matter_label
from danchu.law.people import CAPACITY_LABELS, Capacity, Role
from danchu.law.states import RoundKind
from danchu.law.thresholds import needed
from danchu.law.voting import roll_complete_on
from danchu.rooms.voting import lookups, papers_meeting, papers_slips, queries
from danchu.rooms.voting.paper_source import Source

_NO_REPRESENTATIVE = "(chưa có người đại diện)"
_END_OF_DAY = time(23, 59)
_DECISION_NAMES = {
    "minutes": "bien_ban",
    "resolution": "nghi_quyet",
    "memorandum": "ghi_nho",
    "agreement": "thoa_thuan",
}


def _person(person: Staff | None, office: str) -> dict[str, str] | None:
    return {"ho_ten": person.full_name, "xung_ho": person.honorific, "chuc_vu": office} if person else None


def _rows(lines: Iterable[Any]) -> list[dict[str, str]]:
    return [{"ho_ten": one.representative or _NO_REPRESENTATIVE, "dia_chi": one.address} for one in lines]


def _took_part(source: Source) -> list[dict[str, str]]:
    """Who took part; where nobody did, the list says so in its one line."""
    return _rows(queries.participants(source.content)) or [{"ho_ten": "Không có hộ nào tham gia", "dia_chi": "–"}]


def _team(source: Source) -> list[dict[str, str]]:
    return [
        {
            "ho_ten": str(one.staff),
            "thanh_phan": ", ".join(CAPACITY_LABELS[Capacity(key)].vi for key in one.capacities),
            "nhiem_vu": "Tổ trưởng" if one.leader else "Thành viên",
        }
        for one in source.team
    ]


def _kind_of_matter(source: Source) -> str:
    matter = Matter(source.vote.matter)
    label, article = matter_label(matter, source.vote.rule_version), matter_article(matter, source.vote.rule_version)
    return f"{label.vi[:1].upper()}{label.vi[1:]}, theo {article.paper_vi()}"


def _period(source: Source) -> dict[str, Any]:
    return {"thoi_gian_bat_dau": source.content.opens_at, "thoi_gian_ket_thuc": source.content.closes_at}


def _least(source: Source) -> int:
    return needed("online.pass", source.content.households, version=source.vote.rule_version)


def online_report(source: Source) -> dict[str, Any]:
    """Báo cáo trước khi thực hiện (59/5.2a)."""
    vote, count = source.vote, source.households
    return {
        **source.letter(vote.reported_at),
        **source.head(),
        **source.front(),
        "noi_dung": vote.body,
        "loai_viec": _kind_of_matter(source),
        "ly_do": vote.online_reason,
        "tong_so_ho": count,
        "so_ho_co_thiet_bi": max(count - (vote.means_without_device or 0), 0),
        "cach_ho_tro": vote.means_help or "Các hộ đều có thiết bị; hộ nào cần giúp thì báo Tổ lấy ý kiến.",
        "ung_dung": _application(source),
        "thoi_gian_chon_hinh_thuc": "Ngay sau khi chốt danh sách hộ gia đình",
        "thoi_gian_du_kien": "Theo thông báo của Tổ lấy ý kiến biểu quyết trực tuyến",
    }


def _where(source: Source) -> str:
    return ", trong nhóm Zalo của khu phố" if source.vote.in_group else ""


def _application(source: Source) -> str:
    if not source.vote.application_chosen_at:
        return ""
    return "Nhóm Zalo của khu phố" if source.vote.in_group else f"Ứng dụng biểu quyết tại {source.site('home')}"


def team_decision(source: Source) -> dict[str, Any]:
    """Quyết định thành lập Tổ (59/5.2b)."""
    joined = max((one.joined_at for one in source.team), default=None)
    return {**source.letter(joined), **source.head(), **source.front(), "to_lay_y_kien": _team(source)}


def roll_sheet(source: Source) -> dict[str, Any]:
    """Danh sách hộ để niêm yết."""
    roll = source.vote.roll
    until = roll.shown_until
    if until is None:
        today = clock.day(source.at)
        until = roll_complete_on(today, value(source.vote.ward_id, "roll.display_days", today))
    return {
        **source.letter(roll.shown_at),
        **source.head(),
        "danh_sach": _rows(roll.lines.order_by("pk")),
        "tong_so_ho": source.households,
        "noi_niem_yet": source.place,
        "han_de_nghi_sua": datetime.combine(until, _END_OF_DAY, tzinfo=clock.VIETNAM),
        "noi_nhan_de_nghi": source.contact,
    }


def vote_notice(source: Source) -> dict[str, Any]:
    """Thông báo biểu quyết (59/5.3)."""
    return {
        **source.letter(source.vote.notice_at),
        **source.leader(),
        **_period(source),
        "noi_dung": source.vote.body,
        "so_ho_chon_hinh_thuc": source.form.yes if source.form else None,
        "tong_so_ho": source.content.households,
        "so_can_dat": _least(source),
        "cach_bieu_quyet": _by_telephone(source),
        "noi_ho_tro": f"Đến {source.place}, có máy và người giúp",
        "nguoi_ho_tro": source.contact,
    }


def _by_telephone(source: Source) -> str:
    if source.vote.in_group:
        return "Đại diện hộ trả lời trong nhóm Zalo của khu phố, ghi số hộ và lựa chọn của hộ."
    page = source.site("card-login")
    return f"Đại diện hộ quét mã QR in trên thẻ của hộ; hoặc vào {page}, gõ số hộ và tám chữ số trên thẻ."


def poster(source: Source) -> dict[str, Any]:
    """Áp phích mời biểu quyết."""
    letter = source.letter(source.vote.notice_at)
    return {
        **letter,
        "ve_viec": source.vote.title,
        "thoi_gian_ket_thuc": source.content.closes_at,
        "duong_dan": source.url(reverse("voting:public", kwargs={"slug": source.vote.slug})),
        "noi_ho_tro": f"Đến {source.place}, có máy và người giúp",
        "nguoi_ho_tro": source.contact,
        "so_can_dat": _least(source),
        "tong_so_ho": source.content.households,
        "kho_giay": "a4",
    }


def participants_list(source: Source) -> dict[str, Any]:
    """Danh sách đại diện hộ đã tham gia (59/5.4b); never a choice."""
    return {
        **source.letter(source.vote.result_sealed_at),
        **_period(source),
        **source.head(),
        **source.leader(),
        "tong_so_ho": source.content.households,
        "so_dai_dien_co_mat": source.took_part,
        "danh_sach_tham_gia": _took_part(source),
    }


def _counts(source: Source) -> dict[str, Any]:
    content = source.content
    return {
        "tong_so_ho": content.households,
        "so_dai_dien_co_mat": source.took_part,
        "so_tan_thanh": content.yes,
        "so_khong_tan_thanh": content.no,
        "so_y_kien_khac": content.other,
        "so_can_dat": source.outcome.needed,
        "cau_ket_qua": source.outcome.sentence["vi"],
    }


def _decided(source: Source) -> dict[str, Any]:
    """What was decided, and from when: khoản 2 Điều 21 of the Law, the day on which it was voted."""
    if not source.outcome.passed:
        return {"noi_dung_quyet_dinh": "Nội dung đề xuất không được thông qua nên không thực hiện."}
    points = "\n".join([source.vote.body, *(one.what for one in source.tasks if one.due is None)])
    return {"noi_dung_quyet_dinh": points, "ngay_hieu_luc": clock.day(source.content.closes_at)}


def _tasks(source: Source) -> dict[str, Any]:
    """Who does what by when; nothing where nobody was given a task."""
    rows = [{"viec": one.what, "nguoi_thuc_hien": one.who, "thoi_han": one.due} for one in source.tasks if one.due]
    return {"phan_cong": rows} if rows else {}


def _of_decision(source: Source) -> dict[str, Any]:
    """Điều 20.2 a–g: the same in the minutes and in the decision."""
    return {
        **source.letter(source.vote.result_sealed_at),
        **source.signers(),
        **_period(source),
        **_counts(source),
        **_decided(source),
        **_tasks(source),
        "thoi_gian_lap": source.vote.result_sealed_at or source.at,
        "dia_diem": source.place,
        "so_ho_vang": source.content.households - source.took_part,
        "noi_dung_ban": _kind_of_matter(source),
        **_way(source),
    }


def _online(source: Source) -> dict[str, Any]:
    leader = next((one.staff for one in source.team if one.leader), None)
    return {
        "chu_tri": _person(source.holders.get(Role.HEAD), "Trưởng khu phố"),
        "thu_ky": _person(leader, "Tổ trưởng Tổ lấy ý kiến"),
        "hinh_thuc": f"Biểu quyết trực tuyến, công khai{_where(source)}",
        "nguong": f"Trên 50% tổng số hộ gia đình, theo {Article('D59', 5, 4, 'b').paper_vi()}",
    }


def _way(source: Source) -> dict[str, Any]:
    """Chủ trì, thư ký, cách quyết định: by the form of the vote."""
    if source.vote.form == Form.SLIP:
        return papers_slips.of_decision(source)
    return _at_meeting(source) if source.vote.form == Form.MEETING else _online(source)


def _at_meeting(source: Source) -> dict[str, Any]:
    hall = papers_meeting.Hall(source)
    return {
        "dia_diem": hall.place,
        "thoi_gian_bat_dau": hall.started_at,
        "thoi_gian_ket_thuc": hall.ended_at,
        "chu_tri": _person(hall.meeting.chair, "chủ trì cuộc họp"),
        "thu_ky": hall.secretary,
        "hinh_thuc": hall.method,
        "nguong": papers_meeting.threshold(source),
        "so_phieu_khong_hop_le": source.content.invalid or None,
    }


def minutes(source: Source) -> dict[str, Any]:
    """Biên bản theo Mẫu 03."""
    duty = lookups.sending_duty(source.vote)
    return {
        **_of_decision(source),
        "to_lay_y_kien": _team(source),
        "noi_dung_de_xuat": source.vote.body,
        "y_kien_khac": queries.other_opinions(source.content),
        "so_ho_chon_hinh_thuc": source.form.yes if source.form else None,
        "thoi_gian_lap_xong": source.vote.result_sealed_at or source.at,
        "han_gui": duty.due if duty else None,
        "thoi_diem_chup": source.vote.result_sealed_at or source.content.closed_at,
        "danh_sach_tham_gia": _took_part(source),
    }


def community_decision(source: Source) -> dict[str, Any]:
    """Quyết định của cộng đồng dân cư (khoản 1 Điều 20)."""
    return {**_of_decision(source), "ten_goi": _DECISION_NAMES[source.vote.decision_form]}


def result_capture(source: Source) -> dict[str, Any]:
    """Ảnh chụp kết quả (59/5.4b)."""
    return {
        **source.letter(source.vote.result_sealed_at),
        **_counts(source),
        "thoi_diem_chup": source.vote.result_sealed_at or source.content.closed_at,
    }


def _told(source: Source) -> dict[str, Any]:
    """What was decided, with the tasks as lines."""
    decided = _decided(source)
    tasks = [f"{one.what}: {one.who}, chậm nhất {short_date(one.due, 'vi')}." for one in source.tasks if one.due]
    return {**decided, "noi_dung_quyet_dinh": "\n".join([decided["noi_dung_quyet_dinh"], *tasks])}


def result_notice(source: Source) -> dict[str, Any]:
    """Thông báo kết quả (59/5.4b); tasks stand in it as lines, for it has no table."""
    page = source.url(reverse("voting:public", kwargs={"slug": source.vote.slug})).partition("://")[2]
    return {
        **source.letter(source.vote.announced_at),
        **source.head(),
        **_period(source),
        **_counts(source),
        **_told(source),
        "noi_xem_ho_so": f"{source.place}; tra phiếu của hộ tại {page}",
    }


COMPOSERS: dict[str, Callable[[Source], dict[str, Any]]] = {
    "online-report": online_report,
    "online-team-decision": team_decision,
    "roll-sheet": roll_sheet,
    "vote-notice": vote_notice,
    "poster": poster,
    "participants-list": participants_list,
    "minutes-03": minutes,
    "community-decision": community_decision,
    "result-capture": result_capture,
    "result-notice": result_notice,
    "slip-plan": papers_slips.plan,
    "slip-notice": papers_slips.notice,
    "slip-sheet": papers_slips.slips,
    "count-minutes-04": papers_slips.count_minutes,
    "slip-result-notice": lambda source: papers_slips.result_notice(source, _told(source)),
    "count-minutes-02": lambda source: papers_meeting.count_minutes(source, _counts(source)),
    "meeting-minutes-03": lambda source: papers_meeting.minutes(source, _of_decision(source)),
    "attendance-list": papers_meeting.attendance_list,
    "meeting-result-notice": lambda source: papers_meeting.result_notice(source, _counts(source), _told(source)),
}


def compose(kind: str, source: Source) -> dict[str, Any]:
    """Giá trị của một loại giấy tờ; ``KeyError`` for a kind a vote does not have."""
    return COMPOSERS[kind](source)


def card_sheet(source: Source, made: Iterable[PrintedCard]) -> bytes:
    """Tờ thẻ vừa lập: the only time its secrets are written anywhere."""
    vote = source.vote
    return cards_paper(made, khu_pho=vote.khu_pho, contact=vote.contact, day=clock.day(source.at), url=source.url)


def cards_paper(
    made: Iterable[PrintedCard], *, khu_pho: KhuPho, contact: Staff | None, day: date, url: Callable[[str], str]
) -> bytes:
    """Tờ thẻ của một khu phố, with whom to call; ``url`` makes a path absolute."""
    printed = list(made)
    names = {row.id: row.representative for row in households(khu_pho.pk, day=day)}
    values = {
        "phuong": str(khu_pho.ward),
        "khu_pho": khu_pho.name,
        "ngay_lap": day,
        "trang_web": url(reverse("card-login")).partition("://")[2].rstrip("/"),
        "nguoi_lien_he": str(contact) if contact else "",
        "dien_thoai": (contact.phone if contact else "") or khu_pho.ward.phone,
        "the": [
            {
                "so_ho": one.household.number,
                "ho_ten": names.get(one.household.pk) or f"hộ số {one.household.number}",
                "dia_chi": one.household.address,
                "ma_vao": one.code,
                "duong_dan": url(reverse("card-link", kwargs={"token": one.token})),
            }
            for one in printed
        ],
    }
    return render("card-sheet", values).data


def deadline_days(source: Source) -> list[tuple[str, str, date | datetime, date | datetime]]:
    """Mốc thời gian cho lịch: key, title, start, end; moments of the clock and days of the law."""
    vote = source.vote
    found: list[tuple[str, str, date | datetime, date | datetime]] = []
    if vote.roll is not None and vote.roll.shown_until and not vote.roll.frozen_at:
        first = vote.roll.shown_until + timedelta(days=1)
        found.append(("roll", f"Chốt danh sách hộ: {vote.title}", first, first))
    for kind, title in ((RoundKind.FORM, "Hỏi hình thức"), (RoundKind.CONTENT, "Biểu quyết")):
        one = source.rounds.get(kind)
        if one is not None and not one.at_meeting and one.stopped_at is None:
            found.append((kind, f"{title}: {vote.title}", one.opens_at, one.closes_at))
    duty = lookups.sending_duty(vote)
    if duty is not None and duty.dropped_at is None:
        found.append(("send", f"Hạn gửi quyết định: {vote.title}", duty.start, duty.due))
    return found
