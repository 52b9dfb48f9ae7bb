"""Mời họp: what the law asks of a khu phố meeting, with the days counted from the one chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from danchu.foundation.places.calendar import ward_calendar
from danchu.law.answers import Deadline
from danchu.law.basis import Basis
from danchu.law.clocks import due
from danchu.law.matters import Form, Matter, Paper, matter_data, papers, papers_to_households
from danchu.law.rules import Rule, rules_at
from danchu.law.thresholds import needed

# In the order in which a head goes through them.
_BEFORE = ("meet.attend", "meet.notice")
_AT = ("meet.order", "meet.procedural", "meet.vote_method", "meet.counting_board", "meet.member_dissent")


@dataclass(frozen=True, slots=True)
class Needed:
    """Mức cần đạt: of all households, by the rule of the matter."""

    households: int
    of: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Meeting:
    """Một cuộc họp theo luật: days to keep and things to have, each with its rule."""

    matter: Matter
    day: date
    notice: Deadline
    documents: Deadline | None
    sending: Deadline
    needed: Needed | None
    before: tuple[Rule, ...]
    at: tuple[Rule, ...]
    papers: tuple[Paper, ...]

    def in_time(self, today: date) -> bool:
        """Whether the households can still be told in time."""
        return today <= self.notice.end


def meeting(matter: Matter, day: date, *, households: int, ward_id: int) -> Meeting:
    """Cuộc họp về loại việc này vào ngày ấy: what it takes, by the rules in use."""
    calendar = ward_calendar(ward_id, day)
    book = rules_at()
    convene = ["meet.convene.elect", "meet.convene.dismiss"] if matter is Matter.D4 else ["meet.convene"]
    before = [*convene, *_BEFORE]
    if papers_to_households(matter):
        before.append("meet.docs")
    if households >= (book.count("meet.cluster.min_households").low or 0):
        before.append("meet.cluster")
    return Meeting(
        matter=matter,
        day=day,
        notice=due("meet.notice", day, calendar),
        documents=due("meet.docs", day, calendar) if papers_to_households(matter) else None,
        sending=due("doc.send", day, calendar),
        needed=_needed(matter, households),
        before=tuple(book.rule(key) for key in before),
        at=tuple(book.rule(key) for key in _AT),
        papers=papers(matter, Form.MEETING),
    )


def earliest(today: date) -> date:
    """Ngày họp sớm nhất nếu báo các hộ ngay hôm nay."""
    return today + timedelta(days=rules_at().period("meet.notice").n)


def _needed(matter: Matter, households: int) -> Needed | None:
    rule = matter_data(matter)["pass"]
    return Needed(needed(rule, households), households, rules_at().basis(rule)) if households else None
