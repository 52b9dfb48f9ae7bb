"""Đối chiếu sổ biểu quyết: what must add up before a result may be sealed.

Issued = collected + missing; collected = valid + invalid; valid = yes + no + other; and what was counted is what the
register holds. A gap is listed and must be explained in writing; what cannot be true at all must be counted again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Convention
from danchu.law.matters import FORM_LABELS, Form
from danchu.law.outcome import Counts
from danchu.law.people import Label
from danchu.law.register import Mark, Register
from danchu.law.speech import number

_COUNTING = Convention("counting")


@dataclass(frozen=True, slots=True)
class Figures:
    """Số liệu kiểm phiếu của một hình thức.

    ``issued`` and ``missing`` are None where nothing is given out (hands, online). For hands every hand is collected
    and valid.
    """

    collected: int
    valid: int
    invalid: int
    yes: int
    no: int
    other: int
    issued: int | None = None
    missing: int | None = None

    @classmethod
    def of_hands(cls, yes: int, no: int, other: int = 0) -> Figures:
        """Biểu quyết giơ tay: the hands counted."""
        total = yes + no + other
        return cls(collected=total, valid=total, invalid=0, yes=yes, no=no, other=other)


@dataclass(frozen=True, slots=True)
class Stated:
    """Số một người đã nhập: ``person`` is an opaque id."""

    person: int
    figures: Figures


def agreed(stated: tuple[Stated, ...]) -> Figures | Refusal:
    """Số hai người cùng nhập: the figures on which the last entries of two people agree.

    Refusals: ``register.figures_two_people``, ``register.figures_differ``.
    """
    latest = {one.person: one.figures for one in stated}
    if len(latest) < 2:
        return Refusal("register.figures_two_people", Convention("two_people"), {"people": len(latest)})
    if len(set(latest.values())) > 1:
        return Refusal("register.figures_differ", Convention("two_people"))
    return next(iter(latest.values()))


@dataclass(frozen=True, slots=True)
class Gap:
    """Chỗ không khớp: ``expected`` by the identity, ``found`` in the figures. ``possible``: may be explained."""

    key: str
    form: Form
    expected: int
    found: int
    possible: bool = True

    @property
    def name(self) -> str:
        """The key under which its explanation is written."""
        return f"{self.form}.{self.key}"

    def said(self, lang: str = "vi") -> str:
        """Câu nói chỗ không khớp."""
        form = getattr(FORM_LABELS[self.form], lang)
        text: str = getattr(_GAPS[self.key], lang)
        return text.format(
            form=form[0].upper() + form[1:], expected=number(self.expected, lang), found=number(self.found, lang)
        )


_GAPS: Mapping[str, Label] = {
    "issued": Label(
        "{form}: phát {expected} phiếu, nhưng số thu vào cộng số thiếu là {found}.",
        "{form}: {expected} slips given out, but collected and missing make {found}.",
    ),
    "collected": Label(
        "{form}: thu {expected} phiếu, nhưng số hợp lệ cộng số không hợp lệ là {found}.",
        "{form}: {expected} collected, but valid and invalid make {found}.",
    ),
    "valid": Label(
        "{form}: {expected} phiếu hợp lệ, nhưng cộng các lựa chọn là {found}.",
        "{form}: {expected} valid, but the choices make {found}.",
    ),
    "register_issued": Label(
        "{form}: sổ ghi phát {expected} phiếu, biên bản ghi {found}.",
        "{form}: the register says {expected} were given out, the minutes say {found}.",
    ),
    "present_issued": Label(
        "{form}: có {expected} hộ dự, nhưng phát {found} phiếu.",
        "{form}: {expected} households are present, but {found} slips were given out.",
    ),
    "register_collected": Label(
        "{form}: sổ ghi {expected} hộ, kiểm được {found}.",
        "{form}: the register holds {expected} households, {found} were counted.",
    ),
    "more_than_issued": Label(
        "{form}: phát {expected} phiếu mà thu vào {found}.",
        "{form}: {expected} slips given out, yet {found} collected.",
    ),
    "more_than_register": Label(
        "{form}: chỉ có {expected} hộ trong sổ mà có {found} phiếu, tay giơ.",
        "{form}: only {expected} households in the register, yet {found} votes.",
    ),
}


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Kết quả đối chiếu: figures of each form, the total, the gaps, and how many households took no part."""

    figures: Mapping[Form, Figures]
    total: Counts
    gaps: tuple[Gap, ...]
    taking_part: int
    absent: int


