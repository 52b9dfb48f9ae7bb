"""What the importer hands out and ships: the template, the sample of the demonstration ward, the command."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from danchu.cli import main
from danchu.demo.people import SIZES, DemoHousehold, demo_ward
from danchu.demo.workbook import SAMPLE, demo_workbook
from danchu.foundation.people.rollbook import Household, Limits, Places, Report, check, read_book
from danchu.foundation.people.rollbook.data.template import template_workbook
from danchu.foundation.people.rollbook.xlsx import Workbook

from .books import listed


def test_the_template_is_read_by_the_importer_and_never_differs() -> None:
    data = template_workbook()
    report = check(read_book(data, filename="mau.xlsx"))

    assert data == template_workbook()
    assert [(one.number, one.representative, one.khu_pho) for one in report.accepted] == [
        ("1", "Trần Thị Thí Dụ", "Khu phố 3"),
        ("2", "Lê Thị Thí Dụ", "Khu phố 3"),
    ]
    assert not report.needs_someone
    assert [one.code for one in report.notices] == ["sheet.no_table"]
    assert load_workbook(io.BytesIO(data))["Danh sách hộ"]["H400"].number_format == "@"


@pytest.fixture(scope="module")
def sample() -> Report:
    return check(read_book(SAMPLE, filename=SAMPLE.name), places=Places(tuple(SIZES)))


def told(one: DemoHousehold, *, note: bool) -> tuple[object, ...]:
    phones = (one.phone,) if one.phone else ()
    own_note = one.note if note else None
    return (one.khu_pho, one.representative, one.head, one.address, phones, one.residence, one.members, own_note)


def read(one: Household) -> tuple[object, ...]:
    return (one.khu_pho, one.representative, one.head, one.address, one.phones, one.residence, one.members, one.note)


def test_the_sample_is_what_its_generator_writes() -> None:
    assert SAMPLE.read_bytes() == demo_workbook()
    assert SAMPLE.stat().st_size < 400_000


def test_every_household_of_the_demonstration_ward_is_read_from_the_sample(sample: Report) -> None:
    truth = {one.number: one for khu_pho in demo_ward() for one in khu_pho.households}

    assert len(truth) == sum(SIZES.values()) == len(sample.accepted)
    for one in sample.accepted:
        assert read(one) == told(truth[one.number or ""], note=one.sheet in ("KP1", "KP2"))


def test_the_sample_shows_one_of_each_thing_that_goes_wrong(sample: Report) -> None:
    assert [[problem.code for problem in one.problems] for one in sample.rejected] == [
        ["name.missing"],
        ["address.missing"],
    ]
    assert [(one.reason, one.differing) for one in sample.duplicates] == [("number", ())]
    assert [one.shown for one in sample.hidden] == ["Lý Văn Tâm, 61/2 hẻm 44"]
    assert {"dropped.identity", "dropped.birth", "phone.mended", "sheet.no_table"} <= {
        one.code for one in sample.notices
    }
    assert not any(one.code.startswith("total.") for one in sample.notices)


def test_khu_pho_have_between_180_and_450_households_and_each_adult_once() -> None:
    assert all(180 <= len(khu_pho.households) <= 450 for khu_pho in demo_ward())
    assert all(one.representative == one.adults[0] for khu_pho in demo_ward() for one in khu_pho.households)


def test_our_reading_of_a_workbook_is_the_same_as_another_readers() -> None:
    """Calamine, an independent reader, sees the same texts, numbers and days in the sample."""
    theirs = CalamineWorkbook.from_path(str(SAMPLE))
    ours = Workbook(SAMPLE.read_bytes(), Limits())

    for sheet in ours.sheets():
        rows = theirs.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
        seen = {row.number: row.cells for row in sheet.rows}
        for number, cells in enumerate(rows, 1):
            expected = {place: value for place, value in enumerate(cells) if value != ""}
            assert seen.get(number, {}) == expected


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["roll", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def write(folder: Path, *rows: tuple[object, ...]) -> str:
    path = folder / "a.xlsx"
    path.write_bytes(listed(*rows))
    return str(path)


def test_the_command_ends_with_0_when_every_line_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", write(tmp_path, ("1", "Lê Lan", "12", "")), "--lang", "vi")

    assert code == 0
    assert out.startswith("Nhận được 1 hộ, 0 dòng có lỗi, 0 dòng trùng. Chưa lưu dòng nào.\n")


def test_the_command_ends_with_3_and_names_rows_and_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("1", "Lê Lan", "12", ""), ("1", "Lê Lan", "12", ""), *[("2", None, "13", "")] * 25]
    code, out, _ = run(capsys, "check", write(tmp_path, *rows), "--lang", "vi")

    assert code == 3
    assert "  Trang 1, dòng 4 (13): Thiếu họ tên người đại diện. Ghi tên một người lớn trong hộ.\n" in out
    assert "  Dòng 2 và 3 cùng số hộ.\n" in out
    assert "Mỗi loại chỉ in 20 dòng đầu" in out
    _, out, _ = run(capsys, "check", str(SAMPLE), "--lang", "en")
    assert "KP4, row 192 is hidden" in out


def test_the_command_ends_with_2_and_one_sentence_for_a_wrong_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "a.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")

    code, out, err = run(capsys, "check", str(picture), "--json", "--lang", "vi")

    assert code == 2
    assert err == "Tệp này là ảnh; hãy chọn tệp Excel hoặc CSV theo mẫu.\n"
    assert json.loads(out)["error"]["code"] == "file.picture"
    assert run(capsys, "check", str(tmp_path / "none"), "--lang", "en")[0] == 2


def test_the_command_speaks_json_takes_hidden_rows_and_one_khu_pho(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", str(SAMPLE), "--json", "--hidden", "--khu-pho", "Khu phố 4")
    plain = json.loads(out)

    assert code == 0
    assert len(plain["accepted"]) == SIZES["Khu phố 4"] + 1
    assert {one["khu_pho"] for one in plain["accepted"]} == {"Khu phố 4"}
    assert plain["kind"] == "xlsx"


def test_the_command_matches_columns_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Bà con,Địa chỉ\nLê Lan,12\n", encoding="utf-8")

    assert run(capsys, "check", str(path))[0] == 3
    assert run(capsys, "check", str(path), "--column", "Bà con=representative")[0] == 0
    assert run(capsys, "check", str(path), "--column", "Bà con=person")[0] == 2


def test_the_command_writes_the_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mau.xlsx"

    assert run(capsys, "template", "--out", str(out))[0] == 0
    assert out.read_bytes() == template_workbook()
    assert run(capsys, "template", "--out", str(tmp_path / "no" / "mau.xlsx"))[0] == 2


def test_the_core_needs_no_django() -> None:
    import subprocess

    code = "import sys, danchu.cli.roll; sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": "src"})

    assert done.returncode == 0
