"""Nhịp mỗi phút: enqueues what is due, at most once a minute, and puts back jobs of a dead worker."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django_scopes import scopes_disabled
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from builders import AT, make_ward
from danchu.foundation.jobs.models import Heartbeat
from danchu.foundation.jobs.tick import GAP, SILENT, Due, reclaim, tick, tidy
from danchu.rooms.voting.jobs import close_round

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


class Queue:
    """Stands for a job: keeps what was put in."""

    def __init__(self) -> None:
        self.calls: list[int] = []

    def enqueue(self, one: int) -> None:
        self.calls.append(one)


def test_tick_enqueues_what_is_due_and_beats():
    queue = Queue()

    assert tick([Due(lambda at: [4, 7] if at == AT else [], queue)], AT) == 2

    assert queue.calls == [4, 7]
    assert Heartbeat.objects.get(name="tick").at == AT


@pytest.mark.db
@pytest.mark.parametrize(("later", "ticks"), [(GAP - SECOND, 1), (GAP, 2)])
def test_two_ticks_within_a_minute_are_one(later, ticks):
    queue = Queue()
    due = [Due(lambda _: [1], queue)]

    tick(due, AT)
    tick(due, AT + later)

    assert len(queue.calls) == ticks


def test_clock_set_back_does_not_stop_the_tick():
    queue = Queue()
    due = [Due(lambda _: [1], queue)]
    tick(due, AT)

    tick(due, AT - timedelta(hours=1))

    assert len(queue.calls) == 2


def test_forced_tick():
    queue = Queue()
    due = [Due(lambda _: [1], queue)]
    tick(due, AT)

    assert tick(due, AT, force=True) == 1


@pytest.mark.db
@pytest.mark.parametrize(
    ("silent", "status"), [(SILENT, TaskResultStatus.RUNNING), (SILENT + SECOND, TaskResultStatus.READY)]
)
def test_job_of_a_silent_worker_is_put_back(silent, status):
    close_round.enqueue(1)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=AT - silent, worker_ids=["gone"])

    reclaim(AT)

    row = DBTaskResult.objects.get()
    assert row.status == status
    assert (row.worker_ids == []) == (status == TaskResultStatus.READY)


def test_tidy_does_its_chores_once_an_hour():
    asked = []

    def chore(at):
        asked.append(at)
        return 3

    assert tidy([chore, chore], AT) == 6
    assert tidy([chore], AT + timedelta(minutes=59)) == 0
    assert tidy([chore], AT + timedelta(hours=1)) == 3
    assert tidy([chore], AT + timedelta(hours=1), force=True) == 3
    assert len(asked) == 4


def test_wired_chores_forget_what_is_old_and_nothing_else(settings, tmp_path):
    from danchu.foundation.accounts.models import WrongCode
    from danchu.server.wiring import CHORES

    settings.DANCHU_DATA = tmp_path
    ward = make_ward()
    with scopes_disabled():
        _old, fresh = (
            WrongCode.objects.create(ward=ward, at=AT - gap) for gap in (timedelta(hours=25), timedelta(hours=23))
        )

        assert tidy(CHORES, AT, force=True) == 1

        assert list(WrongCode.objects.all()) == [fresh]
