import re
from datetime import date

import pytest

from danchu.documents.blocks import Capture, Figures, Para, Paras, Table
from danchu.documents.errors import BadValue, DocumentError, MissingFields, UnknownPaper
from danchu.documents.kinds.shape import Letterhead
from danchu.documents.papers import PAPERS, Layout, capital, paper_of, place_name, prepare
from documents.filled import VALUES

NEEDED = {
    "online-report",
    "online-team-decision",
    "vote-notice",
    "roll-sheet",
    "card-sheet",
    "poster",
    "notice-poster",
    "participants-list",
    "minutes-03",
    "community-decision",
    "result-capture",
    "result-notice",
    "disclosure-plan",
    "disclosure-list",
    "disclosure-report",
    "information-refusal",
    "information-time",
    "slip-plan",
    "slip-notice",
    "slip-sheet",
    "count-minutes-04",
    "slip-result-notice",
    "meeting-invitation",
    "invitation-sheet",
    "count-minutes-02",
    "meeting-minutes-03",
    "attendance-list",
    "meeting-result-notice",
}


def _names_in(text):
    return set(re.findall(r"\{(\w+)\}", text))


def _used(block, paper):
    match block:
        case Para(text, _, lead, when):
            return _names_in(text) | _names_in(lead) | ({when} if when else set())
        case Paras(field, text):
            assert _names_in(text) <= {c.name for c in paper.names[field].columns}
            return {field}
        case Table(field, columns):
            assert {c.name for c in columns if c.name} <= {c.name for c in paper.names[field].columns}
            return {field}
        case Figures(_, lines):
            return {n for _, text, when in lines for n in _names_in(text) | ({when} if when else set())}
        case Capture(matter, taken, figures, sentence):
            return {matter, taken, sentence, "tong_so_ho", *(name for _, name in figures)}


def test_register_holds_the_needed_kinds():
    assert set(PAPERS) == NEEDED == set(VALUES)
    assert all(PAPERS[key].key == key for key in PAPERS)


@pytest.mark.parametrize("key", sorted(NEEDED))
def test_words_of_a_paper_name_only_its_fields_and_print_each(key):
    paper = PAPERS[key]
    blocks = [*paper.body, *(b for annex in paper.annexes for b in annex.blocks)]
    used = {name for block in blocks for name in _used(block, paper)}
    for text in (*paper.title, paper.subject, paper.closing, *paper.recipients):
        used |= _names_in(text)
    used |= {s.name_field for s in paper.signatures}
    used |= {name for s in paper.signatures for line in s.office for name in _names_in(line)}
    assert used <= set(paper.names)
    drawn_by_template = {
        "card-sheet": {"the"},
        "invitation-sheet": {"the", "ten_the", "ten_ma"},
        "poster": {"thoi_gian_ket_thuc", "duong_dan"},
        "notice-poster": {"thoi_gian_ket_thuc", "duong_dan"},
        "slip-sheet": {"noi_dung", "dong_y", "khong_dong_y", "y_kien_khac", "noi_nop", "phieu", "dau"},
        # The sentence of the result says how many were needed.
        "result-capture": {"so_can_dat"},
    }
    head = {"phuong", "khu_pho", "ngay_lap", "dia_danh", "so_ky_hieu", "kho_giay", "nhan_dia_ban"}
    assert set(paper.names) - used - head - drawn_by_template.get(key, set()) == set()


@pytest.mark.parametrize("key", sorted(NEEDED))
def test_each_compulsory_field_stops_the_paper_by_its_vietnamese_name(key):
    for field in (f for f in PAPERS[key].fields if f.required):
        values = {name: value for name, value in VALUES[key].items() if name != field.name}

        with pytest.raises(MissingFields) as caught:
            prepare(key, values)

        assert caught.value.names == (field.name,)
        assert field.label in caught.value.vi
        assert field.label in caught.value.en


def test_all_missing_fields_are_named_at_once():
    with pytest.raises(MissingFields) as caught:
        prepare("result-capture", {"phuong": "phường Thới Hòa", "cau_ket_qua": "  "})
    assert len(caught.value.names) == sum(f.required for f in PAPERS["result-capture"].fields) - 1
    assert str(caught.value).startswith("Chưa lập được ảnh chụp kết quả biểu quyết. Còn thiếu: tên khu phố;")


def test_unknown_paper_is_refused():
    with pytest.raises(UnknownPaper) as caught:
        paper_of("hoa-don")
    assert caught.value.key == "hoa-don"
    assert isinstance(caught.value, DocumentError)


def test_unknown_name_is_refused_not_lost():
    with pytest.raises(BadValue) as caught:
        prepare("poster", {**VALUES["poster"], "lua_chon": "đồng ý"})
    assert caught.value.name == "lua_chon"


