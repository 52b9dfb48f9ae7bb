"""Biến môi trường: typed readers for settings from the environment; ``NAME_FILE`` reads a secret from a file."""

from __future__ import annotations

import os
from pathlib import Path


class BadSetting(ValueError):
    """Thiết lập chưa đúng: an environment variable has a value that cannot be used."""


def text(name: str, default: str | None = None) -> str:
    """The variable's text, or the content of the file named by ``NAME_FILE``; without a default it must be set."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    value = os.environ.get(name, default)
    if value is None:
        raise BadSetting(f"{name}: chưa đặt / not set")
    return value


def flag(name: str, default: bool = False) -> bool:
    """A yes or no: 1/0, true/false, yes/no, on/off."""
    raw = os.environ.get(name)
    if raw is None or raw == "":
        return default
    if raw.lower() in {"1", "true", "yes", "on"}:
        return True
    if raw.lower() in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name}={raw!r}: dùng 1 hoặc 0 / use 1 or 0")


def number(name: str, default: int) -> int:
    """A whole number."""
    raw = os.environ.get(name, "")
    if not raw:
        return default
    try:
        return int(raw)
    except ValueError:
        raise BadSetting(f"{name}={raw!r}: phải là số nguyên / must be a whole number") from None


def choice(name: str, choices: tuple[str, ...]) -> str:
    """One of the choices; the first where it is not set."""
    value = os.environ.get(name, "") or choices[0]
    if value not in choices:
        raise BadSetting(f"{name}={value!r}: dùng {', '.join(choices)} / use {', '.join(choices)}")
    return value


def names(name: str) -> list[str]:
    """A comma-separated list; empty when not set."""
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder, absolute; ``~`` is expanded."""
    return Path(os.environ.get(name) or default).expanduser().resolve()
