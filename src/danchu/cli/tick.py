"""``danchu tick``: một lượt việc đến hạn, for a timer of the machine where no worker runs its own minute loop."""

from __future__ import annotations

import argparse
from typing import Any

from danchu.cli.common import Exit, Parser, add_data, add_json, load_django, print_json, result, tr, use_data
from danchu.cli.web import refuse_old_tables


def register(subparsers: Any) -> None:
    """Add ``tick`` to the command line."""
    text = tr("làm một lượt các việc đến hạn", "do once whatever has become due")
    parser: Parser = subparsers.add_parser("tick", help=text, description=text)
    add_data(parser)
    add_json(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Put everything due into the queue, whenever the last tick was."""
    use_data(arguments.data)
    load_django()
    refuse_old_tables()
    from danchu.server.work import tick_now

    queued = tick_now(force=True)
    if arguments.json:
        print_json({"queued": queued})
    else:
        result(f"Đã đưa {queued} việc vào hàng.", f"{queued} jobs were queued.")
    return Exit.OK
