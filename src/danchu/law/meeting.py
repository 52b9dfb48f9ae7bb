"""Họp cộng đồng dân cư (Điều 18 Luật, Điều 3 Nghị định 59): the facts of a meeting and the gates it passes.

Until the invitation the gates say what is still to be done; in the hall they say what must hold before the vote may be
closed. A meeting that too few households attend decides nothing: it fails, and slips may follow as a new count of all
households.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from danchu.law.answers import Allowed, Refusal
from danchu.law.basis import Article, Basis, Convention
from danchu.law.forms import may_use
from danchu.law.gates import Check, Gate, check
from danchu.law.matters import (
    CONVENOR_LABELS,
    Convenor,
    Form,
    Matter,
    Purpose,
    convenor,
    matter_data,
    papers_to_households,
)
from danchu.law.meeting_names import Channel, MeetingState, Method
from danchu.law.reconciliation import Stated, agreed
from danchu.law.rules import RULE_VERSION, rules_at
from danchu.law.thresholds import needed, reached


@dataclass(frozen=True, slots=True)
class Cluster:
    """Một cụm họp: its households on the roll, and how many are present."""

    households: int
    present: int = 0


@dataclass(frozen=True, slots=True)
class Motion:
    """Biểu quyết thủ tục: ``hands`` raised of ``present`` household representatives in the hall."""

    hands: int
    present: int


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """Dữ kiện của một cuộc họp. ``households`` is N; days are Vietnamese calendar days.

    ``papers_households`` is how many households were sent the papers; ``board`` are opaque people, ``witnesses``
    households; ``dissent_waiting`` counts members registered to speak (Điều 24.2) who have not been heard.
    """

    state: MeetingState
    matter: str
    households: int
    scope: str = "khu_pho"
    purpose: Purpose | None = None
    day: date | None = None
    convenor: Convenor | None = None
    head_vacant: bool = False
    one_person_two_mandates: bool = False
    roll_frozen: bool = False
    draft_posted_on: date | None = None
    draft_consulted: bool = False
    clusters: tuple[Cluster, ...] = ()
    scattered: bool = False
    clusters_approved: bool = False
    channels: frozenset[Channel] = frozenset()
    noticed_on: date | None = None
    posted_on: date | None = None
    papers_sent_on: date | None = None
    papers_households: int = 0
    present: int = 0
    secretary: Motion | None = None
    method: Method | None = None
    method_motion: Motion | None = None
    board: tuple[int, ...] = ()
    board_motion: Motion | None = None
    witnesses: tuple[int, ...] = ()
    dissent_waiting: int = 0
    figures: tuple[Stated, ...] = ()
    rule_version: str = RULE_VERSION


@dataclass(frozen=True, slots=True)
class Presence:
    """Số hộ dự so với số cần: ``needed`` of ``households``; below it nothing can pass (D3: no meeting at all)."""

    present: int
    needed: int
    households: int
    rule: str
    article: Basis

    @property
    def enough(self) -> bool:
        """Whether the meeting can decide."""
        return self.present >= self.needed

    @property
    def short(self) -> int:
        """How many households are still missing."""
        return max(0, self.needed - self.present)


GATE_BASIS: Mapping[str, Basis] = {
    "matter": Article("L10", 17, 1),
    "convenor": Article("L10", 18, 1),
    "draft": Article("D61", 9, 1),
    "cluster": Article("L10", 18, 3),
    "day": Article("D59", 3, 3),
    "roll": Article("L10", 21, 1),
    "notice": Article("D59", 3, 3),
    "papers": Article("D59", 3, 4),
    "presence": Article("L10", 19, 1, "b"),
    "secretary": Article("D59", 3, 5, "a"),
    "heard": Article("L10", 24, 2),
    "method": Article("L10", 18, 4, "d"),
    "board": Article("D59", 3, 5, "c"),
    "figures": Convention("two_people"),
}


def presence(facts: MeetingFacts) -> Presence:
    """Số hộ dự so với số cần có. Cluster meetings add up to one khu phố. Raises ``ValueError`` without households."""
    data = matter_data(Matter(facts.matter), facts.rule_version)
    rule = data.get("quorum", data["pass"])
    own = "quorum" in data
    return Presence(
        present=sum(cluster.present for cluster in facts.clusters) if facts.clusters else facts.present,
        needed=needed(rule, facts.households, version=facts.rule_version),
        households=facts.households,
        rule=rule if own else "meet.quorum.general",
        article=rules_at(facts.rule_version).basis(rule if own else "meet.quorum.general"),
    )


def carried(motion: Motion | None, *, version: str = RULE_VERSION) -> bool:
    """Đã quá nửa số hộ dự: whether more than 50% of those present agreed (secretary, method, counting board)."""
    if motion is None or motion.present < 1 or motion.hands > motion.present:
        return False
    return reached("meet.procedural", motion.hands, motion.present, version=version)


def _matter(facts: MeetingFacts) -> tuple[Check, ...]:
    return (Check("may_use", may_use(facts.matter, facts.scope, Form.MEETING, version=facts.rule_version)),)


def _convenor(facts: MeetingFacts) -> tuple[Check, ...]:
    matter = Matter(facts.matter)
    if matter is Matter.D4 and facts.purpose is None:
        return (check("meeting.purpose", False, Article("L10", 15, 4)),)
    said = convenor(
        matter,
        purpose=facts.purpose,
        head_vacant=facts.head_vacant,
        head_is_front_head=facts.one_person_two_mandates,
        version=facts.rule_version,
    )
    label = CONVENOR_LABELS[Convenor(said.value)]
    return (
        check(
            "meeting.convenor", facts.convenor == said.value, said.article, convenor_vi=label.vi, convenor_en=label.en
        ),
    )


def _draft(facts: MeetingFacts) -> tuple[Check, ...]:
    if facts.matter != Matter.D3:
        return ()
    basis = GATE_BASIS["draft"]
    days = rules_at(facts.rule_version).period("hu.post").n
    found = [check("meeting.draft_posted", facts.draft_posted_on is not None, basis, days=days)]
    if facts.draft_posted_on is not None and facts.day is not None:
        complete = facts.draft_posted_on + timedelta(days=days)
        found.append(check("meeting.draft_posted_long_enough", facts.day > complete, basis, days=days, until=complete))
    found.append(check("meeting.draft_consulted", facts.draft_consulted, Article("D61", 9, 2)))
    return tuple(found)


def _cluster(facts: MeetingFacts) -> tuple[Check, ...]:
    if not facts.clusters:
        return ()
    basis, size = GATE_BASIS["cluster"], rules_at(facts.rule_version).count("meet.cluster.min_households")
    total = sum(cluster.households for cluster in facts.clusters)
    return (
        check(
            "meeting.cluster_allowed",
            facts.scattered or size.admits(facts.households),
            basis,
            households=facts.households,
            least=size.low,
        ),
        check("meeting.cluster_households", total == facts.households, basis, total=total, households=facts.households),
        check("meeting.cluster_approved", facts.clusters_approved, Article("D59", 3, 6)),
    )


def _day(facts: MeetingFacts) -> tuple[Check, ...]:
    return (check("meeting.day_set", facts.day is not None, GATE_BASIS["day"]),)


def _roll(facts: MeetingFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["roll"]
    return (
        check("meeting.roll_households", facts.households > 0, basis),
        check("meeting.roll_frozen", facts.roll_frozen, basis),
    )


def latest_notice(day: date, *, version: str = RULE_VERSION) -> date:
    """Ngày muộn nhất được mời họp và gửi tài liệu (``meet.notice``, ``meet.docs``): two days before, never moved."""
    return day - timedelta(days=rules_at(version).period("meet.notice").n)


def _notice(facts: MeetingFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["notice"]
    found = [
        check("meeting.notice_sent", facts.noticed_on is not None and bool(facts.channels), basis),
        check("meeting.notice_posted", facts.posted_on is not None, basis),
    ]
    if facts.day is not None and facts.noticed_on is not None and facts.posted_on is not None:
        latest = latest_notice(facts.day, version=facts.rule_version)
        in_time = max(facts.noticed_on, facts.posted_on) <= latest
        found.append(check("meeting.notice_in_time", in_time, basis, latest=latest))
    return tuple(found)


def _papers(facts: MeetingFacts) -> tuple[Check, ...]:
    if not papers_to_households(Matter(facts.matter), version=facts.rule_version):
        return ()
    basis = GATE_BASIS["papers"]
    missing = facts.households - facts.papers_households
    found = [check("meeting.papers_sent", facts.papers_sent_on is not None, basis)]
    if facts.papers_sent_on is not None:
        found.append(check("meeting.papers_every_household", missing <= 0, basis, missing=missing))
        if facts.day is not None:
            latest = latest_notice(facts.day, version=facts.rule_version)
            found.append(check("meeting.papers_in_time", facts.papers_sent_on <= latest, basis, latest=latest))
    return tuple(found)


def _presence(facts: MeetingFacts) -> tuple[Check, ...]:
    if facts.households < 1:
        return (check("meeting.roll_households", False, GATE_BASIS["roll"]),)
    now = presence(facts)
    told = {"present": now.present, "needed": now.needed, "households": now.households}
    code = "meeting.quorum" if facts.matter == Matter.D3 else "meeting.presence"
    possible = now.present <= now.households
    return (
        check("count.present_over_households", possible, Convention("counting"), **told),
        check(code, now.enough, now.article, **told),
    )


def _motion(code: str, motion: Motion | None, basis: Basis, version: str) -> tuple[Check, ...]:
    if motion is None:
        return (check(code, False, basis, hands=0, present=0),)
    return (
        check("meeting.motion_over_present", motion.hands <= motion.present, Convention("counting")),
        check(code, carried(motion, version=version), basis, hands=motion.hands, present=motion.present),
    )


def _method(facts: MeetingFacts) -> tuple[Check, ...]:
    basis = GATE_BASIS["method"]
    return (
        check("meeting.method_proposed", facts.method is not None, basis),
        *_motion("meeting.method_chosen", facts.method_motion, Article("D59", 3, 5, "b"), facts.rule_version),
    )


def _board(facts: MeetingFacts) -> tuple[Check, ...]:
    if facts.method is not Method.SECRET:
        return ()
    basis, book = GATE_BASIS["board"], rules_at(facts.rule_version)
    size, witnesses = book.count("meet.counting_board"), book.count("meet.witnesses")
    people = len(set(facts.board))
    seen = len(set(facts.witnesses))
    return (
        check("meeting.board_size", size.admits(people), basis, members=people, least=size.low, most=size.high),
        *_motion("meeting.board_elected", facts.board_motion, basis, facts.rule_version),
        check("meeting.witnesses", witnesses.admits(seen), basis, witnesses=seen, least=witnesses.low),
    )


def _figures(facts: MeetingFacts) -> tuple[Check, ...]:
    found = agreed(facts.figures)
    return (Check("figures", found if isinstance(found, Refusal) else Allowed(GATE_BASIS["figures"])),)


_GATES: tuple[tuple[str, Callable[[MeetingFacts], tuple[Check, ...]]], ...] = (
    ("matter", _matter),
    ("convenor", _convenor),
    ("draft", _draft),
    ("cluster", _cluster),
    ("day", _day),
    ("roll", _roll),
    ("notice", _notice),
    ("papers", _papers),
    ("presence", _presence),
    (
        "secretary",
        lambda facts: _motion("meeting.secretary", facts.secretary, GATE_BASIS["secretary"], facts.rule_version),
    ),
    (
        "heard",
        lambda facts: (
            check(
                "meeting.dissent_heard", facts.dissent_waiting == 0, GATE_BASIS["heard"], waiting=facts.dissent_waiting
            ),
        ),
    ),
    ("method", _method),
    ("board", _board),
    ("figures", _figures),
)
GATE_KEYS: tuple[str, ...] = tuple(key for key, _ in _GATES)


def gates(facts: MeetingFacts) -> tuple[Gate, ...]:
    """Các bước của cuộc họp, in order; a gate without checks does not concern this matter. D1–D6 only."""
    if not (use := _matter(facts)[0]).answer:
        return (Gate("matter", GATE_BASIS["matter"], (use,)),)
    return tuple(Gate(key, GATE_BASIS[key], checks(facts)) for key, checks in _GATES)
