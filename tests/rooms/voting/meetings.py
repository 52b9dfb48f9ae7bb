"""Meetings brought to each stage by the services themselves: planned, invited, opened, checked in, counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from danchu.foundation import clock
from danchu.foundation.accounts.models import Staff
from danchu.law.matters import Convenor, Form
from danchu.law.meeting_names import Channel, Method
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Attendance, Meeting, Session, Vote
from danchu.rooms.voting.services.meeting import Plan
from danchu.rooms.voting.services.meeting_end import Numbers
from danchu.rooms.voting.services.meeting_hall import Chosen
from rooms.voting import stages

WEEK = timedelta(days=7)


@dataclass
class Hall:
    """A story with a meeting: its people, its matters, and the meeting itself."""

    story: stages.Story
    matters: Sequence[str] = ("D6",)
    votes: list[Vote] = field(default_factory=list)
    meeting: Meeting | None = None

    @property
    def at(self) -> datetime:
        return self.story.at

    def head(self) -> Any:
        return self.story.as_(self.story.head)

    def front(self) -> Any:
        return self.story.as_(self.story.front)

    def reload(self) -> Meeting:
        self.meeting = queries.meeting_by_slug(self.meeting.slug)
        self.votes = queries.agenda_of(self.meeting)
        return self.meeting

    def session(self, number: int = 1) -> Session:
        return Session.objects.select_related("meeting").get(meeting=self.meeting, number=number)

    def plan(self, **values: Any) -> Plan:
        defaults: dict[str, Any] = {
            "title": "Họp khu phố 3",
            "starts_at": self.at + WEEK,
            "place": "Nhà văn hóa khu phố 3",
            "convenor": Convenor.HEAD,
            "chair": self.story.head,
            "contact": self.story.head,
        }
        return Plan(**{**defaults, **values})

    def attend(self, *places: int, session: int = 1, by: Staff | None = None) -> list[Attendance]:
        """Households come and are checked in."""
        actor = self.story.as_(by or self.story.head)
        return [
            services.record_attendance(
                actor,
                session_id=self.session(session).pk,
                line_id=self.line(place).pk,
                means="tap",
                at=self.at,
            )
            for place in places
        ]

    def line(self, place: int) -> Any:
        return self.meeting.roll.lines.get(household=self.story.households[place])

    def enter(self, by: Staff, vote: Vote | None = None, *, session: int = 1, reason: str = "", **numbers: Any) -> Any:
        return services.enter_figures(
            self.story.as_(by),
            session_id=self.session(session).pk,
            vote_id=(vote or self.votes[0]).pk,
            numbers=Numbers(**numbers),
            reason=reason,
            at=self.at,
        )

    def counted(self, vote: Vote | None = None, *, session: int = 1, reason: str = "", **numbers: Any) -> None:
        """Two people enter the same."""
        for person in (self.story.head, self.story.front):
            self.enter(person, vote, session=session, reason=reason, **numbers)

    def chosen(self, *, yes: int, session: int = 1, method: Method = Method.HANDS) -> None:
        """Secretary and method; for slips the counting board too."""
        pk = self.session(session).pk
        services.elect_secretary(
            self.head(), session_id=pk, person=Chosen("Trần Thị Bình", staff=self.story.it), yes=yes, at=self.at
        )
        services.choose_method(self.head(), session_id=pk, method=method, yes=yes, at=self.at)
        if method is Method.SECRET:
            board = [Chosen(name) for name in ("Lê Văn Cường", "Phạm Thị Dung", "Võ Thị Én")]
            services.elect_board(
                self.head(),
                session_id=pk,
                board=board,
                witnesses=[self.line(0), self.line(1)],
                yes=yes,
                at=self.at,
            )


def written(story: stages.Story, *matters: str) -> Hall:
    """Matters are written for a meeting."""
    hall = Hall(story, matters or ("D6",))
    for place, matter in enumerate(hall.matters, 1):
        wording = stages.WORDING | {"title": f"Việc thứ {place} đưa ra họp"}
        hall.votes.append(
            services.propose_vote(
                hall.head(), khu_pho=story.khu_pho, wording=wording, matter=matter, form=Form.MEETING, at=story.at
            )
        )
    return hall


def planned(hall: Hall, **values: Any) -> Hall:
    """The meeting is planned for a week from now."""
    votes = [one.pk for one in hall.votes]
    hall.meeting = services.plan_meeting(
        hall.head(), khu_pho=hall.story.khu_pho, votes=votes, plan=hall.plan(**values), at=hall.at
    )
    hall.reload()
    return hall


def invited(hall: Hall) -> Hall:
    """Households are told today, papers go to every one of them."""
    today = clock.day(hall.at)
    services.invite(
        hall.head(),
        meeting_id=hall.meeting.pk,
        channels=[Channel.INVITATION, Channel.LOUDSPEAKER],
        noticed_on=today,
        posted_on=today,
        at=hall.at,
    )
    services.send_papers(
        hall.head(), meeting_id=hall.meeting.pk, sent_on=today, households=len(hall.story.households), at=hall.at
    )
    hall.reload()
    return hall


def frozen(hall: Hall) -> Hall:
    """The roll is frozen the day before."""
    services.freeze_meeting_roll(hall.head(), meeting_id=hall.meeting.pk, at=hall.meeting.starts_at - timedelta(days=1))
    hall.reload()
    return hall


def opened(hall: Hall) -> Hall:
    """The chair opens it at its hour."""
    hall.story.at = hall.meeting.starts_at
    services.open_session(hall.head(), session_id=hall.session().pk, at=hall.at)
    hall.reload()
    return hall


def ready(story: stages.Story, *matters: str) -> Hall:
    """Everything up to the opened hall."""
    return opened(frozen(invited(planned(written(story, *matters)))))
