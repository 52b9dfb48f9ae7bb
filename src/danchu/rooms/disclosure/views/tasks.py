"""Việc công khai của Trưởng khu phố: what to hang, read out and tell, with the photo taken on the spot."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import signed_in
from danchu.foundation.places.models import KhuPho
from danchu.law.acts import ACTS, Act
from danchu.law.answers import Refusal, Refused
from danchu.law.people import KHU_PHO_ROLES
from danchu.rooms.disclosure import queries
from danchu.rooms.disclosure.queries import Task
from danchu.rooms.disclosure.views.common import finding_rows, item_words, show, today


@signed_in
def tasks(request: HttpRequest) -> HttpResponse:
    """Every khu phố where the person records postings, each with its tasks, the most urgent first."""
    held = {one.khu_pho for one in request.actor.held if one.role in KHU_PHO_ROLES}
    places = [one for one in queries.khu_pho_on(request.ward.pk, today(request)) if one.pk in held]
    mine = [one for one in places if can(request.actor, Act.DISCLOSURE_POSTING_RECORD, Subject(one.ward_id, one.pk))]
    if not mine:
        basis = ACTS[Act.DISCLOSURE_POSTING_RECORD].basis
        raise Refused(Refusal("access.role", basis, {"act": str(Act.DISCLOSURE_POSTING_RECORD), "doers": "head"}))
    return show(
        request,
        "tasks",
        desk_section="disclosure-tasks",
        places=[
            (one, [_task(task, one, today(request)) for task in queries.tasks_of(one, today(request))]) for one in mine
        ],
        back_href=reverse("my-work"),
    )


def _task(task: Task, place: KhuPho, day: date) -> dict[str, Any]:
    shown = queries.postings_of(task.entry)
    return {
        "entry": task.entry,
        "item": item_words(task.entry),
        "due": task.due,
        "late": task.due is not None and task.due < day,
        "open": finding_rows(task.open),
        "running": finding_rows(task.running),
        "unproven": [one for one in shown if one.khu_pho_id == place.pk and not one.proofs.all()],
    }
