"""Trước khi biểu quyết: report, decision on the team, posted roll and notice (Decree 59 Art. 5.1–5.3)."""

from __future__ import annotations

from danchu.documents.blocks import Column, Para, Paras, Style, Table
from danchu.documents.fields import Field, Kind
from danchu.documents.kinds.shape import (
    DECREE,
    FRONT,
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
    TEAM,
    TO_WARD,
    Paper,
)

ONLINE_REPORT = Paper(
    key="online-report",
    title_vi="báo cáo trước khi lấy ý kiến biểu quyết trực tuyến",
    title_en="report before an online vote",
    article="điểm a khoản 2 Điều 5 Nghị định 59/2023/NĐ-CP",
    title=("BÁO CÁO",),
    subject="Về việc lấy ý kiến biểu quyết trực tuyến: {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        Field("noi_dung", Kind.PARAGRAPHS, "nội dung đưa ra lấy ý kiến"),
        Field("loai_viec", Kind.TEXT, "loại việc và căn cứ"),
        Field("ly_do", Kind.PARAGRAPHS, "lý do không cần họp hoặc phát phiếu"),
        Field("tong_so_ho", Kind.COUNT, "tổng số hộ gia đình"),
        Field("so_ho_co_thiet_bi", Kind.COUNT, "số hộ có thiết bị kết nối mạng"),
        Field("cach_ho_tro", Kind.PARAGRAPHS, "cách giúp các hộ khác"),
        Field("ung_dung", Kind.TEXT, "ứng dụng được chọn"),
        Field("thoi_gian_chon_hinh_thuc", Kind.TEXT, "thời gian lấy ý kiến chọn hình thức"),
        Field("thoi_gian_du_kien", Kind.TEXT, "thời gian dự kiến biểu quyết"),
        HEAD_NAME,
        FRONT_NAME,
    ),
    body=(
        Para("Kính gửi:", Style.CENTRE),
        Para("– Ủy ban nhân dân {phuong};", Style.CENTRE),
        Para("– Ủy ban Mặt trận Tổ quốc Việt Nam {phuong}.", Style.CENTRE),
        Para(
            f"Căn cứ khoản 2 Điều 17 {LAW} và điểm a khoản 2 Điều 5 {DECREE}, Trưởng khu phố và Ban công tác Mặt trận "
            "{khu_pho} xin báo cáo trước khi tổ chức lấy ý kiến biểu quyết trực tuyến như sau:"
        ),
        Para("1. Nội dung lấy ý kiến", Style.HEADING),
        Paras("noi_dung"),
        Para("{loai_viec}.", lead="Loại việc:"),
        Para("2. Lý do chọn hình thức biểu quyết trực tuyến", Style.HEADING),
        Para(
            "Trưởng khu phố và Ban công tác Mặt trận thống nhất việc này không cần tổ chức cuộc họp hoặc phát phiếu "
            "lấy ý kiến."
        ),
        Paras("ly_do"),
        Para("3. Điều kiện của các hộ gia đình", Style.HEADING),
        Para(
            "Khu phố có {tong_so_ho} hộ gia đình; {so_ho_co_thiet_bi} hộ có đại diện dùng được điện thoại hoặc máy "
            "tính kết nối mạng. Các hộ khác được hỗ trợ như sau:"
        ),
        Paras("cach_ho_tro"),
        Para("4. Ứng dụng và thời gian", Style.HEADING),
        Para("{ung_dung}, theo khoản 5 Điều 5 " + DECREE + ".", lead="Ứng dụng:"),
        Para("{thoi_gian_chon_hinh_thuc}.", lead="Lấy ý kiến chọn hình thức:"),
        Para("{thoi_gian_du_kien}, nếu trên 50% tổng số hộ đồng ý hình thức này.", lead="Biểu quyết:"),
    ),
    closing="Trưởng khu phố và Ban công tác Mặt trận {khu_pho} kính báo cáo.",
    signatures=(FRONT, HEAD),
    recipients=("Như trên;", "Lưu: hồ sơ khu phố."),
)

TEAM_DECISION = Paper(
    key="online-team-decision",
    title_vi="quyết định thành lập Tổ lấy ý kiến biểu quyết trực tuyến",
    title_en="decision on the online-vote team",
    article="điểm b khoản 2 Điều 5 Nghị định 59/2023/NĐ-CP",
    title=("QUYẾT ĐỊNH",),
    subject="Về việc thành lập Tổ lấy ý kiến biểu quyết trực tuyến",
    fields=(*LETTER, *MATTER, TEAM, HEAD_NAME, FRONT_NAME),
    body=(
        Para(f"Căn cứ {LAW};", Style.NOTE),
        Para(f"Căn cứ điểm b khoản 2 Điều 5 {DECREE};", Style.NOTE),
        Para("Sau khi thống nhất với Trưởng ban công tác Mặt trận {khu_pho},", Style.NOTE),
        Para("TRƯỞNG KHU PHỐ QUYẾT ĐỊNH:", Style.PART),
        Para(
            "Thành lập Tổ lấy ý kiến biểu quyết trực tuyến của {khu_pho} về việc {ve_viec}, gồm các ông, bà có tên "
            "sau đây:",
            lead="Điều 1.",
        ),
        Table(
            "to_lay_y_kien",
            (
                Column("STT", "", 0.09, centre=True),
                Column("Họ và tên", "ho_ten", 0.31),
                Column("Thành phần", "thanh_phan", 0.34),
                Column("Nhiệm vụ", "nhiem_vu", 0.26),
            ),
        ),
        Para(
            "Tổ lấy ý kiến hình thức biểu quyết của đại diện các hộ gia đình; thông báo hình thức, nội dung, thời gian "
            "và cách biểu quyết; giúp những hộ cần hỗ trợ; lập biên bản và công bố kết quả.",
            lead="Điều 2.",
        ),
        Para(
            "Quyết định này có hiệu lực từ ngày ký. Các ông, bà có tên tại Điều 1 thực hiện Quyết định này.",
            lead="Điều 3.",
        ),
    ),
    signatures=(FRONT, HEAD),
    recipients=("Như Điều 1;", *TO_WARD, "Lưu: hồ sơ khu phố."),
)

