"""``danchu roll import``: nhập danh sách hộ vào cơ sở dữ liệu, after the same dry run; all of it or nothing."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from danchu.cli.common import CommandRefused, Exit, load_django, print_json, result, say, the_ward, tr, use_data
from danchu.cli.roll import columns, print_found, print_report, progress_bar, refused
from danchu.cli.web import refuse_old_tables
from danchu.foundation.people.rollbook import ColumnMap, RollFileError, read_book

if TYPE_CHECKING:
    from danchu.foundation.places.models import KhuPho, Ward


def run(arguments: argparse.Namespace) -> Exit:
    """Check, show, ask, save."""
    use_data(arguments.data)
    load_django()
    refuse_old_tables()
    from django_scopes import scope

    from danchu.law.answers import Refused
    from danchu.law.words import remedy, sentence

    ward = the_ward(arguments.ward)
    try:
        with scope(ward=ward):
            return _import(arguments, ward)
    except RollFileError as error:
        raise refused(error) from error
    except Refused as answer:
        vi, en = (f"{sentence(answer.refusal, lang)} {remedy(answer.refusal, lang)}" for lang in ("vi", "en"))
        raise CommandRefused(vi, en, code=answer.refusal.code) from answer


def _import(arguments: argparse.Namespace, ward: Ward) -> Exit:
    from danchu.foundation import clock
    from danchu.foundation.access import actor as actors
    from danchu.foundation.people.queries_roll import remembered_columns
    from danchu.foundation.people.services import roll_import

    khu_pho = _khu_pho(arguments.khu_pho) if arguments.khu_pho else None
    by_hand = {**remembered_columns(ward.pk).choices, **columns(arguments.column).choices}
    with progress_bar(tr("Đọc tệp", "Reading")) as bar:
        book = read_book(arguments.file, filename=arguments.file.name, mapping=ColumnMap(by_hand), progress=bar.update)
    choices = roll_import.Choices(take_hidden=arguments.hidden)
    at, seen = clock.now(), None
    if not arguments.yes:
        report = roll_import.preview(book, ward_id=ward.pk, khu_pho=khu_pho, choices=choices, at=at)
        print_report(report)
        if not _agreed():
            say("Chưa lưu gì. Thêm --yes để lưu.", "Nothing is saved. Add --yes to save.")
            return Exit.FOUND
        seen = roll_import.fingerprint(report)
    done = roll_import.import_households(
        actors.system(ward.pk), ward_id=ward.pk, khu_pho=khu_pho, book=book, choices=choices, seen=seen, at=at
    )
    if arguments.json:
        print_json({"created": done.created, "changed": done.changed, "report": done.report.to_json()})
    else:
        print_found(done.report)
        result(
            f"Đã lưu: thêm {done.created} hộ, sửa {done.changed} hộ.",
            f"Saved: {done.created} households added, {done.changed} changed.",
        )
    return Exit.FOUND if done.report.needs_someone else Exit.OK


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    say("Lưu danh sách này? Gõ y rồi Enter.", "Save this list? Type y and Enter.")
    return sys.stdin.readline().strip().lower() == "y"


def _khu_pho(name: str) -> KhuPho:
    from danchu.foundation.people.rollbook.places import PlaceFinder, Places
    from danchu.foundation.places.models import KhuPho

    present: dict[str, Any] = {one.name: one for one in KhuPho.objects.filter(valid_to=None)}
    found = PlaceFinder(Places(tuple(present))).named(name)
    if found is None:
        raise CommandRefused(
            f"Không có khu phố “{name}” trong phường.", f"There is no khu phố “{name}” in this ward.", code="khu_pho"
        )
    return present[found]
