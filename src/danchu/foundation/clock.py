"""Đồng hồ: the one place that reads the time.

Legal time never runs backwards and never leaps unseen. ``journal.record`` refuses a write stamped before the ward's
newest row; ``steady`` refuses legal acts after the system clock jumped ahead by more than ten minutes while this
process ran, until an operator confirms (``danchu doctor --confirm-clock``) or the service restarts.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Convention

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BIGGEST_JUMP = timedelta(minutes=10)

# CLOCK_BOOTTIME also counts the time a laptop slept, so waking up is no jump.
_STEADY_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
_baseline: tuple[float, float]


def restart() -> None:
    """Take the present as the baseline from which a jump is measured: at start, and when an operator confirms."""
    global _baseline
    _baseline = (time.time(), time.clock_gettime(_STEADY_CLOCK))


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.fromtimestamp(time.time(), UTC)


def started() -> datetime:
    """When the baseline was taken, by the wall clock of that moment."""
    return datetime.fromtimestamp(_baseline[0], UTC)


def jump() -> timedelta:
    """How far the system clock ran ahead of (positive) or behind the steady clock since the baseline."""
    wall, steady_then = _baseline
    return timedelta(seconds=(time.time() - wall) - (time.clock_gettime(_STEADY_CLOCK) - steady_then))


def steady() -> Answer:
    """Allowed, or the refusal that pauses legal acts after a jump ahead."""
    ahead = jump()
    if ahead > BIGGEST_JUMP:
        return Refusal("clock.jumped", Convention("clock"), {"minutes": int(ahead.total_seconds() // 60)})
    return Allowed(Convention("clock"))


def local(moment: datetime) -> datetime:
    """The moment as clocks in Vietnam show it."""
    return moment.astimezone(VIETNAM)


def day(moment: datetime) -> date:
    """The Vietnamese calendar day of a moment: the unit in which the law counts."""
    return local(moment).date()


def start_of(day_: date) -> datetime:
    """The first moment of a Vietnamese day."""
    return datetime(day_.year, day_.month, day_.day, tzinfo=VIETNAM).astimezone(UTC)


restart()
