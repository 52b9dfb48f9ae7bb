"""A ward whose clock stands where its story is, and somebody to look at its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.test import Client
from django_scopes import scope

import builders
from danchu.foundation import clock
from danchu.foundation.accounts.models import Staff
from rooms.voting import stages
from rooms.voting.conftest import page_weight  # noqa: F401 - a fixture
from rooms.voting.stages import Story

Tell = Callable[..., Story]


@pytest.fixture
def tell(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tell]:
    """``tell(stages.opened)``: a vote brought to that stage; the server's clock follows the story."""
    with ExitStack() as stack:

        def bring(stage: Callable[[Story], Story] | None, story: Story | None = None, households: int = 10) -> Story:
            if story is None:
                story = stages.people(households)
                stack.enter_context(scope(ward=story.ward))
            else:
                story.at = max(story.at, stages.START)
            told = story
            monkeypatch.setattr(clock, "now", lambda: told.at)
            for step in stages.STAGES if stage is not None else ():
                step(story)
                if step is stage:
                    break
            return story

        yield bring


@pytest.fixture
def visitor() -> Callable[[Staff], Client]:
    """A browser in which this person is logged in, with the second factor done."""

    def logged_in(person: Staff) -> Client:
        client = Client()
        builders.log_in(client, person)
        return client

    return logged_in
