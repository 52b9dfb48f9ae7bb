"""Kết quả: seal, sign, announce, send."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.duties import services as duties
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.models import RollLine
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article, Convention
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import Signature, Task, Vote
from danchu.rooms.voting.services.aftermath import start_clocks
from danchu.rooms.voting.services.common import begin, next_state, subject
from danchu.rooms.voting.services.findable import put_in_search
from danchu.rooms.voting.services.recordings import record_result
from danchu.rooms.voting.services.telling import tell_result


@dataclass(frozen=True, slots=True)
class Assigned:
    """Một việc được phân công: what is to be done, by whom, and the last day for it."""

    what: str
    who: str
    due: date


@transaction.atomic
def seal_result(actor: Actor, *, vote_id: int, tasks: Iterable[Assigned], decision_form: str, at: datetime) -> Vote:
    """Niêm phong kết quả: register and figures agree and no dispute is open; from now on nothing in them changes.

    ``tasks`` say who does what by when. Their days are the khu phố's own and no time limit of the law, so no clock of
    the law starts with them.
    """
    vote = begin(actor, Act.VOTING_RESULT_SEAL, vote_id, at)
    state = next_state(vote, Act.VOTING_RESULT_SEAL)
    found = vote.rounds.select_for_update().get(kind=RoundKind.CONTENT)
    tally = queries.counted(found)
    if queries.taken_online(found) and (
        (tally.yes, tally.no, tally.other) != (found.yes, found.no, found.other)
        or tally.total != queries.turnout(found)
    ):
        raise Refused(Refusal("voting.figures_differ", Convention("seal")))
    vote.state, vote.result_sealed_at = state, at
    vote.decision_form = decision_form
    vote.seal = queries.result_seal(vote, tally)
    vote.save(update_fields=["state", "result_sealed_at", "decision_form", "seal"])
    made = Task.objects.bulk_create(
        Task(ward_id=vote.ward_id, vote=vote, what=one.what.strip(), who=one.who.strip(), due=one.due) for one in tasks
    )
    journal.record(actor, Act.VOTING_RESULT_SEAL, subject(vote), {"seal": vote.seal, "tasks": len(made)}, at)
    return vote


@transaction.atomic
def sign_minutes(
    actor: Actor, *, vote_id: int, signer: str, name: str, line: RollLine | None, scan: StoredFile, at: datetime
) -> Signature:
    """Ghi chữ ký trên biên bản đã ký (điểm g khoản 2 Điều 20 Luật), with the scanned paper.

    A household's signer is on the roll, and the two are of different households (``voting.signer_household``).
    """
    vote = begin(actor, Act.VOTING_MINUTES_SIGN, vote_id, at)
    basis = Article("L10", 20, 2, "g")
    of_household = signer in {Signature.Signer.HOUSEHOLD_1, Signature.Signer.HOUSEHOLD_2}
    if of_household and (line is None or line.roll_id != vote.roll_id):
        raise Refused(Refusal("voting.signer_household", basis))
    if of_household and vote.signatures.filter(line__household=line.household_id).exclude(signer=signer).exists():
        raise Refused(Refusal("voting.signer_household", basis))
    signature, _ = Signature.objects.update_or_create(
        ward_id=vote.ward_id,
        vote=vote,
        signer=signer,
        defaults={"name": name.strip(), "line": line if of_household else None, "scan": scan, "recorded_at": at},
    )
    journal.record(
        actor,
        Act.VOTING_MINUTES_SIGN,
        subject(vote),
        {"signer": signer, "file": scan.sha256},
        at,
        detail={"name": name},
    )
    return signature


@transaction.atomic
def announce_result(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Công bố kết quả (59/5.4b): posted, broadcast, in the group; on the public page with its papers."""
    vote = begin(actor, Act.VOTING_RESULT_ANNOUNCE, vote_id, at)
    vote.state, vote.announced_at = next_state(vote, Act.VOTING_RESULT_ANNOUNCE), at
    vote.save(update_fields=["state", "announced_at"])
    put_in_search(vote, at)
    tell_result(vote, at)
    record_result(vote, at)
    journal.record(actor, Act.VOTING_RESULT_ANNOUNCE, subject(vote), {"seal": vote.seal}, at)
    return vote


@transaction.atomic
def send_decision(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Gửi quyết định đến Ủy ban nhân dân và Mặt trận phường (khoản 3 Điều 20 Luật); its clock stops."""
    vote = begin(actor, Act.VOTING_DECISION_SEND, vote_id, at)
    vote.state, vote.sent_at = next_state(vote, Act.VOTING_DECISION_SEND), at
    vote.save(update_fields=["state", "sent_at"])
    duties.finish(ward_id=vote.ward_id, rule="doc.send", subject=subject(vote), at=at)
    start_clocks(vote, at)
    journal.record(actor, Act.VOTING_DECISION_SEND, subject(vote), {}, at)
    return vote
