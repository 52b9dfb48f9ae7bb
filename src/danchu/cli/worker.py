"""``danchu worker``: chạy việc nền. Does queued jobs, and every minute a tick."""

from __future__ import annotations

import argparse
from typing import Any

from danchu.cli.common import Exit, Parser, add_data, load_django, tr, use_data
from danchu.cli.family import stop_with_parent
from danchu.cli.web import refuse_old_tables


def register(subparsers: Any) -> None:
    """Add ``worker`` to the command line."""
    text = tr("chỉ chạy việc nền", "run the background work only")
    parser: Parser = subparsers.add_parser("worker", help=text, description=text)
    add_data(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Work until stopped; the job in hand is finished first."""
    use_data(arguments.data)
    load_django()
    refuse_old_tables()
    from danchu.server.work import work

    stop_with_parent()
    work()
    return Exit.OK
