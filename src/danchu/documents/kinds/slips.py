"""Phát phiếu lấy ý kiến của hộ: plan, notice, slips with stubs, count, result (Law Art. 19; Decree 59 Art. 4)."""

from __future__ import annotations

from dataclasses import replace

from danchu.documents.blocks import Column, Figures, Para, Paras, Signature, Style, Table
from danchu.documents.fields import Field, Kind
from danchu.documents.kinds.shape import (
    DECREE,
    FRONT,
    FRONT_NAME,
    HEAD,
    HEAD_NAME,
    LAW,
    LETTER,
    MATTER,
    PLACE,
    TO_WARD,
    Paper,
)

_TEAM = Field(
    "to_phat_phieu",
    Kind.ROWS,
    "thành viên Tổ phát phiếu",
    columns=(
        Field("ho_ten", Kind.TEXT, "họ và tên"),
        Field("thanh_phan", Kind.TEXT, "thành phần"),
        Field("nhiem_vu", Kind.TEXT, "nhiệm vụ trong Tổ"),
    ),
)
_TEAM_TABLE = Table(
    "to_phat_phieu",
    (
        Column("STT", "", 0.09, centre=True),
        Column("Họ và tên", "ho_ten", 0.31),
        Column("Thành phần", "thanh_phan", 0.34),
        Column("Nhiệm vụ", "nhiem_vu", 0.26),
    ),
)
_LEADER_NAME = Field("to_truong", Kind.TEXT, "họ tên Tổ trưởng Tổ phát phiếu")
_LEADER = Signature(("TM. TỔ PHÁT PHIẾU", "TỔ TRƯỞNG"), "to_truong")
_DAYS = (
    Field("thoi_gian_bat_dau", Kind.WHEN, "thời gian bắt đầu phát phiếu"),
    Field("thoi_gian_ket_thuc", Kind.WHEN, "hạn nộp phiếu"),
)
_TOTAL = Field("tong_so_ho", Kind.COUNT, "tổng số hộ gia đình")
_NEEDED = Field("so_can_dat", Kind.COUNT, "số hộ đồng ý cần đạt")
_CONTENT = Field("noi_dung", Kind.PARAGRAPHS, "nội dung lấy ý kiến")
_BOXES = Field("noi_nop", Kind.LINES, "nơi đặt hòm phiếu", required=False)
_CHOICES = (
    Field("dong_y", Kind.TEXT, "nghĩa của “đồng ý”"),
    Field("khong_dong_y", Kind.TEXT, "nghĩa của “không đồng ý”"),
    Field("y_kien_khac", Kind.TEXT, "cách ghi ý kiến khác"),
)

PLAN = Paper(
    key="slip-plan",
    title_vi="kế hoạch phát phiếu lấy ý kiến của hộ gia đình",
    title_en="plan of the household slips",
    article="khoản 2 Điều 4 Nghị định 59/2023/NĐ-CP",
    title=("KẾ HOẠCH",),
    subject="Phát phiếu lấy ý kiến của hộ gia đình về việc {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        Field("muc_dich", Kind.PARAGRAPHS, "mục đích"),
        _CONTENT,
        _TEAM,
        *_DAYS,
        _TOTAL,
        Field("phan_cong", Kind.LINES, "phân công"),
        _BOXES,
        HEAD_NAME,
        FRONT_NAME,
    ),
    body=(
        Para(f"Căn cứ Điều 19 {LAW};", Style.NOTE),
        Para(f"Căn cứ khoản 2 Điều 4 {DECREE};", Style.NOTE),
        Para("Trưởng khu phố và Ban công tác Mặt trận {khu_pho} lập kế hoạch phát phiếu lấy ý kiến như sau:"),
        Para("1. Mục đích", Style.HEADING),
        Paras("muc_dich"),
        Para("2. Nội dung lấy ý kiến", Style.HEADING),
        Paras("noi_dung"),
        Para("3. Người thực hiện: Tổ phát phiếu", Style.HEADING),
        _TEAM_TABLE,
        Para("4. Thời gian, thời hạn", Style.HEADING),
        Para("Phát phiếu từ {thoi_gian_bat_dau}; hộ nộp phiếu chậm nhất {thoi_gian_ket_thuc}."),
        Para("Phát tận tay cho {tong_so_ho} hộ gia đình, mỗi hộ một phiếu."),
        Para("Nơi đặt hòm phiếu:", when="noi_nop"),
        Paras("noi_nop", bullet="–"),
        Para("5. Phân công", Style.HEADING),
        Paras("phan_cong", bullet="–"),
    ),
    closing="Kế hoạch này được gửi Chủ tịch Ủy ban nhân dân và Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam {phuong}.",
    signatures=(FRONT, HEAD),
    recipients=(
        "Chủ tịch Ủy ban nhân dân {phuong};",
        "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam {phuong};",
        "Tổ phát phiếu;",
        "Lưu: hồ sơ khu phố.",
    ),
)

