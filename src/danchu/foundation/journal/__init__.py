"""Nhật ký: append-only, hash-chained record of every act, one chain a ward.

``record`` is the last call of every service, inside its transaction.
"""

from typing import Any


def record(*args: Any, **kwargs: Any) -> Any:
    """See ``journal.services.record``; here so that services read ``journal.record(…)``."""
    from danchu.foundation.journal import services  # noqa: PLC0415 - apps load before their models

    return services.record(*args, **kwargs)
