"""``danchu serve``: chạy trang web và việc nền, as two children that live and end together."""

from __future__ import annotations

import argparse
import http.client
import signal
import socket
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from danchu.cli import family
from danchu.cli.common import CommandRefused, Exit, Parser, add_data, load_django, say, tr, use_data
from danchu.cli.web import add_address, use_address

READY_WITHIN = 60.0


def register(subparsers: Any) -> None:
    """Add ``serve`` to the command line."""
    text = tr("chạy cả trang web và việc nền", "run the web pages and the background work together")
    parser: Parser = subparsers.add_parser("serve", help=text, description=text)
    add_data(parser)
    add_address(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Bring the tables up to date, after a backup, and serve until stopped."""
    use_data(arguments.data)
    host = use_address(arguments)
    load_django()
    _bring_up_to_date()

    def tell() -> None:
        shown = "127.0.0.1" if arguments.lan else host
        say(f"Đã sẵn sàng: http://{shown}:{arguments.port}/", f"Ready: http://{shown}:{arguments.port}/")

    return serve(host, arguments.port, ready=tell)


def _bring_up_to_date() -> None:
    from danchu.server import database
    from danchu.server.backup import before_upgrade

    if database.is_new():
        raise CommandRefused(
            "Thư mục này chưa có phường. Chạy: danchu init",
            "There is no ward here yet. Run: danchu init",
            code="ward.none",
        )
    if database.unknown_migrations():
        raise CommandRefused(
            "Dữ liệu thuộc bản phần mềm mới hơn. Hãy dùng bản mới, hoặc phục hồi bản sao lưu trước khi nâng cấp.",
            "The data belongs to a newer version. Use that version, or restore the backup made before the upgrade.",
            code="database.newer",
        )
    if database.pending_migrations():
        path = before_upgrade()
        say(f"Đã sao lưu vào {path}. Đang nâng cấp dữ liệu.", f"Saved a backup in {path}. Upgrading the data.")
        database.migrate()
    database.close()


def serve(host: str, port: int, *, ready: Callable[[], None]) -> Exit:
    """Start both children, call ``ready`` when the pages answer, and stay until one ends or we are told to stop.

    A child that ends by itself is an accident: it is said, and the other is stopped; nothing is restarted unseen.
    """
    refuse_busy(host, port)
    children = {
        "web": family.start("web", "--host", host, "--port", str(port)),
        "worker": family.start("worker"),
    }
    _stop_on_sigterm()
    try:
        _wait_until_ready(host, port, children["web"])
        if children["web"].poll() is None:
            ready()
        while all(child.poll() is None for child in children.values()):
            time.sleep(0.3)
        ended = next(name for name, child in children.items() if child.poll() is not None)
        say(
            f"Phần {ended} đã tự dừng (mã {children[ended].returncode}); dừng cả hai.",
            f"The part {ended} ended by itself (code {children[ended].returncode}); stopping both.",
        )
        return Exit.ACCIDENT
    except Stopped:
        return Exit.OK
    finally:
        family.stop(list(children.values()))


class Stopped(Exception):
    """Được yêu cầu dừng: by Ctrl+C or by the service manager."""


def _stop_on_sigterm() -> None:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise Stopped

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


def refuse_busy(host: str, port: int) -> None:
    """Say plainly that the port is taken, before anything is started."""
    family_ = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family_) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise CommandRefused(
                f"Không dùng được cổng {port}: {problem.strerror}. Chọn cổng khác bằng --port.",
                f"Port {port} cannot be used: {problem.strerror}. Choose another with --port.",
                code="port.busy",
            ) from None


def _wait_until_ready(host: str, port: int, web: Any) -> None:
    """Return when the pages answer, when the web part has ended, or when it has taken too long."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - where to knock, not to listen
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and web.poll() is None:
        connection = http.client.HTTPConnection(near, port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
