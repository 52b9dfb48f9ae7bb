"""So hộ với hộ: duplicates inside a file and differences from the last list."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Hashable, Iterable, Iterator, Sequence, Set
from itertools import groupby

from danchu.foundation.people.rollbook.model import Household, Known
from danchu.foundation.people.rollbook.report import Change, Differences, Duplicate
from danchu.foundation.people.rollbook.text import person_key, plain

_SEVERAL = -1

_FILLING = re.compile(r"\b(?:so nha|nha so|so)\s+")
_PLACE_NUMBER = re.compile(r"(\d+)$")
_BEYOND = re.compile(r"\s(?:khu pho|kp|phuong|thanh pho|tp)\b.*")
_COMPARED = ("number", "representative", "head", "address", "phones", "residence", "members", "since", "note")


def number_key(number: str, khu_pho: str | None) -> str:
    """A household number without what only looks different: in Khu phố 3 "007", "7" and "3-007" are one number."""
    key = plain(number)
    place = _PLACE_NUMBER.search(plain(khu_pho or ""))
    own = place and re.fullmatch(rf"0*{place[1]} (\d+)", key)
    return (own[1] if own else key).lstrip("0") or "0"


def address_key(address: str) -> str:
    """An address without the words that do not tell two houses apart."""
    return _BEYOND.sub("", " " + _FILLING.sub("", plain(address))).strip()


def _who_key(who: Household | Known) -> tuple[str, str]:
    return (person_key(who.representative), address_key(who.address))


def split_duplicates(
    found: Sequence[Household], prefer: Collection[tuple[str, int]]
) -> tuple[list[Household], list[Duplicate]]:
    """The households to keep, and those that repeat one of them.

    The first of several is kept, unless ``prefer`` names another by (sheet, row).
    """
    order: Iterable[int] = range(len(found))
    if prefer:
        order = sorted(order, key=lambda place: (found[place].sheet, found[place].row) not in prefer)
    seen: dict[int, int] = {}
    dropped: set[int] = set()
    duplicates: list[Duplicate] = []
    for place in order:
        household = found[place]
        # A hash of the key, not the key, keeps 100,000 households small; a hit is compared in full.
        keys = [(reason, key) for reason in ("number", "person") for key in _keys(household, reason)]
        for reason, key in keys:
            first = seen.get(hash((reason, key)))
            if first is not None and key in _keys(found[first], reason):
                dropped.add(place)
                duplicates.append(Duplicate(found[first], household, reason, _differing(found[first], household)))
                break
        else:
            seen.update((hash(marked), place) for marked in keys)
    kept = [household for place, household in enumerate(found) if place not in dropped]
    duplicates.sort(key=lambda duplicate: (duplicate.dropped.sheet, duplicate.dropped.row))
    return kept, duplicates


def _differing(one: Household, other: Household) -> tuple[str, ...]:
    def value(household: Household, name: str) -> object:
        raw = getattr(household, name)
        if name in ("representative", "head"):
            return person_key(raw or "")
        if name == "number":
            return number_key(raw or "", household.khu_pho)
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
        old = self._unique(self.known, self._taken, by)
        for key, place in self._unique(self.households, self.old_of, by).items():
            match = old.get(key, _SEVERAL)
            alone = _SEVERAL not in (place, match) and place not in self.old_of and match not in self._taken
            if alone and not set(_keys(self.households[place], by)).isdisjoint(_keys(self.known[match], by)):
                self.old_of[place] = match
                self._taken.add(match)

    @staticmethod
    def _unique(of: Sequence[Household | Known], done: Container[int], by: str) -> dict[int, int]:
        """Place by hashed key; ``_SEVERAL`` where more than one has it."""
        found: dict[int, int] = {}
        for place, who in enumerate(of):
            if place not in done:
                for key in _keys(who, by):
                    found[hash(key)] = _SEVERAL if hash(key) in found else place
        return found

    def alone(self) -> list[Known]:
        """Known households nothing was joined to."""
        return [known for place, known in enumerate(self.known) if place not in self._taken]


def _keys(who: Household | Known, by: str) -> list[Hashable]:
    khu_pho = who.khu_pho or ""
    if by == "number":
        return [(khu_pho, number_key(who.number, who.khu_pho))] if who.number else []
    if by == "person":
        return [(khu_pho, _who_key(who))]
    if by == "address":
        return [(khu_pho, address_key(who.address))]
    return [(khu_pho, person_key(who.representative), phone) for phone in who.phones]


def differences(
    households: Sequence[Household], existing: Iterable[Known], *, covered: Set[str], held: Set[str]
) -> Differences:
    """New, gone and changed households, for the khu phố in ``covered`` only.

    A known household whose line was rejected or set aside is neither gone nor unchanged: its number or address is in
    ``held`` (see ``held_keys``), and it waits until the line is mended.
    """
    of: dict[str, list[int]] = {}
    for place, household in enumerate(households):
        of.setdefault(household.khu_pho or "", []).append(place)
    result, changed, met = Differences(), [], bytearray(len(households))
    for khu_pho, run in _by_khu_pho(existing):
        if covered and khu_pho and khu_pho not in covered:
            continue
        places = of.get(khu_pho, [])
        known = list(run)
        matching = _Matching([households[place] for place in places], known)
        for by in ("person", "number", "address", "phone"):
            matching.pair(by=by)
        for own, old in matching.old_of.items():
            place = places[own]
            met[place] = 1
            fields = _changed(known[old], households[place])
            if fields:
                changed.append((place, Change(known[old], households[place], fields)))
            else:
                result.unchanged += 1
        alone = matching.alone()
        result.gone += [one for one in alone if held.isdisjoint(held_keys(one.number, one.address, one.khu_pho))]
    result.new = [household for place, household in enumerate(households) if not met[place]]
    result.changed = [change for _, change in sorted(changed, key=lambda pair: pair[0])]
    return result


def _by_khu_pho(existing: Iterable[Known]) -> Iterator[tuple[str, Iterator[Known]]]:
    """The last list in runs of one khu phố each, so that a large ward's is never held whole.

    A list is put in order; a stream must be: households of one khu phố are compared with each other only.
    """
    ordered = sorted(existing, key=_khu_pho) if isinstance(existing, Sequence) else existing
    done: set[str] = set()
    for khu_pho, run in groupby(ordered, key=_khu_pho):
        if khu_pho in done:
            raise ValueError("known households out of order")
        done.add(khu_pho)
        yield khu_pho, run


def _khu_pho(one: Known) -> str:
    return one.khu_pho or ""


def held_keys(number: str | None, address: str | None, khu_pho: str | None) -> set[str]:
    """The marks by which a line that was not accepted still protects a known household from being called gone."""
    keys = {f"n {number_key(number, khu_pho)}"} if number else set()
    return keys | ({f"a {address_key(address)}"} if address else set())


def _changed(known: Known, household: Household) -> tuple[str, ...]:
    """What the file says anew. What it leaves empty changes nothing, and a household keeps its number."""
    changed = []
    if person_key(known.representative) != person_key(household.representative):
        changed.append("representative")
    if address_key(known.address) != address_key(household.address):
        changed.append("address")
    if household.phones and set(household.phones).isdisjoint(known.phones):
        changed.append("phones")
    if None not in (household.residence, known.residence) and household.residence != known.residence:
        changed.append("residence")
    return tuple(changed)
