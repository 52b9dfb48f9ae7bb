"""Sáng kiến của người dân (khoản 3 Điều 16 Luật): filed, endorsed, approved by the Front, put to the community."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor, Kind
from danchu.foundation.access.can import Subject, check
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.models import Household
from danchu.foundation.places.models import KhuPho
from danchu.foundation.text import slugify_vi
from danchu.law import proposals as law
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article, Convention
from danchu.law.forms import may_use
from danchu.law.matters import Form, Scope
from danchu.law.rules import RULE_VERSION
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import USUAL_REASON, Endorsement, Initiative, Vote
from danchu.rooms.voting.services.prepare import new_vote

BASIS = Article("L10", 16, 3)
RESERVED = frozenset({"moi", "moi-giay"})  # addresses of the initiatives themselves


@transaction.atomic
def file_initiative(
    actor: Actor,
    *,
    household: Household,
    matter: str,
    title: str,
    body: str,
    proposer_name: str,
    paper: StoredFile | None = None,
    at: datetime,
) -> Initiative:
    """Nêu sáng kiến: by the household's card, or written down by the head from a signed paper.

    The proposer's own household is the first that stands behind it. Refused: those of ``law.proposals.may_propose``.
    """
    khu_pho: KhuPho = household.khu_pho
    check(actor, Act.VOTING_INITIATIVE_FILE, Subject(khu_pho.ward_id, khu_pho.pk, households=frozenset({household.pk})))
    made = Initiative(
        ward_id=khu_pho.ward_id,
        khu_pho=khu_pho,
        matter=matter,
        rule_version=RULE_VERSION,
        title=title.strip(),
        body=body.strip(),
        proposer=household,
        proposer_name=proposer_name.strip(),
        filed_by_id=_staff(actor),
        paper=paper,
        filed_at=at,
    )
    counted = queries.counted_households(made.ward_id, made.khu_pho_id, clock.day(at))
    facts = law.ProposalFacts(
        origin=law.Origin.INITIATIVE,
        matter=matter,
        scope="khu_pho",
        households=len(counted),
        proposer_resides=household.pk in counted,
    )
    require(law.may_propose(facts))
    made.slug = _free_slug(made)
    made.save()
    _give(made, household.pk, on=clock.day(at), at=at, recorded_by=_staff(actor), paper=paper)
    journal.record(
        actor,
        Act.VOTING_INITIATIVE_FILE,
        initiative_key(made),
        {"matter": matter, "household": household.pk, "rules": made.rule_version},
        at,
        detail={"title": made.title},
    )
    return made


@transaction.atomic
def endorse_initiative(actor: Actor, *, initiative_id: int, at: datetime) -> Endorsement:
    """Đồng thuận bằng thẻ của hộ. Refused: those of ``law.proposals.may_endorse``."""
    initiative, counted = _begin(actor, Act.VOTING_INITIATIVE_ENDORSE, initiative_id, at, own=True)
    today = clock.day(at)
    household = actor.id or 0
    facts = queries.proposal_facts(initiative, counted)
    calendar = queries.calendar_for(initiative.ward_id, today)
    require(law.may_endorse(facts, household, today, calendar, counted=household in counted))
    given = _give(initiative, household, on=today, at=at)
    journal.record(actor, Act.VOTING_INITIATIVE_ENDORSE, initiative_key(initiative), {"household": household}, at)
    return given


@transaction.atomic
def unendorse_initiative(actor: Actor, *, initiative_id: int, at: datetime) -> None:
    """Hộ rút sự đồng thuận của mình, however it was given; twice is the same as once."""
    initiative, _ = _begin(actor, Act.VOTING_INITIATIVE_UNENDORSE, initiative_id, at, own=True)
    _gathering(initiative)
    initiative.endorsements.filter(household_id=actor.id, ended_at=None).update(ended_at=at)
    journal.record(actor, Act.VOTING_INITIATIVE_UNENDORSE, initiative_key(initiative), {"household": actor.id}, at)


@transaction.atomic
def record_endorsements(
    actor: Actor, *, initiative_id: int, numbers: Sequence[str], given_on: date, paper: StoredFile, at: datetime
) -> int:
    """Ghi các hộ đã ký trên một tờ danh sách: all of them or none; how many were written.

    Refused: ``proposal.given_later``, ``proposal.household_unknown`` with its number, those of
    ``law.proposals.may_endorse``.
    """
    initiative, counted = _begin(actor, Act.VOTING_INITIATIVE_RECORD, initiative_id, at)
    if given_on > clock.day(at):
        raise Refused(Refusal("proposal.given_later", Convention("proposal"), {"day": given_on}))
    homes = _homes(initiative, numbers)
    facts = queries.proposal_facts(initiative, counted)
    today = clock.day(at)
    calendar = queries.calendar_for(initiative.ward_id, given_on)
    for number, home in homes.items():
        answer = law.may_endorse(facts, home, today, calendar, counted=home in counted)
        if isinstance(answer, Refusal):
            raise Refused(Refusal(answer.code, answer.article, {**answer.details, "number": number}))
        _give(initiative, home, on=given_on, at=at, recorded_by=actor.id, paper=paper)
    journal.record(
        actor,
        Act.VOTING_INITIATIVE_RECORD,
        initiative_key(initiative),
        {"households": sorted(homes.values()), "given": given_on.isoformat(), "file": paper.sha256},
        at,
    )
    return len(homes)


@transaction.atomic
def approve_initiative(actor: Actor, *, initiative_id: int, approves: bool, reason: str, at: datetime) -> Initiative:
    """Ban công tác Mặt trận tán thành hay không: enough below a tenth; a no says why (``proposal.reason``)."""
    initiative, _ = _begin(actor, Act.VOTING_INITIATIVE_APPROVE, initiative_id, at)
    _gathering(initiative)
    if not approves and not reason.strip():
        raise Refused(Refusal("proposal.reason", Convention("proposal")))
    initiative.front_approved, initiative.front_reason = approves, "" if approves else reason.strip()
    initiative.front_by_id, initiative.front_at = actor.id, at
    initiative.save(update_fields=["front_approved", "front_reason", "front_by", "front_at"])
    journal.record(
        actor,
        Act.VOTING_INITIATIVE_APPROVE,
        initiative_key(initiative),
        {"approves": approves},
        at,
        detail={"reason": initiative.front_reason},
    )
    return initiative


@transaction.atomic
def put_initiative(
    actor: Actor,
    *,
    initiative_id: int,
    form: str,
    wording: Mapping[str, str],
    online_reason: str = USUAL_REASON,
    at: datetime,
) -> Vote:
    """Đưa sáng kiến ra cộng đồng: it becomes a vote, by a form that may decide its matter.

    Refused: those of ``law.proposals.may_put`` and of ``law.forms.may_use``.
    """
    initiative, counted = _begin(actor, Act.VOTING_INITIATIVE_PUT, initiative_id, at)
    today = clock.day(at)
    facts = queries.proposal_facts(initiative, counted)
    require(law.may_put(facts, today, queries.calendar_for(initiative.ward_id, today)))
    require(may_use(initiative.matter, Scope.KHU_PHO, form, version=initiative.rule_version))
    vote = new_vote(
        actor,
        khu_pho=initiative.khu_pho,
        wording=wording,
        matter=initiative.matter,
        form=Form(form),
        online_reason=online_reason,
        at=at,
    )
    initiative.vote, initiative.put_at = vote, at
    initiative.save(update_fields=["vote", "put_at"])
    journal.record(actor, Act.VOTING_INITIATIVE_PUT, initiative_key(initiative), {"vote": vote.pk, "form": form}, at)
    return vote


@transaction.atomic
def withdraw_initiative(actor: Actor, *, initiative_id: int, at: datetime) -> Initiative:
    """Người nêu sáng kiến rút lại: by the proposer's household alone; nothing is deleted."""
    initiative, _ = _begin(actor, Act.VOTING_INITIATIVE_WITHDRAW, initiative_id, at, own=True, proposer=True)
    _gathering(initiative)
    initiative.withdrawn_at = at
    initiative.save(update_fields=["withdrawn_at"])
    journal.record(actor, Act.VOTING_INITIATIVE_WITHDRAW, initiative_key(initiative), {}, at)
    return initiative


