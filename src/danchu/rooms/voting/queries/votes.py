"""Một cuộc biểu quyết: its facts for the procedure, its rounds, its team, its outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from danchu.foundation import clock
from danchu.foundation.access.can import Subject
from danchu.foundation.people.models import Roll, RollLine, RollRequest
from danchu.foundation.places.settings import value
from danchu.law import voting as law
from danchu.law.answers import Outcome, Refusal, Refused
from danchu.law.matters import Form, Scope
from danchu.law.outcome import form_poll, outcome
from danchu.law.people import Capacity, Role
from danchu.law.states import Phase, RoundKind, State
from danchu.law.voting_acts import phase_at
from danchu.rooms.voting.models import (
    Dispute,
    Outage,
    Round,
    Signature,
    TeamMember,
    TwoPersonAct,
    Vote,
)
from danchu.rooms.voting.queries.group import group_part, group_running
from danchu.rooms.voting.queries.meetings import subject_of_meeting
from danchu.rooms.voting.queries.slips import collecting, slip_part


class StillSealed(RuntimeError):
    """Kết quả còn niêm phong: choices were asked for before the close was written; always a mistake of ours."""


def vote_by_slug(slug: str) -> Vote:
    """The vote at that address in this ward; ``Vote.DoesNotExist`` otherwise."""
    return Vote.objects.select_related("khu_pho", "ward", "roll", "contact", "proposed_by").get(slug=slug)


def rounds_of(vote: Vote) -> dict[str, Round]:
    """The vote's rounds by kind."""
    return {one.kind: one for one in vote.rounds.all()}


def team_of(vote: Vote) -> QuerySet[TeamMember]:
    """Members now, the leader first."""
    return vote.team.filter(left_at=None).select_related("staff").order_by("-leader", "pk")


def subject_of(vote: Vote, *, households: frozenset[int] | None = None) -> Subject:
    """What the permission question needs to know of a vote; at a meeting its chair leads and its officers help."""
    if vote.meeting is not None:
        at_meeting = subject_of_meeting(vote.meeting)
        return replace(at_meeting, households=households)
    team = list(vote.team.filter(left_at=None).values_list("staff_id", "leader", "capacities"))
    return Subject(
        ward_id=vote.ward_id,
        khu_pho_id=vote.khu_pho_id,
        team=frozenset(staff for staff, _, _ in team),
        leader=next((staff for staff, leads, _ in team if leads), None),
        for_front=frozenset(staff for staff, _, capacities in team if Capacity.FRONT in capacities),
        households=households,
    )


def subject_by_id(vote_id: int) -> Subject | None:
    """The same for what keeps only the vote's number, like a stored paper; None where there is no such vote here."""
    vote = Vote.objects.filter(pk=vote_id).first()
    return None if vote is None else subject_of(vote, households=frozenset())


def with_facts(votes: QuerySet[Vote]) -> QuerySet[Vote]:
    """Votes with everything ``facts_of`` reads, for a list: a constant number of queries. For reading alone."""
    fetched = votes.select_related("khu_pho", "roll").annotate(**_counts())
    return fetched.prefetch_related("rounds", "agreements", "confirmations", "team")


