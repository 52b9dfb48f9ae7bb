"""Bảng của phòng bàn và quyết định: one file per part of the procedure, no behaviour."""

from danchu.rooms.voting.models.after import Annulment, OutcomeReview, Recognition, ResultPetition
from danchu.rooms.voting.models.election import Candidate, Election, ElectionMember
from danchu.rooms.voting.models.proposal import Endorsement, Initiative, WardDecision
from danchu.rooms.voting.models.secret import (
    ArchiveStep,
    BlockedHousehold,
    GivenOpinion,
    KeyHolder,
    PublicCredential,
    SecretBox,
)
from danchu.rooms.voting.models.slips import GapNote, Slip, SlipFigures, SlipPlan
from danchu.rooms.voting.models.task import Task
from danchu.rooms.voting.models.vote import (
    USUAL_REASON,
    Agreement,
    AssistedSession,
    Ballot,
    BallotChoice,
    Confirmation,
    Dispute,
    Outage,
    RefusedEntry,
    Round,
    Signature,
    TeamMember,
    TwoPersonAct,
    Vote,
)

__all__ = [
    "USUAL_REASON",
    "Agreement",
    "Annulment",
    "ArchiveStep",
    "AssistedSession",
    "Ballot",
    "BallotChoice",
    "BlockedHousehold",
    "Candidate",
    "Confirmation",
    "Dispute",
    "Election",
    "ElectionMember",
    "Endorsement",
    "GapNote",
    "GivenOpinion",
    "Initiative",
    "KeyHolder",
    "Outage",
    "OutcomeReview",
    "PublicCredential",
    "Recognition",
    "RefusedEntry",
    "ResultPetition",
    "Round",
    "SecretBox",
    "Signature",
    "Slip",
    "SlipFigures",
    "SlipPlan",
    "Task",
    "TeamMember",
    "TwoPersonAct",
    "Vote",
    "WardDecision",
]
