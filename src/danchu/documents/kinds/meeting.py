"""Cuộc họp: invitation (Mẫu 01), count of a secret ballot (Mẫu 02), minutes (Mẫu 03), result (Decree 59 Art. 3)."""

from __future__ import annotations

from dataclasses import replace

from danchu.documents.blocks import Annex, Figures, Para, Paras, Signature, Style, Table
from danchu.documents.fields import Field, Kind
from danchu.documents.kinds.after import (
    CHAIR_AND_SECRETARY,
    COUNTS,
    DECISION_FIELDS,
    RESULT,
    SENTENCE,
    TASK_TABLE,
    THRESHOLD,
    TOLD,
    TOLD_FIELDS,
    TOOK_PART,
    TOTAL,
    TURNOUT,
)
from danchu.documents.kinds.print import CARD_SHEET
from danchu.documents.kinds.shape import (
    DECREE,
    FOUR,
    HEAD,
    HEAD_NAME,
    HOUSEHOLD_TABLE,
    LAW,
    LETTER,
    MATTER,
    TO_WARD,
    Paper,
)

_WHEN = Field("thoi_gian_hop", Kind.MOMENT, "thời gian họp")
_WHERE = Field("dia_diem", Kind.TEXT, "địa điểm họp")
_CONVENOR = (
    Field("chuc_vu_trieu_tap", Kind.TEXT, "chức vụ người triệu tập"),
    Field("nguoi_trieu_tap", Kind.TEXT, "họ tên người triệu tập"),
)

INVITATION = Paper(
    key="meeting-invitation",
    title_vi="giấy mời họp",
    title_en="invitation to a meeting",
    form="Mẫu 01",
    article="khoản 3 Điều 3 Nghị định 59/2023/NĐ-CP",
    title=("GIẤY MỜI",),
    subject="Họp cộng đồng dân cư về việc {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        _WHEN,
        _WHERE,
        Field("chu_tri", Kind.PERSON, "người chủ trì"),
        Field("noi_dung_hop", Kind.LINES, "nội dung họp"),
        Field("nguoi_lien_he", Kind.TEXT, "người liên hệ và số điện thoại"),
        Field("tai_lieu", Kind.LINES, "tài liệu gửi kèm", required=False),
        *_CONVENOR,
    ),
    body=(
        Para("Kính gửi: Ông/bà đại diện hộ gia đình {khu_pho}", Style.CENTRE),
        Para("{khu_pho} trân trọng kính mời ông/bà dự họp cộng đồng dân cư về việc {ve_viec}."),
        Para("1. Thời gian, địa điểm", Style.HEADING),
        Para("{thoi_gian_hop}.", lead="a) Thời gian:"),
        Para("{dia_diem}.", lead="b) Địa điểm:"),
        Para("2. Thành phần", Style.HEADING),
        Para("{chu_tri}.", lead="a) Chủ trì:"),
        Para("Ban công tác Mặt trận và đại diện các hộ gia đình {khu_pho}.", lead="b) Tham dự:"),
        Para(
            f"Thành viên hộ có ý kiến khác với người đại diện được đăng ký dự và phát biểu, theo khoản 2 Điều 24 {LAW}."
        ),
        Para("3. Nội dung", Style.HEADING),
        Paras("noi_dung_hop", bullet="–"),
        Para("4. Liên hệ", Style.HEADING),
        Para("{nguoi_lien_he}."),
        Para("5. Tài liệu kèm theo", Style.HEADING, when="tai_lieu"),
        Paras("tai_lieu", bullet="–"),
    ),
    closing="Đề nghị ông/bà dự họp đầy đủ, đúng thành phần. Khi đến, xin mang theo giấy mời có mã của hộ.",
    signatures=(Signature(("{chuc_vu_trieu_tap}",), "nguoi_trieu_tap"),),
    recipients=("Như trên;", "Niêm yết tại khu phố;", "Lưu: hồ sơ khu phố."),
)