def facts_of(vote: Vote, at: datetime) -> law.VoteFacts:
    """Everything the procedure asks about, frozen now; nothing is read again of a vote from ``with_facts``."""
    rounds = rounds_of(vote)
    form, content = rounds.get(RoundKind.FORM), rounds.get(RoundKind.CONTENT)
    counted = _counted(vote)
    return law.VoteFacts(
        state=State(vote.state),
        matter=vote.matter,
        scope=vote.scope,
        form=Form(vote.form),
        meeting_failed=vote.after_meeting_id is not None,
        agreements=tuple(
            law.Agreement(one.staff_id, frozenset(Role(role) for role in one.roles)) for one in vote.agreements.all()
        ),
        application_chosen=vote.application_chosen_at is not None,
        means=_means(vote),
        reported=vote.reported_at is not None,
        team=tuple(
            law.TeamMember(one.staff_id, frozenset(Capacity(key) for key in one.capacities), one.leader)
            for one in vote.team.all()
            if one.left_at is None
        ),
        roll=_roll_facts(vote, counted, at),
        form_poll=law.FormPollFacts(opened=form is not None, passed=form_poll_passed(form)),
        confirmed_by=frozenset(
            one.staff_id for one in vote.confirmations.all() if vote.text_digest and one.digest == vote.text_digest
        ),
        notice_published=vote.notice_at is not None,
        opens_at=content.opens_at if content else None,
        closes_at=content.closes_at if content else None,
        extended=content is not None and content.extended_at is not None,
        outage_recorded=counted["count_outages"] > 0,
        open_disputes=counted["count_disputes"],
        signatures=counted["count_signatures"],
        today=clock.day(at),
        rule_version=vote.rule_version,
        slips=slip_part(vote, content, counted["count_disputes"]),
        group=group_part(vote, content),
    )


def _counts() -> dict[str, Coalesce]:
    """What the procedure asks only the number of."""
    return {
        "count_lines": _count(RollLine.objects.all(), "roll", "roll"),
        "count_requests": _count(RollRequest.objects.filter(decided_at=None), "roll", "roll"),
        "count_outages": _count(Outage.objects.all(), "vote", "pk"),
        "count_disputes": _count(Dispute.objects.filter(resolved_at=None), "round__vote", "pk"),
        "count_signatures": _count(Signature.objects.all(), "vote", "pk"),
    }


def _count(rows: QuerySet, field: str, of: str) -> Coalesce:
    counted = rows.filter(**{field: OuterRef(of)}).order_by().annotate(whose=F(field)).values("whose")
    return Coalesce(Subquery(counted.annotate(found=Count("pk")).values("found"), output_field=IntegerField()), 0)


def _counted(vote: Vote) -> dict[str, int]:
    """The counts, as they came with the vote or else in one query."""
    names = _counts()
    if all(name in vote.__dict__ for name in names):
        return {name: vote.__dict__[name] for name in names}
    return Vote.objects.filter(pk=vote.pk).values(**names).get()


def _means(vote: Vote) -> law.Means | None:
    if vote.means_internet is None or vote.means_without_device is None:
        return None
    return law.Means(vote.means_internet, vote.means_without_device, vote.means_help)


def _roll_facts(vote: Vote, counted: dict[str, int], at: datetime) -> law.RollFacts | None:
    roll = vote.roll
    if roll is None:
        return None
    shown_on = clock.day(roll.shown_at) if roll.shown_at else None
    return law.RollFacts(
        households=roll.households if roll.households is not None else counted["count_lines"],
        shown_on=shown_on,
        display_days=_display_days(vote, roll, shown_on, at),
        open_requests=counted["count_requests"],
        frozen=roll.frozen_at is not None,
    )


def _display_days(vote: Vote, roll: Roll, shown_on: date | None, at: datetime) -> int:
    """As posted; before that, as the ward's setting asks today."""
    if roll.shown_until and shown_on:
        return (roll.shown_until - shown_on).days
    return int(value(vote.ward_id, "roll.display_days", clock.day(at)))


def form_poll_passed(form: Round | None) -> bool | None:
    """Whether the form poll reached its threshold; None until it is closed or recorded."""
    if form is None or form.closed_at is None:
        return None
    answer = form_poll_outcome(form)
    return isinstance(answer, Outcome) and answer.passed


def form_poll_outcome(form: Round) -> Outcome | Refusal:
    """The form poll's result by the rule the vote was opened under."""
    yes, no = form.yes or 0, (form.no or 0) + (form.other or 0)
    return form_poll(form.households, yes, no, version=form.vote.rule_version)


def has_count(content: Round) -> bool:
    """Whether there is a count to read: the close is written, and slips, hands or the sealed sum are counted."""
    return content.closed_at is not None and content.yes is not None


def undecided(content: Round) -> bool:
    """Whether too few came to the meeting for this matter: nothing was counted, nothing was decided."""
    if not content.at_meeting or content.closed_at is None:
        return False
    return not any((content.yes, content.no, content.other, content.invalid))


