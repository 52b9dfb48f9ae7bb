"""Trong hội trường: what may be done in one session, and when its figures stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.gates import first_refusal
from danchu.law.matters import Form
from danchu.law.meeting import MeetingFacts, gates, presence
from danchu.law.meeting_acts import slips_after
from danchu.law.meeting_names import MeetingState, Method
from danchu.law.reconciliation import Figures, Gap, Stated, agreed, gaps

_HALL = Convention("meeting_hall")
_ORDER = Article("L10", 18, 4)


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """Dữ kiện của một phiên: whether it is open, over, and whether figures were entered in it."""

    opened: bool
    ended: bool
    figures: bool = False


def in_hall(facts: SessionFacts) -> Answer:
    """Phiên đang diễn ra không. Refusals: ``meeting.session_not_open``, ``meeting.session_over``."""
    if not facts.opened:
        return Refusal("meeting.session_not_open", _ORDER)
    if facts.ended:
        return Refusal("meeting.session_over", _ORDER)
    return Allowed(_ORDER)


def may_check_in(facts: SessionFacts, earlier: datetime | None) -> Answer:
    """Được điểm danh hộ này không. Refusals: those of ``in_hall``, ``meeting.already_in``."""
    if not (running := in_hall(facts)):
        return running
    if earlier is not None:
        return Refusal("meeting.already_in", Article("L10", 18, 2), {"at": earlier})
    return Allowed(_HALL)


def may_undo(facts: SessionFacts) -> Answer:
    """Được bỏ điểm danh nhầm không: before figures. Refusals: those of ``in_hall``, ``meeting.undo_after_figures``."""
    if not (running := in_hall(facts)):
        return running
    return Refusal("meeting.undo_after_figures", _HALL) if facts.figures else Allowed(_HALL)


def may_count(facts: MeetingFacts, session: SessionFacts) -> Answer:
    """Được kiểm đếm chưa: enough present, secretary, everybody heard, method chosen, counting board elected.

    A cluster counts without waiting for the others: whether enough came is asked of the total, at the conclusion.
    Refusals: those of ``in_hall`` and of the gates.
    """
    wanted = {"secretary", "heard", "method", "board"} | (set() if facts.clusters else {"presence"})
    return in_hall(session) and first_refusal(gate for gate in gates(facts) if gate.key in wanted)


def figures_of(
    method: Method, *, issued: int | None, collected: int | None, invalid: int, yes: int, no: int, other: int
) -> Figures:
    """Số liệu theo cách biểu quyết: of hands, or of slips that were given out and collected in the hall."""
    if method is Method.HANDS:
        return Figures.of_hands(yes, no, other)
    given, taken = issued or 0, collected or 0
    return Figures(
        collected=taken,
        valid=taken - invalid,
        invalid=invalid,
        yes=yes,
        no=no,
        other=other,
        issued=given,
        missing=max(0, given - taken),
    )


def gaps_in_hall(figures: Figures, present: int) -> list[Gap]:
    """Chỗ không khớp giữa số kiểm đếm và số hộ dự."""
    return gaps(Form.MEETING, figures, held=present)


def may_enter(figures: Figures, present: int, reason: str) -> Answer:
    """Nhập được số này không. Refusals: ``count.negative``, ``register.impossible``, ``register.gap_unexplained``."""
    if figures.valid < 0:
        return Refusal("count.negative", Convention("counting"), {"what": "yes", "number": figures.valid})
    for gap in gaps_in_hall(figures, present):
        told = {"gap_vi": gap.said("vi"), "gap_en": gap.said("en")}
        if not gap.possible:
            return Refusal("register.impossible", Convention("counting"), told)
        if not reason.strip():
            return Refusal("register.gap_unexplained", Convention("counting"), told)
    return Allowed(Convention("two_people"))


def may_announce(stated: tuple[Stated, ...]) -> Answer:
    """Được công bố số kiểm đếm không: two people entered the same. Refusals: those of ``reconciliation.agreed``."""
    found = agreed(stated)
    return found if isinstance(found, Refusal) else Allowed(_ORDER)


def may_conclude(halls: Iterable[MeetingFacts], running: int) -> Answer:
    """Được kết luận một nội dung chưa: every hall counted it, and it could be decided at all.

    ``running``: halls of other clusters that are not over. Refusals: ``meeting.sessions_running``, those of the gates.
    """
    if running:
        return Refusal("meeting.sessions_running", Article("L10", 18, 3), {"sessions": running})
    wanted = {"presence", "secretary", "heard", "method", "board", "figures"}
    return first_refusal(gate for facts in halls for gate in gates(facts) if gate.key in wanted)


def may_follow(facts: MeetingFacts, counted: bool) -> Answer:
    """Được chuyển sang phát phiếu không: the meeting is over and too few came to decide this matter.

    Refusals: ``meeting.not_failed``, ``meeting.enough_present``, those of ``meeting_acts.slips_after``.
    """
    if not counted:
        return Refusal("meeting.not_failed", Article("L10", 19, 1, "b"))
    if (now := presence(facts)).enough:
        return Refusal("meeting.enough_present", now.article, {"present": now.present, "needed": now.needed})
    return slips_after(replace(facts, state=MeetingState.FAILED))


AGENDA: Basis = Article("L10", 18, 1)


def on_agenda(matters: int) -> Answer:
    """Có nội dung để họp không. Refusal: ``meeting.agenda_empty``."""
    return Allowed(AGENDA) if matters else Refusal("meeting.agenda_empty", AGENDA)
