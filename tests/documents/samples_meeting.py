"""Values for the papers of a meeting; the people, numbers and places are invented."""

from __future__ import annotations

from typing import Any

from documents.samples import CONTENT, COUNTS, DECISION, MATTER, PLACE, date, households, moment

_HELD: dict[str, Any] = {"thoi_gian_hop": moment(12, 18, 30), "dia_diem": "Nhà văn hóa Khu phố 3"}
_SENTENCE = (
    "Có 256/300 hộ tham gia. 171 hộ đồng ý; cần ít nhất 151 (trên 50% tổng số hộ). Nội dung được thông qua theo khoản "
    "1 Điều 21 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15."
)
_NEEDED = {"so_can_dat": 151, "nguong": "Trên 50% tổng số hộ gia đình, theo khoản 1 Điều 21 Luật số 10/2022/QH15"}


def invitations(count: int) -> list[dict[str, str]]:
    """Rows of invented invitations."""
    return [
        {
            "so_ho": f"3-{i + 1:03d}",
            "ho_ten": row["ho_ten"],
            "dia_chi": f"{i % 60 + 1}/{i % 9 + 1} hẻm {i % 14 + 1}",
            "ma_vao": f"k7m2q {i:05d}",
            "duong_dan": f"https://thoihoa.example/bieu-quyet/cuoc-hop/hop-khu-pho-3/moi/k7m2q{i:05d}/",
        }
        for i, row in enumerate(households(count))
    ]


VALUES: dict[str, dict[str, Any]] = {
    "meeting-invitation": {
        **PLACE,
        **_HELD,
        "so_ky_hieu": "04/GM-KP3",
        "ve_viec": MATTER,
        "chu_tri": {"xung_ho": "ông", "ho_ten": "Nguyễn Văn Lộc", "chuc_vu": "Trưởng khu phố"},
        "noi_dung_hop": ["Tổng vệ sinh sáng Chủ nhật đầu tháng", "Trồng hoa dọc hẻm 12"],
        "nguoi_lien_he": "ông Nguyễn Văn Lộc, 0900 000 301",
        "tai_lieu": ["Tài liệu về việc trồng hoa dọc hẻm 12"],
        "chuc_vu_trieu_tap": "TRƯỞNG KHU PHỐ",
        "nguoi_trieu_tap": "Nguyễn Văn Lộc",
    },
    "invitation-sheet": {
        **PLACE,
        "the": invitations(11),
        "ten_the": "Giấy mời họp",
        "ten_ma": "Mã mời của hộ",
        "thoi_gian": moment(12, 18, 30),
        "dia_diem": "Nhà văn hóa Khu phố 3",
    },
    "count-minutes-02": {
        **PLACE,
        **_HELD,
        **COUNTS,
        **_NEEDED,
        "ve_viec": MATTER,
        "ban_kiem_phieu": ["Trần Văn Bảy, Trưởng ban", "Lê Thị Mỹ Hạnh", "Phạm Quốc Khôi"],
        "ho_chung_kien": ["Ngô Hữu Nghĩa", "Bùi Thị Thủy"],
        "so_phieu_phat": 256,
        "so_phieu_thu": 256,
        "so_phieu_hop_le": 256,
        "so_phieu_khong_hop_le": 0,
        "cau_ket_qua": _SENTENCE,
        "giai_trinh": ["Một hộ về trước khi nhận phiếu."],
        "thoi_gian_xong": moment(12, 20),
        "truong_ban": "Trần Văn Bảy",
        "chung_kien_1": "Ngô Hữu Nghĩa",
        "chung_kien_2": "Bùi Thị Thủy",
    },
    "meeting-minutes-03": {
        **{name: value for name, value in DECISION.items() if name != "thoi_gian_lap"},
        **_NEEDED,
        "cau_ket_qua": _SENTENCE,
        "hinh_thuc": "Họp cộng đồng dân cư, bỏ phiếu kín",
        "noi_dung_de_xuat": CONTENT,
        "thao_luan": ["Đề nghị bắt đầu từ 7 giờ vào mùa mưa.", "Đề nghị chia theo tổ hộ để dễ nhắc nhau."],
        "thu_tuc": ["cử thư ký: 250/256 hộ dự đồng ý", "chọn cách biểu quyết: 240/256 hộ dự đồng ý"],
        "cum_hop": ["Cụm 1 (Nhà văn hóa): 156 hộ dự, 101 đồng ý", "Cụm 2 (Trường tiểu học): 100 hộ dự, 70 đồng ý"],
        "giai_trinh": ["Một hộ về trước khi nhận phiếu."],
        "thoi_gian_bat_dau": moment(12, 18, 30),
        "thoi_gian_ket_thuc": moment(12, 20, 15),
        "han_gui": date(2026, 12, 18),
        "danh_sach_tham_gia": households(256),
    },
    "attendance-list": {
        **PLACE,
        **_HELD,
        "ve_viec": MATTER,
        "tong_so_ho": 300,
        "so_dai_dien_co_mat": 256,
        "danh_sach_tham_gia": households(256),
        "truong_khu_pho": "Nguyễn Văn Lộc",
    },
    "meeting-result-notice": {
        **PLACE,
        **_HELD,
        **COUNTS,
        "so_ky_hieu": "06/TB-KP3",
        "ve_viec": MATTER,
        "so_can_dat": 151,
        "cau_ket_qua": _SENTENCE,
        "noi_dung_quyet_dinh": CONTENT,
        "ngay_hieu_luc": date(2026, 12, 12),
        "noi_xem_ho_so": "Nhà văn hóa Khu phố 3 và trang thoihoa.example",
        "truong_khu_pho": "Nguyễn Văn Lộc",
    },
}
