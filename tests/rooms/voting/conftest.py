"""Stories for the tests of the voting room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django_scopes import scope

from rooms.voting import stages
from rooms.voting.stages import Story

Tell = Callable[..., Story]


@pytest.fixture
def tell(db: None) -> Iterator[Tell]:
    """``tell(stages.opened, households=10)``: a story brought to that stage, with the ward's scope open."""
    with ExitStack() as stack:

        def bring(stage: Callable[[Story], Story] | None = None, households: int = 10) -> Story:
            story = stages.people(households)
            stack.enter_context(scope(ward=story.ward))
            for step in stages.STAGES if stage is not None else ():
                step(story)
                if step is stage:
                    break
            return story

        yield bring
