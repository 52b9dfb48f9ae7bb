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
from danchu.rooms.voting.services.clusters import (
    approve_clusters,
    plan_clusters,
)
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
from danchu.rooms.voting.services.group import enter_answer, erase_pictures, keep_picture
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
from danchu.rooms.voting.services.meeting import (
    edit_meeting,
    freeze_meeting_roll,
    invite,
    plan_meeting,
    send_papers,
    withdraw_meeting,
)
from danchu.rooms.voting.services.meeting_end import (
    announce_count,
    conclude_meeting,
    drop_figures,
    end_session,
    enter_figures,
    fail_meeting,
    follow_with_slips,
    record_discussion,
)
from danchu.rooms.voting.services.meeting_hall import (
    call_speaker,
    choose_method,
    elect_board,
    elect_secretary,
    open_session,
    record_attendance,
    register_speaker,
    undo_attendance,
)
from danchu.rooms.voting.services.petitions import (
    answer_petition,
    file_petition,
)
from danchu.rooms.voting.services.prepare import (
    agree_proposal,
    choose_application,
    choose_group,
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
    "announce_count",
    "announce_result",
    "annul_decision",
    "answer_petition",
    "appoint_interim",
    "approve_clusters",
    "approve_initiative",
    "ask_two_person_act",
    "assist_ballot",
    "call_board",
    "call_speaker",
    "cast_ballot",
    "choose_application",
    "choose_group",
    "choose_method",
    "close_if_due",
    "close_round",
    "conclude_meeting",
    "confirm_text",
    "correct_roll",
    "count_candidates",
    "dispute_entry",
    "draw_roll",
    "drop_figures",
    "drop_two_person_act",
    "edit_meeting",
    "edit_vote",
    "elect_board",
    "elect_secretary",
    "end_assistance",
    "end_session",
    "endorse_initiative",
    "enter_answer",
    "enter_count",
    "enter_figures",
    "erase_pictures",
    "explain_gap",
    "fail_meeting",
    "file_initiative",
    "file_petition",
    "follow_with_slips",
    "freeze_meeting_roll",
    "freeze_roll",
    "initiative_key",
    "invite",
    "issue_plan",
    "issue_slip",
    "keep_picture",
    "mark_slips",
    "open_dismissal",
    "open_form_poll",
    "open_kiosk",
    "open_session",
    "plan_clusters",
    "plan_election",
    "plan_meeting",
    "print_slips",
    "propose_vote",
    "propose_ward",
    "publish_notice",
    "put_initiative",
    "put_ward",
    "recognise_decision",
    "record_attendance",
    "record_discussion",
    "record_election",
    "record_endorsements",
    "record_form_poll",
    "record_means",
    "record_outage",
    "refuse_decision",
    "register_speaker",
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
    "send_papers",
    "send_plan",
    "send_report",
    "set_election_team",
    "set_team",
    "set_ward_effect",
    "show_roll",
    "sign_minutes",
    "start_assistance",
    "undo_attendance",
    "unendorse_initiative",
    "view_call_list",
    "withdraw_candidate",
    "withdraw_initiative",
    "withdraw_meeting",
    "withdraw_ward",
]
