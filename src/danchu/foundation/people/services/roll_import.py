"""Nhập danh sách hộ: a checked file into the register, in one transaction or not at all.

What a file leaves out changes nothing: a household without telephone in the file keeps its own, and one that is not
in the file stays, unless the head says that those have left.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.people import queries_roll
from danchu.foundation.people.models import ColumnMemory, Household, HouseholdChange, Member, Representation
from danchu.foundation.people.rollbook import Book, ColumnMap, Report, RollFileError
from danchu.foundation.people.rollbook import Household as Line
from danchu.foundation.people.rollbook import check as judge
from danchu.foundation.people.rollbook.text import person_key
from danchu.foundation.people.services import households, rows
from danchu.foundation.people.services.rows import MemberFacts
from danchu.foundation.places.models import KhuPho
from danchu.law.acts import Act
from danchu.law.people import Residence

Kind = HouseholdChange.Kind
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Choices:
    """Lựa chọn khi xem thử: hidden lines too, which of two lines to keep, whether those not in the file have left."""

    take_hidden: bool = False
    prefer: Collection[tuple[str, int]] = ()
    end_gone: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """Đã nhập: how many households were added, changed, ended; ``renumbered`` got another number than in the file."""

    created: int
    changed: int
    ended: int
    renumbered: int
    report: Report = field(compare=False, repr=False)


def preview(book: Book, *, ward_id: int, khu_pho: KhuPho | None, choices: Choices, at: datetime) -> Report:
    """Xem thử: what the import would do, against the register as it is now. Nothing is written."""
    known = queries_roll.known_households(ward_id, khu_pho_id=khu_pho.pk if khu_pho else None, day=clock.day(at))
    places = queries_roll.places_of(ward_id, khu_pho=khu_pho)
    return judge(book, known, places=places, take_hidden=choices.take_hidden, prefer=choices.prefer)


def fingerprint(report: Report) -> str:
    """Dấu của lần xem thử: equal only if the same lines would lead to the same changes."""
    digest = hashlib.sha256()

    def add(*what: object) -> None:
        digest.update(json.dumps(what, default=str).encode() + b"\n")

    for line in report.accepted:
        add("line", line.to_json())
    differences = report.differences
    if differences is not None:
        for line in differences.new:
            add("new", line.sheet, line.row)
        for known in differences.gone:
            add("gone", known.ref)
        for change in differences.changed:
            add("changed", change.known.ref, change.fields)
    return digest.hexdigest()


@transaction.atomic
def import_households(
    actor: Actor,
    *,
    ward_id: int,
    khu_pho: KhuPho | None,
    book: Book,
    choices: Choices = Choices(),
    seen: str | None = None,
    at: datetime,
) -> Imported:
    """Nhập danh sách hộ of one khu phố, or of the whole ward (``khu_pho`` None); all of it or nothing.

    The file is judged again under lock; ``seen`` is the ``fingerprint`` of the preview a person confirmed. Raises
    ``RollFileError``: ``roll.changed`` when the register is no longer as previewed, ``roll.nothing`` when no line can
    be taken. Refusals: permission, and ``people.rep_not_capable`` for a representative the register holds incapable.
    """
    check(actor, Act.PEOPLE_ROLL_IMPORT, Subject(ward_id, khu_pho.pk if khu_pho else None))
    places = {one.name: one for one in KhuPho.objects.select_for_update().filter(ward_id=ward_id, valid_to=None)}
    report = preview(book, ward_id=ward_id, khu_pho=khu_pho, choices=choices, at=at)
    if seen is not None and seen != fingerprint(report):
        raise RollFileError("roll.changed")
    if not report.accepted or report.differences is None:
        raise RollFileError("roll.nothing")
    work = _Import(book.filename, places, at)
    renumbered = work.add(report.differences.new)
    for change in report.differences.changed:
        work.change(change.known.ref, change.household, change.fields)
    # A file of the whole ward may lack a whole khu phố; only a khu phố's own list can say who has left.
    leaving = [one.ref for one in report.differences.gone] if choices.end_gone and khu_pho else []
    for ref in leaving:
        work.end(ref)
    done = Imported(len(report.differences.new), len(report.differences.changed), len(leaving), renumbered, report)
    facts = {"created": done.created, "changed": done.changed, "ended": done.ended, "rejected": len(report.rejected)}
    subject = f"khu_pho:{khu_pho.pk}" if khu_pho else f"ward:{ward_id}"
    journal.record(actor, Act.PEOPLE_ROLL_IMPORT, subject, facts, at, detail={"file": book.filename})
    return done


@transaction.atomic
def remember_columns(actor: Actor, *, ward_id: int, khu_pho: KhuPho | None, columns: ColumnMap, at: datetime) -> None:
    """Nhớ cách ghép cột: what was matched by hand once holds for the ward's next file."""
    check(actor, Act.PEOPLE_ROLL_IMPORT, Subject(ward_id, khu_pho.pk if khu_pho else None))
    known = queries_roll.remembered_columns(ward_id)
    kept = {**known.to_json(), **columns.to_json()}
    ColumnMemory.objects.update_or_create(ward_id=ward_id, defaults={"columns": kept})
    journal.record(actor, Act.PEOPLE_ROLL_IMPORT, f"columns:{ward_id}", {"columns": len(kept)}, at)


