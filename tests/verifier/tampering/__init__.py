"""All cases of tampering, by their names."""

from . import ballots, chain, ending, file, known, setup
from .common import CASES, world

__all__ = ["CASES", "ballots", "chain", "ending", "file", "known", "setup", "world"]
