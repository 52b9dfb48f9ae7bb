"""Thủ tục: states and transitions as data, one pure ``advance``.

A procedure is a table of transitions; only ``advance`` yields the next state. What must hold before an act is the
business of the activity module (``law.voting``), which hands its table and its check down to here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from danchu.law.answers import Refusal
from danchu.law.basis import Basis, Convention
from danchu.law.people import Label


@dataclass(frozen=True, slots=True)
class Transition:
    """Chuyển trạng thái: the act (or step) ``act`` leads from any of ``sources`` to ``to``, by ``basis``."""

    sources: frozenset[StrEnum]
    act: StrEnum
    to: StrEnum
    basis: Basis


def advance(table: Iterable[Transition], state: StrEnum, act: StrEnum) -> StrEnum | Refusal:
    """The state after the act, or the refusal ``procedure.state`` when the act has no place in this state.

    Details of the refusal: ``act``, ``state`` (keys).
    """
    rows = [row for row in table if row.act is act]
    for row in rows:
        if state in row.sources:
            return row.to
    basis = rows[0].basis if rows else Convention("procedure")
    return Refusal("procedure.state", basis, {"act": str(act), "state": str(state)})


def not_now(refusal: Refusal, step: Label, stage: Label) -> Refusal:
    """Bước chưa làm được lúc này: the refusal of ``advance`` for a procedure whose steps and states name themselves."""
    told = {"step_vi": step.vi, "step_en": step.en, "stage_vi": stage.vi, "stage_en": stage.en}
    return Refusal("procedure.step", refusal.article, told)
