"""Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng: who may be elected a member, how many, and when again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.clocks import due
from danchu.law.days import Calendar
from danchu.law.gates import Check, all_hold, check
from danchu.law.people import Label
from danchu.law.rules import RULE_VERSION, rules_at


class Board(StrEnum):
    """Ban nào."""

    INSPECTORATE = "inspectorate"
    INVESTMENT = "investment"


BOARD_LABELS = {
    Board.INSPECTORATE: Label("Ban Thanh tra nhân dân", "People's Inspectorate"),
    Board.INVESTMENT: Label("Ban Giám sát đầu tư của cộng đồng", "Investment Supervision Board"),
}


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """Trả lời của người được giới thiệu: each question of Điều 37 and 42 as answered.

    ``official`` a ward official or civil servant; ``part_time`` part-time staff of the ward or khu phố; ``relative``
    related to whoever decides, owns, advises, builds or manages the project; ``fit`` ethics, trust, health, knowledge.
    """

    permanent: bool
    official: bool = False
    part_time: bool = False
    relative: bool = False
    fit: bool = True
    volunteers: bool = True


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """Thành phần một Ban Giám sát đầu tư của cộng đồng, for one programme or project."""

    front: int
    inspectorate: int
    residents: int
    deputies: int = 0


def standards(board: Board, facts: MemberFacts, *, version: str = RULE_VERSION) -> tuple[Check, ...]:
    """Các tiêu chuẩn của thành viên, in the order asked, each with its answer."""
    inspect = board is Board.INSPECTORATE
    basis = rules_at(version).basis("bttnd.standard" if inspect else "bgs.standard")
    told = {"board_vi": BOARD_LABELS[board].vi, "board_en": BOARD_LABELS[board].en}
    own = (
        check("boards.part_time", not facts.part_time, basis, **told)
        if inspect
        else check("boards.relative", not facts.relative, basis, **told)
    )
    return (
        check("boards.permanent", facts.permanent, basis, **told),
        check("boards.official", not facts.official, basis, **told),
        own,
        check("boards.fit", facts.fit, basis, **told),
        check("boards.volunteers", facts.volunteers, basis, **told),
    )


def may_stand(board: Board, facts: MemberFacts, *, version: str = RULE_VERSION) -> Answer:
    """Người này có được bầu vào Ban không.

    Refusals: ``boards.permanent``, ``boards.official``, ``boards.part_time``, ``boards.relative``, ``boards.fit``,
    ``boards.volunteers``.
    """
    return all_hold(standards(board, facts, version=version))


def inspectorate_size(units: int, *, version: str = RULE_VERSION) -> int:
    """Số thành viên Ban Thanh tra nhân dân: one for each khu phố, not fewer than five (``bttnd.size``)."""
    return max(units, rules_at(version).count("bttnd.size.min").low or 0)


def may_have_deputies(board: Board, deputies: int, *, version: str = RULE_VERSION) -> Answer:
    """Số Phó Trưởng ban có đúng không: at most two in either board. Refusal: ``boards.deputies``."""
    key = "bttnd.deputy.max" if board is Board.INSPECTORATE else "bgs.deputy.max"
    count, basis = rules_at(version).count(key), rules_at(version).basis(key)
    if not count.admits(deputies):
        return Refusal("boards.deputies", basis, {"deputies": deputies, "most": count.high})
    return Allowed(basis)


def may_fill_seat(on: date, term_end: date, calendar: Calendar, *, version: str = RULE_VERSION) -> Answer:
    """Khuyết thành viên Ban Thanh tra nhân dân có bầu bổ sung không: six months of the term must remain.

    Refusal: ``boards.term_too_short``.
    """
    basis = rules_at(version).basis("bttnd.vacancy")
    last = due("bttnd.vacancy", term_end, calendar, version=version).end
    if on > last:
        return Refusal("boards.term_too_short", basis, {"last": last})
    return Allowed(basis)


def composition(facts: BoardFacts, *, version: str = RULE_VERSION) -> tuple[Check, ...]:
    """Thành phần Ban Giám sát đầu tư của cộng đồng: at least five, at most five residents, Front and Inspectorate."""
    book = rules_at(version)
    basis, size, residents = book.basis("bgs.size"), book.count("bgs.size.min"), book.count("bgs.residents.max")
    members = facts.front + facts.inspectorate + facts.residents
    return (
        check("boards.size", size.admits(members), basis, members=members, least=size.low),
        check(
            "boards.residents", residents.admits(facts.residents), basis, members=facts.residents, most=residents.high
        ),
        check("boards.front", facts.front > 0, basis),
        check("boards.inspectorate", facts.inspectorate > 0, basis),
        Check("deputies", may_have_deputies(Board.INVESTMENT, facts.deputies, version=version)),
    )
