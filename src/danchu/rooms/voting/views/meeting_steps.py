"""Các bước của cuộc họp: the gates of the law over all matters of the agenda, as the file shows them to this person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from danchu.foundation import clock, text
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import can
from danchu.law import words
from danchu.law.acts import ACTS, DOER_LABELS, Act
from danchu.law.answers import Refusal
from danchu.law.basis import Basis
from danchu.law.matters import CONVENOR_LABELS, Convenor
from danchu.law.meeting import GATE_BASIS, Presence, gates, latest_notice, presence
from danchu.law.meeting_acts import may
from danchu.law.meeting_hall import may_conclude
from danchu.law.meeting_names import CHANNEL_LABELS, Channel, MeetingState, Step
from danchu.law.rules import rules_at
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries.meetings import Meeting, Session
from danchu.rooms.voting.queries.votes import Vote
from danchu.rooms.voting.views.steps import Line
from danchu.ui.tags.words import lang

BEFORE = ("matter", "convenor", "draft", "cluster", "day", "notice", "papers", "roll")
_OVER = {MeetingState.CLOSED, MeetingState.FAILED, MeetingState.SEALED}
TITLES = {
    "matter": gettext_lazy("What is to be decided"),
    "convenor": gettext_lazy("Who convenes and chairs"),
    "draft": gettext_lazy("The draft convention is posted"),
    "cluster": gettext_lazy("Cluster meetings"),
    "day": gettext_lazy("Day and place"),
    "notice": gettext_lazy("Invite the households"),
    "papers": gettext_lazy("Papers to every household"),
    "roll": gettext_lazy("Freeze the roll"),
    "hall": gettext_lazy("Hold the meeting"),
    "conclude": gettext_lazy("Conclude the meeting"),
}
_RULES = {
    "matter": "form.list",
    "convenor": "meet.convene",
    "draft": "hu.post",
    "cluster": "meet.cluster",
    "day": "meet.notice",
    "notice": "meet.notice",
    "papers": "meet.docs",
    "roll": "pass.D3456",
    "hall": "meet.order",
    "conclude": "meet.order",
}
# act, address, label, one press is enough
_ACTS: dict[str, tuple[tuple[Act, str, Any, bool], ...]] = {
    "matter": ((Act.VOTING_MEETING_EDIT, "meeting-edit", gettext_lazy("Change the meeting"), False),),
    "convenor": ((Act.VOTING_MEETING_EDIT, "meeting-edit", gettext_lazy("Change the meeting"), False),),
    "draft": ((Act.VOTING_MEETING_EDIT, "meeting-edit", gettext_lazy("Change the meeting"), False),),
    "cluster": (
        (Act.VOTING_CLUSTERS_APPROVE, "clusters-approve", gettext_lazy("Approve the clusters"), True),
        (Act.VOTING_CLUSTERS_PLAN, "clusters", gettext_lazy("Plan clusters"), False),
    ),
    "day": ((Act.VOTING_MEETING_EDIT, "meeting-edit", gettext_lazy("Change the meeting"), False),),
    "notice": ((Act.VOTING_MEETING_INVITE, "meeting-invite", gettext_lazy("Record the invitation"), False),),
    "papers": ((Act.VOTING_PAPERS_SEND, "meeting-papers", gettext_lazy("Record the papers sent"), False),),
    "roll": ((Act.VOTING_ROLL_FREEZE, "meeting-freeze", gettext_lazy("Freeze the roll"), True),),
    "conclude": (
        (Act.VOTING_MEETING_CONCLUDE, "meeting-conclude", gettext_lazy("Conclude the meeting"), True),
        (Act.VOTING_MEETING_FAIL, "meeting-fail", gettext_lazy("End it: too few came"), True),
    ),
}


@dataclass(frozen=True, slots=True)
class Doable:
    """Việc làm được ngay trên hồ sơ cuộc họp."""

    label: str
    href: str
    press: bool


@dataclass(frozen=True, slots=True)
class MeetingStep:
    """Một bước của hồ sơ cuộc họp."""

    number: int
    key: str
    title: str
    state: str
    text: str
    lines: tuple[Line, ...]
    acts: tuple[Doable, ...]
    doers: str
    why: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Matter:
    """Một nội dung trên hồ sơ: where it stands, whether slips may follow."""

    vote: Vote
    presence: Presence
    decided: bool
    follow: bool


@dataclass
class Desk:
    """Hồ sơ cuộc họp với người đang xem."""

    meeting: Meeting
    actor: Actor
    at: datetime

    def __post_init__(self) -> None:
        self.board = queries.Board(self.meeting, self.at)
        self.subject = queries.subject_of_meeting(self.meeting)
        self.state = MeetingState(self.meeting.state)

    def may(self, act: Act) -> bool:
        """By role."""
        return bool(can(self.actor, act, self.subject))

    @property
    def over(self) -> bool:
        """Whether the meeting has ended, decided or not."""
        return self.state in _OVER

    def refusals(self, key: str) -> list[Refusal]:
        """What a gate still wants, over all matters, each thing said once."""
        found: dict[str, Refusal] = {}
        for facts in self.board.all_facts():
            gate = next((one for one in gates(facts) if one.key == key), None)
            for check in gate.checks if gate else ():
                if isinstance(check.answer, Refusal):
                    found.setdefault(words.sentence(check.answer, lang()), check.answer)
        return list(found.values())

    def concerns(self, key: str) -> bool:
        """Whether any matter of the agenda meets this gate."""
        return any(one.key == key and one.checks for facts in self.board.all_facts() for one in gates(facts))

    def steps(self) -> list[MeetingStep]:
        """Mọi bước, in order; the first that is not done is the current one."""
        keys = [key for key in BEFORE if self.concerns(key)] + ["hall", "conclude"]
        found: list[MeetingStep] = []
        current = self.state is MeetingState.WITHDRAWN
        for number, key in enumerate(keys, 1):
            open_refusals = self.refusals(key) if key in BEFORE else []
            done = self._done(key, open_refusals)
            state = "done" if done else "later" if current else "now"
            current = current or state == "now"
            found.append(self._step(number, key, state, open_refusals))
        return found

    def _done(self, key: str, refusals: list[Refusal]) -> bool:
        if key in BEFORE:
            return not refusals
        if key == "hall":
            return self.over or (bool(self.board.sessions) and self._counted())
        return self.over

    def _counted(self) -> bool:
        """Every matter that can be decided has its figures in every hall."""
        enough = [one for one in self.board.votes if presence(self.board.facts(one)).enough]
        return bool(enough) and all(self.board.total_of(one) for one in enough)

    def _step(self, number: int, key: str, state: str, refusals: list[Refusal]) -> MeetingStep:
        now = state == "now"
        lines = tuple(Line(False, words.sentence(one, lang()), words.remedy(one, lang())) for one in refusals)
        rule = rules_at(self.board.votes[0].rule_version).rule(_RULES[key]) if self.board.votes else None
        said = "" if rule is None else rule.vi if lang() == "vi" else rule.en
        return MeetingStep(
            number=number,
            key=key,
            title=str(TITLES[key]),
            state=state,
            text=self._told(key),
            lines=(self._lines_of_end() if key == "conclude" else lines) if now else (),
            acts=self._acts(key) if now else (),
            doers=self._doers(key) if now else "",
            why=said,
            basis=GATE_BASIS.get(key, GATE_BASIS["method"]),
        )

    def _acts(self, key: str) -> tuple[Doable, ...]:
        if key == "hall":
            return tuple(self.hall_links())
        wanted = [one for one in _ACTS.get(key, ()) if self.may(one[0]) and self._now(one[0])]
        slug = {"slug": self.meeting.slug}
        return tuple(
            Doable(str(label), reverse(f"voting:{name}", kwargs=slug), press) for _a, name, label, press in wanted
        )

    def _now(self, act: Act) -> bool:
        """Whether the act has a place now, so that no button leads to a refusal that is known beforehand."""
        if act is Act.VOTING_MEETING_FAIL:
            return all(bool(may(Step.FAIL, facts, clock.day(self.at))) for facts in self.board.all_facts())
        if act is Act.VOTING_MEETING_CONCLUDE:
            return self._end_refusal() is None
        if act is Act.VOTING_CLUSTERS_APPROVE:
            return self.meeting.cluster_approved_at is None
        return True

    def _end_refusal(self) -> Refusal | None:
        board = self.board
        running = sum(one.ended_at is None for one in board.sessions) if len(board.sessions) > 1 else 0
        enough = [one for one in board.votes if presence(board.facts(one)).enough]
        for vote in enough or board.votes:
            found = may_conclude([board.facts(vote, one) for one in board.sessions], running)
            if isinstance(found, Refusal):
                return found
        return None

    def _lines_of_end(self) -> tuple[Line, ...]:
        refusal = self._end_refusal()
        return () if refusal is None else (Line(False, words.sentence(refusal, lang()), words.remedy(refusal, lang())),)

    def hall_links(self) -> list[Doable]:
        """Lối vào từng phiên."""
        found = []
        for one in self.board.sessions:
            label = _("Page of the hall") if len(self.board.sessions) == 1 else self.name_of(one)
            kwargs = {"slug": self.meeting.slug, "number": one.number}
            found.append(Doable(label, reverse("voting:hall", kwargs=kwargs), press=False))
        return found

    @staticmethod
    def name_of(session: Session) -> str:
        """ "Cụm 2, Trường tiểu học"."""
        return ", ".join(part for part in (session.name, session.place) if part)

    def can_fail(self) -> bool:
        """Whether the chair may end it for want of attendance now."""
        in_time = self.state is MeetingState.OPEN
        return in_time and self.may(Act.VOTING_MEETING_FAIL) and self._now(Act.VOTING_MEETING_FAIL)

    def matters(self) -> list[Matter]:
        """Các nội dung, with their numbers of households."""
        follows = self.over and self.may(Act.VOTING_SLIPS_FOLLOW)
        found = []
        for vote in self.board.votes:
            now = presence(self.board.facts(vote)) if self.board.households else None
            if now is not None:
                found.append(Matter(vote, now, self.over and now.enough, follows and not now.enough))
        return found

    def _doers(self, key: str) -> str:
        acts = _ACTS.get(key, ())
        if not acts or any(self.may(act) for act, *_rest in acts):
            return ""
        rule = ACTS[acts[0][0]]
        labels = [DOER_LABELS[str(one)] for one in [*sorted(rule.roles, key=str), *sorted(rule.who, key=str)]]
        return words.listed([label.vi if lang() == "vi" else label.en for label in labels], lang())

    def _told(self, key: str) -> str:
        """Điều đã biết của bước này, in one quiet line."""
        meeting = self.meeting
        if key == "matter":
            return "; ".join(one.title for one in self.board.votes)
        if key == "convenor":
            label = CONVENOR_LABELS[Convenor(meeting.convenor)]
            said = label.vi if lang() == "vi" else label.en
            return f"{said[:1].upper()}{said[1:]}: {meeting.chair}"
        if key == "day":
            return f"{text.long_moment(meeting.starts_at, lang())}, {meeting.place}"
        if key == "notice":
            return self._notice()
        if key == "papers" and meeting.papers_sent_on:
            told = {"day": text.long_date(meeting.papers_sent_on, lang()), "count": meeting.papers_households}
            return _("Sent on %(day)s to %(count)s households") % told
        if key == "roll" and meeting.roll is not None and meeting.roll.frozen_at:
            told = {
                "count": text.number(meeting.roll.households, lang()),
                "when": text.long_moment(meeting.roll.frozen_at, lang()),
            }
            return _("%(count)s households, frozen at %(when)s") % told
        return ""

    def _notice(self) -> str:
        meeting = self.meeting
        if meeting.invited_at is None or meeting.noticed_on is None:
            latest = latest_notice(clock.day(meeting.starts_at))
            return _("At the latest %(day)s") % {"day": text.long_date(latest, lang())}
        labels = [CHANNEL_LABELS[Channel(one)] for one in meeting.channels]
        how = words.listed([one.vi if lang() == "vi" else one.en for one in labels], lang())
        return _("%(day)s, by %(how)s") % {"day": text.long_date(meeting.noticed_on, lang()), "how": how}