NOTICE = Paper(
    key="slip-notice",
    title_vi="thông báo phát phiếu lấy ý kiến của hộ gia đình",
    title_en="notice of the household slips",
    article="khoản 2 Điều 19 Luật số 10/2022/QH15; khoản 4 Điều 4 Nghị định 59/2023/NĐ-CP",
    title=("THÔNG BÁO",),
    subject="Về việc phát phiếu lấy ý kiến của hộ gia đình: {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        _CONTENT,
        _TEAM,
        *_DAYS,
        _TOTAL,
        _NEEDED,
        Field("can_cu_nguong", Kind.TEXT, "mức cần đạt và căn cứ"),
        _BOXES,
        Field("nguoi_ho_tro", Kind.TEXT, "người giúp và số điện thoại"),
        HEAD_NAME,
    ),
    body=(
        Para("Kính gửi: Đại diện các hộ gia đình {khu_pho}", Style.CENTRE),
        Para(
            f"Theo khoản 4 Điều 4 {DECREE}, "
            "{khu_pho} thông báo để ông/bà biết về đợt phát phiếu lấy ý kiến của hộ gia đình:"
        ),
        Para("1. Nội dung lấy ý kiến", Style.HEADING),
        Paras("noi_dung"),
        Para("2. Thời gian", Style.HEADING),
        Para("Phát phiếu từ {thoi_gian_bat_dau}; hộ nộp phiếu chậm nhất {thoi_gian_ket_thuc}."),
        Para("3. Tổ phát phiếu", Style.HEADING),
        _TEAM_TABLE,
        Para("4. Cách nộp phiếu", Style.HEADING),
        Para("Mỗi hộ nhận một phiếu. Ông/bà đánh dấu vào phiếu rồi nộp cho người trong Tổ phát phiếu."),
        Para("Ông/bà cũng có thể bỏ phiếu vào hòm phiếu đặt tại:", when="noi_nop"),
        Paras("noi_nop", bullet="–"),
        Para("Cần giúp, xin gọi {nguoi_ho_tro}."),
        Para("5. Mức cần đạt", Style.HEADING),
        Para(
            "{can_cu_nguong}, tức ít nhất {so_can_dat}/{tong_so_ho} hộ đồng ý. Hộ không nộp phiếu thì không được tính "
            "là đồng ý."
        ),
    ),
    closing="Khu phố kính mời ông/bà nhận phiếu và nộp phiếu đúng hạn.",
    signatures=(HEAD,),
    recipients=("Đại diện các hộ gia đình;", "Niêm yết tại khu phố;", "Lưu: hồ sơ khu phố."),
)

_SLIP_PLACE = tuple(replace(f, printed=f.printed and f.name != "ngay_lap") for f in PLACE)
_STUBS = (
    Field("so_cuong", Kind.TEXT, "số cuống phiếu"),
    Field("so_ho", Kind.TEXT, "số hộ"),
    Field("ho_ten", Kind.TEXT, "họ và tên đại diện hộ"),
    Field("dia_chi", Kind.TEXT, "địa chỉ"),
    Field("duong_dan", Kind.TEXT, "đường dẫn trong mã QR"),
)

SLIPS = Paper(
    key="slip-sheet",
    title_vi="phiếu lấy ý kiến của hộ gia đình",
    title_en="household slips",
    article="khoản 3 Điều 19 Luật số 10/2022/QH15; điểm b khoản 5 Điều 4 Nghị định 59/2023/NĐ-CP",
    title=("PHIẾU LẤY Ý KIẾN CỦA HỘ GIA ĐÌNH",),
    subject="Về việc {ve_viec}",
    fields=(
        *_SLIP_PLACE,
        *MATTER,
        _CONTENT,
        *_CHOICES,
        replace(_DAYS[1], label="hạn nộp phiếu"),
        _BOXES,
        Field("phieu", Kind.ROWS, "cuống phiếu của các hộ", columns=_STUBS),
        Field(
            "dau",
            Kind.CHOICE,
            "dấu trên phiếu",
            choices={"chu_ky": "chu_ky", "dau_treo": "dau_treo"},
            printed=False,
        ),
        HEAD_NAME,
    ),
    body=(
        Para("Đánh dấu X vào một ô. Phiếu đánh dấu hơn một ô, hoặc không đánh dấu ô nào, là phiếu không hợp lệ."),
        Para("Nộp phiếu chậm nhất {thoi_gian_ket_thuc}, cho người trong Tổ phát phiếu.", lead="Hạn nộp:"),
    ),
    signatures=(HEAD,),
    template="slips.typ",
)

