"""Đánh giá: the one act of this room."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access import rate
from danchu.foundation.access.actor import Actor, Kind
from danchu.foundation.access.can import Subject, check
from danchu.foundation.text import nfc
from danchu.law.acts import Act
from danchu.law.answers import require
from danchu.law.satisfaction import Face, Service
from danchu.rooms.satisfaction.models import Rating

# The budget is the service's: a hall full of people passes, a program does not; no address is kept.
_MOST, _PER = 60, timedelta(minutes=15)


@transaction.atomic
def give_rating(actor: Actor, *, ward_id: int, service: Service, face: Face, words: str, at: datetime) -> Rating:
    """Đánh giá một dịch vụ (điểm a khoản 2 Điều 35); ``rate.wait`` when too many come at once.

    Whoever is logged in beside is not written down: a rating is nobody's.
    """
    check(actor, Act.SATISFACTION_RATING_GIVE, Subject(ward_id))
    require(rate.take(f"hai-long:{ward_id}:{service}", limit=_MOST, per=_PER, at=at))
    rating = Rating.objects.create(
        ward_id=ward_id, service=service, face=face, words=nfc(words).strip(), day=clock.day(at)
    )
    nobody = Actor(Kind.ANONYMOUS, ward_id)
    journal.record(nobody, Act.SATISFACTION_RATING_GIVE, f"service:{service}", {"face": str(face)}, at)
    return rating
