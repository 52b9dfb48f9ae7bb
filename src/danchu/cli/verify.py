"""``danchu verify``: đếm lại. The judge's own program; no database, no Django, nothing of the writer."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from danchu.cli.common import language
from danchu.verifier.command import add_arguments, purpose, run


def register(subparsers: Any) -> None:
    """Add ``verify`` to the command line."""
    parser = subparsers.add_parser("verify", help=purpose(language()), description=purpose(language()))
    add_arguments(parser, language())
    parser.set_defaults(handler=_verify)


def _verify(arguments: argparse.Namespace) -> int:
    return run(arguments, language(), sys.stdout, sys.stderr)