_COUNTS = (
    Field("so_phieu_phat_ra", Kind.COUNT, "số phiếu phát ra"),
    Field("so_phieu_thu_vao", Kind.COUNT, "số phiếu thu vào"),
    Field("so_phieu_khong_thu", Kind.COUNT, "số phiếu không thu lại được"),
    Field("so_phieu_hop_le", Kind.COUNT, "số phiếu hợp lệ"),
    Field("so_phieu_khong_hop_le", Kind.COUNT, "số phiếu không hợp lệ"),
    Field("so_tan_thanh", Kind.COUNT, "số hộ đồng ý"),
    Field("so_khong_tan_thanh", Kind.COUNT, "số hộ không đồng ý"),
    Field("so_y_kien_khac", Kind.COUNT, "số hộ có ý kiến khác"),
)
_RESULT = Figures(
    ("Số liệu", "Số phiếu"),
    (
        ("Phát ra", "{so_phieu_phat_ra}/{tong_so_ho} hộ", ""),
        ("Thu vào", "{so_phieu_thu_vao}", ""),
        ("Không thu lại được", "{so_phieu_khong_thu}", ""),
        ("Hợp lệ", "{so_phieu_hop_le}", ""),
        ("Không hợp lệ", "{so_phieu_khong_hop_le}", ""),
        ("Đồng ý", "{so_tan_thanh}/{tong_so_ho} hộ", ""),
        ("Không đồng ý", "{so_khong_tan_thanh}/{tong_so_ho} hộ", ""),
        ("Ý kiến khác", "{so_y_kien_khac}/{tong_so_ho} hộ", ""),
        ("Số hộ đồng ý cần đạt", "{so_can_dat}/{tong_so_ho} hộ", ""),
    ),
)
_SENTENCE = Field("cau_ket_qua", Kind.TEXT, "câu kết luận về kết quả")

