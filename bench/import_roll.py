"""Đo việc đọc danh sách hộ: 100,000 lines read and checked, beside a bare read of the same file.

    python bench/import_roll.py [--rows 100000] [--known]

Each measurement runs in its own process, so that the peak memory is its own. Ends with 1 when over the bounds of
60 s or 300 MB.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MAX_SECONDS = 60.0
MAX_MEGABYTES = 300.0
_HEADINGS = (
    *("STT", "Số hộ", "Chủ hộ", "Người đại diện", "Số nhà", "Đường/Hẻm", "Khu phố", "Điện thoại", "Năm sinh"),
    *("CCCD", "Cư trú", "Số khẩu", "Ghi chú"),
)
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
_MIDDLE = ("Văn", "Thị", "Minh", "Thanh", "Ngọc", "Hữu", "Đức", "Quốc", "Kim", "Hoài")
_GIVEN = ("An", "Bình", "Cường", "Dũng", "Giang", "Hạnh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Sơn", "Thảo", "Vinh")


def write(path: Path, rows: int) -> None:
    from openpyxl import Workbook  # noqa: PLC0415

    chance = random.Random(20261122)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(["DANH SÁCH HỘ GIA ĐÌNH"])
    sheet.append(_HEADINGS)
    for number in range(1, rows + 1):
        names = [f"{chance.choice(_FAMILY)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}" for _ in range(2)]
        phone = 900_000_000 + number if number % 3 else f"0{900_000_000 + number}"
        sheet.append(
            (
                number,
                str(number),
                *names,
                f"{number % 900}/{number // 900}",
                f"hẻm {number % 97}",
                f"Khu phố {number % 60 + 1}",
                phone,
                1950 + number % 50,
                f"079{number:09d}",
                "Thường trú" if number % 4 else "Tạm trú",
                number % 7 + 1,
                "hộ mới" if number % 50 == 0 else None,
            )
        )
    book.save(path)


def floor(path: Path) -> int:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - measured processes load only what they use

    return sum(1 for _ in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows())


def ours(path: Path, *, known: bool) -> int:
    from danchu.foundation.people.rollbook import Known, check, read_book  # noqa: PLC0415

    book = read_book(path, filename=path.name)
    report = check(book, () if known else None)
    if known:
        last = [
            Known(place, one.number, one.representative, one.address, one.khu_pho, one.phones)
            for place, one in enumerate(report.accepted)
        ]
        del report
        report = check(book, last)
    return len(report.accepted)


def measure(what: str, path: Path) -> dict[str, float]:
    """Run one measurement in a fresh process."""
    found = subprocess.run(
        [sys.executable, __file__, "--measure", what, "--file", str(path)], capture_output=True, check=True, text=True
    )
    return json.loads(found.stdout)


def _measured(what: str, path: Path) -> None:
    start = time.perf_counter()
    rows = floor(path) if what == "floor" else ours(path, known=what == "known")
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rows": rows, "seconds": seconds, "megabytes": peak}))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--known", action="store_true", help="also compare with a last list of the same size")
    parser.add_argument("--measure", choices=["floor", "ours", "known"], help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        _measured(arguments.measure, arguments.file)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "roll.xlsx")
        write(path, arguments.rows)
        size = path.stat().st_size / 1e6
        least = measure("floor", path)
        full = measure("known" if arguments.known else "ours", path)
    print(f"file            {arguments.rows} rows, {size:.1f} MB")
    print(f"floor           {least['seconds']:6.2f} s  {least['megabytes']:6.0f} MB  (bare read, nothing understood)")
    print(f"read and check  {full['seconds']:6.2f} s  {full['megabytes']:6.0f} MB  {full['rows']:.0f} accepted")
    print(f"ratio           {full['seconds'] / least['seconds']:6.1f}")
    return int(full["seconds"] > MAX_SECONDS or full["megabytes"] > MAX_MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
