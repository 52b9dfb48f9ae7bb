"""Điều cần có và bước phải qua: conditions as values, shared by every procedure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Basis


@dataclass(frozen=True, slots=True)
class Check:
    """Điều cần có: one condition of a gate and whether it holds."""

    key: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Gate:
    """Bước phải qua: all its checks must hold."""

    key: str
    basis: Basis
    checks: tuple[Check, ...]

    @property
    def answer(self) -> Answer:
        """Allowed, or the first refusal among the checks."""
        return all_hold(self.checks) and Allowed(self.basis)


def all_hold(checks: Iterable[Check]) -> Answer:
    """Allowed, or the first refusal among the checks."""
    return next((one.answer for one in checks if isinstance(one.answer, Refusal)), Allowed())


def check(code: str, holds: bool, basis: Basis, **details: object) -> Check:
    """One condition: its key is the last part of the refusal's ``code``."""
    return Check(code.rpartition(".")[2], Allowed(basis) if holds else Refusal(code, basis, details))


def first_refusal(gates: Iterable[Gate]) -> Answer:
    """Bước đầu tiên chưa qua: allowed when every gate is passed, else the refusal of the first that is not."""
    return next((one.answer for one in gates if not one.answer), Allowed())
