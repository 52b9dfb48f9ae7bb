"""Every way of tampering the judge must notice, each with the reason it must give.

A case gets a ``World``: an honest election, finished, and the scribe who knows its secrets. It returns the bytes of a
file, or bytes with what is asked in addition. The chain is built anew by ``Draft.bytes``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from danchu.crypto.protocol import compact
from verifier.scribe import Draft, Scribe, archive, data_record, digest, record

VOTES = [
    (0, [[1, 0, 0], [0, 1, 0]]),
    (1, [[0, 1, 0], [1, 0, 0]]),
    (2, [[0, 0, 1], [0, 0, 0]]),
    (0, [[0, 1, 0], [0, 0, 1]]),
]
OPENERS = [1, 2, 4]


@dataclass(frozen=True)
class World:
    scribe: Scribe
    draft: Draft
    folder: Path


class Case(NamedTuple):
    code: str
    make: Callable[[World], Any]


CASES: dict[str, Case] = {}


def case(code: str) -> Callable[[Callable[[World], Any]], Callable[[World], Any]]:
    def keep(make: Callable[[World], Any]) -> Callable[[World], Any]:
        name = make.__name__.replace("_", " ")
        assert name not in CASES
        CASES[name] = Case(code, make)
        return make

    return keep


def world(folder: Path, group: str) -> World:
    scribe = Scribe(group)
    draft = replace(scribe.draft, ballots=[compact(scribe.ballot(*vote)) for vote in VOTES])
    return World(scribe, scribe.finish(draft, OPENERS), folder)


# --- helpers -------------------------------------------------------------------------------------------------------
def edit(text: str, change: Callable[[Any], Any]) -> str:
    value = json.loads(text)
    changed = change(value)
    return compact(value if changed is None else changed)


def set_(path: str, new: Any) -> Callable[[Any], None]:
    """A change of one value deep inside: ``set_("answers.0.choices", [])``; a function is given the old value."""

    def change(value: Any) -> None:
        *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
        for step in way:
            value = value[step]
        value[last] = new(value[last]) if callable(new) else new

    return change


def with_setup(w: World, name: str, change: Callable[[Any], Any]) -> bytes:
    """The setup changed; the vote had not begun."""
    fresh = Draft(w.draft.election, w.draft.trustees, w.draft.credentials)
    return replace(fresh, **{name: edit(getattr(fresh, name), change)}).bytes()


def with_ballot(w: World, change: Callable[[Any], Any], *, sign: bool = True, number: int = 1) -> bytes:
    """A ballot changed, signed again by its own credential, and counted and opened as if it were right."""
    ballot = json.loads(w.draft.ballots[number])
    change(ballot)
    ballots = list(w.draft.ballots)
    ballots[number] = compact(w.scribe.signed(VOTES[number][0], ballot) if sign else ballot)
    return replace(w.draft, ballots=ballots).bytes()


def events(w: World, change: Callable[[list[Any]], Any]) -> bytes:
    story = w.draft.events()
    changed = change(story)
    return archive(story if changed is None else changed)


def raw_event(w: World, change: Callable[[dict[str, Any]], None], at: int = 1) -> bytes:
    """The file up to an event whose text is changed; everything named by its hash."""
    story = w.draft.events()
    before = archive(story[:at])
    event: dict[str, Any] = {"parent": parent_of(story[:at]), "height": at, "type": story[at][0]}
    if story[at][1]:
        event["payload"] = digest(story[at][1][-1])
    change(event)
    text = compact(event)
    return before + b"".join(map(data_record, story[at][1])) + record(f"{digest(text)}.event.json", text)


def parent_of(story: list[Any]) -> str:
    parent = None
    for height, (kind, bodies) in enumerate(story):
        event: dict[str, Any] = {"parent": parent} if parent else {}
        event |= {"height": height, "type": kind} | ({"payload": digest(bodies[-1])} if bodies else {})
        parent = digest(compact(event))
    return parent


def poke(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def other(text: str) -> str:
    """Another exponent."""
    return str(int(text) ^ 1)


def squared(w: World) -> Callable[[str], str]:
    """Another member of the group."""
    return lambda text: w.scribe.group.text(w.scribe.group.power(w.scribe.group.reread(text), 2))
