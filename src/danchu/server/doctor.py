"""Kiểm tra hệ thống: is this service safe to vote on? Every check is a question with a sentence for its answer."""

from __future__ import annotations

import json
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain as one_after_another
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.db.models import Count, Q
from django_scopes import scopes_disabled

from danchu.channels import voice
from danchu.channels.models import Rendition
from danchu.foundation import clock
from danchu.foundation.accounts.models import Card
from danchu.foundation.jobs.models import Heartbeat
from danchu.foundation.journal import services as journal
from danchu.foundation.journal import triggers
from danchu.foundation.journal.models import Head
from danchu.foundation.places.models import Ward
from danchu.server import backup, database
from danchu.server.restore import RESTORED
from danchu.server.wiring import INVARIANTS

OLDEST_SQLITE = (3, 37, 0)
OLDEST_POSTGRESQL = 150000
LEAST_FREE = 1 << 30
BUILT = datetime(2026, 11, 1, tzinfo=UTC)  # a clock before the program was written is wrong
# Files locked over these may be written by two machines at once, and WAL needs memory shared by all who write.
REMOTE = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "fuse.sshfs", "fuse.glusterfs", "afs"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Kết quả một mục kiểm tra: whether it is in order, and one sentence in each language."""

    name: str
    ok: bool
    vi: str
    en: str


Check = Callable[[], Iterator[Finding]]


def examine(*, chain: bool = False) -> list[Finding]:
    """Every finding, in a fixed order; ``chain`` reads the whole journal of every ward, which takes time."""
    findings = list(_tables())
    if not all(finding.ok for finding in findings):
        return findings  # the others would only say that tables are missing
    checks: list[Check] = [_settings, _engine, _triggers, _journal_heads, _place, _clock, _keys, _voice]
    checks += [_rest, _invariants]
    with scopes_disabled():
        for check in [*checks, *([_chain] if chain else [])]:
            findings += check()
    return findings


def effective() -> dict[str, Any]:
    """The settings that differ between deployments, as this process sees them; no secret among them."""
    own = settings.DATABASES["default"]
    return {
        "DANCHU_DATA": str(settings.DANCHU_DATA),
        "DANCHU_FILES": str(settings.DANCHU_FILES),
        "DANCHU_KEYS": str(settings.DANCHU_KEYS),
        "DANCHU_DEMO": settings.DANCHU_DEMO,
        "DANCHU_DEBUG": settings.DEBUG,
        "DANCHU_HOSTS": settings.ALLOWED_HOSTS,
        "DANCHU_HTTPS": settings.DANCHU_HTTPS,
        "DATABASE_URL": f"{connection.vendor}: {own['HOST'] or ''}{'/' if own['HOST'] else ''}{own['NAME']}",
        "Python": ".".join(map(str, sys.version_info[:3])),
    }


def _tables() -> Iterator[Finding]:
    pending, unknown = database.pending_migrations(), database.unknown_migrations()
    yield Finding(
        "migrations",
        not pending and not unknown,
        f"Bảng dữ liệu: {len(pending)} bước chưa làm, {len(unknown)} bước lạ.",
        f"Tables: {len(pending)} steps to do, {len(unknown)} steps unknown to this version.",
    )


def _settings() -> Iterator[Finding]:
    on = "DANCHU_DEBUG=1" if settings.DEBUG else ""
    yield Finding(
        "settings",
        not settings.DEBUG,
        f"Chế độ gỡ lỗi: {on or 'tắt'}.",
        f"Debugging: {on or 'off'}.",
    )


def _engine() -> Iterator[Finding]:
    with connection.cursor() as cursor:

        def ask(sql: str) -> Any:
            cursor.execute(sql)
            row = cursor.fetchone()
            return row[0] if row else None

        if connection.vendor == "sqlite":
            version = tuple(map(int, str(ask("SELECT sqlite_version()")).split(".")))
            mode, sync = ask("PRAGMA journal_mode"), ask("PRAGMA synchronous")
            whole, loose = ask("PRAGMA quick_check"), ask("PRAGMA foreign_key_check")
            ok = version >= OLDEST_SQLITE and mode == "wal" and sync == 2 and whole == "ok" and loose is None
            shown = f"SQLite {'.'.join(map(str, version))}, {mode}, synchronous={sync}, quick_check={whole}"
        else:
            number = int(ask("SHOW server_version_num"))
            sync, fsync = ask("SHOW synchronous_commit"), ask("SHOW fsync")
            ok = number >= OLDEST_POSTGRESQL and sync == "on" and fsync == "on"
            shown = f"PostgreSQL {number // 10000}.{number % 10000}, synchronous_commit={sync}, fsync={fsync}"
    yield Finding("database", ok, f"Cơ sở dữ liệu: {shown}.", f"Database: {shown}.")


def _triggers() -> Iterator[Finding]:
    ok = triggers.present(connection)
    yield Finding(
        "journal.locked",
        ok,
        "Nhật ký đã khóa, không sửa và không xóa được." if ok else "Nhật ký chưa khóa. Chạy: danchu init",
        "The journal is locked against change." if ok else "The journal is not locked. Run: danchu init",
    )


def _journal_heads() -> Iterator[Finding]:
    for head in Head.objects.select_related("ward").order_by("pk"):
        last = journal.Entry.objects.filter(ward_id=head.pk).order_by("-seq").first()
        ok = (last.seq, last.hash) == (head.seq, head.hash) if last else head.seq == 0
        yield Finding(
            f"journal.head:{head.ward.slug}",
            ok,
            f"Nhật ký {head.ward}: {head.seq} dòng, dòng cuối {'khớp' if ok else 'không khớp'}.",
            f"Journal of {head.ward}: {head.seq} rows, the last one {'matches' if ok else 'does not match'}.",
        )


def _chain() -> Iterator[Finding]:
    for ward in Ward.objects.order_by("pk"):
        faults = [f"{fault.seq} ({fault.what})" for fault in journal.faults(ward.pk)]
        shown = ", ".join(faults[:5])
        yield Finding(
            f"journal.chain:{ward.slug}",
            not faults,
            f"Chuỗi nhật ký {ward}: " + (f"{len(faults)} chỗ hỏng: {shown}." if faults else "nguyên vẹn."),
            f"Journal chain of {ward}: " + (f"{len(faults)} faults: {shown}." if faults else "whole."),
        )


def _place() -> Iterator[Finding]:
    data = Path(settings.DANCHU_DATA)
    kind = filesystem(data, Path("/proc/self/mounts"))
    yield Finding(
        "disk.local",
        kind not in REMOTE,
        f"Ổ đĩa của dữ liệu: {kind or 'không rõ'}."
        + (" Hãy chuyển sang ổ của chính máy này." if kind in REMOTE else ""),
        f"The data's disk: {kind or 'not known'}." + (" Move it to a disk of this machine." if kind in REMOTE else ""),
    )
    free = shutil.disk_usage(data).free
    yield Finding(
        "disk.free",
        free >= LEAST_FREE,
        f"Còn trống {free >> 20} MB; cần ít nhất {LEAST_FREE >> 20} MB.",
        f"{free >> 20} MB free; at least {LEAST_FREE >> 20} MB are needed.",
    )


def filesystem(path: Path, mounts: Path) -> str:
    """The kind of file system a path lies on, from the kernel's list of mounts; empty where there is none."""
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, name, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if path.resolve().is_relative_to(point) and len(point) >= len(best):
            best, kind = point, name
    return kind


