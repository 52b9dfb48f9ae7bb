"""Sổ biểu quyết: who took part, how many, and, after the close is written, how many chose what.

Only ``tally`` and ``other_opinions`` look at choices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from danchu.foundation.people.models import RollLine
from danchu.foundation.text import fold
from danchu.law.answers import Refusal, Refused
from danchu.law.secret import BASIS as SECRET_BASIS
from danchu.law.states import Choice
from danchu.rooms.voting.models import (
    AssistedSession,
    Ballot,
    BallotChoice,
    Dispute,
    RefusedEntry,
    Round,
    Vote,
)
from danchu.rooms.voting.queries.votes import StillSealed, counts_choices, has_count, is_secret

STANDING = Q(superseded_at=None, voided_at=None)


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
    """Đếm phiếu: in the database, once the close is written; ``StillSealed`` before.

    Of a secret vote it is what the key holders opened; ``Refused`` with ``secret.not_counted`` until then.
    """
    if found.closed_at is None:
        raise StillSealed(found.pk)
    if is_secret(found):
        return _opened(found)
    rows = (
        BallotChoice.objects.filter(ballot__round=found, ballot__superseded_at=None, ballot__voided_at=None)
        .values_list("choice")
        .annotate(households=Count("pk"))
    )
    counts = dict(rows)
    return Tally(*(counts.get(choice, 0) for choice in Choice))


def counted(found: Round) -> Tally:
    """Số đếm của lần hỏi: from the choices in the register, or as people counted slips or hands; after the close."""
    if counts_choices(found) or is_secret(found):
        return tally(found)
    if found.closed_at is None:
        raise StillSealed(found.pk)
    return Tally(found.yes or 0, found.no or 0, found.other or 0)


def require_counted(found: Round) -> None:
    """Refused with ``secret.not_counted`` while the sum of a secret vote is not opened."""
    if not has_count(found):
        raise Refused(Refusal("secret.not_counted", SECRET_BASIS))


def _opened(found: Round) -> Tally:
    require_counted(found)
    return Tally(*found.vote.boxes.order_by("-attempt")[0].result)


def other_opinions(found: Round) -> list[str]:
    """Ý kiến khác, without names, in no telling order; after the close. Of a secret vote: those given apart."""
    if found.closed_at is None:
        raise StillSealed(found.pk)
    if is_secret(found):
        return list(found.vote.opinions.order_by("pk").values_list("words", flat=True))  # their keys are random
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


def turnouts(rounds: Iterable[Round]) -> dict[int, int]:
    """Số hộ đã gửi phiếu của nhiều lần hỏi, by round id: one query for a whole list."""
    rows = Ballot.objects.filter(STANDING, round__in=list(rounds)).values_list("round").annotate(households=Count("pk"))
    return dict(rows)