@pytest.mark.parametrize("key", ["participants-list", "minutes-03", "roll-sheet"])
def test_lists_of_people_cannot_hold_a_choice(key):
    listed = "danh_sach" if key == "roll-sheet" else "danh_sach_tham_gia"
    assert {c.name for c in PAPERS[key].names[listed].columns} == {"ho_ten", "dia_chi"}


def test_head_of_a_khu_pho_paper():
    prepared = prepare("minutes-03", VALUES["minutes-03"])
    assert prepared.head == ("UBND PHƯỜNG THỚI HÒA", "KHU PHỐ 3")
    assert prepared.place_and_day == "Thới Hòa, ngày 12 tháng 12 năm 2026"
    assert prepared.recipients[0] == "Ủy ban nhân dân phường Thới Hòa;"
    assert "chậm nhất ngày 18 tháng 12 năm 2026" in prepared.closing
    assert prepared.name.startswith("BIÊN BẢN BIỂU QUYẾT TRỰC TUYẾN CỦA CỘNG ĐỒNG DÂN CƯ – Về việc tổng vệ sinh")


def test_head_of_a_ward_paper(monkeypatch):
    from dataclasses import replace

    from danchu.documents import papers

    ward = replace(PAPERS["roll-sheet"], letterhead=Letterhead.WARD)
    monkeypatch.setattr(papers, "PAPERS", {"roll-sheet": ward})
    assert prepare("roll-sheet", VALUES["roll-sheet"]).head == ("ỦY BAN NHÂN DÂN", "PHƯỜNG THỚI HÒA")


def test_place_can_be_said():
    assert prepare("roll-sheet", {**VALUES["roll-sheet"], "dia_danh": "Thành phố Hồ Chí Minh"}).place_and_day == (
        "Thành phố Hồ Chí Minh, ngày 12 tháng 12 năm 2026"
    )


@pytest.mark.parametrize(
    ("ward", "place"),
    [("phường Thới Hòa", "Thới Hòa"), ("Xã Long Hòa", "Long Hòa"), ("đặc khu Côn Đảo", "Côn Đảo"), ("Phú", "Phú")],
)
def test_place_is_the_name_without_its_kind(ward, place):
    assert place_name(ward) == place


def test_layout_overrides_are_printed_as_they_are():
    layout = Layout(head=("A", "B {phuong}"), recipients=("Như trên {x};",), closing="Kết {y}.\nHết.")
    prepared = prepare("vote-notice", VALUES["vote-notice"], layout)
    assert prepared.head == ("A", "B {phuong}")
    assert prepared.recipients == ("Như trên {x};",)
    assert prepared.closing == "Kết {y}.\nHết."


def test_braces_in_a_value_are_only_text():
    values = {**VALUES["minutes-03"], "ve_viec": "dọn {phuong} {0.__class__}"}
    assert "dọn {phuong} {0.__class__}" in prepare("minutes-03", values).name


@pytest.mark.parametrize(("key", "title"), [("nghi_quyet", "NGHỊ QUYẾT"), ("thoa_thuan", "BẢN THỎA THUẬN")])
def test_decision_has_the_name_chosen(key, title):
    prepared = prepare("community-decision", {**VALUES["community-decision"], "ten_goi": key})
    assert prepared.fill("{ten_goi}") == title


def test_decision_has_the_four_names_of_the_law():
    assert list(PAPERS["community-decision"].names["ten_goi"].choices) == [
        "nghi_quyet",
        "bien_ban",
        "ghi_nho",
        "thoa_thuan",
    ]


def test_minutes_and_decision_have_four_signatures():
    for key in ("minutes-03", "community-decision"):
        offices = [" ".join(s.office) for s in PAPERS[key].signatures]
        assert offices == ["TRƯỞNG KHU PHỐ", "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN"] + ["ĐẠI DIỆN HỘ GIA ĐÌNH"] * 2


def test_day_must_be_a_day():
    with pytest.raises(BadValue):
        prepare("roll-sheet", {**VALUES["roll-sheet"], "ngay_lap": "12/12/2026"})
    assert prepare("roll-sheet", VALUES["roll-sheet"]).day == date(2026, 12, 12)


def test_other_places_have_other_names_for_a_neighbourhood():
    values = {**VALUES["minutes-03"], "khu_pho": "Ấp 3", "phuong": "xã Long Hòa", "nhan_dia_ban": "ấp"}
    prepared = prepare("minutes-03", values)
    assert prepared.head == ("UBND XÃ LONG HÒA", "ẤP 3")
    assert prepared.recipients[-1] == "Lưu: hồ sơ ấp."
    assert prepared.fill("TRƯỞNG KHU PHỐ, Trưởng khu phố, Khu phố") == "TRƯỞNG ẤP, Trưởng ấp, Ấp"
    assert "Khu phố 3" in prepare("minutes-03", {**values, "ve_viec": "dọn Khu phố 3"}).name  # values stay as typed


def test_capital_of_a_matter():
    assert capital("đèn hẻm 3") == "Đèn hẻm 3"
    assert capital("") == ""
