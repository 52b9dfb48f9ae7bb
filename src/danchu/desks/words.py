"""Lời của các dòng trên bàn: title, address and quiet line of what a list shows, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.desks.duties import DutyRow
from danchu.desks.rows import Coming, Decided, Running
from danchu.desks.work import WorkRow
from danchu.foundation.text import long_date, long_moment, number, of_households
from danchu.law.basis import Convention
from danchu.law.rules import UnknownRule, rules_at
from danchu.law.states import RoundKind
from danchu.rooms.voting.views.after_words import struck
from danchu.rooms.voting.views.public import phase_words
from danchu.rooms.voting.views.step_tables import table_of
from danchu.ui.tags.words import lang


@dataclass(frozen=True, slots=True)
class Line:
    """Một dòng của danh sách; ``row`` is what it was made from."""

    title: str
    href: str
    meta: str
    row: Any


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def running_line(one: Running, *, named: bool) -> Line:
    """A round that is open; ``named`` says the khu phố too."""
    until = _("until %(moment)s") % {"moment": long_moment(one.round.closes_at, lang())}
    asks = _("asks about the form, not yet about the matter") if one.asks_form else ""
    title = _("Vote online on: %(title)s?") % {"title": one.vote.title} if one.asks_form else one.vote.title
    place = one.vote.khu_pho.name if named else ""
    return Line(title, reverse("voting:public", kwargs={"slug": one.vote.slug}), _joined(place, asks, until), one)


def coming_line(one: Coming, *, named: bool) -> Line:
    """A vote that is announced or being prepared."""
    if one.opens_at is not None:
        when = _("opens at %(moment)s") % {"moment": long_moment(one.opens_at, lang())}
    elif one.shown_until is not None:
        when = _("roll on show until %(day)s") % {"day": long_date(one.shown_until, lang())}
    else:
        when = _("being prepared")
    place = one.vote.khu_pho.name if named else ""
    return Line(one.vote.title, reverse("voting:public", kwargs={"slug": one.vote.slug}), _joined(place, when), one)


def decided_line(one: Decided, *, named: bool) -> Line:
    """A result in one breath: passed or not, how many of how many households."""
    share = of_households(one.outcome.yes, one.outcome.of, lang())
    if one.outcome.passed:
        said = _("Passed: %(share)s agreed") % {"share": share}
    else:
        values = {"share": share, "needed": number(one.outcome.needed, lang())}
        said = _("Not passed: %(share)s agreed, at least %(needed)s needed") % values
    place = one.vote.khu_pho.name if named else ""
    meta = _joined(place, _joined(struck(one.vote), said))
    return Line(one.vote.title, reverse("voting:public", kwargs={"slug": one.vote.slug}), meta, one)


def work_line(one: WorkRow) -> Line:
    """A vote at work: where it stands and what it waits for."""
    stands = phase_words(one.phase)
    if one.step:
        stands = _("next: %(step)s") % {"step": str(table_of(one.vote).title(one.step))}
    until = long_moment(one.until, lang()) if one.until else ""
    came = ""
    if one.asked is not None:
        stands = _("the form is being asked") if one.asked.kind == RoundKind.FORM else stands
        values = {"voted": number(one.voted, lang()), "total": number(one.asked.households, lang())}
        came = _("%(voted)s of %(total)s households have sent their ballots") % values
    href = reverse("voting:desk", kwargs={"slug": one.vote.slug})
    return Line(one.vote.title, href, _joined(one.vote.khu_pho.name, stands, until, came), one)


def duty_line(one: DutyRow, *, opens: bool) -> Line:
    """A legal clock; its file opens for those who may read it."""
    duty = one.duty
    title = _what_to_do(duty.rule) % {"title": duty.title}
    last = _("last day %(day)s") % {"day": long_date(duty.due, lang())}
    place = duty.khu_pho.name if duty.khu_pho else ""
    return Line(title, duty.url if opens else "", _joined(place, last), one)


def _what_to_do(rule: str) -> str:
    """What is owed, where the title of the vote alone would not say it."""
    recognise = _("Recognise or refuse: %(title)s")
    said = {
        "doc.send": _("Send the decision: %(title)s"),
        "recognise.deadline": recognise,
        "elect.recognise": recognise,
        "dismiss.recognise": recognise,
        "hu.recognise": recognise,
        "hu.send": _("Send the recognised convention back: %(title)s"),
        "dismiss.new_election": _("Decide on the election of a new head: %(title)s"),
        "dismiss.interim": _("The interim head's time ends: %(title)s"),
        "outcome.review": _("Review what was carried out: %(title)s"),
    }
    return said.get(rule, "%(title)s")


def duty_basis(one: DutyRow) -> Any:
    """The article the clock runs by; our own convention where the law knows no such clock."""
    try:
        return rules_at().basis(one.duty.rule)
    except UnknownRule:
        return Convention(one.duty.rule)
