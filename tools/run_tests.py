"""Every check of the house, one part after another: ``python3 start.py test`` runs this inside ``.venv``.

Each part is a command with a time limit of its own. At the end stand a table of the parts, the slowest ones, and one
closing line that counts every test and every check.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tools")]

import start  # noqa: E402
import throwaway  # noqa: E402 - after the path

from parts import PARTS  # noqa: E402

PYTHON = sys.executable
BUDGET = 33 * 60  # seconds for everything; with installing, CI must end within 35 minutes
LONG_LIMIT = 3 * 3600  # a part with the long tests
NOTHING_COLLECTED = 5  # pytest's code when -k leaves no test
TIMED_OUT = 124
PYTEST = [PYTHON, "-m", "pytest", "-q", "-ra", "-o", "faulthandler_timeout=240"]
MISSING_LINES = "--cov-report=term-missing:skip-covered"
DJANGO = [PYTHON, "-m", "django"]


@dataclass(frozen=True)
class Part:
    """One part: what it is called, its command, its limit in seconds, and what it needs from the machine."""

    name: str
    what: str
    command: list[str]
    limit: int = 120
    needs: tuple[str, ...] = ()
    pytest: bool = False
    postgresql: bool = False
    env: dict[str, str] = field(default_factory=dict)


CHECKS = [
    Part("format", "ruff format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    Part("lint", "ruff check", [PYTHON, "-m", "ruff", "check", "."]),
    Part("contracts", "import-linter", [str(Path(PYTHON).with_name("lint-imports")), "--no-logo", "--no-cache"]),
    Part("types", "mypy", [PYTHON, "-m", "mypy", "src/danchu"], limit=300),
    Part("migrations", "makemigrations --check", [*DJANGO, "makemigrations", "--check", "--dry-run"]),
    Part(
        "deploy",
        "check --deploy",
        [*DJANGO, "check", "--deploy", "--fail-level", "WARNING"],
        env={"DANCHU_HTTPS": "1", "DANCHU_HOSTS": "phuong.example"},
    ),
    Part(
        "frontend",
        "rebuild and compare",
        [PYTHON, "tools/rebuild_frontend.py"],
        limit=300,
        needs=("node",),
    ),
]
TESTS = [
    Part(
        "law",
        "pytest tests/law, every branch",
        [*PYTEST, "-n", "2", "tests/law", "--cov=danchu.law", "--cov-branch", "--cov-fail-under=100", MISSING_LINES],
        limit=300,
        pytest=True,
    ),
    Part(
        "tests",
        "pytest on SQLite",
        [*PYTEST, "-n", "2", "--ignore=tests/law", "--ignore=tests/journeys", "-m", "not journey"],
        limit=1500,
        pytest=True,
    ),
    Part(
        "postgresql",
        "pytest -m db on PostgreSQL",
        [*PYTEST, "-n", "2", "-m", "db and not journey"],
        limit=900,
        needs=("postgresql",),
        pytest=True,
        postgresql=True,
    ),
    Part(
        "journeys",
        "pytest -m journey, in a browser",
        [*PYTEST, "-n", "2", "-m", "journey"],
        limit=900,
        needs=("chromium",),
        pytest=True,
    ),
]


@dataclass
class Result:
    """How a part ended. A check that is not pytest counts as one."""

    part: Part
    seconds: float = 0.0
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    note: str = ""
    slowest: list[tuple[float, str]] = field(default_factory=list)


def main() -> int:
    """Run the chosen parts and return 1 if anything failed."""
    options = parse()
    began = time.monotonic()
    if options.system_packages:
        install_system_packages()
    chosen = [part for part in CHECKS + TESTS if part.name in (options.part or [p.name for p in CHECKS + TESTS])]
    if options.k:
        chosen = [part for part in chosen if part.pytest]
    results = []
    with tempfile.TemporaryDirectory(prefix="danchu-run-") as folder:
        for part in chosen:
            left = BUDGET - (time.monotonic() - began)
            limit = LONG_LIMIT if options.long else min(part.limit, left)
            results.append(run(part, options, Path(folder), limit))
    report(results, time.monotonic() - began)
    return 1 if any(result.failed for result in results) else 0


def parse() -> argparse.Namespace:
    """The same options as ``start.py test``."""
    parser = argparse.ArgumentParser(prog="start.py test")
    parser.add_argument("--system-packages", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--part", action="append", choices=[part.name for part in CHECKS + TESTS])
    parser.add_argument("-k")
    return parser.parse_args()


def install_system_packages() -> None:
    """Install the Debian parts that are missing; what could not be installed fails later, by name."""
    missing = [package for part in PARTS.values() if part.find() is None for package in part.packages]
    if not missing:
        return
    start.say(f"Đang cài {', '.join(missing)}", f"Installing {', '.join(missing)}")
    become = start.administrator()
    if become is None or not shutil.which("apt-get"):
        start.say("Không cài được gói của máy.", "The machine's packages cannot be installed.")
        return
    start.apt_get(become, "update")
    for part in PARTS.values():
        if part.find() is None:
            start.apt_get(become, "install", "-y", "--no-install-recommends", *part.packages)


# --- one part ----------------------------------------------------------------------------------------------------
def run(part: Part, options: argparse.Namespace, folder: Path, limit: float) -> Result:
    """Run one part, show what it prints, and count."""
    result = Result(part)
    missing = [package for need in part.needs if PARTS[need].find() is None for package in PARTS[need].packages]
    print(f"\n=== {part.name}: {part.what}", flush=True)
    if missing:
        result.note = f"thiếu gói / missing: {' '.join(missing)}"
        result.failed, result.skipped = (1, 0) if options.system_packages else (0, 1)
        print(result.note, flush=True)
        return result
    began = time.monotonic()
    xml = folder / f"{part.name}.xml"
    command = part.command + (pytest_options(options, xml) if part.pytest else [])
    env = environment(part, folder)
    try:
        with database(part) as url:
            code = execute(command, {**env, **({"DATABASE_URL": url} if url else {})}, limit)
    except throwaway.NotStarted as problem:
        code = 1
        result.note = str(problem)
    result.seconds = time.monotonic() - began
    count(result, code, xml)
    return result


def pytest_options(options: argparse.Namespace, xml: Path) -> list[str]:
    """What the person asked for, as pytest says it."""
    words = [f"--junitxml={xml}"]
    words += ["--long"] if options.long else []
    words += ["--require-parts"] if options.system_packages else []
    words += ["-k", options.k, "--no-cov"] if options.k else []
    return words


def environment(part: Part, folder: Path) -> dict[str, str]:
    """A clean environment: nothing of a real ward on this machine is seen or touched by a test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DANCHU_")}
    kept.pop("DATABASE_URL", None)
    return kept | {
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "danchu.server.settings",
        "DANCHU_DATA": str(folder / "data"),
        **part.env,
    }


