"""Đọc các cuộc biểu quyết. Only ``tally`` and ``other_opinions`` look at choices, after the close is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django_scopes import scopes_disabled

from danchu.foundation import clock
from danchu.foundation.access.can import Subject
from danchu.foundation.people.models import RollLine
from danchu.foundation.text import fold
from danchu.law import voting as law
from danchu.law.answers import Outcome, Refusal, Refused
from danchu.law.outcome import form_poll, outcome
from danchu.law.people import Capacity, Role
from danchu.law.states import Choice, Phase, RoundKind, State
from danchu.law.voting_acts import phase_at
from danchu.rooms.voting.models import (
    AssistedSession,
    Ballot,
    BallotChoice,
    Dispute,
    RefusedEntry,
    Round,
    TeamMember,
    TwoPersonAct,
    Vote,
)

STANDING = Q(superseded_at=None, voided_at=None)


class StillSealed(RuntimeError):
    """Kết quả còn niêm phong: choices were asked for before the close was written; always a mistake of ours."""


# --- one vote


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
    """What the permission question needs to know of a vote."""
    team = list(vote.team.filter(left_at=None).values_list("staff_id", "leader", "capacities"))
    return Subject(
        ward_id=vote.ward_id,
        khu_pho_id=vote.khu_pho_id,
        team=frozenset(staff for staff, _, _ in team),
        leader=next((staff for staff, leads, _ in team if leads), None),
        for_front=frozenset(staff for staff, _, capacities in team if Capacity.FRONT in capacities),
        households=households,
    )


def facts_of(vote: Vote, at: datetime) -> law.VoteFacts:
    """Everything the procedure asks about, frozen now."""
    rounds = rounds_of(vote)
    form, content = rounds.get(RoundKind.FORM), rounds.get(RoundKind.CONTENT)
    return law.VoteFacts(
        state=State(vote.state),
        matter=vote.matter,
        scope=vote.scope,
        agreements=tuple(
            law.Agreement(one.staff_id, frozenset(Role(role) for role in one.roles)) for one in vote.agreements.all()
        ),
        application_chosen=vote.application_chosen_at is not None,
        means=_means(vote),
        reported=vote.reported_at is not None,
        team=tuple(
            law.TeamMember(one.staff_id, frozenset(Capacity(key) for key in one.capacities), one.leader)
            for one in vote.team.filter(left_at=None)
        ),
        roll=_roll_facts(vote),
        form_poll=law.FormPollFacts(opened=form is not None, passed=form_poll_passed(form)),
        confirmed_by=frozenset(
            vote.confirmations.filter(digest=vote.text_digest).values_list("staff_id", flat=True)
            if vote.text_digest
            else ()
        ),
        notice_published=vote.notice_at is not None,
        opens_at=content.opens_at if content else None,
        closes_at=content.closes_at if content else None,
        extended=content is not None and content.extended_at is not None,
        outage_recorded=vote.outages.exists(),
        open_disputes=Dispute.objects.filter(round__vote=vote, resolved_at=None).count(),
        signatures=vote.signatures.count(),
        today=clock.day(at),
        rule_version=vote.rule_version,
    )


def _means(vote: Vote) -> law.Means | None:
    if vote.means_internet is None or vote.means_without_device is None:
        return None
    return law.Means(vote.means_internet, vote.means_without_device, vote.means_help)


def _roll_facts(vote: Vote) -> law.RollFacts | None:
    roll = vote.roll
    if roll is None:
        return None
    shown_on = clock.day(roll.shown_at) if roll.shown_at else None
    return law.RollFacts(
        households=roll.households if roll.households is not None else roll.lines.count(),
        shown_on=shown_on,
        display_days=(roll.shown_until - shown_on).days if roll.shown_until and shown_on else 0,
        open_requests=roll.requests.filter(decided_at=None).count(),
        frozen=roll.frozen_at is not None,
    )


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


def content_outcome(vote: Vote, content: Round) -> Outcome | Refusal:
    """The result of a closed vote by the rule it was opened under; computed, never stored as typed."""
    if content.closed_at is None:
        raise StillSealed(vote.pk)
    return outcome(
        vote.matter,
        vote.scope,
        "online",
        content.households,
        content.yes or 0,
        content.no or 0,
        content.other or 0,
        version=vote.rule_version,
    )


def round_running(found: Round, at: datetime) -> bool:
    """Whether ballots are being taken now."""
    return (
        found.closed_at is None
        and found.stopped_at is None
        and not found.at_meeting
        and found.opens_at <= at < found.closes_at
        and _vote_takes_ballots(found)
    )


def _vote_takes_ballots(found: Round) -> bool:
    wanted = State.PREPARING if found.kind == RoundKind.FORM else State.SCHEDULED
    return found.vote.state == wanted


def running_round(vote: Vote, at: datetime) -> Round | None:
    """The round that takes ballots now, if any."""
    return next((one for one in rounds_of(vote).values() if round_running(one, at)), None)


def open_two_person_acts(vote: Vote) -> QuerySet[TwoPersonAct]:
    """Acts that wait for a second person."""
    return vote.two_person_acts.filter(done_at=None, dropped_at=None).select_related("asked_by")


# --- lists


def with_turnout(votes: QuerySet[Vote]) -> QuerySet[Vote]:
    """Votes with their rounds, for a list page: a constant number of queries."""
    return votes.select_related("khu_pho").prefetch_related("rounds")


def votes_in(khu_pho_id: int | None = None) -> QuerySet[Vote]:
    """Votes of a khu phố (or the whole ward), newest first."""
    votes = Vote.objects.order_by("-proposed_at")
    return votes if khu_pho_id is None else votes.filter(khu_pho_id=khu_pho_id)


PUBLIC_STATES = (
    State.SCHEDULED,
    State.CLOSED,
    State.SEALED,
    State.ANNOUNCED,
    State.SENT,
    State.STOPPED,
    State.FORM_REFUSED,
)


def public_votes(khu_pho_id: int | None = None) -> QuerySet[Vote]:
    """What everybody may see: from the notice on, and a preparing vote once its roll is shown or form poll open."""
    return votes_in(khu_pho_id).filter(
        Q(state__in=PUBLIC_STATES)
        | Q(state=State.PREPARING, roll__shown_at__isnull=False)
        | Q(state=State.WITHDRAWN, notice_at__isnull=False)
    )


def is_public(vote: Vote) -> bool:
    """The same question for one vote."""
    return (
        vote.state in PUBLIC_STATES
        or (vote.state == State.PREPARING and vote.roll is not None and vote.roll.shown_at is not None)
        or (vote.state == State.WITHDRAWN and vote.notice_at is not None)
    )


@dataclass(frozen=True, slots=True)
class HouseholdVote:
    """Một cuộc biểu quyết nhìn từ một hộ: the round, the household's line, and its standing entry."""

    vote: Vote
    round: Round
    line: RollLine
    ballot: Ballot | None
    running: bool


