"""Một phiên nhìn từ bàn chủ trì: present and needed, what has been chosen, each matter's next act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import can
from danchu.law import words
from danchu.law.acts import Act
from danchu.law.answers import Refusal
from danchu.law.meeting import Presence, carried, presence
from danchu.law.meeting_hall import may_announce, may_count
from danchu.law.meeting_names import AGENDA_LABELS, METHOD_LABELS, Method
from danchu.law.reconciliation import Figures as Counted
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries.meetings import Session
from danchu.rooms.voting.queries.votes import Vote
from danchu.rooms.voting.views.meeting_steps import Doable
from danchu.ui.tags.words import lang


@dataclass(frozen=True, slots=True)
class Item:
    """Một nội dung trong phiên. ``counted`` is given only after its announcement in the hall."""

    vote: Vote
    presence: Presence
    entered: tuple[str, ...]
    differ: bool
    agreed: bool
    counted: Counted | None
    announced_at: datetime | None
    why_not: str
    acts: tuple[Doable, ...]


@dataclass(frozen=True, slots=True)
class Motion:
    """Việc biểu quyết thủ tục: who or what was chosen, by how many hands."""

    title: str
    chosen: str
    hands: int | None
    present: int
    carried: bool
    href: str


@dataclass
class HallView:
    """Phiên họp với người đang xem."""

    session: Session
    actor: Actor
    at: datetime

    def __post_init__(self) -> None:
        self.meeting = self.session.meeting
        self.board = queries.Board(self.meeting, self.at)
        self.subject = queries.subject_of_meeting(self.meeting)
        self.present = self.board.present.get(self.session.pk, 0)
        self.total = self.board.total
        self.several = len(self.board.sessions) > 1

    def may(self, act: Act) -> bool:
        """By role."""
        return bool(can(self.actor, act, self.subject))

    @property
    def running(self) -> bool:
        """Whether the hall is at work."""
        return self.session.opened_at is not None and self.session.ended_at is None

    @property
    def hardest(self) -> Presence:
        """Nội dung cần nhiều hộ nhất: the bar of the hall is measured by it."""
        return max((presence(facts) for facts in self.board.all_facts()), key=lambda one: one.needed)

    @property
    def missing(self) -> int:
        """Còn thiếu bao nhiêu hộ."""
        return self.hardest.short

    def url(self, name: str, **which: Any) -> str:
        """An address of this hall."""
        kwargs = {"slug": self.meeting.slug, "number": self.session.number, **which}
        return reverse(f"voting:{name}", kwargs=kwargs)

    def order(self) -> list[str]:
        """Trình tự: the khu phố's own order of business, else the law's."""
        own = [line.strip() for line in self.meeting.agenda.splitlines() if line.strip()]
        labels = AGENDA_LABELS.values()
        return own or [label.vi if lang() == "vi" else label.en for label in labels]

    def motions(self) -> list[Motion]:
        """Thư ký, cách biểu quyết, Ban kiểm phiếu when slips are used."""
        facts = self.board.facts(self.board.votes[0], self.session)
        chosen = METHOD_LABELS[Method(self.session.method)] if self.session.method else None
        found = [
            self._motion(_("Secretary"), facts.secretary, self._names("secretary"), "secretary"),
            self._motion(_("Voting method"), facts.method_motion, _label(chosen), "method"),
        ]
        if self.session.method == Method.SECRET:
            names = self._names("board_head", "board")
            found.append(self._motion(_("Counting board"), facts.board_motion, names, "board"))
        return found

    def _motion(self, title: str, motion: Any, chosen: str, name: str) -> Motion:
        hands, present = (motion.hands, motion.present) if motion else (None, 0)
        return Motion(title, chosen, hands, present, carried(motion), self.url(f"hall-{name}"))

    def _names(self, *offices: str) -> str:
        return ", ".join(one.name for one in self.board.of_office(self.session, *offices))

    def witnesses(self) -> str:
        """Hai hộ chứng kiến."""
        return self._names("witness")

    def speakers(self) -> list[Any]:
        """Hàng chờ phát biểu, who has not spoken yet."""
        return [one for one in queries.speakers_of(self.session) if one.done_at is None]

    def items(self) -> list[Item]:
        """Các nội dung, in order."""
        return [self._item(vote) for vote in self.board.votes]

    def _item(self, vote: Vote) -> Item:
        facts = self.board.facts(vote, self.session)
        entered = self.board.entered(self.session, vote)
        stated = self.board.stated(self.session, vote)
        row = self.board.items.get((self.session.pk, vote.pk))
        announced_at = row.announced_at if row else None
        ready = may_count(facts, queries.session_facts(self.session))
        agreed = bool(may_announce(stated))
        return Item(
            vote=vote,
            presence=presence(facts),
            entered=tuple(str(one.entered_by) for one in entered),
            differ=len(entered) > 1 and not agreed,
            agreed=agreed,
            counted=self.board.agreed(self.session, vote) if announced_at else None,
            announced_at=announced_at,
            why_not=words.sentence(ready, lang()) if isinstance(ready, Refusal) and self.running else "",
            acts=tuple(self._acts(vote, bool(ready), agreed, announced_at)),
        )

    def _acts(self, vote: Vote, ready: bool, agreed: bool, announced_at: datetime | None) -> list[Doable]:
        """What this person may do about a matter now."""
        if not self.running:
            return []
        entered = self.board.entered(self.session, vote)
        mine = any(one.entered_by_id == self.actor.id for one in entered)
        found = []
        if agreed and announced_at is None and self.may(Act.VOTING_COUNT_ANNOUNCE):
            found.append(self._do(_("Announce the count"), "hall-announce", vote, press=True))
        if ready and not mine and len(entered) < 2 and self.may(Act.VOTING_FIGURES_ENTER):
            found.append(self._do(_("Enter the figures"), "hall-figures", vote))
        if self.may(Act.VOTING_DISCUSSION_RECORD):
            found.append(self._do(_("Record the discussion"), "hall-discussion", vote))
        if entered and announced_at is None and self.may(Act.VOTING_FIGURES_DROP):
            found.append(self._do(_("Count again"), "hall-recount", vote, press=True))
        return found

    def _do(self, label: str, name: str, vote: Vote, *, press: bool = False) -> Doable:
        return Doable(label, self.url(name, vote_id=vote.pk), press)

    def announced(self) -> Item | None:
        """Nội dung công bố sau cùng: what the wall shows instead of the number needed."""
        shown = [one for one in self.items() if one.counted and one.announced_at]
        return max(shown, key=lambda one: one.announced_at or self.at, default=None)

    def may_open(self) -> bool:
        """Người chủ trì khai mạc."""
        return self.session.opened_at is None and self.may(Act.VOTING_SESSION_OPEN)

    def may_check_in(self) -> bool:
        """Được điểm danh."""
        return self.running and self.may(Act.VOTING_ATTENDANCE_RECORD)

    def may_work(self) -> bool:
        """Được ghi việc của hội trường."""
        return self.running and self.may(Act.VOTING_SECRETARY_ELECT)

    def may_end(self) -> bool:
        """Kết thúc phiên của một cụm."""
        return self.running and self.several and self.may(Act.VOTING_SESSION_END)


def _label(label: Any) -> str:
    if label is None:
        return ""
    said = label.vi if lang() == "vi" else label.en
    return str(said[:1].upper() + said[1:])
