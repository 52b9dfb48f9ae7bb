"""Đọc thiết lập của phường: the values in force on a day, and how they came about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from danchu.foundation.places.labels import TITLES, choosable, shown, why
from danchu.foundation.places.models import SettingValue
from danchu.law.basis import Article
from danchu.law.settings import Setting


@dataclass(frozen=True, slots=True)
class SettingRow:
    """Một thiết lập: what holds on the day, since when and why; later values that wait; all that was set."""

    setting: Setting
    value: Any
    since: SettingValue | None
    coming: tuple[SettingValue, ...]
    ever: tuple[SettingValue, ...]

    @property
    def key(self) -> str:
        """Its key."""
        return self.setting.key

    @property
    def title(self) -> str:
        """Its name for readers."""
        return str(TITLES[self.setting.key])

    @property
    def shown(self) -> str:
        """The value in words."""
        return shown(self.setting.key, self.value)

    @property
    def why(self) -> str:
        """Why the law leaves it to the ward."""
        return why(self.setting)

    @property
    def related(self) -> tuple[Article, ...]:
        """Articles that come nearest."""
        return self.setting.related

    @property
    def waiting(self) -> list[tuple[SettingValue, str]]:
        """Values that begin later, with their words."""
        return [(one, shown(self.setting.key, one.value)) for one in self.coming]

    @property
    def history(self) -> list[tuple[SettingValue, str]]:
        """Every value set, the newest first, with its words."""
        return [(one, shown(self.setting.key, one.value)) for one in self.ever]


def setting_rows(ward_id: int, day: date) -> list[SettingRow]:
    """Các thiết lập phường chọn được. One query."""
    rows: dict[str, list[SettingValue]] = {}
    for one in SettingValue.objects.filter(ward_id=ward_id).order_by("-valid_from", "-set_at"):
        rows.setdefault(one.key, []).append(one)
    return [_row(setting, rows.get(setting.key, []), day) for setting in choosable()]


def _row(setting: Setting, values: list[SettingValue], day: date) -> SettingRow:
    since = next((one for one in values if one.valid_from <= day), None)
    coming = tuple(one for one in values if one.valid_from > day)
    return SettingRow(setting, setting.default if since is None else since.value, since, coming, tuple(values))
