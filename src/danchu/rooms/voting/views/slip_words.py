"""Lời của các bước khi phát phiếu: what differs from the words of the other forms."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

TITLES = {
    "matter": _("This matter may be decided by slips"),
    "text": _("Set the days, confirm the slip"),
    "plan": _("Plan of the slips"),
    "slip": _("Print and mark the slips"),
    "notice": _("Make the round public"),
    "vote": _("Hand out and collect slips"),
    "count": _("Count the slips"),
}
LATER = {
    "text": _("Two people read the slip as it will be printed"),
    "plan": _("To the ward Chairman and the ward Front within 2 days"),
    "slip": _("One slip a household, with a stub that is torn off"),
    "notice": _("At least 2 days before the first slip goes out"),
    "vote": _("By hand, into the box, from door to door"),
    "count": _("By two people apart, before two households"),
    "seal": _("By the leader of the team, once the figures add up"),
    "announce": _("Signed by four people"),
    "send": _("Within 5 working days after the last day"),
}
RULES = {
    "matter": "form.ballot_cases",
    "agreement": "form.ballot_cases",
    "team": "ballot.team",
    "plan": "ballot.plan",
    "slip": "ballot.mark",
    "notice": "ballot.public_info",
    "vote": "ballot.one_per_household",
    "count": "ballot.count",
}
MET = {
    "may_use": _("Slips may decide this matter."),
    "team_capacity": _("The khu phố, the Front and a mass organisation stand in it."),
    "times_set": _("First and last day are set."),
    "plan_complete": _("The plan is complete."),
    "plan_issued": _("The plan is issued."),
    "plan_sent": _("The plan was sent to both."),
    "plan_in_time": _("It was sent in time."),
    "printed": _("The slips are made."),
    "mark": _("The slips bear the mark."),
}
