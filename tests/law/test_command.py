"""The command ``danchu law``: answers as JSON and as sentences, exit codes, refusals."""

import json
import subprocess
import sys

import pytest

from danchu.cli import main
from law.test_forms import MATRIX


@pytest.fixture(autouse=True)
def vietnamese_machine(monkeypatch):
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")


def run(capsys, *words):
    code = main(["law", *map(str, words)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def ask(capsys, *words):
    code, out, _ = run(capsys, *words, "--json")
    return code, json.loads(out)


def outcome(matter, form, households, yes, *more, scope="khu_pho"):
    counts = ("--households", households, "--yes", yes)
    return ("outcome", "--matter", matter, "--scope", scope, "--form", form, *counts, *more)


def test_outcome_is_answered_in_full(capsys):
    code, answer = ask(capsys, *outcome("D6", "online", 300, 151, "--no", 80, "--other", 25))

    assert code == 0
    assert answer == {
        "passed": True,
        "needed": 151,
        "of": 300,
        "rule": "online.pass",
        "citation": "điểm b khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP",
        "sentence_vi": "Có 256/300 hộ tham gia. 151 hộ đồng ý; cần ít nhất 151/300 (trên 50% tổng số hộ). "
        "Nội dung được thông qua theo điểm b khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP.",
        "sentence_en": "256 of 300 households took part. 151 households agree; at least 151/300 are needed "
        "(more than 50% of all households). The matter is passed under Article 5, clause 4, point b, "
        "Decree 59/2023/NĐ-CP.",
    }


def test_outcome_that_fails_is_still_an_answer(capsys):
    code, answer = ask(capsys, *outcome("D6", "online", 300, 150))

    assert (code, answer["passed"]) == (0, False)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (outcome("D1", "online", 300, 200), "form.online_only_D6"),
        (outcome("D1", "slip", 300, 200), "form.slip_after_meeting"),
        (outcome("D6", "meeting", 300, 200), "count.present_missing"),
        (outcome("D6", "online", 300, 301), "count.over_households"),
        (outcome("D6", "online", 0, 0), "count.no_households"),
        (outcome("D6", "online", 300, -1), "count.negative"),
        (outcome("D6", "slip", 300, 200, scope="ward"), "ward.no_threshold"),
        (outcome("D7", "slip", 300, 200), "matter.unknown"),
        (outcome("D1", "meeting", 300, 200, scope="ward"), "ward.units_missing"),
        (("forms", "--matter", "D3", "--scope", "ward"), "scope.khu_pho_only"),
        (("due", "--rule", "no.such", "--from", "2026-01-05"), "rule.unknown"),
        (("due", "--rule", "pass.D1D2", "--from", "2026-01-05"), "rule.no_deadline"),
        (("due", "--rule", "doc.send", "--from", "2023-06-30"), "rule.not_in_force"),
        (("due", "--rule", "doc.send", "--from", "9999-12-31"), "calendar.too_short"),
        (("due", "--rule", "dismiss.new_election", "--from", "2099-12-31"), "calendar.too_short"),
        (("due", "--rule", "doc.send", "--from", "31/12/2026"), "usage"),
        (("explain", "no.such"), "rule.unknown"),
        (outcome("D6", "slip", "many", 2), "usage"),
        (("outcome", "--matter", "D6"), "usage"),
        (("forms", "--matter", "D6", "--scope", "khu_pho", "--bogus"), "usage"),
        (("bogus",), "usage"),
        ((), "usage"),
    ],
)
def test_refusal_is_exit_two_with_a_sentence_and_an_object(capsys, words, code):
    exit_code, out, err = run(capsys, *words, "--json")
    error = json.loads(out)["error"]

    assert exit_code == 2
    assert error["code"] == code
    assert error["message_vi"] in err
    assert error["message_en"]
    assert "citation" in error
    assert "Traceback" not in err


def test_refusal_without_json_is_one_sentence_on_standard_error(capsys):
    code, out, err = run(capsys, *outcome("D6", "slip", 300, 200, scope="ward"))

    assert (code, out) == (2, "")
    assert "luật không quy định" in err


def test_refusal_cites_its_article(capsys):
    _, answer = ask(capsys, *outcome("D1", "online", 300, 200))

    assert answer["error"]["citation"] == "khoản 2 Điều 17 Luật Thực hiện dân chủ ở cơ sở"


@pytest.mark.parametrize(("matter", "scope"), MATRIX)
def test_forms_are_as_in_the_matrix(capsys, matter, scope):
    code, answer = ask(capsys, "forms", "--matter", matter, "--scope", scope)
    forms = answer["forms"]

    assert code == 0
    assert tuple(forms[form]["allowed"] for form in ("meeting", "slip", "online")) == MATRIX[matter, scope]
    assert all(form["rule"] and form["citation"] for form in forms.values())


