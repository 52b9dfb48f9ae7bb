"""``danchu init``: lập một phường mới, chưa có dữ liệu."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any

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

KINDS = ("phuong", "xa", "dac_khu")


def register(subparsers: Any) -> None:
    """Add ``init`` to the command line."""
    text = tr("lập một phường mới, chưa có dữ liệu", "set up a new, empty ward")
    parser: Parser = subparsers.add_parser(
        "init",
        help=text,
        description=text,
        epilog=tr(
            "Thiếu thông tin nào, lệnh hỏi tại chỗ. Chạy lại ở thư mục đã có phường thì chỉ nâng cấp bảng dữ liệu.",
            "What is missing is asked. Where a ward is already set up, only its tables are brought up to date.",
        ),
    )
    add_data(parser)
    parser.add_argument("--name", metavar=tr("TÊN", "NAME"), help=tr("tên phường: Thới Hòa", "the ward's name"))
    parser.add_argument("--slug", metavar="thoi-hoa", help=tr("tên trong địa chỉ trang", "its name in addresses"))
    parser.add_argument("--province", metavar=tr("TỈNH", "PROVINCE"), help=tr("tỉnh, thành phố", "province or city"))
    parser.add_argument("--kind", choices=KINDS, default="phuong", help=tr("loại đơn vị", "kind of unit"))
    parser.add_argument(
        "--label", default="khu phố", help=tr("cách gọi: khu phố, ấp, thôn…", "what communities are called")
    )
    parser.add_argument(
        "--khu-pho",
        action="append",
        metavar=tr("TÊN", "NAME"),
        help=tr("tên một khu phố; ghi nhiều lần, hoặc ghi số khu phố", "a khu phố; repeat, or give how many there are"),
    )
    add_json(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Make the tables, then the ward."""
    use_data(arguments.data)
    load_django()
    from django.conf import settings

    from danchu.foundation import clock
    from danchu.foundation.places.models import Ward
    from danchu.foundation.places.services import create_ward
    from danchu.foundation.text import slugify_vi
    from danchu.server import database

    if settings.DANCHU_DEMO:
        raise CommandRefused(
            f"{settings.DANCHU_DATA} là dữ liệu phường mẫu; hãy chọn thư mục khác bằng --data.",
            f"{settings.DANCHU_DATA} holds the demonstration ward; choose another folder with --data.",
            code="init.demo",
        )
    fresh = database.is_new() or not _has_ward()
    if fresh:
        name = _asked(arguments.name, "--name", "Tên phường (thí dụ: Thới Hòa): ", "Name of the ward: ")
        slug = arguments.slug or slugify_vi(name)
        province = _asked(arguments.province, "--province", "Tỉnh, thành phố: ", "Province or city: ")
        communities = _communities(arguments)
        _require_slug(slug)
    database.migrate()
    if not fresh:
        say("Phường đã có; bảng dữ liệu đã đúng bản phần mềm này.", "The ward exists; its tables are up to date.")
        ward = Ward.objects.order_by("pk")[0]
    else:
        ward = create_ward(
            name=name,
            slug=slug,
            kind=arguments.kind,
            province=province,
            communities=communities,
            label=arguments.label,
            at=clock.now(),
        )
    if arguments.json:
        print_json({"ward": ward.slug, "name": ward.full_name, "created": fresh, "data": settings.DANCHU_DATA})
    elif fresh:
        result(
            f"Đã lập {ward} với {len(communities)} {ward.community_label} tại {settings.DANCHU_DATA}.",
            f"Set up {ward} with {len(communities)} communities in {settings.DANCHU_DATA}.",
        )
        say(
            "Việc tiếp theo: danchu user create, rồi danchu serve. Giữ thư mục khóa ở nơi khác với bản sao lưu.",
            "Next: danchu user create, then danchu serve. Keep the key folder apart from the backups.",
        )
    return Exit.OK


def _has_ward() -> bool:
    from django.db import connection

    from danchu.foundation.places.models import Ward

    return Ward._meta.db_table in connection.introspection.table_names() and Ward.objects.exists()


def _asked(given: str | None, option: str, vi: str, en: str) -> str:
    """The value given on the line, else asked of the person at the terminal."""
    if given is None and sys.stdin.isatty():
        given = input(tr(vi, en))
    if not given or not given.strip():
        raise CommandRefused(f"Còn thiếu {option}.", f"{option} is missing.", code="usage")
    from danchu.foundation.text import nfc

    return " ".join(nfc(given).split())


def _communities(arguments: argparse.Namespace) -> list[str]:
    from danchu.foundation.text import nfc

    given = [" ".join(nfc(name).split()) for name in arguments.khu_pho or []]
    if not given:
        label = arguments.label
        answer = _asked(None, "--khu-pho", f"Có mấy {label}: ", f"How many {label}: ")
        given = [answer]
    if len(given) == 1 and given[0].isdecimal():
        count = int(given[0])
        label = arguments.label
        given = [f"{label[:1].upper()}{label[1:]} {number}" for number in range(1, count + 1)]
    if not 1 <= len(given) <= 200 or len(set(given)) != len(given):
        raise CommandRefused(
            "Cần từ 1 đến 200 khu phố, tên không trùng nhau.",
            "1 to 200 communities with different names.",
            code="usage",
        )
    return given


def _require_slug(slug: str) -> None:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise CommandRefused(
            f"--slug chỉ dùng chữ thường không dấu, số và gạch nối: {slug!r}",
            f"--slug takes small letters without marks, digits and hyphens: {slug!r}",
            code="usage",
        )
