"""Mức cần đạt: how many must agree, in whole numbers only. A share is never rounded and never compared."""

from __future__ import annotations

from danchu.law.rules import RULE_VERSION, Threshold, rules_at


def needed(rule: str | Threshold, of: int, *, version: str = RULE_VERSION) -> int:
    """Số cần đạt: the smallest number of ``of`` that meets the threshold ("pass.D1D2" of 300 households: 200).

    Raises ``ValueError`` for an empty whole: nothing can be decided by nobody.
    """
    threshold = rule if isinstance(rule, Threshold) else rules_at(version).threshold(rule)
    if of < 1:
        raise ValueError(f"a threshold needs someone to count: {of}")
    if threshold.op == "ge":
        return -(-threshold.num * of // threshold.den)
    return threshold.num * of // threshold.den + 1


def reached(rule: str | Threshold, count: int, of: int, *, version: str = RULE_VERSION) -> bool:
    """Đã đạt mức: whether ``count`` of ``of`` meets the threshold."""
    return count >= needed(rule, of, version=version)
