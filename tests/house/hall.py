"""The meeting the matrix of addresses knocks at: its hall is open, one household is in, one waits to speak."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from danchu.rooms.voting import queries, services
from rooms.voting import meetings, stages


def rows(story: stages.Story) -> dict[str, Any]:
    """``story.it`` is its secretary and has no mandate: the visitor "team" works in this hall, and nowhere else."""
    own = replace(story, at=story.at - meetings.WEEK - timedelta(hours=1))
    hall = meetings.ready(own)
    made = hall.attend(0)[0]
    hall.chosen(yes=1)
    speaker = services.register_speaker(
        hall.head(), session_id=hall.session().pk, line=hall.line(1), name="", dissenting=False, at=hall.at
    )
    return {
        "slug": hall.meeting.slug,
        "number": 1,
        "vote_id": hall.votes[0].pk,
        "vote": hall.votes[0].slug,
        "line_id": hall.line(1).pk,
        "attendance_id": made.pk,
        "speaker_id": speaker.pk,
        "code": queries.code_of(hall.meeting.pk, hall.line(2).pk),
        "kind": "meeting-invitation",
    }
