"""Việc nền: the loop of the worker, its minute tick and its heartbeat."""

from __future__ import annotations

import logging
import signal
import threading
from types import FrameType

from django.db import close_old_connections
from django.db.utils import OperationalError
from django.utils.crypto import get_random_string
from django_scopes import scopes_disabled
from django_tasks_db.management.commands.db_worker import Worker

from danchu.foundation import clock
from danchu.foundation.jobs.models import Heartbeat
from danchu.foundation.jobs.tick import tick, tidy
from danchu.server.wiring import CHORES, DUE

PAUSE = 1.0  # seconds between two looks into the queue
AFTER_TROUBLE = 5.0
AT_A_TIME = 20  # jobs between two ticks, so that a long queue does not hold up the clock
BEAT_EVERY = 20.0

logger = logging.getLogger(__name__)


def tick_now(*, force: bool = False) -> int:
    """One tick over every ward; returns how many jobs it queued."""
    at = clock.now()
    with scopes_disabled():
        queued = tick(DUE, at, force=force)
        tidy(CHORES, at)
    return queued


def work() -> None:
    """Do jobs until SIGTERM or Ctrl+C; a database that is away for a while is waited for."""
    logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
    stopping = threading.Event()
    worker = _worker()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()
        worker.running = False

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not stopping.is_set():
        try:
            beat()
            tick_now()
            worker = _worker()
            worker.run()
        except OperationalError:
            logger.warning("the database does not answer; waiting", exc_info=True)
            stopping.wait(AFTER_TROUBLE)
        close_old_connections()
        stopping.wait(PAUSE)


def _worker() -> Worker:
    """A worker that leaves when the queue is empty or its share is done."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=AT_A_TIME,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )


def beat() -> None:
    """Say that the worker lives, a few times a minute."""
    at = clock.now()
    row = Heartbeat.objects.filter(name="worker").first()
    if row is None or not 0 <= (at - row.at).total_seconds() < BEAT_EVERY:
        Heartbeat.objects.update_or_create(name="worker", defaults={"at": at})
