"""Bảng bước của từng hình thức: one table a form of deciding; the file, the homes and the reports read it.

A table says which steps follow the gates of the law, which acts each step offers, its place in law and its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from danchu.law import procedures
from danchu.law.acts import Act
from danchu.law.basis import Article, Basis, Convention
from danchu.law.matters import Form
from danchu.law.states import State
from danchu.rooms.voting.queries.votes import Vote
from danchu.rooms.voting.views import slip_words, step_words

DONE_AFTER = {
    "meeting": {State.CLOSED, State.SEALED, State.ANNOUNCED, State.SENT},
    "vote": {State.CLOSED, State.SEALED, State.ANNOUNCED, State.SENT},
    "seal": {State.SEALED, State.ANNOUNCED, State.SENT},
    "announce": {State.ANNOUNCED, State.SENT},
    "send": {State.SENT},
}
# The acts of a step, in the order in which they are done: act, URL name, whether one press is enough.
Offer = tuple[Act, str, bool]


@dataclass(frozen=True, slots=True)
class Why:
    """Vì sao có bước này: a row of the register of the law, or our own words where the law is silent."""

    rule: str | None
    words: Any = ""


@dataclass(frozen=True, slots=True)
class StepTable:
    """Bảng bước của một hình thức. ``any_order``: steps that may be done while others wait for somebody."""

    form: Form
    after: tuple[str, ...]
    basis: Mapping[str, Basis]
    acts: Mapping[str, tuple[Offer, ...]]
    any_order: tuple[str, ...] = ()
    own_titles: Mapping[str, Any] = field(default_factory=dict)
    own_later: Mapping[str, Any] = field(default_factory=dict)
    own_rules: Mapping[str, str] = field(default_factory=dict)
    own_met: Mapping[str, Any] = field(default_factory=dict)

    def name(self) -> str:
        """What the file is called."""
        return str(step_words.FILES[self.form])

    def title(self, key: str) -> Any:
        """The title of a step."""
        return self.own_titles.get(key) or step_words.TITLES[key]

    def later(self, key: str) -> Any:
        """What comes, said while the step is still later."""
        return self.own_later.get(key) or step_words.LATER.get(key, "")

    def met(self, key: str) -> Any:
        """What a met condition says."""
        return self.own_met.get(key) or step_words.MET[key]

    def why(self, key: str) -> Why:
        """The reason of a step."""
        if key in self.own_rules:
            return Why(self.own_rules[key])
        if key in step_words.REASONS:
            return Why(None, step_words.REASONS[key])
        return Why(step_words.RULES[key])


_ROLL: tuple[Offer, ...] = (
    (Act.VOTING_ROLL_DRAW, "roll-draw", True),
    (Act.VOTING_ROLL_SHOW, "roll-show", True),
    (Act.VOTING_ROLL_FREEZE, "roll-freeze", True),
)
_TEXT: tuple[Offer, ...] = (
    (Act.VOTING_VOTE_SCHEDULE, "schedule", False),
    (Act.VOTING_TEXT_CONFIRM, "preview", False),
)
_NOTICE: tuple[Offer, ...] = (
    (Act.VOTING_NOTICE_PUBLISH, "notice", False),
    (Act.VOTING_VOTE_SCHEDULE, "schedule", False),
)
_AFTER: Mapping[str, tuple[Offer, ...]] = {
    "seal": ((Act.VOTING_RESULT_SEAL, "seal", False),),
    "announce": ((Act.VOTING_MINUTES_SIGN, "sign", False), (Act.VOTING_RESULT_ANNOUNCE, "announce", True)),
    "send": ((Act.VOTING_DECISION_SEND, "send-decision", True),),
}
_AFTER_BASIS: Mapping[str, Basis] = {
    "seal": Convention("seal"),
    "announce": Article("L10", 20, 2, "g"),
    "send": Article("L10", 20, 3),
}

TABLES: Mapping[Form, StepTable] = {
    Form.ONLINE: StepTable(
        Form.ONLINE,
        after=("vote", "seal", "announce", "send"),
        basis={**procedures.PROCEDURES[Form.ONLINE].basis, "vote": Article("D59", 5, 4, "b"), **_AFTER_BASIS},
        acts={
            "agreement": ((Act.VOTING_PROPOSAL_AGREE, "agree", True),),
            "application": (
                (Act.VOTING_APPLICATION_CHOOSE, "choose", True),
                (Act.VOTING_APPLICATION_CHOOSE, "choose-group", True),
            ),
            "means": ((Act.VOTING_MEANS_RECORD, "means", False),),
            "report": ((Act.VOTING_REPORT_SEND, "report", True),),
            "team": ((Act.VOTING_TEAM_SET, "team", False),),
            "roll": _ROLL,
            "form_poll": (
                (Act.VOTING_FORM_POLL_OPEN, "form-poll", False),
                (Act.VOTING_FORM_POLL_RECORD, "form-poll-meeting", False),
            ),
            "text": _TEXT,
            "notice": _NOTICE,
            "vote": ((Act.VOTING_GROUP_ENTER, "group", False),),
            "seal": ((Act.VOTING_GROUP_ENTER, "group", False), *_AFTER["seal"]),
            "announce": _AFTER["announce"],
            "send": _AFTER["send"],
        },
        any_order=("application", "means", "team", "roll"),
    ),
    Form.SLIP: StepTable(
        Form.SLIP,
        after=("vote", "count", "seal", "announce", "send"),
        basis={
            **procedures.PROCEDURES[Form.SLIP].basis,
            "vote": Article("L10", 19, 3),
            "count": Article("D59", 4, 6, "a"),
            **_AFTER_BASIS,
        },
        acts={
            "agreement": ((Act.VOTING_PROPOSAL_AGREE, "agree", True),),
            "team": ((Act.VOTING_TEAM_SET, "team", False),),
            "roll": _ROLL,
            "text": _TEXT,
            "plan": ((Act.VOTING_PLAN_ISSUE, "plan", False), (Act.VOTING_PLAN_SEND, "plan-send", True)),
            "slip": ((Act.VOTING_SLIP_PRINT, "slips-print", True), (Act.VOTING_SLIP_MARK, "slips-mark", True)),
            "notice": _NOTICE,
            "vote": ((Act.VOTING_SLIP_ISSUE, "slips", False),),
            "count": ((Act.VOTING_COUNT_ENTER, "count", False), (Act.VOTING_SLIP_RETURN, "slips", False)),
            "seal": ((Act.VOTING_GAP_EXPLAIN, "gaps", False), *_AFTER["seal"]),
            "announce": _AFTER["announce"],
            "send": _AFTER["send"],
        },
        any_order=("team", "roll"),
        own_titles=slip_words.TITLES,
        own_later=slip_words.LATER,
        own_rules=slip_words.RULES,
        own_met=slip_words.MET,
    ),
    Form.MEETING: StepTable(
        Form.MEETING,
        after=("meeting", "seal", "announce", "send"),
        basis={
            **procedures.PROCEDURES[Form.MEETING].basis,
            "meeting": Article("L10", 18, 4),
            **_AFTER_BASIS,
        },
        acts=_AFTER,
        own_titles={"matter": step_words.AT_A_MEETING, "meeting": step_words.THE_MEETING},
        own_later={"seal": step_words.SEALED_BY_CHAIR, "send": step_words.AFTER_THE_MEETING},
        own_rules={"matter": "form.list", "meeting": "meet.order"},
        own_met={"may_use": step_words.MAY_BE_USED},
    ),
}


def table_of(vote: Vote) -> StepTable:
    """The table of this vote's form."""
    return TABLES[Form(vote.form)]


def act_label(name: str) -> str:
    """The bare verb on the button; remedies of the law call buttons by these names."""
    return {
        "agree": _("Agree to this form"),
        "choose": _("Choose this application"),
        "choose-group": _("Choose the Zalo group"),
        "group": _("Answers in the Zalo group"),
        "means": _("Record devices and network"),
        "report": _("The report has been sent"),
        "team": _("Set up the team"),
        "roll-draw": _("Draw up the roll"),
        "roll-show": _("The roll is posted"),
        "roll-freeze": _("Freeze the roll"),
        "form-poll": _("Ask on the telephone"),
        "form-poll-meeting": _("Record a meeting's answer"),
        "schedule": _("Set the time"),
        "preview": _("Read and confirm"),
        "notice": _("Publish the notice"),
        "plan": _("Write the plan of the slips"),
        "plan-send": _("The plan has been sent"),
        "slips-print": _("Make the slips"),
        "slips-mark": _("The slips are signed"),
        "slips": _("Slips out and back"),
        "count": _("Enter the count"),
        "gaps": _("Explain what does not add up"),
        "seal": _("Seal the result"),
        "sign": _("Record signatures"),
        "announce": _("Announce the result"),
        "send-decision": _("The decision has been sent"),
    }[name]
