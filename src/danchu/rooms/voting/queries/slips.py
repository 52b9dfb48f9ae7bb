"""Phiếu lấy ý kiến của hộ: the slips of a vote, the register they make, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from danchu.foundation.people.models import RollLine
from danchu.foundation.places.calendar import ward_calendar
from danchu.law import register, slips
from danchu.law.answers import Refusal
from danchu.law.matters import Form
from danchu.law.reconciliation import Figures, Gap, Reconciliation, Stated, agreed, may_seal, reconcile
from danchu.law.states import Route, State
from danchu.rooms.voting.models import Ballot, GapNote, Round, Slip, SlipFigures, SlipPlan, Vote

_STANDING = Q(ballot__isnull=False, ballot__superseded_at=None, ballot__voided_at=None)
LIVE = Q(spoiled_at=None)


def slip_part(vote: Vote, content: Round | None, open_disputes: int) -> slips.SlipPart:
    """Phần riêng của đợt phát phiếu, for the procedure; nothing is read for the other forms."""
    if vote.form != Form.SLIP:
        return slips.NO_SLIPS
    plan = SlipPlan.objects.filter(vote=vote).first()
    stated = figures_of(content) if content is not None and content.closed_at is not None else []
    filled = {name for name in ("purpose", "assignment") if plan is not None and getattr(plan, name).strip()}
    return slips.SlipPart(
        calendar=ward_calendar(vote.ward_id, plan.issued_on) if plan is not None else None,
        plan=frozenset(filled),
        plan_issued_on=plan.issued_on if plan else None,
        plan_sent_on=plan.sent_on if plan else None,
        printed=vote.slips.filter(LIVE).count(),
        mark=slips.right_mark(vote.scope) if plan is not None and plan.marked_at else None,
        witnesses=witnesses_of(stated),
        figures=tuple(Stated(one.entered_by_id, as_figures(one)) for one in stated),
        held=_held(vote, content, stated, open_disputes),
    )


def _held(vote: Vote, content: Round | None, stated: list[SlipFigures], open_disputes: int) -> Refusal | None:
    if content is None or vote.state != State.CLOSED:
        return None
    found = reconciliation(vote, content, stated)
    if found is None:
        return None
    written = explanations(content)
    answer = may_seal(found, {gap.name: written.get(gap_key(gap), "") for gap in found.gaps}, open_disputes)
    return answer if isinstance(answer, Refusal) else None


def plan_of(vote: Vote) -> SlipPlan | None:
    """Kế hoạch phát phiếu, if it is issued."""
    return SlipPlan.objects.filter(vote=vote).first()


def figures_of(content: Round) -> list[SlipFigures]:
    """What each person counted, the earliest first."""
    rows = content.slip_figures.filter(dropped_at=None).select_related("entered_by", "witness_1", "witness_2")
    return list(rows.order_by("at", "pk"))


def as_figures(one: SlipFigures) -> Figures:
    """One person's figures as the law reads them."""
    names = ("collected", "valid", "invalid", "yes", "no", "other", "issued", "missing")
    return Figures(**{name: getattr(one, name) for name in names})


def witnesses_of(stated: Iterable[SlipFigures]) -> tuple[int, ...]:
    """Hai hộ chứng kiến: those whom everybody who counted named; nobody when they named different ones."""
    named = {frozenset({one.witness_1_id, one.witness_2_id}) for one in stated}
    return tuple(sorted(named.pop())) if len(named) == 1 else ()


def register_facts(vote: Vote, content: Round, roll: frozenset[int]) -> register.RegisterFacts:
    """Dữ kiện của sổ phiếu; households are the lines of the roll."""
    return register.RegisterFacts(
        form=Form.SLIP,
        roll=roll,
        opens_at=content.opens_at,
        closes_at=content.closes_at,
        closed_at=content.closed_at,
        sealed=vote.result_sealed_at is not None,
    )


def row_of(slip: Slip | None, standing: Ballot | None, line_id: int) -> register.Row:
    """Dòng của một hộ trong sổ, as the law reads it."""
    issued = stands = None
    if slip is not None and slip.issued_at is not None:
        issued = register.Entry(
            f"issue-{slip.token}", line_id, Route.HAND, slip.issued_at, slip.issued_at, register.Kind.ISSUED
        )
    if standing is not None:
        stands = register.Entry(
            standing.form_key, line_id, Route(standing.route), standing.arrived_at, standing.arrived_at
        )
    return register.Row(line_id, issued, stands)


