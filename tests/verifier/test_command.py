"""The program: ``danchu verify`` and ``danchu-verify.pyz``."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import subprocess
import sys
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import verify_pyz

from danchu import cli
from danchu.crypto.protocol import compact
from danchu.verifier import Refusal, command, refusals
from danchu.verifier.words import LANGUAGES, MEANINGS, SENTENCES, meaning, place, sentence

from .scribe import BLANK, THREE, Scribe


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    scribe = Scribe("Ed25519", [THREE, {**BLANK, "question": "Trồng\x1b[31m cây?"}])
    draft = replace(scribe.draft, ballots=[compact(scribe.ballot(0, [[0, 1, 0], [1, 0, 0]]))])
    draft = scribe.finish(draft, [1, 2, 3])
    folder = tmp_path_factory.mktemp("command")
    files = {
        "whole": draft.bytes(),
        "growing": scribe.draft.bytes(),
        "false": replace(draft, result=draft.result.replace("[0,1,0]", "[1,0,0]")).bytes(),
        "other": b"%PDF-1.7",
    }
    for name, data in files.items():
        (folder / f"{name}.bel").write_bytes(data)
    return folder


def run(capsys, *words, lang="vi"):
    code = command.main([*map(str, words), f"--lang={lang}"])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_accepted_with_counts_in_both_languages(held, capsys):
    code, vietnamese, progress = run(capsys, held / "whole.bel")
    _, english, _ = run(capsys, held / "whole.bel", lang="en")

    assert code == 0
    assert "Tổng vệ sinh\n" in vietnamese
    assert "         1  Không đồng ý\n" in vietnamese
    assert "         1  (phiếu trắng)\n" in vietnamese
    assert "CHẤP NHẬN: kết quả đúng là tổng các phiếu trong tệp." in vietnamese
    assert "ACCEPTED: the result is the sum of the ballots in the file." in english
    assert "4 credentials listed; 1 ballots, 1 counted" in english
    assert progress == "1/1 phiếu\n"


def test_letters_that_steer_a_terminal_are_not_printed(held, capsys):
    _, out, _ = run(capsys, held / "whole.bel")

    assert "\x1b" not in out
    assert "Trồng·[31m cây?" in out


def test_json_holds_everything(held, capsys):
    code, out, _ = run(capsys, held / "whole.bel", "--json", "--register", "4", "--finished")
    answer = json.loads(out)

    assert code == 0
    assert (answer["accepted"], answer["finished"], answer["refusal"]) == (True, True, None)
    assert answer["result"][0]["counts"][1] == {"answer": "Không đồng ý", "count": 1}
    assert answer["result"][1]["counts"][0] == {"answer": "", "count": 1}
    assert [tracker["counted"] for tracker in answer["trackers"]] == [True]
    assert (answer["credentials"], answer["ballots"], answer["counted"], answer["weight"]) == (4, 1, 1, 1)


def test_an_archive_still_growing_is_accepted_and_said_to_be_unfinished(held, capsys):
    code, out, progress = run(capsys, held / "growing.bel")
    _, english, _ = run(capsys, held / "growing.bel", lang="en")
    _, as_json, _ = run(capsys, held / "growing.bel", "--json")

    assert code == 0
    assert "chưa có kết quả" in out
    assert "no result yet" in english
    assert json.loads(as_json)["finished"] is False
    assert progress == ""


def test_refused_says_what_where_and_what_it_means(held, capsys):
    code, vietnamese, _ = run(capsys, held / "false.bel")
    _, english, _ = run(capsys, held / "false.bel", lang="en")
    code_json, out, _ = run(capsys, held / "false.bel", "--json")
    refusal = json.loads(out)["refusal"]

    assert code == code_json == 1
    assert "KHÔNG CHẤP NHẬN\nBản ghi số 21 " in vietnamese
    assert "Câu hỏi 1, ô 1: ghi 1, nhưng mở ra không phải vậy." in vietnamese
    assert "REFUSED\nRecord number 21 " in english
    assert "The result cannot be relied on." in english
    assert "[result.count]" in english
    assert refusal["code"] == "result.count"
    assert refusal["record"] == 21
    assert refusal["message_vi"].startswith("Câu hỏi 1")
    assert refusal["meaning_en"].startswith("The opening")


@pytest.mark.parametrize(
    "words",
    [["other.bel"], ["none.bel"], ["."], ["whole.bel", "--earlier", "other.bel"], ["whole.bel", "--earlier", "none"]],
)
def test_what_is_no_vote_file_ends_with_two(held, capsys, words):
    asked = [word if word.startswith("--") else held / word for word in words]

    code, out, err = run(capsys, *asked, "--json", lang="en")

    assert code == 2
    assert err.splitlines()[-1].startswith("This is not a vote file")
    assert json.loads(out)["error"]["code"] == "not_a_vote_file"


def test_an_accident_is_neither_yes_nor_no(held, capsys, monkeypatch):
    def broken(*_, **__):
        raise BrokenExecutor("x")

    monkeypatch.setattr(command, "verify", broken)

    code, out, err = run(capsys, held / "whole.bel")

    assert (code, out) == (3, "")
    assert err.startswith("Máy gặp trục trặc nên chưa đếm xong: BrokenExecutor")


def test_before_anything_is_read_a_refusal_names_no_vote(held, capsys, tmp_path):
    path = tmp_path / "cut.bel"
    path.write_bytes((held / "whole.bel").read_bytes()[:1100])

    code, out, _ = run(capsys, path)
    _, as_json, _ = run(capsys, path, "--json")

    assert code == 1
    assert out.startswith("KHÔNG CHẤP NHẬN\nBản ghi số 1: ")
    assert json.loads(as_json)["name"] is None
    assert json.loads(as_json)["result"] == []


@pytest.mark.parametrize("words", [[], ["x", "--jobs", "0"], ["x", "--register", "-1"], ["x", "--jobs", "²"]])
def test_a_wrong_command_ends_with_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        command.main(words)

    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("words", "environ", "language"),
    [
        (["--lang", "en"], {}, "en"),
        (["--lang=vi"], {"LANG": "en_GB.UTF-8"}, "vi"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, "vi"),
        ([], {}, "vi"),
    ],
)
def test_language(words, environ, language):
    assert command.language_of(words, environ) == language


def test_a_bar_moves_on_a_terminal():
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    bar = command._Bar(terminal, "vi")
    bar(0, 4)
    bar(2, 4)
    bar.close()

    assert terminal.getvalue().split("\r")[2] == f"[{'#' * 15}{'.' * 15}] 2/4 phiếu\n"


def test_output_that_is_no_terminal_file_is_written_too(held):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
        assert command.main([str(held / "whole.bel"), "--lang=en"]) == 0

    assert "ACCEPTED" in out.getvalue()


def test_danchu_verify_is_the_same_program(held, capsys):
    assert cli.main(["verify", str(held / "whole.bel"), "--lang=en"]) == 0
    assert "ACCEPTED" in capsys.readouterr().out
    assert cli.main(["verify", str(held / "false.bel"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["accepted"] is False
    assert cli.main(["verify", str(held / "other.bel")]) == 2


def test_pyz_runs_on_bare_python_with_processes(held, tmp_path):
    program = verify_pyz.build(tmp_path / "dist" / "danchu-verify.pyz")
    bare = [sys.executable, "-I", "-S", str(program)]

    def run_bare(*words):
        return subprocess.run(
            [*bare, *map(str, words)], capture_output=True, encoding="utf-8", cwd=tmp_path, timeout=60
        )

    whole = run_bare(held / "whole.bel", "--lang", "en", "--jobs", "2")

    assert whole.returncode == 0, whole.stderr
    assert "ACCEPTED" in whole.stdout
    assert run_bare(held / "false.bel").returncode == 1
    assert run_bare(held / "other.bel").returncode == 2
    assert "cách" in run_bare("--help").stdout or "đếm lại" in run_bare("--help", "--lang=vi").stdout
    again = verify_pyz.build(tmp_path / "again.pyz")
    assert again.read_bytes() == program.read_bytes()


@pytest.mark.parametrize("page", ["vi/giao-thuc-phieu-kin.md", "en/secret-ballots.md"])
def test_the_protocol_note_names_every_option(page):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser, "vi")
    text = (Path(__file__).resolve().parents[2] / "docs" / page).read_text(encoding="utf-8")

    for action in parser._actions:
        if action.option_strings and "--help" not in action.option_strings:
            assert f"`{action.option_strings[0]}" in text


def test_pyz_holds_groups_and_verifier_only():
    folders = {name.rpartition("/")[0] for name in verify_pyz.contents()}

    assert folders == {"", "danchu", "danchu/groups", "danchu/verifier"}


# --- words -----------------------------------------------------------------------------------------------------------
def test_every_kind_of_refusal_has_a_meaning():
    assert {code.partition(".")[0] for code in SENTENCES} <= set(MEANINGS)
    assert {code for code in MEANINGS if "." in code} <= set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_name_the_same_details(code):
    names = "name most what said expected kind after wanted found group counted owner needed given question answer"
    details = dict.fromkeys([*names.split(), "register", "listed"], "@")
    refusal = Refusal(code, 3, "ab" * 32, details)
    vietnamese, english = (sentence(refusal, language) for language in LANGUAGES)

    assert vietnamese.count("@") == english.count("@")
    assert vietnamese.endswith(".")
    assert english.endswith(".")
    assert all(meaning(refusal, language).endswith(".") for language in LANGUAGES)
    assert place(refusal, "vi") == f"Bản ghi số 3 {'ab' * 8}"
    assert place(Refusal(code), "en") == ""


def test_a_refusal_keeps_the_first_record_it_was_about():
    with pytest.raises(refusals.Refused) as refused, refusals.about(1, "outer"), refusals.about(2, "inner"):
        refusals.require(False, "text.shape", what="x")

    assert refused.value.refusal == Refusal("text.shape", 2, "inner", {"what": "x"})
    kind, arguments = refused.value.__reduce__()
    assert kind(*arguments).refusal == refused.value.refusal
