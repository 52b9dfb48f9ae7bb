"""Nhịp mỗi phút: enqueues what is due, puts back jobs of a dead worker, writes a heartbeat.

Foundation does not know the rooms: ``server/wiring.py`` hands down the list of due queries and the jobs they lead to.
Nothing legal waits for a tick; it only writes down what the clock already says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from danchu.foundation.jobs.models import Heartbeat

SILENT = timedelta(minutes=10)
GAP = timedelta(seconds=50)
TIDY_GAP = timedelta(hours=1)
DONE_JOBS_KEPT = timedelta(days=14)
Chore = Callable[[datetime], int]


@dataclass(frozen=True, slots=True)
class Due:
    """Một loại việc đến hạn: ``find(at)`` yields the arguments of one call of ``job`` each."""

    find: Callable[[datetime], Iterable[int]]
    job: Any


def tick(due: Iterable[Due], at: datetime, *, force: bool = False) -> int:
    """Do one tick; returns how many jobs were put in the queue. A tick within 50 seconds of another does nothing."""
    with transaction.atomic():
        beat, made = Heartbeat.objects.select_for_update().get_or_create(name="tick", defaults={"at": at})
        if not made and not force and timedelta(0) <= at - beat.at < GAP:
            return 0
        beat.at = at
        beat.save(update_fields=["at"])
        reclaim(at)
    queued = 0
    for kind in due:
        for one in kind.find(at):
            kind.job.enqueue(one)
            queued += 1
    return queued


def tidy(chores: Iterable[Chore], at: datetime, *, force: bool = False) -> int:
    """Dọn dẹp: forget what may be forgotten, at most once an hour; returns how many rows and files went."""
    with transaction.atomic():
        beat, made = Heartbeat.objects.select_for_update().get_or_create(name="tidy", defaults={"at": at})
        if not made and not force and timedelta(0) <= at - beat.at < TIDY_GAP:
            return 0
        beat.at = at
        beat.save(update_fields=["at"])
    return sum(chore(at) for chore in chores)


def reclaim(at: datetime) -> int:
    """Put back jobs whose worker has been silent too long; every job is safe to run twice."""
    return DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=at - SILENT).update(
        status=TaskResultStatus.READY, started_at=None, worker_ids=[]
    )


def forget_done_jobs(at: datetime) -> int:
    """Results of jobs done two weeks ago."""
    done = [TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]
    return DBTaskResult.objects.filter(status__in=done, finished_at__lt=at - DONE_JOBS_KEPT).delete()[0]