INVITATION_SHEET = replace(
    CARD_SHEET,
    key="invitation-sheet",
    title_vi="mã mời họp của các hộ",
    title_en="invitation codes of the households",
    title=("GIẤY MỜI HỌP",),
    fields=(
        *(one for one in CARD_SHEET.fields if one.name in {"phuong", "khu_pho", "ngay_lap", "nhan_dia_ban"}),
        Field("the", Kind.ROWS, "mã mời của các hộ", columns=CARD_SHEET.names["the"].columns),
        Field("ten_the", Kind.TEXT, "tên ghi trên mỗi tờ"),
        Field("ten_ma", Kind.TEXT, "tên của mã"),
        Field("thoi_gian", Kind.WHEN, "thời gian họp"),
        _WHERE,
    ),
    body=(Para("{thoi_gian}, {dia_diem}."), Para("Đưa tờ này khi đến họp để điểm danh.")),
)

_BOARD = (
    Field("ban_kiem_phieu", Kind.LINES, "thành viên Ban kiểm phiếu"),
    Field("ho_chung_kien", Kind.LINES, "đại diện hộ chứng kiến"),
)
_SLIPS = (
    Field("so_phieu_phat", Kind.COUNT, "số phiếu phát ra"),
    Field("so_phieu_thu", Kind.COUNT, "số phiếu thu vào"),
    Field("so_phieu_hop_le", Kind.COUNT, "số phiếu hợp lệ"),
    Field("so_phieu_khong_hop_le", Kind.COUNT, "số phiếu không hợp lệ"),
)

COUNT_MINUTES = Paper(
    key="count-minutes-02",
    title_vi="biên bản kiểm phiếu",
    title_en="minutes of the count",
    form="Mẫu 02",
    article="điểm c khoản 5 Điều 3 Nghị định 59/2023/NĐ-CP",
    title=("BIÊN BẢN KIỂM PHIẾU",),
    subject="Về việc {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        _WHEN,
        _WHERE,
        *_BOARD,
        TOTAL,
        *COUNTS,
        *_SLIPS,
        *THRESHOLD,
        SENTENCE,
        Field("giai_trinh", Kind.LINES, "giải trình số liệu chưa khớp", required=False),
        Field("thoi_gian_xong", Kind.MOMENT, "thời gian kiểm phiếu xong"),
        Field("truong_ban", Kind.TEXT, "họ tên Trưởng ban kiểm phiếu"),
        Field("chung_kien_1", Kind.TEXT, "họ tên đại diện hộ chứng kiến thứ nhất"),
        Field("chung_kien_2", Kind.TEXT, "họ tên đại diện hộ chứng kiến thứ hai"),
    ),
    body=(
        Para(
            "Hôm nay, vào hồi {thoi_gian_hop}, tại {dia_diem}, {khu_pho} tổ chức cuộc họp của cộng đồng dân cư về việc "
            "{ve_viec}."
        ),
        Para("", lead="1. Ban kiểm phiếu:"),
        Paras("ban_kiem_phieu", bullet="–"),
        Para("", lead="2. Đại diện hộ gia đình chứng kiến việc kiểm phiếu:"),
        Paras("ho_chung_kien", bullet="–"),
        Para("", lead="3. Kết quả kiểm phiếu như sau:"),
        Figures(
            ("Kết quả", "Số lượng"),
            (
                ("Hộ có đại diện dự họp", "{so_dai_dien_co_mat}/{tong_so_ho}", ""),
                ("Phiếu phát ra", "{so_phieu_phat}", ""),
                ("Phiếu thu vào", "{so_phieu_thu}", ""),
                ("Phiếu hợp lệ", "{so_phieu_hop_le}", ""),
                ("Phiếu không hợp lệ", "{so_phieu_khong_hop_le}", ""),
                ("Đồng ý", "{so_tan_thanh}/{tong_so_ho}", ""),
                ("Không đồng ý", "{so_khong_tan_thanh}/{tong_so_ho}", ""),
                ("Ý kiến khác", "{so_y_kien_khac}/{tong_so_ho}", ""),
            ),
        ),
        Para("", lead="4. Giải trình số liệu:", when="giai_trinh"),
        Paras("giai_trinh", bullet="–"),
        Para("{nguong}, tức ít nhất {so_can_dat}/{tong_so_ho} hộ đồng ý. {cau_ket_qua}", lead="5. Kết luận:"),
    ),
    closing=(
        "Việc kiểm phiếu xong vào hồi {thoi_gian_xong}. Biên bản lập thành 03 bản: gửi Ủy ban nhân dân {phuong}, Ủy "
        "ban Mặt trận Tổ quốc Việt Nam {phuong} và lưu tại khu phố."
    ),
    signatures=(
        Signature(("TRƯỞNG BAN KIỂM PHIẾU",), "truong_ban"),
        Signature(("ĐẠI DIỆN HỘ CHỨNG KIẾN",), "chung_kien_1"),
        Signature(("ĐẠI DIỆN HỘ CHỨNG KIẾN",), "chung_kien_2"),
    ),
    recipients=(*TO_WARD, "Lưu: hồ sơ khu phố."),
)

