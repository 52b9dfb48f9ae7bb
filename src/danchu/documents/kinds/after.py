"""Sau khi biểu quyết: list of those who took part, minutes, decision, capture, notice (Decree 59 Art. 5.4)."""

from __future__ import annotations

from danchu.documents.blocks import Annex, Capture, Column, Figures, Para, Paras, Style, Table
from danchu.documents.fields import Field, Kind
from danchu.documents.kinds.shape import (
    DECREE,
    FOUR,
    FRONT_NAME,
    HEAD,
    HEAD_NAME,
    HOUSEHOLD_TABLE,
    HOUSEHOLDS,
    LAW,
    LEADER,
    LEADER_NAME,
    LETTER,
    MATTER,
    PLACE,
    REP_NAMES,
    TEAM,
    TO_WARD,
    Letterhead,
    Paper,
)

TOTAL = Field("tong_so_ho", Kind.COUNT, "tổng số hộ gia đình")
_PERIOD = (
    Field("thoi_gian_bat_dau", Kind.MOMENT, "thời gian bắt đầu biểu quyết"),
    Field("thoi_gian_ket_thuc", Kind.MOMENT, "thời gian kết thúc biểu quyết"),
)
COUNTS = (
    Field("so_dai_dien_co_mat", Kind.COUNT, "số hộ có đại diện tham gia"),
    Field("so_tan_thanh", Kind.COUNT, "số hộ đồng ý"),
    Field("so_khong_tan_thanh", Kind.COUNT, "số hộ không đồng ý"),
    Field("so_y_kien_khac", Kind.COUNT, "số hộ có ý kiến khác"),
)
SENTENCE = Field("cau_ket_qua", Kind.TEXT, "câu kết luận về kết quả")
_TAKEN = Field("thoi_diem_chup", Kind.MOMENT, "thời điểm ghi lại kết quả")
THRESHOLD = (
    Field("so_can_dat", Kind.COUNT, "số hộ đồng ý cần đạt"),
    Field("nguong", Kind.TEXT, "mức cần đạt và căn cứ"),
)
TOOK_PART = Field("danh_sach_tham_gia", Kind.ROWS, "danh sách đại diện hộ đã tham gia", columns=HOUSEHOLDS)
_TASKS = Field(
    "phan_cong",
    Kind.ROWS,
    "phân công thực hiện",
    required=False,
    columns=(
        Field("viec", Kind.TEXT, "việc"),
        Field("nguoi_thuc_hien", Kind.TEXT, "người thực hiện"),
        Field("thoi_han", Kind.DAY, "thời hạn"),
    ),
)
TASK_TABLE = Table(
    "phan_cong",
    (
        Column("STT", "", 0.09, centre=True),
        Column("Việc", "viec", 0.35),
        Column("Người thực hiện", "nguoi_thuc_hien", 0.26),
        Column("Chậm nhất", "thoi_han", 0.3),
    ),
)
_FORMS_OF_DECISION = {
    "nghi_quyet": "NGHỊ QUYẾT",
    "bien_ban": "BIÊN BẢN CUỘC HỌP",
    "ghi_nho": "BẢN GHI NHỚ",
    "thoa_thuan": "BẢN THỎA THUẬN",
}

