"""``danchu restore``: phục hồi từ tệp sao lưu; only where nothing is, and followed by the doctor."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from danchu.cli.backup import Bar
from danchu.cli.common import CommandRefused, Exit, Parser, add_data, add_json, load_django, say, tr, use_data


def register(subparsers: Any) -> None:
    """Add ``restore`` to the command line."""
    text = tr("phục hồi từ tệp sao lưu", "restore from a backup file")
    parser: Parser = subparsers.add_parser(
        "restore",
        help=text,
        description=text,
        epilog=tr(
            "Chỉ phục hồi vào nơi còn trống. Khóa của máy cũ: chép vào thư mục khóa, hoặc dùng --keys.",
            "Only into an empty folder or database. Keys of the old machine: copy them, or name them with --keys.",
        ),
    )
    parser.add_argument("file", type=Path, metavar=tr("TỆP.tar", "FILE.tar"))
    parser.add_argument(
        "--keys",
        type=Path,
        metavar=tr("THƯ_MỤC", "DIR"),
        help=tr("thư mục khóa của máy cũ, được chép vào", "key folder of the old machine; it is copied"),
    )
    add_data(parser)
    add_json(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Restore, then examine; ends with the doctor's code."""
    use_data(arguments.data)
    if arguments.keys is not None:
        _take_keys(arguments.keys.expanduser())
    load_django()
    from danchu.cli import doctor
    from danchu.foundation import clock
    from danchu.server import backup, restore

    if not restore.is_empty():
        raise CommandRefused(
            "Nơi này đã có dữ liệu; chỉ phục hồi vào thư mục và cơ sở dữ liệu còn trống.",
            "There is data here; a restore needs an empty folder and an empty database.",
            code="restore.not_empty",
        )
    try:
        manifest = restore.restore(arguments.file.expanduser(), at=clock.now(), progress=Bar())
    except restore.NotABackup as problem:
        raise CommandRefused(*problem.args, code="restore.file") from None
    except (backup.BackupFailed, OSError) as problem:
        raise CommandRefused(
            f"Chưa phục hồi được: {problem}", f"The restore did not succeed: {problem}", code="restore.failed"
        ) from None
    say(f"Đã phục hồi bản sao lưu lúc {manifest['made_at']}.", f"Restored the backup made at {manifest['made_at']}.")
    return doctor.tell(chain=True, as_json=arguments.json)


def _take_keys(source: Path) -> None:
    """Copy the key files into the key folder of this service, never over one that is there.

    The key ``django`` signs sessions only, which no backup holds; every start makes it, so it may be replaced.
    """
    import os
    import shutil

    from danchu.server import env

    if not any(source.glob("*.key")):
        raise CommandRefused(f"Không có khóa trong {source}.", f"There are no keys in {source}.", code="restore.keys")
    data = env.folder("DANCHU_DATA", Path.home() / ".local" / "share" / "danchu")
    target = env.folder("DANCHU_KEYS", data / "keys")
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    for key in source.glob("*.key"):
        copy = target / key.name
        if key.stem != "django" and copy.exists() and copy.read_bytes() != key.read_bytes():
            raise CommandRefused(f"Đã có khóa khác: {copy}", f"Another key is there: {copy}", code="restore.keys")
        shutil.copyfile(key, copy)
        os.chmod(copy, 0o600)  # noqa: PTH101 - as the key module makes them
