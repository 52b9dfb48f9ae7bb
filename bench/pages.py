"""Đo thời gian mở trang: the pages people open most, on the demonstration ward, beside a bare page of the same stack.

python bench/pages.py [--database sqlite|postgresql|both] [--requests 100]
"""

from __future__ import annotations

from stand import Phone, Web, come_in, demo, machine, middle_and_slow, milliseconds, options, stands, started


def main() -> None:
    chosen = options(__doc__, requests=100)
    print(machine())
    print(f"{'':24}{'p50 ms':>9}{'p95 ms':>9}{'p50 / bare':>12}")
    with stands(chosen.database) as found:
        for stand in found:
            with started(stand.floor()) as floor:
                bare = middle_and_slow(milliseconds(Phone(floor.port), "/", chosen.requests))
            show(stand.name, "a bare page", bare, bare)
            program = stand.program("pages")
            ways = demo(program)
            with started(Web(program, stand.folder)) as web:
                nobody, home, head = Phone(web.port), come_in(web.port, ways["card"]), come_in(web.port, ways["head"])
                vote = f"/bieu-quyet/{ways['vote']}/"
                for what, phone, path in (
                    ("front page", nobody, "/"),
                    ("khu phố", nobody, f"/khu-pho/{ways['khu_pho']}/"),
                    ("vote", nobody, vote),
                    ("ballot", home, f"{vote}phieu/"),
                    ("desk", head, "/viec-cua-toi/"),
                    ("the vote's file", head, f"{vote}ho-so/"),
                ):
                    show(stand.name, what, middle_and_slow(milliseconds(phone, path, chosen.requests)), bare)


def show(database: str, what: str, took: tuple[float, float], bare: tuple[float, float]) -> None:
    print(f"{database:11}{what:13}{took[0]:9.1f}{took[1]:9.1f}{took[0] / bare[0]:12.1f}", flush=True)


if __name__ == "__main__":
    main()
