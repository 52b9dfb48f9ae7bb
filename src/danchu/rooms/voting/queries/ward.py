"""Việc của cả phường: where it stands in each khu phố, how many approve, from when it is in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from danchu.foundation import clock
from danchu.law import aftermath
from danchu.law import proposals as law
from danchu.law.answers import Outcome, Refusal
from danchu.law.matters import Form, Scope
from danchu.law.people import Role
from danchu.law.states import RoundKind, State
from danchu.law.voting import Agreement
from danchu.rooms.voting.models import Vote, WardDecision
from danchu.rooms.voting.queries.initiatives import calendar_for
from danchu.rooms.voting.queries.votes import has_count

# A khu phố's figures count once they are sealed: nothing in them changes any more.
_SEALED = frozenset({State.SEALED, State.ANNOUNCED, State.SENT})


@dataclass(frozen=True, slots=True)
class UnitRow:
    """Một khu phố trong việc của phường; ``outcome`` once its figures are sealed."""

    vote: Vote
    households: int | None
    yes: int | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class WardRow:
    """Một việc của phường với tình trạng của nó."""

    decision: WardDecision
    standing: law.Standing | Refusal
    units: tuple[UnitRow, ...]
    total: Outcome | Refusal
    effect: aftermath.InEffect | Refusal


def ward_decision_by_slug(slug: str) -> WardDecision:
    """The matter at that address; ``WardDecision.DoesNotExist`` otherwise."""
    return WardDecision.objects.select_related("proposed_by", "agreed_by").get(slug=slug)


def ward_decisions() -> QuerySet[WardDecision]:
    """Việc của phường, newest first; those withdrawn are left out."""
    return WardDecision.objects.filter(withdrawn_at=None).order_by("-proposed_at", "-pk")


def ward_facts(made: WardDecision, on: date) -> law.ProposalFacts:  # noqa: ARG001 - shaped like its neighbours
    """Dữ kiện của đề xuất: the Chairman proposed, the Front's Chairman agrees or not yet."""
    agreements = [Agreement(made.proposed_by_id, frozenset({Role.WARD_CHAIR}))]
    if made.agreed_by_id is not None:
        agreements.append(Agreement(made.agreed_by_id, frozenset({Role.WARD_FRONT})))
    state = law.ProposalState.GATHERING
    if made.put_at is not None:
        state = law.ProposalState.PUT
    elif made.withdrawn_at is not None:
        state = law.ProposalState.WITHDRAWN
    return law.ProposalFacts(
        origin=law.Origin.WARD,
        matter=made.matter,
        scope=Scope.WARD,
        households=1,
        state=state,
        agreements=tuple(agreements),
        rule_version=made.rule_version,
    )


def ward_row(made: WardDecision, at: datetime) -> WardRow:
    """Tình trạng lúc này: who agreed, what each khu phố decided, the total, the effect."""
    on = clock.day(at)
    results, counted = _results(made)
    whole = aftermath.of_ward(made.matter, results, form=Form(made.form), version=made.rule_version)
    total: Outcome | Refusal
    by_unit: Mapping[int, Outcome]
    if isinstance(whole, Refusal):
        total = whole
        by_unit = {one.unit: found for one in results if (found := _alone(made, one)) is not None}
    else:
        total, by_unit = whole
    units = tuple(
        UnitRow(vote, one.households or None, one.yes, by_unit.get(one.unit))
        for vote, one in zip(counted, results, strict=True)
    )
    standing = law.standing(ward_facts(made, on), on, calendar_for(made.ward_id, on))
    return WardRow(made, standing, units, total, _effect(made, total, on))


def ward_total(made: WardDecision) -> Outcome | Refusal:
    """Kết quả của cả phường; a refusal while a khu phố has none."""
    total = aftermath.of_ward(made.matter, _results(made)[0], form=Form(made.form), version=made.rule_version)
    return total if isinstance(total, Refusal) else total[0]


def ward_decided_on(made: WardDecision) -> date | None:
    """The day on which the last khu phố decided."""
    ended = made.votes.filter(rounds__kind=RoundKind.CONTENT).values_list("rounds__closes_at", flat=True)
    return max((clock.day(moment) for moment in ended), default=None)


def _results(made: WardDecision) -> tuple[tuple[aftermath.UnitResult, ...], list[Vote]]:
    """The newest vote of each khu phố, with its figures once they are sealed."""
    votes = made.votes.select_related("khu_pho", "roll").prefetch_related("rounds").order_by("pk")
    newest = {vote.khu_pho_id: vote for vote in votes}
    counted = sorted(newest.values(), key=lambda vote: (vote.khu_pho.order, vote.khu_pho_id))
    return tuple(_result(vote) for vote in counted), counted


def _result(vote: Vote) -> aftermath.UnitResult:
    content = next((one for one in vote.rounds.all() if one.kind == RoundKind.CONTENT), None)
    if content is None or vote.state not in _SEALED or not has_count(content):
        return aftermath.UnitResult(vote.khu_pho_id, content.households if content else 0, None)
    return aftermath.UnitResult(vote.khu_pho_id, content.households, content.yes)


def _alone(made: WardDecision, one: aftermath.UnitResult) -> Outcome | None:
    """One khu phố's own result while others have none yet."""
    if one.yes is None:
        return None
    found = aftermath.of_ward(made.matter, (one,), form=Form(made.form), version=made.rule_version)
    return None if isinstance(found, Refusal) else found[1][one.unit]


def _effect(made: WardDecision, total: Outcome | Refusal, on: date) -> aftermath.InEffect | Refusal:
    facts = aftermath.DecisionFacts(
        state=aftermath.DecisionState.SENT,
        matter=made.matter,
        ended_on=ward_decided_on(made) or on,
        scope=Scope.WARD,
        passed=isinstance(total, Outcome) and total.passed,
        ubnd_set_on=made.effective_on,
        rule_version=made.rule_version,
    )
    return aftermath.in_effect(facts)