def test_forms_after_a_failed_meeting(capsys):
    _, answer = ask(capsys, "forms", "--matter", "D1", "--scope", "khu_pho", "--meeting-failed")

    assert answer["forms"]["slip"]["allowed"] is True


def test_forms_are_said_in_lines(capsys):
    code, out, _ = run(capsys, "forms", "--matter", "D1", "--scope", "khu_pho")

    assert code == 0
    assert out.splitlines()[1].startswith(
        "phát phiếu lấy ý kiến: chỉ khi đã họp mà không đủ hộ dự (điểm b khoản 1 Điều 19"
    )
    assert out.splitlines()[2].startswith("biểu quyết trực tuyến: không (khoản 2 Điều 17")


@pytest.mark.parametrize(
    ("rule", "start", "end"),
    [
        ("doc.send", "2026-08-20", "2026-08-26"),
        ("bttnd.answer", "2026-08-17", "2026-09-03"),
        ("meet.notice", "2026-11-20", "2026-11-18"),
        ("disclose.post.period", "2026-06-01", "2026-07-01"),
    ],
)
def test_due_answers_the_vectors(capsys, rule, start, end):
    code, answer = ask(capsys, "due", "--rule", rule, "--from", start)

    assert (code, answer["due"], answer["rule"]) == (0, end, rule)
    assert answer["why"]
    assert answer["why_en"]
    assert answer["citation"].endswith(("cơ sở", "NĐ-CP"))


def test_due_is_said_in_one_line(capsys):
    _, out, _ = run(capsys, "due", "--rule", "doc.send", "--from", "2026-08-20")

    assert out.startswith(
        "thứ Tư, 26/8/2026 (khoản 3 Điều 20 Luật Thực hiện dân chủ ở cơ sở). Tính từ thứ Năm, 20/8/2026"
    )


def test_explain_shows_a_rule_and_its_number(capsys):
    code, answer = ask(capsys, "explain", "dismiss.petition")

    assert code == 0
    assert (answer["key"], answer["rule"]) == ("dismiss.petition", "dismiss.grounds")
    assert answer["value"] == {"op": "ge", "num": 1, "den": 2, "of": "ALL_HOUSEHOLDS"}
    assert answer["citation"] == "khoản 1 Điều 9 Nghị định 59/2023/NĐ-CP"
    assert (answer["confidence"], answer["valid_from"], answer["valid_to"]) == ("S", "2023-08-15", None)


def test_explain_shows_a_rule_without_number(capsys):
    _, answer = ask(capsys, "explain", "decide.matter.6")

    assert answer["value"] == "matter code D6"
    assert "tự quản" in answer["meaning_vi"]


def test_explain_shows_a_setting(capsys):
    _, answer = ask(capsys, "explain", "roll.who_counts")

    assert answer["value"]["default"] == "all_resident"
    assert answer["citation"] == "thiết lập của phường, luật không quy định"


def test_explain_lists_every_key(capsys):
    _, answer = ask(capsys, "explain")
    code, out, _ = run(capsys, "explain")

    assert code == 0
    assert out.splitlines() == answer["keys"]
    assert {"pass.D1D2", "doc.send", "D6_WARD"} <= set(answer["keys"])
    assert len(answer["keys"]) == len(set(answer["keys"]))


@pytest.mark.parametrize("key", ["pass.D1D2", "roll.who_counts", "head.term"])
def test_explain_is_said_in_lines(capsys, key):
    code, out, _ = run(capsys, "explain", key)

    assert code == 0
    assert out.startswith(f"{key}: ")
    assert "Căn cứ: " in out
    assert ("Phường được đặt khác" in out) is (key != "pass.D1D2")
    assert ("Có hiệu lực từ: " in out) is (key != "roll.who_counts")


def test_english_is_spoken_when_asked(capsys):
    _, out, _ = run(capsys, *outcome("D6", "online", 300, 151), "--lang", "en")

    assert "151 households agree" in out


def test_help_is_in_both_languages(capsys):
    for lang, words in (("vi", "số hộ dự họp"), ("en", "households present")):
        with pytest.raises(SystemExit) as stopped:
            main(["law", "outcome", "--help", "--lang", lang])
        assert stopped.value.code == 0
        assert words in capsys.readouterr().out


def test_law_answers_without_django():
    script = (
        "import sys; from danchu.cli import main; "
        "code = main(['law', 'due', '--rule', 'doc.send', '--from', '2026-08-20']); "
        "sys.exit(code or int('django' in sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": ":".join(sys.path)}, capture_output=True)

    assert done.returncode == 0, done.stderr
