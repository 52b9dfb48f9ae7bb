"""A vote by slips brought to each stage by the services themselves: ten households, six must agree.

The team is three, led by the Front head; slips go out three days after the notice, for a week.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from danchu.law.matters import Form
from danchu.law.people import Capacity
from danchu.law.reconciliation import Figures
from danchu.law.states import Route
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Slip
from danchu.rooms.voting.services.prepare import Member
from rooms.voting import stages
from rooms.voting.stages import DAY, Story

# Nine slips came back: six yes, one no, one other, one not valid; one is missing.
FIGURES = Figures(collected=9, valid=8, invalid=1, yes=6, no=1, other=1, issued=10, missing=1)


def proposed(story: Story) -> Story:
    """The head proposed the matter, to be decided by slips."""
    story.vote = services.propose_vote(
        story.as_(story.head),
        khu_pho=story.khu_pho,
        wording=stages.WORDING,
        matter="D6",
        form=Form.SLIP,
        at=story.at,
    )
    return story


def team_set(story: Story) -> Story:
    """Front, khu phố, mass organisation."""
    members = [
        Member(story.front, frozenset({Capacity.FRONT}), leader=True),
        Member(story.head, frozenset({Capacity.KHU_PHO})),
        Member(story.it, frozenset({Capacity.MASS_BODY})),
    ]
    services.set_team(story.as_(story.head), vote_id=story.vote.pk, members=members, at=story.at)
    return story


def confirmed(story: Story) -> Story:
    """Slips go out in three days, for a week; two people confirmed the slip."""
    services.schedule_vote(
        story.as_(story.front),
        vote_id=story.vote.pk,
        opens_at=story.at + 3 * DAY,
        closes_at=story.at + 10 * DAY,
        at=story.at,
    )
    digest = story.reload().text_digest
    for person in (story.head, story.front):
        services.confirm_text(story.as_(person), vote_id=story.vote.pk, digest=digest, at=story.at)
    return story


def planned(story: Story) -> Story:
    """The plan is issued and sent to both chairmen."""
    head = story.as_(story.head)
    services.issue_plan(
        head,
        vote_id=story.vote.pk,
        purpose="Lấy ý kiến các hộ.",
        assignment="Tổ trưởng chia tổ đi từng nhà.",
        boxes="Nhà văn hóa khu phố",
        at=story.at,
    )
    services.send_plan(head, vote_id=story.vote.pk, at=story.at)
    return story


def printed(story: Story) -> Story:
    """The slips are made and signed."""
    services.print_slips(story.as_(story.head), vote_id=story.vote.pk, at=story.at)
    services.mark_slips(story.as_(story.head), vote_id=story.vote.pk, at=story.at)
    return story


def published(story: Story) -> Story:
    """The round is public."""
    services.publish_notice(story.as_(story.front), vote_id=story.vote.pk, at=story.at)
    story.reload()
    return story


def out(story: Story) -> Story:
    """Slips are going out since an hour."""
    return story.wait(3 * DAY + timedelta(hours=1))


def issued(story: Story) -> Story:
    """Every household was given its slip."""
    for index in range(len(story.households)):
        hand_out(story, index)
    return story


def returned(story: Story) -> Story:
    """All but the last came back, by all three routes in turn."""
    for index in range(len(story.households) - 1):
        take_in(story, index, (Route.HAND, Route.BOX, Route.DOOR)[index % 3])
    return story


def closed(story: Story) -> Story:
    """Time ran out."""
    return stages.closed(story)


def counted(story: Story) -> Story:
    """Two people counted the same."""
    for person in (story.front, story.it):
        count(story, person)
    story.reload()
    return story


STAGES: tuple[Callable[[Story], Story], ...] = (
    proposed,
    stages.agreed,
    team_set,
    stages.roll_shown,
    stages.roll_frozen,
    confirmed,
    planned,
    printed,
    published,
    out,
    issued,
    returned,
    closed,
    counted,
    stages.sealed,
    stages.signed,
    stages.announced,
    stages.sent,
)


def slip(story: Story, index: int) -> Slip:
    """The household's slip that is good now."""
    return queries.live_slip(story.reload(), story.line(index).pk)


def hand_out(story: Story, index: int, person: object = None) -> Slip:
    """One slip is handed out."""
    one = slip(story, index)
    return services.issue_slip(story.as_(person or story.it), vote_id=story.vote.pk, slip_id=one.pk, at=story.at)


def take_in(story: Story, index: int, route: Route = Route.HAND, **more: object) -> object:
    """One slip comes back."""
    one = slip(story, index)
    actor = story.as_(story.it)
    return services.return_slip(actor, vote_id=story.vote.pk, slip_id=one.pk, route=route, at=story.at, **more)


def count(story: Story, person: object, figures: Figures = FIGURES, witnesses: tuple[int, int] = (0, 1)) -> bool:
    """One person enters the figures."""
    return services.enter_count(
        story.as_(person),
        vote_id=story.vote.pk,
        figures=figures,
        witnesses=(story.line(witnesses[0]), story.line(witnesses[1])),
        at=story.at,
    )


def bring(story: Story, stage: Callable[[Story], Story]) -> Story:
    """All steps up to this stage."""
    for step in STAGES:
        step(story)
        if step is stage:
            break
    return story
