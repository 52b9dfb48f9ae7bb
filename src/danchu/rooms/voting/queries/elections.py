"""Bầu và cho thôi: what was done by when, who may stand, who is elected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from danchu.foundation import clock
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.places.settings import value
from danchu.foundation.text import fold
from danchu.law import boards, dismissals
from danchu.law import elections as law
from danchu.law.answers import Answer, Deadline, Refusal
from danchu.law.days import Calendar
from danchu.law.gates import Check, Gate
from danchu.law.states import RoundKind
from danchu.rooms.voting.models import Candidate, Election, Vote
from danchu.rooms.voting.queries.initiatives import counted_households
from danchu.rooms.voting.queries.votes import rounds_of

_MEMBER = ("permanent", "official", "part_time", "relative", "fit", "volunteers")
BOARDS = {Election.Kind.INSPECTORATE: boards.Board.INSPECTORATE, Election.Kind.INVESTMENT: boards.Board.INVESTMENT}


def election_by_vote(vote: Vote) -> Election | None:
    """The election or dismissal of a vote, if it is one."""
    return Election.objects.filter(vote=vote).select_related("vote__khu_pho").first()


def candidates_of(election: Election) -> list[Candidate]:
    """Người ứng cử, those who withdrew left out."""
    return list(election.candidates.filter(withdrawn_at=None).order_by("pk"))


def person(name: str) -> int:
    """An opaque number for a name, so that the law can tell whether two are the same person."""
    return int.from_bytes(fold(name).encode()[:40].ljust(40, b"\0"), "big")


def as_candidate(one: Candidate) -> law.Candidate:
    """Người ứng cử as the law asks about them."""
    return law.Candidate(
        person=person(one.name),
        born_on=one.born_on or date.min,
        permanent=bool(one.answers.get("permanent")),
        lives_here=bool(one.answers.get("lives_here")),
        fit=bool(one.answers.get("fit")),
        nomination=law.Nomination(one.nomination),
        accepts=bool(one.answers.get("accepts")),
    )


def election_facts(election: Election, candidates: Iterable[Candidate] | None = None) -> law.ElectionFacts:
    """Dữ kiện của cuộc bầu Trưởng khu phố."""
    listed = candidates_of(election) if candidates is None else candidates
    return law.ElectionFacts(
        day=election.day,
        decided_on=election.decided_on,
        party_view=election.party_view,
        candidates=tuple(as_candidate(one) for one in listed),
        minutes_sent_on=election.minutes_sent_on,
        team=tuple(law.ElectionMember(person(one.name), one.front, one.leader) for one in election.team.all()),
        team_agreed=election.team_agreed,
        team_set_on=election.team_set_on,
        noticed_on=election.noticed_on,
        settings={"head.min_age": value(election.ward_id, "head.min_age", election.day)},
        rule_version=election.vote.rule_version,
    )


def calendar_of(election: Election) -> Calendar:
    """The ward's calendar around the day of the meeting."""
    return ward_calendar(election.ward_id, election.day)


def election_gates(election: Election) -> tuple[Gate, ...]:
    """Các bước trước cuộc họp bầu Trưởng khu phố; none for the others."""
    if election.kind != Election.Kind.HEAD:
        return ()
    return law.gates(election_facts(election), calendar_of(election))


def last_days(election: Election) -> dict[str, Deadline]:
    """Ngày cuối của từng bước, by its rule."""
    if election.kind != Election.Kind.HEAD:
        return {}
    found = law.calendar_of(election.day, calendar_of(election), version=election.vote.rule_version)
    return {one.rule.removeprefix("elect."): one for one in found}


def member_facts(answers: dict[str, bool]) -> boards.MemberFacts:
    """Trả lời của người được giới thiệu vào một ban."""
    return boards.MemberFacts(**{key: bool(answers.get(key)) for key in _MEMBER})


def candidate_checks(election: Election, one: Candidate) -> tuple[Check, ...]:
    """Từng tiêu chuẩn của một người, with its answer."""
    if election.kind in BOARDS:
        version = election.vote.rule_version
        return boards.standards(BOARDS[Election.Kind(election.kind)], member_facts(one.answers), version=version)
    return (Check("eligible", may_stand(election, one)),)


def may_stand(election: Election, one: Candidate) -> Answer:
    """Người này có được ứng cử không."""
    version = election.vote.rule_version
    if election.kind in BOARDS:
        return boards.may_stand(BOARDS[Election.Kind(election.kind)], member_facts(one.answers), version=version)
    facts = election_facts(election)
    others = tuple(other for other in facts.candidates if other.person != person(one.name))
    return law.may_nominate(
        law.ElectionFacts(day=facts.day, candidates=others, team=facts.team, settings=facts.settings),
        as_candidate(one),
    )


def households_of(election: Election, at: datetime) -> int:
    """N: of the frozen roll where there is one, else the households that count today."""
    content = rounds_of(election.vote).get(RoundKind.CONTENT)
    if content is not None:
        return content.households
    return len(counted_households(election.ward_id, election.vote.khu_pho_id, clock.day(at)))


def elected_in(election: Election, at: datetime) -> law.Elected | Refusal | None:
    """Ai trúng cử; None before the figures are recorded."""
    candidates = candidates_of(election)
    votes = {one.pk: one.yes for one in candidates if one.yes is not None}
    if not votes or len(votes) < len(candidates):
        return None
    version, households = election.vote.rule_version, households_of(election, at)
    if election.kind == Election.Kind.HEAD:
        return law.head_elected(households, votes, version=version)
    return law.elected_of(households, votes, election.seats, version=version)


def dismissal_called(election: Election, at: datetime) -> dismissals.Called | Refusal:
    """By which grounds a meeting about the dismissal is called, and who convenes it."""
    return dismissals.called(
        dismissals.DismissalFacts(
            households=households_of(election, at),
            own_request=election.own_request,
            front_head_proposes=election.front_proposes,
            petition=election.petition,
            rule_version=election.vote.rule_version,
        )
    )