class _Import:
    """Một lần nhập: writes rows; the caller holds the lock and the transaction."""

    def __init__(self, filename: str, places: Mapping[str, KhuPho], at: datetime) -> None:
        self._places = places
        self._at = at
        self._reason = filename[:300]

    @property
    def _day(self) -> date:
        return clock.day(self._at)

    def add(self, lines: Sequence[Line]) -> int:
        """New households in bulk; how many got another number than their line has."""
        numbers, renumbered = self._numbers(lines)
        pairs = zip(lines, numbers, strict=True)
        while batch := list(islice(pairs, _BATCH)):
            self._add(batch)
        return renumbered

    def _add(self, batch: Sequence[tuple[Line, str]]) -> None:
        homes = Household.objects.bulk_create([self._household(line, number) for line, number in batch])
        firsts, heads = [], []
        for (line, _), home in zip(batch, homes, strict=True):
            phone = line.phones[0] if line.phones else ""
            firsts.append(self._new_member(home, line.representative, phone))
            if line.head and person_key(line.head) != person_key(line.representative):
                heads.append(self._new_member(home, line.head, ""))
        Member.objects.bulk_create([*firsts, *heads])
        Representation.objects.bulk_create(
            Representation(
                ward_id=one.ward_id, household=one.household, member=one, valid_from=self._day, reason=self._reason
            )
            for one in firsts
        )
        HouseholdChange.objects.bulk_create(self._created(home) for home in homes)

    def _household(self, line: Line, number: str) -> Household:
        khu_pho = self._places[line.khu_pho or ""]
        return Household(
            ward_id=khu_pho.ward_id,
            khu_pho=khu_pho,
            number=number,
            address=line.address,
            residence=line.residence or Residence.PERMANENT,
            valid_from=self._day,
        )

    def _new_member(self, home: Household, name: str, phone: str) -> Member:
        return Member(ward_id=home.ward_id, household=home, full_name=name, phone=phone, valid_from=self._day)

    def _created(self, home: Household) -> HouseholdChange:
        return HouseholdChange(
            ward_id=home.ward_id,
            household=home,
            kind=Kind.CREATED,
            on=self._day,
            after={"address": home.address, "residence": str(home.residence), "khu_pho": home.khu_pho.name},
            reason=self._reason,
            recorded_at=self._at,
        )

    def _numbers(self, lines: Sequence[Line]) -> tuple[list[str], int]:
        """A number for each line: its own where it is free, "3-007" for "7"; else the next of its khu phố.

        Numbers are the ward's and never used again, so one that another household ever had is not free.
        """
        ward_id = next((one.ward_id for one in self._places.values()), None)
        used = {
            number.casefold() for number in Household.objects.filter(ward_id=ward_id).values_list("number", flat=True)
        }
        given: list[str | None] = []
        renumbered = 0
        for line in lines:
            wanted = _ward_number(line.number, self._places[line.khu_pho or ""].order)
            free = wanted is not None and wanted.casefold() not in used
            renumbered += wanted is not None and not free
            given.append(wanted if free else None)
            if wanted is not None:
                used.add(wanted.casefold())
        last = {place.order: _last(used, place.order) for place in self._places.values()}
        numbers = []
        for line, own in zip(lines, given, strict=True):
            order = self._places[line.khu_pho or ""].order
            if own is None:
                last[order] += 1
            numbers.append(own or f"{order}-{last[order]:03d}")
        return numbers, renumbered

    def change(self, household_id: int, line: Line, fields: Collection[str]) -> None:
        """What the file says anew about a household; its history keeps what was, never a telephone number."""
        home = Household.objects.select_for_update().get(pk=household_id)
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        wanted = {"address": line.address, "residence": str(line.residence)}
        for name in wanted.keys() & set(fields):
            before[name], after[name] = str(getattr(home, name)), wanted[name]
            setattr(home, name, wanted[name])
        home.save(update_fields=["address", "residence"])
        if "representative" in fields:
            present = rows.representation_now(home)
            member = self._member(home, line)
            if rows.settle(home, rows.members_now(home), member, day=self._day, reason=self._reason):
                before["representative"] = present.name if present else ""
                after["representative"] = member.full_name
        if "phones" in fields:
            self._telephone(home, line, before, after)
        rows.note(home, Kind.CORRECTED, at=self._at, before=before, after=after, reason=self._reason)

    def _member(self, home: Household, line: Line) -> Member:
        """The member of that name, else a new one."""
        same = (one for one in rows.members_now(home) if person_key(one.full_name) == person_key(line.representative))
        found = next(same, None)
        return found or rows.add_members(home, [MemberFacts(line.representative)], day=self._day)[0]

    def _telephone(self, home: Household, line: Line, before: dict[str, Any], after: dict[str, Any]) -> None:
        """The representative's; of somebody outside the household no telephone is kept."""
        present = rows.representation_now(home)
        if present is None or present.member is None:
            return
        member = present.member
        member.phone = line.phones[0]
        member.save(update_fields=["phone"])
        shown = {"full_name": member.full_name, "capable": member.capable}
        before["members"], after["members"] = [shown], [{**shown, "phone": "changed"}]

    def end(self, household_id: int) -> None:
        """A household that is not in its khu phố's list any more."""
        home = Household.objects.select_for_update().select_related("khu_pho").get(pk=household_id)
        households.close(home, day=self._day)
        rows.note(home, Kind.ENDED, at=self._at, before={"khu_pho": home.khu_pho.name}, reason=self._reason)


def _ward_number(number: str | None, order: int) -> str | None:
    """ "7" of Khu phố 3 is "3-007"; other ways of numbering stay as written."""
    if number is None:
        return None
    return f"{order}-{int(number):03d}" if re.fullmatch(r"[0-9]{1,6}", number) else rows.tidy(number)


def _last(used: Collection[str], order: int) -> int:
    tails = (re.fullmatch(rf"{order}-([0-9]{{1,9}})", number) for number in used)
    return max((int(tail[1]) for tail in tails if tail), default=0)
