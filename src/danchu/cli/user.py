"""``danchu user``: tài khoản cán bộ. The one-time link is printed here; no mail server is needed."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

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
    say,
    the_ward,
    tr,
    use_data,
)
from danchu.cli.web import LOOPBACK, PORT, refuse_old_tables

if TYPE_CHECKING:
    from danchu.foundation.accounts.models import Staff
    from danchu.foundation.places.models import KhuPho, Ward


def register(subparsers: Any) -> None:
    """Add ``user`` and its three deeds to the command line."""
    text = tr("tạo, cấp lại, khóa tài khoản cán bộ", "create, reset or disable a staff account")
    user = subparsers.add_parser("user", help=text, description=text)
    deeds = user.add_subparsers(dest="deed", metavar=tr("VIỆC", "WHAT"), required=True, parser_class=Parser)
    create = _add(deeds, "create", "lập tài khoản và giao nhiệm vụ", "make an account and give it a mandate", _create)
    create.add_argument("--name", required=True, metavar=tr("HỌ_TÊN", "NAME"), help=tr("họ và tên", "full name"))
    create.add_argument("--honorific", default="", metavar="ông|bà", help=tr("cách xưng", "form of address"))
    create.add_argument("--phone", default="", metavar=tr("SỐ", "NUMBER"), help=tr("số để dân gọi", "contact number"))
    create.add_argument("--role", type=_role, metavar=tr("VAI_TRÒ", "ROLE"), help=_roles())
    create.add_argument("--khu-pho", metavar=tr("TÊN", "NAME"), help=tr("khu phố của vai trò", "the role's khu phố"))
    create.add_argument(
        "--from", dest="since", type=_day, metavar=tr("NGÀY", "DATE"), help=tr("từ ngày (hôm nay)", "from (today)")
    )
    create.add_argument("--paper", default="", metavar=tr("SỐ", "NUMBER"), help=tr("số quyết định", "the decision"))
    _add_url(create)
    _add_url(_add(deeds, "reset", "cấp lại đường dẫn đặt mật khẩu", "give a new link to set the password", _reset))
    _add(deeds, "disable", "khóa tài khoản", "disable an account", _disable)


def _add(deeds: Any, name: str, vi: str, en: str, handler: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = deeds.add_parser(name, help=tr(vi, en), description=tr(vi, en))
    parser.add_argument("username", metavar=tr("TÊN_ĐĂNG_NHẬP", "USERNAME"))
    add_data(parser)
    add_ward(parser)
    add_json(parser)
    parser.set_defaults(handler=run, deed_of=handler)
    return parser


def _add_url(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--url",
        metavar="https://…",
        help=tr("địa chỉ trang của phường, để in đường dẫn", "address of the ward's pages, for the printed link"),
    )


def _roles() -> str:
    from danchu.law.people import ROLE_LABELS

    return "; ".join(f"{role}: {tr(label.vi, label.en)}" for role, label in ROLE_LABELS.items())


def _role(text: str) -> str:
    from danchu.law.people import Role

    if text not in set(Role):
        raise argparse.ArgumentTypeError(
            tr(f"không có vai trò {text!r}; chọn: {_roles()}", f"no role {text!r}; choose: {_roles()}")
        )
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            tr(f"{text!r} không phải ngày dạng 2026-12-31", f"{text!r} is not a day such as 2026-12-31")
        ) from None


def run(arguments: argparse.Namespace) -> Exit:
    """Do the deed within the ward."""
    use_data(arguments.data)
    load_django()
    refuse_old_tables()
    from django_scopes import scope

    ward = the_ward(arguments.ward)
    with scope(ward=ward):
        return Exit(arguments.deed_of(arguments, ward))


def _create(arguments: argparse.Namespace, ward: Ward) -> Exit:
    from django.db import transaction

    from danchu.foundation import clock
    from danchu.foundation.access import actor as actors
    from danchu.foundation.access.services import grant_mandate
    from danchu.foundation.accounts.services.staff import create_staff
    from danchu.foundation.text import nfc
    from danchu.law.people import Role

    actor, at = actors.system(ward.pk), clock.now()
    community = _community(arguments.khu_pho) if arguments.khu_pho else None
    with transaction.atomic():
        staff, token = create_staff(
            actor,
            username=arguments.username,
            full_name=" ".join(nfc(arguments.name).split()),
            honorific=nfc(arguments.honorific),
            phone=arguments.phone,
            at=at,
        )
        if arguments.role:
            grant_mandate(
                actor,
                staff=staff,
                role=Role(arguments.role),
                khu_pho=community,
                valid_from=arguments.since or clock.day(at),
                paper=nfc(arguments.paper),
                at=at,
            )
    return _show_link(arguments, ward, staff, token)


def _reset(arguments: argparse.Namespace, ward: Ward) -> Exit:
    from danchu.foundation import clock
    from danchu.foundation.access import actor as actors
    from danchu.foundation.accounts.services.staff import reset_staff

    staff = _staff(arguments.username, ward)
    token = reset_staff(actors.system(ward.pk), staff=staff, at=clock.now())
    return _show_link(arguments, ward, staff, token)


def _disable(arguments: argparse.Namespace, ward: Ward) -> Exit:
    from danchu.foundation import clock
    from danchu.foundation.access import actor as actors
    from danchu.foundation.accounts.services.staff import disable_staff

    staff = _staff(arguments.username, ward)
    disable_staff(actors.system(ward.pk), staff=staff, at=clock.now())
    if arguments.json:
        print_json({"username": staff.username, "active": False})
    else:
        result(f"Đã khóa tài khoản {staff.username}.", f"The account {staff.username} is disabled.")
    return Exit.OK


def _staff(username: str, ward: Ward) -> Staff:
    from django.db.models import Q

    from danchu.foundation.accounts.models import Staff

    found = Staff.objects.filter(Q(ward=ward) | Q(ward=None), username__iexact=username).first()
    if found is None:
        raise CommandRefused(f"Không có tài khoản {username}.", f"There is no account {username}.", code="user.none")
    return found


def _community(name: str) -> KhuPho:
    from danchu.foundation.places.models import KhuPho
    from danchu.foundation.text import fold

    rows = list(KhuPho.objects.filter(valid_to=None))
    for row in rows:
        if fold(name) in (fold(row.name), row.slug):
            return row
    names = ", ".join(row.name for row in rows)
    raise CommandRefused(
        f"Không có {name}. Chọn: {names}.", f"There is no {name}. Choose: {names}.", code="khu_pho.none"
    )


def _show_link(arguments: argparse.Namespace, ward: Ward, staff: Staff, token: str) -> Exit:
    from django.conf import settings
    from django.urls import reverse

    from danchu.foundation.accounts.services.staff import LINK_LASTS
    from danchu.foundation.places.models import Ward as Wards

    base = arguments.url or next(iter(settings.CSRF_TRUSTED_ORIGINS), f"http://{LOOPBACK}:{PORT}")
    inside = f"/w/{ward.slug}" if not ward.host and Wards.objects.count() > 1 else ""
    link = f"{base.rstrip('/')}{inside}{reverse('one-time-link', args=[token])}"
    if arguments.json:
        print_json({"username": staff.username, "link": link, "days": LINK_LASTS.days})
        return Exit.OK
    result(link, link)
    say(
        f"Đường dẫn này chỉ dùng một lần, trong {LINK_LASTS.days} ngày; đưa tận tay {staff}.",
        f"This link works once, within {LINK_LASTS.days} days; hand it to {staff} in person.",
    )
    return Exit.OK