def initiative_key(row: Initiative) -> str:
    """How the journal names it."""
    return f"initiative:{row.pk}"


def _begin(
    actor: Actor, act: Act, initiative_id: int, at: datetime, *, own: bool = False, proposer: bool = False
) -> tuple[Initiative, frozenset[int]]:
    """Lock the initiative and ask whether this actor may; with the households that count today."""
    locked = Initiative.objects.select_for_update(of=("self",)).select_related("khu_pho")
    initiative = locked.get(pk=initiative_id)
    homes = None
    if own:
        homes = frozenset({initiative.proposer_id}) if proposer else frozenset({actor.id or 0})
    check(actor, act, queries.initiative_subject(initiative, households=homes))
    return initiative, queries.counted_households(initiative.ward_id, initiative.khu_pho_id, clock.day(at))


def _gathering(initiative: Initiative) -> None:
    if initiative.put_at is not None or initiative.withdrawn_at is not None:
        raise Refused(Refusal("proposal.settled", Convention("proposal")))


def _give(
    initiative: Initiative,
    household: int,
    *,
    on: date,
    at: datetime,
    recorded_by: int | None = None,
    paper: StoredFile | None = None,
) -> Endorsement:
    """One standing endorsement a household: what expired before makes room for it."""
    initiative.endorsements.filter(household_id=household, ended_at=None).update(ended_at=at)
    return Endorsement.objects.create(
        ward_id=initiative.ward_id,
        initiative=initiative,
        household_id=household,
        given_on=on,
        recorded_by_id=recorded_by,
        paper=paper,
        recorded_at=at,
    )


def _homes(initiative: Initiative, numbers: Sequence[str]) -> dict[str, int]:
    """The household behind each number of the list, each once."""
    known = {
        number.casefold(): pk
        for pk, number in Household.objects.filter(khu_pho_id=initiative.khu_pho_id, valid_to=None).values_list(
            "pk", "number"
        )
    }
    for number in numbers:
        if number.casefold() not in known:
            raise Refused(Refusal("proposal.household_unknown", Convention("proposal"), {"number": number}))
    return {number: known[number.casefold()] for number in {one.casefold(): one for one in numbers}.values()}


def _staff(actor: Actor) -> int | None:
    return actor.id if actor.kind is Kind.STAFF else None


def _free_slug(initiative: Initiative) -> str:
    base = slugify_vi(initiative.title)[:70].strip("-") or "sang-kien"
    if base not in RESERVED and not Initiative.objects.filter(slug=base).exists():
        return base
    return f"{base}-{secrets.token_hex(3)}"
