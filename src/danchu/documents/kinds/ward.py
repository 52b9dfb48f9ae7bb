"""Giấy tờ công khai của Ủy ban nhân dân phường: plan, quarterly list, report, answers to requests for information."""

from __future__ import annotations

from danchu.documents.blocks import Column, Figures, Para, Paras, Signature, Style, Table
from danchu.documents.fields import Field, Kind
from danchu.documents.kinds.shape import LAW, Letterhead, Paper

_ACCESS = "Luật Tiếp cận thông tin số 104/2016/QH13"
_PLACE = (
    Field("phuong", Kind.TEXT, "tên phường"),
    Field("ngay_lap", Kind.DAY, "ngày lập văn bản"),
    Field("nhan_dia_ban", Kind.TEXT, "tên loại địa bàn (khu phố, ấp, thôn…)", required=False, printed=False),
    Field("dia_danh", Kind.TEXT, "địa danh ghi trước ngày", required=False),
    Field("so_ky_hieu", Kind.TEXT, "số, ký hiệu", required=False),
)
_CHAIR_NAME = Field("chu_tich", Kind.TEXT, "họ tên Chủ tịch Ủy ban nhân dân", required=False)
_CHAIR = Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "chu_tich", note="(Ký, đóng dấu)")
_NUMBER = Column("STT", "", 0.08, centre=True)

PLAN = Paper(
    key="disclosure-plan",
    title_vi="kế hoạch công khai thông tin",
    title_en="disclosure plan",
    article="khoản 1 Điều 14 Luật số 10/2022/QH15",
    letterhead=Letterhead.WARD,
    title=("KẾ HOẠCH",),
    subject="Công khai thông tin năm {nam}",
    fields=(
        *_PLACE,
        Field("nam", Kind.TEXT, "năm"),
        Field(
            "noi_dung_ke_hoach",
            Kind.ROWS,
            "các nội dung công khai",
            columns=(
                Field("noi_dung", Kind.TEXT, "nội dung"),
                Field("hinh_thuc", Kind.TEXT, "hình thức"),
                Field("thoi_gian", Kind.TEXT, "thời điểm, thời gian"),
                Field("nguoi_phu_trach", Kind.TEXT, "người chịu trách nhiệm"),
            ),
        ),
        _CHAIR_NAME,
    ),
    body=(
        Para(
            f"Căn cứ khoản 1 Điều 14 {LAW}, Ủy ban nhân dân {{phuong}} ban hành kế hoạch công khai thông tin năm "
            "{nam} như sau:"
        ),
        Para("I. NỘI DUNG CÔNG KHAI", Style.HEADING),
        Table(
            "noi_dung_ke_hoach",
            (
                _NUMBER,
                Column("Nội dung", "noi_dung", 0.26),
                Column("Hình thức", "hinh_thuc", 0.22),
                Column("Thời điểm, thời gian", "thoi_gian", 0.23),
                Column("Người chịu trách nhiệm", "nguoi_phu_trach", 0.21),
            ),
        ),
        Para("II. TỔ CHỨC THỰC HIỆN", Style.HEADING),
        Para("Người chịu trách nhiệm ở từng dòng công khai đúng nội dung, hình thức và thời gian đã ghi."),
        Para("Trưởng khu phố niêm yết, phát loa, thông báo đến từng hộ và ghi minh chứng vào sổ công khai."),
        Para("Nội dung thay đổi thì công khai lại kịp thời."),
    ),
    closing="Chủ tịch Ủy ban nhân dân chỉ đạo, kiểm tra và báo cáo Hội đồng nhân dân {phuong} tại kỳ họp thường lệ.",
    signatures=(_CHAIR,),
    recipients=(
        "Hội đồng nhân dân {phuong};",
        "Ủy ban Mặt trận Tổ quốc Việt Nam {phuong};",
        "Các khu phố;",
        "Lưu: Văn thư.",
    ),
)

