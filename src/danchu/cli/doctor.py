"""``danchu doctor``: kiểm tra hệ thống. Ends with 3 when something is not in order."""

from __future__ import annotations

import argparse
from typing import Any

from danchu.cli.common import Exit, Parser, add_data, add_json, load_django, print_json, result, say, tr, use_data


def register(subparsers: Any) -> None:
    """Add ``doctor`` to the command line."""
    text = tr("kiểm tra hệ thống và nhật ký", "check the system and its journal")
    parser: Parser = subparsers.add_parser("doctor", help=text, description=text)
    parser.add_argument(
        "--chain", action="store_true", help=tr("đọc lại toàn bộ nhật ký", "read the whole journal again")
    )
    parser.add_argument(
        "--confirm-clock",
        action="store_true",
        help=tr(
            "đã xem và xác nhận giờ máy đúng, để các việc có thời hạn chạy tiếp",
            "you looked at the clock and it is right: legal acts go on",
        ),
    )
    add_data(parser)
    add_json(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> Exit:
    """Examine and tell."""
    use_data(arguments.data)
    load_django()
    if arguments.confirm_clock:
        _confirm_clock()
    return tell(chain=arguments.chain, as_json=arguments.json)


def tell(*, chain: bool, as_json: bool) -> Exit:
    """Print every finding; ``FOUND`` when one is not in order."""
    from danchu.server import doctor

    findings = doctor.examine(chain=chain)
    well = all(finding.ok for finding in findings)
    if as_json:
        checks = [{"name": one.name, "ok": one.ok, "message_vi": one.vi, "message_en": one.en} for one in findings]
        print_json({"ok": well, "checks": checks, "settings": doctor.effective()})
        return Exit.OK if well else Exit.FOUND
    for name, value in doctor.effective().items():
        result(f"       {name} = {value}", f"       {name} = {value}")
    for one in findings:
        mark = tr("  ổn ", "  ok ") if one.ok else tr(" CHƯA", "  NOT")
        result(f"{mark}  {one.vi}", f"{mark}  {one.en}")
    bad = sum(not one.ok for one in findings)
    if well:
        say("Mọi mục đều ổn.", "Everything is in order.")
    else:
        say(f"Có {bad} mục chưa ổn.", f"{bad} points are not in order.")
    return Exit.OK if well else Exit.FOUND


def _confirm_clock() -> None:
    from django.db import transaction
    from django_scopes import scopes_disabled

    from danchu.foundation import clock
    from danchu.foundation.access import actor as actors
    from danchu.foundation.journal.services import confirm_clock
    from danchu.foundation.places.models import Ward

    with scopes_disabled(), transaction.atomic():
        for ward in Ward.objects.order_by("pk"):
            confirm_clock(actors.system(ward.pk), at=clock.now())
    say("Đã ghi xác nhận giờ máy.", "The confirmation of the clock is recorded.")
