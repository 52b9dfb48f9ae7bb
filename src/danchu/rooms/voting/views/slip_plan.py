"""Kế hoạch phát phiếu, lập phiếu, ghi dấu."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.slips import PlanForm
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import allowed_now, fill, press, rule_words

send_plan = press(Act.VOTING_PLAN_SEND, services.send_plan)
print_slips = press(Act.VOTING_SLIP_PRINT, services.print_slips)
mark_slips = press(Act.VOTING_SLIP_MARK, services.mark_slips)


@act(Act.VOTING_PLAN_ISSUE, subject=vote_subject)
def plan(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Soạn và ban hành kế hoạch: purpose, tasks, boxes; the rest is known."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_PLAN_ISSUE)
    kept = queries.plan_of(vote)
    initial = {
        "purpose": kept.purpose
        if kept
        else _("To ask every household before the khu phố decides: %(title)s.") % {"title": vote.title},
        "assignment": kept.assignment if kept else _usual_tasks(vote),
        "boxes": kept.boxes if kept else vote.khu_pho.culture_house,
    }
    form = PlanForm(request.POST or None, initial=initial)

    def do(cleaned: dict[str, Any]) -> None:
        services.issue_plan(request.actor, vote_id=vote.pk, at=request.at, **cleaned)

    return fill(
        request,
        vote,
        form,
        do,
        page_title=_("Plan of the slips"),
        lead=_("With this button the plan is issued today. It goes to both chairmen within two days."),
        button=_("Issue the plan"),
        rule=rule_words("ballot.plan"),
    )


def _usual_tasks(vote: Any) -> str:
    """Each member of the team hands out and collects; the leader keeps the stubs and heads the count."""
    lines = []
    for one in queries.team_of(vote):
        if one.leader:
            said = _("%(name)s: leads the team, keeps the stubs and the box, heads the count")
        else:
            said = _("%(name)s: hands out and collects slips, counts")
        lines.append(said % {"name": str(one.staff)[:1].upper() + str(one.staff)[1:]})
    return "\n".join(lines)
