"""Phục hồi: from a backup into an empty folder and an empty database; everything is checked before anything is kept."""

from __future__ import annotations

import json
import os
import re
import shutil
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django_scopes import scopes_disabled

from danchu.foundation import journal
from danchu.foundation.access import actor as actors
from danchu.foundation.places.models import Ward
from danchu.law.acts import Act
from danchu.server import backup, database

RESTORED = "restored.json"
DEMONSTRATION = "demo.json"  # the settings show the banner by this file; its links are not in a backup
_PAPER = re.compile(rf"{backup.PAPERS}/\d+/[0-9a-f]{{2}}/[0-9a-f]{{64}}")


class NotABackup(Exception):
    """Tệp này không dùng được: ``args`` are the sentence in Vietnamese and in English."""


def is_empty() -> bool:
    """Whether nothing of a ward is here yet; keys may already be in their place."""
    files = Path(settings.DANCHU_FILES)
    return database.is_new() and not (files.is_dir() and any(files.iterdir()))


def read(source: Path) -> dict[str, Any]:
    """The manifest of a backup of a kind we know."""
    try:
        with tarfile.open(source, mode="r:") as archive:
            head = archive.next()
            content = archive.extractfile(head) if head is not None and head.name == backup.MANIFEST else None
            manifest = json.loads(content.read()) if content is not None else {}
    except (OSError, tarfile.TarError, ValueError) as problem:
        raise NotABackup(f"Không đọc được tệp: {problem}", f"The file cannot be read: {problem}") from None
    if manifest.get("format") != backup.FORMAT:
        raise NotABackup("Tệp này không phải bản sao lưu của Danchu.", "This file is not a backup of Danchu.")
    if manifest["database"] != connection.vendor:
        raise NotABackup(
            f"Bản sao lưu từ {manifest['database']}; ở đây đang đặt {connection.vendor} (DATABASE_URL).",
            f"The backup is of {manifest['database']}; here {connection.vendor} is set (DATABASE_URL).",
        )
    return dict(manifest)


def restore(source: Path, *, at: datetime, progress: backup.Progress | None = None) -> dict[str, Any]:
    """Unpack beside the data, compare every checksum, then put all in place and write it into each ward's journal."""
    manifest = read(source)
    data = Path(settings.DANCHU_DATA)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as folder:
        _unpack(source, manifest["members"], Path(folder), progress or backup.unseen)
        if manifest["demo"]:  # first, so that a demonstration never looks like a real ward
            (data / DEMONSTRATION).write_text('{"restored": true}', encoding="ascii")
        _take_database(Path(folder))
        papers = Path(folder) / backup.PAPERS
        if papers.is_dir():
            target = Path(settings.DANCHU_FILES)
            target.mkdir(parents=True, exist_ok=True, mode=0o700)
            for ward in papers.iterdir():
                _move_tree(ward, target / ward.name)
    note = {name: manifest[name] for name in ("made_at", "keys")}
    (data / RESTORED).write_text(json.dumps(note), encoding="utf-8")
    database.migrate()
    _write_history(manifest, backup.digest(source), at)
    return manifest


def _unpack(source: Path, members: dict[str, Any], folder: Path, progress: backup.Progress) -> None:
    """Only the members of the list, only under names a backup can have, only with the content that was packed."""
    allowed = {backup.SQLITE, backup.POSTGRESQL}
    seen = set()
    with tarfile.open(source, mode="r:") as archive:
        for entry in archive:
            if entry.name == backup.MANIFEST:
                continue
            if not entry.isreg() or not (entry.name in allowed or _PAPER.fullmatch(entry.name)):
                raise NotABackup(f"Tệp chứa thứ lạ: {entry.name}", f"The file holds something strange: {entry.name}")
            archive.extract(entry, folder, filter="data")
            if members.get(entry.name, {}).get("sha256") != backup.digest(folder / entry.name):
                raise NotABackup(f"Phần này đã hỏng: {entry.name}", f"This part is damaged: {entry.name}")
            seen.add(entry.name)
            progress(len(seen), len(members))
    if missing := members.keys() - seen:
        raise NotABackup(
            f"Tệp bị cụt, thiếu {len(missing)} phần.", f"The file is cut off; {len(missing)} parts are missing."
        )


def _take_database(folder: Path) -> None:
    if connection.vendor == "postgresql":
        name = settings.DATABASES["default"]["NAME"]
        words = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", f"--dbname={name}")
        backup.run_tool("pg_restore", *words, str(folder / backup.POSTGRESQL))
        return
    database.close()
    target = Path(settings.DATABASES["default"]["NAME"])
    for leaf in (target, target.with_name(f"{target.name}-wal"), target.with_name(f"{target.name}-shm")):
        leaf.unlink(missing_ok=True)  # an empty file that looking for tables has made
    with (folder / backup.SQLITE).open("rb+") as file:
        os.fsync(file.fileno())
    (folder / backup.SQLITE).rename(target)


def _move_tree(source: Path, target: Path) -> None:
    """The key folder may be a mount of its own; within the data folder a rename is enough and cannot stop half-way."""
    if target.exists():
        raise NotABackup(f"Thư mục {target} không trống.", f"The folder {target} is not empty.")
    try:
        source.rename(target)
    except OSError:  # DANCHU_FILES on another disk
        shutil.copytree(source, target)


def _write_history(manifest: dict[str, Any], sha256: str, at: datetime) -> None:
    """A restore is an act like any other: what was restored, and where the journal stood."""
    with scopes_disabled():
        for ward in Ward.objects.order_by("pk"):
            seq = manifest["journal"].get(str(ward.pk), {}).get("seq", 0)
            facts = {"made_at": manifest["made_at"], "sha256": sha256, "seq": seq}
            with transaction.atomic():
                journal.record(actors.system(ward.pk), Act.SYSTEM_BACKUP_RESTORE, "backup", facts, at)