@contextlib.contextmanager
def database(part: Part) -> Iterator[str]:
    """The address of a PostgreSQL of our own for a part that wants one."""
    if not part.postgresql:
        yield ""
        return
    with throwaway.cluster(PARTS["postgresql"].find() or "") as url:
        yield url


def execute(command: list[str], env: dict[str, str], limit: float) -> int:
    """Run a command in a process group of its own, so that nothing it started outlives it."""
    if limit <= 0:
        return TIMED_OUT
    with subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            return process.wait(limit)
        except subprocess.TimeoutExpired:
            return TIMED_OUT
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Stop the whole group, gently first."""
    for wish, patience in ((signal.SIGTERM, 15), (signal.SIGKILL, 5)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, wish)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)
            return


def count(result: Result, code: int, xml: Path) -> None:
    """Turn an exit code, and pytest's own account where there is one, into numbers."""
    if code == TIMED_OUT:
        result.note = "hết giờ / out of time"
    if xml.exists():
        for case in ElementTree.parse(xml).iter("testcase"):
            kinds = {child.tag for child in case}
            result.failed += bool(kinds & {"failure", "error"})
            result.skipped += "skipped" in kinds
            result.passed += not kinds & {"failure", "error", "skipped"}
            name = f"{case.get('classname', '')}.{case.get('name', '')}"
            result.slowest.append((float(case.get("time", 0)), name))
    accounted = result.passed + result.failed + result.skipped
    if code not in (0, NOTHING_COLLECTED) and not result.failed:
        result.failed += 1  # coverage, a crash, or a limit: no single test says it
        result.note = result.note or f"mã / code {code}"
    elif not accounted and not result.part.pytest:
        result.passed += 1


# --- the account ---------------------------------------------------------------------------------------------------
def report(results: list[Result], seconds: float) -> None:
    """Print the table, the slowest, and the closing line."""
    print("\n=== phần / parts")
    for result in results:
        counts = f"{result.passed:6} passed {result.failed:4} failed {result.skipped:4} skipped"
        print(f"{result.seconds:8.1f} s  {result.part.name:12}{counts}  {result.note}")
    print("\n=== mười phần lâu nhất / the ten slowest parts")
    for result in sorted(results, key=lambda result: -result.seconds)[:10]:
        print(f"{result.seconds:8.1f} s  {result.part.name}: {result.part.what}")
    print("\n=== mười kiểm thử lâu nhất / the ten slowest tests")
    every = [(taken, result.part.name, name) for result in results for taken, name in result.slowest]
    for taken, part, name in sorted(every, reverse=True)[:10]:
        print(f"{taken:8.1f} s  {part}: {name}")
    total = [sum(getattr(result, kind) for result in results) for kind in ("passed", "failed", "skipped")]
    print(f"\n{seconds:.0f} s")
    print("{} passed, {} failed, {} skipped".format(*total), flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        start.say("Đã dừng.", "Stopped.")
        sys.exit(130)
