"""Lệnh ``danchu``: the root of the command line.

Each command is a module that is imported only when it is called, so ``danchu law`` answers without Django and
``danchu --help`` without anything. Exit codes: 0 done, 1 an accident, 2 the input was refused, 3 a check found
something that is not in order, 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from danchu import __version__
from danchu.cli.common import (
    LANGUAGES,
    CommandRefused,
    Exit,
    Parser,
    language_of_environment,
    of_law,
    print_json,
    say,
    set_language,
    tr,
)
from danchu.law.answers import Refused


class Command(NamedTuple):
    """Một lệnh con: its module in this package and one line of help."""

    module: str
    vi: str
    en: str


COMMANDS: dict[str, Command] = {
    "demo": Command("demo", "mở phường mẫu với người hư cấu", "start the demonstration ward, with fictional people"),
    "init": Command("init", "lập một phường mới, chưa có dữ liệu", "set up a new, empty ward"),
    "user": Command("user", "tạo, cấp lại, khóa tài khoản cán bộ", "create, reset or disable a staff account"),
    "serve": Command("serve", "chạy cả trang web và việc nền", "run the web pages and the background work together"),
    "web": Command("web", "chỉ chạy trang web", "run the web pages only"),
    "worker": Command("worker", "chỉ chạy việc nền", "run the background work only"),
    "tick": Command("tick", "làm một lượt các việc đến hạn", "do once whatever has become due"),
    "roll": Command("roll", "kiểm tra, nhập danh sách hộ", "check or import a list of households"),
    "law": Command("law", "hỏi luật: kết quả, hình thức, thời hạn", "ask the law: outcome, forms, deadlines"),
    "archive": Command("archive", "lưu tệp kết quả của một cuộc biểu quyết kín", "save the archive of a secret vote"),
    "verify": Command("verify", "đếm lại một cuộc biểu quyết kín từ tệp của nó", "recount a secret vote from its file"),
    "backup": Command("backup", "sao lưu vào một tệp", "write a backup into one file"),
    "restore": Command("restore", "phục hồi từ tệp sao lưu", "restore from a backup file"),
    "doctor": Command("doctor", "kiểm tra hệ thống và nhật ký", "check the system and its journal"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    language, words = _take_language(words)
    set_language(language or language_of_environment())
    try:
        if language not in (None, *LANGUAGES):
            raise CommandRefused(
                "Ngôn ngữ: --lang vi hoặc --lang en.", "Language: --lang vi or --lang en.", code="usage"
            )
        return int(_run(words))
    except CommandRefused as refused:
        return _refused(refused, as_json="--json" in words)
    except Refused as refused:
        return _refused(of_law(refused.refusal), as_json="--json" in words)
    except KeyboardInterrupt:
        say("Đã dừng.", "Stopped.")
        return Exit.INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, e.g. ``| head``
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.ACCIDENT
    except Exception as accident:  # the last place that can turn an accident into a sentence
        if os.environ.get("DANCHU_DEBUG"):
            raise
        return _accident(accident, as_json="--json" in words)


def _refused(refused: CommandRefused, *, as_json: bool) -> Exit:
    if as_json:
        print_json(refused.as_json())
    say(refused.vi, refused.en)
    return Exit.REFUSED


def _accident(accident: Exception, *, as_json: bool) -> Exit:
    name = type(accident).__name__
    if as_json:
        print_json(CommandRefused(f"Trục trặc: {name}", f"Accident: {name}", code="accident").as_json())
    say(
        f"Có trục trặc nên chưa làm xong: {name}: {accident}. Đặt DANCHU_DEBUG=1 rồi chạy lại để xem chi tiết.",
        f"An accident stopped the command: {name}: {accident}. Set DANCHU_DEBUG=1 and run again for details.",
    )
    return Exit.ACCIDENT


def _run(words: list[str]) -> int:
    parser = Parser(
        prog="danchu",
        description=tr(
            "Danchu: thực hiện dân chủ ở cơ sở tại phường và khu phố.",
            "Danchu: grassroots democracy in a ward and its neighbourhoods.",
        ),
        epilog=tr(
            "Mã kết thúc: 0 xong; 1 trục trặc; 2 không nhận đầu vào; 3 kiểm tra thấy có điều chưa ổn; 130 đã dừng.",
            "Exit codes: 0 done; 1 an accident; 2 the input was refused; 3 a check found something; 130 stopped.",
        ),
    )
    parser.add_argument("--version", action="version", version=f"danchu {__version__}", help=tr("phiên bản", "version"))
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        help=tr("ngôn ngữ hiển thị (mặc định: vi)", "language (default: that of the machine, else Vietnamese)"),
    )
    subparsers = parser.add_subparsers(
        dest="command", metavar=tr("LỆNH", "COMMAND"), title=tr("các lệnh", "commands"), required=True
    )
    wanted = next((word for word in words if not word.startswith("-")), None)
    for name, command in COMMANDS.items():
        if name == wanted:
            import_module(f"danchu.cli.{command.module}").register(subparsers)
        else:
            subparsers.add_parser(name, help=tr(command.vi, command.en), add_help=False)
    if not words:
        parser.print_help()
        return Exit.REFUSED
    arguments = parser.parse_args(words)
    return int(arguments.handler(arguments))


def _take_language(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Split ``--lang vi|en`` from the line: it may stand anywhere, and help needs it before the line is parsed."""
    chosen: str | None = None
    kept: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--lang" or word.startswith("--lang="):
            asked = word.partition("=")[2] or next(rest, "")
            chosen = asked if asked in LANGUAGES else chosen
        else:
            kept.append(word)
    return chosen, kept