def reconcile(register: Register, counted: Mapping[Form, Figures] | None = None) -> Reconciliation:
    """Đối chiếu sổ với số đã kiểm. A form without counted figures is counted from the marks in the register.

    Raises ``ValueError`` for a form whose entries bear no mark and whose figures are not given.
    """
    counted = counted or {}
    figures: dict[Form, Figures] = {}
    gaps: list[Gap] = []
    for form in Form:
        if form in register.facts.forms:
            figures[form] = counted[form] if form in counted else _from_marks(register, form)
            gaps += _gaps(register, form, figures[form])
    households = len(register.facts.roll)
    taking_part = len(register.standing())
    total = Counts(
        households=households,
        yes=sum(one.yes for one in figures.values()),
        no=sum(one.no for one in figures.values()),
        other=sum(one.other for one in figures.values()),
        invalid=sum(one.invalid for one in figures.values()),
    )
    return Reconciliation(figures, total, tuple(gaps), taking_part, households - taking_part)


def may_seal(found: Reconciliation, explanations: Mapping[str, str], open_disputes: int = 0) -> Answer:
    """Được niêm phong chưa: no open dispute, nothing impossible, every gap explained in writing.

    Refusals: ``register.open_disputes``, those of ``Counts.impossible``, ``register.impossible``,
    ``register.gap_unexplained``.
    """
    if open_disputes:
        return Refusal("register.open_disputes", Convention("dispute"), {"disputes": open_disputes})
    if (wrong := found.total.impossible()) is not None:  # a refusal is falsy
        return wrong
    for gap in found.gaps:
        told = {"gap_vi": gap.said("vi"), "gap_en": gap.said("en")}
        if not gap.possible:
            return Refusal("register.impossible", _COUNTING, told)
        if not explanations.get(gap.name, "").strip():
            return Refusal("register.gap_unexplained", Convention("reconciliation"), told)
    return Allowed(Convention("seal"))


def _from_marks(register: Register, form: Form) -> Figures:
    marks = [entry.mark for entry in register.standing(form)]
    if None in marks:
        raise ValueError(f"{form}: entries without a mark need counted figures")
    invalid = marks.count(Mark.INVALID)
    issued = register.issued() if form is Form.SLIP else None
    return Figures(
        collected=len(marks),
        valid=len(marks) - invalid,
        invalid=invalid,
        yes=marks.count(Mark.YES),
        no=marks.count(Mark.NO),
        other=marks.count(Mark.OTHER),
        issued=issued,
        missing=None if issued is None else issued - len(marks),
    )


def _gaps(register: Register, form: Form, figures: Figures) -> list[Gap]:
    given_out = register.issued() if form is Form.SLIP else None
    return gaps(form, figures, held=len(register.standing(form)), given_out=given_out)


def gaps(form: Form, figures: Figures, *, held: int, given_out: int | None = None) -> list[Gap]:
    """Chỗ không khớp của một hình thức: ``held`` households are in its register, to ``given_out`` a slip was given.

    At a meeting those present are held; a household may be present and not vote.
    """
    found = []

    def expect(key: str, expected: int, counted: int) -> None:
        if expected != counted:
            found.append(Gap(key, form, expected, counted))

    meeting = form is Form.MEETING
    if figures.collected > held and meeting:
        found.append(Gap("more_than_register", form, held, figures.collected, possible=False))
    if figures.issued is not None:
        if figures.collected > figures.issued:
            found.append(Gap("more_than_issued", form, figures.issued, figures.collected, possible=False))
        expect("issued", figures.issued, figures.collected + (figures.missing or 0))
        if meeting:
            expect("present_issued", held, figures.issued)
    if given_out is not None and figures.issued is not None:
        expect("register_issued", given_out, figures.issued)
    if not meeting:
        expect("register_collected", held, figures.collected)
    expect("collected", figures.collected, figures.valid + figures.invalid)
    expect("valid", figures.valid, figures.yes + figures.no + figures.other)
    return found
