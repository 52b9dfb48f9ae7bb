"""Sổ biểu quyết: one register per decision, one row per household, over every route of the decision's form.

The register is a fold over entries in the order they arrived. Between routes or persons the first valid entry stands;
a household may replace its own online entry until the close, where the ward allows it; whatever else comes is refused
and kept as evidence with its reason. An entry that was struck (a settled dispute, an annulled meeting package) does not
count, so the next valid one stands. Nothing here knows what was chosen unless the form is open or online.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Convention, WardSetting
from danchu.law.forms import FormFacts, may_use
from danchu.law.matters import FORM_LABELS, Form
from danchu.law.people import Label
from danchu.law.rules import RULE_VERSION, rules_at
from danchu.law.settings import setting
from danchu.law.speech import listed
from danchu.law.states import Route


class Kind(StrEnum):
    """Điều được ghi: a slip given out (``issued``), or a household that took part (``taken``)."""

    ISSUED = "issued"
    TAKEN = "taken"


class Mark(StrEnum):
    """Lựa chọn ghi trong sổ, only where the form is open or online: the three of the ballot, or an invalid slip."""

    YES = "yes"
    NO = "no"
    OTHER = "other"
    INVALID = "invalid"


FORM_OF: Mapping[Route, Form] = {
    Route.MEETING: Form.MEETING,
    Route.HAND: Form.SLIP,
    Route.BOX: Form.SLIP,
    Route.DOOR: Form.SLIP,
    Route.OWN: Form.ONLINE,
    Route.KIOSK: Form.ONLINE,
    Route.ASSISTED: Form.ONLINE,
    Route.GROUP: Form.ONLINE,
}
ROUTE_LABELS: Mapping[Route, Label] = {
    Route.MEETING: Label("dự cuộc họp", "present at the meeting"),
    Route.HAND: Label("nộp phiếu tận tay Tổ phát phiếu", "slip handed to the slip team"),
    Route.BOX: Label("bỏ phiếu vào hòm", "slip in the box"),
    Route.DOOR: Label("Tổ phát phiếu thu tại nhà", "slip collected at the door"),
    Route.OWN: Label("điện thoại, máy của hộ", "the household's own device"),
    Route.KIOSK: Label("máy đặt tại nhà văn hóa", "the kiosk at the culture house"),
    Route.ASSISTED: Label("người hỗ trợ ghi giúp", "entered by a helper"),
    Route.GROUP: Label("trả lời trong nhóm Zalo, hai người ghi", "answered in the Zalo group, entered by two people"),
}
# A household's own hand: these two may replace each other.
_OWN = frozenset({Route.OWN, Route.KIOSK})
_FIRST_ENTRY = Convention("first_entry")


@dataclass(frozen=True, slots=True)
class Entry:
    """Một lần ghi. ``key`` is its own (sent twice, it is the same entry); ``by`` the person who wrote it, opaque.

    ``made_at`` is when the household acted, ``arrived_at`` when the register got it (a door slip may come later);
    ``batch`` names the cluster meeting, or the meeting package, it came with.
    """

    key: str
    household: int
    route: Route
    made_at: datetime
    arrived_at: datetime
    kind: Kind = Kind.TAKEN
    by: int | None = None
    batch: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """Dữ kiện của sổ: the decision's form, ``also`` (further forms where the ward mixes them), its roll and clock.

    ``annulled`` are batches declared void, ``struck`` the keys of entries a settled dispute took out.
    """

    form: Form
    roll: frozenset[int]
    opens_at: datetime
    closes_at: datetime
    also: frozenset[Form] = frozenset()
    closed_at: datetime | None = None
    sealed: bool = False
    replace_own: bool = True
    annulled: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()

    @property
    def forms(self) -> frozenset[Form]:
        """Every form whose routes this register takes."""
        return self.also | {self.form}


@dataclass(frozen=True, slots=True)
class Kept:
    """Bằng chứng: an entry that was not taken, with the reason."""

    entry: Entry
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Row:
    """Dòng của một hộ: the slip given to it, the entry that stands, those it replaced, those refused."""

    household: int
    issued: Entry | None = None
    stands: Entry | None = None
    replaced: tuple[Entry, ...] = ()
    refused: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """Sổ sau khi ghi: rows of households with any entry, entries outside the roll, and how many came twice."""

    facts: RegisterFacts
    rows: Mapping[int, Row] = field(default_factory=dict)
    strays: tuple[Kept, ...] = ()
    repeated: int = 0

    def standing(self, form: Form | None = None) -> tuple[Entry, ...]:
        """Các lần ghi đang có giá trị, of one form or of all."""
        return tuple(
            row.stands
            for row in self.rows.values()
            if row.stands is not None and (form is None or FORM_OF[row.stands.route] is form)
        )

    def issued(self) -> int:
        """Số phiếu đã phát."""
        return sum(row.issued is not None for row in self.rows.values())


def routes(facts: RegisterFacts) -> tuple[Route, ...]:
    """Các đường ghi vào sổ này, in the order of the list."""
    return tuple(route for route in Route if FORM_OF[route] in facts.forms)


def may_mix(
    matter: str,
    scope: str,
    form: str,
    also: Iterable[str],
    *,
    settings: Mapping[str, Any] | None = None,
    facts: FormFacts | None = None,
    version: str = RULE_VERSION,
) -> Answer:
    """Được cộng nhiều hình thức trong một quyết định không: each lawful by itself, and the ward's setting on.

    Refusals: those of ``forms.may_use`` for any of the forms, ``register.mixed_forms_off``.
    """
    further = set(also) - {form}
    for each in (form, *sorted(further)):
        use = may_use(matter, scope, each, facts=facts or FormFacts(), version=version)
        if not use:
            return use
    if further and not setting("decide.mixed_forms", settings, version=version):
        return Refusal("register.mixed_forms_off", Article("L10", 17, 1), {"form": form})
    basis = WardSetting("decide.mixed_forms") if further else rules_at(version).basis("form.list")
    return Allowed(basis)


def mixed_note(facts: RegisterFacts) -> Label | None:
    """Câu ghi vào biên bản khi cộng nhiều hình thức; None for one form."""
    if len(facts.forms) == 1:
        return None
    names = [FORM_LABELS[form] for form in Form if form in facts.forms]
    vi, en = listed([name.vi for name in names]), listed([name.en for name in names], "en")
    return Label(
        f"Kết quả cộng từ nhiều hình thức: {vi}, theo {WardSetting('decide.mixed_forms').vi()}.",
        f"Results of several forms are added: {en}, by {WardSetting('decide.mixed_forms').en()}.",
    )


def judge(facts: RegisterFacts, row: Row, entry: Entry) -> Answer:
    """Lần ghi này có được nhận vào dòng của hộ không; ``row`` is the row as it stands before it.

    Refusals: ``register.sealed``, ``register.struck``, ``register.batch_annulled``, ``register.route``,
    ``register.not_on_roll``, ``register.not_open``, ``register.closed``, ``register.slip_twice``,
    ``register.slip_not_issued``, ``register.already_entered``, ``register.no_replacement``.
    """
    place = _of_place(facts, entry)
    if not place:
        return place
    if entry.kind is Kind.ISSUED:
        return _may_issue(row)
    if FORM_OF[entry.route] is Form.SLIP and row.issued is None:
        return Refusal("register.slip_not_issued", Article("L10", 19, 3))
    if row.stands is None:
        return Allowed(Article("L10", 21, 1))
    if entry.route in _OWN and row.stands.route in _OWN:
        if facts.replace_own:
            return Allowed(WardSetting("reopen.replace_online_entry"))
        return Refusal("register.no_replacement", WardSetting("reopen.replace_online_entry"))
    return Refusal("register.already_entered", _FIRST_ENTRY, _told(row.stands))


def take(facts: RegisterFacts, row: Row, entry: Entry) -> Row:
    """Ghi một lần vào dòng: taken, replacing the household's own, or kept as evidence. The same key changes nothing."""
    if is_repeat(row, entry):
        return row
    answer = judge(facts, row, entry)
    if isinstance(answer, Refusal):
        return replace(row, refused=(*row.refused, Kept(entry, answer)))
    if entry.kind is Kind.ISSUED:
        return replace(row, issued=entry)
    replaced = row.replaced if row.stands is None else (*row.replaced, row.stands)
    return replace(row, stands=entry, replaced=replaced)


