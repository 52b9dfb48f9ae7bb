"""Results of every kind of matter, and what the ward answers to them."""

from __future__ import annotations

from datetime import date

import builders
from danchu.foundation import clock
from danchu.law.people import Role
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Election, Round, Vote, WardDecision
from rooms.voting import stages
from rooms.voting.stages import Story


def people_of_ward(story: Story) -> Story:
    """The Chairman of the ward and the Chairman of its Front."""
    story.extra["chair"] = builders.make_staff(story.ward, Role.WARD_CHAIR, name="Đặng Văn Chủ")
    story.extra["ward_front"] = builders.make_staff(story.ward, Role.WARD_FRONT, name="Lý Thị Mặt")
    return story


def decided(story: Story, matter: str = "D6", *, purpose: str = "", yes: int | None = None) -> Story:
    """The result is announced; of a matter that only a meeting may decide, it was a meeting at which all came."""
    people_of_ward(story)
    if matter != "D6":
        Vote.objects.filter(pk=story.vote.pk).update(matter=matter, form="meeting", purpose=purpose)
        Round.objects.filter(vote=story.vote, kind="content").update(present=len(story.households))
    if yes is not None:
        Round.objects.filter(vote=story.vote, kind="content").update(yes=yes, no=0, other=0)
    story.reload()
    return story


def sent(story: Story, matter: str = "D6", *, purpose: str = "", yes: int | None = None) -> Story:
    """The decision is sent: the clock of recognition runs."""
    return stages.sent(decided(story, matter, purpose=purpose, yes=yes))


def recognise(story: Story, who: str = "chair", on: date | None = None):
    """The ward, or its Front, recognises."""
    return services.recognise_decision(
        story.as_(story.extra[who]),
        vote_id=story.vote.pk,
        on=on or clock.day(story.at),
        number="15/QĐ-UBND",
        at=story.at,
    )


def annul(story: Story, *, fault: str = "procedure", redo: bool = True, reasons: str = "Không mời đủ các hộ."):
    """The ward annuls, or has it taken again."""
    return services.annul_decision(
        story.as_(story.extra["chair"]),
        vote_id=story.vote.pk,
        fault=fault,
        redo=redo,
        reasons=reasons,
        on=clock.day(story.at),
        number="16/QĐ-UBND",
        at=story.at,
    )


def after(story: Story) -> queries.After:
    """What follows the result, as it stands now."""
    return queries.after_of(story.reload())


def matter_of_ward(story: Story) -> WardDecision:
    """The Chairman proposes a matter of the whole ward."""
    people_of_ward(story)
    wording = {"title": "Góp làm đường", "question": "Hộ ông/bà có góp không?", "body": "Mỗi hộ góp 500.000 đồng."}
    return services.propose_ward(
        story.as_(story.extra["chair"]), matter="D1", form="slip", wording=wording, at=story.at
    )


def election_of_a_board(story: Story) -> Election:
    """Members of the People's Inspectorate are to be elected today."""
    return services.call_board(
        story.as_(story.head),
        khu_pho=story.khu_pho,
        board="inspectorate",
        day=clock.day(story.at),
        seats=1,
        at=story.at,
    )
