"""Người đếm lại: judges a vote file that anyone may have written; imports nothing of ours but group arithmetic.

Read in this order: ``records`` (the file), ``chain`` (the events), ``election``, ``trustees``, ``credentials`` (what
was set up), ``ballots`` with ``proofs``, ``tally``, ``decryption`` (the result), ``judge`` (all of it); ``crew`` puts
ballots on the cores, ``text`` reads strictly, ``refusals`` and ``words`` say no, ``command`` is the program.
"""

from danchu.verifier.ballots import Ballot, check_ballot
from danchu.verifier.decryption import check_part
from danchu.verifier.election import Election, Question, read_election
from danchu.verifier.judge import Demands, Verdict, verify
from danchu.verifier.proofs import Pair
from danchu.verifier.refusals import NotAVoteFile, Refusal, Refused
from danchu.verifier.trustees import Holders, election_key, read_trustees
from danchu.verifier.words import meaning, place, sentence

__all__ = [
    "Ballot",
    "Demands",
    "Election",
    "Holders",
    "NotAVoteFile",
    "Pair",
    "Question",
    "Refusal",
    "Refused",
    "Verdict",
    "check_ballot",
    "check_part",
    "election_key",
    "meaning",
    "place",
    "read_election",
    "read_trustees",
    "sentence",
    "verify",
]