# Law 10/2022 Art. 20.2 a–g and the annexed form: said the same way in the minutes and in the decision.
DECISION_FIELDS = (
    *LETTER,
    *MATTER,
    Field("thoi_gian_lap", Kind.MOMENT, "thời gian lập"),
    Field("dia_diem", Kind.TEXT, "địa điểm lập"),
    Field("chu_tri", Kind.PERSON, "người chủ trì"),
    Field("thu_ky", Kind.PERSON, "thư ký"),
    TOTAL,
    *COUNTS,
    Field("so_ho_vang", Kind.COUNT, "số hộ không có đại diện tham gia"),
    Field("so_phieu_khong_hop_le", Kind.COUNT, "số phiếu không hợp lệ", required=False),
    Field("noi_dung_ban", Kind.TEXT, "loại việc và căn cứ"),
    Field("hinh_thuc", Kind.TEXT, "hình thức quyết định"),
    *_PERIOD,
    *THRESHOLD,
    SENTENCE,
    Field("noi_dung_quyet_dinh", Kind.PARAGRAPHS, "nội dung quyết định"),
    Field("ngay_hieu_luc", Kind.DAY, "ngày có hiệu lực", required=False),
    _TASKS,
    HEAD_NAME,
    FRONT_NAME,
    *REP_NAMES,
)
CHAIR_AND_SECRETARY = (
    Para("{chu_tri}.", lead="1. Chủ trì:"),
    Para("{thu_ky}.", lead="2. Thư ký:"),
)
TURNOUT = (
    Para("Tổng số hộ gia đình của khu phố: {tong_so_ho} hộ."),
    Para("Số hộ có đại diện tham gia biểu quyết: {so_dai_dien_co_mat} hộ."),
    Para("Số hộ không có đại diện tham gia biểu quyết: {so_ho_vang} hộ."),
)
RESULT = Figures(
    ("Kết quả", "Số hộ"),
    (
        ("Tham gia biểu quyết", "{so_dai_dien_co_mat}/{tong_so_ho}", ""),
        ("Đồng ý", "{so_tan_thanh}/{tong_so_ho}", ""),
        ("Không đồng ý", "{so_khong_tan_thanh}/{tong_so_ho}", ""),
        ("Ý kiến khác", "{so_y_kien_khac}/{tong_so_ho}", ""),
        ("Phiếu không hợp lệ", "{so_phieu_khong_hop_le}", "so_phieu_khong_hop_le"),
        ("Số hộ đồng ý cần đạt", "{so_can_dat}/{tong_so_ho}", ""),
    ),
)
_CAPTURE = Capture(
    matter="ve_viec",
    taken="thoi_diem_chup",
    figures=(
        ("Hộ tham gia", "so_dai_dien_co_mat"),
        ("Đồng ý", "so_tan_thanh"),
        ("Không đồng ý", "so_khong_tan_thanh"),
        ("Ý kiến khác", "so_y_kien_khac"),
    ),
    sentence="cau_ket_qua",
)

MINUTES = Paper(
    key="minutes-03",
    title_vi="biên bản biểu quyết trực tuyến",
    title_en="minutes of the online vote",
    form="Mẫu 03",
    article="khoản 2 Điều 20 Luật số 10/2022/QH15; điểm b khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP",
    title=("BIÊN BẢN BIỂU QUYẾT TRỰC TUYẾN", "CỦA CỘNG ĐỒNG DÂN CƯ"),
    subject="Về việc {ve_viec}",
    fields=(
        *DECISION_FIELDS,
        TEAM,
        Field("noi_dung_de_xuat", Kind.PARAGRAPHS, "nội dung đề xuất"),
        Field("thao_luan", Kind.LINES, "ý kiến trao đổi, thảo luận", required=False),
        Field("y_kien_khac", Kind.LINES, "các ý kiến khác đã ghi", required=False),
        Field("so_ho_chon_hinh_thuc", Kind.COUNT, "số hộ đồng ý hình thức trực tuyến"),
        Field("thoi_gian_lap_xong", Kind.MOMENT, "thời gian lập xong biên bản"),
        Field("han_gui", Kind.DAY, "hạn gửi Ủy ban nhân dân và Mặt trận"),
        _TAKEN,
        TOOK_PART,
    ),
    body=(
        Para(
            "Hôm nay, vào hồi {thoi_gian_lap}, tại {dia_diem}, {khu_pho} lập biên bản biểu quyết trực tuyến của cộng "
            "đồng dân cư về việc {ve_viec}, như sau:"
        ),
        Para("I. THÀNH PHẦN", Style.HEADING),
        *CHAIR_AND_SECRETARY,
        Para("", lead="3. Tổ lấy ý kiến biểu quyết trực tuyến:"),
        Paras("to_lay_y_kien", "{ho_ten}, {thanh_phan}: {nhiem_vu};", bullet="–"),
        Para("", lead="4. Đại diện hộ gia đình:"),
        *TURNOUT,
        Para("II. NỘI DUNG", Style.HEADING),
        Para("{noi_dung_ban}.", lead="1. Loại việc:"),
        Para("", lead="2. Nội dung đề xuất:"),
        Paras("noi_dung_de_xuat"),
        Para("", lead="3. Ý kiến trao đổi, thảo luận:"),
        Paras("thao_luan", bullet="–", empty="Không có ý kiến."),
        Para("III. HÌNH THỨC VÀ KẾT QUẢ BIỂU QUYẾT", Style.HEADING),
        Para(
            "{hinh_thuc}. Đã có {so_ho_chon_hinh_thuc}/{tong_so_ho} hộ đồng ý hình thức này.",
            lead="1. Hình thức:",
        ),
        Para("từ {thoi_gian_bat_dau} đến {thoi_gian_ket_thuc}.", lead="2. Thời gian biểu quyết:"),
        Para("", lead="3. Kết quả:"),
        RESULT,
        Para("{nguong}, tức ít nhất {so_can_dat}/{tong_so_ho} hộ đồng ý.", lead="4. Mức cần đạt:"),
        Para("", lead="5. Các ý kiến khác đã ghi:"),
        Paras("y_kien_khac", bullet="–", empty="Không có."),
        Para("{cau_ket_qua}", lead="6. Kết luận:"),
        Para(
            "ảnh chụp kết quả biểu quyết (Phụ lục 1); danh sách đại diện hộ đã tham gia biểu quyết (Phụ lục 2).",
            lead="7. Kèm theo biên bản:",
        ),
        Para("IV. NỘI DUNG QUYẾT ĐỊNH", Style.HEADING),
        Paras("noi_dung_quyet_dinh"),
        Para("Quyết định có hiệu lực từ {ngay_hieu_luc}.", when="ngay_hieu_luc"),
        Para("Phân công thực hiện:", when="phan_cong"),
        TASK_TABLE,
    ),
    closing=(
        "Biên bản lập xong vào hồi {thoi_gian_lap_xong}; những người có tên dưới đây đã đọc, thống nhất và ký tên. "
        "Biên bản được gửi Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam {phuong}, chậm nhất {han_gui}."
    ),
    signatures=FOUR,
    recipients=(*TO_WARD, "Ban công tác Mặt trận {khu_pho};", "Lưu: hồ sơ khu phố."),
    annexes=(
        Annex("Phụ lục 1. Ảnh chụp kết quả biểu quyết", (_CAPTURE,)),
        Annex(
            "Phụ lục 2. Danh sách đại diện hộ gia đình đã tham gia biểu quyết",
            (
                Para("Danh sách không ghi lựa chọn của hộ.", Style.NOTE),
                Table("danh_sach_tham_gia", HOUSEHOLD_TABLE),
            ),
        ),
    ),
)