def _clock() -> Iterator[Finding]:
    at = clock.now()
    newest = Head.objects.aggregate(newest=models.Max("recorded_at"))["newest"]
    ok = at >= BUILT and (newest is None or at >= newest)
    shown = f"{clock.local(at):%Y-%m-%d %H:%M:%S}"
    yield Finding(
        "clock",
        ok,
        f"Giờ máy: {shown}" + ("." if ok else ", chạy sau nhật ký hoặc sai năm. Hãy chỉnh giờ."),
        f"Clock: {shown}" + ("." if ok else ", behind the journal or in a wrong year. Set it right."),
    )


def _keys() -> Iterator[Finding]:
    folder = Path(settings.DANCHU_KEYS)
    open_ = [path.name for path in [folder, *folder.glob("*.key")] if stat.S_IMODE(path.stat().st_mode) & 0o077]
    yield Finding(
        "keys.private",
        not open_,
        "Khóa máy chủ chỉ tài khoản chạy phần mềm đọc được."
        if not open_
        else f"Người khác đọc được: {', '.join(open_)}.",
        "Only the service's account can read its keys." if not open_ else f"Others can read: {', '.join(open_)}.",
    )
    note = Path(settings.DANCHU_DATA) / RESTORED
    if note.exists():
        wanted = json.loads(note.read_text(encoding="utf-8"))["keys"]
        other = sorted(
            name for name, mark in wanted.items() if name != "django" and backup.fingerprints().get(name) != mark
        )
        yield Finding(
            "keys.restored",
            not other,
            "Khóa đúng với dữ liệu đã phục hồi."
            if not other
            else f"Thiếu khóa của máy cũ ({', '.join(other)}): chép thư mục khóa vào {folder} rồi chạy lại.",
            "The keys belong to the restored data."
            if not other
            else f"Keys of the old machine are missing ({', '.join(other)}): copy them to {folder}, then restart.",
        )


def _rest() -> Iterator[Finding]:
    """Told, never judged: a service that is stopped has no heartbeat, and that is no fault."""
    at = clock.now()
    ages = {beat.name: round((at - beat.at).total_seconds()) for beat in Heartbeat.objects.order_by("name")}
    shown = ", ".join(f"{name} {age} s" for name, age in ages.items())
    yield Finding(
        "heartbeat", True, f"Nhịp gần nhất: {shown or 'chưa chạy'}.", f"Last heartbeat: {shown or 'has not run yet'}."
    )


def _voice() -> Iterator[Finding]:
    """Told: without a voice pages have no recording and everything else goes on."""
    lacking = ", ".join(voice.missing())
    given_up = Rendition.objects.filter(state=Rendition.State.FAILED).count()
    missing_vi = f"Thiếu chương trình {lacking}: trang không có bản nghe. Cài gói espeak-ng và lame."
    missing_en = f"Missing: {lacking}. Pages have no recording. Install the packages espeak-ng and lame."
    yield Finding(
        "voice",
        not given_up,
        missing_vi if lacking else f"Giọng đọc: {voice.command()[0]}; {given_up} bản nghe không làm được.",
        missing_en if lacking else f"Voice: {voice.command()[0]}; {given_up} recordings could not be made.",
    )


def _invariants() -> Iterator[Finding]:
    """What must hold for the stored rows whatever the program did."""
    own = ((name, rows.count()) for name, rows in invariants().items())
    for name, count in one_after_another(own, *(room() for room in INVARIANTS)):
        yield Finding(
            f"rows.{name}",
            count == 0,
            f"Dữ liệu ({name}): {count} dòng sai.",
            f"Rows ({name}): {count} wrong.",
        )


def invariants() -> dict[str, models.QuerySet[Any]]:
    """Questions whose answer must be "none"."""
    return {
        "ward_of_card": Card.objects.exclude(household__ward=models.F("ward")),
        "living_cards": Card.objects.filter(ended_at=None)
        .values("household")
        .annotate(living=Count("pk", filter=Q(ended_at=None)))
        .filter(living__gt=1),
    }
