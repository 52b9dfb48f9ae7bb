"""A whole online vote, stage by stage, through the services."""

from __future__ import annotations

import pytest
from django_scopes import scope

from danchu.foundation.journal.services import faults
from danchu.law.answers import Outcome
from danchu.law.states import RoundKind, State
from danchu.rooms.voting import queries
from rooms.voting import stages

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_story_from_proposal_to_sent():
    story = stages.people()

    with scope(ward=story.ward):
        for step in stages.STAGES:
            step(story)

        vote = story.reload()
        outcome = queries.content_outcome(vote, story.round())
        assert vote.state == State.SENT
        assert isinstance(outcome, Outcome)
        assert (outcome.passed, outcome.yes, outcome.needed, outcome.of) == (True, 6, 6, 10)
        assert (story.round().yes, story.round().no, story.round().other) == (6, 1, 1)
        assert story.round(RoundKind.FORM).yes == 9
        assert list(faults(story.ward.pk)) == []
