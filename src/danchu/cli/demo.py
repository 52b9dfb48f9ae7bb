"""``danchu demo``: mở phường mẫu. Builds it at the first start, serves it, and prints the ways in."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import socket
import sys
import webbrowser
from pathlib import Path
from typing import Any

from danchu.cli.common import CommandRefused, Exit, Parser, add_data, load_django, result, say, tr, use_data
from danchu.cli.serve import refuse_busy, serve
from danchu.cli.web import PORT, port_number
from danchu.demo import store
from danchu.demo.store import Kept

EVERYWHERE = "0.0.0.0"  # noqa: S104 - a demonstration is for the phones in the room too
_SHOWN = 11  # people whose links are printed; the page of ways in has them all


def register(subparsers: Any) -> None:
    """Add ``demo`` to the command line."""
    text = tr("mở phường mẫu với người hư cấu", "start the demonstration ward, with fictional people")
    parser: Parser = subparsers.add_parser(
        "demo",
        help=text,
        description=text,
        epilog=tr(
            "Điện thoại cùng mạng vào được; chỉ mở cho máy này thì dùng --host 127.0.0.1.",
            "Phones on the same network can enter; --host 127.0.0.1 keeps it to this machine.",
        ),
    )
    add_data(parser)
    parser.add_argument(
        "--host",
        metavar=tr("ĐỊA_CHỈ", "ADDRESS"),
        default=EVERYWHERE,
        help=tr("địa chỉ lắng nghe (mặc định: mọi máy cùng mạng)", "address to listen on (default: the whole network)"),
    )
    parser.add_argument("--port", type=port_number, default=PORT, metavar="N", help=tr("cổng", "port") + f" ({PORT})")
    parser.add_argument(
        "--no-browser", action="store_true", help=tr("không tự mở trình duyệt", "do not open a browser")
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--rebuild", action="store_true", help=tr("dựng lại phường mẫu từ đầu", "build the demonstration ward anew")
    )
    which.add_argument(
        "--keep", action="store_true", help=tr("giữ phường mẫu đang có, không hỏi", "keep the one there is, do not ask")
    )
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Build or find the ward, then serve it until stopped."""
    folder = _folder(arguments.data)
    if store.is_real(folder):
        raise CommandRefused(
            f"{folder} là dữ liệu của một phường thật; phường mẫu cần thư mục khác: --data.",
            f"{folder} holds a real ward; the demonstration needs another folder: --data.",
            code="demo.real",
        )
    refuse_busy(arguments.host, arguments.port)
    kept = store.read(folder)
    if kept is None or arguments.rebuild or (not arguments.keep and _wants_new(kept)):
        store.clear(folder)
        kept = None
    _settle_environment(folder, arguments.host)
    load_django()
    kept = _brought_up_to_date(kept) or _built(folder)

    def tell() -> None:
        _print_ways_in(kept, arguments.host, arguments.port)
        if not arguments.no_browser:
            _open_browser(_address("127.0.0.1", arguments.port) + _start(kept))

    return serve(arguments.host, arguments.port, ready=tell)


def _folder(given: Path | None) -> Path:
    """A folder of its own, beside and never inside that of a real ward."""
    if given is None and (named := os.environ.get("DANCHU_DATA")):
        given = Path(named)
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return (given or home / "danchu-demo").expanduser().resolve()


def _settle_environment(folder: Path, host: str) -> None:
    """Everything of the demonstration lies in its folder, whatever is set for a real ward on this machine."""
    for name in ("DATABASE_URL", "DATABASE_URL_FILE", "DANCHU_KEYS", "DANCHU_FILES"):
        os.environ.pop(name, None)
    use_data(folder)
    if host not in ("127.0.0.1", "localhost", "::1"):
        os.environ["DANCHU_LAN"] = "1"


def _wants_new(kept: Kept) -> bool:
    """After seven days its running votes are over: offer a fresh one to the person at the terminal."""
    from danchu.demo import is_old
    from danchu.foundation import clock

    if not is_old(kept.made_at, clock.now()) or not sys.stdin.isatty():
        return False
    question = tr(
        "Phường mẫu đã quá bảy ngày, các cuộc biểu quyết đã hết hạn. Dựng lại từ đầu? [C/k] ",
        "The demonstration ward is more than seven days old and its votes are over. Build it anew? [Y/n] ",
    )
    return input(question).strip().lower() in ("", "c", "có", "co", "y", "yes")


def _brought_up_to_date(kept: Kept | None) -> Kept | None:
    """The ward that is there, with the tables of this version; None when it has to be built."""
    if kept is None:
        return None
    from danchu.server import database

    if database.is_new() or database.unknown_migrations():
        say(
            "Phường mẫu này không hợp với bản phần mềm; đang dựng lại.",
            "This ward does not fit the program; rebuilding.",
        )
        database.close()
        return None
    if database.pending_migrations():
        database.migrate()
    database.close()
    return kept


def _built(folder: Path) -> Kept:
    """Make the tables and the ward, with a progress bar."""
    from tqdm import tqdm

    from danchu.demo.build import STEPS, build
    from danchu.foundation import clock
    from danchu.server import database

    store.clear(folder)
    say("Đang dựng phường mẫu, chỉ lần đầu mới lâu.", "Building the demonstration ward; only the first time is long.")
    database.migrate()
    at = clock.now()
    with tqdm(total=STEPS, desc=tr("Phường mẫu", "Ward"), unit="", file=sys.stderr, mininterval=0.5) as bar:
        built = build(at, bar.update)
    database.close()
    return store.keep(folder, built, at=at)


# --- what is printed ----------------------------------------------------------------------------------------------
def _print_ways_in(kept: Kept, host: str, port: int) -> None:
    here = _address("127.0.0.1" if host == EVERYWHERE else host, port)
    result(f"\n{kept.ward} (phường mẫu): {here}/", f"\n{kept.ward} (demonstration): {here}/")
    near = _lan_address() if host == EVERYWHERE else None
    if near:
        there = _address(near, port)
        result(
            f"Điện thoại cùng mạng: {there}/ hoặc quét mã này:",
            f"Phones on the same network: {there}/ or scan this:",
        )
        print(_qr(there + _start(kept)), flush=True)
    result(f"Mọi lối vào trên một trang: {here}{_start(kept)}", f"All ways in on one page: {here}{_start(kept)}")
    result("\nBiểu quyết ngay bằng thẻ của hộ:", "\nVote at once with a household's card:")
    for one in kept.households[:2]:
        print(f"  {one['who']}, {one['what']}\n    {here}{one['path']}")
    result("\nVào bằng một chạm, theo vai:", "\nOne-tap log-in, by role:")
    for one in kept.staff[:_SHOWN]:
        print(f"  {one['what']}: {one['who']}\n    {here}{one['path']}")
    result("\nDừng: Ctrl+C.", "\nStop: Ctrl+C.")


def _start(kept: Kept) -> str:
    return f"/xem-thu/{kept.start}/"


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _lan_address() -> str | None:
    """The address other devices reach us by. Nothing is sent: a datagram socket only asks the routing table."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))
        found = str(probe.getsockname()[0])
        return None if found.startswith("127.") else found
    return None


def _qr(text: str) -> str:
    """A QR of half-height blocks, small enough for a terminal."""
    import segno

    out = io.StringIO()
    segno.make(text, error="l", micro=False).terminal(out=out, compact=True)
    return out.getvalue()


def _open_browser(address: str) -> None:
    """Only where there is a screen: elsewhere a text browser would take over the terminal."""
    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        webbrowser.open(address)
