"""``danchu verify``: the judge as a program, inside ``danchu`` and alone as ``danchu-verify.pyz``.

Exit codes: 0 accepted, 1 refused, 2 not a vote file (or the command is not right), 3 the machine stopped it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import BrokenExecutor
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import Any, TextIO

from danchu.verifier.judge import Demands, Verdict, verify
from danchu.verifier.refusals import NotAVoteFile
from danchu.verifier.words import LANGUAGES, meaning, place, sentence

ACCEPTED, REFUSED, NOT_A_VOTE_FILE, ACCIDENT = range(4)
BAR = 30

_HELP = {
    "verify": ("đếm lại một cuộc biểu quyết kín từ tệp của nó", "recount a secret vote from its file"),
    "file": ("tệp kết quả .bel", "the vote file, .bel"),
    "earlier": (
        "tệp đã tải trước đó: phải là phần đầu của tệp này",
        "a file fetched before: this one must begin with it",
    ),
    "register": (
        "số hộ trong sổ: danh sách phải có đúng số mã đó",
        "households on the register: so many credentials",
    ),
    "finished": ("không chấp nhận nếu chưa có kết quả", "refuse a vote that has no result yet"),
    "jobs": ("số tiến trình (mặc định: mọi lõi)", "processes (default: all cores)"),
    "json": ("in kết quả dạng JSON", "print the result as JSON"),
    "lang": ("ngôn ngữ hiển thị", "language"),
}


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Describe the command to a parser."""
    said = {name: words[LANGUAGES.index(language)] for name, words in _HELP.items()}
    parser.add_argument("file", type=Path, metavar="FILE.bel", help=said["file"])
    parser.add_argument("--earlier", type=Path, metavar="OLD.bel", help=said["earlier"])
    parser.add_argument("--register", type=_whole, metavar="N", help=said["register"])
    parser.add_argument("--finished", action="store_true", help=said["finished"])
    parser.add_argument("--jobs", type=_whole, metavar="K", help=said["jobs"])
    parser.add_argument("--json", action="store_true", help=said["json"])


def purpose(language: str) -> str:
    """What the command is for, in one line."""
    return _HELP["verify"][LANGUAGES.index(language)]


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10**6):
        raise argparse.ArgumentTypeError(text)
    return int(text)


def run(arguments: argparse.Namespace, language: str, out: TextIO, err: TextIO) -> int:
    """Judge, print, and return the exit code."""
    demands = Demands(arguments.earlier, arguments.register, arguments.finished)
    bar = _Bar(err, language)
    try:
        verdict = verify(arguments.file, demands, jobs=arguments.jobs, progress=bar)
    except NotAVoteFile as wrong:
        return _stopped(
            NOT_A_VOTE_FILE, str(wrong.args[0] if wrong.args else arguments.file), arguments, language, out, err
        )
    except (OSError, MemoryError, BrokenExecutor) as accident:
        code = NOT_A_VOTE_FILE if isinstance(accident, (FileNotFoundError, IsADirectoryError)) else ACCIDENT
        return _stopped(code, f"{type(accident).__name__}: {accident}", arguments, language, out, err)
    finally:
        bar.close()
    if arguments.json:
        print(json.dumps(as_json(verdict), ensure_ascii=False, indent=2), file=out)
    else:
        for line in as_lines(verdict, language):
            print(line, file=out)
    return ACCEPTED if verdict.accepted else REFUSED


def _stopped(code: int, detail: str, arguments: argparse.Namespace, language: str, out: TextIO, err: TextIO) -> int:
    name, vi, en = {
        NOT_A_VOTE_FILE: ("not_a_vote_file", "Đây không phải là tệp kết quả biểu quyết", "This is not a vote file"),
        ACCIDENT: ("accident", "Máy gặp trục trặc nên chưa đếm xong", "The machine stopped the recount"),
    }[code]
    said = {"vi": f"{vi}: {detail}.", "en": f"{en}: {detail}."}
    if arguments.json:
        error = {"code": name, "message_vi": said["vi"], "message_en": said["en"], "citation": None}
        print(json.dumps({"error": error}, ensure_ascii=False, indent=2), file=out)
    print(said[language], file=err)
    return code


