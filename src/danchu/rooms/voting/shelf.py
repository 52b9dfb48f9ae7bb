"""Ngăn giấy tờ: which papers a vote has by now, and who may open each.

The notice, the poster and, once announced, the decision, the capture and the notice of the result are for everybody.
What names households (the roll, the list of those who took part, the minutes with that list) is for those who keep
the vote's file and those who answer for the household list, never for the public.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, can
from danchu.law.acts import Act
from danchu.law.matters import Form
from danchu.law.meeting_names import Method
from danchu.law.states import RoundKind, State
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries.votes import Round, Vote

_NAMES_HOUSEHOLDS = (Act.VOTING_MINUTES_SIGN, Act.PEOPLE_HOUSEHOLD_VIEW)
_FILE = (Act.VOTING_VOTE_MANAGE,)
_DRAFTS = _NAMES_HOUSEHOLDS  # papers of the result are drafts until it is announced
_COUNTED = {State.CLOSED, State.SEALED, State.ANNOUNCED, State.SENT}
_SEALED = {State.SEALED, State.ANNOUNCED, State.SENT}
_PUBLIC = {State.ANNOUNCED, State.SENT}

Rounds = dict[str, Round]


@dataclass(frozen=True, slots=True)
class Kind:
    """Loại giấy tờ trên ngăn: ``file`` names it in the dossier; ``ready`` and ``public`` read the vote."""

    key: str
    file: str
    readers: tuple[Act, ...]
    ready: Callable[[Vote, Rounds], bool]
    public: Callable[[Vote], bool] = lambda vote: False  # noqa: ARG005
    forms: frozenset[Form] = frozenset(Form)


def _noticed(vote: Vote) -> bool:
    return vote.notice_at is not None


def _announced(vote: Vote) -> bool:
    return vote.state in _PUBLIC


def _timed(vote: Vote, rounds: Rounds) -> bool:  # noqa: ARG001 - readiness has one shape
    return RoundKind.CONTENT in rounds


def _decided(vote: Vote, rounds: Rounds) -> bool:
    """A matter that did not pass has minutes, but nothing was decided."""
    return vote.state in _SEALED and bool(queries.content_outcome(vote, rounds[RoundKind.CONTENT]).passed)


def _slips_agreed(vote: Vote, rounds: Rounds) -> bool:
    """Two people counted the same, so the minutes of the count have their figures."""
    return vote.state in _COUNTED and queries.agreed_figures(rounds[RoundKind.CONTENT]) is not None


def _slips_counted(vote: Vote, rounds: Rounds) -> bool:  # noqa: ARG001
    """Mẫu 02 is of a secret ballot in a hall."""
    if vote.meeting is None or vote.state not in _COUNTED:
        return False
    secret = vote.meeting.sessions.filter(method=Method.SECRET).exists()
    return secret and vote.figures.filter(dropped_at=None).exists()


def _was_counted(vote: Vote, rounds: Rounds) -> bool:  # noqa: ARG001
    return vote.state in _COUNTED


_ONLINE, _SLIP, _MEETING = (frozenset({one}) for one in (Form.ONLINE, Form.SLIP, Form.MEETING))
KINDS = (
    Kind("online-report", "bao-cao", _FILE, lambda vote, _: vote.means_without_device is not None, forms=_ONLINE),
    Kind("online-team-decision", "quyet-dinh-lap-to", _FILE, lambda vote, _: vote.team.exists(), forms=_ONLINE),
    Kind("roll-sheet", "danh-sach-ho", _NAMES_HOUSEHOLDS, lambda vote, _: vote.roll is not None),
    Kind("vote-notice", "thong-bao", _FILE, _timed, _noticed, forms=_ONLINE),
    Kind("poster", "ap-phich", _FILE, _timed, _noticed, forms=_ONLINE),
    Kind(
        "participants-list",
        "danh-sach-tham-gia",
        _NAMES_HOUSEHOLDS,
        lambda vote, _: vote.state in _COUNTED,
        forms=_ONLINE,
    ),
    Kind("attendance-list", "danh-sach-du-hop", _NAMES_HOUSEHOLDS, _was_counted, forms=_MEETING),
    Kind("count-minutes-02", "bien-ban-kiem-phieu", _NAMES_HOUSEHOLDS, _slips_counted, forms=_MEETING),
    Kind("minutes-03", "bien-ban", _NAMES_HOUSEHOLDS, lambda vote, _: vote.state in _SEALED, forms=_ONLINE),
    Kind("meeting-minutes-03", "bien-ban", _NAMES_HOUSEHOLDS, lambda vote, _: vote.state in _SEALED, forms=_MEETING),
    Kind("slip-plan", "ke-hoach-phat-phieu", _FILE, lambda vote, _: queries.plan_of(vote) is not None, forms=_SLIP),
    Kind(
        "slip-sheet", "phieu", (Act.VOTING_SLIP_PRINT,), lambda vote, _: queries.slips_now(vote).made > 0, forms=_SLIP
    ),
    Kind("slip-notice", "thong-bao", _FILE, _timed, _noticed, forms=_SLIP),
    Kind("count-minutes-04", "bien-ban-kiem-phieu", _NAMES_HOUSEHOLDS, _slips_agreed, forms=_SLIP),
    Kind("community-decision", "quyet-dinh", _DRAFTS, _decided, _announced),
    Kind("result-capture", "anh-chup-ket-qua", _DRAFTS, lambda vote, _: vote.state in _SEALED, _announced, _ONLINE),
    Kind("result-notice", "thong-bao-ket-qua", _DRAFTS, lambda vote, _: vote.state in _SEALED, _announced, _ONLINE),
    Kind("slip-result-notice", "thong-bao-ket-qua", _DRAFTS, lambda vote, _: vote.state in _SEALED, _announced, _SLIP),
    Kind(
        "meeting-result-notice",
        "thong-bao-ket-qua",
        _DRAFTS,
        lambda vote, _: vote.state in _SEALED,
        _announced,
        _MEETING,
    ),
)
BY_KEY = {one.key: one for one in KINDS}


def _of_form(vote: Vote) -> list[Kind]:
    return [one for one in KINDS if vote.form in one.forms]


def signed_paper(vote: Vote) -> str:
    """Giấy tờ bốn người ký (điểm g khoản 2 Điều 20 Luật): the minutes, or the decision where slips decided."""
    if vote.form == Form.ONLINE:
        return "minutes-03"
    if vote.form == Form.MEETING:
        return "meeting-minutes-03"
    return "community-decision" if _decided(vote, queries.rounds_of(vote)) else "count-minutes-04"


def may_read(kind: Kind, vote: Vote, actor: Actor, subject: Subject) -> bool:
    """Whether this person may open a paper of that kind."""
    return kind.public(vote) or any(can(actor, act, subject) for act in kind.readers)


def on_shelf(vote: Vote, actor: Actor, subject: Subject) -> list[Kind]:
    """Giấy tờ đã có mà người này mở được, in the order of the procedure."""
    rounds = queries.rounds_of(vote)
    return [one for one in _of_form(vote) if may_read(one, vote, actor, subject) and one.ready(vote, rounds)]


def public_papers(vote: Vote) -> list[str]:
    """Giấy tờ ai cũng xem được, by key: for the public page of the vote."""
    rounds = queries.rounds_of(vote)
    return [one.key for one in _of_form(vote) if one.public(vote) and one.ready(vote, rounds)]


def keeps_file(actor: Actor, subject: Subject) -> bool:
    """Who may take the whole dossier: its papers name households."""
    return any(can(actor, act, subject) for act in _NAMES_HOUSEHOLDS)
