"""Nối dây: which question of which room leads to which job; read by the minute tick."""

from __future__ import annotations

from danchu.foundation.jobs.tick import Due
from danchu.rooms.voting import jobs as voting_jobs
from danchu.rooms.voting import queries as voting

DUE = (Due(voting.rounds_due_to_close, voting_jobs.close_round),)