def votes_for_household(household_id: int, at: datetime) -> list[HouseholdVote]:
    """Rounds whose frozen roll has this household, those running first, then the newest."""
    rounds = list(
        Round.objects.filter(vote__roll__frozen_at__isnull=False, vote__roll__lines__household_id=household_id)
        .filter(at_meeting=False)
        .exclude(vote__state__in=[State.PREPARING], kind=RoundKind.CONTENT)
        .select_related("vote", "vote__khu_pho")
        .order_by("-opens_at")[:50]
    )
    lines = {
        line.roll_id: line
        for line in RollLine.objects.filter(roll__in=[one.vote.roll_id for one in rounds], household_id=household_id)
    }
    ballots = {
        ballot.round_id: ballot
        for ballot in Ballot.objects.filter(STANDING, round__in=rounds, line__household_id=household_id)
    }
    found = [
        HouseholdVote(one.vote, one, lines[one.vote.roll_id], ballots.get(one.pk), round_running(one, at))
        for one in rounds
    ]
    return sorted(found, key=lambda one: not one.running)


def rounds_due_to_close(at: datetime) -> list[int]:
    """Rounds, in every ward, whose closing time is past and whose close is not written yet."""
    with scopes_disabled():
        return list(
            Round.objects.filter(closed_at=None, stopped_at=None, at_meeting=False, closes_at__lte=at)
            .filter(
                Q(kind=RoundKind.FORM, vote__state=State.PREPARING)
                | Q(kind=RoundKind.CONTENT, vote__state=State.SCHEDULED)
            )
            .values_list("pk", flat=True)
        )


