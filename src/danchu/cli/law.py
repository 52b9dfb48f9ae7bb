"""``danchu law``: hỏi luật. Outcome, forms, deadlines and rules, from the pure law; no database, no Django."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from danchu.cli.common import CommandRefused, Exit, Parser, add_json, print_json, result, tr
from danchu.foundation.workdays import calendar_around
from danchu.law.answers import Refusal
from danchu.law.basis import Convention, cite_en, cite_vi
from danchu.law.clocks import due
from danchu.law.days import CalendarTooShort
from danchu.law.forms import FormFacts, allowed_forms
from danchu.law.matters import FORM_LABELS
from danchu.law.outcome import outcome
from danchu.law.rules import Rulebook, UnknownRule, rules_at
from danchu.law.settings import SETTINGS, Setting
from danchu.law.speech import day
from danchu.law.words import remedy, sentence


def register(subparsers: Any) -> None:
    """Add ``law`` and its four questions to the command line."""
    text = tr("hỏi luật: kết quả, hình thức, thời hạn", "ask the law: outcome, forms, deadlines")
    law = subparsers.add_parser("law", help=text, description=text)
    questions = law.add_subparsers(
        dest="question", metavar=tr("CÂU_HỎI", "QUESTION"), required=True, parser_class=Parser
    )
    _register_outcome(questions)
    _register_forms(questions)
    _register_due(questions)
    _register_explain(questions)


def _add(questions: Any, name: str, text: str, handler: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = questions.add_parser(name, help=text, description=text)
    add_json(parser)
    parser.set_defaults(handler=handler)
    return parser


def _add_matter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--matter", required=True, metavar="D1…D6", help=tr("loại việc theo Điều 15", "kind of matter, Article 15")
    )
    parser.add_argument("--scope", required=True, metavar="khu_pho|ward", help=tr("phạm vi", "scope"))


def _register_outcome(questions: Any) -> None:
    parser = _add(questions, "outcome", tr("việc này có được thông qua không", "is the matter passed"), _answer_outcome)
    _add_matter(parser)
    parser.add_argument("--form", required=True, metavar="meeting|slip|online", help=tr("hình thức", "form"))
    for name, vi, en in (
        ("households", "tổng số hộ của khu phố", "all households of the khu phố"),
        ("yes", "số hộ đồng ý", "households that agree"),
        ("present", "số hộ dự họp; bắt buộc khi họp", "households present; compulsory for a meeting"),
        ("units", "tổng số khu phố của phường (phạm vi phường)", "all khu phố of the ward (ward scope)"),
        ("units-approved", "số khu phố đồng ý (phạm vi phường)", "khu phố that agree (ward scope)"),
    ):
        parser.add_argument(f"--{name}", type=int, metavar="N", help=tr(vi, en))
    for name, vi, en in (
        ("no", "số hộ không đồng ý (mặc định 0)", "households that disagree (default 0)"),
        ("other", "số hộ có ý kiến khác (mặc định 0)", "other opinions (default 0)"),
        ("invalid", "số phiếu không hợp lệ (mặc định 0)", "invalid entries (default 0)"),
    ):
        parser.add_argument(f"--{name}", type=int, default=0, metavar="N", help=tr(vi, en))
    parser.add_argument(
        "--meeting-failed",
        action="store_true",
        help=tr("đã họp nhưng không đủ hộ dự", "a meeting was held and too few attended"),
    )


def _register_forms(questions: Any) -> None:
    parser = _add(
        questions, "forms", tr("việc này được quyết định bằng hình thức nào", "which forms may decide"), _answer_forms
    )
    _add_matter(parser)
    parser.add_argument(
        "--meeting-failed",
        action="store_true",
        help=tr("đã họp nhưng không đủ hộ dự", "a meeting was held and too few attended"),
    )


def _register_due(questions: Any) -> None:
    parser = _add(questions, "due", tr("hạn chót là ngày nào", "which day is the last"), _answer_due)
    parser.add_argument("--rule", required=True, metavar="KEY", help=tr("khóa quy định", "key of the rule"))
    parser.add_argument(
        "--from",
        dest="start",
        required=True,
        type=_day,
        metavar=tr("NGÀY", "DATE"),
        help=tr("ngày bắt đầu hoặc ngày của sự kiện, dạng 2026-12-31", "day of the event, as 2026-12-31"),
    )


def _register_explain(questions: Any) -> None:
    parser = _add(questions, "explain", tr("quy định này nói gì", "what does this rule say"), _answer_explain)
    parser.add_argument(
        "key",
        nargs="?",
        metavar="KEY",
        help=tr("khóa quy định; bỏ trống để xem tất cả các khóa", "key of the rule; leave out for the list of keys"),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            tr(f"{text!r} không phải ngày dạng 2026-12-31", f"{text!r} is not a day such as 2026-12-31")
        ) from None


# --- answers ------------------------------------------------------------------------------------------------------
def _refuse(refusal: Refusal) -> CommandRefused:
    said = {lang: " ".join(filter(None, (sentence(refusal, lang), remedy(refusal, lang)))) for lang in ("vi", "en")}
    return CommandRefused(said["vi"], said["en"], code=refusal.code, citation=refusal.article.vi())


def _answer_outcome(arguments: argparse.Namespace) -> Exit:
    answer = outcome(
        arguments.matter,
        arguments.scope,
        arguments.form,
        arguments.households,
        arguments.yes,
        arguments.no,
        arguments.other,
        arguments.invalid,
        present=arguments.present,
        meeting_failed=arguments.meeting_failed,
        units=arguments.units,
        units_approved=arguments.units_approved,
    )
    if isinstance(answer, Refusal):
        raise _refuse(answer)
    if arguments.json:
        print_json(
            {
                "passed": answer.passed,
                "needed": answer.needed,
                "of": answer.of,
                "rule": answer.rule,
                "citation": answer.article.vi(),
                "sentence_vi": answer.sentence["vi"],
                "sentence_en": answer.sentence["en"],
            }
        )
    else:
        result(answer.sentence["vi"], answer.sentence["en"])
    return Exit.OK


_ALLOWED = {
    True: ("được", "yes"),
    False: ("không", "no"),
    "fallback": ("chỉ khi đã họp mà không đủ hộ dự", "only after a meeting that too few attended"),
}


def _answer_forms(arguments: argparse.Namespace) -> Exit:
    answers = allowed_forms(arguments.matter, arguments.scope, facts=FormFacts(meeting_failed=arguments.meeting_failed))
    if isinstance(answers, Refusal):
        raise _refuse(answers)
    if arguments.json:
        forms = {
            form: {"allowed": answer.allowed, "rule": answer.rule, "citation": cite_vi(answer.articles)}
            for form, answer in answers.items()
        }
        print_json({"forms": forms})
        return Exit.OK
    for form, answer in answers.items():
        label, (vi, en) = FORM_LABELS[form], _ALLOWED[answer.allowed]
        result(f"{label.vi}: {vi} ({cite_vi(answer.articles)})", f"{label.en}: {en} ({cite_en(answer.articles)})")
    return Exit.OK


def _answer_due(arguments: argparse.Namespace) -> Exit:
    book = rules_at()
    given = Convention("rules")
    if arguments.rule not in book.keys():  # noqa: SIM118 - a method of the rulebook, not of a dict
        raise _refuse(Refusal("rule.unknown", given, {"given": arguments.rule}))
    if arguments.rule not in book.periods:
        raise _refuse(Refusal("rule.no_deadline", given, {"given": arguments.rule}))
    rule = book.rule(arguments.rule)
    if not rule.in_force(arguments.start):
        details = {"given": arguments.start, "valid_from": rule.valid_from}
        raise _refuse(Refusal("rule.not_in_force", rule.basis, details))
    try:
        calendar = calendar_around(arguments.start)
        deadline = due(arguments.rule, arguments.start, calendar)
    except (CalendarTooShort, ValueError):
        raise _refuse(Refusal("calendar.too_short", given, {"given": arguments.start})) from None
    if arguments.json:
        print_json(
            {
                "due": deadline.end,
                "why": deadline.why["vi"],
                "why_en": deadline.why["en"],
                "rule": arguments.rule,
                "citation": rule.basis.vi(),
                "skipped": list(deadline.skipped),
            }
        )
    else:
        result(
            f"{day(deadline.end, 'vi')} ({rule.basis.vi()}). {deadline.why['vi']}",
            f"{day(deadline.end, 'en')} ({rule.basis.en()}). {deadline.why['en']}",
        )
    return Exit.OK


def _answer_explain(arguments: argparse.Namespace) -> Exit:
    book = rules_at()
    if arguments.key is None:
        keys = [*book.keys(), *(key for key in SETTINGS if key not in book.keys())]  # noqa: SIM118
        if arguments.json:
            print_json({"version": book.version, "keys": keys})
        else:
            result("\n".join(keys), "\n".join(keys))
        return Exit.OK
    try:
        explained = _explained(book, arguments.key)
    except UnknownRule:
        setting = SETTINGS.get(arguments.key)
        if setting is None:
            raise _refuse(Refusal("rule.unknown", Convention("rules"), {"given": arguments.key})) from None
        explained = _explained_setting(setting)
    if arguments.json:
        print_json(explained)
    else:
        for vi, en in _lines(explained):
            result(vi, en)
    return Exit.OK


def _explained(book: Rulebook, key: str) -> dict[str, Any]:
    rule = book.rule(key)
    bases = rule.articles or (rule.basis,)
    number = book.number(key)
    return {
        "key": key,
        "rule": rule.key,
        "version": book.version,
        "term": rule.term,
        "meaning_vi": rule.vi,
        "meaning_en": rule.en,
        "citation": cite_vi(bases),
        "citation_en": cite_en(bases),
        "confidence": rule.confidence,
        "source": rule.source,
        "valid_from": rule.valid_from,
        "valid_to": rule.valid_to,
        "value": {name: getattr(number, name) for name in type(number).__slots__[2:]} if number else rule.value,
        "setting": key in SETTINGS,
    }


def _explained_setting(setting: Setting) -> dict[str, Any]:
    return {
        "key": setting.key,
        "term": setting.key,
        "meaning_vi": setting.why_vi,
        "meaning_en": setting.why_en,
        "citation": setting.basis.vi(),
        "citation_en": setting.basis.en(),
        "value": {
            "default": setting.default,
            "values": list(setting.values),
            "low": setting.low,
            "high": setting.high,
        },
        "setting": True,
    }


def _lines(explained: dict[str, Any]) -> list[tuple[str, str]]:
    lines = [
        (f"{explained['key']}: {explained['term']}", f"{explained['key']}: {explained['term']}"),
        (explained["meaning_vi"], explained["meaning_en"]),
        (f"Căn cứ: {explained['citation']}", f"Basis: {explained['citation_en']}"),
    ]
    if "valid_from" in explained:
        since = explained["valid_from"]
        lines.append((f"Có hiệu lực từ: {day(since, 'vi')}", f"In force from: {day(since, 'en')}"))
        lines.append((f"Mức chắc chắn: {explained['confidence']}", f"Confidence: {explained['confidence']}"))
    if explained["setting"]:
        lines.append(("Phường được đặt khác, có ghi ngày.", "The ward may set it otherwise, on the record."))
    return lines
