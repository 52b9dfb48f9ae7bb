"""Sao lưu: one tar with the database, the papers and a list of checksums; consistent while ballots arrive.

Keys never go into it: without the key folder, kept apart, nobody reads phones or log-in secrets out of a backup.
Sessions stay out as well: a copy of the database lets nobody in.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from danchu import __version__
from danchu.foundation import clock, keys
from danchu.foundation.journal.models import Head

FORMAT = 1
MANIFEST = "manifest.json"
SQLITE = "danchu.sqlite3"
POSTGRESQL = "danchu.pgdump"
PAPERS = "files"
BLOCK = 1 << 20

Progress = Callable[[int, int], None]


def unseen(_done: int, _total: int) -> None:
    """Nobody watches."""


class BackupFailed(Exception):
    """Chưa sao lưu được: what the tool of the database said."""


def write(target: Path, *, at: datetime, progress: Progress | None = None) -> dict[str, Any]:
    """Write the backup and return its manifest; the file appears under its name only when it is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as folder:
        members = [_database(Path(folder)), *_papers()]
        manifest = describe(at)
        manifest["members"] = {name: {"size": path.stat().st_size, "sha256": digest(path)} for name, path in members}
        try:
            with draft.open("xb") as file:
                _pack(file, manifest, members, progress or unseen)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    return manifest


def _pack(file: Any, manifest: dict[str, Any], members: list[tuple[str, Path]], progress: Progress) -> None:
    with tarfile.open(fileobj=file, mode="w") as archive:
        text = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size, head.mode = len(text), 0o600
        archive.addfile(head, io.BytesIO(text))
        for done, (name, path) in enumerate(members, 1):
            entry = tarfile.TarInfo(name)  # neither owner nor time: they say nothing about the content
            entry.size, entry.mode = path.stat().st_size, 0o600
            with path.open("rb") as source:
                archive.addfile(entry, source)
            progress(done, len(members))


def describe(at: datetime) -> dict[str, Any]:
    """What the reader of a backup needs to know, without anybody's name in it."""
    return {
        "format": FORMAT,
        "danchu": __version__,
        "made_at": at.isoformat(),
        "database": connection.vendor,
        "demo": settings.DANCHU_DEMO,
        "keys": fingerprints(),
        "journal": {str(head.pk): {"seq": head.seq, "hash": head.hash} for head in Head.objects.all()},
        "migrations": sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()),
    }


def fingerprints() -> dict[str, str]:
    """Which keys this service uses, by a hash that gives nothing of them away."""
    return {
        path.stem: hashlib.sha256(b"danchu key " + keys.read_or_make(settings.DANCHU_KEYS, path.stem)).hexdigest()[:16]
        for path in sorted(Path(settings.DANCHU_KEYS).glob("*.key"))
    }


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def before_upgrade() -> Path:
    """A backup beside the data, before the tables change."""
    at = clock.now()
    path = Path(settings.DANCHU_DATA) / "backups" / f"truoc-nang-cap-{at:%Y%m%d-%H%M%S}.tar"
    write(path, at=at)
    return path


# --- the two databases -------------------------------------------------------------------------------------------
def _database(folder: Path) -> tuple[str, Path]:
    if connection.vendor == "sqlite":
        return SQLITE, _sqlite(folder / SQLITE)
    return POSTGRESQL, _postgresql(folder / POSTGRESQL)


def _sqlite(copy: Path) -> Path:
    """A snapshot in one read transaction, packed: what was purged is not in it either."""
    with contextlib.closing(sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=30)) as source:
        source.execute("VACUUM INTO ?", [str(copy)])
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as snapshot:
        snapshot.execute(f'DELETE FROM "{Session._meta.db_table}"')  # noqa: S608 - a table of Django's
        snapshot.execute("VACUUM")
    return copy


def _postgresql(copy: Path) -> Path:
    """pg_dump takes one snapshot too."""
    run_tool(
        "pg_dump",
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        f"--exclude-table-data={Session._meta.db_table}",
        f"--file={copy}",
    )
    return copy


def run_tool(name: str, *words: str) -> None:
    """Run a program of PostgreSQL on our database; the password goes by the environment, never by the command line."""
    program = shutil.which(name)
    if program is None:
        raise BackupFailed(f"{name}: chưa cài gói postgresql-client / the package postgresql-client is missing")
    own = settings.DATABASES["default"]
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    env = os.environ | {variable: str(own[name]) for variable, name in names.items() if own.get(name)}
    command = [program, "--no-password", *words]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        raise BackupFailed(done.stderr.strip())


def _papers() -> Iterator[tuple[str, Path]]:
    """Every stored paper. They are written before the row that names them and never change, so none is missing."""
    root = Path(settings.DANCHU_FILES)
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix == "":  # a suffix marks a draft still being written
            yield f"{PAPERS}/{path.relative_to(root).as_posix()}", path
