"""Biểu quyết kín: keys, list, ballots, count; one act a function, as in the rest of the room."""

from danchu.rooms.voting.services.secret.casting import SealedEntry, assist_sealed, cast_sealed
from danchu.rooms.voting.services.secret.count import agree_to_open, open_count
from danchu.rooms.voting.services.secret.keys import begin_keys, make_keys
from danchu.rooms.voting.services.secret.lists import block_household, decide_secrecy, list_credentials
from danchu.rooms.voting.services.secret.opinions import give_opinion

__all__ = [
    "SealedEntry",
    "agree_to_open",
    "assist_sealed",
    "begin_keys",
    "block_household",
    "cast_sealed",
    "decide_secrecy",
    "give_opinion",
    "list_credentials",
    "make_keys",
    "open_count",
]
