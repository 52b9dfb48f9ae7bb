"""Thủ tục: states and transitions as data, one pure ``advance``.

A procedure is a table of transitions; only ``advance`` yields the next state. What must hold before an act is the
business of the activity module (``law.voting``), which hands its table and its check down to here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from danchu.law.acts import Act
from danchu.law.answers import Refusal
from danchu.law.basis import Basis, Convention


@dataclass(frozen=True, slots=True)
class Transition:
    """Chuyển trạng thái: the act ``act`` leads from any of ``sources`` to ``to``, by ``basis``."""

    sources: frozenset[StrEnum]
    act: Act
    to: StrEnum
    basis: Basis


def advance(table: Iterable[Transition], state: StrEnum, act: Act) -> StrEnum | Refusal:
    """The state after the act, or the refusal ``procedure.state`` when the act has no place in this state.

    Details of the refusal: ``act``, ``state`` (keys).
    """
    rows = [row for row in table if row.act is act]
    for row in rows:
        if state in row.sources:
            return row.to
    basis = rows[0].basis if rows else Convention("procedure")
    return Refusal("procedure.state", basis, {"act": str(act), "state": str(state)})