LIST = Paper(
    key="disclosure-list",
    title_vi="danh sách nội dung đã công khai",
    title_en="list of what was disclosed",
    article="khoản 2 Điều 13 Luật số 10/2022/QH15",
    letterhead=Letterhead.WARD,
    title=("DANH SÁCH",),
    subject="Nội dung đã công khai, {ky}",
    fields=(
        *_PLACE,
        Field("ky", Kind.TEXT, "quý, năm"),
        Field(
            "noi_dung_da_cong_khai",
            Kind.ROWS,
            "nội dung đã công khai",
            required=False,
            columns=(
                Field("noi_dung", Kind.TEXT, "nội dung"),
                Field("hinh_thuc", Kind.TEXT, "hình thức"),
                Field("thoi_gian", Kind.TEXT, "thời gian"),
            ),
        ),
        Field("cau_tong", Kind.TEXT, "câu tổng cộng"),
        _CHAIR_NAME,
    ),
    body=(
        Para(f"Thực hiện khoản 2 Điều 13 {LAW}, Ủy ban nhân dân {{phuong}} lập danh sách nội dung đã công khai:"),
        Table(
            "noi_dung_da_cong_khai",
            (
                _NUMBER,
                Column("Nội dung, văn bản", "noi_dung", 0.42),
                Column("Hình thức", "hinh_thuc", 0.25),
                Column("Thời gian", "thoi_gian", 0.25),
            ),
        ),
        Para("{cau_tong}"),
    ),
    closing="Danh sách niêm yết tại trụ sở, nhà văn hóa và điểm sinh hoạt cộng đồng của các khu phố.",
    signatures=(_CHAIR,),
    recipients=("Niêm yết;", "Các khu phố;", "Lưu: Văn thư."),
)

REPORT = Paper(
    key="disclosure-report",
    title_vi="báo cáo công khai thông tin",
    title_en="report on disclosure",
    article="khoản 3 Điều 14 Luật số 10/2022/QH15",
    letterhead=Letterhead.WARD,
    title=("BÁO CÁO",),
    subject="Kết quả công khai thông tin từ {tu_ngay} đến {den_ngay}",
    fields=(
        *_PLACE,
        Field("tu_ngay", Kind.DAY, "ngày đầu kỳ báo cáo"),
        Field("den_ngay", Kind.DAY, "ngày cuối kỳ báo cáo"),
        Field("ky_hop", Kind.DAY, "ngày kỳ họp"),
        Field("so_da_cong_khai", Kind.COUNT, "số nội dung đã công khai"),
        Field("so_cham", Kind.COUNT, "số nội dung công khai chậm"),
        Field("so_thieu", Kind.COUNT, "số nội dung thiếu hình thức hoặc thiếu ngày"),
        Field("so_chua_minh_chung", Kind.COUNT, "số nội dung chưa có minh chứng"),
        Field("so_yeu_cau", Kind.COUNT, "số yêu cầu cung cấp thông tin"),
        Field("so_da_tra_loi", Kind.COUNT, "số yêu cầu đã trả lời"),
        Field("so_tu_choi", Kind.COUNT, "số yêu cầu bị từ chối"),
        Field("so_tre_han", Kind.COUNT, "số yêu cầu trả lời trễ hạn"),
        Field(
            "theo_noi_dung",
            Kind.ROWS,
            "số lần công khai theo từng nội dung",
            required=False,
            columns=(
                Field("noi_dung", Kind.TEXT, "nội dung"),
                Field("so_luong", Kind.TEXT, "số lần công khai"),
            ),
        ),
        Field("con_ton_tai", Kind.LINES, "việc còn chậm, còn thiếu", required=False),
        _CHAIR_NAME,
    ),
    body=(
        Para("Kính gửi: Hội đồng nhân dân {phuong}.", Style.CENTRE),
        Para(
            f"Thực hiện khoản 3 Điều 14 {LAW}, Ủy ban nhân dân {{phuong}} báo cáo kết quả công khai thông tin tại kỳ "
            "họp {ky_hop} như sau:"
        ),
        Para("I. CÔNG KHAI THÔNG TIN", Style.HEADING),
        Figures(
            ("Số liệu", "Số lượng"),
            (
                ("Nội dung đã công khai", "{so_da_cong_khai}", ""),
                ("Trong đó công khai chậm", "{so_cham}", ""),
                ("Thiếu hình thức hoặc chưa đủ ngày", "{so_thieu}", ""),
                ("Chưa có minh chứng", "{so_chua_minh_chung}", ""),
            ),
        ),
        Table(
            "theo_noi_dung",
            (
                _NUMBER,
                Column("Nội dung theo Điều 11", "noi_dung", 0.7),
                Column("Số lần", "so_luong", 0.22, centre=True),
            ),
        ),
        Para("Việc còn chậm, còn thiếu:", when="con_ton_tai"),
        Paras("con_ton_tai", bullet="–"),
        Para("II. CUNG CẤP THÔNG TIN THEO YÊU CẦU", Style.HEADING),
        Figures(
            ("Số liệu", "Số lượng"),
            (
                ("Yêu cầu đã nhận", "{so_yeu_cau}", ""),
                ("Đã trả lời", "{so_da_tra_loi}", ""),
                ("Từ chối bằng văn bản", "{so_tu_choi}", ""),
                ("Trễ hạn", "{so_tre_han}", ""),
            ),
        ),
    ),
    closing="Ủy ban nhân dân {phuong} kính báo cáo Hội đồng nhân dân {phuong}.",
    signatures=(_CHAIR,),
    recipients=("Như trên;", "Ủy ban Mặt trận Tổ quốc Việt Nam {phuong};", "Lưu: Văn thư."),
)