_PRESENT = replace(TOOK_PART, label="danh sách đại diện hộ đã dự họp")

MINUTES = Paper(
    key="meeting-minutes-03",
    title_vi="biên bản cuộc họp",
    title_en="minutes of the meeting",
    form="Mẫu 03",
    article="khoản 2 Điều 20 Luật số 10/2022/QH15; Điều 3 Nghị định 59/2023/NĐ-CP",
    title=("BIÊN BẢN CUỘC HỌP", "CỦA CỘNG ĐỒNG DÂN CƯ"),
    subject="Về việc {ve_viec}",
    fields=(
        *(one for one in DECISION_FIELDS if one.name != "thoi_gian_lap"),
        Field("noi_dung_de_xuat", Kind.PARAGRAPHS, "nội dung đề xuất"),
        Field("thao_luan", Kind.LINES, "ý kiến trao đổi, thảo luận", required=False),
        Field("thu_tuc", Kind.LINES, "biểu quyết về thư ký, cách biểu quyết, Ban kiểm phiếu", required=False),
        Field("cum_hop", Kind.LINES, "kết quả từng cụm họp", required=False),
        Field("giai_trinh", Kind.LINES, "giải trình số liệu chưa khớp", required=False),
        Field("han_gui", Kind.DAY, "hạn gửi Ủy ban nhân dân và Mặt trận"),
        _PRESENT,
    ),
    body=(
        Para(
            "Hôm nay, vào hồi {thoi_gian_bat_dau}, tại {dia_diem}, {khu_pho} tổ chức cuộc họp của cộng đồng dân cư về "
            "việc {ve_viec}, như sau:"
        ),
        Para("I. THÀNH PHẦN THAM DỰ", Style.HEADING),
        *CHAIR_AND_SECRETARY,
        Para("", lead="3. Đại diện hộ gia đình:"),
        *TURNOUT,
        Para("II. NỘI DUNG", Style.HEADING),
        Para("{noi_dung_ban}.", lead="1. Loại việc:"),
        Para("", lead="2. Nội dung đề xuất:"),
        Paras("noi_dung_de_xuat"),
        Para("", lead="3. Ý kiến trao đổi, thảo luận:"),
        Paras("thao_luan", bullet="–", empty="Không có ý kiến khác."),
        Para("III. HÌNH THỨC VÀ KẾT QUẢ BIỂU QUYẾT", Style.HEADING),
        Para("", lead="1. Biểu quyết về thủ tục:", when="thu_tuc"),
        Paras("thu_tuc", bullet="–"),
        Para("{hinh_thuc}.", lead="2. Hình thức:"),
        Para("", lead="3. Kết quả:"),
        RESULT,
        Paras("cum_hop", bullet="–"),
        Para("", lead="Giải trình số liệu:", when="giai_trinh"),
        Paras("giai_trinh", bullet="–"),
        Para("{nguong}, tức ít nhất {so_can_dat}/{tong_so_ho} hộ đồng ý.", lead="4. Mức cần đạt:"),
        Para("{cau_ket_qua}", lead="5. Kết luận:"),
        Para("IV. NỘI DUNG QUYẾT ĐỊNH", Style.HEADING),
        Paras("noi_dung_quyet_dinh"),
        Para("Quyết định có hiệu lực từ {ngay_hieu_luc}.", when="ngay_hieu_luc"),
        Para("Phân công thực hiện:", when="phan_cong"),
        TASK_TABLE,
    ),
    closing=(
        "Cuộc họp kết thúc vào hồi {thoi_gian_ket_thuc}; những người có tên dưới đây đã đọc, thống nhất và ký tên. "
        "Biên bản được gửi Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam {phuong}, chậm nhất {han_gui}."
    ),
    signatures=FOUR,
    recipients=(*TO_WARD, "Ban công tác Mặt trận {khu_pho};", "Lưu: hồ sơ khu phố."),
    annexes=(
        Annex(
            "Phụ lục. Danh sách đại diện hộ gia đình đã dự họp",
            (
                Para("Danh sách không ghi lựa chọn của hộ.", Style.NOTE),
                Table("danh_sach_tham_gia", HOUSEHOLD_TABLE),
            ),
        ),
    ),
)

