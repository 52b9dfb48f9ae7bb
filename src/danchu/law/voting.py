"""Bàn và quyết định bằng biểu quyết trực tuyến: the procedure of Decree 59/2023 Article 5, as gates and acts.

The vote is prepared through gates in order; each gate answers ``Allowed`` or says what would satisfy it. From the
published notice on, the clock alone opens and closes it. Facts come in frozen, answers go out; nothing is read or
written here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from danchu.law.acts import Act
from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Basis, Convention, WardSetting
from danchu.law.people import Capacity, Role
from danchu.law.procedure import Transition, advance
from danchu.law.rules import RULE_VERSION, rules_at


class State(StrEnum):
    """Trạng thái cuộc biểu quyết, as written in its row. Open and closing are read from the clock (``Phase``)."""

    PREPARING = "preparing"
    SCHEDULED = "scheduled"
    CLOSED = "closed"
    SEALED = "sealed"
    ANNOUNCED = "announced"
    SENT = "sent"
    FORM_REFUSED = "form_refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class Phase(StrEnum):
    """Giai đoạn lúc này: the state as the clock reads it."""

    PREPARING = "preparing"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    SEALED = "sealed"
    ANNOUNCED = "announced"
    SENT = "sent"
    FORM_REFUSED = "form_refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class RoundKind(StrEnum):
    """Lần hỏi: first the form of voting, then the matter itself."""

    FORM = "form"
    CONTENT = "content"


class Choice(StrEnum):
    """Lựa chọn trên phiếu (điểm d khoản 2 Điều 5 Nghị định 59). The form poll uses only yes and no."""

    YES = "yes"
    NO = "no"
    OTHER = "other"


class Route(StrEnum):
    """Đường đến của phiếu: the household's own device, the culture house's kiosk, or a helper of the team."""

    OWN = "own"
    KIOSK = "kiosk"
    ASSISTED = "assisted"


_OWN_ROUTES = frozenset({Route.OWN, Route.KIOSK})

_D = "D59"
GATE_BASIS: Mapping[str, Basis] = {
    "matter": Article(_D, 5, 1, "a"),
    "agreement": Article(_D, 5, 1, "a"),
    "application": Article(_D, 5, 5),
    "means": Article(_D, 5, 1, "c"),
    "report": Article(_D, 5, 2, "a"),
    "team": Article(_D, 5, 2, "b"),
    "roll": Article("L10", 21, 1),
    "form_poll": Article(_D, 5, 2, "c"),
    "text": Convention("text"),
    "notice": Article(_D, 5, 3),
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Một người đồng ý: ``person`` is an opaque id, ``roles`` the mandates held when agreeing."""

    person: int
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Means:
    """Điều kiện thiết bị, mạng: what was recorded of the households' devices and how the others are helped."""

    internet: bool
    without_device: int
    help: str


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Thành viên Tổ lấy ý kiến biểu quyết trực tuyến."""

    person: int
    capacities: frozenset[Capacity]
    leader: bool = False


@dataclass(frozen=True, slots=True)
class RollFacts:
    """Danh sách hộ của cuộc biểu quyết: ``households`` is N as listed now; days are Vietnamese calendar days."""

    households: int
    shown_on: date | None = None
    display_days: int = 3
    open_requests: int = 0
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class FormPollFacts:
    """Lần hỏi về hình thức: ``passed`` is None until it is closed or recorded."""

    opened: bool = False
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """Dữ kiện của một cuộc biểu quyết trực tuyến, frozen at the moment of a question."""

    state: State
    matter: str
    scope: str = "khu_pho"
    agreements: tuple[Agreement, ...] = ()
    application_chosen: bool = False
    means: Means | None = None
    reported: bool = False
    team: tuple[TeamMember, ...] = ()
    roll: RollFacts | None = None
    form_poll: FormPollFacts = FormPollFacts()
    confirmed_by: frozenset[int] = frozenset()
    notice_published: bool = False
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    extended: bool = False
    outage_recorded: bool = False
    open_disputes: int = 0
    signatures: int = 0
    today: date = date.min
    rule_version: str = RULE_VERSION


@dataclass(frozen=True, slots=True)
class Check:
    """Điều cần có: one condition of a gate and whether it holds."""

    key: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Gate:
    """Bước phải qua: all its checks must hold."""

    key: str
    basis: Basis
    checks: tuple[Check, ...]

    @property
    def answer(self) -> Answer:
        """Allowed, or the first refusal among the checks."""
        for check in self.checks:
            if isinstance(check.answer, Refusal):
                return check.answer
        return Allowed(self.basis)


def _check(key: str, holds: bool, basis: Basis, code: str | None = None, **details: object) -> Check:
    return Check(key, Allowed(basis) if holds else Refusal(code or f"voting.{key}", basis, details))


def _matter(facts: VoteFacts) -> tuple[Check, ...]:
    return (
        _check("matter_online", facts.matter == "D6", GATE_BASIS["matter"], matter=facts.matter),
        _check("scope_online", facts.scope == "khu_pho", Convention("scope"), scope=facts.scope),
    )


def _agreement(facts: VoteFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["agreement"]
    heads = {one.person for one in facts.agreements if Role.HEAD in one.roles}
    fronts = {one.person for one in facts.agreements if Role.FRONT_HEAD in one.roles}
    return (
        _check("agreement_head", bool(heads), basis),
        _check("agreement_front", bool(fronts), basis),
        _check(
            "agreement_two_people",
            not (heads and fronts) or len({one.person for one in facts.agreements}) >= 2,
            Convention("two_people"),
        ),
    )


def _means(facts: VoteFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["means"]
    means = facts.means
    if means is None:
        return (_check("means_recorded", False, basis),)
    helped = bool(means.help.strip())
    return (
        _check("means_recorded", True, basis),
        _check("means_internet", means.internet or helped, basis),
        _check("means_help", means.without_device == 0 or helped, basis, households=means.without_device),
    )


def team_checks(team: tuple[TeamMember, ...], *, version: str = RULE_VERSION) -> tuple[Check, ...]:
    """Điều kiện của Tổ: 3–5 people, all four capacities, one leader who stands for the Front committee."""
    basis = GATE_BASIS["team"]
    size = rules_at(version).count("online.team")
    leaders = [member for member in team if member.leader]
    has = frozenset().union(*(member.capacities for member in team)) if team else frozenset()
    return (
        _check("team_size", size.admits(len(team)), basis, members=len(team), least=size.low, most=size.high),
        _check("team_people", len({member.person for member in team}) == len(team), Convention("two_people")),
        _check("team_leader", len(leaders) == 1 and Capacity.FRONT in leaders[0].capacities, basis),
        *(_check(f"team_{capacity}", capacity in has, basis) for capacity in Capacity),
    )


def roll_complete_on(shown_on: date, display_days: int) -> date:
    """Ngày đủ thời gian niêm yết: the last day of the display; the first day counted is the day after posting."""
    return shown_on + timedelta(days=display_days)


def _roll_ready(facts: VoteFacts) -> tuple[Check, ...]:
    """What must hold before the roll may be frozen."""
    roll = facts.roll
    setting = WardSetting("roll.display_days")
    if roll is None:
        return (_check("roll_drawn", False, GATE_BASIS["roll"]),)
    checks = [
        _check("roll_drawn", True, GATE_BASIS["roll"]),
        _check("roll_households", roll.households > 0, GATE_BASIS["roll"]),
        _check("roll_shown", roll.shown_on is not None, setting, days=roll.display_days),
    ]
    if roll.shown_on is not None:
        complete = roll_complete_on(roll.shown_on, roll.display_days)
        checks.append(
            _check("roll_shown_long_enough", facts.today > complete, setting, days=roll.display_days, until=complete)
        )
    checks.append(_check("roll_requests", roll.open_requests == 0, Convention("roll"), requests=roll.open_requests))
    return tuple(checks)


def _roll(facts: VoteFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["roll"]
    if facts.roll is not None and facts.roll.frozen:
        return (_check("roll_frozen", True, basis),)
    return (*_roll_ready(facts), _check("roll_frozen", False, basis))


def _form_poll(facts: VoteFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["form_poll"]
    poll = facts.form_poll
    return (
        _check("form_poll_held", poll.passed is not None, basis),
        _check("form_poll_passed", poll.passed is not False, basis),
    )


def _text(facts: VoteFacts) -> tuple[Check, ...]:
    timed = facts.opens_at is not None and facts.closes_at is not None
    return (
        _check("times_set", timed, Article(_D, 5, 3)),
        _check("text_confirmed", len(facts.confirmed_by) >= 2, GATE_BASIS["text"], people=len(facts.confirmed_by)),
    )


_GATES: tuple[tuple[str, Callable[[VoteFacts], tuple[Check, ...]]], ...] = (
    ("matter", _matter),
    ("agreement", _agreement),
    ("application", lambda facts: (_check("application_chosen", facts.application_chosen, GATE_BASIS["application"]),)),
    ("means", _means),
    ("report", lambda facts: (_check("report_sent", facts.reported, GATE_BASIS["report"]),)),
    ("team", lambda facts: team_checks(facts.team, version=facts.rule_version)),
    ("roll", _roll),
    ("form_poll", _form_poll),
    ("text", _text),
    ("notice", lambda facts: (_check("notice_published", facts.notice_published, GATE_BASIS["notice"]),)),
)
GATE_KEYS: tuple[str, ...] = tuple(key for key, _ in _GATES)


def gates(facts: VoteFacts) -> tuple[Gate, ...]:
    """Các bước theo Điều 5 Nghị định 59, in order, each with its checks as they stand."""
    return tuple(Gate(key, GATE_BASIS[key], checks(facts)) for key, checks in _GATES)


def gate(facts: VoteFacts, key: str) -> Gate:
    """One gate by its key."""
    return next(one for one in gates(facts) if one.key == key)


# --- the table of acts ----------------------------------------------------------------------------------------------

_P, _S, _C = State.PREPARING, State.SCHEDULED, State.CLOSED


def _row(act: Act, sources: set[State], to: State, basis: Basis) -> Transition:
    return Transition(frozenset(sources), act, to, basis)


TRANSITIONS: tuple[Transition, ...] = (
    _row(Act.VOTING_FORM_POLL_CLOSE, {_P}, State.PREPARING, GATE_BASIS["form_poll"]),
    _row(Act.VOTING_NOTICE_PUBLISH, {_P}, State.SCHEDULED, GATE_BASIS["notice"]),
    _row(Act.VOTING_VOTE_WITHDRAW, {_P, _S}, State.WITHDRAWN, Convention("withdraw")),
    _row(Act.VOTING_VOTE_STOP, {_P, _S}, State.STOPPED, Convention("stop")),
    _row(Act.VOTING_VOTE_EXTEND, {_S}, State.SCHEDULED, Convention("extend")),
    _row(Act.VOTING_VOTE_CLOSE, {_S}, State.CLOSED, Article(_D, 5, 4, "a")),
    _row(Act.VOTING_RESULT_SEAL, {_C}, State.SEALED, Convention("seal")),
    _row(Act.VOTING_RESULT_ANNOUNCE, {State.SEALED}, State.ANNOUNCED, Article(_D, 5, 4, "b")),
    _row(Act.VOTING_DECISION_SEND, {State.ANNOUNCED}, State.SENT, Article("L10", 20, 3)),
)

# Which gates must be passed before a preparing act. An act not named here needs none.
NEEDS: Mapping[Act, tuple[str, ...]] = {
    Act.VOTING_PROPOSAL_AGREE: ("matter",),
    Act.VOTING_APPLICATION_CHOOSE: ("matter",),
    Act.VOTING_MEANS_RECORD: ("matter",),
    Act.VOTING_REPORT_SEND: ("matter", "agreement"),
    Act.VOTING_TEAM_SET: ("matter", "agreement", "report"),
    Act.VOTING_ROLL_DRAW: ("matter", "agreement", "report"),
    Act.VOTING_ROLL_SHOW: ("matter", "agreement", "report"),
    Act.VOTING_FORM_POLL_OPEN: ("matter", "agreement", "application", "means", "report", "team", "roll"),
    Act.VOTING_FORM_POLL_RECORD: ("matter", "agreement", "application", "means", "report", "team", "roll"),
    Act.VOTING_VOTE_SCHEDULE: ("matter", "agreement", "application", "means", "report", "team", "roll", "form_poll"),
    Act.VOTING_TEXT_CONFIRM: ("matter", "agreement", "application", "means", "report", "team", "roll", "form_poll"),
    Act.VOTING_NOTICE_PUBLISH: (
        *("matter", "agreement", "application", "means", "report", "team", "roll", "form_poll"),
        "text",
    ),
}

_PREPARING_ACTS = frozenset(
    {
        Act.VOTING_VOTE_EDIT,
        Act.VOTING_PROPOSAL_AGREE,
        Act.VOTING_APPLICATION_CHOOSE,
        Act.VOTING_MEANS_RECORD,
        Act.VOTING_REPORT_SEND,
        Act.VOTING_TEAM_SET,
        Act.VOTING_ROLL_DRAW,
        Act.VOTING_ROLL_SHOW,
        Act.VOTING_ROLL_REQUEST,
        Act.VOTING_ROLL_CORRECT,
        Act.VOTING_ROLL_FREEZE,
        Act.VOTING_FORM_POLL_OPEN,
        Act.VOTING_FORM_POLL_RECORD,
        Act.VOTING_VOTE_SCHEDULE,
        Act.VOTING_TEXT_CONFIRM,
    }
)
# A team may still be mended (a mandate ended) after the notice, until the result is sealed.
_ALSO_LATER = frozenset({Act.VOTING_TEAM_SET})
_ROLL_ACTS = frozenset(
    {
        Act.VOTING_ROLL_DRAW,
        Act.VOTING_ROLL_SHOW,
        Act.VOTING_ROLL_REQUEST,
        Act.VOTING_ROLL_CORRECT,
        Act.VOTING_ROLL_FREEZE,
    }
)
REDOABLE = frozenset({State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED, State.ANNOUNCED, State.SENT})
SIGNATURES_NEEDED = 4  # điểm g khoản 2 Điều 20 Luật: head, Front head, two household representatives


def phase_at(facts: VoteFacts, at: datetime) -> Phase:
    """Giai đoạn lúc ``at``: the written state, with opening and closing read from the clock."""
    if facts.state is not State.SCHEDULED or facts.opens_at is None or facts.closes_at is None:
        return Phase(facts.state.value)
    if at < facts.opens_at:
        return Phase.SCHEDULED
    return Phase.OPEN if at < facts.closes_at else Phase.CLOSING


def may(act: Act, facts: VoteFacts, at: datetime) -> Answer:
    """Được làm việc này lúc này không: state, gates and the act's own conditions; roles are ``acts.may``'s."""
    if act in _PREPARING_ACTS:
        answer = _may_prepare(act, facts)
    elif act in _CONDITIONS:
        answer = _CONDITIONS[act](facts, at)
    else:
        answer = Allowed()
    if not answer:
        return answer
    if any(row.act is act for row in TRANSITIONS):
        step = advance(TRANSITIONS, facts.state, act)
        if isinstance(step, Refusal):
            return step
        for key in NEEDS.get(act, ()):
            if not (passed := gate(facts, key).answer):
                return passed
    return answer


def _may_prepare(act: Act, facts: VoteFacts) -> Answer:
    later = act in _ALSO_LATER and facts.state in {State.SCHEDULED, State.CLOSED}
    if facts.state is not State.PREPARING and not later:
        return Refusal("procedure.state", Convention("procedure"), {"act": str(act), "state": str(facts.state)})
    for key in NEEDS.get(act, ()):
        if not (passed := gate(facts, key).answer):
            return passed
    if act in _ROLL_ACTS and facts.roll is not None and facts.roll.frozen:
        return Refusal("voting.roll_already_frozen", GATE_BASIS["roll"])
    if act is Act.VOTING_ROLL_FREEZE:
        for check in _roll_ready(facts):
            if isinstance(check.answer, Refusal):
                return check.answer
    if act in {Act.VOTING_FORM_POLL_OPEN, Act.VOTING_FORM_POLL_RECORD} and (
        facts.form_poll.opened or facts.form_poll.passed is not None
    ):
        return Refusal("voting.form_poll_once", GATE_BASIS["form_poll"])
    if act is Act.VOTING_TEXT_CONFIRM and (facts.opens_at is None or facts.closes_at is None):
        return Refusal("voting.times_set", Article(_D, 5, 3))
    return Allowed(GATE_BASIS.get(NEEDS.get(act, ("matter",))[-1]))


def _may_publish(facts: VoteFacts, at: datetime) -> Answer:
    if facts.opens_at is not None and at >= facts.opens_at and facts.state is State.PREPARING:
        return Refusal("voting.notice_after_opening", GATE_BASIS["notice"], {"opens_at": facts.opens_at})
    return Allowed(GATE_BASIS["notice"])


def _may_withdraw(facts: VoteFacts, at: datetime) -> Answer:
    if facts.state is State.SCHEDULED and facts.opens_at is not None and at >= facts.opens_at:
        return Refusal("voting.withdraw_after_opening", Convention("withdraw"), {"opens_at": facts.opens_at})
    if facts.form_poll.opened and facts.form_poll.passed is None:
        return Refusal("voting.withdraw_during_form_poll", Convention("withdraw"))
    return Allowed(Convention("withdraw"))


def _may_stop(facts: VoteFacts, at: datetime) -> Answer:
    form_poll_running = facts.form_poll.opened and facts.form_poll.passed is None
    content_open = facts.state is State.SCHEDULED and facts.opens_at is not None and at >= facts.opens_at
    if facts.state in {State.PREPARING, State.SCHEDULED} and not (form_poll_running or content_open):
        return Refusal("voting.stop_before_opening", Convention("stop"))
    if content_open and facts.closes_at is not None and at >= facts.closes_at:
        return Refusal("voting.closed", Article(_D, 5, 4, "a"), {"closed_at": facts.closes_at})
    return Allowed(Convention("stop"))


def _may_extend(facts: VoteFacts, at: datetime) -> Answer:
    basis = Convention("extend")
    if facts.state is not State.SCHEDULED:
        return Allowed(basis)  # the transition table refuses
    if facts.opens_at is None or at < facts.opens_at:
        return Refusal("voting.extend_before_opening", basis)
    if facts.closes_at is None or at >= facts.closes_at:
        return Refusal("voting.closed", basis, {"closed_at": facts.closes_at})
    if facts.extended:
        return Refusal("voting.extended_already", basis)
    if not facts.outage_recorded:
        return Refusal("voting.extend_without_outage", basis)
    return Allowed(basis)


def _may_close(facts: VoteFacts, at: datetime) -> Answer:
    if facts.state is State.SCHEDULED and facts.closes_at is not None and at < facts.closes_at:
        return Refusal("voting.not_yet_closed", Article(_D, 5, 4, "a"), {"closes_at": facts.closes_at})
    return Allowed(Article(_D, 5, 4, "a"))


def _may_seal(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001 - conditions share one shape
    if facts.open_disputes:
        return Refusal("voting.open_disputes", Convention("dispute"), {"disputes": facts.open_disputes})
    return Allowed(Convention("seal"))


def _may_sign(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    if facts.state is not State.SEALED:
        return Refusal("voting.sign_before_seal", Article("L10", 20, 2, "g"))
    return Allowed(Article("L10", 20, 2, "g"))


def _may_announce(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    if facts.state is State.SEALED and facts.signatures < SIGNATURES_NEEDED:
        return Refusal(
            "voting.signatures_missing",
            Article("L10", 20, 2, "g"),
            {"signatures": facts.signatures, "needed": SIGNATURES_NEEDED},
        )
    return Allowed(Article(_D, 5, 4, "b"))


def _may_redo(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    if facts.state not in REDOABLE:
        return Refusal(
            "procedure.state", Article("L10", 22), {"act": str(Act.VOTING_VOTE_REDO), "state": str(facts.state)}
        )
    return Allowed(Article("L10", 22))


def _while_voting(facts: VoteFacts, at: datetime) -> Answer:
    """Helping, the kiosk, the call list and outages belong to a running round."""
    form_poll_running = facts.state is State.PREPARING and facts.form_poll.opened and facts.form_poll.passed is None
    if form_poll_running or phase_at(facts, at) is Phase.OPEN:
        return Allowed(Article(_D, 5, 3))
    return Refusal("voting.not_running", Article(_D, 5, 3))


def _may_dispute(facts: VoteFacts, at: datetime) -> Answer:  # noqa: ARG001
    if facts.state in {State.SEALED, State.ANNOUNCED, State.SENT}:
        return Refusal("voting.dispute_after_seal", Convention("dispute"))
    if facts.state in {State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED}:
        return Refusal("voting.stopped", Convention("stop"))
    return Allowed(Convention("dispute"))


_CONDITIONS: Mapping[Act, Callable[[VoteFacts, datetime], Answer]] = {
    Act.VOTING_NOTICE_PUBLISH: _may_publish,
    Act.VOTING_VOTE_WITHDRAW: _may_withdraw,
    Act.VOTING_VOTE_STOP: _may_stop,
    Act.VOTING_VOTE_EXTEND: _may_extend,
    Act.VOTING_VOTE_CLOSE: _may_close,
    Act.VOTING_RESULT_SEAL: _may_seal,
    Act.VOTING_MINUTES_SIGN: _may_sign,
    Act.VOTING_RESULT_ANNOUNCE: _may_announce,
    Act.VOTING_VOTE_REDO: _may_redo,
    Act.VOTING_BALLOT_ASSIST: _while_voting,
    Act.VOTING_KIOSK_OPEN: _while_voting,
    Act.VOTING_CALL_LIST_VIEW: _while_voting,
    Act.VOTING_OUTAGE_RECORD: _while_voting,
    Act.VOTING_ENTRY_DISPUTE: _may_dispute,
    Act.VOTING_DISPUTE_RESOLVE: _may_dispute,
}


# --- one ballot ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CastFacts:
    """Dữ kiện khi một hộ gửi phiếu: the round's clock, the household's line, and the entry that stands."""

    running: bool  # the vote is neither withdrawn, stopped nor refused in its form
    opens_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    on_roll: bool
    route: Route
    earlier: Route | None = None
    replace_allowed: bool = True


def may_cast(facts: CastFacts, at: datetime) -> Answer:
    """Phiếu này có được nhận không. ``at`` is the moment of arrival; a written close is final whatever ``at`` says."""
    basis = Article(_D, 5, 2, "d")
    if not facts.running:
        return Refusal("voting.stopped", Convention("stop"))
    if at < facts.opens_at:
        return Refusal("voting.not_open", Article(_D, 5, 3), {"opens_at": facts.opens_at})
    if facts.closed_at is not None or at >= facts.closes_at:
        return Refusal("voting.closed", Article(_D, 5, 4, "a"), {"closed_at": facts.closes_at})
    if not facts.on_roll:
        return Refusal("voting.not_on_roll", Article("L10", 21, 1))
    if facts.earlier is None:
        return Allowed(basis)
    same_hand = facts.earlier in _OWN_ROUTES and facts.route in _OWN_ROUTES
    if same_hand and facts.replace_allowed:
        return Allowed(WardSetting("reopen.replace_online_entry"))
    if same_hand:
        return Refusal("voting.no_replacement", WardSetting("reopen.replace_online_entry"))
    return Refusal("voting.already_entered", Convention("first_entry"), {"route": str(facts.earlier)})