COUNT = Paper(
    key="count-minutes-04",
    title_vi="biên bản kiểm phiếu lấy ý kiến của hộ gia đình",
    title_en="minutes of the count of household slips",
    form="Mẫu 04",
    article="điểm a khoản 6 Điều 4 Nghị định 59/2023/NĐ-CP",
    title=("BIÊN BẢN KIỂM PHIẾU",),
    subject="Về việc phát phiếu lấy ý kiến của hộ gia đình: {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        Field("thoi_gian_lap", Kind.MOMENT, "thời gian kiểm phiếu"),
        Field("dia_diem", Kind.TEXT, "địa điểm kiểm phiếu"),
        _TEAM,
        Field("ho_chung_kien_1", Kind.TEXT, "đại diện hộ chứng kiến thứ nhất"),
        Field("ho_chung_kien_2", Kind.TEXT, "đại diện hộ chứng kiến thứ hai"),
        *_DAYS,
        _TOTAL,
        *_COUNTS,
        Field("so_phieu_doi", Kind.COUNT, "số phiếu hỏng đã đổi", required=False),
        Field("cac_y_kien_khac", Kind.LINES, "các ý kiến khác đã ghi trên phiếu", required=False),
        Field("giai_trinh", Kind.LINES, "giải trình chỗ không khớp", required=False),
        _NEEDED,
        Field("nguong", Kind.TEXT, "mức cần đạt và căn cứ"),
        _SENTENCE,
        Field("thoi_gian_lap_xong", Kind.MOMENT, "thời gian lập xong biên bản"),
        _LEADER_NAME,
        Field("nguoi_kiem", Kind.TEXT, "họ tên người kiểm phiếu thứ hai"),
    ),
    body=(
        Para(
            "Hôm nay, vào hồi {thoi_gian_lap}, tại {dia_diem}, Tổ phát phiếu {khu_pho} kiểm phiếu lấy ý kiến của hộ "
            "gia đình về việc {ve_viec}."
        ),
        Para("I. THÀNH PHẦN", Style.HEADING),
        Para("", lead="1. Tổ phát phiếu:"),
        Paras("to_phat_phieu", "{ho_ten}, {thanh_phan}: {nhiem_vu};", bullet="–"),
        Para("", lead="2. Đại diện hộ gia đình chứng kiến việc kiểm phiếu:"),
        Para("– {ho_chung_kien_1};"),
        Para("– {ho_chung_kien_2}."),
        Para("II. THỜI GIAN PHÁT VÀ THU PHIẾU", Style.HEADING),
        Para("Từ {thoi_gian_bat_dau} đến {thoi_gian_ket_thuc}."),
        Para("Số phiếu hỏng đã đổi trước khi nộp: {so_phieu_doi} phiếu.", when="so_phieu_doi"),
        Para("III. KẾT QUẢ KIỂM PHIẾU", Style.HEADING),
        _RESULT,
        Para("", lead="Các ý kiến khác ghi trên phiếu:"),
        Paras("cac_y_kien_khac", bullet="–", empty="Không có."),
        Para("", lead="Giải trình chỗ không khớp giữa sổ và số đã kiểm:"),
        Paras("giai_trinh", bullet="–", empty="Số liệu khớp, không phải giải trình."),
        Para("{nguong}, tức ít nhất {so_can_dat}/{tong_so_ho} hộ đồng ý.", lead="Mức cần đạt:"),
        Para("{cau_ket_qua}", lead="Kết luận:"),
    ),
    closing=(
        "Biên bản lập thành 03 bản, gửi Ủy ban nhân dân, Ủy ban Mặt trận Tổ quốc Việt Nam {phuong} và lưu tại khu phố. "
        "Biên bản lập xong vào hồi {thoi_gian_lap_xong}; những người có tên dưới đây đã đọc, thống nhất và ký tên."
    ),
    signatures=(
        _LEADER,
        Signature(("NGƯỜI KIỂM PHIẾU",), "nguoi_kiem"),
        Signature(("HỘ CHỨNG KIẾN",), "ho_chung_kien_1"),
        Signature(("HỘ CHỨNG KIẾN",), "ho_chung_kien_2"),
    ),
    recipients=(*TO_WARD, "Lưu: hồ sơ khu phố."),
)

RESULT = Paper(
    key="slip-result-notice",
    title_vi="thông báo kết quả lấy ý kiến của hộ gia đình bằng phiếu",
    title_en="notice of the result of the household slips",
    article="điểm g khoản 2 Điều 20 Luật số 10/2022/QH15",
    title=("THÔNG BÁO",),
    subject="Kết quả lấy ý kiến của hộ gia đình về việc {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        *_DAYS,
        _TOTAL,
        *_COUNTS,
        _NEEDED,
        _SENTENCE,
        Field("noi_dung_quyet_dinh", Kind.PARAGRAPHS, "nội dung quyết định"),
        Field("ngay_hieu_luc", Kind.DAY, "ngày có hiệu lực", required=False),
        Field("noi_xem_ho_so", Kind.TEXT, "nơi xem hồ sơ"),
        HEAD_NAME,
    ),
    body=(
        Para("Kính gửi: Đại diện các hộ gia đình {khu_pho}", Style.CENTRE),
        Para(
            "{khu_pho} thông báo kết quả phát phiếu lấy ý kiến của hộ gia đình, từ {thoi_gian_bat_dau} đến "
            "{thoi_gian_ket_thuc}:"
        ),
        Para("1. Kết quả kiểm phiếu", Style.HEADING),
        _RESULT,
        Para("{cau_ket_qua}", lead="Kết luận:"),
        Para("2. Nội dung quyết định", Style.HEADING),
        Paras("noi_dung_quyet_dinh"),
        Para("Quyết định có hiệu lực từ {ngay_hieu_luc}.", when="ngay_hieu_luc"),
        Para("3. Xem hồ sơ", Style.HEADING),
        Para("{noi_xem_ho_so}."),
    ),
    closing="Khu phố cảm ơn các hộ đã cho ý kiến.",
    signatures=(HEAD,),
    recipients=("Đại diện các hộ gia đình;", "Niêm yết tại khu phố;", "Lưu: hồ sơ khu phố."),
)

PAPERS = (PLAN, NOTICE, SLIPS, COUNT, RESULT)
