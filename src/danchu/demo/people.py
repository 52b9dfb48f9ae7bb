"""Người dân hư cấu của phường mẫu: five khu phố of fictional households, always the same.

Names are put together by chance, telephone numbers begin with 030, which no Vietnamese network uses.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache

from danchu.law.people import Residence

_SEED = 20260701
_FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Phan",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Tống",
)
_WEIGHTS = (30, 12, 11, 8, 7, 5, 5, 4, 4, 3, 3, 2, 2, 2, 1)
_MEN = ("Văn", "Hữu", "Đức", "Minh", "Quốc", "Thành", "Công", "Thanh")
_WOMEN = ("Thị", "Ngọc", "Kim", "Thị Mỹ", "Thị Thu", "Thanh", "Thị Bích", "Hoài")
_GIVEN_MEN = (
    *("An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Hiếu", "Hùng", "Khánh", "Lâm", "Lộc", "Nam", "Nghĩa", "Phúc"),
    *("Quang", "Sáu", "Sơn", "Tâm", "Thành", "Tiến", "Toàn", "Tư", "Út", "Vinh"),
)
_GIVEN_WOMEN = (
    *("Ánh", "Bảy", "Châu", "Diễm", "Dung", "Hạnh", "Hoa", "Hòa", "Hồng", "Hương", "Lan", "Liên", "Loan", "Mai", "Nga"),
    *("Nhung", "Oanh", "Phượng", "Thảo", "Thủy", "Trang", "Tuyết", "Vân", "Yến"),
)


@dataclass(frozen=True, slots=True)
class DemoHousehold:
    """Hộ hư cấu: the truth behind one line of the sample workbook; ``adults`` begins with the representative."""

    number: str
    khu_pho: str
    head: str
    representative: str
    adults: tuple[str, ...]
    house: str
    street: str
    phone: str | None
    residence: Residence
    members: int
    note: str | None = None

    @property
    def address(self) -> str:
        """House number and street in one text."""
        return f"{self.house} {self.street}"


@dataclass(frozen=True, slots=True)
class DemoKhuPho:
    """Khu phố hư cấu, with its households."""

    name: str
    households: tuple[DemoHousehold, ...]


# Khu phố 3 has the 300 households of the examples: 151 are needed.
SIZES = {"Khu phố 1": 412, "Khu phố 2": 236, "Khu phố 3": 300, "Khu phố 4": 184, "Khu phố 5": 448}


@lru_cache(maxsize=1)
def demo_ward() -> tuple[DemoKhuPho, ...]:
    """Dân cư của phường mẫu: the same people every time."""
    return tuple(_khu_pho(place, name, size) for place, (name, size) in enumerate(SIZES.items(), 1))


def _khu_pho(place: int, name: str, size: int) -> DemoKhuPho:
    chance = random.Random(_SEED + place)  # noqa: S311 - fiction, not a secret
    streets = [f"đường số {place * 4 + step}" for step in range(3)] + [f"hẻm {place * 10 + step}" for step in range(9)]
    houses: set[tuple[str, str]] = set()
    households = []
    for count in range(1, size + 1):
        house, street = _house(chance, streets)
        while (house, street) in houses:
            house, street = _house(chance, streets)
        houses.add((house, street))
        households.append(_household(chance, f"{place}-{count:03d}", name, house, street))
    return DemoKhuPho(name, tuple(households))


def _house(chance: random.Random, streets: list[str]) -> tuple[str, str]:
    street = chance.choice(streets)
    return (
        f"{chance.randint(1, 60)}/{chance.randint(1, 30)}" if "hẻm" in street else str(chance.randint(1, 240))
    ), street


def _household(chance: random.Random, number: str, khu_pho: str, house: str, street: str) -> DemoHousehold:
    family = chance.choices(_FAMILY, _WEIGHTS)[0]
    man = f"{family} {chance.choice(_MEN)} {chance.choice(_GIVEN_MEN)}"
    woman = f"{chance.choices(_FAMILY, _WEIGHTS)[0]} {chance.choice(_WOMEN)} {chance.choice(_GIVEN_WOMEN)}"
    alone = chance.random() < 0.15
    adults = [chance.choice((man, woman))] if alone else [man, woman]
    if not alone and chance.random() < 0.4:
        adults.append(f"{family} {chance.choice(_WOMEN)} {chance.choice(_GIVEN_WOMEN)}")
    head = adults[0]
    if not alone and chance.random() < 0.3:  # the representative is not always the head
        adults[0], adults[1] = adults[1], adults[0]
    return DemoHousehold(
        number=number,
        khu_pho=khu_pho,
        head=head,
        representative=adults[0],
        adults=tuple(adults),
        house=house,
        street=street,
        phone=f"030{chance.randint(0, 9_999_999):07d}" if chance.random() < 0.86 else None,
        residence=Residence.TEMPORARY if chance.random() < 0.22 else Residence.PERMANENT,
        members=len(adults) + (0 if alone else chance.choice((0, 1, 1, 2, 2, 3))),
        note=chance.choice(("người cao tuổi", "hộ kinh doanh", "hay vắng ban ngày"))
        if chance.random() < 0.08
        else None,
    )