def slip_register(vote: Vote, content: Round) -> register.Register:
    """Sổ phiếu: one row a household that was given a slip or whose slip came back."""
    rows: dict[int, register.Row] = {}
    for slip in vote.slips.filter(LIVE, Q(issued_at__isnull=False) | _STANDING).select_related("ballot"):
        stands = slip.ballot if slip.ballot is not None and slip.ballot.voided_at is None else None
        rows[slip.line_id] = row_of(slip, stands, slip.line_id)
    roll = frozenset(RollLine.objects.filter(roll_id=vote.roll_id).values_list("pk", flat=True))
    return register.Register(register_facts(vote, content, roll), rows)


def reconciliation(vote: Vote, content: Round, stated: list[SlipFigures] | None = None) -> Reconciliation | None:
    """Đối chiếu sổ với số đã kiểm; None until two people agree on figures that can be."""
    figures = agreed(tuple(Stated(one.entered_by_id, as_figures(one)) for one in stated or figures_of(content)))
    if isinstance(figures, Refusal):
        return None
    return reconcile(slip_register(vote, content), {Form.SLIP: figures})


def agreed_figures(content: Round) -> Figures | None:
    """Số liệu hai người cùng ghi; None while they have not."""
    found = agreed(tuple(Stated(one.entered_by_id, as_figures(one)) for one in figures_of(content)))
    return None if isinstance(found, Refusal) else found


def explained(vote: Vote, content: Round) -> list[tuple[Gap, str]]:
    """Chỗ không khớp đã giải trình, as the minutes print them."""
    found = reconciliation(vote, content)
    written = explanations(content)
    gaps = found.gaps if found is not None else ()
    return [(gap, written[gap_key(gap)]) for gap in gaps if gap_key(gap) in written]


def explanations(content: Round) -> dict[str, str]:
    """Giải trình đã viết, by the name of the gap it explains; what was written about other numbers explains nothing."""
    return {f"{one.gap}:{one.expected}:{one.found}": one.words for one in content.gap_notes.all()}


def gap_key(gap: Gap) -> str:
    """A gap with its numbers: counted again, it is explained again."""
    return f"{gap.name}:{gap.expected}:{gap.found}"


def notes_of(content: Round) -> QuerySet[GapNote]:
    """Giải trình chênh lệch, in the order written."""
    return content.gap_notes.select_related("written_by").order_by("pk")


@dataclass(frozen=True, slots=True)
class Standing:
    """Đối chiếu lúc này: slips made, given out, taken in, still out, spoiled; never a choice."""

    made: int
    issued: int
    collected: int
    spoiled: int

    @property
    def missing(self) -> int:
        """Given out and not yet back."""
        return self.issued - self.collected


def slips_now(vote: Vote) -> Standing:
    """Đối chiếu trực tiếp: one query."""
    found = vote.slips.aggregate(
        made=Count("pk", filter=LIVE),
        issued=Count("pk", filter=LIVE & Q(issued_at__isnull=False)),
        collected=Count("pk", filter=LIVE & _STANDING),
        spoiled=Count("pk", filter=Q(spoiled_at__isnull=False)),
    )
    return Standing(**found)


def live_slip(vote: Vote, line_id: int) -> Slip | None:
    """The household's slip that is good now."""
    return vote.slips.filter(LIVE, line_id=line_id).select_related("line", "ballot").first()


def slip_of_household(vote: Vote, household_id: int | None) -> Slip | None:
    """Phiếu của hộ mình, as the household sees its row."""
    found = vote.slips.filter(LIVE, line__household_id=household_id, line__roll_id=vote.roll_id)
    return found.select_related("line", "ballot").first()


def slip_by_token(vote: Vote, token: str) -> Slip | None:
    """Phiếu theo mã trên cuống, spoiled ones too."""
    return vote.slips.filter(token=token).select_related("line", "ballot").first()


def slips_of(vote: Vote) -> QuerySet[Slip]:
    """Phiếu đang dùng, by number."""
    return vote.slips.filter(LIVE).select_related("line", "ballot", "ballot__helper", "issued_by").order_by("number")


def collecting(vote: Vote, content: Round | None, at: datetime) -> bool:
    """Slips are out now."""
    return (
        vote.form == Form.SLIP
        and content is not None
        and vote.state == State.SCHEDULED
        and content.opens_at <= at < content.closes_at
    )
