"""Hồ sơ cuộc biểu quyết: the procedure, what is asked of whom now, its people and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from danchu.documents.papers import paper_of
from danchu.foundation.access.can import can
from danchu.foundation.access.decorators import act
from danchu.law.acts import ACTS, Act
from danchu.law.answers import Deadline
from danchu.law.matters import Form
from danchu.law.people import CAPACITY_LABELS, Capacity
from danchu.law.states import PHASE_LABELS, Phase, RoundKind, State
from danchu.rooms.voting import lookups, queries, shelf
from danchu.rooms.voting.views.ballot import chip
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import home, show
from danchu.rooms.voting.views.step_tables import table_of
from danchu.rooms.voting.views.step_told import told_of
from danchu.rooms.voting.views.steps import Reader, meanwhile, steps_of
from danchu.ui.tags.words import lang

_PREPARED = {State.SCHEDULED, State.CLOSED, State.SEALED, State.ANNOUNCED, State.SENT}
# Small links beside the file, shown to those who may, while they may: act, URL name.
_LINKS = (
    (Act.VOTING_VOTE_EDIT, "edit"),
    (Act.VOTING_BALLOT_ASSIST, "assist"),
    (Act.VOTING_CALL_LIST_VIEW, "call-list"),
    (Act.VOTING_KIOSK_OPEN, "kiosk"),
    (Act.VOTING_OUTAGE_RECORD, "outage"),
    (Act.VOTING_VOTE_EXTEND, "extend"),
    (Act.VOTING_VOTE_WITHDRAW, "withdraw"),
    (Act.VOTING_VOTE_STOP, "stop"),
    (Act.VOTING_VOTE_REDO, "redo"),
)


# A form's own pages take the place of these.
_HIDDEN = {str(Form.SLIP): ("assist", "call-list", "kiosk", "outage", "extend")}


def _link_label(name: str) -> str:
    return {
        "edit": _("Edit the text"),
        "assist": _("Help a household vote"),
        "call-list": _("Households to invite"),
        "kiosk": _("Make this device the kiosk"),
        "outage": _("Record an outage"),
        "extend": _("Ask to extend"),
        "withdraw": _("Ask to withdraw"),
        "stop": _("Ask to stop"),
        "redo": _("Ask to redo"),
    }[name]


@dataclass(frozen=True, slots=True)
class Asked:
    """Đề nghị chờ người thứ hai: what, who, why, and what this reader may do about it."""

    id: int
    act: str
    by: str
    at: Any
    reason: str
    mine: bool
    may: bool


@act(Act.VOTING_VOTE_MANAGE, subject=vote_subject)
def desk(request: HttpRequest, *, slug: str) -> HttpResponse:
    """The whole file on one page."""
    vote = find_vote(request, slug)
    subject = queries.subject_of(vote)
    facts = queries.facts_of(vote, request.at)
    reader = Reader(request.actor, subject, facts, request.at)
    rounds = queries.rounds_of(vote)
    team = list(queries.team_of(vote))
    steps = steps_of(vote, reader, told_of(vote, rounds, {one.staff_id: str(one.staff) for one in team}))
    after = table_of(vote).after
    context = {
        "over": table_of(vote).name(),
        "reader": reader,
        "phase": _label(PHASE_LABELS[reader.phase]),
        "steps": steps,
        "before": [step for step in steps if step.key not in after] if vote.state in _PREPARED else [],
        "shown": [step for step in steps if step.key in after] if vote.state in _PREPARED else steps,
        "current": next((step for step in steps if step.state == "now"), None),
        "meanwhile": meanwhile(vote, reader, steps),
        "asked": _asked(request, vote, subject),
        "team": _team(team),
        "papers": _papers(request, vote, subject),
        "links": [
            (name, _link_label(name))
            for one, name in _LINKS
            if reader.now(one) and name not in _HIDDEN.get(vote.form, ())
        ],
        "file": shelf.keeps_file(request.actor, subject),
        "cards": bool(can(request.actor, Act.ACCOUNTS_CARD_ISSUE, subject)),
        "roll_page": bool(can(request.actor, Act.VOTING_ROLL_DRAW, subject)) and vote.roll is not None,
        "team_page": reader.now(Act.VOTING_TEAM_SET) and bool(team),
        "ended": vote.end_reason if facts.state in {State.WITHDRAWN, State.STOPPED} else "",
        "redone": vote.redone_as.order_by("-pk").first(),
        "back_href": home(),
        "back_label": _("My work"),
        **_running(request, vote, reader, rounds),
        **_slips(request, vote, rounds),
        **_afterwards(vote, rounds, facts),
    }
    return show(request, "desk", vote, **context)


def _label(label: Any) -> str:
    return label.vi if lang() == "vi" else label.en


def _asked(request: HttpRequest, vote: Any, subject: Any) -> list[Asked]:
    return [
        Asked(
            one.pk,
            ACTS[Act(one.act)].vi if lang() == "vi" else ACTS[Act(one.act)].en,
            str(one.asked_by),
            one.asked_at,
            one.reason,
            one.asked_by_id == request.actor.id,
            bool(can(request.actor, Act(one.act), subject)),
        )
        for one in queries.open_two_person_acts(vote)
    ]


def _team(team: list[Any]) -> list[dict[str, Any]]:
    return [
        {
            "name": str(one.staff),
            "parts": ", ".join(_label(CAPACITY_LABELS[Capacity(key)]) for key in one.capacities),
            "leader": one.leader,
            "phone": one.staff.phone,
        }
        for one in team
    ]


def _papers(request: HttpRequest, vote: Any, subject: Any) -> list[tuple[str, str]]:
    found = []
    for kind in shelf.on_shelf(vote, request.actor, subject):
        paper = paper_of(kind.key)
        title = paper.title_vi if lang() == "vi" else paper.title_en
        found.append((kind.key, title[:1].upper() + title[1:]))
    return found


def _running(request: HttpRequest, vote: Any, reader: Reader, rounds: dict[str, Any]) -> dict[str, Any]:
    """While a round runs: its clock and its turnout, in households, never a choice."""
    found = queries.running_round(vote, request.at)
    locked = []
    if found is not None and reader.may(Act.VOTING_BALLOT_ASSIST):
        locked = lookups.locked_households(vote, request.at)
    waiting = rounds.get(RoundKind.CONTENT) if reader.phase is Phase.SCHEDULED else None
    return {
        "running": found,
        "turnout": queries.turnout(found) if found else 0,
        "chip": chip(found.closes_at, request.at) if found else None,
        "waiting": waiting,
        "disputes": list(queries.open_disputes(vote)) if reader.facts.open_disputes else [],
        "may_resolve": reader.now(Act.VOTING_DISPUTE_RESOLVE),
        "outages": list(vote.outages.select_related("recorded_by").order_by("began_at")),
        "locked": locked,
    }


def _slips(request: HttpRequest, vote: Any, rounds: dict[str, Any]) -> dict[str, Any]:
    """A round of slips: made or not; while they are out, how many came back."""
    if vote.form != Form.SLIP:
        return {}
    content, now = rounds.get(RoundKind.CONTENT), queries.slips_now(vote)
    context: dict[str, Any] = {"slips_made": now.made}
    if content is not None and queries.collecting(vote, content, request.at):
        context |= {"slips_now": now, "slips_content": content, "slips_chip": chip(content.closes_at, request.at)}
    return context


def _afterwards(vote: Any, rounds: dict[str, Any], facts: Any) -> dict[str, Any]:
    """After the close: the result by the rule, and the clock of sending."""
    content = rounds.get(RoundKind.CONTENT)
    if content is None or not queries.has_count(content):
        return {"outcome": None}
    duty = lookups.sending_duty(vote)
    outcome = queries.content_outcome(vote, content)
    return {
        "outcome": outcome,
        "sentence": outcome.sentence[lang()],
        "content": content,
        "duty": duty,
        "deadline": deadline_of(duty) if duty else None,
        "signatures": facts.signatures,
    }


def deadline_of(duty: Any) -> Deadline:
    """The kept clock of a duty, as the law counted it."""
    skipped = tuple(date.fromisoformat(day) for day in duty.skipped)
    return Deadline(duty.rule, duty.start, duty.due, duty.why, skipped)
