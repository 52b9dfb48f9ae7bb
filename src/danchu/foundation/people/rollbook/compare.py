"""So hộ với hộ: duplicates inside a file and differences from the last list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence, Set

from danchu.foundation.people.rollbook.model import Household, Known
from danchu.foundation.people.rollbook.report import Change, Differences, Duplicate
from danchu.foundation.people.rollbook.text import fold, name_key

Key = tuple[str, str]

_FILLING = re.compile(r"\b(?:so nha|nha so|so)\s+")
_BEYOND = re.compile(r"\s(?:khu pho|kp|phuong|thanh pho|tp)\b.*")
_COMPARED = ("number", "representative", "head", "address", "phones", "residence", "members", "since", "note")


def number_key(number: str) -> str:
    """A household number without what only looks different: "007" is "7"."""
    return fold(number).lstrip("0") or "0"


def address_key(address: str) -> str:
    """An address without the words that do not tell two houses apart."""
    return _BEYOND.sub("", " " + _FILLING.sub("", fold(address))).strip()


def _person_key(who: Household | Known) -> Key:
    return (name_key(who.representative), address_key(who.address))


def split_duplicates(
    found: Sequence[Household], prefer: Collection[tuple[str, int]]
) -> tuple[list[Household], list[Duplicate]]:
    """The households to keep, and those that repeat one of them.

    The first of several is kept, unless ``prefer`` names another by (sheet, row).
    """
    order: Iterable[int] = range(len(found))
    if prefer:
        order = sorted(order, key=lambda place: (found[place].sheet, found[place].row) not in prefer)
    numbers: dict[Key, int] = {}
    people: dict[tuple[str, Key], int] = {}
    dropped: set[int] = set()
    duplicates: list[Duplicate] = []
    for place in order:
        household = found[place]
        khu_pho = household.khu_pho or ""
        by_number = (khu_pho, number_key(household.number)) if household.number else None
        by_person = (khu_pho, _person_key(household))
        first = numbers.get(by_number) if by_number else None
        reason = "number"
        if first is None:
            first, reason = people.get(by_person), "person"
        if first is None:
            if by_number:
                numbers[by_number] = place
            people[by_person] = place
            continue
        dropped.add(place)
        duplicates.append(Duplicate(found[first], household, reason, _differing(found[first], household)))
    kept = [household for place, household in enumerate(found) if place not in dropped]
    duplicates.sort(key=lambda duplicate: (duplicate.dropped.sheet, duplicate.dropped.row))
    return kept, duplicates


def _differing(one: Household, other: Household) -> tuple[str, ...]:
    def value(household: Household, name: str) -> object:
        raw = getattr(household, name)
        if name in ("representative", "head"):
            return name_key(raw or "")
        if name == "number":
            return number_key(raw or "")
        return address_key(raw) if name == "address" else raw

    return tuple(name for name in _COMPARED if value(one, name) != value(other, name))


class _Matching:
    """Ghép hộ mới với hộ cũ, mỗi hộ một lần."""

    def __init__(self, households: Sequence[Household], known: Sequence[Known]) -> None:
        self.households = households
        self.known = known
        self.old_of: dict[int, int] = {}
        self._taken: set[int] = set()

    def pair(self, *, by: str) -> None:
        """Join what is still alone and has the same key, where the key is unique on both sides."""
        old: dict[object, list[int]] = defaultdict(list)
        new: dict[object, list[int]] = defaultdict(list)
        for place, known in enumerate(self.known):
            if place not in self._taken:
                for key in _keys(known, by):
                    old[key].append(place)
        for place, household in enumerate(self.households):
            if place not in self.old_of:
                for key in _keys(household, by):
                    new[key].append(place)
        for key, places in new.items():
            match = old.get(key, ())
            if len(places) == len(match) == 1 and places[0] not in self.old_of and match[0] not in self._taken:
                self.old_of[places[0]] = match[0]
                self._taken.add(match[0])

    def alone(self) -> list[Known]:
        return [known for place, known in enumerate(self.known) if place not in self._taken]


def _keys(who: Household | Known, by: str) -> list[object]:
    khu_pho = who.khu_pho or ""
    if by == "number":
        return [(khu_pho, number_key(who.number))] if who.number else []
    if by == "person":
        return [(khu_pho, _person_key(who))]
    if by == "address":
        return [(khu_pho, address_key(who.address))]
    return [(khu_pho, name_key(who.representative), phone) for phone in who.phones]


def differences(
    households: Sequence[Household], existing: Iterable[Known], *, covered: Set[str], held: Set[str]
) -> Differences:
    """New, gone and changed households, for the khu phố in ``covered`` only.

    A known household whose line was rejected or set aside is neither gone nor unchanged: its number or address is in
    ``held`` (see ``held_keys``), and it waits until the line is mended.
    """
    known = [one for one in existing if not covered or one.khu_pho is None or one.khu_pho in covered]
    matching = _Matching(households, known)
    for by in ("person", "number", "address", "phone"):
        matching.pair(by=by)
    result = Differences()
    for place, household in enumerate(households):
        old = matching.old_of.get(place)
        if old is None:
            result.new.append(household)
            continue
        changed = _changed(known[old], household)
        if changed:
            result.changed.append(Change(known[old], household, changed))
        else:
            result.unchanged += 1
    result.gone = [one for one in matching.alone() if held.isdisjoint(held_keys(one.number, one.address))]
    return result


def held_keys(number: str | None, address: str | None) -> set[str]:
    """The marks by which a line that was not accepted still protects a known household from being called gone."""
    keys = {f"n {number_key(number)}"} if number else set()
    return keys | ({f"a {address_key(address)}"} if address else set())


def _changed(known: Known, household: Household) -> tuple[str, ...]:
    changed = []
    if household.number and number_key(household.number) != number_key(known.number or ""):
        changed.append("number")
    if name_key(known.representative) != name_key(household.representative):
        changed.append("representative")
    if address_key(known.address) != address_key(household.address):
        changed.append("address")
    if set(known.phones) != set(household.phones):
        changed.append("phones")
    return tuple(changed)