def is_secret(found: Round) -> bool:
    """Whether this round is answered with sealed ballots: the content of a secret online vote, never its form poll."""
    return found.kind == RoundKind.CONTENT and found.vote.form == Form.ONLINE and found.vote.secret


def content_outcome(vote: Vote, content: Round) -> Outcome | Refusal:
    """The result of a closed vote by the rule it was opened under; computed, never stored as typed."""
    if not has_count(content):
        raise StillSealed(vote.pk)
    return outcome(
        vote.matter,
        Scope.KHU_PHO,
        vote.form,
        content.households,
        content.yes or 0,
        content.no or 0,
        content.other or 0,
        content.invalid or 0,
        present=content.present,
        meeting_failed=_slips_open(vote),
        version=vote.rule_version,
    )


def _slips_open(vote: Vote) -> bool:
    """Whether slips may decide here: after a meeting to which too few came, or where the Chairman chose them (19.1a).

    A matter of the ward is counted in each khu phố by the khu phố's own rule.
    """
    chosen = vote.scope == Scope.WARD and vote.form == Form.SLIP
    return chosen or vote.after_meeting_id is not None


def counts_choices(found: Round) -> bool:
    """Whether its count is the choices in the register; slips and hands are counted by people, a secret sum by keys."""
    return (found.kind == RoundKind.FORM or found.vote.form == Form.ONLINE) and not is_secret(found)


def taken_online(found: Round) -> bool:
    """Whether its entries come through this site."""
    return found.kind == RoundKind.FORM or (found.vote.form == Form.ONLINE and not found.vote.in_group)


def round_running(found: Round, at: datetime) -> bool:
    """Whether ballots are being taken online now."""
    return (
        taken_online(found)
        and found.closed_at is None
        and found.stopped_at is None
        and not found.at_meeting
        and found.opens_at <= at < found.closes_at
        and _vote_takes_ballots(found)
    )


def _vote_takes_ballots(found: Round) -> bool:
    wanted = State.PREPARING if found.kind == RoundKind.FORM else State.SCHEDULED
    return found.vote.state == wanted


def running_round(vote: Vote, at: datetime) -> Round | None:
    """The round that takes ballots online now, if any."""
    return next((one for one in rounds_of(vote).values() if round_running(one, at)), None)


def asked_now(vote: Vote, at: datetime) -> Round | None:
    """The round households are asked in now: their ballots are taken online, or their slips are out."""
    content = rounds_of(vote).get(RoundKind.CONTENT)
    elsewhere = collecting(vote, content, at) or group_running(vote, content, at)
    return running_round(vote, at) or (content if elsewhere else None)


def open_two_person_acts(vote: Vote) -> QuerySet[TwoPersonAct]:
    """Acts that wait for a second person."""
    return vote.two_person_acts.filter(done_at=None, dropped_at=None).select_related("asked_by")


def threshold_of(found: Round) -> Outcome:
    """Mức cần đạt của một lần hỏi: ``needed`` of ``of`` by the rule of its vote; nothing is counted for it."""
    vote = found.vote
    if found.kind == RoundKind.FORM:
        answer = form_poll(found.households, 0, version=vote.rule_version)
    else:
        answer = outcome(
            vote.matter,
            Scope.KHU_PHO,
            vote.form,
            found.households,
            0,
            present=0,
            meeting_failed=_slips_open(vote),
            version=vote.rule_version,
        )
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return answer


def phase_of(vote: Vote, at: datetime) -> Phase:
    """Giai đoạn lúc này, from the row and its content round alone."""
    content = rounds_of(vote).get(RoundKind.CONTENT)
    if content is not None and content.at_meeting and vote.state == State.SCHEDULED:
        return Phase.SCHEDULED  # no clock opens or closes it: the hall does
    times = {"opens_at": content.opens_at, "closes_at": content.closes_at} if content else {}
    return phase_at(law.VoteFacts(state=State(vote.state), matter=vote.matter, **times), at)