_REQUEST = (
    *_PLACE,
    Field("nguoi_yeu_cau", Kind.TEXT, "họ tên người yêu cầu"),
    Field("so_yeu_cau", Kind.TEXT, "số của yêu cầu trong sổ"),
    Field("ngay_nhan", Kind.DAY, "ngày nhận yêu cầu"),
    Field("noi_dung_yeu_cau", Kind.TEXT, "thông tin được yêu cầu"),
    _CHAIR_NAME,
)
_RECEIVED = (
    Para("Kính gửi: Ông/bà {nguoi_yeu_cau}.", Style.CENTRE),
    Para(
        "Ủy ban nhân dân {phuong} đã nhận yêu cầu cung cấp thông tin số {so_yeu_cau} của ông/bà, {ngay_nhan}, về "
        "“{noi_dung_yeu_cau}”."
    ),
)
_TO_REQUESTER = ("Như trên;", "Lưu: Văn thư, hồ sơ yêu cầu.")

REFUSAL = Paper(
    key="information-refusal",
    title_vi="thông báo từ chối cung cấp thông tin",
    title_en="refusal to supply information",
    article="Điều 28 Luật số 104/2016/QH13",
    letterhead=Letterhead.WARD,
    title=("THÔNG BÁO",),
    subject="Từ chối cung cấp thông tin",
    fields=(
        *_REQUEST,
        Field("can_cu_tu_choi", Kind.TEXT, "trường hợp từ chối"),
        Field("ly_do", Kind.PARAGRAPHS, "lý do"),
    ),
    body=(
        *_RECEIVED,
        Para(f"Căn cứ Điều 28 {_ACCESS}, Ủy ban nhân dân {{phuong}} không cung cấp được thông tin này."),
        Para("{can_cu_tu_choi}.", lead="Trường hợp từ chối:"),
        Para("", lead="Lý do:"),
        Paras("ly_do"),
    ),
    closing=(
        "Nếu không đồng ý, ông/bà có quyền khiếu nại hoặc khởi kiện theo quy định của pháp luật. Ủy ban nhân dân "
        "{phuong} thông báo để ông/bà biết."
    ),
    signatures=(_CHAIR,),
    recipients=_TO_REQUESTER,
)

TIME_NOTICE = Paper(
    key="information-time",
    title_vi="thông báo thời gian cung cấp thông tin",
    title_en="notice of the time of an answer",
    article="Điều 29, Điều 30, Điều 31 Luật số 104/2016/QH13",
    letterhead=Letterhead.WARD,
    title=("THÔNG BÁO",),
    subject="{viec_bao} cung cấp thông tin",
    fields=(
        *_REQUEST,
        Field(
            "viec_bao",
            Kind.CHOICE,
            "việc thông báo",
            choices={"hen": "Thời gian", "gia_han": "Gia hạn thời gian"},
        ),
        Field("ly_do", Kind.PARAGRAPHS, "lý do", required=False),
        Field("han_tra_loi", Kind.DAY, "hạn trả lời"),
        Field("can_cu", Kind.TEXT, "căn cứ của thời hạn"),
    ),
    body=(
        *_RECEIVED,
        Para("Thông tin này phải tập hợp từ nhiều nơi, chưa có sẵn."),
        Paras("ly_do"),
        Para("Ủy ban nhân dân {phuong} trả lời ông/bà chậm nhất {han_tra_loi}, theo {can_cu}."),
    ),
    closing="Ủy ban nhân dân {phuong} thông báo để ông/bà biết.",
    signatures=(_CHAIR,),
    recipients=_TO_REQUESTER,
)

PAPERS = (PLAN, LIST, REPORT, REFUSAL, TIME_NOTICE)
