"""The root of the command line: languages, help, exit codes, refusals and accidents."""

from __future__ import annotations

import subprocess
import sys
import types

import pytest

from danchu import cli
from danchu.cli.common import Exit, language_of_environment


def test_help_names_every_command_in_the_readers_language(program):
    vietnamese = program.run("--help")
    english = program.run("--help", "--lang", "en")

    assert vietnamese.returncode == english.returncode == 0
    assert "cách dùng:" in vietnamese.stdout
    assert "usage:" in english.stdout
    for name, command in cli.COMMANDS.items():
        assert name in vietnamese.stdout
        assert " ".join(command.vi.split()) in " ".join(vietnamese.stdout.split())
        assert " ".join(command.en.split()) in " ".join(english.stdout.split())


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_explains_itself_in_both_languages(program, name):
    vietnamese = program.run(name, "--help")
    english = program.run("--lang=en", name, "--help")

    assert vietnamese.returncode == english.returncode == 0, vietnamese.stderr + english.stderr
    assert "cách dùng:" in vietnamese.stdout
    assert "xem hướng dẫn này" in vietnamese.stdout
    assert "usage:" in english.stdout
    assert vietnamese.stdout != english.stdout


def test_no_command_shows_the_help_and_is_refused(program):
    done = program.run()

    assert done.returncode == Exit.REFUSED
    assert "các lệnh" in done.stdout


def test_unknown_command_is_refused_in_words_and_in_json(program):
    done = program.run("bầu")
    answer = program.json("bầu", code=2)

    assert done.returncode == Exit.REFUSED
    assert done.stderr.startswith("Lệnh chưa đúng")
    assert done.stdout == ""
    assert answer["error"]["code"] == "usage"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "vi"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, "vi"),
    ],
)
def test_language_is_vietnamese_unless_the_machine_is_english(environment, language):
    assert language_of_environment(environment) == language


def test_accident_is_a_sentence_and_a_traceback_only_on_request(program):
    program.data.write_text("not a folder", encoding="ascii")

    plain = program.run("doctor")
    debugged = program.run("doctor", DANCHU_DEBUG="1")

    assert plain.returncode == Exit.ACCIDENT
    assert plain.stderr.startswith("Có trục trặc nên chưa làm xong")
    assert "Traceback" not in plain.stderr
    assert "Traceback" in debugged.stderr


def test_setting_that_cannot_be_read_is_refused(program):
    done = program.run("doctor", DANCHU_HTTPS="maybe")

    assert done.returncode == Exit.REFUSED
    assert done.stderr.startswith("Thiết lập chưa đúng: DANCHU_HTTPS")


def test_ctrl_c_ends_with_its_own_code(monkeypatch, capsys):
    def stopped(_arguments):
        raise KeyboardInterrupt

    module = types.ModuleType("danchu.cli.stopping")
    module.register = lambda subparsers: subparsers.add_parser("stopping").set_defaults(handler=stopped)
    monkeypatch.setitem(sys.modules, "danchu.cli.stopping", module)
    monkeypatch.setitem(cli.COMMANDS, "stopping", cli.Command("stopping", "dừng", "stop"))

    code = cli.main(["stopping", "--lang", "vi"])

    assert code == Exit.INTERRUPTED
    assert capsys.readouterr().err == "Đã dừng.\n"


def test_law_answers_without_django(program):
    code = "import sys; from danchu.cli import main; code = main(['law', 'explain', '--json']); "
    code += "sys.exit(code or ('django' in sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], env=program.environment(), capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()


def test_reader_that_leaves_early_is_no_accident(program):
    words = " ".join(program.command("law", "explain"))

    done = subprocess.run(
        ["sh", "-c", f"{words} | true"], env=program.environment(), capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
