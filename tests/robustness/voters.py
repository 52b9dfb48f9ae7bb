"""Households that vote in a loop while things break, and the account they keep of what they were told."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass
from typing import Any

from robustness.place import Cut, Home, Phone, Place, until

ACCEPTED = 303  # the redirect to the receipt: from here on the household may believe that its ballot is in
ACCIDENT = 500


@dataclass
class Sent:
    """One form a household sent: ``told`` is the status of the answer, 0 where none came; 5xx says as little."""

    household: int
    form_key: str
    choice: str
    told: int = 0
    code: str = ""


class Voter(threading.Thread):
    """Votes for its households, one after another, again and again; comes in anew after a cut."""

    def __init__(self, place: Place, port: int, homes: list[Home], *, seed: int, host: str = "127.0.0.1") -> None:
        super().__init__(daemon=True)
        self.place, self.port, self.homes, self.host = place, port, homes, host
        self.chance = random.Random(seed)
        self.sent: list[Sent] = []
        self.accident: BaseException | None = None
        self._over = threading.Event()
        self._phones: dict[int, Phone] = {}

    def run(self) -> None:
        try:
            while not self._over.is_set():
                self._turn(self.chance.choice(self.homes))
        except BaseException as accident:  # noqa: BLE001 - handed to the test, which fails on it
            self.accident = accident

    def finish(self) -> list[Sent]:
        self._over.set()
        self.join(60)
        assert not self.is_alive()
        if self.accident is not None:
            raise self.accident
        return self.sent

    def _turn(self, home: Home) -> None:
        try:
            phone = self._phone(home)
            key = phone.open_ballot(self.place.slug)
        except Cut:
            time.sleep(0.1)
            return
        one = Sent(home.household, key, self.chance.choice(("yes", "no", "other")))
        self.sent.append(one)
        for _ in range(self.chance.choice((1, 100))):  # half of them press the button again, as a person would
            try:
                one.told = phone.send(self.place.slug, one.choice).status
                if one.told == ACCEPTED:
                    one.code = phone.receipt(self.place.slug)
                if one.told != ACCIDENT:
                    return
            except Cut:
                if one.told == ACCEPTED:
                    return
            if self._over.is_set():
                return
            time.sleep(0.1)

    def _phone(self, home: Home) -> Phone:
        if home.household not in self._phones:
            phone = Phone(self.port, host=self.host)
            phone.come_in(home)
            self._phones[home.household] = phone
        return self._phones[home.household]


def vote_together(place: Place, port: int, *, voters: int, seed: int, host: str = "127.0.0.1") -> list[Voter]:
    """Start as many voters, each with its own share of the households."""
    started = [Voter(place, port, place.homes[turn::voters], seed=seed + turn, host=host) for turn in range(voters)]
    for one in started:
        one.start()
    return started


def acknowledged(voters: list[Voter]) -> set[str]:
    """The keys of the forms that were accepted so far, as the phones know it."""
    return {one.form_key for voter in voters for one in list(voter.sent) if one.told == ACCEPTED}


def let_them_vote(voters: list[Voter], chance: random.Random, *, more: int = 3) -> None:
    """Until some more ballots were accepted, however slow the machine is, and then to an instant nobody chose."""
    goal = len(acknowledged(voters)) + more
    assert until(lambda: len(acknowledged(voters)) >= goal or any(one.accident for one in voters), 60)
    time.sleep(chance.uniform(0.0, 0.3))


def account(voters: list[Voter]) -> list[Sent]:
    """Stop them all and put their notes together."""
    return [sent for one in voters for sent in one.finish()]


def plain(code: str) -> str:
    """A shown receipt as it is stored."""
    from danchu.foundation.text import fold

    first, second, *digits = fold(code).split()
    return f"{first} {second} {''.join(digits)}"


def nothing_lost_nothing_doubled(place: Place, sent: list[Sent], *, accidents: bool = False) -> dict[str, Any]:
    """What households were told is what stands in the register; the journal agrees and its chain is whole.

    ``accidents`` lets pages of an accident (500) pass as no answer: the database was away.
    """
    books = place.books()
    register = books["register"]
    by_key: dict[str, list[dict]] = {}
    for row in register:
        by_key.setdefault(row["form_key"], []).append(row)

    assert {one.told for one in sent} <= {ACCEPTED, 0} | ({ACCIDENT} if accidents else set())
    assert set(by_key) <= {one.form_key for one in sent}
    for one in sent:
        rows = by_key.get(one.form_key, [])
        assert len(rows) == 1 or (not rows and one.told != ACCEPTED), one
        for row in rows:
            assert (row["household"], row["choice"]) == (one.household, one.choice)
            assert not one.code or row["code"] == plain(one.code), one
    for household in {one.household for one in sent}:
        stored = [one for one in sent if one.household == household and one.form_key in by_key]
        standing = [row for row in register if row["household"] == household and row["standing"]]
        assert len(standing) == bool(stored)
        if stored:
            assert standing[0]["form_key"] == stored[-1].form_key, "the newest entry stands"
    assert books["faults"] == []
    assert books["casts"] == len(register)
    assert books["turnout"] == len({row["household"] for row in register})
    return books