# --- the verdict ---------------------------------------------------------------------------------------------------
def as_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict for programs."""
    refusal, election = verdict.refusal, verdict.election
    said = refusal and {
        "code": refusal.code,
        "record": refusal.record,
        "hash": refusal.hash,
        "details": dict(refusal.details),
        **{f"message_{language}": sentence(refusal, language) for language in LANGUAGES},
        **{f"meaning_{language}": meaning(refusal, language) for language in LANGUAGES},
    }
    return {
        "accepted": verdict.accepted,
        "finished": verdict.finished,
        "refusal": said,
        "name": election and election.name,
        "uuid": election and election.uuid,
        "group": election and election.group.name,
        "arithmetic": election and election.group.arithmetic,
        "fingerprint": election and election.fingerprint,
        "head": verdict.head,
        "credentials": verdict.credentials,
        "ballots": verdict.ballots,
        "counted": verdict.counted,
        "weight": verdict.weight,
        "result": [
            {"question": question.text, "counts": [{"answer": text, "count": count} for text, count in counts]}
            for question, counts in _counts(verdict, "")
        ],
        "trackers": [{"tracker": tracker, "counted": counted} for tracker, counted in verdict.trackers.items()],
    }


def _counts(verdict: Verdict, blank: str) -> list[tuple[Any, list[tuple[str, int]]]]:
    """Every question with its answers and their counts; ``blank`` is what a blank answer is called."""
    if not verdict.election:
        return []
    counted = []
    for question, counts in zip(verdict.election.questions, verdict.result, strict=False):
        answers = [*([blank] if question.blank else []), *question.answers]
        counted.append((question, list(zip(answers, counts, strict=True))))
    return counted


def as_lines(verdict: Verdict, language: str) -> list[str]:
    """The verdict for a person; letters that would move a terminal's cursor are not passed on."""
    return ["".join(letter if letter.isprintable() else "·" for letter in line) for line in _lines(verdict, language)]


def _lines(verdict: Verdict, language: str) -> list[str]:
    vi = language == "vi"
    lines = []
    if verdict.election:
        lines += [verdict.election.name, f"UUID {verdict.election.uuid}"]
    if verdict.refusal:
        lines.append("KHÔNG CHẤP NHẬN" if vi else "REFUSED")
        where = place(verdict.refusal, language)
        lines.append(": ".join(filter(None, (where, sentence(verdict.refusal, language)))))
        lines += [meaning(verdict.refusal, language), f"[{verdict.refusal.code}]"]
        return lines
    for question, counts in _counts(verdict, "(phiếu trắng)" if vi else "(blank)"):
        lines.append(question.text)
        lines += [f"  {count:>8}  {answer}" for answer, count in counts]
    words = (
        "Danh sách có {credentials} mã; tệp có {ballots} phiếu, tính {counted} (lần gửi cuối của mỗi mã)."
        if vi
        else "{credentials} credentials listed; {ballots} ballots, {counted} counted (the last of each credential)."
    )
    lines.append(words.format(credentials=verdict.credentials, ballots=verdict.ballots, counted=verdict.counted))
    lines.append(" ".join(("Mã niêm phong cuối:" if vi else "Last hash:", verdict.head)))
    if verdict.finished:
        lines.append(
            "CHẤP NHẬN: kết quả đúng là tổng các phiếu trong tệp."
            if vi
            else "ACCEPTED: the result is the sum of the ballots in the file."
        )
    else:
        lines.append(
            "CHẤP NHẬN đến đây; cuộc biểu quyết chưa có kết quả."
            if vi
            else "ACCEPTED so far; the vote has no result yet."
        )
    return lines


class _Bar:
    """How far it has come: a moving bar on a terminal, a line now and then in a log."""

    def __init__(self, err: TextIO, language: str) -> None:
        self._err, self._language = err, language
        self._moving = err.isatty()
        self._tenth = 0

    def __call__(self, done: int, total: int) -> None:
        if not total:
            return
        words = {"vi": "phiếu", "en": "ballots"}[self._language]
        if self._moving:
            filled = BAR * done // total
            print(
                f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done}/{total} {words}", end="", file=self._err, flush=True
            )
        elif (tenth := 10 * done // total) > self._tenth:
            self._tenth = tenth
            print(f"{done}/{total} {words}", file=self._err, flush=True)

    def close(self) -> None:
        """Leave the line."""
        if self._moving:
            print(file=self._err)


# --- the program that stands alone -------------------------------------------------------------------------------
def language_of(words: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """``--lang`` if given; else English on a machine that speaks English; else Vietnamese."""
    for language in LANGUAGES:
        if f"--lang={language}" in words or ("--lang", language) in pairwise(words):
            return language
    spoken = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "en" if spoken.lower().startswith("en") else "vi"


def main(words: Sequence[str] | None = None) -> int:
    """The whole program of ``danchu-verify.pyz``."""
    given = list(sys.argv[1:] if words is None else words)
    language = language_of(given)
    parser = argparse.ArgumentParser(prog="danchu-verify", description=purpose(language))
    add_arguments(parser, language)
    parser.add_argument("--lang", choices=LANGUAGES, help=_HELP["lang"][LANGUAGES.index(language)])
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return run(parser.parse_args(given), language, sys.stdout, sys.stderr)