def is_repeat(row: Row, entry: Entry) -> bool:
    """Lần ghi đã có trong dòng: the same entry sent again, not a second one."""
    known = (row.issued, row.stands, *row.replaced, *(kept.entry for kept in row.refused))
    return any(one is not None and one.key == entry.key for one in known)


def fold(facts: RegisterFacts, entries: Iterable[Entry]) -> Register:
    """Sổ từ các lần ghi, theo thứ tự đến. A household outside the roll gets no row; what it sent is kept."""
    rows: dict[int, Row] = {}
    strays: dict[str, Kept] = {}
    repeated = 0
    for entry in entries:
        row = rows.get(entry.household) or Row(entry.household)
        if entry.key in strays or is_repeat(row, entry):
            repeated += 1
        elif entry.household not in facts.roll:
            strays[entry.key] = Kept(entry, Refusal("register.not_on_roll", Article("L10", 21, 1)))
        else:
            rows[entry.household] = take(facts, row, entry)
    return Register(facts, rows, tuple(strays.values()), repeated)


def may_dispute(facts: RegisterFacts, row: Row) -> Answer:
    """Hộ có khiếu nại dòng của mình được không: something was written for it, and the register is not sealed.

    Refusals: ``register.dispute_after_seal``, ``register.nothing_to_dispute``.
    """
    basis = Convention("dispute")
    if facts.sealed:
        return Refusal("register.dispute_after_seal", basis)
    if row.stands is None and row.issued is None and not row.refused:
        return Refusal("register.nothing_to_dispute", basis)
    return Allowed(basis)


