"""A full hall: 450 households checked in by three devices, two devices at one household, on real connections."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django_scopes import scope

from danchu.foundation.journal.services import faults
from danchu.law.answers import Refused
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Attendance, Ballot
from rooms.voting import meetings, stages
from rooms.voting.test_races import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db]
DEVICES = 3


def open_hall(households):
    """A hall that is open, committed, so that other connections see it."""
    story = stages.people(households)
    with scope(ward=story.ward):
        return meetings.ready(story)


def device(hall, lines, took=None):
    """One device at the door: it checks in its households one after the other."""
    session, actor, ward, at = hall.session().pk, hall.head(), hall.story.ward, hall.at

    def work():
        told = []
        with scope(ward=ward):
            for place, line in enumerate(lines):
                began = time.monotonic()
                try:
                    services.record_attendance(
                        actor, session_id=session, line_id=line, means="scanner", at=at + timedelta(seconds=place)
                    )
                except Refused as refused:
                    told.append(refused.refusal.code)
                if took is not None:
                    took.append(time.monotonic() - began)
        return told

    return work


def test_450_households_come_through_three_doors_without_an_error():
    hall = open_hall(450)
    took: list[float] = []
    with scope(ward=hall.story.ward):
        lines = list(hall.meeting.roll.lines.order_by("pk").values_list("pk", flat=True))
        doors = [device(hall, lines[place::DEVICES], took) for place in range(DEVICES)]

        assert together(*doors) == [[], [], []]

        assert queries.present_by_session(hall.meeting) == {hall.session().pk: 450}
        assert Ballot.objects.filter(round__vote__meeting=hall.meeting, voided_at=None).count() == 450
        assert list(faults(hall.story.ward.pk)) == []
    # One household a second at each of three doors leaves a second for each.
    assert sorted(took)[len(took) * 95 // 100] < 1


def test_two_devices_check_the_same_household_in_once():
    hall = open_hall(10)
    with scope(ward=hall.story.ward):
        lines = list(hall.meeting.roll.lines.values_list("pk", flat=True))

        told = together(device(hall, lines), device(hall, lines))

        assert sorted(code for one in told for code in one) == ["meeting.already_in"] * 10
        assert Attendance.objects.filter(meeting=hall.meeting).count() == 10
        assert Ballot.objects.filter(round__vote__meeting=hall.meeting).count() == 10
