"""``danchu roll``: danh sách hộ. Check a file before anyone imports it, import it, write the template.

Only the import touches the database; the others do not load Django.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from tqdm import tqdm

from danchu.cli.common import (
    CommandRefused,
    Exit,
    Parser,
    add_data,
    add_json,
    add_ward,
    language,
    print_json,
    result,
    tr,
)
from danchu.foundation.people.rollbook import (
    Book,
    ColumnMap,
    Field,
    Places,
    Report,
    RollFileError,
    check,
    read_book,
)
from danchu.foundation.people.rollbook.data.template import template_workbook
from danchu.foundation.people.rollbook.words import sentence

_SHOWN = 20


def register(subparsers: Any) -> None:
    """Add ``roll`` and what it can do to the command line."""
    text = tr("kiểm tra, nhập danh sách hộ", "check or import a list of households")
    roll = subparsers.add_parser("roll", help=text, description=text)
    deeds = roll.add_subparsers(dest="deed", metavar=tr("VIỆC", "WHAT"), required=True, parser_class=Parser)
    _register_check(deeds)
    _register_import(deeds)
    _register_template(deeds)


def _register_check(deeds: Any) -> None:
    text = tr("xem thử một tệp danh sách hộ, không lưu gì", "try out a household list; nothing is saved")
    parser: argparse.ArgumentParser = deeds.add_parser(
        "check",
        help=text,
        description=text,
        epilog=tr(
            "Mã kết thúc: 0 nhận được mọi dòng; 3 có dòng phải sửa hoặc phải chọn; 2 không nhận tệp.",
            "Exit codes: 0 every row can be taken; 3 some rows need a person; 2 the file is refused.",
        ),
    )
    _add_file(parser)
    add_json(parser)
    parser.set_defaults(handler=_check)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=tr("TỆP", "FILE"), type=Path, help=tr("tệp .xlsx hoặc .csv", "XLSX or CSV"))
    parser.add_argument(
        "--khu-pho",
        metavar=tr("TÊN", "NAME"),
        help=tr("danh sách này là của khu phố nào", "the khu phố this list is for"),
    )
    parser.add_argument(
        "--hidden",
        action="store_true",
        help=tr("nhận cả các dòng đang ẩn", "take hidden rows too"),
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar=tr("CỘT=NGHĨA", "HEADING=FIELD"),
        help=tr(
            "ghép một cột bằng tay, ví dụ “Người liên hệ=representative”; dùng được nhiều lần",
            "match a column by hand, e.g. “Người liên hệ=representative”; may be repeated",
        ),
    )


def _register_import(deeds: Any) -> None:
    text = tr("xem thử rồi lưu danh sách hộ vào cơ sở dữ liệu", "check a household list, then save it")
    parser: argparse.ArgumentParser = deeds.add_parser(
        "import",
        help=text,
        description=text,
        epilog=tr(
            "Mã kết thúc: 0 đã lưu mọi dòng; 3 còn dòng phải sửa, hoặc chưa đồng ý lưu; 2 không nhận tệp.",
            "Exit codes: 0 every row is saved; 3 some rows need a person, or nobody agreed; 2 the file is refused.",
        ),
    )
    _add_file(parser)
    parser.add_argument("--yes", action="store_true", help=tr("lưu, không hỏi lại", "save without asking"))
    add_data(parser)
    add_ward(parser)
    add_json(parser)
    parser.set_defaults(handler=_import)


def _import(arguments: argparse.Namespace) -> Exit:
    from danchu.cli import roll_import

    return roll_import.run(arguments)


def _register_template(deeds: Any) -> None:
    text = tr("ghi tệp mẫu để điền danh sách hộ", "write the template for a household list")
    parser: argparse.ArgumentParser = deeds.add_parser("template", help=text, description=text)
    parser.add_argument(
        "--out", metavar=tr("TỆP", "FILE"), type=Path, required=True, help=tr("tệp .xlsx sẽ ghi", "XLSX to write")
    )
    parser.set_defaults(handler=_template)


def columns(pairs: list[str]) -> ColumnMap:
    """Columns matched on the command line."""
    headings: dict[str, str] = {}
    for pair in pairs:
        heading, _, use = pair.rpartition("=")
        if not heading or use not in set(Field):
            uses = ", ".join(Field)
            raise CommandRefused(
                f"Ghép cột “{pair}” chưa đúng. Viết CỘT=NGHĨA; nghĩa là một trong: {uses}.",
                f"The match “{pair}” is not right. Write HEADING=FIELD; the field is one of: {uses}.",
                code="usage",
            )
        headings[heading] = use
    return ColumnMap.of(headings)


def _check(arguments: argparse.Namespace) -> Exit:
    try:
        report, book = _read_and_check(arguments)
    except RollFileError as error:
        raise refused(error) from error
    if arguments.json:
        print_json({**report.to_json(), "kind": book.kind, "encoding": book.encoding})
    else:
        print_report(report)
    return Exit.FOUND if report.needs_someone else Exit.OK


def refused(error: RollFileError) -> CommandRefused:
    """A file's one sentence as the command's refusal."""
    return CommandRefused(error.sentence("vi"), error.sentence("en"), code=error.code)


def _read_and_check(arguments: argparse.Namespace) -> tuple[Report, Book]:
    with progress_bar(tr("Đọc tệp", "Reading")) as bar:
        book = read_book(
            arguments.file, filename=arguments.file.name, mapping=columns(arguments.column), progress=bar.update
        )
    with progress_bar(tr("Kiểm tra", "Checking"), total=len(book.rows)) as bar:
        report = check(book, places=Places(only=arguments.khu_pho), take_hidden=arguments.hidden, progress=bar.update)
    return report, book


def progress_bar(text: str, total: int | None = None) -> Any:
    """A progress bar on standard error, for people only and only when the work is long."""
    return tqdm(total=total, desc=text, unit=tr(" dòng", " rows"), delay=1.0, leave=False, disable=None)


def print_report(report: Report) -> None:
    """What was found, for people; nothing is saved yet."""
    _line(report.sentence(language()))
    print_found(report)


def print_found(report: Report) -> None:
    """Rejected, repeated and hidden rows, and what else there is to know."""
    lang = language()
    for rejected in report.rejected[:_SHOWN]:
        problems = "; ".join(f"{problem.why(lang)}. {problem.remedy(lang)}" for problem in rejected.problems)
        where = f"{rejected.sheet}, " if rejected.sheet else ""
        result(
            f"  {where}dòng {rejected.row} ({rejected.shown}): {problems}.",
            f"  {where}row {rejected.row} ({rejected.shown}): {problems}.",
        )
    for duplicate in report.duplicates[:_SHOWN]:
        _line(f"  {duplicate.sentence(lang)}")
    for hidden in report.hidden[:_SHOWN]:
        where = f"{hidden.sheet}, " if hidden.sheet else ""
        result(
            f"  {where}dòng {hidden.row} đang ẩn ({hidden.shown}).",
            f"  {where}row {hidden.row} is hidden ({hidden.shown}).",
        )
    longest = max(len(report.rejected), len(report.duplicates), len(report.hidden))
    if longest > _SHOWN:
        result(
            f"  Mỗi loại chỉ in {_SHOWN} dòng đầu; dùng --json để xem đủ.",
            f"  Only the first {_SHOWN} rows of each kind are printed; --json gives all.",
        )
    for notice in report.notices:
        _line(f"  {notice.sentence(lang)}")


def _line(text: str) -> None:
    result(text, text)


def _template(arguments: argparse.Namespace) -> Exit:
    try:
        arguments.out.write_bytes(template_workbook())
    except OSError as error:
        raise CommandRefused(
            sentence("template.unwritable", "vi", {}), sentence("template.unwritable", "en", {}), code="output"
        ) from error
    result(f"Đã ghi tệp mẫu: {arguments.out}", f"Template written: {arguments.out}")
    return Exit.OK
