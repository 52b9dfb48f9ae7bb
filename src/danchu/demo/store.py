"""Thư mục của phường mẫu: what tells it from a real ward's folder, and the ways in that are kept there.

``demo.json`` marks the folder: the settings show the banner by it, ``danchu init`` refuses it. It holds secrets (links
that log in), so nobody but its owner may read it. Loads no Django.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from danchu.demo.build import Built

NAME = "demo.json"
_DATABASE = "danchu.sqlite3"


@dataclass(frozen=True, slots=True)
class Kept:
    """Phường mẫu đã có: when it was made, and the ways in; ``start`` is the secret of the page that lists them."""

    made_at: datetime
    start: str
    ward: str
    households: list[dict[str, str]]
    staff: list[dict[str, str]]


def is_real(folder: Path) -> bool:
    """Whether a ward's own data lies here: never to be touched by a demonstration."""
    return (folder / _DATABASE).exists() and not (folder / NAME).exists()


def read(folder: Path) -> Kept | None:
    """The demonstration ward of this folder; None if there is none, or if its building was interrupted."""
    try:
        found: dict[str, Any] = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return Kept(
            datetime.fromisoformat(found["made_at"]), found["start"], found["ward"], found["households"], found["staff"]
        )
    except (FileNotFoundError, KeyError, ValueError):
        return None


def clear(folder: Path) -> None:
    """Make room for a new one: the mark first, so that whatever stops us leaves no folder that looks real."""
    if is_real(folder):
        raise ValueError(f"{folder} holds a real ward")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(folder, {"building": True})
    for name in (_DATABASE, f"{_DATABASE}-wal", f"{_DATABASE}-shm"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "files", ignore_errors=True)


def keep(folder: Path, built: Built, *, at: datetime) -> Kept:
    """Write down the ways in, now that the ward is whole."""
    kept = Kept(
        made_at=at,
        start=secrets.token_urlsafe(16),
        ward=built.ward,
        households=[asdict(one) for one in built.households],
        staff=[asdict(one) for one in built.staff],
    )
    _write(folder, {**asdict(kept), "made_at": at.isoformat()})
    return kept


def _write(folder: Path, content: dict[str, Any]) -> None:
    draft = folder / f".{NAME}.{os.getpid()}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / NAME)
