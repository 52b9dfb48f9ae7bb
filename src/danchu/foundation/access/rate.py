"""Hạn mức: token buckets shared by all processes, on both databases; a key that waited is always let in again."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from math import ceil

from django.db import IntegrityError, transaction

from danchu.foundation.access.models import RateBucket
from danchu.foundation.keys import key as secret
from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Convention

BASIS = Convention("rate")


def take(key: str, *, limit: int, per: timedelta, at: datetime) -> Answer:
    """Lấy một lượt: ``limit`` at once, refilled evenly over ``per``; else ``rate.wait`` with whole minutes to wait.

    A refused try costs nothing, so nobody is kept out for good, and a clock that was far ahead cannot leave a wait
    longer than ``per``. Inside a transaction that is rolled back the take is undone with it.
    """
    hashed = _hashed(key)
    try:
        return _take(hashed, limit=limit, per=per, at=at)
    except IntegrityError:  # another process made the row in the same moment: now it is there to be locked
        return _take(hashed, limit=limit, per=per, at=at)


@transaction.atomic
def _take(hashed: str, *, limit: int, per: timedelta, at: datetime) -> Answer:
    bucket = RateBucket.objects.select_for_update().filter(pk=hashed).first()
    full = min(max(bucket.until, at), at + per) if bucket else at
    one = per / limit
    wait = full + one - (at + per)
    if wait > timedelta(0):
        RateBucket.objects.filter(pk=hashed, until__gt=full).update(until=full)
        return Refusal("rate.wait", BASIS, {"minutes": ceil(wait / timedelta(minutes=1))})
    if bucket is None:
        RateBucket.objects.filter(until__lte=at).delete()
        RateBucket.objects.create(key=hashed, until=full + one)
    else:
        RateBucket.objects.filter(pk=hashed).update(until=full + one)
    return Allowed(BASIS)


def _hashed(key: str) -> str:
    """What is stored: a number or an address cannot be read back from it."""
    return hashlib.blake2b(key.encode(), key=secret("rate"), digest_size=32).hexdigest()
