"""Hỏi cách quyết định: for any matter the lawful forms, what each asks for, by when, and why. For everybody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.documents.ics import CalendarEntry, ics
from danchu.foundation import clock, text
from danchu.foundation.access.decorators import public
from danchu.foundation.people.queries import KhuPhoRow, count_on, khu_pho_rows
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.places.settings import value
from danchu.law import words
from danchu.law.advisor import GROUPS, AdviceFacts, Advised, Option, advise
from danchu.law.answers import Refusal, Refused
from danchu.law.days import Calendar
from danchu.law.matters import CONVENOR_LABELS, FORM_LABELS, Convenor, Matter, Purpose, Scope, matter_label
from danchu.law.people import WhoCounts
from danchu.rooms.voting.forms.advisor import FARTHEST, AdvisorForm
from danchu.rooms.voting.views.pages import label_of
from danchu.ui.tags.words import lang

_SETTINGS = ("decide.mixed_forms", "ballot.duration", "online.duration")


@dataclass(frozen=True, slots=True)
class Told:
    """Một dòng của danh mục: what, its last day, and whether that day is past already."""

    text: str
    line: Advised
    why: str
    late: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Một hình thức trên trang. ``first_day``: the first day that leaves time for every line."""

    title: str
    option: Option
    sentence: str
    remedy: str
    why: str
    needed: str
    convenor: str
    papers: list[tuple[str, Any]]
    groups: list[tuple[str, list[Told]]]
    day: date
    first_day: date | None
    late: int
    calendar: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Điều được hỏi, checked: the facts, the day wanted, and where."""

    facts: AdviceFacts
    place: KhuPhoRow
    day: date | None
    today: date
    calendar: Calendar
    counted: dict[date, tuple[Option, ...]] = field(default_factory=dict)

    def on(self, day: date) -> tuple[Option, ...]:
        """Every form counted from that day; counted once a day."""
        if day not in self.counted:
            options = advise(self.facts, day=day, calendar=self.calendar)
            if isinstance(options, Refusal):
                raise Refused(options)
            self.counted[day] = options
        return self.counted[day]


@public
def advisor(request: HttpRequest) -> HttpResponse:
    """Matter and circumstances in; every form of deciding out, with threshold, papers and last days."""
    form, asked = _ask(request)
    context = {"form": form, "cards": [], "refusal": None, "asked": asked}
    if asked is not None:
        options = advise(asked.facts)
        if isinstance(options, Refusal):
            raise Refused(options)
        context |= {
            "cards": sorted(
                (_card(request, asked, one) for one in options), key=lambda card: card.option.allowed is not True
            ),
            "matter": label_of(matter_label(Matter(asked.facts.matter))),
            "households": asked.facts.households,
        }
    return render(request, "voting/advisor.html", context, status=422 if form.is_bound and asked is None else 200)


@public
def advisor_calendar(request: HttpRequest) -> HttpResponse:
    """Các mốc của một hình thức, for the calendar of a telephone."""
    _form, asked = _ask(request)
    entries: list[CalendarEntry] = []
    name = _("How is it decided?")
    if asked is not None:
        options = advise(asked.facts)
        chosen = request.GET.get("hinh_thuc", "")
        found = (one for one in (() if isinstance(options, Refusal) else options) if one.form == chosen)
        for one in found:
            card = _card(request, asked, one)
            name = f"{label_of(matter_label(Matter(asked.facts.matter)))}, {card.title}"
            entries = [
                _entry(request, asked, told) for _group, lines in card.groups for told in lines if told.line.latest
            ]
    body = ics(name, request.get_host().partition(":")[0], entries, at=request.at)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="cac-moc.ics"'
    return response


def _entry(request: HttpRequest, asked: Asked, told: Told) -> CalendarEntry:
    deadline = told.line.latest
    assert deadline is not None  # lines without a day were left out
    return CalendarEntry(
        key=f"advice-{asked.facts.matter}-{asked.place.khu_pho.pk}-{told.line.key}",
        title=_("Last day: %(title)s") % {"title": told.text},
        start=deadline.end,
        end=deadline.end,
        note=deadline.why[lang()],
        link=request.build_absolute_uri(f"{reverse('voting:advisor')}?{request.GET.urlencode()}"),
    )


def _ask(request: HttpRequest) -> tuple[AdvisorForm, Asked | None]:
    """What was asked; None while nothing was asked, or not rightly."""
    today = clock.day(request.at)
    places = khu_pho_rows(request.ward.pk, day=today)
    matters = [(one.value, label_of(matter_label(one))) for one in Matter]
    chosen = [(one.khu_pho.slug, one.khu_pho.name) for one in places]
    form = AdvisorForm(request.GET if "viec" in request.GET else None, matters=matters, places=chosen, today=today)
    if not places or not form.is_bound or not form.is_valid():
        return form, None
    cleaned = form.cleaned_data
    place = next((one for one in places if one.khu_pho.slug == cleaned["khu_pho"]), places[0])
    who = WhoCounts(value(request.ward.pk, "roll.who_counts", today))
    facts = AdviceFacts(
        cleaned["viec"],
        cleaned["pham_vi"],
        max(count_on(place.khu_pho.pk, who, today), 1),
        units=len(places),
        scattered=cleaned["xa_nhau"],
        purpose=Purpose(cleaned["muc_dich"]) if cleaned["viec"] == Matter.D4 else None,
        meeting_failed=cleaned["hop_khong_du"],
        settings={key: value(request.ward.pk, key, today) for key in _SETTINGS},
    )
    calendar = ward_calendar(request.ward.pk, today, until=today + timedelta(days=FARTHEST))
    return form, Asked(facts, place, cleaned["ngay"], today, calendar)


def _card(request: HttpRequest, asked: Asked, option: Option) -> Card:
    first = _first_day(asked, option)
    day = asked.day or first or asked.today + timedelta(days=FARTHEST)
    told = _lines(asked, option, day)
    calls = option.convenor
    convenor = label_of(CONVENOR_LABELS[Convenor(calls.value)]) if calls is not None else ""
    query = request.GET.copy()
    query["hinh_thuc"] = option.form.value
    return Card(
        title=label_of(FORM_LABELS[option.form]),
        option=option,
        sentence=words.sentence(option.refusal, lang()) if option.refusal is not None else "",
        remedy=words.remedy(option.refusal, lang()) if option.refusal is not None else "",
        why=option.why[lang()],
        needed=_needed(asked, option),
        convenor=convenor,
        papers=[(label_of(one.label), one.article) for one in option.papers],
        groups=[(name, lines) for key, name in _groups() if (lines := [one for one in told if one.line.group == key])],
        day=day,
        first_day=first,
        late=sum(one.late for one in told),
        calendar=f"{reverse('voting:advisor-calendar')}?{query.urlencode()}",
    )


def _groups() -> list[tuple[str, str]]:
    names = (_("Proposing"), _("Before"), _("While deciding"), _("Afterwards"), _("Effect"))
    return list(zip(GROUPS, names, strict=True))


def _needed(asked: Asked, option: Option) -> str:
    if option.least is None or option.of is None:
        return words.sentence(option.no_threshold, lang()) if option.no_threshold is not None else ""
    if asked.facts.scope == Scope.WARD:
        return _("At least %(least)s of %(of)s khu phố") % {"least": option.least, "of": option.of}
    return _("At least %(share)s agree") % {"share": text.of_households(option.least, option.of, lang())}


def _lines(asked: Asked, option: Option, day: date) -> list[Told]:
    """The lines of the form, counted from that day."""
    lines = next(one.lines for one in asked.on(day) if one.form is option.form)
    return [
        Told(one.text[lang()], one, one.why[lang()], one.latest is not None and one.latest.end < asked.today)
        for one in lines
    ]


def _first_day(asked: Asked, option: Option) -> date | None:
    """Ngày sớm nhất còn kịp mọi bước, if begun today."""
    if not option.lines:
        return None
    days = (asked.today + timedelta(days=ahead) for ahead in range(1, FARTHEST))
    return next((day for day in days if not any(one.late for one in _lines(asked, option, day))), None)
