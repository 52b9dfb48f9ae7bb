"""Values for every kind of paper; the people, numbers and places are invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

HOME = timezone(timedelta(hours=7))
WARD, KHU_PHO = "phường Thới Hòa", "Khu phố 3"
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý")
MIDDLE = ("Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thị Kim", "Quốc", "Thị Mỹ")
GIVEN = ("Sáu", "Tư", "Bảy", "Hạnh", "Phước", "Liên", "Út", "Hoàng", "Thủy", "Lộc", "Khôi", "Nghĩa", "Quyền")


def households(count: int) -> list[dict[str, str]]:
    """Rows of invented representatives."""
    return [
        {
            "ho_ten": f"{FAMILY[i % 12]} {MIDDLE[i * 5 % 8]} {GIVEN[i * 7 % 13]}",
            "dia_chi": f"số {i % 60 + 1}/{i % 9 + 1}, hẻm {i % 14 + 1}, Khu phố 3, phường Thới Hòa, "
            "Thành phố Hồ Chí Minh",
        }
        for i in range(count)
    ]


def cards(count: int) -> list[dict[str, str]]:
    """Rows of invented cards."""
    return [
        {
            "so_ho": str(i + 1),
            "xung_ho": "bà" if "Thị" in row["ho_ten"] else "ông",
            "ho_ten": row["ho_ten"],
            "dia_chi": f"{i % 60 + 1}/{i % 9 + 1} hẻm {i % 14 + 1}",
            "ma_vao": f"{(4827 + 37 * i) % 10000:04d} {(1936 + 911 * i) % 10000:04d}",
            "duong_dan": f"https://thoihoa.example/the/{i:04d}K7M2QX9TBWC4RVN8HJ3PYDEA",
        }
        for i, row in enumerate(households(count))
    ]


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of December 2026 at home."""
    return datetime(2026, 12, day, hour, minute, tzinfo=HOME)


