"""Đo tra cứu: public home, lists and search among a thousand entries and among fifty thousand with 200,000 files.

python bench/search.py [--database sqlite|postgresql|both] [--few 1000] [--many 50000] [--requests 200]

Bars: p95 at most 150 ms on PostgreSQL and 250 ms on SQLite, and at most 1.5 times the p95 among the few.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from stand import Phone, Stand, Web, demo, environment, machine, middle_and_slow, milliseconds, options, stands, started

BARS = {"postgresql": 150.0, "sqlite": 250.0}
GROWTH = 1.5
SEARCHES = (
    ("a common word", "?q=phường"),
    ("without marks", "?q=khu pho"),
    ("words of a phrase", "?q=biểu quyết trực tuyến"),
    ("common words apart", "?q=và của được không"),
    ("a rare word", "?q=" + "khung"),
    ("not there", "?q=xyzt"),
    ("not with those marks", "?q=phùờng"),
    ("narrowed", "?q=hộ&loai=ward&muc=11.7&nam={year}"),
    ("no words, narrowed", "?loai=announcement&noi=phuong"),
)
PAGES = (
    ("front page", "/"),
    ("khu phố", "/khu-pho/{khu_pho}/"),
    ("archive", "/luu-tru/{year}/"),
    ("feed", "/tin.atom"),
)


def main() -> None:
    chosen = options(__doc__, few=1000, many=50_000, requests=200)
    print(machine())
    print(f"{'':11}{'':22}{'few p50':>9}{'few p95':>9}{'many p50':>10}{'many p95':>10}{'growth':>8}")
    missed = 0
    with stands(chosen.database) as found:
        for stand in found:
            missed += measure(stand, chosen.few, chosen.many, chosen.requests)
    raise SystemExit(1 if missed else 0)


def measure(stand: Stand, few: int, many: int, requests: int) -> int:
    """Both measurements on one database; how many bars were missed."""
    program = stand.program("search")
    ways = demo(program)
    took = []
    for count in (few, many):
        run = [sys.executable, str(Path(__file__).parent / "search_fill.py"), str(count)]
        subprocess.run(run, env=environment(program), check=True, stdout=subprocess.DEVNULL)
        with started(Web(program, stand.folder)) as web:
            took.append({what: ask(web.port, path, requests) for what, path in addresses(ways)})
    missed = 0
    for what in took[0]:
        small, large = took[0][what], took[1][what]
        growth = large[1] / small[1]
        bad = large[1] > BARS[stand.name] or growth > GROWTH
        missed += bad
        figures = f"{small[0]:9.1f}{small[1]:9.1f}{large[0]:10.1f}{large[1]:10.1f}{growth:8.2f}"
        print(f"{stand.name:11}{what:22}{figures}{'  ***' if bad else ''}", flush=True)
    return missed


def addresses(ways: dict[str, str]) -> list[tuple[str, str]]:
    """What is asked: pages, searches, and the second page of one."""
    values = {"khu_pho": ways["khu_pho"], "year": "2025"}
    found = [(what, path.format(**values)) for what, path in PAGES]
    return found + [(what, "/tra-cuu/" + quote(path.format(**values), safe="?=&")) for what, path in SEARCHES]


def ask(port: int, path: str, requests: int) -> tuple[float, float]:
    return middle_and_slow(milliseconds(Phone(port), path, requests))


if __name__ == "__main__":
    main()
