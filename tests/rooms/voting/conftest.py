"""Stories for the tests of the voting room."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope

import danchu.ui
from danchu.foundation import clock
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


@pytest.fixture
def stage(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """``tell``, with the clock of the whole server where the story is; it moves when the story waits."""

    def bring(step: Callable[[Story], Story], households: int = 10) -> Story:
        monkeypatch.setattr(clock, "now", lambda: stages.START)
        story = tell(step, households)
        monkeypatch.setattr(clock, "now", lambda: story.at)
        return story

    return bring


@pytest.fixture
def page_weight() -> Callable[[Any], int]:
    """Bytes over the wire of a first visit: the page, its styles, scripts, signs and fonts, as they are served."""
    folder = Path(danchu.ui.__file__).parent / "static"

    def served(name: str) -> int:
        file = folder / name
        packed = file.with_name(f"{file.name}.gz")
        inner = re.findall(r"url\(([^)]+)\)", file.read_text()) if file.suffix == ".css" else []
        fonts = sum((file.parent / one.strip("\"'")).stat().st_size for one in inner if "data:" not in one)
        return (packed if packed.exists() else file).stat().st_size + fonts

    def weigh(response: Any) -> int:
        names = set(re.findall(r'(?:href|src)="/tinh/([^"]+)"', response.content.decode()))
        return len(response.content) + sum(served(name) for name in names)

    return weigh
