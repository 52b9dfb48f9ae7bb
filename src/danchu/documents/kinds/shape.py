"""Khuôn chung: what a paper is, and the fields, people and signatures that many papers share."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from danchu.documents.blocks import Annex, Block, Column, Signature
from danchu.documents.fields import Field, Kind


class Letterhead(StrEnum):
    """Phần đầu: whose paper it is."""

    KHU_PHO = "khu_pho"  # UBND PHƯỜNG … / KHU PHỐ …
    WARD = "ward"  # ỦY BAN NHÂN DÂN / PHƯỜNG …
    NONE = "none"  # cards, the capture


@dataclass(frozen=True, slots=True)
class Paper:
    """Loại văn bản: its fields, words and signatures.

    ``form`` is the prescribed form ("Mẫu 03"), empty where the law prescribes none; ``article`` the place in law it
    answers to. ``title`` is printed in capitals; ``{names}`` in any text are fields. ``template`` names the typst
    file that draws it.
    """

    key: str
    title_vi: str
    title_en: str
    fields: tuple[Field, ...]
    article: str = ""
    form: str = ""
    letterhead: Letterhead = Letterhead.KHU_PHO
    title: tuple[str, ...] = ()
    subject: str = ""
    body: tuple[Block, ...] = ()
    closing: str = ""
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    template: str = "paper.typ"
    font: str = "Tinos"
    names: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", {f.name: f for f in self.fields})


LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"

PLACE = (
    Field("phuong", Kind.TEXT, "tên phường"),
    Field("khu_pho", Kind.TEXT, "tên khu phố"),
    Field("ngay_lap", Kind.DAY, "ngày lập văn bản"),
    Field("nhan_dia_ban", Kind.TEXT, "tên loại địa bàn (khu phố, ấp, thôn…)", required=False, printed=False),
)
LETTER = (
    *PLACE,
    Field("dia_danh", Kind.TEXT, "địa danh ghi trước ngày", required=False),
    Field("so_ky_hieu", Kind.TEXT, "số, ký hiệu", required=False),
)
MATTER = (Field("ve_viec", Kind.TEXT, "việc đưa ra biểu quyết"),)

HEAD_NAME = Field("truong_khu_pho", Kind.TEXT, "họ tên Trưởng khu phố")
FRONT_NAME = Field("truong_ban_mat_tran", Kind.TEXT, "họ tên Trưởng ban công tác Mặt trận")
LEADER_NAME = Field("to_truong", Kind.TEXT, "họ tên Tổ trưởng Tổ lấy ý kiến")
REP_NAMES = (
    Field("dai_dien_ho_1", Kind.TEXT, "họ tên đại diện hộ ký thứ nhất", required=False),
    Field("dai_dien_ho_2", Kind.TEXT, "họ tên đại diện hộ ký thứ hai", required=False),
)

HEAD = Signature(("TRƯỞNG KHU PHỐ",), "truong_khu_pho")
FRONT = Signature(("TRƯỞNG BAN", "CÔNG TÁC MẶT TRẬN"), "truong_ban_mat_tran")
LEADER = Signature(("TM. TỔ LẤY Ý KIẾN", "TỔ TRƯỞNG"), "to_truong")
FOUR = (
    HEAD,
    FRONT,
    Signature(("ĐẠI DIỆN HỘ GIA ĐÌNH",), "dai_dien_ho_1"),
    Signature(("ĐẠI DIỆN HỘ GIA ĐÌNH",), "dai_dien_ho_2"),
)

TO_WARD = (
    "Ủy ban nhân dân {phuong};",
    "Ủy ban Mặt trận Tổ quốc Việt Nam {phuong};",
)

TEAM = Field(
    "to_lay_y_kien",
    Kind.ROWS,
    "thành viên Tổ lấy ý kiến biểu quyết trực tuyến",
    columns=(
        Field("ho_ten", Kind.TEXT, "họ và tên"),
        Field("thanh_phan", Kind.TEXT, "thành phần"),
        Field("nhiem_vu", Kind.TEXT, "nhiệm vụ trong Tổ"),
    ),
)

# Decree 59 Art. 5.2c: full name and permanent address, nothing more.
HOUSEHOLDS = (
    Field("ho_ten", Kind.TEXT, "họ và tên"),
    Field("dia_chi", Kind.TEXT, "địa chỉ thường trú"),
)
HOUSEHOLD_TABLE = (
    Column("STT", "", 0.09, centre=True),
    Column("Họ và tên đại diện hộ", "ho_ten", 0.39),
    Column("Địa chỉ thường trú", "dia_chi", 0.52),
)