ROLL_SHEET = Paper(
    key="roll-sheet",
    title_vi="danh sách đại diện hộ gia đình để niêm yết",
    title_en="roll of households for posting",
    article="khoản 1 Điều 21 Luật số 10/2022/QH15",
    title=("DANH SÁCH ĐẠI DIỆN HỘ GIA ĐÌNH",),
    subject="Để biểu quyết về việc {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        Field("danh_sach", Kind.ROWS, "danh sách đại diện hộ", columns=HOUSEHOLDS),
        Field("tong_so_ho", Kind.COUNT, "tổng số hộ gia đình"),
        Field("noi_niem_yet", Kind.TEXT, "nơi niêm yết"),
        Field("han_de_nghi_sua", Kind.WHEN, "hạn đề nghị sửa danh sách"),
        Field("noi_nhan_de_nghi", Kind.TEXT, "người nhận đề nghị và số điện thoại"),
        HEAD_NAME,
    ),
    body=(
        Para("Danh sách này niêm yết tại {noi_niem_yet} trước khi chốt."),
        Para(
            "Ông/bà xem tên và địa chỉ của hộ mình. Nếu thiếu hoặc chưa đúng, xin báo {noi_nhan_de_nghi}, chậm nhất "
            "{han_de_nghi_sua}."
        ),
        Table("danh_sach", HOUSEHOLD_TABLE),
    ),
    closing="Danh sách có {tong_so_ho} hộ, mỗi hộ một người đại diện.",
    signatures=(HEAD,),
    recipients=("Niêm yết tại khu phố;", "Lưu: hồ sơ khu phố."),
)

VOTE_NOTICE = Paper(
    key="vote-notice",
    title_vi="thông báo biểu quyết trực tuyến",
    title_en="notice of an online vote",
    article="khoản 3 Điều 5 Nghị định 59/2023/NĐ-CP",
    title=("THÔNG BÁO",),
    subject="Về việc biểu quyết trực tuyến: {ve_viec}",
    fields=(
        *LETTER,
        *MATTER,
        Field("noi_dung", Kind.PARAGRAPHS, "nội dung biểu quyết"),
        Field("so_ho_chon_hinh_thuc", Kind.COUNT, "số hộ đồng ý hình thức trực tuyến"),
        Field("tong_so_ho", Kind.COUNT, "tổng số hộ gia đình"),
        Field("so_can_dat", Kind.COUNT, "số hộ đồng ý cần đạt"),
        Field("thoi_gian_bat_dau", Kind.WHEN, "thời gian bắt đầu"),
        Field("thoi_gian_ket_thuc", Kind.WHEN, "thời gian kết thúc"),
        Field("cach_bieu_quyet", Kind.TEXT, "cách biểu quyết bằng điện thoại"),
        Field("noi_ho_tro", Kind.TEXT, "nơi và giờ có người giúp"),
        Field("nguoi_ho_tro", Kind.TEXT, "người giúp và số điện thoại"),
        LEADER_NAME,
    ),
    body=(
        Para("Kính gửi: Đại diện các hộ gia đình {khu_pho}", Style.CENTRE),
        Para(
            f"Theo khoản 3 Điều 5 {DECREE}, Tổ lấy ý kiến biểu quyết trực tuyến "
            "{khu_pho} thông báo để ông/bà biết và tham gia biểu quyết:"
        ),
        Para("1. Nội dung biểu quyết", Style.HEADING),
        Paras("noi_dung"),
        Para("2. Hình thức", Style.HEADING),
        Para("Biểu quyết trực tuyến. Đã có {so_ho_chon_hinh_thuc}/{tong_so_ho} hộ đồng ý hình thức này."),
        Para("3. Thời gian", Style.HEADING),
        Para("Từ {thoi_gian_bat_dau} đến {thoi_gian_ket_thuc}."),
        Para("4. Cách biểu quyết", Style.HEADING),
        Para("{cach_bieu_quyet}", lead="Dùng điện thoại:"),
        Para("{noi_ho_tro}.", lead="Không dùng điện thoại:"),
        Para("Gọi {nguoi_ho_tro}, Tổ sẽ đến nhà giúp.", lead="Không đi được:"),
        Para(
            "Mỗi hộ có một phiếu và chọn một trong ba: đồng ý, không đồng ý, ý kiến khác. Trước khi hết giờ, ông/bà "
            "được đổi lựa chọn; lần gửi cuối được tính."
        ),
        Para("5. Mức cần đạt", Style.HEADING),
        Para(
            "Nội dung được thông qua khi trên 50% tổng số hộ đồng ý, tức ít nhất {so_can_dat}/{tong_so_ho} hộ, theo "
            f"điểm b khoản 4 Điều 5 {DECREE}. Hộ không gửi phiếu thì không được tính là đồng ý."
        ),
        Para("Xin ông/bà giữ kín mã trên thẻ. Không ai trong Tổ hỏi mã này.", Style.BODY),
    ),
    closing="Tổ lấy ý kiến kính mời ông/bà tham gia đúng thời gian.",
    signatures=(LEADER,),
    recipients=("Đại diện các hộ gia đình;", "Niêm yết tại khu phố;", "Lưu: hồ sơ khu phố."),
)

PAPERS = (ONLINE_REPORT, TEAM_DECISION, ROLL_SHEET, VOTE_NOTICE)
