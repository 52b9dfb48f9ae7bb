"""Thẻ và áp phích: the two printed things a household holds or walks past (look.md, "Print")."""

from __future__ import annotations

from dataclasses import replace

from danchu.documents.blocks import Para, Style
from danchu.documents.fields import Field, Kind
from danchu.documents.kinds.shape import MATTER, PLACE, Letterhead, Paper

_CARD_PLACE = tuple(replace(f, printed=f.printed and f.name != "ngay_lap") for f in PLACE)
_CARD_COLUMNS = (
    Field("so_ho", Kind.TEXT, "số hộ"),
    Field("xung_ho", Kind.TEXT, "ông hoặc bà", required=False),
    Field("ho_ten", Kind.TEXT, "họ và tên đại diện hộ"),
    Field("dia_chi", Kind.TEXT, "địa chỉ"),
    Field("ma_vao", Kind.TEXT, "tám chữ số"),
    Field("duong_dan", Kind.TEXT, "đường dẫn trong mã QR"),
)

CARD_SHEET = Paper(
    key="card-sheet",
    title_vi="thẻ biểu quyết của hộ",
    title_en="household cards",
    letterhead=Letterhead.NONE,
    title=("THẺ BIỂU QUYẾT CỦA HỘ",),
    subject="{khu_pho}, {phuong}",
    fields=(
        *_CARD_PLACE,
        Field("the", Kind.ROWS, "thẻ của các hộ", columns=_CARD_COLUMNS),
        Field("trang_web", Kind.TEXT, "địa chỉ trang biểu quyết"),
        Field("nguoi_lien_he", Kind.TEXT, "người cần gọi khi mất thẻ"),
        Field("dien_thoai", Kind.TEXT, "số điện thoại khi mất thẻ"),
    ),
    body=(
        Para("Quét mã QR, hoặc vào {trang_web}, gõ số hộ và tám chữ số."),
        Para("Mất thẻ, gọi {nguoi_lien_he}: {dien_thoai}."),
    ),
    template="cards.typ",
    font="Be Vietnam Pro",
)

POSTER = Paper(
    key="poster",
    title_vi="áp phích mời biểu quyết",
    title_en="poster",
    title=("Mời bà con biểu quyết",),
    subject="{ve_viec}",
    fields=(
        *_CARD_PLACE,
        *MATTER,
        Field("thoi_gian_ket_thuc", Kind.WHEN, "thời gian kết thúc"),
        Field("duong_dan", Kind.TEXT, "đường dẫn trong mã QR"),
        Field("noi_ho_tro", Kind.TEXT, "nơi và giờ có người giúp"),
        Field("nguoi_ho_tro", Kind.TEXT, "người giúp và số điện thoại"),
        Field("so_can_dat", Kind.COUNT, "số hộ đồng ý cần đạt"),
        Field("tong_so_ho", Kind.COUNT, "tổng số hộ gia đình"),
        Field("kho_giay", Kind.CHOICE, "khổ giấy", choices={"a4": "a4", "a3": "a3"}, printed=False),
    ),
    body=(
        Para("Quét mã QR này, gõ số hộ và tám chữ số trên thẻ của hộ.", lead="Có điện thoại"),
        Para("{noi_ho_tro}.", lead="Không có điện thoại"),
        Para("Gọi {nguoi_ho_tro}.", lead="Không đi được"),
        Para(
            "Cần ít nhất {so_can_dat}/{tong_so_ho} hộ đồng ý (trên 50% tổng số hộ), theo điểm b khoản 4 Điều 5 Nghị "
            "định 59/2023/NĐ-CP. Hộ không gửi phiếu thì không được tính là đồng ý.",
            lead="Mỗi hộ một phiếu.",
            style=Style.LAST,
        ),
    ),
    template="poster.typ",
    font="Be Vietnam Pro",
)

NOTICE_POSTER = Paper(
    key="notice-poster",
    title_vi="áp phích thông báo",
    title_en="poster of a notice",
    title=("{loi_mo_dau}",),
    subject="{ve_viec}",
    fields=(
        *_CARD_PLACE,
        Field("ve_viec", Kind.TEXT, "việc cần thông báo"),
        Field("loi_mo_dau", Kind.TEXT, "lời mở đầu"),
        Field("thoi_gian_ket_thuc", Kind.WHEN, "thời gian kết thúc", required=False),
        Field("duong_dan", Kind.TEXT, "đường dẫn trong mã QR"),
        Field("noi_niem_yet", Kind.TEXT, "nơi niêm yết", required=False),
        Field("nguoi_lien_he", Kind.TEXT, "người cần gọi và số điện thoại", required=False),
        Field("tom_tat", Kind.TEXT, "nội dung chính", required=False),
        Field("can_cu", Kind.TEXT, "văn bản công bố", required=False),
        Field("kho_giay", Kind.CHOICE, "khổ giấy", choices={"a4": "a4", "a3": "a3"}, printed=False),
    ),
    body=(
        Para("Quét mã QR này để xem toàn bộ nội dung và nghe đọc.", lead="Có điện thoại"),
        Para("Xem tại {noi_niem_yet}.", lead="Không có điện thoại", when="noi_niem_yet"),
        Para("Gọi {nguoi_lien_he}.", lead="Cần hỏi thêm", when="nguoi_lien_he"),
        Para("{tom_tat}", style=Style.LAST, when="tom_tat"),
        Para("{can_cu}.", lead="Căn cứ:", style=Style.LAST, when="can_cu"),
    ),
    template="poster.typ",
    font="Be Vietnam Pro",
)

PAPERS = (CARD_SHEET, POSTER, NOTICE_POSTER)
