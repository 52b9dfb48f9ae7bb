"""Bỏ phiếu kín: every proof is judged before the ballot is taken; then it is an entry like any other."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from danchu import verifier
from danchu.crypto import archive
from danchu.crypto.protocol import fingerprint, short_code
from danchu.foundation.access import rate
from danchu.foundation.access.actor import Actor
from danchu.foundation.people.models import RollLine
from danchu.law.acts import Act
from danchu.law.answers import Allowed, Answer, Refusal, Refused, require
from danchu.law.secret import BASIS
from danchu.law.states import Route
from danchu.rooms.voting import queries, receipts
from danchu.rooms.voting.models import AssistedSession, Ballot, Round
from danchu.rooms.voting.services.ballots import enter
from danchu.rooms.voting.services.secret import box as boxes

LONGEST = 32_000  # bytes of a ballot; three answers take about 7,000
_TRIES, _PER = 40, timedelta(minutes=15)  # ballots of one household that are judged at all


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """Nội dung một phiếu kín: the exact text, already judged; sending it twice is one ballot."""

    text: str

    @property
    def form_key(self) -> str:
        """The same for the same ballot."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def fits(self, found: Round) -> Answer:
        """Whether this round takes sealed ballots."""
        return Allowed() if queries.is_secret(found) else Refusal("secret.not_secret", BASIS)

    def keep(self, found: Round, line: RollLine, route: Route, helper_id: int | None, at: datetime) -> Ballot:
        """Register and archive in one transaction: both have the ballot, or neither."""
        ballot = Ballot.objects.create(
            ward_id=found.ward_id,
            round=found,
            line=line,
            route=route,
            helper_id=helper_id,
            arrived_at=at,
            sealed=True,
            code=short_code(self.text).replace(" ", ""),
            tracker=receipts.address(fingerprint(self.text)),
            form_key=self.form_key,
        )
        box = boxes.locked(found.vote)
        boxes.set_up(box, found.vote, found.opens_at)
        boxes.append(box, archive.ballot(queries.board_of(box), self.text), ballot)
        return ballot


def cast_sealed(actor: Actor, *, round_id: int, text: str, route: Route = Route.OWN, at: datetime) -> Ballot:
    """Gửi phiếu kín của hộ. Refused: what the law refuses of any ballot, ``secret.bad_ballot``,
    ``secret.wrong_credential``, ``secret.blocked``, ``rate.wait``.
    """
    answer = _enter(actor, Act.VOTING_BALLOT_CAST, round_id, actor.id, text, route, None, at)
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return answer


def assist_sealed(actor: Actor, *, session_id: int, text: str, at: datetime) -> Ballot:
    """Gửi phiếu kín trong phiên làm giúp; the session ends with it."""
    session = AssistedSession.objects.select_related("round", "line").get(pk=session_id, helper_id=actor.id)
    entry = SealedEntry(text)
    if session.ended_at is not None or at >= session.expires_at:
        sent = session.round.ballots.filter(line=session.line, form_key=entry.form_key).first()
        if sent is not None:
            return sent
        raise Refused(Refusal("voting.assist_over", BASIS))
    answer = _enter(
        actor,
        Act.VOTING_BALLOT_ASSIST,
        session.round_id,
        session.line.household_id,
        text,
        Route.ASSISTED,
        actor.id,
        at,
    )
    if isinstance(answer, Refusal):
        raise Refused(answer)
    AssistedSession.objects.filter(pk=session.pk, ended_at=None).update(ended_at=at)
    return answer


def _enter(
    actor: Actor,
    act: Act,
    round_id: int,
    household_id: int | None,
    text: str,
    route: Route,
    helper_id: int | None,
    at: datetime,
) -> Ballot | Refusal:
    found = Round.objects.select_related("vote").get(pk=round_id)
    line = RollLine.objects.filter(roll_id=found.vote.roll_id, household_id=household_id).first()
    entry = SealedEntry(text)
    if line is not None and found.closed_at is None and not _sent(found, line, entry):
        require(rate.take(f"phieu-kin:{round_id}:{household_id}", limit=_TRIES, per=_PER, at=at))
        _judge(found, line, text)
    with transaction.atomic():
        return enter(actor, act, round_id, household_id, entry, route, helper_id, at)


def _sent(found: Round, line: RollLine, entry: SealedEntry) -> bool:
    return found.ballots.filter(line=line, form_key=entry.form_key).exists()


def _judge(found: Round, line: RollLine, text: str) -> None:
    """The same judge as a stranger's, before anything is locked."""
    require(SealedEntry(text).fits(found))
    box = queries.box_of(found.vote)
    if box is None or not box.election:
        raise Refused(Refusal("secret.keys_missing", BASIS))
    own = queries.credential_of(found.vote, line.pk)
    if own is None:
        raise Refused(Refusal("secret.blocked", BASIS))
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > LONGEST:
        raise Refused(Refusal("secret.bad_ballot", BASIS, {"why": "text.long"}))
    if not hmac.compare_digest(_credential(text).encode("utf-8", "surrogatepass"), own.encode()):
        raise Refused(Refusal("secret.wrong_credential", BASIS))
    try:
        verifier.check_ballot(data, queries.election_of(box), {own})
    except verifier.Refused as refused:
        raise Refused(Refusal("secret.bad_ballot", BASIS, {"why": refused.refusal.code})) from None


def _credential(text: str) -> str:
    """Whose it says it is; what is no ballot at all is told as such."""
    try:
        value = json.loads(text)["credential"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Refused(Refusal("secret.bad_ballot", BASIS, {"why": "text.json"})) from None
    return str(value)