DECISION = Paper(
    key="community-decision",
    title_vi="quyết định của cộng đồng dân cư",
    title_en="decision of the community",
    form="Mẫu 03",
    article="khoản 1, khoản 2 Điều 20 Luật số 10/2022/QH15",
    title=("{ten_goi}", "CỦA CỘNG ĐỒNG DÂN CƯ"),
    subject="Về việc {ve_viec}",
    fields=(
        *DECISION_FIELDS,
        Field("ten_goi", Kind.CHOICE, "tên gọi của văn bản quyết định", choices=_FORMS_OF_DECISION),
    ),
    body=(
        Para(
            "Hôm nay, vào hồi {thoi_gian_lap}, tại {dia_diem}, cộng đồng dân cư {khu_pho} ghi nhận quyết định về việc "
            "{ve_viec}, theo "
            f"Điều 20 {LAW}."
        ),
        Para("I. THÀNH PHẦN", Style.HEADING),
        *CHAIR_AND_SECRETARY,
        Para("", lead="3. Đại diện hộ gia đình:"),
        *TURNOUT,
        Para("II. NỘI DUNG, HÌNH THỨC VÀ KẾT QUẢ", Style.HEADING),
        Para("{noi_dung_ban}.", lead="1. Loại việc:"),
        Para(
            "{hinh_thuc}, từ {thoi_gian_bat_dau} đến {thoi_gian_ket_thuc}.",
            lead="2. Hình thức:",
        ),
        Para("", lead="3. Kết quả:"),
        RESULT,
        Para("{nguong}, tức ít nhất {so_can_dat}/{tong_so_ho} hộ đồng ý.", lead="4. Mức cần đạt:"),
        Para("{cau_ket_qua}", lead="5. Kết luận:"),
        Para("III. CỘNG ĐỒNG DÂN CƯ QUYẾT ĐỊNH", Style.HEADING),
        Paras("noi_dung_quyet_dinh"),
        Para("Quyết định có hiệu lực từ {ngay_hieu_luc}.", when="ngay_hieu_luc"),
        Para("Phân công thực hiện:", when="phan_cong"),
        TASK_TABLE,
    ),
    closing="Trưởng khu phố công bố và tổ chức thực hiện; Ban công tác Mặt trận tuyên truyền và giám sát.",
    signatures=FOUR,
    recipients=(*TO_WARD, "Niêm yết tại khu phố;", "Lưu: hồ sơ khu phố."),
)

