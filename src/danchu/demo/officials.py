"""Những người có nhiệm vụ ở phường mẫu: who stands behind each office; fictional, like everybody else here."""

from __future__ import annotations

from dataclasses import dataclass

from danchu.law.people import Role


@dataclass(frozen=True, slots=True)
class Official:
    """Một người: account name, how to address them, and the offices held.

    ``place`` is the number of the khu phố, None for the whole ward. Nobody without a role but the household
    representatives who sit in a team.
    """

    username: str
    honorific: str
    name: str
    place: int | None
    roles: tuple[Role, ...] = ()
    phone: str = ""


def _of(
    place: int, head: tuple[str, str], deputy: tuple[str, str], front: tuple[str, str], others: tuple[str, str, str]
) -> tuple[Official, ...]:
    """The five of a khu phố: head, deputy, Front head, Front member, and a household's representative."""

    def phone(last: int) -> str:
        return f"0300 000 {place}{last:02d}"

    member, resident = others[:2]
    return (
        Official(f"truong.kp{place}", *head, place, (Role.HEAD,), phone(1)),
        Official(f"pho.kp{place}", *deputy, place, (Role.DEPUTY_HEAD,), phone(2)),
        Official(f"mattran.kp{place}", *front, place, (Role.FRONT_HEAD,), phone(3)),
        Official(f"thanhvien.kp{place}", others[2], member, place, (Role.FRONT_MEMBER,), phone(4)),
        Official(f"daidienho.kp{place}", "ông", resident, place, (), phone(5)),
    )


KHU_PHO_OFFICIALS: tuple[Official, ...] = (
    *_of(
        1,
        ("bà", "Võ Thị Thu Hương"),
        ("ông", "Lê Minh Tiến"),
        ("ông", "Nguyễn Thành Nghĩa"),
        ("Đặng Kim Oanh", "Phạm Quốc Vinh", "bà"),
    ),
    *_of(
        2,
        ("ông", "Đỗ Hữu Phúc"),
        ("bà", "Bùi Ngọc Yến"),
        ("bà", "Lê Thị Bích Vân"),
        ("Trần Công Sơn", "Hồ Minh Khánh", "ông"),
    ),
    *_of(
        3,
        ("ông", "Huỳnh Văn Lộc"),
        ("ông", "Nguyễn Đức Toàn"),
        ("bà", "Trần Thị Mỹ Dung"),
        ("Phan Hoài Thảo", "Ngô Thanh Bình", "bà"),
    ),
    *_of(
        4,
        ("ông", "Phạm Văn Út"),
        ("bà", "Dương Thị Loan"),
        ("ông", "Tống Văn Hải"),
        ("Nguyễn Kim Liên", "Võ Quốc Nam", "bà"),
    ),
    *_of(
        5,
        ("bà", "Nguyễn Ngọc Hạnh"),
        ("ông", "Trần Đức Quang"),
        ("ông", "Lý Thanh Tâm"),
        ("Huỳnh Thị Trang", "Phan Hữu Giang", "bà"),
    ),
)
WARD_OFFICIALS: tuple[Official, ...] = (
    Official("can.bo", "chị", "Phạm Ngọc Hân", None, (Role.WARD_OFFICER,), "0274 000 0312"),
    Official("chu.tich", "ông", "Trần Quốc Cường", None, (Role.WARD_CHAIR,)),
    Official("mat.tran", "bà", "Lê Thị Hồng Ánh", None, (Role.WARD_FRONT,)),
    Official("dai.bieu", "ông", "Võ Minh Hiếu", None, (Role.DELEGATE,)),
    Official("quan.sat", "bà", "Đỗ Thanh Thủy", None, (Role.OBSERVER,)),
)
# The operator serves several wards, so the account belongs to none.
OPERATOR = Official("van.hanh", "anh", "Bùi Công Lâm", None, (Role.OPERATOR,))