PLACE: dict[str, Any] = {"phuong": WARD, "khu_pho": KHU_PHO, "ngay_lap": date(2026, 12, 12)}
OFFICE: dict[str, Any] = {"phuong": WARD, "ngay_lap": date(2026, 12, 12), "chu_tich": "Trần Quốc Cường"}
ASKED: dict[str, Any] = {
    **OFFICE,
    "so_ky_hieu": "31/TB-UBND",
    "nguoi_yeu_cau": "Nguyễn Thị Hà Giang",
    "so_yeu_cau": "7/2026",
    "ngay_nhan": date(2026, 12, 1),
    "noi_dung_yeu_cau": "Hồ sơ xét hộ nghèo",
}
MATTER = "tổng vệ sinh sáng Chủ nhật đầu tháng và trồng hoa dọc hẻm 12"
TEAM = [
    {"ho_ten": "Bà Lê Thị Hạnh", "thanh_phan": "đại diện Ban công tác Mặt trận", "nhiem_vu": "Tổ trưởng"},
    {"ho_ten": "Ông Nguyễn Hữu Phước", "thanh_phan": "đại diện khu phố", "nhiem_vu": "thành viên, thư ký"},
    {"ho_ten": "Bà Phan Thị Kim Liên", "thanh_phan": "đại diện hộ gia đình", "nhiem_vu": "thành viên"},
    {"ho_ten": "Anh Trần Minh Khôi", "thanh_phan": "người am hiểu công nghệ thông tin", "nhiem_vu": "thành viên"},
]
CONTENT = (
    "Mỗi hộ cử một người quét dọn trước nhà và đoạn hẻm chung, từ 6 giờ 30 đến 8 giờ sáng Chủ nhật đầu tháng.\n"
    "Khu phố trồng hoa mười giờ dọc hai bên hẻm 12; các hộ ven hẻm thay phiên tưới. Không thu tiền của hộ nào."
)
SENTENCE = (
    "Có 256/300 hộ tham gia. 171 hộ đồng ý; cần ít nhất 151 (trên 50% tổng số hộ). Nội dung được thông qua theo điểm b "
    "khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP."
)
COUNTS: dict[str, Any] = {
    "tong_so_ho": 300,
    "so_dai_dien_co_mat": 256,
    "so_tan_thanh": 171,
    "so_khong_tan_thanh": 60,
    "so_y_kien_khac": 25,
}
PERIOD: dict[str, Any] = {"thoi_gian_bat_dau": moment(6, 7), "thoi_gian_ket_thuc": moment(12, 17)}
KIND_OF_MATTER = (
    "công việc tự quản khác trong nội bộ cộng đồng dân cư, theo khoản 6 Điều 15 Luật Thực hiện dân chủ ở cơ sở số "
    "10/2022/QH15"
)
DECISION: dict[str, Any] = {
    **PLACE,
    **COUNTS,
    **PERIOD,
    "so_ky_hieu": "05/BB-KP3",
    "ve_viec": MATTER,
    "thoi_gian_lap": moment(12, 18, 30),
    "dia_diem": "Nhà văn hóa Khu phố 3",
    "chu_tri": {"xung_ho": "ông", "ho_ten": "Nguyễn Văn Lộc", "chuc_vu": "Trưởng khu phố"},
    "thu_ky": {"xung_ho": "ông", "ho_ten": "Nguyễn Hữu Phước", "chuc_vu": "Phó Trưởng khu phố"},
    "so_ho_vang": 44,
    "noi_dung_ban": KIND_OF_MATTER,
    "hinh_thuc": "biểu quyết trực tuyến, phiếu công khai với Tổ lấy ý kiến",
    "so_can_dat": 151,
    "nguong": "trên 50% tổng số đại diện hộ gia đình của khu phố, theo điểm b khoản 4 Điều 5 Nghị định số "
    "59/2023/NĐ-CP",
    "cau_ket_qua": SENTENCE,
    "noi_dung_quyet_dinh": CONTENT,
    "ngay_hieu_luc": date(2026, 12, 12),
    "phan_cong": [
        {"viec": "Chia đoạn hẻm cho từng tổ hộ", "nguoi_thuc_hien": "Trưởng khu phố", "thoi_han": date(2026, 12, 20)},
        {"viec": "Mua giống hoa, dụng cụ", "nguoi_thuc_hien": "bà Phan Thị Kim Liên", "thoi_han": date(2027, 1, 5)},
    ],
    "truong_khu_pho": "Nguyễn Văn Lộc",
    "truong_ban_mat_tran": "Lê Thị Hạnh",
    "dai_dien_ho_1": "Phan Thị Kim Liên",
    "dai_dien_ho_2": "",
}


def stubs(count: int) -> list[dict[str, str]]:
    """Rows of invented stubs."""
    return [
        {
            "so_cuong": str(i + 1),
            "so_ho": f"3-{i + 1:03d}",
            "ho_ten": row["ho_ten"],
            "dia_chi": row["dia_chi"],
            "duong_dan": f"https://thoihoa.example/bieu-quyet/tong-ve-sinh/cuong/{i:032x}",
        }
        for i, row in enumerate(households(count))
    ]