# --- the register


def standing_ballots(found: Round) -> QuerySet[Ballot]:
    """Entries that count, one a household."""
    return found.ballots.filter(STANDING)


def turnout(found: Round) -> int:
    """Số hộ đã gửi phiếu: how many households, never which choice."""
    return standing_ballots(found).count()


def standing_ballot(found: Round, line: RollLine) -> Ballot | None:
    """The household's entry that stands."""
    return found.ballots.filter(STANDING, line=line).select_related("helper").first()


def participants(found: Round) -> Iterator[RollLine]:
    """Danh sách đại diện hộ đã tham gia (59/5.4a): who took part, by household number; never a choice."""
    lines = RollLine.objects.filter(Exists(Ballot.objects.filter(STANDING, round=found, line=OuterRef("pk")))).order_by(
        "pk"
    )
    return lines.iterator(chunk_size=1000)


def call_list(found: Round, search: str = "") -> list[RollLine]:
    """Hộ chưa gửi phiếu: for the team of this vote alone, while the round runs; the view journals each look."""
    lines = RollLine.objects.filter(roll_id=found.vote.roll_id).exclude(
        Exists(Ballot.objects.filter(STANDING, round=found, line=OuterRef("pk")))
    )
    wanted = fold(search)
    return [
        line for line in lines.order_by("pk") if wanted in fold(f"{line.number} {line.representative} {line.address}")
    ]


@dataclass(frozen=True, slots=True)
class Tally:
    """Số đếm: households by choice; every number is of households."""

    yes: int
    no: int
    other: int

    @property
    def total(self) -> int:
        """Households whose entry counts."""
        return self.yes + self.no + self.other


def tally(found: Round) -> Tally:
    """Đếm phiếu: in the database, once the close is written; ``StillSealed`` before."""
    if found.closed_at is None:
        raise StillSealed(found.pk)
    rows = (
        BallotChoice.objects.filter(ballot__round=found, ballot__superseded_at=None, ballot__voided_at=None)
        .values_list("choice")
        .annotate(households=Count("pk"))
    )
    counts = dict(rows)
    return Tally(*(counts.get(choice, 0) for choice in Choice))


def other_opinions(found: Round) -> list[str]:
    """Ý kiến khác, without names, in no telling order; after the close."""
    if found.closed_at is None:
        raise StillSealed(found.pk)
    words = BallotChoice.objects.filter(
        ballot__round=found, ballot__superseded_at=None, ballot__voided_at=None, choice=Choice.OTHER
    ).values_list("words", flat=True)
    return sorted(word for word in words if word.strip())


@dataclass(frozen=True, slots=True)
class LookUp:
    """Tra mã biên nhận: what became of an entry; ``status`` is counted, replaced, voided or stopped."""

    status: str
    ballot: Ballot
    replaced_at: datetime | None = None


def look_up(found: Round, code: str) -> LookUp | None:
    """Find an entry by its receipt (two words and four digits, with or without marks), after the close."""
    if found.closed_at is None and found.stopped_at is None:
        raise StillSealed(found.pk)
    ballot = found.ballots.filter(code=receipt_key(code)).first()
    if ballot is None:
        return None
    ballot.round = found
    return fate(ballot)


