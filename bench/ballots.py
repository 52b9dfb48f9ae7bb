"""Đo số phiếu mỗi giây: ballots over HTTP, end to end, beside a bare insert of one row on the same stack.

python bench/ballots.py [--database sqlite|postgresql|both] [--households 160] [--phones 8]

Every household is at its review page; then all send, several phones at a time. "Visit" is all a household's browser
asks for after its card: ballot, review, send, receipt.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from stand import Phone, Stand, Web, machine, options, stands, started

from robustness.place import Home, Place
from robustness.voters import ACCEPTED


def per_second(call: Callable[..., None], what: Iterable[object], phones: int) -> float:
    listed = list(what)
    with ThreadPoolExecutor(phones) as pool:
        began = time.perf_counter()
        list(pool.map(call, listed))
        return len(listed) / (time.perf_counter() - began)


def main() -> None:
    chosen = options(__doc__, households=160, phones=8)
    print(machine())
    print(f"{'':44}{'per second':>10}{'bare / this':>13}")
    with stands(chosen.database) as found:
        for stand in found:
            measure(stand, chosen.households, chosen.phones)


def measure(stand: Stand, households: int, phones: int) -> None:
    with started(stand.floor()) as floor:
        nobody = Phone(floor.port)
        bare = per_second(lambda number: insert(nobody, number), range(4 * households), phones)
    show(stand.name, "a bare insert", bare, bare)
    place = Place.make(stand.program("ballots"), households=households)
    with started(Web(place.program, stand.folder)) as web:
        with ThreadPoolExecutor(phones) as pool:
            ready = list(pool.map(lambda home: at_ballot(web.port, place, home), place.homes))
        pairs = list(zip(ready, itertools.cycle(("yes", "no", "other")), strict=False))
        rate = per_second(lambda pair: send(place, *pair), pairs, phones)
        show(stand.name, "ballots sent", rate, bare)
        rate = per_second(lambda pair: visit(place, *pair), pairs, phones)
        show(stand.name, "whole visits (a choice replaced)", rate, bare)
    books = place.books()
    assert books["faults"] == []
    assert books["turnout"] == households
    assert books["casts"] == 2 * households


def insert(phone: Phone, number: int) -> None:
    assert phone.post("/insert/", {"value": str(number)}).status == 303


def at_ballot(port: int, place: Place, home: Home) -> Phone:
    phone = Phone(port, timeout=60)
    phone.come_in(home)
    phone.open_ballot(place.slug)
    return phone


def send(place: Place, phone: Phone, choice: str) -> None:
    assert phone.send(place.slug, choice).status == ACCEPTED


def visit(place: Place, phone: Phone, choice: str) -> None:
    phone.open_ballot(place.slug)
    filled = phone.ballot(choice)
    phone.seen(phone.post(f"/bieu-quyet/{place.slug}/xem-lai/", filled))
    phone.seen(phone.post(f"/bieu-quyet/{place.slug}/gui/", filled), ACCEPTED)
    phone.receipt(place.slug)


def show(database: str, what: str, rate: float, bare: float) -> None:
    print(f"{database:11}{what:33}{rate:9.1f}{bare / rate:12.1f}", flush=True)


if __name__ == "__main__":
    main()
