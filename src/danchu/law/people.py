"""Người và vai trò: the roles the law names, and what a person in a team must bring."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Vai trò: what a mandate makes of a person. Values are stable keys; labels are in ``ROLE_LABELS``."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    FRONT_HEAD = "front_head"
    FRONT_MEMBER = "front_member"
    WARD_CHAIR = "ward_chair"
    WARD_OFFICER = "ward_officer"
    WARD_FRONT = "ward_front"
    DELEGATE = "delegate"
    OBSERVER = "observer"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Label:
    """Tên gọi: the words for a role in both languages."""

    vi: str
    en: str


ROLE_LABELS: dict[Role, Label] = {
    Role.HEAD: Label("Trưởng khu phố", "Khu phố head"),
    Role.DEPUTY_HEAD: Label("Phó Trưởng khu phố", "Deputy khu phố head"),
    Role.FRONT_HEAD: Label("Trưởng ban công tác Mặt trận", "Front committee head"),
    Role.FRONT_MEMBER: Label("Thành viên ban công tác Mặt trận", "Front committee member"),
    Role.WARD_CHAIR: Label("Chủ tịch Ủy ban nhân dân phường", "Ward Chairman"),
    Role.WARD_OFFICER: Label("Cán bộ Ủy ban nhân dân phường", "Ward officer"),
    Role.WARD_FRONT: Label("Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Ward Front"),
    Role.DELEGATE: Label("Đại biểu Hội đồng nhân dân phường", "Council delegate"),
    Role.OBSERVER: Label("Người quan sát", "Observer"),
    Role.OPERATOR: Label("Người vận hành", "Operator"),
}

# A mandate in one of these roles is held for one khu phố; the others for the whole ward.
KHU_PHO_ROLES = frozenset({Role.HEAD, Role.DEPUTY_HEAD, Role.FRONT_HEAD, Role.FRONT_MEMBER})

# Who may stand for the Front committee of a khu phố.
FRONT_ROLES = frozenset({Role.FRONT_HEAD, Role.FRONT_MEMBER})


class Capacity(StrEnum):
    """Thành phần của Tổ: whom a member of a vote's team stands for; each form of deciding asks for its own."""

    KHU_PHO = "khu_pho"
    FRONT = "front"
    HOUSEHOLD_REP = "household_rep"
    IT = "it"
    MASS_BODY = "mass_body"


CAPACITY_LABELS: dict[Capacity, Label] = {
    Capacity.KHU_PHO: Label("đại diện khu phố", "for the khu phố"),
    Capacity.FRONT: Label("đại diện Ban công tác Mặt trận", "for the Front committee"),
    Capacity.HOUSEHOLD_REP: Label("đại diện hộ gia đình", "household representative"),
    Capacity.IT: Label("người có kỹ năng công nghệ thông tin", "person with IT skills"),
    Capacity.MASS_BODY: Label("đại diện tổ chức chính trị - xã hội", "for a socio-political organisation"),
}


class Residence(StrEnum):
    """Nơi cư trú: how a household lives in the khu phố (khoản 1 Điều 4 Luật 10/2022: nơi mình cư trú)."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


class WhoCounts(StrEnum):
    """Hộ nào được tính vào N: the ward's recorded choice ``roll.who_counts``, law unclear."""

    PERMANENT_ONLY = "permanent_only"
    ALL_RESIDENT = "all_resident"

    def counts(self, residence: Residence) -> bool:
        """Whether a household with this residence is on the roll."""
        return self is WhoCounts.ALL_RESIDENT or residence is Residence.PERMANENT