def fate(ballot: Ballot) -> LookUp:
    """Phiếu này ra sao: counted, replaced by a later one, taken out, or annulled with its round; after the close."""
    if ballot.round.closed_at is None and ballot.round.stopped_at is None:
        raise StillSealed(ballot.round_id)
    if ballot.round.stopped_at is not None:
        return LookUp("stopped", ballot)
    if ballot.voided_at is not None:
        return LookUp("voided", ballot)
    if ballot.superseded_at is not None:
        return LookUp("replaced", ballot, ballot.superseded_at)
    return LookUp("counted", ballot)


def ballot_by_tracker(tracker: str) -> Ballot | None:
    """The entry behind a receipt's QR."""
    return Ballot.objects.select_related("round__vote__khu_pho").filter(tracker=tracker).first()


def receipt_key(typed: str) -> str:
    """Receipt as stored: folded words and digits with single spaces, "sen truc 4821"."""
    folded = fold(typed).replace("-", " ").split()
    words = [part for part in folded if not part.isdigit()]
    digits = "".join(part for part in folded if part.isdigit())
    return " ".join([*words, digits])


def refused_entries(found: Round) -> QuerySet[RefusedEntry]:
    """Lượt gửi không nhận, kept as evidence."""
    return found.refused.select_related("line", "helper").order_by("at")


def open_disputes(vote: Vote) -> QuerySet[Dispute]:
    """Đề nghị kiểm tra chưa giải quyết."""
    return Dispute.objects.filter(round__vote=vote, resolved_at=None).select_related("line", "ballot", "round")


def assisted_session(helper_id: int, at: datetime) -> AssistedSession | None:
    """The helper's session in progress, if any."""
    return (
        AssistedSession.objects.filter(helper_id=helper_id, ended_at=None, expires_at__gt=at)
        .select_related("round", "round__vote", "round__vote__khu_pho", "line")
        .first()
    )


# --- the frozen roll


def roll_rows(roll_id: int) -> Iterator[tuple[str, str, str, str]]:
    """Lines of a roll in the order they are hashed and printed: number, name, address, residence."""
    rows = RollLine.objects.filter(roll_id=roll_id).order_by("pk")
    return rows.values_list("number", "representative", "address", "residence").iterator(chunk_size=2000)


def is_on_roll(vote: Vote, *, number: str, name: str) -> bool:
    """Tra tên: only yes or no, for a household number together with the representative's name."""
    if vote.roll_id is None:
        return False
    line = RollLine.objects.filter(roll_id=vote.roll_id, number__iexact=number.strip()).first()
    return line is not None and fold(line.representative) == fold(name)


# --- what a page asks before anything is counted


def threshold_of(found: Round) -> Outcome:
    """Mức cần đạt của một lần hỏi: ``needed`` of ``of`` by the rule of its vote; nothing is counted for it."""
    vote = found.vote
    if found.kind == RoundKind.FORM:
        answer = form_poll(found.households, 0, version=vote.rule_version)
    else:
        answer = outcome(vote.matter, vote.scope, "online", found.households, 0, version=vote.rule_version)
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return answer


def phase_of(vote: Vote, at: datetime) -> Phase:
    """Giai đoạn lúc này, from the row and its content round alone."""
    content = rounds_of(vote).get(RoundKind.CONTENT)
    times = {"opens_at": content.opens_at, "closes_at": content.closes_at} if content else {}
    return phase_at(law.VoteFacts(state=State(vote.state), matter=vote.matter, **times), at)


def turnouts(rounds: Iterable[Round]) -> dict[int, int]:
    """Số hộ đã gửi phiếu của nhiều lần hỏi, by round id: one query for a whole list."""
    rows = Ballot.objects.filter(STANDING, round__in=list(rounds)).values_list("round").annotate(households=Count("pk"))
    return dict(rows)