def _slip_papers() -> dict[str, dict[str, Any]]:
    days = {"thoi_gian_bat_dau": moment(6, 7), "thoi_gian_ket_thuc": moment(12, 17)}
    team = [
        {"ho_ten": "Bà Lê Thị Hạnh", "thanh_phan": "đại diện Ban công tác Mặt trận", "nhiem_vu": "Tổ trưởng"},
        {"ho_ten": "Ông Nguyễn Hữu Phước", "thanh_phan": "đại diện khu phố", "nhiem_vu": "Thành viên"},
        {"ho_ten": "Bà Võ Thị Thủy", "thanh_phan": "đại diện Hội Phụ nữ", "nhiem_vu": "Thành viên"},
    ]
    common = {**PLACE, "ve_viec": MATTER, **days}
    share = "Trên 50% tổng số hộ gia đình, theo khoản 1 Điều 21 Luật số 10/2022/QH15"
    boxes = ["Nhà văn hóa Khu phố 3", "nhà bà Hạnh, số 12 hẻm 4"]
    head = {"truong_khu_pho": "Nguyễn Văn Lộc"}
    counts = {
        "tong_so_ho": 300,
        "so_phieu_phat_ra": 298,
        "so_phieu_thu_vao": 261,
        "so_phieu_khong_thu": 37,
        "so_phieu_hop_le": 256,
        "so_phieu_khong_hop_le": 5,
        "so_tan_thanh": 171,
        "so_khong_tan_thanh": 60,
        "so_y_kien_khac": 25,
        "so_can_dat": 151,
        "cau_ket_qua": "171/300 hộ đồng ý; cần ít nhất 151. Nội dung được thông qua.",
    }
    return {
        "slip-plan": {
            **common,
            **head,
            "muc_dich": "Lấy ý kiến của từng hộ gia đình trước khi khu phố quyết định.",
            "noi_dung": CONTENT,
            "to_phat_phieu": team,
            "tong_so_ho": 300,
            "phan_cong": ["Bà Lê Thị Hạnh: Tổ trưởng, giữ cuống phiếu", "Bà Võ Thị Thủy: phát phiếu hẻm 12, hẻm 14"],
            "noi_nop": boxes,
            "truong_ban_mat_tran": "Lê Thị Hạnh",
        },
        "slip-notice": {
            **common,
            **head,
            "so_ky_hieu": "07/TB-KP3",
            "noi_dung": CONTENT,
            "to_phat_phieu": team,
            "tong_so_ho": 300,
            "so_can_dat": 151,
            "can_cu_nguong": share,
            "noi_nop": boxes,
            "nguoi_ho_tro": "bà Võ Thị Thủy, 0900 000 313",
        },
        "slip-sheet": {
            **PLACE,
            **head,
            "ve_viec": MATTER,
            "noi_dung": CONTENT,
            "dong_y": "làm theo nội dung trên",
            "khong_dong_y": "không làm theo nội dung trên",
            "y_kien_khac": "ghi điều muốn nói; không tính là đồng ý",
            "thoi_gian_ket_thuc": moment(12, 17),
            "noi_nop": boxes,
            "phieu": stubs(5),
            "dau": "chu_ky",
        },
        "count-minutes-04": {
            **common,
            **counts,
            "so_ky_hieu": "08/BB-KP3",
            "thoi_gian_lap": moment(12, 17, 30),
            "dia_diem": "Nhà văn hóa Khu phố 3",
            "to_phat_phieu": team,
            "ho_chung_kien_1": "Phan Thị Kim Liên",
            "ho_chung_kien_2": "Trần Văn Bảy",
            "so_phieu_doi": 2,
            "cac_y_kien_khac": ["Nên làm hai tháng một lần."],
            "giai_trinh": ["Sổ ghi 262 hộ, kiểm được 261. Một phiếu trong hòm bị rách mất phần lựa chọn."],
            "nguong": share,
            "thoi_gian_lap_xong": moment(12, 19, 15),
            "to_truong": "Lê Thị Hạnh",
            "nguoi_kiem": "Nguyễn Hữu Phước",
        },
        "slip-result-notice": {
            **common,
            **counts,
            **head,
            "so_ky_hieu": "09/TB-KP3",
            "noi_dung_quyet_dinh": CONTENT,
            "ngay_hieu_luc": date(2026, 12, 12),
            "noi_xem_ho_so": "Nhà văn hóa Khu phố 3 và trang thoihoa.example",
        },
    }


