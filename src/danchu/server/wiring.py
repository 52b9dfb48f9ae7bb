"""Nối dây: what foundation asks of the rooms without knowing them.

Which question leads to which job and what may be forgotten (the minute tick); who stands behind a paper (files).
"""

from __future__ import annotations

from django_tasks import task

from danchu.channels import jobs as channel_jobs
from danchu.channels import publishing
from danchu.foundation import clock
from danchu.foundation.accounts import sessions
from danchu.foundation.accounts.services import cards
from danchu.foundation.files import attachments
from danchu.foundation.files import jobs as file_jobs
from danchu.foundation.jobs.tick import Due, forget_done_jobs
from danchu.foundation.journal import outbox
from danchu.foundation.people import drafts
from danchu.foundation.search import jobs as search_jobs
from danchu.foundation.search import queries as search
from danchu.rooms.disclosure import services as disclosure
from danchu.rooms.voting import jobs as voting_jobs
from danchu.rooms.voting import queries as voting
from danchu.rooms.voting import services as voting_services

INVARIANTS = (voting.broken,)
# What one activity tells another: every service named does nothing the second time.
TAKERS: outbox.Takers = {
    "voting.notice_published": (disclosure.receive_announcement,),
    "voting.result_announced": (disclosure.receive_announcement,),
    "voting.vote_ended": (disclosure.retract_announcement,),
}


@task()
def deliver(event_id: int) -> None:
    """Chuyển một sự việc đến những nơi cần biết; safe to run twice."""
    outbox.deliver(event_id, TAKERS, clock.now())


DUE = (
    Due(outbox.waiting, deliver),
    Due(voting.rounds_due_to_close, voting_jobs.close_round),
    Due(attachments.unread, file_jobs.read_attachment),
    Due(search.waiting_for_text, search_jobs.take_in_texts),
    Due(publishing.waiting, channel_jobs.make_rendition),
)
CHORES = (
    drafts.sweep,
    cards.forget_wrong_codes,
    sessions.forget_old,
    forget_done_jobs,
    attachments.sweep,
    voting_services.erase_pictures,
)
FILE_SUBJECTS = {
    "initiative": voting.initiative_by_id,
    "vote": voting.subject_by_id,
}  # a paper filed for vote:12 is open to that vote's team