ATTENDANCE = Paper(
    key="attendance-list",
    title_vi="danh sách đại diện hộ dự họp",
    title_en="list of those present",
    form="Mẫu 03",
    article="điểm b khoản 2 Điều 20 Luật số 10/2022/QH15",
    title=("DANH SÁCH ĐẠI DIỆN HỘ GIA ĐÌNH", "DỰ HỌP CỘNG ĐỒNG DÂN CƯ"),
    subject="Về việc {ve_viec}",
    fields=(*LETTER, *MATTER, _WHEN, _WHERE, TOTAL, COUNTS[0], _PRESENT, HEAD_NAME),
    body=(
        Para("Cuộc họp lúc {thoi_gian_hop}, tại {dia_diem}."),
        Para("Có {so_dai_dien_co_mat}/{tong_so_ho} hộ gia đình có đại diện dự họp."),
        Table("danh_sach_tham_gia", HOUSEHOLD_TABLE),
    ),
    closing="Danh sách có {so_dai_dien_co_mat} đại diện hộ gia đình.",
    signatures=(HEAD,),
    recipients=("Kèm biên bản cuộc họp;", "Lưu: hồ sơ khu phố."),
)

RESULT_NOTICE = Paper(
    key="meeting-result-notice",
    title_vi="thông báo kết quả cuộc họp",
    title_en="notice of the result of the meeting",
    article="khoản 2 Điều 23 Luật số 10/2022/QH15",
    title=("THÔNG BÁO",),
    subject="Kết quả cuộc họp của cộng đồng dân cư về việc {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        _WHEN,
        _WHERE,
        *TOLD_FIELDS,
        Field("noi_xem_ho_so", Kind.TEXT, "nơi xem biên bản"),
        HEAD_NAME,
    ),
    body=(
        Para("Kính gửi: Đại diện các hộ gia đình {khu_pho}", Style.CENTRE),
        Para(
            "Lúc {thoi_gian_hop}, tại {dia_diem}, khu phố họp cộng đồng dân cư về việc {ve_viec}, theo Điều 3 "
            f"{DECREE}. Kết quả như sau:"
        ),
        *TOLD,
        Para("{noi_xem_ho_so}.", lead="Nơi xem biên bản:"),
    ),
    closing="Trưởng khu phố thông báo để bà con biết và cùng thực hiện.",
    signatures=(HEAD,),
    recipients=("Niêm yết tại khu phố;", *TO_WARD, "Lưu: hồ sơ khu phố."),
)

PAPERS = (INVITATION, INVITATION_SHEET, COUNT_MINUTES, MINUTES, ATTENDANCE, RESULT_NOTICE)
