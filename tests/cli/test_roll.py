"""``danchu roll import`` on a ward of its own."""

from __future__ import annotations

from danchu.cli.common import Exit

LIST = "Số hộ,Chủ hộ,Địa chỉ\n1,Lê Lan,12 hẻm 3\n2,Võ Ba,13 hẻm 3\n"
COUNT = (
    "from django_scopes import scopes_disabled\nfrom danchu.foundation.people.models import Household\n"
    "with scopes_disabled(): print(sorted(Household.objects.values_list('number', flat=True)))"
)


def write(ward, text):
    path = ward.data.parent / "a.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_import_saves_only_when_agreed(ward):
    path = write(ward, LIST)

    asked = ward.run("roll", "import", path, "--khu-pho", "KP 2")
    saved = ward.run("roll", "import", path, "--khu-pho", "KP 2", "--yes")

    assert asked.returncode == Exit.FOUND
    assert asked.stdout.startswith("Nhận được 2 hộ, 0 dòng có lỗi, 0 dòng trùng. Chưa lưu dòng nào.")
    assert asked.stderr.endswith("Chưa lưu gì. Thêm --yes để lưu.\n")
    assert (saved.returncode, saved.stdout.splitlines()[-1]) == (Exit.OK, "Đã lưu: thêm 2 hộ, sửa 0 hộ.")
    assert ward.python(COUNT).stdout == "['2-001', '2-002']\n"


def test_import_tells_what_is_refused(ward):
    path = write(ward, "Số hộ,Chủ hộ,Địa chỉ\n1,,12 hẻm 3\n")

    assert ward.json("roll", "import", path, "--yes", "--khu-pho", "2", code=2)["error"]["code"] == "roll.nothing"
    assert ward.json("roll", "import", path, "--yes", "--khu-pho", "9", code=2)["error"]["code"] == "khu_pho"
    path = write(ward, "%PDF-1.7")
    assert ward.json("roll", "import", path, "--yes", code=2)["error"]["code"] == "file.pdf"


def test_import_takes_columns_matched_by_hand_and_reports_what_is_left(ward):
    path = write(ward, "Bà con,Địa chỉ\nLê Lan,12 hẻm 3\n,13 hẻm 3\n")

    answer = ward.json(
        "roll", "import", path, "--yes", "--khu-pho", "2", "--column", "Bà con=representative", code=Exit.FOUND
    )

    assert (answer["created"], len(answer["report"]["rejected"])) == (1, 1)
