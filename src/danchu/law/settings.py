"""Thiết lập có ngày tháng: what the law leaves open or we are unsure of, for the ward to choose and record.

The ward's choices are dated rows elsewhere; functions of ``danchu.law`` take the choices of the day as a mapping.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis, WardSetting
from danchu.law.rules import RULE_VERSION, rules_at


@dataclass(frozen=True, slots=True)
class Setting:
    """Một thiết lập: its choices (or bounds of a whole number), the default, and why the law does not settle it."""

    key: str
    default: Any
    values: tuple[Any, ...]
    low: int | None
    high: int | None
    basis: Basis
    related: tuple[Article, ...]
    why_vi: str
    why_en: str

    def admits(self, value: Any) -> bool:
        """Whether the ward may choose this value; None only where it is the default (not yet chosen)."""
        if self.low is not None and self.high is not None:
            return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high
        if value is None:
            return self.default is None
        return any(type(value) is type(choice) and value == choice for choice in self.values)


def settings_at(version: str = RULE_VERSION) -> dict[str, Setting]:
    """Mọi thiết lập của một bản quy định; ``related`` are the articles that come nearest, never the basis."""
    book = rules_at(version)
    return {
        key: Setting(
            key=key,
            default=data["default"],
            values=tuple(data.get("values", ())),
            low=data.get("low"),
            high=data.get("high"),
            basis=WardSetting(key),
            related=book.rule(data["row"]).articles if "row" in data else (),
            why_vi=data["why_vi"],
            why_en=data["why_en"],
        )
        for key, data in book.settings.items()
    }


SETTINGS = settings_at()


def may_set(key: str, value: Any, *, version: str = RULE_VERSION) -> Answer:
    """Được chọn giá trị này không. Refusals: ``settings.unknown``, ``settings.value``."""
    setting = settings_at(version).get(key)
    if setting is None:
        return Refusal("settings.unknown", WardSetting(key), {"setting": key})
    if not setting.admits(value):
        return Refusal("settings.value", setting.basis, {"setting": key, "given": str(value)})
    return Allowed(setting.basis)


def setting(key: str, chosen: Mapping[str, Any] | None = None, *, version: str = RULE_VERSION) -> Any:
    """Giá trị đang dùng: the ward's choice, else the default. Raises ``ValueError`` for a choice not admitted."""
    known = settings_at(version)[key]
    if chosen is None or key not in chosen:
        return known.default
    if not known.admits(chosen[key]):
        raise ValueError(f"{key}: not a lawful choice: {chosen[key]!r}")
    return chosen[key]
