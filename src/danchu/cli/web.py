"""``danchu web``: chạy trang web. gunicorn where processes can fork, waitress elsewhere."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from danchu.cli.common import CommandRefused, Exit, Parser, add_data, load_django, tr, use_data
from danchu.cli.family import stop_with_parent

LOOPBACK = "127.0.0.1"
PORT = 8000


def add_address(parser: argparse.ArgumentParser) -> None:
    """Add ``--host``, ``--port`` and ``--lan``: nobody else can reach the pages unless told."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--host",
        metavar=tr("ĐỊA_CHỈ", "ADDRESS"),
        default=LOOPBACK,
        help=tr("địa chỉ lắng nghe (mặc định: chỉ máy này)", "address to listen on (default: this machine only)"),
    )
    where.add_argument(
        "--lan",
        action="store_true",
        help=tr("cho điện thoại cùng mạng vào", "let phones on the same network in"),
    )
    parser.add_argument("--port", type=port_number, default=PORT, metavar="N", help=tr("cổng", "port") + f" ({PORT})")


def port_number(text: str) -> int:
    """A port a service may listen on."""
    if text.isdecimal() and 1 <= int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(tr("cổng là số từ 1 đến 65535", "a port is a number from 1 to 65535"))


def use_address(arguments: argparse.Namespace) -> str:
    """Tell the settings which addresses are ours, and return the one to listen on."""
    if arguments.lan:
        os.environ["DANCHU_LAN"] = "1"
        return "0.0.0.0"  # noqa: S104 - asked for
    if arguments.host not in (LOOPBACK, "0.0.0.0", "::") and not os.environ.get("DANCHU_HOSTS"):  # noqa: S104
        os.environ["DANCHU_HOSTS"] = f"{arguments.host},{LOOPBACK},localhost"
    return str(arguments.host)


def register(subparsers: Any) -> None:
    """Add ``web`` to the command line."""
    text = tr("chỉ chạy trang web", "run the web pages only")
    parser: Parser = subparsers.add_parser("web", help=text, description=text)
    add_data(parser)
    add_address(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Serve until stopped."""
    use_data(arguments.data)
    host = use_address(arguments)
    load_django()
    refuse_old_tables()
    _make_static_folder()
    stop_with_parent()
    if hasattr(os, "fork"):
        _gunicorn(host, arguments.port)
    else:
        _waitress(host, arguments.port)
    return Exit.OK


def refuse_old_tables() -> None:
    """Refuse to run on a database that is not what this version of the program expects."""
    from danchu.server.database import pending_migrations

    if pending_migrations():
        raise CommandRefused(
            "Cơ sở dữ liệu chưa đúng với bản phần mềm này. Chạy: danchu init (lần đầu), hoặc danchu serve.",
            "The database is not what this version expects. Run: danchu init (the first time), or danchu serve.",
            code="database.old",
        )


def _make_static_folder() -> None:
    from django.conf import settings

    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


def _gunicorn(host: str, port: int) -> None:
    """Two processes of four threads by default; what it logs goes through the filter that blots out secrets."""
    from django.core.handlers.wsgi import WSGIHandler
    from gunicorn.app.base import BaseApplication
    from gunicorn.glogging import Logger

    from danchu.server import env
    from danchu.server.wsgi import application

    class PlainLogger(Logger):  # type: ignore[misc]
        """Its own handlers would print addresses with card tokens in them; ours do not."""

        def setup(self, cfg: Any) -> None:
            self.loglevel = cfg.loglevel
            for logger in (self.error_log, self.access_log):
                logger.handlers = []
                logger.propagate = True
            self.error_log.setLevel("WARNING")
            self.access_log.setLevel("CRITICAL")

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            settings = {
                "bind": address,
                "workers": env.number("DANCHU_WEB_WORKERS", 2),
                "threads": env.number("DANCHU_WEB_THREADS", 4),
                "worker_class": "gthread",
                "timeout": 60,
                "graceful_timeout": 20,
                "logger_class": PlainLogger,
                "proc_name": "danchu-web",
                "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108 - memory, no disk
                "control_socket_disable": True,
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> WSGIHandler:
            return application

    Server().run()


def _waitress(host: str, port: int) -> None:
    from waitress import serve

    from danchu.server import env
    from danchu.server.wsgi import application

    serve(application, host=host, port=port, threads=env.number("DANCHU_WEB_THREADS", 8), ident=None)
