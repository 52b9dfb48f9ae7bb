"""Đo bộ nhớ: the web and the worker of a ward, at rest and after a thousand pages, beside a bare application.

python bench/memory.py [--database sqlite|postgresql|both] [--requests 1000]

RSS counts what processes share once for each of them; PSS shares it out, and is what the machine gives up.
"""

from __future__ import annotations

import time
from pathlib import Path

from stand import Phone, Service, Web, come_in, demo, machine, milliseconds, options, stands, started

from robustness.place import children

SETTLE = 4.0  # the worker's first tick is over by then


def megabytes(service: Service) -> tuple[float, float]:
    """RSS and PSS of a service with all its processes."""
    rss = pss = 0
    for pid in [service.process.pid, *children(service.process.pid)]:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            rss += int(line.split()[1]) if line.startswith("Rss:") else 0
            pss += int(line.split()[1]) if line.startswith("Pss:") else 0
    return rss / 1024, pss / 1024


def main() -> None:
    chosen = options(__doc__, requests=1000)
    print(machine())
    print(f"{'':46}{'RSS MB':>9}{'PSS MB':>9}{'PSS / bare':>12}")
    after = f"after {chosen.requests} pages"
    with stands(chosen.database) as found:
        for stand in found:
            with started(stand.floor()) as floor:
                at_rest = megabytes(floor)
                milliseconds(Phone(floor.port), "/", chosen.requests)
                tired = megabytes(floor)
            show(stand.name, "bare application, at rest", at_rest, at_rest)
            show(stand.name, f"bare application, {after}", tired, at_rest)
            program = stand.program("memory")
            ways = demo(program)
            worker = Service(program, ("worker",), stand.folder / "worker.log")
            with started(Web(program, stand.folder)) as web, started(worker):
                time.sleep(SETTLE)
                show(stand.name, "web, at rest", megabytes(web), at_rest)
                show(stand.name, "worker, at rest", megabytes(worker), at_rest)
                home, head = come_in(web.port, ways["card"]), come_in(web.port, ways["head"])
                vote = f"/bieu-quyet/{ways['vote']}/"
                for phone, path in ((home, "/"), (home, vote), (home, f"{vote}phieu/"), (head, f"{vote}ho-so/")):
                    milliseconds(phone, path, chosen.requests // 4, warm=0)
                show(stand.name, f"web, {after}", megabytes(web), at_rest)
                show(stand.name, f"worker, {after}", megabytes(worker), at_rest)


def show(database: str, what: str, used: tuple[float, float], bare: tuple[float, float]) -> None:
    print(f"{database:11}{what:35}{used[0]:9.0f}{used[1]:9.0f}{used[1] / bare[1]:12.1f}", flush=True)


if __name__ == "__main__":
    main()
