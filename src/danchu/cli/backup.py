"""``danchu backup``: sao lưu vào một tệp; while the service runs, and while ballots arrive."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from tqdm import tqdm

from danchu.cli.common import (
    CommandRefused,
    Exit,
    Parser,
    add_data,
    add_json,
    load_django,
    print_json,
    result,
    say,
    tr,
    use_data,
)
from danchu.cli.web import refuse_old_tables


class Bar:
    """Thanh tiến độ: shown only to a person at a terminal."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` parts are finished."""
        if self._bar is None:
            self._bar = tqdm(total=total, unit=tr(" tệp", " files"), disable=None, leave=False)
        self._bar.update(done - self._bar.n)
        if done == total:
            self._bar.close()


def register(subparsers: Any) -> None:
    """Add ``backup`` to the command line."""
    text = tr("sao lưu vào một tệp", "write a backup into one file")
    parser: Parser = subparsers.add_parser(
        "backup",
        help=text,
        description=text,
        epilog=tr(
            "Tệp không chứa khóa: hãy giữ thư mục khóa (DANCHU_KEYS) ở một nơi khác, cũng cần để phục hồi.",
            "The file holds no keys: keep the key folder (DANCHU_KEYS) in another place; a restore needs it too.",
        ),
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar=tr("TỆP.tar", "FILE.tar"), help=tr("ghi vào đâu", "where to write")
    )
    add_data(parser)
    add_json(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Write the file, or refuse one that is already there."""
    use_data(arguments.data)
    load_django()
    refuse_old_tables()
    from django.conf import settings

    from danchu.foundation import clock
    from danchu.server import backup

    at = clock.now()
    default = Path(settings.DANCHU_DATA) / "backups" / f"danchu-{at:%Y%m%d-%H%M%S}.tar"
    target = (arguments.file or default).expanduser().resolve()
    if target.exists():
        raise CommandRefused(f"Đã có tệp {target}.", f"The file {target} exists.", code="backup.exists")
    try:
        manifest = backup.write(target, at=at, progress=Bar())
    except (backup.BackupFailed, OSError) as problem:
        raise CommandRefused(
            f"Chưa sao lưu được: {problem}", f"The backup was not written: {problem}", code="backup.failed"
        ) from None
    if arguments.json:
        summary = {"parts": len(manifest["members"]), "size": target.stat().st_size, "made_at": manifest["made_at"]}
        print_json({"file": target, **summary, "sha256": backup.digest(target)})
    else:
        result(str(target), str(target))
        say(
            f"Đã sao lưu {len(manifest['members'])} phần. Tệp không chứa khóa; khóa ở {settings.DANCHU_KEYS}.",
            f"Saved {len(manifest['members'])} parts. The file holds no keys; they are in {settings.DANCHU_KEYS}.",
        )
    return Exit.OK