PARTICIPANTS = Paper(
    key="participants-list",
    title_vi="danh sách đại diện hộ đã tham gia biểu quyết",
    title_en="list of those who took part",
    form="Mẫu 03",
    article="điểm b khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP",
    title=("DANH SÁCH ĐẠI DIỆN HỘ GIA ĐÌNH", "ĐÃ THAM GIA BIỂU QUYẾT TRỰC TUYẾN"),
    subject="Về việc {ve_viec}",
    fields=(*LETTER, *MATTER, *_PERIOD, TOTAL, COUNTS[0], TOOK_PART, LEADER_NAME, HEAD_NAME),
    body=(
        Para("Thời gian biểu quyết: từ {thoi_gian_bat_dau} đến {thoi_gian_ket_thuc}."),
        Para("Có {so_dai_dien_co_mat}/{tong_so_ho} hộ gia đình tham gia. Danh sách không ghi lựa chọn của hộ."),
        Table("danh_sach_tham_gia", HOUSEHOLD_TABLE),
    ),
    closing="Danh sách có {so_dai_dien_co_mat} đại diện hộ gia đình.",
    signatures=(LEADER, HEAD),
    recipients=("Kèm biên bản biểu quyết;", "Lưu: hồ sơ khu phố."),
)

CAPTURE = Paper(
    key="result-capture",
    title_vi="ảnh chụp kết quả biểu quyết",
    title_en="capture of the result",
    article="điểm b khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP",
    letterhead=Letterhead.NONE,
    title=("KẾT QUẢ BIỂU QUYẾT TRỰC TUYẾN",),
    subject="{khu_pho}, {phuong}",
    fields=(*PLACE, *MATTER, TOTAL, *COUNTS, THRESHOLD[0], SENTENCE, _TAKEN),
    body=(_CAPTURE,),
)

# What every notice of a result tells, whichever way it was decided.
TOLD_FIELDS = (
    TOTAL,
    *COUNTS,
    THRESHOLD[0],
    SENTENCE,
    Field("noi_dung_quyet_dinh", Kind.PARAGRAPHS, "nội dung quyết định", required=False),
    Field("ngay_hieu_luc", Kind.DAY, "ngày có hiệu lực", required=False),
)
TOLD = (
    Figures(RESULT.head, tuple(line for line in RESULT.lines if not line[2])),
    Para("{cau_ket_qua}"),
    Para("Nội dung đã quyết định", Style.HEADING, when="noi_dung_quyet_dinh"),
    Paras("noi_dung_quyet_dinh"),
    Para("Quyết định có hiệu lực từ {ngay_hieu_luc}.", when="ngay_hieu_luc"),
)
RESULT_NOTICE = Paper(
    key="result-notice",
    title_vi="thông báo kết quả biểu quyết",
    title_en="notice of the result",
    article="điểm b khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP",
    title=("THÔNG BÁO",),
    subject="Kết quả biểu quyết trực tuyến về việc {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        *_PERIOD,
        *TOLD_FIELDS,
        Field("noi_xem_ho_so", Kind.TEXT, "nơi xem biên bản và tra phiếu"),
        HEAD_NAME,
    ),
    body=(
        Para("Kính gửi: Đại diện các hộ gia đình {khu_pho}", Style.CENTRE),
        Para(
            "Từ {thoi_gian_bat_dau} đến {thoi_gian_ket_thuc}, khu phố biểu quyết trực tuyến về việc {ve_viec}. Theo "
            f"điểm b khoản 4 Điều 5 {DECREE}, kết quả như sau:"
        ),
        *TOLD,
        Para("{noi_xem_ho_so}.", lead="Nơi xem biên bản và tra phiếu của hộ:"),
    ),
    closing="Trưởng khu phố thông báo để bà con biết và cùng thực hiện.",
    signatures=(HEAD,),
    recipients=("Niêm yết tại khu phố;", *TO_WARD, "Lưu: hồ sơ khu phố."),
)

PAPERS = (PARTICIPANTS, MINUTES, DECISION, CAPTURE, RESULT_NOTICE)
