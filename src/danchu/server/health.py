"""``/healthz``: 200 when the service can answer, with the ages of its heartbeats."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, JsonResponse

from danchu.foundation.access.decorators import public
from danchu.foundation.jobs.models import Heartbeat


@public
def healthz(request: HttpRequest) -> JsonResponse:
    """Ready: the database answers. Ages are in seconds; a missing one has never run."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    ages = {beat.name: round((request.at - beat.at).total_seconds()) for beat in Heartbeat.objects.all()}
    return JsonResponse({"status": "ok", "seconds_since": ages})
