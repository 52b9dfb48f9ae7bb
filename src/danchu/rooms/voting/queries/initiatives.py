"""Sáng kiến: how many households stand behind each, who asked, what happens next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from danchu.foundation import clock
from danchu.foundation.access.can import Subject
from danchu.foundation.people import queries as people
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.places.settings import value
from danchu.law import proposals as law
from danchu.law.answers import Refusal, Refused
from danchu.law.days import Calendar
from danchu.law.people import WhoCounts
from danchu.rooms.voting.models import Endorsement, Initiative


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """Một sáng kiến với tình trạng của nó."""

    initiative: Initiative
    standing: law.Standing
    households: int


def initiative_by_slug(slug: str) -> Initiative:
    """The initiative at that address in this ward; ``Initiative.DoesNotExist`` otherwise."""
    return Initiative.objects.select_related("khu_pho", "ward", "proposer", "vote").get(slug=slug)


def initiatives_in(khu_pho_id: int | None = None) -> QuerySet[Initiative]:
    """Sáng kiến của khu phố (or the whole ward), newest first; those withdrawn are left out."""
    found = Initiative.objects.filter(withdrawn_at=None).select_related("khu_pho", "vote").order_by("-filed_at", "-pk")
    return found if khu_pho_id is None else found.filter(khu_pho_id=khu_pho_id)


def initiative_subject(initiative: Initiative, *, households: frozenset[int] | None = None) -> Subject:
    """What the permission question needs to know of an initiative."""
    return Subject(initiative.ward_id, initiative.khu_pho_id, households=households)


def initiative_by_id(initiative_id: int) -> Subject | None:
    """The same for a stored paper that keeps only the number; None where there is no such initiative here."""
    found = Initiative.objects.filter(pk=initiative_id).first()
    return None if found is None else initiative_subject(found, households=frozenset())


def counted_households(ward_id: int, khu_pho_id: int, on: date) -> frozenset[int]:
    """Hộ được tính của khu phố trong ngày: N, by the ward's setting."""
    who = WhoCounts(value(ward_id, "roll.who_counts", on))
    return frozenset(people.counting(khu_pho_id, who, on).values_list("pk", flat=True))


def proposal_facts(
    initiative: Initiative, counted: frozenset[int], given: Iterable[tuple[int, date]] | None = None
) -> law.ProposalFacts:
    """Dữ kiện của sáng kiến, of the households that count; nothing of those that have left since."""
    if given is None:
        given = given_to([initiative]).get(initiative.pk, [])
    return law.ProposalFacts(
        origin=law.Origin.INITIATIVE,
        matter=initiative.matter,
        scope="khu_pho",
        households=len(counted),
        state=_state(initiative),
        endorsements=tuple(law.Endorsement(home, on) for home, on in given if home in counted),
        front_approves=initiative.front_approved,
        proposer_resides=initiative.proposer_id in counted,
        rule_version=initiative.rule_version,
    )


def given_to(initiatives: Iterable[Initiative]) -> dict[int, list[tuple[int, date]]]:
    """Hộ và ngày đồng thuận của từng sáng kiến. One query."""
    found: dict[int, list[tuple[int, date]]] = {}
    rows = Endorsement.objects.filter(initiative__in=list(initiatives), ended_at=None)
    for initiative, home, on in rows.values_list("initiative_id", "household_id", "given_on"):
        found.setdefault(initiative, []).append((home, on))
    return found


def initiative_sentences(initiatives: Sequence[Initiative], at: datetime) -> list[tuple[Initiative, Mapping[str, str]]]:
    """Từng sáng kiến với câu nói nó đang ở đâu, by language; nothing is said of those put to the community.

    One query, and two more a khu phố.
    """
    on = clock.day(at)
    gathering = [one for one in initiatives if one.put_at is None]
    given = given_to(gathering)
    counted = {
        (one.ward_id, place): counted_households(one.ward_id, place, on)
        for place, one in {one.khu_pho_id: one for one in gathering}.items()
    }
    calendar = calendar_for(gathering[0].ward_id, on) if gathering else None
    told = []
    for one in initiatives:
        said: Mapping[str, str] = {}
        if one.put_at is None and calendar is not None:
            homes = counted[one.ward_id, one.khu_pho_id] | {one.proposer_id}
            facts = proposal_facts(one, homes, given.get(one.pk, []))
            said = _standing(facts, on, calendar).sentence
        told.append((one, said))
    return told


def _state(initiative: Initiative) -> law.ProposalState:
    if initiative.withdrawn_at is not None:
        return law.ProposalState.WITHDRAWN
    return law.ProposalState.PUT if initiative.put_at is not None else law.ProposalState.GATHERING


def initiative_row(initiative: Initiative, at: datetime) -> InitiativeRow:
    """Tình trạng của một sáng kiến: today's, or once it is settled that of its last day."""
    on = clock.day(initiative.put_at or initiative.withdrawn_at or at)
    counted = counted_households(initiative.ward_id, initiative.khu_pho_id, on)
    facts = proposal_facts(initiative, counted | {initiative.proposer_id})
    return InitiativeRow(initiative, _standing(facts, on, calendar_for(initiative.ward_id, on)), facts.households)


def _standing(facts: law.ProposalFacts, on: date, calendar: Calendar) -> law.Standing:
    found = law.standing(facts, on, calendar)
    if isinstance(found, Refusal):
        raise Refused(found)
    return found


def calendar_for(ward_id: int, on: date) -> Calendar:
    """The ward's calendar around that day."""
    return ward_calendar(ward_id, on)


def standing_endorsement(initiative: Initiative, household_id: int, at: datetime) -> Endorsement | None:
    """Sự đồng thuận của hộ này còn giá trị hôm nay, nếu có."""
    today = clock.day(at)
    found = Endorsement.objects.filter(initiative=initiative, household_id=household_id, ended_at=None).first()
    if found is None:
        return None
    until = law.valid_until(
        found.given_on, calendar_for(initiative.ward_id, found.given_on), version=initiative.rule_version
    )
    return found if until >= today else None
