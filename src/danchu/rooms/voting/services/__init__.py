"""Việc làm với một cuộc biểu quyết: one public function per act, by the name it has in ``law.acts``.

Each begins with ``begin``, which locks the vote and asks who may (``access``) and whether now (``law.voting``), and
ends with ``journal.record`` in the same transaction.
"""

from danchu.rooms.voting.services.aftermath import (
    annul_decision,
    recognise_decision,
    refuse_decision,
    report_task,
    return_convention,
    review_outcome,
)
from danchu.rooms.voting.services.assist import (
    assist_ballot,
    end_assistance,
    open_kiosk,
    start_assistance,
    view_call_list,
)
from danchu.rooms.voting.services.ballots import cast_ballot
from danchu.rooms.voting.services.closing import close_if_due, close_round
from danchu.rooms.voting.services.disputes import dispute_entry, resolve_dispute
from danchu.rooms.voting.services.elections import (
    add_candidate,
    appoint_interim,
    call_board,
    count_candidates,
    open_dismissal,
    plan_election,
    record_election,
    set_election_team,
    withdraw_candidate,
)
from danchu.rooms.voting.services.form_poll import open_form_poll, record_form_poll
from danchu.rooms.voting.services.initiatives import (
    approve_initiative,
    endorse_initiative,
    file_initiative,
    initiative_key,
    put_initiative,
    record_endorsements,
    unendorse_initiative,
    withdraw_initiative,
)
from danchu.rooms.voting.services.interrupt import (
    agree_two_person_act,
    ask_two_person_act,
    drop_two_person_act,
    record_outage,
)
from danchu.rooms.voting.services.petitions import (
    answer_petition,
    file_petition,
)
from danchu.rooms.voting.services.prepare import (
    agree_proposal,
    choose_application,
    edit_vote,
    propose_vote,
    record_means,
    send_report,
    set_team,
)
from danchu.rooms.voting.services.result import announce_result, seal_result, send_decision, sign_minutes
from danchu.rooms.voting.services.roll import correct_roll, draw_roll, freeze_roll, request_roll_correction, show_roll
from danchu.rooms.voting.services.schedule import confirm_text, publish_notice, schedule_vote
from danchu.rooms.voting.services.slip_count import enter_count, explain_gap
from danchu.rooms.voting.services.slip_plan import issue_plan, mark_slips, print_slips, send_plan
from danchu.rooms.voting.services.slip_round import issue_slip, replace_slip, return_slip
from danchu.rooms.voting.services.ward import (
    agree_ward,
    propose_ward,
    put_ward,
    set_ward_effect,
    withdraw_ward,
)

__all__ = [
    "add_candidate",
    "agree_proposal",
    "agree_two_person_act",
    "agree_ward",
    "announce_result",
    "annul_decision",
    "answer_petition",
    "appoint_interim",
    "approve_initiative",
    "ask_two_person_act",
    "assist_ballot",
    "call_board",
    "cast_ballot",
    "choose_application",
    "close_if_due",
    "close_round",
    "confirm_text",
    "correct_roll",
    "count_candidates",
    "dispute_entry",
    "draw_roll",
    "drop_two_person_act",
    "edit_vote",
    "end_assistance",
    "endorse_initiative",
    "enter_count",
    "explain_gap",
    "file_initiative",
    "file_petition",
    "freeze_roll",
    "initiative_key",
    "issue_plan",
    "issue_slip",
    "mark_slips",
    "open_dismissal",
    "open_form_poll",
    "open_kiosk",
    "plan_election",
    "print_slips",
    "propose_vote",
    "propose_ward",
    "publish_notice",
    "put_initiative",
    "put_ward",
    "recognise_decision",
    "record_election",
    "record_endorsements",
    "record_form_poll",
    "record_means",
    "record_outage",
    "refuse_decision",
    "replace_slip",
    "report_task",
    "request_roll_correction",
    "resolve_dispute",
    "return_convention",
    "return_slip",
    "review_outcome",
    "schedule_vote",
    "seal_result",
    "send_decision",
    "send_plan",
    "send_report",
    "set_election_team",
    "set_team",
    "set_ward_effect",
    "show_roll",
    "sign_minutes",
    "start_assistance",
    "unendorse_initiative",
    "view_call_list",
    "withdraw_candidate",
    "withdraw_initiative",
    "withdraw_ward",
]
