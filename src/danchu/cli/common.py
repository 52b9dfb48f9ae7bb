"""Phần chung của dòng lệnh: two languages, JSON, exit codes and refusals, the same for every command.

A command is a module of this package with ``register(subparsers)``; it adds its parser and sets ``handler``, a
function from the parsed arguments to an ``Exit``. Nothing here loads Django.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from danchu.law.answers import Refusal

if TYPE_CHECKING:
    from danchu.foundation.places.models import Ward


class Exit(IntEnum):
    """Mã kết thúc: what the number a command ends with means."""

    OK = 0
    ACCIDENT = 1
    REFUSED = 2
    FOUND = 3
    INTERRUPTED = 130


class CommandRefused(Exception):
    """Lệnh chưa thực hiện được: one sentence in each language; ``main`` prints it and ends with ``Exit.REFUSED``.

    ``code`` is stable for programs; ``citation`` is the place in law when a law refused.
    """

    def __init__(self, vi: str, en: str, *, code: str = "input", citation: str | None = None) -> None:
        super().__init__(vi)
        self.vi, self.en, self.code, self.citation = vi, en, code, citation

    def as_json(self) -> dict[str, Any]:
        """The refusal as every command prints it under ``--json``."""
        return {
            "error": {"code": self.code, "message_vi": self.vi, "message_en": self.en, "citation": self.citation},
        }


# --- language -----------------------------------------------------------------------------------------------------
LANGUAGES = ("vi", "en")
_language = LANGUAGES[0]


def set_language(language: str) -> None:
    """Choose the language of everything printed after: ``vi`` or ``en``."""
    global _language  # one terminal, one language
    _language = language
    # argparse asks gettext for its own few sentences; the table below answers instead of a compiled catalogue.
    argparse._ = _of_argparse  # type: ignore[attr-defined]


def language() -> str:
    """The language in use: ``vi`` or ``en``."""
    return _language


def language_of_environment(environ: Mapping[str, str] = os.environ) -> str:
    """Vietnamese, unless the machine's locale is English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return "en" if value.lower().startswith("en") else "vi"
    return "vi"


def tr(vi: str, en: str) -> str:
    """The sentence in the reader's language."""
    return vi if _language == "vi" else en


_ARGPARSE_VI = {
    "usage: ": "cách dùng: ",
    "positional arguments": "nội dung",
    "options": "tùy chọn",
    "show this help message and exit": "xem hướng dẫn này",
    "the following arguments are required: %s": "còn thiếu: %s",
    "unrecognized arguments: %s": "không có tùy chọn: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có lựa chọn %(value)r (chọn trong: %(choices)s)",
    "invalid %(type)s value: %(value)r": "giá trị chưa đúng: %(value)r",
    "expected one argument": "cần một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "not allowed with argument %s": "không dùng cùng %s",
    "one of the arguments %s is required": "cần một trong: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
}


def _of_argparse(message: str) -> str:
    return _ARGPARSE_VI.get(message, message) if _language == "vi" else message


# --- printing -----------------------------------------------------------------------------------------------------
def say(vi: str, en: str) -> None:
    """Print one sentence to the person at the terminal; on standard error, which leaves the output to results."""
    print(tr(vi, en), file=sys.stderr, flush=True)


def result(vi: str, en: str) -> None:
    """Print one line of the command's result."""
    print(tr(vi, en), flush=True)


def print_json(value: Any) -> None:
    """Print a result for programs: UTF-8, one object; days and moments in ISO form."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain), flush=True)


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"not a plain value: {type(value).__name__}")


# --- arguments ----------------------------------------------------------------------------------------------------
class Parser(argparse.ArgumentParser):
    """The parser of every command: its refusals are ours, in the reader's language, and JSON where asked."""

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments; ``main`` prints how the command is written."""
        detail = {_language: f": {message}"}  # argparse said it in one language only
        raise CommandRefused(
            f"Lệnh chưa đúng{detail.get('vi', '')}. Xem: {self.prog} --help",
            f"The command is not right{detail.get('en', '')}. See: {self.prog} --help",
            code="usage",
        )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``: the result for programs."""
    parser.add_argument("--json", action="store_true", help=tr("in kết quả dạng JSON", "print the result as JSON"))


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add ``--data DIR``: the folder of the ward's data."""
    parser.add_argument(
        "--data",
        metavar=tr("THƯ_MỤC", "DIR"),
        type=Path,
        help=tr(
            "thư mục dữ liệu (mặc định: biến DANCHU_DATA, rồi thư mục dữ liệu của tài khoản)",
            "data folder (default: the variable DANCHU_DATA, then the account's own data folder)",
        ),
    )


# --- law ----------------------------------------------------------------------------------------------------------
def of_law(refusal: Refusal) -> CommandRefused:
    """A refusal of the law as a command says it: what happened, the basis, and what to do instead."""
    from danchu.law.words import remedy, sentence

    said = {lang: " ".join(filter(None, (sentence(refusal, lang), remedy(refusal, lang)))) for lang in LANGUAGES}
    return CommandRefused(said["vi"], said["en"], code=refusal.code, citation=refusal.article.vi())


# --- Django -------------------------------------------------------------------------------------------------------
def use_data(folder: Path | None) -> None:
    """Name the data folder for this process and its children; before ``load_django``."""
    if folder is not None:
        os.environ["DANCHU_DATA"] = str(folder.expanduser().resolve())


def load_django() -> None:
    """Load the settings and the applications; only commands that touch the data need it.

    What the service writes from here on is readable by its own account alone.
    """
    from danchu.server.env import BadSetting

    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "danchu.server.settings")
    import django
    from django.utils import translation

    try:
        django.setup()
    except BadSetting as bad:
        raise CommandRefused(f"Thiết lập chưa đúng: {bad}", f"A setting is not right: {bad}", code="setting") from None
    translation.activate(_language)


def the_ward(slug: str | None) -> Ward:
    """The ward a command is about: the one named, or the only one there is."""
    from danchu.foundation.places.models import Ward

    wards = list(Ward.objects.order_by("slug"))
    if slug is not None:
        wards = [ward for ward in wards if ward.slug == slug]
    if not wards:
        raise CommandRefused(
            "Chưa có phường này. Chạy: danchu init", "There is no such ward. Run: danchu init", code="ward.none"
        )
    if len(wards) > 1:
        slugs = ", ".join(ward.slug for ward in wards)
        raise CommandRefused(f"Có nhiều phường, hãy chọn --ward: {slugs}", f"Choose one ward with --ward: {slugs}")
    return wards[0]


def add_ward(parser: argparse.ArgumentParser) -> None:
    """Add ``--ward SLUG``, needed only where there are several."""
    parser.add_argument(
        "--ward",
        metavar=tr("MÃ_PHƯỜNG", "SLUG"),
        help=tr("phường nào, nếu có nhiều phường", "which ward, where there are several"),
    )