VALUES: dict[str, dict[str, Any]] = {
    "online-report": {
        **PLACE,
        "so_ky_hieu": "02/BC-KP3",
        "ngay_lap": date(2026, 11, 5),
        "ve_viec": MATTER,
        "noi_dung": CONTENT,
        "loai_viec": KIND_OF_MATTER,
        "ly_do": "Việc nhỏ, nội dung ngắn, nhiều hộ đi làm ca nên khó họp đủ.",
        "tong_so_ho": 300,
        "so_ho_co_thiet_bi": 287,
        "cach_ho_tro": "Đặt một máy tại nhà văn hóa từ 17 giờ đến 21 giờ; thành viên Tổ đến nhà giúp khi có hộ gọi.",
        "ung_dung": "Danchu do Ủy ban nhân dân phường Thới Hòa cài đặt",
        "thoi_gian_chon_hinh_thuc": "từ ngày 20/11/2026 đến ngày 30/11/2026",
        "thoi_gian_du_kien": "từ 7 giờ, Chủ nhật, 6/12/2026 đến 17 giờ, thứ Bảy, 12/12/2026",
        "truong_khu_pho": "Nguyễn Văn Lộc",
        "truong_ban_mat_tran": "Lê Thị Hạnh",
    },
    "online-team-decision": {
        **PLACE,
        "so_ky_hieu": "03/QĐ-KP3",
        "ngay_lap": date(2026, 11, 9),
        "ve_viec": MATTER,
        "to_lay_y_kien": TEAM,
        "truong_khu_pho": "Nguyễn Văn Lộc",
        "truong_ban_mat_tran": "Lê Thị Hạnh",
    },
    "roll-sheet": {
        **PLACE,
        "ve_viec": MATTER,
        "danh_sach": households(60),
        "tong_so_ho": 60,
        "noi_niem_yet": "Nhà văn hóa Khu phố 3",
        "han_de_nghi_sua": moment(15, 17),
        "noi_nhan_de_nghi": "ông Nguyễn Văn Lộc, 0900 000 301",
        "truong_khu_pho": "Nguyễn Văn Lộc",
    },
    "card-sheet": {
        **PLACE,
        "the": cards(11),
        "trang_web": "thoihoa.example",
        "nguoi_lien_he": "ông Lộc",
        "dien_thoai": "0900 000 301",
    },
    "poster": {
        **PLACE,
        "ve_viec": "Tổng vệ sinh và trồng hoa hẻm 12",
        "thoi_gian_ket_thuc": moment(12, 17),
        "duong_dan": "https://thoihoa.example/bieu-quyet/tong-ve-sinh",
        "noi_ho_tro": "Đến Nhà văn hóa Khu phố 3, từ 17 giờ đến 21 giờ. Có người giúp",
        "nguoi_ho_tro": "anh Khôi, Tổ lấy ý kiến: 0900 000 312",
        "so_can_dat": 151,
        "tong_so_ho": 300,
        "kho_giay": "a4",
    },
    "notice-poster": {
        **PLACE,
        "ve_viec": "Nâng cấp đường hẻm 14",
        "loi_mo_dau": "Thông báo",
        "thoi_gian_ket_thuc": moment(12, 17),
        "duong_dan": "https://thoihoa.example/cong-khai/nang-cap-hem-14",
        "noi_niem_yet": "Nhà văn hóa Khu phố 3",
        "nguoi_lien_he": "anh Khôi: 0900 000 312",
        "tom_tat": "Ủy ban nhân dân phường nâng cấp 350 mét đường hẻm 14, từ ngày 15/12/2026 đến ngày 30/1/2027.",
        "can_cu": "Quyết định số 123/QĐ-UBND ngày 30/11/2026",
        "kho_giay": "a4",
    },
    "vote-notice": {
        **PLACE,
        "so_ky_hieu": "04/TB-KP3",
        "ngay_lap": date(2026, 12, 2),
        "ve_viec": MATTER,
        "noi_dung": CONTENT,
        "so_ho_chon_hinh_thuc": 203,
        "tong_so_ho": 300,
        "so_can_dat": 151,
        **PERIOD,
        "cach_bieu_quyet": "Đại diện hộ quét mã QR in trên thẻ của hộ; hoặc vào thoihoa.example, gõ số hộ và mã.",
        "noi_ho_tro": "Đến Nhà văn hóa Khu phố 3, từ 17 giờ đến 21 giờ các ngày trong tuần, có người giúp",
        "nguoi_ho_tro": "anh Trần Minh Khôi, 0900 000 312",
        "to_truong": "Lê Thị Hạnh",
    },
    "participants-list": {
        **PLACE,
        **PERIOD,
        "ve_viec": MATTER,
        "tong_so_ho": 300,
        "so_dai_dien_co_mat": 256,
        "danh_sach_tham_gia": households(256),
        "to_truong": "Lê Thị Hạnh",
        "truong_khu_pho": "Nguyễn Văn Lộc",
    },
    "minutes-03": {
        **DECISION,
        "to_lay_y_kien": TEAM,
        "noi_dung_de_xuat": CONTENT,
        "thao_luan": ["Đề nghị bắt đầu từ 7 giờ vào mùa mưa.", "Đề nghị chia theo tổ hộ để dễ nhắc nhau."],
        "y_kien_khac": ["Nên làm hai tháng một lần.", "Đồng ý vệ sinh, chưa đồng ý trồng hoa vì hẻm hẹp."],
        "so_ho_chon_hinh_thuc": 203,
        "thoi_gian_lap_xong": moment(12, 19, 45),
        "han_gui": date(2026, 12, 18),
        "thoi_diem_chup": moment(12, 17, 1),
        "danh_sach_tham_gia": households(256),
    },
    "community-decision": {**DECISION, "so_ky_hieu": "01/NQ-KP3", "ten_goi": "nghi_quyet"},
    "result-capture": {
        **PLACE,
        **COUNTS,
        "ve_viec": MATTER,
        "so_can_dat": 151,
        "cau_ket_qua": SENTENCE,
        "thoi_diem_chup": moment(12, 17, 1),
    },
    "result-notice": {
        **PLACE,
        **PERIOD,
        **COUNTS,
        "so_ky_hieu": "06/TB-KP3",
        "ve_viec": MATTER,
        "so_can_dat": 151,
        "cau_ket_qua": SENTENCE,
        "noi_dung_quyet_dinh": CONTENT,
        "ngay_hieu_luc": date(2026, 12, 12),
        "noi_xem_ho_so": "Nhà văn hóa Khu phố 3 và trang thoihoa.example",
        "truong_khu_pho": "Nguyễn Văn Lộc",
    },
    "disclosure-plan": {
        **OFFICE,
        "so_ky_hieu": "05/KH-UBND",
        "nam": "2027",
        "noi_dung_ke_hoach": [
            {
                "noi_dung": f"Nội dung thứ {number} của phường (khoản {number} Điều 11)",
                "hinh_thuc": "niêm yết, trang thông tin điện tử, truyền thanh",
                "thoi_gian": "Chậm nhất 05 ngày làm việc từ ngày ký văn bản; niêm yết ít nhất 30 ngày liên tục",
                "nguoi_phu_trach": "Chánh Văn phòng",
            }
            for number in range(1, 15)
        ],
    },
    "disclosure-list": {
        **OFFICE,
        "so_ky_hieu": "12/DS-UBND",
        "ky": "quý IV năm 2026",
        "noi_dung_da_cong_khai": [
            {
                "noi_dung": "Danh sách hộ được hỗ trợ sửa nhà (341/QĐ-UBND; khoản 7 Điều 11)",
                "hinh_thuc": "niêm yết, truyền thanh",
                "thoi_gian": "Công khai ngày 2/11/2026, niêm yết đến 3/12/2026",
            }
        ],
        "cau_tong": "Danh sách có 1 nội dung.",
    },
    "disclosure-report": {
        **OFFICE,
        "so_ky_hieu": "88/BC-UBND",
        "tu_ngay": date(2026, 7, 1),
        "den_ngay": date(2026, 12, 10),
        "ky_hop": date(2026, 12, 18),
        "so_da_cong_khai": 26,
        "so_cham": 2,
        "so_thieu": 3,
        "so_chua_minh_chung": 2,
        "so_yeu_cau": 8,
        "so_da_tra_loi": 5,
        "so_tu_choi": 1,
        "so_tre_han": 1,
        "theo_noi_dung": [{"noi_dung": "7. Chính sách hỗ trợ, trợ cấp, an sinh", "so_luong": "4"}],
        "con_ton_tai": ["Ủng hộ đồng bào vùng bão. Còn thiếu: truyền thanh ở Khu phố 4."],
    },
    "information-refusal": {
        **ASKED,
        "can_cu_tu_choi": "Chưa đủ điều kiện tiếp cận",
        "ly_do": "Hồ sơ có thông tin về thu nhập của gia đình khác.\nGia đình ấy chưa đồng ý.",
    },
    "information-time": {
        **ASKED,
        "viec_bao": "gia_han",
        "ly_do": "Đơn vị thoát nước chưa gửi bản vẽ.",
        "han_tra_loi": date(2027, 1, 8),
        "can_cu": "khoản 4 Điều 30 Luật Tiếp cận thông tin số 104/2016/QH13",
    },
    **_slip_papers(),
}
