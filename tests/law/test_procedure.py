"""The table of transitions and what each act needs, in every state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from danchu.law.acts import Act
from danchu.law.answers import Refusal
from danchu.law.procedure import advance
from danchu.law.states import Phase, State
from danchu.law.voting import FormPollFacts, RollFacts
from danchu.law.voting_acts import TRANSITIONS, may, phase_at, times_answer
from law.test_voting import READY, TEAM

AT = datetime(2026, 11, 8, 3, tzinfo=UTC)
OPENS, CLOSES = READY.opens_at, READY.closes_at
DURING = OPENS + timedelta(hours=1)
FRESH = replace(READY, notice_published=False, confirmed_by=frozenset())
SCHEDULED = replace(READY, state=State.SCHEDULED)
ENDED = (State.CLOSED, State.SEALED, State.ANNOUNCED, State.SENT, State.FORM_REFUSED, State.WITHDRAWN, State.STOPPED)


def code(act, facts, at=AT):
    answer = may(act, facts, at)
    return answer.code if isinstance(answer, Refusal) else None


PREPARING_ACTS = [
    Act.VOTING_VOTE_EDIT,
    Act.VOTING_PROPOSAL_AGREE,
    Act.VOTING_APPLICATION_CHOOSE,
    Act.VOTING_MEANS_RECORD,
    Act.VOTING_REPORT_SEND,
    Act.VOTING_ROLL_DRAW,
    Act.VOTING_ROLL_SHOW,
    Act.VOTING_ROLL_REQUEST,
    Act.VOTING_ROLL_CORRECT,
    Act.VOTING_ROLL_FREEZE,
    Act.VOTING_FORM_POLL_OPEN,
    Act.VOTING_FORM_POLL_RECORD,
    Act.VOTING_VOTE_SCHEDULE,
    Act.VOTING_TEXT_CONFIRM,
]


@pytest.mark.parametrize("act", PREPARING_ACTS)
@pytest.mark.parametrize("state", [State.SCHEDULED, *ENDED])
def test_preparing_ends_with_the_notice(act, state):
    assert code(act, replace(READY, state=state)) == "procedure.state"


@pytest.mark.parametrize(
    ("state", "refused"), [(State.SCHEDULED, None), (State.CLOSED, None), (State.SEALED, "procedure.state")]
)
def test_team_may_be_mended_until_the_seal(state, refused):
    assert code(Act.VOTING_TEAM_SET, replace(READY, state=state)) == refused


POSTED = RollFacts(households=10, shown_on=date(2026, 11, 2))


@pytest.mark.parametrize(
    ("act", "roll", "refused"),
    [
        (Act.VOTING_ROLL_DRAW, None, None),
        (Act.VOTING_ROLL_DRAW, READY.roll, "voting.roll_already_frozen"),
        (Act.VOTING_ROLL_SHOW, None, "voting.roll_drawn"),
        (Act.VOTING_ROLL_SHOW, RollFacts(households=10), None),
        (Act.VOTING_ROLL_REQUEST, None, "voting.roll_not_shown"),
        (Act.VOTING_ROLL_REQUEST, RollFacts(households=10), "voting.roll_not_shown"),
        (Act.VOTING_ROLL_REQUEST, POSTED, None),
        (Act.VOTING_ROLL_CORRECT, POSTED, None),
        (Act.VOTING_ROLL_FREEZE, POSTED, None),
        (Act.VOTING_ROLL_FREEZE, replace(POSTED, open_requests=2), "voting.roll_requests"),
    ],
)
def test_roll_goes_drawn_shown_corrected_frozen(act, roll, refused):
    assert code(act, replace(FRESH, roll=roll)) == refused


@pytest.mark.parametrize("act", [Act.VOTING_FORM_POLL_OPEN, Act.VOTING_FORM_POLL_RECORD])
@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"form_poll": FormPollFacts()}, None),
        ({"form_poll": FormPollFacts(opened=True)}, "voting.form_poll_once"),
        ({"form_poll": FormPollFacts(passed=False)}, "voting.form_poll_once"),
        ({"form_poll": FormPollFacts(), "roll": POSTED}, "voting.roll_frozen"),
        ({"form_poll": FormPollFacts(), "team": TEAM[:2]}, "voting.team_size"),
        ({"form_poll": FormPollFacts(), "application_chosen": False}, "voting.application_chosen"),
    ],
)
def test_form_poll_comes_once_and_after_its_gates(act, change, refused):
    assert code(act, replace(FRESH, **change)) == refused


@pytest.mark.parametrize(
    ("act", "change", "refused"),
    [
        (Act.VOTING_TEXT_CONFIRM, {"closes_at": None}, "voting.times_set"),
        (Act.VOTING_TEXT_CONFIRM, {}, None),
        (Act.VOTING_VOTE_SCHEDULE, {"form_poll": FormPollFacts(opened=True)}, "voting.form_poll_running"),
        (Act.VOTING_NOTICE_PUBLISH, {}, "voting.text_confirmed"),
        (Act.VOTING_NOTICE_PUBLISH, {"confirmed_by": frozenset({1, 2})}, None),
        (Act.VOTING_TEAM_SET, {"reported": False}, "voting.report_sent"),
        (Act.VOTING_REPORT_SEND, {"agreements": ()}, "voting.agreement_head"),
        (Act.VOTING_PROPOSAL_AGREE, {"matter": "D1"}, "voting.matter_online"),
    ],
)
def test_acts_wait_for_their_gates(act, change, refused):
    assert code(act, replace(FRESH, **change)) == refused


def test_text_stays_while_households_are_asked_about_the_form():
    assert code(Act.VOTING_VOTE_EDIT, ASKING) == "voting.edit_during_form_poll"
    assert code(Act.VOTING_VOTE_EDIT, FRESH) is None


def test_notice_after_the_opening_time_is_refused():
    facts = replace(FRESH, confirmed_by=frozenset({1, 2}))

    assert code(Act.VOTING_NOTICE_PUBLISH, facts, OPENS) == "voting.notice_after_opening"
    assert code(Act.VOTING_NOTICE_PUBLISH, facts, OPENS - timedelta(seconds=1)) is None


@pytest.mark.parametrize(
    ("facts", "at", "phase"),
    [
        (FRESH, AT, Phase.PREPARING),
        (SCHEDULED, OPENS - timedelta(seconds=1), Phase.SCHEDULED),
        (SCHEDULED, OPENS, Phase.OPEN),
        (SCHEDULED, CLOSES - timedelta(seconds=1), Phase.OPEN),
        (SCHEDULED, CLOSES, Phase.CLOSING),
        (replace(READY, state=State.CLOSED), AT, Phase.CLOSED),
    ],
)
def test_phase_is_read_from_the_clock(facts, at, phase):
    assert phase_at(facts, at) is phase


ASKING = replace(FRESH, form_poll=FormPollFacts(opened=True))


@pytest.mark.parametrize(
    ("facts", "at", "withdraw", "stop"),
    [
        (FRESH, AT, None, "voting.stop_before_opening"),
        (ASKING, AT, "voting.withdraw_during_form_poll", None),
        (SCHEDULED, AT, None, "voting.stop_before_opening"),
        (SCHEDULED, DURING, "voting.withdraw_after_opening", None),
        (SCHEDULED, CLOSES, "voting.withdraw_after_opening", "voting.closed"),
        (replace(READY, state=State.CLOSED), CLOSES, "procedure.state", "procedure.state"),
        (replace(READY, state=State.STOPPED), CLOSES, "procedure.state", "procedure.state"),
    ],
)
def test_withdraw_before_opening_stop_after_it(facts, at, withdraw, stop):
    assert code(Act.VOTING_VOTE_WITHDRAW, facts, at) == withdraw
    assert code(Act.VOTING_VOTE_STOP, facts, at) == stop


@pytest.mark.parametrize(
    ("change", "at", "refused"),
    [
        ({"outage_recorded": True}, DURING, None),
        ({}, DURING, "voting.extend_without_outage"),
        ({"outage_recorded": True, "extended": True}, DURING, "voting.extended_already"),
        ({"outage_recorded": True}, OPENS - timedelta(seconds=1), "voting.extend_before_opening"),
        ({"outage_recorded": True}, CLOSES, "voting.closed"),
        ({"outage_recorded": True, "state": State.CLOSED}, DURING, "procedure.state"),
    ],
)
def test_extend_once_while_open_after_an_outage(change, at, refused):
    assert code(Act.VOTING_VOTE_EXTEND, replace(SCHEDULED, **change), at) == refused


@pytest.mark.parametrize(
    ("act", "facts", "at", "refused"),
    [
        (Act.VOTING_VOTE_CLOSE, SCHEDULED, CLOSES - timedelta(seconds=1), "voting.not_yet_closed"),
        (Act.VOTING_VOTE_CLOSE, SCHEDULED, CLOSES, None),
        (Act.VOTING_VOTE_CLOSE, FRESH, CLOSES, "procedure.state"),
        (Act.VOTING_RESULT_SEAL, replace(READY, state=State.CLOSED), CLOSES, None),
        (Act.VOTING_RESULT_SEAL, replace(READY, state=State.CLOSED, open_disputes=1), CLOSES, "voting.open_disputes"),
        (Act.VOTING_RESULT_SEAL, SCHEDULED, CLOSES, "procedure.state"),
        (Act.VOTING_MINUTES_SIGN, replace(READY, state=State.CLOSED), CLOSES, "voting.sign_before_seal"),
        (Act.VOTING_MINUTES_SIGN, replace(READY, state=State.SEALED), CLOSES, None),
        (
            Act.VOTING_RESULT_ANNOUNCE,
            replace(READY, state=State.SEALED, signatures=3),
            CLOSES,
            "voting.signatures_missing",
        ),
        (Act.VOTING_RESULT_ANNOUNCE, replace(READY, state=State.SEALED, signatures=4), CLOSES, None),
        (Act.VOTING_RESULT_ANNOUNCE, replace(READY, state=State.CLOSED, signatures=4), CLOSES, "procedure.state"),
        (Act.VOTING_DECISION_SEND, replace(READY, state=State.ANNOUNCED), CLOSES, None),
        (Act.VOTING_DECISION_SEND, replace(READY, state=State.SEALED), CLOSES, "procedure.state"),
    ],
)
def test_result_goes_closed_sealed_signed_announced_sent(act, facts, at, refused):
    assert code(act, facts, at) == refused


@pytest.mark.parametrize(
    "act",
    [Act.VOTING_BALLOT_ASSIST, Act.VOTING_KIOSK_OPEN, Act.VOTING_CALL_LIST_VIEW, Act.VOTING_OUTAGE_RECORD],
)
def test_helping_belongs_to_a_running_round(act):
    assert code(act, ASKING) is None
    assert code(act, SCHEDULED, DURING) is None
    assert code(act, FRESH) == "voting.not_running"
    assert code(act, SCHEDULED, CLOSES) == "voting.not_running"


@pytest.mark.parametrize("act", [Act.VOTING_ENTRY_DISPUTE, Act.VOTING_DISPUTE_RESOLVE])
@pytest.mark.parametrize(
    ("state", "refused"),
    [
        (State.SCHEDULED, None),
        (State.CLOSED, None),
        (State.SEALED, "voting.dispute_after_seal"),
        (State.SENT, "voting.dispute_after_seal"),
        (State.STOPPED, "voting.stopped"),
    ],
)
def test_dispute_is_possible_until_the_seal(act, state, refused):
    assert code(act, replace(READY, state=state)) == refused


@pytest.mark.parametrize("state", list(State))
@pytest.mark.rule("decision.annul")
def test_redo_only_what_has_ended(state):
    ended = {State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED, State.ANNOUNCED, State.SENT}

    assert code(Act.VOTING_VOTE_REDO, replace(READY, state=state)) == (None if state in ended else "procedure.state")


def test_an_act_without_conditions_of_its_own_is_allowed():
    assert code(Act.VOTING_VOTE_MANAGE, READY) is None


@pytest.mark.parametrize(
    ("opens", "closes", "refused"),
    [
        (AT, AT + timedelta(minutes=1), None),
        (AT - timedelta(seconds=1), CLOSES, "voting.opens_in_past"),
        (CLOSES, CLOSES, "voting.closes_before_opening"),
    ],
)
def test_times_open_in_the_future_and_close_after(opens, closes, refused):
    answer = times_answer(opens, closes, AT)

    assert (answer.code if isinstance(answer, Refusal) else None) == refused


def test_advance_refuses_an_act_that_is_in_no_table():
    answer = advance(TRANSITIONS, State.PREPARING, Act.VOTING_VOTE_EDIT)

    assert isinstance(answer, Refusal)
    assert answer.article.key == "procedure"


def test_transitions_name_every_act_once_and_never_leave_an_end():
    ends = {State.SENT, State.WITHDRAWN, State.STOPPED, State.FORM_REFUSED}

    assert len({row.act for row in TRANSITIONS}) == len(TRANSITIONS)
    assert all(not row.sources & ends for row in TRANSITIONS)
