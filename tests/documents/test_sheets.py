import csv
import io
from datetime import UTC, date, datetime

import openpyxl
import pytest

from danchu.documents.sheets import SheetColumn, csv_bytes, xlsx

COLUMNS = (
    SheetColumn("ten", "Họ và tên", "Người đại diện của hộ"),
    SheetColumn("so", "Số", "Số đếm được"),
    SheetColumn("ngay", "Ngày", "Ngày ghi"),
)
AT = datetime(2026, 12, 12, 18, 0, tzinfo=UTC)
ROWS = [
    {"ten": "Nguyễn Văn A", "so": 5, "ngay": date(2026, 12, 12)},
    {"ten": "=HYPERLINK(1)", "so": None, "ngay": AT},
]


def test_workbook_has_data_and_a_dictionary():
    book = openpyxl.load_workbook(io.BytesIO(xlsx("Kết quả: khu phố 3", COLUMNS, ROWS)))
    assert book.sheetnames == ["Kết quả  khu phố 3", "Chú giải"]
    data, notes = book.worksheets
    assert [c.value for c in data[1]] == ["Họ và tên", "Số", "Ngày"]
    assert [c.value for c in data[2]] == ["Nguyễn Văn A", 5, datetime(2026, 12, 12)]  # noqa: DTZ001
    assert [c.value for c in notes[2]] == ["Họ và tên", "ten", "Người đại diện của hộ"]
    assert notes.max_row == 4
    assert data["C3"].value == datetime(2026, 12, 13, 1, 0)  # noqa: DTZ001 - the hour at home


def test_formula_is_only_text_in_a_workbook():
    data = openpyxl.load_workbook(io.BytesIO(xlsx("A", COLUMNS, ROWS))).worksheets[0]
    assert (data["A3"].value, data["A3"].data_type) == ("=HYPERLINK(1)", "s")


def test_control_characters_do_not_break_a_workbook():
    row = {"ten": "a\x0bb", "so": 1, "ngay": None}
    assert openpyxl.load_workbook(io.BytesIO(xlsx("A", COLUMNS, [row]))).worksheets[0]["A2"].value == "ab"


def test_sheet_needs_a_name_of_its_kind():
    assert openpyxl.load_workbook(io.BytesIO(xlsx("[]", COLUMNS, []))).sheetnames[0] == "Dữ liệu"
    assert len(openpyxl.load_workbook(io.BytesIO(xlsx("x" * 50, COLUMNS, []))).sheetnames[0]) == 31


def test_csv_opens_in_excel_and_computes_nothing():
    data = csv_bytes(COLUMNS, ROWS)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [
        ["Họ và tên", "Số", "Ngày"],
        ["Nguyễn Văn A", "5", "2026-12-12"],
        ["'=HYPERLINK(1)", "", "2026-12-13 01:00"],
    ]


@pytest.mark.parametrize("text", ["=1", "+84900", "-1", "@a", "\t=1", "\r=1", "  =1", "＝1"])
def test_text_that_would_run_gets_an_apostrophe(text):
    (_, row) = csv.reader(io.StringIO(csv_bytes(COLUMNS[:1], [{"ten": text}]).decode("utf-8-sig"), newline=""))
    assert row == ["'" + text]


def test_negative_number_stays_a_number():
    assert csv_bytes(COLUMNS[1:2], [{"so": -3}]).decode("utf-8-sig") == "Số\r\n-3\r\n"


@pytest.mark.parametrize("write", [csv_bytes, lambda columns, rows: xlsx("A", columns, rows)])
def test_row_without_a_column_is_an_accident(write):
    with pytest.raises(KeyError):
        write(COLUMNS, [{"ten": "a"}])