def _of_place(facts: RegisterFacts, entry: Entry) -> Answer:
    """What holds for any entry: the state of the register, the route, the roll, the clock."""
    if facts.sealed:
        return Refusal("register.sealed", Convention("seal"))
    if entry.key in facts.struck:
        return Refusal("register.struck", Convention("dispute"))
    if entry.batch and entry.batch in facts.annulled:
        return Refusal("register.batch_annulled", Convention("meeting_package"))
    form = FORM_OF[entry.route]
    if form not in facts.forms or (entry.kind is Kind.ISSUED and form is not Form.SLIP):
        route = ROUTE_LABELS[entry.route]
        told = {"form": str(facts.form), "route_vi": route.vi, "route_en": route.en}
        return Refusal("register.route", Article("L10", 17, 1), told)
    if entry.household not in facts.roll:
        return Refusal("register.not_on_roll", Article("L10", 21, 1))
    if entry.made_at < facts.opens_at:
        return Refusal("register.not_open", Convention("times"), {"opens_at": facts.opens_at})
    # Paper was collected when it was collected; an online entry is made when it arrives.
    acted = entry.arrived_at if form is Form.ONLINE else entry.made_at
    if acted >= facts.closes_at or (form is Form.ONLINE and facts.closed_at is not None):
        return Refusal("register.closed", Convention("times"), {"closed_at": facts.closes_at})
    return Allowed()


def _may_issue(row: Row) -> Answer:
    basis = Article("L10", 19, 3)
    if row.issued is not None:
        return Refusal("register.slip_twice", basis)
    if row.stands is not None:
        return Refusal("register.already_entered", _FIRST_ENTRY, _told(row.stands))
    return Allowed(basis)


def _told(stands: Entry) -> Mapping[str, Any]:
    route = ROUTE_LABELS[stands.route]
    return {"route_vi": route.vi, "route_en": route.en, "at": stands.made_at}
