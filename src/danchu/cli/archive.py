"""``danchu archive``: lưu tệp kết quả của một cuộc biểu quyết kín, as far as it has grown, for any judge."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from danchu.cli.common import (
    CommandRefused,
    Exit,
    Parser,
    add_data,
    add_json,
    add_ward,
    load_django,
    print_json,
    result,
    the_ward,
    tr,
    use_data,
)


def register(subparsers: Any) -> None:
    """Add ``archive`` to the command line."""
    text = tr("lưu tệp kết quả của một cuộc biểu quyết kín", "save the archive of a secret vote")
    parser: Parser = subparsers.add_parser("archive", help=text, description=text)
    parser.add_argument(
        "vote",
        metavar=tr("CUỘC_BIỂU_QUYẾT", "VOTE"),
        help=tr("tên trong địa chỉ trang của nó", "its name in the address of its page"),
    )
    parser.add_argument(
        "--out", metavar=tr("TỆP", "FILE"), type=Path, required=True, help=tr("tệp .bel sẽ ghi", ".bel file to write")
    )
    add_data(parser)
    add_ward(parser)
    add_json(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Write the file; what was there under that name is replaced only by a whole one."""
    use_data(arguments.data)
    load_django()
    from django_scopes import scope, scopes_disabled

    from danchu.rooms.voting import queries

    with scopes_disabled():
        ward = the_ward(arguments.ward)
    with scope(ward=ward):
        box = queries.box_at(arguments.vote)
        if box is None:
            raise CommandRefused(
                f"Không có tệp kết quả của cuộc biểu quyết {arguments.vote}: chưa mở, hoặc không phải biểu quyết kín.",
                f"There is no archive of the vote {arguments.vote}: it has not opened, or it is not secret.",
                code="archive.none",
            )
        draft = arguments.out.with_name(f".{arguments.out.name}.part")
        try:
            with draft.open("wb") as file:
                file.writelines(queries.archive(box))
            draft.replace(arguments.out)
        except OSError as problem:
            draft.unlink(missing_ok=True)
            raise CommandRefused(
                f"Không ghi được {arguments.out}: {problem.strerror}.",
                f"{arguments.out} cannot be written: {problem.strerror}.",
                code="archive.write",
            ) from None
    if arguments.json:
        print_json({"file": arguments.out, "uuid": box.uuid, "head": box.head, "ballots": queries.ballots_in(box)})
    else:
        result(f"Đã ghi {arguments.out}. Mã cuối: {box.head}", f"Written to {arguments.out}. Last hash: {box.head}")
    return Exit.OK
