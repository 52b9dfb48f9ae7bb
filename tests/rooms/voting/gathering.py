"""Initiatives brought to each point by the services themselves."""

from __future__ import annotations

from datetime import date

from danchu.foundation import clock
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Initiative
from rooms.voting.stages import Story

TEXT = {
    "matter": "D6",
    "title": "Dọn rác kênh cuối xóm",
    "body": "Mỗi tháng một lần.\nMỗi hộ một người.",
    "proposer_name": "Nguyễn Văn An",
}


def filed(story: Story, index: int = 0, **values: str) -> Initiative:
    """A household starts an initiative with its card."""
    return services.file_initiative(
        story.household(index), household=story.households[index], at=story.at, **{**TEXT, **values}
    )


def endorsed(story: Story, initiative: Initiative, *indexes: int) -> None:
    """These households endorse it with their cards."""
    for index in indexes:
        services.endorse_initiative(story.household(index), initiative_id=initiative.pk, at=story.at)


def on_paper(story: Story, initiative: Initiative, numbers: list[str], given_on: date | None = None) -> int:
    """The head writes down a signed list."""
    return services.record_endorsements(
        story.as_(story.head),
        initiative_id=initiative.pk,
        numbers=numbers,
        given_on=given_on or clock.day(story.at),
        paper=story.paper_of("khu_pho:1"),
        at=story.at,
    )


def put(story: Story, initiative: Initiative, form: str = "meeting"):
    """The head puts it to the community."""
    wording = {
        "title": initiative.title,
        "body": initiative.body,
        "question": "Hộ ông/bà có đồng ý dọn kênh mỗi tháng một lần không?",
        "yes_means": "Làm.",
        "no_means": "Không làm.",
        "other_means": "Ý khác.",
    }
    return services.put_initiative(
        story.as_(story.head), initiative_id=initiative.pk, form=form, wording=wording, at=story.at
    )


def standing(story: Story, initiative: Initiative):
    """How it stands now."""
    return queries.initiative_row(queries.initiative_by_slug(initiative.slug), story.at).standing
